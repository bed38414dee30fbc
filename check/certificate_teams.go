package check

import (
	"math/big"
	"slices"

	"sortie"
)

// loads is how many loads of a fleet arrive in time, all its lifts together, as
// far as they are needed.
func (b *border) loads(i int, l *reach) int64 {
	x, f := &b.fleets[i], b.prover.fleets[i]
	number, most := int64(0), b.within(i)
	for n := 0; timesCapped(number, x.load) < b.total && number < most; n++ {
		if n == len(x.trips) && !x.ended {
			b.trip(i)
		}
		if n >= len(x.trips) {
			break
		}
		inTime := false
		for p, t := range x.trips[n] {
			inTime = inTime || t < farFuture && t+f.unload <= l.stands[p]
		}
		if !inTime {
			break
		}
		number = min(most, plusCapped(number, int64(f.Count)))
	}
	return number
}

// share is the loads of a fleet, what one counts, and a team's time for it.
type share struct{ number, load, takes int64 }

// teams is what the teams of a mode on one side of the border can handle of
// the loads that there are trips for: the minutes that they have between them,
// to the fleets with the most points a minute first, the last of these in part;
// if that is enough, no more than whole loads that together fit into them.
func (b *border) teams(mode sortie.Mode, inside bool, l *reach) int64 {
	minutes := b.teamMinutes(mode, inside, l)
	if minutes >= boundless {
		return boundless
	}
	var fleets []share
	for i := range b.fleets {
		x, f := &b.fleets[i], b.prover.fleets[i]
		if !x.carries || f.kind.Mode != mode || x.load == 0 {
			continue
		}
		takes := f.unload
		if inside {
			takes = f.load
		}
		fleets = append(fleets, share{b.loads(i, l), x.load, takes})
	}
	slices.SortStableFunc(fleets, func(a, b share) int {
		return product(b.load, a.takes).Cmp(product(a.load, b.takes))
	})
	total, left := int64(0), minutes
	for _, f := range fleets {
		needs := product(f.number, f.takes)
		if needs.Cmp(big.NewInt(left)) > 0 {
			total = plusCapped(total, whole(new(big.Rat).SetFrac(product(left, f.load), big.NewInt(f.takes))))
			break
		}
		left -= needs.Int64()
		total = plusCapped(total, timesCapped(f.number, f.load))
	}
	if total < b.total || minutes <= 0 {
		return total
	}
	return min(total, wholeShares(fleets, minutes))
}

// teamMinutes is the time of all teams of a mode on one side in which they can
// handle the demand; boundless where a place has no limit of them.
func (b *border) teamMinutes(mode sortie.Mode, inside bool, l *reach) int64 {
	places := b.served(mode, inside, l)
	minutes := handling(places, farPast, farFuture)
	if inside || minutes >= boundless {
		return minutes
	}
	for _, s := range b.starts(mode) {
		minutes = min(minutes, plusCapped(s.worked, handling(places, s.at, farFuture)))
	}
	return minutes
}

// handling is the time of the teams at the places from one minute until another.
func handling(places []spot, from, to int64) int64 {
	time := int64(0)
	for _, s := range places {
		switch lasts := min(s.last, to) - max(s.first, from); {
		case lasts <= 0:
		case s.hand.WorkingMOG == nil:
			return boundless
		default:
			time = plusCapped(time, timesCapped(int64(max(*s.hand.WorkingMOG, 0)), lasts))
		}
	}
	return time
}

// spot is a place, and from when until when it can serve the demand's loads.
type spot struct {
	at, first, last int64
	hand            sortie.Handling
}

// served is the places on one side at which lifts of a mode can handle the demand:
// inside until they have to leave, outside until it has to be unloaded.
func (b *border) served(mode sortie.Mode, inside bool, l *reach) []spot {
	var out []spot
	for p, is := range b.side(inside) {
		s := spot{at: int64(p), first: farFuture, last: farPast}
		for i := range b.fleets {
			x, f := &b.fleets[i], b.prover.fleets[i]
			if !is || !x.carries || f.kind.Mode != mode || x.at(p, inside) == 0 || f.at[p] >= farFuture {
				continue
			}
			first, last := x.aboard[p], l.stands[p]
			if inside {
				first, last = max(b.ready[p], f.at[p]), l.leaves[i][p]
			}
			if first <= last {
				s.first, s.last = min(s.first, first), max(s.last, last)
			}
		}
		if s.first <= s.last {
			s.hand, _ = b.places[p].handles(mode)
			out = append(out, s)
		}
	}
	return out
}

// wholeShares is the most points of whole loads that fit into the minutes.
func wholeShares(fleets []share, minutes int64) int64 {
	type alike struct{ load, takes int64 }
	place := map[alike]int{}
	h := &hold{rows: [][]int64{nil}}
	for _, f := range fleets {
		k, known := place[alike{f.load, f.takes}]
		if !known {
			k = len(h.kinds)
			place[alike{f.load, f.takes}] = k
			h.kinds, h.each, h.counts = append(h.kinds, k), append(h.each, f.load), append(h.counts, 0)
			part := whole(new(big.Rat).SetFrac(product(f.takes, unity), big.NewInt(minutes)))
			h.rows[0] = append(h.rows[0], min(part, 2*unity))
		}
		h.counts[k] = plusCapped(h.counts[k], f.number)
	}
	return h.most(wellMixed)
}

func product(a, b int64) *big.Int { return new(big.Int).Mul(big.NewInt(a), big.NewInt(b)) }
