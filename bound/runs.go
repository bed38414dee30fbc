package bound

import (
	"math"
	"slices"

	"sortie/network"
)

// Limits of what is looked at with runs: places, parts of the demand, runs, of each resource the
// minutes from which and until which it is counted, shares of these, and what all runs take of all of them.
const (
	mostRunPlaces = 100
	mostRunParts  = 14
	mostRuns      = 2000
	mostRunEnds   = 40
	mostShares    = 1_000_000
	mostTaken     = 4_000_000
)

// run is the n-th loads of the lifts of a fleet that cross, from one place to another, as far
// as no load of it begins before a minute or lands after another: so what is ready later, or
// has to be there sooner, is not in it.
type run struct {
	fleet, trip int
	squad       int   // the first fleet of those with which it may stand for one
	fleets      []int // all that it stands for
	from, to    network.PlaceIndex
	of          set                // what can be in it
	tonnes      float64            // and how much of it, if that depends on the way
	based       bool               // a lift of it has its base where it is loaded, or
	ends        bool               // where it is unloaded
	free        network.Minute     // earliest minute at which the lift is there for it
	loads       network.Minute     // earliest minute at which it is loaded
	leaves      span               // when it leaves
	lands       span               // when it lands
	before      network.PlaceIndex // where the lift has unloaded before; none where that may be several places
	clears      network.Minute     // earliest minute at which it leaves there
	returns     network.Minute     // least minutes from there to where it is loaded
}

// span is from a minute until another.
type span struct{ first, last network.Minute }

// runs is every run by which something can cross and close by the minute; none where they are too many.
// Coarse ones stand for several.
func (c *cut) runs(by network.Minute, coarse bool) []run {
	if len(c.inside) > mostRunPlaces {
		return nil
	}
	late := make([][]network.Minute, len(c.streams)) // of each part: standing at each place
	for k := range c.streams {
		late[k] = filled(len(c.inside), network.Past)
		for _, r := range c.streams[k].riders {
			for p, t := range c.w.lateBy(r.rider, min(by, r.until)).standing {
				late[k][p] = max(late[k][p], t)
			}
		}
	}
	var out []run
	for i := range c.fleets {
		x := &c.fleets[i]
		if !x.carries || c.w.fleets[i].Count <= 0 {
			continue
		}
		if x.bearing == nil {
			x.bearing = c.w.fleets[i].bearings()
			x.between = x.bearing[0].between
		}
		for n := 0; n < mostTrips; n++ {
			if n == len(x.trips) && !x.whole {
				c.trip(i)
			}
			if n >= len(x.trips) {
				break
			}
			before := len(out)
			if out = c.trips(out, i, n, late); len(out) > mostRuns {
				return nil
			}
			if len(out) == before {
				break
			}
		}
	}
	c.w.work += 10 * len(out)
	if coarse {
		return c.coarse(out)
	}
	return out
}

// coarse is runs each of which stands for those of fleets of one type that carry the same, with the same number, from one
// place to the same other one: those that begin as soon as any or later, and end as late as any or sooner. It can take
// whatever any of these can.
func (c *cut) coarse(runs []run) []run {
	type alike struct {
		squad, trip  int
		from, to     network.PlaceIndex
		begins, ends bool
	}
	type way struct {
		fleet, trip int
		from, to    network.PlaceIndex
	}
	first, last := map[way]network.Minute{}, map[way]network.Minute{}
	for i := range runs {
		r := &runs[i]
		w := way{r.fleet, r.trip, r.from, r.to}
		if at, ok := first[w]; !ok || r.loads < at {
			first[w] = r.loads
		}
		last[w] = max(last[w], r.lands.last)
	}
	squads := c.squads()
	place := map[alike]int{}
	var out []run
	for _, r := range runs {
		w := way{r.fleet, r.trip, r.from, r.to}
		key := alike{squads[r.fleet], r.trip, r.from, r.to, r.loads > first[w], r.lands.last < last[w]}
		k, ok := place[key]
		if !ok {
			place[key] = len(out)
			r.squad, r.tonnes = key.squad, math.Inf(1)
			out = append(out, r)
			continue
		}
		out[k].join(&r)
	}
	return out
}

// squads is the first fleet of the type of each that carries the same.
func (c *cut) squads() []int {
	out := make([]int, len(c.fleets))
	entries := c.entries()
	for i := range out {
		for out[i] < i && (c.w.fleets[out[i]].Type != c.w.fleets[i].Type ||
			slices.ContainsFunc(entries, func(e *entry) bool { return (e.early.aboard[i] == nil) != (e.early.aboard[out[i]] == nil) })) {
			out[i]++
		}
	}
	return out
}

// join makes a run stand for another one as well.
func (r *run) join(other *run) {
	wider := func(a, b span) span { return span{min(a.first, b.first), max(a.last, b.last)} }
	r.of |= other.of
	r.free, r.loads = min(r.free, other.free), min(r.loads, other.loads)
	r.leaves, r.lands = wider(r.leaves, other.leaves), wider(r.lands, other.lands)
	r.based, r.ends = r.based || other.based, r.ends || other.ends
	if r.before != other.before {
		r.before = network.None
	}
	r.clears, r.returns = min(r.clears, other.clears), min(r.returns, other.returns)
	if !slices.Contains(r.fleets, other.fleet) {
		r.fleets = append(r.fleets, other.fleet)
	}
}

// trips adds the n-th runs of a fleet.
func (c *cut) trips(out []run, i, n int, late [][]network.Minute) []run {
	x, f := &c.fleets[i], c.w.fleets[i]
	for p, in := range c.inside {
		if !in || x.free[n][p] >= network.Never {
			continue
		}
		from := network.PlaceIndex(p)
		for _, loads := range c.starts(i, n, p) {
			leaves := max(loads+f.load(), x.free[n][p]+f.turn())
			if n == 0 {
				leaves = max(loads+f.load(), x.free[n][p]+f.turnAt(from))
			}
			for _, way := range f.landings(x.bearing, from, leaves) {
				q := int(way.to)
				if c.inside[q] {
					continue
				}
				for _, last := range c.closings(i, q, late) {
					r := run{fleet: i, squad: i, fleets: []int{i}, trip: n, from: from, to: network.PlaceIndex(q), free: x.free[n][p], loads: loads,
						tonnes: way.tonnes, based: f.Base == from, ends: f.Base == network.PlaceIndex(q),
						lands: span{max(way.lands, x.trips[n][q]), min(last, f.Until) - f.unload()}, before: network.None}
					if f.home != nil && f.Base != r.to {
						r.lands.last = min(r.lands.last, f.home[q]-max(f.unload(), f.turn()))
					}
					r.leaves = span{leaves, r.lands.last - way.between[p][q]}
					r.of = c.aboard(i, n, p, q, loads, last, late)
					if r.of != 0 && r.lands.first <= r.lands.last && r.leaves.first <= r.leaves.last {
						out = append(out, c.after(r))
					}
				}
			}
		}
	}
	return out
}

// starts is when what a fleet carries can begin to be loaded at a place, each such minute once.
func (c *cut) starts(i, n, p int) []network.Minute {
	var out []network.Minute
	for k := range c.streams {
		if s := &c.streams[k]; s.carries[i] && s.ready[p] < network.Never {
			out = append(out, max(s.ready[p], c.fleets[i].free[n][p]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// closings is until when what a fleet carries has to be unloaded at a place.
func (c *cut) closings(i, q int, late [][]network.Minute) []network.Minute {
	var out []network.Minute
	for k := range c.streams {
		if c.streams[k].carries[i] && late[k][q] > network.Past {
			out = append(out, late[k][q])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// aboard is the parts that can be loaded by a minute and unloaded as late as another, where
// both are so of some part, and of none sooner and later.
func (c *cut) aboard(i, n, p, q int, loads, last network.Minute, late [][]network.Minute) set {
	of, first, ends := set(0), network.Past, network.Never
	for k := range c.streams {
		s := &c.streams[k]
		if ready := max(s.ready[p], c.fleets[i].free[n][p]); s.carries[i] && ready <= loads && late[k][q] >= last {
			of |= 1 << k
			first, ends = max(first, ready), min(ends, late[k][q])
		}
	}
	if first < loads || ends > last {
		return 0
	}
	return of
}

// after adds where the lift was before, if that can be one place alone.
func (c *cut) after(r run) run {
	if r.trip == 0 {
		return r
	}
	f := c.w.fleets[r.fleet]
	for q, t := range c.fleets[r.fleet].trips[r.trip-1] {
		switch {
		case t >= network.Never:
		case r.before != network.None:
			r.before = network.None
			return r
		default:
			r.before, r.clears, r.returns = network.PlaceIndex(q), t+max(f.unload(), f.turn()), c.fleets[r.fleet].between[q][r.from]
		}
	}
	return r
}
