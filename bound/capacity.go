package bound

import (
	"math"

	"sortie/network"
)

// unlimited is more than any amount that a mission can name.
const unlimited = int64(1) << 50

// weight is what one of a kind counts.
type weight struct {
	kind network.ItemIndex
	each int64
}

// micro is a length or mass in millionths, the rules' own tolerance.
func micro(f float64) int64 {
	if !(f < 1e9) {
		return 1e15
	}
	return int64(math.Round(f * 1e6))
}

// slack is added to a capacity before it is rounded down, so that a rounding
// error of the arithmetic never makes it smaller than it is.
const slack = 1e-7

func down(f float64) int64 {
	if !(f < float64(unlimited)) {
		return unlimited
	}
	return int64(math.Floor(f*(1+1e-12) + slack))
}

// capacity is the most that one load of the type can count, by the least of
// several bounds, each of which no load can pass: see docs/algorithm-bound.md.
func (w *world) capacity(t *network.LiftType, tonnes float64, weights []weight) int64 {
	var person int64
	var items []weight
	for _, k := range weights {
		switch {
		case k.each <= 0:
		case k.kind == network.People:
			person = k.each
		default:
			items = append(items, k)
		}
	}
	tonnes = math.Min(tonnes, t.MaxPayload())
	total := w.itemsOn(t, items)
	seats := float64(max(t.Seats.Empty, t.Seats.Full, 0))
	if person > 0 {
		most := seats
		if w.n.PersonT > 0 {
			most = math.Min(most, math.Floor((tonnes+2e-6)/w.n.PersonT+slack))
		}
		total = min(unlimited, total+down(most)*person)
	}
	total = min(total, w.byMass(tonnes, weights))
	if t.Seats.Empty > t.Seats.Full && person > 0 && len(items) > 0 {
		total = min(total, w.besideItems(t, person, items))
	}
	return total
}

// byMass is the payload at the most that a tonne can count.
func (w *world) byMass(tonnes float64, weights []weight) int64 {
	best := 0.0
	for _, k := range weights {
		mass := w.n.PersonT
		if k.kind != network.People {
			mass = w.n.Items[k.kind].Mass
		}
		if k.each > 0 {
			best = math.Max(best, float64(k.each)/math.Max(mass, 1e-12))
		}
	}
	return down((tonnes + 2e-6) * best)
}

// itemsOn is the most that the items on all decks can count.
func (w *world) itemsOn(t *network.LiftType, items []weight) int64 {
	switch {
	case len(items) == 0:
		return 0
	case t.NoSpace:
		return unlimited
	}
	total := int64(0)
	for i, d := range t.Decks {
		if i > 0 && d == t.Decks[0] {
			continue
		}
		count := int64(1)
		for j := i + 1; j < len(t.Decks) && i == 0; j++ {
			if t.Decks[j] == d {
				count++
			}
		}
		total = min(unlimited, total+count*w.onDeck(t, &d, items))
	}
	return total
}

// box is an item as deck space: its sides with one gap each.
type box struct {
	each          int64
	length, width int64
}

func (w *world) boxes(t *network.LiftType, d *network.Deck, items []weight) []box {
	var out []box
	for _, k := range items {
		it := &w.n.Items[k.kind]
		b := box{k.each, micro(it.Length+t.Gap) - 2, micro(it.Width+t.Gap) - 2}
		if b.length <= micro(d.Length-t.Gap)+2 && b.width <= micro(d.Width-t.Gap)+2 &&
			it.Height <= d.Height+2e-6 && it.Mass <= d.Payload+2e-6 {
			out = append(out, b)
		}
	}
	return out
}

// onDeck is the most that the items on one deck can count: for every pair of
// dual feasible functions of length and width, the deck's area at the most
// that an item counts for its share of it.
func (w *world) onDeck(t *network.LiftType, d *network.Deck, items []weight) int64 {
	boxes := w.boxes(t, d, items)
	if len(boxes) == 0 {
		return 0
	}
	length, width := micro(d.Length-t.Gap)+2, micro(d.Width-t.Gap)+2
	best := unlimited
	for _, i := range steps(boxes, length, func(b box) int64 { return b.length }) {
		for _, j := range steps(boxes, width, func(b box) int64 { return b.width }) {
			most := 0.0
			for _, b := range boxes {
				most = math.Max(most, float64(b.each)/(share(i, b.length, length)*share(j, b.width, width)))
			}
			best = min(best, down(most))
		}
	}
	if !math.IsInf(d.Payload, 1) {
		most := 0.0
		for _, k := range items {
			most = math.Max(most, float64(k.each)/math.Max(w.n.Items[k.kind].Mass, 1e-12))
		}
		best = min(best, down((d.Payload+2e-6)*most))
	}
	return best
}

// steps is the dual feasible functions to try: the share itself (0), and for
// each item that of as many as fit beside each other.
func steps(boxes []box, whole int64, side func(box) int64) []int64 {
	out := []int64{0, 1, 2, 3}
	seen := map[int64]bool{0: true, 1: true, 2: true, 3: true}
	for _, b := range boxes {
		if k := whole / max(side(b), 1); k <= 1000 && !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

// share is what a side counts of the whole under a dual feasible function:
// itself, or for k the part (⌈(k+1)x⌉−1)/k, of which several can never add up
// to more than one while the sides themselves do not.
func share(k, side, whole int64) float64 {
	side, whole = max(side, 1), max(whole, 1)
	if k == 0 {
		return float64(side) / float64(whole)
	}
	return float64(((k+1)*side+whole-1)/whole-1) / float64(k)
}

// besideItems is the most that people and items together can count where items
// take seats: people + (empty − full) × used ≤ empty, and used is at least the
// items' lengths, each at its share of the width, over that of the decks.
func (w *world) besideItems(t *network.LiftType, person int64, items []weight) int64 {
	if len(t.Decks) == 0 || t.TotalLength <= 0 {
		return unlimited
	}
	widest := int64(0)
	for i := range t.Decks {
		widest = max(widest, micro(t.Decks[i].Width-t.Gap)+2)
	}
	var boxes []box
	for _, k := range items {
		it := &w.n.Items[k.kind]
		boxes = append(boxes, box{k.each, micro(it.Length+t.Gap) - 2, micro(it.Width+t.Gap) - 2})
	}
	empty, lost := float64(t.Seats.Empty)+2e-6, float64(t.Seats.Empty-t.Seats.Full)
	best := unlimited
	for _, j := range steps(boxes, widest, func(b box) int64 { return b.width }) {
		most := float64(person)
		for _, b := range boxes {
			takes := lost * float64(max(b.length, 1)) * share(j, min(b.width, widest), widest) / float64(micro(t.TotalLength))
			most = math.Max(most, float64(b.each)/takes)
		}
		best = min(best, down(empty*most))
	}
	return best
}
