package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// flow is the units that begin and end at the same places.
type flow struct{ from, to network.PlaceIndex }

// mostShift is the most of the time by which a flow ends later than the others,
// or sooner, that its hauls are put sooner at a time, or later.
const mostShift = 1.0

// balance puts the hauls of flows that end late sooner, and those of flows that
// end early later, each by some of the time that it is off: a plan closes when
// the last flow does, and lifts and teams that others do not need until then
// are lent to it. It changes all of the order at once. Where a schedule takes long
// it is what comes farthest.
func (w *Worker) balance(s *Solution) []*haul.Haul {
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
	if len(ends) < 2 {
		return nil
	}
	sum := 0
	for _, end := range ends {
		sum += int(end - w.p.N.Start)
	}
	mean := w.p.N.Start + network.Minute(sum/len(ends))
	share := mostShift * w.r.Float64()
	shift := map[flow]network.Minute{}
	type placed struct {
		haul *haul.Haul
		at   network.Minute
	}
	all := make([]placed, len(s.Order))
	for i, h := range s.Order {
		sooner := -network.Minute(network.Never)
		for _, p := range h.Parts {
			f := w.flow(p)
			by, known := shift[f]
			if !known {
				if end, ok := ends[f]; ok {
					by = network.Minute(float64(end-mean) * share * w.r.Float64())
				}
				shift[f] = by
			}
			sooner = max(sooner, by)
		}
		all[i] = placed{h, s.Schedule.First[i] - sooner}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return int(a.at - b.at) })
	out := make([]*haul.Haul, len(all))
	for i, p := range all {
		out[i] = p.haul
	}
	return out
}

func (w *Worker) flow(p haul.Part) flow {
	u := &w.p.N.Units[p.Unit]
	return flow{u.At, u.To}
}
