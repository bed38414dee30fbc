package check

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// What a plan says of itself may be rounded by so much.
const (
	hoursRounding = 0.05  // lift hours
	costRounding  = 0.5   // or, of a great cost, this part of it:
	costPart      = 1e-6  //
	kmRounding    = 1.0   // km of a movement, or this part of it:
	kmPart        = 0.005 //
)

// differences compares what the plan says of itself with what is so.
func (c *checker) differences(is sortie.Verdict) []Difference {
	d := []Difference{}
	differ := func(field, says, truth string) {
		if says != truth {
			d = append(d, Difference{field, lang.Plain(says), lang.Plain(truth)})
		}
	}
	number := func(field string, says, truth int) { differ("verdict."+field, strconv.Itoa(says), strconv.Itoa(truth)) }
	differ("mission", short(c.plan.Mission), short(c.mission.ID))
	says := c.plan.Verdict
	differ("verdict.feasible", strconv.FormatBool(says.Feasible), strconv.FormatBool(is.Feasible))
	differ("verdict.deadline", c.instant(&says.Deadline), c.instant(&is.Deadline))
	differ("verdict.closure", c.instant(says.Closure), c.instant(is.Closure))
	differ("verdict.margin_minutes", orNull(says.MarginMinutes), orNull(is.MarginMinutes))
	number("late.people", says.Late.People, is.Late.People)
	number("late.items", says.Late.Items, is.Late.Items)
	number("undelivered.people", says.Undelivered.People, is.Undelivered.People)
	number("undelivered.items", says.Undelivered.Items, is.Undelivered.Items)
	number("tardiness", says.Tardiness, is.Tardiness)
	if !near(says.LiftHours, is.LiftHours, hoursRounding, 0) {
		differ("verdict.lift_hours", written(says.LiftHours), written(is.LiftHours))
	}
	number("sorties", says.Sorties, is.Sorties)
	if !near(says.Cost, is.Cost, costRounding, costPart) {
		differ("verdict.cost", written(says.Cost), written(is.Cost))
	}
	d = append(d, c.leftBehind(says.LeftBehind)...)
	return append(d, c.distances()...)
}

// leftBehind compares what the plan lists as left behind, where it lists any,
// with what does not reach its destination.
func (c *checker) leftBehind(says []sortie.Left) []Difference {
	if len(says) == 0 {
		return nil
	}
	listed := map[string]sortie.Counts{}
	for _, l := range says {
		listed[l.Unit] = plus(listed[l.Unit], l.Counts)
	}
	var d []Difference
	for u := range c.units {
		id, is := c.units[u].ID, sortie.Counts{}
		if c.units[u].to >= 0 {
			is = c.outcome(u).undelivered
		}
		if listed[id] != is {
			d = append(d, Difference{leftOf(id), tellCounts(listed[id]), tellCounts(is)})
		}
		delete(listed, id)
	}
	for _, l := range says {
		if counts, unknown := listed[l.Unit]; unknown {
			d = append(d, Difference{leftOf(l.Unit), tellCounts(counts), unitUnknown.Text()})
			delete(listed, l.Unit)
		}
	}
	return d
}

func leftOf(unit string) string { return fmt.Sprintf("verdict.left_behind[%q]", short(unit)) }

// distances compares each movement's km with the sum of its legs, where every
// leg's is known.
func (c *checker) distances() []Difference {
	var d []Difference
	for i := range c.moves {
		mv := &c.moves[i]
		km, known := 0.0, true
		for _, leg := range mv.legs {
			km += leg.route.km
			known = known && leg.route.ok && leg.route.known
		}
		if known && !near(mv.src.KM, km, kmRounding, kmPart) {
			d = append(d, Difference{fmt.Sprintf("movements[%d].km", i), lang.Plain(written(mv.src.KM)), lang.Plain(written(km))})
		}
	}
	return d
}

// near reports whether two figures are within an amount or a part of the
// second.
func near(a, b, amount, part float64) bool {
	return math.Abs(a-b) <= max(amount, part*math.Abs(b))+tolerance
}

func (c *checker) instant(t *time.Time) string {
	if t == nil {
		return "null"
	}
	return t.In(c.zone).Format(time.RFC3339)
}

func orNull(n *int) string {
	if n == nil {
		return "null"
	}
	return strconv.Itoa(*n)
}

// written is a figure as a plan file has it, without needless digits.
func written(f float64) string {
	s := strconv.FormatFloat(f, 'f', 3, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func tellCounts(n sortie.Counts) lang.Text {
	return countsOf.Text(peopleCount.Text(n.People), itemCount.Text(n.Items))
}
