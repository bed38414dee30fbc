package network

import (
	"math"
	"slices"
	"sort"
	"sync"
)

// Route is a way of a lift from a place to another with its technical stops.
type Route struct {
	Stops   []PlaceIndex
	Legs    []Leg   // one more than stops
	Payload float64 // tonnes, the least over the legs
	Minutes int     // from departure to arrival with the shortest stops
	KM      float64
}

type routeKey struct {
	typ      TypeIndex
	from, to PlaceIndex
	via      string
}

type routeCache struct{ byKey sync.Map } // routeKey → []Route

// Routes is the ways of a lift type from a place to another that are worth
// considering: each is faster than every other that carries as much. They are
// sorted by time; none where it cannot get there. The via places are stops
// that it makes in any case, in that order. Road lifts make no stops.
func (n *Network) Routes(t TypeIndex, from, to PlaceIndex, via []PlaceIndex) []Route {
	key := routeKey{t, from, to, viaKey(via)}
	if found, ok := n.routes.byKey.Load(key); ok {
		return found.([]Route)
	}
	var out []Route
	switch {
	case len(via) == 0:
		out = n.freeRoutes(t, from, to)
	case n.Types[t].Mode != Road:
		out = n.viaRoutes(t, from, to, via)
	}
	out = paretoRoutes(out)
	n.routes.byKey.Store(key, out)
	return out
}

// Empty is the quickest way of a lift type without cargo; nil where there is none.
// By road its stops part it into movements: hours of driving are counted anew with
// each, which can spare a rest.
func (n *Network) Empty(t TypeIndex, from, to PlaceIndex) *Route {
	if n.Types[t].Mode != Road {
		if routes := n.Routes(t, from, to, nil); len(routes) > 0 {
			return &routes[0]
		}
		return nil
	}
	key := routeKey{t, from, to, "parted"}
	found, ok := n.routes.byKey.Load(key)
	if !ok {
		var out []Route
		if r, ok := n.stopping(t, from, to, 0); ok {
			out = []Route{r}
		}
		found, _ = n.routes.byKey.LoadOrStore(key, out)
	}
	if routes := found.([]Route); len(routes) > 0 {
		return &routes[0]
	}
	return nil
}

// mostHalts is at how many places it is tried to wait on a way.
const mostHalts = 6

// Halting is the ways of a lift type with one stop, the quickest first, where either end has hours: at the stop it can wait for
// its destination to open, when its origin has shut already. None by road.
func (n *Network) Halting(t TypeIndex, from, to PlaceIndex) []Route {
	mode := n.Types[t].Mode
	if mode == Road || n.Places[from].access[mode] == nil && n.Places[to].access[mode] == nil {
		return nil
	}
	key := routeKey{t, from, to, "halting"}
	if found, ok := n.routes.byKey.Load(key); ok {
		return found.([]Route)
	}
	var out []Route
	for s := range n.Places {
		if r, ok := n.along(t, []PlaceIndex{from, PlaceIndex(s), to}); ok {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b Route) int { return a.Minutes - b.Minutes })
	out = out[:min(len(out), mostHalts)]
	n.routes.byKey.Store(key, out)
	return out
}

func viaKey(via []PlaceIndex) string {
	b := make([]byte, 0, 4*len(via))
	for _, p := range via {
		b = append(b, byte(p), byte(p>>8), byte(p>>16), byte(p>>24))
	}
	return string(b)
}

// freeRoutes is the direct leg, every single stop that is quicker or lets more
// be carried, and with more stops where these do not reach. A stop can only be
// quicker where a listed air link is slower than the great circle.
func (n *Network) freeRoutes(t TypeIndex, from, to PlaceIndex) []Route {
	typ := &n.Types[t]
	var out []Route
	if r, ok := n.along(t, []PlaceIndex{from, to}); ok {
		out = append(out, r)
		if typ.Mode == Road || r.Payload >= typ.MaxPayload() && (typ.Mode != Air || len(n.airLinks) == 0) {
			return out
		}
	}
	if typ.Mode == Road {
		return out
	}
	direct := Route{Payload: -1}
	if len(out) > 0 {
		direct = out[0]
	}
	for s := range n.Places {
		stop := PlaceIndex(s)
		first, second := n.Leg(t, from, stop), n.Leg(t, stop, to)
		if !first.OK || !second.OK {
			continue
		}
		a, _ := typ.PayloadAt(first.KM)
		b, _ := typ.PayloadAt(second.KM)
		if minutes := first.Minutes + typ.Turnaround + second.Minutes; math.Min(a, b) <= direct.Payload && minutes >= direct.Minutes {
			continue // no quicker, and it carries no more
		}
		if r, ok := n.along(t, []PlaceIndex{from, stop, to}); ok {
			out = append(out, r)
		}
	}
	best := 0.0
	for _, r := range out {
		best = max(best, r.Payload)
	}
	if best < typ.MaxPayload() || len(out) == 0 {
		for _, share := range []float64{1, 0.75, 0.5, 0.25, 0} {
			tonnes := 0.0
			if most := typ.MaxPayload(); !math.IsInf(most, 1) {
				tonnes = share * most
			}
			if r, ok := n.stopping(t, from, to, tonnes); ok {
				out = append(out, r)
			}
		}
	}
	return out
}

// viaRoutes joins the quickest routes between the via places that do not stop
// at a later one too soon: to stop there is to pass it.
func (n *Network) viaRoutes(t TypeIndex, from, to PlaceIndex, via []PlaceIndex) []Route {
	places := []PlaceIndex{from}
	for i, next := range append(slices.Clone(via), to) {
		at := places[len(places)-1]
		if at == next {
			continue
		}
		legs := n.Routes(t, at, next, nil)
		k := slices.IndexFunc(legs, func(r Route) bool {
			return !slices.ContainsFunc(r.Stops, func(p PlaceIndex) bool { return slices.Contains(via[min(i, len(via)):], p) })
		})
		if k < 0 {
			return nil
		}
		places = append(append(places, legs[k].Stops...), next)
	}
	if r, ok := n.along(t, places); ok {
		return []Route{r}
	}
	return nil
}

// along is the route through the places.
func (n *Network) along(t TypeIndex, places []PlaceIndex) (Route, bool) {
	typ := &n.Types[t]
	r := Route{Payload: math.Inf(1)}
	for i := 1; i < len(places); i++ {
		leg := n.Leg(t, places[i-1], places[i])
		if !leg.OK {
			return Route{}, false
		}
		tonnes, _ := typ.PayloadAt(leg.KM)
		r.Payload = math.Min(r.Payload, tonnes)
		r.Minutes += leg.Minutes
		r.KM += leg.KM
		r.Legs = append(r.Legs, leg)
		if i < len(places)-1 {
			r.Stops = append(r.Stops, places[i])
			r.Minutes += typ.Turnaround
		}
	}
	return r, true
}

// stopping is the quickest route, with any number of stops, on which every leg
// can carry the tonnes.
func (n *Network) stopping(t TypeIndex, from, to PlaceIndex, tonnes float64) (Route, bool) {
	typ := &n.Types[t]
	const unreached = math.MaxInt
	minutes := make([]int, len(n.Places))
	before := make([]PlaceIndex, len(n.Places))
	done := make([]bool, len(n.Places))
	for p := range minutes {
		minutes[p] = unreached
	}
	minutes[from] = 0
	for {
		at := PlaceIndex(None)
		for p := range minutes {
			if !done[p] && minutes[p] < unreached && (at == None || minutes[p] < minutes[at]) {
				at = PlaceIndex(p)
			}
		}
		if at == None {
			return Route{}, false
		}
		if at == to {
			break
		}
		done[at] = true
		for p := range n.Places {
			leg := n.Leg(t, at, PlaceIndex(p))
			if carries, _ := typ.PayloadAt(leg.KM); !leg.OK || carries < tonnes-1e-9 {
				continue
			}
			if by := minutes[at] + leg.Minutes + typ.Turnaround; by < minutes[p] {
				minutes[p], before[p] = by, at
			}
		}
	}
	places := []PlaceIndex{to}
	for at := to; at != from; {
		at = before[at]
		places = append(places, at)
	}
	slices.Reverse(places)
	return n.along(t, places)
}

// paretoRoutes sorts by time and drops what is no faster than one that carries
// as much.
func paretoRoutes(routes []Route) []Route {
	sort.SliceStable(routes, func(i, j int) bool {
		if routes[i].Minutes != routes[j].Minutes {
			return routes[i].Minutes < routes[j].Minutes
		}
		return routes[i].Payload > routes[j].Payload
	})
	kept := routes[:0]
	for _, r := range routes {
		if len(kept) == 0 || r.Payload > kept[len(kept)-1].Payload+1e-9 {
			kept = append(kept, r)
		}
	}
	return kept
}

// SpeedOf is the index of the slowest speed among items that move by
// themselves or towed; None if none of them has a speed.
func (n *Network) SpeedOf(items []ItemCount) int {
	slowest := None
	for _, it := range items {
		if s := n.Items[it.Type].Speed; it.Count > 0 && s != None && (slowest == None || s < slowest) {
			slowest = s
		}
	}
	return slowest
}
