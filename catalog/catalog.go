// Package catalog holds sortie's built-in lift and equipment types, each
// figure with where it comes from: a published page, an assumption with its
// reasoning, or both. A mission file extends or overrides them.
//
// The figures live in the YAML files under data, written as a mission file
// writes its types, with one more key, figures. Metres, tonnes, kilometres,
// km/h and people, as everywhere.
package catalog

import (
	"cmp"
	"slices"

	"sortie"
)

// LiftTypes returns every built-in lift type, sorted by id, with defaults
// filled in and its basis. The caller may change what it gets.
func LiftTypes() []sortie.LiftType {
	types := make([]sortie.LiftType, 0, len(load().lifts))
	for _, r := range load().lifts {
		types = append(types, r.lift())
	}
	return types
}

// EquipmentTypes returns every built-in equipment type, sorted by id, with its
// basis. The caller may change what it gets.
func EquipmentTypes() []sortie.EquipmentType {
	types := make([]sortie.EquipmentType, 0, len(load().equipment))
	for _, r := range load().equipment {
		types = append(types, r.equipment())
	}
	return types
}

// Lift returns the built-in lift type with that id, and whether there is one.
func Lift(id string) (sortie.LiftType, bool) {
	i, ok := slices.BinarySearchFunc(load().lifts, id, func(r *liftRecord, id string) int { return cmp.Compare(r.ID, id) })
	if !ok {
		return sortie.LiftType{}, false
	}
	return load().lifts[i].lift(), true
}

// Equipment returns the built-in equipment type with that id, and whether
// there is one.
func Equipment(id string) (sortie.EquipmentType, bool) {
	i, ok := slices.BinarySearchFunc(load().equipment, id, func(r *equipmentRecord, id string) int { return cmp.Compare(r.ID, id) })
	if !ok {
		return sortie.EquipmentType{}, false
	}
	return load().equipment[i].equipment(), true
}

// Sources returns every source that a basis in this catalogue names, sorted by
// id. Each id begins with "cat-", so that a mission may list them beside its
// own.
func Sources() []sortie.Source { return slices.Clone(load().sources) }
