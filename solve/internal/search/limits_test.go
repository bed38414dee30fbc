package search

import (
	"math"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"sortie/missionfile"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// One aircraft of a deck of 20 m between a field that is open for twelve hours a day
// and its base, 90 minutes away, for three kinds of items of which it holds one each.
const openByDay = `
sortie: 1
id: open-by-day
title: {en: A field that is open by day}
timezone: Etc/UTC
host: AA
d_day: 2024-05-06
operation: {kind: withdrawal, start: D+0, deadline: D+4}
places:
  - id: field
    country: AA
    at: [0, 0]
    open: ["06:00-18:00"]
    handles: {air: {parking_mog: 4, working_mog: 2, interval: 5m}}
  - {id: base, country: BB, at: [5, 5], handles: {air: {}}}
links:
  - {mode: air, between: [field, base], km: 750}
lift_types:
  - {id: jet, mode: air, speed: 500, payload: 60, range: 5000, seats: {empty: 0, full: 0}, load: 2h, unload: 1h, turnaround: 90m, decks: [{length: 20, width: 3, height: 3}]}
equipment_types:
  - {id: long, length: 8, width: 2, height: 2, mass: 5}
  - {id: middling, length: 7, width: 2, height: 2, mass: 5}
  - {id: short, length: 5, width: 2, height: 2, mass: 5}
fleets:
  - {id: jets, type: jet, nation: BB, count: 1, base: base}
units:
  - {id: company, nation: BB, at: field, to: base, equipment: {long: 1, middling: 1, short: 1}}
`

func byDay(t *testing.T) (*network.Network, *builder) {
	t.Helper()
	f := missionfile.Parse("open-by-day.yaml", []byte(openByDay), nil)
	if f.Mission == nil {
		t.Fatal(f.Diagnostics)
	}
	n, err := network.Compile(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	return n, NewWorker(haul.NewProblem(n), 1, 0, new(atomic.Bool)).build
}

// TestRound: a trip takes no more of a lift than there and back, and on the ground
// the longer of its turnaround and its work at either end: 90 + 120 + 90 + 90 minutes.
func TestRound(t *testing.T) {
	n, b := byDay(t)
	hop := b.p.Ways(0, n.Units[0].Items[0].Type)[0].Hops[0]
	for _, c := range b.carriers(hop, style{fleet: network.None}) {
		if c.way != 90 || c.round != 390 {
			t.Errorf("%d minutes there, %d a round", c.way, c.round)
		}
	}
}

// TestWorkWhileShut: two teams go on for as long as it takes them to see to what stands on four
// stands, 90 minutes each on average, when the field has shut; each stand is of use for one of these more.
// In two days that is 2 · 2 · (12 + 3) hours of teams, 4 · 2 · (12 + 1.5) of stands, and 2 · 12 of the runway.
func TestWorkWhileShut(t *testing.T) {
	n, _ := byDay(t)
	days := 2 * 24.0
	l := limitsFor(n, n.Start+2*24*60, days*60, nil)
	at := l.places[n.Units[0].At][network.Air]
	for _, r := range []struct {
		what  string
		limit int
		hours float64
	}{{"teams", at.teams, 60}, {"stands", at.stands, 108}, {"the runway", at.runway, 24}} {
		if got := l.all[r.limit].each * days; math.Abs(got-r.hours) > 0.2 {
			t.Errorf("%s: %.2f hours, not %g", r.what, got, r.hours)
		}
	}
}

// TestToppedLoad: a load that a solution uses a part of takes the rest as far as there is
// room beside it.
func TestToppedLoad(t *testing.T) {
	n, b := byDay(t)
	st := style{fleet: network.None, rand: rand.New(rand.NewPCG(1, 1))}
	g := newProgram(b, limitsFor(n, n.Start+24*60, 24*60, nil), st)
	var inputs []input
	for _, it := range n.Units[0].Items {
		inputs = append(inputs, input{part: haul.Part{Unit: 0, Kind: it.Type, N: it.Count}})
	}
	hop := b.p.Ways(0, n.Units[0].Items[0].Type)[0].Hops[0]
	if !g.add(hop, inputs) {
		t.Fatal("no lift")
	}
	prices := make([]float64, len(g.wants))
	for i, w := range g.wants {
		w.index, prices[i] = i, 1
	}
	p := g.hops[0]
	one := make([]int, len(p.wants))
	for i, w := range p.wants {
		if n.Items[w.kind].Length == 7 {
			one[i] = 1
		}
	}
	got := g.topped(load{p, 0, one}, prices).counts
	for i, w := range p.wants {
		// Of 8 and 5 m, one finds room beside 7 m with gaps: 5 m is worth as much for less.
		if want := map[float64]int{8: 0, 7: 1, 5: 1}[n.Items[w.kind].Length]; got[i] != want {
			t.Errorf("%d of %s, not %d", got[i], n.Items[w.kind].ID, want)
		}
	}
}
