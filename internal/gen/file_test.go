package gen_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"sortie"
	"sortie/internal/gen"
	"sortie/missionfile"
)

// A generated mission is what a reader makes of it: no error, and the same
// mission again.
func TestGeneratedMissionsAreReadBackAsTheyAre(t *testing.T) {
	missions := map[string]*sortie.Mission{"large": gen.Large(1, 20_000)}
	for seed := range uint64(seeds / 4) {
		missions[fmt.Sprint("seed-", seed)] = gen.Small(seeded(seed))
	}
	for name, m := range missions {
		data, err := missionfile.MarshalMission(m)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		f := missionfile.Parse(name+".json", data, nil)
		for _, d := range f.Diagnostics {
			if d.Severity == sortie.Error {
				t.Errorf("%s: %s", name, d.Render("en"))
			}
		}
		if t.Failed() {
			t.Fatalf("%s:\n%s", name, data)
		}
		again, err := missionfile.MarshalMission(f.Mission)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if string(again) != string(data) {
			t.Fatalf("%s: written\n%s\nread back\n%s", name, data, again)
		}
	}
}

func TestForceListIsReadWithoutError(t *testing.T) {
	mission, units := gen.FromUnits(500)
	f := missionfile.Parse("mission.yaml", mission, fstest.MapFS{"units.csv": {Data: units}})
	for _, d := range f.Diagnostics {
		if d.Severity == sortie.Error {
			t.Fatal(d.Render("en"))
		}
	}
	if len(f.Mission.Units) != 500 {
		t.Errorf("%d units, want 500", len(f.Mission.Units))
	}
}
