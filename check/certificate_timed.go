package check

import (
	"math"
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// clockwork is the search for the best route of one lift where what it uses has fees: back
// through the minutes from the start of the operation, since a lift may gain by waiting. Hours per
// day are not looked at, but each minute under way may have a price.
type clockwork struct {
	*dispatch
	squad  *squad
	n      int64 // minutes, of which the last is that by which all is unloaded
	until  int64 // of the fleet's window, or that one
	flying int64 // price of a minute under way, always the same
	cells  int64 // minutes and what is looked at in each

	flown  []int64   // fees of all minutes under way before each; nil where there are none
	fees   [][]int64 // by place, of all minutes of a team before each; nil where there are none
	stands [][]int64 // the same of all the slots that the lift takes
	lands  [][]int64 // by place and minute, of the runway for one arrival or departure; nil where there are none
	begins map[*passage][]bool
	loads  [][]int64 // by place and minute: what is earned at the most by a lift that loads there, then or later
	leaves [][]int64 // by one that leaves empty
	laden  []*laden
	board  [][]*laden // by place, what can be loaded
}

// laden is a lift at a place with what it has loaded aboard.
type laden struct {
	*boarding
	at     int
	tonnes float64
	ways   []ladenWay
	worth  []int64 // by minute: then or later
}

// ladenWay is a leg with it: to be unloaded, or to stop.
type ladenWay struct {
	*passage
	earns int64 // nothing where it is not unloaded
	by    int64
	lands int64  // what is earned at the most by one that has left and lands, now or later
	on    *laden // nil where it does not stop
}

// timed is the most that one lift of a fleet can earn after fees.
func (d *dispatch) timed(i int) (int64, error) {
	c, err := d.clockwork(i)
	if err != nil {
		return 0, err
	}
	c.flown = d.flying[i]
	if err := c.levy(); err != nil {
		return 0, err
	}
	c.turnBack()
	return c.first(), nil
}

// clockwork lays out what a lift of a fleet can do.
func (d *dispatch) clockwork(i int) (*clockwork, error) {
	f := d.fleets[i]
	places := len(d.places)
	c := &clockwork{dispatch: d, squad: f, n: d.by - d.start + 1, begins: map[*passage][]bool{}, until: min(d.by, f.until) - d.start,
		fees: make([][]int64, places), stands: make([][]int64, places), lands: make([][]int64, places)}
	if f.load < 0 || f.unload < 0 || f.turn < 0 {
		return nil, lang.Err(negativeTime)
	}
	for p := range d.places {
		for _, way := range f.out[p] {
			if way.minutes < 1 {
				return nil, lang.Err(legNoFee)
			}
			list := make([]bool, c.n)
			for t := way.leave(d.start); t <= d.by; t = way.leave(t + 1) {
				list[t-d.start] = true
			}
			c.begins[way] = list
		}
	}
	return c, c.embark(i)
}

// levy lays out what the fees of the case are for the lift.
func (c *clockwork) levy() error {
	slots := int64(c.squad.kind.Slots)
	if slots > mostSlots {
		return lang.Err(tooManySlots)
	}
	for at, total := range c.dispatch.fees {
		switch {
		case at.mode != c.squad.kind.Mode:
		case at.resource == "working_mog":
			c.fees[at.place] = total
		case at.resource == "interval":
			interval := min(int64(c.places[at.place].Handles[at.mode].Interval), c.n)
			uses := make([]int64, c.n)
			for t := range c.n {
				uses[t] = total[min(t+interval, c.n-1)] - total[t]
			}
			c.lands[at.place] = uses
		case at.place != c.squad.base && slots > 0: // at its own base a lift takes none
			stand := make([]int64, c.n)
			for t := range c.n {
				stand[t] = slots * total[t]
			}
			c.stands[at.place] = stand
		}
	}
	return nil
}

// mostSlots is of one lift.
const mostSlots = 10_000

// first is the most that a lift can earn that begins to load wherever it can be. Its stand costs it
// nothing before.
func (c *clockwork) first() int64 {
	f, best := c.squad, int64(0)
	for p := range c.places {
		if f.at[p] > c.by {
			continue
		}
		for t := max(f.at[p], f.at[p]+f.turnAt(p)-f.load, c.start) - c.start; t < c.n; t++ {
			best = max(best, c.loads[p][t]+paidBefore(c.stands[p], t))
			if c.stands[p] == nil {
				break
			}
		}
	}
	return best
}

// paidBefore is a sum of fees, which is nothing where there are none.
func paidBefore(list []int64, t int64) int64 {
	if list == nil {
		return 0
	}
	return list[t]
}

// leave is what a departure costs: the runway, and the stand since the start of the operation; of that
// an arrival gives back what it cost before.
func (c *clockwork) leave(p int, t int64) int64 {
	return paidBefore(c.stands[p], t) + paidBefore(c.lands[p], t)
}

func (c *clockwork) arrive(p int, t int64) int64 {
	return paidBefore(c.lands[p], t) - paidBefore(c.stands[p], t)
}

// embark finds what can be aboard where.
func (c *clockwork) embark(i int) error {
	c.board = make([][]*laden, len(c.places))
	for p := range c.places {
		boards := c.boardings(i, p)
		for k := range boards {
			c.board[p] = append(c.board[p], c.aboard(&boards[k], p, math.Inf(1)))
		}
	}
	cells := int64(2 * len(c.places))
	for _, l := range c.laden {
		cells += int64(1 + len(l.ways))
		for _, w := range l.ways {
			if w.earns > math.MaxInt64/4/c.n {
				return lang.Err(loadTooMuch)
			}
		}
	}
	if c.cells = cells * c.n; c.cells > mostCells {
		return lang.Err(manyMinutes)
	}
	for _, l := range c.laden {
		l.worth = make([]int64, c.n)
	}
	return nil
}

// aboard is a lift at a place with what it has loaded, and where it can go.
func (c *clockwork) aboard(b *boarding, p int, tonnes float64) *laden {
	if l := c.known(b, p, tonnes); l != nil {
		return l
	}
	l := &laden{boarding: b, at: p, tonnes: tonnes}
	c.laden = append(c.laden, l)
	for _, way := range c.squad.out[p] {
		if way.to == b.place {
			continue
		}
		w := ladenWay{passage: way, by: -1}
		bears := tonnes
		if way.limited {
			bears = min(bears, way.tonnes)
		}
		for n := range b.batches {
			if batch := &b.batches[n]; batch.to == way.to {
				w.earns, w.by = c.earns(c.squad.kind, batch, bears), min(batch.by-c.start, c.until)
			}
		}
		if c.squad.kind.Mode != sortie.Road && !c.pointless(b, p, way, bears) {
			w.on = c.aboard(b, way.to, bears)
		}
		if w.earns > 0 || w.on != nil {
			l.ways = append(l.ways, w)
		}
	}
	return l
}

// known is what is known to be aboard at a place.
func (c *clockwork) known(b *boarding, p int, tonnes float64) *laden {
	i := slices.IndexFunc(c.laden, func(l *laden) bool { return l.boarding == b && l.at == p && l.tonnes == tonnes })
	if i < 0 {
		return nil
	}
	return c.laden[i]
}

// A stop can be worth its time alone, where that has fees at both ends. So a leg may land later than it could
// where it stands for others with a stop.
//
// pointless reports whether a stop gains nothing: wherever something can be brought on from there,
// a leg goes at once, at any hour, in no more time than the first leg and the shortest that ends there, and with what
// it bears as much is earned.
func (c *clockwork) pointless(b *boarding, p int, first *passage, bears float64) bool {
	for n := range b.batches {
		batch := &b.batches[n]
		if batch.to == p || batch.to == first.to || len(c.squad.in[batch.to]) == 0 {
			continue
		}
		last := slices.MinFunc(c.squad.in[batch.to], func(a, b *passage) int { return int(a.minutes - b.minutes) })
		if !slices.ContainsFunc(c.squad.out[p], func(way *passage) bool {
			return way.to == batch.to && !way.out.limited && !way.in.limited && way.minutes <= first.minutes+last.minutes &&
				(!way.limited || way.tonnes >= bears || c.earns(c.squad.kind, batch, min(bears, way.tonnes)) >= c.earns(c.squad.kind, batch, bears))
		}) {
			return false
		}
	}
	return true
}

// after is what is known for a minute at a place: nothing more is earned after the last, and what
// the stand has cost is paid.
func (c *clockwork) after(list []int64, p int, t int64) int64 {
	if t >= c.n {
		return -paidBefore(c.stands[p], c.n-1)
	}
	return list[t]
}

// later is the same where nothing has fees.
func later(list []int64, t int64) int64 {
	if t >= int64(len(list)) {
		return 0
	}
	return list[t]
}

func (c *clockwork) fee(p int, from, to int64) int64 {
	if c.fees[p] == nil {
		return 0
	}
	return c.fees[p][to] - c.fees[p][from]
}

// flies is what it costs to be under way from one minute to another.
func (c *clockwork) flies(from, to int64) int64 {
	return c.flying*(to-from) + paidBefore(c.flown, to) - paidBefore(c.flown, from)
}

// turnBack goes through the minutes from the last to the first.
func (c *clockwork) turnBack() {
	c.steps += c.cells
	f, none := c.squad, int64(math.MinInt64/2)
	c.loads, c.leaves = make([][]int64, len(c.places)), make([][]int64, len(c.places))
	for p := range c.places {
		c.loads[p], c.leaves[p] = make([]int64, c.n), make([]int64, c.n)
		c.loads[p][c.n-1] = -paidBefore(c.stands[p], c.n-1)
		c.leaves[p][c.n-1] = c.loads[p][c.n-1]
	}
	for _, l := range c.laden {
		for k := range l.ways {
			l.ways[k].lands = none
		}
	}
	strands := func(p int, t int64) bool { return f.home != nil && p != f.base && c.start+t > f.home[p] }
	for t := c.n - 1; t >= 0; t-- {
		next := min(t+1, c.n-1) // of the last minute, itself: nothing
		for _, l := range c.laden {
			best := none
			if t < next {
				best = l.worth[next]
			}
			for k := range l.ways {
				way := &l.ways[k]
				at := t + way.minutes
				if !c.begins[way.passage][t] || at+f.unload > c.until {
					continue
				}
				costs := c.flies(t, at) + c.leave(l.at, t)
				if way.out.limited || way.in.limited {
					way.lands = none
				}
				if way.earns > 0 && at+f.unload <= way.by && !strands(way.to, at+max(f.unload, f.turn)) {
					way.lands = max(way.lands, -c.arrive(way.to, at)-c.fee(way.to, at, at+f.unload)+max(
						c.after(c.loads[way.to], way.to, at+max(f.unload, f.turn-f.load)), c.after(c.leaves[way.to], way.to, at+max(f.unload, f.turn))))
				}
				if way.lands > none/2 {
					best = max(best, way.earns-costs+way.lands)
				}
				if way.on != nil && at+f.turn < c.n && way.on.worth[at+f.turn] > none/2 {
					best = max(best, way.on.worth[at+f.turn]-costs-c.arrive(way.to, at))
				}
			}
			l.worth[t] = best
		}
		for p := range c.places {
			c.loads[p][t], c.leaves[p][t] = c.loads[p][next], c.leaves[p][next]
			for _, l := range c.board[p] {
				if done := t + f.load; c.start+t >= l.from && done < c.n && l.worth[done] > none/2 {
					c.loads[p][t] = max(c.loads[p][t], l.worth[done]-c.fee(p, t, done))
				}
			}
			for _, way := range f.out[p] {
				at := t + way.minutes
				if c.start+at > f.until || !c.begins[way][t] || strands(way.to, at+f.turn) {
					continue
				}
				gain := -c.leave(p, t) - c.flies(t, min(at, c.n-1))
				if at < c.n { // else it has left its stand to others, and that is all
					gain += max(c.after(c.loads[way.to], way.to, at+max(0, f.turn-f.load)), c.after(c.leaves[way.to], way.to, at+f.turn)) - c.arrive(way.to, at)
				}
				c.leaves[p][t] = max(c.leaves[p][t], gain)
			}
		}
	}
}
