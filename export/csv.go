package export

import (
	"encoding/csv"
	"io"
	"sort"
	"strconv"
	"strings"
	"time"

	"sortie"
	"sortie/explain"
)

// sheetWriter keeps a cell from being read as a formula.
type sheetWriter struct{ *csv.Writer }

func (w sheetWriter) row(cells []string) error {
	for i, c := range cells {
		cells[i] = inert(c)
	}
	return w.Write(cells)
}

// inert puts an apostrophe before what a spreadsheet would take for a formula.
// A plain number, negative or not, is none.
func inert(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}

// Movements writes a plan as CSV, one row a movement. The mission is the one
// that was planned.
func Movements(to io.Writer, m *sortie.Mission, p *sortie.Plan) error {
	zone := explain.Zone(m)
	types := map[string]string{}
	for _, f := range m.Fleets {
		types[f.ID] = f.Type
	}
	w := sheetWriter{csv.NewWriter(to)}
	w.row([]string{"id", "lift", "type", "mode", "from", "to", "load", "depart", "arrive", "unloaded", "km", "people", "items", "units", "stops"})
	for _, v := range p.Movements {
		people, items, units := aboard(v)
		fleet, _, _ := strings.Cut(v.Lift, "/")
		stops := make([]string, len(v.Stops))
		for i, s := range v.Stops {
			stops[i] = s.At
		}
		w.row([]string{strconv.Itoa(v.ID), v.Lift, types[fleet], string(v.Mode), v.From, v.To,
			stamp(v.Load, zone), stamp(v.Depart, zone), stamp(v.Arrive, zone), stamp(v.Unloaded, zone),
			strconv.FormatFloat(v.KM, 'f', -1, 64), strconv.Itoa(people), strconv.Itoa(items),
			strings.Join(units, ";"), strings.Join(stops, ";")})
	}
	w.Flush()
	return w.Error()
}

// Units writes the units as CSV, as a mission's own `units: {csv: …}` reads them.
func Units(to io.Writer, m *sortie.Mission) error {
	zone := explain.Zone(m)
	kinds := equipmentKinds(m)
	head := []string{"id", "nation", "name", "at", "to", "people"}
	for _, k := range kinds {
		head = append(head, "equipment."+k)
	}
	w := sheetWriter{csv.NewWriter(to)}
	w.row(append(head, "ready", "due", "priority", "modes", "via", "together", "after", "basis.sources", "basis.assumed"))
	for _, u := range m.Units {
		cells := []string{u.ID, u.Nation, u.Name, u.At, u.To, strconv.Itoa(u.People)}
		for _, k := range kinds {
			n := ""
			if u.Equipment[k] > 0 {
				n = strconv.Itoa(u.Equipment[k])
			}
			cells = append(cells, n)
		}
		var list []string
		for _, mode := range u.Modes {
			list = append(list, string(mode))
		}
		together := ""
		if u.Together != nil {
			together = u.Together.String()
		}
		var basis sortie.Basis
		if u.Basis != nil {
			basis = *u.Basis
		}
		w.row(append(cells, stamp(u.Ready, zone), stamp(u.Due, zone), strconv.Itoa(u.Priority), strings.Join(list, ";"),
			strings.Join(u.Via, ";"), together, strings.Join(u.After, ";"), strings.Join(basis.Sources, ";"), basis.Assumed))
	}
	w.Flush()
	return w.Error()
}

// equipmentKinds lists the equipment types that any unit has.
func equipmentKinds(m *sortie.Mission) []string {
	seen := map[string]bool{}
	var out []string
	for _, u := range m.Units {
		for k := range u.Equipment {
			if !seen[k] {
				seen[k] = true
				out = append(out, k)
			}
		}
	}
	sort.Strings(out)
	return out
}

func stamp(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(zone).Format(time.RFC3339)
}

func aboard(v sortie.Movement) (people, items int, units []string) {
	for _, c := range v.Cargo {
		people += c.People
		items += len(c.Items)
		units = append(units, c.Unit)
	}
	return people, items, units
}
