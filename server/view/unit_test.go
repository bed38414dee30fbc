package view

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sortie"
	"sortie/missionfile"
	"sortie/server/view/viewtest"
	"sortie/store"
)

// What a liaison reads of a unit and writes back changes nothing, also where the
// unit waits for units that it does not see.
func TestUnitReadAndWrittenIsTheSame(t *testing.T) {
	missions(t, func(name, nation string, m *sortie.Mission, _ *sortie.Plan) {
		v := liaison(nation)
		own := v.Mission(m).Units
		for _, u := range own[:min(3, len(own))] {
			body, err := v.Unit(m, u.ID)
			if err != nil {
				t.Fatal(err)
			}
			next, written, err := v.PutUnit(m, u.ID, body)
			if err != nil {
				t.Fatalf("%s: %s: %v", name, u.ID, err)
			}
			if written.ID != u.ID || written.Nation != nation {
				t.Errorf("%+v", written)
			}
			if a, b := sorted(t, next), sorted(t, m); !bytes.Equal(a, b) {
				t.Errorf("%s: %s written back changes\n%s\nto\n%s", name, u.ID, b, a)
			}
		}
	})
}

// sorted is a mission's canonical JSON, with what units wait for in order.
func sorted(t testing.TB, m *sortie.Mission) []byte {
	out := *m
	out.Units = slices.Clone(m.Units)
	for i := range out.Units {
		out.Units[i].After = slices.Sorted(slices.Values(out.Units[i].After))
	}
	return canonical(t, &out)
}

// small is a mission in which KG and RU wait for each other's units.
func small(t testing.TB) *sortie.Mission {
	m, _ := kazakhstan(t, "kazakhstan-2022")
	m.Units = append(slices.Clone(m.Units[:8]), sortie.Unit{ID: "kg-guard", Nation: "KG", At: "tets-1", To: "tokmok", People: 5, Priority: 3, After: []string{"ru-217-first"}})
	for i := range m.Units {
		switch m.Units[i].ID {
		case "kg-company":
			m.Units[i].After = []string{"tj-battalion"}
		case "ru-217-first":
			m.Units[i].After = []string{"kg-company"}
		}
	}
	viewtest.Plant(m, "KG")
	return again(t, m)
}

func TestPutUnit(t *testing.T) {
	m := small(t)
	v := liaison("KG")
	const rest = `"at":"tets-2","to":"tokmok","people":12`
	for _, c := range []struct {
		name, id, body string
		err            string // empty: none
	}{
		{"a new unit", "kg-second", `{` + rest + `,"equipment":{"ural-4320":2},"ready":"D+3","after":["kg-company"]}`, ""},
		{"another figure", "kg-company", `{"people":151,"at":"tets-2","to":"tokmok"}`, ""},
		{"a built-in type that nobody has", "kg-company", `{` + rest + `,"equipment":{"btr-80":1}}`, ""},
		{"somebody else's id", viewtest.Mark + "-unit-1", `{` + rest + `}`, store.ErrTaken.Error()},
		{"another nation", "kg-third", `{"nation":"RU",` + rest + `}`, `a unit of nation "RU" is not yours to write`},
		{"its own given away", "kg-company", `{"nation":"RU",` + rest + `}`, `a unit of nation "RU" is not yours to write`},
		{"no nation", "kg-third", `{"nation":"",` + rest + `}`, `a unit of nation "" is not yours to write`},
		{"another id", "kg-company", `{"id":"kg-third",` + rest + `}`, `the unit is "kg-company" by its address: its id should be the same, or be left out`},
		{"waits for one that is not seen", "kg-third", `{` + rest + `,"after":["` + viewtest.Mark + `-unit-1"]}`, `no unit is called "` + viewtest.Mark + `-unit-1"`},
		{"waits for one that is not there", "kg-third", `{` + rest + `,"after":["` + viewtest.Mark + `-unit-99"]}`, `no unit is called "` + viewtest.Mark + `-unit-99"`},
		{"a type that others have", "kg-third", `{` + rest + `,"equipment":{"` + viewtest.Mark + `-type-0":1}}`, `no equipment type is called "` + viewtest.Mark + `-type-0"`},
		{"waits in a circle through others", "kg-company", `{` + rest + `,"after":["kg-guard"]}`, ErrOthers.Error()},
		{"an id that is no text", "\xe5", `{` + rest + `}`, `the unit is "?" by its address: its id should be the same, or be left out`},
		{"no object", "kg-third", `[]`, "a unit is a JSON object"},
		{"nothing", "kg-company", ``, "a unit is a JSON object"},
		{"null", "kg-third", `null`, "a unit is a JSON object"},
		{"nation no text", "kg-third", `{"nation":7}`, "nation should be text"},
		{"unknown key", "kg-third", `{` + rest + `,"ID":"x"}`, `a unit has no key "ID"`},
	} {
		if c.body == "" {
			if _, _, err := v.PutUnit(m, c.id, nil); err == nil || err.Error() != c.err {
				t.Errorf("%s at all: %v", c.name, err)
			}
		}
		next, written, err := v.PutUnit(m, c.id, []byte(c.body))
		if written == nil || written.ID != c.id {
			t.Errorf("%s: written %+v", c.name, written)
		}
		switch {
		case err == nil && c.err != "":
			t.Errorf("%s: taken", c.name)
		case err != nil && (c.err == "" || err.Error() != c.err):
			t.Errorf("%s: %v", c.name, err)
		case err == nil:
			if next.Units[indexOf(next.Units, c.id)].Nation != "KG" {
				t.Errorf("%s: %+v", c.name, next.Units)
			}
		}
	}
}

// A liaison can take out its units, unless others wait for them; what it does
// not see is not there.
func TestDeleteUnit(t *testing.T) {
	m := small(t)
	if _, err := liaison("KG").DeleteUnit(m, "kg-company"); !errors.Is(err, ErrOthers) {
		t.Error(err)
	}
	for i := range m.Units {
		m.Units[i].After = nil
	}
	next, err := liaison("KG").DeleteUnit(m, "kg-company")
	if err != nil || len(next.Units) != len(m.Units)-1 || indexOf(next.Units, "kg-company") >= 0 {
		t.Error(err)
	}
	for _, id := range []string{"nothing", m.Units[1].ID} {
		if _, err := liaison("KG").DeleteUnit(m, id); !errors.Is(err, store.ErrNotFound) {
			t.Error(err)
		}
		if _, err := liaison("KG").Unit(m, id); !errors.Is(err, store.ErrNotFound) {
			t.Error(err)
		}
	}
	if _, err := planner.DeleteUnit(m, m.Units[1].ID); err != nil {
		t.Error(err)
	}
}

// Whoever sees everything is told in full what is wrong.
func TestPlannerIsToldEverything(t *testing.T) {
	m := small(t)
	var refused *Refused
	if _, _, err := planner.PutUnit(m, m.Units[1].ID, []byte(`{"nation":"TJ","at":"nowhere","people":-1}`)); !errors.As(err, &refused) || len(refused.Findings) != 2 {
		t.Errorf("%v", err)
	}
	if _, err := planner.DeleteUnit(m, "kg-company"); !errors.As(err, &refused) || !strings.Contains(err.Error(), "kg-company") {
		t.Errorf("%v", err)
	}
	next, written, err := planner.PutUnit(m, "xx", []byte(`{"nation":"AM","at":"almaty","people":4}`))
	if err != nil || written.Nation != "AM" || len(next.Units) != len(m.Units)+1 {
		t.Error(err)
	}
}

// hold checks what must be so whatever a liaison writes: an error tells nothing,
// and nothing of others is changed.
func hold(t interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}, m *sortie.Mission, id string, body []byte,
) {
	t.Helper()
	v := liaison("KG")
	many, _, manyErr := v.WriteUnits(m, []Writing{{ID: "kg-more", Body: []byte(`{"at":"` + m.Places[0].ID + `","people":1}`)}, {ID: id, Body: body}})
	next, _, err := v.PutUnit(m, id, body)
	if manyErr == nil && !bytes.Equal(rest(m), rest(many)) {
		t.Fatalf("%s %s among others changes what is others'", id, body)
	}
	if (manyErr == nil) != (err == nil) {
		t.Fatalf("%s %s: alone %v, among others %v", id, body, err, manyErr)
	}
	if err != nil {
		err = errors.Join(err, manyErr)
		var among *Refused
		if errors.As(manyErr, &among) {
			more, _ := json.Marshal(among.Findings)
			err = errors.Join(err, errors.New(string(more)))
		}
		var refused *Refused
		text := []byte(err.Error())
		if errors.As(err, &refused) {
			more, _ := json.Marshal(refused.Findings)
			text = append(text, more...)
		}
		if !bytes.Contains(slices.Concat(body, []byte(id)), []byte(viewtest.Mark)) && viewtest.Found(text) != nil {
			t.Errorf("%s %s: %s", id, body, text)
		}
		return
	}
	before, after := rest(m), rest(next)
	if !bytes.Equal(before, after) {
		t.Fatalf("%s %s changes what is others'\n%s\n%s", id, body, before, after)
	}
	if u := next.Units[indexOf(next.Units, id)]; u.Nation != "KG" {
		t.Fatalf("%s %s makes %+v", id, body, u)
	}
}

// rest is all of a mission that a liaison of KG may not change.
func rest(m *sortie.Mission) []byte {
	out := *m
	out.Units, out.EquipmentTypes = nil, nil
	for _, u := range m.Units {
		if u.Nation != "KG" {
			out.Units = append(out.Units, u)
		}
	}
	text, err := json.Marshal(out)
	if err != nil {
		return fmt.Append(nil, err)
	}
	return text
}

func TestHostileUnits(t *testing.T) {
	m := small(t)
	theirs := []string{m.Units[1].ID, m.Units[5].ID}
	rapid.Check(t, func(t *rapid.T) {
		ids := append([]string{"kg-company", "kg-new", "", "almaty", "é\x00"}, theirs...)
		strs := rapid.SampledFrom(append(ids, "KG", "RU", "kg", "tets-2", "D+3", "9999-01-01T00:00:00Z", "24h", `{"csv":"units.csv"}`))
		value := rapid.OneOf(
			rapid.Map(strs, func(s string) any { return s }),
			rapid.Map(rapid.IntRange(-3, 1<<40), func(n int) any { return n }),
			rapid.Map(rapid.SliceOfN(strs, 0, 3), func(s []string) any { return s }),
			rapid.Map(rapid.MapOfN(strs, rapid.IntRange(-1, 5), 0, 2), func(m map[string]int) any { return m }),
			rapid.Just[any](nil), rapid.Just[any](true),
		)
		keys := rapid.SampledFrom([]string{"id", "nation", "name", "at", "to", "people", "equipment", "ready", "due", "priority", "modes", "via", "together", "after", "basis", "csv", "units", "ID"})
		unit := map[string]any{"at": "tets-2", "people": 3}
		for range rapid.IntRange(0, 5).Draw(t, "fields") {
			unit[keys.Draw(t, "key")] = value.Draw(t, "value")
		}
		body, err := json.Marshal(unit)
		if err != nil {
			t.Fatal(err)
		}
		hold(t, m, rapid.SampledFrom(ids).Draw(t, "id"), body)
	})
}

func FuzzPutUnit(f *testing.F) {
	file, err := missionfile.Read("../../missions/first-lift")
	if err != nil {
		f.Fatal(err)
	}
	m := file.Mission
	for _, id := range []string{"kg-company", "tj-company", "tj-post"} {
		u := m.Units[0]
		u.ID, u.Nation, u.After = id, strings.ToUpper(id[:2]), nil
		m.Units = append(m.Units, u)
	}
	viewtest.Plant(m, "KG")
	m = again(f, m)
	for _, body := range []string{`{}`, `{"at":"camp","people":3}`, `{"at":"camp","after":["kg-company"],"nation":"RU"}`, `{"equipment":{"tigre":1}}`, `{"at":"camp","at":"x"}`, `[[`} {
		f.Add("kg-company", []byte(body))
		f.Add("kg-new", []byte(body))
		f.Add("\xe5", []byte(body))
	}
	f.Fuzz(func(t *testing.T, id string, body []byte) { hold(t, m, id, body) })
}
