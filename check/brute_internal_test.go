package check

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sortie"
)

// TestStretchesByMinute holds the sweep over changes against looking at every
// minute.
func TestStretchesByMinute(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		var changes []change
		for range random.IntN(12) {
			changes = append(changes, change{at: random.Int64N(20), by: random.Int64N(7) - 3})
		}
		from, until := random.Int64N(20)-2, random.Int64N(20)+2
		level, limit := random.Int64N(5), random.Int64N(5)
		for _, sign := range []int64{1, -1} {
			var want []stretch
			for at := from; at < until; at++ {
				v := level
				for _, c := range changes {
					if c.at <= at {
						v += c.by
					}
				}
				switch last := len(want) - 1; {
				case sign*(v-limit) <= 0:
				case last >= 0 && want[last].until == at:
					want[last].until++
					if sign*(v-want[last].worst) > 0 {
						want[last].worst = v
					}
				default:
					want = append(want, stretch{from: at, until: at + 1, worst: v})
				}
			}
			got := beyond(changes, level, limit, from, until, sign)
			for i := range got {
				got[i].move = 0
			}
			if !slices.Equal(got, want) {
				t.Fatalf("changes %v, level %d, limit %d, [%d, %d): %v, want %v", changes, level, limit, from, until, got, want)
			}
		}
	}
}

// TestApartByPairs holds the sweep along the deck against comparing every pair
// of items.
func TestApartByPairs(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	good, bad := 0, 0
	for range 20000 {
		gap := float64(random.IntN(3)) / 4
		lift := &sortie.LiftType{Gap: gap}
		var boxes []box
		for range 1 + random.IntN(5) {
			x, y := float64(random.IntN(24))/2, float64(random.IntN(12))/2
			length, width := float64(1+random.IntN(6))/2, float64(1+random.IntN(4))/2
			boxes = append(boxes, box{kind: &sortie.EquipmentType{}, deck: random.IntN(2), x: x, y: y, endX: x + length, endY: y + width})
		}
		near := false
		for i, a := range boxes {
			for _, b := range boxes[:i] {
				alongX := a.x >= b.endX+gap-tolerance || b.x >= a.endX+gap-tolerance
				alongY := a.y >= b.endY+gap-tolerance || b.y >= a.endY+gap-tolerance
				near = near || a.deck == b.deck && !alongX && !alongY
			}
		}
		c := newChecker(&sortie.Mission{}, &sortie.Plan{})
		c.apart(&movement{src: &sortie.Movement{}, kind: lift, from: -1}, slices.Clone(boxes))
		if (len(c.breaches) > 0) != near {
			t.Fatalf("gap %v, %+v: %v, want near %v", gap, boxes, c.breaches, near)
		}
		if near {
			bad++
		} else {
			good++
		}
	}
	if good < 1000 || bad < 1000 {
		t.Errorf("%d good and %d bad decks are not a fair sample", good, bad)
	}
}

// TestUnderWayByMinute holds the windows that end with a leg against all
// windows of 24 hours.
func TestUnderWayByMinute(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		m := &sortie.Mission{
			Places:    []sortie.Place{{ID: "a"}, {ID: "b"}},
			LiftTypes: []sortie.LiftType{{ID: "t", Mode: sortie.Air}},
			Fleets:    []sortie.Fleet{{ID: "f", Type: "t", Count: 1, Base: "a"}},
		}
		p := &sortie.Plan{}
		busy := make([]int, 4*day)
		at := int64(day)
		for range 1 + random.IntN(8) {
			depart := at + random.Int64N(300)
			arrive := depart + 1 + random.Int64N(200)
			at = arrive
			p.Movements = append(p.Movements, sortie.Movement{Lift: "f/1", From: "a", To: "b",
				Load: timeIn(depart, time.UTC), Depart: timeIn(depart, time.UTC), Arrive: timeIn(arrive, time.UTC), Unloaded: timeIn(arrive, time.UTC)})
			for minute := depart; minute < arrive; minute++ {
				busy[minute] = 1
			}
		}
		most, sum := 0, 0
		for minute := range busy {
			sum += busy[minute]
			if minute >= day {
				sum -= busy[minute-day]
			}
			most = max(most, sum)
		}
		for _, more := range []int{0, 1} {
			c := newChecker(m, p)
			c.underWay(c.sequences[0], float64(most-more)/60)
			if (len(c.breaches) > 0) != (more > 0) {
				t.Fatalf("%d minutes at most, limit %d: %v", most, most-more, c.breaches)
			}
		}
	}
}
