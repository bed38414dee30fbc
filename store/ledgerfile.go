package store

import (
	"context"
	"io"
	"iter"
)

// fileVersion is the version of the format of backups and exported ledgers.
const fileVersion = 1

// ledgerHead is the first line of an exported ledger.
type ledgerHead struct {
	Version int    `json:"version"`
	Mission string `json:"mission"`
}

// Export writes a mission with its whole story, as of one moment: a file that
// can be verified without a store, and imported into another. docs/ledger.md
// has its format.
func Export(ctx context.Context, l Ledger, mission string, to io.Writer) error {
	w := newLineWriter(to)
	begun := false
	for e, err := range Read(ctx, l, mission, 0) {
		if err != nil {
			return err
		}
		if !begun {
			if err := w.write(line{Ledger: &ledgerHead{fileVersion, mission}}); err != nil {
				return err
			}
			begun = true
		}
		if err := w.write(line{Entry: &e}); err != nil {
			return err
		}
	}
	return w.finish()
}

// ReadExport hands out the entries of an exported ledger, in order, with their
// bodies. The last thing that it hands out is an error where the file is
// damaged or cut off (*Damaged, with the place); whether the chain holds is for
// [VerifyEntries] or [Ledger.Adopt] to say.
func ReadExport(from io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		r := newLineReader(from)
		for {
			l, err := r.next()
			switch {
			case err != nil:
			case l == nil && r.lines <= 2:
				err = r.damaged(noEntries)
			case l == nil:
				return
			case r.lines == 1 && l.Ledger == nil:
				err = r.damaged(noExport)
			case r.lines == 1 && l.Ledger.Version > fileVersion:
				err = r.damaged(newerExport)
			case r.lines == 1:
				continue
			case l.Entry == nil:
				err = r.damaged(lineHasNoneOf)
			}
			if err != nil {
				yield(Entry{}, err)
				return
			}
			if !yield(*l.Entry, nil) {
				return
			}
		}
	}
}

// Import verifies an exported ledger from its first byte to its last, and only
// then adds it, or what is new of it where the mission is there already. It
// returns what it verified, and how many entries were new. Where the chain does
// not hold its breaks are in the Verification, and the first is the error.
func Import(ctx context.Context, l Ledger, from io.ReadSeeker) (Verification, int64, error) {
	v, err := VerifyEntries(ReadExport(from))
	if err != nil {
		return v, 0, err
	}
	if v.Breaks != nil {
		return v, 0, v.Breaks[0]
	}
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return v, 0, err
	}
	added, err := l.Adopt(ctx, ReadExport(from))
	return v, added, err
}
