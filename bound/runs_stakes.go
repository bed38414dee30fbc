package bound

import (
	"fmt"
	"math"
	"slices"

	"sortie/network"
)

// runStakes is what one of each lot is worth, what resources cost, and what
// each limit pays or costs.
type runStakes struct {
	weights, tolls []int64
	prices         []runPrice
}

type runPrice struct {
	spell
	price int64
}

// finestStake is the greatest of the stakes in whole points.
const finestStake = 1e8

// stakes makes whole points of those of a program.
func (p *runProgram) stakes(x []float64, exact bool) *runStakes {
	var per, prices, tolls []float64
	for n := range p.lots {
		per = append(per, x[n]/float64(p.demand(n)))
	}
	earns := 1.0 // what no run earns more than, so that nothing has to cost more
	for k, at := range p.tolls {
		switch l := &p.limits[k]; {
		case l.more && l.lot != network.None:
			earns += x[at] * float64(p.demand(l.lot))
		case l.more:
			earns += x[at]
		}
	}
	for k, at := range p.prices {
		prices = append(prices, math.Min(x[at]/float64(max(p.spells[p.scarce[k]].has, 1)), earns))
	}
	for _, at := range p.tolls {
		tolls = append(tolls, math.Min(x[at], earns))
	}
	top := slices.Max(slices.Concat(per, prices, tolls))
	whole := func(v float64) int64 { return int64(math.Round(math.Max(v, 0) / math.Max(top, 1e-300) * finestStake)) }
	out := &runStakes{}
	for _, v := range per {
		out.weights = append(out.weights, whole(v))
	}
	if !exact {
		p.even(out.weights)
	}
	for k, v := range prices {
		if price := whole(v); price > 0 {
			out.prices = append(out.prices, runPrice{p.spells[p.scarce[k]], price})
		}
	}
	for _, v := range tolls {
		out.tolls = append(out.tolls, whole(v))
	}
	return out
}

// at is the stakes where all is so many minutes later that has to be by some minute.
func (r *roster) at(of *runStakes, later network.Minute) *runStakes {
	out := *of
	out.prices = slices.Clone(of.prices)
	for k := range out.prices {
		p := &out.prices[k]
		if p.begins.late {
			p.first += later
		}
		if p.ends.late {
			p.last += later
		}
		p.spell = r.c.taken(p.spell, r.runs)
	}
	return &out
}

// refutes reports whether at the stakes all runs within the limits are worth less than the demand.
func (r *roster) refutes(of *runStakes, limits []runLimit) bool {
	owed, able := int64(0), int64(0)
	for n, each := range of.weights {
		owed += each * r.demand(n)
	}
	for _, p := range of.prices {
		able = min(unlimited, able+mul(p.price, p.has))
	}
	for k, l := range limits {
		if l.more {
			owed = min(unlimited, owed+mul(of.tolls[k], l.most+1))
		} else {
			able = min(unlimited, able+mul(of.tolls[k], l.most))
		}
	}
	worth := make([]int64, len(r.groups))
	for g := range r.groups {
		worth[g] = r.worth(g, r.weights(g, of, limits))
	}
	most := make([]int64, len(r.trips))
	for i := range r.runs {
		left := worth[r.group[i]]
		for _, p := range of.prices {
			left -= mul(p.price, p.takes[i])
		}
		for k := range limits {
			switch {
			case limits[k].lot != network.None || !limits[k].counts(r.c, &r.runs[i]):
			case limits[k].more:
				left += of.tolls[k]
			default:
				left -= of.tolls[k]
			}
		}
		most[r.trip[i]] = max(most[r.trip[i]], left)
	}
	for t, trip := range r.trips {
		able = min(unlimited, able+mul(trip.count, most[t]))
	}
	return able < owed
}

// weights is what one of each lot is worth in the loads of a group, with the tolls that it pays or earns there.
func (r *roster) weights(g int, of *runStakes, limits []runLimit) []int64 {
	out := slices.Clone(of.weights)
	for k, l := range limits {
		switch {
		case !l.holds(r, g):
		case l.more:
			out[l.lot] += of.tolls[k]
		default:
			out[l.lot] -= of.tolls[k]
		}
	}
	for n, each := range out {
		out[n] = max(each, 0)
	}
	return out
}

// worth is the most that a load of a group is worth, remembered.
func (r *roster) worth(g int, weights []int64) int64 {
	group := &r.groups[g]
	key := group.key
	for _, n := range group.lots {
		key += fmt.Sprint(" ", weights[n])
	}
	most, ok := r.worths[key]
	if !ok {
		most, _ = r.pack(group, weights)
		r.worths[key] = most
	}
	return most
}
