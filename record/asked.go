package record

import (
	"sortie"
	"sortie/internal/lang"
)

// membersAsk holds to it that only a member asks, and notes what nobody has
// decided yet. Without an organisation there is nobody to ask and no rule.
func membersAsk(b *book) {
	if b.m.Organisation == nil {
		return
	}
	answered := map[string]bool{}
	b.each(sortie.Decision, func(_ int, e *sortie.Entry) { answered[e.Answers] = true })
	// Whoever answers a request answers its corrections too.
	settled := make([]bool, len(b.m.Record))
	for i := range b.m.Record {
		e := &b.m.Record[i]
		target, ok := b.index[e.Replaces]
		settled[i] = answered[e.ID] || ok && e.Replaces != "" && target < i && settled[target]
	}
	b.each(sortie.Request, func(i int, e *sortie.Entry) {
		switch {
		case e.By == "":
			b.doubt(RuleRequest, at(i, ""), nobodyAsks.Text(b.name(i)), writeMember.Text())
		case len(b.members) > 0 && !b.members[e.By]:
			b.doubt(RuleRequest, at(i, "by"), strangerAsks.Text(b.name(i), short(e.By), b.organisation(), codes(b.m.Organisation.Members)), none)
		}
		if !settled[i] {
			b.say(sortie.Note, RuleRequest, at(i, ""), nobodyAnswered.Text(b.name(i)), none)
		}
	})
}

// organisation is how a message names it.
func (b *book) organisation() lang.Text {
	o := b.m.Organisation
	return lang.Each(func(l lang.Lang) string {
		if name := or(o.ID, o.Name.In(string(l))); name != "" {
			return l.Say(anOrganisation, short(name))
		}
		return l.Say(someOrganisation)
	})
}
