package bound

import (
	"cmp"
	"math"
	"slices"

	"sortie/network"
)

// mostPacked bounds the loads looked at to find the best; past it nothing more
// than the rows say is known. mostPackedKinds is of how many kinds a load is
// looked at at all.
const (
	mostPacked      = 60000
	mostPackedKinds = 24
)

// packing is the search for the load of a form that counts most.
type packing struct {
	each    []int64
	most    []int64
	takes   [][]int64 // by kind, what one takes of each row: those of the form, and what they say together
	best    int64
	enough  int64
	load    []int64
	now     []int64
	left    [][]int64 // of each row, before each kind
	leading [][]lead  // by kind: of the rows that limit it and those after
	rest    []float64 // what all of this kind and those after count
	before  []int     // the kind before that takes as much and counts no less; -1 where there is none
	looked  int

	deck   *stowage
	sizes  []int   // of each kind of items there; less than none: people
	aboard []int64 // so many of each size
	laid   int     // ways to lay them looked at
	many   int     // of so many kinds, what is aboard does not lie on the deck
}

// pack is the most that one load can count, the best load found, and how many
// were looked at: where those are too many, no load counts more than the first
// number, but it may be that none counts as much. They are looked at in the order of
// the form, or densest first: that is quicker where few of many kinds count.
func (f *form) pack(each []int64, densest bool) (most int64, load []int64, looked int) {
	return f.packTo(each, 0, unlimited, densest)
}

// packTo looks for a load between two counts alone: where there is none of at
// least the first, all that is known is that there is none, and one of the
// second is as good as any.
func (f *form) packTo(each []int64, least, enough int64, densest bool) (most int64, load []int64, looked int) {
	load = make([]int64, len(each))
	objective, limits := make([]float64, len(each)), make([][]float64, len(f.rows))
	for k := range each {
		objective[k] = float64(each[k])
	}
	whole := make([]float64, len(f.rows))
	for i, row := range f.rows {
		limits[i] = make([]float64, len(row))
		whole[i] = 1
		for k := range row {
			limits[i][k] = float64(row[k]) / float64(portion)
		}
	}
	rows := f.rows
	if _, prices, ok := maximise(objective, limits, whole); ok {
		rows = append(rows[:len(rows):len(rows)], together(f.rows, prices))
	}
	var order []int
	for k := range each {
		if each[k] > 0 {
			order = append(order, k)
		}
	}
	if len(order) == 0 {
		return 0, load, 0
	}
	if densest {
		f.densest(order, each, rows[len(rows)-1])
	}
	p := f.packing(rows, each, order)
	p.best, p.enough, p.many = least-1, enough, len(order)+1
	linear := p.atMost(0, 0)
	if linear < least {
		return linear, load, 0
	}
	p.from(0, 0)
	for k, from := range order {
		load[from] = p.load[k]
	}
	if p.looked > mostPacked {
		return linear, load, p.looked + p.laid
	}
	return p.best, load, p.looked + p.laid
}

// densest puts first what counts most for what it takes of a row, and people, who
// fill what is left, at last.
func (f *form) densest(order []int, each, takes []int64) {
	slices.SortStableFunc(order, func(a, b int) int {
		if (f.kinds[a] == network.People) != (f.kinds[b] == network.People) {
			return cmp.Compare(f.kinds[b], f.kinds[a])
		}
		return cmp.Compare(float64(each[b])*float64(takes[a]), float64(each[a])*float64(takes[b]))
	})
}

// packing is the search over some of the kinds, in an order.
func (f *form) packing(rows [][]int64, each []int64, order []int) *packing {
	p := &packing{each: inOrder(each, order), most: inOrder(f.most, order), now: make([]int64, len(order)), load: make([]int64, len(order))}
	if f.deck != nil {
		p.deck, p.sizes, p.aboard = f.deck, inOrder(f.sizes, order), make([]int64, len(f.deck.sizes))
		for k, from := range order {
			if f.kinds[from] == network.People {
				p.sizes[k] = -1
			}
		}
	}
	memory := make([]int64, len(rows)*(2*len(order)+1))
	list := func() (out []int64) {
		out, memory = memory[:len(rows):len(rows)], memory[len(rows):]
		return out
	}
	for k, from := range order {
		takes := list()
		for i, row := range rows {
			takes[i] = row[from]
		}
		p.takes = append(p.takes, takes)
		same := k - 1
		for same >= 0 && (p.each[same] < p.each[k] || p.deck != nil && p.sizes[same] != p.sizes[k] || !slices.Equal(p.takes[same], takes)) {
			same--
		}
		p.before = append(p.before, same)
	}
	p.lead(len(rows))
	p.left = make([][]int64, len(order)+1)
	for k := range p.left {
		p.left[k] = list()
		for i := range rows {
			p.left[k][i] = portion
		}
	}
	return p
}

func inOrder[T any](list []T, order []int) []T {
	out := make([]T, len(order))
	for k, from := range order {
		out[k] = list[from]
	}
	return out
}

// together is one row that several imply: each with its part of the whole.
func together(rows [][]int64, parts []float64) []int64 {
	sum := 0.0
	for _, x := range parts {
		sum += max(x, 0)
	}
	out := make([]int64, len(rows[0]))
	for k := range out {
		takes := 0.0
		for i, row := range rows {
			takes += max(parts[i], 0) / max(sum, 1e-300) * float64(row[k])
		}
		out[k] = int64(takes * (1 - 1e-12))
	}
	return out
}

// lead is the most points that a part of a row can count.
type lead struct {
	row  int
	most float64
}

// lead lists the rows that limit this kind and those after, the one of all together first.
func (p *packing) lead(rows int) {
	kinds := len(p.each)
	p.leading, p.rest = make([][]lead, kinds+1), make([]float64, kinds+1)
	most, all := make([]float64, rows), make([]lead, 0, rows*kinds)
	for k := kinds - 1; k >= 0; k-- {
		for i, takes := range p.takes[k] {
			if p.each[k] > 0 {
				most[i] = max(most[i], float64(p.each[k])/float64(takes))
			}
		}
		first := len(all)
		for i := rows - 1; i >= 0; i-- {
			if most[i] > 0 && !math.IsInf(most[i], 1) {
				all = append(all, lead{i, most[i]})
			}
		}
		p.leading[k] = all[first:]
		p.rest[k] = p.rest[k+1] + float64(p.each[k])*float64(p.most[k])
	}
}

// atMost is what the kinds from one on can add at the most; or, where that is no more than a number that
// is of no use, any such.
func (p *packing) atMost(k int, useless int64) int64 {
	all, low := p.rest[k], float64(useless-1)
	left := p.left[k]
	for _, of := range p.leading[k] {
		if most := float64(left[of.row]) * of.most; most < all {
			if all = most; all < low {
				break
			}
		}
	}
	return down(all)
}

func (p *packing) from(k int, counts int64) {
	if p.looked++; p.looked > mostPacked {
		return
	}
	if k == len(p.each) {
		if counts > p.best && p.lies(k) {
			p.best = counts
			copy(p.load, p.now)
		}
		return
	}
	if p.best >= p.enough || counts+p.atMost(k, p.best-counts) <= p.best {
		return
	}
	number := p.most[k]
	if same := p.before[k]; same >= 0 && p.now[same] < p.most[same] {
		number = 0 // another of those would do as well
	}
	takes, left, next := p.takes[k], p.left[k], p.left[k+1]
	for i, t := range takes {
		if t > 0 && number > left[i]/t {
			number = left[i] / t
		}
	}
	last := k == len(p.each)-1
	if last && p.deck != nil && p.sizes[k] < 0 {
		number = p.seated(k, number, counts)
	}
	for ; number >= 0; number-- {
		for i, t := range takes {
			next[i] = left[i] - number*t
		}
		p.now[k] = number
		p.from(k+1, counts+number*p.each[k])
		if last && p.best >= counts+number*p.each[k] || p.many <= k {
			return
		}
		p.many = len(p.each) + 1
	}
}

// lies reports whether the items of the kinds before one can lie on the deck beside
// the people of these. Where they cannot, it finds how few of the kinds are too many already.
func (p *packing) lies(k int) bool {
	if p.deck == nil {
		return true
	}
	if p.lie(k) {
		return true
	}
	for p.many = 1; p.many < k && p.lie(p.many); p.many++ {
	}
	return false
}

func (p *packing) lie(k int) bool {
	clear(p.aboard)
	people := int64(0)
	for j := range k {
		if p.sizes[j] < 0 {
			people += p.now[j]
		} else {
			p.aboard[p.sizes[j]] += p.now[j]
		}
	}
	lies, looked := p.deck.lie(p.aboard, p.deck.seats(people))
	p.laid += looked
	return lies || p.laid > mostPacked
}

// seated is the most people of the last kind, no more than the number, for whom
// there are seats beside the items; less than none where there are not enough to
// count more than the best.
func (p *packing) seated(k int, number, counts int64) int64 {
	fits := func(n int64) bool {
		p.now[k] = n
		return p.lie(k + 1)
	}
	none := int64(-1) // too few
	if p.best >= counts {
		none = (p.best - counts) / p.each[k]
	}
	switch {
	case none >= number:
		return -1
	case fits(number):
		return number
	case !p.lies(k):
		return -1
	case !fits(none + 1):
		return -1
	}
	low := none + 1
	for low+1 < number {
		if mid := (low + number) / 2; fits(mid) {
			low = mid
		} else {
			number = mid
		}
	}
	return low
}
