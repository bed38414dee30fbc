package checktest

import (
	"sortie"
	"sortie/check"
)

// massOf is what a movement carries, in tonnes.
func massOf(m *sortie.Mission, mv *sortie.Movement) float64 {
	mass := float64(peopleOf(mv)) * m.PersonT
	for _, c := range mv.Cargo {
		for _, i := range c.Items {
			mass += equipmentOf(m, i.Type).Mass
		}
	}
	return mass
}

var payloadMutations = []Mutation{
	{Name: "payload a kilogram less than the load", Rule: check.Payload,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			t.PayloadRange, t.Payload = nil, ptr(massOf(m, mv)-0.001)
			return true
		})},
	{Name: "payload at the distance a kilogram less than the load", Rule: check.Payload,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			t.Payload, t.PayloadRange = nil, [][2]float64{{0, massOf(m, mv) - 0.001}, {50000, massOf(m, mv) - 0.001}}
			return true
		})},
	{Name: "empty leg out of range", Rule: check.Payload,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			t := typeOf(m, mv)
			if t == nil || len(mv.Cargo) > 0 || len(mv.Stops) > 0 || mv.KM < 1 {
				return false
			}
			t.Range = mv.KM - 0.5
			return true
		})},
	{Name: "leg past the last point", Rule: check.Payload,
		Break: onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
			t := typeOf(m, mv)
			if t == nil || len(mv.Stops) > 0 || mv.KM < 1 {
				return false
			}
			t.PayloadRange = [][2]float64{{0, 1000}, {mv.KM - 0.5, 1000}}
			return true
		})},
	{Name: "heavier people", Rule: check.Payload,
		Break: onLift(func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			m.PersonT = 1000
			return peopleOf(mv) > 0 && (t.Payload != nil || len(t.PayloadRange) > 0)
		})},
	{Name: "deck that takes a kilogram less", Rule: check.Payload,
		Break: onStowed(func(_ *sortie.Movement, t *sortie.LiftType, _ *sortie.Item) bool {
			for d := range t.Decks {
				t.Decks[d].Payload = ptr(0.001)
			}
			return true
		})},
}

// stowing are the rules that may follow when an item lies somewhere else.
var stowing = []check.Rule{check.Seats, check.Payload}

var stowageMutations = []Mutation{
	{Name: "a centimetre nearer to the front", Rule: check.Stowage,
		Break: onStowed(func(_ *sortie.Movement, t *sortie.LiftType, i *sortie.Item) bool {
			i.X = t.Gap - 0.01
			return true
		})},
	{Name: "a centimetre nearer to the side", Rule: check.Stowage,
		Break: onStowed(func(_ *sortie.Movement, t *sortie.LiftType, i *sortie.Item) bool {
			i.Y = t.Gap - 0.01
			return true
		})},
	{Name: "over the rear edge", Rule: check.Stowage, Also: stowing,
		Break: onStowed(func(_ *sortie.Movement, t *sortie.LiftType, i *sortie.Item) bool {
			i.X = t.Decks[0].Length - t.Gap
			return true
		})},
	{Name: "two items in one place", Rule: check.Stowage, Also: stowing,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, _ *sortie.LiftType) bool {
			items := mv.Cargo[0].Items
			if len(items) < 2 || items[0].Stowage == nil {
				return false
			}
			*items[0].Stowage = *items[1].Stowage
			return true
		})},
	{Name: "without stowage", Rule: check.Stowage, Also: stowing,
		Break: onStowed(func(_ *sortie.Movement, _ *sortie.LiftType, i *sortie.Item) bool {
			i.Stowage = nil
			return true
		})},
	{Name: "deck that is not there", Rule: check.Stowage, Also: stowing,
		Break: onStowed(func(_ *sortie.Movement, _ *sortie.LiftType, i *sortie.Item) bool {
			i.Deck = 99
			return true
		})},
	{Name: "deck below zero", Rule: check.Stowage, Also: stowing,
		Break: onStowed(func(_ *sortie.Movement, _ *sortie.LiftType, i *sortie.Item) bool {
			i.Deck = -1
			return true
		})},
	{Name: "ceiling a centimetre too low", Rule: check.Stowage,
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			return onStowed(func(_ *sortie.Movement, t *sortie.LiftType, i *sortie.Item) bool {
				for d := range t.Decks {
					t.Decks[d].Height = equipmentOf(m, i.Type).Height - 0.01
				}
				return true
			})(m, p)
		}},
	{Name: "a wider gap than the first item has", Rule: check.Stowage,
		Break: onStowed(func(_ *sortie.Movement, t *sortie.LiftType, i *sortie.Item) bool {
			t.Gap = i.X + 0.01
			return true
		})},
	{Name: "lift that takes no items", Rule: check.Stowage, Also: stowing,
		Break: onStowed(func(_ *sortie.Movement, t *sortie.LiftType, _ *sortie.Item) bool {
			t.Decks = []sortie.Deck{}
			return true
		})},
}

var seatsMutations = []Mutation{
	{Name: "one seat fewer than people", Rule: check.Seats,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			n := peopleOf(mv)
			t.Seats = sortie.Seats{Empty: n - 1, Full: n - 1}
			return n > 0
		})},
	{Name: "no seats beside items", Rule: check.Seats,
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			t.Seats.Full, t.Seats.Empty = 0, peopleOf(mv)
			return peopleOf(mv) > 0 && itemsOf(mv) > 0 && len(t.Decks) > 0
		})},
	{Name: "an item farther back", Rule: check.Seats, Also: []check.Rule{check.Stowage},
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			for c := range mv.Cargo {
				for i := range mv.Cargo[c].Items {
					item := &mv.Cargo[c].Items[i]
					if item.Stowage != nil && peopleOf(mv) > t.Seats.Full {
						item.X = t.Decks[0].Length
						return true
					}
				}
			}
			return false
		})},
	{Name: "more people than seats", Rule: check.Seats, Also: append([]check.Rule{check.Clearance}, onward...),
		Break: onLift(func(_ *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
			mv.Cargo[0].People += max(t.Seats.Empty, t.Seats.Full)
			return peopleOf(mv) > max(t.Seats.Empty, t.Seats.Full)
		})},
}
