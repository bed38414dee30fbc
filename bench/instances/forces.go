package instances

import (
	"fmt"
	"slices"

	"sortie"
)

// share is how often a type is drawn among the equipment of a force.
type share struct {
	id     string
	weight int
}

// force adds units of three to fourteen items, each with about so many people
// an item, until there are so many items. Nations and sites take turns.
func (s *sketch) force(items int, peoplePerItem float64, mix ...share) {
	for left := items; left > 0; {
		n := min(left, s.between(3, 14))
		if left-n < 3 {
			n = left
		}
		left -= n
		counts := map[string]int{}
		for range n {
			counts[s.draw(mix)]++
		}
		s.drivers(counts)
		s.unit(max(4, int(float64(n)*peoplePerItem*(0.7+0.6*s.r.Float64()))), counts)
	}
}

// drivers leaves no unit with more trailers than what tows them.
func (s *sketch) drivers(counts map[string]int) {
	towing := 0
	for _, e := range equipment {
		if e.Drives {
			towing += counts[e.ID]
		}
	}
	if over := counts["field-kitchen"] - towing; over > 0 {
		counts["field-kitchen"] -= over
		counts["lc78"] += over
		s.uses("lc78")
		if counts["field-kitchen"] == 0 {
			delete(counts, "field-kitchen")
		}
	}
}

func (s *sketch) draw(mix []share) string {
	total := 0
	for _, m := range mix {
		total += m.weight
	}
	n := s.r.IntN(total)
	for _, m := range mix {
		if n -= m.weight; n < 0 {
			s.uses(m.id)
			return m.id
		}
	}
	return ""
}

func (s *sketch) uses(id string) {
	if !slices.ContainsFunc(s.m.EquipmentTypes, func(e sortie.EquipmentType) bool { return e.ID == id }) {
		s.m.EquipmentTypes = append(s.m.EquipmentTypes, item(id))
	}
}

// infantry adds units of 40 to 160 people without equipment.
func (s *sketch) infantry(people int) {
	for left := people; left > 0; {
		n := min(left, s.between(40, 160))
		if left-n < 20 {
			n = left
		}
		left -= n
		s.unit(n, nil)
	}
}

// unit adds one that moves the way the operation goes. Every third is ready
// only after some hours.
func (s *sketch) unit(people int, counts map[string]int) *sortie.Unit {
	i := len(s.m.Units)
	code := s.codes[i%len(s.codes)]
	u := sortie.Unit{
		ID: fmt.Sprintf("%s-%d", code, i+1), Nation: code, People: people, Equipment: counts,
		At: s.sites[(i/len(s.codes))%len(s.sites)], To: s.homes[code], Priority: sortie.DefaultPriority,
	}
	if s.in {
		u.At, u.To = u.To, u.At
	}
	if i%3 == 2 {
		u.Ready = s.hours(float64(s.between(2, 9)))
	}
	s.m.Units = append(s.m.Units, u)
	return &s.m.Units[i]
}
