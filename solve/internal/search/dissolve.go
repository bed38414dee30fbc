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
	var first *haul.Haul
	if len(rest) > 0 && w.r.IntN(4) == 0 { // else it stays, in a smaller haul
		order, first, rest = w.aside(order, h.Hop, rest)
	}
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

// aside takes parts that begin a hop to another place where lifts load, in a haul
// of their own, and on from there with others that have room and end where they
// do, or where they can go on from. It returns the order without them, that
// haul, nil for none, and what stays.
func (w *Worker) aside(order []*haul.Haul, hop haul.HopID, parts []haul.Part) (out []*haul.Haul, first *haul.Haul, rest []haul.Part) {
	from := &w.p.Hops[hop]
	at, ok := w.elsewhere(order, from)
	if !ok {
		return order, nil, parts
	}
	over, ok := w.p.Aside(hop, at)
	if !ok {
		return order, nil, parts
	}
	out = slices.Clone(order)
	var gone []haul.Part
	for _, p := range parts {
		var left int
		if out, left = w.along(out, at, from, p); out == nil {
			return order, nil, parts
		}
		if left > 0 {
			rest = append(rest, haul.Part{Unit: p.Unit, Kind: p.Kind, N: left})
		}
		p.N -= left
		gone = append(gone, p)
	}
	if first = w.build.make.Make(over, gone, network.None); first == nil {
		return order, nil, parts
	}
	return out, first, rest
}

// along puts a part that would have gone over a hop into hauls that lifts of its
// mode take from elsewhere, and returns how many found no room. The order is nil
// where others of a convoy need what is taken out of it.
func (w *Worker) along(order []*haul.Haul, at network.PlaceIndex, hop *network.Hop, p haul.Part) ([]*haul.Haul, int) {
	if u := &w.p.N.Units[p.Unit]; u.At == at || u.To == at {
		return order, p.N
	}
	begin, looked, all := w.r.IntN(len(order)), 0, len(order)
	for k := range all {
		k = (begin + k) % all
		if p.N == 0 || looked > mostRooms {
			break
		}
		if order[k] == nil {
			continue
		}
		other := &w.p.Hops[order[k].Hop]
		if other.From != at || other.Convoy || other.Mode != hop.Mode {
			continue
		}
		onward, ok := w.onwards(p, other.To, hop.To)
		if !ok {
			continue
		}
		looked++
		for n := p.N; n > 0; n /= 2 {
			more := haul.Part{Unit: p.Unit, Kind: p.Kind, N: n}
			made := w.build.make.Make(order[k].Hop, append(slices.Clone(order[k].Parts), more), network.None)
			if made == nil {
				continue
			}
			order[k] = made
			p.N -= n
			if other.To != hop.To {
				if order = w.divert(order, more, hop.To, onward); order == nil {
					return nil, 0
				}
			}
			break
		}
	}
	return order, p.N
}

// elsewhere is another place where lifts of the mode load something, by chance.
func (w *Worker) elsewhere(order []*haul.Haul, hop *network.Hop) (network.PlaceIndex, bool) {
	var seen, places []network.PlaceIndex
	for _, h := range order {
		if h == nil {
			continue
		}
		o := &w.p.Hops[h.Hop]
		if o.Convoy || o.Mode != hop.Mode || o.From == hop.From || o.From == hop.To || slices.Contains(seen, o.From) {
			continue
		}
		seen = append(seen, o.From)
		if !w.p.Returns(hop.From, o.From, hop.To) && !w.p.Strays(hop.From, o.From, hop.To, hop.Mode) {
			places = append(places, o.From)
		}
	}
	if len(places) == 0 {
		return network.None, false
	}
	return places[w.r.IntN(len(places))], true
}

// onwards is the hops that take a part from a place to its destination, where it
// would else have been brought to another; none where those are the same.
func (w *Worker) onwards(p haul.Part, from, other network.PlaceIndex) ([]haul.HopID, bool) {
	if from == other || from == w.p.N.Units[p.Unit].To {
		return nil, true
	}
	for _, way := range w.p.Ways(p.Unit, p.Kind) {
		if k := slices.IndexFunc(way.Hops, func(h haul.HopID) bool { return w.p.Hops[h].From == from }); k > 0 {
			return way.Hops[k:], true
		}
	}
	return nil, false
}

// divert takes a part out of the hauls that would have carried it on from a
// place, and sends it over other hops instead: with others that have room, or
// in hauls of its own, which come last. It is nil where others of a convoy need
// what is taken out.
func (w *Worker) divert(order []*haul.Haul, p haul.Part, from network.PlaceIndex, over []haul.HopID) []*haul.Haul {
	if order = w.strip(order, from, p); order == nil {
		return nil
	}
	for _, hop := range over {
		q := p
		if q.N = w.spread(order, hop, p); q.N == 0 {
			continue
		}
		made := w.build.make.Make(hop, []haul.Part{q}, network.None)
		if made == nil {
			return nil
		}
		order = append(order, made)
	}
	return order
}
