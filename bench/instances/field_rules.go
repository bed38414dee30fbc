package instances

import "sortie"

// mixed is a motorised force: armour, trucks, light vehicles, trailers.
var mixed = []share{{"btr-82a", 4}, {"kamaz-5350", 4}, {"lc78", 3}, {"vab", 2}, {"field-kitchen", 1}}

// light is what the smallest transports take.
var light = []share{{"lc78", 4}, {"mengshi-6x6", 3}, {"pallet-463l", 3}}

// parking: aircraft enough, teams enough, and two to five stands. Larger
// members have An-124 that take two of them, and camps.
func parking(s *sketch) {
	for range 1 + s.i/3 {
		s.field(air(2+s.i/3, 0, 5))
	}
	for range 2 + s.i/3 {
		s.home(s.between(900, 2200), air(0, 0, 0))
	}
	s.each("il-76md", s.loads/4+4)
	if s.i > 1 {
		s.each("an-124-100", s.loads/20+1)
	}
	s.each("b737-800", s.loads/12+1)
	if s.i%3 == 2 {
		s.camps(2)
	}
	s.force(s.loads*5/2, 9, mixed...)
	s.deadline(6 + s.loads/8)
}

func withoutParking(m *sortie.Mission) {
	eachAir(m, func(h *sortie.Handling) { h.ParkingMOG = nil })
}

// teams: stands enough, and one or two teams that load or unload.
func teams(s *sketch) {
	for range 1 + s.i/3 {
		s.field(air(14, 1+s.i/4, 5))
	}
	for range 2 + s.i/3 {
		s.home(s.between(700, 2600), air(0, s.between(4, 8), 0))
	}
	s.each("il-76md", s.loads/4+4)
	s.each("c-17a", s.loads/8+1)
	s.each("a330-200", s.loads/12+1)
	if s.i%3 == 2 {
		s.camps(2)
	}
	s.force(s.loads*3, 10, mixed...)
	s.deadline(6 + s.loads/6)
}

func withoutTeams(m *sortie.Mission) {
	eachAir(m, func(h *sortie.Handling) { h.WorkingMOG = nil })
}

// runway: one taxiway is usable, so that who landed rolls back along the
// runway; small aircraft, many flights.
func runway(s *sketch) {
	for range 1 + s.i/4 {
		s.field(air(16, 10, sortie.Duration(5*s.between(7, 10))))
	}
	for range 2 + s.i/4 {
		s.home(s.between(500, 1000), air(0, 0, 3))
	}
	s.each("c-130j", s.loads/4+4)
	s.each("an-26", s.loads/8+2)
	if s.i%3 == 2 {
		s.camps(2)
	}
	s.force(s.loads*3/2, 7, light...)
	s.infantry(s.loads * 16)
	s.deadline(5 + s.loads/8)
}

func withoutRunway(m *sortie.Mission) {
	eachAir(m, func(h *sortie.Handling) { h.Interval = 0 })
}

// hours: fields without lights, curfews at home, days lost to weather.
func hours(s *sketch) {
	for n := range 1 + s.i/3 {
		s.field(air(10, 5, 5))
		p := &s.m.Places[len(s.m.Places)-1]
		p.Open = [][]string{{"07:00-17:30"}, {"06:30-11:00", "14:00-18:00"}}[(n+s.i)%2]
		from := s.days(float64(s.between(1, 2))).Add(s.hours(float64(s.between(0, 20))).Sub(s.start))
		p.Closed = []sortie.Closure{{From: from, To: from.Add(s.hours(float64(s.between(10, 40))).Sub(s.start)), Why: "dust"}}
	}
	for range 2 + s.i/3 {
		s.home(s.between(900, 3000), air(0, 6, 0))
		p := &s.m.Places[len(s.m.Places)-1]
		p.Open = []string{"06:00-23:00"}
		p.Timezone = []string{"Africa/Lagos", "Asia/Karachi", "Africa/Dakar", "Asia/Dhaka"}[len(s.codes)-1]
	}
	s.each("a400m", s.loads/7+2)
	s.each("il-76md", s.loads/9+1)
	if s.i%3 == 2 {
		s.camps(2)
	}
	s.force(s.loads*5/2, 8, mixed...)
	s.deadline(8 + s.loads/8)
}

func withoutHours(m *sortie.Mission) {
	for i := range m.Places {
		m.Places[i].Open, m.Places[i].Closed = nil, nil
	}
}

func eachAir(m *sortie.Mission, change func(*sortie.Handling)) {
	for i := range m.Places {
		if h, ok := m.Places[i].Handles[sortie.Air]; ok {
			change(&h)
			m.Places[i].Handles[sortie.Air] = h
		}
	}
}
