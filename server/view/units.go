package view

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"sortie"
	"sortie/missionfile"
	"sortie/store"
)

// Writing is a unit as it is to be.
type Writing struct {
	ID   string
	Body []byte // JSON as in a mission file
	Out  bool   // the unit is taken out: it has no body
}

// WriteUnits is the mission with several units added, written or taken out at
// once: all of them, or none. A body may leave out id and nation where they are as
// before, or the nation the liaison's.
//
// Bodies are read within what the writer sees, so that no finding tells of what is
// hidden, and then put into the whole, where what a unit waits for of other nations
// stays. written is what each body says of id and nation, nil for a unit that goes,
// also beside an error: the policy is asked of it first. WriteUnits returns
// store.ErrNotFound and store.ErrTaken for units that are not seen, ErrOthers, and
// *Refused, whose paths name units by their ids: units["ru-45"].people.
func (v View) WriteUnits(m *sortie.Mission, writings []Writing) (next *sortie.Mission, written []*sortie.Unit, err error) {
	changes := make([]change, len(writings))
	written = make([]*sortie.Unit, len(writings))
	wrong := &Refused{}
	for i, w := range writings {
		var refused *Refused
		changes[i], err = v.change(m, w)
		switch written[i] = changes[i].written; {
		case errors.As(err, &refused):
			for _, f := range refused.Findings {
				f.Path = UnitPath(w.ID, f.Path)
				wrong.Findings = append(wrong.Findings, f)
			}
		case err != nil:
			return nil, written, err
		}
	}
	if wrong.Findings != nil {
		return nil, written, wrong
	}
	next, order, err := v.write(m, changes)
	var refused *Refused
	if errors.As(err, &refused) {
		of := &sortie.Mission{Units: order}
		for i, f := range refused.Findings {
			if strings.HasPrefix(f.Path, "units[") {
				refused.Findings[i] = placed(of, f)
			}
		}
	}
	return next, written, err
}

// UnitsShown are the units that are seen, by their ids, as JSON: what merge patches
// are applied to.
func (v View) UnitsShown(m *sortie.Mission) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, u := range v.Mission(m).Units {
		text, err := json.Marshal(u)
		if err != nil {
			return nil, err
		}
		out[u.ID] = text
	}
	return out, nil
}

// change is a writing whose id and nation were read.
type change struct {
	id      string
	out     bool                       // the unit is taken out
	fields  map[string]json.RawMessage // else: what is written
	written *sortie.Unit               // what it says of id and nation
}

func (v View) change(m *sortie.Mission, w Writing) (change, error) {
	c := change{id: w.ID, out: w.Out}
	if w.Out {
		return c, nil
	}
	var err error
	c.fields, c.written, err = v.head(m, w.ID, w.Body)
	return c, err
}

// write is the mission with the changes made. Where they are refused, order holds
// the units by whose positions the findings speak.
func (v View) write(m *sortie.Mission, changes []change) (next *sortie.Mission, order []sortie.Unit, err error) {
	at := positions(m.Units)
	for _, c := range changes {
		i, there := at[c.id]
		switch {
		case c.out && (!there || !v.own(m.Units[i].Nation)):
			return nil, nil, store.ErrNotFound
		case there && !v.own(m.Units[i].Nation):
			return nil, nil, store.ErrTaken
		case !c.out && !v.own(c.written.Nation):
			return nil, nil, refuse("nation", wordNotYours, c.written.Nation)
		}
	}
	read, order, err := v.read(m, changes)
	if err != nil {
		return nil, order, err
	}
	own := v.units(m)
	out := *m
	out.Units = slices.Clone(m.Units)
	gone := map[string]bool{}
	for _, c := range changes {
		i, there := at[c.id]
		unit := read[c.id]
		if c.written != nil {
			*c.written = unit // as it was read, and not only as it calls itself
		}
		switch {
		case c.out:
			gone[c.id] = true
		case there:
			for _, id := range m.Units[i].After {
				if !own[id] { // a unit that is not seen: it stays
					unit.After = append(unit.After, id)
				}
			}
			out.Units[i] = unit
		default:
			out.Units = append(out.Units, unit)
		}
	}
	out.Units = slices.DeleteFunc(out.Units, func(u sortie.Unit) bool { return gone[u.ID] })
	next, err = v.sound(&out)
	return next, out.Units, err
}

// read reads the changes within the mission as it is seen, and returns the units
// that were written by their ids.
func (v View) read(m *sortie.Mission, changes []change) (read map[string]sortie.Unit, order []sortie.Unit, err error) {
	seen := v.Mission(m).Mission
	text, err := missionfile.MarshalMission(&seen)
	if err != nil {
		return nil, nil, err
	}
	var whole map[string]json.RawMessage
	var units []json.RawMessage
	if err := json.Unmarshal(text, &whole); err != nil {
		return nil, nil, err
	}
	if err := json.Unmarshal(whole["units"], &units); err != nil {
		return nil, nil, err
	}
	order = slices.Clone(seen.Units)
	at, gone := positions(order), map[string]bool{}
	for _, c := range changes {
		i, there := at[c.id]
		switch {
		case c.out:
			gone[c.id] = true
			continue
		case !there:
			i, units, order = len(units), append(units, nil), append(order, sortie.Unit{ID: c.id})
		}
		if units[i], err = json.Marshal(c.fields); err != nil {
			return nil, nil, err
		}
	}
	kept := []json.RawMessage{}
	for i, u := range units {
		if !gone[order[i].ID] {
			kept = append(kept, u)
		}
	}
	order = slices.DeleteFunc(order, func(u sortie.Unit) bool { return gone[u.ID] })
	if whole["units"], err = json.Marshal(kept); err != nil {
		return nil, nil, err
	}
	if text, err = json.Marshal(whole); err != nil {
		return nil, nil, err
	}
	f := missionfile.Parse("mission.json", text, nil)
	if f.Failed() || f.Mission == nil || len(f.Mission.Units) != len(order) {
		return nil, order, &Refused{errorsOf(f)}
	}
	read = map[string]sortie.Unit{}
	for i, u := range f.Mission.Units {
		read[order[i].ID] = u
	}
	return read, order, nil
}

// sound is a mission that was put together from parts, read anew as a whole: its
// types listed, and without an error.
func (v View) sound(m *sortie.Mission) (*sortie.Mission, error) {
	text, err := missionfile.MarshalMission(m)
	if err != nil {
		return nil, err
	}
	f := missionfile.Parse("mission.json", text, nil)
	if !f.Failed() && f.Mission != nil {
		return f.Mission, nil
	}
	if !v.whole {
		return nil, ErrOthers
	}
	return nil, &Refused{errorsOf(f)}
}

// positions are where units stand in a list, by their ids.
func positions(units []sortie.Unit) map[string]int {
	out := make(map[string]int, len(units))
	for i, u := range units {
		out[u.ID] = i
	}
	return out
}
