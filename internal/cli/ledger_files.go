package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"sortie/internal/review"
	"sortie/store"
)

type ledgerExportCmd struct {
	Mission string `arg:"" help:"${argMissionID}"`
	dbFlag
	Output string `short:"o" placeholder:"mission.ledger" help:"${ledgerOutput}"`
}

// Run writes a mission with its whole story as one file.
func (c *ledgerExportCmd) Run(e *env) error {
	s, err := e.existingStore(c.DB)
	if err != nil {
		return err
	}
	defer s.Close()
	if _, err := s.Mission(e.ctx, c.Mission); errors.Is(err, store.ErrNotFound) {
		return usageError(e.lang.Say(wordNoSuchMission, withoutPassword(c.DB), c.Mission))
	}
	return e.stream(c.DB, c.Output, func(to io.Writer) error { return store.Export(e.ctx, s, c.Mission, to) })
}

type ledgerImportCmd struct {
	File string `arg:"" help:"${argLedger}"`
	dbFlag
}

// Run verifies a file and adds it to a ledger.
func (c *ledgerImportCmd) Run(e *env) error {
	f, err := os.Open(c.File)
	if err != nil {
		return e.unreadable(c.File, err)
	}
	defer f.Close()
	if err := review.Story(store.ReadExport(f)); err != nil {
		return e.damaged(c.File, err)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return e.unreadable(c.File, err)
	}
	s, err := e.openStore(c.DB)
	if err != nil {
		return err
	}
	defer s.Close()
	v, added, err := store.Import(e.ctx, s, f)
	var diverged *store.Diverged
	switch {
	case errors.As(err, &diverged):
		return usageError(e.lang.Say(wordDiverged, withoutPassword(c.DB), diverged.Mission, digits(diverged.Seq)))
	case err != nil:
		return e.damaged(c.File, err)
	case e.json:
		return e.writeJSON(struct {
			store.Verification
			Added int64 `json:"added"`
		}{v, added})
	}
	e.line(e.lang.Count(int(added), wordImported, v.Mission, v.Head))
	return nil
}

type backupCmd struct {
	dbFlag
	Output string `short:"o" placeholder:"sortie.backup" help:"${backupOutput}"`
}

// Run writes a whole ledger as of one moment, while others go on writing.
func (c *backupCmd) Run(e *env) error {
	s, err := e.existingStore(c.DB)
	if err != nil {
		return err
	}
	defer s.Close()
	return e.stream(c.DB, c.Output, func(to io.Writer) error { return s.Backup(e.ctx, to) })
}

type restoreCmd struct {
	File string `arg:"" help:"${argBackup}"`
	dbFlag
}

// Run reads a backup into an empty ledger.
func (c *restoreCmd) Run(e *env) error {
	f, err := os.Open(c.File)
	if err != nil {
		return e.unreadable(c.File, err)
	}
	defer f.Close()
	s, err := e.openStore(c.DB)
	if err != nil {
		return err
	}
	defer s.Close()
	if err := s.Restore(e.ctx, f); errors.Is(err, store.ErrNotEmpty) {
		return e.storeError(c.DB, err)
	} else if err != nil {
		return e.damaged(c.File, err)
	}
	missions, err := s.Missions(e.ctx)
	if err != nil {
		return e.storeError(c.DB, err)
	}
	e.line(e.lang.Count(len(missions), wordRestored, withoutPassword(c.DB)))
	return nil
}

// stream writes to a file, which is there whole or not at all, or to the
// standard output. Its owner alone may read it: a backup has passwords in it.
func (e *env) stream(ledger, path string, write func(io.Writer) error) error {
	if path == "" {
		return e.storeError(ledger, write(e.raw))
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return usageError(e.lang.Say(wordCannotWrite, path, cause(err)))
	}
	defer os.Remove(tmp.Name()) // does nothing once it has been renamed
	if err := write(tmp); err != nil {
		return e.storeError(ledger, errors.Join(err, tmp.Close()))
	}
	if err := errors.Join(tmp.Sync(), tmp.Close()); err != nil {
		return usageError(e.lang.Say(wordCannotWrite, path, cause(err)))
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return usageError(e.lang.Say(wordCannotWrite, path, cause(err)))
	}
	e.note(wordFileWritten, path)
	return nil
}
