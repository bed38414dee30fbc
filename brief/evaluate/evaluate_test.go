package evaluate

import (
	"os"
	"testing"
)

// TestDevelopmentSet holds the reader to what was promised of it on the
// announcements that it was made with.
func TestDevelopmentSet(t *testing.T) {
	cases, err := Cases(os.DirFS("../testdata/dev"))
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) < 60 {
		t.Errorf("%d announcements, want at least 60", len(cases))
	}
	r := Run(cases)
	t.Logf("%d announcements\n%s", r.Cases, r.Table())
	for _, f := range r.Faults {
		t.Log(f)
	}
	if p, c := r.All().Precision(), r.All().Recall(); p < 0.95 || c < 0.90 {
		t.Errorf("precision %.3f and recall %.3f, want at least 0.95 and 0.90", p, c)
	}
}
