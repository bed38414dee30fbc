package record

import (
	"fmt"
	"time"

	"sortie"
)

// placesAreHandedOver looks for the handover of every place that is guarded
// until a time, in a withdrawal or where the record hands any place over, and
// holds its day to the time at which the guard ends.
func placesAreHandedOver(b *book) {
	handed := map[string][]int{}
	any := b.m.Operation.Kind == sortie.Withdrawal
	b.each(sortie.Handover, func(i int, e *sortie.Entry) {
		any = true
		if e.Task == "" {
			b.doubt(RuleHandover, at(i, ""), handsNothing.Text(b.name(i)), writeTask.Text())
			return
		}
		handed[e.Task] = append(handed[e.Task], i)
	})
	if !any {
		return
	}
	for k := range b.m.Tasks {
		t := &b.m.Tasks[k]
		entries := handed[t.ID]
		switch {
		case t.Until.IsZero():
		case len(entries) == 0:
			b.doubt(RuleHandover, fmt.Sprintf("tasks[%d].until", k), notHanded.Text(short(t.ID), short(t.At), b.moment(t.Until)), writeHandover.Text(short(t.ID)))
		default:
			b.handedInTime(k, entries[len(entries)-1])
		}
	}
}

// handedInTime compares the day of a handover with the last day of the guard: a
// guard that ends at 00:00 ends with the day before.
func (b *book) handedInTime(k, i int) {
	t, e := &b.m.Tasks[k], &b.m.Record[i]
	if e.On.IsZero() {
		return
	}
	last := sortie.DateOf(t.Until.In(b.zone).Add(-time.Minute))
	switch {
	case before(last, e.On):
		b.doubt(RuleHandover, fmt.Sprintf("tasks[%d].until", k), handedLate.Text(short(t.ID), short(t.At), b.moment(t.Until), b.name(i)), none)
	case before(e.On, last):
		b.say(sortie.Note, RuleHandover, fmt.Sprintf("tasks[%d].until", k), handedEarly.Text(short(t.ID), short(t.At), b.moment(t.Until), b.name(i)), none)
	}
}
