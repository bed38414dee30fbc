package search

import (
	"math"
	"math/rand/v2"

	"sortie/solve/internal/sched"
)

// walk is a way from plan to plan that begins at the best one and cools down:
// at first plans are accepted that close a good deal later than the one at
// hand, in the end only those that are no worse. Each walk weighs a little
// otherwise what it goes by, since no weights are best for every mission.
type walk struct {
	at                     *Solution
	step, length           int
	hot                    float64 // part of the operation's length, see heat
	work, tail, sum, under int     // see effort
	proven                 bool    // no plan closes sooner
}

const (
	longest    = 2000   // steps of a walk, or where that is more
	longestOf  = 8      // one for so many schedules of the search before
	coldest    = 0.0001 // heat at its end
	plainHauls = 100    // of fewer hauls each is more of the plan, and so is what a step may cost
)

// setOut begins a walk of a search that has tried so many schedules. With many hauls it is shorter, since
// there are fewer schedules in the same time and each changes more.
func setOut(from *Solution, proven bool, tried int, r *rand.Rand) walk {
	length := max(longest, tried/longestOf) >> r.IntN(4)
	if len(from.Order) > many {
		share := float64(many) / float64(len(from.Order))
		length = max(1, int(float64(length)*share*math.Sqrt(share)))
	}
	return walk{
		at:     from,
		length: length,
		proven: proven,
		hot:    []float64{0, 0, 0.05, 0.1, 0.3, 1}[r.IntN(6)] / float64(min(plainHauls, len(from.Order)+1)),
		work:   []int{5, 10, 30}[r.IntN(3)],
		tail:   []int{0, 5, 20, 60}[r.IntN(4)],
		sum:    []int{0, 1, 3, 10}[r.IntN(4)],
		under:  []int{1, 3, 10}[r.IntN(3)],
	}
}

func (k *walk) over() bool { return k.at == nil || k.step >= k.length }

// heat is the part of the operation's length by which a plan may close later
// and still be walked to, on average.
func (k *walk) heat() float64 {
	left := 1 - float64(k.step)/float64(k.length)
	return max(coldest, k.hot*left*left)
}

// effort blends, in hundredths of a minute of closure, what a plan closes at
// with what makes it likely that plans near it close sooner: less work for
// each place, less that ends last, all of it sooner, fewer lift hours. Plans are only ever walked by
// it; the best is told by the objective. Where no plan closes sooner only what comes after closure counts.
func (k *walk) effort(s sched.Score) int {
	if k.proven {
		return hundred * (hundred*int(s.Closure) + s.Under)
	}
	return hundred*int(s.Closure) + k.work*s.Work + k.tail*s.Tail + k.sum*s.Sum + k.under*s.Under
}

const hundred = 100

// base is the plan at which walks begin: the best once, which is enough where there
// is little to find; then those of a field; then the best of all, and whenever walks
// from there have found nothing for long those of a field again, since what is
// missing may be a plan of another kind.
type base struct {
	at    *Solution
	new   bool // left of a field
	field field
	idle  int // walks in a row that found nothing
}

// patient is how many walks in a row may find nothing from the best plan; from the one
// that is left of a field, one may. Whether a plan has one trip too many is settled when
// it is made or crossed, and hardly by the walks from it.
const patient = 2

// Begin has walks begin at a plan, and not at a field first: for one that is
// given, of which as much is to be kept as may be.
func (w *Worker) Begin(s *Solution) { w.base, w.opened, w.given = base{at: s}, true, true }

// from is where the next walk begins.
func (w *Worker) from(best *Solution) *Solution {
	b := &w.base
	if w.done(best) {
		w.base, w.opened = base{at: best}, true
		return best
	}
	if b.at != nil && !w.opened {
		w.opened = true
		w.open(best)
	}
	if b.racing() {
		return w.race()
	}
	if !b.new && b.at != best {
		b.at, b.idle = best, 0
	}
	patience := patient
	if b.new {
		patience = 1
	}
	if b.idle++; b.idle <= patience {
		return b.at
	}
	again := b.new
	*b = base{at: best}
	if !again {
		if w.open(best); b.racing() {
			return w.race()
		}
	}
	return best
}

// done reports whether a plan is proven to close as early as any.
func (w *Worker) done(s *Solution) bool { return w.Proven != nil && w.Proven(s.Schedule.Score) }

// reached takes a plan that is better than the base in its place. One that is not
// the best of all is only walked from, which takes no more than its outline.
func (b *base) reached(s *Solution, best bool) {
	switch {
	case best && !b.racing():
		*b = base{at: s}
	case b.new && s.Schedule.Score.Compare(b.at.Schedule.Score) < 0:
		b.at, b.idle = s, 0
		if !best {
			b.at = &Solution{s.Order, new(sched.Schedule)}
			s.Schedule.Outline(b.at.Schedule)
		}
	}
}
