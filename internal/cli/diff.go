package cli

import (
	"fmt"
	"strings"
	"time"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/internal/answer"
	"sortie/internal/lang"
)

type diffCmd struct {
	Mission string `arg:"" help:"${argMission}"`
	Before  string `arg:"" help:"${argBefore}"`
	After   string `arg:"" help:"${argAfter}"`
}

// Run says what changes from one plan of a mission to another. Its exit code is that
// of diff: 0 where nothing does.
func (c *diffCmd) Run(e *env) error {
	if c.Before == "-" && c.After == "-" || c.Mission == "-" && (c.Before == "-" || c.After == "-") {
		return usageError(e.lang.Say(wordDiffStdin))
	}
	f, err := e.mission(c.Mission)
	if err != nil {
		return err
	}
	var sides [2]explain.Side
	for i, path := range []string{c.Before, c.After} {
		plan, err := e.readPlan(path, c.Mission)
		if err != nil {
			return err
		}
		e.compareMission(f.Mission, plan)
		bound := plan.Verdict.Bound
		plan.Verdict = check.Plan(f.Mission, plan).Verdict
		plan.Verdict.Bound = bound
		sides[i] = explain.Side{Mission: f.Mission, Plan: plan}
	}
	d := explain.Compare(sides[0], sides[1], e.lang)
	if e.json {
		err = e.writeJSON(d)
	} else {
		e.printDifference(f.Mission, d)
	}
	if err == nil && len(d.Movements) > 0 {
		return errNo
	}
	return err
}

func (e *env) printDifference(m *sortie.Mission, d *explain.Difference) {
	l := e.lang
	e.line(d.Sentence)
	e.blank()
	e.printStandings(m, d)
	if len(d.Movements) == 0 {
		return
	}
	e.blank()
	s := sheet{title: l.Say(wordDiffMovements, zoneName(m)), columns: words(l, headBefore, headAfter, headWhat)}
	for _, v := range d.Movements {
		s.add(number(v.Before), number(v.After), v.Says)
	}
	e.printWithSpace(s)
	e.printUnitChanges(m, d)
	e.printTell(m, d)
}

// number is a movement's number; a dash where the plan does not have it.
func number(of *explain.Leg) string {
	if of == nil {
		return "–"
	}
	return fmt.Sprint(of.Movement)
}

func (e *env) printStandings(m *sortie.Mission, d *explain.Difference) {
	l := e.lang
	s := sheet{columns: words(l, headFigure, headWasBefore, headIsAfter)}
	add := func(figure lang.Phrase, of func(explain.Standing) string) {
		s.add(l.Say(figure), of(d.Before), of(d.After))
	}
	zone := explain.Zone(m)
	add(figFeasible, func(v explain.Standing) string {
		if v.Feasible {
			return l.Say(wordYes)
		}
		return l.Say(wordNo)
	})
	add(figClosure, func(v explain.Standing) string { return e.moment(v.Closure, zone) })
	add(figMargin, func(v explain.Standing) string { return e.margin(v.Margin) })
	add(figBound, func(v explain.Standing) string { return e.moment(v.Bound, zone) })
	add(figLate, func(v explain.Standing) string { return answer.Counted(l, v.Late) })
	add(figUndelivered, func(v explain.Standing) string { return answer.Counted(l, v.Undelivered) })
	add(figTardiness, func(v explain.Standing) string { return l.Say(wordMinutes, v.Tardiness) })
	add(figSorties, func(v explain.Standing) string { return l.Int(v.Sorties) })
	add(figLiftHours, func(v explain.Standing) string { return l.Number(v.LiftHours, 1) })
	e.print(s)
}

// moment is a time that there may be none of.
func (e *env) moment(t *time.Time, zone *time.Location) string {
	if t == nil {
		return "–"
	}
	return e.lang.Time(t.In(zone))
}

// margin is a length of time that may be negative.
func (e *env) margin(minutes *int) string {
	switch {
	case minutes == nil:
		return "–"
	case *minutes < 0:
		return "−" + e.lang.Minutes(*minutes)
	}
	return e.lang.Minutes(*minutes)
}

func (e *env) printUnitChanges(m *sortie.Mission, d *explain.Difference) {
	l, zone := e.lang, explain.Zone(m)
	s := sheet{title: l.Say(wordDiffUnits, zoneName(m)), columns: words(l, headUnit, headNation, headFirstBefore, headFirstAfter, headPlaceBefore, headPlaceAfter, headMovesBefore, headMovesAfter)}
	short := func(t *time.Time) string {
		if t == nil {
			return "–"
		}
		return l.ShortTime(t.In(zone))
	}
	for _, u := range d.Units {
		s.add(u.Unit, u.Nation, short(u.Before.FirstDepart), short(u.After.FirstDepart), short(u.Before.LastArrive), short(u.After.LastArrive),
			l.Int(u.Before.Movements), l.Int(u.After.Movements))
	}
	e.printWithSpace(s)
}

// printTell lists who must be told of which movements, one line for each of them and
// for each moment.
func (e *env) printTell(m *sortie.Mission, d *explain.Difference) {
	l, zone := e.lang, explain.Zone(m)
	s := sheet{title: l.Say(wordDiffTell, zoneName(m)), columns: words(l, headWhom, headTime, headBefore, headAfter, headWhy)}
	for _, n := range d.Tell {
		for _, c := range n.Calls {
			v := d.Movements[c.Change]
			var why []string
			for _, aspect := range c.Why {
				why = append(why, l.Say(wordAspects[aspect]))
			}
			s.add(e.party(m, n), l.ShortTime(c.At.In(zone)), number(v.Before), number(v.After), strings.Join(why, ", "))
		}
	}
	e.print(s)
}

// party is whom a notice is for.
func (e *env) party(m *sortie.Mission, n explain.Notice) string {
	switch n.Whom {
	case explain.ToPlace:
		for _, p := range m.Places {
			if p.ID == n.Place {
				return or(p.Name, p.ID)
			}
		}
		return n.Place
	case explain.ToFleet:
		return e.lang.Say(wordToFleet, n.Fleet, or(n.Nation, "–"))
	}
	return e.lang.Say(wordToNation, n.Nation)
}
