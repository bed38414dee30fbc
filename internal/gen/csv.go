package gen

import (
	"fmt"
	"strings"
)

// FromUnits writes a mission of n units as a headquarters would: a mission.yaml
// and beside it the force list units.csv that it names, one row for each unit,
// with nested keys, lists and empty cells among the columns.
func FromUnits(n int) (mission, units []byte) {
	var rows strings.Builder
	rows.WriteString("id,nation,name,at,to,people,equipment.truck,equipment.jeep,equipment.trailer,ready,due,priority,modes,together,basis.assumed\n")
	for i := range n {
		ready, due, priority, modes, together, assumed := "", "", "", "", "", ""
		if i%2 == 0 {
			ready = fmt.Sprintf("D+%dT%02d:30", i%5, i%24)
		}
		if i%3 == 0 {
			due = fmt.Sprintf("D+%d", 10+i%20)
		}
		if i%4 == 0 {
			priority = fmt.Sprint(1 + i%5)
		}
		if i%7 == 0 {
			modes = "road;air"
		}
		if i%11 == 0 {
			together = "36h"
		}
		if i%5 == 0 {
			assumed = `"no figure is published, ""about a company"" is said"`
		}
		fmt.Fprintf(&rows, "unit-%d,%s,Company %d,camp-%d,base-%d,%d,%d,%d,,%s,%s,%s,%s,%s,%s\n",
			i+1, nations[i%len(nations)], i+1, 1+i%20, 1+i%5, 20+i%180, i%9, i%4, ready, due, priority, modes, together, assumed)
	}
	return []byte(csvMission()), []byte(rows.String())
}

func csvMission() string {
	var b strings.Builder
	b.WriteString(`sortie: 1
id: force-list
timezone: Asia/Almaty
host: KZ
d_day: 2022-01-11
operation: {kind: withdrawal, deadline: D+90}
places:
  - {id: port, country: KZ, at: [43.3521, 77.0405], handles: {air: {parking_mog: 12, working_mog: 4}, road: {}}}
  - {id: gate, country: RU, at: [55.3, 61.5], handles: {air: {}, road: {}}}
`)
	for i := range 20 {
		fmt.Fprintf(&b, "  - {id: camp-%d, country: KZ}\n", i+1)
	}
	for i := range 5 {
		fmt.Fprintf(&b, "  - {id: base-%d, country: RU}\n", i+1)
	}
	b.WriteString("links:\n")
	for i := range 20 {
		fmt.Fprintf(&b, "  - {mode: road, between: [camp-%d, port], km: %d}\n", i+1, 20+7*i)
	}
	for i := range 5 {
		fmt.Fprintf(&b, "  - {mode: road, between: [gate, base-%d], km: %d}\n", i+1, 15+30*i)
	}
	b.WriteString(`lift_types:
  - {id: freighter, mode: air, speed: 750, payload: 48, range: 5000, decks: [{count: 1, length: 24.5, width: 3.45, height: 3.4}],
     seats: {empty: 145, full: 40}, load: 2h15m, unload: 1h45m, turnaround: 1h}
  - {id: bus, mode: road, speed: 60, decks: [], seats: 45, load: 20m, unload: 15m}
equipment_types:
  - {id: truck, length: 7.4, width: 2.5, height: 2.9, mass: 9.2, drives: true, kmh: 65, seats: 3}
  - {id: jeep, length: 4.6, width: 2, height: 2.1, mass: 2.8, drives: true, kmh: 80, seats: 5}
  - {id: trailer, length: 4.2, width: 2.1, height: 2.2, mass: 2.5, towed: true}
fleets:
  - {id: freighters, type: freighter, nation: RU, count: 40, base: gate}
  - {id: theatre-buses, type: bus, nation: KZ, count: 20, base: port}
  - {id: home-buses, type: bus, nation: RU, count: 20, base: gate}
units: {csv: units.csv}
`)
	return b.String()
}
