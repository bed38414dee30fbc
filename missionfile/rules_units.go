package missionfile

import (
	"fmt"
	"slices"
	"strings"

	"sortie"
	"sortie/catalog"
	"sortie/internal/lang"
)

// unitsHaveSomewhereToGo doubts units that are empty or at their destination.
func unitsHaveSomewhereToGo(c *checker) {
	for i := range c.m.Units {
		u := &c.m.Units[i]
		path := fmt.Sprintf("units[%d]", i)
		if u.People == 0 && len(u.Equipment) == 0 && !c.decoder.book.failed {
			c.doubt(path, "empty-unit", say(emptyUnit, u.ID), sentence{})
		}
		if u.To != "" && u.To == u.At {
			c.doubt(path+".to", "already-there", say(alreadyThere, u.ID, u.To), say(leaveToOut))
		}
		if u.To == "" && len(u.Via) > 0 {
			c.doubt(path+".via", "stays", say(viaNowhere, u.ID), sentence{})
		}
		for j, id := range u.Via {
			if slices.Contains(u.Via[:j], id) {
				c.doubt(fmt.Sprintf("%s.via[%d]", path, j), "via-twice", say(viaTwice, id), sentence{})
			}
		}
	}
}

// afterHasNoCircle refuses units that wait for each other.
func afterHasNoCircle(c *checker) {
	const untouched, onTheWay, done = 0, 1, 2
	state := make([]uint8, len(c.m.Units))
	type step struct{ unit, next int }
	for start := range c.m.Units {
		if state[start] != untouched {
			continue
		}
		trail := []step{{start, 0}}
		state[start] = onTheWay
		for len(trail) > 0 {
			here := &trail[len(trail)-1]
			after := c.m.Units[here.unit].After
			if here.next == len(after) {
				state[here.unit] = done
				trail = trail[:len(trail)-1]
				continue
			}
			j, ok := c.units[after[here.next]]
			here.next++
			switch {
			case !ok || state[j] == done:
			case state[j] == onTheWay:
				at := slices.IndexFunc(trail, func(s step) bool { return s.unit == j })
				names := []string{}
				for _, s := range trail[at:] {
					names = append(names, c.m.Units[s.unit].ID)
				}
				c.fail(fmt.Sprintf("units[%d].after[%d]", here.unit, here.next-1), "after-circle", say(circleOfUnits, circle(names)), sentence{})
			default:
				state[j] = onTheWay
				trail = append(trail, step{j, 0})
			}
		}
	}
}

func circle(names []string) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		shown := slices.Clone(names)
		if len(names) > 8 {
			shown = append(shown[:7], l.Say(moreUnits, len(names)-7))
		}
		return strings.Join(append(shown, names[0]), afterNext.In(l))
	})
}

// tasksCanBeCovered doubts a guard of more people than the mission has.
func tasksCanBeCovered(c *checker) {
	people := 0
	for i := range c.m.Units {
		people += c.m.Units[i].People
	}
	for i := range c.m.Tasks {
		if t := &c.m.Tasks[i]; t.People > people {
			c.doubt(fmt.Sprintf("tasks[%d].people", i), "task-too-large", say(taskTooLarge, t.ID, t.People, people), sentence{})
		}
	}
}

// thingsAssumed lists what rests on an assumption, built-in types where the
// mission uses them first.
func thingsAssumed(c *checker) {
	c.eachBasis(func(b *sortie.Basis, what noun, name, path string) {
		if b.Assumed == "" {
			return
		}
		at, of := path+".basis.assumed", assumedOf
		if use := c.firstUse(what, name, path); use != "" {
			at, of = use, assumedBuiltIn
		}
		c.reportAt(at, sortie.Doubt, path+".basis.assumed", "assumed", say(of, what.Phrase, name, catalog.Reason(strings.Join(strings.Fields(b.Assumed), " "))), sentence{})
	})
}

// firstUse is where the mission uses a type that it does not define itself, or
// empty for whatever it writes out.
func (c *checker) firstUse(what noun, id, path string) string {
	if list, _, _ := strings.Cut(path, "["); c.root.locateExactly(path) || what != aLiftType && what != anItemType || list == "" {
		return ""
	}
	for i := range c.m.Fleets {
		if what == aLiftType && c.m.Fleets[i].Type == id {
			return fmt.Sprintf("fleets[%d].type", i)
		}
	}
	for i := range c.m.Units {
		if _, ok := c.m.Units[i].Equipment[id]; ok && what == anItemType {
			return fmt.Sprintf("units[%d].equipment.%s@", i, id)
		}
	}
	return "links"
}
