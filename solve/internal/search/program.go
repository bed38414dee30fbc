package search

import (
	"cmp"
	"math"
	"slices"

	"sortie/network"
	"sortie/solve/internal/cover"
	"sortie/solve/internal/haul"
)

// program is the loads of all hops made together, so that everything is unloaded
// soonest: a linear program with a row for each kind of cargo of each nation on
// each hop, a row for each limit, and a column for each load, made as it is
// needed. The closure is a column too: each minute of it gives what the limits
// have in one, and it is the only one that costs much. What a load costs by what
// it takes comes of the program itself, and needs no guess of how busy each
// place and lift will be.
type program struct {
	b      *builder
	limits *limits
	st     style
	hops   []*hopLoads
	cargo  int       // rows of cargo, which come before those of the limits
	taken  []float64 // of each limit, by the loads that are made
	known  []load    // that may be of use again
	made   []laden
}

// hopLoads is what there is to load for a hop, and by what.
type hopLoads struct {
	hop      haul.HopID
	carriers []*carrier
	takes    [][]use // of a load by each
	rows     []*row
	lots     []*lot // what is left of each row, in their order
	first    int    // of the rows, among those of the program
}

// load is one way of loading a lift; the zero value is none.
type load struct {
	hop    *hopLoads
	by     int // of the carriers of the hop
	counts []int
}

// laden is a load with who and what is aboard.
type laden struct {
	load
	parts    []haul.Part
	est, end network.Minute
}

// together makes the loads of hops, for a plan that closes about when the style
// says, and returns those hops that could not be loaded.
func (b *builder) together(hops []haul.HopID, at map[haul.HopID][]input, st style) (out []planned, rest []haul.HopID) {
	g := &program{b: b, limits: limitsOf(b.p.N, st.closure, st.rand), st: st}
	for _, h := range hops {
		if b.p.Hops[h].Convoy || !g.add(h, at[h]) {
			rest = append(rest, h)
		}
	}
	g.taken = make([]float64, len(g.limits.all))
	g.fill()
	g.improve()
	for _, l := range g.made {
		if made := b.make.Make(l.hop.hop, l.parts, st.fleet); made != nil {
			out = append(out, planned{made, l.est, l.end})
		}
	}
	return out, rest
}

// add puts a hop into the program; false where for some of it there is no lift.
func (g *program) add(h haul.HopID, inputs []input) bool {
	b, n := g.b, g.b.p.N
	b.carrying = nil // the carriers of a hop stay its own
	p := &hopLoads{hop: h, carriers: b.carriers(h, g.st), first: g.cargo}
	p.rows = b.rowsOf(p.carriers, newPool(n, inputs, g.st.rand))
	if len(p.rows) == 0 {
		return false
	}
	for i, r := range p.rows {
		p.lots = append(p.lots, &lot{input{part: haul.Part{Unit: r.lots[0].in.part.Unit, Kind: r.kind, N: r.n}}, i})
		if !slices.ContainsFunc(p.carriers, func(c *carrier) bool { return b.loadOf(c, p.lots[i:], i+1)[i] > 0 }) {
			return false
		}
	}
	end := network.Never
	for _, in := range inputs {
		end = min(end, in.end)
	}
	for _, c := range p.carriers {
		takes := g.limits.of(&b.p.Hops[h], c)
		p.takes = append(p.takes, takes)
		for _, u := range takes {
			l, back := &g.limits.all[u.limit], back(&n.Types[c.typ], c)
			switch {
			case !l.ofLifts:
				l.from = min(l.from, math.Max(0, float64(end-n.Start)-u.minutes))
			case l.spared == 0 || back < l.spared:
				l.spared = back
			}
		}
	}
	g.cargo += len(p.rows)
	g.hops = append(g.hops, p)
	return true
}

// fill makes loads of all that is left.
func (g *program) fill() {
	for !g.b.stop.Load() {
		left := 0
		for _, p := range g.hops {
			for i, r := range p.rows {
				p.lots[i].in.part.N = r.n
				left += r.n
			}
		}
		if left == 0 || !g.settle() {
			return
		}
	}
}

// column is that of a load. What it takes has a price of its own beside that of
// the closure: fewer loads are better though nothing waits for them.
func (g *program) column(l load) cover.Column {
	c := cover.Column{Covers: make([]float64, g.cargo+len(g.limits.all))}
	for i, n := range l.counts {
		c.Covers[l.hop.first+i] = float64(n)
	}
	for _, u := range l.hop.takes[l.by] {
		c.Covers[g.cargo+u.limit] = -u.minutes
		c.Cost += float64(free * u.minutes / g.limits.all[u.limit].each)
	}
	return c
}

// settle solves the program for what is left, and makes loads of its solution;
// false where it makes none.
func (g *program) settle() bool {
	demand := make([]float64, g.cargo+len(g.limits.all))
	start := make([]cover.Column, len(demand))
	loads := make([]load, len(demand)) // of the columns
	for _, p := range g.hops {
		for i, r := range p.rows {
			demand[p.first+i] = float64(r.n)
			best := math.Inf(1)
			one := *p.lots[i]
			one.in.part.N = max(1, r.n)
			for k, c := range p.carriers {
				l := load{p, k, g.b.loadOf(c, []*lot{&one}, len(p.rows))}
				if l.counts[i] == 0 {
					continue
				}
				column := g.column(l)
				if cost := column.Cost / float64(l.counts[i]); cost < best {
					best, start[p.first+i], loads[p.first+i] = cost, column, l
				}
			}
		}
	}
	spared := 0.0 // the most: the closure is counted from so long before the start
	for _, l := range g.limits.all {
		spared = max(spared, l.spared)
	}
	closure := cover.Column{Cost: 1, Covers: make([]float64, len(demand))}
	for k, l := range g.limits.all {
		row := g.cargo + k
		closure.Covers[row] = l.each
		if !math.IsInf(l.from, 1) {
			demand[row] = float64(l.each*(l.from+spared-l.spared)) + g.taken[k]
		}
		// To begin with, each limit is passed for more than a later closure costs.
		start[row] = cover.Column{Cost: 2 / l.each, Covers: make([]float64, len(demand))}
		start[row].Covers[row] = 1
	}
	first := []cover.Column{closure}
	loads = append(loads, load{})
	for _, l := range g.known {
		first = append(first, g.column(l))
	}
	loads = append(loads, g.known...)
	s := cover.Solve(demand, start, func(prices []float64) []cover.Column {
		if g.b.stop.Load() {
			return nil
		}
		out := first
		if first = nil; out != nil {
			return out
		}
		for _, p := range g.hops {
			worths := prices[p.first : p.first+len(p.rows)]
			for k, c := range p.carriers {
				counts, worth := g.b.richest(c, p.lots, worths, g.st)
				if counts == nil {
					continue
				}
				l := load{p, k, counts}
				column := g.column(l)
				cost := column.Cost
				for _, u := range p.takes[k] {
					cost += float64(prices[g.cargo+u.limit] * u.minutes)
				}
				if worth > cost+1e-6 {
					out, loads = append(out, column), append(loads, l)
				}
			}
		}
		return out
	})
	return g.take(s, loads)
}

// mostly is the part of a load from which on it is made whole.
const mostly = 0.7

// take makes the loads that a solution uses whole, and of the others those that
// it mostly uses, or the one that it uses most.
func (g *program) take(s cover.Solution, loads []load) bool {
	type part struct {
		load
		uses float64
	}
	var parts []part
	before := len(g.made)
	g.known = g.known[:0:0]
	for k, l := range loads {
		if l.hop == nil {
			continue
		}
		if s.Uses[k] > 0 || near(&s, k) {
			g.known = append(g.known, l)
		}
		if s.Uses[k] <= 0 {
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
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(b.uses, a.uses) })
	for _, p := range parts {
		if len(g.made) == before || p.uses > mostly && p.fits() > 0 {
			g.lade(p.load)
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
			times = min(times, l.hop.rows[i].n/n)
		}
	}
	return times
}

// lade makes the load, of as much of it as is left.
func (g *program) lade(l load) {
	parts, est, end := g.b.take(l.hop.rows, l.counts)
	g.made = append(g.made, laden{l, parts, est, end})
	for _, u := range l.hop.takes[l.by] {
		g.taken[u.limit] += u.minutes
	}
}
