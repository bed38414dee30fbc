package search

import (
	"cmp"
	"math"
	"slices"

	"sortie/solve/internal/cover"
)

// mostly is the part of a load from which on it is made whole.
const mostly = 0.7

// part is a load of which a solution uses no whole number, and how often, by
// chance a little more or less.
type part struct {
	load
	uses float64
}

// take makes the loads that a solution uses whole, and of the others those that
// it mostly uses, or the one that it uses most.
func (g *program) take(s cover.Solution, loads []load) bool {
	before := len(g.made)
	parts := g.b.partly[:0]
	for _, feeds := range []bool{true, false} { // what waits for others comes after them
		for k, l := range loads {
			if l.hop == nil || s.Uses[k] <= 0 || l.feeds() != feeds {
				continue
			}
			times := min(int(s.Uses[k]+1e-6), l.fits())
			for range times {
				g.lade(l)
			}
			if rest := s.Uses[k] - float64(times); rest > 1e-6 {
				parts = append(parts, part{l, float64(rest * (0.8 + float64(0.4*g.st.rand.Float64())))})
			}
		}
	}
	g.b.partly = parts
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(b.uses, a.uses) })
	for _, p := range parts {
		if p.uses > mostly && p.fits() > 0 {
			g.lade(g.topped(p.load, s.Prices))
		}
	}
	for _, waits := range []bool{false, true} {
		for _, p := range parts {
			if len(g.made) == before && p.some() && p.waits() == waits {
				g.lade(g.topped(p.load, s.Prices))
			}
		}
	}
	g.keep(s, loads)
	return len(g.made) > before
}

// keep has those loads known that a solution uses, or nearly.
func (g *program) keep(s cover.Solution, loads []load) {
	g.known = g.known[:0]
	for k, l := range loads {
		switch {
		case l.hop == nil:
		case s.Uses[k] > 0 || near(&s, k):
			g.known = append(g.known, l)
		default:
			g.b.forget(l.counts)
		}
	}
}

// near reports whether a column was not used for little: another time it may be.
func near(s *cover.Solution, k int) bool {
	c := &s.Columns[k]
	gain, worth := -c.Cost, 0.0
	for _, v := range c.Covers {
		gain += float64(v.N * s.Prices[v.Row])
		worth += math.Max(0, v.N*s.Prices[v.Row])
	}
	return gain > -0.2*worth
}

// fits is how often all that it carries is still left.
func (l *load) fits() int {
	times := math.MaxInt
	for i, n := range l.counts {
		if n > 0 {
			times = min(times, l.hop.wants[i].n/n)
		}
	}
	return times
}

// feeds reports whether something of it goes on from where it ends.
func (l *load) feeds() bool {
	for i, n := range l.counts {
		if n > 0 && l.hop.onto[i] != nil {
			return true
		}
	}
	return false
}

// waits reports whether it carries more than is there and others may bring.
func (l *load) waits() bool {
	for i, n := range l.counts {
		if w := l.hop.wants[i]; n > w.n && w.n < w.most() {
			return true
		}
	}
	return false
}

// some reports whether there is anything left of what it carries.
func (l *load) some() bool {
	for i, n := range l.counts {
		if n > 0 && l.hop.wants[i].n > 0 {
			return true
		}
	}
	return false
}

// topped is a load that is made whole though a solution uses a part of it, with as much
// as it has room for beside what it carries of the rest that ends where it does, what is worth
// most for its room first. Else what no solution uses whole, a little of each kind, goes in loads of its own.
func (g *program) topped(l load, prices []float64) load {
	p, b := l.hop, g.b
	c := p.carriers[l.by]
	order := append(b.filling[:0], p.lots...)[:0]
	few := slices.Grow(b.few[:0], len(p.lots))
	rate := append(b.rates[:0], make([]float64, len(p.lots))...)
	for i, w := range p.wants {
		lot := p.lots[i]
		n := min(l.counts[i], w.n)
		if n > 0 {
			few = append(few, *lot)
			few[len(few)-1].in.part.N = n
			order = append(order, &few[len(few)-1])
		}
		lot.in.part.N = 0
		if p.onto[i] == nil && w.n > n {
			lot.in.part.N = w.n - n
		}
		if w.index != noRow {
			rate[i] = prices[w.index] / shareOf(b.p.N, c, w.kind)
		}
	}
	first := len(order)
	for _, lot := range p.lots {
		if lot.in.part.N > 0 {
			order = append(order, lot)
		}
	}
	slices.SortStableFunc(order[first:], func(x, y *lot) int { return cmp.Compare(rate[y.order], rate[x.order]) })
	b.filling, b.few, b.rates = order, few, rate
	got := b.loadOf(c, order, len(p.wants))
	for i, w := range p.wants {
		if got[i] < min(l.counts[i], w.n) {
			b.forget(got)
			return l
		}
	}
	return load{p, l.by, got}
}

// lade makes the load, of as much of it as is left.
func (g *program) lade(l load) {
	rows := g.b.rows[:0]
	for _, w := range l.hop.wants {
		rows = append(rows, &w.row)
	}
	g.b.rows = rows
	made := laden{hop: l.hop, by: l.by}
	made.takes, made.est, made.end = g.b.take(rows, l.counts)
	for _, t := range made.takes {
		i := slices.Index(rows, t.row)
		if onto := l.hop.onto[i]; onto != nil {
			made.brings = append(made.brings, onto.bring(t, made.est+g.b.least(l.hop.hop)))
		}
	}
	g.made = append(g.made, made)
	for _, u := range l.hop.takes[l.by] {
		g.taken[u.limit] += u.minutes
	}
}
