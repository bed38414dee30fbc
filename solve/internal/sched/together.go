package sched

import (
	"slices"

	"sortie/network"
)

// togetherRounds bounds how often a unit's unloading is moved on so that it
// arrives together. After that it is held to the window in which most of it
// came, and what does not come then is left behind.
const togetherRounds = 4

// span is from one minute to another, both included.
type span struct{ from, to minute }

// spread finds units that did not arrive together, and asks for their unloading
// at other times.
func (d *Decoder) spread(giveUp bool) (again bool) {
	for i := range d.n.Units {
		u, end := &d.n.Units[i], d.unitEnd[i]
		if u.Together >= network.Unlimited || end.delivered == 0 || end.last-end.first <= minute(u.Together) {
			continue
		}
		again = true
		if !giveUp {
			d.allowed[i].from = end.last - minute(u.Together)
			continue
		}
		from := d.fullest(network.UnitIndex(i), minute(u.Together))
		d.allowed[i] = span{from, from + minute(u.Together)}
	}
	return again
}

// fullest is the start of the window of a length in which most of the unit was
// unloaded at its destination.
func (d *Decoder) fullest(unit network.UnitIndex, length minute) minute {
	type part struct {
		at minute
		n  int
	}
	var parts []part
	for i := range d.made.Moves {
		m := &d.made.Moves[i]
		if m.Haul == nil || m.To != d.n.Units[unit].To {
			continue
		}
		for _, p := range m.Haul.Parts {
			if p.Unit == unit {
				parts = append(parts, part{m.Unloaded, p.N})
			}
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return int(a.at - b.at) })
	best, most := parts[0].at, 0
	for i, p := range parts {
		n := 0
		for _, q := range parts[i:] {
			if q.at <= p.at+length {
				n += q.n
			}
		}
		if n > most {
			best, most = p.at, n
		}
	}
	return best
}
