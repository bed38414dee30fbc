package checktest

import (
	"time"

	"sortie"
	"sortie/check"
)

// later are the rules that may follow when a movement takes place at another
// time.
var later = []check.Rule{
	check.Conservation, check.Continuity, check.Runway, check.ParkingMOG, check.WorkingMOG, check.Hours, check.Utilisation,
	check.Convoy, check.Cover, check.Drawdown, check.UnitRules, check.Clearance,
}

var timesMutations = []Mutation{
	{Name: "a minute longer under way", Rule: check.Times, Also: later,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			shift(&mv.Arrive, 1)
			shift(&mv.Unloaded, 1)
			return true
		})},
	{Name: "a minute faster", Rule: check.Times, Also: later,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			shift(&mv.Arrive, -1)
			shift(&mv.Unloaded, -1)
			return true
		})},
	{Name: "a convoy a minute faster", Rule: check.Times, Also: later,
		Break: onConvoy(func(_ *sortie.Mission, mv *sortie.Movement) bool {
			shift(&mv.Arrive, -1)
			shift(&mv.Unloaded, -1)
			return true
		})},
	{Name: "loaded a minute too fast", Rule: check.Times, Also: later,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			mv.Depart = mv.Load.Add(time.Duration(t.Load-1) * time.Minute)
			return t.Load > 0
		})},
	{Name: "convoy formed up a minute too fast", Rule: check.Times,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			m.Convoy.FormUp = sortie.Duration(mv.Depart.Sub(mv.Load).Minutes()) + 1
			return true
		})},
	{Name: "unloaded a minute late", Rule: check.Times, Also: later,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			shift(&mv.Unloaded, 1)
			return true
		})},
	{Name: "stop a minute short", Rule: check.Times, Also: later,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			s, t := &mv.Stops[0], typeOf(m, mv)
			by := int(s.Arrive.Add(time.Duration(t.Turnaround)*time.Minute).Sub(s.Depart).Minutes()) - 1
			shift(&s.Depart, by)
			shift(&mv.Arrive, by)
			shift(&mv.Unloaded, by)
			return t.Turnaround > 0 && len(mv.Stops) == 1
		})},
	{Name: "stop left out", Rule: check.Times, Also: []check.Rule{check.Payload, check.UnitRules},
		Break: onMovement(func(_ *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			mv.Stops = nil
			return true
		})},
	{Name: "stop on the road", Rule: check.Times, Also: append([]check.Rule{check.Form}, later...),
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			for i := range m.Places {
				if id := m.Places[i].ID; id != mv.From && id != mv.To && len(m.Places[i].Handles) == 0 {
					mv.Stops = []sortie.Stop{{At: id, Arrive: mv.Depart, Depart: mv.Depart}}
					return true
				}
			}
			return false
		})},
	{Name: "empty lift that waits between load and depart", Rule: check.Times, Also: []check.Rule{check.Continuity},
		Break: onMovement(func(_ *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Cargo) > 0 {
				return false
			}
			shift(&mv.Load, -1)
			return altered(p)
		})},
	{Name: "roads that take a day each", Rule: check.Times,
		Break: onConvoy(func(m *sortie.Mission, _ *sortie.Movement) bool {
			for i := range m.Links {
				if l := &m.Links[i]; l.Mode == sortie.Road {
					l.Minutes = ptr(1440.0)
				}
			}
			return true
		})},
	{Name: "no roads", Rule: check.Times,
		Break: onConvoy(func(m *sortie.Mission, _ *sortie.Movement) bool {
			for i := range m.Links {
				if l := &m.Links[i]; l.Mode == sortie.Road {
					l.Mode = sortie.Sea
				}
			}
			return true
		})},
	{Name: "a rest on the way that was not taken", Rule: check.Times,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			m.Convoy.Drive = sortie.Duration(mv.Arrive.Sub(mv.Depart).Minutes()) - 1
			m.Convoy.Rest = 1
			return m.Convoy.Drive > 0
		})},
	{Name: "only listed air links", Rule: check.Times,
		Break: onLift(func(m *sortie.Mission, _ *sortie.Movement, t *sortie.LiftType) bool {
			m.Air = sortie.AirListed
			for i := range m.Links {
				if m.Links[i].Mode == sortie.Air {
					m.Links[i].Types = []string{"balloon"}
				}
			}
			return t.Mode == sortie.Air
		})},
}
