package search

import (
	"math/rand/v2"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/stow"
)

// freight is the items of one load, not yet taken out of the pool.
type freight struct {
	lots   []*lot
	takes  []int // of each lot
	stowed *stow.Result
	aboard []network.FleetIndex // the fleets that serve everyone aboard
	worth  float64              // of the items and of the people who find seats beside them
}

// set has the freight be the same as another, in memory of its own.
func (f *freight) set(o *freight) {
	f.lots, f.takes, f.aboard = append(f.lots[:0], o.lots...), append(f.takes[:0], o.takes...), append(f.aboard[:0], o.aboard...)
	f.stowed, f.worth = o.stowed, o.worth
}

// freight puts items of the pool into a load, lot after lot, as many of each as
// fit. It lasts until the next.
func (b *builder) freight(c *carrier, lots []*lot) *freight {
	n := b.p.N
	load, more := b.load[:0], b.more
	f := &b.freighted
	f.set(&freight{stowed: b.make.Packer.Stow(c.typ, nil), aboard: c.serves})
	for _, l := range lots {
		part := &l.in.part
		if part.Kind == network.People || part.N == 0 || !b.serves(f.aboard, part.Unit) || !n.Fits(c.typ, part.Kind) {
			continue
		}
		took := 0
		for part.N-took > 0 {
			k := part.N - took
			if mass := n.Items[part.Kind].Mass; mass > 0 && c.payload-f.stowed.Mass < mass*float64(k) {
				k = max(0, int((c.payload-f.stowed.Mass)/mass+1e-9)) // no more by payload
			}
			k = b.make.Packer.Most(c.typ, load, part.Kind, k)
			for ; k > 0; k /= 2 { // as many as fit, by halves
				b.packed++
				more = with(more[:0], load, part.Kind, k)
				if r := b.make.Packer.Stow(c.typ, more); r.OK && r.Mass <= c.payload+1e-9 {
					load, more, f.stowed = more, load, r
					break
				}
			}
			if k == 0 {
				break
			}
			took += k
		}
		if took > 0 {
			b.boards(f, part.Unit)
			f.lots, f.takes = append(f.lots, l), append(f.takes, took)
		}
	}
	b.load, b.more = load, more
	return f
}

// serves reports whether one of the fleets carries the unit's nation, and boards
// leaves a load those that do.
func (b *builder) serves(fleets []network.FleetIndex, u network.UnitIndex) bool {
	n := b.p.N
	return slices.ContainsFunc(fleets, func(f network.FleetIndex) bool { return n.Fleets[f].Serves(n.Units[u].Nation) })
}

func (b *builder) boards(f *freight, u network.UnitIndex) {
	n := b.p.N
	f.aboard = slices.DeleteFunc(f.aboard, func(i network.FleetIndex) bool { return !n.Fleets[i].Serves(n.Units[u].Nation) })
}

// seats is how many people find a seat and payload beside the items.
func (b *builder) seats(c *carrier, f *freight) int {
	seats := b.make.Packer.Seats(c.typ, f.stowed)
	if room := (c.payload - f.stowed.Mass) / b.p.N.PersonT; b.p.N.PersonT > 0 && room < float64(seats) {
		seats = max(0, int(room+1e-9))
	}
	return seats
}

// fill takes a load with its items out of the pool, and people beside them. The
// parts last until the next.
func (b *builder) fill(h haul.HopID, c *carrier, p *pool, f *freight) (parts []haul.Part, est, end network.Minute) {
	n := b.p.N
	parts = b.parts[:0]
	for i, l := range f.lots {
		part := &l.in.part
		parts = append(parts, haul.Part{Unit: part.Unit, Kind: part.Kind, N: f.takes[i]})
		part.N -= f.takes[i]
		p.items -= f.takes[i]
		est, end = max(est, l.in.est), max(end, l.in.end)
	}
	seats := b.seats(c, f)
	hop := &b.p.Hops[h]
	if n.PeoplePerDay < network.Unlimited && n.Places[hop.From].Host && !n.Places[hop.To].Host {
		if p.day == 0 {
			p.day = n.PeoplePerDay
		}
		seats = min(seats, p.day)
	}
	items := len(parts)
	for _, own := range []bool{true, false} { // of the units whose items are aboard first
		for _, l := range p.lots {
			part := &l.in.part
			if part.Kind != network.People || part.N == 0 || seats == 0 || !b.serves(f.aboard, part.Unit) ||
				own != slices.ContainsFunc(parts[:items], func(p haul.Part) bool { return p.Unit == part.Unit }) {
				continue
			}
			if len(parts) > 0 && !own && l.in.est > est+12*60 {
				continue // not kept waiting half a day for a seat's sake
			}
			b.boards(f, part.Unit)
			k := min(seats, part.N)
			parts = append(parts, haul.Part{Unit: part.Unit, Kind: part.Kind, N: k})
			est, end = max(est, l.in.est), max(end, l.in.end)
			part.N -= k
			p.people -= k
			p.day = max(0, p.day-k)
			seats -= k
		}
	}
	b.parts = parts
	return parts, est, end
}

// pick is the carrier of the next load with the items that it takes: in turn,
// or, where prices are given, whichever carries the most for what it costs.
func (b *builder) pick(h haul.HopID, carriers []*carrier, p *pool, st style) (*carrier, *freight) {
	if st.prices == nil {
		c := b.next(carriers, p, st)
		if c == nil {
			return nil, nil
		}
		return c, b.freight(c, p.lots)
	}
	worth := b.worth(h, carriers, p, st.prices)
	var best *carrier
	load, bestRate := &b.picked, 0.0
	for _, c := range carriers {
		if c.given >= tooMany || !b.takes(c, p) {
			continue
		}
		f := b.dearest(c, p, worth, st.rand)
		if rate := f.worth / st.prices.of(h, c) * (1 + float64(0.2*st.rand.Float64())); best == nil || rate > bestRate {
			best, bestRate = c, rate
			load.set(f)
		}
	}
	return best, load
}

// fillings is how many loads are put together at random for one that is taken.
const fillings = 6

// dearest is the load of the greatest worth among a few, by what one of each lot
// is worth. It lasts until the next.
func (b *builder) dearest(c *carrier, p *pool, worth []float64, r *rand.Rand) *freight {
	best, lots := &b.dear, append(b.filling[:0], p.lots...)
	b.filling = lots
	people := 0.0
	for _, l := range lots {
		if l.in.part.Kind == network.People {
			people = worth[l.order]
		}
	}
	for k := range fillings {
		if k > 0 {
			r.Shuffle(len(lots), func(i, j int) { lots[i], lots[j] = lots[j], lots[i] })
		}
		f := b.freight(c, lots)
		for i, l := range f.lots {
			f.worth += float64(worth[l.order] * float64(f.takes[i]))
		}
		f.worth += float64(people * float64(min(p.people, b.seats(c, f))))
		if k == 0 || f.worth > best.worth {
			best.set(f)
		}
		if len(f.lots) == 0 || p.items <= 1 {
			break
		}
	}
	return best
}
