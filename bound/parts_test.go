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

// The box for the field is due at 04:00, so it comes first, at 03:40; the second
// is there at 09:00, and by lorry in the village at 11:00. The other way round all
// is done at 09:00, and the first is tardy.
const hurried = `
sortie: 1
id: hurried
timezone: UTC
host: KZ
operation: {kind: deployment, start: 2022-03-01T00:00:00Z, deadline: 2022-03-05T00:00:00Z}
air: listed
places:
  - {id: home, country: RU, at: [50, 77], handles: {air: {}}}
  - {id: field, country: KZ, at: [43, 77], handles: {air: {}, road: {}}}
  - {id: village, country: KZ}
links:
  - {mode: air, between: [home, field], minutes: 100}
  - {mode: road, between: [field, village], minutes: 60}
lift_types:
  - {id: plane, mode: air, speed: 600, payload: 10, range: 5000, load: 1h, unload: 1h}
  - {id: lorry, mode: road, speed: 60, payload: 10, range: 5000, load: 30m, unload: 30m}
equipment_types:
  - {id: box, length: 7, width: 2.5, height: 3, mass: 9}
fleets:
  - {id: planes, type: plane, count: 1, base: home}
  - {id: lorries, type: lorry, count: 1, base: field}
units:
  - {id: a, nation: RU, at: home, to: field, equipment: {box: 1}, due: 2022-03-01T04:00:00Z}
  - {id: b, nation: RU, at: home, to: village, equipment: {box: 1}}
`

func TestWhoIsDueSoonerComesFirst(t *testing.T) {
	f := missionfile.Parse("hurried.yaml", []byte(hurried), nil)
	if f.Failed() {
		t.Fatal(f.Diagnostics)
	}
	n := compile(t, f.Mission)
	all := bound.Everything(n)
	for name, c := range map[string]struct {
		r    *bound.Result
		hour int
	}{
		"any":      {bound.Closure(context.Background(), n, all), 9},
		"punctual": {bound.Punctual(context.Background(), n, all, 0), 11},
		"tardier":  {bound.Punctual(context.Background(), n, all, 5*60*3), 9},
	} {
		if c.r == nil {
			t.Fatal("no bound")
		}
		if best := network.MinuteOf(time.Date(2022, 3, 1, c.hour, 0, 0, 0, time.UTC)); c.r.Closure != best || (c.r.Certificate.Tardiness != nil) != (c.hour == 11) {
			t.Errorf("%s: bound %v, best %d:00: %s", name, c.r.Closure.Time(n.Zone), c.hour, c.r.Proof)
		}
		verified(t, name, f.Mission, c.r)
	}
}

func TestWhatIsUnloadedElsewhereHasNotArrived(t *testing.T) {
	n, r := bounded(t, apart)
	best := network.MinuteOf(time.Date(2022, 3, 1, 6, 30, 0, 0, time.UTC))
	if r.Closure != best || len(r.Certificate.Parts) != 2 {
		t.Errorf("bound %v in %d parts, best 06:30: %s", r.Closure.Time(n.Zone), len(r.Certificate.Parts), r.Proof)
	}
	verified(t, "apart", n.Mission, r)
}
