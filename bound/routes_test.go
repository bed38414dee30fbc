package bound_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/check"
	"sortie/missionfile"
)

// Loaded from 00:00 to 01:00 the aircraft is at near at 03:30, unloaded at 04:30,
// back at 07:00, loaded at 08:00, at far at 11:30 and unloaded at 12:30. That is 8 h 30
// under way; by far first it is unloaded an hour later. A border that both have to
// cross knows of two loads alone: twice to near, 11:30.
const farComesLast = `
sortie: 1
id: far-comes-last
timezone: UTC
host: KZ
d_day: 2022-03-01
operation: {kind: withdrawal, start: D+0T00:00, deadline: D+5}
places:
  - {id: site, country: KZ, handles: {air: {}}}
  - {id: near, country: RU, handles: {air: {}}}
  - {id: far, country: UZ, handles: {air: {}}}
air: listed
links:
  - {mode: air, between: [site, near], minutes: 150}
  - {mode: air, between: [site, far], minutes: 210}
lift_types:
  - {id: plane, mode: air, speed: 600, payload: 10, seats: 50, load: 1h, unload: 1h}
fleets:
  - {id: f, type: plane, count: 1, base: site, hours_per_day: HOURS}
units:
  - {id: a, at: site, to: near, people: 50}
  - {id: b, at: site, to: far, people: 50}
`

func routesMission(t *testing.T, hours string) *sortie.Mission {
	t.Helper()
	f := missionfile.Parse("far-comes-last.yaml", []byte(strings.ReplaceAll(farComesLast, "HOURS", hours)), nil)
	if f.Failed() {
		t.Fatal(f.Diagnostics)
	}
	return f.Mission
}

func TestRoutesBringEachToItsOwnDestination(t *testing.T) {
	for _, c := range []struct{ hours, best string }{
		{"9", "2022-03-01T12:30:00Z"},
		// Of the three flights 30 minutes are too many for 24 h: those that end with the last one
		// begin when the first has been under way for 30 minutes, at 01:30.
		{"8", "2022-03-02T02:30:00Z"},
	} {
		m := routesMission(t, c.hours)
		n := compile(t, m)
		r := bound.Closure(context.Background(), n, bound.Everything(n))
		if r == nil {
			t.Fatal("no bound")
		}
		best, err := time.Parse(time.RFC3339, c.best)
		if err != nil {
			t.Fatal(err)
		}
		if r.Certificate.Kind != "routes" || !r.Certificate.Closure.Equal(best) {
			t.Errorf("%s hours: bound %v by %s, best %v: %s", c.hours, r.Certificate.Closure, r.Certificate.Kind, best, r.Proof)
		}
		verified(t, "far-comes-last", m, r)
	}
}

// TestTamperedRoutesAreRefused changes what a proof by routes says.
func TestTamperedRoutesAreRefused(t *testing.T) {
	m := routesMission(t, "9")
	n := compile(t, m)
	r := bound.Closure(context.Background(), n, bound.Everything(n))
	if r == nil || r.Certificate.Routes == nil {
		t.Fatal("no proof by routes")
	}
	leaf := *r.Certificate.Routes.Case
	for leaf.Split != nil {
		leaf = *leaf.Fewer
	}
	sort := 0
	split := func(s bound.Split, fewer, more *bound.Case) *bound.Case {
		return &bound.Case{Split: &s, Fewer: fewer, More: more}
	}
	within := leaf
	within.Tolls = append([]int64{0}, leaf.Tolls...)
	greedy := within
	greedy.Tolls = append([]int64{1e9}, leaf.Tolls...)
	for what, c := range map[string]bound.Routes{
		"nothing":           {},
		"no case":           {Sorts: r.Certificate.Routes.Sorts},
		"one demand":        {Sorts: r.Certificate.Routes.Sorts[:1], Case: &leaf},
		"one demand twice":  {Sorts: [][]int{{0}, {0}}, Case: &leaf},
		"one case of two":   {Sorts: r.Certificate.Routes.Sorts, Case: split(bound.Split{Fleet: "f", From: "site", To: "near", Most: 1}, &within, nil)},
		"an unknown fleet":  {Sorts: r.Certificate.Routes.Sorts, Case: split(bound.Split{Fleet: "g", From: "site", To: "near", Most: 1}, &within, &within)},
		"an unknown type":   {Sorts: r.Certificate.Routes.Sorts, Case: split(bound.Split{Type: "g", Most: 1}, &within, &within)},
		"an unknown sort":   {Sorts: r.Certificate.Routes.Sorts, Case: split(bound.Split{Fleet: "f", From: "site", To: "near", Sort: new(int), Most: -1}, &within, &within)},
		"a toll for nobody": {Sorts: r.Certificate.Routes.Sorts, Case: &within},
		"a high toll":       {Sorts: r.Certificate.Routes.Sorts, Case: split(bound.Split{Fleet: "f", From: "site", To: "near", Sort: &sort, Most: 0}, &within, &greedy)},
	} {
		cert := *r.Certificate
		cert.Closure = cert.Closure.Add(time.Minute)
		cert.Routes = &c
		raw, err := json.Marshal(cert)
		if err != nil {
			t.Fatal(err)
		}
		if p := check.Certificate(m, raw); p.Valid {
			t.Errorf("%s passes: %s", what, raw)
		}
	}
}
