package checktest

import (
	"time"

	"sortie"
)

// Helpers that find something in a plan to break.

func lookup[T any](list []T, id string, idOf func(*T) string) *T {
	for i := range list {
		if idOf(&list[i]) == id {
			return &list[i]
		}
	}
	return nil
}

func placeOf(m *sortie.Mission, id string) *sortie.Place {
	return lookup(m.Places, id, func(p *sortie.Place) string { return p.ID })
}

func unitOf(m *sortie.Mission, id string) *sortie.Unit {
	return lookup(m.Units, id, func(u *sortie.Unit) string { return u.ID })
}

func equipmentOf(m *sortie.Mission, id string) *sortie.EquipmentType {
	return lookup(m.EquipmentTypes, id, func(t *sortie.EquipmentType) string { return t.ID })
}

func fleetOf(m *sortie.Mission, mv *sortie.Movement) *sortie.Fleet {
	name, _ := splitLift(mv.Lift)
	return lookup(m.Fleets, name, func(f *sortie.Fleet) string { return f.ID })
}

func typeOf(m *sortie.Mission, mv *sortie.Movement) *sortie.LiftType {
	f := fleetOf(m, mv)
	if f == nil {
		return nil
	}
	return lookup(m.LiftTypes, f.Type, func(t *sortie.LiftType) string { return t.ID })
}

// onMovement alters the first movement that it is possible on.
func onMovement(alter func(m *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool) func(*sortie.Mission, *sortie.Plan) bool {
	return func(m *sortie.Mission, p *sortie.Plan) bool {
		for i := range p.Movements {
			if alter(m, p, &p.Movements[i]) {
				return true
			}
		}
		return false
	}
}

// onLift is onMovement for movements by a lift with cargo.
func onLift(alter func(m *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool) func(*sortie.Mission, *sortie.Plan) bool {
	return onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
		t := typeOf(m, mv)
		return t != nil && len(mv.Cargo) > 0 && alter(m, mv, t)
	})
}

// onConvoy is onMovement for convoys.
func onConvoy(alter func(m *sortie.Mission, mv *sortie.Movement) bool) func(*sortie.Mission, *sortie.Plan) bool {
	return onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
		return mv.Lift == "" && alter(m, mv)
	})
}

// onStowed alters the first stowed item that it is possible on.
func onStowed(alter func(mv *sortie.Movement, t *sortie.LiftType, i *sortie.Item) bool) func(*sortie.Mission, *sortie.Plan) bool {
	return onLift(func(_ *sortie.Mission, mv *sortie.Movement, t *sortie.LiftType) bool {
		for c := range mv.Cargo {
			for i := range mv.Cargo[c].Items {
				if item := &mv.Cargo[c].Items[i]; item.Stowage != nil && alter(mv, t, item) {
					return true
				}
			}
		}
		return false
	})
}

func peopleOf(mv *sortie.Movement) int {
	n := 0
	for _, c := range mv.Cargo {
		n += c.People
	}
	return n
}

func itemsOf(mv *sortie.Movement) int {
	n := 0
	for _, c := range mv.Cargo {
		n += len(c.Items)
	}
	return n
}

func shift(t *time.Time, minutes int) { *t = t.Add(time.Duration(minutes) * time.Minute) }

// altered reports that something was changed, with the list put in order.
func altered(p *sortie.Plan) bool {
	Tidy(p)
	return true
}

// handle sets a place's handling of a mode.
func handle(p *sortie.Place, mode sortie.Mode, set func(*sortie.Handling)) {
	if p.Handles == nil {
		p.Handles = map[sortie.Mode]sortie.Handling{sortie.Road: {}}
	}
	h := p.Handles[mode]
	set(&h)
	p.Handles[mode] = h
}

// deliveries lists the unloadings of a unit at its destination.
func deliveries(p *sortie.Plan, u *sortie.Unit) []time.Time {
	var found []time.Time
	for i := range p.Movements {
		for _, c := range p.Movements[i].Cargo {
			if c.Unit == u.ID && p.Movements[i].To == u.To {
				found = append(found, p.Movements[i].Unloaded)
			}
		}
	}
	return found
}
