package record

import (
	"fmt"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// term is one of the two things that statements announce, and what of the
// mission it binds.
type term struct {
	rule, word, key string
	other           lang.Phrase // two statements of one day give two of them
	units           lang.Phrase // some are at another time
	says            func(*book, *sortie.Entry) (span, bool)
	operation       func(*sortie.Operation) time.Time
	unit            func(*sortie.Unit) time.Time // zero: as the operation
	breaks          func(unit time.Time, said span) bool
	worse           func(a, b time.Time) bool // breaks sooner
}

var terms = []term{
	{RuleStart, "start", "ready", otherStart, readyWhen, (*book).start,
		func(o *sortie.Operation) time.Time { return o.Start }, func(u *sortie.Unit) time.Time { return u.Ready },
		func(ready time.Time, said span) bool { return ready.Before(said.from) }, time.Time.Before},
	{RuleDeadline, "deadline", "due", otherEnd, dueWhen, (*book).deadline,
		func(o *sortie.Operation) time.Time { return o.Deadline }, func(u *sortie.Unit) time.Time { return u.Due },
		func(due time.Time, said span) bool { return due.After(said.to) }, time.Time.After},
}

// operationIsAsAnnounced holds start and deadline to the latest statement. What
// a contributing nation says of its own part binds its own units; what anybody
// else says, the host and the organisation above all, binds the operation.
func operationIsAsAnnounced(b *book) {
	movers := map[string][]int{}
	for i := range b.m.Units {
		if u := &b.m.Units[i]; u.To != "" && u.Nation != "" && u.Nation != b.m.Host && b.m.Organisation != nil {
			movers[u.Nation] = append(movers[u.Nation], i)
		}
	}
	b.each(sortie.Statement, func(i int, e *sortie.Entry) {
		if e.Says != nil && e.Says.StartIn != nil && e.Says.Start.IsZero() && e.On.IsZero() {
			b.doubt(RuleStart, at(i, "says"), saidWhen.Text(b.name(i), length(*e.Says.StartIn)), writeDay.Text())
		}
	})
	for _, t := range terms {
		said := map[string][]int{} // nation that it binds, "" for the operation → statements of the latest day
		var bound []string         // in the order in which they are first met
		b.each(sortie.Statement, func(i int, e *sortie.Entry) {
			if _, ok := t.says(b, e); !ok {
				return
			}
			binds := ""
			if len(movers[e.By]) > 0 {
				binds = e.By
			}
			last, met := said[binds]
			switch {
			case !met:
				bound = append(bound, binds)
				fallthrough
			case before(b.days[last[0]], b.days[i]):
				said[binds] = []int{i}
			case b.days[last[0]] == b.days[i]:
				said[binds] = append(last, i)
			}
		})
		for _, binds := range bound {
			b.hold(t, said[binds], movers[binds])
		}
	}
}

// hold compares what the statements of one day say with the operation, or with
// the units that they bind.
func (b *book) hold(t term, statements, units []int) {
	of := t.operation(&b.m.Operation)
	first := t.first(b, units)
	var differ []int
	agrees := -1
	for _, i := range statements {
		said, _ := t.says(b, &b.m.Record[i])
		if len(b.off(t, said, of, first)) > 0 || len(units) == 0 && !of.IsZero() && !said.holds(of) {
			differ = append(differ, i)
		} else {
			agrees = i
		}
	}
	if len(differ) == 0 {
		return
	}
	i := differ[len(differ)-1]
	said, _ := t.says(b, &b.m.Record[i])
	if agrees >= 0 {
		b.say(sortie.Note, t.rule, at(i, "says"), t.other.Text(b.name(i), said.sum, b.name(agrees)), none)
		return
	}
	if len(units) == 0 {
		b.doubt(t.rule, "operation."+t.word, notAsSaid.Text(t.word, b.moment(of), b.name(i), said.sum, said.missed(of)), changeTime.Text(t.word))
		return
	}
	off := b.off(t, said, of, units)
	var names []lang.Text
	for _, k := range off {
		names = append(names, unitWhen.Text(short(b.m.Units[k].ID), b.moment(orTime(t.unit(&b.m.Units[k]), of))))
	}
	b.doubt(t.rule, fmt.Sprintf("units[%d].%s", off[0], t.key), t.units.Text(short(b.m.Record[i].By), list(names), b.name(i), said.sum, said.missed(orTime(t.unit(&b.m.Units[off[0]]), of))),
		giveTime.Text(t.key))
}

// first are the units that break whatever any of them breaks: one of those
// that go with the operation, and the one whose own time is the worst. With
// them, many statements of one day do not each look at every unit.
func (t term) first(b *book, units []int) (out []int) {
	with, worst := -1, -1
	for _, k := range units {
		own := t.unit(&b.m.Units[k])
		switch {
		case own.IsZero():
			with = k
		case worst < 0 || t.worse(own, t.unit(&b.m.Units[worst])):
			worst = k
		}
	}
	for _, k := range []int{with, worst} {
		if k >= 0 {
			out = append(out, k)
		}
	}
	return out
}

// off are the units that what was said does not allow. One with a time of its
// own may be inside what was said; one that goes with the operation has to be
// at the time that was said.
func (b *book) off(t term, said span, operation time.Time, units []int) (out []int) {
	for _, k := range units {
		own := t.unit(&b.m.Units[k])
		if !own.IsZero() && t.breaks(own, said) || own.IsZero() && !operation.IsZero() && !said.holds(operation) {
			out = append(out, k)
		}
	}
	return out
}

func orTime(t, otherwise time.Time) time.Time {
	if t.IsZero() {
		return otherwise
	}
	return t
}
