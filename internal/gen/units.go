package gen

import (
	"fmt"

	"sortie"
)

// equipmentTypes is what units of generated missions may have, plainest first:
// own dimensions, so that no mission depends on a catalogue.
var equipmentTypes = []sortie.EquipmentType{
	{ID: "truck", Length: 7.4, Width: 2.5, Height: 2.8, Mass: 8.9, Drives: true, KMH: 60, Seats: 3},
	{ID: "jeep", Length: 4.1, Width: 1.9, Height: 2, Mass: 2.3, Drives: true, KMH: 80, Seats: 4},
	{ID: "carrier", Length: 7.65, Width: 2.9, Height: 2.8, Mass: 15.4, Drives: true, KMH: 50, Seats: 10},
	{ID: "trailer", Length: 4.2, Width: 2.1, Height: 2.2, Mass: 2.5, Towed: true},
	{ID: "container", Length: 6.06, Width: 2.44, Height: 2.59, Mass: 12},
	{ID: "pallet", Length: 2.74, Width: 2.24, Height: 2.4, Mass: 4.5},
	{ID: "excavator", Length: 9.5, Width: 3.1, Height: 3.3, Mass: 27},
}

func (w *world) equipment() {
	chosen := map[int]bool{w.intN(3, "first equipment"): true}
	for range w.intN(4, "more equipment") {
		chosen[w.intN(len(equipmentTypes), "equipment")] = true
	}
	for i, e := range equipmentTypes {
		if chosen[i] {
			w.m.EquipmentTypes = append(w.m.EquipmentTypes, e)
		}
	}
}

func (w *world) units() {
	for i := range between(w.source, 1, 4, "units") {
		w.unit(i)
	}
}

func (w *world) unit(i int) {
	u := sortie.Unit{
		ID:       fmt.Sprintf("unit-%d", i+1),
		Nation:   pick(w.source, "nation", nations...),
		Priority: pick(w.source, "priority", sortie.DefaultPriority, 1, 2, 4, 5),
	}
	w.journey(&u, i)
	w.strength(&u)
	if u.To != "" {
		w.wishes(&u)
	}
	w.m.Units = append(w.m.Units, u)
}

// journey says where the unit stands and where it goes: out of the theatre,
// into it, or, rarely, nowhere or to a neighbouring site.
func (w *world) journey(u *sortie.Unit, i int) {
	from, to := w.hostSites, w.homeSites
	switch w.m.Operation.Kind {
	case sortie.Deployment:
		from, to = to, from
	case sortie.Rotation:
		if i%2 == 0 {
			from, to = to, from
		}
	}
	u.At = pick(w.source, "at", from...)
	switch {
	case i > 0 && chance(w.source, 10, "stays"):
	case len(from) > 1 && chance(w.source, 8, "neighbouring site"):
		u.To = from[0]
		if u.At == u.To {
			u.To = from[1]
		}
	default:
		u.To = pick(w.source, "to", to...)
	}
}

func (w *world) strength(u *sortie.Unit) {
	u.People = between(w.source, 10, 120, "people")
	itemsAlone := chance(w.source, 6, "items alone")
	if !itemsAlone && !chance(w.source, 65, "has equipment") {
		w.seatsNeeded = true
		return
	}
	u.Equipment = map[string]int{}
	for _, e := range w.m.EquipmentTypes {
		if n := w.intN(5, "count of "+e.ID); n > 0 {
			u.Equipment[e.ID] = n
		}
	}
	switch {
	case len(u.Equipment) == 0:
		u.Equipment = nil
	case itemsAlone:
		u.People = 0
	}
	w.seatsNeeded = w.seatsNeeded || u.People > 0
}

// wishes are the unit's own rules: when, by what, past where, after whom.
func (w *world) wishes(u *sortie.Unit) {
	if chance(w.source, 25, "ready") {
		u.Ready = w.at(sortie.Duration(30 * between(w.source, 1, 100, "ready half hours")))
	}
	if chance(w.source, 30, "due") {
		u.Due = w.at(sortie.Duration(60 * between(w.source, 12, 200, "due hours")))
	}
	if chance(w.source, 12, "modes") {
		u.Modes = []sortie.Mode{sortie.Road, pick(w.source, "mode", w.trunks...)}
		if u.Modes[1] == sortie.Road {
			u.Modes = u.Modes[:1]
		}
	}
	if chance(w.source, 15, "via") {
		w.via(u)
	}
	if chance(w.source, 12, "together") {
		together := sortie.Duration(between(w.source, 4, 60, "together hours")) * sortie.Hour
		u.Together = &together
	}
	if len(w.m.Units) > 0 && chance(w.source, 15, "after") {
		if before := w.m.Units[w.intN(len(w.m.Units), "after whom")]; before.To != "" {
			u.After = []string{before.ID}
		}
	}
}

// via picks places that lie on the unit's way, in the order in which it comes
// to them.
func (w *world) via(u *sortie.Unit) {
	way := []string{w.hostPort, w.middle, w.homePort}
	for _, site := range w.homeSites {
		if u.At == site {
			way[0], way[2] = way[2], way[0]
		}
	}
	for _, place := range way {
		if place != "" && place != u.At && place != u.To && chance(w.source, 60, "via "+place) {
			u.Via = append(u.Via, place)
		}
	}
}
