package check

import (
	"slices"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// form checks R0 on each movement by itself.
func (c *checker) form() {
	if v := c.plan.Version; v != sortie.FormatVersion {
		c.report(Breach{Rule: Form}.figures(float64(v), sortie.FormatVersion, inVersion),
			otherVersion, v, sortie.FormatVersion)
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
		c.report(b, notMode, quote(string(stated)))
	}
	if mv.convoy {
		if known && stated != sortie.Road {
			c.report(b, convoyByRoad, modeName(stated))
		}
		if len(mv.src.Cargo) == 0 {
			c.report(b, nothingMoves)
		}
		return
	}
	_, nth, ok := splitLift(mv.src.Lift)
	switch {
	case !ok:
		c.report(b, notLift, quote(mv.src.Lift), c.anyLift())
	case mv.fleet < 0:
		c.report(b, liftOfNone, quote(mv.src.Lift))
	case nth > c.fleets[mv.fleet].Count:
		f := c.fleets[mv.fleet]
		c.report(b.figures(float64(nth), float64(f.Count), inLifts),
			liftBeyond, f.ID, liftCount.Text(f.Count), number(nth))
	}
	switch {
	case mv.fleet >= 0 && mv.kind == nil:
		c.report(b, noLiftType, c.fleets[mv.fleet].Type, c.fleets[mv.fleet].ID)
	case mv.kind != nil && known && stated != mv.kind.Mode:
		c.report(b, liftOtherMode, mv.src.Lift, modeName(mv.kind.Mode), modeName(stated))
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
			c.report(b, noPlace, quote(id))
			return
		}
		if _, ok := c.places[place].handles(mv.mode); !ok && slices.Contains(sortie.Modes, mv.mode) {
			b := b
			b.Place = c.placeID(place)
			c.report(b, handlesNot, b.Place, modeName(mv.mode))
		}
	}
	named(mv.from, mv.src.From)
	for i, stop := range mv.src.Stops {
		named(mv.legs[i].to, stop.At)
	}
	named(mv.to, mv.src.To)
	if mv.from >= 0 && mv.from == mv.to && len(mv.legs) > 1 {
		c.report(c.where(b, mv.from, mv.depart), startsAndEnds, c.placeID(mv.from))
	}
	for _, leg := range mv.legs {
		if leg.from >= 0 && leg.from == leg.to {
			c.report(c.where(b, leg.from, leg.depart), legStartsEnds, c.placeID(leg.from))
		}
	}
}

func (c *checker) formTimes(mv *movement) {
	s := mv.src
	c.formTime(mv, timeOfMovement.Text("load"), s.Load)
	c.formTime(mv, timeOfMovement.Text("depart"), s.Depart)
	c.formTime(mv, timeOfMovement.Text("arrive"), s.Arrive)
	c.formTime(mv, timeOfMovement.Text("unloaded"), s.Unloaded)
	for _, stop := range s.Stops {
		c.formTime(mv, timeOfStop.Text("arrive", short(stop.At)), stop.Arrive)
		c.formTime(mv, timeOfStop.Text("depart", short(stop.At)), stop.Depart)
	}
}

func (c *checker) formTime(mv *movement, name lang.Text, t time.Time) {
	b := mv.breach(Form)
	switch {
	case t.IsZero():
		c.report(b, timeMissing, name)
	case t.Unix()%60 != 0 || t.Nanosecond() != 0:
		b.At = c.clock(minute(t))
		c.report(b, timeNotWhole, name)
	}
}
