package view

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"sortie"
	"sortie/missionfile"
)

// Mission is a mission as it is seen. Units hold those of the own nation alone;
// types and sources that only others use are left out.
type Mission struct {
	sortie.Mission
	Others      []Total        `json:"others,omitempty" doc:"The units of other nations, in totals"`
	AfterOthers map[string]int `json:"after_others,omitempty" doc:"Own unit → how many units of other nations it waits for, besides those in its after"`
}

// Total is what the units of one nation come to.
type Total struct {
	Nation string `json:"nation" doc:"ISO 3166; empty where units are of none"`
	Units  int    `json:"units"`
	People int    `json:"people"`
	Items  int    `json:"items"`
}

// Mission is what is seen of a mission.
func (v View) Mission(m *sortie.Mission) *Mission {
	out := &Mission{Mission: *m}
	if v.whole {
		return out
	}
	own := v.units(m)
	out.Units = []sortie.Unit{}
	totals := map[string]Total{}
	for _, u := range m.Units {
		if !own[u.ID] {
			t := totals[u.Nation]
			totals[u.Nation] = Total{u.Nation, t.Units + 1, t.People + u.People, t.Items + items(u)}
			continue
		}
		after := slices.DeleteFunc(slices.Clone(u.After), func(id string) bool { return !own[id] })
		if hidden := len(u.After) - len(after); hidden > 0 {
			if out.AfterOthers == nil {
				out.AfterOthers = map[string]int{}
			}
			out.AfterOthers[u.ID] = hidden
			u.After = after
		}
		out.Units = append(out.Units, u)
	}
	for _, t := range totals {
		out.Others = append(out.Others, t)
	}
	slices.SortFunc(out.Others, func(a, b Total) int { return strings.Compare(a.Nation, b.Nation) })
	v.withoutOthersTypes(m, out)
	v.withoutOthersSources(m, out)
	v.veil(m).mission(&out.Mission)
	return out
}

// Title is what is seen of a mission's title.
func (v View) Title(m *sortie.Mission) sortie.Text { return v.veil(m).words(m.Title) }

func items(u sortie.Unit) int {
	n := 0
	for _, count := range u.Equipment {
		n += count
	}
	return n
}

// withoutOthersTypes leaves out the equipment types that only units of others
// have: the list would tell what they have.
func (v View) withoutOthersTypes(m *sortie.Mission, out *Mission) {
	use := usage{}
	for _, u := range m.Units {
		for id := range u.Equipment {
			use.note(id, v.own(u.Nation))
		}
	}
	out.EquipmentTypes = slices.DeleteFunc(slices.Clone(m.EquipmentTypes), func(t sortie.EquipmentType) bool { return use.hidden(t.ID) })
}

// withoutOthersSources leaves out the sources that only units of others, or
// their types, name.
func (v View) withoutOthersSources(m *sortie.Mission, out *Mission) {
	use := usage{}
	cite := func(b *sortie.Basis, seen bool) {
		if b != nil {
			for _, id := range b.Sources {
				use.note(id, seen)
			}
		}
	}
	for _, u := range m.Units {
		cite(u.Basis, v.own(u.Nation))
	}
	for _, t := range m.EquipmentTypes {
		cite(t.Basis, slices.ContainsFunc(out.EquipmentTypes, func(o sortie.EquipmentType) bool { return o.ID == t.ID }))
	}
	for _, e := range m.Record {
		cite(&sortie.Basis{Sources: e.Sources}, true)
	}
	for _, t := range m.LiftTypes {
		cite(t.Basis, true)
	}
	for _, f := range m.Fleets {
		cite(f.Basis, true)
	}
	for _, p := range m.Places {
		cite(p.Basis, true)
	}
	for _, l := range m.Links {
		cite(l.Basis, true)
	}
	for _, c := range m.Clearances {
		cite(c.Basis, true)
	}
	for _, t := range m.Tasks {
		cite(t.Basis, true)
	}
	out.Sources = slices.DeleteFunc(slices.Clone(m.Sources), func(s sortie.Source) bool { return use.hidden(s.ID) })
}

// usage is what is used: by something that is seen, or only by what is not.
type usage map[string]bool

func (u usage) note(id string, seen bool) { u[id] = u[id] || seen }

func (u usage) hidden(id string) bool {
	seen, used := u[id]
	return used && !seen
}

// MarshalJSON is the mission's canonical JSON with the further keys at its end.
func (m Mission) MarshalJSON() ([]byte, error) {
	text, err := missionfile.MarshalMission(&m.Mission)
	if err != nil {
		return nil, err
	}
	more, err := json.Marshal(struct {
		Others      []Total        `json:"others,omitempty"`
		AfterOthers map[string]int `json:"after_others,omitempty"`
	}{m.Others, m.AfterOthers})
	if err != nil || string(more) == "{}" {
		return text, err
	}
	text = bytes.TrimSuffix(bytes.TrimSpace(text), []byte("}"))
	return slices.Concat(bytes.TrimSpace(text), []byte(",\n"), more[1:]), nil
}

// Sheet is the mission for a table of its units: those that are seen, and for
// each other nation a line with its totals.
func (m *Mission) Sheet() *sortie.Mission {
	out := m.Mission
	out.Units = slices.Clone(m.Units)
	for _, t := range m.Others {
		line := sortie.Unit{ID: "total-of-" + t.Nation, Nation: t.Nation, People: t.People}
		if t.Items > 0 {
			line.Equipment = map[string]int{"items": t.Items}
		}
		out.Units = append(out.Units, line)
	}
	return &out
}
