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

// balance tries the weights for each measure of what a load costs.
func (s *search) balance(inside []bool, group []*entry) {
	items := slices.ContainsFunc(group, func(e *entry) bool { return e.kind != network.People })
	if !items || s.over() {
		return
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
	var tried [][]float64
	for _, cost := range []func(f *lifts) network.Minute{
		(*lifts).unload, (*lifts).load,
		func(*lifts) network.Minute { return 1 },
		func(f *lifts) network.Minute { return max(f.unload(), f.turn()) * network.Minute(f.typ.Slots) },
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
		if weights := c.columns(costs); len(weights) > 0 {
			s.cut(inside, group, weights, true)
		}
	}
}

// mostRounds bounds how many times better loads are looked for, and finest is
// the greatest weight.
const (
	mostRounds = 80
	finest     = 1_000_000
)

// columns is what one of each kind is worth where the least that all loads
// together cost is spent on carrying the demand: the prices of the linear
// program whose columns are loads, each found as the one worth most at the
// prices so far.
func (c *cut) columns(costs []float64) []weight {
	counts := c.counts()
	var kinds []network.ItemIndex
	for _, k := range c.weights {
		if counts[k.kind] > 0 {
			kinds = append(kinds, k.kind)
		}
	}
	slices.Sort(kinds)
	demand := make([]float64, len(kinds))
	for k, kind := range kinds {
		demand[k] = float64(counts[kind])
	}
	var loads [][]float64
	var limits []float64
	// better adds the load that counts most where it counts more than it costs.
	better := func(i int, f *form, prices []float64) bool {
		scale := finest / math.Max(slices.Max(prices), 1e-300)
		each := make([]int64, len(f.kinds))
		for k, kind := range f.kinds {
			each[k] = int64(math.Round(prices[slices.Index(kinds, kind)] * scale))
		}
		if len(each) == 0 {
			return false
		}
		_, found := c.w.pack(f, each)
		load, worth := make([]float64, len(kinds)), 0.0
		for k, kind := range f.kinds {
			at := slices.Index(kinds, kind)
			load[at] = float64(found[k])
			worth += load[at] * prices[at]
		}
		if worth <= costs[i]*(1+1e-6) {
			return false
		}
		loads, limits = append(loads, load), append(limits, costs[i])
		return true
	}
	type alike struct {
		form *form
		cost float64
	}
	forms, seen := map[int]*form{}, map[alike]bool{}
	for i := range c.fleets {
		if !c.fleets[i].carries || costs[i] <= 0 {
			if c.fleets[i].carries {
				return nil
			}
			continue
		}
		f := c.form(i, counts)
		if seen[alike{f, costs[i]}] {
			continue
		}
		seen[alike{f, costs[i]}] = true
		forms[i] = f
		for k := range kinds {
			alone := make([]float64, len(kinds))
			alone[k] = 1
			better(i, f, alone)
		}
	}
	for range mostRounds {
		prices, _, ok := maximise(demand, loads, limits)
		if !ok || c.w.work > mostWork {
			return nil
		}
		more := false
		for i := range c.fleets {
			if f := forms[i]; f != nil && better(i, f, prices) {
				more = true
			}
		}
		if more {
			continue
		}
		var out []weight
		scale := finest / math.Max(slices.Max(prices), 1e-300)
		for k, kind := range kinds {
			if each := int64(math.Round(prices[k] * scale)); each > 0 {
				out = append(out, weight{kind, each})
			}
		}
		return out
	}
	return nil
}
