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

// straight is the itineraries that drive through where this one drives to a
// place only to drive on from it; none where it does not.
func (g *hopGraph) straight(it Itinerary) []Itinerary {
	var out []Itinerary
	for i := 1; i < len(it.Hops); i++ {
		a, b := it.Hops[i-1], it.Hops[i]
		if a.Mode != Road || b.Mode != Road || slices.Contains(g.u.Via, a.To) {
			continue
		}
		two := g.minutes(a) + g.minutes(b)
		g.hops(state{a.From, len(g.u.Via)}, math.MaxInt, func(h Hop, cost, _ int) {
			if h.To == b.To && h.Mode == Road {
				hops := slices.Concat(it.Hops[:i-1], []Hop{h}, it.Hops[i+1:])
				out = append(out, Itinerary{hops, it.Minutes - two + cost})
			}
		})
	}
	return out
}

// minutes is the least time that a road hop takes.
func (g *hopGraph) minutes(hop Hop) int {
	least := 0
	g.hops(state{hop.From, len(g.u.Via)}, math.MaxInt, func(h Hop, cost, _ int) {
		if h.same(hop) {
			least = cost
		}
	})
	return least
}

func (h Hop) same(o Hop) bool {
	return h.From == o.From && h.To == o.To && h.Mode == o.Mode && h.Convoy == o.Convoy && slices.Equal(h.Via, o.Via)
}

// Key identifies the itinerary among all of a unit.
func (it Itinerary) Key() string {
	s := ""
	for _, h := range it.Hops {
		s += h.Key() + ";"
	}
	return s
}

// Itineraries is the ways home of one kind of a unit, quickest first: the best
// one, for each hop of it the best without that hop, at most limit of these,
// and the best by lifts alone. Of these, those but the best that change vehicles
// on the road give way to those that drive through. Times count loading, travel
// and unloading, without waiting.
//
// Units that stand alike have the same ways home, which are found once.
func (n *Network) Itineraries(u UnitIndex, kind ItemIndex, limit int) []Itinerary {
	g := n.hopGraph(u, kind)
	key := fmt.Sprint(g.u.At, g.u.To, g.u.Via, g.u.Nation, g.types, g.nation, g.speed, n.mass(kind), limit)
	if found, ok := n.itineraries.Load(key); ok {
		return found.([]Itinerary)
	}
	g.prepare()
	found := g.itineraries(limit)
	n.itineraries.Store(key, found)
	return found
}

func (g *hopGraph) itineraries(limit int) []Itinerary {
	first, ok := g.quickest(nil)
	if !ok {
		return nil
	}
	found := []Itinerary{first}
	seen := map[string]bool{first.Key(): true}
	var add func(it Itinerary)
	add = func(it Itinerary) {
		straight := g.straight(it)
		if len(straight) == 0 && !seen[it.Key()] && len(found) < limit {
			seen[it.Key()] = true
			found = append(found, it)
		}
		for _, s := range straight {
			add(s)
		}
	}
	for _, s := range g.straight(first) {
		add(s)
	}
	for i := 0; i < len(found) && len(found) < limit; i++ {
		for _, ban := range found[i].Hops {
			banned := []Hop{ban}
			if i > 0 { // away from what the better ones share
				banned = append(banned, found[0].Hops[0])
			}
			if it, ok := g.quickest(banned); ok && len(it.Hops) <= len(first.Hops)+2 {
				add(it)
			}
		}
	}
	if g.speed != None { // there may not be seats enough in the unit's vehicles
		g.speed = None
		if it, ok := g.quickest(nil); ok && !seen[it.Key()] {
			found = append(found, it)
		}
	}
	slices.SortStableFunc(found, func(a, b Itinerary) int { return a.Minutes - b.Minutes })
	return found
}

// state is a place and how many of the via places are passed.
type state struct {
	place  PlaceIndex
	passed int
}

// reached is how soon a state is reached at best, as far as is known, and how.
type reached struct {
	minutes int
	hop     Hop
	from    state
	done    bool
}

// quickest is the fastest itinerary that uses none of the banned hops.
func (g *hopGraph) quickest(banned []Hop) (Itinerary, bool) {
	n, layers := g.n, len(g.u.Via)+1
	if g.marks == nil {
		g.marks = make([]reached, len(n.Places)*layers)
	}
	for i := range g.marks {
		g.marks[i] = reached{minutes: math.MaxInt}
	}
	g.at(state{g.u.At, 0}).minutes = 0
	end := state{g.u.To, layers - 1}
	for {
		best := None
		for i := range g.marks {
			if m := &g.marks[i]; !m.done && m.minutes < math.MaxInt && (best == None || m.minutes < g.marks[best].minutes) {
				best = i
			}
		}
		if best == None {
			return Itinerary{}, false
		}
		here, most := &g.marks[best], g.at(end)
		if most.minutes < math.MaxInt && here.minutes >= most.minutes-g.least {
			return g.trace(end), true // no hop from here or elsewhere gets there sooner
		}
		here.done = true
		s := state{PlaceIndex(best % len(n.Places)), best / len(n.Places)}
		g.hops(s, most.minutes-here.minutes, func(h Hop, cost, passed int) {
			next := g.at(state{h.To, passed})
			if by := here.minutes + cost; by < next.minutes && !slices.ContainsFunc(banned, h.same) {
				next.minutes, next.hop, next.from = by, h, s
			}
		})
	}
}

func (g *hopGraph) at(s state) *reached { return &g.marks[s.passed*len(g.n.Places)+int(s.place)] }

// trace is how the end is reached.
func (g *hopGraph) trace(end state) Itinerary {
	it := Itinerary{Minutes: g.at(end).minutes}
	for s := end; s != (state{g.u.At, 0}); s = g.at(s).from {
		it.Hops = append(it.Hops, g.at(s).hop)
	}
	slices.Reverse(it.Hops)
	return it
}
