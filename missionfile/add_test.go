package missionfile

import (
	"testing"
	"testing/fstest"

	"sortie"
	"sortie/internal/lang"
)

func TestFindingsFromElsewhereAreLocated(t *testing.T) {
	text := changed(t, "units:\n  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}", "units: {csv: units.csv}")
	beside := fstest.MapFS{"units.csv": {Data: []byte("id,at,to,people,equipment.btr-80,equipment.btr-80.x\nfirst,tec2,ivanovo,100,1,\n\"second\",tec2,ivanovo,100,2,\n")}}
	f := mustParse(t, text, beside)
	before := len(f.Diagnostics)
	for _, c := range []struct {
		path, file string
		line, col  int
	}{
		{"units[1].to", "units.csv", 3, 15},
		{"units[1].equipment.btr-80", "units.csv", 3, 27},
		{"units[1].ready", "units.csv", 3, 1}, // it has none: its row
		{"units[7]", "mission.yaml", 15, 8},
		{"places[0].handles.air.working_mog", "mission.yaml", 8, 84},
		{"places[1]", "mission.yaml", 9, 5},
		{"operation.deadline", "mission.yaml", 6, 53},
		{"operation.drawdown.people_per_day", "mission.yaml", 6, 12},
		{"lift_types[0].speed", "mission.yaml", 1, 1}, // built in: nowhere in the file
		{"", "mission.yaml", 1, 1},
		{"]]][[nonsense..", "mission.yaml", 1, 1},
	} {
		f.Add(sortie.Finding{Severity: sortie.Doubt, Rule: "way", Path: c.path, Message: lang.Plain("here")})
		for _, d := range f.Diagnostics {
			if d.Rule == "way" && d.Path == c.path {
				if d.File != c.file || d.Line != c.line || d.Col != c.col {
					t.Errorf("%s is at %s:%d:%d, want %s:%d:%d", c.path, d.File, d.Line, d.Col, c.file, c.line, c.col)
				}
				break
			}
		}
	}
	if f.Failed() || len(f.Diagnostics) != before+11 {
		t.Errorf("%d diagnostics", len(f.Diagnostics))
	}
	f.Add(sortie.Finding{Severity: sortie.Error, Rule: "way", Path: "id", Message: lang.Plain("no")})
	if !f.Failed() {
		t.Error("an added error does not fail")
	}
	empty := Parse("m.yaml", []byte("["), nil)
	empty.Add(sortie.Finding{Severity: sortie.Error, Rule: "way", Path: "units[1].to", Message: lang.Plain("no")})
	if len(empty.Diagnostics) != 2 {
		t.Errorf("%s", empty.Render())
	}
}
