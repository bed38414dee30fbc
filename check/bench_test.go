package check_test

import (
	"fmt"
	"testing"
	"time"

	"sortie"
	"sortie/check"
)

// airlift is an evacuation through one runway and a valid plan for it: so many
// flights out, one every 15 minutes, each with 155 people and as many
// positioning legs in. 800 of them are the size of Kabul in August 2021.
func airlift(flights int) (*sortie.Mission, *sortie.Plan) {
	const every, units = 15 * time.Minute, 40
	lifts := 40
	start := time.Date(2021, 8, 15, 0, 0, 0, 0, time.UTC)
	m := &sortie.Mission{
		Version: 1, ID: "airlift", Timezone: "Asia/Kabul", Host: "AF", PersonT: 0.12,
		Operation: sortie.Operation{Start: start, Deadline: start.Add(time.Duration(flights+60) * every)},
		Places: []sortie.Place{
			{ID: "kabul", Country: "AF", At: sortie.Position{34.5659, 69.2124}, Handles: map[sortie.Mode]sortie.Handling{
				sortie.Air: {ParkingMOG: ptr(8), WorkingMOG: ptr(6), Runway: 3511, Interval: 5}}, Open: []string{"00:00-24:00"}},
			{ID: "doha", Country: "QA", At: sortie.Position{25.1173, 51.3150}, Handles: map[sortie.Mode]sortie.Handling{
				sortie.Air: {WorkingMOG: ptr(6), Runway: 3750}}},
		},
		LiftTypes: []sortie.LiftType{{ID: "c17", Mode: sortie.Air, Speed: 800, Overhead: 15,
			PayloadRange: [][2]float64{{4480, 77}, {11500, 0}}, Decks: []sortie.Deck{{Count: 1, Length: 26, Width: 5.5, Height: 3.7}},
			Gap: 0.15, Seats: sortie.Seats{Empty: 155, Full: 54}, Load: 60, Unload: 45, Turnaround: 67, Slots: 1, Runway: 1067}},
		Fleets:     []sortie.Fleet{{ID: "c17", Type: "c17", Nation: "US", Count: lifts, Base: "doha", HoursPerDay: 18}},
		Clearances: []sortie.Clearance{{ID: "af", Country: "AF", Mode: sortie.Air, Nations: []string{"US"}}},
		Tasks:      []sortie.Task{{ID: "gate", At: "kabul", People: 0}},
	}
	for u := range units {
		m.Units = append(m.Units, sortie.Unit{ID: fmt.Sprint("group-", u), Nation: "US", At: "kabul", To: "doha",
			People: 155 * ((flights - u + units - 1) / units), Priority: 3})
	}
	// Kabul and Doha are 2016 km apart: 15 min and 151.2 min, rounded up to 167.
	const travel, km = 167 * time.Minute, 2016.0
	p := &sortie.Plan{Version: 1, Mission: m.ID}
	for i := range flights {
		lift := fmt.Sprint("c17/", i%lifts+1)
		load := start.Add(time.Duration(i) * every)
		in, out := load.Add(-7*time.Minute), load.Add(60*time.Minute)
		p.Movements = append(p.Movements,
			sortie.Movement{Lift: lift, Mode: sortie.Air, From: "doha", To: "kabul", Load: in.Add(-travel), Depart: in.Add(-travel),
				Arrive: in, Unloaded: in, KM: km},
			sortie.Movement{Lift: lift, Mode: sortie.Air, From: "kabul", To: "doha", Load: load, Depart: out, Arrive: out.Add(travel),
				Unloaded: out.Add(travel + 45*time.Minute), KM: km, Cargo: []sortie.Cargo{{Unit: fmt.Sprint("group-", i%units), People: 155}}})
	}
	return m, p
}

func TestAirliftIsValid(t *testing.T) {
	m, p := airlift(800)
	s := scene{Mission: *m, plan: *p}
	r := s.check()
	for i, b := range r.Breaches {
		if i < 5 {
			t.Errorf("%s: %s", tell(b), b.Message)
		}
	}
	if r.Verdict.Undelivered.People != 0 || r.Verdict.Sorties != 800 {
		t.Errorf("%+v", r.Verdict)
	}
}

// BenchmarkKabulSize checks a plan of 1600 movements and 124,000 people.
func BenchmarkKabulSize(b *testing.B) { benchmarkAirlift(b, 800) }

// BenchmarkTenfold shows that time grows with the plan.
func BenchmarkTenfold(b *testing.B) { benchmarkAirlift(b, 8000) }

func benchmarkAirlift(b *testing.B, flights int) {
	m, p := airlift(flights)
	s := scene{Mission: *m, plan: *p}
	s.check()
	b.ReportAllocs()
	for b.Loop() {
		check.Plan(&s.Mission, &s.plan)
	}
}
