package instances

import (
	"fmt"

	"sortie"
)

// convoy: everything goes by road. Camps around a town, a border post, bases
// on the other side; one column at a time leaves each place, short ones, with
// rests; coaches for those without a seat and trailers for containers.
func convoy(s *sketch) {
	s.m.Convoy = sortie.Convoy{
		FormUp: 60, Disperse: 45, Vehicles: s.between(8, 14), Headway: sortie.Duration(15 * s.between(4, 8)),
		Drive: sortie.Duration(s.between(7, 9)) * sortie.Hour, Rest: 10 * sortie.Hour,
	}
	road := func(id, country string) {
		s.m.Places = append(s.m.Places, sortie.Place{ID: id, Country: country})
	}
	join := func(a, b string, km, kmh int) {
		s.m.Links = append(s.m.Links, sortie.Link{Mode: sortie.Road, Between: []string{a, b}, KM: float64(km), KMH: float64(kmh)})
	}
	road("town", host)
	road("border", "XB")
	join("town", "border", s.between(280, 520), 50)
	for n := range 1 + s.i/2 {
		id := fmt.Sprintf("camp-%d", n+1)
		road(id, host)
		join(id, "town", s.between(15, 120), 40)
		s.sites = append(s.sites, id)
	}
	for n, code := range []string{"XB", "XC"} {
		base := "base-" + code
		road(base, code)
		join("border", base, s.between(150, 420)+200*n, 60)
		s.homes[code], s.codes = base, append(s.codes, code)
	}
	coaches, trailers := s.homes["XB"], s.homes["XC"]
	s.fleet("coach-57", "XB", coaches, 2+s.loads/6)
	s.fleet("semi-trailer-13-6", "XC", trailers, 2+s.loads/8)
	s.force(s.loads*4, 7, share{"kamaz-5350", 4}, share{"lc78", 4}, share{"btr-82a", 3}, share{"field-kitchen", 1}, share{"iso-20", 1})
	s.infantry(s.loads * 8)
	s.deadline(7 + s.loads/6)
}

func withoutConvoy(m *sortie.Mission) {
	m.Convoy = sortie.Convoy{}
}
