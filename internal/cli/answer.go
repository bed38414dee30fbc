package cli

import (
	"time"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/internal/lang"
)

// printPlan writes a plan for people: the answer, the bottleneck, the days,
// and what is late or left behind. Breaches are those that no plan can avoid.
func (e *env) printPlan(m *sortie.Mission, p *sortie.Plan, breaches []check.Breach) {
	e.line(answer(m, p.Verdict, e.lang) + e.lastOut(m, p))
	if len(breaches) > 0 {
		e.blank()
		e.say(wordLacking)
		e.printBreaches(breaches)
	}
	if b := explain.Bottleneck(m, p); b != nil {
		e.blank()
		e.line(b.Sentence(m, e.lang))
		e.line(b.Breakdown(m, e.lang))
		e.printBound(m, p.Verdict)
	}
	e.blank()
	e.printDays(m, p)
	e.printLate(m, p)
	e.printLeft(m, p)
}

func (e *env) printBound(m *sortie.Mission, v sortie.Verdict) {
	if v.Bound == nil || v.Bound.Closure == nil {
		e.say(wordNoBound)
		return
	}
	switch at := e.lang.Time(v.Bound.Closure.In(explain.Zone(m))); {
	case v.Bound.Closure.After(v.Deadline) && v.Undelivered == (sortie.Counts{}):
		e.say(wordImpossible, at, e.proof(m, v.Bound))
	case v.Closure != nil && v.Closure.Equal(*v.Bound.Closure):
		e.say(wordProven, e.proof(m, v.Bound))
	default:
		e.say(wordBound, at, e.proof(m, v.Bound))
	}
}

// answer is the whole plan in a sentence, closure and deadline first.
func answer(m *sortie.Mission, v sortie.Verdict, l lang.Lang) string {
	zone := explain.Zone(m)
	deadline := l.Time(v.Deadline.In(zone))
	if v.Closure == nil {
		if v.Undelivered == (sortie.Counts{}) {
			return l.Say(wordNothingToMove, deadline)
		}
		return l.Say(wordNothingArrives, deadline, counted(l, v.Undelivered))
	}
	closure := l.Time(v.Closure.In(zone)) + dDay(m, *v.Closure, l)
	margin := v.Deadline.Sub(*v.Closure)
	against := wordBefore
	if margin < 0 {
		against = wordAfter
	}
	distance := l.Say(against, l.Span(margin), deadline)
	if margin == 0 {
		distance = l.Say(wordOnDeadline, deadline)
	}
	switch {
	case v.Undelivered != (sortie.Counts{}):
		s := l.Say(wordNotAll, closure, distance, counted(l, v.Undelivered))
		if v.Late != (sortie.Counts{}) {
			s += l.Say(wordAndLate, counted(l, v.Late))
		}
		return s
	case v.Late != (sortie.Counts{}):
		return l.Say(verb(m), closure, distance) + l.Say(wordLateCounts, counted(l, v.Late))
	}
	return l.Say(verb(m), closure, distance)
}

// lastOut says when the last lift or convoy leaves the theatre, where the
// mission is to leave it, and what the record reports of that.
func (e *env) lastOut(m *sortie.Mission, p *sortie.Plan) string {
	v, ok := explain.LastOut(m, p)
	if !ok || m.Operation.Kind == sortie.Deployment {
		return ""
	}
	l, zone := e.lang, explain.Zone(m)
	place := v.From
	for _, p := range m.Places {
		if p.ID == v.From {
			place = or(p.Name, p.ID)
		}
	}
	s := " " + l.Say(wordLastOut[v.Mode], place, l.Time(v.Depart.In(zone)))
	if day, ok := lastReported(explain.ReportedSorties(m)); ok {
		s += " " + l.Say(wordReported, l.Day(day.In(zone))+dDay(m, day.In(zone), l))
	}
	return s
}

// lastReported is the last day for which the record reports sorties.
func lastReported(days map[sortie.Date]*explain.Reported) (last sortie.Date, ok bool) {
	for d, r := range days {
		if r.Sorties.N > 0 && (!ok || d.In(time.UTC).After(last.In(time.UTC))) {
			last, ok = d, true
		}
	}
	return last, ok
}

func verb(m *sortie.Mission) lang.Phrase {
	switch m.Operation.Kind {
	case sortie.Deployment:
		return wordInBy
	case sortie.Rotation:
		return wordRotatedBy
	}
	return wordOutBy
}

// dDay is a day as D+8, in parentheses; empty where the mission has no D-day.
func dDay(m *sortie.Mission, t time.Time, l lang.Lang) string {
	if m.DDay.IsZero() {
		return ""
	}
	return l.Say(wordDDay, signed(daysBetween(m.DDay, sortie.DateOf(t.In(explain.Zone(m))))))
}

func daysBetween(from, to sortie.Date) int {
	return int(to.In(time.UTC).Sub(from.In(time.UTC)).Hours() / 24)
}

func signed(n int) string {
	if n < 0 {
		return "−" + lang.EN.Int(-n)
	}
	return "+" + lang.EN.Int(n)
}

func counted(l lang.Lang, c sortie.Counts) string {
	var parts []string
	if c.People > 0 {
		parts = append(parts, l.Count(c.People, wordPeople))
	}
	if c.Items > 0 {
		parts = append(parts, l.Count(c.Items, wordItems))
	}
	if parts == nil {
		return l.Say(wordNone)
	}
	return l.List(parts)
}
