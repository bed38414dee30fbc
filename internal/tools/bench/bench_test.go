package main

import (
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/internal/handcases"
	"sortie/solve"
)

func TestASampleTellsItsMedianAndSpread(t *testing.T) {
	for text, s := range map[string]sample{
		"200 ms (100 ms to 900 ms, 3 runs)": {0.9, 0.1, 0.2},
		"1.50 s (1.00 s to 2.00 s, 2 runs)": {2, 1},
		"4.24 ms":                           {0.00424},
		"120 s":                             {120},
	} {
		if s.String() != text {
			t.Errorf("%v: %q, want %q", []float64(s), s.String(), text)
		}
	}
}

func TestATargetThatIsMissedIsSaid(t *testing.T) {
	var b bench
	b.want("first plan", "< 300 ms", false, "%s", "400 ms")
	b.want("check", "< 200 ms", true, "%s", "5 ms")
	b.tell("schedules a second", "%d", 243)
	table := table(b.rows)
	for _, want := range []string{
		"| first plan | < 300 ms | 400 ms | **no** |",
		"| check | < 200 ms | 5 ms | yes |",
		"| schedules a second | – | 243 | – |",
		"1 of 2 targets are missed.",
	} {
		if !strings.Contains(table, want) {
			t.Errorf("no %q in\n%s", want, table)
		}
	}
}

func TestWhatIsWrittenByHandStays(t *testing.T) {
	page := "# Page\n" + begin("a") + "\nold\n" + end("a") + "\nmiddle\n" + begin("b") + end("b") + "\nlast\n"
	got := put(put(page, "a", "new\n"), "b", "table")
	want := "# Page\n" + begin("a") + "\nnew\n" + end("a") + "\nmiddle\n" + begin("b") + "\ntable\n" + end("b") + "\nlast\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if again := put(got, "a", "new"); again != got {
		t.Errorf("written twice, it differs:\n%s", again)
	}
	if _, err := between(end("a")+begin("a"), "a"); err == nil {
		t.Error("no error for lines in the wrong order")
	}
	if text, err := between(got, "b"); err != nil || strings.TrimSpace(text) != "table" {
		t.Errorf("%q, %v", text, err)
	}
}

func TestAVersionHasOneLineAndOthersStay(t *testing.T) {
	day := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	kept := func(column, brief string) row { return row{column: column, brief: brief} }
	v := parseVersions("")
	v.add(measuredAt{version: "0.1.0", when: day}, []row{kept("Kabul", "2 s"), {what: "not kept"}})
	v = parseVersions(v.String())
	v.add(measuredAt{version: "0.2.0", when: day}, []row{kept("Check", "5 ms")})
	v = parseVersions(v.String())
	v.add(measuredAt{version: "0.2.0", when: day.AddDate(0, 0, 1)}, []row{kept("Check", "6 ms"), kept("Kabul", "3 s")})
	want := "| Version | Measured | Kabul | Check |\n|---|---|---|---|\n| 0.1.0 | 2026-05-01 | 2 s | – |\n| 0.2.0 | 2026-05-02 | 3 s | 6 ms |\n"
	if v.String() != want {
		t.Errorf("got\n%s\nwant\n%s", v.String(), want)
	}
}

func TestTheBestPlanIsKeptAtEachMark(t *testing.T) {
	closes := func(hour int) solve.Progress {
		return solve.Progress{Closure: time.Date(2022, 1, 14, hour, 0, 0, 0, time.UTC)}
	}
	tr := &track{marks: []time.Duration{10 * time.Second, 30 * time.Second, time.Minute}, best: closes(9)}
	tr.pass(9 * time.Second)
	tr.best = closes(8)
	tr.pass(40 * time.Second)
	tr.best = closes(7)
	tr.pass(time.Minute)
	var hours []int
	for _, p := range tr.at {
		hours = append(hours, p.Closure.Hour())
	}
	if len(hours) != 3 || hours[0] != 8 || hours[1] != 8 || hours[2] != 7 {
		t.Errorf("closes at %v, want 8, 8, 7", hours)
	}
	if m := marks(40 * time.Second); len(m) != 3 || m[2] != 40*time.Second {
		t.Errorf("marks %v", m)
	}
}

func TestAnOptimumIsReachedWhole(t *testing.T) {
	closure := time.Date(2022, 3, 1, 11, 0, 0, 0, time.UTC)
	hours := 4.5
	c := handcases.Case{Closure: &closure, LiftHours: &hours, Undelivered: sortie.Counts{Items: 1}}
	best := sortie.Verdict{Closure: &closure, LiftHours: 4.5, Undelivered: sortie.Counts{Items: 1}}
	if !reached(c, best) {
		t.Error("the optimum is not taken for it")
	}
	later := closure.Add(time.Minute)
	for name, spoil := range map[string]func(*sortie.Verdict){
		"closure":     func(v *sortie.Verdict) { v.Closure = &later },
		"nothing":     func(v *sortie.Verdict) { v.Closure = nil },
		"undelivered": func(v *sortie.Verdict) { v.Undelivered.Items = 2 },
		"late":        func(v *sortie.Verdict) { v.Late.People = 1 },
		"tardiness":   func(v *sortie.Verdict) { v.Tardiness = 1 },
		"lift hours":  func(v *sortie.Verdict) { v.LiftHours = 5 },
	} {
		v := best
		spoil(&v)
		if reached(c, v) {
			t.Errorf("%s: reached", name)
		}
	}
}
