// Package answer says in a sentence or two what a plan comes to: closure and
// margin first, then what is proven about it. The command line and the API say
// it in the same words.
package answer

import (
	"cmp"
	"time"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
)

// Bound says what is proven about a plan's closure, or that nothing is.
func Bound(m *sortie.Mission, v sortie.Verdict, l lang.Lang) string {
	if v.Bound == nil || v.Bound.Closure == nil {
		return l.Say(wordNoBound)
	}
	switch at := l.Time(v.Bound.Closure.In(explain.Zone(m))); {
	case v.Bound.Closure.After(v.Deadline) && v.Undelivered == (sortie.Counts{}):
		return l.Say(wordImpossible, at, Proof(m, v.Bound, l))
	case v.Closure != nil && v.Closure.Equal(*v.Bound.Closure):
		return l.Say(wordProven, Proof(m, v.Bound, l))
	default:
		return l.Say(wordBound, at, Proof(m, v.Bound, l))
	}
}

// Sentence is the whole plan in a sentence, closure and deadline first.
func Sentence(m *sortie.Mission, v sortie.Verdict, l lang.Lang) string {
	zone := explain.Zone(m)
	deadline := l.Time(v.Deadline.In(zone))
	if v.Closure == nil {
		if v.Undelivered == (sortie.Counts{}) {
			return l.Say(wordNothingToMove, deadline)
		}
		return l.Say(wordNothingArrives, deadline, Counted(l, v.Undelivered))
	}
	closure := l.Time(v.Closure.In(zone)) + DDay(m, *v.Closure, l)
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
		s := l.Say(wordNotAll, closure, distance, Counted(l, v.Undelivered))
		if v.Late != (sortie.Counts{}) {
			s += l.Say(wordAndLate, Counted(l, v.Late))
		}
		return s
	case v.Late != (sortie.Counts{}):
		return l.Say(verb(m), closure, distance) + l.Say(wordLateCounts, Counted(l, v.Late))
	}
	return l.Say(verb(m), closure, distance)
}

// LastOut says when the last lift or convoy leaves the theatre, where the
// mission is to leave it, and what the record reports of that;
// empty where there is nothing to say.
func LastOut(m *sortie.Mission, p *sortie.Plan, l lang.Lang) string {
	v, ok := explain.LastOut(m, p)
	if !ok || m.Operation.Kind == sortie.Deployment {
		return ""
	}
	zone := explain.Zone(m)
	place := v.From
	for _, p := range m.Places {
		if p.ID == v.From {
			place = cmp.Or(p.Name, p.ID)
		}
	}
	s := l.Say(wordLastOut[v.Mode], place, l.Time(v.Depart.In(zone)))
	if day, ok := LastReported(explain.ReportedSorties(m)); ok {
		s += " " + l.Say(wordReported, l.Day(day.In(zone))+DDay(m, day.In(zone), l))
	}
	return s
}

// LastReported is the last day for which the record reports sorties.
func LastReported(days map[sortie.Date]*explain.Reported) (last sortie.Date, ok bool) {
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

// DDay is a day as D+8, in parentheses; empty where the mission has no D-day.
func DDay(m *sortie.Mission, t time.Time, l lang.Lang) string {
	if m.DDay.IsZero() {
		return ""
	}
	return l.Say(wordDDay, Signed(DaysBetween(m.DDay, sortie.DateOf(t.In(explain.Zone(m))))))
}

// DaysBetween is how many days the second date is after the first.
func DaysBetween(from, to sortie.Date) int {
	return int(to.In(time.UTC).Sub(from.In(time.UTC)).Hours() / 24)
}

// Signed writes a number with its sign: +8, −2.
func Signed(n int) string {
	if n < 0 {
		return "−" + lang.EN.Int(-n)
	}
	return "+" + lang.EN.Int(n)
}

// Counted writes an amount: 150 people and 19 items; or that there is nothing.
func Counted(l lang.Lang, c sortie.Counts) string {
	var parts []string
	if c.People > 0 {
		parts = append(parts, l.Count(c.People, People))
	}
	if c.Items > 0 {
		parts = append(parts, l.Count(c.Items, Items))
	}
	if parts == nil {
		return l.Say(wordNone)
	}
	return l.List(parts)
}
