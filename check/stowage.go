package check

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// box is an item on a deck, metres.
type box struct {
	kind       *sortie.EquipmentType
	unit       string
	deck       int
	x, y       float64
	endX, endY float64
}

// stowage checks R5 on every lift whose type has decks.
func (c *checker) stowage() {
	for i := range c.moves {
		mv := &c.moves[i]
		if mv.kind == nil || mv.kind.Decks == nil {
			continue
		}
		boxes := c.boxes(mv)
		c.apart(mv, boxes)
	}
}

// boxes checks each item by itself and returns those that lie on a deck.
func (c *checker) boxes(mv *movement) []box {
	var boxes []box
	b := c.where(mv.breach(Stowage), mv.from, mv.load)
	for _, part := range mv.src.Cargo {
		b.Unit = short(part.Unit)
		for _, item := range part.Items {
			if len(mv.kind.Decks) == 0 {
				c.report(b.figures(float64(len(part.Items)), 0, inItems), peopleAlone, mv.kind.ID)
				break
			}
			kind := lookup(c.equipment, item.Type)
			if kind < 0 {
				continue
			}
			if item.Stowage == nil {
				c.report(b, unstowed, item.Type)
				continue
			}
			deck := deckAt(mv.kind.Decks, item.Deck)
			if deck == nil {
				c.report(b.figures(float64(item.Deck), float64(deckCount(mv.kind.Decks)-1), inDeck),
					noDeck, item.Type, item.Deck, mv.kind.ID, deckCount(mv.kind.Decks)-1)
				continue
			}
			k := &c.mission.EquipmentTypes[kind]
			box := box{k, part.Unit, item.Deck, item.X, item.Y, item.X + k.Length, item.Y + k.Width}
			c.inside(b, mv.kind, deck, box)
			boxes = append(boxes, box)
		}
	}
	return boxes
}

// inside checks one item against the edges and the height of its deck.
func (c *checker) inside(b Breach, lift *sortie.LiftType, deck *sortie.Deck, i box) {
	for _, edge := range []struct {
		have, want float64
		side       lang.Phrase
	}{
		{i.x, lift.Gap, frontEdge},
		{deck.Length - i.endX, lift.Gap, rearEdge},
		{i.y, lift.Gap, leftEdge},
		{deck.Width - i.endY, lift.Gap, rightEdge},
	} {
		if !(edge.have >= edge.want-tolerance) || math.IsInf(edge.have, 0) {
			lies := fromEdge.Text(precise(edge.have, edge.want), edge.side)
			if edge.have < 0 {
				lies = overEdge.Text(figure(-edge.have), edge.side)
			}
			c.report(b.figures(edge.have, edge.want, inMetres), beyondEdge,
				i.kind.ID, figure(i.x), figure(i.y), i.deck, lies, figure(edge.want))
		}
	}
	if !(i.kind.Height <= deck.Height+tolerance) {
		c.report(b.figures(i.kind.Height, deck.Height, inMetres),
			tooHigh, i.kind.ID, precise(i.kind.Height, deck.Height), i.deck, figure(deck.Height))
	}
}

// apart checks that items on one deck keep the gap from each other. It sweeps
// along x with the items beside each other in order of y, so that a deck of
// many items takes little more than its sorting. An item too near to others is
// reported once and then left out.
func (c *checker) apart(mv *movement, boxes []box) {
	slices.SortStableFunc(boxes, func(a, b box) int {
		return cmp.Or(cmp.Compare(a.deck, b.deck), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	gap := mv.kind.Gap
	var beside []box // those that reach the present x, in order of y
	for n, i := range boxes {
		if n == 0 || i.deck != boxes[n-1].deck {
			beside = beside[:0]
		}
		past := func(o box) bool { return o.endX+gap <= i.x+tolerance }
		at, _ := slices.BinarySearchFunc(beside, i, func(o, i box) int { return cmp.Compare(o.y, i.y) })
		for at > 0 && past(beside[at-1]) {
			beside = slices.Delete(beside, at-1, at)
			at--
		}
		for at < len(beside) && past(beside[at]) {
			beside = slices.Delete(beside, at, at+1)
		}
		switch {
		case at > 0 && beside[at-1].endY+gap > i.y+tolerance:
			c.tooNear(mv, beside[at-1], i)
		case at < len(beside) && i.endY+gap > beside[at].y+tolerance:
			c.tooNear(mv, i, beside[at])
		default:
			beside = slices.Insert(beside, at, i)
		}
	}
}

// tooNear reports two items of which b is further along y.
func (c *checker) tooNear(mv *movement, a, b box) {
	apart := max(b.y-a.endY, max(a.x, b.x)-min(a.endX, b.endX))
	breach := c.where(mv.breach(Stowage), mv.from, mv.load).figures(apart, mv.kind.Gap, inMetres)
	breach.Unit = short(b.unit)
	what := fromItem.Text(precise(apart, mv.kind.Gap))
	if apart < -tolerance {
		what = overItem.Text()
	}
	c.report(breach, tooNear,
		a.kind.ID, figure(a.x), figure(a.y), a.deck, what, b.kind.ID, figure(b.x), figure(b.y), figure(mv.kind.Gap))
}

// deckAt is the deck with the number, each counted as often as it is there;
// nil where there is none.
func deckAt(decks []sortie.Deck, n int) *sortie.Deck {
	for i := range decks {
		if n < 0 {
			return nil
		}
		if n < decks[i].Count {
			return &decks[i]
		}
		n -= max(decks[i].Count, 0)
	}
	return nil
}

func deckCount(decks []sortie.Deck) int {
	total := 0
	for _, d := range decks {
		total += max(d.Count, 0)
	}
	return total
}

func sortedKeys[V any](m map[int]V) []int { return slices.Sorted(maps.Keys(m)) }
