// Package viewtest is for tests that nothing of another nation is told: it marks
// everything that a mission says of the units of other nations, and finds the
// marks in whatever came out.
package viewtest

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"time"

	"sortie"
)

// Mark is in every text that Plant writes, in no other text, and is a valid part
// of an id.
const Mark = "qx7z"

// dueYear is the year in which every planted unit is due: past any plan, and in
// no other time of a mission.
const dueYear = 2191

// Plant marks all that a mission says of the units of nations other than the one:
// their ids and names, the reasons of their figures, the types that they have, the
// sources that they name and the times at which they are due. What else names them
// (their order of relief, cargo of the plans) is changed with them, and the free
// text of the mission names one. Figures and places stay, so that plans are as
// valid as before.
func Plant(m *sortie.Mission, nation string, plans ...*sortie.Plan) {
	ids, kinds := map[string]string{}, map[string]string{}
	m.Units, m.EquipmentTypes = slices.Clone(m.Units), slices.Clone(m.EquipmentTypes)
	for i := range m.Units {
		u := &m.Units[i]
		if u.Nation == nation {
			continue
		}
		ids[u.ID] = fmt.Sprintf("%s-unit-%d", Mark, i)
		u.ID, u.Name = ids[u.ID], fmt.Sprintf("The %s-name %d regiment", Mark, i)
		m.Sources = append(m.Sources, sortie.Source{ID: fmt.Sprintf("%s-source-%d", Mark, i), Title: Mark + " title"})
		u.Basis = &sortie.Basis{Sources: []string{m.Sources[len(m.Sources)-1].ID}, Assumed: "because of " + Mark}
		u.Due = time.Date(dueYear, 3, 7, 5, i%60, 0, 0, time.UTC)
		u.Equipment = rename(m, u.Equipment, kinds)
	}
	for i := range m.Units {
		m.Units[i].After = slices.Clone(m.Units[i].After)
		for k, id := range m.Units[i].After {
			if planted, ok := ids[id]; ok {
				m.Units[i].After[k] = planted
			}
		}
	}
	for _, u := range m.Units {
		if u.Nation != nation {
			mention(m, u)
			break
		}
	}
	for _, p := range plans {
		cargo(p, ids, kinds)
	}
}

// mention names a unit wherever a mission has free text.
func mention(m *sortie.Mission, u sortie.Unit) {
	basis := func(b **sortie.Basis) {
		said := sortie.Basis{Assumed: "as for " + u.ID}
		if *b != nil {
			said.Sources = (*b).Sources
		}
		*b = &said
	}
	m.Title = sortie.Text{"en": "Relief of " + u.Name}
	m.Tasks, m.Places, m.Fleets = slices.Clone(m.Tasks), slices.Clone(m.Places), slices.Clone(m.Fleets)
	m.LiftTypes, m.Links, m.Clearances = slices.Clone(m.LiftTypes), slices.Clone(m.Links), slices.Clone(m.Clearances)
	for i := range m.Tasks {
		m.Tasks[i].Name = fmt.Sprintf("Guard (%s)", u.ID)
		basis(&m.Tasks[i].Basis)
	}
	for i := range m.Places {
		basis(&m.Places[i].Basis)
	}
	for i := range m.Fleets {
		basis(&m.Fleets[i].Basis)
	}
	for i := range m.LiftTypes {
		basis(&m.LiftTypes[i].Basis)
	}
	for i := range m.Links {
		basis(&m.Links[i].Basis)
	}
	for i := range m.Clearances {
		basis(&m.Clearances[i].Basis)
	}
}

// rename gives a unit types of its own in place of those that it has.
func rename(m *sortie.Mission, has map[string]int, kinds map[string]string) map[string]int {
	out := map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(has)) {
		if _, ok := kinds[id]; !ok {
			kinds[id] = fmt.Sprintf("%s-type-%d", Mark, len(kinds))
			for _, t := range m.EquipmentTypes {
				if t.ID == id {
					source := sortie.Source{ID: kinds[id] + "-source", Publisher: Mark + " works"}
					m.Sources = append(m.Sources, source)
					t.ID, t.Name, t.Basis = kinds[id], Mark+" vehicle", &sortie.Basis{Sources: []string{source.ID}}
					m.EquipmentTypes = append(m.EquipmentTypes, t)
					break
				}
			}
		}
		out[kinds[id]] = has[id]
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

func cargo(p *sortie.Plan, ids, kinds map[string]string) {
	for i := range p.Movements {
		for k := range p.Movements[i].Cargo {
			c := &p.Movements[i].Cargo[k]
			id, ok := ids[c.Unit]
			if !ok {
				continue
			}
			c.Unit = id
			for n := range c.Items {
				c.Items[n].Type = kinds[c.Items[n].Type]
			}
		}
	}
	for i, l := range p.Verdict.LeftBehind {
		if id, ok := ids[l.Unit]; ok {
			p.Verdict.LeftBehind[i].Unit = id
		}
	}
}

// Found are the places where a text holds a mark, each with what stands around
// it; nil where there is none.
func Found(text []byte) []string {
	var out []string
	for _, mark := range [][]byte{[]byte(Mark), fmt.Appendf(nil, "%d-", dueYear)} {
		for from := 0; len(out) < 5; {
			at := bytes.Index(text[from:], mark)
			if at < 0 {
				break
			}
			at += from
			out = append(out, string(text[max(0, at-80):min(len(text), at+80)]))
			from = at + len(mark)
		}
	}
	return out
}
