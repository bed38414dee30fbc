package record_test

import (
	"testing"

	"sortie"
	"sortie/record"
)

func TestStrengthIsGranted(t *testing.T) {
	people := func(n int) func(*sortie.Mission) {
		return func(m *sortie.Mission) { m.Record[decision].Grants.People = ptr(n) }
	}
	more := func(g sortie.Grants, e sortie.Entry) func(*sortie.Mission) {
		e.Kind, e.Answers, e.Grants = sortie.Decision, "asked", &g
		return func(m *sortie.Mission) { people(250)(m); m.Record = append(m.Record, e) }
	}
	try(t, []change{
		{"one person too many", people(299), "", record.RuleGrant, "units[2].people",
			[]string{"300 people in place at the start (ru-a 150, ru-b 50, kg-a 100)", `decision "decided" (union, 2022-03-02) grants 299: 1 too many`}},
		{"one item too many", func(m *sortie.Mission) { m.Record[decision].Grants.Equipment = ptr(19) }, "", record.RuleGrant, "units[2].equipment",
			[]string{"20 items of equipment in place", "grants 19: 1 too many"}},
		{"the unit that goes over", people(160), "", record.RuleGrant, "units[1].people", []string{"140 too many"}},
		{"no limit", func(m *sortie.Mission) { m.Record[decision].Grants = &sortie.Grants{} }, "", "", "", nil},
		{"a later decision grants more", more(sortie.Grants{People: ptr(300)}, sortie.Entry{ID: "more", On: date(4)}), "", "", "", nil},
		{"another of the same day, below", more(sortie.Grants{People: ptr(300)}, sortie.Entry{ID: "more", On: date(2)}), "", "", "", nil},
		{"an earlier one does not", more(sortie.Grants{People: ptr(300)}, sortie.Entry{ID: "more", On: date(1)}), "", record.RuleGrant, "units[2].people", []string{`"decided"`, "250"}},
		{"a later one without the figure does not", more(sortie.Grants{Equipment: ptr(30)}, sortie.Entry{ID: "more", On: date(4)}), "", record.RuleGrant, "units[2].people", []string{`"decided"`}},
		{"the decision was corrected", more(sortie.Grants{People: ptr(300)}, sortie.Entry{ID: "more", On: date(2), By: "union", Replaces: "decided"}), "", "", "", nil},
		{"about 280 is up to 308", func(m *sortie.Mission) {
			people(280)(m)
			m.Record[decision].Figures = []sortie.Figure{about("people", "", 280)}
		}, "", "", "", nil},
		{"about 270 is up to 297", func(m *sortie.Mission) {
			people(270)(m)
			m.Record[decision].Figures = []sortie.Figure{about("people", "", 270)}
		}, "", record.RuleGrant, "units[2].people", []string{"grants about 270 (at most 297): 3 too many"}},
		{"coming in", func(m *sortie.Mission) {
			people(299)(m)
			m.Operation.Kind = sortie.Deployment
			for i := range m.Units {
				m.Units[i].At, m.Units[i].To = "home", "site"
			}
		}, "", record.RuleGrant, "units[2].people", []string{"at the end"}},
		{"elsewhere all the time", func(m *sortie.Mission) { people(200)(m); m.Units[2].At = "barracks"; m.Units[2].To = "home" }, "", "", "", nil},
	})
}

func TestMandateLasts(t *testing.T) {
	until := func(day, hour int) func(*sortie.Mission) {
		return func(m *sortie.Mission) { m.Record[decision].Grants.Until = at(day, hour) }
	}
	try(t, []change{
		{"an hour too short", until(19, 23), "", record.RuleGrant, "operation.deadline", []string{"2022-03-20 00:00 UTC", `"decided"`, "until 2022-03-19 23:00 UTC: 1h longer than granted"}},
		{"longer than needed", until(21, 0), "", "", "", nil},
		{"extended", func(m *sortie.Mission) {
			until(15, 0)(m)
			m.Record = append(m.Record, sortie.Entry{ID: "longer", Kind: sortie.Decision, On: date(9), Answers: "asked", Grants: &sortie.Grants{Until: at(20, 0)}})
		}, "", "", "", nil},
	})
}

func TestStrengthIsPledged(t *testing.T) {
	kg := func(f func(*sortie.Entry)) func(*sortie.Mission) {
		return func(m *sortie.Mission) { f(&m.Record[pledgeKG]) }
	}
	try(t, []change{
		{"one person too many", kg(func(e *sortie.Entry) { e.People = ptr(99) }), "", record.RulePledge, "units[2].people",
			[]string{"KG has 100 people in place at the start (kg-a 100)", `pledge "kg" (KG, 2022-03-03) is of 99: 1 more than pledged`}},
		{"one item too many", kg(func(e *sortie.Entry) { e.Equipment = ptr(7) }), "", record.RulePledge, "units[2].equipment", []string{"is of 7"}},
		{"without a number", kg(func(e *sortie.Entry) { e.People, e.Equipment = nil, nil }), "", "", "", nil},
		{"the figure says about", kg(func(e *sortie.Entry) {
			e.People, e.Figures = ptr(91), []sortie.Figure{about("people", "KG", 91)}
		}), "", "", "", nil},
		{"about, and still too many", kg(func(e *sortie.Entry) {
			e.People, e.Figures = ptr(90), []sortie.Figure{about("People", "", 90)}
		}), "", record.RulePledge, "units[2].people", []string{"is of about 90 (at most 99): 1 more"}},
		{"only a figure", kg(func(e *sortie.Entry) { e.People, e.Figures = nil, []sortie.Figure{exact("people", "KG", 80)} }), "", record.RulePledge, "units[2].people", []string{"is of 80: 20 more"}},
		{"a figure of somebody else", kg(func(e *sortie.Entry) { e.People, e.Figures = nil, []sortie.Figure{exact("people", "AM", 80)} }), "", "", "", nil},
		{"at least", kg(func(e *sortie.Entry) {
			e.People, e.Figures = nil, []sortie.Figure{{What: "people", AtLeast: &sortie.Amount{N: 10}}}
		}), "", "", "", nil},
		{"dozens are fewer than a hundred", kg(func(e *sortie.Entry) {
			e.People, e.Figures = nil, []sortie.Figure{{What: "people", About: &sortie.Amount{Word: "dozens"}}}
		}), "", record.RulePledge, "units[2].people", []string{"is of dozens (at most 99): 1 more"}},
		{"a hundred is hundreds", kg(func(e *sortie.Entry) {
			e.People, e.Figures = nil, []sortie.Figure{{What: "people", About: &sortie.Amount{Word: "hundreds"}}}
		}), "", "", "", nil},
		{"a correction of less", append1(sortie.Entry{ID: "kg-2", Kind: sortie.Pledge, By: "KG", On: date(3), People: ptr(60), Equipment: ptr(8), Replaces: "kg"}), "", record.RulePledge, "units[2].people", []string{`"kg-2"`, "is of 60"}},
		{"withdrawn altogether", append1(sortie.Entry{ID: "kg-2", Kind: sortie.Pledge, By: "KG", On: date(3), People: ptr(0), Equipment: ptr(8), Replaces: "kg"}), "", record.RulePledge, "units[2].people", []string{"is of 0: 100 more"}},
		{"a smaller one that was replaced", func(m *sortie.Mission) {
			m.Record[pledgeKG].People = ptr(10)
			m.Record = append(m.Record, sortie.Entry{ID: "kg-2", Kind: sortie.Pledge, By: "KG", On: date(4), People: ptr(100), Replaces: "kg"})
		}, "", "", "", nil},
	})
}

func TestContributorsAreAllowed(t *testing.T) {
	try(t, []change{
		{"a unit", func(m *sortie.Mission) { m.Units[2].Nation = "UZ" }, "", record.RuleContributor, "units[2].nation",
			[]string{`UZ contributes unit "kg-a", is not a member of union`, `decision "decided" (union, 2022-03-02) does not name it`}},
		{"a fleet", func(m *sortie.Mission) { m.Fleets[0].Nation = "UZ" }, "", record.RuleContributor, "fleets[0].nation", []string{`fleet "trucks"`}},
		{"a pledge", append1(sortie.Entry{ID: "uz", Kind: sortie.Pledge, By: "UZ", On: date(4)}), "", record.RuleContributor, "record[6].by", []string{`pledge "uz" (UZ, 2022-03-04)`}},
		{"allowed", func(m *sortie.Mission) { m.Units[2].Nation = "UZ"; m.Record[decision].Grants.Nations = []string{"UZ"} }, "", "", "", nil},
		{"a host that is no member", func(m *sortie.Mission) {
			m.Organisation.Members = []string{"AM", "KG", "RU"}
			m.Record[request].By = "AM"
			delete(m.Record[decision].Votes, "KZ")
		}, "", "", "", nil},
		{"no organisation", func(m *sortie.Mission) { m.Organisation = nil; m.Units[2].Nation = "UZ" }, "", "", "", nil},
	})
}
