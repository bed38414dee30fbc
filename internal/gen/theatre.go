package gen

import (
	"fmt"
	"math"

	"sortie"
)

// contributors are the nations of a large mission, with where each one's
// airport lies: 600 to 4,500 km from the theatre.
var contributors = []struct {
	nation string
	at     sortie.Position
}{
	{"RU", sortie.Position{55.1, 61.4}}, {"KG", sortie.Position{40.6, 72.8}}, {"UZ", sortie.Position{41.3, 64.5}},
	{"TJ", sortie.Position{38.5, 68.8}}, {"TM", sortie.Position{38, 58.4}}, {"AM", sortie.Position{40.1, 44.4}},
	{"AZ", sortie.Position{40.5, 50.1}}, {"MN", sortie.Position{47.8, 106.8}}, {"BY", sortie.Position{53.9, 28}},
	{"RS", sortie.Position{44.8, 20.3}},
}

// theatre lays out the host's places: airports, camps around them, and in
// larger missions a railhead and a port, with the roads between.
func (l *large) theatre() {
	places := fewestPlaces + (mostPlaces-fewestPlaces)*min(l.people, peopleOfMost)/peopleOfMost
	nations := min(len(contributors), places/6, max(1, l.lifts/8))
	airports := max(1, places*8/mostPlaces)
	for i := range airports {
		l.airport(i)
	}
	ends := 0
	if places >= 20 {
		l.railhead, l.seaport, ends = "railhead", "seaport", 2
		l.add(sortie.Place{ID: l.railhead, Country: hostCountry, At: l.near(0, 0.6), Handles: handles(sortie.Rail, 4, 2)})
		l.add(sortie.Place{ID: l.seaport, Country: hostCountry, At: sortie.Position{43.6, 51.2}, Handles: handles(sortie.Sea, 4, 3)})
	}
	camps := places - airports - 2*nations - ends
	for i := range camps {
		l.camp(i)
	}
	l.homes = make([]home, nations)
}

func (l *large) airport(i int) {
	id := fmt.Sprintf("airport-%d", i+1)
	p := sortie.Place{
		ID:      id,
		Country: hostCountry,
		At:      sortie.Position{round(43 + 2.1*float64(i%4) + l.r.Float64()), round(60 + 5*float64(i/4) + 4*l.r.Float64() + 2*float64(i%4))},
		Handles: handles(sortie.Air, l.between(12, 24), l.between(6, 10)),
	}
	air := p.Handles[sortie.Air]
	air.Runway = float64(l.between(26, 44)) * 100
	air.Interval = sortie.Duration(l.between(3, 6))
	p.Handles[sortie.Air] = air
	switch i % 4 {
	case 1:
		p.Open = []string{"06:00-23:30"}
	case 2:
		from := l.hours(24*l.between(2, 8) + 2)
		p.Closed = []sortie.Closure{{From: from, To: from.Add(l.hours(9).Sub(l.start)), Why: "fog"}}
	}
	l.airports = append(l.airports, len(l.m.Places))
	l.add(p)
}

func (l *large) camp(i int) {
	id := fmt.Sprintf("camp-%d", i+1)
	airport := i % len(l.airports)
	at := l.near(l.airports[airport], 2)
	l.add(sortie.Place{ID: id, Country: hostCountry, At: at})
	l.sites = append(l.sites, site{id, l.m.Places[l.airports[airport]].ID})
	l.road(id, l.m.Places[l.airports[airport]].ID)
	if i%3 == 0 && len(l.airports) > 1 {
		l.road(id, l.m.Places[l.airports[(airport+1)%len(l.airports)]].ID)
	}
	if airport == 0 && l.railhead != "" {
		l.road(id, l.railhead)
		l.road(id, l.seaport)
	}
}

// nations adds each contributor's airport and base; the first one's base has a
// railway station, the last one's a harbour.
func (l *large) nations() {
	for i := range l.homes {
		c := contributors[i]
		h := home{c.nation, "airport-" + c.nation, "base-" + c.nation}
		air := handles(sortie.Air, l.between(16, 30), l.between(8, 14))
		l.add(sortie.Place{ID: h.airport, Country: c.nation, At: c.at, Handles: air})
		base := sortie.Place{ID: h.base, Country: c.nation, At: l.near(len(l.m.Places)-1, 0.8)}
		switch {
		case l.railhead != "" && i == 0:
			base.Handles = handles(sortie.Rail, 4, 2)
			l.link(sortie.Link{Mode: sortie.Rail, Between: []string{l.railhead, h.base}, KM: 1450})
		case l.seaport != "" && i == len(l.homes)-1:
			base.Handles = handles(sortie.Sea, 4, 3)
			l.link(sortie.Link{Mode: sortie.Sea, Between: []string{l.seaport, h.base}, KM: 900})
		}
		l.add(base)
		l.road(h.airport, h.base)
		l.homes[i] = h
	}
}

func (l *large) add(p sortie.Place) { l.m.Places = append(l.m.Places, p) }

func (l *large) link(link sortie.Link) { l.m.Links = append(l.m.Links, link) }

// road joins two places by a road that is 1.3 times as long as the great
// circle.
func (l *large) road(a, b string) {
	km := math.Round(1.3*distance(l.position(a), l.position(b))) + 3
	l.link(sortie.Link{Mode: sortie.Road, Between: []string{a, b}, KM: km, KMH: float64(10 * l.between(4, 8))})
}

func (l *large) position(id string) sortie.Position {
	for _, p := range l.m.Places {
		if p.ID == id {
			return p.At
		}
	}
	return sortie.Position{}
}

// near is a position within so many degrees of a place.
func (l *large) near(place int, degrees float64) sortie.Position {
	at := l.m.Places[place].At
	return sortie.Position{
		round(at[0] + degrees*(l.r.Float64()-0.5)),
		round(at[1] + degrees*(l.r.Float64()-0.5)),
	}
}

func handles(mode sortie.Mode, parking, working int) map[sortie.Mode]sortie.Handling {
	return map[sortie.Mode]sortie.Handling{
		sortie.Road: {},
		mode:        {ParkingMOG: &parking, WorkingMOG: &working},
	}
}

func round(degrees float64) float64 { return math.Round(degrees*1e4) / 1e4 }

// distance is the great circle in km.
func distance(a, b sortie.Position) float64 {
	const radian = math.Pi / 180
	dLat, dLon := (b[0]-a[0])*radian, (b[1]-a[1])*radian
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(a[0]*radian)*math.Cos(b[0]*radian)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * 6371.0088 * math.Asin(math.Sqrt(h))
}
