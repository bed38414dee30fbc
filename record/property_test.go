package record_test

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sortie"
	"sortie/record"
)

// TestAnyRecordIsTaken throws together missions that no reader would let
// through: nothing panics, every finding is whole, the story has every entry
// once, and the record is left as it was.
func TestAnyRecordIsTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMission(t)
		before := len(m.Record)
		for _, f := range record.Findings(m) {
			if f.Rule == "" || f.Path == "" || f.Message.IsZero() || f.Severity == "" || strings.Contains(f.Message.String(), "%!") {
				t.Fatalf("half a finding: %+v", f)
			}
			if len(f.Message.String()) > 8000 {
				t.Fatalf("a message of %d bytes", len(f.Message.String()))
			}
		}
		seen := map[int]bool{}
		for _, told := range record.Story(m) {
			seen[told.Entry] = true
		}
		if len(seen) != before || len(m.Record) != before {
			t.Fatalf("%d of %d entries told", len(seen), before)
		}
		for _, d := range record.Differences(m) {
			if len(d.Values) < 2 {
				t.Fatalf("%s differs from itself", d.Name())
			}
		}
	})
}

func anyMission(t *rapid.T) *sortie.Mission {
	id := rapid.SampledFrom([]string{"", "a", "b", "c", "d", strings.Repeat("é", 5000)})
	nation := rapid.SampledFrom([]string{"", "KZ", "RU", "UZ", "union"})
	day := rapid.SampledFrom([]sortie.Date{{}, date(1), date(2), {Year: 9999, Month: 12, Day: 31}, {Year: 1, Month: 1, Day: 1}, {Year: -5, Month: 77, Day: -3}})
	moment := rapid.SampledFrom([]time.Time{{}, at(1, 0), at(2, 5), time.Date(9999, 12, 31, 23, 59, 0, 0, time.UTC)})
	length := rapid.SampledFrom([]*sortie.Duration{nil, ptr(sortie.Day), ptr(sortie.Duration(90)), ptr(36525 * sortie.Day), ptr(sortie.Duration(-5))})
	whole := rapid.SampledFrom([]*int{nil, ptr(0), ptr(150), ptr(-1), ptr(math.MaxInt)})
	amount := rapid.SampledFrom([]*sortie.Amount{nil, {N: 1}, {N: 150}, {N: -3.5}, {N: 1e300}, {N: math.NaN()}, {N: math.Inf(1)}, {Word: "dozens"}, {Word: "heaps"}})
	kind := rapid.SampledFrom([]sortie.EntryKind{"", sortie.Request, sortie.Decision, sortie.Pledge, sortie.Statement, sortie.Report, sortie.Handover, sortie.Event, "x"})
	m := &sortie.Mission{Timezone: rapid.SampledFrom([]string{"", "UTC", "Europe/Berlin", "nowhere"}).Draw(t, "zone"), Host: nation.Draw(t, "host")}
	m.Operation = sortie.Operation{Kind: sortie.Withdrawal, Start: moment.Draw(t, "start"), Deadline: moment.Draw(t, "deadline")}
	if rapid.Bool().Draw(t, "organised") {
		rule := rapid.SampledFrom([]sortie.DecisionRule{"", sortie.Consensus, sortie.Majority, sortie.TwoThirds, sortie.Chair, "x"})
		m.Organisation = &sortie.Organisation{ID: id.Draw(t, "org"), Members: rapid.SliceOfN(nation, 0, 3).Draw(t, "members"), Decides: sortie.DecidingBody{Rule: rule.Draw(t, "rule")}}
	}
	m.Places = []sortie.Place{{ID: "a", Country: nation.Draw(t, "country")}}
	m.Sources = []sortie.Source{{ID: "a", Published: day.Draw(t, "published")}}
	for range rapid.IntRange(0, 3).Draw(t, "units") {
		m.Units = append(m.Units, sortie.Unit{ID: id.Draw(t, "unit"), Nation: nation.Draw(t, "of"), At: id.Draw(t, "at"), To: id.Draw(t, "to"),
			People: rapid.SampledFrom([]int{0, 150, -1, math.MaxInt}).Draw(t, "people"), Equipment: map[string]int{"x": math.MaxInt, "y": 7}, Due: moment.Draw(t, "due")})
		m.Tasks = append(m.Tasks, sortie.Task{ID: id.Draw(t, "task"), At: id.Draw(t, "guards"), Until: moment.Draw(t, "until")})
	}
	for range rapid.IntRange(1, 8).Draw(t, "entries") {
		e := sortie.Entry{ID: id.Draw(t, "id"), Kind: kind.Draw(t, "kind"), By: nation.Draw(t, "by"), On: day.Draw(t, "on"), Answers: id.Draw(t, "answers"),
			Replaces: id.Draw(t, "replaces"), Task: id.Draw(t, "handed"), People: whole.Draw(t, "pledged"), Equipment: whole.Draw(t, "items"), Sources: rapid.SliceOfN(id, 0, 4).Draw(t, "sources")}
		if rapid.Bool().Draw(t, "grants") {
			e.Grants = &sortie.Grants{People: whole.Draw(t, "granted"), Until: moment.Draw(t, "until"), Nations: rapid.SliceOfN(nation, 0, 2).Draw(t, "nations")}
			e.Votes = map[string]sortie.Vote{nation.Draw(t, "votes"): rapid.SampledFrom([]sortie.Vote{"", sortie.For, sortie.Against}).Draw(t, "vote")}
		}
		if rapid.Bool().Draw(t, "says") {
			e.Says = &sortie.Says{StartIn: length.Draw(t, "in"), AtMost: length.Draw(t, "most"), Start: moment.Draw(t, "at"), Deadline: moment.Draw(t, "by")}
		}
		for range rapid.IntRange(0, 3).Draw(t, "figures") {
			e.Figures = append(e.Figures, sortie.Figure{What: rapid.SampledFrom([]string{"people", "equipment", "dead"}).Draw(t, "what"), Of: nation.Draw(t, "ofwhom"),
				Exact: amount.Draw(t, "exact"), About: amount.Draw(t, "about"), AtLeast: amount.Draw(t, "least")})
		}
		m.Record = append(m.Record, e)
	}
	return m
}

func TestNothingIsFoundInNoRecord(t *testing.T) {
	m := scene()
	m.Record = nil
	if found := append(record.Findings(nil), record.Findings(m)...); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
	if record.Story(nil) != nil || record.Differences(nil) != nil {
		t.Error("a story of nothing")
	}
}

// hostile is a record in which everything that could multiply does: statements
// by units, pledges by units, corrections of corrections.
func hostile(n int) *sortie.Mission {
	m := scene()
	for i := range n {
		id := strconv.Itoa(i)
		m.Units = append(m.Units, sortie.Unit{ID: "u" + id, Nation: "RU", At: "site", To: "home", People: 1, Due: at(20, 0)})
		m.Record = append(m.Record,
			says("s"+id, "RU", 9, sortie.Says{Deadline: at(20, 0).Add(time.Duration(i) * time.Minute)}),
			sortie.Entry{ID: "p" + id, Kind: sortie.Pledge, By: "X" + id, People: ptr(1)},
			sortie.Entry{ID: "q" + id, Kind: sortie.Request, By: "KZ", Replaces: "q" + strconv.Itoa(i-1)},
			sortie.Entry{ID: "f" + id, Kind: sortie.Request, By: "KZ", Replaces: "q" + id},
		)
	}
	return m
}

func TestHostileRecordsAreNotMultiplied(t *testing.T) {
	const n = 1000
	for what, count := range map[string]func(*sortie.Mission) int{
		"findings":    func(m *sortie.Mission) int { return len(record.Findings(m)) },
		"story":       func(m *sortie.Mission) int { return len(record.Story(m)) },
		"differences": func(m *sortie.Mission) int { return len(record.Differences(m)) },
	} {
		if once, twice := count(hostile(n)), count(hostile(2*n)); twice > 2*once+10 {
			t.Errorf("%s: %d of %d entries each, %d of twice as many", what, once, n, twice)
		}
	}
}

// BenchmarkHostile shows the time of a record that is meant to take long, at two
// sizes: what doubles with the size does not multiply.
func BenchmarkHostile(b *testing.B) {
	for _, n := range []int{10_000, 20_000} {
		m := hostile(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				record.Findings(m)
				record.Story(m)
				record.Differences(m)
			}
		})
	}
}
