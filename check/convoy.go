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
				c.report(b, "%s neither drives nor is towed", t.ID)
			}
		}
	}
	if towed > driving {
		c.report(b.figures(float64(towed), float64(driving), "items"),
			"%s behind %s: each needs one of its own", plural(towed, "trailer"), plural(driving, "vehicle"))
	}
	if driving > mv.people {
		c.report(b.figures(float64(driving), float64(mv.people), "vehicles"),
			"%s and %s: each vehicle needs a driver", plural(driving, "vehicle"), plural(mv.people, "people"))
	}
	if mv.people > seats {
		c.report(b.figures(float64(mv.people), float64(seats), "people"),
			"%s in vehicles with %s", plural(mv.people, "people"), plural(seats, "seat"))
	}
	if most := int64(c.mission.Convoy.Vehicles); most > 0 && items > most {
		c.report(b.figures(float64(items), float64(most), "items"), "a convoy of %d items; at most %d drive together", items, most)
	}
}

func (c *checker) oneNation(mv *movement) {
	for _, part := range mv.cargo {
		a, b := c.units[mv.cargo[0].unit], c.units[part.unit]
		if a.Nation != b.Nation {
			breach := c.where(mv.breach(Convoy), mv.from, mv.depart)
			breach.Unit = b.ID
			c.report(breach, "it joins %s of %s and %s of %s; a convoy is of one nation", a.ID, a.Nation, b.ID, b.Nation)
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
		"it ends at %s, which is neither a destination or via of a unit aboard nor handles another mode than road", c.placeID(mv.to))
}

// headway checks the convoys that leave one place.
func (c *checker) headway(moves []int) {
	least := int64(c.mission.Convoy.Headway)
	slices.SortStableFunc(moves, func(a, b int) int { return cmp.Compare(c.moves[a].depart, c.moves[b].depart) })
	for n := 1; n < len(moves); n++ {
		before, mv := &c.moves[moves[n-1]], &c.moves[moves[n]]
		if apart := mv.depart - before.depart; apart < least {
			b := c.where(mv.breach(Convoy), mv.from, mv.depart).figures(float64(apart), float64(least), "minutes")
			c.report(b, "it leaves %s %s after the convoy of movement %d; the headway is %s",
				b.Place, length(apart), before.id, length(least))
		}
	}
}
