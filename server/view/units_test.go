package view

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"sortie"
	"sortie/server/view/viewtest"
	"sortie/store"
)

// Writing several units at once comes to what writing them one after the other
// comes to.
func TestManyAreWrittenAsOneByOne(t *testing.T) {
	missions(t, func(name, nation string, m *sortie.Mission, _ *sortie.Plan) {
		for _, v := range []View{liaison(nation), planner} {
			units := v.Mission(m).Units
			if len(units) == 0 {
				continue
			}
			u := units[0]
			u.Name, u.People = "Changed", u.People+3
			more := sortie.Unit{ID: "another", Nation: nation, At: u.At, People: 4, Priority: 2}
			last := sortie.Unit{ID: "last", Nation: nation, At: u.At, To: u.To, Priority: 3}
			writings := []Writing{{ID: u.ID, Body: marshal(t, u)}, {ID: "another", Body: marshal(t, more)}, {ID: "last", Body: marshal(t, last)}}
			next, written, err := v.WriteUnits(m, writings)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			one := m
			for i, w := range writings {
				var single *sortie.Unit
				if one, single, err = v.PutUnit(one, w.ID, w.Body); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if single.ID != written[i].ID || single.Nation != written[i].Nation {
					t.Errorf("%s: %+v, one by one %+v", name, written[i], single)
				}
			}
			if a, b := canonical(t, next), canonical(t, one); !bytes.Equal(a, b) {
				t.Errorf("%s: at once\n%s\none by one\n%s", name, a, b)
			}
			back, _, err := v.WriteUnits(next, []Writing{{ID: "last", Out: true}, {ID: u.ID, Body: marshal(t, units[0])}, {ID: "another", Out: true}})
			if err != nil || !bytes.Equal(sorted(t, back), sorted(t, m)) {
				t.Errorf("%s: not undone: %v", name, err)
			}
		}
	})
}

func TestWriteUnits(t *testing.T) {
	m := small(t)
	theirs := viewtest.Mark + "-unit-1"
	const where = `"at":"tets-2","to":"tokmok"`
	unit := []byte(`{` + where + `,"people":12}`)
	for _, c := range []struct {
		name     string
		writings []Writing
		err      string // empty: none
		path     string // of the first finding
	}{
		{"a pair that belongs together", []Writing{{ID: "kg-b", Body: []byte(`{` + where + `,"people":12,"after":["kg-a"]}`)}, {ID: "kg-a", Body: unit}}, "", ""},
		{"renamed", []Writing{{ID: "kg-guard", Out: true}, {ID: "kg-sentry", Body: unit}}, "", ""},
		{"one of them wrong", []Writing{{ID: "kg-a", Body: unit}, {ID: "kg-b", Body: []byte(`{` + where + `,"people":-4}`)}}, "people is -4; it must be from 0 to 10,000,000", `units["kg-b"].people`},
		{"not an object", []Writing{{ID: "kg-a", Body: unit}, {ID: "kg \"b\"", Body: []byte(`[]`)}}, "a unit is a JSON object", `units["kg \"b\""]`},
		{"another nation", []Writing{{ID: "kg-a", Body: unit}, {ID: "kg-b", Body: []byte(`{"nation":"RU",` + where + `,"people":12}`)}}, `a unit of nation "RU" is not yours to write`, ""},
		{"somebody else's", []Writing{{ID: "kg-a", Body: unit}, {ID: theirs, Body: unit}}, store.ErrTaken.Error(), ""},
		{"somebody else's, out", []Writing{{ID: "kg-a", Body: unit}, {ID: theirs, Out: true}}, store.ErrNotFound.Error(), ""},
		{"out, and not there", []Writing{{ID: "kg-a", Body: unit}, {ID: "kg-none", Out: true}}, store.ErrNotFound.Error(), ""},
		{"out, and others wait for it", []Writing{{ID: "kg-company", Out: true}, {ID: "kg-a", Body: unit}}, ErrOthers.Error(), ""},
		{"out, and its own wait for it", []Writing{{ID: "kg-guard", Out: true}, {ID: "kg-a", Body: []byte(`{` + where + `,"people":12,"after":["kg-guard"]}`)}}, `no unit is called "kg-guard"`, `units["kg-a"].after[0]`},
		{"in a circle through others", []Writing{{ID: "kg-a", Body: unit}, {ID: "kg-company", Body: []byte(`{` + where + `,"people":12,"after":["kg-guard"]}`)}}, ErrOthers.Error(), ""},
	} {
		next, _, err := liaison("KG").WriteUnits(m, c.writings)
		var refused *Refused
		switch {
		case err == nil && c.err != "":
			t.Errorf("%s: taken", c.name)
		case err != nil && err.Error() != c.err:
			t.Errorf("%s: %v", c.name, err)
		case c.path != "" && (!errors.As(err, &refused) || refused.Findings[0].Path != c.path):
			t.Errorf("%s: %+v", c.name, refused)
		case err == nil && !bytes.Equal(rest(next), rest(m)):
			t.Errorf("%s: what is others' has changed", c.name)
		}
	}
}

// A planner who breaks several units is told of each by its id.
func TestPlannerIsToldOfEachUnit(t *testing.T) {
	m := small(t)
	var writings []Writing
	for i := range 5 {
		writings = append(writings, Writing{ID: fmt.Sprintf("n-%d", i), Body: fmt.Appendf(nil, `{"nation":"AM","at":"almaty","people":%d}`, 2-i)})
	}
	writings = append(writings, Writing{ID: "kg-company", Out: true})
	_, _, err := planner.WriteUnits(m, writings)
	var refused *Refused
	if !errors.As(err, &refused) {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range refused.Findings {
		paths = append(paths, f.Path)
	}
	for _, want := range []string{`units["n-3"].people`, `units["n-4"].people`} {
		if !slices.Contains(paths, want) {
			t.Errorf("%s is not among %q", want, paths)
		}
	}
	if !slices.ContainsFunc(refused.Findings, func(f sortie.Finding) bool { return f.Rule == "unknown-id" }) || len(paths) != 3 {
		t.Errorf("who waits for kg-company is not told: %q", paths)
	}
}
