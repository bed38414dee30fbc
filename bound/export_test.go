package bound

import (
	"context"

	"sortie/network"
)

// RoutesAlone is what routes prove by themselves, past the minute by which the way
// alone takes any of the demand; nil where that is nothing.
func RoutesAlone(ctx context.Context, n *network.Network, delivered []Amount) *Result {
	return alone(ctx, n, delivered, (*search).routes)
}

// RunsAlone is the same of runs.
func RunsAlone(ctx context.Context, n *network.Network, delivered []Amount) *Result {
	return alone(ctx, n, delivered, func(s *search) { s.byRuns(s.l.holds(s.over)) })
}

func alone(ctx context.Context, n *network.Network, delivered []Amount, by func(*search)) *Result {
	w := newWorld(n)
	s := &search{ctx: ctx, w: w, l: newLedger(ctx, w, delivered, anyTardiness), best: n.Start, effort: 1, better: func(*Result) {}}
	for _, e := range s.l.entries {
		if arrives := s.l.arrival(e); arrives < n.Last {
			s.best = max(s.best, arrives)
		}
	}
	by(s)
	return s.found
}
