package export_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"testing/fstest"

	"sortie/missionfile"
	"sortie/missions"
)

// What a workbook says of a mission's lists is read back as the same lists, but for
// places: their closures have a sheet of their own, and modes without limits no cell.
func TestWorkbookIsReadBack(t *testing.T) {
	for _, name := range missions.Names() {
		f, err := missions.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		before, err := missionfile.MarshalMission(f.Mission)
		if err != nil {
			t.Fatal(err)
		}
		var keys map[string]json.RawMessage
		if err := json.Unmarshal(before, &keys); err != nil {
			t.Fatal(err)
		}
		for _, list := range []string{"units", "links", "equipment_types", "fleets", "clearances", "tasks", "sources"} {
			if keys[list] != nil {
				keys[list] = json.RawMessage(`{"xlsx":"lists.xlsx"}`)
			}
		}
		text, err := json.Marshal(keys)
		if err != nil {
			t.Fatal(err)
		}
		again := missionfile.Parse("mission.json", text, fstest.MapFS{"lists.xlsx": {Data: written(t, "xlsx", f.Mission, nil)}})
		if again.Failed() {
			t.Fatalf("%s: %s", name, again.Render("en"))
		}
		after, err := missionfile.MarshalMission(again.Mission)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(before, after) {
			a, b := bytes.Split(before, []byte("\n")), bytes.Split(after, []byte("\n"))
			for i := range min(len(a), len(b)) {
				if !bytes.Equal(a[i], b[i]) {
					t.Errorf("%s: line %d was\n%s\nand is\n%s", name, i+1, a[i], b[i])
					break
				}
			}
		}
	}
}
