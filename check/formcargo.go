package check

import (
	"cmp"
)

// formCargo checks R0 on what a movement carries.
func (c *checker) formCargo(mv *movement) {
	seen := map[string]bool{}
	for _, part := range mv.src.Cargo {
		b := mv.breach(Form)
		b.Unit = short(part.Unit)
		unit := lookup(c.unitOf, part.Unit)
		switch {
		case unit < 0:
			c.report(b, "there is no unit %s in the mission", quote(part.Unit))
		case c.units[unit].To == "":
			c.report(b, "%s has no destination: it stays", part.Unit)
		}
		if seen[part.Unit] {
			c.report(b, "unit %s is listed twice", quote(part.Unit))
		}
		seen[part.Unit] = true
		switch {
		case part.People < 0:
			c.report(b.figures(float64(part.People), 0, "people"), "%d people of %s: a count is not negative", part.People, quote(part.Unit))
		case part.People == 0 && len(part.Items) == 0:
			c.report(b, "the cargo of %s is nobody and nothing", quote(part.Unit))
		}
		unknown := map[string]bool{}
		for _, item := range part.Items {
			if lookup(c.equipment, item.Type) < 0 && !unknown[item.Type] {
				unknown[item.Type] = true
				c.report(b, "there is no equipment type %s in the mission", quote(item.Type))
			}
		}
	}
}

// order checks R0 on the list of movements: numbered from 1, by load, then
// lifts before convoys, then fleet and number. Only the first of each is
// reported, with how many there are, since one movement out of place shifts
// all that follow.
func (c *checker) order() {
	firstID, wrongIDs, firstPlace, misplaced := -1, 0, -1, 0
	for i := range c.moves {
		if c.moves[i].src.ID != i+1 {
			wrongIDs++
			if firstID < 0 {
				firstID = i
			}
		}
		if i > 0 && c.moves[i-1].timed && c.moves[i].timed && precedes(&c.moves[i], &c.moves[i-1]) {
			misplaced++
			if firstPlace < 0 {
				firstPlace = i
			}
		}
	}
	if firstID >= 0 {
		mv := &c.moves[firstID]
		c.report(mv.breach(Form).figures(float64(mv.src.ID), float64(firstID+1), "id"),
			"the movement at position %d has id %d; movements are numbered 1, 2, 3 …%s", firstID+1, mv.src.ID, others(wrongIDs))
	}
	if firstPlace >= 0 {
		mv, before := &c.moves[firstPlace], &c.moves[firstPlace-1]
		b := mv.breach(Form)
		b.At = c.clock(mv.load)
		c.report(b, "it stands after movement %d but belongs before it: movements are ordered by load, then lifts before convoys, then fleet and number%s",
			before.id, others(misplaced))
	}
}

func others(n int) string {
	switch n {
	case 1:
		return ""
	case 2:
		return "; the same holds for one other"
	}
	return "; the same holds for " + plural(int64(n-1), "other")
}

func precedes(a, b *movement) bool {
	if by := cmp.Compare(a.load, b.load); by != 0 {
		return by < 0
	}
	if a.convoy != b.convoy {
		return b.convoy
	}
	return cmp.Or(cmp.Compare(a.fleetName(), b.fleetName()), cmp.Compare(a.number, b.number)) < 0
}

func (mv *movement) fleetName() string {
	if name, _, ok := splitLift(mv.src.Lift); ok {
		return name
	}
	return mv.src.Lift
}
