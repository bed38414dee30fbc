package search

import (
	"maps"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// mostReworked is how many hauls are loaded anew together, and reworks how often
// some of these are made again.
const (
	mostReworked = 24
	reworks      = 6
)

// rework loads some hauls anew together that begin or end where one does, with
// those that bring them something or take it on: at the prices of the plan, over
// places between where that costs less.
func (w *Worker) rework(s *Solution) []*haul.Haul {
	if w.prices == nil {
		return nil
	}
	chosen := w.neighbours(s, w.critical(s))
	if len(chosen) < 2 {
		return nil
	}
	inputs := w.straight(s, chosen)
	st := style{fleet: network.None, rand: w.r, prices: w.prices.eased(w.r)}
	w.build.taken = w.build.taken[:0]
	g := newProgram(w.build, &limits{n: w.p.N}, st)
	for _, h := range slices.Sorted(maps.Keys(inputs)) {
		if !g.add(h, gather(inputs[h])) {
			return nil
		}
	}
	g.transfer()
	g.fill()
	g.improve(reworks)
	g.forget()
	for _, o := range g.wants {
		if o.n > 0 {
			return nil
		}
	}
	kept := s.Order[:0:0]
	for k, h := range s.Order {
		if !slices.Contains(chosen, k) {
			kept = append(kept, h)
		}
	}
	return w.settle(s.Order, kept, g.hauls())
}

// neighbours is some hauls by lifts that begin or end where one does, and those
// that bring what they carry, or take it on.
func (w *Worker) neighbours(s *Solution, i int) []int {
	one := &w.p.Hops[s.Order[i].Hop]
	if one.Convoy || len(one.Via) > 0 {
		return nil
	}
	manner, begin := w.r.IntN(3), w.r.IntN(len(s.Order))
	chosen := []int{i}
	add := func(near func(k int, hop *network.Hop) bool) {
		for k := range s.Order {
			k = (begin + k) % len(s.Order)
			hop := &w.p.Hops[s.Order[k].Hop]
			if len(chosen) < mostReworked && hop.Mode == one.Mode && !hop.Convoy && len(hop.Via) == 0 && !slices.Contains(chosen, k) && near(k, hop) {
				chosen = append(chosen, k)
			}
		}
	}
	add(func(_ int, hop *network.Hop) bool {
		from, to := hop.From == one.From, hop.To == one.To
		return from && to || manner == 1 && from || manner == 2 && to
	})
	near := chosen
	add(func(k int, hop *network.Hop) bool {
		return slices.ContainsFunc(near, func(c int) bool {
			o := &w.p.Hops[s.Order[c].Hop]
			return (o.To == hop.From || o.From == hop.To) && shareKind(s.Order[c], s.Order[k])
		})
	})
	return chosen
}

// straight is what hauls carry, by hop; what one brings and another takes on goes
// straight, where lifts do.
func (w *Worker) straight(s *Solution, chosen []int) map[haul.HopID][]input {
	out := map[haul.HopID][]input{}
	for _, k := range chosen {
		h := s.Order[k]
		for _, p := range h.Parts {
			out[h.Hop] = append(out[h.Hop], input{part: p, est: s.Schedule.First[k]})
		}
	}
	hops := slices.Sorted(maps.Keys(out))
	for _, a := range hops {
		for _, b := range hops {
			first, second := &w.p.Hops[a], &w.p.Hops[b]
			over, ok := w.p.Direct(first.From, second.To, first.Mode)
			if first.To != second.From || !ok {
				continue
			}
			for i := range out[a] {
				for k := range out[b] {
					in, on := &out[a][i], &out[b][k]
					if u := &w.p.N.Units[in.part.Unit]; in.part.Unit != on.part.Unit || in.part.Kind != on.part.Kind || u.At == first.To {
						continue
					}
					n := min(in.part.N, on.part.N)
					in.part.N -= n
					on.part.N -= n
					whole := *in
					whole.part.N = n
					out[over] = append(out[over], whole)
				}
			}
		}
	}
	for h, all := range out {
		if out[h] = slices.DeleteFunc(all, func(in input) bool { return in.part.N == 0 }); len(out[h]) == 0 {
			delete(out, h)
		}
	}
	return out
}
