package instances

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"sortie"
)

const host = "XA"

// nations are the contributors, each with the bearing of its airport from the
// theatre in degrees.
var nations = []struct {
	code    string
	bearing float64
}{{"XB", 20}, {"XC", 75}, {"XD", 310}, {"XE", 250}}

// sketch is a mission in the making.
type sketch struct {
	m     *sortie.Mission
	r     *rand.Rand
	start time.Time
	i     int  // which member of its family
	loads int  // that it should come to, roughly
	in    bool // into the theatre

	sites []string          // where units of the theatre stand
	homes map[string]string // nation → where its units come from
	codes []string          // nations that contribute
}

func newSketch(id, binds string, r *rand.Rand, i int) *sketch {
	zone, _ := time.LoadLocation("Africa/Nairobi") // +03:00 all year
	day := sortie.Date{Year: 2023, Month: time.May, Day: 8}
	s := &sketch{r: r, start: day.In(zone), i: i, loads: sizes[i], in: i%2 == 1, homes: map[string]string{}}
	kind := sortie.Withdrawal
	if s.in {
		kind = sortie.Deployment
	}
	s.m = &sortie.Mission{
		Version: sortie.FormatVersion, ID: id, Title: sortie.Text{"en": "Generated: what binds is " + binds},
		Timezone: zone.String(), Host: host, DDay: day, PersonT: sortie.DefaultPersonT,
		Operation: sortie.Operation{Kind: kind, Start: s.start},
		Convoy:    sortie.Convoy{FormUp: sortie.Hour, Disperse: 30, Vehicles: 40, Headway: 15, Drive: 10 * sortie.Hour, Rest: 11 * sortie.Hour},
	}
	return s
}

func (s *sketch) hours(n float64) time.Time {
	return s.start.Add(time.Duration(math.Round(n*60)) * time.Minute)
}

func (s *sketch) days(n float64) time.Time { return s.hours(24 * n) }

// deadline is so many days after the start.
func (s *sketch) deadline(days int) { s.m.Operation.Deadline = s.days(float64(days)) }

// between draws from low to high, both included.
func (s *sketch) between(low, high int) int { return low + s.r.IntN(high-low+1) }

// air is what a field can take; zero is no limit.
func air(parking, working int, interval sortie.Duration) sortie.Handling {
	h := sortie.Handling{Interval: interval}
	if parking > 0 {
		h.ParkingMOG = &parking
	}
	if working > 0 {
		h.WorkingMOG = &working
	}
	return h
}

// field adds an airfield of the theatre. Units stand at the first ones unless
// camps are added.
func (s *sketch) field(h sortie.Handling) string {
	n := len(s.sites) + 1
	id := fmt.Sprintf("field-%d", n)
	h.Runway = float64(s.between(30, 42)) * 100
	s.place(id, host, sortie.Position{2 + 3*float64(n) + s.tenths(10), 30 + 2*float64(n) + s.tenths(10)}, h)
	s.sites = append(s.sites, id)
	return id
}

// home adds the airport of the next nation, so many km from the theatre.
func (s *sketch) home(km int, h sortie.Handling) string {
	nation := nations[len(s.codes)]
	angle := nation.bearing * math.Pi / 180
	degrees := float64(km) / 111
	at := sortie.Position{round(6 + degrees*math.Cos(angle)), round(32 + degrees*math.Sin(angle))}
	h.Runway = 3600
	id := "airport-" + nation.code
	s.place(id, nation.code, at, h)
	s.homes[nation.code] = id
	s.codes = append(s.codes, nation.code)
	return id
}

func (s *sketch) place(id, country string, at sortie.Position, h sortie.Handling) {
	s.m.Places = append(s.m.Places, sortie.Place{
		ID: id, Country: country, At: sortie.Position{round(at[0]), round(at[1])},
		Handles: map[sortie.Mode]sortie.Handling{sortie.Air: h, sortie.Road: {}},
	})
}

// camps moves the units of each field to camps a drive away from it, with
// coaches and trailers for what has no vehicle of its own.
func (s *sketch) camps(each int) {
	fields := s.sites
	s.sites = nil
	for _, field := range fields {
		s.fleet("coach-57", host, field, 3+s.loads/12)
		s.fleet("semi-trailer-13-6", host, field, 2+s.loads/20)
		for range each {
			id := fmt.Sprintf("camp-%d", len(s.sites)+1)
			s.m.Places = append(s.m.Places, sortie.Place{ID: id, Country: host})
			s.m.Links = append(s.m.Links, sortie.Link{Mode: sortie.Road, Between: []string{id, field}, KM: float64(s.between(8, 90)), KMH: float64(10 * s.between(3, 6))})
			s.sites = append(s.sites, id)
		}
	}
}

// fleet adds lifts. The pointer holds until the next fleet is added.
func (s *sketch) fleet(liftType, nation, base string, count int) *sortie.Fleet {
	if !slices.ContainsFunc(s.m.LiftTypes, func(t sortie.LiftType) bool { return t.ID == liftType }) {
		s.m.LiftTypes = append(s.m.LiftTypes, lift(liftType))
	}
	id := fmt.Sprintf("%s-%s", nation, liftType)
	if n := len(s.m.Fleets); slices.ContainsFunc(s.m.Fleets, func(f sortie.Fleet) bool { return f.ID == id }) {
		id = fmt.Sprintf("%s-%d", id, n+1)
	}
	s.m.Fleets = append(s.m.Fleets, sortie.Fleet{ID: id, Type: liftType, Nation: nation, Base: base, Count: count})
	return &s.m.Fleets[len(s.m.Fleets)-1]
}

// each adds a fleet of the type in every nation that contributes, so many
// lifts altogether.
func (s *sketch) each(liftType string, lifts int) {
	for i, code := range s.codes {
		if n := lifts*(i+1)/len(s.codes) - lifts*i/len(s.codes); n > 0 {
			s.fleet(liftType, code, s.homes[code], n)
		}
	}
}

func (s *sketch) tenths(n int) float64 { return float64(s.r.IntN(n)) / 10 }

func round(degrees float64) float64 { return math.Round(degrees*10) / 10 }
