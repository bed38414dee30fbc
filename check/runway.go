package check

import (
	"cmp"
	"slices"

	"sortie/internal/lang"
)

// use is a departure or an arrival at a place.
type use struct {
	at      int64
	move    int
	departs bool
	place   int
}

// uses lists every departure and arrival of a movement, stops included, at
// places that exist.
func (c *checker) uses(move int) []use {
	mv := &c.moves[move]
	list := make([]use, 0, 2*len(mv.legs))
	for _, leg := range mv.legs {
		if leg.from >= 0 {
			list = append(list, use{at: leg.depart, move: move, departs: true, place: leg.from})
		}
		if leg.to >= 0 {
			list = append(list, use{at: leg.arrive, move: move, place: leg.to})
		}
	}
	return list
}

// tell says what the movement does, and where.
func (u use) tell(place string) lang.Text {
	if u.departs {
		return departsFrom.Text(place)
	}
	return arrivesAt.Text(place)
}

// verb is what it does alone.
func (u use) verb() lang.Phrase {
	if u.departs {
		return theDeparture
	}
	return theArrival
}

// runway checks R7: its length against the lift type, and the interval between
// two uses of a place by one mode, convoys by road included.
func (c *checker) runway() {
	type key struct {
		place int
		mode  string
	}
	at := map[key][]use{}
	var keys []key
	for i := range c.moves {
		mv := &c.moves[i]
		tooShort := -1
		for _, u := range c.uses(i) {
			h, _ := c.places[u.place].handles(mv.mode)
			if mv.kind != nil && h.Runway > 0 && mv.kind.Runway > h.Runway+tolerance && u.place != tooShort {
				tooShort = u.place
				b := c.where(mv.breach(Runway), u.place, u.at).figures(h.Runway, mv.kind.Runway, inMetres)
				c.report(b, shortRunway, mv.kind.ID, figure(b.Want), b.Place, figure(b.Have))
			}
			if h.Interval > 0 && mv.timed {
				k := key{u.place, string(mv.mode)}
				if at[k] == nil {
					keys = append(keys, k)
				}
				at[k] = append(at[k], u)
			}
		}
	}
	for _, k := range keys {
		c.interval(at[k])
	}
}

// interval checks the uses of one place by one mode against the one before.
func (c *checker) interval(uses []use) {
	slices.SortStableFunc(uses, func(a, b use) int { return cmp.Compare(a.at, b.at) })
	for n := 1; n < len(uses); n++ {
		before, u := uses[n-1], uses[n]
		mv := &c.moves[u.move]
		h, _ := c.places[u.place].handles(mv.mode)
		if u.at-before.at >= int64(h.Interval) {
			continue
		}
		b := c.where(mv.breach(Runway), u.place, u.at).figures(float64(u.at-before.at), float64(h.Interval), inMinutes)
		c.report(b, usesTooNear, u.tell(b.Place), modeName(mv.mode), c.tell(u.at), length(u.at-before.at),
			number(c.moves[before.move].id), before.verb(), length(int64(h.Interval)))
	}
}
