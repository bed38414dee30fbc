package view

import (
	"encoding/json"
	"regexp"
	"strconv"

	"sortie"
)

// Findings are what is found about a mission, as it is seen.
type Findings struct {
	Findings []sortie.Finding `json:"findings"`
	Others   map[string]int   `json:"others,omitempty" doc:"Severity → how many findings more the whole mission has"`
}

// Findings are what find makes of a mission. A liaison is shown those that its
// own view of the mission bears out too, at their places there, so that none can
// tell of what it does not see; the rest are counted.
func (v View) Findings(m *sortie.Mission, find func(*sortie.Mission) []sortie.Finding) Findings {
	all := find(m)
	out := Findings{Findings: []sortie.Finding{}}
	if v.whole {
		out.Findings = append(out.Findings, all...)
		return out
	}
	count := map[sortie.Finding]int{}
	for _, f := range all {
		count[placed(m, f)]++
	}
	part := &v.Mission(m).Mission
	for _, f := range find(part) {
		if key := placed(part, f); count[key] > 0 {
			count[key]--
			out.Findings = append(out.Findings, f)
		}
	}
	for f, n := range count {
		if n > 0 {
			if out.Others == nil {
				out.Others = map[string]int{}
			}
			out.Others[string(f.Severity)] += n
		}
	}
	return out
}

var listed = regexp.MustCompile(`^(units|equipment_types|sources)\[(\d+)\]`)

// placed is a finding whose path names the entry of a list that is not seen
// whole by its id in place of its position.
func placed(m *sortie.Mission, f sortie.Finding) sortie.Finding {
	at := listed.FindStringSubmatch(f.Path)
	if at == nil {
		return f
	}
	i, err := strconv.Atoi(at[2])
	id := ""
	switch {
	case err != nil:
	case at[1] == "units" && i < len(m.Units):
		id = m.Units[i].ID
	case at[1] == "equipment_types" && i < len(m.EquipmentTypes):
		id = m.EquipmentTypes[i].ID
	case at[1] == "sources" && i < len(m.Sources):
		id = m.Sources[i].ID
	}
	f.Path = named(at[1], id) + f.Path[len(at[0]):]
	return f
}

// named is the path of a list's entry by its id, written as a JSON string.
func named(list, id string) string {
	text, err := json.Marshal(id)
	if err != nil {
		return list
	}
	return list + "[" + string(text) + "]"
}

// UnitPath is where a key of a unit is, with the unit by its id.
func UnitPath(id, key string) string {
	if key == "" {
		return named("units", id)
	}
	return named("units", id) + "." + key
}
