package search

import (
	"cmp"
	"math"
	"slices"

	"sortie/solve/internal/cover"
)

// mostly is the part of a load from which on it is made whole.
const mostly = 0.7

// worths is what one of each is worth over the hop at the prices of the rows, and
// whether there is any to load that is worth something. What had better not go on
// from where the hop ends is not loaded.
func (p *hopLoads) worths(prices []float64) (out []float64, some bool) {
	for i, w := range p.wants {
		worth, most := 0.0, w.most()
		if most > 0 {
			worth = prices[w.index]
		}
		if most > 0 && p.onto[i] != nil {
			if worth -= prices[p.onto[i].index]; worth < 1e-9 {
				worth, most = 0, 0
			}
		}
		out = append(out, worth)
		p.lots[i].in.part.N = most
		some = some || most > 0 && worth > 0
	}
	return out, some
}

// take makes the loads that a solution uses whole, and of the others those that
// it mostly uses, or the one that it uses most.
func (g *program) take(s cover.Solution, loads []load) bool {
	type part struct {
		load
		uses float64
	}
	var parts []part
	before := len(g.made)
	known := g.known[:0:0]
	for k, l := range loads {
		if l.hop != nil && (s.Uses[k] > 0 || near(&s, k)) {
			known = append(known, l)
		}
	}
	g.known = known
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
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(b.uses, a.uses) })
	for _, p := range parts {
		if p.uses > mostly && p.fits() > 0 {
			g.lade(p.load)
		}
	}
	for _, waits := range []bool{false, true} {
		for _, p := range parts {
			if len(g.made) == before && p.some() && p.waits() == waits {
				g.lade(p.load)
			}
		}
	}
	return len(g.made) > before
}

// near reports whether a column was not used for little: another time it may be.
func near(s *cover.Solution, k int) bool {
	c := &s.Columns[k]
	gain, worth := -c.Cost, 0.0
	for i, v := range c.Covers {
		gain += float64(v * s.Prices[i])
		worth += math.Max(0, v*s.Prices[i])
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

// lade makes the load, of as much of it as is left.
func (g *program) lade(l load) {
	rows := make([]*row, len(l.hop.wants))
	for i, w := range l.hop.wants {
		rows[i] = &w.row
	}
	made := laden{load: l}
	made.takes, made.est, made.end = take(rows, l.counts)
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
