package bound

import (
	"slices"

	"sortie/network"
)

// spell is a resource of a place that serves runs from a minute until another: how much of it
// there is, and what each run takes of that at the least. Or it is the lifts of a fleet, of which each
// run takes one that begins late, see lateSpells.
type spell struct {
	resource    resource
	place       network.PlaceIndex
	mode        network.ModeIndex
	fleet, trip int // of lifts
	span
	begins, ends edge  // of the span
	shares       int64 // so many equal ones of the span, of which whole ones count; none where minutes do
	has          int64
	takes        []int64 // by run
}

// edge is a minute from which, or until which, what runs take is counted: one at which something begins or ends at the
// earliest; or at the latest, and that is the later the later all may end.
type edge struct {
	at   network.Minute
	late bool
}

// share is what something that takes so many minutes of the span counts. On one team or slot the shares
// add up to no more than there are, since each is less than its part of one more.
func (s *spell) share(minutes int64) int64 {
	if s.shares == 0 || minutes <= 0 {
		return minutes
	}
	return (mul(minutes, s.shares+1) - 1) / int64(s.last-s.first)
}

// within is the least time that something which takes so many minutes between two
// minutes takes between two others.
func (s span) within(takes network.Minute, first, last network.Minute) int64 {
	return int64(max(0, min(takes, s.last-s.first, first+takes-s.first, s.last-(last-takes))))
}

// spells is what can be too little for the runs, of each team, stand and runway with a limit: of as many spans as there is room for.
func (c *cut) spells(runs []run) []spell {
	for ends := mostRunEnds; ends > 1; ends /= 2 {
		if out, ok := c.spellsTo(ends, runs); ok {
			return out
		}
	}
	return nil
}

// spellsTo is those of so many minutes from which and until which they are counted; false where these are too many.
func (c *cut) spellsTo(ends int, runs []run) (out []spell, ok bool) {
	for p := range c.w.n.Places {
		place := &c.w.n.Places[p]
		at := network.PlaceIndex(p)
		for _, m := range modes() {
			for _, r := range []resource{team, stand, runway} {
				limit := place.Working[m]
				switch r {
				case stand:
					limit = place.Parking[m]
				case runway:
					limit = 1
				}
				if limit >= network.Unlimited || r == runway && place.Interval[m] <= 0 {
					continue
				}
				if out = c.spellsOf(out, spell{resource: r, place: at, mode: m}, ends, runs); len(out)*len(runs) > mostTaken {
					return nil, false
				}
			}
		}
	}
	return out, true
}

func (c *cut) spellsOf(out []spell, s spell, ends int, runs []run) []spell {
	firsts, lasts, takes := c.edges(s, ends, runs)
	for _, s.begins = range firsts {
		for _, s.ends = range lasts {
			s.span = span{s.begins.at, s.ends.at}
			if s.last < s.first || s.last == s.first && s.resource != runway {
				continue
			}
			for _, s.shares = range s.divisions(takes) {
				out = append(out, c.taken(s, runs))
			}
			if len(out)*len(runs) > mostTaken {
				return out
			}
		}
	}
	return out
}

// edges is so many of each kind from which and until which a resource is counted, and how long runs take it. What takes
// no time, as the runway, begins as early as it ends.
func (c *cut) edges(s spell, ends int, runs []run) (firsts, lasts []edge, takes []network.Minute) {
	var begins, done [2][]network.Minute // at the earliest, and at the latest
	for i := range runs {
		if c.w.fleets[runs[i].fleet].typ.Mode != s.mode {
			continue
		}
		c.occupies(s, &runs[i], func(first, last, minutes network.Minute) {
			takes = append(takes, minutes)
			begins[0], done[1] = append(begins[0], first), append(done[1], last)
			if minutes > 0 {
				begins[1], done[0] = append(begins[1], last-minutes), append(done[0], first+minutes)
			}
		})
	}
	for k, late := range []bool{false, true} {
		for _, at := range few(sorted(begins[k]), ends) {
			firsts = append(firsts, edge{at, late})
		}
		list := sorted(done[1-k])
		slices.Reverse(list)
		for _, at := range few(list, ends) {
			lasts = append(lasts, edge{at, !late})
		}
		ends = max(ends/4, 2) // the others bind less often
	}
	return firsts, lasts, sorted(takes)
}

// taken is a spell with how much there is, and what each run takes.
func (c *cut) taken(s spell, runs []run) spell {
	s.has, s.takes = c.amount(s), make([]int64, len(runs))
	for i := range runs {
		s.takes[i] = c.takes(s, &runs[i])
	}
	c.w.work += len(runs)
	return s
}

func sorted(list []network.Minute) []network.Minute {
	slices.Sort(list)
	return slices.Compact(list)
}

// divisions is into how many shares a span is divided: none, as many as there is time for of each of what takes so many
// minutes, and as many as all of these are whole ones of.
func (s *spell) divisions(takes []network.Minute) []int64 {
	out := []int64{0}
	minutes := s.last - s.first
	if s.resource == runway || minutes <= 0 {
		return out
	}
	all := network.Minute(0)
	for _, n := range takes {
		for a, b := all, n; ; a, b = b, a%b {
			if b == 0 {
				all = a
				break
			}
		}
	}
	for _, n := range append(takes[:len(takes):len(takes)], all) {
		if n > 0 && minutes > n && minutes%n != 0 && minutes/n <= mostShares && !slices.Contains(out, int64(minutes/n)) {
			out = append(out, int64(minutes/n))
		}
	}
	return out
}

// few is so many of the minutes as are looked at: the first, and others as far apart in number.
func few(list []network.Minute, number int) []network.Minute {
	if len(list) <= number {
		return list
	}
	out := make([]network.Minute, number)
	for k := range out {
		out[k] = list[k*(len(list)-1)/(number-1)]
	}
	return out
}

// amount is how much there is of a resource in its span: minutes of teams or slots, or uses of the runway.
func (c *cut) amount(s spell) int64 {
	if s.resource == lift {
		return int64(c.w.fleets[s.fleet].Count)
	}
	place := &c.w.n.Places[s.place]
	minutes := int64(s.last - s.first)
	servers := place.Working[s.mode]
	switch s.resource {
	case runway:
		if minutes < 0 {
			return 0
		}
		return minutes/int64(place.Interval[s.mode]) + 1
	case stand:
		servers = place.Parking[s.mode]
	}
	if s.shares > 0 {
		return mul(int64(max(servers, 0)), s.shares)
	}
	return mul(int64(max(servers, 0)), max(minutes, 0))
}

// takes is the least that a run takes of it.
func (c *cut) takes(s spell, r *run) int64 {
	if s.resource == lift {
		return c.late(s, r)
	}
	f := c.w.fleets[r.fleet]
	if f.typ.Mode != s.mode {
		return 0
	}
	total, most := int64(0), int64(0)
	c.occupies(s, r, func(first, last, minutes network.Minute) {
		if s.resource == runway {
			if first >= s.first && last <= s.last {
				total++
			}
			return
		}
		n := s.share(s.within(minutes, first, last))
		total, most = total+n, max(most, n)
	})
	if s.resource == stand { // its uses are one stay
		return mul(int64(max(f.typ.Slots, 0)), most)
	}
	return total
}

// occupies yields when a run uses the resource of a place: from when at the earliest until when at
// the latest, and for how long; of a runway, in which minutes.
func (c *cut) occupies(s spell, r *run, yield func(first, last, minutes network.Minute)) {
	f := c.w.fleets[r.fleet]
	gap := network.Minute(c.w.n.Places[s.place].Interval[s.mode])
	stays := max(f.load(), f.turn())
	switch s.resource {
	case team:
		if r.from == s.place {
			yield(r.loads, r.leaves.last, f.load())
		}
		if r.to == s.place {
			yield(r.lands.first, r.lands.last+f.unload(), f.unload())
		}
	case stand:
		if r.from == s.place && !r.based {
			yield(r.loads, r.leaves.last+gap, f.load()+gap)
			yield(r.free, r.leaves.last+gap, stays+gap)
		}
		if r.to == s.place && !r.ends {
			leaves := max(f.unload(), f.turn())
			yield(r.lands.first, r.lands.last+leaves+gap, leaves+gap)
		}
	case runway:
		if r.from == s.place {
			yield(r.leaves.first, r.leaves.last, 0)
			if r.trip > 0 || !r.based {
				yield(r.free, r.leaves.last-stays, 0)
			}
		}
		if r.to == s.place {
			yield(r.lands.first, r.lands.last, 0)
		}
		if r.before == s.place {
			yield(r.clears, r.leaves.last-stays-r.returns, 0)
		}
	}
}
