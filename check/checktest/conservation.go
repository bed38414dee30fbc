package checktest

import (
	"time"

	"sortie"
	"sortie/check"
)

var conservationMutations = []Mutation{
	{Name: "one person too many", Rule: check.Conservation, Also: onward,
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			for i := range m.Units {
				u, loaded := &m.Units[i], 0
				for j := range p.Movements {
					for _, c := range p.Movements[j].Cargo {
						if c.Unit == u.ID && p.Movements[j].From == u.At {
							loaded += c.People
						}
					}
				}
				if loaded > 0 {
					u.People = loaded - 1
					return true
				}
			}
			return false
		}},
	{Name: "items that the unit does not have", Rule: check.Conservation,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			for _, c := range mv.Cargo {
				if len(c.Items) > 0 {
					delete(unitOf(m, c.Unit).Equipment, c.Items[0].Type)
					return true
				}
			}
			return false
		})},
	{Name: "operation that starts a minute after the first load", Rule: check.Conservation,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			m.Operation.Start = mv.Load.Add(time.Minute)
			return true
		})},
	{Name: "unit ready a minute after it loads", Rule: check.Conservation,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Cargo) == 0 {
				return false
			}
			unitOf(m, mv.Cargo[0].Unit).Ready = mv.Load.Add(time.Minute)
			return true
		})},
	{Name: "load before it has arrived", Rule: check.Conservation,
		Also: []check.Rule{check.Continuity, check.WorkingMOG, check.Cover, check.Drawdown, check.UnitRules},
		Break: func(_ *sortie.Mission, p *sortie.Plan) bool {
			for i := len(p.Movements) - 1; i >= 0; i-- {
				mv := &p.Movements[i]
				for j := range p.Movements[:i] {
					before := &p.Movements[j]
					if len(mv.Cargo) > 0 && len(before.Cargo) == 1 && before.To == mv.From && before.Cargo[0].Unit == mv.Cargo[0].Unit {
						mv.Load = before.Unloaded.Add(-time.Minute)
						return altered(p)
					}
				}
			}
			return false
		}},
	{Name: "movement left out on which another hangs", Rule: check.Conservation,
		Also: append([]check.Rule{check.ParkingMOG}, onward...),
		Break: func(_ *sortie.Mission, p *sortie.Plan) bool {
			for i := range p.Movements {
				for j := i + 1; j < len(p.Movements); j++ {
					a, b := &p.Movements[i], &p.Movements[j]
					if len(a.Cargo) > 0 && len(b.Cargo) > 0 && a.To == b.From && a.Cargo[0].Unit == b.Cargo[0].Unit {
						p.Movements = append(p.Movements[:i], p.Movements[i+1:]...)
						return altered(p)
					}
				}
			}
			return false
		}},
}
