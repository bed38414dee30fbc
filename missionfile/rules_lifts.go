package missionfile

import (
	"fmt"

	"sortie"
)

// liftTypesCanCarry refuses payload curves that run backwards and figures that
// contradict each other.
func liftTypesCanCarry(c *checker) {
	for i := range c.m.LiftTypes {
		l := &c.m.LiftTypes[i]
		path := fmt.Sprintf("lift_types[%d]", i)
		for j := 1; j < len(l.PayloadRange); j++ {
			before, here := l.PayloadRange[j-1], l.PayloadRange[j]
			if here[0] <= before[0] && here != before {
				c.fail(fmt.Sprintf("%s.payload_range[%d]", path, j), "payload-range",
					fmt.Sprintf("%g km does not come after %g km", here[0], before[0]), "write the points from the nearest to the farthest")
			} else if here[1] > before[1] {
				c.doubt(fmt.Sprintf("%s.payload_range[%d]", path, j), "payload-range",
					fmt.Sprintf("%s carries more over %g km (%g t) than over %g km (%g t)", l.ID, here[0], here[1], before[0], before[1]), "")
			}
		}
		switch {
		case len(l.PayloadRange) > 0 && l.Payload != nil:
			c.fail(path+".payload", "payload-range", fmt.Sprintf("%s has both payload and payload_range", l.ID), "keep one of them")
		case len(l.PayloadRange) > 0 && l.Range > 0:
			c.fail(path+".range", "payload-range", fmt.Sprintf("%s has both range and payload_range, which ends where the range does", l.ID), "keep one of them")
		}
		if l.Seats.Full > l.Seats.Empty {
			c.fail(path+".seats", "seats", fmt.Sprintf("%s seats more beside a full deck (%d) than with an empty one (%d)", l.ID, l.Seats.Full, l.Seats.Empty), "")
		}
		decks := 0
		for _, d := range l.Decks {
			decks += d.Count
		}
		if decks > 1000 {
			c.fail(path+".decks", "too-many", fmt.Sprintf("%s has %d decks; at most 1000 are stowed", l.ID, decks), "")
		}
	}
}

// equipmentMovesOneWay refuses what both drives and is towed, and doubts what
// drives with nobody at the wheel.
func equipmentMovesOneWay(c *checker) {
	for i := range c.m.EquipmentTypes {
		e := &c.m.EquipmentTypes[i]
		path := fmt.Sprintf("equipment_types[%d]", i)
		switch {
		case e.Drives && e.Towed:
			c.fail(path+".towed", "drives-and-towed", fmt.Sprintf("%s both drives and is towed", e.ID), "keep one of them")
		case e.Drives && e.KMH == 0:
			c.doubt(path+".drives", "drives-without-speed", fmt.Sprintf("%s drives, and has no speed (kmh): only links that give minutes or kmh time it", e.ID), "write kmh: 60")
		case e.Drives && e.Seats == 0:
			c.doubt(path+".drives", "drives-without-seats", fmt.Sprintf("%s drives, and has no seats: no convoy can use it", e.ID), "write seats: 2, the driver included")
		}
	}
}

// basesHandleTheirFleets refuses a fleet that stands where its mode is not
// handled.
func basesHandleTheirFleets(c *checker) {
	lifts := 0
	for i := range c.m.Fleets {
		f := &c.m.Fleets[i]
		lifts += f.Count
		t, ok1 := c.lifts[f.Type]
		p, ok2 := c.places[f.Base]
		if !ok1 || !ok2 {
			continue
		}
		mode, base := c.m.LiftTypes[t].Mode, &c.m.Places[p]
		if mode != "" && !handles(base, mode) {
			c.fail(fmt.Sprintf("fleets[%d].base", i), "mode-not-handled", fmt.Sprintf("%s does not handle %s, by which %s moves", base.ID, mode, f.Type),
				fmt.Sprintf("write handles: {%s: {}} at the place, with its limits", mode))
		}
	}
	if lifts > 100_000 {
		c.fail("fleets", "too-many", fmt.Sprintf("the fleets have %d lifts; at most 100000 are planned", lifts), "")
	}
}

// handles reports whether lifts of the mode can depart from and arrive at the
// place. One that says nothing handles the road alone.
func handles(p *sortie.Place, mode sortie.Mode) bool {
	if p.Handles == nil {
		return mode == sortie.Road
	}
	_, ok := p.Handles[mode]
	return ok
}

// totalsStayCountable bounds what is planned one by one.
func totalsStayCountable(c *checker) {
	people, items := 0, 0
	for i := range c.m.Units {
		people += c.m.Units[i].People
		for _, count := range c.m.Units[i].Equipment {
			items += count
		}
	}
	if people > 100e6 {
		c.fail("units", "too-many", fmt.Sprintf("the units have %d people; at most 100 million are planned", people), "")
	}
	if items > 2e6 {
		c.fail("units", "too-many", fmt.Sprintf("the units have %d items of equipment; at most 2 million are planned", items), "")
	}
}
