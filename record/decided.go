package record

import (
	"fmt"
	"sort"
	"strings"

	"sortie"
)

// decisionsAnswer looks for the request that each decision answers, and for
// whether the decision is that of the body which decides.
func decisionsAnswer(b *book) {
	b.each(sortie.Decision, func(i int, e *sortie.Entry) {
		if b.m.Organisation != nil && b.m.Organisation.Decides.Rule != sortie.Chair && e.By != "" && !b.speaksForAll(e.By) {
			b.doubt(RuleDecision, at(i, "by"), fmt.Sprintf("%s is by %s, and %s decides for %s", b.name(i), short(e.By),
				short(or(b.m.Organisation.Decides.Body, "nobody named")), b.organisation()), "")
		}
		if e.Answers == "" {
			b.doubt(RuleDecision, at(i, ""), fmt.Sprintf("%s answers no request", b.name(i)), "write answers: and the id of the request")
			return
		}
		target, known := b.index[e.Answers]
		if !known {
			b.say(sortie.Error, RuleDecision, at(i, "answers"), fmt.Sprintf("%s answers %q, which is not in the record", b.name(i), short(e.Answers)), "")
			return
		}
		r := &b.m.Record[target]
		switch {
		case r.Kind != sortie.Request:
			b.say(sortie.Error, RuleDecision, at(i, "answers"), fmt.Sprintf("%s answers %s, which is no request", b.name(i), b.name(target)), "")
		case !e.On.IsZero() && !r.On.IsZero() && before(e.On, r.On):
			b.doubt(RuleDecision, at(i, "on"), fmt.Sprintf("%s is older than %s, which it answers", b.name(i), b.name(target)), "")
		}
	})
}

// speaksForAll reports whether a name is the organisation's or its body's.
func (b *book) speaksForAll(name string) bool {
	o := b.m.Organisation
	if o == nil || name == "" {
		return false
	}
	if strings.EqualFold(name, o.ID) || strings.EqualFold(name, o.Decides.Body) {
		return true
	}
	for _, text := range o.Name {
		if strings.EqualFold(name, text) {
			return true
		}
	}
	return false
}

// tally is how members voted; who else voted is not counted.
type tally struct {
	in, against, abstained []string
	strangers              []string
}

func (b *book) tally(votes map[string]sortie.Vote) (t tally) {
	for nation, vote := range votes {
		switch {
		case !b.members[nation]:
			t.strangers = append(t.strangers, nation)
		case vote == sortie.For:
			t.in = append(t.in, nation)
		case vote == sortie.Against:
			t.against = append(t.against, nation)
		default:
			t.abstained = append(t.abstained, nation)
		}
	}
	for _, nations := range [][]string{t.in, t.against, t.abstained, t.strangers} {
		sort.Strings(nations)
	}
	return t
}

// decisionsFollowTheRule counts votes as the organisation does. Consensus: no
// member is against; who abstains or is not recorded does not stand in its way.
// Majority: more than half of all members are for. Two-thirds: at least two
// thirds of all members are. Chair: whoever the entry names has decided, so
// that a member it names did not vote otherwise; the other votes are advice.
func decisionsFollowTheRule(b *book) {
	o := b.m.Organisation
	if o == nil || len(b.members) == 0 {
		return
	}
	b.each(sortie.Decision, func(i int, e *sortie.Entry) {
		t := b.tally(e.Votes)
		if len(t.strangers) > 0 {
			b.doubt(RuleVotes, at(i, "votes"), fmt.Sprintf("%s counts the vote of %s, which is not a member of %s", b.name(i), list(t.strangers), b.organisation()), "")
		}
		fail := func(message string, args ...any) {
			b.doubt(RuleVotes, at(i, "votes"), fmt.Sprintf("%s did not follow the rule of %s: ", b.name(i), b.organisation())+fmt.Sprintf(message, args...), "")
		}
		all, in := len(b.members), len(t.in)
		if len(e.Votes) == 0 && (o.Decides.Rule == sortie.Majority || o.Decides.Rule == sortie.TwoThirds) {
			b.say(sortie.Note, RuleVotes, at(i, ""), fmt.Sprintf("%s has no votes, so the rule of %s (%s) cannot be shown to be kept", b.name(i), b.organisation(), o.Decides.Rule), "")
			return
		}
		switch o.Decides.Rule {
		case sortie.Consensus:
			if len(t.against) > 0 {
				fail("consensus, and %s voted against", list(t.against))
			}
		case sortie.Majority:
			if 2*in <= all {
				fail("majority, and %d of %d members voted for; it takes %d", in, all, all/2+1)
			}
		case sortie.TwoThirds:
			if 3*in < 2*all {
				fail("two-thirds, and %d of %d members voted for; it takes %d", in, all, (2*all+2)/3)
			}
		case sortie.Chair:
			switch vote, voted := e.Votes[e.By]; {
			case e.By == "":
				fail("the chair decides, and it does not say who that was")
			case !b.members[e.By] && !b.speaksForAll(e.By):
				fail("the chair decides, and %s is no member", short(e.By))
			case voted && vote != sortie.For:
				fail("the chair decides, and %s voted %s", short(e.By), vote)
			}
		default:
			b.say(sortie.Note, RuleVotes, "organisation", fmt.Sprintf("%s has no rule by which %s could be held to it", b.organisation(), b.name(i)), "write decides: {rule: consensus}, or majority, two-thirds, chair")
		}
	})
}
