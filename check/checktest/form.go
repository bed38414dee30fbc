package checktest

import (
	"strings"
	"time"

	"sortie"
	"sortie/check"
)

// onward are the rules that may follow when cargo is not where it should be.
var onward = []check.Rule{
	check.Conservation, check.Continuity, check.Times, check.Payload, check.Seats, check.Convoy,
	check.Cover, check.Drawdown, check.UnitRules,
}

var formMutations = []Mutation{
	{Name: "unit that does not exist", Rule: check.Form, Also: onward,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			mv.Cargo[0].Unit = "nobody"
			return true
		})},
	{Name: "unit listed twice", Rule: check.Form,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			c := &mv.Cargo[0]
			if c.People < 2 {
				return false
			}
			c.People--
			mv.Cargo = append(mv.Cargo, sortie.Cargo{Unit: c.Unit, People: 1})
			return true
		})},
	{Name: "lift number with a leading zero", Rule: check.Form, Also: []check.Rule{check.Continuity},
		Break: func(_ *sortie.Mission, p *sortie.Plan) bool {
			found := false
			for i := range p.Movements {
				if lift := p.Movements[i].Lift; lift != "" {
					p.Movements[i].Lift, found = strings.Replace(lift, "/", "/0", 1), true
				}
			}
			return found
		}},
	{Name: "lift number past the fleet's count", Rule: check.Form,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			fleetOf(m, mv).Count = 0
			return true
		})},
	{Name: "time with seconds", Rule: check.Form,
		Break: onMovement(func(_ *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			mv.Depart = mv.Depart.Add(time.Second)
			return true
		})},
	{Name: "time missing", Rule: check.Form, Also: onward,
		Break: onMovement(func(_ *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			mv.Arrive = time.Time{}
			return len(mv.Cargo) > 0
		})},
	{Name: "negative count", Rule: check.Form, Also: onward,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			mv.Cargo[0].People = -1
			return true
		})},
	{Name: "cargo of nobody and nothing", Rule: check.Form, Also: onward,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			mv.Cargo[0].People, mv.Cargo[0].Items = 0, nil
			return true
		})},
	{Name: "lift by another mode", Rule: check.Form,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			if mv.Mode == sortie.Sea {
				mv.Mode = sortie.Air
			} else {
				mv.Mode = sortie.Sea
			}
			return true
		})},
	{Name: "convoy by rail", Rule: check.Form,
		Break: onConvoy(func(_ *sortie.Mission, mv *sortie.Movement) bool {
			mv.Mode = sortie.Rail
			return true
		})},
	{Name: "movement numbers exchanged", Rule: check.Form,
		Break: func(_ *sortie.Mission, p *sortie.Plan) bool {
			if len(p.Movements) < 2 {
				return false
			}
			p.Movements[0].ID, p.Movements[1].ID = p.Movements[1].ID, p.Movements[0].ID
			return true
		}},
	{Name: "movements out of order", Rule: check.Form,
		Break: func(_ *sortie.Mission, p *sortie.Plan) bool {
			for i := 1; i < len(p.Movements); i++ {
				if a, b := &p.Movements[i-1], &p.Movements[i]; a.Load.Before(b.Load) {
					*a, *b = *b, *a
					a.ID, b.ID = i, i+1
					return true
				}
			}
			return false
		}},
	{Name: "convoy before a lift that loads at the same minute", Rule: check.Form,
		Also: []check.Rule{check.Conservation, check.Times, check.WorkingMOG, check.Cover, check.UnitRules},
		Break: func(_ *sortie.Mission, p *sortie.Plan) bool {
			for i := 1; i < len(p.Movements); i++ {
				if a, b := &p.Movements[i-1], &p.Movements[i]; a.Lift != "" && b.Lift == "" {
					b.Load = a.Load
					*a, *b = *b, *a
					a.ID, b.ID = i, i+1
					return true
				}
			}
			return false
		}},
	{Name: "journey to where it starts", Rule: check.Form, Also: append([]check.Rule{check.ParkingMOG, check.WorkingMOG, check.Hours, check.Runway, check.Clearance}, onward...),
		Break: onMovement(func(_ *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			mv.To = mv.From
			return true
		})},
	{Name: "stop at no place", Rule: check.Form, Also: []check.Rule{check.UnitRules},
		Break: onMovement(func(_ *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			mv.Stops[0].At = "nowhere"
			return true
		})},
	{Name: "stop where it starts", Rule: check.Form, Also: []check.Rule{check.Times, check.ParkingMOG, check.Payload, check.Hours, check.Runway, check.UnitRules, check.Clearance},
		Break: onMovement(func(_ *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			mv.Stops[0].At = mv.From
			return true
		})},
	{Name: "place that no longer handles the mode", Rule: check.Form, Also: []check.Rule{check.Convoy},
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			p := placeOf(m, mv.From)
			if t.Mode == sortie.Road || p == nil {
				return false
			}
			delete(p.Handles, t.Mode)
			return true
		})},
	{Name: "stop at a place that no longer handles the mode", Rule: check.Form, Also: []check.Rule{check.Convoy},
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			placeOf(m, mv.Stops[0].At).Handles = nil
			return true
		})},
	{Name: "equipment type that does not exist", Rule: check.Form,
		Break: onStowed(func(mv *sortie.Movement, _ *sortie.LiftType, _ *sortie.Item) bool {
			mv.Cargo[0].Items = append(mv.Cargo[0].Items, sortie.Item{Type: "unicorn"})
			return true
		})},
	{Name: "unit that stays is carried", Rule: check.Form,
		Also: append([]check.Rule{check.Clearance}, onward...),
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			unitOf(m, mv.Cargo[0].Unit).To = ""
			return true
		})},
	{Name: "format of another version", Rule: check.Form,
		Break: func(_ *sortie.Mission, p *sortie.Plan) bool {
			p.Version = 2
			return true
		}},
}
