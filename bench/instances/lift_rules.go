package instances

import "sortie"

// fleet: a handful of aircraft that come and go many times, with crews' hours,
// windows and bases away from both ends.
func fleet(s *sketch) {
	for range 1 + s.i/4 {
		s.field(air(12, 8, 5))
	}
	for range 2 + s.i/4 {
		s.home(s.between(1200, 2800), air(0, 0, 0))
	}
	transports := 2 + s.loads/20
	first, second := s.codes[0], s.codes[1]
	f := s.fleet("il-76md", first, s.homes[first], transports)
	f.HoursPerDay, f.Return = float64(s.between(9, 13)), s.i%2 == 0
	base := "depot"
	s.place(base, "XF", sortie.Position{14, 41}, sortie.Handling{Runway: 3600})
	f = s.fleet("c-130j", second, base, 1+s.loads/25)
	f.HoursPerDay = float64(s.between(8, 11))
	f = s.fleet("a330-200", second, s.homes[second], 1)
	f.From, f.Until = s.days(1), s.days(float64(3+s.loads/10))
	if s.i > 2 {
		f = s.fleet("an-124-100", first, s.homes[first], 1)
		f.From, f.HoursPerDay = s.days(1.5), 12
	}
	if s.i%3 == 2 {
		s.camps(2)
	}
	s.force(s.loads*5/2, 8, mixed...)
	s.deadline(10 + s.loads/4)
}

// withoutFleet gives four lifts for each, at any hour of any day.
func withoutFleet(m *sortie.Mission) {
	for i := range m.Fleets {
		f := &m.Fleets[i]
		f.Count *= 4
		f.HoursPerDay, f.Return = 0, false
		f.From, f.Until = m.Operation.Start.AddDate(0, 0, -2), m.Operation.Deadline.AddDate(0, 0, 2)
	}
}

// stowage: vehicles of odd lengths and widths, few people, decks narrow and
// wide; how many loads there are is a matter of packing.
func stowage(s *sketch) {
	for range 1 + s.i/4 {
		s.field(air(8, 1+s.i/2, 5))
	}
	for range 2 + s.i/4 {
		s.home(s.between(900, 3200), air(0, 6, 0))
	}
	wide := []string{"c-17a", "an-124-100"}[s.i%2]
	s.each("il-76md", s.loads/8+2)
	s.each(wide, s.loads/16+1)
	if s.i > 1 {
		s.each("a400m", s.loads/16+1)
	}
	s.force(s.loads*7/2, 2.5, share{"bmp-2", 3}, share{"rg-31", 3}, share{"vab", 3}, share{"lc78", 5}, share{"iso-20", 1}, share{"pallet-463l", 3}, share{"field-kitchen", 2})
	s.deadline(7 + s.loads/6)
}

// withoutStowage counts items by mass alone.
func withoutStowage(m *sortie.Mission) {
	for i := range m.LiftTypes {
		if len(m.LiftTypes[i].Decks) > 0 {
			m.LiftTypes[i].Decks = nil
		}
	}
}

// payload: homes so far away that what a transport lifts falls, or needs a
// stop on the way; many people beside few, heavy vehicles.
func payload(s *sketch) {
	for range 1 + s.i/4 {
		s.field(air(10, 2+s.i/3, 5))
	}
	for range 2 + s.i/4 {
		s.home(s.between(4700, 6800), air(0, 6, 0))
	}
	if s.i%2 == 0 {
		s.place("halfway", "XF", sortie.Position{24, 46}, air(6, 0, 5))
	}
	s.each("il-76md", s.loads/6+2)
	s.each("c-17a", s.loads/12+1)
	if s.i > 2 {
		s.each("a330-200", s.loads/24+1)
	}
	s.force(s.loads*3/2, 14, share{"btr-82a", 3}, share{"kamaz-5350", 3}, share{"vab", 3}, share{"lc78", 1})
	s.infantry(s.loads * 15)
	s.deadline(9 + s.loads/5)
}

// withoutPayload lets every aircraft carry any mass any distance, with four
// times the seats.
func withoutPayload(m *sortie.Mission) {
	for i := range m.LiftTypes {
		t := &m.LiftTypes[i]
		t.PayloadRange, t.Payload, t.Range = nil, nil, 0
		t.Seats = sortie.Seats{Empty: 4 * t.Seats.Empty, Full: 4 * t.Seats.Empty}
	}
}
