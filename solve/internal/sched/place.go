package sched

import (
	"sortie/network"
	"sortie/solve/internal/haul"
)

// request is what a haul needs of whatever carries it.
type request struct {
	haul   *haul.Haul
	hop    *network.Hop
	leaves bool   // it takes people out of the theatre
	from   minute // cargo is there and may leave
	unload minute // no sooner than this, so that a unit arrives together
	latest minute // nor later
}

// place books the haul at i where it unloads soonest; false where it cannot go,
// or not yet.
func (d *Decoder) place(h *haul.Haul, i int) bool {
	hop := &d.p.Hops[h.Hop]
	q := request{haul: h, hop: hop, leaves: h.People > 0 && d.n.Places[hop.From].Host && !d.n.Places[hop.To].Host}
	t := d.decide(&q)
	if t == nil {
		return false
	}
	if hop.Convoy {
		d.bookConvoy(&q, t)
	} else {
		d.book(&q, t)
	}
	d.made.First[i], d.made.Done[i] = t.load, t.unloaded
	d.late = d.late || h.Final && (t.unloaded > d.Limit || d.tardy > d.LimitTardiness)
	return true
}

// find is how the haul unloads soonest; false where it cannot, or not yet.
func (d *Decoder) find(q *request, t *trial) bool {
	if !d.mayGo(q) {
		return false
	}
	if q.hop.Convoy {
		return d.drive(q, t)
	}
	return d.carry(q, t)
}

// mayGo finds when what the haul carries is there and may leave, and when it
// may be unloaded; false where never, or not yet.
func (d *Decoder) mayGo(q *request) bool {
	h, hop := q.haul, q.hop
	q.from, q.unload, q.latest = d.n.Start, network.Past, network.Never
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
			d.passing(q, p)
		}
		if u.To == hop.To {
			q.unload = max(q.unload, d.allowed[p.Unit].from)
			q.latest = min(q.latest, d.allowed[p.Unit].to)
		}
	}
	if q.unload >= network.Never {
		return false
	}
	q.from = d.covers[hop.From].from(q.from, h.People)
	if q.leaves {
		q.from = d.theatre.from(q.from, h.People)
	}
	return q.from <= d.n.Last
}
