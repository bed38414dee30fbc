package bound_test

import (
	"context"
	"testing"
	"time"

	"sortie/bound"
	"sortie/missionfile"
	"sortie/network"
)

// The site lets convoys out until 22:00 and home lets them in from 10:00 on. A
// jeep needs 10 h: it would have to leave between 00:00 and 12:00, when the
// site is closed until 06:00, so that alone it arrives at 16:00. With a truck,
// 14 h, it leaves at 20:00 and arrives at 10:00.
const slowFirst = `
sortie: 1
id: slow-first
timezone: UTC
host: KZ
d_day: 2022-03-01
operation: {kind: withdrawal, start: D+0T19:00, deadline: D+5}
places:
  - {id: site, country: KZ, open: ["06:00-22:00"]}
  - {id: home, country: RU}
links:
  - {mode: road, from: site, to: home, km: 700}
equipment_types:
  - {id: jeep, length: 4, width: 2, height: 2, mass: 2, drives: true, kmh: 70, seats: 4}
  - {id: truck, length: 7, width: 2.5, height: 3, mass: 9, drives: true, kmh: 50, seats: 2}
units:
  - {id: u, nation: RU, at: site, to: home, people: 2, equipment: {jeep: 1, truck: 1}}
clearances:
  - {id: c, country: RU, from: D+1T10:00}
`

func TestASlowerConvoyCanBeTheFirst(t *testing.T) {
	n, r := bounded(t, slowFirst)
	best := network.MinuteOf(time.Date(2022, 3, 2, 10, 0, 0, 0, time.UTC))
	if r.Closure != best {
		t.Errorf("bound %v, best 10:00 on the 2nd: %s", r.Closure.Time(n.Zone), r.Proof)
	}
	verified(t, "slow-first", n.Mission, r)
}

// bounded is the mission of a text, compiled, and the bound on delivering all of it.
func bounded(t *testing.T, text string) (*network.Network, *bound.Result) {
	t.Helper()
	f := missionfile.Parse("mission.yaml", []byte(text), nil)
	if f.Failed() {
		t.Fatal(f.Diagnostics)
	}
	n := compile(t, f.Mission)
	r := bound.Closure(context.Background(), n, bound.Everything(n))
	if r == nil {
		t.Fatal("no bound")
	}
	return n, r
}
