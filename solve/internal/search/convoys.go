package search

import (
	"sortie/network"
	"sortie/solve/internal/haul"
)

// convoys groups inputs into convoys: each unit's vehicles together, in as few
// as the longest convoy allows, with a driver each and passengers spread over
// their seats. A unit without drivers enough borrows from others of its nation.
func (b *builder) convoys(h haul.HopID, inputs []input) []planned {
	var out []planned
	var units []*column
	by := map[network.UnitIndex]*column{}
	for _, in := range inputs {
		c := by[in.part.Unit]
		if c == nil {
			c = &column{unit: in.part.Unit, est: in.est}
			by[in.part.Unit] = c
			units = append(units, c)
		}
		c.est, c.end = max(c.est, in.est), max(c.end, in.end)
		switch {
		case in.part.Kind == network.People:
			c.people = add(c.people, in.part)
		case b.p.N.Items[in.part.Kind].Drives:
			c.driving = append(c.driving, in.part)
		default:
			c.towed = append(c.towed, in.part)
		}
	}
	for _, c := range units {
		b.borrow(c, units)
	}
	for _, c := range units {
		for _, parts := range b.split(c) {
			if made := b.make.Make(h, parts, network.None); made != nil {
				out = append(out, planned{made, c.est, c.end})
			}
		}
	}
	return out
}

// column is what is to drive together.
type column struct {
	unit                   network.UnitIndex
	est, end               network.Minute
	driving, towed, people []haul.Part
}

func total(parts []haul.Part) int {
	n := 0
	for _, p := range parts {
		n += p.N
	}
	return n
}

func add(parts []haul.Part, p haul.Part) []haul.Part {
	for i := range parts {
		if parts[i].Unit == p.Unit && parts[i].Kind == p.Kind {
			parts[i].N += p.N
			return parts
		}
	}
	return append(parts, p)
}

// borrow gives a column drivers, and what is towed a vehicle, from columns of
// the same nation that have more than they need.
func (b *builder) borrow(c *column, all []*column) {
	n := b.p.N
	for _, o := range all {
		if o == c || n.Units[o.unit].Nation != n.Units[c.unit].Nation {
			continue
		}
		if lack := total(c.towed) - total(c.driving); lack > 0 {
			spare := total(o.driving) - total(o.towed)
			o.driving, c.driving = move(o.driving, c.driving, min(lack, spare))
		}
		if lack := total(c.driving) - total(c.people); lack > 0 {
			spare := total(o.people) - total(o.driving)
			o.people, c.people = move(o.people, c.people, min(lack, spare))
		}
	}
	seats := 0
	for _, p := range append(append([]haul.Part(nil), c.driving...), c.towed...) {
		seats += p.N * n.Items[p.Kind].Seats
	}
	for _, o := range all { // passengers without a seat ride with others
		if over := total(c.people) - seats; over > 0 && o != c && n.Units[o.unit].Nation == n.Units[c.unit].Nation {
			room := -total(o.people)
			for _, p := range append(append([]haul.Part(nil), o.driving...), o.towed...) {
				room += p.N * n.Items[p.Kind].Seats
			}
			c.people, o.people = move(c.people, o.people, min(over, room))
		}
	}
}

// move takes n from one list of parts to another.
func move(from, to []haul.Part, n int) (left, got []haul.Part) {
	got = to
	for _, p := range from {
		k := min(max(n, 0), p.N)
		n -= k
		if k > 0 {
			got = add(got, haul.Part{Unit: p.Unit, Kind: p.Kind, N: k})
		}
		if p.N > k {
			left = append(left, haul.Part{Unit: p.Unit, Kind: p.Kind, N: p.N - k})
		}
	}
	return left, got
}

// split divides a column into convoys of the longest allowed.
func (b *builder) split(c *column) [][]haul.Part {
	n := b.p.N
	if lack := total(c.driving) - total(c.people); lack > 0 { // no drivers: they stay
		_, c.driving = move(c.driving, nil, total(c.people))
	}
	if total(c.towed) > total(c.driving) {
		_, c.towed = move(c.towed, nil, total(c.driving))
	}
	vehicles := total(c.driving) + total(c.towed)
	most := n.Convoy.Vehicles
	if most == 0 || vehicles <= most {
		most = max(vehicles, 1)
	}
	var out [][]haul.Part
	for total(c.driving) > 0 {
		var driving, towed, people []haul.Part
		tow := min(total(c.towed), most/2, total(c.driving))
		drive := min(total(c.driving), most-tow)
		c.driving, driving = move(c.driving, nil, drive)
		c.towed, towed = move(c.towed, nil, min(tow, drive))
		seats := 0
		for _, p := range append(append([]haul.Part(nil), driving...), towed...) {
			seats += p.N * n.Items[p.Kind].Seats
		}
		// Leave the convoys to come their drivers, and fill the seats of this one.
		c.people, people = move(c.people, nil, min(seats, max(drive, total(c.people)-total(c.driving))))
		out = append(out, append(append(driving, towed...), people...))
	}
	return out
}
