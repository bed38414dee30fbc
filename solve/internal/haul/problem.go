// Package haul is the planner's picture of a mission: which ways each part of
// a unit may take, and hauls, one movement of people and items over one hop,
// from which a plan is put together. Hauls never change once made, so that
// many plans can share them.
package haul

import (
	"sortie/network"
	"sortie/solve/internal/stow"
)

// HopID is an index into [Problem.Hops].
type HopID int

// Way is the hops of one way of a part of a unit to its destination.
type Way struct {
	Hops    []HopID
	Minutes int // least time, without waiting
}

// Problem is a network with every way that the planner will consider.
type Problem struct {
	N      *network.Network
	Hops   []network.Hop
	ways   [][][]Way // unit → kind slot → ways, quickest first
	slot   []int     // unit → first kind slot among all
	ids    map[string]HopID
	relays [][]Relay // by hop

	stowed stow.Memory // of every maker
}

// mostWays is how many ways are considered for each kind of a unit.
const mostWays = 6

// NewProblem finds the ways of every unit.
func NewProblem(n *network.Network) *Problem {
	p := &Problem{N: n, ids: make(map[string]HopID), ways: make([][][]Way, len(n.Units))}
	for i := range n.Units {
		u := &n.Units[i]
		p.slot = append(p.slot, 0)
		if i > 0 {
			p.slot[i] = p.slot[i-1] + 1 + len(n.Units[i-1].Items)
		}
		p.ways[i] = make([][]Way, 1+len(u.Items))
		if u.To == network.None || u.At == u.To {
			continue
		}
		for s := range p.ways[i] {
			if s == 0 && u.People == 0 {
				continue
			}
			kind := KindAt(u, s)
			p.ways[i][s] = p.find(network.UnitIndex(i), kind)
		}
	}
	p.findRelays()
	return p
}

func (p *Problem) find(u network.UnitIndex, kind network.ItemIndex) []Way {
	var ways []Way
	for _, it := range p.N.Itineraries(u, kind, mostWays) {
		w := Way{Minutes: it.Minutes}
		for _, h := range it.Hops {
			w.Hops = append(w.Hops, p.intern(h))
		}
		ways = append(ways, w)
	}
	return ways
}

func (p *Problem) intern(h network.Hop) HopID {
	key := h.Key()
	id, ok := p.ids[key]
	if !ok {
		id = HopID(len(p.Hops))
		p.ids[key] = id
		p.Hops = append(p.Hops, h)
	}
	return id
}

// Ways is the ways of a kind of a unit; none if it cannot be delivered.
func (p *Problem) Ways(u network.UnitIndex, kind network.ItemIndex) []Way {
	return p.ways[u][SlotOf(&p.N.Units[u], kind)]
}

// Slot numbers the kinds of all units: people first, then item types.
func (p *Problem) Slot(u network.UnitIndex, kind network.ItemIndex) int {
	return p.slot[u] + SlotOf(&p.N.Units[u], kind)
}

// SlotOf is the place of a kind among a unit's: 0 for people.
func SlotOf(u *network.Unit, kind network.ItemIndex) int {
	if kind == network.People {
		return 0
	}
	for i, it := range u.Items {
		if it.Type == kind {
			return i + 1
		}
	}
	return network.None
}

// KindAt is the kind in a slot of a unit.
func KindAt(u *network.Unit, slot int) network.ItemIndex {
	if slot == 0 {
		return network.People
	}
	return u.Items[slot-1].Type
}

// Count is how many of the kind the unit has.
func Count(u *network.Unit, kind network.ItemIndex) int {
	if s := SlotOf(u, kind); s > 0 {
		return u.Items[s-1].Count
	}
	return u.People
}
