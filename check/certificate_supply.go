package check

import (
	"slices"
	"time"

	"sortie"
)

// supply is the most points of the demand that can cross the border and still
// close by the minute, and which resources keep it so low.
func (b *border) supply(by int64) (total int64, binding []string) {
	l, each := b.latest(by)
	known := map[string]int64{}
	for i := range b.fleets {
		if b.fleets[i].carries {
			b.loadsOf(i, each, known)
		}
	}
	for _, mode := range sortie.Modes {
		amount, resources := b.byMode(mode, l)
		total = plusCapped(total, amount)
		binding = append(binding, resources...)
	}
	if b.drives {
		total = plusCapped(total, b.convoys(l))
		binding = append(binding, "headway")
	}
	if days, ok := b.daysOfLeaving(l); ok && days < total {
		return days, []string{"people_per_day"}
	}
	return total, binding
}

// latest is the latest of all the demand that has to leave a place, or that has
// left where it comes to one; and of each part of it.
func (b *border) latest(by int64) (whole *reach, each []*reach) {
	never := func() *reach {
		return &reach{stands: all(len(b.inside), farPast), drives: all(len(b.inside), farPast), leaves: make([][]int64, len(b.fleets)), aboard: make([][]int64, len(b.fleets))}
	}
	whole = never()
	known := map[due]*reach{}
	for _, r := range b.parts {
		own := never()
		for _, c := range r.ways {
			if known[c] == nil {
				known[c] = b.late(c.carriage, min(by, c.until))
			}
			own.later(known[c], func(int) bool { return true })
		}
		each = append(each, own)
		drives, leaves := slices.Clone(whole.drives), own.leaves
		whole.later(own, func(p int) bool { return !r.inside[p] })
		for p, in := range r.inside {
			whole.drives[p] = drives[p]
			if !in {
				continue
			}
			whole.drives[p] = max(drives[p], own.drives[p])
			for f := range leaves {
				if leaves[f] != nil {
					whole.leaves[f][p] = max(whole.leaves[f][p], leaves[f][p])
				}
			}
		}
	}
	return whole, each
}

// later raises a late reach to another one at the places that are asked for.
func (r *reach) later(than *reach, asked func(p int) bool) {
	raise := func(have, to []int64) {
		for p := range have {
			if asked(p) {
				have[p] = max(have[p], to[p])
			}
		}
	}
	raise(r.stands, than.stands)
	raise(r.drives, than.drives)
	for f, leaves := range than.leaves {
		if leaves == nil {
			continue
		}
		if r.leaves[f] == nil {
			r.leaves[f], r.aboard[f] = all(len(r.stands), farPast), all(len(r.stands), farPast)
		}
		raise(r.leaves[f], leaves)
		raise(r.aboard[f], than.aboard[f])
	}
}

// byMode is what the lifts of a mode can bring across: no more than they have
// trips for, than is loaded inside, and than is unloaded outside; and every
// resource that keeps it as low.
func (b *border) byMode(mode sortie.Mode, l *reach) (int64, []string) {
	best, binding := int64(0), []string{"lifts"}
	for i := range b.fleets {
		if f := b.prover.fleets[i]; b.fleets[i].carries && f.kind.Mode == mode && b.fleets[i].load > 0 {
			best = plusCapped(best, timesCapped(b.loads(i, l), b.fleets[i].load))
		}
	}
	limit := func(amount int64, by ...string) {
		switch {
		case amount < best:
			best, binding = amount, by
		case amount == best:
			binding = append(binding, by...)
		}
	}
	for _, side := range []bool{true, false} {
		total, resources := int64(0), []string(nil)
		for p, is := range b.side(side) {
			if !is {
				continue
			}
			amount, by := b.station(p, mode, side, l)
			total = plusCapped(total, amount)
			if by != "" {
				resources = append(resources, by)
			}
		}
		if len(resources) == 0 {
			resources = []string{"lifts"}
		}
		limit(total, resources...)
		limit(b.teams(mode, side, l), "working_mog")
	}
	amount, by := b.transit(mode, l)
	limit(amount, by)
	if best >= b.total && len(b.parts) == 1 {
		if amount := b.wholeLoads(mode, l); amount < best {
			best, binding = amount, []string{"whole_loads"}
		}
	}
	return best, binding
}

// side is the places that are inside, or outside, for any part of the demand.
func (b *border) side(inside bool) []bool {
	if inside {
		return b.inside
	}
	return b.outside
}

// at is the most points of a load that is loaded at a place, or brought there.
func (x *bringing) at(p int, loading bool) int64 {
	switch {
	case !x.carries:
		return 0
	case loading:
		return x.loaded[p]
	}
	return x.brought[p]
}

// served is one way to use a server that is free: when it is free again, and what
// that counts.
type served struct {
	next   func(free int64) (again int64, ok bool)
	points int64
}

// mostServed bounds the work on one server; past it anything counts as
// possible.
const mostServed = 20000

// serve is the most points that one server can be used for: for every minute
// at which it can be free the most so far, until no use is in time. Enough is
// as good as any amount.
func (b *border) serve(uses []served, enough int64) int64 {
	type state struct{ free, points int64 }
	open := []state{{farPast / 2, 0}}
	best := int64(-1)
	for n := 0; len(open) > 0; n++ {
		if n > mostServed {
			return boundless
		}
		first := 0
		for i := range open {
			if open[i].free < open[first].free || open[i].free == open[first].free && open[i].points > open[first].points {
				first = i
			}
		}
		now := open[first]
		open = slices.Delete(open, first, first+1)
		if now.points <= best {
			continue
		}
		if best = now.points; best >= enough {
			return best
		}
		for _, u := range uses {
			again, ok := u.next(now.free)
			if !ok || u.points == 0 {
				continue
			}
			if again <= now.free {
				return boundless
			}
			open = append(open, state{again, now.points + u.points})
		}
	}
	return max(best, 0)
}

// station is what the teams, the stands and the runway of a place let through,
// each by itself, at the least.
func (b *border) station(p int, mode sortie.Mode, loading bool, l *reach) (int64, string) {
	h, ok := b.places[p].handles(mode)
	if !ok {
		return 0, ""
	}
	var teams, stands, runway []served
	parked, slots, same := true, 0, true
	var using []int
	for i := range b.fleets {
		f := b.prover.fleets[i]
		if x := &b.fleets[i]; f.kind.Mode != mode || x.at(p, loading) == 0 || f.at[p] >= farFuture {
			continue
		} else if loading && (b.ready[p] >= farFuture || l.leaves[i][p] <= farPast) || !loading && (x.aboard[p] >= farFuture || l.stands[p] <= farPast) {
			continue
		}
		same = same && (len(using) == 0 || slots == f.kind.Slots)
		slots = f.kind.Slots
		parked = parked && f.base != p && f.kind.Slots > 0
		using = append(using, i)
	}
	if len(using) == 0 {
		return 0, ""
	}
	for _, i := range using {
		f, load := b.prover.fleets[i], b.fleets[i].at(p, loading)
		part := load
		if takes := int64(max(f.kind.Slots, 1)); !same {
			part = (load + takes - 1) / takes
		}
		open := b.gate(p, mode, f.Nation)
		team, stand, use := b.unloading(i, p, open, l, int64(h.Interval))
		if loading {
			team, stand, use = b.loading(i, p, open, l, int64(h.Interval))
		}
		teams, stands, runway = append(teams, served{team, load}), append(stands, served{stand, part}), append(runway, served{use, load})
	}
	best, binding := boundless, ""
	bind := func(servers int64, uses []served, resource string) {
		if amount := timesCapped(max(servers, 0), b.serve(uses, b.total)); amount < best {
			best, binding = amount, resource
		}
	}
	if h.WorkingMOG != nil {
		bind(int64(*h.WorkingMOG), teams, "working_mog")
	}
	if h.ParkingMOG != nil && parked {
		servers := int64(*h.ParkingMOG)
		if same && slots > 0 {
			servers /= int64(slots)
		}
		bind(servers, stands, "parking_mog")
	}
	if h.Interval > 0 {
		bind(1, runway, "interval")
	}
	if h.Interval > 0 && parked && loading {
		first, last, largest := farFuture, farPast, int64(0)
		for _, i := range using {
			first, last = min(first, b.prover.fleets[i].at[p]), max(last, l.leaves[i][p])
			largest = max(largest, b.fleets[i].at(p, loading))
		}
		if amount := b.twice(p, mode, first, last, largest); amount < best {
			best, binding = amount, "interval"
		}
	}
	if h.Interval > 0 {
		staying, first, last, largest := int64(0), farFuture, farPast, int64(0)
		for _, i := range using {
			f := b.prover.fleets[i]
			staying += int64(f.Count)
			if loading {
				first, last = min(first, b.firstOut(i, p)), max(last, l.leaves[i][p])
			} else {
				first, last = min(first, b.fleets[i].aboard[p]), max(last, min(l.stands[p], f.until)-f.unload)
			}
			largest = max(largest, b.fleets[i].at(p, loading))
		}
		if h.ParkingMOG != nil && parked {
			stands := int64(max(*h.ParkingMOG, 0))
			if same && slots > 0 {
				stands /= int64(slots)
			}
			staying = min(staying, stands)
		}
		if amount := b.twiceBut(p, mode, using, first, last, largest, staying); amount < best {
			best, binding = amount, "interval"
		}
	}
	return best, binding
}

// firstOut is the first minute at which a lift can leave the place with any of
// the demand.
func (b *border) firstOut(i, p int) int64 {
	f := b.prover.fleets[i]
	return max(max(b.ready[p], f.at[p])+f.load, f.at[p]+f.turnAt(p))
}

type next func(free int64) (again int64, ok bool)

// loading is how a load uses a team, a stand and the runway of the place that
// it leaves.
func (b *border) loading(i, p int, open *access, l *reach, interval int64) (team, stand, use next) {
	f := b.prover.fleets[i]
	ready, last := b.ready[p], l.leaves[i][p]
	first := b.firstOut(i, p)
	team = func(free int64) (int64, bool) {
		by := max(free, ready, f.at[p]) + f.load
		return by, by <= last
	}
	stand = func(free int64) (int64, bool) {
		a := open.next(max(free, f.at[p]))
		d := open.next(max(a+max(f.load, f.turn), ready+f.load))
		return d + interval, d <= last
	}
	use = func(free int64) (int64, bool) {
		d := open.next(max(free, first))
		return d + interval, d <= last
	}
	return team, stand, use
}

// unloading is the same at the place where it is unloaded.
func (b *border) unloading(i, p int, open *access, l *reach, interval int64) (team, stand, use next) {
	f := b.prover.fleets[i]
	first, last := farFuture, min(l.stands[p], f.until)
	if b.fleets[i].aboard != nil {
		first = b.fleets[i].aboard[p]
	}
	team = func(free int64) (int64, bool) {
		by := open.next(max(free, first)) + f.unload
		return by, by <= last
	}
	stand = func(free int64) (int64, bool) {
		a := open.next(max(free, first))
		return open.next(a+max(f.unload, f.turn)) + interval, a+f.unload <= last
	}
	use = func(free int64) (int64, bool) {
		a := open.next(max(free, first))
		return a + interval, a+f.unload <= last
	}
	return team, stand, use
}

// daysOfLeaving is what people_per_day allows on the days on which any of the
// demand can depart, where the demand is people alone who leave the theatre.
func (b *border) daysOfLeaving(l *reach) (int64, bool) {
	most := b.mission.Operation.Drawdown.PeoplePerDay
	if most == nil {
		return 0, false
	}
	for _, p := range b.parties {
		if p.kind != people {
			return 0, false
		}
	}
	for _, r := range b.parts {
		for p := range r.inside {
			if r.inside[p] != b.places[p].host {
				return 0, false
			}
		}
	}
	dates := map[sortie.Date]bool{}
	mark := func(p int, first, last int64, open *access) {
		for t := open.next(first); t <= last && len(dates) < 40000; {
			date := b.dateAt(p, t)
			dates[date] = true
			t = max(t+1, b.dayEnd(p, t, date))
			t = open.next(t)
		}
	}
	for p, in := range b.inside {
		if !in || b.ready[p] >= farFuture {
			continue
		}
		for i := range b.fleets {
			f := b.prover.fleets[i]
			if b.fleets[i].carries && f.at[p] < farFuture {
				mark(p, max(b.ready[p], f.at[p])+f.load, l.leaves[i][p], b.gate(p, f.kind.Mode, f.Nation))
			}
		}
		for _, c := range b.ways {
			if c.roads != nil {
				for _, way := range c.roads[p] {
					mark(p, b.ready[p]+int64(b.mission.Convoy.FormUp), l.drives[p], way.out)
				}
			}
		}
	}
	return timesCapped(int64(len(dates)), timesCapped(int64(max(*most, 0)), b.each[people])), true
}

func (b *border) dateAt(p int, t int64) sortie.Date {
	zone := b.places[p].zone
	if zone == nil {
		zone = b.zones.find(b.mission.Timezone)
	}
	if zone == nil {
		zone = time.UTC
	}
	return sortie.DateOf(timeIn(t, zone))
}

// dayEnd is the first minute after t that has another date, found between now
// and two days later.
func (b *border) dayEnd(p int, t int64, date sortie.Date) int64 {
	low, high := t, t+2*day
	for low+1 < high {
		if mid := (low + high) / 2; b.dateAt(p, mid) == date {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}
