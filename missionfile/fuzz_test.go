package missionfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// held is what holds for whatever is read: no panic came so far that the belt
// caught it, what failed says why, what did not fail can be written and read.
func held(t *testing.T, f *File) {
	t.Helper()
	if f.Failed() && len(f.Diagnostics) == 0 {
		t.Fatal("failed without a reason")
	}
	for _, d := range f.Diagnostics {
		if d.Rule == "unreadable" {
			t.Fatal(d.Render("en"))
		}
		if d.Rule == "" || d.Message.IsZero() || d.File == "" {
			t.Fatalf("%+v", d)
		}
	}
	_ = f.Render()
	if f.Mission == nil {
		if !f.Failed() {
			t.Fatal("no mission, and no error")
		}
		return
	}
	if !f.Failed() {
		sameAgain(t, "fuzzed", f.Mission)
	}
}

func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/bad/*.yaml", "testdata/bad/*.json", "testdata/good/*.yaml", "../missions/*/mission.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			if text, err := os.ReadFile(name); err == nil && len(text) < 20_000 {
				f.Add(text)
			}
		}
	}
	f.Add([]byte(small))
	f.Add([]byte(aliasBomb()))
	f.Add([]byte("draft: true\n"))
	f.Add([]byte("{\"sortie\": 1}"))
	beside := fstest.MapFS{"units.csv": {Data: []byte("id,at\na,tec2\n")}}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<16 {
			return
		}
		held(t, Parse("m.yaml", text, beside))
	})
}

func FuzzCSV(f *testing.F) {
	names, err := filepath.Glob("testdata/bad/*.csv")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		if text, err := os.ReadFile(name); err == nil {
			f.Add(text)
		}
	}
	for _, text := range []string{
		"id,nation,at,to,people,equipment.jeep,via,basis.assumed\na,RU,tec2,ivanovo,1,2,almaty;tec2,guess\n",
		"id;at\r\n1;tec2\r\n", "id\tat\n1\ttec2\n", "\"id\",\"at\"\n\"a\"\"b\",\"tec2\"\n", "id,seats,seats.empty\n", "lat,lon\n1,2\n", ",,\n,,\n", "id,id.x,id\na,b,c\n",
		"equipment.,equipment..x,.at,at.\n1,2,3,4\n",
	} {
		f.Add([]byte(text))
	}
	lists := []string{"units", "places", "lift_types", "record", "links"}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<16 {
			return
		}
		for _, list := range lists {
			mission := strings.Replace(small, "units:\n  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}\n", "", 1)
			if list == "places" || list == "links" {
				mission = "sortie: 1\nid: x\ntimezone: UTC\nhost: KZ\nd_day: 2022-01-11\noperation: {kind: rotation, deadline: D+2}\n"
			}
			if list != "units" {
				mission += "units: []\n"
			}
			if list == "links" {
				mission += "places: []\n"
			}
			held(t, Parse("m.yaml", []byte(mission+list+": {csv: list.csv}\n"), fstest.MapFS{"list.csv": {Data: text}}))
		}
	})
}

func FuzzParsePlan(f *testing.F) {
	f.Add([]byte(aPlan))
	f.Add([]byte(`{"movements": [{"cargo": null, "stops": null}], "verdict": {"bound": {"certificate": [1, "\ud800"]}}}`))
	f.Add([]byte(`{"movements": [{"id": -0, "km": 1e-400, "cargo": [{"items": [{"x": 1}]}]}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, found := ReadPlan("p.json", text)
		for _, d := range found {
			if d.Rule == "unreadable" {
				t.Fatal(d.Render("en"))
			}
			_ = d.Render("en")
		}
		if p == nil && len(found) == 0 {
			t.Fatal("no plan, and no reason")
		}
		if p == nil || len(found) > 0 {
			return
		}
		once, err := MarshalPlan(p)
		if err != nil {
			t.Fatal(err)
		}
		again, found := ReadPlan("p.json", once)
		if len(found) > 0 {
			t.Fatalf("%s\n%s", render(found, 0), once)
		}
		if twice, err := MarshalPlan(again); err != nil || string(twice) != string(once) {
			t.Fatalf("%v\n%s\n%s", err, once, twice)
		}
	})
}
