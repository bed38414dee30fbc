package record

import (
	"fmt"

	"sortie"
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
			b.doubt(RuleRequest, at(i, ""), fmt.Sprintf("%s does not say who asks", b.name(i)), "write by: and the member")
		case len(b.members) > 0 && !b.members[e.By]:
			b.doubt(RuleRequest, at(i, "by"), fmt.Sprintf("%s comes from %s, which is not a member of %s (%s): only a member asks",
				b.name(i), short(e.By), b.organisation(), list(b.m.Organisation.Members)), "")
		}
		if !settled[i] {
			b.say(sortie.Note, RuleRequest, at(i, ""), fmt.Sprintf("no decision answers %s", b.name(i)), "")
		}
	})
}

// organisation is how a message names it.
func (b *book) organisation() string {
	o := b.m.Organisation
	return short(or(o.ID, or(o.Name.In("en"), "the organisation")))
}
