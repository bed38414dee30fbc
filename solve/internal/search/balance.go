package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// Where there are many hauls, what becomes of one of them changes little. What
// follows changes a whole part of the plan at once.

// flow is the units that begin and end at the same places.
type flow struct{ from, to network.PlaceIndex }

// balance puts the hauls of flows that end late sooner, and those of flows that
// end early later, each by some of the time that it is off: a plan closes when
// the last flow does, and lifts and teams that others do not need until then
// are lent to it. Else hauls go in the order in which they began to load.
// Sometimes all flows are shifted, sometimes those alone that end last; the
// whole order is changed, or its end, which disturbs less.
func (w *Worker) balance(s *Solution) []*haul.Haul {
	ends := w.flowEnds(s)
	if len(ends) < 2 {
		return nil
	}
	sum := 0
	for _, end := range ends {
		sum += int(end - w.p.N.Start)
	}
	mean := w.p.N.Start + network.Minute(sum/len(ends))
	share := w.r.Float64()
	begin := 0
	if w.r.IntN(4) > 0 {
		r := w.r.Float64()
		begin = len(s.Order) - int(r*r*float64(len(s.Order)))
	}
	least := network.Minute(network.Past) // flows that end sooner are left alone
	if w.r.IntN(2) == 0 {
		least = mean + network.Minute(w.r.Float64()*float64(s.Schedule.Score.Closure-mean))
	}
	shift := map[flow]network.Minute{}
	all := make([]placed, 0, len(s.Order)-begin)
	for i, h := range s.Order[begin:] {
		sooner := -network.Minute(network.Never)
		for _, p := range h.Parts {
			f := w.flow(p)
			by, known := shift[f]
			if !known {
				if end, ok := ends[f]; ok && end >= least {
					by = network.Minute(float64(end-mean) * share * w.r.Float64())
				}
				shift[f] = by
			}
			sooner = max(sooner, by)
		}
		all = append(all, placed{h, int(s.Schedule.First[begin+i] - sooner)})
	}
	return append(slices.Clone(s.Order[:begin]), ordered(all)...)
}

// flowEnds is when the last of each flow is unloaded, of those that are delivered.
func (w *Worker) flowEnds(s *Solution) map[flow]network.Minute {
	ends := map[flow]network.Minute{}
	for i, h := range s.Order {
		if s.Schedule.Done[i] >= network.Never {
			continue
		}
		for _, p := range h.Parts {
			if f := w.flow(p); f.to == w.p.Hops[h.Hop].To {
				ends[f] = max(ends[f], s.Schedule.Done[i])
			}
		}
	}
	return ends
}

func (w *Worker) flow(p haul.Part) flow {
	u := &w.p.N.Units[p.Unit]
	return flow{u.At, u.To}
}

// looks is how many late hauls are looked at for one that needs a type of lift.
const looks = 8

// relieve loads some of what a type of lift carries late by other types: loads are
// dealt out to types in turn, and one of them may end after the others.
func (w *Worker) relieve(s *Solution) []*haul.Haul {
	typ, ok := network.TypeIndex(0), false
	for k := 0; !ok && k < looks; k++ {
		typ, ok = w.needs(s.Order[w.critical(s)])
	}
	if !ok {
		return nil
	}
	r := w.r.Float64()
	begin := s.Schedule.Score.Closure - network.Minute(r*r*r*float64(w.span(s.Schedule.Score)))
	one := 1 + w.r.IntN(4) // of so many hauls
	chosen := map[haul.HopID][]int{}
	var hops []haul.HopID
	for i, h := range s.Order {
		if t, ok := w.needs(h); !ok || t != typ || s.Schedule.First[i] < begin || w.r.IntN(one) > 0 {
			continue
		}
		if chosen[h.Hop] == nil {
			hops = append(hops, h.Hop)
		}
		chosen[h.Hop] = append(chosen[h.Hop], i)
	}
	loaded := make([][]*haul.Haul, len(s.Order)) // in place of hauls
	changed := false
	for _, hop := range hops {
		inputs := w.unloaded(w.pick(s.Order, chosen[hop])...)
		made := w.build.loads(hop, inputs, style{fleet: network.None, without: []network.TypeIndex{typ}})
		if carried(made) != carriedBy(s.Order, chosen[hop]) {
			continue
		}
		changed, made = true, keep(made)
		for k, i := range chosen[hop] {
			part := made[k*len(made)/len(chosen[hop]) : (k+1)*len(made)/len(chosen[hop])]
			loaded[i] = make([]*haul.Haul, len(part))
			for j := range part {
				loaded[i][j] = part[j].haul
			}
		}
	}
	if !changed {
		return nil
	}
	out := make([]*haul.Haul, 0, len(s.Order))
	for i, h := range s.Order {
		if loaded[i] == nil {
			out = append(out, h)
		} else {
			out = append(out, loaded[i]...)
		}
	}
	return out
}

// needs is the one type of lift that can carry a haul.
func (w *Worker) needs(h *haul.Haul) (network.TypeIndex, bool) {
	if len(h.Options) == 0 {
		return 0, false
	}
	typ := w.p.N.Fleets[h.Options[0].Fleet].Type
	for _, o := range h.Options[1:] {
		if w.p.N.Fleets[o.Fleet].Type != typ {
			return 0, false
		}
	}
	return typ, true
}
