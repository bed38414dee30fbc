package instances

import (
	"fmt"

	"sortie"
)

// drawdown: guards until a handover, a floor that falls, so many people a day;
// in a deployment, posts that must be taken in time from those who stand there
// already and are relieved.
func drawdown(s *sketch) {
	for range 1 + s.i/3 {
		s.field(air(10, 5, 5))
	}
	for range 2 + s.i/3 {
		s.home(s.between(800, 2400), air(0, 6, 0))
	}
	s.each("il-76md", s.loads/5+3)
	s.each("b737-800", s.loads/12+1)
	fields := s.sites
	s.force(s.loads*2, 12, mixed...)
	days := 3 + s.loads/16
	if s.in {
		s.relieve(fields, days)
	} else {
		s.leave(days)
	}
	for i, field := range fields {
		standing := 0
		for _, u := range s.m.Units {
			if u.At == field {
				standing += u.People
			}
		}
		if standing == 0 {
			continue
		}
		s.m.Tasks = append(s.m.Tasks, sortie.Task{
			ID: fmt.Sprintf("guard-%d", i+1), Name: "Guard of " + field, At: field,
			People: min(standing, s.between(30, 60)), Until: s.hours(float64(24*days + s.between(-20, 6))),
		})
	}
	s.deadline(9 + s.loads/6)
}

// leave lets the theatre empty over so many days and keeps a tenth there to
// the end of them.
func (s *sketch) leave(days int) {
	total := 0
	for _, u := range s.m.Units {
		total += u.People
	}
	perDay := total/days + 15
	s.m.Operation.Drawdown = sortie.Drawdown{
		PeoplePerDay: &perDay,
		Floor:        []sortie.Floor{{People: total / 3, Until: s.days(float64(days) * 0.6)}, {People: total / 10, Until: s.days(float64(days) * 0.9)}},
	}
}

// relieve adds to each field a unit that goes home over so many days and is
// counted among the guards until others are there.
func (s *sketch) relieve(fields []string, days int) {
	arriving := 0
	for _, u := range s.m.Units {
		arriving += u.People
	}
	relieved := 0
	for i, field := range fields {
		code := s.codes[i%len(s.codes)]
		people := max(60, arriving/(2*len(fields)))
		relieved += people
		s.m.Units = append(s.m.Units, sortie.Unit{
			ID: fmt.Sprintf("relieved-%d", i+1), Nation: code, At: field, To: s.homes[code],
			People: people, Equipment: map[string]int{"lc78": 2}, Priority: 2,
		})
	}
	s.uses("lc78")
	perDay := relieved/days + 10
	s.m.Operation.Kind = sortie.Rotation
	s.m.Operation.Drawdown.PeoplePerDay = &perDay
}

func withoutDrawdown(m *sortie.Mission) {
	m.Operation.Drawdown = sortie.Drawdown{}
	m.Tasks = nil
}

// unitRules: permissions that open late and close again, fleets that carry
// their own alone, units that must come together, after others, past a place,
// or by road only.
func unitRules(s *sketch) {
	for range 2 {
		s.field(air(8, 3+s.i/2, 5))
	}
	for range 3 {
		s.home(s.between(700, 2400), air(0, 6, 0))
	}
	first, second := s.codes[0], s.codes[1]
	s.m.Links = append(s.m.Links,
		sortie.Link{Mode: sortie.Road, Between: []string{s.sites[0], s.homes[first]}, KM: float64(s.between(700, 1400)), KMH: 50},
		sortie.Link{Mode: sortie.Road, Between: []string{s.sites[0], s.sites[1]}, KM: float64(s.between(300, 500)), KMH: 40})
	s.fleet("il-76md", first, s.homes[first], s.loads/8+2).Serves = []string{first, s.codes[2]}
	s.fleet("c-130j", second, s.homes[second], s.loads/6+3).Serves = []string{second}
	s.each("b737-800", s.loads/10+2)
	s.force(s.loads*2, 8, share{"rg-31", 3}, share{"vab", 2}, share{"lc78", 4}, share{"pallet-463l", 2})
	for i := range s.m.Units {
		s.wish(i)
	}
	s.m.Clearances = []sortie.Clearance{
		{ID: "air-of-" + first, Country: host, Mode: sortie.Air, Nations: []string{first}, From: s.hours(float64(s.between(20, 40))), Until: s.days(float64(8 + s.loads/6)), Lead: 72 * sortie.Hour},
		{ID: "air-of-others", Country: host, Mode: sortie.Air, Nations: s.codes[1:], From: s.hours(6)},
		{ID: "road-of-" + first, Country: first, Mode: sortie.Road, From: s.hours(float64(s.between(10, 30)))},
	}
	s.deadline(9 + s.loads/6)
}

// wish gives a unit one rule of its own, or none.
func (s *sketch) wish(i int) {
	u := &s.m.Units[i]
	switch {
	case i%6 == 1:
		together := sortie.Duration(s.between(10, 20)) * sortie.Hour
		u.Together = &together
	case i%6 == 2 && i > 2:
		u.After = []string{s.m.Units[i-2].ID}
	case i%6 == 3 && u.Equipment["pallet-463l"] == 0 && u.Nation == s.codes[0]:
		u.Modes = []sortie.Mode{sortie.Road}
		u.People = min(u.People, seated(u.Equipment))
	case i%6 == 4:
		for _, site := range s.sites {
			if site != u.At && site != u.To {
				u.Via = []string{site}
			}
		}
	case i%6 == 5:
		u.Due, u.Priority = s.days(float64(5+s.loads/10)), 1
	}
}

// seated is how many people the equipment's own seats take.
func seated(counts map[string]int) int {
	n := 0
	for id, count := range counts {
		n += count * item(id).Seats
	}
	return n
}

func withoutUnitRules(m *sortie.Mission) {
	m.Clearances = nil
	for i := range m.Fleets {
		m.Fleets[i].Serves = nil
	}
	for i := range m.Units {
		u := &m.Units[i]
		u.Modes, u.Via, u.Together, u.After = nil, nil, nil, nil
	}
}
