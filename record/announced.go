package record

import (
	"time"

	"sortie"
	"sortie/internal/lang"
)

// span is the times that a statement allows, both ends included. Words such as
// "in two days" name a day, not an hour.
type span struct {
	from, to time.Time
	sum      lang.Text // how it follows from the words
}

func (s span) holds(t time.Time) bool { return !t.Before(s.from) && !t.After(s.to) }

// missed is how far, and which way, a time lies outside.
func (s span) missed(t time.Time) lang.Text {
	if t.Before(s.from) {
		return tooEarly.Text(apart(s.from, t))
	}
	return tooLate.Text(apart(t, s.from))
}

// later adds a length to a time as calendars do: whole days keep the hour of
// the day where the clocks change.
func later(t time.Time, d sortie.Duration) time.Time {
	return t.AddDate(0, 0, int(d/sortie.Day)).Add(time.Duration(d%sortie.Day) * time.Minute)
}

// lastMinute is the end of the day that begins at t.
func lastMinute(t time.Time) time.Time { return later(t, sortie.Day).Add(-time.Minute) }

// start is when the statement says that the operation begins. `start_in` counts
// from the day on which it was said, whose hour is not known, so a day long is
// allowed; a `start` at 00:00 stands for its day, another hour for itself.
func (b *book) start(e *sortie.Entry) (s span, ok bool) {
	switch says := e.Says; {
	case says == nil:
		return span{}, false
	case !says.Start.IsZero():
		t := says.Start.In(b.zone)
		if t.Hour() == 0 && t.Minute() == 0 {
			return span{t, lastMinute(t), lang.Plain(b.day(t))}, true
		}
		return span{t, t, lang.Plain(b.moment(t))}, true
	case says.StartIn != nil && !e.On.IsZero():
		t := later(e.On.In(b.zone), *says.StartIn)
		sum := lengthAfter.Text(length(*says.StartIn), e.On, b.day(t))
		if t.Hour() != 0 || t.Minute() != 0 {
			sum = afterAnHour.Text(length(*says.StartIn), e.On, b.moment(t), b.moment(lastMinute(t)))
		}
		return span{t, lastMinute(t), sum}, true
	}
	return span{}, false
}

// deadline is by when the statement says that all is done. `at_most` counts
// from the start that the same statement names, or else from the operation's;
// where that start is a day, from the hour at which the operation starts too.
func (b *book) deadline(e *sortie.Entry) (s span, ok bool) {
	says, begins := e.Says, b.m.Operation.Start
	switch {
	case says == nil:
		return span{}, false
	case !says.Deadline.IsZero():
		return span{says.Deadline, says.Deadline, lang.Plain(b.moment(says.Deadline))}, true
	case says.AtMost == nil:
		return span{}, false
	}
	from := begins
	if stated, ok := b.start(e); ok {
		from = stated.from
		if begins.IsZero() || !stated.holds(begins) {
			begins = from
		}
	} else if begins.IsZero() {
		return span{}, false
	}
	first := later(from.In(b.zone), *says.AtMost)
	s = span{first, first, lengthFrom.Text(length(*says.AtMost), b.moment(from), b.moment(first))}
	// Where the clocks change, ten days and 240 hours are an hour apart.
	for _, t := range []time.Time{from.Add(time.Duration(*says.AtMost) * time.Minute), later(begins.In(b.zone), *says.AtMost)} {
		if t.Before(s.from) {
			s.from = t
		}
		if t.After(s.to) {
			s.to = t
		}
	}
	return s, true
}
