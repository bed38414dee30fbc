package check

import (
	"maps"
	"math"
	"slices"

	"sortie"
)

// outcome is what becomes of one unit.
type outcome struct {
	delivered   sortie.Counts
	late        sortie.Counts
	undelivered sortie.Counts
	last        int64 // last unloading at its destination; farPast where there is none
	closure     int64 // last of a kind of which something is delivered
}

// verdict computes what the plan achieves. It comes after every rule, since a
// plan is feasible only where none is broken.
func (c *checker) verdict() sortie.Verdict {
	v := sortie.Verdict{Deadline: c.mission.Operation.Deadline}
	closure, tardiness := farPast, int64(0)
	for u := range c.units {
		if c.units[u].to < 0 {
			continue
		}
		o := c.outcome(u)
		v.Late = plus(v.Late, o.late)
		v.Undelivered = plus(v.Undelivered, o.undelivered)
		closure = max(closure, o.closure)
		tardiness += c.tardiness(u, o)
	}
	if closure > farPast {
		t := c.clock(closure)
		margin := int(c.deadline - closure)
		v.Closure, v.MarginMinutes = &t, &margin
	}
	v.Tardiness = int(tardiness)
	c.lifts(&v)
	v.Feasible = len(c.breaches) == 0 && v.Late == sortie.Counts{} && v.Undelivered == sortie.Counts{}
	return v
}

// outcome follows a unit's ledger at its destination. What is unloaded there
// and leaves again is not delivered; what is there at the end and was not at
// the deadline, or left after it, is late.
func (c *checker) outcome(u int) outcome {
	unit := &c.units[u]
	type tally struct {
		stands, least int64 // least since the deadline
		passed        bool  // an event came after the deadline
		last          int64
	}
	o := outcome{last: farPast, closure: farPast}
	tallies := map[int]*tally{}
	for kind, n := range unit.strong {
		t := &tally{last: farPast}
		if unit.at == unit.to {
			t.stands = n
		}
		tallies[kind] = t
	}
	for _, e := range c.ledger[u] {
		t := tallies[e.kind]
		if e.place != unit.to || t == nil {
			continue
		}
		if e.at > c.deadline && !t.passed {
			t.passed, t.least = true, t.stands
		}
		if e.loads {
			t.stands -= e.n
		} else {
			t.stands += e.n
			t.last = e.at
			o.last = max(o.last, e.at)
		}
		t.least = min(t.least, t.stands)
	}
	for _, kind := range slices.Sorted(maps.Keys(unit.strong)) {
		t, strong := tallies[kind], unit.strong[kind]
		if !t.passed {
			t.least = t.stands
		}
		delivered := min(max(t.stands, 0), strong)
		late := max(delivered-max(t.least, 0), 0)
		if delivered > 0 {
			o.closure = max(o.closure, t.last)
		}
		add(&o.delivered, kind, delivered)
		add(&o.late, kind, late)
		add(&o.undelivered, kind, strong-delivered)
	}
	return o
}

// tardiness is the unit's minutes past its due time, weighed by its priority.
func (c *checker) tardiness(u int, o outcome) int64 {
	unit := &c.units[u]
	end := o.last
	if o.undelivered != (sortie.Counts{}) {
		end = max(end, c.deadline)
	}
	weight := 6 - int64(min(max(unit.Priority, 1), 5))
	return max(end-minuteOr(unit.Due, c.deadline), 0) * weight
}

// tardy is the tardiness of all units.
func (c *checker) tardy() int64 {
	total := int64(0)
	for u := range c.units {
		if c.units[u].to >= 0 {
			total += c.tardiness(u, c.outcome(u))
		}
	}
	return total
}

// lifts adds up what the lifts do.
func (c *checker) lifts(v *sortie.Verdict) {
	total := int64(0)
	for i := range c.moves {
		mv := &c.moves[i]
		if mv.convoy {
			continue
		}
		if len(mv.src.Cargo) > 0 {
			v.Sorties++
		}
		if !mv.timed {
			continue
		}
		minutes := int64(0)
		for _, leg := range mv.legs {
			minutes += max(leg.arrive-leg.depart, 0)
		}
		total += minutes
		if mv.kind != nil {
			v.Cost += float64(minutes) / 60 * mv.kind.CostPerHour
		}
	}
	v.LiftHours = float64(total) / 60
	v.Cost = finite(v.Cost)
}

func add(c *sortie.Counts, kind int, n int64) {
	if kind == people {
		c.People = sum(c.People, n)
	} else {
		c.Items = sum(c.Items, n)
	}
}

func plus(a, b sortie.Counts) sortie.Counts {
	return sortie.Counts{People: sum(a.People, int64(b.People)), Items: sum(a.Items, int64(b.Items))}
}

func sum(a int, b int64) int { return int(min(int64(a)+b, math.MaxInt64/4)) }
