package missionfile

import (
	"reflect"

	"sortie"
)

// setDefaults fills in what a file need not say.
func setDefaults(v reflect.Value) {
	switch p := v.Addr().Interface().(type) {
	case *sortie.Mission:
		p.PersonT = sortie.DefaultPersonT
	case *sortie.LiftType:
		p.Gap, p.Slots = sortie.DefaultGap, sortie.DefaultSlots
	case *sortie.Deck:
		p.Count = 1
	case *sortie.Unit:
		p.Priority = sortie.DefaultPriority
	}
}

// complete fills in what depends on the whole mission: its start, lists that
// are never absent, and the built-in types that it uses.
func (d *decoder) complete(m *sortie.Mission, root *node) {
	if m.Version == 0 && d.draft {
		m.Version = sortie.FormatVersion
	}
	if m.Places == nil {
		m.Places = []sortie.Place{}
	}
	if m.Units == nil {
		m.Units = []sortie.Unit{}
	}
	if m.Operation.Start.IsZero() && !given(root, "operation", "start") {
		d.start(m, root)
	}
	for i := range m.Units {
		dropZeros(&m.Units[i])
	}
	d.addBuiltIns(m)
}

// given reports whether the file says something at the keys.
func given(n *node, keys ...string) bool {
	for _, key := range keys {
		if n = n.get(key); n == nil {
			return false
		}
	}
	return !n.empty()
}

// start is the D-day where the operation names no start.
func (d *decoder) start(m *sortie.Mission, root *node) {
	if d.clock.dDay.IsZero() {
		if !d.clock.bad && root.get("operation") != nil {
			t := &trail{above: &trail{key: "operation"}, key: "start"}
			d.report(d.missing(), root.locate("operation"), t, "missing-key", say(noStart), say(giveStart))
		}
		return
	}
	start, problem := d.clock.time("D")
	if problem != nil {
		d.report(problem.severity, root.locate("d_day"), &trail{key: "d_day"}, problem.rule, problem.message, problem.hint)
	}
	m.Operation.Start = start
}

// dropZeros leaves out equipment of which there is none: the empty columns of a
// force list.
func dropZeros(u *sortie.Unit) {
	for id, count := range u.Equipment {
		if count == 0 {
			delete(u.Equipment, id)
		}
	}
	if len(u.Equipment) == 0 {
		u.Equipment = nil
	}
}
