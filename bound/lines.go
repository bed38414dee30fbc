package bound

import (
	"math"
	"slices"

	"sortie/network"
)

// lines is the legs of a fleet, and what these bear.
type lines struct {
	out    [][]*leg // by place
	levels []float64
	short  [][]network.Minute // least time under way between two places
}

// leg is one that can begin at some steps.
type leg struct {
	*arc
	level int    // of what it bears
	stop  bool   // a load may stop at its end
	steps int    // it takes
	open  []bool // nil where it always can begin

	moves   []int64 // what it costs, by the step at which it begins, to leave and to fly
	arrives []int64 // the same with what it costs to arrive
	held    []held
	unloads []int64 // the most that a lift can still earn that begins it at a step and is unloaded at its end
}

// held is what a lift can still earn that has begun a leg by each step until one, and is unloaded at its end,
// then or later.
type held struct {
	until int
	lands []int64
}

type linesKey struct {
	fleet int
	grain network.Minute
}

func (l *leg) begins(t int) bool { return l.open == nil || l.open[t] }

// linesOf is the legs of a fleet, with the steps at which they can begin.
func (r *routing) linesOf(i, last int) *lines {
	key := linesKey{i, r.grain}
	found, ok := r.lines[key]
	if !ok {
		f := r.w.fleets[i]
		found = &lines{out: make([][]*leg, len(f.ways.out))}
		for p, legs := range f.ways.out {
			for _, a := range legs {
				tonnes := math.Min(a.tonnes, f.typ.MaxPayload())
				level := slices.Index(found.levels, tonnes)
				if level < 0 {
					level = len(found.levels)
					found.levels = append(found.levels, tonnes)
				}
				found.out[p] = append(found.out[p], &leg{arc: a, level: level, steps: max(r.steps(a.minutes), 1), stop: f.typ.Mode != network.Road && stopHelps(f, a)})
			}
		}
		found.short = f.ways.shortest()
		r.lines[key] = found
	}
	for _, legs := range found.out {
		for _, l := range legs {
			for m := len(l.open); m <= last && (l.departing != nil || l.arriving != nil); m++ {
				t := r.clock(m)
				l.open = append(l.open, l.departing.Contains(t) && l.arriving.Contains(t+l.minutes))
				r.w.work++
			}
		}
	}
	return found
}
