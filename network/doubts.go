package network

import (
	"fmt"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// Doubts is what cannot be planned however long one tries: for each unit the
// people and items that no lift and no convoy can bring to where they have to
// be, with the reason. Their paths name places in the mission file.
func (n *Network) Doubts() []sortie.Finding {
	var out []sortie.Finding
	for i := range n.Units {
		u := &n.Units[i]
		if u.To == None || u.At == u.To {
			continue
		}
		path := fmt.Sprintf("units[%d]", i)
		if u.People > 0 {
			if why := n.Stranded(UnitIndex(i), People); why != "" {
				out = append(out, doubt("no-way", path+".to", "people of unit "+u.ID+": "+why))
			}
		}
		for _, it := range u.Items {
			if why := n.Stranded(UnitIndex(i), it.Type); why != "" {
				id := n.Items[it.Type].ID
				out = append(out, doubt("no-way", path+".equipment."+id, fmt.Sprintf("%d %s of unit %s: %s", it.Count, id, u.ID, why)))
			}
		}
	}
	return out
}

func doubt(rule, path, message string) sortie.Finding {
	return sortie.Finding{Severity: sortie.Doubt, Rule: rule, Path: path, Message: lang.Plain(message),
		Hint: lang.Plain("it will be left behind; add a fleet that can take it, a link, or allow another mode")}
}

// Stranded is why no itinerary brings the kind of the unit to its destination;
// empty if one does.
func (n *Network) Stranded(u UnitIndex, kind ItemIndex) string {
	if len(n.Itineraries(u, kind, 1)) > 0 {
		return ""
	}
	unit := &n.Units[u]
	g := n.hopGraph(u, kind)
	where := fmt.Sprintf("no way from %s to %s", n.Places[unit.At].ID, n.Places[unit.To].ID)
	if len(unit.Via) > 0 {
		via := make([]string, len(unit.Via))
		for i, p := range unit.Via {
			via[i] = n.Places[p].ID
		}
		where += " by way of " + strings.Join(via, ", ")
	}
	if len(g.types) == 0 && g.speed == None {
		return where + ": " + n.uncarried(unit, kind)
	}
	return where + " by what could carry it: no chain of legs within range, runways, opening hours and clearances"
}

// uncarried is why neither a lift nor a convoy takes the kind.
func (n *Network) uncarried(u *Unit, kind ItemIndex) string {
	serving := 0
	for i := range n.Fleets {
		f := &n.Fleets[i]
		if f.Count > 0 && f.Serves(u.Nation) && u.modes[n.Types[f.Type].Mode] {
			serving++
		}
	}
	switch {
	case serving == 0:
		return "no fleet serves its nation by a mode that it may use, and it cannot drive"
	case kind == People:
		return fmt.Sprintf("none of the %d fleets that serve it has seats, and it has no vehicles of its own to drive in", serving)
	}
	it := &n.Items[kind]
	return fmt.Sprintf("it is too large or too heavy (%.2f × %.2f × %.2f m, %.1f t) for the decks of every lift that serves it, and it cannot drive",
		it.Length, it.Width, it.Height, it.Mass)
}
