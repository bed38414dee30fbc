package search

import (
	"cmp"
	"math"
	"slices"

	"sortie/network"
	"sortie/solve/internal/cover"
	"sortie/solve/internal/haul"
)

// blueprint packs a pool into loads that cost least together, by the prices:
// the mix of loads comes from a linear program with a row for each kind of
// cargo of each nation and a column for each load, made as it is needed; whole
// loads are taken from it one after the other.
func (b *builder) blueprint(h haul.HopID, carriers []*carrier, p *pool, st style) []planned {
	rows := b.rowsOf(carriers, p)
	b.taken = b.taken[:0]
	out := b.planning[:0]
	for len(rows) > 0 && !b.stop.Load() {
		chosen := b.mix(h, carriers, rows, st)
		if len(chosen) == 0 {
			break
		}
		for _, ch := range chosen {
			for range ch.times {
				of, est, end := b.take(rows, ch.counts)
				if made := b.make.Draft(h, b.partsOf(of), st.fleet); made != nil {
					out = append(out, planned{made, est, end})
				}
			}
		}
		rows = slices.DeleteFunc(rows, func(r *row) bool { return r.n == 0 })
	}
	b.planning = out
	return out
}

// row is a kind of cargo of one nation in a pool, over units.
type row struct {
	kind network.ItemIndex
	lots []*lot // soonest first
	n    int
}

// mixed is a load of a mix: how many of each row, how often.
type mixed struct {
	counts []int
	times  int
}

// rowsOf groups the pool, without what no carrier takes.
func (b *builder) rowsOf(carriers []*carrier, p *pool) []*row {
	type key struct {
		kind   network.ItemIndex
		nation network.NationIndex
	}
	by := map[key]*row{}
	var out []*row
	for _, l := range p.lots {
		part := l.in.part
		if part.N == 0 || !slices.ContainsFunc(carriers, func(c *carrier) bool { return b.p.N.Fits(c.typ, part.Kind) && b.serves(c.serves, part.Unit) }) {
			continue
		}
		k := key{part.Kind, b.p.N.Units[part.Unit].Nation}
		r := by[k]
		if r == nil {
			r = &row{kind: part.Kind}
			by[k] = r
			out = append(out, r)
		}
		r.lots = append(r.lots, l)
		r.n += part.N
	}
	for _, r := range out {
		slices.SortStableFunc(r.lots, func(a, b *lot) int { return cmp.Compare(a.in.est, b.in.est) })
	}
	return out
}

// mix solves the linear program for what is left in the rows and returns the
// loads that it uses whole, or else the one that it uses most.
func (b *builder) mix(h haul.HopID, carriers []*carrier, rows []*row, st style) []mixed {
	l := &b.linear
	l.begin(len(rows))
	for _, counts := range b.counts {
		b.forget(counts)
	}
	b.counts = b.counts[:0]
	counts := append(b.counts, make([][]int, len(rows))...) // of each column
	by := make([]*carrier, len(rows))
	lots := b.lotsOf(rows)
	for i, r := range rows {
		cheapest, best := 0.0, math.Inf(1)
		for _, c := range carriers {
			got, cost := b.loadOf(c, lots[i:i+1], len(rows)), st.prices.of(h, c)
			if n := got[i]; n > 0 && cost/float64(n) < best {
				cheapest, best = cost, cost/float64(n)
				counts[i], got = got, counts[i]
				by[i] = c
			}
			b.forget(got)
		}
		if counts[i] == nil {
			return nil
		}
		l.demand[i], l.start[i] = float64(r.n), l.of(counts[i], cheapest)
	}
	s := l.Solve(l.demand, l.start, func(prices []float64) []cover.Column {
		l.more = l.more[:0]
		if b.stop.Load() {
			return nil
		}
		for _, c := range carriers {
			cost := st.prices.of(h, c)
			got, worth := b.richest(c, lots, prices, false, st)
			if worth > cost+1e-7 {
				l.more, counts, by = append(l.more, l.of(got, cost)), append(counts, got), append(by, c)
			} else {
				b.forget(got)
			}
		}
		return l.more
	})
	var out []mixed
	most := -1
	left := make([]int, len(rows))
	for i, r := range rows {
		left[i] = r.n
	}
	for k := range s.Columns {
		if most < 0 || s.Uses[k] > s.Uses[most] {
			most = k
		}
		times := int(s.Uses[k] + 1e-6)
		for i, n := range counts[k] {
			if n > 0 {
				times = min(times, left[i]/n)
			}
		}
		if times > 0 {
			out = append(out, mixed{counts[k], times})
			for i, n := range counts[k] {
				left[i] -= times * n
			}
		}
	}
	if len(out) == 0 && most >= 0 {
		counts = append(counts, b.topped(by[most], lots, counts[most], left, s.Prices))
		out = append(out, mixed{counts[len(counts)-1], 1})
	}
	b.counts = counts
	return out
}

// lotsOf is a lot of all of each row, which is their order. They are the
// builder's until the next.
func (b *builder) lotsOf(rows []*row) []*lot {
	b.rowLots = slices.Grow(b.rowLots[:0], len(rows)) // so that those in order stay where they are
	out := b.ofRows[:0]
	for i, r := range rows {
		b.rowLots = append(b.rowLots, lot{input{part: haul.Part{Unit: r.lots[0].in.part.Unit, Kind: r.kind, N: r.n}}, i})
		out = append(out, &b.rowLots[i])
	}
	b.ofRows = out
	return out
}

// loadOf is how many of each row a load takes that is filled in the order of the
// lots, people last.
func (b *builder) loadOf(c *carrier, lots []*lot, rows int) []int {
	f := b.freight(c, lots)
	var counts []int
	if last := len(b.spare) - 1; last >= 0 {
		counts, b.spare = b.spare[last][:0], b.spare[:last]
	}
	counts = append(counts, make([]int, rows)...)
	for i, l := range f.lots {
		counts[l.order] += f.takes[i]
	}
	seats := b.seats(c, f)
	for _, l := range lots {
		if l.in.part.Kind == network.People && b.serves(f.aboard, l.in.part.Unit) && b.p.N.Fits(c.typ, network.People) {
			n := min(seats, l.in.part.N)
			counts[l.order] = n
			if seats -= n; n > 0 {
				b.boards(f, l.in.part.Unit)
			}
		}
	}
	return counts
}

// forget lets the memory of a load be used for others.
func (b *builder) forget(counts []int) {
	if counts != nil {
		b.spare = append(b.spare, counts)
	}
}

// richest is the load of the greatest worth at the prices of the rows that a few
// orders of filling find: by worth for the room that each takes, with chance. If
// it may be mixed, no more than a few of some kinds come before the others: what
// goes best beside a thing is often not another of its kind, but such loads leave
// more over, and want to be made again.
func (b *builder) richest(c *carrier, lots []*lot, prices []float64, mixed bool, st style) (counts []int, worth float64) {
	rate := append(b.rates[:0], make([]float64, len(lots))...)
	shares := b.shares[:0]
	for _, l := range lots {
		shares = append(shares, shareOf(b.p.N, c, l.in.part.Kind))
	}
	b.rates, b.shares = rate, shares
	few := slices.Grow(b.few[:0], len(lots)) // so that those in order stay where they are
	for try := range fillings {
		order := append(b.filling[:0], lots...)
		few = few[:0]
		for i, l := range lots {
			rate[i] = prices[i] / shares[i]
			if try == 0 {
				continue
			}
			rate[i] *= 0.4 + float64(1.2*st.rand.Float64())
			if most := min(l.in.part.N, int(1/shares[i])); mixed && most > 1 && l.in.part.Kind != network.People && st.rand.IntN(2) == 0 {
				few = append(few, *l)
				first := &few[len(few)-1]
				first.in.part.N = 1 + st.rand.IntN(most-1)
				order[i] = first
			}
		}
		slices.SortStableFunc(order, func(x, y *lot) int { return cmp.Compare(rate[y.order], rate[x.order]) })
		for i := range few {
			rest := lots[few[i].order]
			rest.in.part.N -= few[i].in.part.N
			order = append(order, rest)
		}
		got := b.loadOf(c, order, len(lots))
		for i := range few {
			lots[few[i].order].in.part.N += few[i].in.part.N
		}
		b.filling = order
		sum := 0.0
		for i, n := range got {
			sum += float64(prices[i] * float64(n))
		}
		if sum > worth {
			counts, got, worth = got, counts, sum
		}
		b.forget(got)
	}
	b.few = few
	return counts, worth
}

// taken is so many of a lot of a row that a load takes.
type taken struct {
	row *row
	lot *lot
	n   int
}

// put adds them to what is left; with -1 it takes them from there.
func (t *taken) put(sign int) {
	t.lot.in.part.N += sign * t.n
	t.row.n += sign * t.n
}

// partsOf is what they are of units, in memory of the builder.
func (b *builder) partsOf(all []taken) []haul.Part {
	parts := b.parts[:0]
	for _, t := range all {
		part := t.lot.in.part
		part.N = t.n
		parts = append(parts, part)
	}
	b.parts = parts
	return parts
}

// take is one load out of the rows: of the units that may leave soonest, people
// of units whose items are aboard first.
func (b *builder) take(rows []*row, counts []int) (all []taken, est, end network.Minute) {
	first := len(b.taken)
	aboard := func(u network.UnitIndex) bool {
		return slices.ContainsFunc(b.taken[first:], func(t taken) bool { return t.lot.in.part.Unit == u })
	}
	pick := func(r *row, n int, only bool) int {
		for _, l := range r.lots {
			if n == 0 {
				break
			}
			k := min(n, l.in.part.N)
			if k == 0 || only && !aboard(l.in.part.Unit) {
				continue
			}
			t := taken{r, l, k}
			t.put(-1)
			b.taken = append(b.taken, t)
			n -= k
			est, end = max(est, l.in.est), max(end, l.in.end)
		}
		return n
	}
	for _, people := range []bool{false, true} {
		for i, r := range rows {
			if (r.kind == network.People) != people {
				continue
			}
			n := min(counts[i], r.n)
			n = pick(r, n, true)
			pick(r, n, false)
		}
	}
	return b.taken[first:len(b.taken):len(b.taken)], est, end
}
