package sched

import (
	"math"
	"slices"
	"sync/atomic"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// Decoder schedules orders of hauls, one after the other, and reuses its
// memory from one run to the next. It is not safe for concurrent use.
type Decoder struct {
	p    *haul.Problem
	n    *network.Network
	stop *atomic.Bool
	// Limit is a closure that is of no use: a run gives up as soon as something
	// is unloaded at its destination after it.
	Limit network.Minute
	// Flights is how many flights have been tried since the decoder was made: what it has done, the same on any machine.
	Flights int
	// LimitTardiness is a tardiness that is of no use.
	LimitTardiness int

	books
	journals

	first   []int  // fleet → its first lift
	ample   []bool // by place and mode: stands for every lift that brings something
	slotsTo []int  // likewise: what those lifts take
	allowed []span // unit → when it may be unloaded at its destination

	// Memory of what is worked out for one haul, or at the end of a run.
	quickest   [][]wayHome // by lift type and end: see way
	marks      []mark
	leaveMarks []mark
	ownLegs    []busy
	tryLegs    []busy
	tailLegs   []busy
	viewLegs   []busy
	movedLegs  []busy
	afterLegs  []busy
	tryHere    trial
	tryHome    trial
	tryEarly   trial
	tails      []int
	order      []candidate
	group      int // where the candidates of the fleet at hand begin
}

// NewDecoder is a decoder for the problem. When stop becomes true it gives up
// and Run returns nil.
func NewDecoder(p *haul.Problem, stop *atomic.Bool) *Decoder {
	n := p.N
	d := &Decoder{p: p, n: n, stop: stop, Limit: network.Never, LimitTardiness: math.MaxInt, books: newBooks(n)}
	lifts := 0
	for i := range n.Fleets {
		d.first = append(d.first, lifts)
		lifts += n.Fleets[i].Count
	}
	d.quickest = make([][]wayHome, len(n.Types)*len(n.Places))
	d.slotsTo = make([]int, 4*len(n.Places))
	d.ample = make([]bool, len(d.slotsTo))
	d.allowed = make([]span, len(n.Units))
	return d
}

// Run schedules hauls in the order of their priority, each when what it carries
// has come, and returns nil if it was stopped or passed its limit. The score
// counts everything that the mission has to move. The schedule is the decoder's
// until the next run: whoever keeps it takes a copy. The order must not change
// while it is kept.
func (d *Decoder) Run(order []*haul.Haul) *Schedule {
	d.count(order)
	for i := range d.allowed {
		d.allowed[i] = span{network.Past, network.Never}
	}
	for round := 0; ; round++ {
		d.open(order, round)
		if !d.run(order) {
			return nil
		}
		if !d.spread(round >= togetherRounds) {
			d.finish()
			return &d.made
		}
	}
}

// count finds the places that have a stand for every lift that brings a haul.
func (d *Decoder) count(order []*haul.Haul) {
	clear(d.slotsTo)
	for _, h := range order {
		hop := &d.p.Hops[h.Hop]
		most := 0
		for i := range h.Options {
			most = max(most, d.slots(&d.n.Fleets[h.Options[i].Fleet]))
		}
		d.slotsTo[at(hop.To, hop.Mode)] += most
	}
	for p := range d.n.Places {
		for m, stands := range d.n.Places[p].Parking {
			i := at(network.PlaceIndex(p), network.ModeIndex(m))
			d.ample[i] = d.slotsTo[i] <= stands
		}
	}
}

// at numbers the modes of all places.
func at(p network.PlaceIndex, m network.ModeIndex) int { return 4*int(p) + int(m) }

// run is one round; false if it was given up.
func (d *Decoder) run(order []*haul.Haul) bool {
	d.reset()
	s := &d.made
	*s = Schedule{Moves: s.Moves[:0], Dropped: s.Dropped[:0], Done: s.Done[:0], First: s.First[:0]}
	for range order {
		s.Done, s.First = append(s.Done, network.Never), append(s.First, network.Never)
	}
	left := 0
	for i := range order {
		if d.over() {
			return false
		}
		d.turn()
		at := d.p.Hops[order[i].Hop].From
		if !d.place(order[i], i) {
			d.waiting[at] = append(d.waiting[at], i)
			left++
			continue
		}
		// What waited for this cargo goes before what comes next in order.
		for at = d.p.Hops[order[i].Hop].To; at != network.None; {
			at = d.release(order, at, &left)
		}
	}
	d.turn()
	for progress := true; progress && left > 0; {
		progress = false
		for p := range d.waiting {
			for d.release(order, network.PlaceIndex(p), &left) != network.None {
				progress = true
				if d.over() {
					return false
				}
			}
		}
	}
	for _, at := range d.waiting {
		for _, i := range at {
			s.Dropped = append(s.Dropped, order[i])
		}
	}
	return true
}

// over reports whether the run is to be given up.
func (d *Decoder) over() bool {
	return d.late || d.stop != nil && d.stop.Load()
}

// release places the first haul that can now leave a place where it waited, and
// returns where that one ends; None if none can.
func (d *Decoder) release(order []*haul.Haul, at network.PlaceIndex, left *int) network.PlaceIndex {
	for k, i := range d.waiting[at] {
		if d.place(order[i], i) {
			d.waiting[at] = slices.Delete(d.waiting[at], k, k+1)
			*left--
			return d.p.Hops[order[i].Hop].To
		}
	}
	return network.None
}
