package check

import (
	"fmt"
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// border is a demand each part of which has to leave a set of places of its
// own, with what each fleet can bring across.
type border struct {
	*prover
	parts   []*region
	inside  []bool // of any part
	outside []bool // of any part
	parties []*party
	each    points // the most that one counts in any part
	total   int64
	ready   []int64 // earliest that any of the demand can stand at each place that is inside for it
	ways    []*carriage
	fleets  []bringing
	drives  bool
	begun   map[sortie.Mode][]start
}

// region is the places inside for a part of the demand.
type region struct {
	inside  []bool
	each    points
	parties []*party
	ways    []due
	ready   []int64
}

// due is how something of a part moves, and until when it has to be at its
// destination however late the rest is.
type due struct {
	*carriage
	until int64
}

// bringing is a fleet at a border.
type bringing struct {
	carries bool
	load    int64   // most points of one load that crosses
	loaded  []int64 // of one that is loaded at each place
	brought []int64 // of one that comes to each place
	most    int64   // most points of any load
	aboard  []int64 // earliest arrival with any of the demand at each place that is outside for it
	trips   [][]int64
	loading []int64   // earliest minute at which the load of each trip is loaded
	back    []int64   // earliest minute at which the lift is inside for it
	there   [][]int64 // earliest minute at which it is at each place for it
	ended   bool
}

// border verifies that each part of the demand begins inside and ends outside
// of its own border, and works out what a load can count.
func (w *prover) border(cert *certificate, parties []*party) (*border, error) {
	b := w.newBorder()
	for n := range cert.parts() {
		r, err := w.region(&cert.parts()[n])
		if err != nil {
			return nil, err
		}
		b.parts = append(b.parts, r)
		for p, in := range r.inside {
			b.inside[p], b.outside[p] = b.inside[p] || in, b.outside[p] || !in
		}
		for _, p := range parties {
			if p.part != n {
				continue
			}
			if r.each[p.kind] == 0 {
				return nil, lang.Err(countNothing, w.nameOf(p.kind))
			}
			if err := b.crosses(p, r); err != nil {
				return nil, err
			}
			b.take(p, r)
		}
	}
	if b.total != cert.Total || b.total >= boundless {
		return nil, lang.Err(demandCounts, b.total, cert.Total)
	}
	for i := range b.fleets {
		if x, t := &b.fleets[i], w.fleets[i].kind; x.carries {
			tonnes, limited, _ := capacity(t, 0)
			x.most = w.heaviest(t, tonnes, limited, b.aboard(i, ^uint64(0)))
		}
	}
	return b, nil
}

func (w *prover) newBorder() *border {
	places := len(w.places)
	return &border{prover: w, inside: make([]bool, places), outside: make([]bool, places), each: points{},
		ready: all(places, farFuture), fleets: make([]bringing, len(w.fleets))}
}

// region reads a part of the demand but for the demand itself.
func (w *prover) region(part *certifiedPart) (*region, error) {
	r := &region{inside: make([]bool, len(w.places)), each: points{}, ready: all(len(w.places), farFuture)}
	for _, id := range part.Inside {
		p := lookup(w.placeOf, id)
		if p < 0 {
			return nil, lang.Err(noSuchPlace, quote(id))
		}
		r.inside[p] = true
	}
	for name, n := range part.Weights {
		kind := w.kindOf(name)
		if kind < people || n <= 0 || n > 1e9 {
			return nil, lang.Err(cannotCount, quote(name), n)
		}
		r.each[kind] = n
	}
	return r, nil
}

func (b *border) crosses(p *party, r *region) error {
	for _, u := range p.units {
		if unit := &b.units[u]; !r.inside[unit.at] || r.inside[unit.to] {
			return lang.Err(needNotLeave, unit.ID)
		}
	}
	for _, at := range p.held {
		if !r.inside[at] {
			return lang.Err(notInside, b.places[at].ID)
		}
	}
	if p.floor {
		for at := range b.places {
			if b.places[at].host != r.inside[at] {
				return lang.Err(floorInside)
			}
		}
	}
	return nil
}

func (b *border) take(p *party, r *region) {
	b.parties, r.parties = append(b.parties, p), append(r.parties, p)
	b.total = plusCapped(b.total, timesCapped(r.each[p.kind], p.count))
	b.each[p.kind] = max(b.each[p.kind], r.each[p.kind])
	for at, t := range p.early.stands {
		if r.inside[at] {
			r.ready[at] = min(r.ready[at], t)
			b.ready[at] = min(b.ready[at], t)
		}
	}
	for _, c := range p.ways {
		if way := (due{c, p.until}); !slices.Contains(r.ways, way) {
			r.ways = append(r.ways, way)
		}
		if !slices.Contains(b.ways, c) {
			b.ways = append(b.ways, c)
		}
		for _, f := range c.fleets {
			if x := &b.fleets[f]; !x.carries {
				x.carries, x.aboard = true, all(len(b.inside), farFuture)
			}
		}
		for at := range c.roads {
			for _, way := range c.roads[at] {
				b.drives = b.drives || r.inside[at] && !r.inside[way.to]
			}
		}
	}
	for f, arrives := range p.early.aboard {
		for at, t := range arrives {
			if !r.inside[at] {
				b.fleets[f].aboard[at] = min(b.fleets[f].aboard[at], t)
			}
		}
	}
}

// loadsOf works out what loads of a fleet can count. One that is loaded at a
// place and unloaded at another brings those parts across of which the first is
// inside and the second outside, and of which something can be loaded at the one
// and come by the fleet to the other in time.
func (b *border) loadsOf(i int, late []*reach, known map[string]int64) {
	x, f := &b.fleets[i], b.prover.fleets[i]
	t := f.kind
	x.loaded, x.brought = make([]int64, len(b.inside)), make([]int64, len(b.inside))
	from, to := make([]uint64, len(b.inside)), make([]uint64, len(b.inside))
	for n, r := range b.parts {
		for _, party := range r.parties {
			comes := party.early.aboard[i]
			if comes == nil {
				continue
			}
			for p, in := range r.inside {
				stands := max(party.early.stands[p], f.at[p])
				switch {
				case in && stands < farFuture && stands+f.load <= late[n].leaves[i][p]:
					from[p] |= 1 << n
				case !in && comes[p] < farFuture && comes[p] <= late[n].aboard[i][p]:
					to[p] |= 1 << n
				}
			}
		}
	}
	most := map[uint64]int64{}
	for p := range from {
		for q := range to {
			parts := from[p] & to[q]
			if parts == 0 {
				continue
			}
			load, ok := most[parts]
			if !ok {
				tonnes, limited := b.tonnes(i, parts)
				load = min(b.heaviest(t, tonnes, limited, b.aboard(i, parts)), b.stowed(i, parts, known))
				most[parts] = load
			}
			x.loaded[p], x.brought[q] = max(x.loaded[p], load), max(x.brought[q], load)
		}
		x.load = max(x.load, x.loaded[p])
	}
}

// of is the parts that are named by their bits.
func (b *border) of(parts uint64) []*region {
	var out []*region
	for n, r := range b.parts {
		if parts>>n&1 == 1 {
			out = append(out, r)
		}
	}
	return out
}

// aboard is the most that one counts, in any of the parts, of the kinds that a
// fleet may carry of them.
func (b *border) aboard(f int, parts uint64) points {
	each := points{}
	for _, r := range b.of(parts) {
		for _, p := range r.parties {
			for _, c := range p.ways {
				if contains(c.fleets, f) {
					each[p.kind] = max(each[p.kind], r.each[p.kind])
				}
			}
		}
	}
	return each
}

// stowed is the most points of a load of a fleet that can be stowed, as far as
// its rows say; what is known of one type is not worked out again.
func (b *border) stowed(i int, parts uint64, known map[string]int64) int64 {
	tonnes, limited := b.tonnes(i, parts)
	t, each := b.prover.fleets[i].kind, b.aboard(i, parts)
	var goods []ware
	for _, kind := range sortedKeys(each) {
		count := int64(0)
		for _, r := range b.of(parts) {
			for _, p := range r.parties {
				if p.kind == kind {
					count = plusCapped(count, p.count)
				}
			}
		}
		goods = append(goods, ware{kind, count, each[kind]})
	}
	key := fmt.Sprint(t.ID, tonnes, limited, goods)
	most, ok := known[key]
	if !ok {
		most = b.hold(t, tonnes, limited, goods).most(wellMixed)
		known[key] = most
	}
	return most
}

// tonnes is the most that a fleet carries on a leg across the border of any of
// the parts: every way across has one.
func (b *border) tonnes(f int, parts uint64) (most float64, limited bool) {
	limited = true
	for _, r := range b.of(parts) {
		for p, in := range r.inside {
			for _, way := range b.prover.fleets[f].out[p] {
				if in && !r.inside[way.to] {
					limited = limited && way.limited
					most = max(most, way.tonnes)
				}
			}
		}
	}
	return most, limited
}

// trip adds the earliest arrivals of one lift of the fleet with its next load.
func (b *border) trip(i int) {
	x, f := &b.fleets[i], b.prover.fleets[i]
	stands, turn := f.at, f.turnAt
	if n := len(x.trips); n > 0 {
		turn = func(int) int64 { return f.turn }
		stands = all(len(b.inside), farFuture)
		for p, t := range x.trips[n-1] {
			if t < farFuture {
				stands[p] = t + max(f.unload-f.turn, 0)
			}
		}
		f.roam(stands, func(_ int, t int64) int64 { return t + f.turn })
	}
	ends := all(len(b.inside), farFuture)
	x.ended = true
	for _, r := range b.parts {
		if !slices.ContainsFunc(r.ways, func(c due) bool { return contains(c.fleets, i) }) {
			continue
		}
		for p, t := range b.crossed(i, r, stands, turn) {
			if t >= farFuture || r.inside[p] || f.home != nil && p != f.base && t+max(f.unload, f.turn) > f.home[p] {
				continue
			}
			ends[p], x.ended = min(ends[p], t), false
		}
	}
	if !x.ended {
		loading, back := farFuture, farFuture
		for p, in := range b.inside {
			if in && stands[p] < farFuture && b.ready[p] < farFuture {
				loading, back = min(loading, max(stands[p], b.ready[p])), min(back, stands[p])
			}
		}
		x.trips, x.loading, x.back, x.there = append(x.trips, ends), append(x.loading, loading), append(x.back, back), append(x.there, stands)
		b.spread(i)
	}
}

// crossed is the earliest arrivals of a lift with a load of a part that it takes
// where it stands or goes.
func (b *border) crossed(i int, r *region, stands []int64, turn func(int) int64) []int64 {
	f := b.prover.fleets[i]
	ends := all(len(b.inside), farFuture)
	changed := false
	from := func(p int, ready int64) {
		for _, way := range f.out[p] {
			if d := way.leave(ready); d < farFuture && d+way.minutes+f.unload <= f.until && d+way.minutes < ends[way.to] {
				ends[way.to], changed = d+way.minutes, true
			}
		}
	}
	for p := range stands {
		if stands[p] < farFuture && r.ready[p] < farFuture {
			from(p, max(max(stands[p], r.ready[p])+f.load, stands[p]+turn(p)))
		}
	}
	for changed && f.kind.Mode != sortie.Road {
		changed = false
		for p := range ends {
			if ends[p] < farFuture {
				from(p, ends[p]+f.turn)
			}
		}
	}
	return ends
}

// spread applies R11 to the last trip: from the first departure to its arrival
// the lift is under way once out for every load and once back between two.
func (b *border) spread(i int) {
	x, f := &b.fleets[i], b.prover.fleets[i]
	if f.perDay <= 0 {
		return
	}
	out, back := b.legs(i)
	first := farFuture
	for p, in := range b.inside {
		if in && f.at[p] < farFuture && b.ready[p] < farFuture && len(f.out[p]) > 0 {
			first = min(first, max(f.at[p], b.ready[p])+f.load)
		}
	}
	n := int64(len(x.trips))
	if out >= farFuture || first >= farFuture || n > 1 && back >= farFuture {
		return
	}
	need := n * out
	if n > 1 {
		need += (n - 1) * back
	}
	if need <= 0 {
		return
	}
	days := (need - 1) / f.perDay
	by := first + days*day + need - days*f.perDay
	last := x.trips[n-1]
	for p := range last {
		if last[p] < farFuture {
			last[p] = max(last[p], by)
		}
	}
}
