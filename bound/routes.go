package bound

import (
	"cmp"
	"math"
	"slices"

	"sortie/network"
)

// routing is the question what all lifts can do for the demand by the routes
// that each of them can make.
type routing struct {
	w       *world
	entries []*entry
	sorts   []*sort
	loads   map[fill]loaded // the best, as far as they are known
	alone   map[single]int64
	shelves map[shelfKey][][][]*shelf
	lines   map[linesKey]*lines
	servers []server // those that can have fees
	laid    laid
	grain   network.Minute // steps of timetables: a minute where they are to prove something
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
	earns  int64
	load   []int64
	whole  bool // the load earns that much
	tonnes float64
}

// way is from one place to another by the lifts of a fleet, or of a type, for all loads of the
// demand, or for one sort of it. What it does not name, which is [network.None] or nil, can be any.
type way struct {
	fleet    int
	typ      *network.LiftType
	from, to network.PlaceIndex
	sort     int // [network.None] for loads
}

// covers reports whether what goes another way goes this one.
func (w *way) covers(other way) bool {
	return (w.fleet == network.None || w.fleet == other.fleet) && (w.typ == nil || w.typ == other.typ) && w.sort == other.sort &&
		(w.from == network.None || w.from == other.from) && (w.to == network.None || w.to == other.to)
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
	fees   [][]int64 // by server, what a minute of one costs at each step
	days   [][]int64 // by fleet, what a minute under way costs in each 24 hours; nothing where these are not limited
}

// owed is what has to be earned: the whole way of all of the demand, and what is
// left of each limit's toll where more or fewer may take it.
func (r *routing) owed(s *stakes) int64 {
	total := int64(0)
	for i, k := range r.sorts {
		for _, n := range k.parts {
			total += mul(int64(r.entries[n].count), s.each[i][r.unit(n).At])
		}
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
		if l := &s.limits[n]; l.covers(w) && s.extra[n] > 0 {
			earns, named = earns+l.sign()*s.extra[n], true
		}
	}
	return earns, named
}

// drives reports whether any convoy can bring a sort where it is worth less and
// be in time for the minute: of those nothing is counted.
func (r *routing) drives(s *stakes, by network.Minute) bool {
	for i, k := range r.sorts {
		for a := range r.roads(k, by) {
			if s.each[i][a.from] > s.each[i][a.to] {
				return true
			}
		}
	}
	return false
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

// load is the most that one load of an offer earns, and the load. The best load of a greater payload is
// the best of a smaller one that bears it.
func (r *routing) load(t *network.LiftType, o *offer, tonnes float64) (int64, []int64) {
	most := t.MaxPayload()
	key := fill{t, math.Min(tonnes, most), o.name}
	known, ok := r.loads[key]
	if !ok {
		if key.tonnes < most {
			r.load(t, o, most)
			known = r.loads[fill{t, most, o.name}]
			ok = known.whole && known.tonnes <= key.tonnes
		}
		if !ok {
			known = r.pack(t, o.lots, tonnes)
		}
		if len(r.loads) >= mostLoaded {
			clear(r.loads)
		}
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
	out := loaded{earns: unlimited, load: make([]int64, len(lots))}
	if len(f.kinds) > 0 {
		var packed []int64
		was := r.w.work
		out.earns, packed = r.w.pack(f, each, true)
		r.w.work = was + (r.w.work-was)/4
		for k, l := range f.given {
			out.load[l] = packed[k]
		}
	}
	out.earns = min(out.earns, r.w.capacity(t, tonnes, dearest(lots)))
	earned := int64(0)
	for l, lot := range lots {
		earned += out.load[l] * lot.each
		mass := r.w.n.PersonT
		if lot.kind != network.People {
			mass = r.w.n.Items[lot.kind].Mass
		}
		out.tonnes += float64(out.load[l]) * mass
	}
	out.whole = earned == out.earns
	r.w.work += 2000
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
func (r *routing) best(i int, s *stakes, by network.Minute, enough int64) (int64, *route, bool) {
	if len(s.fees)+len(s.days) > 0 {
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
	return t.best.earned, &route{loads: t.deliveries()}, true
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
