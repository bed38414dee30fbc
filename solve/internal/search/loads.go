package search

import (
	"math/rand/v2"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/stow"
)

// carrier is a lift type on a hop, with how many lifts of it there are and how
// long the way and a round take: there, back, and loading and unloading between, each
// at least the turnaround.
type carrier struct {
	typ     network.TypeIndex
	lifts   int
	way     int
	round   int
	payload float64 // at the distance of the hop
	serves  []network.FleetIndex
	given   int // loads so far
}

// carriers is the types that may fly, sail or drive the hop. They are the
// builder's until the next.
func (b *builder) carriers(h haul.HopID, st style) []*carrier {
	n, hop := b.p.N, &b.p.Hops[h]
	if b.carrying == nil {
		b.carrying = make([]carrier, len(n.Fleets))
		b.carried = nil
	}
	out := b.carried[:0]
	for i := range n.Fleets {
		f := &n.Fleets[i]
		t := &n.Types[f.Type]
		if t.Mode != hop.Mode || f.Count == 0 || slices.Contains(st.without, f.Type) || st.fleet != network.None && st.fleet != network.FleetIndex(i) {
			continue
		}
		routes := n.Routes(f.Type, hop.From, hop.To, hop.Via)
		if len(routes) == 0 {
			continue
		}
		r := routes[0]
		if st.rand != nil && st.rand.IntN(4) == 0 {
			r = routes[len(routes)-1]
		}
		k := slices.IndexFunc(out, func(c *carrier) bool { return c.typ == f.Type })
		if k < 0 {
			k = len(out)
			c := &b.carrying[k]
			*c = carrier{typ: f.Type, payload: r.Payload, way: r.Minutes, round: round(t, r.Minutes), serves: c.serves[:0]}
			out = append(out, c)
		}
		out[k].lifts += f.Count
		out[k].serves = append(out[k].serves, network.FleetIndex(i))
	}
	b.carried = out
	return out
}

// round is the minutes that a trip takes of a lift, with the way back.
func round(t *network.LiftType, way int) int {
	return max(t.Load, t.Turnaround) + max(t.Unload, t.Turnaround) + 2*way
}

// loads packs inputs into loads of the carriers: items largest first, then
// people beside them, then people alone. They are drafts until the next.
func (b *builder) loads(h haul.HopID, inputs []input, st style) []planned {
	b.make.Redraft()
	carriers := b.carriers(h, st)
	if len(carriers) == 0 {
		return nil
	}
	pool := &b.pool
	pool.begin(b.p.N, inputs, st.rand)
	out := b.planning[:0]
	if st.blueprint {
		return b.blueprint(h, carriers, pool, st)
	}
	for !pool.empty() && !b.stop.Load() {
		c, l := b.pick(h, carriers, pool, st)
		if c == nil {
			break
		}
		parts, est, end := b.fill(h, c, pool, l)
		if len(parts) == 0 {
			c.given = tooMany // it takes nothing that is left
			continue
		}
		c.given++
		if made := b.make.Draft(h, parts, st.fleet); made != nil {
			out = append(out, planned{made, est, end})
		}
	}
	b.planning = out
	return out
}

// keep has drafts be hauls that last.
func keep(made []planned) []planned {
	for i := range made {
		made[i].haul = made[i].haul.Kept()
	}
	return made
}

const tooMany = 1 << 30

// next is the carrier for the next load.
func (b *builder) next(carriers []*carrier, pool *pool, st style) *carrier {
	var best *carrier
	var bestKey float64
	for _, c := range carriers {
		if c.given >= tooMany || !b.takes(c, pool) {
			continue
		}
		key := float64((c.given+1)*c.round) / float64(c.lifts)
		if st.largest {
			t := &b.p.N.Types[c.typ]
			key = -t.TotalLength
			if pool.items == 0 {
				key = -float64(t.Seats.Empty)
			}
			if c.given >= 4*c.lifts {
				key += 1e6 // the few large ones do not do all the work
			}
		}
		if st.rand != nil {
			key += float64(0.5 * st.rand.Float64() * max(key, -key))
		}
		if best == nil || key < bestKey {
			best, bestKey = c, key
		}
	}
	return best
}

// takes reports whether the carrier can take anything that is left.
func (b *builder) takes(c *carrier, pool *pool) bool {
	for _, l := range pool.lots {
		if l.in.part.N > 0 && b.p.N.Fits(c.typ, l.in.part.Kind) {
			return true
		}
	}
	return false
}

// pool is what is still to be loaded for a hop.
type pool struct {
	lots   []*lot // items, largest first within a unit, then people
	items  int
	people int
	day    int // people who may still leave on the day that is being filled
	all    []lot
}

type lot struct {
	in    input
	order int // of its input, or of its row: see mix
}

// begin makes it a pool of inputs.
func (p *pool) begin(n *network.Network, inputs []input, r *rand.Rand) {
	*p = pool{lots: p.lots[:0], all: slices.Grow(p.all[:0], len(inputs))} // so that all stay where they are
	for i, in := range inputs {
		p.all = append(p.all, lot{in, i})
		p.lots = append(p.lots, &p.all[i])
		if in.part.Kind == network.People {
			p.people += in.part.N
		} else {
			p.items += in.part.N
		}
	}
	if r != nil && r.IntN(2) == 0 {
		r.Shuffle(len(p.lots), func(i, j int) { p.lots[i], p.lots[j] = p.lots[j], p.lots[i] })
		return
	}
	size := func(l *lot) float64 {
		if l.in.part.Kind == network.People {
			return 0
		}
		return n.Items[l.in.part.Kind].Length
	}
	slices.SortStableFunc(p.lots, func(a, b *lot) int {
		if a.in.est != b.in.est {
			return int(a.in.est - b.in.est)
		}
		if a.in.part.Unit != b.in.part.Unit {
			return a.order - b.order
		}
		return compare(size(b), size(a))
	})
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (p *pool) empty() bool { return p.items+p.people == 0 }

// with appends the load with more of a kind.
func with(into, load stow.Load, kind network.ItemIndex, k int) stow.Load {
	i := 0
	for i < len(load) && load[i].Type < kind {
		i++
	}
	into = append(into, load[:i]...)
	if i < len(load) && load[i].Type == kind {
		k += load[i].Count
		i++
	}
	return append(append(into, network.ItemCount{Type: kind, Count: k}), load[i:]...)
}
