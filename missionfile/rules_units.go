package missionfile

import (
	"fmt"
	"slices"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// unitsHaveSomewhereToGo doubts units that are empty or at their destination.
func unitsHaveSomewhereToGo(c *checker) {
	for i := range c.m.Units {
		u := &c.m.Units[i]
		path := fmt.Sprintf("units[%d]", i)
		if u.People == 0 && len(u.Equipment) == 0 && !c.decoder.book.failed {
			c.doubt(path, "empty-unit", fmt.Sprintf("unit %q has neither people nor equipment", u.ID), "")
		}
		if u.To != "" && u.To == u.At {
			c.doubt(path+".to", "already-there", fmt.Sprintf("unit %q is at %s already", u.ID, u.To), "leave to out for a unit that stays")
		}
		if u.To == "" && len(u.Via) > 0 {
			c.doubt(path+".via", "stays", fmt.Sprintf("unit %q has places to pass and no destination", u.ID), "")
		}
		for j, id := range u.Via {
			if slices.Contains(u.Via[:j], id) {
				c.doubt(fmt.Sprintf("%s.via[%d]", path, j), "via-twice", fmt.Sprintf("%s is to be passed twice; it counts as passed the first time", id), "")
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
				c.fail(fmt.Sprintf("units[%d].after[%d]", here.unit, here.next-1), "after-circle", "these units wait for each other: "+circle(names), "")
			default:
				state[j] = onTheWay
				trail = append(trail, step{j, 0})
			}
		}
	}
}

func circle(names []string) string {
	first := names[0]
	if len(names) > 8 {
		names = append(slices.Clone(names[:7]), fmt.Sprintf("%d more", len(names)-7))
	}
	return strings.Join(append(names, first), " after ")
}

// tasksCanBeCovered doubts a guard of more people than the mission has.
func tasksCanBeCovered(c *checker) {
	people := 0
	for i := range c.m.Units {
		people += c.m.Units[i].People
	}
	for i := range c.m.Tasks {
		if t := &c.m.Tasks[i]; t.People > people {
			c.doubt(fmt.Sprintf("tasks[%d].people", i), "task-too-large", fmt.Sprintf("task %q needs %d people, and all units together have %d", t.ID, t.People, people), "")
		}
	}
}

// thingsAssumed lists what rests on an assumption, built-in types where the
// mission uses them first.
func thingsAssumed(c *checker) {
	c.eachBasis(func(b *sortie.Basis, what, name, path string) {
		if b.Assumed == "" {
			return
		}
		at := path + ".basis.assumed"
		if use := c.firstUse(what, name, path); use != "" {
			at = use
			what = "built-in " + what
		}
		c.reportAt(at, sortie.Finding{Severity: sortie.Doubt, Rule: "assumed", Path: path + ".basis.assumed",
			Message: lang.Plain(fmt.Sprintf("%s %s: %s", what, name, strings.Join(strings.Fields(b.Assumed), " ")))})
	})
}

// firstUse is where the mission uses a type that it does not define itself, or
// empty for whatever it writes out.
func (c *checker) firstUse(what, id, path string) string {
	if list, _, _ := strings.Cut(path, "["); c.root.locateExactly(path) || what != "lift type" && what != "equipment type" || list == "" {
		return ""
	}
	for i := range c.m.Fleets {
		if what == "lift type" && c.m.Fleets[i].Type == id {
			return fmt.Sprintf("fleets[%d].type", i)
		}
	}
	for i := range c.m.Units {
		if _, ok := c.m.Units[i].Equipment[id]; ok && what == "equipment type" {
			return fmt.Sprintf("units[%d].equipment.%s@", i, id)
		}
	}
	return "links"
}
