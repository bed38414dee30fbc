package bound

import (
	"container/heap"
	"math"
	"slices"

	"sortie/network"
)

// flight is a time under way.
type flight struct{ depart, arrive network.Minute }

// stock is so many of one sort of the demand that a load may hold.
type stock struct {
	sort  int
	kind  network.ItemIndex
	count int64
	each  int64 // what one counts
}

// offer is what a load from one place to another can be taken from: what can
// have been ready there by some minute.
type offer struct {
	to     network.PlaceIndex
	ready  network.Minute // loading begins no sooner
	latest network.Minute // unloaded no later
	lots   []stock
	name   string // that all offers of the same lots share
	toll   int64  // what a load earns beside, or less
	shelf  *shelf // what it is of
}

// among reports whether what can be loaded before offers the same.
func (o *offer) among(before []*offer) bool {
	return slices.ContainsFunc(before, func(b *offer) bool {
		return b.to == o.to && b.latest == o.latest && b.toll == o.toll && b.name == o.name
	})
}

// delivery is a load on a route.
type delivery struct {
	from, to network.PlaceIndex
	offer    *offer
	tonnes   float64
	begins   network.Minute // it is loaded from then on
	ends     network.Minute // unloaded
	parts    []packedSort   // what it is, where that is asked for
}

// route is what one lift does: what it brings, where it stands, and when it flies. All but the loads is
// known only where it can cost something.
type route struct {
	loads []*delivery
	stays []stay
	flown []flight
}

// stage is a lift somewhere on its route: empty, or with a load aboard.
type stage struct {
	at     network.PlaceIndex
	load   network.Minute // earliest beginning of the next loading
	leave  network.Minute // earliest next departure
	earned int64
	flown  []flight // those that may count for the hours of the next one, in order

	aboard bool
	from   network.PlaceIndex // where the load comes from
	begins network.Minute     // it is loaded from then on
	offers int                // which offers of that place it can be of: those with this ready time
	tonnes float64            // most that the legs so far carry

	hope   float64 // the most that the route can earn
	before *stage
	brings *delivery // what was unloaded last
	worse  bool      // another is as good
}

// tour is the search for the route of a lift of one fleet that earns most: of
// all the ways to load, fly, stop, unload and fly on empty in its window, as
// early as the hours of the places, and its own in any 24 hours, allow. Whoever
// leaves a place sooner loses nothing: he can wait, and has flown less of late.
type tour struct {
	w      *world
	f      *lifts
	by     network.Minute
	enough int64        // no better route is looked for
	offers [][][]*offer // by place and ready time: to each place where what is loaded counts
	value  func(o *offer, tonnes float64) int64

	open   stages
	hope   *hope
	known  map[stageKey][]*stage
	looked int
	best   *stage
}

type stageKey struct {
	at, from network.PlaceIndex
	offers   int
	tonnes   float64
}

// mostStages bounds the stages that are looked at for one route.
const mostStages = 30_000

// run is false where there is too much to look at.
func (t *tour) run() bool {
	t.known, t.hope = map[stageKey][]*stage{}, newHope(t)
	t.add(&stage{at: t.f.Base, load: t.f.From, leave: t.f.From, from: network.None})
	for len(t.open) > 0 {
		s := heap.Pop(&t.open).(*stage)
		if t.hope.ends(s) || t.best != nil && t.best.earned >= t.enough {
			return true
		}
		if s.worse {
			continue
		}
		if t.looked++; t.looked > mostStages {
			return false
		}
		t.w.work += 20 * len(t.f.ways.out[s.at])
		if s.aboard {
			t.onward(s)
			continue
		}
		for i, offers := range t.offers[s.at] {
			loaded := *s
			loaded.aboard, loaded.from, loaded.offers, loaded.tonnes = true, s.at, i, math.Inf(1)
			loaded.begins = max(s.load, offers[0].ready)
			loaded.leave = max(loaded.begins+t.f.load(), s.leave)
			loaded.before = s
			t.onward(&loaded)
		}
		for _, a := range t.f.ways.out[s.at] {
			if d := t.departs(s, a, max(s.load, s.leave)); d < network.Never && d+a.minutes <= min(t.f.Until, t.by) {
				next := &stage{at: a.to, load: d + a.minutes, leave: d + a.minutes + t.f.turn(), earned: s.earned,
					from: network.None, before: s, flown: t.flies(s, flight{d, d + a.minutes})}
				t.add(next)
			}
		}
	}
	return true
}

// onward takes the load of a stage along each leg, to be unloaded there or to go on.
func (t *tour) onward(s *stage) {
	offers := t.offers[s.from][s.offers]
	for _, a := range t.f.ways.out[s.at] {
		if a.to == s.from {
			continue
		}
		d := t.departs(s, a, s.leave)
		if d >= network.Never || d+a.minutes+t.f.unload() > min(t.f.Until, t.by) {
			continue
		}
		arrives, tonnes := d+a.minutes, math.Min(s.tonnes, math.Min(a.tonnes, t.f.typ.MaxPayload()))
		flown := t.flies(s, flight{d, arrives})
		for _, o := range offers {
			if o.to != a.to || arrives+t.f.unload() > o.latest {
				continue
			}
			if earns := t.value(o, tonnes); earns > 0 {
				t.add(&stage{at: a.to, load: arrives + t.f.unload(), leave: arrives + t.f.turn(), earned: s.earned + earns,
					from: network.None, before: s.before, flown: flown,
					brings: &delivery{from: s.from, to: a.to, offer: o, tonnes: tonnes, begins: s.begins, ends: arrives + t.f.unload()}})
			}
		}
		if t.f.typ.Mode != network.Road && t.onwardHelps(s, a) {
			t.add(&stage{at: a.to, leave: arrives + t.f.turn(), earned: s.earned, flown: flown,
				aboard: true, from: s.from, begins: s.begins, offers: s.offers, tonnes: tonnes, before: s.before})
		}
	}
}

// onwardHelps is false where a stop wins nothing. Hours per day may be kept by a stop
// where they are not without.
func (t *tour) onwardHelps(s *stage, to *arc) bool {
	return s.at != s.from || t.f.limited() || stopHelps(t.f, to)
}

// stopHelps is false where a stop after a first leg wins nothing: wherever the load may go from
// there, the leg that goes there at once is no longer, carries as much and is always open.
func stopHelps(f *lifts, first *arc) bool {
	for _, on := range f.ways.out[first.to] {
		if on.to == first.from {
			continue
		}
		direct := slices.IndexFunc(f.ways.out[first.from], func(a *arc) bool { return a.to == on.to })
		if direct < 0 {
			return true
		}
		a := f.ways.out[first.from][direct]
		if a.departing != nil || a.arriving != nil || a.minutes > first.minutes+on.minutes ||
			math.Min(a.tonnes, f.typ.MaxPayload()) < math.Min(first.tonnes, on.tonnes) {
			return true
		}
	}
	return false
}

const wholeDay = network.Minute(24 * 60)

func (f *lifts) limited() bool { return f.PerDay > 0 && f.PerDay < int(wholeDay) }

// departs is the first minute from one on at which the lift can begin the leg.
// Of the 24 hours that end with a leg none before has more under way, so that
// those alone are looked at.
func (t *tour) departs(s *stage, a *arc, ready network.Minute) network.Minute {
	if t.f.limited() && a.minutes > 0 {
		rest := network.Minute(t.f.PerDay) - a.minutes
		if rest < 0 {
			return network.Never
		}
		for i := len(s.flown) - 1; i >= 0; i-- {
			leg := s.flown[i]
			if long := leg.arrive - leg.depart; long <= rest {
				rest -= long
				continue
			}
			ready = max(ready, leg.arrive-rest+wholeDay-a.minutes)
			break
		}
	}
	return a.leave(ready)
}

func (t *tour) flies(s *stage, leg flight) []flight {
	if !t.f.limited() || leg.arrive <= leg.depart {
		return s.flown
	}
	var out []flight
	for _, before := range s.flown {
		if before.arrive > leg.arrive-wholeDay {
			out = append(out, before)
		}
	}
	return append(out, leg)
}

// since is how long legs were under way from a minute on.
func since(flown []flight, from network.Minute) network.Minute {
	total := network.Minute(0)
	for _, leg := range flown {
		total += max(leg.arrive-max(leg.depart, from), 0)
	}
	return total
}

// add keeps a stage unless another is as good.
func (t *tour) add(s *stage) {
	if !s.aboard && t.f.home != nil && s.at != t.f.Base && max(s.load, s.leave) > t.f.home[s.at] {
		return
	}
	if s.hope = t.hope.of(s); t.hope.ends(s) {
		return
	}
	key := stageKey{s.at, s.from, s.offers, s.tonnes}
	t.w.work += 4 * len(t.known[key])
	if slices.ContainsFunc(t.known[key], func(other *stage) bool { return t.asGood(other, s) }) {
		return
	}
	t.known[key] = append(slices.DeleteFunc(t.known[key], func(other *stage) bool {
		other.worse = t.asGood(s, other)
		return other.worse
	}), s)
	if !s.aboard && (t.best == nil || s.earned > t.best.earned) {
		t.best = s
	}
	heap.Push(&t.open, s)
}

// asGood reports whether whatever can follow on b can follow on a.
func (t *tour) asGood(a, b *stage) bool {
	switch {
	case a.load > b.load || a.leave > b.leave || a.earned < b.earned:
		return false
	case len(a.flown) == 0:
		return true
	}
	from := b.leave - wholeDay
	if since(a.flown, from) > since(b.flown, from) {
		return false
	}
	for _, leg := range a.flown {
		if leg.depart > from && since(a.flown, leg.depart) > since(b.flown, leg.depart) {
			return false
		}
	}
	for _, leg := range b.flown {
		if leg.arrive > from && since(a.flown, leg.arrive) > since(b.flown, leg.arrive) {
			return false
		}
	}
	return true
}

// deliveries is the loads of the best route.
func (t *tour) deliveries() []*delivery {
	var out []*delivery
	for s := t.best; s != nil; s = s.before {
		if s.brings != nil {
			out = append(out, s.brings)
		}
	}
	return out
}

// stages are open ones, the most hopeful at the front.
type stages []*stage

func (q stages) Len() int { return len(q) }
func (q stages) Less(i, j int) bool {
	a, b := q[i], q[j]
	if a.hope != b.hope {
		return a.hope > b.hope
	}
	return a.leave < b.leave
}
func (q stages) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *stages) Push(x any)   { *q = append(*q, x.(*stage)) }
func (q *stages) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
