package handcases_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sortie"
	"sortie/internal/handcases"
)

func load(t *testing.T) []handcases.Case {
	t.Helper()
	cases, err := handcases.Load(os.DirFS("../../testdata/hand"))
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestLoadReadsEveryHandWorkedMission(t *testing.T) {
	cases := load(t)
	if len(cases) < 40 {
		t.Errorf("%d cases, want 40 or more", len(cases))
	}
	for _, c := range cases {
		if id := "\nid: " + c.Name + "\n"; !strings.Contains(string(c.Mission), id) {
			t.Errorf("%s: the mission's id is not its file's name", c.Name)
		}
		if c.Closure == nil && c.Undelivered == (sortie.Counts{}) {
			t.Errorf("%s: neither a closure nor anything left behind", c.Name)
		}
	}
}

func TestLoadReadsTheHead(t *testing.T) {
	const head = "# closure: 2022-03-01T11:00:00Z\n# undelivered: 1 people 2 items\n# late: 3 people 4 items\n" +
		"# tardiness: 5\n# lift_hours: 1.5\n#\n# Note: the arithmetic.\nsortie: 1\n"
	cases, err := handcases.Load(fstest.MapFS{
		"a.yaml":      {Data: []byte(head)},
		"a.plan.json": {Data: []byte("{}")},
		"b.yaml":      {Data: []byte("# closure: none\nsortie: 1\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	a, b := cases[0], cases[1]
	want := time.Date(2022, 3, 1, 11, 0, 0, 0, time.UTC)
	if a.Name != "a" || a.Closure == nil || !a.Closure.Equal(want) || string(a.Plan) != "{}" || string(a.Mission) != head {
		t.Errorf("a = %+v", a)
	}
	if a.Undelivered != (sortie.Counts{People: 1, Items: 2}) || a.Late != (sortie.Counts{People: 3, Items: 4}) ||
		a.Tardiness != 5 || a.LiftHours == nil || *a.LiftHours != 1.5 {
		t.Errorf("a = %+v", a)
	}
	if b.Closure != nil || b.Plan != nil || b.LiftHours != nil {
		t.Errorf("b = %+v", b)
	}
}

func TestLoadRefusesAHeadItDoesNotUnderstand(t *testing.T) {
	for name, head := range map[string]string{
		"nothing":       "sortie: 1\n",
		"no closure":    "# tardiness: 5\n",
		"no hour":       "# closure: 2022-03-01\n",
		"unknown key":   "# closure: none\n# closing: 5\n",
		"twice":         "# closure: none\n# closure: none\n",
		"counts":        "# closure: none\n# late: ten people\n",
		"not a number":  "# closure: none\n# tardiness: some\n",
		"not a measure": "# closure: none\n# lift_hours: four\n",
	} {
		if _, err := handcases.Load(fstest.MapFS{"case.yaml": {Data: []byte(head)}}); err == nil {
			t.Errorf("%s: no error", name)
		} else if !strings.Contains(err.Error(), "case.yaml") {
			t.Errorf("%s: %v does not name the file", name, err)
		}
	}
	if _, err := handcases.Load(fstest.MapFS{}); err == nil {
		t.Error("an empty folder: no error")
	}
}
