package record_test

import (
	"slices"
	"testing"

	"sortie"
	"sortie/record"
)

func TestPlacesAreHandedOver(t *testing.T) {
	try(t, []change{
		{"no handover", func(m *sortie.Mission) { m.Record = m.Record[:handover] }, "", record.RuleHandover, "tasks[0].until",
			[]string{`task "gate" guards "site" until 2022-03-12 00:00 UTC, and no entry of the record hands it over`}},
		{"of another place", func(m *sortie.Mission) { m.Record[handover].Task = "watch" }, "", record.RuleHandover, "tasks[0].until", nil},
		{"no task", func(m *sortie.Mission) { m.Record[handover].Task = ""; m.Tasks = nil }, "", record.RuleHandover, "record[5]", []string{"does not say which guarded place"}},
		{"a deployment without handovers", func(m *sortie.Mission) { m.Record = m.Record[:handover]; m.Operation.Kind = sortie.Deployment }, "", "", "", nil},
		{"a rotation with another handover", func(m *sortie.Mission) {
			m.Operation.Kind = sortie.Rotation
			m.Record[handover].Task = "watch"
		}, "", record.RuleHandover, "tasks[0].until", nil},
		{"no day", func(m *sortie.Mission) { m.Record[handover].On = sortie.Date{} }, "", "", "", nil},
		{"a day after the guard has gone", func(m *sortie.Mission) { m.Record[handover].On = date(12) }, "", record.RuleHandover, "tasks[0].until",
			[]string{`handover "handed" (2022-03-12) comes later: nobody guards it in between`}},
		{"on the day on which it goes", func(m *sortie.Mission) { m.Record[handover].On = date(12); m.Tasks[0].Until = at(12, 1) }, "", "", "", nil},
		{"guarded a day longer", func(m *sortie.Mission) { m.Record[handover].On = date(10) }, sortie.Note, record.RuleHandover, "tasks[0].until", []string{"after handover"}},
	})
}

func TestCorrections(t *testing.T) {
	report := func(id, by, replaces string) sortie.Entry {
		return sortie.Entry{ID: id, Kind: sortie.Report, By: by, On: date(12), Replaces: replaces}
	}
	with := func(entries ...sortie.Entry) func(*sortie.Mission) {
		return func(m *sortie.Mission) { m.Record = append(m.Record, entries...) }
	}
	try(t, []change{
		{"of nothing", with(report("a", "KZ", "nowhere")), sortie.Error, record.RuleReplaces, "record[6].replaces", []string{`replaces "nowhere", which is not in the record`}},
		{"of itself", with(report("a", "KZ", "a")), sortie.Error, record.RuleReplaces, "record[6].replaces", []string{"does not stand above it"}},
		{"in a circle", with(report("a", "KZ", "b"), report("b", "KZ", "a")), sortie.Error, record.RuleReplaces, "record[6].replaces", []string{`report "a" (KZ, 2022-03-12) replaces "b", which does not stand above it`}},
		{"of another kind", with(sortie.Entry{ID: "a", Kind: sortie.Event, By: "KZ", On: date(12)}, report("b", "KZ", "a")), "", record.RuleReplaces, "record[7].replaces", []string{`event "a"`, "another kind"}},
		{"of what somebody else said", with(report("a", "KZ", ""), report("b", "RU", "a")), "", record.RuleReplaces, "record[7].replaces", []string{"somebody else"}},
		{"twice", with(report("a", "KZ", ""), report("b", "KZ", "a"), report("c", "KZ", "a")), "", record.RuleReplaces, "record[8].replaces", []string{`report "b"`, `report "c"`, "which of them counts?"}},
		{"one after the other", with(report("a", "KZ", ""), report("b", "KZ", "a"), report("c", "KZ", "b")), "", "", "", nil},
	})
}

// TestWhichPledgeCounts: of one nation, the latest that nothing replaces.
func TestWhichPledgeCounts(t *testing.T) {
	less := func(id string) sortie.Entry {
		return sortie.Entry{ID: id, Kind: sortie.Pledge, By: "KG", On: date(3), People: ptr(60)}
	}
	undated, published, circle, back := less("undated"), less("published"), less("circle"), less("back")
	undated.On, published.On = sortie.Date{}, sortie.Date{}
	published.Sources = []string{"new", "old"}
	circle.Replaces, back.Replaces = "back", "circle"
	for _, tc := range []struct {
		name    string
		entries []sortie.Entry
		want    []string
	}{
		{"the second of one day", []sortie.Entry{less("second")}, []string{record.RulePledge}},
		{"one without a day, as of the entry above", []sortie.Entry{undated}, []string{record.RulePledge}},
		{"one without a day, published before the other", []sortie.Entry{published}, nil},
		{"the lower of a circle", []sortie.Entry{circle, back}, []string{record.RuleReplaces, record.RulePledge}},
	} {
		m := scene()
		m.Sources = append(m.Sources, sortie.Source{ID: "new", Published: date(9)}, sortie.Source{ID: "old", Published: date(2)})
		m.Record = append(m.Record, tc.entries...)
		if got := rulesOf(m); !slices.Equal(got, tc.want) {
			t.Errorf("%s: found %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestFiguresStandSideBySide(t *testing.T) {
	report := func(id string, day int, figures ...sortie.Figure) sortie.Entry {
		e := sortie.Entry{ID: id, Kind: sortie.Report, By: "KZ", Figures: figures, Sources: []string{"s1"}}
		if day > 0 {
			e.On = date(day)
		}
		return e
	}
	with := func(entries ...sortie.Entry) func(*sortie.Mission) {
		return func(m *sortie.Mission) { m.Record = append(m.Record, entries...) }
	}
	dead := func(n float64) sortie.Figure { return exact("dead", "", n) }
	corrected := report("b", 12, dead(4))
	corrected.Replaces = "a"
	try(t, []change{
		{"growing", with(report("a", 12, dead(3)), report("b", 13, dead(4)), report("c", 14, dead(9))), sortie.Note, record.RuleFigures, "record[6].figures[0]",
			[]string{"dead differs from day to day: 3 (a, 2022-03-12, source s1), 4 (b, 2022-03-13, source s1), 9 (c"}},
		{"on one day", with(report("a", 12, dead(3)), report("b", 12, dead(4))), sortie.Note, record.RuleFigures, "record[6].figures[0]", []string{"is given differently on 2022-03-12"}},
		{"one without a day", with(report("b", 0, dead(4)), report("a", 12, dead(3))), sortie.Note, record.RuleFigures, "record[7].figures[0]", []string{"not each on a day of its own: 3 (a, 2022-03-12, source s1), 4 (b, no day"}},
		{"in precision alone", with(report("a", 12, dead(3)), report("b", 12, about("Dead ", "", 3))), sortie.Note, record.RuleFigures, "record[6].figures[0]", []string{"3 (a", "about 3 (b"}},
		{"alike", with(report("a", 12, dead(3)), report("b", 13, dead(3))), "", "", "", nil},
		{"of others", with(report("a", 12, dead(3)), report("b", 12, exact("dead", "security", 4))), "", "", "", nil},
		{"elsewhere", with(report("a", 12, dead(3)), report("b", 12, sortie.Figure{What: "dead", At: "site", Exact: &sortie.Amount{N: 4}})), "", "", "", nil},
		{"corrected", with(report("a", 12, dead(3)), corrected), "", "", "", nil},
		{"a pledge and a report", with(report("a", 12, exact("people", "KG", 70))), sortie.Note, record.RuleFigures, "record[3].people", []string{"people of KG", "100 (kg, 2022-03-03, no source), 70 (a"}},
	})
	m := scene()
	with(report("a", 12, dead(3)), corrected)(m)
	all := record.Differences(m)
	if len(all) != 1 || len(all[0].Values) != 2 || !all[0].Values[0].Replaced || all[0].Values[1].Replaced {
		t.Errorf("what was corrected is not shown beside its correction: %+v", all)
	}
}

func TestStory(t *testing.T) {
	m := scene()
	m.Record = append(m.Record,
		sortie.Entry{ID: "no-day", Kind: sortie.Event},
		sortie.Entry{ID: "early", Kind: sortie.Event, On: date(1)},
		sortie.Entry{ID: "kg-2", Kind: sortie.Pledge, On: date(5), Replaces: "kg"},
	)
	var order []string
	for _, told := range record.Story(m) {
		id := m.Record[told.Entry].ID
		order = append(order, id)
		if (id == "kg-2") != (told.Replaces == pledgeKG) || (id == "kg") != slices.Equal(told.ReplacedBy, []int{8}) {
			t.Errorf("%s: replaces %d, replaced by %v", id, told.Replaces, told.ReplacedBy)
		}
	}
	if want := []string{"asked", "early", "decided", "ru", "kg", "kg-2", "said", "handed", "no-day"}; !slices.Equal(order, want) {
		t.Errorf("told as %v, want %v", order, want)
	}
}
