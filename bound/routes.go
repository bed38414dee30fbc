package bound

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"sortie/network"
)

// sort is parts of the demand that are worth the same: of one kind, with one
// origin and one destination, moved by the same lifts and convoys.
type sort struct {
	kind   network.ItemIndex
	at, to network.PlaceIndex
	rider  int
	parts  []int // entries
	count  int64
}

// routing is the question what all lifts can do for the demand by the routes
// that each of them can make.
type routing struct {
	w       *world
	entries []*entry
	sorts   []*sort
	loads   map[fill]loaded // the best, as far as they are known
	alone   map[single]int64
	shelves map[shelfKey][][][]*shelf
	lines   map[int]*lines // by fleet
	teams   []teams        // those that have fees
}

type shelfKey struct {
	fleet int
	by    network.Minute
}

// single is a kind on a lift type.
type single struct {
	typ  *network.LiftType
	kind network.ItemIndex
}

// fill is what a load is made of: the type, the payload, and what it may hold.
type fill struct {
	typ    *network.LiftType
	tonnes float64
	lots   string
}

// loaded is the best load of a fill.
type loaded struct {
	earns int64
	load  []int64
}

// newRouting sorts the entries that units deliver.
func newRouting(w *world, entries []*entry) *routing {
	r := &routing{w: w, entries: entries, loads: map[fill]loaded{}, alone: map[single]int64{}, shelves: map[shelfKey][][][]*shelf{}, lines: map[int]*lines{}}
	for n, e := range entries {
		u := &w.n.Units[e.units[0]]
		i := slices.IndexFunc(r.sorts, func(k *sort) bool {
			return k.kind == e.kind && k.at == u.At && k.to == u.To && k.rider == e.riders[0]
		})
		if i < 0 {
			i = len(r.sorts)
			r.sorts = append(r.sorts, &sort{kind: e.kind, at: u.At, to: u.To, rider: e.riders[0]})
		}
		k := r.sorts[i]
		k.parts, k.count = append(k.parts, n), k.count+int64(e.count)
	}
	return r
}

// ready is how early one of a part of a sort can stand at a place.
func (r *routing) ready(part int, p int) network.Minute { return r.entries[part].early.standing[p] }

// reached reports whether any of the sort can stand at the place.
func (r *routing) reached(k *sort, p int) bool {
	return slices.ContainsFunc(k.parts, func(n int) bool { return r.ready(n, p) < network.Never })
}

// way is from one place to another by the lifts of a fleet, for all loads of the
// demand, or for one sort of it.
type way struct {
	fleet    int
	from, to network.PlaceIndex
	sort     int // [network.None] for loads
}

// limit is that at most so many take a way; or that more do.
type limit struct {
	way
	most int64
	more bool
}

// sign is whether what takes the way earns something for it, or pays.
func (l *limit) sign() int64 {
	if l.more {
		return 1
	}
	return -1
}

// stakes is what everything is worth in a proof: one of each sort at each place, and
// of each limit one that takes its way.
type stakes struct {
	limits []limit
	each   [][]int64 // by sort, then place; nothing at its destination
	extra  []int64
	fees   [][]int64 // by teams, what a minute of one costs at each step
}

// owed is what has to be earned: the whole way of all of the demand, and what is
// left of each limit's toll where more or fewer may take it.
func (r *routing) owed(s *stakes) int64 {
	total := int64(0)
	for i, k := range r.sorts {
		total += mul(k.count, s.each[i][k.at])
	}
	for i, l := range s.limits {
		if l.more {
			total += s.extra[i] * (l.most + 1)
		} else {
			total -= s.extra[i] * l.most
		}
	}
	return total
}

// toll is what one that takes a way earns for it; false where no limit speaks of it.
func (s *stakes) toll(w way) (earns int64, named bool) {
	for n := range s.limits {
		if l := &s.limits[n]; l.way == w && s.extra[n] > 0 {
			earns, named = earns+l.sign()*s.extra[n], true
		}
	}
	return earns, named
}

// drives reports whether any convoy can bring a sort where it is worth less: of
// those nothing is counted.
func (r *routing) drives(s *stakes) bool {
	for i, k := range r.sorts {
		for _, a := range r.roads(k) {
			if s.each[i][a.from] > s.each[i][a.to] {
				return true
			}
		}
	}
	return false
}

// roads is the ways of convoys with the sort.
func (r *routing) roads(k *sort) []*arc {
	convoy := r.w.riders[k.rider].convoy
	if convoy == nil {
		return nil
	}
	return slices.Concat(convoy.out...)
}

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
		if !slices.ContainsFunc(r.sorts, func(k *sort) bool {
			fleets := r.w.riders[k.rider].fleets
			return slices.Contains(fleets, i) != slices.Contains(fleets, j)
		}) {
			return j
		}
	}
	return i
}

// mostShelved bounds the minutes for which what can be loaded is remembered.
const mostShelved = 256

// there is how many of each sort that a fleet carries can be ready at a place
// until a minute.
func (r *routing) there(i, p int, until network.Minute) []int64 {
	out := make([]int64, len(r.sorts))
	for n, k := range r.sorts {
		if !slices.Contains(r.w.riders[k.rider].fleets, i) {
			continue
		}
		for _, part := range k.parts {
			if r.ready(part, p) <= until {
				out[n] += int64(r.entries[part].count)
			}
		}
	}
	return out
}

// shelf is what of all that is there is in time at a place.
func (r *routing) shelf(q network.PlaceIndex, by network.Minute, there []int64) *shelf {
	s := &shelf{to: q}
	r.w.work += len(r.sorts)
	var name []byte
	for n, k := range r.sorts {
		if there[n] == 0 {
			continue
		}
		if late := r.w.lateBy(k.rider, by).standing[q]; late > network.Past {
			s.goods = append(s.goods, goods{n, there[n], late})
			name = fmt.Appendf(name, "%d:%d ", n, there[n])
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
	w := way{i, p, o.to, network.None}
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

// useful is the lots of which a load can want any: of each kind those that count most,
// as many as a load of nothing else holds.
func (r *routing) useful(t *network.LiftType, lots []stock) []stock {
	slices.SortStableFunc(lots, func(a, b stock) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(b.each, a.each))
	})
	out, kind, wanted := lots[:0], network.People, int64(0)
	for n, l := range lots {
		if n == 0 || l.kind != kind {
			kind, wanted = l.kind, max(r.most(t, l.kind), 1)
		}
		if wanted > 0 {
			l.count = min(l.count, wanted)
			wanted -= l.count
			out = append(out, l)
		}
	}
	return out
}

// most is how many of a kind a load of nothing else holds: more of it at a place
// makes no difference to a load.
func (r *routing) most(t *network.LiftType, kind network.ItemIndex) int64 {
	key := single{t, kind}
	known, ok := r.alone[key]
	if !ok {
		known = unlimited
		f := r.w.form(t, math.Inf(1), []network.ItemIndex{kind}, []int64{unlimited})
		for _, row := range f.rows {
			if len(row) > 0 && row[0] > 0 {
				known = min(known, portion/row[0])
			}
		}
		r.alone[key] = known
	}
	return known
}

// mostLoaded bounds the loads that are remembered.
const mostLoaded = 50_000

// load is the most that one load of an offer earns, and the load.
func (r *routing) load(t *network.LiftType, o *offer, tonnes float64) (int64, []int64) {
	key := fill{t, math.Min(tonnes, t.MaxPayload()), o.name}
	known, ok := r.loads[key]
	if !ok {
		if len(r.loads) >= mostLoaded {
			clear(r.loads)
		}
		known = r.pack(t, o.lots, tonnes)
		r.loads[key] = known
	}
	return known.earns + o.toll, known.load
}

func (r *routing) pack(t *network.LiftType, lots []stock, tonnes float64) loaded {
	kinds, counts := make([]network.ItemIndex, len(lots)), make([]int64, len(lots))
	for l, lot := range lots {
		kinds[l], counts[l] = lot.kind, lot.count
	}
	f := r.w.formOf(t, tonnes, kinds, counts)
	each := make([]int64, len(f.kinds))
	for k, l := range f.given {
		each[k] = lots[l].each
	}
	out := loaded{unlimited, make([]int64, len(lots))}
	if len(f.kinds) > 0 {
		var packed []int64
		out.earns, packed = r.w.pack(f, each, true)
		for k, l := range f.given {
			out.load[l] = packed[k]
		}
	}
	out.earns = min(out.earns, r.w.capacity(t, tonnes, dearest(lots)))
	return out
}

// dearest is the most that one of each kind counts in the lots.
func dearest(lots []stock) []weight {
	var out []weight
	for _, l := range lots {
		at := slices.IndexFunc(out, func(k weight) bool { return k.kind == l.kind })
		if at < 0 {
			out = append(out, weight{l.kind, l.each})
			continue
		}
		out[at].each = max(out[at].each, l.each)
	}
	return out
}

// best is the most that the route of one lift of a fleet earns, and its loads, or a route that
// earns enough; false where that is not known.
func (r *routing) best(i int, s *stakes, by network.Minute, enough int64) (int64, []*delivery, bool) {
	if len(s.fees) > 0 {
		return r.timed(i, s, by)
	}
	f := r.w.fleets[i]
	t := &tour{w: r.w, f: f, by: by, enough: enough, offers: r.offers(i, s, by)}
	if !slices.ContainsFunc(t.offers, func(at [][]*offer) bool { return len(at) > 0 }) {
		return 0, nil, true
	}
	t.value = func(o *offer, tonnes float64) int64 {
		earns, _ := r.load(f.typ, o, tonnes)
		return earns
	}
	if !t.run() {
		return 0, nil, false
	}
	return t.best.earned, t.deliveries(), true
}

// earns reports whether all lifts together can earn so much by the minute with all fees; also where
// that is not known.
func (r *routing) earns(s *stakes, by network.Minute, owed int64) bool {
	owed -= r.paid(s, by)
	for i, f := range r.w.fleets {
		if f.Count <= 0 {
			continue
		}
		one, _, known := r.best(i, s, by, (owed+int64(f.Count)-1)/int64(f.Count))
		if owed -= mul(int64(f.Count), one); !known || owed <= 0 {
			return true
		}
	}
	return owed <= 0
}

// staff finds the teams that can have fees: those that are not without limit.
func (r *routing) staff() {
	for p := range r.w.n.Places {
		for _, mode := range modes() {
			if number := r.w.n.Places[p].Working[mode]; number < network.Unlimited {
				r.teams = append(r.teams, teams{network.PlaceIndex(p), mode, int64(number)})
			}
		}
	}
}
