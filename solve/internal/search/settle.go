package search

import (
	"math"
	"slices"

	"sortie/solve/internal/cover"
)

// settle solves the program for what is left, and makes loads of its solution;
// false where it makes none.
func (g *program) settle() bool {
	cargo := 0
	for _, w := range g.wants {
		if w.index = noRow; w.most() > 0 {
			w.index = cargo
			cargo++
		}
	}
	g.cargo = cargo
	b, rows := g.b, cargo+len(g.limits.all)
	b.linear.begin(rows)
	b.loaded = append(b.loaded[:0], make([]load, rows)...)
	for _, p := range g.hops {
		for i, w := range p.wants {
			if p.onto[i] == nil && w.index != noRow {
				g.begin(p, i)
			}
		}
	}
	first := g.first()
	s := b.linear.Solve(b.linear.demand, b.linear.start, func(prices []float64) []cover.Column {
		out := first
		if first = nil; out == nil && !b.stop.Load() {
			out = g.richer(prices)
		}
		return out
	})
	return g.take(s, b.loaded)
}

const noRow = -1

// open reports whether there is some to load of each that it carries.
func (l *load) open() bool {
	for i, n := range l.counts {
		if n > 0 && l.hop.wants[i].index == noRow {
			return false
		}
	}
	return true
}

// begin has the row of a want that a hop takes straight be covered by that load
// of it alone which costs least for each.
func (g *program) begin(p *hopLoads, i int) {
	w, row, best := p.wants[i], &g.b.loaded[p.wants[i].index], math.Inf(1)
	p.lots[i].in.part.N = max(1, w.most())
	for k, c := range p.carriers {
		counts := g.b.loadOf(c, p.lots[i:i+1], len(p.wants))
		if n := counts[i]; n > 0 && p.costs[k]/float64(n) < best {
			best = p.costs[k] / float64(n)
			row.hop, row.by = p, k
			row.counts, counts = counts, row.counts
		}
		g.b.forget(counts)
	}
	g.b.linear.demand[w.index] = float64(w.n)
	g.b.linear.start[w.index] = g.column(*row)
}

// first is the closure and the loads that are known. What each limit has is a
// row, which to begin with is passed for more than a later closure costs.
func (g *program) first() []cover.Column {
	l, spared := &g.b.linear, 0.0 // the most: the closure is counted from so long before the start
	for _, m := range g.limits.all {
		spared = max(spared, m.spared)
	}
	closure := len(l.cells)
	for k, m := range g.limits.all {
		l.covers(closure, g.cargo+k, m.each)
	}
	l.more = append(l.more[:0], l.column(closure, 1))
	for k, m := range g.limits.all {
		row, passed := g.cargo+k, len(l.cells)
		if !math.IsInf(m.from, 1) {
			l.demand[row] = float64(m.each*(m.from+spared-m.spared)) + g.taken[k]
		}
		l.covers(passed, row, 1)
		l.start[row] = l.column(passed, 2/m.each)
	}
	g.known = slices.DeleteFunc(g.known, func(l load) bool {
		if l.open() {
			return false
		}
		g.b.forget(l.counts)
		return true
	})
	g.b.loaded = append(append(g.b.loaded, load{}), g.known...)
	for _, known := range g.known {
		l.more = append(l.more, g.column(known))
	}
	return l.more
}

// richer is loads that at the prices of the rows are worth more than they cost.
func (g *program) richer(prices []float64) []cover.Column {
	l := &g.b.linear
	l.more = l.more[:0]
	for _, p := range g.hops {
		worths, some := g.b.worths(p, prices)
		if !some {
			continue
		}
		for k, c := range p.carriers {
			counts, worth := g.b.richest(c, p.lots, worths, true, g.st)
			cost := p.costs[k]
			for _, u := range p.takes[k] {
				cost += float64(prices[g.cargo+u.limit] * u.minutes)
			}
			if counts == nil || worth <= cost+1e-6 {
				g.b.forget(counts)
				continue
			}
			made := load{p, k, counts}
			l.more, g.b.loaded = append(l.more, g.column(made)), append(g.b.loaded, made)
		}
	}
	return l.more
}

// column is that of a load. What it takes has a price of its own beside that of
// the closure: fewer loads are better though nothing waits for them.
func (g *program) column(of load) cover.Column {
	l, first := &g.b.linear, len(g.b.linear.cells)
	for i, n := range of.counts {
		if n == 0 {
			continue
		}
		l.covers(first, of.hop.wants[i].index, float64(n))
		if onto := of.hop.onto[i]; onto != nil {
			l.covers(first, onto.index, -float64(n))
		}
	}
	for _, u := range of.hop.takes[of.by] {
		l.covers(first, g.cargo+u.limit, -u.minutes)
	}
	return l.column(first, of.hop.costs[of.by])
}

// worths is what one of each is worth over the hop at the prices of the rows, and
// whether there is any to load that is worth something. What had better not go on
// from where the hop ends is not loaded.
func (b *builder) worths(p *hopLoads, prices []float64) (out []float64, some bool) {
	out = b.worthOf[:0]
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
	b.worthOf = out
	return out, some
}
