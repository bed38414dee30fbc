package check

import (
	"cmp"
	"math"
	"slices"

	"sortie"
)

// convoySpeed is that of the slowest vehicle, in km/h; infinite where none of
// them has one.
func (c *checker) convoySpeed(mv *movement) float64 {
	speed := math.Inf(1)
	if !mv.convoy {
		return speed
	}
	for _, part := range mv.src.Cargo {
		for _, item := range part.Items {
			if kind := lookup(c.equipment, item.Type); kind >= 0 && c.mission.EquipmentTypes[kind].KMH > 0 {
				speed = min(speed, c.mission.EquipmentTypes[kind].KMH)
			}
		}
	}
	return speed
}

// convoy checks R12.
func (c *checker) convoy() {
	leaving := make([][]int, len(c.places))
	for i := range c.moves {
		mv := &c.moves[i]
		if !mv.convoy || len(mv.src.Cargo) == 0 {
			continue
		}
		c.makeUp(mv)
		c.oneNation(mv)
		c.convoyEnd(mv)
		if mv.from >= 0 && mv.timed {
			leaving[mv.from] = append(leaving[mv.from], i)
		}
	}
	for _, moves := range leaving {
		c.headway(moves)
	}
}

// makeUp checks vehicles, trailers, drivers and seats.
func (c *checker) makeUp(mv *movement) {
	var driving, towed, seats, items int64
	b := c.where(mv.breach(Convoy), mv.from, mv.depart)
	immobile := map[string]bool{}
	for _, part := range mv.src.Cargo {
		for _, item := range part.Items {
			items++
			kind := lookup(c.equipment, item.Type)
			if kind < 0 {
				continue
			}
			t := &c.mission.EquipmentTypes[kind]
			seats = min(seats+int64(max(t.Seats, 0)), mostPeople)
			switch {
			case t.Drives:
				driving++
			case t.Towed:
				towed++
			case !immobile[t.ID]:
				immobile[t.ID] = true
				b := b
				b.Unit = short(part.Unit)
				c.report(b, immobileItem, t.ID)
			}
		}
	}
	if towed > driving {
		c.report(b.figures(float64(towed), float64(driving), inItems),
			trailersLoose, trailerCount.Text(int(towed)), vehicleCount.Text(int(driving)))
	}
	if driving > mv.people {
		c.report(b.figures(float64(driving), float64(mv.people), inVehicles),
			driverless, vehicleCount.Text(int(driving)), peopleCount.Text(int(mv.people)))
	}
	if mv.people > seats {
		c.report(b.figures(float64(mv.people), float64(seats), inPeople),
			unseated, peopleCount.Text(int(mv.people)), seatCount.Text(int(seats)))
	}
	if most := int64(c.mission.Convoy.Vehicles); most > 0 && items > most {
		c.report(b.figures(float64(items), float64(most), inItems), convoyLong, items, most)
	}
}

func (c *checker) oneNation(mv *movement) {
	for _, part := range mv.cargo {
		a, b := c.units[mv.cargo[0].unit], c.units[part.unit]
		if a.Nation != b.Nation {
			breach := c.where(mv.breach(Convoy), mv.from, mv.depart)
			breach.Unit = b.ID
			c.report(breach, nationsMixed, a.ID, a.Nation, b.ID, b.Nation)
			return
		}
	}
}

// convoyEnd checks where it ends: a destination or a via of a unit aboard, or
// a place where another mode takes over.
func (c *checker) convoyEnd(mv *movement) {
	if mv.to < 0 || len(mv.cargo) == 0 {
		return
	}
	for _, part := range mv.cargo {
		if u := &c.units[part.unit]; u.to == mv.to || slices.Contains(u.via, mv.to) {
			return
		}
	}
	for _, mode := range sortie.Modes {
		if _, ok := c.places[mv.to].handles(mode); ok && mode != sortie.Road {
			return
		}
	}
	c.report(c.where(mv.breach(Convoy), mv.to, mv.arrive),
		convoyEnds, c.placeID(mv.to))
}

// headway checks the convoys that leave one place.
func (c *checker) headway(moves []int) {
	least := int64(c.mission.Convoy.Headway)
	slices.SortStableFunc(moves, func(a, b int) int { return cmp.Compare(c.moves[a].depart, c.moves[b].depart) })
	for n := 1; n < len(moves); n++ {
		before, mv := &c.moves[moves[n-1]], &c.moves[moves[n]]
		if apart := mv.depart - before.depart; apart < least {
			b := c.where(mv.breach(Convoy), mv.from, mv.depart).figures(float64(apart), float64(least), inMinutes)
			c.report(b, convoysNear,
				b.Place, length(apart), number(before.id), length(least))
		}
	}
}
