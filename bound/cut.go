package bound

import (
	"math"

	"sortie"
	"sortie/network"
)

// cut is a set of places that the demand must leave, and the demand: entries
// that all begin inside and have to end outside, with what one of each kind
// counts.
type cut struct {
	w       *world
	inside  []bool
	entries []*entry
	weights []weight
	total   int64

	ready  []network.Minute // earliest that any of the demand can stand at a place
	fleets []crossing       // by fleet
	riders []int
	drives bool
	begins map[network.ModeIndex][]head
	whole  bool // whole loads are held against all resources at once
}

// crossing is what a fleet can carry across the cut.
type crossing struct {
	carries bool
	carried []weight           // what counts of what it may carry
	load    int64              // most that one load counts that crosses
	most    int64              // most that any load counts
	aboard  []network.Minute   // earliest arrival with any of the demand at each place
	trips   [][]network.Minute // earliest arrival at each place outside with the 1st, 2nd … load of one lift
	loading []network.Minute   // earliest minute at which that load is loaded
	back    []network.Minute   // earliest minute at which the lift is inside for it
	whole   bool               // the trips end because the lift can make no more
}

// newCut is false where the entries do not all cross it.
func newCut(w *world, inside []bool, entries []*entry, weights []weight) (*cut, bool) {
	c := &cut{w: w, inside: inside, weights: weights, fleets: make([]crossing, len(w.fleets))}
	each := map[network.ItemIndex]int64{}
	for _, k := range weights {
		each[k.kind] = k.each
	}
	c.ready = filled(len(w.n.Places), network.Never)
	seen := map[int]bool{}
	for _, e := range entries {
		if each[e.kind] <= 0 {
			continue
		}
		if !c.separates(e) {
			return nil, false
		}
		c.entries = append(c.entries, e)
		c.total += each[e.kind] * int64(e.count)
		for p := range c.ready {
			c.ready[p] = min(c.ready[p], e.early.standing[p])
		}
		for _, r := range e.riders {
			if !seen[r] {
				seen[r] = true
				c.riders = append(c.riders, r)
			}
		}
		c.cargo(e, each)
	}
	if len(c.entries) == 0 {
		return nil, false
	}
	for i := range c.fleets {
		if x := &c.fleets[i]; x.carries {
			x.carried = c.carried(i, each)
			x.load = w.capacity(w.fleets[i].typ, c.tonnes(i), x.carried)
			x.most = w.capacity(w.fleets[i].typ, math.Inf(1), x.carried)
		}
	}
	for _, r := range c.riders {
		if ways := w.riders[r].convoy; ways != nil {
			for p := range inside {
				for _, a := range ways.out[p] {
					c.drives = c.drives || inside[p] && !inside[a.to] && c.ready[p] < network.Never
				}
			}
		}
	}
	return c, true
}

// separates reports whether the entry begins inside and ends outside.
func (c *cut) separates(e *entry) bool {
	for _, u := range e.units {
		unit := &c.w.n.Units[u]
		if !c.inside[unit.At] || c.inside[unit.To] {
			return false
		}
	}
	for _, p := range e.held {
		if !c.inside[p] {
			return false
		}
	}
	if e.floor > 0 {
		for p := range c.w.n.Places {
			if c.w.n.Places[p].Host != c.inside[p] {
				return false
			}
		}
	}
	return true
}

func (c *cut) cargo(e *entry, each map[network.ItemIndex]int64) {
	for _, r := range e.riders {
		for _, f := range c.w.riders[r].fleets {
			x := &c.fleets[f]
			if !x.carries {
				x.carries, x.aboard = true, filled(len(c.inside), network.Never)
			}
		}
	}
	for f, at := range e.early.aboard {
		for p := range at {
			c.fleets[f].aboard[p] = min(c.fleets[f].aboard[p], at[p])
		}
	}
}

// carried is the weights of what a fleet may carry of the demand.
func (c *cut) carried(f int, each map[network.ItemIndex]int64) []weight {
	var out []weight
	seen := map[network.ItemIndex]bool{}
	for _, e := range c.entries {
		for _, r := range e.riders {
			for _, g := range c.w.riders[r].fleets {
				if g == f && !seen[e.kind] {
					seen[e.kind] = true
					out = append(out, weight{e.kind, each[e.kind]})
				}
			}
		}
	}
	return out
}

// tonnes is the most that a fleet's lift can carry on a leg out of the cut:
// every crossing has one.
func (c *cut) tonnes(f int) float64 {
	most := 0.0
	for p, in := range c.inside {
		for _, a := range c.w.fleets[f].ways.out[p] {
			if in && !c.inside[a.to] {
				most = math.Max(most, a.tonnes)
			}
		}
	}
	return most
}

// trip adds the next load of one lift of a fleet to those known, unless there
// can be no more.
func (c *cut) trip(i int) {
	x, f := &c.fleets[i], c.w.fleets[i]
	free := f.at
	turn := func(p network.PlaceIndex, t network.Minute) network.Minute { return t + f.turnAt(p) }
	if n := len(x.trips); n > 0 {
		turn = func(_ network.PlaceIndex, t network.Minute) network.Minute { return t + f.turn() }
		free = filled(len(c.inside), network.Never)
		for p, t := range x.trips[n-1] {
			if t < network.Never {
				free[p] = t + max(f.unload()-f.turn(), 0)
			}
		}
		f.roam(free, turn)
	}
	ends := filled(len(c.inside), network.Never)
	var queue []network.PlaceIndex
	from := func(p network.PlaceIndex, ready network.Minute) {
		for _, a := range f.ways.out[p] {
			if d := a.leave(ready); d < network.Never && d+a.minutes+f.unload() <= f.Until && d+a.minutes < ends[a.to] {
				ends[a.to] = d + a.minutes
				queue = append(queue, a.to)
			}
		}
	}
	loading, back := network.Never, network.Never
	for p, in := range c.inside {
		if in && free[p] < network.Never && c.ready[p] < network.Never {
			loading, back = min(loading, max(free[p], c.ready[p])), min(back, free[p])
			place := network.PlaceIndex(p)
			from(place, max(max(free[p], c.ready[p])+f.load(), turn(place, free[p])))
		}
	}
	for len(queue) > 0 && f.typ.Mode != network.Road {
		p := queue[0]
		queue = queue[1:]
		from(p, ends[p]+f.turn())
	}
	any := false
	for p, in := range c.inside {
		switch {
		case in:
			ends[p] = network.Never
		case ends[p] < network.Never && f.home != nil && f.Base != network.PlaceIndex(p) && ends[p]+max(f.unload(), f.turn()) > f.home[p]:
			ends[p] = network.Never
		}
		any = any || ends[p] < network.Never
	}
	if !any {
		x.whole = true
		return
	}
	x.trips, x.loading, x.back = append(x.trips, ends), append(x.loading, loading), append(x.back, back)
	c.spread(i)
}

// spread puts off the last trip as far as the hours per day demand: in the
// time from the first departure to its arrival the lift is under way at least
// once out for each load and once back between two.
func (c *cut) spread(i int) {
	x, f := &c.fleets[i], c.w.fleets[i]
	if f.PerDay >= 24*60 || f.PerDay <= 0 {
		return
	}
	out, back := c.legs(i)
	first := network.Never
	for p, in := range c.inside {
		if in && len(f.ways.out[p]) > 0 && f.at[p] < network.Never && c.ready[p] < network.Never {
			first = min(first, max(f.at[p], c.ready[p])+f.load())
		}
	}
	n := network.Minute(len(x.trips))
	if out >= network.Never || first >= network.Never || n > 1 && back >= network.Never {
		return
	}
	need := n * out
	if n > 1 {
		need += (n - 1) * back
	}
	if need == 0 {
		return
	}
	days := (need - 1) / network.Minute(f.PerDay)
	by := first + days*24*60 + need - days*network.Minute(f.PerDay)
	last := x.trips[len(x.trips)-1]
	for p := range last {
		if last[p] < network.Never {
			last[p] = max(last[p], by)
		}
	}
}

// convoyLoad is the most that one convoy counts: so many vehicles with the
// people in them, and no more than one nation has.
func (c *cut) convoyLoad() int64 {
	n := c.w.n
	each := map[network.ItemIndex]int64{}
	for _, k := range c.weights {
		each[k.kind] = k.each
	}
	nations := map[network.NationIndex]int64{}
	most := int64(0)
	for _, e := range c.entries {
		counted := map[network.NationIndex]bool{}
		for _, u := range e.units {
			if nation := n.Units[u].Nation; !counted[nation] {
				counted[nation] = true
				nations[nation] += each[e.kind] * int64(e.count)
				most = max(most, nations[nation])
			}
		}
	}
	vehicles := int64(n.Convoy.Vehicles)
	if vehicles <= 0 {
		return most
	}
	item, seats := int64(0), int64(0)
	for i := range n.Items {
		t := &n.Items[i]
		seats = max(seats, int64(t.Seats))
		if t.Drives || t.Towed {
			item = max(item, each[network.ItemIndex(i)])
		}
	}
	return min(most, vehicles*(item+each[network.People]*min(seats, 1e6)))
}

// modes is each mode's index, in the order of the package's tables.
func modes() []network.ModeIndex {
	out := make([]network.ModeIndex, len(sortie.Modes))
	for i := range out {
		out[i] = network.ModeIndex(i)
	}
	return out
}
