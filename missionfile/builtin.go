package missionfile

import (
	"maps"
	"reflect"
	"slices"

	"sortie"
	"sortie/catalog"
)

// liftType reads an entry of lift_types. One that has the id of a built-in type
// changes only what it says; a null takes a figure of the built-in one away.
func (d *decoder) liftType(n *node, v reflect.Value, t *trail) {
	id := n.get("id")
	builtIn, ok := sortie.LiftType{}, false
	if id != nil && id.kind == scalar {
		builtIn, ok = catalog.Lift(id.text)
	}
	if !ok {
		d.into(n, v, t, nil)
		return
	}
	l := v.Addr().Interface().(*sortie.LiftType)
	*l = builtIn
	switch {
	case given(n, "payload_range"):
		l.Payload, l.Range = nil, 0
	case given(n, "payload") && len(l.PayloadRange) > 0:
		l.Range = l.PayloadRange[len(l.PayloadRange)-1][0] // it flies no farther than before
		l.PayloadRange = nil
	}
	d.clears = true
	d.into(n, v, t, nil)
	d.clears = false
}

// addBuiltIns lists the built-in types that the mission uses and does not
// define, and the sources that their figures name, so that the mission can be
// read without the catalogue.
func (d *decoder) addBuiltIns(m *sortie.Mission) {
	lifts, equipment := map[string]bool{}, map[string]bool{}
	for _, f := range m.Fleets {
		lifts[f.Type] = true
	}
	for _, l := range m.Links {
		for _, id := range l.Types {
			lifts[id] = true
		}
	}
	for _, u := range m.Units {
		for id := range u.Equipment {
			equipment[id] = true
		}
	}
	for _, l := range m.LiftTypes {
		delete(lifts, l.ID)
	}
	for _, e := range m.EquipmentTypes {
		delete(equipment, e.ID)
	}
	m.LiftTypes = append(m.LiftTypes, find(lifts, catalog.Lift)...)
	m.EquipmentTypes = append(m.EquipmentTypes, find(equipment, catalog.Equipment)...)
	addSources(m)
}

// find looks the ids up, in the order of the alphabet.
func find[T any](ids map[string]bool, in func(string) (T, bool)) []T {
	var found []T
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if one, ok := in(id); ok {
			found = append(found, one)
		}
	}
	return found
}

// addSources lists the catalogue's sources that types of the mission name. A
// source of the mission with the same id is the one that is meant.
func addSources(m *sortie.Mission) {
	named := map[string]bool{}
	for _, l := range m.LiftTypes {
		nameSources(named, l.Basis)
	}
	for _, e := range m.EquipmentTypes {
		nameSources(named, e.Basis)
	}
	for _, s := range m.Sources {
		delete(named, s.ID)
	}
	for _, s := range catalog.Sources() {
		if named[s.ID] {
			m.Sources = append(m.Sources, s)
		}
	}
}

func nameSources(named map[string]bool, b *sortie.Basis) {
	if b != nil {
		for _, id := range b.Sources {
			named[id] = true
		}
	}
}

// builtInLifts and builtInEquipment are the ids of the catalogue, for hints.
func builtInLifts() []string {
	return ids(catalog.LiftTypes(), func(l sortie.LiftType) string { return l.ID })
}

func builtInEquipment() []string {
	return ids(catalog.EquipmentTypes(), func(e sortie.EquipmentType) string { return e.ID })
}

func ids[T any](all []T, id func(T) string) []string {
	out := make([]string, len(all))
	for i := range all {
		out[i] = id(all[i])
	}
	return out
}
