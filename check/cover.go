package check

import "sortie/internal/lang"

// cover checks R13: whatever units they are of, enough people stand at a
// task's place while it lasts.
func (c *checker) cover() {
	if len(c.mission.Tasks) == 0 {
		return
	}
	guarded := make([]bool, len(c.places))
	for i := range c.mission.Tasks {
		if at := lookup(c.placeOf, c.mission.Tasks[i].At); at >= 0 {
			guarded[at] = true
		}
	}
	first, changes := c.standing(func(place int) bool { return guarded[place] })
	for i := range c.mission.Tasks {
		t := &c.mission.Tasks[i]
		at := lookup(c.placeOf, t.At)
		if at < 0 {
			continue
		}
		from, until := minuteOr(t.From, c.start), minuteOr(t.Until, farFuture)
		for _, s := range below(changes[at], first[at], int64(t.People), from, until) {
			b := c.blame(c.where(Breach{Rule: Cover}, at, s.from), s.move).figures(float64(s.worst), float64(t.People), inPeople)
			c.report(b, taskUncovered, only(s.worst), b.Place, c.tellSpan(s.from, s.until), t.ID, t.People)
		}
	}
}

// only tells a number of people that is too small.
func only(n int64) lang.Text {
	if n > 0 {
		return onlyThere.Text(peopleCount.Text(int(n)))
	}
	return nobodyThere.Text()
}

// standing is how many people stand at each of the wanted places before
// anything moves, and every change of it.
func (c *checker) standing(wanted func(place int) bool) (first []int64, changes [][]change) {
	first, changes = make([]int64, len(c.places)), make([][]change, len(c.places))
	for u := range c.units {
		if at := c.units[u].at; at >= 0 && wanted(at) {
			first[at] += c.units[u].strong[people]
		}
		for _, e := range c.ledger[u] {
			switch {
			case e.kind != people || !wanted(e.place):
			case e.loads:
				changes[e.place] = append(changes[e.place], change{e.at, -e.n, e.move})
			default:
				changes[e.place] = append(changes[e.place], change{e.at, e.n, e.move})
			}
		}
	}
	return first, changes
}
