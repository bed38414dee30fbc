package bound_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/check"
	"sortie/network"
)

// tick is the grid of a tiny mission, in minutes: every duration, opening and
// closing lies on it, so some best plan does as well.
const tick = 30

var tinyStart = time.Date(2022, 3, 1, 6, 0, 0, 0, time.UTC)

func atTick(k int) time.Time { return tinyStart.Add(time.Duration(k*tick) * time.Minute) }

func intp(n int) *int { return &n }

// tiny makes a mission of two or three places, one or two units of at most
// three people or items, and one to three lifts, which every schedule can be
// tried for.
func tiny(r *rand.Rand) *sortie.Mission {
	half := func(low, high int) sortie.Duration { return sortie.Duration(tick * (low + r.IntN(high-low+1))) }
	sometimes := func(percent int) bool { return r.IntN(100) < percent }
	m := &sortie.Mission{Version: 1, ID: "tiny", Timezone: "UTC", Host: "KZ", PersonT: 0.5, Air: sortie.AirListed,
		Operation: sortie.Operation{Kind: sortie.Withdrawal, Start: tinyStart, Deadline: tinyStart.Add(48 * time.Hour)}}
	names := []string{"site", "home", "middle"}[:2+r.IntN(2)]
	for i, name := range names {
		var h sortie.Handling
		if sometimes(25) {
			h.ParkingMOG = intp(1 + r.IntN(2))
		}
		if sometimes(30) {
			h.WorkingMOG = intp(1)
		}
		if sometimes(25) {
			h.Interval = half(1, 3)
		}
		p := sortie.Place{ID: name, Country: []string{"KZ", "RU", "UZ"}[i], Handles: map[sortie.Mode]sortie.Handling{sortie.Air: h}}
		if sometimes(25) {
			from := r.IntN(10) - 2
			p.Closed = []sortie.Closure{{From: atTick(from), To: atTick(from + 1 + r.IntN(6))}}
		}
		m.Places = append(m.Places, p)
	}
	for i := range names {
		for j := range i {
			if len(names) == 3 && i+j == 1 && sometimes(30) {
				continue // by the middle alone
			}
			minutes := float64(half(1, 4))
			m.Links = append(m.Links, sortie.Link{Mode: sortie.Air, Between: []string{names[i], names[j]}, Minutes: &minutes})
		}
	}
	m.EquipmentTypes = []sortie.EquipmentType{{ID: "crate", Length: 1, Width: 1, Height: 1, Mass: 1}, {ID: "long", Length: 2, Width: 1.2, Height: 1, Mass: 1}}
	lifts := 0
	for i := range 1 + r.IntN(2) {
		payload := float64(1 + r.IntN(2))
		seats := r.IntN(3)
		t := sortie.LiftType{ID: fmt.Sprintf("type-%d", i), Mode: sortie.Air, Speed: 600, Payload: &payload, Slots: 1,
			Seats: sortie.Seats{Empty: seats, Full: seats}, Load: half(1, 2), Unload: half(1, 2), Turnaround: half(0, 3)}
		if sometimes(60) {
			// nothing lies beside anything on it, and what lies there takes seats
			t.Decks = []sortie.Deck{{Count: 1, Length: float64(r.IntN(5)) + 1.5, Width: 1.9, Height: 2}}
			t.Gap, payload = 0.1, float64(2+r.IntN(3))
			t.Seats = sortie.Seats{Empty: 1 + r.IntN(4), Full: r.IntN(2)}
		}
		count := 1
		if lifts < 2 && sometimes(30) {
			count = 2
		}
		lifts += count
		m.LiftTypes = append(m.LiftTypes, t)
		m.Fleets = append(m.Fleets, sortie.Fleet{ID: fmt.Sprintf("f%d", i), Type: t.ID, Nation: "RU", Count: count,
			Base: names[r.IntN(len(names))], From: atTick(-r.IntN(5))})
	}
	left := 1 + r.IntN(4)
	for i := range 1 + r.IntN(2) {
		u := sortie.Unit{ID: fmt.Sprintf("u%d", i), Nation: "RU", At: "site", To: "home", Priority: 3}
		if sometimes(20) {
			u.At, u.To = "home", "site"
		}
		if len(names) == 3 && sometimes(20) {
			u.To = "middle"
		}
		if sometimes(70) || left == 1 {
			u.People = 1 + r.IntN(max(left, 1))
			left -= u.People
		}
		if u.People == 0 || left > 0 && sometimes(40) {
			u.Equipment = map[string]int{[]string{"crate", "long"}[r.IntN(2)]: 1}
			left--
			if left > 0 && sometimes(50) {
				u.Equipment["crate"]++
				left--
			}
		}
		if sometimes(25) {
			u.Ready = atTick(r.IntN(8))
		}
		if i == 1 && sometimes(25) {
			u.After = []string{"u0"}
		}
		m.Units = append(m.Units, u)
		if left <= 0 {
			break
		}
	}
	limit(m, r, sometimes)
	return m
}

// limit adds what holds people back: a task, days of leaving, a floor, a
// clearance.
func limit(m *sortie.Mission, r *rand.Rand, sometimes func(int) bool) {
	standing := 0
	for _, u := range m.Units {
		if u.At == "site" {
			standing += u.People
		}
	}
	if standing > 0 && sometimes(25) {
		m.Tasks = append(m.Tasks, sortie.Task{ID: "guard", At: "site", People: 1 + r.IntN(standing), Until: atTick(1 + r.IntN(14))})
	}
	if standing > 0 && sometimes(20) {
		m.Operation.Drawdown.Floor = []sortie.Floor{{People: 1 + r.IntN(standing), Until: atTick(1 + r.IntN(14))}}
	}
	if sometimes(15) {
		m.Operation.Drawdown.PeoplePerDay = intp(1)
	}
	if sometimes(15) {
		m.Clearances = []sortie.Clearance{{ID: "c", Country: "RU", Mode: sortie.Air, From: atTick(r.IntN(10))}}
	}
}

// TestBoundsAgainstExhaustiveSearch tries every schedule of tiny missions: no
// bound lies past the best one.
func TestBoundsAgainstExhaustiveSearch(t *testing.T) {
	t.Parallel()
	seeds := uint64(900)
	if testing.Short() {
		seeds = 150
	}
	solved, tight, stowed := 0, 0, 0
	for seed := range seeds {
		m := tiny(rand.New(rand.NewPCG(seed, 5)))
		plan, closes, ok := exhaust(m)
		if !ok {
			continue
		}
		solved++
		if slices.ContainsFunc(plan.Movements, onDeck) {
			stowed++
		}
		if report := check.Plan(m, plan); len(report.Breaches) > 0 || !report.Verdict.Closure.Equal(atTick(closes)) {
			t.Fatalf("seed %d: the search's own plan is not valid: %+v\n%s", seed, report, encode(t, m))
		}
		n := compile(t, m)
		if p := bound.Punctual(context.Background(), n, bound.Of(n, plan), check.Plan(m, plan).Verdict.Tardiness); p != nil {
			if p.Closure > network.MinuteOf(atTick(closes)) {
				t.Errorf("seed %d: bound %v of plans as tardy as the best, which closes %v: %s\n%s", seed, p.Closure.Time(n.Zone), atTick(closes), p.Proof, encode(t, m))
			}
		}
		r := bound.Closure(context.Background(), n, bound.Of(n, plan))
		if r == nil {
			continue
		}
		if best := network.MinuteOf(atTick(closes)); r.Closure > best {
			t.Errorf("seed %d: bound %v, best %v: %s\n%s", seed, r.Closure.Time(n.Zone), atTick(closes), r.Proof, encode(t, m))
		} else if r.Closure == best {
			tight++
		}
		verified(t, fmt.Sprintf("seed %d", seed), m, r)
	}
	t.Logf("%d solved, %d of them proven best; in %d items lie on decks", solved, tight, stowed)
	if solved < int(seeds)/4 || stowed < solved/10 {
		t.Errorf("only %d of %d missions solved, in %d of them items lie on decks", solved, seeds, stowed)
	}
}

func onDeck(mv sortie.Movement) bool {
	for _, c := range mv.Cargo {
		if slices.ContainsFunc(c.Items, func(it sortie.Item) bool { return it.Stowage != nil }) {
			return true
		}
	}
	return false
}

// lift is one of a tiny mission's in the search. Scenes are compared and kept by the million: their numbers are small ones.
type lift struct {
	fleet, place int8
	from         int8  // where the cargo was loaded
	phase        byte  // idle, loading, loaded, flying, stopping, unloading
	until        int16 // of loading, flying or unloading
	free         int16 // first departure that the turnaround allows
	cargo        [4]int8
}

const (
	idle byte = iota
	loading
	loaded
	flying
	stopping
	unloading
)

// scene is a moment of the search, before anything that begins in it.
type scene struct {
	lifts [3]lift
	stock [4][3]int8 // kind, place
	used  [3]int16   // last use of each runway
	left  int16      // people who left the theatre today
	back  *deed
}

// deed is what was begun on the way to a scene, newest first.
type deed struct {
	tick, lift int
	what       byte // departs, loads
	to         int
	before     *deed
}
