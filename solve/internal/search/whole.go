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
// as it has room for beside that of the rest that ends where it does.
func (g *program) topped(l load, prices []float64) load {
	p := l.hop
	left, worths := make([]int, len(p.wants)), make([]float64, len(p.wants))
	for i, w := range p.wants {
		if left[i] = w.n; p.onto[i] != nil {
			left[i] = min(l.counts[i], w.n)
		}
		if w.index != noRow {
			worths[i] = prices[w.index]
		}
	}
	return load{p, l.by, g.b.topped(p.carriers[l.by], p.lots, l.counts, left, worths)}
}

// topped is how many of each lot a load takes that is filled with the counts of a load, as far as
// there is that much left, and then with the rest, what is worth most for its room first. Else what no
// solution uses whole, a little of each kind, goes in loads of its own.
func (b *builder) topped(c *carrier, lots []*lot, counts, left []int, worths []float64) []int {
	order := b.filling[:0]
	few := slices.Grow(b.few[:0], len(lots)) // so that those in order stay where they are
	rate := append(b.rates[:0], make([]float64, len(lots))...)
	for i, l := range lots {
		if n := min(counts[i], left[i]); n > 0 {
			few = append(few, *l)
			first := &few[len(few)-1]
			first.in.part.N = n
			order = append(order, first)
		}
		l.in.part.N = max(0, left[i]-counts[i])
		rate[i] = worths[i] / shareOf(b.p.N, c, l.in.part.Kind)
	}
	first := len(order)
	order = append(order, lots...)
	slices.SortStableFunc(order[first:], func(x, y *lot) int { return cmp.Compare(rate[y.order], rate[x.order]) })
	b.filling, b.few, b.rates = order, few, rate
	got := b.loadOf(c, order, len(lots))
	for i := range lots {
		if got[i] < min(counts[i], left[i]) {
			b.forget(got)
			return slices.Clone(counts)
		}
	}
	return got
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
