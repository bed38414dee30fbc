package store

import (
	"io"
	"iter"
	"time"
)

// backupHead is the first line of a backup.
type backupHead struct {
	Version int       `json:"version"`
	Made    time.Time `json:"made"`
}

// accountLine is an account with what an answer of the API leaves out.
type accountLine struct {
	Account
	Password string `json:"password,omitempty"`
	Subject  string `json:"subject,omitempty"`
}

// Kept is what a backup holds of a store: an account, or an entry with the key
// that makes it idempotent.
type Kept struct {
	Account *Account
	Entry   *Entry
	Key     string
}

// BackupWriter writes a backup. docs/ledger.md has its format.
type BackupWriter struct{ lines *lineWriter }

// NewBackupWriter begins a backup.
func NewBackupWriter(to io.Writer, made time.Time) (*BackupWriter, error) {
	w := newLineWriter(to)
	return &BackupWriter{w}, w.write(line{Backup: &backupHead{fileVersion, Milli(made)}})
}

// Write adds an account or an entry.
func (w *BackupWriter) Write(k Kept) error {
	if k.Account != nil {
		return w.lines.write(line{Account: &accountLine{*k.Account, k.Account.Password, k.Account.Subject}})
	}
	return w.lines.write(line{Entry: k.Entry, Key: k.Key})
}

// Finish writes the end, without which a backup counts as cut off.
func (w *BackupWriter) Finish() error { return w.lines.finish() }

// ReadBackup hands out what a backup holds, having verified each mission's
// chain as far as it has come. The last thing that it hands out is an error
// where the file is damaged or cut off: *Damaged, with the place.
func ReadBackup(from io.Reader) iter.Seq2[Kept, error] {
	return func(yield func(Kept, error) bool) {
		r := newLineReader(from)
		var chain Chain
		for {
			k, err := nextKept(r, &chain)
			if err != nil {
				yield(k, err)
				return
			}
			if k == (Kept{}) {
				return
			}
			if !yield(k, nil) {
				return
			}
		}
	}
}

// nextKept is the next account or entry, and nothing at the end.
func nextKept(r *lineReader, chain *Chain) (Kept, error) {
	l, err := r.next()
	if err == nil && l != nil && r.lines == 1 {
		switch {
		case l.Backup == nil:
			return Kept{}, r.damaged(noBackup)
		case l.Backup.Version > fileVersion:
			return Kept{}, r.damaged(newerBackup)
		}
		l, err = r.next()
	}
	switch {
	case err != nil || l == nil:
		return Kept{}, err
	case l.Account != nil:
		a := l.Account.Account
		a.Password, a.Subject, a.Created = l.Account.Password, l.Account.Subject, Milli(a.Created)
		if a.ID == "" || badName(a.Name) != fit {
			return Kept{}, r.damaged(halfAccount)
		}
		return Kept{Account: &a}, nil
	case l.Entry == nil:
		return Kept{}, r.damaged(neitherOf)
	}
	if l.Entry.Seq == 1 && l.Entry.Mission > chain.Last.Mission {
		*chain = Chain{}
	}
	if breaks := chain.Next(*l.Entry); breaks != nil {
		return Kept{}, r.damaged(itself, breaks[0].Said())
	}
	if l.Key != "" && badName(l.Key) != fit {
		return Kept{}, r.damaged(keyOfEntry, plain(l.Entry.Seq), badName(l.Key))
	}
	return Kept{Entry: l.Entry, Key: l.Key}, nil
}
