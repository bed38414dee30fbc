package record_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sortie"
	"sortie/missionfile"
	"sortie/record"
)

var update = flag.Bool("update", false, "write testdata/*.txt")

func read(t *testing.T, path string) *sortie.Mission {
	t.Helper()
	f, err := missionfile.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if f.Failed() {
		t.Fatal(f.Render("en"))
	}
	return f.Mission
}

// TestMissions holds every mission of the repository against its record, and
// the findings to those of testdata, each of which somebody has looked at
// (go test ./record -update writes them).
func TestMissions(t *testing.T) {
	paths, err := filepath.Glob("../missions/*/mission.yaml")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d missions, %v", len(paths), err)
	}
	for _, path := range paths {
		name := filepath.Base(filepath.Dir(path))
		var b strings.Builder
		for _, f := range record.Findings(read(t, path)) {
			inFrench(t, f)
			fmt.Fprintf(&b, "%s %s %s\n  %s\n", f.Severity, f.Rule, f.Path, f.Message)
			if f.Severity != sortie.Note {
				t.Errorf("%s: a mission that is published differs from its record: %s", name, f.Message)
			}
		}
		golden := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s: findings are\n%s\nnot\n%s", name, b.String(), want)
		}
	}
}

// TestKazakhstanKeepsItsWholeRecord: what the record has to hold, whatever else
// is added.
func TestKazakhstanKeepsItsWholeRecord(t *testing.T) {
	m := read(t, "../missions/kazakhstan-2022/mission.yaml")
	if len(m.Record) < 40 {
		t.Errorf("%d entries", len(m.Record))
	}
	on := func(day int) sortie.Date { return sortie.Date{Year: 2022, Month: 1, Day: day} }
	kinds := map[string]int{}
	for _, e := range m.Record {
		kinds[fmt.Sprint(e.Kind, " ", e.By, " ", e.On)]++
		kinds[string(e.Kind)]++
		if len(e.Sources) == 0 {
			t.Errorf("%s has no source", e.ID)
		}
	}
	for _, want := range []string{
		fmt.Sprint("request KZ ", on(5)), fmt.Sprint("decision csto ", on(6)),
		fmt.Sprint("statement KZ ", on(11)), fmt.Sprint("statement RU ", on(13)),
	} {
		if kinds[want] == 0 {
			t.Errorf("no %s", want)
		}
	}
	if kinds["pledge"] != 5 || kinds["handover"] != len(m.Tasks) {
		t.Errorf("%d pledges, %d handovers of %d tasks", kinds["pledge"], kinds["handover"], len(m.Tasks))
	}
	values := map[string]string{}
	for _, d := range record.Differences(m) {
		for _, v := range d.Values {
			a, precision := record.Value(v.Figure)
			values[d.Name().String()] += fmt.Sprintf("%s %g, ", precision, a.N)
		}
	}
	for name, want := range map[string][]string{
		"people of AM": {"exact 70", "exact 100"}, "people": {"exact 2030", "about 2500"},
		"detained": {"5800", "7939", "about 10000"}, "dead": {"164", "225", "230"},
		"damage-tenge of business": {"about 4e+10", "about 7.8e+10"}, "sorties": {"exact 4"},
	} {
		for _, part := range want {
			if !strings.Contains(values[name], part) {
				t.Errorf("%s is %q, without %q", name, values[name], part)
			}
		}
	}
	if strings.Contains(values["people"], "2300") {
		t.Error("2,300 people: no source has them")
	}
}
