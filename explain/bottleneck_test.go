package explain

import (
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/internal/lang"
)

var start = time.Date(2022, 1, 13, 0, 0, 0, 0, time.UTC)

func clock(h float64) time.Time { return start.Add(time.Duration(h * float64(time.Hour))) }

func number(n int) *int { return &n }

// mission has one unit at a, in the theatre, to go to b, outside, and lifts
// that load for two hours and unload for one.
func mission() *sortie.Mission {
	return &sortie.Mission{
		ID: "m", Timezone: "UTC", Host: "KZ", PersonT: 0.12,
		Operation: sortie.Operation{Kind: sortie.Withdrawal, Start: start, Deadline: clock(240)},
		Places: []sortie.Place{
			{ID: "a", Name: "Almaty", Country: "KZ", Handles: map[sortie.Mode]sortie.Handling{sortie.Air: {}}},
			{ID: "b", Name: "Ivanovo", Country: "RU", Handles: map[sortie.Mode]sortie.Handling{sortie.Air: {}}},
			{ID: "c", Name: "Barracks", Country: "KZ"},
		},
		LiftTypes: []sortie.LiftType{
			{ID: "plane", Mode: sortie.Air, Speed: 700, Load: 2 * sortie.Hour, Unload: sortie.Hour, Slots: 1},
			{ID: "bus", Mode: sortie.Road, Speed: 50, Load: 30, Unload: 30, Slots: 1},
		},
		Fleets: []sortie.Fleet{
			{ID: "f", Type: "plane", Count: 4, Base: "b", From: clock(-48)},
			{ID: "coach", Type: "bus", Count: 1, Base: "c"},
		},
		Units: []sortie.Unit{{ID: "u", Name: "First company", At: "a", To: "b", People: 400, Priority: 3}},
	}
}

// fly is a sortie from a to b: two hours of loading, four of flight, one of
// unloading.
func fly(lift string, load float64, people int) sortie.Movement {
	return sortie.Movement{Lift: lift, Mode: sortie.Air, From: "a", To: "b", Load: clock(load), Depart: clock(load + 2),
		Arrive: clock(load + 6), Unloaded: clock(load + 7), Cargo: []sortie.Cargo{{Unit: "u", People: people}}}
}

// position is an empty leg from b to a of four hours that arrives then.
func position(lift string, arrive float64) sortie.Movement {
	return sortie.Movement{Lift: lift, Mode: sortie.Air, From: "b", To: "a", Load: clock(arrive - 4), Depart: clock(arrive - 4),
		Arrive: clock(arrive), Unloaded: clock(arrive)}
}

func plan(movements ...sortie.Movement) *sortie.Plan {
	p := &sortie.Plan{Mission: "m"}
	for i, v := range movements {
		v.ID = i + 1
		p.Movements = append(p.Movements, v)
	}
	return p
}

func TestBottleneck(t *testing.T) {
	air := func(m *sortie.Mission, place int, h sortie.Handling) {
		m.Places[place].Handles = map[sortie.Mode]sortie.Handling{sortie.Air: h}
	}
	for _, tc := range []struct {
		name    string
		change  func(m *sortie.Mission)
		plan    *sortie.Plan
		want    Resource
		minutes int
		says    string
	}{
		{
			// One team: 2 h a load, four loads from 00:00 to 08:00.
			name:   "one loading team",
			change: func(m *sortie.Mission) { air(m, 0, sortie.Handling{WorkingMOG: number(1)}) },
			plan: plan(position("f/1", 0), position("f/2", 2), position("f/3", 4), position("f/4", 6),
				fly("f/1", 0, 100), fly("f/2", 2, 100), fly("f/3", 4, 100), fly("f/4", 6, 100)),
			want: Resource{Kind: WorkingMOG, Place: "a", Mode: sortie.Air}, minutes: 480, says: "working MOG 1",
		},
		{
			// One stand: each lift stands 2 h and the next one lands as it leaves;
			// the fifth waits for four of them, and stands itself.
			name:   "one stand",
			change: func(m *sortie.Mission) { air(m, 0, sortie.Handling{ParkingMOG: number(1)}) },
			plan: plan(position("f/1", 0), fly("f/1", 0, 100), position("f/2", 2), fly("f/2", 2, 100),
				position("f/3", 4), fly("f/3", 4, 100), position("f/4", 6), fly("f/4", 6, 50),
				position("f/5", 8), fly("f/5", 8, 50)),
			want: Resource{Kind: ParkingMOG, Place: "a", Mode: sortie.Air}, minutes: 600, says: "parking MOG 1",
		},
		{
			// One lift of one: out 7 h, back 4 h, out 7 h, back 4 h, out 7 h.
			name:   "one shuttle",
			change: func(m *sortie.Mission) { m.Fleets[0].Count = 1 },
			plan: plan(position("f/1", 0), fly("f/1", 0, 100), position("f/1", 11), fly("f/1", 11, 100),
				position("f/1", 22), fly("f/1", 22, 100)),
			want: Resource{Kind: Lifts, Fleet: "f"}, minutes: 22 * 60, says: "over 1 lift that is",
		},
		{
			// 150 a day: the first day's leave at 02:00, the third day begins at 48:00.
			name:   "people per day",
			change: func(m *sortie.Mission) { m.Operation.Drawdown.PeoplePerDay = number(150) },
			plan: plan(position("f/1", 0), fly("f/1", 0, 150), position("f/2", 22), fly("f/2", 22, 150),
				position("f/3", 46), fly("f/3", 46, 100)),
			want: Resource{Kind: Quota}, minutes: 46 * 60, says: "400 people ÷ 150 a day = 3 days",
		},
		{
			name: "a guard who must stay",
			change: func(m *sortie.Mission) {
				m.Tasks = []sortie.Task{{ID: "guard", At: "a", People: 100, Until: clock(30)}}
			},
			plan: plan(position("f/1", 0), fly("f/1", 0, 300), position("f/2", 30), fly("f/2", 30, 100)),
			want: Resource{Kind: Cover, Place: "a", ID: "guard"}, minutes: 30 * 60, says: "100 people stay at Almaty until",
		},
		{
			name: "a floor",
			change: func(m *sortie.Mission) {
				m.Operation.Drawdown.Floor = []sortie.Floor{{People: 100, Until: clock(40)}}
			},
			plan: plan(position("f/1", 0), fly("f/1", 0, 300), position("f/2", 40), fly("f/2", 40, 100)),
			want: Resource{Kind: Floor}, minutes: 40 * 60, says: "100 people stay in the theatre until",
		},
		{
			name:   "not released before",
			change: func(m *sortie.Mission) { m.Units[0].Ready = clock(20) },
			plan:   plan(position("f/1", 20), fly("f/1", 20, 400)),
			want:   Resource{Kind: Ready, ID: "u"}, minutes: 20 * 60, says: "release of First company",
		},
		{
			name: "a permission that opens later",
			change: func(m *sortie.Mission) {
				m.Clearances = []sortie.Clearance{{ID: "out", Country: "KZ", Mode: sortie.Air, From: clock(26)}}
			},
			plan: plan(position("f/1", 24), fly("f/1", 24, 400)),
			want: Resource{Kind: Permission, Place: "a", Mode: sortie.Air, ID: "out"}, minutes: 26 * 60, says: "clearance out",
		},
		{
			name:   "closed until noon",
			change: func(m *sortie.Mission) { m.Places[0].Closed = []sortie.Closure{{From: start, To: clock(12)}} },
			plan:   plan(position("f/1", -1), fly("f/1", 10, 400)),
			want:   Resource{Kind: Hours, Place: "a", Mode: sortie.Air}, minutes: 600, says: "hours of Almaty",
		},
		{
			name:   "a fleet that comes later",
			change: func(m *sortie.Mission) { m.Fleets[0].From = clock(20) },
			plan:   plan(position("f/1", 24), fly("f/1", 24, 400)),
			want:   Resource{Kind: Window, Fleet: "f"}, minutes: 20 * 60, says: "fleet f holds it back",
		},
		{
			name:   "the journey itself",
			change: func(*sortie.Mission) {},
			plan:   plan(position("f/1", 0), fly("f/1", 0, 400)),
			want:   Resource{Kind: Trip}, minutes: 7 * 60, says: "journey itself",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := mission()
			tc.change(m)
			b := Bottleneck(m, tc.plan)
			if b == nil {
				t.Fatal("no bottleneck")
			}
			if b.Resource != tc.want || b.Minutes != tc.minutes {
				t.Errorf("got %+v for %d min, want %+v for %d min; path %+v", b.Resource, b.Minutes, tc.want, tc.minutes, b.Shares)
			}
			if s := b.Sentence(m, lang.EN); !strings.Contains(s, tc.says) || strings.Contains(s, "%!") {
				t.Errorf("sentence %q does not say %q", s, tc.says)
			}
			if s := b.Sentence(m, lang.FR) + b.Breakdown(m, lang.FR); strings.Contains(s, "%!") {
				t.Errorf("French sentence is not filled in: %q", s)
			}
			sum := 0
			for _, s := range b.Shares {
				sum += s.Minutes
			}
			if sum != b.Path {
				t.Errorf("shares sum to %d of a path of %d min: %+v", sum, b.Path, b.Shares)
			}
		})
	}
}

func TestBottleneckFollowsCargoToItsFirstLeg(t *testing.T) {
	m := mission()
	m.Units[0].At = "c"
	m.Units[0].Ready = clock(5)
	bus := sortie.Movement{Lift: "coach/1", Mode: sortie.Road, From: "c", To: "a", Load: clock(5), Depart: clock(5.5),
		Arrive: clock(7), Unloaded: clock(7.5), Cargo: []sortie.Cargo{{Unit: "u", People: 400}}}
	b := Bottleneck(m, plan(bus, position("f/1", 7.5), fly("f/1", 7.5, 400)))
	if len(b.Shares) != 2 || b.Shares[0].Kind != Trip || b.Shares[0].Minutes != 570 || b.Shares[1].Kind != Ready || b.Shares[1].Minutes != 300 {
		t.Errorf("path is %+v, want journeys 570 min and release 300 min", b.Shares)
	}
	if b.Kind != Ready {
		t.Errorf("%s is named, want the release: journeys are always there", b.Kind)
	}
}

func TestNothingDeliveredHasNoBottleneck(t *testing.T) {
	if b := Bottleneck(mission(), plan(position("f/1", 0))); b != nil {
		t.Errorf("got %+v", b)
	}
}

func TestForeignPlansDoNotPanic(t *testing.T) {
	m := mission()
	m.Places[0].Handles[sortie.Air] = sortie.Handling{ParkingMOG: number(0), WorkingMOG: number(0), Interval: 5}
	m.Operation.Drawdown.PeoplePerDay = number(0)
	odd := plan(
		fly("nobody/1", 0, 10), fly("f/1", 0, 10), fly("f/1", 0, 10), fly("f", -5, 0),
		sortie.Movement{From: "?", To: "b", Cargo: []sortie.Cargo{{Unit: "u", People: -4}, {Unit: "?"}}},
		sortie.Movement{Lift: "f/2", Mode: sortie.Air, From: "b", To: "b", Load: clock(9), Stops: []sortie.Stop{{At: "?"}}})
	b := Bottleneck(m, odd)
	if b == nil {
		t.Fatal("no bottleneck")
	}
	b.Sentence(m, lang.EN)
	b.Breakdown(m, lang.EN)
	Days(m, odd)
	Units(m, odd)
}

// TestMoreCauses holds causes that TestBottleneck's single unit cannot have.
func TestMoreCauses(t *testing.T) {
	convoy := func(depart float64, people int) sortie.Movement {
		return sortie.Movement{Mode: sortie.Road, From: "c", To: "b", Load: clock(depart), Depart: clock(depart),
			Arrive: clock(depart + 1), Unloaded: clock(depart + 1), Cargo: []sortie.Cargo{{Unit: "v", People: people}}}
	}
	for _, tc := range []struct {
		name   string
		change func(m *sortie.Mission)
		plan   *sortie.Plan
		want   Kind
	}{
		{"runway", func(m *sortie.Mission) {
			m.Places[0].Handles[sortie.Air] = sortie.Handling{Interval: 2 * sortie.Hour}
		}, plan(position("f/1", 0), position("f/2", 0), position("f/3", 0), fly("f/1", 0, 100), fly("f/2", 2, 100), fly("f/3", 4, 200)), Runway},
		{"hours a day", func(m *sortie.Mission) { m.Fleets[0].Count, m.Fleets[0].HoursPerDay = 1, 8 },
			plan(position("f/1", 0), fly("f/1", 0, 200), position("f/1", 30), fly("f/1", 30, 200)), Utilisation},
		{"convoys apart", func(m *sortie.Mission) {
			m.Convoy.Headway = 2 * sortie.Hour
			m.Units = []sortie.Unit{{ID: "v", At: "c", To: "b", People: 90}}
		}, plan(convoy(0, 30), convoy(2, 30), convoy(4, 30)), Headway},
		{"relief in place", func(m *sortie.Mission) {
			m.Operation.Kind = sortie.Rotation
			m.Units = []sortie.Unit{{ID: "u", At: "a", To: "b", People: 100, After: []string{"v"}}, {ID: "v", At: "b", To: "a", People: 100, Ready: clock(20)}}
		}, plan(sortie.Movement{Lift: "f/1", Mode: sortie.Air, From: "b", To: "a", Load: clock(20), Depart: clock(22), Arrive: clock(26),
			Unloaded: clock(27), Cargo: []sortie.Cargo{{Unit: "v", People: 100}}}, fly("f/1", 27, 100)), Ready},
		{"a guard relieved by others", func(m *sortie.Mission) {
			m.Tasks = []sortie.Task{{ID: "guard", At: "a", People: 100}}
			m.Units = []sortie.Unit{{ID: "u", At: "a", To: "b", People: 100}, {ID: "v", At: "c", To: "a", People: 100, Ready: clock(30)}}
		}, plan(sortie.Movement{Mode: sortie.Road, From: "c", To: "a", Load: clock(30), Depart: clock(30), Arrive: clock(31),
			Unloaded: clock(31), Cargo: []sortie.Cargo{{Unit: "v", People: 100}}}, position("f/1", 31), fly("f/1", 31, 100)), Ready},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := mission()
			tc.change(m)
			b := Bottleneck(m, tc.plan)
			if b == nil || b.Kind != tc.want {
				t.Fatalf("got %+v, want %s", b, tc.want)
			}
			for _, l := range lang.All {
				if s := b.Sentence(m, l) + b.Breakdown(m, l); strings.Contains(s, "%!") {
					t.Errorf("not filled in: %q", s)
				}
			}
		})
	}
}
