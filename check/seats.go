package check

import (
	"math"

	"sortie"
)

// seats checks R6 on every lift with people aboard.
func (c *checker) seats() {
	for i := range c.moves {
		mv := &c.moves[i]
		if mv.kind == nil || mv.people == 0 {
			continue
		}
		used := c.deckUsed(mv)
		seats := mv.kind.Seats
		most := math.Floor(float64(seats.Full) + float64(seats.Empty-seats.Full)*(1-used) + tolerance)
		if float64(mv.people) <= most {
			continue
		}
		b := c.where(mv.breach(Seats), mv.from, mv.load).figures(float64(mv.people), most, inPeople)
		if used == 0 {
			c.report(b, seatsEmpty, peopleCount.Text(int(mv.people)), mv.kind.ID, figure(most))
			continue
		}
		c.report(b, seatsBeside,
			peopleCount.Text(int(mv.people)), figure(used*100), mv.kind.ID, figure(most))
	}
}

// deckUsed is the part of all decks' length up to the farthest item of each.
func (c *checker) deckUsed(mv *movement) float64 {
	total := 0.0
	for _, d := range mv.kind.Decks {
		total += float64(max(d.Count, 0)) * d.Length
	}
	if total <= 0 {
		return 0
	}
	far := map[int]float64{}
	for _, part := range mv.src.Cargo {
		for _, item := range part.Items {
			if end, on := c.itemEnd(mv, item); on {
				far[item.Deck] = max(far[item.Deck], end)
			}
		}
	}
	used := 0.0
	for _, n := range sortedKeys(far) {
		used += far[n]
	}
	return min(max(used/total, 0), 1)
}

// itemEnd is the farthest x of an item that lies on a deck of the lift.
func (c *checker) itemEnd(mv *movement, item sortie.Item) (float64, bool) {
	kind := lookup(c.equipment, item.Type)
	if kind < 0 || item.Stowage == nil || deckAt(mv.kind.Decks, item.Deck) == nil || math.IsNaN(item.X) {
		return 0, false
	}
	return item.X + c.mission.EquipmentTypes[kind].Length, true
}
