package check

import (
	"slices"
	"time"

	"sortie"
)

// form checks R0 on each movement by itself.
func (c *checker) form() {
	if v := c.plan.Version; v != sortie.FormatVersion {
		c.report(Breach{Rule: Form}.figures(float64(v), sortie.FormatVersion, "format version"),
			"the plan is of format version %d, this verifier reads version %d", v, sortie.FormatVersion)
	}
	for i := range c.moves {
		mv := &c.moves[i]
		c.formLift(mv)
		c.formPlaces(mv)
		c.formTimes(mv)
		c.formCargo(mv)
	}
}

func (c *checker) formLift(mv *movement) {
	b := mv.breach(Form)
	stated := mv.src.Mode
	known := slices.Contains(sortie.Modes, stated)
	if !known {
		c.report(b, "%s is not a mode: air, road, rail or sea", quote(string(stated)))
	}
	if mv.convoy {
		if known && stated != sortie.Road {
			c.report(b, "a movement without a lift is a convoy and goes by road, not by %s", stated)
		}
		if len(mv.src.Cargo) == 0 {
			c.report(b, "it has neither a lift nor cargo, so nothing moves")
		}
		return
	}
	_, number, ok := splitLift(mv.src.Lift)
	switch {
	case !ok:
		c.report(b, "%s is not a lift: write fleet/number such as %s", quote(mv.src.Lift), c.anyLift())
	case mv.fleet < 0:
		c.report(b, "lift %s is of no fleet of the mission", quote(mv.src.Lift))
	case number > c.fleets[mv.fleet].Count:
		f := c.fleets[mv.fleet]
		c.report(b.figures(float64(number), float64(f.Count), "lifts"),
			"fleet %s has %d lifts, there is no number %d", f.ID, f.Count, number)
	}
	switch {
	case mv.fleet >= 0 && mv.kind == nil:
		c.report(b, "lift type %s of fleet %s is not in the mission", c.fleets[mv.fleet].Type, c.fleets[mv.fleet].ID)
	case mv.kind != nil && known && stated != mv.kind.Mode:
		c.report(b, "lift %s moves by %s, not by %s", mv.src.Lift, mv.kind.Mode, stated)
	}
}

func (c *checker) anyLift() string {
	if len(c.fleets) == 0 {
		return "il76/1"
	}
	return c.fleets[0].ID + "/1"
}

func (c *checker) formPlaces(mv *movement) {
	b := mv.breach(Form)
	named := func(place int, id string) {
		if place < 0 {
			c.report(b, "there is no place %s in the mission", quote(id))
			return
		}
		if _, ok := c.places[place].handles(mv.mode); !ok && slices.Contains(sortie.Modes, mv.mode) {
			b := b
			b.Place = c.placeID(place)
			c.report(b, "%s does not handle %s", b.Place, mv.mode)
		}
	}
	named(mv.from, mv.src.From)
	for i, stop := range mv.src.Stops {
		named(mv.legs[i].to, stop.At)
	}
	named(mv.to, mv.src.To)
	if mv.from >= 0 && mv.from == mv.to && len(mv.legs) > 1 {
		c.report(c.where(b, mv.from, mv.depart), "it starts and ends at %s", c.placeID(mv.from))
	}
	for _, leg := range mv.legs {
		if leg.from >= 0 && leg.from == leg.to {
			c.report(c.where(b, leg.from, leg.depart), "a leg starts and ends at %s", c.placeID(leg.from))
		}
	}
}

func (c *checker) formTimes(mv *movement) {
	s := mv.src
	c.formTime(mv, "load", s.Load)
	c.formTime(mv, "depart", s.Depart)
	c.formTime(mv, "arrive", s.Arrive)
	c.formTime(mv, "unloaded", s.Unloaded)
	for _, stop := range s.Stops {
		c.formTime(mv, "arrive of the stop at "+short(stop.At), stop.Arrive)
		c.formTime(mv, "depart of the stop at "+short(stop.At), stop.Depart)
	}
}

func (c *checker) formTime(mv *movement, name string, t time.Time) {
	b := mv.breach(Form)
	switch {
	case t.IsZero():
		c.report(b, "%s is missing", name)
	case t.Unix()%60 != 0 || t.Nanosecond() != 0:
		b.At = c.clock(minute(t))
		c.report(b, "%s is not a whole minute", name)
	}
}
