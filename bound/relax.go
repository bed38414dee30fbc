package bound

import (
	"cmp"
	"context"
	"math"
	"slices"

	"sortie/network"
)

// The work of a relaxation: programs solved, and demands and weights tried.
// Both are fixed, so that the same mission has the same bound.
const (
	mostSolves = 6
	mostPriced = 300_000_000 // legs times minutes, after which no new prices are tried
)

// grains is how fine a program may be in time, in minutes, the finest first.
var grains = []network.Minute{10, 15, 20, 30, 45, 60, 90, 120}

// relax looks for proofs by prices, which a linear relaxation sets: each is
// for one demand at one set of weights.
func (s *search) relax(solver Solver, holds []*entry) {
	solves := 0
	for _, group := range s.jointly(holds) {
		for _, weights := range s.weightings(group) {
			if s.ctx.Err() != nil || solves >= mostSolves {
				return
			}
			d, ok := newPriced(s.w, group, weights)
			if !ok {
				continue
			}
			for solves < mostSolves && s.ctx.Err() == nil && s.price(solver, d, &solves) {
			}
		}
	}
}

// price sets prices for the best minute so far and proves with them as late a
// minute as they can; false where that is none.
func (s *search) price(solver Solver, d *priced, solves *int) bool {
	by := s.best
	if _, ok := d.looked(s.w, by); !ok || s.looked > mostPriced {
		return false
	}
	r, ok := s.program(d, by)
	if !ok {
		return false
	}
	*solves++
	solution, err := solver.Solve(s.ctx, r.lp)
	if err != nil {
		*solves += mostSolves / 3 // it may not be there, or the programs are too hard for it
		return false
	}
	if solution.Value+r.free >= float64(d.cut.total)*(1-1e-9) {
		return false
	}
	p := r.prices(solution)
	if !d.proves(s.w, p, by) {
		return false
	}
	// Where the proof ends for want of work, and not because it fails, it is
	// given up: another minute would pass as well.
	ended := false
	proves := func(t network.Minute) bool {
		looked, ok := d.looked(s.w, t)
		s.looked += looked
		if ended = ended || !ok || t >= s.w.n.Last || s.ctx.Err() != nil; ended {
			return false
		}
		return d.proves(s.w, p, t)
	}
	low, step := by, network.Minute(16)
	high := low + step
	for proves(high) {
		low, step = high, 2*step
		high += step
	}
	for low+1 < high && !ended {
		if mid := (low + high) / 2; proves(mid) {
			low = mid
		} else {
			high = mid
		}
	}
	if ended {
		return false
	}
	s.best = low + 1
	s.found = s.relaxed(d, p, low+1)
	s.better(s.found)
	return true
}

// program is the finest that is small enough.
func (s *search) program(d *priced, by network.Minute) (*relaxation, bool) {
	for _, step := range grains {
		if (by-s.w.n.Start)/step > 400 {
			continue
		}
		if r, ok := newRelaxation(s.w, d, by, step); ok {
			return r, true
		}
	}
	for _, step := range grains {
		if (by-s.w.n.Start)/step > 400 {
			continue
		}
		if r, ok := newBackbone(s.w, d, by, step); ok {
			return r, true
		}
	}
	return nil, false
}

// jointly is the demands to try: everything, and everything with those who
// are held until late in the stead of their own units' people.
func (s *search) jointly(holds []*entry) [][]*entry {
	out := [][]*entry{s.l.entries}
	with := func(held []*entry) {
		if len(held) == 0 {
			return
		}
		taken := map[network.UnitIndex]bool{}
		group := slices.Clone(held)
		for _, e := range held {
			for _, u := range e.units {
				taken[u] = true
			}
		}
		for _, e := range s.l.entries {
			if e.kind != network.People || !taken[e.units[0]] {
				group = append(group, e)
			}
		}
		out = append(out, group)
	}
	var times []network.Minute
	for _, e := range holds {
		if e.floor > 0 {
			with([]*entry{e})
		} else if !slices.Contains(times, e.after) {
			times = append(times, e.after)
		}
	}
	slices.SortFunc(times, func(a, b network.Minute) int { return cmp.Compare(b, a) })
	for _, at := range times[:min(len(times), 4)] {
		with(s.apart(holds, nil, at, false))
		with(s.apart(holds, nil, at, true))
	}
	return out
}

// weightings is the weights to try: those of the best proof so far, and the
// ways to weigh people and items against each other.
func (s *search) weightings(group []*entry) [][]weight {
	var kinds []network.ItemIndex
	for _, e := range group {
		if !slices.Contains(kinds, e.kind) {
			kinds = append(kinds, e.kind)
		}
	}
	slices.Sort(kinds)
	if len(kinds) == 1 {
		return [][]weight{{{kinds[0], 1}}}
	}
	var out [][]weight
	add := func(per func(kind network.ItemIndex) float64) {
		var list []weight
		for _, kind := range kinds {
			if each := int64(math.Ceil(math.Min(per(kind), 1e9) - 1e-9)); each > 0 {
				list = append(list, weight{kind, each})
			}
		}
		same := func(have []weight) bool { return slices.Equal(have, list) }
		if len(list) > 0 && !slices.ContainsFunc(out, same) {
			out = append(out, list)
		}
	}
	if s.found != nil {
		best := s.found.Certificate.Weights
		add(func(kind network.ItemIndex) float64 { return float64(best[kindName(s.w.n, kind)]) })
	}
	for _, per := range s.scales() {
		add(per)
	}
	add(func(kind network.ItemIndex) float64 {
		if kind == network.People {
			return 1
		}
		return 0
	})
	return out
}

// Relax is [Closure] that goes on from what that proves with the journeys of
// lifts and with a linear relaxation: better is told of what the paths prove, then the cuts, and of each
// result that is better than the one before. With a nil solver there is no relaxation.
func Relax(ctx context.Context, n *network.Network, delivered []Amount, solver Solver, better func(*Result)) *Result {
	s, holds := closure(ctx, n, delivered, anyTardiness, better)
	s.journeyed()
	if solver != nil && s.ctx.Err() == nil {
		s.relax(solver, holds)
	}
	return s.found
}

// Relaxation is what prices prove by themselves, those of journeys and of the
// linear relaxation, past the minute by which the way alone takes any of the
// demand; nil where that is nothing.
func Relaxation(ctx context.Context, n *network.Network, delivered []Amount, solver Solver) *Result {
	w := newWorld(n)
	s := &search{ctx: ctx, w: w, l: newLedger(ctx, w, delivered, anyTardiness), best: n.Start, effort: 1, better: func(*Result) {}}
	for _, e := range s.l.entries {
		if arrives := s.l.arrival(e); arrives < n.Last {
			s.best = max(s.best, arrives)
		}
	}
	s.journeyed()
	s.relax(solver, s.l.holds(s.over))
	return s.found
}
