package bound

import (
	"math/bits"
	"slices"
)

// mostAbreast bounds how many ways to stand beside each other are looked at for
// one side of one kind; where there are more, it is not raised.
const mostAbreast = 3000

// scales is what each side counts of the whole, in its parts: by every dual
// feasible function that is tried, each side then raised, the longest first, as
// far as no sides that fit beside each other count more than the whole; and in few
// equal parts. None counts every side as much as another does.
func scales(boxes []box, whole int64, side func(box) int64) [][]int64 {
	sides := make([]int64, len(boxes))
	for i, b := range boxes {
		sides[i] = max(side(b), 1)
	}
	var out [][]int64
	for _, k := range steps(boxes, whole, side) {
		counts := make([]int64, len(sides))
		for i := range sides {
			counts[i] = sharePortion(k, sides[i], whole)
		}
		raise(sides, counts, whole)
		out = withScale(out, counts)
	}
	for _, counts := range inParts(sides, whole) {
		out = withScale(out, counts)
	}
	return out
}

// withScale adds a scale, but for those of which another counts every side as much.
func withScale(known [][]int64, counts []int64) [][]int64 {
	if slices.ContainsFunc(known, func(other []int64) bool { return covers(other, counts) }) {
		return known
	}
	return append(slices.DeleteFunc(known, func(other []int64) bool { return covers(counts, other) }), counts)
}

// sharePortion is share in parts of the whole, rounded down.
func sharePortion(k, side, whole int64) int64 {
	if k == 0 {
		return mulDiv(side, portion, max(whole, side))
	}
	return (((k+1)*side+whole-1)/whole - 1) * portion / k
}

// mulDiv is a × b / c, rounded down, where that is no more than b.
func mulDiv(a, b, c int64) int64 {
	high, low := bits.Mul64(uint64(a), uint64(b))
	quotient, _ := bits.Div64(high, low, uint64(c))
	return int64(quotient)
}

// raise makes each side count as much as it can beside the others.
func raise(sides, counts []int64, whole int64) {
	order := make([]int, len(sides))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(min(max(sides[b]-sides[a], -1), 1)) })
	for at, i := range order {
		others := slices.Delete(slices.Clone(order), at, at+1)
		most, looked := portion, 0
		for n := int64(1); n*sides[i] <= whole && looked <= mostAbreast; n++ {
			beside := abreast(sides, counts, others, whole-n*sides[i], &looked)
			most = min(most, (portion-beside)/n)
		}
		if looked <= mostAbreast {
			counts[i] = max(counts[i], most)
		}
	}
}

// abreast is the most that any number of each of the sides counts which fit
// into what is left.
func abreast(sides, counts []int64, kinds []int, left int64, looked *int) int64 {
	if *looked++; len(kinds) == 0 || *looked > mostAbreast {
		return 0
	}
	i, best := kinds[0], int64(0)
	for n := int64(0); n*sides[i] <= left; n++ {
		best = max(best, n*counts[i]+abreast(sides, counts, kinds[1:], left-n*sides[i], looked))
		if counts[i] == 0 {
			break
		}
	}
	return best
}
