package search

import (
	"math"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// ledger is a rough count of how long the teams of each place and the lifts of
// each hop are already busy, so that units do not all take the same way while
// another stands empty. The nil ledger counts nothing.
type ledger struct {
	p      *haul.Problem
	teams  [][modes]float64  // minutes of all teams together, by place
	lifts  map[crowd]float64 // minutes of all lifts together
	counts map[crowd]float64 // how many lifts
	rides  map[rideKey]passage
}

// modes is how many modes of transport there are.
const modes = len(network.Place{}.Handles)

// crowd is the lifts of a type on one side of the theatre's border: buses of
// the host country do not serve at home.
type crowd struct {
	typ  network.TypeIndex
	host bool
}

type rideKey struct {
	hop  haul.HopID
	kind network.ItemIndex
}

// passage is how one of a kind goes over a hop: by which lifts, which share of a
// load it is, and the minutes that a load takes.
type passage struct {
	by                         crowd
	share, load, unload, round float64
}

func newLedger(p *haul.Problem) *ledger {
	l := &ledger{p, make([][modes]float64, len(p.N.Places)), map[crowd]float64{}, map[crowd]float64{}, map[rideKey]passage{}}
	for i := range p.N.Fleets {
		f := &p.N.Fleets[i]
		if p.N.Types[f.Type].Mode != network.Road {
			l.counts[crowd{f.Type, false}] += float64(f.Count)
			l.counts[crowd{f.Type, true}] += float64(f.Count)
			continue
		}
		l.counts[crowd{f.Type, p.N.Places[f.Base].Host}] += float64(f.Count)
	}
	return l
}

// crowd is the lifts of a type that are on one side of the border, or that have
// to come from the other.
func (l *ledger) crowd(typ network.TypeIndex, host bool) crowd {
	if by := (crowd{typ, host}); l.counts[by] > 0 {
		return by
	}
	return crowd{typ, !host}
}

// ride is by the type of which one of the kind takes the least time of a lift.
func (l *ledger) ride(h haul.HopID, kind network.ItemIndex) passage {
	key := rideKey{h, kind}
	if r, ok := l.rides[key]; ok {
		return r
	}
	n, hop := l.p.N, &l.p.Hops[h]
	best, least := passage{}, math.Inf(1)
	for i := range n.Types {
		typ := network.TypeIndex(i)
		t := &n.Types[i]
		by := l.crowd(typ, n.Places[hop.From].Host)
		if t.Mode != hop.Mode || !n.Fits(typ, kind) || l.counts[by] == 0 {
			continue
		}
		routes := n.Routes(typ, hop.From, hop.To, hop.Via)
		if len(routes) == 0 {
			continue
		}
		share := 1 / float64(max(1, t.Seats.Empty))
		if kind != network.People {
			it := &n.Items[kind]
			share = it.Mass / t.MaxPayload()
			if t.TotalLength > 0 {
				share = max(share, it.Length/t.TotalLength)
			}
		}
		r := passage{by, share, float64(t.Load), float64(t.Unload), float64(round(t, routes[0].Minutes))}
		if cost := r.share * r.round / l.counts[by]; cost < least {
			best, least = r, cost
		}
	}
	l.rides[key] = best
	return best
}

// book counts n of a kind on a way.
func (l *ledger) book(w haul.Way, kind network.ItemIndex, n int) {
	if l == nil {
		return
	}
	for _, h := range w.Hops {
		hop := &l.p.Hops[h]
		if hop.Convoy {
			continue
		}
		r := l.ride(h, kind)
		loads := r.share * float64(n)
		l.teams[hop.From][hop.Mode] += float64(loads * r.load)
		l.teams[hop.To][hop.Mode] += float64(loads * r.unload)
		l.lifts[r.by] += float64(loads * r.round)
	}
}

// lentLift is what it must save, in minutes, to carry by road what can drive.
const lentLift = 6 * 60

// delay is how long the busiest place or hop of a way is busy already.
func (l *ledger) delay(w haul.Way, kind network.ItemIndex) float64 {
	most, lent := 0.0, 0.0
	for _, h := range w.Hops {
		hop := &l.p.Hops[h]
		if hop.Convoy {
			continue
		}
		if by := l.ride(h, kind).by; l.counts[by] > 0 {
			most = max(most, l.lifts[by]/l.counts[by])
		}
		if hop.Mode == network.Road && kind != network.People && l.p.N.Items[kind].Drives {
			lent += lentLift
		}
		for _, p := range []network.PlaceIndex{hop.From, hop.To} {
			if teams := l.p.N.Places[p].Working[hop.Mode]; teams < network.Unlimited {
				most = max(most, l.teams[p][hop.Mode]/float64(max(1, teams)))
			}
		}
	}
	return most + lent
}

// soonestFirst is the ways in the order in which they would end for who may
// leave at a minute, waiting for open hours, clearances and, by the ledger, for
// others included.
func soonestFirst(p *haul.Problem, l *ledger, ways []haul.Way, kind network.ItemIndex, from network.Minute) []haul.Way {
	if len(ways) < 2 {
		return ways
	}
	type ending struct {
		way haul.Way
		end float64
	}
	by := make([]ending, len(ways))
	for i, w := range ways {
		by[i] = ending{w, float64(arrives(p, w, from))}
		if l != nil {
			by[i].end += l.delay(w, kind)
		}
	}
	slices.SortStableFunc(by, func(a, b ending) int { return compare(a.end, b.end) })
	out := make([]haul.Way, len(by))
	for i := range by {
		out[i] = by[i].way
	}
	return out
}

// arrives is when the way would be over at best: its least time, and what it waits
// for the hours and clearances of its places.
func arrives(p *haul.Problem, w haul.Way, from network.Minute) network.Minute {
	t, waited := from, network.Minute(0)
	share := network.Minute(w.Minutes / max(1, len(w.Hops)))
	for _, h := range w.Hops {
		hop := &p.Hops[h]
		for _, at := range []network.PlaceIndex{hop.From, hop.To} {
			open := opens(p.N, at, hop.Mode, t)
			waited += open - t
			t = open
			if at == hop.From {
				t += share
			}
		}
	}
	return from + network.Minute(w.Minutes) + waited
}

// opens is the first minute from t on at which some nation may come by the mode.
func opens(n *network.Network, at network.PlaceIndex, mode network.ModeIndex, t network.Minute) network.Minute {
	best := n.Access(at, mode, network.None).Next(t)
	for nation := range n.Nations {
		if best == t {
			break
		}
		best = min(best, n.Access(at, mode, network.NationIndex(nation)).Next(t))
	}
	return min(best, n.Last*2)
}

// release is when a kind of a unit may leave at best: people, and what they
// drive or tow, when the first task at their place that asks for them is over.
func release(p *haul.Problem, u network.UnitIndex, kind network.ItemIndex) network.Minute {
	unit := &p.N.Units[u]
	if kind == network.People || p.N.Items[kind].Drives || p.N.Items[kind].Towed {
		for _, t := range p.N.Places[unit.At].Tasks {
			if t.People > 0 && t.From <= unit.Ready && t.Until > unit.Ready && t.Until < network.Forever {
				return min(t.Until, p.N.Deadline)
			}
		}
	}
	return unit.Ready
}
