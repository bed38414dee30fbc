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

// teams is what the teams of a mode on one side of the border can handle of
// the loads that there are trips for: the minutes that they have between them,
// to the fleets with the most points a minute first, the last of these in part.
func (b *border) teams(mode sortie.Mode, inside bool, l *reach) int64 {
	minutes := int64(0)
	for p := range b.inside {
		if b.inside[p] != inside {
			continue
		}
		first, last := b.spell(p, mode, l)
		if first >= last {
			continue
		}
		h, _ := b.places[p].handles(mode)
		if h.WorkingMOG == nil {
			return boundless
		}
		minutes = plusCapped(minutes, timesCapped(int64(max(*h.WorkingMOG, 0)), last-first))
	}
	type share struct{ number, load, takes int64 }
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
	total := int64(0)
	for _, f := range fleets {
		needs := product(f.number, f.takes)
		if needs.Cmp(big.NewInt(minutes)) > 0 {
			return plusCapped(total, whole(new(big.Rat).SetFrac(product(minutes, f.load), big.NewInt(f.takes))))
		}
		minutes -= needs.Int64()
		total = plusCapped(total, timesCapped(f.number, f.load))
	}
	return total
}

func product(a, b int64) *big.Int { return new(big.Int).Mul(big.NewInt(a), big.NewInt(b)) }

// spell is from when until when teams of a place can handle the demand: inside
// they load, outside they unload.
func (b *border) spell(p int, mode sortie.Mode, l *reach) (first, last int64) {
	first, last = farFuture, farPast
	for i := range b.fleets {
		x, f := &b.fleets[i], b.prover.fleets[i]
		if !x.carries || f.kind.Mode != mode || x.load == 0 || f.at[p] >= farFuture {
			continue
		}
		begins, ends := x.aboard[p], l.stands[p]
		if b.inside[p] {
			begins, ends = max(b.ready[p], f.at[p]), l.leaves[i][p]
		}
		if begins < ends {
			first, last = min(first, begins), max(last, ends)
		}
	}
	return first, last
}
