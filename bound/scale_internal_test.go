package bound

import (
	"math/rand/v2"
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
