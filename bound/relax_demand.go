package bound

import (
	"fmt"
	"slices"

	"sortie/network"
)

// priced is a demand whose ways are priced: its parts, and the classes of what
// moves alike.
type priced struct {
	cut     *cut // for what a load counts
	each    map[network.ItemIndex]int64
	parts   []*part
	classes []*class
	column  int64 // most points of a convoy
	known   map[int]*carrier
}

// class is what has the same ways to the same place.
type class struct {
	fleets []int
	convoy *ways
	to     network.PlaceIndex
	people bool // who count against the people of a day
	rider  int  // one of those in it
	early  []network.Minute
}

// part is an entry: so many points that all begin at one of the starts or
// later, and belong to one of the classes.
type part struct {
	entry   *entry
	points  int64
	starts  []beginning
	classes []int
}

type beginning struct {
	at    network.PlaceIndex
	ready network.Minute
}

// newPriced is the demand of the entries at the weights; false where nothing
// of it counts, or a leg takes no time.
func newPriced(w *world, entries []*entry, weights []weight) (*priced, bool) {
	d := &priced{cut: &cut{w: w, streams: []stream{{weights: weights}}}, each: map[network.ItemIndex]int64{}, known: map[int]*carrier{}}
	for _, k := range weights {
		d.each[k.kind] = k.each
	}
	keys := map[string]int{}
	for _, e := range entries {
		if d.each[e.kind] <= 0 {
			continue
		}
		p := &part{entry: e, points: mul(d.each[e.kind], int64(e.count))}
		for _, r := range e.riders {
			p.classes = append(p.classes, d.class(w, keys, e, r))
		}
		for _, at := range d.places(w, e) {
			if t := e.early.standing[at]; t < network.Never {
				p.starts = append(p.starts, beginning{at, t})
			}
		}
		if len(p.starts) == 0 {
			return nil, false
		}
		d.cut.total += p.points
		d.cut.streams[0].entries = append(d.cut.streams[0].entries, e)
		d.parts = append(d.parts, p)
	}
	d.column = max(d.cut.convoyLoad(), 1)
	return d, len(d.parts) > 0 && d.cut.total < unlimited && d.takesTime(w)
}

func (d *priced) places(w *world, e *entry) []network.PlaceIndex {
	switch {
	case e.floor > 0:
		var out []network.PlaceIndex
		for at := range w.n.Places {
			if w.n.Places[at].Host {
				out = append(out, network.PlaceIndex(at))
			}
		}
		return out
	case len(e.held) > 0:
		return e.held
	}
	return []network.PlaceIndex{w.n.Units[e.units[0]].At}
}

func (d *priced) class(w *world, keys map[string]int, e *entry, r int) int {
	rider := w.riders[r]
	key := fmt.Sprintf("%v %p %d %t", rider.fleets, rider.convoy, rider.to, e.kind == network.People)
	i, ok := keys[key]
	if !ok {
		i = len(d.classes)
		keys[key] = i
		d.classes = append(d.classes, &class{fleets: rider.fleets, convoy: rider.convoy, to: rider.to,
			people: e.kind == network.People, rider: r, early: filled(len(w.n.Places), network.Never)})
	}
	c := d.classes[i]
	for p, t := range e.early.standing {
		c.early[p] = min(c.early[p], t)
	}
	return i
}

// takesTime is false where some leg takes none: fares are known from later
// ones alone.
func (d *priced) takesTime(w *world) bool {
	instant := func(list [][]*arc) bool {
		return slices.ContainsFunc(list, func(arcs []*arc) bool {
			return slices.ContainsFunc(arcs, func(a *arc) bool { return a.minutes < 1 })
		})
	}
	for _, f := range w.fleets {
		if instant(f.ways.out) {
			return false
		}
	}
	for _, c := range d.classes {
		if c.convoy != nil && instant(c.convoy.out) {
			return false
		}
	}
	return true
}

// looked is how much a proof by the minute has to look at; false where that is
// too much.
func (d *priced) looked(w *world, by network.Minute) (int64, bool) {
	minutes, places := int64(by-w.n.Start)+1, int64(len(w.n.Places))
	if minutes < 1 || minutes > mostMinutes || minutes*places*int64(len(w.fleets)+1) > mostCells {
		return 0, false
	}
	total := int64(0)
	for _, f := range w.fleets {
		total += minutes * int64(legs(f.ways.out))
	}
	for _, c := range d.classes {
		carriers := 0
		for _, i := range c.fleets {
			carriers++
			total += minutes * int64(legs(w.fleets[i].ways.out)+len(w.n.Places))
		}
		if c.convoy != nil {
			total += minutes * int64(legs(c.convoy.out))
		}
		if minutes*places*int64(2*carriers+1) > mostCells {
			return 0, false
		}
	}
	return total, total <= mostLooked
}

func legs(out [][]*arc) int {
	n := 0
	for _, arcs := range out {
		n += len(arcs)
	}
	return n
}
