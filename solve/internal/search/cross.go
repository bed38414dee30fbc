package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// A plan is good in one part and bad in another: what comes from one country goes
// well in this one, what comes from the next in that. The plans of fields are kept
// in stock for it, and others are made that have some units carried as in one and
// the rest as in another.

// inStock is how many plans are kept, and crossings how many are tried for one of a
// field.
const (
	inStock   = 8
	crossings = 6
)

// store takes plans into the stock, which keeps the best.
func (w *Worker) store(plans []*Solution) {
	w.stock = append(w.stock, plans...)
	slices.SortStableFunc(w.stock, func(a, b *Solution) int { return a.Schedule.Score.Compare(b.Schedule.Score) })
	w.stock = w.stock[:min(len(w.stock), inStock)]
}

// crossed is the best of a few plans that are each crossed from two of the stock;
// nil where none could be.
func (w *Worker) crossed() *Solution {
	var best *Solution
	for range crossings {
		if len(w.stock) < 2 {
			break
		}
		i, j := w.r.IntN(len(w.stock)), w.r.IntN(len(w.stock)-1)
		if j >= i {
			j++
		}
		first, second := w.stock[i], w.stock[j]
		order := w.cross(first, second, w.groups(first, second), func(group) bool { return w.r.IntN(2) == 0 })
		if order == nil {
			continue
		}
		s := w.run(order)
		if s == nil {
			break
		}
		if best == nil || s.Schedule.Score.Compare(best.Schedule.Score) < 0 {
			best = s
		}
	}
	return best
}

// graft has the units of a late haul, and those that share any with them, carried
// as in a plan of the stock.
func (w *Worker) graft(s *Solution) []*haul.Haul {
	if len(w.stock) == 0 {
		return nil
	}
	unit := s.Order[w.critical(s)].Parts[0].Unit
	of := w.stock[w.r.IntN(len(w.stock))]
	groups := w.groups(s, of)
	return w.cross(s, of, groups, func(g group) bool { return g == groups[unit] })
}

// group is units that share hauls, told by one of them.
type group network.UnitIndex

// groups is the group of each unit: those that share a haul in either plan.
func (w *Worker) groups(plans ...*Solution) []group {
	parent := make([]group, len(w.p.N.Units))
	for u := range parent {
		parent[u] = group(u)
	}
	root := func(u network.UnitIndex) group {
		g := group(u)
		for parent[g] != g {
			parent[g] = parent[parent[g]]
			g = parent[g]
		}
		return g
	}
	for _, s := range plans {
		for _, h := range s.Order {
			for _, p := range h.Parts[1:] {
				parent[root(p.Unit)] = root(h.Parts[0].Unit)
			}
		}
	}
	for u := range parent {
		parent[u] = root(network.UnitIndex(u))
	}
	return parent
}

// cross is the hauls of two plans, those of the groups of both that are taken from
// the second and those of all others from the first, in the order in which they
// begin to load; nil where all would be of one.
func (w *Worker) cross(first, second *Solution, groups []group, takes func(group) bool) []*haul.Haul {
	taken := map[group]bool{}
	var all []placed
	var parts [2]int
	for k, s := range [2]*Solution{first, second} {
		for i, h := range s.Order {
			g := groups[h.Parts[0].Unit]
			if _, known := taken[g]; !known {
				taken[g] = takes(g)
			}
			if taken[g] == (k == 1) {
				all = append(all, placed{h, int(s.Schedule.First[i])})
				parts[k]++
			}
		}
	}
	if parts[0] == 0 || parts[1] == 0 {
		return nil
	}
	return ordered(all)
}
