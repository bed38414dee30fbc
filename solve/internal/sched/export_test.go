package sched

import (
	"fmt"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// Books is everything that the last run has entered, as text.
func (d *Decoder) Books() string { return fmt.Sprintf("%+v", d.books) }

// Known is how many of the calls of the last round were known from another run,
// of how many.
func (d *Decoder) Known() (known, calls int) {
	calls = len(d.writes.went)
	return min(d.known, calls), calls
}

// Rounds is how many rounds the last run has had.
func (d *Decoder) Rounds() int { return len(d.now) }

// Refused books the hauls of an order but for some at its end, and tries those on
// every lift. It counts the trials that would be refused though they are better
// than another that is barely worse than they are, and those that are refused
// beside one that is better.
func (d *Decoder) Refused(order []*haul.Haul, last int) (wrongly, rightly int) {
	for i := range d.allowed {
		d.allowed[i] = span{network.Past, network.Never}
	}
	d.count(order)
	d.open(order[:len(order)-last], 0)
	d.run(order[:len(order)-last])
	for _, h := range order[len(order)-last:] {
		hop := &d.p.Hops[h.Hop]
		q := request{haul: h, hop: hop, leaves: h.People > 0 && d.n.Places[hop.From].Host && !d.n.Places[hop.To].Host}
		if hop.Convoy || !d.mayGo(&q) {
			continue
		}
		for k := range h.Options {
			o := &h.Options[k]
			f := &d.n.Fleets[o.Fleet]
			for i := range f.Count {
				l := &d.lifts[d.first[o.Fleet]+i]
				v := view{at: l.at, moved: l.moved, arrive: l.arrive, free: l.free, legs: recent(l.legs, l.free), stands: l.moved && l.at != f.Base, heldTo: network.Forever}
				if !l.tail.none() {
					v = view{at: f.Base, moved: true, arrive: l.tail.arrive, free: l.tail.arrive, legs: l.tail.legsOf(recent(l.legs, l.free))}
				}
				var t trial
				if !d.tryBoth(&q, o, &v, f, &t) {
					continue
				}
				for _, worse := range []func(t *trial){func(t *trial) { t.unloaded++ }, func(t *trial) { t.under++ }, func(t *trial) { t.load-- }} {
					other := t
					if worse(&other); !d.mayBeat(&q, o, &v, 0, &other) {
						wrongly++
					}
				}
				better := t
				better.unloaded -= 24 * 60
				if !d.mayBeat(&q, o, &v, 0, &better) {
					rightly++
				}
			}
		}
	}
	return wrongly, rightly
}
