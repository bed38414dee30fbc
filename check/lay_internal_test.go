package check

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"sortie"
)

// smallDeck is a type with one deck of whole metres and kinds that fit on it; the
// whole deck costs ten seats of thirty.
func smallDeck(random *rand.Rand) (*prover, *sortie.LiftType) {
	d := sortie.Deck{Count: 1, Length: float64(6 + random.IntN(5)), Width: float64(4 + random.IntN(3)), Height: 3}
	t := &sortie.LiftType{ID: "lift", Decks: []sortie.Deck{d}, Seats: sortie.Seats{Empty: 30, Full: 20}}
	m := &sortie.Mission{}
	for i := range 1 + random.IntN(3) {
		m.EquipmentTypes = append(m.EquipmentTypes, sortie.EquipmentType{ID: fmt.Sprint(i),
			Length: float64(2 + random.IntN(4)), Width: float64(1 + random.IntN(int(d.Width))), Height: 2})
	}
	return newProver(m), t
}

// TestABayHoldsWhatLiesOnIt tries every way to lay items in whole metres: what
// lies there is held, and what is not held would have had its area.
func TestABayHoldsWhatLiesOnIt(t *testing.T) {
	held, refused := 0, 0
	for seed := range uint64(1500) {
		random := rand.New(rand.NewPCG(seed, 31))
		w, lift := smallDeck(random)
		d := lift.Decks[0]
		numbers, area := map[int]int64{}, 0.0
		for kind, e := range w.mission.EquipmentTypes {
			numbers[kind] = random.Int64N(4)
			area += float64(numbers[kind]) * e.Length * e.Width
		}
		if deck := d.Length * d.Width; area > deck || area < deck*3/4 {
			continue
		}
		b := w.bay(lift)
		could, _ := b.holds(numbers, b.long)
		if !could && layByAll(w.mission.EquipmentTypes, &d, numbers, nil) {
			t.Errorf("seed %d: %v of %v lie on %v by %v", seed, numbers, w.mission.EquipmentTypes, d.Length, d.Width)
		}
		if could {
			held++
		} else {
			refused++
		}
	}
	if held < 80 || refused < 80 {
		t.Errorf("%d sets are held, %d not", held, refused)
	}
}

// layByAll tries every place for every item.
func layByAll(kinds []sortie.EquipmentType, d *sortie.Deck, numbers map[int]int64, laid []box) bool {
	for kind := range kinds {
		if numbers[kind] == 0 {
			continue
		}
		numbers[kind]--
		defer func() { numbers[kind]++ }()
		for x := 0.0; x+kinds[kind].Length <= d.Length; x++ {
			for y := 0.0; y+kinds[kind].Width <= d.Width; y++ {
				at := box{x: x, y: y, endX: x + kinds[kind].Length, endY: y + kinds[kind].Width}
				free := true
				for _, o := range laid {
					free = free && (at.endX <= o.x || o.endX <= at.x || at.endY <= o.y || o.endY <= at.y)
				}
				if free && layByAll(kinds, d, numbers, append(laid, at)) {
					return true
				}
			}
		}
		return false
	}
	return true
}

// TestMostHeedsTheDeck tries every load: none that lies on the deck and has its
// seats counts more than is said, and it is said of one.
func TestMostHeedsTheDeck(t *testing.T) {
	less := 0
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 32))
		w, lift := smallDeck(random)
		var goods []ware
		for kind := range w.mission.EquipmentTypes {
			goods = append(goods, ware{kind, random.Int64N(5), 1 + random.Int64N(30)})
		}
		for range random.IntN(3) {
			goods = append(goods, ware{people, random.Int64N(40), 1 + random.Int64N(8)})
		}
		h := w.hold(lift, 0, false, goods)
		best := int64(0)
		loads(goods, func(load []int64) {
			numbers, persons, points := map[int]int64{}, int64(0), int64(0)
			for i, n := range load {
				points += n * goods[i].each
				if goods[i].kind == people {
					persons += n
				} else {
					numbers[goods[i].kind] += n
				}
			}
			if persons > 30 || points <= best {
				return
			}
			if lies, _ := h.bay.holds(numbers, h.bay.beside(persons)); lies {
				best = points
			}
		})
		if most := h.most(wellMixed); most != best {
			t.Errorf("seed %d: %d at the most, but the best is %d of %v", seed, most, best, goods)
		}
		bare := w.hold(lift, 0, false, goods)
		bare.bay = nil
		if bare.most(wellMixed) > best {
			less++
		}
	}
	if less < 30 {
		t.Errorf("only %d count less than by their rows", less)
	}
}

// loads is told of every load of the goods.
func loads(goods []ware, tell func(load []int64)) {
	load := make([]int64, len(goods))
	var from func(i int)
	from = func(i int) {
		if i == len(goods) {
			tell(load)
			return
		}
		for load[i] = 0; load[i] <= goods[i].count; load[i]++ {
			from(i + 1)
		}
		load[i] = 0
	}
	from(0)
}
