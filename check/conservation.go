package check

import (
	"cmp"
	"slices"

	"sortie/internal/lang"
)

// event is people or items of a unit leaving a place at load, or appearing at
// one at unloaded.
type event struct {
	at    int64
	loads bool // at one minute unloading comes first
	move  int
	place int
	kind  int
	n     int64
}

// post enters every movement's cargo in the ledger of its unit. An end of a
// journey that is no place of the mission moves nothing there, and a movement
// without times moves nothing at all; R0 says so.
func (c *checker) post() {
	c.ledger = make([][]event, len(c.units))
	for i := range c.moves {
		mv := &c.moves[i]
		if !mv.timed {
			continue
		}
		for _, part := range mv.cargo {
			for _, a := range part.kinds {
				if mv.from >= 0 {
					c.ledger[part.unit] = append(c.ledger[part.unit], event{mv.load, true, i, mv.from, a.kind, a.n})
				}
				if mv.to >= 0 {
					c.ledger[part.unit] = append(c.ledger[part.unit], event{mv.done, false, i, mv.to, a.kind, a.n})
				}
			}
		}
	}
	for _, events := range c.ledger {
		slices.SortStableFunc(events, func(a, b event) int {
			return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(phase(a), phase(b)), cmp.Compare(a.move, b.move))
		})
	}
}

func phase(e event) int {
	if e.loads {
		return 1
	}
	return 0
}

// conservation checks R1: nothing is loaded that does not stand there, and
// nothing before it may.
func (c *checker) conservation() {
	for u := range c.units {
		c.conserve(u)
	}
	for i := range c.moves {
		mv := &c.moves[i]
		if !mv.timed {
			continue
		}
		for _, part := range mv.cargo {
			c.readiness(mv, part.unit)
		}
	}
}

func (c *checker) conserve(u int) {
	type stock struct{ place, kind int }
	unit := &c.units[u]
	stands := map[stock]int64{}
	for kind, n := range unit.strong {
		stands[stock{unit.at, kind}] = n
	}
	for _, e := range c.ledger[u] {
		at := stock{e.place, e.kind}
		if !e.loads {
			stands[at] += e.n
			continue
		}
		before := max(stands[at], 0)
		stands[at] -= e.n
		if stands[at] < 0 {
			mv := &c.moves[e.move]
			b := c.where(mv.breach(Conservation), e.place, e.at).figures(float64(e.n), float64(before), measure(e.kind))
			b.Unit = unit.ID
			loads := c.count(e.n, e.kind)
			switch {
			case before == 0 && e.kind == people:
				c.report(b, loadsNobody, loads, unit.ID, b.Place)
			case before == 0:
				c.report(b, loadsNone, loads, unit.ID, b.Place)
			default:
				c.say(b, loadsMore.Text(int(before), loads, unit.ID, b.Place, c.count(before, e.kind)))
			}
		}
	}
}

func measure(kind int) lang.Phrase {
	if kind == people {
		return inPeople
	}
	return inItems
}

func (c *checker) readiness(mv *movement, u int) {
	unit := &c.units[u]
	if mv.load >= unit.ready {
		return
	}
	b := c.where(mv.breach(Conservation), mv.from, mv.load).figures(float64(mv.load-unit.ready), 0, inMinutes)
	b.Unit = unit.ID
	if unit.ready > c.start {
		c.report(b, loadsUnready, unit.ID, c.tell(mv.load), c.tell(unit.ready))
		return
	}
	c.report(b, loadsEarly, unit.ID, c.tell(mv.load), c.tell(c.start))
}
