package network_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"sortie"
	"sortie/network"
)

// mission is two airports with a third between them, and a road.
func mission() *sortie.Mission {
	start := time.Date(2022, 3, 26, 0, 0, 0, 0, time.UTC)
	air := func(h sortie.Handling) map[sortie.Mode]sortie.Handling {
		return map[sortie.Mode]sortie.Handling{sortie.Air: h, sortie.Road: {}}
	}
	payload := 20.0
	return &sortie.Mission{
		Version: 1, ID: "m", Timezone: "Europe/Paris", Host: "FR", PersonT: 0.1,
		Convoy:    sortie.Convoy{Drive: 4 * sortie.Hour, Rest: 2 * sortie.Hour},
		Operation: sortie.Operation{Kind: sortie.Withdrawal, Start: start, Deadline: start.AddDate(0, 0, 5)},
		Places: []sortie.Place{
			{ID: "a", Country: "FR", At: sortie.Position{0, 1}, Handles: air(sortie.Handling{}), Open: []string{"02:30-10:00"}},
			{ID: "b", Country: "RU", At: sortie.Position{0, 41}, Handles: air(sortie.Handling{})},
			{ID: "middle", Country: "UZ", At: sortie.Position{0, 21}, Handles: air(sortie.Handling{})},
			{ID: "c", Country: "FR"},
		},
		Links: []sortie.Link{
			{Mode: sortie.Road, Between: []string{"a", "c"}, KM: 500, KMH: 50},
			{Mode: sortie.Road, From: "c", To: "middle", KM: 10},
		},
		LiftTypes: []sortie.LiftType{
			{ID: "short", Mode: sortie.Air, Speed: 600, Overhead: 10, Gap: 0.1, Slots: 1, Turnaround: 60, Load: 40, Unload: 40,
				PayloadRange: [][2]float64{{1000, 20}, {3000, 10}}, Decks: []sortie.Deck{{Count: 2, Length: 5, Width: 3, Height: 2}}},
			{ID: "truck", Mode: sortie.Road, Speed: 100, Payload: &payload, Slots: 1},
		},
		EquipmentTypes: []sortie.EquipmentType{
			{ID: "jeep", Length: 4, Width: 2, Height: 2, Mass: 2, Drives: true, KMH: 60, Seats: 4},
			{ID: "crane", Length: 6, Width: 2, Height: 2, Mass: 2},
		},
		Fleets: []sortie.Fleet{{ID: "f", Type: "short", Nation: "RU", Count: 1, Base: "a"}, {ID: "t", Type: "truck", Count: 1, Base: "a"}},
		Units: []sortie.Unit{{ID: "u", Nation: "RU", At: "a", To: "b", People: 5, Priority: 3,
			Equipment: map[string]int{"jeep": 1, "crane": 1}}},
		Clearances: []sortie.Clearance{{ID: "cl", Country: "RU", Mode: sortie.Air, Nations: []string{"RU"}, From: start.Add(24 * time.Hour)}},
	}
}

func compile(t *testing.T) *network.Network {
	t.Helper()
	n, err := network.Compile(mission())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const (
	a network.PlaceIndex = iota
	b
	middle
	c
)

func TestPayloadFallsWithDistance(t *testing.T) {
	typ := &compile(t).Types[0]
	for _, x := range []struct {
		km, tonnes float64
		reaches    bool
	}{{0, 20, true}, {1000, 20, true}, {2000, 15, true}, {3000, 10, true}, {3000.1, 0, false}} {
		tonnes, reaches := typ.PayloadAt(x.km)
		if math.Abs(tonnes-x.tonnes) > 1e-9 || reaches != x.reaches {
			t.Errorf("%v km: %v t, %v; want %v, %v", x.km, tonnes, reaches, x.tonnes, x.reaches)
		}
	}
}

func TestTooFarIsFlownWithAStop(t *testing.T) {
	n := compile(t)
	if n.Leg(0, a, b).OK {
		t.Error("4,448 km are flown without a stop")
	}
	routes := n.Routes(0, a, b, nil)
	if len(routes) != 1 || len(routes[0].Stops) != 1 || routes[0].Stops[0] != middle {
		t.Fatalf("routes %+v", routes)
	}
	// 20 degrees of the equator are 2,223.9 km: 10 min and 222.39 min a leg, an hour between.
	if r := routes[0]; r.Minutes != 233+60+233 || math.Abs(r.Payload-(20-10*1223.9/2000)) > 0.01 {
		t.Errorf("%d min, %.3f t", r.Minutes, r.Payload)
	}
}

// TestWhereToWaitOnTheWay: at the six stops that make the quickest ways, however far round they are; nowhere where both ends are always open,
// and nowhere by road.
func TestWhereToWaitOnTheWay(t *testing.T) {
	m := mission()
	for _, east := range []float64{15, 3, 24, 9, 12, 6, 18} {
		m.Places = append(m.Places, sortie.Place{ID: fmt.Sprint("stop-", east), Country: "UZ", At: sortie.Position{0, east}, Handles: m.Places[1].Handles})
	}
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	third := c + 2 // 3 degrees east
	halting := n.Halting(0, a, third)
	if len(halting) != 6 {
		t.Fatalf("%d ways", len(halting))
	}
	for k, r := range halting {
		if k > 0 && r.Minutes < halting[k-1].Minutes {
			t.Errorf("way %d takes %d min, the one before %d", k, r.Minutes, halting[k-1].Minutes)
		}
		if len(r.Stops) != 1 || n.Places[r.Stops[0]].At[1] > 21 {
			t.Errorf("way %d: by %v", k, r.Stops)
		}
	}
	if straight := n.Leg(0, a, third); halting[5].KM < 10*straight.KM {
		t.Errorf("%.0f km are the farthest way round, %.0f straight", halting[5].KM, straight.KM)
	}
	if ways := append(n.Halting(0, middle, third), n.Halting(1, a, c)...); len(ways) > 0 {
		t.Errorf("waits on the way between places that are open, or by road: %v", ways)
	}
}

func TestRestsOnTheRoad(t *testing.T) {
	n := compile(t)
	// 500 km at 50 km/h are 10 h: two rests of 2 h after each 4 h.
	if leg := n.Drive(0, a, c); !leg.OK || leg.Minutes != 14*60 {
		t.Errorf("a to c: %+v", leg)
	}
	if n.Drive(0, middle, c).OK {
		t.Error("a one-way link is driven the other way")
	}
	if leg := n.Drive(0, c, middle); leg.Minutes != 10 {
		t.Errorf("10 km at 60 km/h: %+v", leg)
	}
}

func TestCalendars(t *testing.T) {
	n := compile(t)
	at := func(day, hour, minute int) network.Minute {
		return network.MinuteOf(time.Date(2022, 3, day, hour, minute, 0, 0, time.UTC))
	}
	open := n.Access(a, network.Air, network.None)
	for _, x := range []struct{ from, next network.Minute }{
		{at(26, 0, 0), at(26, 1, 30)}, // 02:30 in winter is 01:30 UTC
		{at(26, 9, 0), at(26, 9, 0)},  // both ends included
		{at(26, 9, 1), at(27, 1, 0)},  // on the 27th the clock skips 02:00 to 03:00: it opens at 03:00, 01:00 UTC
		{at(27, 8, 1), at(28, 0, 30)}, // 10:00 in summer is 08:00 UTC
	} {
		if next := open.Next(x.from); next != x.next {
			t.Errorf("from %v: %v, want %v", x.from.Time(time.UTC), next.Time(time.UTC), x.next.Time(time.UTC))
		}
	}
	if prev := open.Prev(at(27, 0, 30)); prev != at(26, 9, 0) {
		t.Errorf("before: %v", prev.Time(time.UTC))
	}
	if n.Access(b, network.Air, 0).Next(n.Start) != at(27, 0, 0) {
		t.Error("the clearance does not begin on the 27th")
	}
	if n.Access(b, network.Air, network.None).Next(n.Start) != network.Never {
		t.Error("a lift of no nation is cleared")
	}
	if !n.Access(b, network.Road, network.None).Contains(n.Start) {
		t.Error("a mode that no clearance names is not open")
	}
}

func TestDoubtsNameWhatHasNoWay(t *testing.T) {
	n := compile(t)
	doubts := n.Doubts()
	if len(doubts) != 2 || doubts[0].Path != "units[0].to" || doubts[1].Path != "units[0].equipment.crane" {
		t.Fatalf("doubts %+v", doubts)
	}
	if ways := n.Itineraries(0, 0, 3); len(ways) == 0 || len(ways[0].Hops) != 1 {
		t.Errorf("the jeep's ways: %+v", ways)
	}
}
