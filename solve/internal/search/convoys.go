package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// convoys groups inputs into convoys, in as few as the longest convoy allows, with
// a driver for each vehicle and passengers spread over their seats: the vehicles
// of each unit together, where one without drivers enough borrows from others of
// its nation; or those of each nation, slow ones before fast ones, so that few
// convoys are slow and all but one are full.
func (b *builder) convoys(h haul.HopID, inputs []input, joint bool) []planned {
	var out []planned
	var columns []*column
	by := map[int]*column{}
	of := map[network.UnitIndex]input{}
	for _, in := range inputs {
		nation := b.p.N.Units[in.part.Unit].Nation
		key := int(in.part.Unit)
		if joint {
			key = int(nation)
		}
		c := by[key]
		if c == nil {
			c = &column{nation: nation}
			by[key] = c
			columns = append(columns, c)
		}
		known := of[in.part.Unit]
		of[in.part.Unit] = input{est: max(known.est, in.est), end: max(known.end, in.end)}
		switch {
		case in.part.Kind == network.People:
			c.people = add(c.people, in.part)
		case b.p.N.Items[in.part.Kind].Drives:
			c.driving = append(c.driving, in.part)
		default:
			c.towed = append(c.towed, in.part)
		}
	}
	for _, c := range columns {
		b.borrow(c, columns)
	}
	for _, c := range columns {
		if joint {
			slices.SortStableFunc(c.driving, func(x, y haul.Part) int { return b.p.N.Items[x.Kind].Speed - b.p.N.Items[y.Kind].Speed })
		}
		for _, parts := range b.split(c) {
			if made := b.make.Make(h, parts, network.None); made != nil {
				out = append(out, b.planned(made, of))
			}
		}
	}
	return out
}

// planned is a convoy with when the last of its units is ready, and when it is
// at its destination then.
func (b *builder) planned(h *haul.Haul, of map[network.UnitIndex]input) planned {
	n, hop := b.p.N, &b.p.Hops[h.Hop]
	out := planned{haul: h}
	for _, p := range h.Parts {
		out.est, out.end = max(out.est, of[p.Unit].est), max(out.end, of[p.Unit].end)
	}
	took := int(n.Convoy.FormUp+n.Convoy.Disperse) + n.Drive(h.Speed, hop.From, hop.To).Minutes
	out.end = max(out.end, out.est+network.Minute(took))
	return out
}

// column is what is to drive together.
type column struct {
	nation                 network.NationIndex
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
	for _, o := range all {
		if o == c || o.nation != c.nation {
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
	seats := b.seatsIn(c.driving, c.towed)
	for _, o := range all { // passengers without a seat ride with others
		if over := total(c.people) - seats; over > 0 && o != c && o.nation == c.nation {
			room := b.seatsIn(o.driving, o.towed) - total(o.people)
			c.people, o.people = move(c.people, o.people, min(over, room))
		}
	}
}

// seatsIn is how many people find a seat in vehicles.
func (b *builder) seatsIn(vehicles ...[]haul.Part) int {
	n := 0
	for _, parts := range vehicles {
		for _, p := range parts {
			n += p.N * b.p.N.Items[p.Kind].Seats
		}
	}
	return n
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
		seats := b.seatsIn(driving, towed)
		// Leave the convoys to come their drivers, and fill the seats of this one.
		c.people, people = move(c.people, nil, min(seats, max(drive, total(c.people)-total(c.driving))))
		out = append(out, append(append(driving, towed...), people...))
	}
	return out
}
