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
	// LimitTardiness is a tardiness that is of no use.
	LimitTardiness int

	standing [4][]profile // by mode and place: slots taken
	working  [4][]profile
	ample    [4][]bool // by mode and place: stands for every lift that brings something
	uses     [4][]uses
	convoys  []uses // departures of convoys, by place
	covers   []*cover
	theatre  *cover
	stocks   []stock         // by kind slot and place
	passed   map[int][]stock // kind slot of a unit with via places → see via.go
	touched  []int
	slotsTo  []int
	leftOn   map[int]int // local day → people who left the theatre

	lifts   []lift
	first   []int // fleet → its first lift
	unitEnd []unitEnd
	minimum []minute // unit → no final unloading sooner
	maximum []minute // unit → nor later

	quickest   [][]wayHome // by lift type and place: see way
	marks      []mark
	leaveMarks []mark
	ownLegs    []busy
	tryLegs    []busy
	tailLegs   []busy
	viewLegs   []busy
	movedLegs  []busy
	afterLegs  []busy
	tails      []int
	order      []candidate
	late       bool     // a limit is passed
	tardy      int      // tardiness of what is placed
	waiting    [][]int  // by place, hauls whose cargo is not there yet
	made       Schedule // what comes of a run
	group      int      // where the candidates of the fleet at hand begin
}

// unitEnd is how far a unit has come.
type unitEnd struct {
	delivered   int
	first, last minute
}

// NewDecoder is a decoder for the problem. When stop becomes true it gives up
// and Run returns nil.
func NewDecoder(p *haul.Problem, stop *atomic.Bool) *Decoder {
	n := p.N
	d := &Decoder{p: p, n: n, stop: stop, Limit: network.Never, LimitTardiness: math.MaxInt}
	for m := range 4 {
		d.standing[m] = make([]profile, len(n.Places))
		d.working[m] = make([]profile, len(n.Places))
		d.uses[m] = make([]uses, len(n.Places))
		d.ample[m] = make([]bool, len(n.Places))
	}
	d.quickest = make([][]wayHome, len(n.Types)*len(n.Places))
	d.convoys = make([]uses, len(n.Places))
	d.slotsTo = make([]int, 4*len(n.Places))
	d.waiting = make([][]int, len(n.Places))
	d.covers = make([]*cover, len(n.Places))
	for i := range n.Places {
		if tasks := n.Places[i].Tasks; len(tasks) > 0 {
			d.covers[i] = new(cover)
			for _, t := range tasks {
				d.covers[i].windows = append(d.covers[i].windows, window{t.People, t.From, t.Until})
			}
		}
	}
	if len(n.Floors) > 0 {
		d.theatre = new(cover)
		for _, f := range n.Floors {
			d.theatre.windows = append(d.theatre.windows, window{f.People, n.Start, f.Until})
		}
	}
	d.passed = make(map[int][]stock)
	d.leftOn = make(map[int]int)
	slots := 0
	for i := range n.Units {
		slots += 1 + len(n.Units[i].Items)
	}
	d.stocks = make([]stock, slots*len(n.Places))
	for i := range n.Fleets {
		d.first = append(d.first, len(d.lifts))
		for k := range n.Fleets[i].Count {
			d.lifts = append(d.lifts, lift{fleet: network.FleetIndex(i), number: k + 1})
		}
	}
	d.unitEnd = make([]unitEnd, len(n.Units))
	d.minimum = make([]minute, len(n.Units))
	d.maximum = make([]minute, len(n.Units))
	return d
}

// reset brings everything to where it stands at first.
func (d *Decoder) reset() {
	for m := range 4 {
		for p := range d.n.Places {
			d.standing[m][p].reset()
			d.working[m][p].reset()
			d.uses[m][p].reset()
		}
	}
	for p := range d.convoys {
		d.convoys[p].reset()
		if c := d.covers[p]; c != nil {
			c.standing = stock{changes: c.standing.changes[:0]}
		}
	}
	if d.theatre != nil {
		d.theatre.standing = stock{changes: d.theatre.standing.changes[:0]}
	}
	for _, i := range d.touched {
		d.stocks[i] = stock{changes: d.stocks[i].changes[:0]}
	}
	d.touched = d.touched[:0]
	for i := range d.n.Units {
		u := &d.n.Units[i]
		d.unitEnd[i] = unitEnd{first: network.Never, last: network.Past}
		for s := range 1 + len(u.Items) {
			kind := haul.KindAt(u, s)
			d.stock(network.UnitIndex(i), kind, u.At).first = haul.Count(u, kind)
		}
		if c := d.covers[u.At]; c != nil {
			c.standing.first += u.People
		}
		if d.theatre != nil && d.n.Places[u.At].Host {
			d.theatre.standing.first += u.People
		}
	}
	clear(d.leftOn)
	for _, steps := range d.passed {
		for i := range steps {
			steps[i].changes = steps[i].changes[:0]
		}
	}
	for i := range d.lifts {
		l := &d.lifts[i]
		*l = lift{fleet: l.fleet, number: l.number, at: d.n.Fleets[l.fleet].Base, legs: l.legs[:0]}
	}
	d.late, d.tardy = false, 0
}

func (d *Decoder) stock(u network.UnitIndex, kind network.ItemIndex, p network.PlaceIndex) *stock {
	i := d.p.Slot(u, kind)*len(d.n.Places) + int(p)
	s := &d.stocks[i]
	if s.first == 0 && len(s.changes) == 0 {
		d.touched = append(d.touched, i)
	}
	return s
}

// Run schedules hauls in the order of their priority, each when what it carries
// has come, and returns nil if it was stopped or passed its limit. The score
// counts everything that the mission has to move. The schedule is the decoder's
// until the next run: whoever keeps it takes a copy.
func (d *Decoder) Run(order []*haul.Haul) *Schedule {
	d.count(order)
	for i := range d.minimum {
		d.minimum[i], d.maximum[i] = network.Past, network.Never
	}
	for round := 0; ; round++ {
		s := d.run(order)
		if s == nil {
			return nil
		}
		if !d.spread(round >= togetherRounds) {
			d.finish(s)
			return s
		}
	}
}

// count finds the places that have a stand for every lift that brings a haul.
func (d *Decoder) count(order []*haul.Haul) {
	slots := d.slotsTo
	clear(slots)
	for _, h := range order {
		hop := &d.p.Hops[h.Hop]
		most := 0
		for i := range h.Options {
			most = max(most, d.slots(&d.n.Fleets[h.Options[i].Fleet]))
		}
		slots[int(hop.To)*4+int(hop.Mode)] += most
	}
	for m := range d.ample {
		for p := range d.ample[m] {
			d.ample[m][p] = slots[p*4+m] <= d.n.Places[p].Parking[m]
		}
	}
}

func (d *Decoder) run(order []*haul.Haul) *Schedule {
	d.reset()
	s := &d.made
	*s = Schedule{Moves: s.Moves[:0], Dropped: s.Dropped[:0], Done: slices.Grow(s.Done[:0], len(order))[:len(order)],
		First: slices.Grow(s.First[:0], len(order))[:len(order)]}
	waiting := d.waiting
	for p := range waiting {
		waiting[p] = waiting[p][:0]
	}
	left := 0
	for i := range order {
		if d.over() {
			return nil
		}
		at := d.p.Hops[order[i].Hop].From
		if !d.place(order[i], i, s) {
			waiting[at] = append(waiting[at], i)
			left++
			continue
		}
		// What waited for this cargo goes before what comes next in order.
		for at = d.p.Hops[order[i].Hop].To; at != network.None; {
			at = d.release(order, at, s, &left)
		}
	}
	for progress := true; progress && left > 0; {
		progress = false
		for p := range waiting {
			for d.release(order, network.PlaceIndex(p), s, &left) != network.None {
				progress = true
				if d.over() {
					return nil
				}
			}
		}
	}
	for _, at := range waiting {
		for _, i := range at {
			s.Dropped = append(s.Dropped, order[i])
			s.Done[i], s.First[i] = network.Never, network.Never
		}
	}
	return s
}

// over reports whether the run is to be given up.
func (d *Decoder) over() bool {
	return d.late || d.stop != nil && d.stop.Load()
}

// release places the first haul that can now leave a place where it waited, and
// returns where that one ends; None if none can.
func (d *Decoder) release(order []*haul.Haul, at network.PlaceIndex, s *Schedule, left *int) network.PlaceIndex {
	for k, i := range d.waiting[at] {
		if d.place(order[i], i, s) {
			d.waiting[at] = slices.Delete(d.waiting[at], k, k+1)
			*left--
			return d.p.Hops[order[i].Hop].To
		}
	}
	return network.None
}

// place books the haul where it unloads soonest; false where it cannot go, or
// not yet.
func (d *Decoder) place(h *haul.Haul, i int, s *Schedule) bool {
	hop := &d.p.Hops[h.Hop]
	q := request{haul: h, hop: hop, from: d.n.Start, unload: network.Past, latest: network.Never}
	if h.NotBefore != 0 {
		q.from = max(q.from, h.NotBefore)
	}
	for _, p := range h.Parts {
		u := &d.n.Units[p.Unit]
		q.from = max(q.from, u.Ready)
		q.from = d.stock(p.Unit, p.Kind, hop.From).from(q.from, p.N)
		if q.from >= network.Never {
			return false
		}
		for _, before := range u.After {
			b := &d.n.Units[before]
			if b.To == network.None || b.To == b.At {
				continue
			}
			if d.unitEnd[before].delivered < b.Total() {
				return false
			}
			q.from = max(q.from, d.unitEnd[before].last)
		}
		if len(u.Via) > 0 {
			d.passing(&q, p)
		}
		if u.To == hop.To {
			q.unload = max(q.unload, d.minimum[p.Unit])
			q.latest = min(q.latest, d.maximum[p.Unit])
		}
	}
	if q.unload >= network.Never {
		return false
	}
	if c := d.covers[hop.From]; c != nil {
		q.from = c.from(q.from, h.People)
	}
	out := d.n.Places[hop.From].Host && !d.n.Places[hop.To].Host
	if d.theatre != nil && out {
		q.from = d.theatre.from(q.from, h.People)
	}
	if q.from > d.n.Last {
		return false
	}
	q.leaves = out && h.People > 0
	q.dayPeople = h.People
	var from, done minute
	var ok bool
	if hop.Convoy {
		from, done, ok = d.drive(&q)
	} else {
		from, done, ok = d.carry(&q)
	}
	if ok {
		s.First[i], s.Done[i] = from, done
		d.late = d.late || h.Final && (done > d.Limit || d.tardy > d.LimitTardiness)
	}
	return ok
}
