package bound

import (
	"math/rand/v2"
	"testing"

	"sortie/network"
)

// TestWhatLiesOnADeckIsNotRefused tries every way to lay boxes in whole numbers
// on small decks. What lies there is not refused, and of what is refused none has more
// than the deck's area.
func TestWhatLiesOnADeckIsNotRefused(t *testing.T) {
	refused, lie := 0, 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 21))
		s := smallDeck(r)
		numbers := make([]int64, len(s.sizes))
		area := int64(0)
		for i := range numbers {
			numbers[i] = r.Int64N(4)
			area += numbers[i] * s.sizes[i].length * s.sizes[i].width
		}
		if deck := s.length * s.width; area > deck || 4*area < 3*deck {
			continue
		}
		could, looked := s.lie(numbers, s.length)
		if looked > mostLaid {
			t.Fatalf("seed %d: %d ways looked at", seed, looked)
		}
		lies := laysAll(s, numbers, nil)
		if lies && !could {
			t.Errorf("seed %d: %v of %v lie on %d by %d", seed, numbers, s.sizes, s.length, s.width)
		}
		if again, looked := s.lie(numbers, s.length); again != could || looked > 0 {
			t.Errorf("seed %d: %v at first, then %v after %d more", seed, could, again, looked)
		}
		if could {
			lie++
		} else {
			refused++
		}
	}
	if refused < 80 || lie < 80 {
		t.Errorf("%d sets are refused, %d not", refused, lie)
	}
}

func smallDeck(r *rand.Rand) *stowage {
	s := newStowage(6+r.Int64N(5), 4+r.Int64N(3))
	for range 1 + r.IntN(3) {
		s.size(box{length: 2 + r.Int64N(4), width: 1 + r.Int64N(s.width)})
	}
	return s
}

// berth is from where until where a box lies.
type berth struct{ x, y, endX, endY int64 }

// laysAll tries every berth for every box.
func laysAll(s *stowage, numbers []int64, laid []berth) bool {
	for i, n := range numbers {
		if n == 0 {
			continue
		}
		numbers[i]--
		defer func() { numbers[i]++ }()
		for x := range s.length - s.sizes[i].length + 1 {
			for y := range s.width - s.sizes[i].width + 1 {
				at := berth{x, y, x + s.sizes[i].length, y + s.sizes[i].width}
				free := true
				for _, o := range laid {
					free = free && (at.endX <= o.x || o.endX <= at.x || at.endY <= o.y || o.endY <= at.y)
				}
				if free && laysAll(s, numbers, append(laid, at)) {
					return true
				}
			}
		}
		return false
	}
	return true
}

// TestPackHeedsTheDeck tries every load of forms with a small deck, and people who
// have seats only where nothing lies.
func TestPackHeedsTheDeck(t *testing.T) {
	less := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 22))
		f := &form{deck: smallDeck(r)}
		f.deck.seats = func(people int64) int64 { return f.deck.length - people/2 }
		var each []int64
		area, seats := []int64{}, []int64{}
		for i, b := range f.deck.sizes {
			f.kinds, f.sizes, f.most = append(f.kinds, network.ItemIndex(i)), append(f.sizes, i), append(f.most, r.Int64N(5))
			each = append(each, 1+r.Int64N(30))
			area, seats = append(area, portion/(f.deck.length*f.deck.width)*b.length*b.width), append(seats, 0)
		}
		for range r.IntN(3) {
			f.kinds, f.sizes, f.most = append(f.kinds, network.People), append(f.sizes, 0), append(f.most, r.Int64N(20))
			each, area, seats = append(each, 1+r.Int64N(8)), append(area, 0), append(seats, portion/20)
		}
		f.rows = [][]int64{area, seats}
		most, load, _ := f.pack(each, seed%2 == 0)
		if want := tryAll(f, each, make([]int64, len(each)), 0); most != want || !allows(f, load) || counted(each, load) != most {
			t.Errorf("seed %d: most %d by %v, best %d", seed, most, load, want)
		}
		bare := &form{kinds: f.kinds, most: f.most, rows: f.rows}
		if without, _, _ := bare.pack(each, false); without > most {
			less++
		}
	}
	if less < 100 {
		t.Errorf("only %d count less than by their rows", less)
	}
}
