package bound

import (
	"slices"

	"sortie/network"
)

// begin is where and when a lift of a fleet begins that earns most: wherever it can be, and to load,
// since where it would fly on empty it can be as well. Its stand costs it nothing until then.
func (t *timetable) begin(f *lifts) (best int64, p, at int) {
	for q, arrives := range f.at {
		if arrives >= t.clock(t.last) {
			continue
		}
		ready := max(arrives, arrives+f.turnAt(network.PlaceIndex(q))-f.load())
		for m := t.steps(max(ready-t.w.n.Start, 0)); m <= t.last; m++ {
			if earns := t.loads[q][m] + cost(t.stands[q], m); earns > best {
				best, p, at = earns, q, m
			}
			if t.stands[q] == nil {
				break
			}
		}
	}
	return best, p, at
}

// route is the best one from a place and minute on, where a lift loads.
func (t *timetable) route(p, m int) *route {
	out, loads := &route{}, true
	stays := func(arrives bool, from int) {
		out.stays = append(out.stays, stay{network.PlaceIndex(p), t.clock(from), t.clock(t.last), arrives, false})
	}
	departs := func(at int, minutes network.Minute) {
		last := &out.stays[len(out.stays)-1]
		last.until, last.departs = t.clock(at), true
		out.flown = append(out.flown, flight{last.until, last.until + minutes})
	}
	stays(false, m)
	for {
		if loads {
			worth := t.of(t.loads[p], m)
			for m <= t.last && t.loaded(p, m) < worth {
				m++
			}
			if m > t.last {
				return out
			}
			c := t.at[p][slices.IndexFunc(t.at[p], func(c *cargo) bool { return t.begun(c, m) == worth })]
			d, at, stops := t.bring(c.at[p], m+t.load)
			d.begins = t.clock(m)
			out.loads = append(out.loads, d)
			for _, s := range stops {
				departs(s.leaves, s.minutes)
				p = int(s.to)
				stays(true, s.arrives)
			}
			worth = t.after(d.to, at)
			if m = at + max(t.unload, t.turn-t.load); t.of(t.loads[p], m) < worth {
				loads, m = false, at+max(t.unload, t.turn)
			}
			continue
		}
		worth := t.of(t.leaves[p], m)
		on := func(l *leg) bool { return t.emptied(l, m) == worth }
		for m <= t.last && !slices.ContainsFunc(t.out[p], on) {
			m++
		}
		if m > t.last {
			return out
		}
		l := t.out[p][slices.IndexFunc(t.out[p], on)]
		departs(m, l.minutes)
		at := m + l.steps
		if at > t.last {
			return out
		}
		p = int(l.to)
		stays(true, at)
		if m = at + max(0, t.turn-t.load); t.of(t.loads[p], m) == t.arrived(l.to, at) {
			loads = true
		} else {
			m = at + t.turn
		}
	}
}

// hopTaken is a leg of a cargo.
type hopTaken struct {
	to              network.PlaceIndex
	leaves, arrives int
	minutes         network.Minute
}

// bring is the best that a cargo aboard can do, when it arrives, and the legs there.
func (t *timetable) bring(k *carry, m int) (*delivery, int, []hopTaken) {
	var taken []hopTaken
	for {
		var hop *hop
		for n := range k.hops {
			if t.hopped(&k.hops[n], m) == k.worth[m] {
				hop = &k.hops[n]
				break
			}
		}
		if hop == nil {
			m++
			continue
		}
		at, lands := m+hop.steps, t.unloaded(hop, m) == k.worth[m]
		for n := m; lands && hop.unloads[n] < hop.lands[m]; n++ {
			at++
		}
		taken = append(taken, hopTaken{hop.to, m, at, hop.minutes})
		if lands {
			return &delivery{from: k.from, to: hop.to, offer: k.offers[hop.to], tonnes: k.next[hop.level].tonnes,
				ends: t.clock(at + t.unload)}, at, taken
		}
		k, m = hop.stop, at+t.turn
	}
}
