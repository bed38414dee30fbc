package record

import (
	"sort"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// decisionsAnswer looks for the request that each decision answers, and for
// whether the decision is that of the body which decides.
func decisionsAnswer(b *book) {
	b.each(sortie.Decision, func(i int, e *sortie.Entry) {
		if b.m.Organisation != nil && b.m.Organisation.Decides.Rule != sortie.Chair && e.By != "" && !b.speaksForAll(e.By) {
			message := notAnybodys.Text(b.name(i), short(e.By), b.organisation())
			if body := b.m.Organisation.Decides.Body; body != "" {
				message = notTheirs.Text(b.name(i), short(e.By), short(body), b.organisation())
			}
			b.doubt(RuleDecision, at(i, "by"), message, none)
		}
		if e.Answers == "" {
			b.doubt(RuleDecision, at(i, ""), answersNothing.Text(b.name(i)), writeRequest.Text())
			return
		}
		target, known := b.index[e.Answers]
		if !known {
			b.say(sortie.Error, RuleDecision, at(i, "answers"), answersUnknown.Text(b.name(i), short(e.Answers)), none)
			return
		}
		r := &b.m.Record[target]
		switch {
		case r.Kind != sortie.Request:
			b.say(sortie.Error, RuleDecision, at(i, "answers"), answersOther.Text(b.name(i), b.name(target)), none)
		case !e.On.IsZero() && !r.On.IsZero() && before(e.On, r.On):
			b.doubt(RuleDecision, at(i, "on"), answersTooSoon.Text(b.name(i), b.name(target)), none)
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
			b.doubt(RuleVotes, at(i, "votes"), strangersVote.Text(b.name(i), codes(t.strangers), b.organisation()), none)
		}
		fail := func(why lang.Phrase, args ...any) {
			b.doubt(RuleVotes, at(i, "votes"), ruleNotKept.Text(b.name(i), b.organisation(), why.Text(args...)), none)
		}
		all, in := len(b.members), len(t.in)
		if len(e.Votes) == 0 && (o.Decides.Rule == sortie.Majority || o.Decides.Rule == sortie.TwoThirds) {
			b.say(sortie.Note, RuleVotes, at(i, ""), ruleNotShown.Text(b.name(i), b.organisation(), decisionByVotes[o.Decides.Rule]), none)
			return
		}
		switch o.Decides.Rule {
		case sortie.Consensus:
			if len(t.against) > 0 {
				fail(againstAll, codes(t.against))
			}
		case sortie.Majority:
			if 2*in <= all {
				fail(noMajority, in, all, all/2+1)
			}
		case sortie.TwoThirds:
			if 3*in < 2*all {
				fail(noTwoThirds, in, all, (2*all+2)/3)
			}
		case sortie.Chair:
			switch vote, voted := e.Votes[e.By]; {
			case e.By == "":
				fail(chairUnknown)
			case !b.members[e.By] && !b.speaksForAll(e.By):
				fail(chairStranger, short(e.By))
			case voted && vote != sortie.For:
				fail(chairOtherwise, short(e.By), votesAgainst[vote])
			}
		default:
			b.say(sortie.Note, RuleVotes, "organisation", ruleNotGiven.Text(b.organisation(), b.name(i)), writeRule.Text())
		}
	})
}
