package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// repack unloads a few hauls of one hop and loads what they carried anew: with
// another mix, other types or in another order.
func (w *Worker) repack(s *Solution) []*haul.Haul {
	i := w.critical(s)
	hop := s.Order[i].Hop
	if w.p.Hops[hop].Convoy {
		return w.regroup(s, i)
	}
	chosen := []int{i}
	most := 1 + w.r.IntN(4)
	if w.r.IntN(4) == 0 {
		most = 4 + w.r.IntN(12)
	}
	near := w.r.IntN(2) == 0
	st := style{fleet: network.None, rand: w.r, largest: w.r.IntN(2) == 0}
	if w.r.IntN(3) > 0 {
		st.prices = w.prices.eased(w.r)
		if st.blueprint = w.r.IntN(2) == 0; st.blueprint && w.r.IntN(2) == 0 {
			most, near = 40, false
		}
	}
	for tries := 0; tries < 4*most && len(chosen) < most; tries++ {
		k := w.r.IntN(len(s.Order))
		if near {
			k = min(len(s.Order)-1, max(0, i-6+w.r.IntN(13)))
		}
		if s.Order[k].Hop == hop && !slices.Contains(chosen, k) {
			chosen = append(chosen, k)
		}
	}
	slices.Sort(chosen)
	inputs := w.unloaded(w.pick(s.Order, chosen)...)
	if w.r.IntN(6) == 0 && len(s.Order[i].Options) > 0 {
		o := s.Order[i].Options
		st.fleet = o[w.r.IntN(len(o))].Fleet
	}
	made := w.build.loads(hop, inputs, st)
	if carried(made) != carriedBy(s.Order, chosen) {
		return nil
	}
	made = keep(made)
	if w.r.IntN(3) == 0 && chosen[0] > 0 { // together, and sooner
		at := w.r.IntN(chosen[0])
		rest := replace(s.Order, chosen, nil)
		for k, m := range made {
			rest = slices.Insert(rest, at+k, m.haul)
		}
		return rest
	}
	return replace(s.Order, chosen, made)
}

// pick is those of an order that are chosen, until the next.
func (w *Worker) pick(order []*haul.Haul, chosen []int) []*haul.Haul {
	out := w.picked[:0]
	for _, k := range chosen {
		out = append(out, order[k])
	}
	w.picked = out
	return out
}

// unloaded is what hauls carry, until the next.
func (w *Worker) unloaded(hauls ...*haul.Haul) []input {
	out := w.inputs[:0]
	for _, h := range hauls {
		for _, p := range h.Parts {
			out = append(out, input{part: p})
		}
	}
	w.inputs = out
	return gather(out)
}

// gather adds up parts of the same unit and kind, in their memory.
func gather(inputs []input) []input {
	out := inputs[:0]
	for _, in := range inputs {
		if k := slices.IndexFunc(out, func(o input) bool { return o.part.Unit == in.part.Unit && o.part.Kind == in.part.Kind }); k >= 0 {
			out[k].part.N += in.part.N
		} else {
			out = append(out, in)
		}
	}
	return out
}

func carried(made []planned) int {
	n := 0
	for _, m := range made {
		n += m.haul.People + m.haul.Items
	}
	return n
}

func carriedBy(order []*haul.Haul, chosen []int) int {
	n := 0
	for _, k := range chosen {
		n += order[k].People + order[k].Items
	}
	return n
}

// replace puts new hauls where the chosen ones were, the last place taking what
// is left.
func replace(order []*haul.Haul, chosen []int, made []planned) []*haul.Haul {
	out := make([]*haul.Haul, 0, len(order)+len(made))
	next := 0
	for i, h := range order {
		if !slices.Contains(chosen, i) {
			out = append(out, h)
			continue
		}
		if next < len(made) {
			out = append(out, made[next].haul)
			next++
		}
		if i == chosen[len(chosen)-1] {
			for ; next < len(made); next++ {
				out = append(out, made[next].haul)
			}
		}
	}
	return out
}

// regroup makes convoys of a hop anew from a few of them.
func (w *Worker) regroup(s *Solution, i int) []*haul.Haul {
	hop := s.Order[i].Hop
	chosen := []int{i}
	for k, h := range s.Order {
		if k != i && h.Hop == hop && w.r.IntN(2) == 0 && len(chosen) < 4 {
			chosen = append(chosen, k)
		}
	}
	slices.Sort(chosen)
	made := w.build.convoys(hop, w.unloaded(w.pick(s.Order, chosen)...), w.r.IntN(2) == 0)
	if carried(made) != carriedBy(s.Order, chosen) {
		return nil
	}
	return replace(s.Order, chosen, made)
}

// split divides a haul in two: some of its people, or some of every kind.
func (w *Worker) split(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	var a, b []haul.Part
	all := w.r.IntN(2) == 0
	pick := w.r.IntN(len(h.Parts))
	for k, p := range h.Parts {
		n := 0
		if all || k == pick {
			n = w.amount(p.N, w.p.Hops[h.Hop].From)
		}
		b = append(b, haul.Part{Unit: p.Unit, Kind: p.Kind, N: n})
		a = append(a, haul.Part{Unit: p.Unit, Kind: p.Kind, N: p.N - n})
	}
	first, second := w.build.make.Make(h.Hop, a, network.None), w.build.make.Make(h.Hop, b, network.None)
	if first == nil || second == nil {
		return nil
	}
	out := slices.Clone(s.Order)
	out[i] = first
	return slices.Insert(out, i+1+w.r.IntN(len(out)-i), second)
}

// amount is a part of a number: any, half, or as many as a rule of the place
// lets go.
func (w *Worker) amount(n int, from network.PlaceIndex) int {
	switch w.r.IntN(4) {
	case 0:
		return n / 2
	case 1:
		if most := w.p.N.PeoplePerDay; most < n {
			return n - n%most
		}
	case 2:
		for _, t := range w.p.N.Places[from].Tasks {
			if t.People < n {
				return t.People
			}
		}
	}
	return w.r.IntN(n + 1)
}

// join puts two hauls of a hop into one.
func (w *Worker) join(s *Solution) []*haul.Haul {
	i := w.critical(s)
	for range 10 {
		k := w.r.IntN(len(s.Order))
		if k == i || s.Order[k].Hop != s.Order[i].Hop {
			continue
		}
		parts := append(slices.Clone(s.Order[i].Parts), s.Order[k].Parts...)
		if made := w.build.make.Make(s.Order[i].Hop, parts, network.None); made != nil {
			out := slices.Clone(s.Order)
			out[min(i, k)] = made
			return slices.Delete(out, max(i, k), max(i, k)+1)
		}
	}
	return nil
}

// rebuildUnit takes one unit out of every haul and sends it another way, or
// plainly the quickest, or its people apart from its vehicles.
func (w *Worker) rebuildUnit(s *Solution) []*haul.Haul {
	unit := network.UnitIndex(w.r.IntN(len(w.p.N.Units)))
	if len(s.Order) > 0 && w.r.IntN(3) > 0 {
		h := s.Order[w.critical(s)]
		unit = h.Parts[w.r.IntN(len(h.Parts))].Unit
	}
	if u := &w.p.N.Units[unit]; u.To == network.None || u.To == u.At {
		return nil
	}
	out, at, ok := w.withoutUnit(s.Order, unit)
	if !ok {
		return nil
	}
	r := w.r
	if w.r.IntN(2) == 0 {
		r = nil
	}
	made := w.build.build(assign(w.p, unit, nil, choice{rand: r, over: anyHop, apart: w.r.IntN(2) == 0}), style{fleet: network.None, rand: r, largest: w.r.IntN(2) == 0})
	if at < 0 || w.r.IntN(3) == 0 {
		at = w.r.IntN(len(out) + 1)
	}
	spread := w.r.IntN(2) == 0
	for _, m := range made {
		out = slices.Insert(out, min(at, len(out)), m.haul)
		at++
		if spread {
			at += w.r.IntN(3)
		}
	}
	return out
}

// withoutUnit is the order less one unit, and where its first haul was, -1 if
// it had none; false where others of a convoy need what it lends them.
func (w *Worker) withoutUnit(order []*haul.Haul, unit network.UnitIndex) (out []*haul.Haul, at int, ok bool) {
	at, out = -1, make([]*haul.Haul, 0, len(order))
	for _, h := range order {
		own, rest := w.build.parted(h, unit)
		if len(own) == 0 {
			out = append(out, h)
			continue
		}
		if at < 0 {
			at = len(out)
		}
		if made := w.build.make.Make(h.Hop, rest, network.None); made != nil {
			out = append(out, made)
		} else if len(rest) > 0 {
			return nil, 0, false
		}
	}
	return out, at, true
}

// parted is what a haul carries of a unit, and of others, until the next.
func (b *builder) parted(h *haul.Haul, unit network.UnitIndex) (own, others []haul.Part) {
	all := b.parts[:0]
	for _, p := range h.Parts {
		if p.Unit == unit {
			all = append(all, p)
		}
	}
	n := len(all)
	for _, p := range h.Parts {
		if p.Unit != unit {
			all = append(all, p)
		}
	}
	b.parts = all
	return all[:n:n], all[n:]
}
