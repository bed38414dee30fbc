package bound

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"sortie/network"
)

// packed tries every set of places with weights that balance what loads can
// hold against each other, and then parts of what crosses.
func (s *search) packed(sides [][]bool, crossing [][]*entry) {
	for i, inside := range sides {
		s.balance(stream{inside: inside, entries: crossing[i]})
	}
	for i, inside := range sides {
		if len(crossing[i]) == 0 || s.over() {
			continue
		}
		for _, group := range s.groups(crossing[i]) {
			s.balance(stream{inside: inside, entries: group})
		}
	}
}

// balance tries the weights for each measure of what a load costs, first where
// loads are not numbered, then with as many as there are trips for; and those
// for which the loads that there are trips for count the least.
func (s *search) balance(parts ...stream) {
	items, any, all := make([]stream, len(parts)), false, true
	for i, part := range parts {
		items[i].inside = part.inside
		items[i].entries = slices.DeleteFunc(slices.Clone(part.entries), func(e *entry) bool { return e.kind == network.People })
		any, all = any || len(items[i].entries) > 0, all && len(items[i].entries) == len(part.entries)
	}
	if !any || s.over() {
		return
	}
	if !all {
		s.balance(items...)
	}
	counted := make([]stream, len(parts))
	for i, part := range parts {
		counted[i] = stream{inside: part.inside, entries: part.entries}
		for _, e := range part.entries {
			if counted[i].each(e.kind) == 0 {
				counted[i].weights = append(counted[i].weights, weight{e.kind, 1})
			}
		}
	}
	c, ok := newCut(s.w, counted...)
	if !ok || len(c.fleets) == 0 {
		return
	}
	lim := c.limitsBy(s.best)
	c.measure(&lim)
	if s.whole {
		s.balanceJointly(c)
		return
	}
	var tried [][]float64
	for _, cost := range []func(f *lifts) network.Minute{
		(*lifts).unload, (*lifts).load,
		func(*lifts) network.Minute { return 1 },
		func(f *lifts) network.Minute { return max(f.unload(), f.turn()) * network.Minute(f.typ.Slots) },
		func(*lifts) network.Minute { return 0 },
	} {
		costs := make([]float64, len(c.fleets))
		for i := range costs {
			if c.fleets[i].carries {
				costs[i] = float64(cost(s.w.fleets[i]))
			}
		}
		scale := slices.Max(costs)
		for i := range costs {
			costs[i] /= math.Max(scale, 1)
		}
		if slices.ContainsFunc(tried, func(other []float64) bool { return slices.Equal(other, costs) }) {
			continue
		}
		tried = append(tried, costs)
		s.rounded(c, c.columns(costs, nil))
		for range mostTurns {
			before := s.best
			s.rounded(c, c.columns(costs, c.numbers(s.best)))
			if s.best == before || s.over() {
				break
			}
		}
	}
}

// rounded tries weights, and what remains of them where a load counts few points
// and what is less than a point counts none: loads are whole, and so much less
// of a load that is not full is counted as one.
func (s *search) rounded(c *cut, parts []stream) {
	if len(parts) == 0 {
		return
	}
	s.cross(true, parts...)
	full, ok := newCut(s.w, parts...)
	if !ok {
		return
	}
	full.packed = true
	lim := full.limitsBy(s.best)
	full.measure(&lim)
	var tried []int64
	for i := range full.fleets {
		most := full.fleets[i].load
		if s.over() || most <= 0 || most >= unlimited || slices.Contains(tried, most) {
			continue
		}
		tried = append(tried, most)
		for _, points := range []int64{1, 2, 3, 4, 5, 6, 8, 12} {
			few := slices.Clone(parts)
			for k := range few {
				few[k].weights = nil
				for _, w := range parts[k].weights {
					if n := (w.each*points + most/1000) / most; n > 0 {
						few[k].weights = append(few[k].weights, weight{w.kind, n})
					}
				}
			}
			s.cross(true, few...)
		}
	}
}

// numbers is how many loads of each fleet arrive in time to close by a minute.
func (c *cut) numbers(by network.Minute) []int64 {
	lim := c.limitsBy(by)
	out := make([]int64, len(c.fleets))
	for i := range out {
		x, f := &c.fleets[i], c.w.fleets[i]
		for n := 0; x.carries && n < mostTrips; n++ {
			if n == len(x.trips) && !x.whole {
				c.trip(i)
			}
			if n >= len(x.trips) || !inTime(x.trips[n], f.unload(), lim.standing) {
				break
			}
			out[i] += int64(f.Count)
		}
		out[i] = min(out[i], c.within(i))
	}
	return out
}

// mostRounds bounds how many times better loads are looked for, mostTurns how
// many times the trips are counted again for a later minute, and mostTrips those
// of one lift. finest is the greatest weight.
const (
	mostRounds = 80
	mostTurns  = 4
	mostTrips  = 100
	finest     = 1_000_000
)

// columns is what one of each kind of each part is worth where the least that
// all loads together cost is spent on carrying the demand: the prices of the
// linear program whose columns are loads, each found as the one worth most at
// the prices so far. Where loads are numbered a fleet has no more of them; where
// they cost nothing, each one more costs as much as any other.
func (c *cut) columns(costs []float64, numbers []int64) []stream {
	return newPricing(c, costs, numbers).best()
}

// best adds loads until none is worth more than it costs.
func (p *pricing) best() []stream {
	c := p.c
	for k := range p.lots {
		alone := make([]float64, len(p.objective))
		alone[k] = 1
		for g := range p.groups {
			p.better(g, alone)
		}
	}
	for range mostRounds {
		c.w.work += len(p.rows) * len(p.rows) * len(p.objective)
		prices, _, ok := maximise(p.objective, p.rows, p.limits)
		if !ok || c.w.work > mostWork {
			return nil
		}
		more := false
		for g := range p.groups {
			more = p.better(g, prices) || more
		}
		if !more {
			return p.weighted(prices)
		}
	}
	return nil
}

// pricing is the linear program over the prices: of one of each lot, then of
// one more load of each kind of lift. Each load found is a row: it is worth no
// more than it costs and one more load of its lifts.
type pricing struct {
	c         *cut
	lots      []lot
	groups    []group
	objective []float64
	rows      [][]float64
	limits    []float64
}

// lot is one kind of one stream.
type lot struct {
	stream int
	kind   network.ItemIndex
}

// group is fleets whose loads are alike and cost the same, with what crosses.
type group struct {
	form *form
	of   set
	cost float64
	more int // its variable in the program
}

func newPricing(c *cut, costs []float64, numbers []int64) *pricing {
	p := &pricing{c: c}
	for i := range c.streams {
		counts := c.counts(1 << i)
		for _, k := range c.streams[i].weights {
			if counts[k.kind] > 0 {
				p.lots = append(p.lots, lot{i, k.kind})
			}
		}
	}
	slices.SortFunc(p.lots, func(a, b lot) int { return cmp.Or(a.stream-b.stream, int(a.kind)-int(b.kind)) })
	for _, l := range p.lots {
		p.objective = append(p.objective, float64(c.counts(1 << l.stream)[l.kind]))
	}
	free := !slices.ContainsFunc(costs, func(cost float64) bool { return cost > 0 })
	lifts := map[string]int{}
	for i := range c.fleets {
		var forms []group
		key := fmt.Sprint(costs[i])
		for _, of := range slices.Sorted(maps.Keys(c.fleets[i].loads)) {
			if f := c.form(i, of); len(f.kinds) > 0 {
				forms = append(forms, group{form: f, of: of, cost: costs[i]})
				key += fmt.Sprintf(" %d %p", of, f)
			}
		}
		if len(forms) == 0 {
			continue
		}
		more, known := lifts[key]
		if !known {
			more = len(p.objective)
			lifts[key] = more
			p.objective = append(p.objective, 0)
			for _, g := range forms {
				g.more = more
				p.groups = append(p.groups, g)
			}
		}
		if numbers != nil {
			p.objective[more] -= float64(numbers[i])
		}
	}
	for more := len(p.lots); more < len(p.objective); more++ {
		if numbers == nil || free {
			row := make([]float64, len(p.objective))
			row[more] = 1
			limit := 0.0
			if numbers != nil {
				limit = 1
			}
			p.rows, p.limits = append(p.rows, row), append(p.limits, limit)
		}
	}
	return p
}

// whole makes whole points of prices.
func whole(prices []float64) []int64 {
	scale := finest / math.Max(slices.Max(prices), 1e-300)
	out := make([]int64, len(prices))
	for k := range prices {
		out[k] = int64(math.Round(prices[k] * scale))
	}
	return out
}

// better adds the load of a group that is worth most at the prices, where it is
// worth more than it may be.
func (p *pricing) better(g int, prices []float64) bool {
	group := &p.groups[g]
	f, points := group.form, whole(prices[:len(p.lots)])
	each, dearest := make([]int64, len(f.kinds)), make([]int, len(f.kinds))
	for k, kind := range f.kinds {
		dearest[k] = -1
		for at, l := range p.lots {
			if l.kind == kind && group.of>>l.stream&1 == 1 && (dearest[k] < 0 || points[at] > each[k]) {
				dearest[k], each[k] = at, points[at]
			}
		}
	}
	_, load := p.c.w.pack(f, each, false)
	row, worth := make([]float64, len(p.objective)), 0.0
	for k, at := range dearest {
		row[at] = float64(load[k])
		worth += row[at] * prices[at]
	}
	row[group.more] = -1
	if worth <= group.cost+prices[group.more]+1e-6*math.Max(group.cost, 1) {
		return false
	}
	p.rows, p.limits = append(p.rows, row), append(p.limits, group.cost)
	return true
}

// weighted is the streams with the prices as weights.
func (p *pricing) weighted(prices []float64) []stream {
	if slices.Max(prices[:len(p.lots)]) < 1e-9 {
		return nil
	}
	out := make([]stream, len(p.c.streams))
	for i, s := range p.c.streams {
		out[i] = stream{inside: s.inside, entries: s.entries}
	}
	for k, each := range whole(prices[:len(p.lots)]) {
		if each > 0 {
			of := &out[p.lots[k].stream]
			of.weights = append(of.weights, weight{p.lots[k].kind, each})
		}
	}
	return out
}
