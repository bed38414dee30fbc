package record

import (
	"fmt"

	"sortie"
	"sortie/internal/lang"
)

// grantOf is what a decision grants of a measure.
func grantOf(e *sortie.Entry, mea measure) (sortie.Figure, bool) {
	var key *int
	if e.Grants != nil {
		key = mea.granted(e.Grants)
	}
	return stated(e, key, mea.name)
}

// strengthIsGranted holds what the units of other nations than the host have in
// the theatre to the latest decision that names a figure.
func strengthIsGranted(b *book) {
	var foreign []int
	for i := range b.m.Units {
		if b.m.Units[i].Nation != b.m.Host {
			foreign = append(foreign, i)
		}
	}
	for _, mea := range measures {
		i := b.latest(sortie.Decision, func(e *sortie.Entry) bool { _, ok := grantOf(e, mea); return ok })
		if i < 0 {
			continue
		}
		f, _ := grantOf(&b.m.Record[i], mea)
		limit, limited := ceiling(f)
		s := b.inPlace(mea, foreign, limit)
		if !limited || s.tips < 0 {
			continue
		}
		b.doubt(RuleGrant, fmt.Sprintf("units[%d].%s", s.tips, mea.name),
			overGrant.Text(mea.count.Text(s.total), s.when, b.makeUp(s, mea), b.name(i), figure(f), slackOf(f, limit), number(float64(s.total)-limit)),
			grantMore.Text())
	}
}

// slackOf says how far a figure that is not exact was stretched.
func slackOf(f sortie.Figure, limit float64) lang.Text {
	if a, _ := Value(f); a.Word == "" && a.N == limit {
		return lang.Text{}
	}
	return atMost.Text(number(limit))
}

// mandateLasts holds the deadline to the latest decision that says until when
// it is granted.
func mandateLasts(b *book) {
	i := b.latest(sortie.Decision, func(e *sortie.Entry) bool { return e.Grants != nil && !e.Grants.Until.IsZero() })
	if i < 0 || b.m.Operation.Deadline.IsZero() {
		return
	}
	until := b.m.Record[i].Grants.Until
	if deadline := b.m.Operation.Deadline; deadline.After(until) {
		b.doubt(RuleGrant, "operation.deadline", pastGrant.Text(b.moment(deadline), b.name(i), b.moment(until), apart(deadline, until)), none)
	}
}
