package bound_test

import (
	"context"
	"testing"
	"time"

	"sortie/bound"
	"sortie/missionfile"
	"sortie/network"
)

// One aircraft takes both trucks, but each to another place: it unloads both at
// the nearer one at 03:40, loads one again, and is unloaded at the other at 06:30.
const apart = `
sortie: 1
id: apart
timezone: UTC
host: KZ
operation: {kind: withdrawal, start: 2022-03-01T00:00:00Z, deadline: 2022-03-05T00:00:00Z}
air: listed
places:
  - {id: site, country: KZ, at: [43, 77], handles: {air: {}}}
  - {id: near, country: RU, at: [50, 77], handles: {air: {}}}
  - {id: far, country: RU, at: [52, 77], handles: {air: {}}}
links:
  - {mode: air, between: [site, near], minutes: 100}
  - {mode: air, between: [site, far], minutes: 140}
  - {mode: air, between: [near, far], minutes: 50}
lift_types:
  - {id: plane, mode: air, speed: 600, payload: 20, range: 5000, load: 1h, unload: 1h}
equipment_types:
  - {id: truck, length: 7, width: 2.5, height: 3, mass: 9}
fleets:
  - {id: planes, type: plane, count: 1, base: site}
units:
  - {id: a, nation: RU, at: site, to: near, equipment: {truck: 1}}
  - {id: b, nation: RU, at: site, to: far, equipment: {truck: 1}}
`

func TestWhatIsUnloadedElsewhereHasNotArrived(t *testing.T) {
	f := missionfile.Parse("apart.yaml", []byte(apart), nil)
	if f.Failed() {
		t.Fatal(f.Diagnostics)
	}
	n := compile(t, f.Mission)
	r := bound.Closure(context.Background(), n, bound.Everything(n))
	if r == nil {
		t.Fatal("no bound")
	}
	best := network.MinuteOf(time.Date(2022, 3, 1, 6, 30, 0, 0, time.UTC))
	if r.Closure != best || len(r.Certificate.Parts) != 2 {
		t.Errorf("bound %v in %d parts, best 06:30: %s", r.Closure.Time(n.Zone), len(r.Certificate.Parts), r.Proof)
	}
	verified(t, "apart", f.Mission, r)
}
