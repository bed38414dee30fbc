package check

import (
	"cmp"

	"sortie/internal/lang"
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
			c.report(b, noUnit, quote(part.Unit))
		case c.units[unit].To == "":
			c.report(b, unitStays, part.Unit)
		}
		if seen[part.Unit] {
			c.report(b, unitTwice, quote(part.Unit))
		}
		seen[part.Unit] = true
		switch {
		case part.People < 0:
			c.report(b.figures(float64(part.People), 0, inPeople), peopleNegative, part.People, quote(part.Unit))
		case part.People == 0 && len(part.Items) == 0:
			c.report(b, cargoEmpty, quote(part.Unit))
		}
		unknown := map[string]bool{}
		for _, item := range part.Items {
			if lookup(c.equipment, item.Type) < 0 && !unknown[item.Type] {
				unknown[item.Type] = true
				c.report(b, noEquipment, quote(item.Type))
			}
		}
	}
}

// order checks R0 on the list of movements: numbered from 1, by load, then
// lifts before convoys, then fleet and number. Only the first of each is
// reported, with how many there are, since one movement out of place shifts
// all that follow.
func (c *checker) order() {
	firstID, wrongIDs, firstPlace, outOfPlace := -1, 0, -1, 0
	for i := range c.moves {
		if c.moves[i].src.ID != i+1 {
			wrongIDs++
			if firstID < 0 {
				firstID = i
			}
		}
		if i > 0 && c.moves[i-1].timed && c.moves[i].timed && precedes(&c.moves[i], &c.moves[i-1]) {
			outOfPlace++
			if firstPlace < 0 {
				firstPlace = i
			}
		}
	}
	if firstID >= 0 {
		mv := &c.moves[firstID]
		c.report(mv.breach(Form).figures(float64(mv.src.ID), float64(firstID+1), inID),
			misnumbered, number(firstID+1), number(mv.src.ID), others(wrongIDs))
	}
	if firstPlace >= 0 {
		mv, before := &c.moves[firstPlace], &c.moves[firstPlace-1]
		b := mv.breach(Form)
		b.At = c.clock(mv.load)
		c.report(b, misplaced, number(before.id), others(outOfPlace))
	}
}

func others(n int) lang.Text {
	switch n {
	case 1:
		return lang.Text{}
	case 2:
		return sameForOne.Text()
	}
	return sameForMany.Text(n - 1)
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
