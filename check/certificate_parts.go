package check

import (
	"math/big"
	"slices"
)

// Limits of what is looked at to count sides in few equal parts of the whole: how many stand in a row at
// the most, how many rows, and how many ways to count the sides for each number of parts.
const (
	mostInRow    = 4
	mostFullRows = 600
	mostCounted  = 20_000
)

// quotas is the ways to count some sides, each different, in whole parts of which the whole has so many.
type quotas struct {
	full   [][]int64 // how many of each side stand in a row that has room for no more
	parts  int64
	ways   [][]int64
	looked int
}

// byParts is each way to count sides in four, five or six equal parts of the whole by which no row counts more than
// the whole and no side could count one more; the parts are those of unity. Sides are taken as shorter by less than such a part.
func byParts(sides []*big.Rat) [][]int64 {
	lengths := make([]int64, len(sides))
	for i, s := range sides {
		if lengths[i] = whole(new(big.Rat).Mul(s, new(big.Rat).SetInt64(unity))); lengths[i] <= 0 {
			return nil
		}
	}
	different := slices.Clone(lengths)
	slices.Sort(different)
	different = slices.Compact(different)
	if len(different) < 2 || unity/different[0] > mostInRow {
		return nil
	}
	full := fullRows(different, unity)
	if len(full) > mostFullRows {
		return nil
	}
	var out [][]int64
	for _, parts := range []int64{4, 5, 6} {
		q := quotas{full: full, parts: parts}
		left := make([]int64, len(full))
		for i := range left {
			left[i] = parts
		}
		q.count(nil, left)
		for _, way := range q.ways {
			counts := make([]int64, len(sides))
			for i, length := range lengths {
				counts[i] = way[slices.Index(different, length)] * unity / parts
			}
			out = append(out, counts)
		}
	}
	return out
}

// fullRows is each row of some lengths, the shortest first, that leaves no room for the shortest.
func fullRows(lengths []int64, room int64) [][]int64 {
	last := len(lengths) - 1
	if last == 0 {
		return [][]int64{{room / lengths[0]}}
	}
	var out [][]int64
	for n := int64(0); n*lengths[last] <= room && len(out) <= mostFullRows; n++ {
		for _, rest := range fullRows(lengths[:last], room-n*lengths[last]) {
			out = append(out, append(rest, n))
		}
	}
	return out
}

// count goes on with the next side, which counts no less than one that is shorter; left is what of its parts each row has left.
func (q *quotas) count(counts, left []int64) {
	if q.looked++; q.looked > mostCounted {
		return
	}
	side := len(counts)
	if side == len(q.full[0]) {
		for i := range counts {
			tight := false
			for r, row := range q.full {
				tight = tight || row[i] > left[r]
			}
			if !tight { // one more would do
				return
			}
		}
		q.ways = append(q.ways, counts)
		return
	}
	each := int64(0)
	if side > 0 {
		each = counts[side-1]
	}
	for ; each <= q.parts; each++ {
		rest := slices.Clone(left)
		for r, row := range q.full {
			if rest[r] -= each * row[side]; rest[r] < 0 {
				return
			}
		}
		q.count(append(counts[:side:side], each), rest)
	}
}
