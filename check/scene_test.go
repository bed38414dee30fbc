package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/check"
	"sortie/check/checktest"
)

// scene is a mission of three places that every mode joins, an hour apart,
// and a plan for it. The host is KZ with a and b; c is in RU. Planes stand at
// a. Times are hours and minutes from 2022-01-11 00:00 in UTC, "25:00" being
// 01:00 on the 12th.
type scene struct {
	sortie.Mission
	plan sortie.Plan
}

func newScene() *scene {
	every := func() map[sortie.Mode]sortie.Handling {
		return map[sortie.Mode]sortie.Handling{sortie.Air: {}, sortie.Road: {}, sortie.Rail: {}}
	}
	s := &scene{Mission: sortie.Mission{
		Version: 1, ID: "scene", Timezone: "UTC", Host: "KZ", PersonT: 0.1,
		Operation: sortie.Operation{Start: clock("00:00"), Deadline: clock("240:00")},
		Convoy:    sortie.Convoy{FormUp: 30, Disperse: 20},
		Places: []sortie.Place{
			{ID: "a", Country: "KZ", Handles: every()},
			{ID: "b", Country: "KZ", Handles: every()},
			{ID: "c", Country: "RU", Handles: every()},
		},
		LiftTypes: []sortie.LiftType{
			{ID: "plane", Mode: sortie.Air, Speed: 600, Seats: sortie.Seats{Empty: 100, Full: 100}, Load: 30, Unload: 20, Slots: 1, CostPerHour: 10},
			{ID: "train", Mode: sortie.Rail, Speed: 60, Seats: sortie.Seats{Empty: 100, Full: 100}, Load: 30, Unload: 20, Slots: 1},
			{ID: "bus", Mode: sortie.Road, Speed: 60, Seats: sortie.Seats{Empty: 100, Full: 100}, Load: 30, Unload: 20, Slots: 1},
		},
		EquipmentTypes: []sortie.EquipmentType{
			{ID: "box", Length: 2, Width: 2, Height: 2, Mass: 1},
			{ID: "car", Length: 4, Width: 2, Height: 2, Mass: 2, Drives: true, KMH: 60, Seats: 5},
			{ID: "cart", Length: 2, Width: 1, Height: 1, Mass: 0.5, Towed: true},
		},
		Fleets: []sortie.Fleet{
			{ID: "bus", Type: "bus", Nation: "KZ", Count: 9, Base: "a"},
			{ID: "plane", Type: "plane", Nation: "RU", Count: 9, Base: "a"},
			{ID: "train", Type: "train", Nation: "KZ", Count: 9, Base: "a"},
		},
		Units: []sortie.Unit{
			{ID: "u", Nation: "RU", At: "a", To: "c", People: 50, Equipment: map[string]int{"box": 9, "car": 9, "cart": 9}, Priority: 3},
			{ID: "v", Nation: "KG", At: "a", To: "b", People: 50, Equipment: map[string]int{"car": 9}, Priority: 1},
		},
	}}
	for _, ends := range [][]string{{"a", "b"}, {"b", "c"}, {"a", "c"}} {
		s.Links = append(s.Links,
			sortie.Link{Mode: sortie.Air, Between: ends, KM: 600},
			sortie.Link{Mode: sortie.Road, Between: ends, KM: 60},
			sortie.Link{Mode: sortie.Rail, Between: ends, KM: 60})
	}
	return s
}

// clock reads hours and minutes from the scene's first midnight.
func clock(s string) time.Time {
	var h, m int
	if _, err := fmt.Sscanf(s, "%d:%d", &h, &m); err != nil {
		panic(err)
	}
	return time.Date(2022, 1, 11, h, m, 0, 0, time.UTC)
}

func ptr[T any](v T) *T { return &v }

func shift(t *time.Time, minutes int) { *t = t.Add(time.Duration(minutes) * time.Minute) }

// move carries cargo by a lift, or by convoy where the lift is empty, for an hour;
// it departs at the time, having loaded for half an hour.
func (s *scene) move(lift, from, to, depart string, cargo ...sortie.Cargo) *sortie.Movement {
	mv := sortie.Movement{Lift: lift, From: from, To: to, Depart: clock(depart), Cargo: cargo, KM: 60, Mode: sortie.Road}
	if strings.HasPrefix(lift, "plane/") {
		mv.Mode, mv.KM = sortie.Air, 600
	} else if strings.HasPrefix(lift, "train/") {
		mv.Mode = sortie.Rail
	}
	mv.Load, mv.Arrive = mv.Depart, mv.Depart.Add(time.Hour)
	mv.Unloaded = mv.Arrive
	if len(cargo) > 0 {
		mv.Load = mv.Depart.Add(-30 * time.Minute)
		mv.Unloaded = mv.Arrive.Add(20 * time.Minute)
	}
	s.plan.Movements = append(s.plan.Movements, mv)
	return &s.plan.Movements[len(s.plan.Movements)-1]
}

// via puts a stop into a movement, which arrives an hour after it leaves that.
func (s *scene) via(mv *sortie.Movement, at string, stands time.Duration) {
	stop := sortie.Stop{At: at, Arrive: mv.Depart.Add(time.Hour), Depart: mv.Depart.Add(time.Hour + stands)}
	mv.Stops = append(mv.Stops, stop)
	mv.Arrive = mv.Arrive.Add(time.Hour + stands)
	mv.Unloaded = mv.Unloaded.Add(time.Hour + stands)
	mv.KM *= 2
}

func (s *scene) place(id string) *sortie.Place {
	i := slices.IndexFunc(s.Places, func(p sortie.Place) bool { return p.ID == id })
	return &s.Places[i]
}

func (s *scene) handling(place string, mode sortie.Mode, h sortie.Handling) {
	s.place(place).Handles[mode] = h
}

func (s *scene) plane() *sortie.LiftType { return &s.LiftTypes[0] }
func (s *scene) planes() *sortie.Fleet   { return &s.Fleets[1] }
func (s *scene) u() *sortie.Unit         { return &s.Units[0] }
func (s *scene) v() *sortie.Unit         { return &s.Units[1] }

func (s *scene) check() check.Report {
	s.plan.Version, s.plan.Mission = 1, s.ID
	checktest.Tidy(&s.plan)
	return check.Plan(&s.Mission, &s.plan)
}

func who(unit string, people int) sortie.Cargo { return sortie.Cargo{Unit: unit, People: people} }

// vehicles is a unit's cargo of items without stowage.
func vehicles(unit string, people int, kinds ...string) sortie.Cargo {
	c := who(unit, people)
	for _, k := range kinds {
		c.Items = append(c.Items, sortie.Item{Type: k})
	}
	return c
}

// stowed is a unit's cargo of one item at a place on a deck.
func stowed(unit, kind string, deck int, x, y float64) sortie.Cargo {
	return sortie.Cargo{Unit: unit, Items: []sortie.Item{{Type: kind, Stowage: &sortie.Stowage{Deck: deck, X: x, Y: y}}}}
}

// edge is a plan and the breaches that it has: "R8 m2 b 02:00 2/1" for rule,
// movement, place, time and the figures, what is nought left out.
type edge struct {
	name  string
	build func(s *scene)
	want  []string
}

func tell(b check.Breach) string {
	parts := []string{string(b.Rule)}
	if b.Movement > 0 {
		parts = append(parts, fmt.Sprintf("m%d", b.Movement))
	}
	if b.Unit != "" {
		parts = append(parts, b.Unit)
	}
	if b.Place != "" {
		parts = append(parts, b.Place)
	}
	if !b.At.IsZero() {
		d := b.At.Sub(clock("00:00"))
		parts = append(parts, fmt.Sprintf("%02d:%02d", int(d.Hours()), int(d.Minutes())%60))
	}
	if b.Measure != "" {
		parts = append(parts, fmt.Sprintf("%.6g/%.6g %s", b.Have, b.Want, b.Measure))
	}
	return strings.Join(parts, " ")
}

func runEdges(t *testing.T, edges []edge) {
	t.Helper()
	for _, e := range edges {
		t.Run(e.name, func(t *testing.T) {
			s := newScene()
			e.build(s)
			var got []string
			for _, b := range s.check().Breaches {
				got = append(got, tell(b))
				t.Log(b.Message)
				if b.Message.IsZero() {
					t.Errorf("%s has no message", tell(b))
				}
			}
			if !slices.Equal(got, e.want) {
				t.Errorf("got  %q\nwant %q", got, e.want)
			}
		})
	}
}

// checkAsIs is check without putting the plan in order first.
func (s *scene) checkAsIs() check.Report { return check.Plan(&s.Mission, &s.plan) }
