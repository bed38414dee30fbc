package missionfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sortie"
)

// badFixtures are the missions with one fault or a few, each beside the
// diagnostics that it gets.
func badFixtures(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"testdata/bad/*.yaml", "testdata/bad/*.json"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) < 40 {
		t.Fatalf("only %d bad fixtures", len(names))
	}
	return names
}

func TestBadMissionsAreDiagnosed(t *testing.T) {
	for _, name := range badFixtures(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			f, err := Read(name)
			if err != nil {
				t.Fatal(err)
			}
			have := strings.ReplaceAll(f.Render(), "testdata/bad/", "")
			golden := name + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(have), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if have != string(want) {
				t.Errorf("have\n%s\nwant\n%s", have, want)
			}
			if len(f.Diagnostics) == 0 {
				t.Error("nothing was found")
			}
			for _, d := range f.Diagnostics {
				if d.Rule == "" || d.Message.IsZero() || d.Severity == "" || d.File == "" || d.Severity == sortie.Error && d.Line == 0 {
					t.Errorf("incomplete: %+v", d)
				}
			}
		})
	}
}
