package store

import (
	"context"
	"iter"
)

// readPage is how many entries are listed at a time; their bodies are fetched
// one by one, since each may be large.
const readPage = 500

// Read hands out the entries of a mission after a sequence number, in order,
// with their bodies, up to the last one there was when it began. It holds no
// connection between entries, however slow the reader is: what is in a ledger
// does not change.
func Read(ctx context.Context, l Ledger, mission string, after int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		head, err := l.Mission(ctx, mission)
		if err != nil {
			yield(Entry{}, err)
			return
		}
		for after < head.Seq {
			page, err := l.Entries(ctx, mission, after, readPage)
			if err == nil && len(page) == 0 {
				err = ErrNotFound
			}
			if err != nil {
				yield(Entry{}, err)
				return
			}
			for _, e := range page {
				if e.Seq > head.Seq {
					return
				}
				full, err := l.Entry(ctx, mission, e.Seq)
				if !yield(full, err) || err != nil {
					return
				}
				after = e.Seq
			}
		}
	}
}
