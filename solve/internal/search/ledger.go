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
	p     *haul.Problem
	teams map[station]float64 // minutes of all teams together
	lifts map[haul.HopID]float64
	share map[shareKey]float64
}

type station struct {
	place network.PlaceIndex
	mode  network.ModeIndex
}

type shareKey struct {
	hop  haul.HopID
	kind network.ItemIndex
}

func newLedger(p *haul.Problem) *ledger {
	return &ledger{p, map[station]float64{}, map[haul.HopID]float64{}, map[shareKey]float64{}}
}

// loads is the share of a lift's load that one of the kind is, on the type of
// the hop that takes most of it; 0 where none takes it.
func (l *ledger) loads(h haul.HopID, kind network.ItemIndex) float64 {
	key := shareKey{h, kind}
	if s, ok := l.share[key]; ok {
		return s
	}
	n, hop := l.p.N, &l.p.Hops[h]
	best := math.Inf(1)
	for i := range n.Types {
		t := &n.Types[i]
		if t.Mode != hop.Mode || !n.Fits(network.TypeIndex(i), kind) {
			continue
		}
		share := 0.0
		if kind == network.People {
			share = 1 / float64(t.Seats.Empty)
		} else {
			it := &n.Items[kind]
			share = it.Mass / t.MaxPayload()
			if t.TotalLength > 0 {
				share = max(share, it.Length/t.TotalLength)
			}
		}
		best = min(best, share)
	}
	if math.IsInf(best, 1) {
		best = 0
	}
	l.share[key] = best
	return best
}

// fleet is how many lifts may serve a hop, and the minutes of the least round.
func (l *ledger) fleet(h haul.HopID) (lifts, load, unload, round float64) {
	n, hop := l.p.N, &l.p.Hops[h]
	round = math.Inf(1)
	for i := range n.Fleets {
		t := &n.Types[n.Fleets[i].Type]
		if t.Mode != hop.Mode {
			continue
		}
		routes := n.Routes(n.Fleets[i].Type, hop.From, hop.To, hop.Via)
		if len(routes) == 0 {
			continue
		}
		lifts += float64(n.Fleets[i].Count)
		if r := float64(t.Load + t.Unload + 2*routes[0].Minutes + t.Turnaround); r < round {
			load, unload, round = float64(t.Load), float64(t.Unload), r
		}
	}
	return lifts, load, unload, round
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
		loads := l.loads(h, kind) * float64(n)
		lifts, load, unload, round := l.fleet(h)
		l.teams[station{hop.From, hop.Mode}] += loads * load
		l.teams[station{hop.To, hop.Mode}] += loads * unload
		if lifts > 0 {
			l.lifts[h] += loads * round / lifts
		}
	}
}

// delay is how long the busiest place or hop of a way is busy already.
func (l *ledger) delay(w haul.Way) float64 {
	most := 0.0
	for _, h := range w.Hops {
		hop := &l.p.Hops[h]
		if hop.Convoy {
			continue
		}
		most = max(most, l.lifts[h])
		for _, p := range []network.PlaceIndex{hop.From, hop.To} {
			if teams := l.p.N.Places[p].Working[hop.Mode]; teams < network.Unlimited {
				most = max(most, l.teams[station{p, hop.Mode}]/float64(max(1, teams)))
			}
		}
	}
	return most
}

// quickestFirst is the ways in the order of their time, what they would wait
// included.
func (l *ledger) quickestFirst(ways []haul.Way) []haul.Way {
	if l == nil || len(ways) < 2 {
		return ways
	}
	out := slices.Clone(ways)
	slices.SortStableFunc(out, func(a, b haul.Way) int {
		return compare(float64(a.Minutes)+l.delay(a), float64(b.Minutes)+l.delay(b))
	})
	return out
}
