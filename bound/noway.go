package bound

import (
	"context"
	"fmt"
	"strings"

	"sortie"
	"sortie/network"
)

// NoWay is what no plan can deliver: kinds of units for which there is no way
// to their destination at all, however long one waits.
func NoWay(n *network.Network) []Demand {
	w := newWorld(n)
	l := newLedger(context.Background(), w, nil, anyTardiness)
	var out []Demand
	for i := range n.Units {
		u := network.UnitIndex(i)
		unit := &n.Units[i]
		if unit.To == network.None || unit.To == unit.At {
			continue
		}
		for _, kind := range append([]network.ItemIndex{network.People}, itemTypes(unit)...) {
			count := l.strength(u, kind)
			r, ok := w.riderOf(u, kind)
			if count > 0 && ok && l.from(start{r, unit.At, unit.Ready}).standing[unit.To] >= network.Never {
				out = append(out, Demand{Units: []string{unit.ID}, Kind: kindName(n, kind), Count: count})
			}
		}
	}
	return out
}

// Total is how many people and items the demands name.
func Total(demands []Demand) sortie.Counts {
	var c sortie.Counts
	for _, d := range demands {
		if d.Kind == peopleKind {
			c.People += d.Count
		} else {
			c.Items += d.Count
		}
	}
	return c
}

// TellNoWay is the proof of what cannot be delivered in a sentence.
func TellNoWay(demands []Demand) string {
	var parts []string
	for _, d := range demands {
		parts = append(parts, fmt.Sprintf("%d %s of %s", d.Count, d.Kind, d.Units[0]))
	}
	if more := len(parts) - 5; more > 0 {
		parts = append(parts[:5], fmt.Sprintf("%d more", more))
	}
	return "no way leads to the destination of " + strings.Join(parts, ", ")
}
