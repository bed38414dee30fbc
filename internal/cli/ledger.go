package cli

import (
	"errors"
	"io/fs"
	"net/url"
	"strings"

	"sortie/store"
	"sortie/store/open"
)

// ledgerCmd is what is done to a ledger as a whole.
type ledgerCmd struct {
	Verify ledgerVerifyCmd `cmd:"" help:"${ledgerVerify}"`
	Export ledgerExportCmd `cmd:"" help:"${ledgerExport}"`
	Import ledgerImportCmd `cmd:"" help:"${ledgerImport}"`
}

// dbFlag names a ledger.
type dbFlag struct {
	DB string `name:"db" default:"sortie.db" env:"SORTIE_DB" placeholder:"FILE|postgres://…" help:"${db}"`
}

// openStore opens a ledger, and makes it where it is a file that is not there.
func (e *env) openStore(name string) (store.Store, error) {
	s, err := open.Open(e.ctx, name)
	return s, e.storeError(name, err)
}

// existingStore opens a ledger that has to be there.
func (e *env) existingStore(name string) (store.Store, error) {
	s, err := open.Existing(e.ctx, name)
	return s, e.storeError(name, err)
}

// storeError words what went wrong with a ledger.
func (e *env) storeError(name string, err error) error {
	if err == nil {
		return nil
	}
	name = withoutPassword(name)
	for known, p := range wordsStore {
		if errors.Is(err, known) {
			return usageError(e.lang.Say(wordStoreFailed, name, p.In(e.lang)))
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return e.unreadable(name, err)
	}
	return usageError(e.lang.Say(wordStoreFailed, name, cause(err)))
}

// withoutPassword is the name of a ledger as it may be shown.
func withoutPassword(name string) string {
	if !strings.Contains(name, "://") {
		return name
	}
	address, err := url.Parse(name)
	if err != nil {
		scheme, _, _ := strings.Cut(name, "://")
		return scheme + "://…"
	}
	query := address.Query()
	if query.Has("password") {
		query.Set("password", "xxxxx")
		address.RawQuery = query.Encode()
	}
	return address.Redacted()
}
