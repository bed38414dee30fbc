package bound

import (
	"testing"

	"sortie/network"
)

// Two camps at one field of the theatre, joined by road, and one at another.
const camps = `
sortie: 1
id: camps
timezone: UTC
host: KZ
d_day: 2022-03-01
operation: {kind: deployment, start: D+0T00:00, deadline: D+5}
convoy: {form_up: 30m, disperse: 15m}
places:
  - {id: home, country: RU, handles: {air: {}, road: {}}}
  - {id: away, country: RU, handles: {air: {}, road: {}}}
  - {id: field, country: KZ, handles: {air: {}, road: {}}}
  - {id: camp, country: KZ, handles: {road: {}}}
  - {id: far, country: KZ, handles: {air: {}}}
air: listed
links:
  - {mode: air, between: [home, field], minutes: 150}
  - {mode: air, between: [away, field], minutes: 170}
  - {mode: air, between: [home, far], minutes: 210}
  - {mode: air, between: [home, away], minutes: 60}
  - {mode: road, between: [field, camp], km: 20, kmh: 40}
  - {mode: road, between: [home, away], km: 400, kmh: 40}
equipment_types:
  - {id: lorry, length: 7, width: 2.5, height: 3, mass: 8, drives: true, kmh: 40}
  - {id: box, length: 7, width: 2.5, height: 3, mass: 8}
lift_types:
  - {id: plane, mode: air, speed: 600, payload: 20, seats: 50, decks: [{length: 20, width: 3, height: 4}], load: 1h, unload: 40m, turnaround: 50m}
fleets:
  - {id: f, type: plane, count: 2, base: home}
units:
  - {id: a, nation: RU, at: home, to: camp, people: 20, equipment: {lorry: 2, box: 1}}
  - {id: b, nation: RU, at: away, to: field, people: 30, equipment: {lorry: 3, box: 1}, modes: [air, road]}
  - {id: c, nation: RU, at: home, to: far, people: 10, equipment: {lorry: 1}}
  - {id: d, nation: KZ, at: away, to: field, people: 5, equipment: {lorry: 2}, modes: [air]}
`

// TestSortsAreWorthTheSameWhereverTheyComeFrom sorts what comes from two fields. What can
// drive from one to the other is not worth the same as what cannot, unless that has no time to.
func TestSortsAreWorthTheSameWhereverTheyComeFrom(t *testing.T) {
	n, w, entries := worldOf(t, camps)
	for _, c := range []struct {
		by    network.Minute
		sorts int // of lorries
	}{{n.Start + 24*60, 3}, {n.Start + 8*60, 2}} {
		r := newRouting(w, entries, c.by)
		lorries, parts := 0, 0
		for _, k := range r.sorts {
			count, ends := int64(0), map[bool]bool{}
			for _, part := range k.parts {
				parts++
				count += int64(entries[part].count)
				ends[n.Places[r.unit(part).To].ID == "far"] = true
			}
			if count != k.count || len(ends) != 1 {
				t.Errorf("a sort of %d has parts of %d, of which some end at far and some do not: %v", k.count, count, len(ends) > 1)
			}
			if k.kind != network.People && n.Items[k.kind].ID == "lorry" {
				lorries++
			}
		}
		if parts != len(entries) || lorries != c.sorts {
			t.Errorf("by %d: %d of %d parts are sorted, the lorries in %d sorts, want %d", c.by-n.Start, parts, len(entries), lorries, c.sorts)
		}
	}
}
