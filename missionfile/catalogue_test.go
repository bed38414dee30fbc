package missionfile

import (
	"slices"
	"strings"
	"testing"

	"sortie"
	"sortie/catalog"
)

func liftOf(t *testing.T, m *sortie.Mission, id string) sortie.LiftType {
	t.Helper()
	i := slices.IndexFunc(m.LiftTypes, func(l sortie.LiftType) bool { return l.ID == id })
	if i < 0 {
		t.Fatalf("no lift type %s", id)
	}
	return m.LiftTypes[i]
}

// override is the small mission with an entry of lift_types.
func override(t *testing.T, entry string) sortie.LiftType {
	t.Helper()
	m := mustParse(t, changed(t, "fleets:\n", "lift_types:\n  - "+entry+"\nfleets:\n"), nil).Mission
	again, err := MarshalMission(m)
	if err != nil {
		t.Fatal(err)
	}
	f := Parse("m.json", again, nil)
	if f.Failed() {
		t.Fatal(f.Render())
	}
	if back, _ := MarshalMission(f.Mission); string(back) != string(again) {
		t.Errorf("%s is read back as\n%s\nwant\n%s", entry, back, again)
	}
	return liftOf(t, m, "il-76md")
}

func TestBuiltInTypesAreListed(t *testing.T) {
	m := mustParse(t, changed(t, "people: 100", "people: 100, equipment: {ural-4320: 1, btr-80: 2, own: 1}")+
		"equipment_types: [{id: own, length: 1, width: 1, height: 1, mass: 1}]\n", nil).Mission
	var types []string
	for _, e := range m.EquipmentTypes {
		types = append(types, e.ID)
	}
	if !slices.Equal(types, []string{"own", "btr-80", "ural-4320"}) {
		t.Errorf("equipment types %v", types)
	}
	known := map[string]bool{}
	for _, s := range m.Sources {
		known[s.ID] = true
	}
	for _, e := range m.EquipmentTypes[1:] {
		for _, id := range e.Basis.Sources {
			if !known[id] {
				t.Errorf("%s rests on %s, which is not listed", e.ID, id)
			}
		}
	}
	if l := liftOf(t, m, "il-76md"); l.Speed == 0 || l.Basis == nil {
		t.Errorf("%+v", l)
	}
}

func TestEntriesChangeBuiltInLiftTypes(t *testing.T) {
	builtIn, ok := catalog.Lift("il-76md")
	if !ok || len(builtIn.PayloadRange) == 0 || builtIn.Decks == nil || builtIn.Overhead == 0 || builtIn.Runway == 0 {
		t.Fatalf("%+v", builtIn)
	}
	if l := override(t, "{id: il-76md, speed: 700}"); l.Speed != 700 || l.Mode != sortie.Air || l.Runway != builtIn.Runway || len(l.Decks) != len(builtIn.Decks) || l.Seats != builtIn.Seats {
		t.Errorf("%+v", l)
	}
	if l := override(t, "{id: il-76md, payload: 30}"); *l.Payload != 30 || l.PayloadRange != nil || l.Range != builtIn.PayloadRange[len(builtIn.PayloadRange)-1][0] {
		t.Errorf("%+v", l)
	}
	if l := override(t, "{id: il-76md, payload: 30, range: 100}"); *l.Payload != 30 || l.Range != 100 {
		t.Errorf("%+v", l)
	}
	if l := override(t, "{id: il-76md, decks: [], overhead: 0m, seats: 0, load: 0m}"); l.Decks == nil || len(l.Decks) != 0 || l.Overhead != 0 || l.Seats.Empty != 0 || l.Load != 0 || l.Unload != builtIn.Unload {
		t.Errorf("%+v", l)
	}
	if l := override(t, "{id: il-76md, decks: ~, runway: ~, payload_range: ~, gap: ~, basis: ~}"); l.Decks != nil || l.Runway != 0 || l.PayloadRange != nil || l.Gap != builtIn.Gap || l.Basis != nil {
		t.Errorf("%+v", l)
	}
	if again, _ := catalog.Lift("il-76md"); again.Speed != builtIn.Speed || len(again.Decks) != len(builtIn.Decks) {
		t.Error("the catalogue was changed")
	}
}

func TestEntriesReplaceBuiltInEquipment(t *testing.T) {
	m := mustParse(t, changed(t, "people: 100", "people: 100, equipment: {btr-80: 2}")+
		"equipment_types: [{id: btr-80, length: 1, width: 1, height: 1, mass: 1}]\n", nil).Mission
	if e := m.EquipmentTypes; len(e) != 1 || e[0].Drives || e[0].Basis != nil || e[0].Length != 1 {
		t.Errorf("%+v", e)
	}
}

func TestAssumptionsAreListedWhereTheyAreUsed(t *testing.T) {
	f := mustParse(t, changed(t, "people: 100}", "people: 100, basis: {assumed: \"a  guess\"}}"), nil)
	var lines []string
	for _, d := range f.Diagnostics {
		if d.Rule != "assumed" || d.Severity != sortie.Doubt {
			t.Errorf("%s", d.Render("en"))
		}
		lines = append(lines, d.Path+" "+d.Message.String()[:min(40, len(d.Message.String()))])
	}
	want := []string{"lift_types[0].basis.assumed built-in lift type il-76md: ", "units[0].basis.assumed unit first: a guess"}
	for i := range want {
		if i >= len(lines) || !strings.HasPrefix(lines[i], want[i]) {
			t.Fatalf("%q, want %q", lines, want)
		}
	}
	if d := f.Diagnostics[0]; !strings.Contains(d.Source, "type: il-76md") {
		t.Errorf("%s", d.Render("en"))
	}
}
