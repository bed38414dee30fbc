package check

import (
	"cmp"
	"slices"
)

// passing is so many of one kind reaching a place, by being unloaded there or
// by a stop of their movement.
type passing struct {
	at    int64
	kind  int
	place int
	n     int64
	move  int
}

// via checks R15's places on the way. How many have reached a place is counted
// per kind, never past the unit's strength; one where the unit stands at first
// is passed from the beginning and asks nothing of those before it.
func (c *checker) via() {
	var stops map[int][]passing
	for u := range c.units {
		unit := &c.units[u]
		if len(unit.via) == 0 || unit.to < 0 {
			continue
		}
		if stops == nil {
			stops = c.stopsByUnit()
		}
		var chain []int
		for _, place := range unit.via {
			if place >= 0 && place != unit.at {
				chain = append(chain, place)
			}
		}
		c.passes(u, append(chain, unit.to), stops[u])
	}
}

// stopsByUnit is what of each unit is aboard at technical stops.
func (c *checker) stopsByUnit() map[int][]passing {
	found := map[int][]passing{}
	for i := range c.moves {
		mv := &c.moves[i]
		if !mv.timed {
			continue
		}
		for _, leg := range mv.legs[:len(mv.legs)-1] {
			for _, part := range mv.cargo {
				for _, a := range part.kinds {
					found[part.unit] = append(found[part.unit], passing{leg.arrive, a.kind, leg.to, a.n, i})
				}
			}
		}
	}
	return found
}

// passes checks that along the chain of places, which ends at the destination,
// no more of any kind have reached one than the one before it. Each pair of
// places is reported once per kind.
func (c *checker) passes(u int, chain []int, events []passing) {
	for _, e := range c.ledger[u] {
		if !e.loads {
			events = append(events, passing{e.at, e.kind, e.place, e.n, e.move})
		}
	}
	slices.SortStableFunc(events, func(a, b passing) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.at, b.at))
	})
	places := map[int][]int{}
	for n, place := range chain {
		places[place] = append(places[place], n)
	}
	reached := make([]int64, len(chain))
	told := make([]bool, len(chain))
	for i, e := range events {
		if i == 0 || events[i-1].kind != e.kind {
			clear(reached)
			clear(told)
		}
		for _, n := range places[e.place] {
			reached[n] = min(reached[n]+e.n, c.units[u].strong[e.kind])
		}
		if i+1 < len(events) && events[i+1].kind == e.kind && events[i+1].at == e.at {
			continue
		}
		for n := 1; n < len(chain); n++ {
			if reached[n] > reached[n-1] && !told[n] {
				told[n] = true
				c.bypassed(u, e, chain[n-1], chain[n], reached[n-1], reached[n])
			}
		}
	}
}

func (c *checker) bypassed(u int, e passing, via, place int, passed, reached int64) {
	b := c.where(c.moves[e.move].breach(UnitRules), place, e.at).figures(float64(reached), float64(passed), measure(e.kind))
	b.Unit = c.units[u].ID
	passes := noneOf.Text()
	if passed > 0 {
		passes = onlyOf.Text(passed)
	}
	c.say(b, bypasses.Text(int(reached),
		c.count(reached, e.kind), b.Unit, b.Place, c.tell(e.at), passes, c.placeID(via)))
}
