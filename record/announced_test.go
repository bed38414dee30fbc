package record_test

import (
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/record"
)

func says(id, by string, day int, s sortie.Says) sortie.Entry {
	return sortie.Entry{ID: id, Kind: sortie.Statement, By: by, On: date(day), Says: &s}
}

func TestStartIsAsAnnounced(t *testing.T) {
	start := func(t time.Time) func(*sortie.Mission) {
		return func(m *sortie.Mission) { m.Operation.Start = t; m.Record[statement].Says.AtMost = nil }
	}
	later := func(e sortie.Entry) func(*sortie.Mission) {
		return func(m *sortie.Mission) { start(at(10, 0))(m); m.Record = append(m.Record, e) }
	}
	try(t, []change{
		{"a day late", start(at(11, 0)), "", record.RuleStart, "operation.start",
			[]string{"operation.start is 2022-03-11 00:00 UTC", `statement "said" (KZ, 2022-03-08)`, "2d after 2022-03-08: 2022-03-10; 1d later than said"}},
		{"a minute early", start(at(10, 0).Add(-time.Minute)), "", record.RuleStart, "operation.start", []string{"1m earlier than said"}},
		{"in the last minute of the day", start(at(11, 0).Add(-time.Minute)), "", "", "", nil},
		{"an hour that was said", later(says("later", "KZ", 9, sortie.Says{Start: at(10, 6)})), "", record.RuleStart, "operation.start", []string{`"later"`, "6h earlier"}},
		{"a day that was said again", later(says("later", "KZ", 9, sortie.Says{Start: at(10, 0)})), "", "", "", nil},
		{"moved by a day", later(says("later", "union", 9, sortie.Says{Start: at(11, 0)})), "", record.RuleStart, "operation.start", []string{`statement "later" (union, 2022-03-09)`, "1d earlier"}},
		{"an older one", later(says("older", "union", 7, sortie.Says{Start: at(11, 0)})), "", "", "", nil},
		{"another of the same day", later(says("same", "union", 8, sortie.Says{Start: at(11, 0)})), sortie.Note, record.RuleStart, "record[6].says",
			[]string{`"same"`, "gives another start (2022-03-11) than", `"said"`}},
		{"a later one that was taken back", func(m *sortie.Mission) {
			later(says("later", "KZ", 9, sortie.Says{Start: at(11, 0)}))(m)
			back := says("back", "KZ", 9, sortie.Says{Gradual: true})
			back.Replaces = "later"
			m.Record = append(m.Record, back)
		}, "", "", "", nil},
		{"a day that nobody knows", later(sortie.Entry{ID: "x", Kind: sortie.Statement, By: "KZ", Says: &sortie.Says{StartIn: ptr(sortie.Day)}}), "", record.RuleStart, "record[6].says",
			[]string{"it starts in 1d, and not on which day that was said"}},
		{"in hours", func(m *sortie.Mission) { start(at(9, 13))(m); m.Record[statement].Says.StartIn = ptr(36 * sortie.Hour) }, "", "", "", nil},
		{"not in hours", func(m *sortie.Mission) { start(at(9, 11))(m); m.Record[statement].Says.StartIn = ptr(36 * sortie.Hour) }, "", record.RuleStart, "operation.start",
			[]string{"1d12h after an hour of 2022-03-08 that is not given"}},
		{"the mission's own zone", func(m *sortie.Mission) {
			start(at(9, 19))(m)
			m.Record[handover].On = sortie.Date{}
			m.Timezone = "Asia/Tashkent" // 19:00 UTC of the 9th is midnight there
		}, "", "", "", nil},
		{"a draft without a start", start(time.Time{}), "", "", "", nil},
	})
}

func TestDeadlineIsAsAnnounced(t *testing.T) {
	deadline := func(t time.Time) func(*sortie.Mission) {
		return func(m *sortie.Mission) { m.Operation.Deadline = t; m.Record[decision].Grants.Until = time.Time{} }
	}
	try(t, []change{
		{"an hour late", deadline(at(20, 1)), "", record.RuleDeadline, "operation.deadline",
			[]string{"operation.deadline is 2022-03-20 01:00 UTC", `statement "said" (KZ, 2022-03-08)`, "10d from 2022-03-10 00:00 UTC: 2022-03-20 00:00 UTC; 1h later than said"}},
		{"counted from the announcement", deadline(at(18, 0)), "", record.RuleDeadline, "operation.deadline", []string{"2d earlier than said"}},
		{"an hour late, begun an hour late", func(m *sortie.Mission) { deadline(at(20, 1))(m); m.Operation.Start = at(10, 1) }, "", "", "", nil},
		{"at most, without a start", func(m *sortie.Mission) {
			m.Record[statement].Says.StartIn = nil
			m.Record[statement].Says.AtMost = ptr(9 * sortie.Day)
		}, "", record.RuleDeadline, "operation.deadline", []string{"9d from 2022-03-10 00:00 UTC", "1d later"}},
		{"the host has units that move too", func(m *sortie.Mission) { deadline(at(20, 1))(m); m.Units[3].To = "home" }, "", record.RuleDeadline, "operation.deadline", nil},
		{"said outright, later", append1(says("later", "union", 12, sortie.Says{Deadline: at(19, 0)})), "", record.RuleDeadline, "operation.deadline", []string{`"later"`, "1d later than said"}},
		{"said outright, the same", append1(says("later", "union", 12, sortie.Says{Deadline: at(20, 0)})), "", "", "", nil},
		{"a contributor's own part", append1(says("ru-end", "RU", 12, sortie.Says{Deadline: at(17, 0)})), "", record.RuleDeadline, "units[0].due",
			[]string{"units of RU are due at another time", `"ru-a" 2022-03-20 00:00 UTC`, `"ru-b"`, `statement "ru-end" (RU, 2022-03-12)`, "3d later than said"}},
		{"a contributor's own part, kept", func(m *sortie.Mission) {
			append1(says("ru-end", "RU", 12, sortie.Says{Deadline: at(17, 0)}))(m)
			m.Units[0].Due, m.Units[1].Due = at(17, 0), at(16, 0)
		}, "", "", "", nil},
		{"a contributor's own part, one unit late", func(m *sortie.Mission) {
			append1(says("ru-end", "RU", 12, sortie.Says{Deadline: at(17, 0)}))(m)
			m.Units[0].Due, m.Units[1].Due = at(17, 0), at(17, 1)
		}, "", record.RuleDeadline, "units[1].due", []string{`("ru-b" 2022-03-17 01:00 UTC)`, "1h later"}},
		{"a contributor's start", append1(says("kg-start", "KG", 12, sortie.Says{Start: at(14, 0)})), "", record.RuleStart, "units[2].ready", []string{"units of KG are ready at another time"}},
		{"a contributor's start, kept", func(m *sortie.Mission) {
			append1(says("kg-start", "KG", 12, sortie.Says{Start: at(14, 0)}))(m)
			m.Units[2].Ready = at(14, 6)
		}, "", "", "", nil},
		{"a member without units", append1(says("am", "AM", 12, sortie.Says{Deadline: at(17, 0)})), "", record.RuleDeadline, "operation.deadline", []string{`"am"`}},
	})
}

// TestALateStartMovesNoDeadline: whoever begins three days late has no three days
// more.
func TestALateStartMovesNoDeadline(t *testing.T) {
	m := scene()
	m.Operation.Start, m.Operation.Deadline = at(13, 0), at(23, 0)
	m.Record[decision].Grants.Until = time.Time{}
	if got := rulesOf(m); !slices.Equal(got, []string{record.RuleStart, record.RuleDeadline}) {
		t.Errorf("found %v", got)
	}
}

// TestTenDaysAcrossAChangeOfClocks: ten days and 240 hours are both ten days.
func TestTenDaysAcrossAChangeOfClocks(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		deadline time.Time
		findings int
	}{
		{time.Date(2022, 4, 3, 0, 0, 0, 0, berlin), 0},
		{time.Date(2022, 4, 3, 1, 0, 0, 0, berlin), 0}, // 240 hours: the clocks went forward on 27 March
		{time.Date(2022, 4, 3, 1, 1, 0, 0, berlin), 1},
		{time.Date(2022, 4, 2, 23, 59, 0, 0, berlin), 1},
	} {
		m := scene()
		m.Timezone = "Europe/Berlin"
		m.Operation.Start, m.Operation.Deadline = time.Date(2022, 3, 24, 0, 0, 0, 0, berlin), tc.deadline
		m.Record[decision].Grants.Until = time.Time{}
		m.Record[statement].On, m.Record[handover].On = date(22), sortie.Date{}
		if found := record.Findings(m); len(found) != tc.findings {
			t.Errorf("%s: %d findings, want %d: %+v", tc.deadline, len(found), tc.findings, found)
		}
	}
}
