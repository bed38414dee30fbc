package bound

import (
	"sortie/network"
)

// line is what one resource lets across a cut at the most by the minute.
type line struct {
	resource string // what binds: working_mog, parking_mog, interval, lifts, whole_loads, headway, people_per_day
	mode     network.ModeIndex
	amount   int64
}

// limits is how late the demand may be where, to close in time.
type limits struct {
	standing []network.Minute   // unloaded at each place
	leave    [][]network.Minute // departure of each fleet from each place
	aboard   [][]network.Minute // arrival of each fleet at each place
	drive    []network.Minute
	of       []labels // the same of each stream: leave and aboard alone
}

// limitsBy is the latest over all riders of the demand that a place is inside or
// outside for.
func (c *cut) limitsBy(by network.Minute) limits {
	places := len(c.inside)
	out := limits{standing: filled(places, network.Past), drive: filled(places, network.Past),
		leave: make([][]network.Minute, len(c.fleets)), aboard: make([][]network.Minute, len(c.fleets))}
	for i := range c.streams {
		s := &c.streams[i]
		own := labels{leave: make([][]network.Minute, len(c.fleets)), aboard: make([][]network.Minute, len(c.fleets))}
		for _, r := range s.riders {
			late := c.w.lateBy(r.rider, min(by, r.until))
			for p, in := range s.inside {
				if in {
					out.drive[p] = max(out.drive[p], late.drive[p])
				} else {
					out.standing[p] = max(out.standing[p], late.standing[p])
				}
			}
			for f, leave := range late.leave {
				if leave == nil {
					continue
				}
				if out.leave[f] == nil {
					out.leave[f], out.aboard[f] = filled(places, network.Past), filled(places, network.Past)
				}
				if own.leave[f] == nil {
					own.leave[f], own.aboard[f] = filled(places, network.Past), filled(places, network.Past)
				}
				for p, in := range s.inside {
					own.leave[f][p] = max(own.leave[f][p], leave[p])
					own.aboard[f][p] = max(own.aboard[f][p], late.aboard[f][p])
					out.leave[f][p] = max(out.leave[f][p], leave[p])
					if !in {
						out.aboard[f][p] = max(out.aboard[f][p], late.aboard[f][p])
					}
				}
			}
		}
		out.of = append(out.of, own)
	}
	return out
}

// supply is the most of the demand that can cross the cut and still close by
// the minute, and what binds it.
func (c *cut) supply(by network.Minute) (int64, []line) {
	lim := c.limitsBy(by)
	c.measure(&lim)
	total := int64(0)
	var lines []line
	for _, m := range modes() {
		l := c.byMode(m, by, &lim)
		if l.amount > 0 {
			total = min(unlimited, total+l.amount)
			lines = append(lines, l)
		}
	}
	if c.drives {
		l := line{"headway", network.Road, c.convoys(&lim)}
		total = min(unlimited, total+l.amount)
		lines = append(lines, l)
	}
	if days, ok := c.days(&lim); ok && days < total {
		return days, []line{{"people_per_day", 0, days}}
	}
	return total, lines
}

// byMode is what the lifts of a mode can bring across: no more than is loaded
// inside, than is unloaded outside, and than the lifts have trips for.
func (c *cut) byMode(m network.ModeIndex, by network.Minute, lim *limits) line {
	best := line{"lifts", m, c.lifts(m, lim)}
	if best.amount == 0 {
		return best
	}
	for _, side := range []bool{true, false} {
		total, binding := int64(0), "lifts"
		for p, is := range c.side(side) {
			if !is || !c.w.n.Places[p].Handles[m] {
				continue
			}
			amount, resource := c.station(network.PlaceIndex(p), m, side, lim)
			total = min(unlimited, total+amount)
			if resource != "" {
				binding = resource
			}
		}
		if total < best.amount {
			best.amount, best.resource = total, binding
		}
		if amount := c.teams(m, side, lim); amount < best.amount {
			best.amount, best.resource = amount, "working_mog"
		}
	}
	if amount, resource := c.transit(m, lim); amount < best.amount {
		best.amount, best.resource = amount, resource
	}
	if c.whole && best.amount >= c.total {
		if amount := c.joint(m, lim); amount < best.amount {
			best.amount, best.resource = amount, "whole_loads"
		}
	}
	return best
}

// side is the places inside, or those outside; a place can be both for different
// parts of the demand.
func (c *cut) side(inside bool) []bool {
	if inside {
		return c.inside
	}
	return c.outside
}

// lifts is the trips of every lift of the mode that arrive in time, each with
// the most that it can carry.
func (c *cut) lifts(m network.ModeIndex, lim *limits) int64 {
	total := int64(0)
	for i := range c.fleets {
		if x, f := &c.fleets[i], c.w.fleets[i]; x.carries && f.typ.Mode == m && x.load > 0 {
			total = min(unlimited, total+mul(c.loads(i, lim), x.load))
		}
	}
	return total
}

func inTime(arrives []network.Minute, unload network.Minute, standing []network.Minute) bool {
	for p, t := range arrives {
		if t < network.Never && t+unload <= standing[p] {
			return true
		}
	}
	return false
}

func mul(a, b int64) int64 {
	if a > 0 && b > unlimited/a {
		return unlimited
	}
	return a * b
}

// station is what the teams, stands and runway of a place let through at the
// least of the three, and which that is.
func (c *cut) station(p network.PlaceIndex, m network.ModeIndex, loading bool, lim *limits) (int64, string) {
	place := &c.w.n.Places[p]
	uses, any := c.uses(p, m, loading, lim)
	if !any {
		return 0, ""
	}
	best, resource := unlimited, ""
	try := func(servers int, kind string, services []service, ok bool) {
		if !ok || servers >= network.Unlimited || best == 0 {
			return
		}
		amount := unlimited
		c.w.work += 1000
		if each := most(services, c.total); each < unlimited || servers <= 0 {
			amount = mul(int64(max(servers, 0)), each)
		}
		if amount < best {
			best, resource = amount, kind
		}
	}
	try(place.Working[m], "working_mog", uses.teams, true)
	try(uses.servers(place.Parking[m]), "parking_mog", uses.stands, uses.parked)
	if place.Interval[m] > 0 {
		try(1, "interval", uses.runway, true)
		if loading && uses.parked {
			if amount := pairs(uses.both, uses.largest, c.total, 0); amount < best {
				best, resource = amount, "interval"
			}
		}
		first, last := c.spell(p, uses.fleets, loading, lim)
		if amount := pairs(c.landOrLeave(p, m, uses.fleets, first, last), uses.largest, c.total, c.stay(p, m, &uses)); amount < best {
			best, resource = amount, "interval"
		}
	}
	return best, resource
}

// uses is how each fleet uses the resources of one place.
type uses struct {
	teams, stands, runway []service
	both                  []service // a landing or a departure
	parked                bool      // all of them take a stand: they have to land first
	slots                 int       // of each lift; 0 where they differ
	largest               int64     // most that one load counts
	fleets                []int
}

// servers is how many lifts can stand at once. Where lifts take different
// numbers of slots each slot is a server and takes its part of the load.
func (u *uses) servers(parking int) int {
	if parking >= network.Unlimited || u.slots == 0 {
		return parking
	}
	return parking / u.slots
}

func (c *cut) uses(p network.PlaceIndex, m network.ModeIndex, loading bool, lim *limits) (uses, bool) {
	out := uses{parked: true}
	found := false
	interval := network.Minute(c.w.n.Places[p].Interval[m])
	for i := range c.fleets {
		x, f := &c.fleets[i], c.w.fleets[i]
		if !x.carries || f.typ.Mode != m || x.at(p, loading) == 0 || f.at[p] >= network.Never {
			continue
		}
		if loading && (c.ready[p] >= network.Never || lim.leave[i] == nil || lim.leave[i][p] <= network.Past) {
			continue
		}
		if !loading && (x.aboard[p] >= network.Never || lim.standing[p] <= network.Past) {
			continue
		}
		if found && out.slots != f.typ.Slots {
			out.slots = 0
		} else if !found {
			out.slots = f.typ.Slots
		}
		found = true
		out.parked = out.parked && f.Base != p && f.typ.Slots > 0
		out.fleets = append(out.fleets, i)
	}
	for _, i := range out.fleets {
		x, f := &c.fleets[i], c.w.fleets[i]
		access := c.w.n.Access(p, m, f.Nation)
		load := x.at(p, loading)
		per := load
		if out.slots == 0 {
			slots := int64(max(f.typ.Slots, 1))
			per = (load + slots - 1) / slots
		}
		var team, stand, use func(free network.Minute) (network.Minute, bool)
		if loading {
			ready, last := c.ready[p], lim.leave[i][p]
			first := c.departs(i, p)
			team = func(free network.Minute) (network.Minute, bool) {
				by := max(free, ready, f.at[p]) + f.load()
				return by, by <= last
			}
			stand = func(free network.Minute) (network.Minute, bool) {
				a := access.Next(max(free, f.at[p]))
				d := access.Next(max(a+max(f.load(), f.turn()), ready+f.load()))
				return d + interval, d <= last
			}
			use = func(free network.Minute) (network.Minute, bool) {
				d := access.Next(max(free, first))
				return d + interval, d <= last
			}
			out.both = append(out.both, service{func(free network.Minute) (network.Minute, bool) {
				t := access.Next(max(free, f.at[p]))
				return t + interval, t <= last
			}, 1})
		} else {
			first, last := x.aboard[p], min(lim.standing[p], f.Until)
			team = func(free network.Minute) (network.Minute, bool) {
				by := access.Next(max(free, first)) + f.unload()
				return by, by <= last
			}
			stand = func(free network.Minute) (network.Minute, bool) {
				a := access.Next(max(free, first))
				return access.Next(a+max(f.unload(), f.turn())) + interval, a+f.unload() <= last
			}
			use = func(free network.Minute) (network.Minute, bool) {
				a := access.Next(max(free, first))
				return a + interval, a+f.unload() <= last
			}
		}
		out.largest = max(out.largest, load)
		out.teams = append(out.teams, service{team, load})
		out.stands = append(out.stands, service{stand, per})
		out.runway = append(out.runway, service{use, load})
	}
	return out, found
}

// convoys is what convoys bring across: those that leave one place are a
// headway apart.
func (c *cut) convoys(lim *limits) int64 {
	headway, load := network.Minute(c.w.n.Convoy.Headway), c.convoyLoad()
	form := network.Minute(c.w.n.Convoy.FormUp)
	total := int64(0)
	for p, in := range c.inside {
		last := lim.drive[p]
		if !in || c.ready[p] >= network.Never || last <= network.Past || c.ready[p]+form > last {
			continue
		}
		if headway <= 0 || load >= unlimited {
			return unlimited
		}
		total = min(unlimited, total+mul(int64((last-c.ready[p]-form)/headway)+1, load))
	}
	return total
}

// days is what the days of leaving allow, where the demand is people alone who
// leave the theatre: only days on which a departure is possible count.
func (c *cut) days(lim *limits) (int64, bool) {
	n := c.w.n
	each, ok := c.eachDay()
	if !ok {
		return 0, false
	}
	days := map[int]bool{}
	for p, in := range c.inside {
		if !in || c.ready[p] >= network.Never {
			continue
		}
		place := network.PlaceIndex(p)
		c.open(place, lim, func(first, last network.Minute, next func(network.Minute) network.Minute) {
			for t := next(first); t <= last && len(days) < 40000; {
				day, after := n.Day(place, t)
				days[day] = true
				t = next(after)
			}
		})
	}
	return mul(int64(len(days)), each), true
}

// eachDay is the most that may leave on one day, where the demand is people alone who leave the theatre and
// the days limit them.
func (c *cut) eachDay() (int64, bool) {
	n := c.w.n
	if n.PeoplePerDay >= network.Unlimited {
		return 0, false
	}
	each := int64(0)
	for i := range c.streams {
		s := &c.streams[i]
		for _, e := range s.entries {
			if e.kind != network.People {
				return 0, false
			}
		}
		for p, in := range s.inside {
			if n.Places[p].Host != in {
				return 0, false
			}
		}
		each = max(each, s.each(network.People))
	}
	return mul(int64(max(n.PeoplePerDay, 0)), each), true
}

// open calls yield with the times in which the demand can depart from a place:
// once for each fleet, and once for convoys.
func (c *cut) open(p network.PlaceIndex, lim *limits, yield func(first, last network.Minute, next func(network.Minute) network.Minute)) {
	for i := range c.fleets {
		f := c.w.fleets[i]
		if c.fleets[i].carries && lim.leave[i] != nil && f.at[p] < network.Never {
			yield(max(c.ready[p], f.at[p])+f.load(), lim.leave[i][p], c.w.n.Access(p, f.typ.Mode, f.Nation).Next)
		}
	}
	for i := range c.streams {
		for _, r := range c.streams[i].riders {
			if ways := c.w.riders[r.rider].convoy; ways != nil {
				for _, a := range ways.out[p] {
					yield(c.ready[p]+network.Minute(c.w.n.Convoy.FormUp), lim.drive[p], a.departing.Next)
				}
			}
		}
	}
}
