package checktest

import (
	"slices"
	"time"

	"sortie"
	"sortie/check"
)

var unitMutations = []Mutation{
	{Name: "unit that goes by sea alone", Rule: check.UnitRules,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Cargo) == 0 || mv.Mode == sortie.Sea {
				return false
			}
			unitOf(m, mv.Cargo[0].Unit).Modes = []sortie.Mode{sortie.Sea}
			return true
		})},
	{Name: "unit that does not go by this mode", Rule: check.UnitRules,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			unitOf(m, mv.Cargo[0].Unit).Modes = []sortie.Mode{sortie.Air, sortie.Rail}
			return true
		})},
	{Name: "fleet that serves others", Rule: check.UnitRules,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			fleetOf(m, mv).Serves = []string{"AQ"}
			return true
		})},
	{Name: "together within a minute less", Rule: check.UnitRules,
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			for i := range m.Units {
				at := deliveries(p, &m.Units[i])
				if len(at) < 2 {
					continue
				}
				first, last := slices.MinFunc(at, time.Time.Compare), slices.MaxFunc(at, time.Time.Compare)
				if span := sortie.Duration(last.Sub(first).Minutes()); span > 0 {
					m.Units[i].Together = ptr(span - 1)
					return true
				}
			}
			return false
		}},
	{Name: "after one that arrives later", Rule: check.UnitRules,
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			for i := range p.Movements {
				for j := i + 1; j < len(p.Movements); j++ {
					a, b := &p.Movements[i], &p.Movements[j]
					if len(a.Cargo) > 0 && len(b.Cargo) > 0 && a.Cargo[0].Unit != b.Cargo[0].Unit &&
						b.To == unitOf(m, b.Cargo[0].Unit).To && b.Unloaded.After(a.Load) {
						u := unitOf(m, a.Cargo[0].Unit)
						u.After = append(u.After, b.Cargo[0].Unit)
						return true
					}
				}
			}
			return false
		}},
	{Name: "after itself", Rule: check.UnitRules,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Cargo) == 0 || unitOf(m, mv.Cargo[0].Unit).At == unitOf(m, mv.Cargo[0].Unit).To {
				return false
			}
			u := unitOf(m, mv.Cargo[0].Unit)
			u.After = []string{u.ID}
			return true
		})},
	{Name: "via a place that it does not pass", Rule: check.UnitRules,
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			for i := range m.Units {
				u := &m.Units[i]
				if len(deliveries(p, u)) == 0 {
					continue
				}
				m.Places = append(m.Places, sortie.Place{ID: "detour", Country: m.Host})
				u.Via = append(u.Via, "detour")
				return true
			}
			return false
		}},
	{Name: "via two places in the other order", Rule: check.UnitRules,
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			for i := range m.Units {
				u := &m.Units[i]
				if len(deliveries(p, u)) == 0 {
					continue
				}
				for j := range p.Movements {
					mv := &p.Movements[j]
					if mv.From == u.At && mv.To != u.To && carries(mv, u.ID) {
						u.Via = []string{u.To, mv.To}
						return true
					}
				}
			}
			return false
		}},
}

func carries(mv *sortie.Movement, unit string) bool {
	return slices.ContainsFunc(mv.Cargo, func(c sortie.Cargo) bool { return c.Unit == unit })
}

// permit adds a clearance for one place's country and the movement's mode,
// after taking away all that name it.
func permit(m *sortie.Mission, place string, c sortie.Clearance) bool {
	c.ID, c.Country = "test", placeOf(m, place).Country
	m.Clearances = slices.DeleteFunc(m.Clearances, func(o sortie.Clearance) bool { return o.Country == c.Country })
	m.Clearances = append(m.Clearances, c)
	return true
}

var clearanceMutations = []Mutation{
	{Name: "clearance for another nation", Rule: check.Clearance,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			return permit(m, mv.From, sortie.Clearance{Mode: mv.Mode, Nations: []string{"AQ"}})
		})},
	{Name: "clearance that ends a minute before an arrival", Rule: check.Clearance,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			return permit(m, mv.To, sortie.Clearance{Mode: mv.Mode, Until: mv.Arrive.Add(-time.Minute)})
		})},
	{Name: "clearance that begins a minute after a departure", Rule: check.Clearance,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			return permit(m, mv.From, sortie.Clearance{From: mv.Depart.Add(time.Minute)})
		})},
	{Name: "clearance for a stop ends before it departs", Rule: check.Clearance,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			return permit(m, mv.Stops[0].At, sortie.Clearance{Until: mv.Stops[0].Depart.Add(-time.Minute)})
		})},
	{Name: "clearance for another nation's convoys", Rule: check.Clearance,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			return permit(m, mv.To, sortie.Clearance{Mode: sortie.Road, Nations: []string{"AQ"}})
		})},
	{Name: "fleet without a nation", Rule: check.Clearance,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			nation := fleetOf(m, mv).Nation
			fleetOf(m, mv).Nation = ""
			return permit(m, mv.From, sortie.Clearance{Mode: mv.Mode, Nations: []string{nation}})
		})},
}
