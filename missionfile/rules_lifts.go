package missionfile

import (
	"fmt"

	"sortie"
)

// What a mission may have at most, over all entries of a list together.
const (
	mostDecks = 1000 // of one lift type
	mostLifts = 100_000
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
					say(curveOrder, figure(here[0]), figure(before[0])), say(curveSort))
			} else if here[1] > before[1] {
				c.doubt(fmt.Sprintf("%s.payload_range[%d]", path, j), "payload-range",
					say(curveRises, l.ID, figure(here[0]), figure(here[1]), figure(before[0]), figure(before[1])), sentence{})
			}
		}
		switch {
		case len(l.PayloadRange) > 0 && l.Payload != nil:
			c.fail(path+".payload", "payload-range", say(payloadTwice, l.ID), say(keepOne))
		case len(l.PayloadRange) > 0 && l.Range > 0:
			c.fail(path+".range", "payload-range", say(rangeTwice, l.ID), say(keepOne))
		}
		if l.Seats.Full > l.Seats.Empty {
			c.fail(path+".seats", "seats", say(seatsRise, l.ID, l.Seats.Full, l.Seats.Empty), sentence{})
		}
		decks := 0
		for _, d := range l.Decks {
			decks += d.Count
		}
		if decks > mostDecks {
			c.fail(path+".decks", "too-many", say(manyDecks, l.ID, decks, mostDecks), sentence{})
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
			c.fail(path+".towed", "drives-and-towed", say(drivesTowed, e.ID), say(keepOne))
		case e.Drives && e.KMH == 0:
			c.doubt(path+".drives", "drives-without-speed", say(noSpeed, e.ID), say(writeSpeed))
		case e.Drives && e.Seats == 0:
			c.doubt(path+".drives", "drives-without-seats", say(noSeats, e.ID), say(writeSeats))
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
			c.fail(fmt.Sprintf("fleets[%d].base", i), "mode-not-handled", say(baseNoMode, base.ID, mode, f.Type), say(writeHandles, mode))
		}
	}
	if lifts > mostLifts {
		c.fail("fleets", "too-many", say(manyLifts, lifts, mostLifts), sentence{})
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
		c.fail("units", "too-many", say(manyPeople, people), sentence{})
	}
	if items > 2e6 {
		c.fail("units", "too-many", say(manyItems, items), sentence{})
	}
}
