package check

import (
	"sortie"
	"sortie/internal/lang"
)

// stand is a place's stands or teams for one mode.
type stand struct {
	place int
	mode  sortie.Mode
}

// occupancy is what comes and goes at each stand, with the stands in the order
// in which they are first taken.
type occupancy struct {
	order   []stand
	changes map[stand][]change
}

// take enters that so much is taken for the half-open span.
func (o *occupancy) take(at stand, from, until, n int64, move int) {
	if at.place < 0 || from >= until || n <= 0 {
		return
	}
	if o.changes[at] == nil {
		o.order = append(o.order, at)
	}
	o.changes[at] = append(o.changes[at], change{from, n, move})
	if until < farFuture {
		o.changes[at] = append(o.changes[at], change{until, -n, move})
	}
}

// parkingMOG checks R8. A lift stands from its arrival until its next
// departure, at its stops too, and for ever after its last arrival; at its own
// base it takes nothing.
func (c *checker) parkingMOG() {
	standing := occupancy{changes: map[stand][]change{}}
	for _, moves := range c.sequences {
		for n, i := range moves {
			mv := &c.moves[i]
			base, slots := c.fleets[mv.fleet].base, int64(mv.kind.Slots)
			for l, leg := range mv.legs {
				until := farFuture
				switch {
				case l+1 < len(mv.legs):
					until = mv.legs[l+1].depart
				case n+1 < len(moves):
					until = c.moves[moves[n+1]].depart
				}
				if leg.to != base {
					standing.take(stand{leg.to, mv.mode}, leg.arrive, until, slots, i)
				}
			}
		}
	}
	c.over(standing, ParkingMOG, func(h sortie.Handling) *int { return h.ParkingMOG }, slotCount, inSlots, parkingFull)
}

// workingMOG checks R9: lifts that load, for as long as loading takes, or
// unload, until they are unloaded.
func (c *checker) workingMOG() {
	working := occupancy{changes: map[stand][]change{}}
	for _, moves := range c.sequences {
		for _, i := range moves {
			mv := &c.moves[i]
			if len(mv.src.Cargo) == 0 {
				continue
			}
			working.take(stand{mv.from, mv.mode}, mv.load, mv.load+int64(mv.kind.Load), 1, i)
			working.take(stand{mv.to, mv.mode}, mv.arrive, mv.done, 1, i)
		}
	}
	c.over(working, WorkingMOG, func(h sortie.Handling) *int { return h.WorkingMOG }, liftCount, inLifts, teamsBusy)
}

// over reports each contiguous time in which more is taken than there is, with
// the movement that began it.
func (c *checker) over(o occupancy, r Rule, limit func(sortie.Handling) *int, noun lang.Counted, unit, message lang.Phrase) {
	for _, at := range o.order {
		h, _ := c.places[at.place].handles(at.mode)
		most := limit(h)
		if most == nil {
			continue
		}
		for _, s := range above(o.changes[at], 0, int64(*most), farPast, farFuture) {
			b := c.blame(c.where(Breach{Rule: r}, at.place, s.from), s.move).figures(float64(s.worst), float64(*most), unit)
			c.report(b, message, b.Place, modeName(at.mode), noun.Text(int(s.worst)), c.tellSpan(s.from, s.until), *most)
		}
	}
}
