package bound

import (
	"math"
	"slices"

	"sortie/network"
)

// packed tries every set of places with weights that balance what loads can
// hold against each other, and then parts of what crosses.
func (s *search) packed(sides [][]bool, crossing [][]*entry) {
	for i, inside := range sides {
		s.balance(inside, crossing[i])
	}
	for i, inside := range sides {
		if len(crossing[i]) == 0 || s.over() {
			continue
		}
		for _, group := range s.groups(crossing[i]) {
			s.balance(inside, group)
		}
	}
}

// balance tries the weights for each measure of what a load costs, first where
// loads are not numbered, then with as many as there are trips for; and those
// for which the loads that there are trips for count the least.
func (s *search) balance(inside []bool, group []*entry) {
	items := slices.DeleteFunc(slices.Clone(group), func(e *entry) bool { return e.kind == network.People })
	if len(items) == 0 || s.over() {
		return
	}
	if len(items) < len(group) {
		s.balance(inside, items)
	}
	all := make([]weight, 0, len(group))
	for _, e := range group {
		if !slices.ContainsFunc(all, func(k weight) bool { return k.kind == e.kind }) {
			all = append(all, weight{e.kind, 1})
		}
	}
	c, ok := newCut(s.w, inside, group, all)
	if !ok || len(c.fleets) == 0 {
		return
	}
	if s.whole {
		s.balanceJointly(inside, group, c)
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
		s.rounded(inside, group, c, c.columns(costs, nil))
		for range mostTurns {
			before := s.best
			s.rounded(inside, group, c, c.columns(costs, c.numbers(s.best)))
			if s.best == before || s.over() {
				break
			}
		}
	}
}

// rounded tries weights, and what remains of them where a load counts few points
// and what is less than a point counts none: loads are whole, and so much less
// of a load that is not full is counted as one.
func (s *search) rounded(inside []bool, group []*entry, c *cut, weights []weight) {
	if len(weights) == 0 {
		return
	}
	s.cut(inside, group, weights, true)
	each := map[network.ItemIndex]int64{}
	for _, k := range weights {
		each[k.kind] = k.each
	}
	counts := c.counts()
	var tried []int64
	for i := range c.fleets {
		if !c.fleets[i].carries || s.over() {
			continue
		}
		f := c.form(i, counts)
		points := make([]int64, len(f.kinds))
		for k, kind := range f.kinds {
			points[k] = each[kind]
		}
		if len(points) == 0 {
			continue
		}
		most, _ := s.w.pack(f, points)
		if most <= 0 || slices.Contains(tried, most) {
			continue
		}
		tried = append(tried, most)
		for _, parts := range []int64{1, 2, 3, 4, 5, 6, 8, 12} {
			var few []weight
			for _, k := range weights {
				if n := (k.each*parts + most/1000) / most; n > 0 {
					few = append(few, weight{k.kind, n})
				}
			}
			if len(few) > 0 {
				s.cut(inside, group, few, true)
			}
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

// columns is what one of each kind is worth where the least that all loads
// together cost is spent on carrying the demand: the prices of the linear
// program whose columns are loads, each found as the one worth most at the
// prices so far. Where loads are numbered a fleet has no more of them; where
// they cost nothing, each one more costs as much as any other.
func (c *cut) columns(costs []float64, numbers []int64) []weight {
	return newPricing(c, costs, numbers).best()
}

// best adds loads until none is worth more than it costs.
func (p *pricing) best() []weight {
	c := p.c
	for k := range p.kinds {
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
			return p.weights(prices)
		}
	}
	return nil
}

// pricing is the linear program over the prices: of one of each kind, then of
// one more load of each group. Each load found is a row: it is worth no more
// than it costs and one more load of its group.
type pricing struct {
	c         *cut
	kinds     []network.ItemIndex
	groups    []group
	objective []float64
	rows      [][]float64
	limits    []float64
}

// group is fleets whose loads are alike and cost the same.
type group struct {
	form *form
	cost float64
}

func newPricing(c *cut, costs []float64, numbers []int64) *pricing {
	p := &pricing{c: c}
	counts := c.counts()
	for _, k := range c.weights {
		if counts[k.kind] > 0 {
			p.kinds = append(p.kinds, k.kind)
		}
	}
	slices.Sort(p.kinds)
	for _, kind := range p.kinds {
		p.objective = append(p.objective, float64(counts[kind]))
	}
	free := !slices.ContainsFunc(costs, func(cost float64) bool { return cost > 0 })
	for i := range c.fleets {
		f := (*form)(nil)
		if c.fleets[i].carries {
			f = c.form(i, counts)
		}
		if f == nil || len(f.kinds) == 0 {
			continue
		}
		g := slices.Index(p.groups, group{f, costs[i]})
		if g < 0 {
			g = len(p.groups)
			p.groups, p.objective = append(p.groups, group{f, costs[i]}), append(p.objective, 0)
		}
		if numbers != nil {
			p.objective[len(p.kinds)+g] -= float64(numbers[i])
		}
	}
	for g := range p.groups {
		if numbers == nil || free {
			row := make([]float64, len(p.objective))
			row[len(p.kinds)+g] = 1
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
	f, points := p.groups[g].form, whole(prices[:len(p.kinds)])
	each := make([]int64, len(f.kinds))
	for k, kind := range f.kinds {
		each[k] = points[slices.Index(p.kinds, kind)]
	}
	_, load := p.c.w.pack(f, each)
	row, worth := make([]float64, len(p.objective)), 0.0
	for k, kind := range f.kinds {
		at := slices.Index(p.kinds, kind)
		row[at] = float64(load[k])
		worth += row[at] * prices[at]
	}
	more := len(p.kinds) + g
	row[more] = -1
	if worth <= p.groups[g].cost+prices[more]+1e-6*math.Max(p.groups[g].cost, 1) {
		return false
	}
	p.rows, p.limits = append(p.rows, row), append(p.limits, p.groups[g].cost)
	return true
}

func (p *pricing) weights(prices []float64) []weight {
	var out []weight
	if slices.Max(prices[:len(p.kinds)]) < 1e-9 {
		return nil
	}
	for k, each := range whole(prices[:len(p.kinds)]) {
		if each > 0 {
			out = append(out, weight{p.kinds[k], each})
		}
	}
	return out
}
