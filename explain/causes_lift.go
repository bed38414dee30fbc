package explain

import (
	"sort"

	"sortie"
)

// liftCauses finds what a movement's own lift did before it.
func (x *index) liftCauses(i int) []cause {
	v := &x.moves[i]
	if v.kind == nil {
		return nil
	}
	trips := x.byLift[v.Lift]
	n := 0
	for n < len(trips) && trips[n] != i {
		n++
	}
	if n == 0 || n == len(trips) {
		if v.fleet.From.IsZero() {
			return nil
		}
		free := minute(v.fleet.From)
		return []cause{{by: Resource{Kind: Window, Fleet: v.fleet.ID}, event: v.loadEvent(), free: free, prev: -1}}
	}
	prev := &x.moves[trips[n-1]]
	free := max(prev.unloaded, prev.arrive+int(v.kind.Turnaround)-v.loadTime)
	c := cause{by: Resource{Kind: Lifts, Fleet: v.fleet.ID}, event: v.loadEvent(), free: free, prev: trips[n-1], entry: prev.unloaded}
	if !x.fleetFull(v.fleet, prev.load, v.load) {
		c.by, c.extra = Resource{Kind: Trip}, otherLiftPenalty
	}
	c.hold = c.by
	out := []cause{c}
	if gap, ok := x.tired(trips[:n], v, v.loadEvent()-free); ok {
		by := Resource{Kind: Utilisation, Fleet: v.fleet.ID}
		out = append(out, cause{by: by, event: v.depart, free: v.depart - gap, prev: trips[n-1], entry: prev.unloaded, hold: by})
	}
	return out
}

// fleetFull reports whether hardly a lift of the fleet was idle in a span.
func (x *index) fleetFull(f *sortie.Fleet, from, until int) bool {
	area, _ := x.busy[f.ID].over(from, until, f.Count)
	return until > from && float64(area) >= fullShare*float64(f.Count*(until-from))
}

// tired finds how many minutes sooner a lift could have left before its hours
// under way in 24 h ran out; false if they never would within the slack.
func (x *index) tired(before []int, v *move, slack int) (gap int, ok bool) {
	limit := int(v.fleet.HoursPerDay * 60)
	if limit <= 0 || v.Mode == sortie.Road || slack <= 0 {
		return 0, false
	}
	over := func(sooner int) bool {
		end := v.arrive - sooner
		sum := v.arrive - v.depart
		for _, j := range before {
			w := &x.moves[j]
			sum += max(0, min(w.arrive, end)-max(w.depart, end-int(sortie.Day)))
		}
		return sum > limit
	}
	n := sort.Search(slack, func(k int) bool { return over(k + 1) })
	return n, n < slack
}

// cargoCauses finds what a movement's cargo waited for: its release, the units
// it follows, or the movement that brought it.
func (x *index) cargoCauses(i int) []cause {
	v := &x.moves[i]
	var out []cause
	for _, c := range v.Cargo {
		u := x.units[c.Unit]
		if u == nil {
			continue
		}
		for _, id := range u.After {
			if j := x.lastDelivery(id); j >= 0 && x.moves[j].unloaded <= v.load {
				by := Resource{Kind: After, ID: id}
				out = append(out, cause{by: by, event: v.loadEvent(), free: x.moves[j].unloaded, prev: j,
					entry: x.moves[j].unloaded, hold: Resource{Kind: Trip}})
			}
		}
		if j := x.brought(i, c); j >= 0 {
			trip := Resource{Kind: Trip}
			out = append(out, cause{by: trip, event: v.loadEvent(), free: x.moves[j].unloaded, prev: j,
				entry: x.moves[j].unloaded, hold: trip})
			continue
		}
		free := max(minute(u.Ready), minute(x.m.Operation.Start))
		out = append(out, cause{by: Resource{Kind: Ready, ID: u.ID}, event: v.loadEvent(), free: free, prev: -1})
	}
	return out
}

func (x *index) lastDelivery(unit string) int {
	last := -1
	for _, j := range x.delivered[unit] {
		if last < 0 || x.moves[j].unloaded > x.moves[last].unloaded {
			last = j
		}
	}
	return last
}

// brought is the latest movement without which the cargo would not have stood
// where it loads, or -1 if it stood there from the first.
func (x *index) brought(i int, c sortie.Cargo) int {
	v, best := &x.moves[i], -1
	need := map[string]int{"": c.People}
	for _, item := range c.Items {
		need[item.Type]++
	}
	for kind, n := range need {
		s := x.stock()[stockKey{c.Unit, v.From, kind}]
		t, ok := s.lastShort(v.load, n)
		if n == 0 || !ok {
			continue
		}
		for _, j := range s.starters(t) {
			if best < 0 || x.moves[j].unloaded > x.moves[best].unloaded ||
				x.moves[j].unloaded == x.moves[best].unloaded && j < best {
				best = j
			}
		}
	}
	return best
}

// stockKey is a kind of cargo (people: "") of a unit at a place.
type stockKey struct{ unit, place, kind string }

// stock is what of each unit stands where over time, laid out once.
func (x *index) stock() map[stockKey]*steps {
	if x.stocks != nil {
		return x.stocks
	}
	x.stocks = map[stockKey]*steps{}
	for _, u := range x.m.Units {
		at(x.stocks, stockKey{u.ID, u.At, ""}).add(always, forever, u.People, -1)
		for kind, n := range u.Equipment {
			at(x.stocks, stockKey{u.ID, u.At, kind}).add(always, forever, n, -1)
		}
	}
	for i, v := range x.moves {
		move := func(unit, kind string, n int) {
			at(x.stocks, stockKey{unit, v.From, kind}).add(v.load, forever, -n, i)
			at(x.stocks, stockKey{unit, v.To, kind}).add(v.unloaded, forever, n, i)
		}
		for _, c := range v.Cargo {
			move(c.Unit, "", c.People)
			for _, item := range c.Items {
				move(c.Unit, item.Type, 1)
			}
		}
	}
	return x.stocks
}
