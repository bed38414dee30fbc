package bound

import (
	"slices"

	"sortie/network"
)

// arc is a leg that a lift or convoy can make.
type arc struct {
	from, to  network.PlaceIndex
	minutes   network.Minute
	tonnes    float64
	departing *network.Calendar // allowed minutes of departure
	arriving  *network.Calendar
}

// leave is the first minute from t on at which the leg can begin.
func (a *arc) leave(t network.Minute) network.Minute {
	for {
		d := a.departing.Next(t)
		if d >= network.Never {
			return network.Never
		}
		at := a.arriving.Next(d + a.minutes)
		switch {
		case at >= network.Never:
			return network.Never
		case at == d+a.minutes:
			return d
		}
		t = at - a.minutes
	}
}

// leaveBy is the last minute at which the leg can begin so that it ends by the
// limit; [network.Past] where there is none.
func (a *arc) leaveBy(limit network.Minute) network.Minute {
	for {
		at := a.arriving.Prev(limit)
		if at <= network.Past {
			return network.Past
		}
		d := a.departing.Prev(at - a.minutes)
		switch {
		case d <= network.Past:
			return network.Past
		case a.arriving.Contains(d + a.minutes):
			return d
		}
		limit = d + a.minutes
	}
}

// ways is the legs of a fleet, or of convoys of one nation and speed.
type ways struct {
	out, in [][]*arc // by place
}

func newWays(places int) *ways {
	return &ways{out: make([][]*arc, places), in: make([][]*arc, places)}
}

// same reports whether other ways have the same legs.
func (w *ways) same(other *ways) bool {
	return slices.EqualFunc(w.out, other.out, func(a, b []*arc) bool {
		return slices.EqualFunc(a, b, func(a, b *arc) bool { return *a == *b })
	})
}

func (w *ways) add(a *arc) {
	w.out[a.from] = append(w.out[a.from], a)
	w.in[a.to] = append(w.in[a.to], a)
}

// lifts is a fleet with its legs and how early one of it can be at each place.
type lifts struct {
	*network.Fleet
	typ  *network.LiftType
	ways *ways
	at   []network.Minute // earliest arrival of an empty lift; its window's begin at the base
	home []network.Minute // latest departure empty that still ends at the base in the window; nil where it need not
}

// world is a mission as the bounds see it.
type world struct {
	n       *network.Network
	fleets  []*lifts
	convoys map[string]*ways // by nation and speeds
	riders  []*rider
	byKey   map[string]int
	byKind  map[amountKey]int
	work    int // legs and uses looked at so far
	lates   map[lateKey]*labels
	forms   map[string]*form
	sides   map[string][][]int64 // what they count of the whole
	decks   map[*network.LiftType]*stowage
}

type lateKey struct {
	rider int
	by    network.Minute
}

// lateBy is the rider's latest labels for a minute, remembered.
func (w *world) lateBy(r int, by network.Minute) *labels {
	key := lateKey{r, by}
	found, ok := w.lates[key]
	if !ok {
		if len(w.lates) > 4096 {
			clear(w.lates)
		}
		found = w.late(w.riders[r], by)
		w.lates[key] = found
	}
	return found
}

func newWorld(n *network.Network) *world {
	w := &world{n: n, convoys: map[string]*ways{}, byKey: map[string]int{}, byKind: map[amountKey]int{}, lates: map[lateKey]*labels{},
		forms: map[string]*form{}, sides: map[string][][]int64{}, decks: map[*network.LiftType]*stowage{}}
	for i := range n.Fleets {
		w.fleets = append(w.fleets, w.newLifts(network.FleetIndex(i)))
	}
	return w
}

func (w *world) newLifts(i network.FleetIndex) *lifts {
	n := w.n
	f := &lifts{Fleet: &n.Fleets[i], ways: newWays(len(n.Places))}
	f.typ = &n.Types[f.Type]
	for p := range n.Places {
		for q := range n.Places {
			from, to := network.PlaceIndex(p), network.PlaceIndex(q)
			leg := n.Leg(f.Type, from, to)
			if !leg.OK {
				continue
			}
			tonnes, _ := f.typ.PayloadAt(leg.KM)
			f.ways.add(&arc{from, to, network.Minute(leg.Minutes), tonnes,
				n.Access(from, f.typ.Mode, f.Nation), n.Access(to, f.typ.Mode, f.Nation)})
		}
	}
	f.at = f.position()
	if f.Return {
		f.home = f.homeward()
	}
	return f
}

func (f *lifts) load() network.Minute   { return network.Minute(f.typ.Load) }
func (f *lifts) unload() network.Minute { return network.Minute(f.typ.Unload) }
func (f *lifts) turn() network.Minute   { return network.Minute(f.typ.Turnaround) }

// turnAt is the least time between the first arrival at a place and the next
// departure: none at the base, where it need not have arrived.
func (f *lifts) turnAt(p network.PlaceIndex) network.Minute {
	if p == f.Base {
		return 0
	}
	return f.turn()
}

func filled(n int, with network.Minute) []network.Minute {
	out := make([]network.Minute, n)
	for i := range out {
		out[i] = with
	}
	return out
}

// position is how early a lift can stand at each place.
func (f *lifts) position() []network.Minute {
	at := filled(len(f.ways.out), network.Never)
	at[f.Base] = f.From
	f.roam(at, func(p network.PlaceIndex, t network.Minute) network.Minute { return t + f.turnAt(p) })
	return at
}

// roam lets an empty lift go on from wherever it is; free says when one that
// arrived at a place may leave it.
func (f *lifts) roam(at []network.Minute, free func(p network.PlaceIndex, t network.Minute) network.Minute) {
	var queue []network.PlaceIndex
	for p, t := range at {
		if t < network.Never {
			queue = append(queue, network.PlaceIndex(p))
		}
	}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		for _, a := range f.ways.out[p] {
			d := a.leave(free(p, at[p]))
			if d >= network.Never || d+a.minutes >= at[a.to] || d+a.minutes > f.Until {
				continue
			}
			at[a.to] = d + a.minutes
			if !slices.Contains(queue, a.to) {
				queue = append(queue, a.to)
			}
		}
	}
}

// homeward is how late a lift may leave each place empty to end at its base
// within its window.
func (f *lifts) homeward() []network.Minute {
	arrive := filled(len(f.ways.in), network.Past) // latest arrival at a place from which it can go on
	leave := filled(len(f.ways.in), network.Past)
	arrive[f.Base], leave[f.Base] = f.Until, network.Forever
	queue := []network.PlaceIndex{f.Base}
	for len(queue) > 0 {
		q := queue[0]
		queue = queue[1:]
		for _, a := range f.ways.in[q] {
			d := a.leaveBy(arrive[q])
			if d <= leave[a.from] {
				continue
			}
			leave[a.from] = d
			arrive[a.from] = d - f.turn()
			if !slices.Contains(queue, a.from) {
				queue = append(queue, a.from)
			}
		}
	}
	return leave
}
