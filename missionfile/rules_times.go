package missionfile

import (
	"fmt"
	"time"
)

// windowsOpenBeforeTheyClose refuses windows that are over before they begin.
func windowsOpenBeforeTheyClose(c *checker) {
	window := func(from, until time.Time, first, second, path string, args ...any) {
		if from.IsZero() || until.IsZero() || from.Before(until) {
			return
		}
		c.fail(fmt.Sprintf(path, args...)+"."+second, "window",
			say(endsBefore, second, written(until), first, written(from)), sentence{})
	}
	for i := range c.m.Fleets {
		window(c.m.Fleets[i].From, c.m.Fleets[i].Until, "from", "until", "fleets[%d]", i)
	}
	for i := range c.m.Clearances {
		window(c.m.Clearances[i].From, c.m.Clearances[i].Until, "from", "until", "clearances[%d]", i)
	}
	for i := range c.m.Tasks {
		window(c.m.Tasks[i].From, c.m.Tasks[i].Until, "from", "until", "tasks[%d]", i)
	}
	for i := range c.m.Places {
		for j := range c.m.Places[i].Closed {
			shut := &c.m.Places[i].Closed[j]
			window(shut.From, shut.To, "from", "to", "places[%d].closed[%d]", i, j)
		}
	}
}

// written is a time as files write it, to the minute.
func written(t time.Time) string { return t.Format("2006-01-02T15:04Z07:00") }

// operationHasTime refuses an operation that ends before it begins, and doubts
// units that are ready too late.
func operationHasTime(c *checker) {
	o := &c.m.Operation
	if o.Deadline.IsZero() {
		return
	}
	if !o.Start.IsZero() && !o.Start.Before(o.Deadline) {
		c.fail("operation.deadline", "window", say(deadlineFirst, written(o.Deadline), written(o.Start)), sentence{})
	}
	for i := range c.m.Units {
		u := &c.m.Units[i]
		switch {
		case u.Ready.IsZero() || u.To == "":
		case !u.Ready.Before(o.Deadline):
			c.doubt(fmt.Sprintf("units[%d].ready", i), "ready-too-late",
				say(readyTooLate, u.ID, written(u.Ready), written(o.Deadline)), sentence{})
		case !u.Due.IsZero() && !u.Ready.Before(u.Due):
			c.doubt(fmt.Sprintf("units[%d].due", i), "due-before-ready",
				say(dueTooEarly, u.ID, written(u.Due), written(u.Ready)), sentence{})
		}
	}
}

// zonesExist looks for the time zones of places; the mission's own was looked
// for before anything else.
func zonesExist(c *checker) {
	for i := range c.m.Places {
		name := c.m.Places[i].Timezone
		if name == "" {
			continue
		}
		if _, ok := zoneNamed(name); !ok {
			c.fail(fmt.Sprintf("places[%d].timezone", i), "timezone", say(noSuchZone, shorten(name)), zoneHint(name))
		}
	}
}
