package check

import (
	"cmp"
	"slices"

	"sortie"
)

// utilisation checks R11 on every lift of a fleet with hours_per_day. A window
// of 24 hours that holds the most ends at the end of a leg, so those windows
// are enough. Road has its rests instead.
func (c *checker) utilisation() {
	for _, moves := range c.sequences {
		first := &c.moves[moves[0]]
		if hours := c.fleets[first.fleet].HoursPerDay; hours > 0 && first.mode != sortie.Road {
			c.underWay(moves, hours)
		}
	}
}

// stage is a time under way.
type stage struct {
	depart, arrive int64
	move           int
}

// stages lists when a lift is under way, in order and without overlap: a plan
// in which legs overlap breaks R2 and R3, and counts here once.
func (c *checker) stages(moves []int) []stage {
	var legs []stage
	for _, i := range moves {
		for _, leg := range c.moves[i].legs {
			if leg.depart < leg.arrive {
				legs = append(legs, stage{leg.depart, leg.arrive, i})
			}
		}
	}
	slices.SortStableFunc(legs, func(a, b stage) int { return cmp.Compare(a.depart, b.depart) })
	var apart []stage
	for _, s := range legs {
		if n := len(apart); n > 0 && s.depart < apart[n-1].arrive {
			apart[n-1].arrive = max(apart[n-1].arrive, s.arrive)
			continue
		}
		apart = append(apart, s)
	}
	return apart
}

func (c *checker) underWay(moves []int, hours float64) {
	stages := c.stages(moves)
	first, sum := 0, int64(0) // of the stages that end in the window
	for _, s := range stages {
		from := s.arrive - day
		sum += s.arrive - s.depart
		for stages[first].arrive <= from {
			sum -= stages[first].arrive - stages[first].depart
			first++
		}
		total := sum - max(from-stages[first].depart, 0)
		if float64(total) <= hours*60+tolerance {
			continue
		}
		mv := &c.moves[s.move]
		b := c.where(mv.breach(Utilisation), mv.to, s.arrive).figures(float64(total)/60, hours, inHours)
		c.report(b, underWayLong,
			mv.src.Lift, length(total), c.tell(s.arrive), figure(hours))
	}
}
