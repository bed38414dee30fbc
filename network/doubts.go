package network

import (
	"fmt"
	"strconv"
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
			if why := n.Stranded(UnitIndex(i), People); !why.IsZero() {
				out = append(out, doubt("no-way", path+".to", peopleStranded.Text(u.ID, why)))
			}
		}
		for _, it := range u.Items {
			if why := n.Stranded(UnitIndex(i), it.Type); !why.IsZero() {
				id := n.Items[it.Type].ID
				out = append(out, doubt("no-way", path+".equipment."+id, itemsStranded.Text(it.Count, id, u.ID, why)))
			}
		}
	}
	return out
}

func doubt(rule, path string, message lang.Text) sortie.Finding {
	return sortie.Finding{Severity: sortie.Doubt, Rule: rule, Path: path, Message: message, Hint: staysBehind.Text()}
}

// Stranded is why no itinerary brings the kind of the unit to its destination;
// empty if one does.
func (n *Network) Stranded(u UnitIndex, kind ItemIndex) lang.Text {
	if len(n.Itineraries(u, kind, 1)) > 0 {
		return lang.Text{}
	}
	unit := &n.Units[u]
	g := n.hopGraph(u, kind)
	where := noWay.Text(n.Places[unit.At].ID, n.Places[unit.To].ID)
	if len(unit.Via) > 0 {
		via := make([]string, len(unit.Via))
		for i, p := range unit.Via {
			via[i] = n.Places[p].ID
		}
		where = noWayVia.Text(n.Places[unit.At].ID, n.Places[unit.To].ID, strings.Join(via, ", "))
	}
	if len(g.types) == 0 && g.speed == None {
		return because.Text(where, n.uncarried(unit, kind))
	}
	return noChain.Text(where)
}

// uncarried is why neither a lift nor a convoy takes the kind.
func (n *Network) uncarried(u *Unit, kind ItemIndex) lang.Text {
	serving := 0
	for i := range n.Fleets {
		f := &n.Fleets[i]
		if f.Count > 0 && f.Serves(u.Nation) && u.modes[n.Types[f.Type].Mode] {
			serving++
		}
	}
	switch {
	case serving == 0:
		return noFleet.Text()
	case kind == People && serving == 1:
		return seatlessOne.Text()
	case kind == People:
		return seatless.Text(serving)
	}
	it := &n.Items[kind]
	return fitsNowhere.Text(fixed(it.Length, 2), fixed(it.Width, 2), fixed(it.Height, 2), fixed(it.Mass, 1))
}

// fixed writes a figure with all of the given decimals.
func fixed(x float64, decimals int) lang.Text {
	return figure(strconv.FormatFloat(x, 'f', decimals, 64))
}
