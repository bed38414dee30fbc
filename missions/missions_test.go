package missions_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"sortie/missionfile"
	"sortie/missions"
)

// The program holds every mission of the folder, as it is in its file.
func TestEveryMissionIsInTheProgram(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, e := range entries {
		if e.IsDir() {
			want = append(want, e.Name())
		}
	}
	if got := missions.Names(); !slices.Equal(got, want) || len(got) < 5 {
		t.Fatalf("%v, not %v", got, want)
	}
	for _, name := range want {
		held, err := missions.Read(name)
		if err != nil || held.Failed() {
			t.Fatal(name, err, held.Render("en"))
		}
		filed, err := missionfile.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		a, errA := missionfile.MarshalMission(held.Mission)
		b, errB := missionfile.MarshalMission(filed.Mission)
		if err := errors.Join(errA, errB); err != nil || !bytes.Equal(a, b) || held.Mission.ID != name {
			t.Errorf("%s (%s) is not what its folder has: %v", name, held.Mission.ID, err)
		}
	}
}

func TestNoOtherFileIsRead(t *testing.T) {
	for _, name := range []string{"", ".", "..", "first-lift/mission.yaml", "../missions/first-lift", "none"} {
		if _, err := missions.Read(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", name, err)
		}
	}
}
