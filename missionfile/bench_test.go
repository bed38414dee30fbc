package missionfile

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"sortie"
)

// forceList is a mission of n units in a CSV file beside it.
func forceList(n int) (string, fstest.MapFS) {
	var b strings.Builder
	b.WriteString("id,nation,name,at,to,people,equipment.btr-82a,equipment.ural-4320,equipment.kamaz-5350,ready,due,priority,via,basis.assumed\n")
	for i := range n {
		fmt.Fprintf(&b, "unit-%05d,RU,\"Company %d, second echelon\",tec2,ivanovo,%d,%d,%d,,D+%dT06:00,2022-01-20T18:00:00+06:00,%d,almaty,the strength is an estimate\n",
			i, i, 60+i%90, i%4, i%7, 2+i%5, 1+i%5)
	}
	mission := `sortie: 1
id: large
timezone: Asia/Almaty
host: KZ
d_day: 2022-01-11
operation: {kind: withdrawal, deadline: D+30}
places:
  - {id: almaty, country: KZ, at: [43.3521, 77.0405], handles: {air: {}, road: {}}}
  - {id: tec2, country: KZ}
  - {id: ivanovo, country: RU, at: [57.06, 40.98], handles: {air: {}}}
links: [{mode: road, between: [tec2, almaty], km: 14, kmh: 40}]
fleets: [{id: vta, type: il-76md, count: 70, base: ivanovo}]
equipment_types: [{id: kamaz-5350, length: 7.8, width: 2.5, height: 3, mass: 8.5, drives: true, kmh: 60, seats: 3}]
units: {csv: units.csv}
`
	return mission, fstest.MapFS{"units.csv": {Data: []byte(b.String())}}
}

func BenchmarkReadUnits10000(b *testing.B) {
	mission, beside := forceList(10_000)
	b.ReportAllocs()
	for b.Loop() {
		f := Parse("mission.yaml", []byte(mission), beside)
		if f.Failed() || len(f.Mission.Units) != 10_000 {
			b.Fatal(f.Render("en"))
		}
	}
}

func BenchmarkReadJSON10000(b *testing.B) {
	mission, beside := forceList(10_000)
	text, err := MarshalMission(Parse("mission.yaml", []byte(mission), beside).Mission)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if f := Parse("mission.json", text, nil); f.Failed() {
			b.Fatal(f.Render("en"))
		}
	}
}

func BenchmarkSHA256(b *testing.B) {
	mission, beside := forceList(10_000)
	m := Parse("mission.yaml", []byte(mission), beside).Mission
	for b.Loop() {
		if _, err := SHA256(m); err != nil {
			b.Fatal(err)
		}
	}
}

// largePlan has n movements of ten items each.
func largePlan(n int) *sortie.Plan {
	p := &sortie.Plan{Version: 1, Mission: "large"}
	start, _ := parseInstant("2022-01-13T06:00:00+06:00", false)
	for i := range n {
		m := sortie.Movement{ID: i + 1, Lift: fmt.Sprintf("vta/%d", i%70+1), Mode: sortie.Air, From: "almaty", To: "ivanovo",
			Load: start, Depart: start, Arrive: start, Unloaded: start, KM: 2893.4}
		c := sortie.Cargo{Unit: fmt.Sprintf("unit-%05d", i%1000), People: 60}
		for j := range 10 {
			c.Items = append(c.Items, sortie.Item{Type: "btr-82a", Stowage: &sortie.Stowage{Deck: j % 2, X: 0.15 + float64(j)*7.8, Y: 0.6}})
		}
		m.Cargo = []sortie.Cargo{c}
		p.Movements = append(p.Movements, m)
	}
	return p
}

func BenchmarkReadPlan20000(b *testing.B) {
	text, err := MarshalPlan(largePlan(20_000))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if p, found := ReadPlan("plan.json", text); p == nil || len(found) > 0 {
			b.Fatal(render(found, 0, "en"))
		}
	}
}

func BenchmarkMarshalPlan20000(b *testing.B) {
	p := largePlan(20_000)
	for b.Loop() {
		if _, err := MarshalPlan(p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFindings300000(b *testing.B) {
	var t strings.Builder
	t.WriteString(`{"sortie":1,"id":"x","timezone":"Asia/Almaty","host":"KZ","operation":{"kind":"withdrawal","start":"2022-01-11T00:00Z","deadline":"2022-01-23T00:00Z"},"places":[{"id":"tec2","country":"KZ"}],"units":[{"id":"a","at":"tec2"}`)
	for range 100_000 - 1 {
		t.WriteString("\n,{\"at\":\"nowhere\",\"peple\":\"x\"}")
	}
	t.WriteString("]}")
	b.ReportAllocs()
	for b.Loop() {
		if f := Parse("mission.json", []byte(t.String()), nil); f.More < 290_000 {
			b.Fatal(f.More)
		}
	}
}
