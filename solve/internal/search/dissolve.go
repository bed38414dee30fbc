package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// dissolve takes a haul apart and spreads what it carried over the room of
// others of the same hop, and of others that go on from another place that it
// can reach. What finds no room stays a haul, a smaller one.
func (w *Worker) dissolve(s *Solution) []*haul.Haul {
	i := w.critical(s)
	if w.r.IntN(2) == 0 {
		i = w.emptiest(s, i)
	}
	h := s.Order[i]
	if w.p.Hops[h.Hop].Convoy {
		return nil
	}
	order := slices.Clone(s.Order)
	order[i] = nil
	var rest []haul.Part
	parts := slices.Clone(h.Parts)
	w.r.Shuffle(len(parts), func(a, b int) { parts[a], parts[b] = parts[b], parts[a] })
	found := false
	for _, p := range parts {
		left := w.spread(order, h.Hop, p)
		found = found || left < p.N
		if p.N = left; left > 0 {
			rest = append(rest, p)
		}
	}
	first, rest := w.aside(order, h.Hop, rest)
	if !found && first == nil {
		return nil
	}
	if len(rest) > 0 {
		if order[i] = w.build.make.Make(h.Hop, rest, network.None); order[i] == nil {
			return nil
		}
	}
	if first != nil {
		order = slices.Insert(order, w.r.IntN(i+1), first)
	}
	return slices.DeleteFunc(order, func(h *haul.Haul) bool { return h == nil })
}

// emptiest is that of a few hauls of the hop of one which carries least.
func (w *Worker) emptiest(s *Solution, i int) int {
	hop := s.Order[i].Hop
	size := func(k int) float64 {
		sum := 0.0
		for _, p := range s.Order[k].Parts {
			if p.Kind == network.People {
				sum += float64(p.N) / 10
			} else {
				sum += float64(w.p.N.Items[p.Kind].Length * float64(p.N))
			}
		}
		return sum
	}
	for range 12 {
		if k := w.r.IntN(len(s.Order)); s.Order[k].Hop == hop && size(k) < size(i) {
			i = k
		}
	}
	return i
}

// mostRooms is how many hauls are looked at for the room that they have.
const mostRooms = 30

// spread puts a part into hauls of a hop that have room for some of it, from a
// place in the order by chance, and returns how many found none.
func (w *Worker) spread(order []*haul.Haul, hop haul.HopID, p haul.Part) int {
	at, looked := w.r.IntN(len(order)), 0
	for k := range order {
		k = (at + k) % len(order)
		if order[k] == nil || order[k].Hop != hop {
			continue
		}
		if looked++; p.N == 0 || looked > mostRooms {
			break
		}
		for n := p.N; n > 0; n /= 2 {
			more := p
			more.N = n
			if made := w.build.make.Make(hop, append(slices.Clone(order[k].Parts), more), network.None); made != nil {
				order[k] = made
				p.N -= n
				break
			}
		}
	}
	return p.N
}

// aside takes parts from where a hop begins over a relay of it, in a haul of
// their own as far as there and then with others that have room. It returns that
// haul, nil for none, and what stays.
func (w *Worker) aside(order []*haul.Haul, hop haul.HopID, parts []haul.Part) (first *haul.Haul, rest []haul.Part) {
	r, ok := w.between(hop, parts)
	if !ok || len(parts) == 0 {
		return nil, parts
	}
	if first = w.build.make.Make(r.First, parts, network.None); first == nil {
		return nil, parts
	}
	var gone []haul.Part
	for _, p := range parts {
		n := p.N
		if p.N = w.spread(order, r.Second, p); p.N > 0 {
			rest = append(rest, p)
		}
		p.N = n - p.N
		gone = append(gone, p)
	}
	return w.build.make.Make(r.First, gone, network.None), rest
}
