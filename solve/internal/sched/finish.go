package sched

import (
	"slices"

	"sortie/network"
)

// finish books the legs home that are needed, drops those that are not, and
// scores the run.
func (d *Decoder) finish() {
	d.home()
	d.made.Score = d.score(&d.made)
}

// home turns the legs home at the end of lifts into movements. A lift whose
// fleet need not return stays where it is if no other needed its stand.
func (d *Decoder) home() {
	tails := d.tails[:0]
	for i := range d.lifts {
		if !d.lifts[i].tail.none() {
			tails = append(tails, i)
		}
	}
	d.tails = tails
	slices.SortStableFunc(tails, func(a, b int) int { return int(d.lifts[b].tail.depart - d.lifts[a].tail.depart) })
	for _, i := range tails {
		l := &d.lifts[i]
		f := &d.n.Fleets[l.fleet]
		mode, slots := d.n.Types[f.Type].Mode, d.slots(f)
		stand := &d.standing[mode][l.at]
		if !f.Return && stand.fits(l.tail.depart, network.Forever, slots, d.n.Places[l.at].Parking[mode]) {
			stand.add(l.tail.depart, network.Forever, slots)
			d.unbook(mode, &l.tail, slots)
			continue
		}
		d.position(l, &l.tail)
	}
}

func (d *Decoder) score(s *Schedule) Score {
	sc := Score{Closure: network.Past}
	for i := range d.n.Units {
		u, end := &d.n.Units[i], d.unitEnd[i]
		if u.To == network.None || u.To == u.At {
			continue
		}
		missing := u.Total() - end.delivered
		sc.Undelivered += missing
		last := end.last
		if missing > 0 {
			last = max(last, d.n.Deadline)
		}
		if last > u.Due {
			sc.Tardiness += int(last-u.Due) * (6 - u.Priority)
		}
		sc.Closure = max(sc.Closure, end.last)
	}
	for i := range s.Moves {
		m := &s.Moves[i]
		sc.Pieces++
		sc.Under += m.Under
		if m.Haul == nil {
			continue
		}
		for k, p := range m.Haul.Parts {
			if k == 0 || p.Unit != m.Haul.Parts[k-1].Unit {
				sc.Pieces++
			}
		}
		load := minute(d.n.Convoy.FormUp)
		if m.Fleet != network.None {
			typ := &d.n.Types[d.n.Fleets[m.Fleet].Type]
			load = minute(typ.Load)
			sc.Work += d.takes(typ, m.From, typ.Load) + d.takes(typ, m.To, typ.Unload)
		}
		sc.Waiting += int(m.Depart-m.Load-load) * (m.Haul.People + m.Haul.Items)
		if !m.Haul.Final {
			continue
		}
		sc.Sum += int(m.Unloaded - d.n.Start)
		if m.Unloaded > d.n.Deadline {
			for _, p := range m.Haul.Parts {
				if d.n.Units[p.Unit].To == m.To {
					sc.Late += p.N
				}
			}
		}
	}
	sc.Tail = d.tail(s, sc.Closure)
	for i := range d.covers {
		sc.Lacking += d.covers[i].lacking(d.n.Last)
	}
	sc.Lacking += d.theatre.lacking(d.n.Last)
	return sc
}

// takes is the minutes that a lift which loads or unloads for so long takes of a
// place, shared between as many as may do so at once: of its teams, its stands or
// its runway, whichever is most.
func (d *Decoder) takes(typ *network.LiftType, at network.PlaceIndex, minutes int) int {
	place := &d.n.Places[at]
	stands := max(minutes, typ.Turnaround) * typ.Slots / max(1, place.Parking[typ.Mode])
	return max(minutes/place.Working[typ.Mode], stands, place.Interval[typ.Mode])
}

// tail sums over hauls that end at a destination how far they reach into the
// last sixteenth of the operation, squared: of two plans that close at the same
// minute the one with less at its end is nearer to closing sooner. A haul at
// the very end counts half the length of that sixteenth, in minutes.
func (d *Decoder) tail(s *Schedule, closure minute) int {
	window := int(closure-d.n.Start) / 16
	if window <= 0 {
		return 0
	}
	sum := 0
	for i := range s.Moves {
		m := &s.Moves[i]
		if m.Haul == nil || !m.Haul.Final {
			continue
		}
		if in := window - int(closure-m.Unloaded); in > 0 {
			sum += in * in
		}
	}
	return sum / (2 * window)
}
