package network

import (
	"fmt"
	"math"
	"slices"
)

// People is the kind that stands for a unit's people among its item types.
const People ItemIndex = None

// Hop is one movement on the way of a part of a unit: by lift, or in a convoy
// of own vehicles.
type Hop struct {
	From, To PlaceIndex
	Mode     ModeIndex
	Convoy   bool
	Via      []PlaceIndex // stops that a lift makes because the unit must pass there
}

// Itinerary is the hops of a part of a unit from where it stands to where it
// has to be, with the least time that they take.
type Itinerary struct {
	Hops    []Hop
	Minutes int
}

// Key identifies the hop among all of a mission.
func (h Hop) Key() string {
	return fmt.Sprintf("%d>%d/%d/%t/%s", h.From, h.To, h.Mode, h.Convoy, viaKey(h.Via))
}

// Key identifies the itinerary among all of a unit.
func (it Itinerary) Key() string {
	s := ""
	for _, h := range it.Hops {
		s += h.Key() + ";"
	}
	return s
}

// Fits reports whether one item of the kind can lie on an empty lift of the
// type, or one person sit in it.
func (n *Network) Fits(t TypeIndex, kind ItemIndex) bool {
	typ := &n.Types[t]
	if kind == People {
		return typ.Seats.Empty > 0 && n.PersonT <= typ.MaxPayload()+1e-9
	}
	it := &n.Items[kind]
	if it.Mass > typ.MaxPayload()+1e-9 {
		return false
	}
	if typ.NoSpace {
		return true
	}
	const eps = 1e-6
	for _, d := range typ.Decks {
		if it.Length+2*typ.Gap <= d.Length+eps && it.Width+2*typ.Gap <= d.Width+eps &&
			it.Height <= d.Height+eps && it.Mass <= d.Payload+eps {
			return true
		}
	}
	return false
}

// mass is the tonnes of one of the kind.
func (n *Network) mass(kind ItemIndex) float64 {
	if kind == People {
		return n.PersonT
	}
	return n.Items[kind].Mass
}

// Itineraries is the ways home of one kind of a unit, quickest first: the best
// one, and for each hop of it the best without that hop; at most limit. Times
// count loading, travel and unloading, without waiting.
func (n *Network) Itineraries(u UnitIndex, kind ItemIndex, limit int) []Itinerary {
	g := n.hopGraph(u, kind)
	first, ok := g.quickest(nil)
	if !ok {
		return nil
	}
	found := []Itinerary{first}
	seen := map[string]bool{first.Key(): true}
	for i := 0; i < len(found) && len(found) < limit; i++ {
		for _, ban := range found[i].Hops {
			banned := map[string]bool{ban.Key(): true}
			if i > 0 { // away from what the better ones share
				banned[found[0].Hops[0].Key()] = true
			}
			it, ok := g.quickest(banned)
			if !ok || seen[it.Key()] || len(it.Hops) > len(first.Hops)+2 {
				continue
			}
			seen[it.Key()] = true
			if found = append(found, it); len(found) >= limit {
				break
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Itinerary) int { return a.Minutes - b.Minutes })
	return found
}

// hopGraph is what one kind of a unit can ride on.
type hopGraph struct {
	n      *Network
	u      *Unit
	kind   ItemIndex
	types  []TypeIndex   // that can carry it, with the nations of their fleets
	nation []NationIndex // of the fleet, beside types
	speed  int           // of its convoys; None if it cannot drive
}

func (n *Network) hopGraph(index UnitIndex, kind ItemIndex) *hopGraph {
	u := &n.Units[index]
	g := &hopGraph{n: n, u: u, kind: kind, speed: None}
	for i := range n.Fleets {
		f := &n.Fleets[i]
		if f.Count == 0 || !f.Serves(u.Nation) || !u.modes[n.Types[f.Type].Mode] || !n.Fits(f.Type, kind) {
			continue
		}
		known := false
		for j, t := range g.types {
			known = known || t == f.Type && g.nation[j] == f.Nation
		}
		if !known {
			g.types = append(g.types, f.Type)
			g.nation = append(g.nation, f.Nation)
		}
	}
	if u.modes[Road] && n.canDrive(u, kind) {
		g.speed = n.convoySpeed(u, kind)
	}
	return g
}

// canDrive reports whether the kind can be part of a convoy of the unit, with
// vehicles and drivers of its own nation that stand at the same place.
func (n *Network) canDrive(u *Unit, kind ItemIndex) bool {
	if kind != People && !n.Items[kind].Drives && !n.Items[kind].Towed {
		return false
	}
	people, vehicles, seats := 0, false, 0
	for i := range n.Units {
		v := &n.Units[i]
		if v.Nation != u.Nation || v.At != u.At && v != u || !v.modes[Road] {
			continue
		}
		people += v.People
		for _, it := range v.Items {
			if n.Items[it.Type].Drives {
				vehicles = true
				seats += it.Count * n.Items[it.Type].Seats
			}
		}
	}
	return people > 0 && vehicles && seats > 0
}

// convoySpeed is that of the kind itself, or for people of the unit's slowest
// vehicle.
func (n *Network) convoySpeed(u *Unit, kind ItemIndex) int {
	if kind != People {
		if s := n.SpeedOf([]ItemCount{{kind, 1}}); s != None {
			return s
		}
	}
	if s := n.SpeedOf(u.Items); s != None {
		return s
	}
	for i := range n.Units { // a neighbour's vehicles
		if v := &n.Units[i]; v.Nation == u.Nation && v.At == u.At {
			if s := n.SpeedOf(v.Items); s != None {
				return s
			}
		}
	}
	return None
}

// usable reports whether anyone of the nation ever may go there by the mode.
func (n *Network) usable(p PlaceIndex, m ModeIndex, nation NationIndex) bool {
	return n.Access(p, m, nation).Next(n.Start) <= n.Last
}

// ConvoyMayEnd reports whether a convoy of the unit may end at the place.
func (n *Network) ConvoyMayEnd(u UnitIndex, p PlaceIndex) bool { return n.convoyEnds(&n.Units[u], p) }

func (n *Network) convoyEnds(u *Unit, p PlaceIndex) bool {
	if p == u.To || slices.Contains(u.Via, p) {
		return true
	}
	h := n.Places[p].Handles
	return h[Air] || h[Rail] || h[Sea]
}

// state is a place and how many of the via places are passed.
type state struct {
	place  PlaceIndex
	passed int
}

// quickest is the fastest itinerary that uses none of the banned hops.
func (g *hopGraph) quickest(banned map[string]bool) (Itinerary, bool) {
	n, layers := g.n, len(g.u.Via)+1
	size := len(n.Places) * layers
	at := func(s state) int { return s.passed*len(n.Places) + int(s.place) }
	minutes := make([]int, size)
	hop := make([]Hop, size)
	from := make([]state, size)
	done := make([]bool, size)
	for i := range minutes {
		minutes[i] = math.MaxInt
	}
	minutes[at(state{g.u.At, 0})] = 0
	for {
		best := None
		for i := range minutes {
			if !done[i] && minutes[i] < math.MaxInt && (best == None || minutes[i] < minutes[best]) {
				best = i
			}
		}
		if best == None {
			return Itinerary{}, false
		}
		s := state{PlaceIndex(best % len(n.Places)), best / len(n.Places)}
		if s.place == g.u.To && s.passed == layers-1 {
			return g.trace(s, minutes[best], hop, from, at), true
		}
		done[best] = true
		g.hops(s, func(h Hop, cost, passed int) {
			next := at(state{h.To, passed})
			if by := minutes[best] + cost; by < minutes[next] && (len(banned) == 0 || !banned[h.Key()]) {
				minutes[next], hop[next], from[next] = by, h, s
			}
		})
	}
}

func (g *hopGraph) trace(end state, minutes int, hop []Hop, from []state, at func(state) int) Itinerary {
	it := Itinerary{Minutes: minutes}
	for s := end; s != (state{g.u.At, 0}); s = from[at(s)] {
		it.Hops = append(it.Hops, hop[at(s)])
	}
	slices.Reverse(it.Hops)
	return it
}

// hops calls yield for every hop from a state, with its time and how many via
// places are passed after it.
func (g *hopGraph) hops(s state, yield func(h Hop, cost, passed int)) {
	n := g.n
	passed := func(p PlaceIndex, from int) int {
		if from < len(g.u.Via) && g.u.Via[from] == p {
			return from + 1
		}
		return from
	}
	for p := range n.Places {
		to := PlaceIndex(p)
		if to == s.place {
			continue
		}
		early := to == g.u.To && !g.passes(to) // it may not get there before it has passed the rest
		if g.speed != None && !(early && s.passed < len(g.u.Via)) && n.convoyEnds(g.u, to) && n.Places[s.place].Handles[Road] && n.Places[to].Handles[Road] &&
			n.usable(s.place, Road, g.u.Nation) && n.usable(to, Road, g.u.Nation) {
			if leg := n.Drive(g.speed, s.place, to); leg.OK {
				cost := int(n.Convoy.FormUp) + leg.Minutes + int(n.Convoy.Disperse)
				yield(Hop{From: s.place, To: to, Mode: Road, Convoy: true}, cost, passed(to, s.passed))
			}
		}
		for i, t := range g.types {
			typ := &n.Types[t]
			if !n.usable(s.place, typ.Mode, g.nation[i]) || !n.usable(to, typ.Mode, g.nation[i]) {
				continue
			}
			for stops := 0; s.passed+stops <= len(g.u.Via); stops++ {
				via := g.u.Via[s.passed : s.passed+stops]
				if slices.Contains(via, to) || slices.Contains(via, s.place) {
					break
				}
				if early && s.passed+stops < len(g.u.Via) {
					continue
				}
				for _, r := range n.Routes(t, s.place, to, via) {
					if r.Payload >= n.mass(g.kind)-1e-9 {
						yield(Hop{From: s.place, To: to, Mode: typ.Mode, Via: via},
							typ.Load+r.Minutes+typ.Unload, passed(to, s.passed+stops))
						break
					}
				}
				if typ.Mode == Road {
					break
				}
			}
		}
	}
}

// passes reports whether the place is one of the via places, so that a unit
// may touch its destination before it has passed them all.
func (g *hopGraph) passes(p PlaceIndex) bool { return slices.Contains(g.u.Via, p) }
