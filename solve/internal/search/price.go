package search

import (
	"math"
	"math/rand/v2"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// prices say what a load costs a plan: the minutes that it takes of each team
// and lift, the more the busier those are. What is busy all the time holds the
// plan back; what stands idle is free.
type prices struct {
	p    *haul.Problem
	team [][modes]float64 // of a minute of one of the teams, by place
	lift []float64        // of a minute of one lift of the type
}

// free is the price of a minute of what stands idle: fewer loads are better
// though nothing waits for them.
const free = 0.02

// pricesOf reads the prices from a solution.
func pricesOf(p *haul.Problem, s *Solution) *prices {
	n := p.N
	out := &prices{p, make([][modes]float64, len(n.Places)), make([]float64, len(n.Types))}
	span := float64(max(60, s.Schedule.Score.Closure-n.Start))
	lifts := make([]float64, len(n.Types))
	for i := range n.Fleets {
		lifts[n.Fleets[i].Type] += float64(n.Fleets[i].Count)
	}
	for i := range s.Schedule.Moves {
		m := &s.Schedule.Moves[i]
		if m.Fleet == network.None {
			continue
		}
		typ := n.Fleets[m.Fleet].Type
		t := &n.Types[typ]
		out.lift[typ] += float64(m.Under)
		if m.Haul != nil {
			out.lift[typ] += float64(t.Load + t.Unload)
			out.team[m.From][t.Mode] += float64(t.Load)
			out.team[m.To][t.Mode] += float64(t.Unload)
		}
	}
	for p := range out.team {
		for m, work := range out.team[p] {
			if work > 0 {
				out.team[p][m] = price(work, float64(n.Places[p].Working[m]), span)
			}
		}
	}
	for typ, work := range out.lift {
		out.lift[typ] = price(work, lifts[typ], span)
	}
	return out
}

// price is of a minute of one of so many that share the work.
func price(work, of, span float64) float64 {
	if of == 0 || of >= network.Unlimited {
		return 0
	}
	busy := math.Min(1, work/of/span)
	return math.Max(free, busy*busy*busy*busy) / of
}

// eased is the prices with those of lifts less, or more, by chance: a lift that
// is half busy may be free for the trips that matter, or the one thing that
// lacks.
func (pr *prices) eased(r *rand.Rand) *prices {
	out := &prices{pr.p, pr.team, slices.Clone(pr.lift)}
	for i := range out.lift {
		out.lift[i] *= 2 * r.Float64() * r.Float64()
	}
	return out
}

// of is the price of a load by the carrier over the hop.
func (pr *prices) of(h haul.HopID, c *carrier) float64 {
	hop, t := &pr.p.Hops[h], &pr.p.N.Types[c.typ]
	loading := float64(float64(t.Load) * pr.team[hop.From][hop.Mode])
	unloading := float64(float64(t.Unload) * pr.team[hop.To][hop.Mode])
	return loading + unloading + float64(float64(c.round)*pr.lift[c.typ]) + 1e-9
}

// worth is of one of each lot in the pool: its share of the cheapest load that
// can hold it.
func (b *builder) worth(h haul.HopID, carriers []*carrier, p *pool, pr *prices) []float64 {
	n := b.p.N
	out := append(b.worthOf[:0], make([]float64, len(p.lots))...)
	for _, l := range p.lots {
		kind, least := l.in.part.Kind, math.Inf(1)
		for _, c := range carriers {
			if n.Fits(c.typ, kind) {
				least = math.Min(least, pr.of(h, c)*shareOf(n, c, kind))
			}
		}
		out[l.order] = least
	}
	b.worthOf = out
	return out
}

// shareOf is which part of a load of the carrier one of the kind takes.
func shareOf(n *network.Network, c *carrier, kind network.ItemIndex) float64 {
	t := &n.Types[c.typ]
	if kind == network.People {
		return 1 / float64(max(1, t.Seats.Empty))
	}
	it := &n.Items[kind]
	share := 1e-6
	if c.payload > 0 {
		share = math.Max(share, it.Mass/c.payload)
	}
	if t.NoSpace {
		return share
	}
	places := 0.0 // of such items on the decks, in rows of as many as stand abreast
	for _, d := range t.Decks {
		if it.Height <= d.Height {
			places += float64(math.Floor((d.Width-t.Gap)/(it.Width+t.Gap)) * (d.Length - t.Gap) / (it.Length + t.Gap))
		}
	}
	return math.Max(share, 1/math.Max(1, places))
}

// between is the prices half way to others.
func (pr *prices) between(o *prices) *prices {
	out := &prices{pr.p, make([][modes]float64, len(pr.team)), make([]float64, len(pr.lift))}
	for p := range pr.team {
		for m, v := range pr.team[p] {
			out.team[p][m] = (v + o.team[p][m]) / 2
		}
	}
	for i, v := range pr.lift {
		out.lift[i] = (v + o.lift[i]) / 2
	}
	return out
}
