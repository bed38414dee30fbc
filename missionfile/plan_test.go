package missionfile

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"sortie"
)

const aPlan = `{"sortie": 1, "mission": "example", "mission_sha256": "ab",
 "made": {"by": "sortie 0.1.0", "seed": 18446744073709551615, "seconds": 3.2},
 "verdict": {"feasible": true, "deadline": "2022-01-23T00:00:00+06:00", "closure": null, "margin_minutes": null,
  "late": {"people": 0, "items": 0}, "undelivered": {"people": 0, "items": 0}, "tardiness": 0, "lift_hours": 412.5, "sorties": 118, "bound": null},
 "movements": [
  {"id": 1, "lift": "vta/7", "mode": "air", "from": "almaty", "to": "ivanovo", "load": "2022-01-13T06:00:00+06:00", "depart": "2022-01-13T08:00:00+06:00",
   "arrive": "2022-01-13T09:00:00+03:00", "unloaded": "2022-01-13T10:00:00+03:00", "km": 2893.4, "stops": [{"at": "orenburg", "arrive": "2022-01-13T10:00:00+06:00", "depart": "2022-01-13T10:30:00+06:00"}],
   "cargo": [{"unit": "ru-45", "people": 60, "items": [{"type": "tigr", "deck": 0, "x": 0.15, "y": 0.6}, {"type": "jeep"}]}]}]}
`

func TestReadPlan(t *testing.T) {
	p, found := ReadPlan("plan.json", []byte("\xEF\xBB\xBF"+aPlan))
	if p == nil || len(found) > 0 {
		t.Fatal(render(found, 0, "en"))
	}
	m := p.Movements[0]
	if p.Made.Seed != 1<<64-1 || p.Verdict.Closure != nil || p.Verdict.Bound != nil || p.Verdict.LiftHours != 412.5 || m.Stops[0].At != "orenburg" ||
		m.Cargo[0].Items[0].X != 0.15 || m.Cargo[0].Items[1].Stowage != nil || !m.Arrive.Equal(time.Date(2022, 1, 13, 6, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v", p)
	}
	text, err := MarshalPlan(p)
	if err != nil {
		t.Fatal(err)
	}
	again, found := ReadPlan("plan.json", text)
	if len(found) > 0 {
		t.Fatal(render(found, 0, "en"))
	}
	back, err := MarshalPlan(again)
	if err != nil || !bytes.Equal(back, text) {
		t.Errorf("%s\nis read back as\n%s", text, back)
	}
	if n := strings.Count(string(text), "\n    {\"id\":"); n != 1 {
		t.Errorf("%d movements on lines of their own\n%s", n, text)
	}
}

func TestBoundsAndCertificatesAreKept(t *testing.T) {
	text := strings.Replace(aPlan, `"bound": null`, `"bound": {"closure": "2022-01-17T05:00:00+06:00", "gap": 0.0061, "proof": "78 sorties × 75 min", "certificate": {"kind":"mog","n":[1,2.50]}, "undelivered": {"people": 1, "items": 0}}, "left_behind": [{"unit": "a", "people": 1, "items": 0, "reason": "no way"}]`, 1)
	p, found := ReadPlan("plan.json", []byte(text))
	if len(found) > 0 {
		t.Fatal(render(found, 0, "en"))
	}
	b := p.Verdict.Bound
	if string(b.Certificate) != `{"kind":"mog","n":[1,2.50]}` || *b.Gap != 0.0061 || b.Undelivered.People != 1 || p.Verdict.LeftBehind[0].People != 1 {
		t.Errorf("%+v", b)
	}
}

func TestBadPlans(t *testing.T) {
	for name, c := range map[string]struct {
		old, fresh string
		line, col  int
		rule, path string
	}{
		"unknown key":          {`"seconds"`, `"secs"`, 2, 63, "unknown-key", "made.secs"},
		"unknown movement key": {`"km"`, `"kms"`, 7, 84, "unknown-key", "movements[0].kms"},
		"unknown item key":     {`"deck"`, `"dock"`, 8, 73, "unknown-key", "movements[0].cargo[0].items[0].dock"},
		"half a place":         {`"x": 0.15, `, ``, 8, 56, "missing-key", "movements[0].cargo[0].items[0]"},
		"duplicate key":        {`"km": 2893.4`, `"id": 2`, 7, 84, "duplicate-key", "movements[0].id"},
		"duplicate at the top": {`"mission_sha256": "ab"`, `"mission": "ab"`, 1, 37, "duplicate-key", "mission"},
		"missing key":          {`"lift": "vta/7", "mode": "air", `, ``, 6, 3, "missing-key", "movements[0].mode"},
		"text for number":      {`"id": 1`, `"id": "1"`, 6, 10, "wrong-type", "movements[0].id"},
		"fraction":             {`"people": 60`, `"people": 60.5`, 8, 42, "wrong-type", "movements[0].cargo[0].people"},
		"relative time":        {`"load": "2022-01-13T06:00:00+06:00"`, `"load": "D+2"`, 6, 88, "time", "movements[0].load"},
		"time without offset":  {`"arrive": "2022-01-13T10:00:00+06:00"`, `"arrive": "2022-01-13T10:00:00"`, 7, 137, "time", "movements[0].stops[0].arrive"},
		"impossible time":      {`2022-01-13T08:00:00`, `2022-02-30T08:00:00`, 6, 127, "time", "movements[0].depart"},
		"unknown mode":         {`"air"`, `"aire"`, 6, 38, "unknown-word", "movements[0].mode"},
		"list for object":      {`{"unit": "ru-45"`, `[], {"unit": "ru-45"`, 8, 14, "wrong-type", "movements[0].cargo[0]"},
		"movements no list":    {`"movements": [`, `"movements": 7, "movement": [`, 5, 15, "wrong-type", "movements"},
		"syntax":               {`"km": 2893.4`, `"km": 02893.4`, 7, 90, "syntax", ""},
		"comma at the end":     {`{"type": "jeep"}]`, `{"type": "jeep"},]`, 8, 123, "syntax", ""},
		"verdict":              {`"feasible": true`, `"feasible": "yes"`, 3, 26, "wrong-type", "verdict.feasible"},
		"NaN":                  {`412.5`, `NaN`, 4, 110, "syntax", ""},
		"too great":            {`412.5`, `1e999`, 4, 110, "not-finite", "verdict.lift_hours"},
		"version":              {`"sortie": 1`, `"sortie": 2`, 1, 12, "out-of-range", "sortie"},
	} {
		if !strings.Contains(aPlan, c.old) {
			t.Fatalf("%s: %s is not in the plan", name, c.old)
		}
		_, found := ReadPlan("plan.json", []byte(strings.Replace(aPlan, c.old, c.fresh, 1)))
		inFrench(t, found)
		ok := false
		for _, d := range found {
			ok = ok || d.Line == c.line && d.Col == c.col && d.Rule == c.rule && d.Path == c.path && d.Severity == sortie.Error
		}
		if !ok {
			t.Errorf("%s: no %s of %q at %d:%d in\n%s", name, c.rule, c.path, c.line, c.col, render(found, 0, "en"))
		}
	}
}

// What a rule of the contract forbids is for the verifier to report, not for
// the reader to refuse.
func TestPlansThatBreakRulesAreRead(t *testing.T) {
	for _, pair := range [][2]string{{`"people": 60`, `"people": -60`}, {`06:00:00+06:00", "depart"`, `06:00:30+06:00", "depart"`}, {`"deck": 0`, `"deck": -1`}, {`"id": 1`, `"id": 7`}} {
		if p, found := ReadPlan("plan.json", []byte(strings.Replace(aPlan, pair[0], pair[1], 1))); p == nil || len(found) > 0 {
			t.Errorf("%s: %s", pair[1], render(found, 0, "en"))
		}
	}
}

func TestHostilePlans(t *testing.T) {
	for name, text := range map[string]string{
		"empty":      "",
		"blank":      " \n",
		"list":       "[]",
		"NUL":        "{\"sortie\": 1\x00}",
		"not UTF-8":  "{\"sortie\": \"\xff\"}",
		"deep":       `{"verdict": ` + strings.Repeat("[", 100_000),
		"deep cargo": `{"movements": [{"cargo": ` + strings.Repeat(`[{"items": `, 100_000),
		"end":        `{"movements": [{"id": 1`,
		"after":      aPlan + "{}",
		"numbers":    `{"movements": [` + strings.Repeat("1,", 100_000) + `1]}`,
		"unknown":    `{"movements": [{` + strings.Repeat(`"a": 1,`, 100_000) + `"id": 1}]}`,
	} {
		_, found := ReadPlan(name, []byte(text))
		inFrench(t, found)
		if len(found) == 0 || len(found) > maxKept {
			t.Errorf("%s: %d diagnostics", name, len(found))
		}
	}
}

func TestPlansOfTheRepositoryReadBack(t *testing.T) {
	names := planFiles(t)
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, found := ReadPlan(name, text)
		if p == nil || len(found) > 0 {
			t.Fatalf("%s", render(found, 0, "en"))
		}
		once, err := MarshalPlan(p)
		if err != nil {
			t.Fatal(err)
		}
		q, _ := ReadPlan(name, once)
		if twice, _ := MarshalPlan(q); !bytes.Equal(once, twice) {
			t.Errorf("%s changes when it is read back", name)
		}
	}
}
