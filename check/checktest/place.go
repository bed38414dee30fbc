package checktest

import (
	"time"

	"sortie"
	"sortie/check"
)

var runwayMutations = []Mutation{
	{Name: "runway a metre too short", Rule: check.Runway,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			handle(placeOf(m, mv.To), t.Mode, func(h *sortie.Handling) { h.Runway = t.Runway - 1 })
			return t.Runway > 1
		})},
	{Name: "runway of a stop too short", Rule: check.Runway,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			t := typeOf(m, mv)
			if t == nil || len(mv.Stops) == 0 || t.Runway <= 1 {
				return false
			}
			handle(placeOf(m, mv.Stops[0].At), t.Mode, func(h *sortie.Handling) { h.Runway = t.Runway - 1 })
			return true
		})},
	{Name: "interval a minute longer than the lift stands", Rule: check.Runway,
		Break: onMovement(func(m *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			t, before := typeOf(m, mv), previous(p, mv)
			if t == nil || before == nil {
				return false
			}
			stands := sortie.Duration(mv.Depart.Sub(before.Arrive).Minutes())
			handle(placeOf(m, mv.From), t.Mode, func(h *sortie.Handling) { h.Interval = stands + 1 })
			return true
		})},
	{Name: "interval on the road", Rule: check.Runway,
		Break: onMovement(func(m *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			for i := range p.Movements {
				o := &p.Movements[i]
				if o != mv && mv.Mode == sortie.Road && o.Mode == sortie.Road && (o.To == mv.From || o.From == mv.From) {
					handle(placeOf(m, mv.From), sortie.Road, func(h *sortie.Handling) { h.Interval = 100 * sortie.Day })
					return true
				}
			}
			return false
		})},
	{Name: "interval at a stop", Rule: check.Runway,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			handle(placeOf(m, mv.Stops[0].At), mv.Mode, func(h *sortie.Handling) { h.Interval = 100 * sortie.Day })
			return true
		})},
}

// awayFromBase reports whether the lift stands at a place that is not its base
// at the movement's end.
func awayFromBase(m *sortie.Mission, mv *sortie.Movement) bool {
	f := fleetOf(m, mv)
	return f != nil && f.Base != mv.To
}

var mogMutations = []Mutation{
	{Name: "no parking", Rule: check.ParkingMOG,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if !awayFromBase(m, mv) {
				return false
			}
			handle(placeOf(m, mv.To), mv.Mode, func(h *sortie.Handling) { h.ParkingMOG = ptr(0) })
			return true
		})},
	{Name: "no parking at a stop", Rule: check.ParkingMOG,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			handle(placeOf(m, mv.Stops[0].At), mv.Mode, func(h *sortie.Handling) { h.ParkingMOG = ptr(0) })
			return true
		})},
	{Name: "lift that takes more slots", Rule: check.ParkingMOG,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			t := typeOf(m, mv)
			if t == nil || !awayFromBase(m, mv) || placeOf(m, mv.To).Handles[t.Mode].ParkingMOG == nil {
				return false
			}
			t.Slots = *placeOf(m, mv.To).Handles[t.Mode].ParkingMOG + 1
			return true
		})},
	{Name: "no loading team", Rule: check.WorkingMOG,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			handle(placeOf(m, mv.From), t.Mode, func(h *sortie.Handling) { h.WorkingMOG = ptr(0) })
			return t.Load > 0
		})},
	{Name: "no unloading team", Rule: check.WorkingMOG,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			handle(placeOf(m, mv.To), t.Mode, func(h *sortie.Handling) { h.WorkingMOG = ptr(0) })
			return t.Unload > 0
		})},
}

var hoursMutations = []Mutation{
	{Name: "closed for the minute of an arrival", Rule: check.Hours,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			p := placeOf(m, mv.To)
			p.Closed = append(p.Closed, sortie.Closure{From: mv.Arrive, To: mv.Arrive.Add(time.Minute)})
			return true
		})},
	{Name: "closed for the minute of a convoy's departure", Rule: check.Hours,
		Break: onConvoy(func(m *sortie.Mission, mv *sortie.Movement) bool {
			p := placeOf(m, mv.From)
			p.Closed = append(p.Closed, sortie.Closure{From: mv.Depart, To: mv.Depart.Add(time.Minute)})
			return true
		})},
	{Name: "closed when a stop ends", Rule: check.Hours,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			if len(mv.Stops) == 0 {
				return false
			}
			p := placeOf(m, mv.Stops[0].At)
			p.Closed = append(p.Closed, sortie.Closure{From: mv.Stops[0].Depart, To: mv.Stops[0].Depart.Add(time.Minute)})
			return true
		})},
	{Name: "open only until the minute before a departure", Rule: check.Hours,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			p := placeOf(m, mv.From)
			p.Timezone = "UTC"
			at := mv.Depart.UTC()
			p.Open = []string{at.Add(time.Minute).Format("15:04") + "-" + at.Add(-time.Minute).Format("15:04")}
			return true
		})},
	{Name: "opening hours that cannot be read", Rule: check.Hours,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			placeOf(m, mv.From).Open = []string{"dawn to dusk"}
			return true
		})},
}

var utilisationMutations = []Mutation{
	{Name: "fewer hours a day than one leg", Rule: check.Utilisation,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			fleetOf(m, mv).HoursPerDay = mv.Arrive.Sub(mv.Depart).Hours() - 0.01
			return t.Mode != sortie.Road && len(mv.Stops) == 0
		})},
	{Name: "fewer hours a day than two legs", Rule: check.Utilisation,
		Break: onMovement(func(m *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			before := previous(p, mv)
			if mv.Lift == "" || mv.Mode == sortie.Road || before == nil || mv.Arrive.Sub(before.Depart) > 24*time.Hour {
				return false
			}
			if len(mv.Stops)+len(before.Stops) > 0 {
				return false
			}
			fleetOf(m, mv).HoursPerDay = (mv.Arrive.Sub(mv.Depart) + before.Arrive.Sub(before.Depart)).Hours() - 0.01
			return true
		})},
}
