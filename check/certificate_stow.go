package check

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// mostStowed bounds the loads that are looked at for the best of one type, and
// mostStowedKinds the kinds in it; past them no load is said to be impossible.
const (
	mostStowed      = 1_000_000
	mostHeld        = 8_000_000 // of sets of whole loads
	mostStowedKinds = 24
	wellMixed       = 4000
	fewMixed        = 300
)

// most is the most points of any load that the rows allow, by trying all loads
// but those that could not be better than one already found.
func (h *hold) most(mixed int64) int64 {
	switch {
	case len(h.kinds) == 0:
		return 0
	case len(h.kinds) > mostStowedKinds:
		return boundless
	}
	return max(h.between(0, boundless, mixed, mostStowed), 0)
}

// below is less than the points, where the rows allow no load of so many.
func (h *hold) below(points int64) int64 { return h.between(points, points, wellMixed, mostHeld) }

// between looks for a load of at least so many points, and for none better than
// one of enough; less than that is that there is none.
func (h *hold) between(least, enough, mixed int64, patience int) int64 {
	h.sort()
	s := stower{hold: h, rows: append(h.rows[:len(h.rows):len(h.rows)], h.mixed(mixed)), best: least - 1, enough: enough, patience: patience, aboard: make([]int64, len(h.kinds)), excess: unknown}
	s.dear = make([][]int, len(h.kinds))
	for k := range s.dear {
		for _, row := range s.rows {
			s.dear[k] = append(s.dear[k], dearest(row, h.each, k))
		}
	}
	left := make([]int64, len(s.rows))
	for i := range left {
		left[i] = unity
	}
	s.try(0, 0, left, true)
	h.tried += s.tried + s.ways
	if s.tried > patience {
		return boundless
	}
	return s.best
}

// sort puts what takes most first and people last; of one kind what has the most points
// comes first.
func (h *hold) sort() {
	size := func(k int) int64 {
		if h.kinds[k] == people {
			return -1
		}
		most := int64(0)
		for _, row := range h.rows {
			most = max(most, row[k])
		}
		return most
	}
	order := make([]int, len(h.kinds))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch d := size(b) - size(a); {
		case d < 0:
			return -1
		case d > 0:
			return 1
		}
		return cmp.Or(cmp.Compare(h.kinds[a], h.kinds[b]), cmp.Compare(h.each[b], h.each[a]))
	})
	sorted := hold{bay: h.bay}
	for _, k := range order {
		sorted.kinds = append(sorted.kinds, h.kinds[k])
		sorted.counts, sorted.each = append(sorted.counts, h.counts[k]), append(sorted.each, h.each[k])
	}
	for _, row := range h.rows {
		var to []int64
		for _, k := range order {
			to = append(to, row[k])
		}
		sorted.rows = append(sorted.rows, to)
	}
	*h = sorted
}

// mixed is a row that follows from all of them, each counted in part. The parts
// are those of a game in which the kinds choose what takes least for its
// points; however they are chosen, the row holds.
func (h *hold) mixed(parts int64) []int64 {
	pull := make([]float64, len(h.kinds))
	sum := make([]float64, len(h.rows))
	top := 0.0
	for _, row := range h.rows {
		for k := range row {
			top = max(top, float64(row[k])/float64(max(h.each[k], 1)))
		}
	}
	weights := make([]float64, len(h.kinds))
	for range parts {
		for k := range weights {
			weights[k] = math.Exp(-pull[k]) / float64(max(h.each[k], 1))
		}
		best, part := -1.0, 0
		for i, row := range h.rows {
			worth := 0.0
			for k := range row {
				worth += weights[k] * float64(row[k])
			}
			if worth > best {
				best, part = worth, i
			}
		}
		sum[part]++
		for k, takes := range h.rows[part] {
			pull[k] += 0.1 * float64(takes) / float64(max(h.each[k], 1)) / max(top, 1e-300)
		}
		lowest := slices.Min(pull)
		for k := range pull {
			pull[k] = min(pull[k]-lowest, 600)
		}
	}
	row := make([]int64, len(h.kinds))
	for k := range row {
		takes := int64(0)
		for i := range h.rows {
			takes += h.rows[i][k] * int64(sum[i]) // at most so many parts of 2^41
		}
		row[k] = takes / parts
	}
	return row
}

// stower is the search for the best load.
type stower struct {
	*hold
	rows     [][]int64
	dear     [][]int // by kind and row: which from the kind on has the most points for what it takes; less than none: one takes nothing
	best     int64
	enough   int64
	tried    int
	patience int     // most that are tried
	aboard   []int64 // of each kind
	ways     int     // to lay what is aboard that are looked at
	excess   int     // of so many kinds, what is aboard does not lie on the deck
}

// dearest is the kind from one on with the most points for what it takes.
func dearest(row, each []int64, from int) int {
	best := -1
	for k := from; k < len(row); k++ {
		switch {
		case each[k] == 0:
		case row[k] == 0:
			return -1
		case best < 0 || less(each[best], row[k], each[k], row[best]):
			best = k
		}
	}
	return best
}

// less reports whether a × b is less than c × d; none is negative.
func less(a, b, c, d int64) bool {
	h1, l1 := bits.Mul64(uint64(a), uint64(b))
	h2, l2 := bits.Mul64(uint64(c), uint64(d))
	return h1 < h2 || h1 == h2 && l1 < l2
}

// hopeless reports whether nothing from the kind on makes more of the load than
// the best: by some row what is left of it is not worth that many points.
func (s *stower) hopeless(k int, points int64, left []int64) bool {
	lacks := s.best + 1 - points
	for i, row := range s.rows {
		if d := s.dear[k][i]; d >= 0 && less(left[i], s.each[d], lacks, row[d]) {
			return true
		}
	}
	return false
}

// try goes on from a kind; full says that all there is of the one before is aboard.
func (s *stower) try(k int, points int64, left []int64, full bool) {
	if s.tried++; s.tried > s.patience || s.best >= s.enough {
		return
	}
	if k == len(s.kinds) {
		if points > s.best && s.lies(k) {
			s.best = points
		}
		return
	}
	if s.best >= points && s.hopeless(k, points, left) {
		return
	}
	number := s.counts[k]
	if s.each[k] == 0 || !full && s.kinds[k] == s.kinds[k-1] {
		number = 0 // more of those with more points would do as well
	}
	for i, row := range s.rows {
		if row[k] > 0 {
			number = min(number, left[i]/row[k])
		}
	}
	last := k == len(s.kinds)-1
	if last && s.kinds[k] == people && s.bay != nil {
		number = s.seated(number, points)
	}
	after := make([]int64, len(left))
	for ; number >= 0 && s.tried <= s.patience; number-- {
		for i, row := range s.rows {
			after[i] = left[i] - number*row[k]
		}
		s.aboard[k] = number
		s.try(k+1, points+number*s.each[k], after, number == s.counts[k])
		if s.excess <= k || last && s.best >= points+number*s.each[k] {
			return
		}
		s.excess = unknown
	}
}

// unknown is of more kinds than there are.
const unknown = mostStowedKinds + 1

// lies is false where what is aboard of the kinds before one cannot lie on the deck
// with seats for those who are; of how few kinds that is so already is then the excess.
func (s *stower) lies(k int) bool {
	if s.bay == nil || s.fits(k) {
		return true
	}
	for s.excess = 1; s.excess < k && s.fits(s.excess); {
		s.excess++
	}
	return false
}

func (s *stower) fits(k int) bool {
	persons, items := int64(0), map[int]int64{}
	for i, n := range s.aboard[:k] {
		if s.kinds[i] == people {
			persons += n
		} else {
			items[s.kinds[i]] += n
		}
	}
	holds, ways := s.bay.holds(items, s.bay.beside(persons))
	s.ways += ways
	return holds || s.ways > s.patience
}

// seated is the most people of the last kind who have seats beside the items; so
// few that it makes no difference, or less than none, where more have not.
func (s *stower) seated(most, points int64) int64 {
	k := len(s.kinds) - 1
	low, high := int64(-1), most+1 // too few, or they fit; and too many
	if s.best >= points && s.each[k] > 0 {
		low = (s.best - points) / s.each[k]
	}
	if low+1 < high && !s.lies(k) {
		return -1
	}
	for low+1 < high {
		s.aboard[k] = (low + high) / 2
		if s.fits(k + 1) {
			low = s.aboard[k]
		} else {
			high = s.aboard[k]
		}
	}
	return low
}
