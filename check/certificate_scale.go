package check

import (
	"math/big"
	"slices"
)

// mostBeside bounds the ways to stand beside each other that are looked at to
// raise what one side counts.
const mostBeside = 10000

// measures is what each side counts of the whole, in parts of unity, in several
// ways: by each dual feasible function, raised as far as it holds, and in few equal parts. Of two the one is left out that counts no side more.
func measures(sides []*big.Rat) [][]int64 {
	var out [][]int64
	for _, k := range orders(sides) {
		counts := make([]int64, len(sides))
		for i, s := range sides {
			counts[i] = whole(new(big.Rat).Mul(feasible(k, s), new(big.Rat).SetInt64(unity)))
		}
		lift(sides, counts)
		out = append(out, counts)
	}
	return greatest(append(out, byParts(sides)...))
}

// greatest is those of which no other counts each side as much.
func greatest(measures [][]int64) [][]int64 {
	var out [][]int64
	for m, counts := range measures {
		less := func(than []int64) bool {
			for i := range counts {
				if counts[i] > than[i] {
					return false
				}
			}
			return true
		}
		if !slices.ContainsFunc(out, less) && !slices.ContainsFunc(measures[m+1:], func(than []int64) bool { return less(than) && !slices.Equal(counts, than) }) {
			out = append(out, counts)
		}
	}
	return out
}

// lift lets each side count more, the longest first: for any number of it that
// fit into the whole, no more than what the others leave that fit beside these.
func lift(sides []*big.Rat, counts []int64) {
	order := make([]int, len(sides))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return sides[b].Cmp(sides[a]) })
	for _, i := range order {
		r := row{sides: sides, counts: counts, without: i, order: order}
		least := unity
		left := big.NewRat(1, 1)
		for n := int64(1); sides[i].Sign() > 0 && left.Cmp(sides[i]) >= 0 && r.looked <= mostBeside; n++ {
			left.Sub(left, sides[i])
			least = min(least, (unity-r.most(0, left))/n)
		}
		if sides[i].Sign() > 0 && r.looked <= mostBeside {
			counts[i] = max(counts[i], least)
		}
	}
}

// row is items of all kinds but one that stand beside each other.
type row struct {
	sides   []*big.Rat
	counts  []int64
	order   []int
	without int
	looked  int
}

// most is the most that those count which fit into what is left, of the kinds
// from one of the order on.
func (r *row) most(from int, left *big.Rat) int64 {
	if r.looked++; from == len(r.order) || r.looked > mostBeside {
		return 0
	}
	i := r.order[from]
	best := r.most(from+1, left)
	if i == r.without || r.counts[i] == 0 || r.sides[i].Sign() <= 0 {
		return best
	}
	rest := new(big.Rat).Set(left)
	for n := int64(1); rest.Cmp(r.sides[i]) >= 0 && r.looked <= mostBeside; n++ {
		rest.Sub(rest, r.sides[i])
		best = max(best, n*r.counts[i]+r.most(from+1, rest))
	}
	return best
}
