package bound

import (
	"iter"
	"slices"

	"sortie/network"
)

// sort is parts of the demand, of one kind, that are worth the same wherever they are: those that
// end where all of them can drive from one to the other.
type sort struct {
	kind  network.ItemIndex
	parts []int // entries
	count int64
	near  joined // by road
	goes  []bool // by place: some of it can stand there
}

// newRouting sorts the entries that units deliver. Those of a sort can still be in time
// for the minute by the roads that join where they end.
func newRouting(w *world, entries []*entry, by network.Minute) *routing {
	r := &routing{w: w, entries: entries, loads: map[fill]loaded{}, alone: map[single]int64{}, shelves: map[shelfKey][][][]*shelf{},
		lines: map[linesKey]*lines{}, grain: 1}
	type like struct {
		kind   network.ItemIndex
		at, to network.PlaceIndex
		rider  int
	}
	known := map[like]*sort{}
	var alike []*sort
	for n, e := range entries {
		key := like{e.kind, r.unit(n).At, r.unit(n).To, e.riders[0]}
		k, ok := known[key]
		if !ok {
			k = &sort{kind: e.kind}
			known[key], alike = k, append(alike, k)
		}
		k.parts, k.count = append(k.parts, n), k.count+int64(e.count)
	}
	lifted := w.byRoadLift()
	for _, k := range alike {
		r.place(k, by, lifted)
		i := slices.IndexFunc(r.sorts, func(other *sort) bool { return other.kind == k.kind && r.same(other, k) })
		if i < 0 {
			r.sorts = append(r.sorts, k)
			continue
		}
		other := r.sorts[i]
		other.near = other.near.and(k.near)
		other.parts, other.count = append(other.parts, k.parts...), other.count+k.count
		for p := range k.goes {
			other.goes[p] = other.goes[p] || k.goes[p]
		}
	}
	return r
}

// unit is that of a part.
func (r *routing) unit(part int) *network.Unit { return &r.w.n.Units[r.entries[part].units[0]] }

// rider is that of a part.
func (r *routing) rider(part int) *rider { return r.w.riders[r.entries[part].riders[0]] }

// ready is how early one of a part can stand at a place.
func (r *routing) ready(part int, p int) network.Minute { return r.entries[part].early.standing[p] }

// late is how late one of a part may stand at a place to be in time for the minute.
func (r *routing) late(part int, by network.Minute, p network.PlaceIndex) network.Minute {
	return r.w.lateBy(r.entries[part].riders[0], by).standing[p]
}

// place finds where a sort can be, and what roads join for it beside road lifts.
func (r *routing) place(k *sort, by network.Minute, lifted joined) {
	k.goes = make([]bool, len(r.w.n.Places))
	for p := range k.goes {
		k.goes[p] = slices.ContainsFunc(k.parts, func(n int) bool { return r.ready(n, p) < network.Never })
	}
	k.near = slices.Clone(lifted)
	for a := range r.roads(k, by) {
		k.near.join(a)
	}
}

// same reports whether what either sort is worth can be what both are: the roads of both together join where they end,
// and no places that those of one do not where it goes.
func (r *routing) same(a, b *sort) bool {
	both := a.near.and(b.near)
	if both[r.unit(a.parts[0]).To] != both[r.unit(b.parts[0]).To] {
		return false
	}
	for _, k := range []*sort{a, b} {
		of := map[int]int{}
		for p, goes := range k.goes {
			if !goes {
				continue
			}
			if near, ok := of[both[p]]; ok && near != k.near[p] {
				return false
			}
			of[both[p]] = k.near[p]
		}
	}
	return true
}

// roads is the ways of convoys with the sort by which it can still be in time for
// the minute.
func (r *routing) roads(k *sort, by network.Minute) iter.Seq[*arc] {
	form, disperse := network.Minute(r.w.n.Convoy.FormUp), network.Minute(r.w.n.Convoy.Disperse)
	return func(yield func(*arc) bool) {
		for _, part := range k.parts {
			convoy := r.rider(part).convoy
			if convoy == nil {
				continue
			}
			for p, arcs := range convoy.out {
				early := r.ready(part, p)
				if early >= network.Never {
					continue
				}
				for _, a := range arcs {
					if d := a.leave(early + form); d < network.Never && d+a.minutes+disperse <= r.late(part, by, a.to) && !yield(a) {
						return
					}
				}
			}
		}
	}
}
