package sched

import (
	"sortie/network"
	"sortie/solve/internal/haul"
)

// books is what a run has entered so far, and all that it has. What a haul may do
// is read from them; nothing but entering a haul changes them.
type books struct {
	standing [4][]profile // by mode and place: slots taken
	working  [4][]profile
	uses     [4][]uses
	convoys  []uses // departures of convoys, by place
	covers   []cover
	theatre  cover
	stocks   []stock     // by kind slot and place
	stocked  []int       // those of them where something is, was or comes
	passed   [][]stock   // by kind slot: see via.go
	leftOn   map[int]int // local day → people who left the theatre
	lifts    []lift
	unitEnd  []unitEnd
	waiting  [][]int // by place, hauls whose cargo is not there yet
	tardy    int     // tardiness of what is placed
	late     bool    // a limit is passed
	made     Schedule
}

// unitEnd is how far a unit has come.
type unitEnd struct {
	delivered   int
	first, last minute
}

func newBooks(n *network.Network) books {
	var b books
	places := len(n.Places)
	for m := range 4 {
		b.standing[m] = make([]profile, places)
		b.working[m] = make([]profile, places)
		b.uses[m] = make([]uses, places)
	}
	b.convoys = make([]uses, places)
	b.waiting = make([][]int, places)
	b.covers = make([]cover, places)
	for i := range n.Places {
		for _, t := range n.Places[i].Tasks {
			b.covers[i].windows = append(b.covers[i].windows, window{t.People, t.From, t.Until})
		}
	}
	for _, f := range n.Floors {
		b.theatre.windows = append(b.theatre.windows, window{f.People, n.Start, f.Until})
	}
	b.leftOn = make(map[int]int)
	for i := range n.Units {
		u := &n.Units[i]
		for range 1 + len(u.Items) {
			b.passed = append(b.passed, make([]stock, len(u.Via)))
		}
	}
	b.stocks = make([]stock, len(b.passed)*places)
	for i := range n.Fleets {
		for k := range n.Fleets[i].Count {
			b.lifts = append(b.lifts, lift{fleet: network.FleetIndex(i), number: k + 1})
		}
	}
	b.unitEnd = make([]unitEnd, len(n.Units))
	return b
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
	for p := range d.n.Places {
		d.convoys[p].reset()
		d.waiting[p] = d.waiting[p][:0]
		d.covers[p].standing.reset()
	}
	d.theatre.standing.reset()
	for _, i := range d.stocked {
		d.stocks[i].reset()
	}
	d.stocked = d.stocked[:0]
	for i := range d.n.Units {
		u := &d.n.Units[i]
		d.unitEnd[i] = unitEnd{first: network.Never, last: network.Past}
		for s := range 1 + len(u.Items) {
			kind := haul.KindAt(u, s)
			d.enter(d.p.Slot(network.UnitIndex(i), kind), u.At).begin(haul.Count(u, kind))
		}
		d.covers[u.At].standing.begin(u.People)
		if d.n.Places[u.At].Host {
			d.theatre.standing.begin(u.People)
		}
	}
	clear(d.leftOn)
	for _, steps := range d.passed {
		for i := range steps {
			steps[i].reset()
		}
	}
	for i := range d.lifts {
		l := &d.lifts[i]
		*l = lift{fleet: l.fleet, number: l.number, at: d.n.Fleets[l.fleet].Base, legs: l.legs[:0]}
	}
	d.late, d.tardy = false, 0
}

// stock is how many of a kind are at a place.
func (d *Decoder) stock(u network.UnitIndex, kind network.ItemIndex, p network.PlaceIndex) *stock {
	return &d.stocks[d.p.Slot(u, kind)*len(d.n.Places)+int(p)]
}

// enter is a stock that is to be changed, by kind slot.
func (d *Decoder) enter(slot int, p network.PlaceIndex) *stock {
	i := slot*len(d.n.Places) + int(p)
	s := &d.stocks[i]
	if s.empty() {
		d.stocked = append(d.stocked, i)
	}
	return s
}
