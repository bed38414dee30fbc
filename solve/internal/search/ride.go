package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// ride has people whom a lift would carry by road drive the same way in vehicles
// of their nation, which would go there without them: as many as seat them leave
// that convoy, or all of it waits. Who guards something until late, and
// whose vehicles went ahead with a driver each, drives off sooner than a coach
// is loaded, and needs none.
func (w *Worker) ride(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	hop := &w.p.Hops[h.Hop]
	if hop.Convoy || hop.Mode != network.Road || h.People == 0 {
		return nil
	}
	nation := w.p.N.Units[h.Parts[w.r.IntN(len(h.Parts))].Unit].Nation
	var convoys []int
	for k, o := range s.Order {
		over := &w.p.Hops[o.Hop]
		if over.Convoy && over.From == hop.From && over.To == hop.To && w.p.N.Units[o.Parts[0].Unit].Nation == nation {
			convoys = append(convoys, k)
		}
	}
	if len(convoys) == 0 {
		return nil
	}
	k := convoys[w.r.IntN(len(convoys))]
	convoy := s.Order[k]
	riding, left := w.riding(h, nation)
	people := total(riding)
	if people == 0 {
		return nil
	}
	ahead := slices.Clone(convoy.Parts) // what still goes without them
	if w.r.IntN(3) == 0 {
		riding, ahead = append(riding, ahead...), nil
	} else {
		seats, drivers := 0, 0
		for _, at := range w.r.Perm(len(ahead)) {
			p := &ahead[at]
			if p.Kind == network.People || !w.p.N.Items[p.Kind].Drives {
				continue
			}
			each := max(1, w.p.N.Items[p.Kind].Seats)
			n := max(0, min(p.N, (people-seats+each-1)/each, people-drivers))
			p.N -= n
			seats, drivers = seats+n*each, drivers+n
			riding = append(riding, haul.Part{Unit: p.Unit, Kind: p.Kind, N: n})
		}
	}
	out := slices.Clone(s.Order)
	if out[i] = w.build.make.Make(convoy.Hop, riding, network.None); out[i] == nil {
		return nil
	}
	if out[k] = w.build.make.Make(convoy.Hop, ahead, network.None); out[k] == nil && total(ahead) > 0 {
		return nil
	}
	if total(left) > 0 {
		rest := w.build.make.Make(h.Hop, left, network.None)
		if rest == nil {
			return nil
		}
		out = slices.Insert(out, i, rest)
	}
	return slices.DeleteFunc(out, func(h *haul.Haul) bool { return h == nil })
}

// riding is the people of a nation whom a haul carries, and what else it does.
func (w *Worker) riding(h *haul.Haul, nation network.NationIndex) (riding, left []haul.Part) {
	for _, p := range h.Parts {
		if p.Kind == network.People && w.p.N.Units[p.Unit].Nation == nation {
			riding = append(riding, p)
		} else {
			left = append(left, p)
		}
	}
	return riding, left
}
