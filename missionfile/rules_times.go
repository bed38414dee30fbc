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
			fmt.Sprintf("%s, %s, is not after %s, %s", second, c.say(until), first, c.say(from)), "")
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

// say writes a time for a message, to the minute.
func (c *checker) say(t time.Time) string { return t.Format("2006-01-02T15:04Z07:00") }

// operationHasTime refuses an operation that ends before it begins, and doubts
// units that are ready too late.
func operationHasTime(c *checker) {
	o := &c.m.Operation
	if o.Deadline.IsZero() {
		return
	}
	if !o.Start.IsZero() && !o.Start.Before(o.Deadline) {
		c.fail("operation.deadline", "window", fmt.Sprintf("the deadline, %s, is not after the start, %s", c.say(o.Deadline), c.say(o.Start)), "")
	}
	for i := range c.m.Units {
		u := &c.m.Units[i]
		switch {
		case u.Ready.IsZero() || u.To == "":
		case !u.Ready.Before(o.Deadline):
			c.doubt(fmt.Sprintf("units[%d].ready", i), "ready-too-late",
				fmt.Sprintf("unit %q is ready at %s, when the deadline, %s, has passed", u.ID, c.say(u.Ready), c.say(o.Deadline)), "")
		case !u.Due.IsZero() && !u.Ready.Before(u.Due):
			c.doubt(fmt.Sprintf("units[%d].due", i), "due-before-ready",
				fmt.Sprintf("unit %q is due at %s, and ready only at %s", u.ID, c.say(u.Due), c.say(u.Ready)), "")
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
		if _, err := zoneNamed(name); err != nil {
			c.fail(fmt.Sprintf("places[%d].timezone", i), "timezone", err.Error(), zoneHint(name))
		}
	}
}
