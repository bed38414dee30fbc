package check

import (
	"sortie"
)

// payload checks R4 on each leg and deck.
func (c *checker) payload() {
	for i := range c.moves {
		mv := &c.moves[i]
		if mv.kind == nil {
			continue
		}
		for _, leg := range mv.legs {
			if leg.route.ok {
				c.legPayload(mv, leg)
			}
		}
		c.deckPayload(mv)
	}
}

func (c *checker) legPayload(mv *movement, leg leg) {
	most, limited, reaches := capacity(mv.kind, leg.route.km)
	b := c.where(mv.breach(Payload), leg.from, leg.depart)
	switch {
	case !reaches:
		b = b.figures(leg.route.km, farthest(mv.kind), inKM)
		c.report(b, outOfReach,
			c.way(leg.from, leg.to), precise(b.Have, b.Want), mv.kind.ID, figure(b.Want))
	case limited && !(mv.mass <= most+tolerance):
		b = b.figures(mv.mass, most, inTonnes)
		c.report(b, overloaded,
			precise(mv.mass, most), figure(leg.route.km), c.way(leg.from, leg.to), mv.kind.ID, figure(most))
	}
}

// capacity is the payload in tonnes over a distance, whether there is a limit
// at all, and whether the type gets so far.
func capacity(t *sortie.LiftType, km float64) (most float64, limited, reaches bool) {
	if t.Range > 0 && km > t.Range+tolerance {
		return 0, true, false
	}
	points := t.PayloadRange
	if len(points) == 0 {
		if t.Payload == nil {
			return 0, false, true
		}
		return *t.Payload, true, true
	}
	if km <= points[0][0] {
		return points[0][1], true, true
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if km > b[0]+tolerance {
			continue
		}
		if b[0] <= a[0] || km >= b[0] {
			return b[1], true, true
		}
		return a[1] + (b[1]-a[1])*(km-a[0])/(b[0]-a[0]), true, true
	}
	last := points[len(points)-1]
	return last[1], true, km <= last[0]+tolerance
}

// farthest is the distance that a type reaches at all, in km.
func farthest(t *sortie.LiftType) float64 {
	if len(t.PayloadRange) == 0 {
		return t.Range
	}
	last := t.PayloadRange[len(t.PayloadRange)-1][0]
	if t.Range > 0 {
		return min(last, t.Range)
	}
	return last
}

// deckPayload adds up each deck's items, where decks have a payload of their own.
func (c *checker) deckPayload(mv *movement) {
	limited := false
	for _, d := range mv.kind.Decks {
		limited = limited || d.Payload != nil
	}
	if !limited {
		return
	}
	mass := map[int]float64{}
	for _, part := range mv.src.Cargo {
		for _, item := range part.Items {
			if kind := lookup(c.equipment, item.Type); kind >= 0 && item.Stowage != nil {
				mass[item.Deck] += c.mission.EquipmentTypes[kind].Mass
			}
		}
	}
	for _, n := range sortedKeys(mass) {
		deck := deckAt(mv.kind.Decks, n)
		if deck == nil || deck.Payload == nil || mass[n] <= *deck.Payload+tolerance {
			continue
		}
		b := c.where(mv.breach(Payload), mv.from, mv.depart).figures(mass[n], *deck.Payload, inTonnes)
		c.report(b, deckLoaded, n, precise(b.Have, b.Want), figure(b.Want))
	}
}
