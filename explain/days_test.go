package explain

import (
	"testing"

	"sortie"
)

func TestDays(t *testing.T) {
	m := mission()
	m.Units = append(m.Units, sortie.Unit{ID: "in", At: "b", To: "a", People: 30, Equipment: map[string]int{"truck": 1}})
	arrival := sortie.Movement{Lift: "f/3", Mode: sortie.Air, From: "b", To: "a", Load: clock(20), Depart: clock(22), Arrive: clock(26),
		Unloaded: clock(27), Cargo: []sortie.Cargo{{Unit: "in", People: 30, Items: []sortie.Item{{Type: "truck"}}}}}
	days := Days(m, plan(position("f/1", 0), fly("f/1", 0, 150), fly("f/2", 23, 250), arrival))
	if len(days) != 3 || days[0].Date.String() != "2022-01-12" {
		t.Fatalf("got %+v, want the 12th (positioning) to the 14th", days)
	}
	first, second := days[1], days[2]
	// f/2 loads at 23:00 and departs after midnight: it counts for the second
	// day, and its people no longer stand in the theatre at the end of the first.
	if first.Sorties["plane"] != 2 || first.Out.People != 150 || first.Strength != 0 {
		t.Errorf("first day is %+v", first)
	}
	if second.Sorties["plane"] != 1 || second.Out.People != 250 || second.In != (sortie.Counts{People: 30, Items: 1}) || second.Strength != 30 {
		t.Errorf("second day is %+v", second)
	}
	if second.Closure == nil || !second.Closure.Equal(clock(30)) {
		t.Errorf("closure of the second day is %v, want 06:00", second.Closure)
	}
	if days[0].Empty != 1 {
		t.Errorf("the day before has %d empty legs, want 1", days[0].Empty)
	}
}

func TestUnits(t *testing.T) {
	m := mission()
	m.Operation.Deadline = clock(20)
	units := Units(m, plan(fly("f/1", 0, 150), fly("f/2", 20, 50)))
	want := UnitPlan{Unit: "u", Delivered: sortie.Counts{People: 200}, Late: sortie.Counts{People: 50},
		Left: sortie.Counts{People: 200}, First: clock(0), Last: clock(27), Movements: 2}
	if len(units) != 1 || units[0] != want {
		t.Errorf("got %+v, want %+v", units, want)
	}
}
