package bound

import (
	"math"
	"slices"

	"sortie/network"
)

// master is the linear program over what one of each sort is worth at each
// place: as much as possible for all of the demand, where no load found so far earns
// more than what a load of its lading is worth, and on no route found so far a lift
// brings loads worth more than its fleet's share of one. What has to be earned
// is then how many times over the lifts would have to be there, and how much the
// program makes of each route and load is how the demand could be brought, but for
// parts of them. Each load found is one for all routes.
type master struct {
	*routing
	names   [][]int // variable of a sort at a place; [network.None] where it is worth nothing or never is
	size    int
	columns []*column
	ladings []*lading
	known   map[ladingKey]int
	steps   int // of fees; none where nothing costs any
	days    int // in which minutes under way of lifts whose hours per day are limited can cost something
	until   int // no work beyond
}

func (m *master) over() bool { return m.w.work > m.until }

// mostWorths bounds the variables of what is worth something, mostColumns the routes,
// mostLadings what they are loaded with, and mostRatio what the program says: more than that
// is as good as any more.
const (
	mostWorths  = 600
	mostColumns = 3000
	mostLadings = 600
	mostRatio   = 4
)

// lading is what the loads of a type can be taken from that lifts bring from one place to
// another on legs that carry so much: the same for all fleets of the type.
type lading struct {
	ladingKey
	shelf *shelf
	loads [][]packedSort // those found
}

type ladingKey struct {
	typ      *network.LiftType
	from, to network.PlaceIndex
	tonnes   float64
	goods    string
}

// packedSort is so many of a sort in a load.
type packedSort struct {
	sort  int
	count int64
}

// newMaster names the variables. Places are one for a sort that is joined by road
// lifts, or that can drive from one to the other and be in time, so
// that nothing is earned on the road. It is false where there are too many of them.
func newMaster(r *routing) (*master, bool) {
	m := &master{routing: r, known: map[ladingKey]int{}}
	for _, k := range r.sorts {
		names, of := make([]int, len(r.w.n.Places)), map[int]int{k.near[r.unit(k.parts[0]).To]: network.None}
		for p := range names {
			names[p] = network.None
			if !k.goes[p] {
				continue
			}
			if _, ok := of[k.near[p]]; !ok {
				of[k.near[p]] = m.size
				m.size++
			}
			names[p] = of[k.near[p]]
		}
		m.names = append(m.names, names)
	}
	return m, m.size > 0 && m.size+len(r.w.fleets) <= mostWorths
}

// column is the route of one lift of a fleet.
type column struct {
	fleet int
	ends  network.Minute
	loads []ferried
	uses  []use
}

// use is so many minutes of a server at a step.
type use struct {
	server, step int
	minutes      float64
}

// ferried is a load on a route: where, and what it can be taken from.
type ferried struct {
	way
	lading int
}

func (m *master) column(i int, route *route, by network.Minute) *column {
	c := &column{fleet: i, ends: network.Past}
	for _, d := range route.loads {
		c.ends = max(c.ends, d.ends)
		c.loads = append(c.loads, ferried{way{i, m.w.fleets[i].typ, d.from, d.to, network.None}, m.lading(i, d)})
	}
	m.spend(c, route, by)
	return c
}

// spend counts what the route uses of what can have fees.
func (m *master) spend(c *column, route *route, by network.Minute) {
	if m.steps == 0 {
		return
	}
	for _, s := range m.spent(m.w.fleets[c.fleet], route, by) {
		c.spends(m, s)
	}
}

// spends counts what of a server a lift uses in each step.
func (c *column) spends(m *master, s spends) {
	for from := s.from; from < s.until; {
		step := int((from - m.w.n.Start) / feeStep)
		next := min(s.until, m.w.n.Start+network.Minute(step+1)*feeStep)
		if step < m.steps {
			c.uses = append(c.uses, use{s.server, step, float64(s.number) * float64(next-from)})
		}
		from = next
	}
}

// lading finds that of a delivery, and adds the load to it. Loads of others that fit are
// known of a new one at once.
func (m *master) lading(i int, d *delivery) int {
	typ := m.w.fleets[i].typ
	key := ladingKey{typ, d.from, d.to, math.Min(d.tonnes, typ.MaxPayload()), d.offer.shelf.name}
	n, ok := m.known[key]
	if !ok {
		n = len(m.ladings)
		m.known[key] = n
		l := &lading{ladingKey: key, shelf: d.offer.shelf}
		for _, other := range m.ladings {
			if other.typ != l.typ || other.from != l.from || other.to != l.to || other.tonnes > l.tonnes {
				continue
			}
			for _, load := range other.loads {
				if l.shelf.holds(load) {
					l.add(load)
				}
			}
		}
		m.ladings = append(m.ladings, l)
	}
	m.ladings[n].add(m.parts(typ, d.offer, d.tonnes))
	return n
}

// parts is the load of an offer that earns most.
func (m *master) parts(typ *network.LiftType, o *offer, tonnes float64) []packedSort {
	var out []packedSort
	_, load := m.load(typ, o, tonnes)
	for l, lot := range o.lots {
		if load[l] > 0 {
			out = append(out, packedSort{lot.sort, load[l]})
		}
	}
	return out
}

// add is false where the load is known.
func (l *lading) add(load []packedSort) bool {
	if slices.ContainsFunc(l.loads, func(other []packedSort) bool { return slices.Equal(other, load) }) {
		return false
	}
	l.loads = append(l.loads, load)
	return true
}

// holds reports whether all of the load can be there.
func (s *shelf) holds(load []packedSort) bool {
	for _, p := range load {
		if !slices.ContainsFunc(s.goods, func(g goods) bool { return g.sort == p.sort && g.count >= p.count }) {
			return false
		}
	}
	return true
}

// objective is what has to be earned. The variables are what all of a sort is
// worth at each place, then what each limit earns, then each fleet's share; those of
// ladings follow.
func (m *master) objective(limits []limit) []float64 {
	out := make([]float64, m.size+len(limits)+len(m.w.fleets))
	for n, k := range m.sorts {
		for _, part := range k.parts {
			if v := m.names[n][m.unit(part).At]; v != network.None {
				out[v] += float64(m.entries[part].count) / float64(k.count)
			}
		}
	}
	for i, l := range limits {
		if l.more {
			out[m.size+i] = float64(l.most + 1)
		} else {
			out[m.size+i] = -float64(l.most)
		}
	}
	return out
}

// whole makes whole points of prices, so that the dearest worth or toll is so many.
func (m *master) whole(limits []limit, prices []float64) *stakes {
	dearest := 1e-300
	for n, k := range m.sorts {
		for _, v := range m.names[n] {
			if v != network.None {
				dearest = math.Max(dearest, prices[v]/float64(k.count))
			}
		}
	}
	for i := range limits {
		dearest = math.Max(dearest, prices[m.size+i])
	}
	points := func(price float64) int64 { return int64(math.Round(math.Min(price/dearest*finest, 1e9))) }
	s := &stakes{limits: limits, each: make([][]int64, len(m.sorts))}
	for n, k := range m.sorts {
		s.each[n] = make([]int64, len(m.w.n.Places))
		most := int64(0)
		for p, v := range m.names[n] {
			if v != network.None {
				s.each[n][p] = points(prices[v] / float64(k.count))
				most = max(most, s.each[n][p])
			}
		}
		for p := range m.names[n] {
			if !k.goes[p] {
				s.each[n][p] = most // so that nothing is earned by going where it never is
			}
		}
	}
	for i := range limits {
		s.extra = append(s.extra, points(prices[m.size+i]))
	}
	if m.steps > 0 {
		for slot, price := range prices[m.size+len(limits):][:len(m.servers)*m.steps] {
			if slot%m.steps == 0 {
				s.fees = append(s.fees, nil)
			}
			server := slot / m.steps
			s.fees[server] = append(s.fees[server], points(price))
		}
	}
	if m.days > 0 {
		s.days = make([][]int64, len(m.w.fleets))
		for i, f := range m.w.fleets {
			for n := 0; n < m.days && f.limited(); n++ {
				s.days[i] = append(s.days[i], points(prices[m.underWay(limits, i, n)]))
			}
		}
	}
	return s
}

// underWay is the price of minutes under way of a fleet in the n-th 24 hours.
func (m *master) underWay(limits []limit, fleet, n int) int {
	return m.size + len(limits) + len(m.servers)*m.steps + fleet*m.days + n
}

// price adds the routes that earn most at some prices, and finds how many times
// over these ask for the lifts.
func (m *master) price(limits []limit, prices []float64, by network.Minute) (ratio float64, ok bool) {
	s := m.whole(limits, prices)
	earned := m.paid(s, by)
	for i, f := range m.w.fleets {
		if f.Count <= 0 {
			continue
		}
		one, route, known := m.best(i, s, by, unlimited)
		if !known || m.over() || len(m.columns) >= mostColumns {
			return 0, false
		}
		earned += mul(int64(f.Count), one)
		if one > 0 {
			m.columns = append(m.columns, m.column(i, route, by))
		}
	}
	return float64(m.owed(s)) / math.Max(float64(earned), 1e-9), true
}

// between is a quarter of the way from some prices to others, both as if all of the
// demand were worth the same: those of the program leap from round to round.
func (m *master) between(limits []limit, a, b []float64) []float64 {
	objective := m.objective(limits)
	owed := func(prices []float64) float64 {
		total := 0.0
		for v, price := range prices[:m.size+len(limits)] {
			total += objective[v] * price
		}
		return math.Max(total, 1e-9)
	}
	out := make([]float64, len(a))
	for v := range out {
		out[v] = 3*a[v]/owed(a) + b[v]/owed(b)
	}
	return out
}
