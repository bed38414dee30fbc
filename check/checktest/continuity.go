package checktest

import (
	"time"

	"sortie"
	"sortie/check"
)

// lastOf reports whether no later movement is by the same lift.
func lastOf(p *sortie.Plan, mv *sortie.Movement) bool {
	for i := range p.Movements {
		if o := &p.Movements[i]; o.Lift == mv.Lift && o.Load.After(mv.Load) {
			return false
		}
	}
	return true
}

// previous is the movement that the same lift made before.
func previous(p *sortie.Plan, mv *sortie.Movement) *sortie.Movement {
	var found *sortie.Movement
	for i := range p.Movements {
		if o := &p.Movements[i]; o.Lift == mv.Lift && o.Load.Before(mv.Load) {
			found = o
		}
	}
	return found
}

var continuityMutations = []Mutation{
	{Name: "base somewhere else", Rule: check.Continuity, Also: []check.Rule{check.ParkingMOG},
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			f := fleetOf(m, mv)
			for i := range m.Places {
				if id := m.Places[i].ID; id != mv.From && id != mv.To && id != f.Base {
					f.Base = id
					return true
				}
			}
			return false
		})},
	{Name: "positioning leg left out", Rule: check.Continuity, Also: []check.Rule{check.ParkingMOG},
		Break: func(_ *sortie.Mission, p *sortie.Plan) bool {
			for i := range p.Movements {
				if mv := &p.Movements[i]; len(mv.Cargo) == 0 && !lastOf(p, mv) {
					p.Movements = append(p.Movements[:i], p.Movements[i+1:]...)
					return altered(p)
				}
			}
			return false
		}},
	{Name: "window closed a minute before it is unloaded", Rule: check.Continuity,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			fleetOf(m, mv).Until = mv.Unloaded.Add(-time.Minute)
			return true
		})},
	{Name: "window that opens a minute after the first load", Rule: check.Continuity,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			fleetOf(m, mv).From = mv.Load.Add(time.Minute)
			return true
		})},
	{Name: "does not return", Rule: check.Continuity,
		Break: onMovement(func(m *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			f := fleetOf(m, mv)
			if f == nil || !lastOf(p, mv) || mv.To == f.Base {
				return false
			}
			f.Return = true
			return true
		})},
	{Name: "turnaround a minute longer than the lift stood", Rule: check.Continuity, Also: []check.Rule{check.Times},
		Break: onMovement(func(m *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			t, before := typeOf(m, mv), previous(p, mv)
			if t == nil || before == nil {
				return false
			}
			t.Turnaround = sortie.Duration(mv.Depart.Sub(before.Arrive).Minutes()) + 1
			return true
		})},
	{Name: "one movement by another lift of the fleet", Rule: check.Continuity,
		Also: []check.Rule{check.Form, check.ParkingMOG, check.Utilisation},
		Break: onMovement(func(m *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			for i := range p.Movements {
				o := &p.Movements[i]
				if mv.Lift != "" && o.Lift != mv.Lift && o.Lift != "" && fleetOf(m, o) == fleetOf(m, mv) {
					mv.Lift = o.Lift
					return altered(p)
				}
			}
			return false
		})},
	{Name: "load before the lift is unloaded", Rule: check.Continuity,
		Also: []check.Rule{check.Conservation, check.WorkingMOG, check.Times, check.Cover, check.Drawdown, check.UnitRules},
		Break: onMovement(func(_ *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			before := previous(p, mv)
			if mv.Lift == "" || before == nil || !before.Unloaded.After(before.Arrive) {
				return false
			}
			mv.Load = before.Unloaded.Add(-time.Minute)
			return altered(p)
		})},
}
