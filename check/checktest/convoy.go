package checktest

import (
	"sortie"
	"sortie/check"
)

var convoyMutations = []Mutation{
	{Name: "one item more than a convoy may have", Rule: check.Convoy,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			m.Convoy.Vehicles = itemsOf(mv) - 1
			return m.Convoy.Vehicles > 0
		})},
	{Name: "headway longer than between two convoys", Rule: check.Convoy,
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			from := map[string]bool{}
			for i := range p.Movements {
				mv := &p.Movements[i]
				if mv.Lift == "" && from[mv.From] {
					m.Convoy.Headway = 100 * sortie.Day
					return true
				}
				from[mv.From] = from[mv.From] || mv.Lift == ""
			}
			return false
		}},
	{Name: "vehicles without seats", Rule: check.Convoy,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			for i := range m.EquipmentTypes {
				m.EquipmentTypes[i].Seats = 0
			}
			return peopleOf(mv) > 0
		})},
	{Name: "one seat fewer", Rule: check.Convoy,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			seats := 0
			for _, c := range mv.Cargo {
				for _, i := range c.Items {
					seats += equipmentOf(m, i.Type).Seats
				}
			}
			for i := range m.EquipmentTypes {
				if t := &m.EquipmentTypes[i]; t.Seats > 0 && seats == peopleOf(mv)+1 {
					t.Seats -= 2
					return true
				}
			}
			return false
		})},
	{Name: "vehicle that neither drives nor is towed", Rule: check.Convoy, Also: []check.Rule{check.Times},
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			t := equipmentOf(m, mv.Cargo[0].Items[0].Type)
			t.Drives, t.Towed = false, false
			return true
		})},
	{Name: "more trailers than vehicles", Rule: check.Convoy,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			for i := range m.EquipmentTypes {
				if t := &m.EquipmentTypes[i]; t.Drives {
					t.Drives, t.Towed = false, true
				}
			}
			return true
		})},
	{Name: "vehicles without drivers", Rule: check.Convoy, Also: append([]check.Rule{check.Form}, onward...),
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			for c := range mv.Cargo {
				mv.Cargo[c].People = 0
			}
			return itemsOf(mv) > 0
		})},
	{Name: "convoy that ends where nothing goes on", Rule: check.Convoy,
		Also: append([]check.Rule{check.Form, check.Hours, check.Runway, check.Clearance}, onward...),
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			m.Places = append(m.Places, sortie.Place{ID: "roadside", Country: placeOf(m, mv.To).Country})
			m.Links = append(m.Links, sortie.Link{Mode: sortie.Road, Between: []string{mv.From, "roadside"},
				Minutes: ptr(mv.Arrive.Sub(mv.Depart).Minutes())})
			mv.To = "roadside"
			return true
		})},
	{Name: "convoy of two nations", Rule: check.Convoy, Also: append([]check.Rule{check.Clearance}, onward...),
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			return onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
				for i := range m.Units {
					u := &m.Units[i]
					if u.To != "" && u.Nation != unitOf(m, mv.Cargo[0].Unit).Nation {
						mv.Cargo = append(mv.Cargo, sortie.Cargo{Unit: u.ID, People: 1})
						return true
					}
				}
				return false
			})(m, p)
		}},
}
