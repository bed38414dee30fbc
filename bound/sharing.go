package bound

import "slices"

// Limits of scales in equal parts of the whole: how many sides stand abreast at the most, in how many
// ways, and how many scales of one number of parts are looked at.
const (
	fewAbreast   = 4
	mostRanks    = 300
	mostSharings = 8000
)

// sharing is the search for scales by which each side counts some of the whole's equal parts.
type sharing struct {
	sides  []int64 // each once, the narrowest first
	ranks  [][]int64
	parts  int64
	counts []int64
	found  [][]int64
	looked int
}

// inParts is every scale in quarters, fifths or sixths of the whole (so in halves and thirds as well) by which no side
// could count a part more; none where many sides stand abreast. A wider side counts no less
// than a narrower one, which could stand in its place.
func inParts(sides []int64, whole int64) [][]int64 {
	each := slices.Clone(sides)
	slices.Sort(each)
	each = slices.Compact(each)
	if len(each) < 2 || whole/each[0] > fewAbreast {
		return nil
	}
	p := sharing{sides: each, counts: make([]int64, len(each))}
	if p.abreast(len(each)-1, whole, make([]int64, len(each))); len(p.ranks) > mostRanks {
		return nil
	}
	var out [][]int64
	for p.parts = 4; p.parts <= 6; p.parts++ {
		p.found, p.looked = nil, 0
		p.from(0, 0)
		for _, found := range p.found {
			counts := make([]int64, len(sides))
			for i, side := range sides {
				at, _ := slices.BinarySearch(each, side)
				counts[i] = found[at] * portion / p.parts
			}
			out = append(out, counts)
		}
	}
	return out
}

// abreast is the ranks of sides that stand abreast, where no more can: of those wider than one so many as there are.
func (p *sharing) abreast(side int, left int64, rank []int64) {
	if len(p.ranks) > mostRanks {
		return
	}
	if side == 0 {
		rank[0] = left / p.sides[0]
		p.ranks = append(p.ranks, slices.Clone(rank))
		return
	}
	for rank[side] = left / p.sides[side]; rank[side] >= 0; rank[side]-- {
		p.abreast(side-1, left-rank[side]*p.sides[side], rank)
	}
	rank[side] = 0
}

// from counts the sides from one on in every way.
func (p *sharing) from(side int, least int64) {
	if p.looked++; p.looked > mostSharings {
		return
	}
	if side == len(p.sides) {
		if !p.more() {
			p.found = append(p.found, slices.Clone(p.counts))
		}
		return
	}
	for p.counts[side] = least; p.fits(p.counts[:side+1]); p.counts[side]++ {
		p.from(side+1, p.counts[side])
	}
	p.counts[side] = 0
}

// fits reports whether no rank counts more than all parts.
func (p *sharing) fits(counts []int64) bool {
	return !slices.ContainsFunc(p.ranks, func(rank []int64) bool {
		sum := int64(0)
		for i, each := range counts {
			sum += rank[i] * each
		}
		return sum > p.parts
	})
}

// more reports whether some side could count a part more.
func (p *sharing) more() bool {
	for i := range p.counts {
		p.counts[i]++
		fits := p.fits(p.counts)
		p.counts[i]--
		if fits {
			return true
		}
	}
	return false
}
