package bound

import (
	"math"

	"sortie/network"
)

// pile is what a load of a route can be taken from.
type pile struct {
	typ    *network.LiftType
	from   network.PlaceIndex
	shelf  *shelf
	tonnes float64
}

// reload looks for better loads on the routes known, at the next prices: of each fleet the route that
// earns most with them is one more claim, where that is much more than what the claims say. Other loads are
// found much sooner than other routes.
func (b *bundle) reload(claimed float64) (better bool) {
	s, loads := b.whole(nil, b.next), map[pile][]packedSort{}
	apart := muchMore * math.Max(b.least-claimed, smallChange) / float64(len(b.claims))
	for i, claims := range b.claims {
		most, best := 0.0, (*claim)(nil)
		for _, c := range claims {
			most = math.Max(most, c.earns(b.next))
		}
		most += apart / float64(max(b.w.fleets[i].Count, 1))
		for _, c := range claims {
			b.w.work += len(c.terms)
			earns := c.earns(b.next)
			for _, d := range c.route.loads {
				earns += b.value(d, b.loadOf(i, s, d, loads)) - b.value(d, d.parts)
			}
			if earns > most {
				most, best = earns, c
			}
		}
		if best == nil {
			continue
		}
		route := *best.route
		route.loads = make([]*delivery, len(best.route.loads))
		for n, d := range best.route.loads {
			again := *d
			again.parts = b.loadOf(i, s, d, loads)
			route.loads[n] = &again
		}
		b.claims[i] = append(claims, &claim{route: &route, terms: b.terms(i, &route)})
		better = true
	}
	return better
}

// loadOf is the load that earns most where a delivery of a fleet is, of those found or a new one.
func (b *bundle) loadOf(i int, s *stakes, d *delivery, found map[pile][]packedSort) []packedSort {
	typ := b.w.fleets[i].typ
	key := pile{typ, d.from, d.offer.shelf, d.tonnes}
	parts, ok := found[key]
	if !ok {
		if o := b.offer(i, s, d.from, d.offer.shelf); len(o.lots) > 0 {
			parts = b.parts(typ, o, d.tonnes)
		}
		found[key] = parts
	}
	return parts
}

// value is what a load earns at the next prices where a delivery is.
func (b *bundle) value(d *delivery, parts []packedSort) float64 {
	total := 0.0
	for _, p := range parts {
		part := float64(p.count) / float64(b.sorts[p.sort].count)
		if v := b.names[p.sort][d.from]; v != network.None {
			total += part * b.next[v]
		}
		if v := b.names[p.sort][d.to]; v != network.None {
			total -= part * b.next[v]
		}
	}
	return total
}
