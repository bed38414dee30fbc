package check

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestMeasuresHold tries all sides that fit beside each other.
func TestMeasuresHold(t *testing.T) {
	tight := 0
	random := rand.New(rand.NewPCG(9, 13))
	for range 300 {
		whole := 30 + random.Int64N(40)
		var sides []int64
		var parts []*big.Rat
		for range 1 + random.IntN(4) {
			sides = append(sides, 4+random.Int64N(whole-4))
			parts = append(parts, big.NewRat(sides[len(sides)-1], whole))
		}
		for _, counts := range measures(parts) {
			most := besideByAll(sides, counts, whole)
			if most > unity {
				t.Fatalf("%v of %d count %v: %d parts of %d stand beside each other", sides, whole, counts, most, unity)
			}
			if most > unity-10 {
				tight++
			}
		}
	}
	if tight < 300 {
		t.Errorf("only %d reach the whole", tight)
	}
}

func besideByAll(sides, counts []int64, left int64) int64 {
	best := int64(0)
	for i, s := range sides {
		if s <= left {
			best = max(best, counts[i]+besideByAll(sides[i:], counts[i:], left-s))
		}
	}
	return best
}
