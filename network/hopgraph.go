package network

import (
	"fmt"
	"math"
	"slices"
)

// hopGraph is what one kind of a unit can ride on.
type hopGraph struct {
	n      *Network
	u      *Unit
	kind   ItemIndex
	types  []TypeIndex   // that can carry it, with the nations of their fleets
	nation []NationIndex // of the fleet, beside types
	speed  int           // of its convoys; None if it cannot drive
	lifts  [][]liftHop   // by place, by lift without a stop that the unit needs
	ends   []PlaceIndex  // where its convoys may end
	least  int           // minutes that any hop takes at least
	marks  []reached     // by state, of the search at hand
}

// liftHop is a way by lift from a place, with the least time that it takes.
type liftHop struct {
	to   PlaceIndex
	mode ModeIndex
	cost int
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

// prepare finds where convoys may end, and the ways by lift, which units of one
// nation share.
func (g *hopGraph) prepare() {
	g.least = math.MaxInt
	if g.speed != None {
		g.least = int(g.n.Convoy.FormUp) + int(g.n.Convoy.Disperse)
	}
	for _, t := range g.types {
		g.least = min(g.least, g.n.Types[t].Load+g.n.Types[t].Unload)
	}
	for p := range g.n.Places {
		to := PlaceIndex(p)
		if g.speed != None && g.n.Places[p].Handles[Road] && g.n.convoyEnds(g.u, to) && g.n.usable(to, Road, g.u.Nation) {
			g.ends = append(g.ends, to)
		}
	}
	key := fmt.Sprint(g.types, g.nation, g.n.mass(g.kind))
	if found, ok := g.n.liftHops.Load(key); ok {
		g.lifts = found.([][]liftHop)
		return
	}
	n := g.n
	g.lifts = make([][]liftHop, len(n.Places))
	best := make(map[liftHop]int)
	for p := range n.Places {
		from := PlaceIndex(p)
		clear(best)
		for i, t := range g.types {
			typ := &n.Types[t]
			if !n.Places[p].Handles[typ.Mode] || !n.usable(from, typ.Mode, g.nation[i]) {
				continue
			}
			for q := range n.Places {
				to := PlaceIndex(q)
				if to == from || !n.usable(to, typ.Mode, g.nation[i]) {
					continue
				}
				hop := liftHop{to: to, mode: typ.Mode}
				cost, ok := g.cost(t, from, to, nil)
				if old, known := best[hop]; ok && (!known || cost < old) {
					best[hop] = cost
				}
			}
		}
		for hop, cost := range best {
			hop.cost = cost
			g.lifts[p] = append(g.lifts[p], hop)
		}
		slices.SortFunc(g.lifts[p], func(a, b liftHop) int {
			if a.to != b.to {
				return int(a.to - b.to)
			}
			return int(a.mode - b.mode)
		})
	}
	n.liftHops.Store(key, g.lifts)
}

// cost is the least time from the start of loading to the end of unloading on
// which the type carries the kind.
func (g *hopGraph) cost(t TypeIndex, from, to PlaceIndex, via []PlaceIndex) (int, bool) {
	typ := &g.n.Types[t]
	for _, r := range g.n.Routes(t, from, to, via) {
		if r.Payload >= g.n.mass(g.kind)-1e-9 {
			return typ.Load + r.Minutes + typ.Unload, true
		}
	}
	return 0, false
}

// hops calls yield for every hop from a state that takes no more than so many
// minutes, with its time and how many via places are passed after it. Nothing reaches its destination before it has
// passed them all, unless the destination is one of them.
func (g *hopGraph) hops(s state, most int, yield func(h Hop, cost, passed int)) {
	n, via := g.n, g.u.Via
	passed := func(p PlaceIndex, from int) int {
		if from < len(via) && via[from] == p {
			return from + 1
		}
		return from
	}
	tooSoon := func(to PlaceIndex, passed int) bool {
		return to == g.u.To && passed < len(via) && !slices.Contains(via, to)
	}
	for _, l := range g.lifts[s.place] {
		if l.cost <= most && !tooSoon(l.to, s.passed) {
			yield(Hop{From: s.place, To: l.to, Mode: l.mode}, l.cost, passed(l.to, s.passed))
		}
	}
	if g.speed != None && n.Places[s.place].Handles[Road] && n.usable(s.place, Road, g.u.Nation) {
		for _, to := range g.ends {
			leg := n.Drive(g.speed, s.place, to)
			cost := int(n.Convoy.FormUp) + leg.Minutes + int(n.Convoy.Disperse)
			if leg.OK && cost <= most && !tooSoon(to, s.passed) {
				yield(Hop{From: s.place, To: to, Mode: Road, Convoy: true}, cost, passed(to, s.passed))
			}
		}
	}
	g.stops(s, most, tooSoon, passed, yield)
}

// stops yields the hops on which the lift stops at the next via places.
func (g *hopGraph) stops(s state, most int, tooSoon func(PlaceIndex, int) bool, passed func(PlaceIndex, int) int, yield func(h Hop, cost, passed int)) {
	n := g.n
	for stops := 1; s.passed+stops <= len(g.u.Via); stops++ {
		via := g.u.Via[s.passed : s.passed+stops]
		for p := range n.Places {
			to := PlaceIndex(p)
			if to == s.place || slices.Contains(via, to) || slices.Contains(via, s.place) || tooSoon(to, s.passed+stops) {
				continue
			}
			for i, t := range g.types {
				mode := n.Types[t].Mode
				if mode == Road || !n.usable(s.place, mode, g.nation[i]) || !n.usable(to, mode, g.nation[i]) {
					continue
				}
				if cost, ok := g.cost(t, s.place, to, via); ok && cost <= most {
					yield(Hop{From: s.place, To: to, Mode: mode, Via: via}, cost, passed(to, s.passed+stops))
				}
			}
		}
	}
}

// canDrive reports whether the kind can be part of a convoy of the unit, which may
// go by road, with vehicles and drivers of its own nation that stand at the same
// place.
func (n *Network) canDrive(u *Unit, kind ItemIndex) bool {
	if kind != People && !n.Items[kind].Drives && !n.Items[kind].Towed {
		return false
	}
	return n.motors[stand{u.Nation, u.At}].drives
}

// convoySpeed is that of the kind itself, or for people of the unit's slowest
// vehicle, or of a neighbour's.
func (n *Network) convoySpeed(u *Unit, kind ItemIndex) int {
	if kind != People {
		if s := n.SpeedOf([]ItemCount{{kind, 1}}); s != None {
			return s
		}
	}
	if s := n.SpeedOf(u.Items); s != None {
		return s
	}
	return n.motors[stand{u.Nation, u.At}].speed
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
