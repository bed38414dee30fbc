package record_test

import (
	"testing"

	"sortie"
	"sortie/record"
)

func TestOnlyMembersAsk(t *testing.T) {
	try(t, []change{
		{"a stranger", func(m *sortie.Mission) { m.Record[request].By = "UZ" }, "", record.RuleRequest, "record[0].by",
			[]string{`request "asked" (UZ, 2022-03-01)`, "UZ, which is not a member of union (AM, KG, KZ, RU)"}},
		{"another member than the host", func(m *sortie.Mission) { m.Record[request].By = "AM" }, "", "", "", nil},
		{"nobody", func(m *sortie.Mission) { m.Record[request].By = "" }, "", record.RuleRequest, "record[0]", []string{"does not say who asks"}},
		{"a stranger, corrected", func(m *sortie.Mission) {
			m.Record[request].By = "UZ"
			m.Record = append(m.Record, sortie.Entry{ID: "asked-2", Kind: sortie.Request, On: date(1), By: "KZ", Replaces: "asked"})
		}, "", record.RuleReplaces, "record[6].replaces", []string{"somebody else"}},
		{"asked twice, decided once", append1(sortie.Entry{ID: "again", Kind: sortie.Request, By: "KZ", On: date(9)}),
			sortie.Note, record.RuleRequest, "record[6]", []string{`no decision answers request "again"`}},
		{"no organisation", func(m *sortie.Mission) { m.Organisation, m.Record[request].By = nil, "UZ" }, "", "", "", nil},
	})
}

func TestDecisionsAnswerRequests(t *testing.T) {
	try(t, []change{
		{"another decision answers nothing", append1(sortie.Entry{ID: "also", Kind: sortie.Decision, On: date(4)}), "", record.RuleDecision, "record[6]",
			[]string{`decision "also" (2022-03-04) answers no request`}},
		{"nothing known", append1(sortie.Entry{ID: "also", Kind: sortie.Decision, On: date(4), Answers: "x"}), sortie.Error, record.RuleDecision, "record[6].answers",
			[]string{`"x", which is not in the record`}},
		{"a pledge", append1(sortie.Entry{ID: "also", Kind: sortie.Decision, On: date(4), Answers: "kg"}), sortie.Error, record.RuleDecision, "record[6].answers",
			[]string{`pledge "kg" (KG, 2022-03-03), which is no request`}},
		{"before it was asked", func(m *sortie.Mission) { m.Record[decision].On = sortie.Date{Year: 2022, Month: 2, Day: 28} }, "", record.RuleDecision, "record[1].on",
			[]string{`"decided" (union, 2022-02-28) is older than request "asked" (KZ, 2022-03-01)`}},
		{"on the day it was asked", func(m *sortie.Mission) { m.Record[decision].On = date(1) }, "", "", "", nil},
		{"the request was corrected since", append1(sortie.Entry{ID: "asked-2", Kind: sortie.Request, By: "KZ", On: date(1), Replaces: "asked"}), "", "", "", nil},
		{"by a member alone", func(m *sortie.Mission) { m.Record[decision].By = "RU" }, "", record.RuleDecision, "record[1].by", []string{"is by RU, and Council decides for union"}},
		{"by the body", func(m *sortie.Mission) { m.Record[decision].By = "council" }, "", "", "", nil},
		{"by the organisation in full", func(m *sortie.Mission) { m.Record[decision].By = "The Union" }, "", "", "", nil},
	})
}

func TestVotes(t *testing.T) {
	vote := func(rule sortie.DecisionRule, in, against, abstain string) func(*sortie.Mission) {
		return func(m *sortie.Mission) {
			m.Organisation.Decides.Rule = rule
			m.Record[decision].Votes = votes(in, against, abstain)
		}
	}
	by := func(who string, f func(*sortie.Mission)) func(*sortie.Mission) {
		return func(m *sortie.Mission) { f(m); m.Record[decision].By = who }
	}
	const path = "record[1].votes"
	try(t, []change{
		{"consensus, one against", vote(sortie.Consensus, "KZ KG RU", "AM", ""), "", record.RuleVotes, path, []string{`decision "decided"`, "rule of union: consensus, and AM voted against"}},
		{"consensus, one abstains, one is silent", vote(sortie.Consensus, "KZ KG", "", "AM"), "", "", "", nil},
		{"consensus, no votes recorded", vote(sortie.Consensus, "", "", ""), "", "", "", nil},
		{"majority, half", vote(sortie.Majority, "KZ KG", "AM", ""), "", record.RuleVotes, path, []string{"majority, and 2 of 4 members voted for; it takes 3"}},
		{"majority, one more than half", vote(sortie.Majority, "KZ KG RU", "AM", ""), "", "", "", nil},
		{"majority, no votes recorded", vote(sortie.Majority, "", "", ""), sortie.Note, record.RuleVotes, "record[1]", []string{"has no votes"}},
		{"two-thirds, two of four", vote(sortie.TwoThirds, "KZ KG", "", "AM RU"), "", record.RuleVotes, path, []string{"2 of 4 members voted for; it takes 3"}},
		{"two-thirds, three of four", vote(sortie.TwoThirds, "KZ KG RU", "AM", ""), "", "", "", nil},
		{"two-thirds, two of three exactly", func(m *sortie.Mission) {
			vote(sortie.TwoThirds, "KG RU", "KZ", "")(m)
			m.Organisation.Members = []string{"KG", "KZ", "RU"}
		}, "", "", "", nil},
		{"the chair", by("AM", vote(sortie.Chair, "AM", "KZ KG RU", "")), "", "", "", nil},
		{"the chair without votes", by("AM", vote(sortie.Chair, "", "", "")), "", "", "", nil},
		{"the chair against", by("AM", vote(sortie.Chair, "KZ KG RU", "AM", "")), "", record.RuleVotes, path, []string{"the chair decides, and AM voted against"}},
		{"the chair is a stranger", by("UZ", vote(sortie.Chair, "KZ", "", "")), "", record.RuleVotes, path, []string{"UZ is no member"}},
		{"the chair is not named", by("", vote(sortie.Chair, "KZ", "", "")), "", record.RuleVotes, path, []string{"does not say who"}},
		{"a stranger votes", vote(sortie.Majority, "KZ KG RU UZ", "", ""), "", record.RuleVotes, path, []string{"vote of UZ, which is not a member"}},
		{"no rule", vote("", "KZ", "AM", ""), sortie.Note, record.RuleVotes, "organisation", []string{"union has no rule"}},
		{"a decision that was replaced", func(m *sortie.Mission) {
			vote(sortie.Consensus, "KZ", "AM", "")(m)
			e := m.Record[decision]
			e.ID, e.Replaces, e.Votes = "decided-2", "decided", votes("AM KG KZ RU", "", "")
			m.Record = append(m.Record, e)
		}, "", "", "", nil},
	})
}
