package check

import (
	"cmp"
	"slices"
	"sort"
)

// unitRules checks R15 but for via: modes, serves, together and after.
func (c *checker) unitRules() {
	for i := range c.moves {
		for _, part := range c.moves[i].cargo {
			c.carriedBy(&c.moves[i], &c.units[part.unit])
		}
	}
	gathered := map[int][]mark{}
	for u := range c.units {
		c.together(u)
		c.after(u, gathered)
	}
}

// carriedBy checks that a unit may go by the mode and with the fleet.
func (c *checker) carriedBy(mv *movement, u *unit) {
	b := c.where(mv.breach(UnitRules), mv.from, mv.load)
	b.Unit = u.ID
	if len(u.Modes) > 0 && !slices.Contains(u.Modes, mv.mode) {
		c.report(b, otherModes, u.ID, modeName(mv.mode), modeNames(u.Modes))
	}
	if mv.fleet < 0 {
		return
	}
	if f := c.fleets[mv.fleet]; len(f.Serves) > 0 && !slices.Contains(f.Serves, u.Nation) {
		c.report(b, servesNot, f.ID, u.ID, u.Nation)
	}
}

// together checks the time between the first and the last unloading at the
// destination.
func (c *checker) together(u int) {
	unit := &c.units[u]
	if unit.Together == nil || unit.to < 0 {
		return
	}
	first, last := -1, -1
	for n, e := range c.ledger[u] {
		if !e.loads && e.place == unit.to {
			if first < 0 {
				first = n
			}
			last = n
		}
	}
	if first < 0 {
		return
	}
	a, b := c.ledger[u][first], c.ledger[u][last]
	if most := int64(*unit.Together); b.at-a.at > most {
		breach := c.where(c.moves[b.move].breach(UnitRules), unit.to, b.at).figures(float64(b.at-a.at), float64(most), inMinutes)
		breach.Unit = unit.ID
		c.report(breach, apartTooLong,
			unit.ID, breach.Place, c.tell(a.at), c.tell(b.at), length(b.at-a.at), length(most))
	}
}

// after checks that nothing of a unit loads before all of those that it
// relieves are at their destinations. The first load before is reported.
func (c *checker) after(u int, gathered map[int][]mark) {
	unit := &c.units[u]
	for _, id := range unit.After {
		other := lookup(c.unitOf, id)
		if other < 0 || c.units[other].to < 0 {
			continue
		}
		if _, known := gathered[other]; !known {
			gathered[other] = c.gathering(other)
		}
		for _, e := range c.ledger[u] {
			if !e.loads || wholeAt(gathered[other], e.at) {
				continue
			}
			b := c.where(c.moves[e.move].breach(UnitRules), e.place, e.at)
			b.Unit = unit.ID
			c.report(b, relievedEarly, unit.ID, c.tell(e.at), id, c.units[other].To)
			break
		}
	}
}

// mark is from when on a unit is, or is no longer, whole at its destination.
type mark struct {
	at    int64
	loads bool // the change comes with a loading, after that minute's unloadings
	whole bool
}

// gathering lists the marks of a unit in order; the first holds from the
// beginning.
func (c *checker) gathering(u int) []mark {
	unit := &c.units[u]
	missing := map[int]int64{}
	short := 0
	for kind, n := range unit.strong {
		if unit.at != unit.to {
			missing[kind] = n
			short++
		}
	}
	marks := []mark{{at: farPast, whole: short == 0}}
	for _, e := range c.ledger[u] {
		if e.place != unit.to {
			continue
		}
		before := missing[e.kind]
		if e.loads {
			missing[e.kind] += e.n
		} else {
			missing[e.kind] -= e.n
		}
		switch now := missing[e.kind]; {
		case before > 0 && now <= 0:
			short--
		case before <= 0 && now > 0:
			short++
		}
		marks = append(marks, mark{e.at, e.loads, short == 0})
	}
	return marks
}

// wholeAt reports whether a unit is whole at its destination for what loads at
// the minute: after its unloadings, before its loadings.
func wholeAt(marks []mark, at int64) bool {
	n := sort.Search(len(marks), func(i int) bool {
		return cmp.Or(cmp.Compare(marks[i].at, at), compareBool(marks[i].loads, false)) > 0
	})
	return n > 0 && marks[n-1].whole
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
