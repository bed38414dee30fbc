package server

import (
	"context"
	"iter"
	"slices"

	"sortie/store"
)

// backPage is how many entries are read at a time on the way back.
const backPage = 200

// backwards hands out the entries of a mission before a sequence number, the
// newest first, without their bodies; 0 begins with the newest.
func (s *Server) backwards(ctx context.Context, mission string, before int64) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		head, err := s.store.Mission(ctx, mission)
		if err != nil {
			yield(store.Entry{}, err)
			return
		}
		if before <= 0 || before > head.Seq { // of what is not there yet nothing is read
			before = head.Seq + 1
		}
		for before > 1 {
			from := max(0, before-1-backPage)
			page, err := s.store.Entries(ctx, mission, from, int(before-1-from))
			if err != nil {
				yield(store.Entry{}, err)
				return
			}
			for _, e := range slices.Backward(page) {
				if e.Seq < before && !yield(e, nil) {
					return
				}
			}
			before = from + 1
		}
	}
}
