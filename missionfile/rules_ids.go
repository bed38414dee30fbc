package missionfile

import (
	"fmt"
	"strconv"

	"sortie"
)

// uniqueIDs refuses an id that is used twice in one list.
func uniqueIDs(c *checker) {
	unique(c, "places", aPlace, c.m.Places, c.places, func(p *sortie.Place) string { return p.ID })
	unique(c, "lift_types", aLiftType, c.m.LiftTypes, c.lifts, func(l *sortie.LiftType) string { return l.ID })
	unique(c, "equipment_types", anItemType, c.m.EquipmentTypes, c.equipment, func(e *sortie.EquipmentType) string { return e.ID })
	unique(c, "units", aUnit, c.m.Units, c.units, func(u *sortie.Unit) string { return u.ID })
	unique(c, "tasks", aTask, c.m.Tasks, c.tasks, func(t *sortie.Task) string { return t.ID })
	unique(c, "record", anEntry, c.m.Record, c.entries, func(e *sortie.Entry) string { return e.ID })
	unique(c, "sources", aSource, c.m.Sources, c.sources, func(s *sortie.Source) string { return s.ID })
	id := func(f *sortie.Fleet) string { return f.ID }
	unique(c, "fleets", aFleet, c.m.Fleets, indexByID(c.m.Fleets, id), id)
	clearance := func(p *sortie.Clearance) string { return p.ID }
	unique(c, "clearances", aClearance, c.m.Clearances, indexByID(c.m.Clearances, clearance), clearance)
}

func unique[T any](c *checker, list string, what noun, all []T, first map[string]int, id func(*T) string) {
	for i := range all {
		name := id(&all[i])
		if j, ok := first[name]; !ok || j == i {
			continue
		}
		path := fmt.Sprintf("%s[%d].id", list, i)
		at := c.root.locate(fmt.Sprintf("%s[%d].id", list, first[name]))
		c.fail(path, "duplicate-id", say(isCalledToo, what.second(), shorten(name)),
			say(firstAt, strconv.Itoa(int(at.line)), c.decoder.book.sources[at.source].name))
	}
}

// placesExist looks for every place that something is at, goes to or passes.
func placesExist(c *checker) {
	place := func(id, path string, args ...any) { c.known(aPlace, id, c.places, nil, path, args...) }
	for i := range c.m.Units {
		u := &c.m.Units[i]
		place(u.At, "units[%d].at", i)
		place(u.To, "units[%d].to", i)
		for j, id := range u.Via {
			place(id, "units[%d].via[%d]", i, j)
		}
	}
	for i := range c.m.Links {
		l := &c.m.Links[i]
		place(l.From, "links[%d].from", i)
		place(l.To, "links[%d].to", i)
		for j, id := range l.Between {
			place(id, "links[%d].between[%d]", i, j)
		}
	}
	for i := range c.m.Fleets {
		place(c.m.Fleets[i].Base, "fleets[%d].base", i)
	}
	for i := range c.m.Tasks {
		place(c.m.Tasks[i].At, "tasks[%d].at", i)
	}
}

// typesExist looks for every lift and equipment type, in the mission and in the
// catalogue.
func typesExist(c *checker) {
	for i := range c.m.Fleets {
		c.known(aLiftType, c.m.Fleets[i].Type, c.lifts, builtInLifts, "fleets[%d].type", i)
	}
	for i := range c.m.Links {
		l := &c.m.Links[i]
		for j, id := range l.Types {
			if c.known(aLiftType, id, c.lifts, builtInLifts, "links[%d].types[%d]", i, j) {
				if mode := c.m.LiftTypes[c.lifts[id]].Mode; l.Mode != "" && mode != "" && mode != l.Mode {
					c.fail(fmt.Sprintf("links[%d].types[%d]", i, j), "mode", say(otherMode, id, mode, l.Mode), sentence{})
				}
			}
		}
	}
	for i := range c.m.Units {
		for id := range c.m.Units[i].Equipment {
			c.known(anItemType, id, c.equipment, builtInEquipment, "units[%d].equipment.%s@", i, id)
		}
	}
}

// unitsExist looks for every unit that another one waits for.
func unitsExist(c *checker) {
	for i := range c.m.Units {
		for j, id := range c.m.Units[i].After {
			c.known(aUnit, id, c.units, nil, "units[%d].after[%d]", i, j)
		}
	}
}

// sourcesExist looks for every source that an entry or a figure rests on.
func sourcesExist(c *checker) {
	source := func(ids []string, path string, args ...any) {
		for j, id := range ids {
			c.known(aSource, id, c.sources, nil, path+fmt.Sprintf("[%d]", j), args...)
		}
	}
	for i := range c.m.Record {
		source(c.m.Record[i].Sources, "record[%d].sources", i)
	}
	c.eachBasis(func(b *sortie.Basis, _ noun, _, path string) {
		source(b.Sources, "%s.basis.sources", path)
	})
}

// eachBasis visits whatever says where its figures come from.
func (c *checker) eachBasis(visit func(b *sortie.Basis, what noun, name, path string)) {
	see := func(b *sortie.Basis, what noun, name, list string, i int) {
		if b != nil {
			visit(b, what, name, fmt.Sprintf("%s[%d]", list, i))
		}
	}
	for i := range c.m.Places {
		see(c.m.Places[i].Basis, aPlace, c.m.Places[i].ID, "places", i)
	}
	for i := range c.m.Links {
		see(c.m.Links[i].Basis, aLink, linkName(&c.m.Links[i]), "links", i)
	}
	for i := range c.m.LiftTypes {
		see(c.m.LiftTypes[i].Basis, aLiftType, c.m.LiftTypes[i].ID, "lift_types", i)
	}
	for i := range c.m.EquipmentTypes {
		see(c.m.EquipmentTypes[i].Basis, anItemType, c.m.EquipmentTypes[i].ID, "equipment_types", i)
	}
	for i := range c.m.Fleets {
		see(c.m.Fleets[i].Basis, aFleet, c.m.Fleets[i].ID, "fleets", i)
	}
	for i := range c.m.Units {
		see(c.m.Units[i].Basis, aUnit, c.m.Units[i].ID, "units", i)
	}
	for i := range c.m.Clearances {
		see(c.m.Clearances[i].Basis, aClearance, c.m.Clearances[i].ID, "clearances", i)
	}
	for i := range c.m.Tasks {
		see(c.m.Tasks[i].Basis, aTask, c.m.Tasks[i].ID, "tasks", i)
	}
}

func linkName(l *sortie.Link) string {
	if len(l.Between) == 2 {
		return l.Between[0] + " – " + l.Between[1]
	}
	return l.From + " → " + l.To
}
