package search

import (
	"math/rand/v2"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// stream is a part of a unit on one way.
type stream struct {
	part haul.Part
	way  haul.Way
}

// assign chooses the ways of a unit's parts. Without a choice each kind takes
// its quickest way, counting how busy the ledger says that its places are, and
// people ride with the vehicles as far as there are seats. With it some kinds
// take another way, and fewer people ride along.
func assign(p *haul.Problem, u network.UnitIndex, l *ledger, c choice) []stream {
	r, over := c.rand, c.over
	unit := &p.N.Units[u]
	var out []stream
	var rides []*ride     // by the way of the vehicles
	var lead []haul.HopID // the way of the first kind that drives: the others drive with it
	for _, it := range inFront(unit.Items, func(it network.ItemCount) bool { return p.N.Items[it.Type].Drives }) {
		ways := p.Ways(u, it.Type)
		if len(ways) == 0 {
			continue
		}
		ways = overFirst(soonestFirst(p, l, ways, it.Type, release(p, u, it.Type)), over)
		if c.own {
			ways = inFront(ways, func(w haul.Way) bool { return alone(p, w) })
		}
		e := &p.N.Items[it.Type]
		if lead != nil && (e.Drives || e.Towed) {
			ways = inFront(ways, func(w haul.Way) bool { return slices.Equal(w.Hops, lead) })
		}
		for _, share := range shares(it.Count, len(ways), r) {
			way := ways[share.way]
			if lead == nil && e.Drives && drives(p, way) {
				lead = way.Hops
			}
			l.book(way, it.Type, share.n)
			out = append(out, stream{haul.Part{Unit: u, Kind: it.Type, N: share.n}, way})
			if !drives(p, way) {
				continue
			}
			k := slices.IndexFunc(rides, func(r *ride) bool { return slices.Equal(r.way.Hops, way.Hops) })
			if k < 0 {
				k = len(rides)
				rides = append(rides, &ride{way: way})
			}
			rides[k].seats += share.n * e.Seats
			if e.Drives {
				rides[k].drivers += share.n
			}
		}
	}
	left := unit.People
	ways := p.Ways(u, network.People)
	along := !c.apart && (r == nil || r.IntN(3) > 0)
	if len(ways) > 0 && !drives(p, ways[0]) && !c.own {
		along = !c.apart && r != nil && r.IntN(3) == 0
	}
	for _, ride := range rides { // drivers first
		n := min(left, ride.drivers)
		left -= n
		ride.people = n
	}
	for _, ride := range rides {
		if along {
			n := min(left, ride.seats-ride.people)
			left -= n
			ride.people += n
		}
		if ride.people > 0 {
			out = append(out, stream{haul.Part{Unit: u, Kind: network.People, N: ride.people}, ride.way})
		}
	}
	return append(out, people(p, u, left, l, r, over)...)
}

// inFront is all with those in front for which something holds, else in the same
// order.
func inFront[T any](all []T, holds func(T) bool) []T {
	out := make([]T, 0, len(all))
	for _, front := range []bool{true, false} {
		for _, x := range all {
			if holds(x) == front {
				out = append(out, x)
			}
		}
	}
	return out
}

// ride is the people who travel on the way of vehicles.
type ride struct {
	way                    haul.Way
	seats, drivers, people int
}

// people sends the people who do not ride with vehicles: by lifts all the way
// if they can.
func people(p *haul.Problem, u network.UnitIndex, n int, l *ledger, r *rand.Rand, over haul.HopID) []stream {
	var ways []haul.Way
	for _, w := range p.Ways(u, network.People) {
		if !drives(p, w) {
			ways = append(ways, w)
		}
	}
	if n == 0 || len(p.Ways(u, network.People)) == 0 {
		return nil
	}
	if len(ways) == 0 {
		ways = p.Ways(u, network.People)
	}
	ways = overFirst(soonestFirst(p, l, ways, network.People, release(p, u, network.People)), over)
	var out []stream
	for _, share := range shares(n, len(ways), r) {
		l.book(ways[share.way], network.People, share.n)
		out = append(out, stream{haul.Part{Unit: u, Kind: network.People, N: share.n}, ways[share.way]})
	}
	return out
}

// choice is how a unit is to travel.
type choice struct {
	rand  *rand.Rand // some kinds take another way, and fewer people ride along; nil: the quickest
	over  haul.HopID // ways over this hop come first; anyHop: none in particular
	apart bool       // none but drivers ride with the vehicles
	own   bool       // what can drive all the way does
}

// plainly is the quickest ways.
var plainly = choice{over: anyHop}

// anyHop is no hop in particular.
const anyHop haul.HopID = -1

// overFirst is the ways with those over a hop in front.
func overFirst(ways []haul.Way, over haul.HopID) []haul.Way {
	if over == anyHop {
		return ways
	}
	return inFront(ways, func(w haul.Way) bool { return slices.Contains(w.Hops, over) })
}

// alone reports whether the way is driven from end to end.
func alone(p *haul.Problem, w haul.Way) bool {
	return !slices.ContainsFunc(w.Hops, func(h haul.HopID) bool { return !p.Hops[h].Convoy })
}

type share struct{ way, n int }

// shares divides a count over ways: all to the first, or, with randomness, all
// to another or some to each of two.
func shares(n, ways int, r *rand.Rand) []share {
	if r == nil || ways == 1 || r.IntN(3) == 0 {
		return []share{{0, n}}
	}
	w := r.IntN(ways)
	if n == 1 || r.IntN(2) == 0 {
		return []share{{w, n}}
	}
	v := (w + 1 + r.IntN(ways-1)) % ways
	k := 1 + r.IntN(n-1)
	return []share{{w, k}, {v, n - k}}
}

// drives reports whether the way has a hop in own vehicles.
func drives(p *haul.Problem, w haul.Way) bool {
	return slices.ContainsFunc(w.Hops, func(h haul.HopID) bool { return p.Hops[h].Convoy })
}
