package check

import (
	"fmt"

	"sortie"
)

// border is a set of places that a demand has to leave, with what each fleet
// can bring across.
type border struct {
	*prover
	inside  []bool
	parties []*party
	each    points
	total   int64
	ready   []int64 // earliest that any of the demand can stand at each place
	ways    []*carriage
	fleets  []bringing
	drives  bool
	begun   map[sortie.Mode][]start
}

// bringing is a fleet at a border.
type bringing struct {
	carries bool
	load    int64   // most points of one load that crosses
	most    int64   // most points of any load
	aboard  []int64 // earliest arrival with any of the demand at each place
	trips   [][]int64
	loading []int64 // earliest minute at which the load of each trip is loaded
	back    []int64 // earliest minute at which the lift is inside for it
	ended   bool
}

// border verifies that the whole demand begins inside and ends outside, and
// works out what a load can count.
func (w *prover) border(cert *certificate, parties []*party) (*border, error) {
	b := &border{prover: w, inside: make([]bool, len(w.places)), parties: parties, each: points{},
		ready: all(len(w.places), farFuture), fleets: make([]bringing, len(w.fleets))}
	for _, id := range cert.Inside {
		p := lookup(w.placeOf, id)
		if p < 0 {
			return nil, fmt.Errorf("there is no place %s", quote(id))
		}
		b.inside[p] = true
	}
	for name, n := range cert.Weights {
		kind := w.kindOf(name)
		if kind < people || n <= 0 || n > 1e9 {
			return nil, fmt.Errorf("%s cannot count %d", quote(name), n)
		}
		b.each[kind] = n
	}
	for _, p := range parties {
		if b.each[p.kind] == 0 {
			return nil, fmt.Errorf("%s of its demand count nothing", w.nameOf(p.kind))
		}
		if err := b.crosses(p); err != nil {
			return nil, err
		}
		b.take(p)
	}
	if b.total != cert.Total || b.total >= boundless {
		return nil, fmt.Errorf("its demand counts %d, not %d", b.total, cert.Total)
	}
	stowed := map[string]int64{}
	for i := range b.fleets {
		if x := &b.fleets[i]; x.carries {
			tonnes, limited := b.tonnes(i)
			x.load = min(w.heaviest(w.fleets[i].kind, tonnes, limited, b.aboard(i)), b.stowed(i, stowed))
			tonnes, limited, _ = capacity(w.fleets[i].kind, 0)
			x.most = w.heaviest(w.fleets[i].kind, tonnes, limited, b.aboard(i))
		}
	}
	return b, nil
}

func (b *border) crosses(p *party) error {
	for _, u := range p.units {
		if unit := &b.units[u]; !b.inside[unit.at] || b.inside[unit.to] {
			return fmt.Errorf("%s does not have to leave the places inside", unit.ID)
		}
	}
	for _, at := range p.held {
		if !b.inside[at] {
			return fmt.Errorf("%s is not inside", b.places[at].ID)
		}
	}
	if p.floor {
		for at := range b.places {
			if b.places[at].host != b.inside[at] {
				return fmt.Errorf("a floor holds people in the theatre, not elsewhere")
			}
		}
	}
	return nil
}

func (b *border) take(p *party) {
	b.total = plusCapped(b.total, timesCapped(b.each[p.kind], p.count))
	for at, t := range p.early.stands {
		b.ready[at] = min(b.ready[at], t)
	}
	for _, c := range p.ways {
		known := false
		for _, have := range b.ways {
			known = known || have == c
		}
		if !known {
			b.ways = append(b.ways, c)
		}
		for _, f := range c.fleets {
			if x := &b.fleets[f]; !x.carries {
				x.carries, x.aboard = true, all(len(b.inside), farFuture)
			}
		}
		for at := range c.roads {
			for _, way := range c.roads[at] {
				b.drives = b.drives || b.inside[at] && !b.inside[way.to]
			}
		}
	}
	for f, arrives := range p.early.aboard {
		for at, t := range arrives {
			b.fleets[f].aboard[at] = min(b.fleets[f].aboard[at], t)
		}
	}
}

// aboard is what counts of the kinds that a fleet may carry of the demand.
func (b *border) aboard(f int) points {
	each := points{}
	for _, p := range b.parties {
		for _, c := range p.ways {
			if contains(c.fleets, f) {
				each[p.kind] = b.each[p.kind]
			}
		}
	}
	return each
}

// stowed is the most points of a load of a fleet that can be stowed, as far as
// its rows say; what is known of one type is not worked out again.
func (b *border) stowed(i int, known map[string]int64) int64 {
	tonnes, limited := b.tonnes(i)
	t, each := b.prover.fleets[i].kind, b.aboard(i)
	counts := map[int]int64{}
	key := fmt.Sprint(t.ID, tonnes, limited)
	for _, kind := range sortedKeys(each) {
		for _, p := range b.parties {
			if p.kind == kind {
				counts[kind] = plusCapped(counts[kind], p.count)
			}
		}
		key += fmt.Sprint(" ", kind)
	}
	most, ok := known[key]
	if !ok {
		most = b.hold(t, tonnes, limited, each, counts).most()
		known[key] = most
	}
	return most
}

// tonnes is the most that a fleet carries on a leg across: every way across
// has one.
func (b *border) tonnes(f int) (most float64, limited bool) {
	limited = true
	for p, in := range b.inside {
		for _, way := range b.prover.fleets[f].out[p] {
			if in && !b.inside[way.to] {
				limited = limited && way.limited
				most = max(most, way.tonnes)
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
	changed := false
	from := func(p int, ready int64) {
		for _, way := range f.out[p] {
			if d := way.leave(ready); d < farFuture && d+way.minutes+f.unload <= f.until && d+way.minutes < ends[way.to] {
				ends[way.to], changed = d+way.minutes, true
			}
		}
	}
	loading, back := farFuture, farFuture
	for p, in := range b.inside {
		if in && stands[p] < farFuture && b.ready[p] < farFuture {
			loading, back = min(loading, max(stands[p], b.ready[p])), min(back, stands[p])
			from(p, max(max(stands[p], b.ready[p])+f.load, stands[p]+turn(p)))
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
	x.ended = true
	for p, in := range b.inside {
		if in || f.home != nil && p != f.base && ends[p] < farFuture && ends[p]+max(f.unload, f.turn) > f.home[p] {
			ends[p] = farFuture
		}
		if ends[p] < farFuture {
			x.ended = false
		}
	}
	if !x.ended {
		x.trips, x.loading, x.back = append(x.trips, ends), append(x.loading, loading), append(x.back, back)
		b.spread(i)
	}
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
