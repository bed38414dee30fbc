package check

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"sortie"
)

func routerOf(m *sortie.Mission) *router {
	x := newIndex(m)
	r := newRouter(m, &x)
	return &r
}

func TestGreatCircle(t *testing.T) {
	for _, e := range []struct {
		a, b sortie.Position
		km   float64
	}{
		{sortie.Position{0, 1}, sortie.Position{0, 2}, 2 * math.Pi * earthRadius / 360},
		{sortie.Position{90, 0}, sortie.Position{-90, 0}, math.Pi * earthRadius},
		{sortie.Position{10, 20}, sortie.Position{-10, -160}, math.Pi * earthRadius},
		{sortie.Position{45, 179.5}, sortie.Position{45, -179.5}, 78.626}, // over the date line
		{sortie.Position{43.3521, 77.0405}, sortie.Position{43.3521, 77.0405}, 0},
		// One degree of latitude anywhere.
		{sortie.Position{51, 77}, sortie.Position{52, 77}, 2 * math.Pi * earthRadius / 360},
	} {
		r := routerOf(&sortie.Mission{Places: []sortie.Place{{ID: "a", At: e.a}, {ID: "b", At: e.b}}})
		if km, ok := r.greatCircle(0, 1); !ok || math.Abs(km-e.km) > 0.01 {
			t.Errorf("%v to %v is %.4f km, want %.4f", e.a, e.b, km, e.km)
		}
	}
	r := routerOf(&sortie.Mission{Places: []sortie.Place{{ID: "a"}, {ID: "b", At: sortie.Position{1, 1}}}})
	if _, ok := r.greatCircle(0, 1); ok {
		t.Error("a place without coordinates has a distance")
	}
}

// TestGreatCircleByVectors holds the haversine against the angle between two
// vectors.
func TestGreatCircleByVectors(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	vector := func(p sortie.Position) [3]float64 {
		lat, lon := p[0]*math.Pi/180, p[1]*math.Pi/180
		return [3]float64{math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)}
	}
	for range 1000 {
		a := sortie.Position{random.Float64()*180 - 90, random.Float64()*360 - 180}
		b := sortie.Position{random.Float64()*180 - 90, random.Float64()*360 - 180}
		v, w := vector(a), vector(b)
		cross := math.Sqrt(math.Pow(v[1]*w[2]-v[2]*w[1], 2) + math.Pow(v[2]*w[0]-v[0]*w[2], 2) + math.Pow(v[0]*w[1]-v[1]*w[0], 2))
		want := earthRadius * math.Atan2(cross, v[0]*w[0]+v[1]*w[1]+v[2]*w[2])
		r := routerOf(&sortie.Mission{Places: []sortie.Place{{ID: "a", At: a}, {ID: "b", At: b}}})
		if km, _ := r.greatCircle(0, 1); math.Abs(km-want) > 1e-3 {
			t.Fatalf("%v to %v is %f km, want %f", a, b, km, want)
		}
	}
}

func TestRests(t *testing.T) {
	c := sortie.Convoy{Drive: 600, Rest: 660}
	for driving, want := range map[float64]float64{
		0: 0, 1: 0, 600: 0, 600.0000009: 0, 600.00001: 660, 1200: 660, 1201: 1320, 1800: 1320,
	} {
		if got := rests(driving, c); got != want {
			t.Errorf("after %v minutes %v of rest, want %v", driving, got, want)
		}
	}
	if got := rests(5000, sortie.Convoy{Rest: 60}); got != 0 {
		t.Errorf("%v of rest where nothing limits the drive", got)
	}
}

func TestAirLinks(t *testing.T) {
	minutes := func(n float64) *float64 { return &n }
	m := &sortie.Mission{
		Places: []sortie.Place{{ID: "a", At: sortie.Position{0, 1}}, {ID: "b", At: sortie.Position{0, 10}}, {ID: "c"}},
		Links: []sortie.Link{
			{Mode: sortie.Air, Between: []string{"b", "a"}, Minutes: minutes(55), Types: []string{"jet"}},
			{Mode: sortie.Air, From: "a", To: "b", KM: 900},
			{Mode: sortie.Air, From: "a", To: "b", KM: 100},
			{Mode: sortie.Air, From: "a", To: "c", Minutes: minutes(30.5)},
			{Mode: sortie.Air, From: "c", To: "b", Minutes: minutes(-5)},
			{Mode: sortie.Air, From: "b", To: "c", Minutes: minutes(math.Inf(1))},
		},
	}
	jet := &sortie.LiftType{ID: "jet", Mode: sortie.Air, Speed: 600, Overhead: 15}
	slow := &sortie.LiftType{ID: "slow", Mode: sortie.Air, Speed: 300, Overhead: 5}
	nine := 9 * 2 * math.Pi * earthRadius / 360
	for _, e := range []struct {
		kind     *sortie.LiftType
		from, to int
		air      string
		ok       bool
		minutes  int64
		km       float64
	}{
		{jet, 0, 1, "", true, 55, nine},       // its own link first, whose km are the great circle
		{jet, 1, 0, "", true, 55, nine},       // both ways
		{slow, 0, 1, "", true, 5 + 180, 900},  // the first that matches
		{slow, 1, 0, "", true, 206, nine},     // one way only, so the great circle: 5 + 200.15
		{slow, 1, 0, "listed", false, 0, 0},   //
		{jet, 1, 0, "listed", true, 55, nine}, //
		{jet, 0, 2, "", true, 31, 0},          // minutes without km or coordinates
		{jet, 2, 0, "", false, 0, 0},          // neither link nor coordinates
		{jet, 2, 1, "", false, 0, 0},          // no time
		{jet, 1, 2, "", false, 0, 0},          //
	} {
		m.Air = e.air
		r := routerOf(m).fly(e.kind, e.from, e.to)
		if r.ok != e.ok || r.minutes != e.minutes || math.Abs(r.km-e.km) > 0.01 {
			t.Errorf("%s from %d to %d %s: %+v, want %v %d min %.2f km", e.kind.ID, e.from, e.to, e.air, r, e.ok, e.minutes, e.km)
		}
		if !r.ok && r.why.IsZero() {
			t.Error("no way and no reason")
		}
	}
}

func TestRoads(t *testing.T) {
	minutes := func(n float64) *float64 { return &n }
	m := &sortie.Mission{
		Places: []sortie.Place{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}, {ID: "e"}},
		Links: []sortie.Link{
			{Mode: sortie.Road, Between: []string{"a", "b"}, KM: 60, KMH: 60},
			{Mode: sortie.Road, Between: []string{"b", "c"}, KM: 60, KMH: 120},
			{Mode: sortie.Road, Between: []string{"a", "c"}, KM: 100, Minutes: minutes(90)}, // as fast as by b at 120 km/h, and shorter
			{Mode: sortie.Road, From: "c", To: "d", KM: 10, Types: []string{"truck"}},
			{Mode: sortie.Rail, Between: []string{"a", "d"}, KM: 10},
			{Mode: sortie.Road, From: "d", To: "b"},                       // neither length nor time
			{Mode: sortie.Road, Between: []string{"d", "nowhere"}, KM: 1}, // half a link
			{Mode: sortie.Road, From: "nowhere", To: "d", KM: 1},
			{Mode: sortie.Road, From: "b", To: "e", KM: 50}, // as fast as who drives
		},
	}
	truck := &sortie.LiftType{ID: "truck", Mode: sortie.Road, Overhead: 7}
	m.LiftTypes = []sortie.LiftType{*truck}
	for _, e := range []struct {
		kind     *sortie.LiftType
		speed    float64
		from, to int
		ok       bool
		minutes  int64
		km       float64
	}{
		{nil, 120, 0, 2, true, 90, 100},
		{nil, 60, 0, 2, true, 90, 100},
		{nil, math.Inf(1), 0, 2, true, 90, 100},
		{truck, 120, 0, 3, true, 90 + 5 + 7, 110},
		{nil, 120, 0, 3, false, 0, 0},   // a convoy takes no link of types
		{truck, 120, 3, 2, false, 0, 0}, // one way
		{nil, 100, 1, 4, true, 30, 50},
		{nil, math.Inf(1), 1, 4, false, 0, 0}, // at no speed
		{nil, 0, 1, 4, false, 0, 0},
	} {
		v := vehicle{mode: sortie.Road, typ: -1, speed: e.speed}
		if e.kind != nil {
			v.typ = 0
		}
		r := routerOf(m).drive(e.kind, v, e.from, e.to)
		if r.ok != e.ok || r.minutes != e.minutes || math.Abs(r.km-e.km) > 1e-9 {
			t.Errorf("%d to %d at %v: %+v, want %v %d min %v km", e.from, e.to, e.speed, r, e.ok, e.minutes, e.km)
		}
	}
}

// TestTreeIsFastestThenShortest holds Dijkstra's algorithm against trying all
// paths by way of every place, on small random networks with many ties.
func TestTreeIsFastestThenShortest(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		n := 2 + random.IntN(7)
		m := &sortie.Mission{}
		best := make([][]label, n)
		for i := range n {
			m.Places = append(m.Places, sortie.Place{ID: fmt.Sprint(i)})
			best[i] = make([]label, n)
			best[i][i] = label{reached: true, known: true}
		}
		for range random.IntN(20) {
			a, b := random.IntN(n), random.IntN(n)
			minutes, km := float64(random.IntN(4)), float64(1+random.IntN(5))
			m.Links = append(m.Links, sortie.Link{Mode: sortie.Rail, From: fmt.Sprint(a), To: fmt.Sprint(b), KM: km, Minutes: &minutes})
			if l := (label{true, minutes, km, true}); l.better(best[a][b]) {
				best[a][b] = l
			}
		}
		for by := range n {
			for i := range n {
				for j := range n {
					a, b := best[i][by], best[by][j]
					if l := (label{true, a.minutes + b.minutes, a.km + b.km, true}); a.reached && b.reached && l.better(best[i][j]) {
						best[i][j] = l
					}
				}
			}
		}
		for i := range n {
			tree := routerOf(m).tree(vehicle{mode: sortie.Rail, typ: -1, speed: 60}, i)
			for j := range n {
				if tree[j] != best[i][j] {
					t.Fatalf("%d to %d: %+v, want %+v", i, j, tree[j], best[i][j])
				}
			}
		}
	}
}

func TestWindows(t *testing.T) {
	for _, e := range []struct {
		hours   string
		inside  []int
		outside []int
	}{
		{"06:00-22:00", []int{360, 700, 1320}, []int{0, 359, 1321, 1439}},
		{"22:00-06:00", []int{1320, 1439, 0, 360}, []int{361, 700, 1319}},
		{"00:00-24:00", []int{0, 700, 1439}, nil},
		{"06:00-24:00", []int{360, 1439, 0}, []int{1, 359}},
		{"00:00-00:00", []int{0, 700, 1439}, nil},
		{"12:00-12:00", []int{0, 700, 720, 1439}, nil},
		{"6:00 - 7:30", []int{360, 450}, []int{359, 451}},
	} {
		w, ok := parseWindow(e.hours)
		if !ok {
			t.Fatalf("%s cannot be read", e.hours)
		}
		for _, m := range e.inside {
			if !w.contains(m) {
				t.Errorf("minute %d is not in %s", m, e.hours)
			}
		}
		for _, m := range e.outside {
			if w.contains(m) {
				t.Errorf("minute %d is in %s", m, e.hours)
			}
		}
	}
	for _, hours := range []string{"", "06:00", "06:00-", "06-22", "06:60-22:00", "06:00-24:01", "-1:00-22:00", "06:00-22:00-23:00"} {
		if w, ok := parseWindow(hours); ok {
			t.Errorf("%q is read as %v", hours, w)
		}
	}
}
