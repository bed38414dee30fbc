package bound

import (
	"math/rand/v2"
	"testing"

	"sortie/missionfile"
	"sortie/network"
)

// All its times are multiples of ten minutes.
const inTens = `
sortie: 1
id: in-tens
timezone: UTC
host: KZ
d_day: 2022-03-01
operation: {kind: withdrawal, start: D+0T00:00, deadline: D+5}
places:
  - {id: site, country: KZ, open: ["05:30-19:40"], handles: {air: {working_mog: 1, parking_mog: 2, interval: 10m}}}
  - {id: near, country: RU, handles: {air: {working_mog: 1, interval: 20m}}}
  - {id: far, country: UZ, handles: {air: {parking_mog: 1}}}
air: listed
links:
  - {mode: air, between: [site, near], minutes: 150}
  - {mode: air, between: [near, far], minutes: 70}
  - {mode: air, between: [site, far], minutes: 210}
lift_types:
  - {id: plane, mode: air, speed: 600, payload: 10, seats: 50, load: 1h, unload: 40m, turnaround: 50m}
fleets:
  - {id: f, type: plane, count: 2, base: near}
units:
  - {id: a, at: site, to: near, people: 120}
  - {id: b, at: site, to: far, people: 130, ready: D+0T06:10}
`

// TestCoarseStepsLoseNothingWhereAllTimesAreMultiples holds routes in steps of ten minutes against those to the minute.
func TestCoarseStepsLoseNothingWhereAllTimesAreMultiples(t *testing.T) {
	n, w, entries := worldOf(t, inTens)
	r := newRouting(w, entries, n.Last)
	r.serve()
	if len(r.servers) == 0 {
		t.Fatal("nothing has fees")
	}
	random, earned := rand.New(rand.NewPCG(1, 1)), 0
	for range 50 {
		s := &stakes{}
		for _, k := range r.sorts {
			each := make([]int64, len(n.Places))
			for p := range each {
				if network.PlaceIndex(p) != r.unit(k.parts[0]).To {
					each[p] = 500 + random.Int64N(1500)
				}
			}
			s.each = append(s.each, each)
		}
		for range r.servers {
			fees := make([]int64, 48)
			for step := range fees {
				fees[step] = max(0, random.Int64N(300)-150)
			}
			s.fees = append(s.fees, fees)
		}
		s.days = [][]int64{nil}
		for range 20 {
			s.days[0] = append(s.days[0], max(0, random.Int64N(20)-15))
		}
		by := n.Start + 10*network.Minute(100+random.IntN(150))
		fine, _, _ := r.best(0, s, by, unlimited)
		r.grain, r.laid = coarse, laid{}
		rough, route, known := r.best(0, s, by, unlimited)
		r.grain, r.laid = 1, laid{}
		if !known || rough != fine {
			t.Fatalf("by %d a route earns %d to the minute and %d in steps of %d", by-n.Start, fine, rough, coarse)
		}
		if fine > 0 {
			earned++
			if last := route.loads[len(route.loads)-1]; last.ends > by {
				t.Errorf("a route by %d ends at %d", by-n.Start, last.ends-n.Start)
			}
		}
	}
	if earned == 0 {
		t.Error("no route earns anything")
	}
}

// worldOf is a mission as routes are looked for in it, with all that has to be delivered.
func worldOf(t *testing.T, text string) (*network.Network, *world, []*entry) {
	t.Helper()
	f := missionfile.Parse("mission.yaml", []byte(text), nil)
	if f.Failed() {
		t.Fatal(f.Diagnostics)
	}
	n, err := network.Compile(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(n)
	return n, w, newLedger(t.Context(), w, Everything(n), anyTardiness).entries
}
