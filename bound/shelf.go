package bound

import (
	"fmt"
	"slices"

	"sortie/network"
)

// shelf is what can have been ready at a place by some minute, and can still be
// in time from another.
type shelf struct {
	to    network.PlaceIndex
	ready network.Minute // loading begins no sooner
	goods []goods
	name  string // that all of the same sorts and numbers share
}

// goods is so many of a sort, and how late they may be unloaded.
type goods struct {
	sort  int
	count int64
	late  network.Minute
}

// mostReady bounds from how many minutes on more can be loaded at a place that
// are told apart.
const mostReady = 12

// shelved is what a lift of a fleet can load at each place, from when, whatever it
// is worth.
func (r *routing) shelved(i int, by network.Minute) [][][]*shelf {
	key := shelfKey{r.like(i), by}
	if found, ok := r.shelves[key]; ok {
		return found
	}
	out := make([][][]*shelf, len(r.w.n.Places))
	for p := range out {
		var times []network.Minute
		for _, k := range r.sorts {
			for _, n := range k.parts {
				if t := r.ready(n, p); t < by && !slices.Contains(times, t) {
					times = append(times, t)
				}
			}
		}
		slices.Sort(times)
		for n, t := range times[:min(len(times), mostReady)] {
			until := t
			if n == mostReady-1 {
				until = by
			}
			there := r.there(i, p, until)
			var shelves []*shelf
			for q := range out {
				if s := r.shelf(network.PlaceIndex(q), by, there); p != q && len(s.goods) > 0 {
					s.ready = t
					shelves = append(shelves, s)
				}
			}
			out[p] = append(out[p], shelves)
		}
	}
	if len(r.shelves) >= mostShelved {
		clear(r.shelves)
	}
	r.shelves[key] = out
	return out
}

// like is the first fleet that carries the same of the demand.
func (r *routing) like(i int) int {
	for j := range i {
		if !slices.ContainsFunc(r.entries, func(e *entry) bool {
			fleets := r.w.riders[e.riders[0]].fleets
			return slices.Contains(fleets, i) != slices.Contains(fleets, j)
		}) {
			return j
		}
	}
	return i
}

// mostShelved bounds the minutes for which what can be loaded is remembered.
const mostShelved = 256

// there is the parts of each sort that a fleet carries and that can be ready at a place
// until a minute.
func (r *routing) there(i, p int, until network.Minute) [][]int {
	out := make([][]int, len(r.sorts))
	for n, k := range r.sorts {
		for _, part := range k.parts {
			if r.ready(part, p) <= until && slices.Contains(r.rider(part).fleets, i) {
				out[n] = append(out[n], part)
			}
		}
	}
	return out
}

// shelf is what of all that is there is in time at a place.
func (r *routing) shelf(q network.PlaceIndex, by network.Minute, there [][]int) *shelf {
	s := &shelf{to: q}
	r.w.work += len(r.sorts)
	var name []byte
	for n, parts := range there {
		g := goods{n, 0, network.Past}
		for _, part := range parts {
			if late := r.late(part, by, q); late > network.Past {
				g.count, g.late = g.count+int64(r.entries[part].count), max(g.late, late)
			}
		}
		if g.count > 0 {
			s.goods = append(s.goods, g)
			name = fmt.Appendf(name, "%d:%d ", n, g.count)
		}
	}
	s.name = string(name)
	return s
}

// offers is what a lift of a fleet can load at each place, from when, that earns
// something where it can be unloaded in time.
func (r *routing) offers(i int, s *stakes, by network.Minute) [][][]*offer {
	out := make([][][]*offer, len(r.w.n.Places))
	for p, times := range r.shelved(i, by) {
		for _, shelves := range times {
			var offers []*offer
			for _, shelf := range shelves {
				if o := r.offer(i, s, network.PlaceIndex(p), shelf); len(o.lots) > 0 && !slices.ContainsFunc(out[p], o.among) {
					offers = append(offers, o)
				}
			}
			if len(offers) > 0 {
				out[p] = append(out[p], offers)
			}
		}
	}
	return out
}

// offer is what a fleet can bring from a place of a shelf.
func (r *routing) offer(i int, s *stakes, p network.PlaceIndex, shelf *shelf) *offer {
	o := &offer{to: shelf.to, ready: shelf.ready, latest: network.Past, shelf: shelf}
	r.w.work += len(shelf.goods) * (1 + len(s.limits))
	w := way{i, r.w.fleets[i].typ, p, o.to, network.None}
	toll, named := s.toll(w)
	o.toll = toll
	for _, g := range shelf.goods {
		w.sort = g.sort
		toll, _ := s.toll(w)
		earns := s.each[g.sort][p] - s.each[g.sort][o.to] + toll
		if earns <= 0 && !named {
			continue
		}
		o.lots = append(o.lots, stock{g.sort, r.sorts[g.sort].kind, g.count, max(earns, 0)})
		o.latest = max(o.latest, g.late)
	}
	if len(o.lots) > 0 {
		r.w.work += 40 * len(o.lots)
		o.lots = r.useful(r.w.fleets[i].typ, o.lots)
		o.name = fmt.Sprint(o.lots)
	}
	return o
}

type shelfKey struct {
	fleet int
	by    network.Minute
}
