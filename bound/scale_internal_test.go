package bound

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestScalesHold tries all that fits beside each other: none counts more than
// the whole, and what is raised counts more than its dual feasible function says.
func TestScalesHold(t *testing.T) {
	raised := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 12))
		whole := 30 + r.Int64N(40)
		var boxes []box
		for range 1 + r.IntN(4) {
			boxes = append(boxes, box{length: 4 + r.Int64N(whole-4)})
		}
		length := func(b box) int64 { return b.length }
		for _, counts := range scales(boxes, whole, length) {
			if most := abreastByAll(boxes, counts, whole); most > portion {
				t.Errorf("seed %d: %v of %d count %v: %d parts of %d stand beside each other", seed, boxes, whole, counts, most, portion)
			}
			known := false
			for _, k := range steps(boxes, whole, length) {
				less := true
				for i, b := range boxes {
					less = less && sharePortion(k, b.length, whole) == counts[i]
				}
				known = known || less
			}
			if !known {
				raised++
			}
		}
	}
	if raised < 100 {
		t.Errorf("only %d are raised", raised)
	}
}

// abreastByAll is the most that any boxes count which fit into the whole.
func abreastByAll(boxes []box, counts []int64, left int64) int64 {
	best := int64(0)
	for i, b := range boxes {
		if b.length <= left {
			best = max(best, counts[i]+abreastByAll(boxes[i:], counts[i:], left-b.length))
		}
	}
	return best
}

// TestInPartsIsEvery tries every way to count sides in parts of the whole: one that holds counts no side more than
// some scale that is found.
func TestInPartsIsEvery(t *testing.T) {
	held := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 14))
		whole := 40 + r.Int64N(40)
		var sides []int64
		var boxes []box
		for range 2 + r.IntN(2) {
			sides = append(sides, whole/fewAbreast+1+r.Int64N(whole/2))
			boxes = append(boxes, box{length: sides[len(sides)-1]})
		}
		found := inParts(sides, whole)
		for _, parts := range []int64{4, 5, 6} {
			for _, numbers := range tuples(len(sides), parts) {
				counts := make([]int64, len(sides))
				for i, n := range numbers {
					counts[i] = n * portion / parts
				}
				if abreastByAll(boxes, counts, whole) > portion || len(found) == 0 {
					continue
				}
				held++
				if !slices.ContainsFunc(found, func(scale []int64) bool { return covers(scale, counts) }) {
					t.Fatalf("seed %d: %v of %d can count %v of %d parts each", seed, sides, whole, numbers, parts)
				}
			}
		}
	}
	if held < 1000 {
		t.Errorf("only %d hold", held)
	}
}

// tuples is every list of so many numbers up to one.
func tuples(length int, most int64) [][]int64 {
	if length == 0 {
		return [][]int64{nil}
	}
	var out [][]int64
	for _, rest := range tuples(length-1, most) {
		for n := int64(0); n <= most; n++ {
			out = append(out, append(slices.Clone(rest), n))
		}
	}
	return out
}
