package check

import (
	"cmp"
	"slices"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// drawdown checks R14.
func (c *checker) drawdown() {
	if most := c.mission.Operation.Drawdown.PeoplePerDay; most != nil {
		c.perDay(int64(*most))
	}
	if len(c.mission.Operation.Drawdown.Floor) > 0 {
		c.floors()
	}
}

// leaves reports whether a movement goes from the theatre to outside.
func (c *checker) leaves(mv *movement) bool {
	return mv.from >= 0 && mv.to >= 0 && c.places[mv.from].host && !c.places[mv.to].host
}

// perDay adds up who leaves on each local day of the place left, by departure.
// A day over the limit is reported once, with the movement that made it so.
func (c *checker) perDay(most int64) {
	type total struct {
		people int64
		over   int // first movement beyond the limit, or -1
	}
	var leaving []int
	for i := range c.moves {
		if mv := &c.moves[i]; mv.timed && mv.people > 0 && c.leaves(mv) {
			leaving = append(leaving, i)
		}
	}
	slices.SortStableFunc(leaving, func(a, b int) int { return cmp.Compare(c.moves[a].depart, c.moves[b].depart) })
	days := map[sortie.Date]*total{}
	var order []sortie.Date
	for _, i := range leaving {
		mv := &c.moves[i]
		date := c.localDate(mv.from, mv.depart)
		t := days[date]
		if t == nil {
			t = &total{over: -1}
			days[date] = t
			order = append(order, date)
		}
		t.people = min(t.people+mv.people, mostPeople)
		if t.people > most && t.over < 0 {
			t.over = i
		}
	}
	for _, date := range order {
		if t := days[date]; t.over >= 0 {
			mv := &c.moves[t.over]
			b := c.where(mv.breach(Drawdown), mv.from, mv.depart).figures(float64(t.people), float64(most), inPeople)
			c.say(b, tooManyLeave.Text(int(t.people), dayOf(date), most))
		}
	}
}

func dayOf(date sortie.Date) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		if l == lang.FR {
			return l.Day(date.In(time.UTC))
		}
		return date.String()
	})
}

func (c *checker) localDate(place int, at int64) sortie.Date {
	zone := c.places[place].zone
	if zone == nil {
		zone = c.zone
	}
	return sortie.DateOf(timeIn(at, zone))
}

// floors checks the strength in the theatre: people standing in host places,
// and people between two of them from load to unloaded.
func (c *checker) floors() {
	strength := int64(0)
	for u := range c.units {
		if at := c.units[u].at; at >= 0 && c.places[at].host {
			strength += c.units[u].strong[people]
		}
	}
	var changes []change
	for u := range c.units {
		for _, e := range c.ledger[u] {
			mv := &c.moves[e.move]
			inside := mv.from >= 0 && mv.to >= 0 && c.places[mv.from].host && c.places[mv.to].host
			switch {
			case e.kind != people || inside || !c.places[e.place].host:
			case e.loads:
				changes = append(changes, change{e.at, -e.n, e.move})
			default:
				changes = append(changes, change{e.at, e.n, e.move})
			}
		}
	}
	for _, f := range c.mission.Operation.Drawdown.Floor {
		for _, s := range below(changes, strength, int64(f.People), c.start, minute(f.Until)) {
			b := c.blame(c.where(Breach{Rule: Drawdown}, -1, s.from), s.move).figures(float64(s.worst), float64(f.People), inPeople)
			c.report(b, belowFloor,
				only(s.worst), c.tellSpan(s.from, s.until), f.People, c.tell(minute(f.Until)))
		}
	}
}
