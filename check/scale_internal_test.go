package check

import (
	"math/big"
	"math/rand/v2"
	"slices"
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

// TestByParts is on a deck where a tracked vehicle or a lorry stands beside a lorry, and a pallet beside two light vehicles: the first two
// can count a half, and the others a third each, which no dual feasible function says, raised or not.
func TestByParts(t *testing.T) {
	var sides []*big.Rat
	for _, side := range []int64{330, 264, 238, 192} { // centimetres
		sides = append(sides, big.NewRat(side, 625))
	}
	want := []int64{unity / 2, unity / 2, unity / 3, unity / 3}
	as := func(counts []int64) bool {
		for i := range want {
			if counts[i] < want[i] {
				return false
			}
		}
		return true
	}
	for _, k := range orders(sides) {
		counts := make([]int64, len(sides))
		for i, s := range sides {
			counts[i] = whole(new(big.Rat).Mul(feasible(k, s), new(big.Rat).SetInt64(unity)))
		}
		if lift(sides, counts); as(counts) {
			t.Errorf("the function of %d says so: %v", k, counts)
		}
	}
	if found := measures(sides); !slices.ContainsFunc(found, as) {
		t.Errorf("%v is not among %v", want, found)
	}
}
