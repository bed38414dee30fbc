package check

import (
	"fmt"
	"math/big"
	"slices"

	"sortie"
)

// unity is the whole of what a load can take up of one thing. What one item
// takes of it is rounded down, so that no load that a plan may have is lost.
const unity = int64(1) << 40

// hold is what limits the loads of a type: how many there are of each kind, and
// for payload, seats and decks what one takes of the whole.
type hold struct {
	kinds  []int
	counts []int64
	each   []int64
	rows   [][]int64
	tried  int  // loads looked at
	bay    *bay // of a type that has one deck
}

// ware is so many of a kind, and what one counts.
type ware struct {
	kind        int
	count, each int64
}

// hold makes the rows of a type for what a load may be of; a kind may be in it
// more than once.
func (w *prover) hold(t *sortie.LiftType, tonnes float64, limited bool, goods []ware) *hold {
	h := &hold{}
	for _, g := range goods {
		if g.kind != people && t.Decks != nil && !slices.ContainsFunc(t.Decks, func(d sortie.Deck) bool {
			return d.Count > 0 && fits(t, &d, &w.mission.EquipmentTypes[g.kind])
		}) {
			continue
		}
		h.kinds, h.counts, h.each = append(h.kinds, g.kind), append(h.counts, g.count), append(h.each, g.each)
	}
	if len(h.kinds) > mostStowedKinds {
		return h
	}
	if limited {
		h.add(func(kind int) *big.Rat { return new(big.Rat).Quo(w.massOf(kind), rat(tonnes+give)) })
	}
	h.rows = append(h.rows, w.spaceRows(t, h.kinds)...)
	h.bay = w.bay(t)
	h.needed()
	return h
}

// spaceRows is what one of each kind takes of the seats and decks of a type, remembered: they are
// the same whatever the payload is and however many there are.
func (w *prover) spaceRows(t *sortie.LiftType, kinds []int) [][]int64 {
	key := space{t, fmt.Sprint(kinds)}
	rows, known := w.rows[key]
	if known {
		return rows
	}
	h := &hold{kinds: kinds}
	seats := int64(max(t.Seats.Empty, t.Seats.Full, 0))
	h.add(func(kind int) *big.Rat {
		switch {
		case kind != people:
			return new(big.Rat)
		case seats == 0:
			return big.NewRat(2, 1)
		}
		return big.NewRat(1, seats)
	})
	if deck := onlyDeck(t); deck != nil {
		w.deckRows(h, t, deck)
	}
	w.rows[key] = h.rows
	return h.rows
}

// space is that of a lift type for some kinds.
type space struct {
	of    *sortie.LiftType
	kinds string
}

// onlyDeck is the deck of a type whose decks are all alike; nil where they are
// not, or where there are none.
func onlyDeck(t *sortie.LiftType) *sortie.Deck {
	var one *sortie.Deck
	for i := range t.Decks {
		d := t.Decks[i]
		if d.Count <= 0 {
			continue
		}
		if one == nil {
			one = &d
			continue
		}
		same := d.Length == one.Length && d.Width == one.Width && d.Height == one.Height &&
			(d.Payload == nil) == (one.Payload == nil) && (d.Payload == nil || *d.Payload == *one.Payload)
		if !same {
			return nil
		}
		one.Count += d.Count
	}
	return one
}

func (w *prover) massOf(kind int) *big.Rat {
	if kind == people {
		return rat(w.mission.PersonT)
	}
	return rat(w.mission.EquipmentTypes[kind].Mass)
}

// deckRows is what items take of all decks together: of their payload, of
// their space by every pair of measures, and, with people, of the seats.
func (w *prover) deckRows(h *hold, t *sortie.LiftType, d *sortie.Deck) {
	items := func(takes func(kind int) *big.Rat) func(kind int) *big.Rat {
		return func(kind int) *big.Rat {
			if kind == people {
				return new(big.Rat)
			}
			return takes(kind)
		}
	}
	number := new(big.Rat).SetInt64(int64(d.Count))
	if d.Payload != nil {
		whole := new(big.Rat).Mul(number, rat(*d.Payload+give))
		h.add(items(func(kind int) *big.Rat { return new(big.Rat).Quo(w.massOf(kind), whole) }))
	}
	long, wide := rat(d.Length-t.Gap+give), rat(d.Width-t.Gap+give)
	if long.Sign() <= 0 || wide.Sign() <= 0 {
		return
	}
	place := map[int]int{}
	var lengths, widths []*big.Rat
	for _, kind := range h.kinds {
		if _, known := place[kind]; kind != people && !known {
			e := &w.mission.EquipmentTypes[kind]
			place[kind] = len(lengths)
			lengths, widths = append(lengths, part(e.Length+t.Gap-give, long)), append(widths, part(e.Width+t.Gap-give, wide))
		}
	}
	of := func(counts []int64, kind int) *big.Rat { return big.NewRat(counts[place[kind]], unity) }
	lost, empty := int64(t.Seats.Empty)-int64(t.Seats.Full), rat(float64(t.Seats.Empty)+give)
	along := w.measured(lengths)
	for _, across := range w.measured(widths) {
		for _, l := range along {
			h.add(items(func(kind int) *big.Rat {
				takes := new(big.Rat).Mul(of(l, kind), of(across, kind))
				return takes.Quo(takes, number)
			}))
		}
		if lost <= 0 || !(d.Length > 0) {
			continue
		}
		all := new(big.Rat).Mul(rat(d.Length), number)
		h.add(func(kind int) *big.Rat {
			if kind == people {
				return new(big.Rat).Inv(empty)
			}
			used := new(big.Rat).Quo(rat(w.mission.EquipmentTypes[kind].Length+t.Gap-give), all)
			used.Mul(used, of(across, kind))
			return used.Quo(used.Mul(used, new(big.Rat).SetInt64(lost)), empty)
		})
	}
}

// add makes a row of what one of each kind takes.
func (h *hold) add(takes func(kind int) *big.Rat) {
	row := make([]int64, len(h.kinds))
	for k, kind := range h.kinds {
		x := takes(kind)
		row[k] = min(whole(new(big.Rat).Mul(x, new(big.Rat).SetInt64(unity))), 2*unity)
		row[k] = max(row[k], 0)
	}
	h.rows = append(h.rows, row)
}

// needed leaves out each row of which another takes as much of every kind.
func (h *hold) needed() {
	var kept [][]int64
	for _, row := range h.rows {
		less := func(than []int64) bool {
			for k := range row {
				if row[k] > than[k] {
					return false
				}
			}
			return true
		}
		if slices.ContainsFunc(kept, less) {
			continue
		}
		kept = slices.DeleteFunc(kept, func(other []int64) bool {
			for k := range row {
				if other[k] > row[k] {
					return false
				}
			}
			return true
		})
		kept = append(kept, row)
	}
	h.rows = kept
}

// measured is the measures of sides, remembered.
func (w *prover) measured(sides []*big.Rat) [][]int64 {
	key := fmt.Sprint(sides)
	out, ok := w.sides[key]
	if !ok {
		out = measures(sides)
		w.sides[key] = out
	}
	return out
}
