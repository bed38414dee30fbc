package check

import (
	"math"
	"math/big"

	"sortie"
)

// boundless is more than any amount that a certificate can name.
const boundless = int64(1) << 50

// give is how far lengths and masses may be off in a plan that passes, and a
// little more for the rounding of the figures themselves.
const give = 1.2 * tolerance

// points is what one of each kind counts in a certificate.
type points map[int]int64

// rat is a figure of the mission as an exact fraction; what is not finite is
// as good as boundless.
func rat(f float64) *big.Rat {
	r := new(big.Rat)
	if math.IsNaN(f) || math.IsInf(f, 0) || math.Abs(f) > 1e12 {
		return r.SetInt64(boundless)
	}
	return r.SetFloat64(f)
}

func whole(r *big.Rat) int64 {
	n := new(big.Int).Div(r.Num(), r.Denom())
	if !n.IsInt64() || n.Int64() > boundless {
		return boundless
	}
	return n.Int64()
}

func plusCapped(a, b int64) int64 { return min(boundless, a+b) }

func timesCapped(a, b int64) int64 {
	if a > 0 && b > boundless/a {
		return boundless
	}
	return a * b
}

// mostOf is a capacity at the most that any of the kinds counts for what it
// takes of it, rounded down: no sum of whole points passes it. Where one takes
// nothing there is no limit.
func mostOf(capacity *big.Rat, counts []int64, takes []*big.Rat) int64 {
	best := new(big.Rat)
	for i, n := range counts {
		if takes[i].Sign() <= 0 {
			return boundless
		}
		if per := new(big.Rat).Quo(new(big.Rat).SetInt64(n), takes[i]); per.Cmp(best) > 0 {
			best = per
		}
	}
	return whole(best.Mul(best, capacity))
}

// heaviest is the most points that one load of the type can count with a
// payload of so many tonnes.
func (w *prover) heaviest(t *sortie.LiftType, tonnes float64, limited bool, each points) int64 {
	var items []int
	for _, kind := range sortedKeys(each) {
		if kind != people {
			items = append(items, kind)
		}
	}
	total := int64(0)
	if len(items) > 0 {
		total = w.heaviestItems(t, items, each)
	}
	person := each[people]
	if person > 0 {
		seats := int64(max(t.Seats.Empty, t.Seats.Full, 0))
		if limited && w.mission.PersonT > 0 {
			seats = min(seats, whole(new(big.Rat).Quo(rat(tonnes+give), rat(w.mission.PersonT))))
		}
		total = plusCapped(total, timesCapped(seats, person))
	}
	if limited {
		var counts []int64
		var masses []*big.Rat
		for _, kind := range sortedKeys(each) {
			mass := w.mission.PersonT
			if kind != people {
				mass = w.mission.EquipmentTypes[kind].Mass
			}
			counts, masses = append(counts, each[kind]), append(masses, rat(mass))
		}
		total = min(total, mostOf(rat(tonnes+give), counts, masses))
	}
	if person > 0 && len(items) > 0 && t.Seats.Empty > t.Seats.Full {
		total = min(total, w.seatsTaken(t, person, items, each))
	}
	return total
}

func (w *prover) heaviestItems(t *sortie.LiftType, items []int, each points) int64 {
	if t.Decks == nil {
		return boundless
	}
	total := int64(0)
	for i := range t.Decks {
		if d := &t.Decks[i]; d.Count > 0 {
			total = plusCapped(total, timesCapped(int64(d.Count), w.heaviestDeck(t, d, items, each)))
		}
	}
	return total
}

// heaviestDeck bounds the points on one deck by the area of its items, each
// side counted by one of several dual feasible functions.
func (w *prover) heaviestDeck(t *sortie.LiftType, d *sortie.Deck, items []int, each points) int64 {
	long, wide := rat(d.Length-t.Gap+give), rat(d.Width-t.Gap+give)
	if long.Sign() <= 0 || wide.Sign() <= 0 {
		return 0
	}
	var counts []int64
	var lengths, widths, masses []*big.Rat
	for _, kind := range items {
		e := &w.mission.EquipmentTypes[kind]
		if fits(t, d, e) {
			counts = append(counts, each[kind])
			lengths = append(lengths, part(e.Length+t.Gap-give, long))
			widths = append(widths, part(e.Width+t.Gap-give, wide))
			masses = append(masses, rat(e.Mass))
		}
	}
	if len(counts) == 0 {
		return 0
	}
	best := boundless
	one := big.NewRat(1, 1)
	takes := make([]*big.Rat, len(counts))
	for _, i := range orders(lengths) {
		for _, j := range orders(widths) {
			for n := range takes {
				takes[n] = new(big.Rat).Mul(feasible(i, lengths[n]), feasible(j, widths[n]))
			}
			best = min(best, mostOf(one, counts, takes))
		}
	}
	if d.Payload != nil {
		best = min(best, mostOf(rat(*d.Payload+give), counts, masses))
	}
	return best
}

// part is a side as a fraction of the whole, at most all of it.
func part(side float64, whole *big.Rat) *big.Rat {
	p := new(big.Rat).Quo(rat(side), whole)
	if one := big.NewRat(1, 1); p.Cmp(one) > 0 {
		return one
	}
	return p
}

// orders is which dual feasible functions are worth trying for the sides.
func orders(sides []*big.Rat) []int64 {
	out := []int64{0, 1, 2, 3}
	seen := map[int64]bool{0: true, 1: true, 2: true, 3: true}
	for _, s := range sides {
		if s.Sign() <= 0 {
			continue
		}
		if k := whole(new(big.Rat).Inv(s)); k <= 1000 && !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

// feasible is a dual feasible function: the side itself for 0, and for k the
// fraction (⌈(k+1)x⌉ − 1)/k. Where sides add up to no more than one, so do
// their values: ⌈y⌉ − 1 < y, so the sum of the numerators is less than k + 1.
func feasible(k int64, side *big.Rat) *big.Rat {
	if k == 0 || side.Sign() <= 0 {
		return side
	}
	y := new(big.Rat).Mul(side, new(big.Rat).SetInt64(k+1))
	up := new(big.Int).Add(y.Num(), new(big.Int).Sub(y.Denom(), big.NewInt(1)))
	up.Div(up, y.Denom())
	return new(big.Rat).SetFrac(up.Sub(up, big.NewInt(1)), big.NewInt(k))
}

// seatsTaken bounds people and items together by R6: people + (empty − full) ×
// used ≤ empty, and what is used of the decks' length is at least that of the
// items, each counted at its part of the widest deck.
func (w *prover) seatsTaken(t *sortie.LiftType, person int64, items []int, each points) int64 {
	total, widest := 0.0, 0.0
	for _, d := range t.Decks {
		total += float64(max(d.Count, 0)) * d.Length
		if d.Count > 0 {
			widest = max(widest, d.Width)
		}
	}
	wide := rat(widest - t.Gap + give)
	if !(total > 0) || wide.Sign() <= 0 {
		return boundless
	}
	counts := []int64{person}
	var lengths, widths []*big.Rat
	lost := new(big.Rat).SetInt64(int64(t.Seats.Empty) - int64(t.Seats.Full))
	for _, kind := range items {
		e := &w.mission.EquipmentTypes[kind]
		counts = append(counts, each[kind])
		widths = append(widths, part(e.Width+t.Gap-give, wide))
		length := new(big.Rat).Quo(rat(e.Length+t.Gap-give), rat(total))
		lengths = append(lengths, length.Mul(length, lost))
	}
	best := boundless
	for _, j := range orders(widths) {
		takes := []*big.Rat{big.NewRat(1, 1)}
		for n := range items {
			takes = append(takes, new(big.Rat).Mul(lengths[n], feasible(j, widths[n])))
		}
		best = min(best, mostOf(rat(float64(t.Seats.Empty)+give), counts, takes))
	}
	return best
}
