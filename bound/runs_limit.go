package bound

import (
	"slices"

	"sortie/network"
)

// runLimit is a limit of the number of runs of a fleet, or of a type, of its lifts' n-th, from one place to
// another, in which some parts alone can be, or that can carry more than so much; where any of these is none, of all. Or it
// is one of how many of a lot are in these.
type runLimit struct {
	fleet, trip int
	typ         network.TypeIndex
	from, to    network.PlaceIndex
	of          set
	over        float64 // tonnes
	lot         int     // none: runs are counted
	most        int64
	more        bool // the number is greater
}

// same reports whether another is of the same number.
func (l *runLimit) same(other runLimit) bool {
	other.more = l.more
	return *l == other
}

// holds reports whether a limit counts what is in the loads of a group.
func (l *runLimit) holds(r *roster, g int) bool {
	group := &r.groups[g]
	return l.lot != network.None && (l.typ == network.None || l.typ == group.typ) && (l.of == 0 || l.of == group.of)
}

func (l *runLimit) counts(c *cut, r *run) bool {
	return (l.fleet == network.None || slices.Contains(r.fleets, l.fleet)) && (l.typ == network.None || l.typ == c.w.fleets[r.fleet].Type) &&
		(l.trip == network.None || l.trip == r.trip) && (l.of == 0 || l.of == r.of) &&
		(l.from == network.None || l.from == r.from) && (l.to == network.None || l.to == r.to) && (l.over == 0 || r.tonnes > l.over)
}

// number is what the toll of a limit is paid for, and by each run or of its lot, as a column has them.
func (l *runLimit) number() (all, each float64) {
	if l.more {
		return float64(l.most + 1), 1
	}
	return -float64(l.most), -1
}
