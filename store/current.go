package store

import (
	"cmp"
	"context"
	"slices"
)

// renewable is how many new entries are folded onto an earlier state; past that
// it is less work to begin at the last revision.
const renewable = 20

// Current is what a mission is now, as of one moment. It returns ErrNotFound
// where there is none.
func Current(ctx context.Context, l Ledger, mission string) (*State, error) {
	for {
		head, err := l.Mission(ctx, mission)
		if err != nil {
			return nil, err
		}
		revision, err := l.Latest(ctx, mission, Revision, 1)
		if err != nil {
			return nil, err
		}
		plan, err := l.Latest(ctx, mission, Plan, 1)
		if err != nil {
			return nil, err
		}
		if len(revision) == 0 {
			return nil, ErrNotFound
		}
		if revision[0].Seq > head.Seq || len(plan) > 0 && plan[0].Seq > head.Seq {
			continue // they came while it looked: what they replace would be missing
		}
		entries := slices.Concat(revision, plan)
		changes, err := l.Since(ctx, mission, revision[0].Seq, Vote, Statement)
		if err != nil {
			return nil, err
		}
		entries = append(entries, changes...)
		if len(plan) > 0 {
			actuals, err := l.Since(ctx, mission, plan[0].Seq, Actual)
			if err != nil {
				return nil, err
			}
			entries = append(entries, actuals...)
		}
		entries = slices.DeleteFunc(entries, func(e Entry) bool { return e.Seq > head.Seq })
		slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Seq, b.Seq) })
		s, err := Fold(entries)
		if err != nil {
			return nil, err
		}
		s.Seq = head.Seq
		return s, nil
	}
}

// Renew is what a mission is now, from what it was at an earlier state: only
// what has come since is read. The state itself stays as it is; where nothing
// has come it is the answer.
func Renew(ctx context.Context, l Ledger, s *State) (*State, error) {
	head, err := l.Mission(ctx, s.ID)
	switch {
	case err != nil:
		return nil, err
	case head.Seq == s.Seq:
		return s, nil
	case head.Seq < s.Seq || head.Seq > s.Seq+renewable:
		return Current(ctx, l, s.ID)
	}
	entries, err := l.Since(ctx, s.ID, s.Seq, Revision, Vote, Statement, Plan, Actual)
	if err != nil {
		return nil, err
	}
	return s.Advance(entries)
}
