package sched

import (
	"sortie/network"
)

// book makes a trial part of the run.
func (d *Decoder) book(q *request, t *trial) {
	l := &d.lifts[t.lift]
	f := &d.n.Fleets[l.fleet]
	typ := &d.n.Types[f.Type]
	mode, slots := typ.Mode, d.slots(f)
	if !l.tail.none() {
		if t.withTail {
			d.position(l, &l.tail)
			l.legs = l.tail.legsOf(l.legs)
			l.at, l.arrive, l.free = l.tail.to, l.tail.arrive, l.tail.arrive
		} else {
			d.unbook(mode, &l.tail, slots)
		}
	}
	// Where it stood until now it stands until it leaves.
	leaves := t.flight.depart
	if !t.position.none() {
		leaves = t.position.depart
	}
	if l.moved && l.at != f.Base {
		held := minute(network.Forever)
		if !l.tail.none() && !t.withTail {
			held = l.tail.depart
		}
		if held > leaves {
			d.standing[mode][l.at].add(leaves, held, -slots)
		} else {
			d.standing[mode][l.at].add(held, leaves, slots)
		}
	}
	if !t.position.none() {
		d.touch(mode, &t.position, slots)
		d.position(l, &t.position)
		l.legs = t.position.legsOf(l.legs)
		if t.position.to != f.Base {
			d.standing[mode][t.position.to].add(t.position.arrive, t.flight.depart, slots)
		}
	}
	d.touch(mode, &t.flight, slots)
	d.working[mode][q.hop.From].add(t.load, t.load+minute(typ.Load), 1)
	d.working[mode][q.hop.To].add(t.flight.arrive, t.unloaded, 1)
	l.legs = t.flight.legsOf(l.legs)
	d.made.Moves = append(d.made.Moves, Move{Haul: q.haul, Fleet: l.fleet, Number: l.number, Option: t.option, From: q.hop.From, To: q.hop.To,
		Load: t.load, Depart: t.flight.depart, Arrive: t.flight.arrive, Unloaded: t.unloaded,
		KM: t.flight.route.KM, Under: t.flight.under(), Stops: t.flight.stops})
	l.moved, l.at, l.arrive, l.free = true, q.hop.To, t.flight.arrive, t.unloaded
	if l.at != f.Base {
		until := minute(network.Forever)
		if !t.tail.none() {
			until = t.tail.depart
		}
		d.standing[mode][l.at].add(l.arrive, until, slots)
	}
	l.tail = t.tail
	if !l.tail.none() {
		d.rebook(mode, &l.tail, slots)
	}
	d.deliver(q, t.load, t.flight.depart, t.unloaded, t.flight.stops)
}

// touch books the runways and the stops of a flight.
func (d *Decoder) touch(mode network.ModeIndex, fl *flight, slots int) {
	d.use(mode, fl.from, fl.depart)
	d.use(mode, fl.to, fl.arrive)
	for _, s := range fl.stops {
		d.use(mode, s.At, s.Arrive)
		d.use(mode, s.At, s.Depart)
		d.standing[mode][s.At].add(s.Arrive, s.Depart, slots)
	}
}

func (d *Decoder) use(mode network.ModeIndex, p network.PlaceIndex, t minute) {
	if d.n.Places[p].Interval[mode] > 0 {
		d.uses[mode][p].add(t)
	}
}

// rebook and unbook put a leg home into the books and take it out again; the
// stand at its start is the business of the movement before it.
func (d *Decoder) rebook(mode network.ModeIndex, fl *flight, slots int) { d.touch(mode, fl, slots) }

func (d *Decoder) unbook(mode network.ModeIndex, fl *flight, slots int) {
	d.uses[mode][fl.from].remove(fl.depart)
	d.uses[mode][fl.to].remove(fl.arrive)
	for _, s := range fl.stops {
		d.uses[mode][s.At].remove(s.Arrive)
		d.uses[mode][s.At].remove(s.Depart)
		d.standing[mode][s.At].add(s.Arrive, s.Depart, -slots)
	}
}

// position records the way of a lift without cargo. By road, where movements
// make no stops, each leg of it is a movement.
func (d *Decoder) position(l *lift, fl *flight) {
	m := Move{Fleet: l.fleet, Number: l.number, From: fl.from, To: fl.to, Load: fl.depart, Depart: fl.depart,
		Arrive: fl.arrive, Unloaded: fl.arrive, KM: fl.route.KM, Under: fl.under(), Stops: fl.stops}
	if d.n.Types[d.n.Fleets[l.fleet].Type].Mode != network.Road || len(fl.stops) == 0 {
		d.made.Moves = append(d.made.Moves, m)
		return
	}
	m.Stops = nil
	for i, leg := range fl.route.Legs {
		m.To, m.Arrive = fl.to, fl.arrive
		if i < len(fl.stops) {
			m.To, m.Arrive = fl.stops[i].At, fl.stops[i].Arrive
		}
		m.Unloaded, m.KM, m.Under = m.Arrive, leg.KM, leg.Minutes
		d.made.Moves = append(d.made.Moves, m)
		if i < len(fl.stops) {
			m.From, m.Load, m.Depart = m.To, fl.stops[i].Depart, fl.stops[i].Depart
		}
	}
}

// deliver moves the people and items of a haul.
func (d *Decoder) deliver(q *request, load, depart, unloaded minute, stops []Stop) {
	from, to := q.hop.From, q.hop.To
	for _, p := range q.haul.Parts {
		d.enter(p.Unit, p.Kind, from).add(load, -p.N)
		d.enter(p.Unit, p.Kind, to).add(unloaded, p.N)
		if len(d.n.Units[p.Unit].Via) > 0 {
			d.pass(q, p, unloaded, stops)
		}
		if d.n.Units[p.Unit].To == to {
			e := &d.unitEnd[p.Unit]
			e.delivered += p.N
			u := &d.n.Units[p.Unit]
			if from := max(e.last, u.Due); unloaded > from {
				d.tardy += int(unloaded-from) * (6 - u.Priority)
			}
			e.first, e.last = min(e.first, unloaded), max(e.last, unloaded)
		}
	}
	n := q.haul.People
	if n == 0 {
		return
	}
	d.covers[from].add(load, -n)
	d.covers[to].add(unloaded, n)
	if host := d.n.Places[from].Host; host != d.n.Places[to].Host {
		if host {
			d.theatre.add(load, -n)
		} else {
			d.theatre.add(unloaded, n)
		}
	}
	if q.leaves && d.n.PeoplePerDay < network.Unlimited {
		today, _ := d.n.Day(from, depart)
		d.leftOn[today] += n
	}
}

// drive is a convoy as soon as it may go.
func (d *Decoder) drive(q *request, t *trial) bool {
	h, c := q.haul, d.n.Convoy
	nation := d.n.Units[h.Parts[0].Unit].Nation
	leg := d.n.Drive(h.Speed, q.hop.From, q.hop.To)
	depart := max(q.from+minute(c.FormUp), q.unload-minute(c.Disperse)-minute(leg.Minutes))
	for range patience {
		next := d.slot(q.hop.From, network.Road, nation, depart, nil)
		if c.Headway > 0 && next < network.Never {
			next = d.convoys[q.hop.From].next(next, int(c.Headway))
		}
		if next < network.Never && q.leaves {
			next = d.dayFrom(q.hop.From, next, h.People)
		}
		if next >= network.Never || next > d.n.Last {
			return false
		}
		if next == depart {
			arrive := depart + minute(leg.Minutes)
			if next = d.slot(q.hop.To, network.Road, nation, arrive, nil); next >= network.Never {
				return false
			}
			if next == arrive {
				t.load, t.unloaded = depart-minute(c.FormUp), arrive+minute(c.Disperse)
				return t.unloaded <= q.latest
			}
			depart += next - arrive
			continue
		}
		depart = next
	}
	return false
}

// bookConvoy makes a convoy part of the run.
func (d *Decoder) bookConvoy(q *request, t *trial) {
	c, leg := d.n.Convoy, d.n.Drive(q.haul.Speed, q.hop.From, q.hop.To)
	depart, arrive := t.load+minute(c.FormUp), t.unloaded-minute(c.Disperse)
	d.use(network.Road, q.hop.From, depart)
	d.use(network.Road, q.hop.To, arrive)
	d.convoys[q.hop.From].add(depart)
	d.made.Moves = append(d.made.Moves, Move{Haul: q.haul, Fleet: network.None, From: q.hop.From, To: q.hop.To,
		Load: t.load, Depart: depart, Arrive: arrive, Unloaded: t.unloaded, KM: leg.KM})
	d.deliver(q, t.load, depart, t.unloaded, nil)
}
