package bound

import (
	"math"
	"slices"

	"sortie/network"
)

// master is the linear program over what one of each sort is worth at each
// place: as much as possible for all of the demand, where on no route found so
// far a lift earns more than its fleet's share of one. What has to be earned
// is then how many times over the lifts would have to be there, and how much the
// program makes of each route is how the demand could be brought, but for parts
// of routes.
type master struct {
	*routing
	names   [][]int // variable of a sort at a place; [network.None] where it is worth nothing or never is
	size    int
	columns []*column
	until   int // no work beyond
}

func (m *master) over() bool { return m.w.work > m.until }

// mostWorths bounds the variables of the program, mostColumns the routes in it,
// and mostRatio what it says: more than that is as good as any more.
const (
	mostWorths  = 600
	mostColumns = 3000
	mostRatio   = 4
)

// newMaster names the variables. Places joined by road are one, so that nothing
// is earned on the road. It is false where there are too many of them.
func newMaster(r *routing, near []int) (*master, bool) {
	m := &master{routing: r}
	for _, k := range r.sorts {
		names, of := make([]int, len(r.w.n.Places)), map[int]int{near[k.to]: network.None}
		for p := range names {
			names[p] = network.None
			if !r.reached(k, p) {
				continue
			}
			if _, ok := of[near[p]]; !ok {
				of[near[p]] = m.size
				m.size++
			}
			names[p] = of[near[p]]
		}
		m.names = append(m.names, names)
	}
	return m, m.size > 0 && m.size+len(r.w.fleets) <= mostWorths
}

// column is the route of one lift of a fleet.
type column struct {
	fleet int
	ends  network.Minute
	loads []way
	takes []taken
}

// taken is so many of a sort on a way.
type taken struct {
	way
	count int64
}

func (r *routing) column(i int, route []*delivery) *column {
	c := &column{fleet: i, ends: network.Past}
	for _, d := range route {
		c.ends = max(c.ends, d.ends)
		c.loads = append(c.loads, way{i, d.from, d.to, network.None})
		_, load := r.load(r.w.fleets[i].typ, d.offer, d.tonnes)
		for l, lot := range d.offer.lots {
			if load[l] > 0 {
				c.takes = append(c.takes, taken{way{i, d.from, d.to, lot.sort}, load[l]})
			}
		}
	}
	return c
}

// uses is how many of a column take a way.
func (c *column) uses(w way) (number int64) {
	for _, load := range c.loads {
		if load == w {
			number++
		}
	}
	for _, t := range c.takes {
		if t.way == w {
			number += t.count
		}
	}
	return number
}

// objective is what has to be earned. The variables are what all of a sort is
// worth at each place, then what each limit earns, then each fleet's share.
func (m *master) objective(limits []limit) []float64 {
	out := make([]float64, m.size+len(limits)+len(m.w.fleets))
	for n, k := range m.sorts {
		if v := m.names[n][k.at]; v != network.None {
			out[v]++
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

// add puts what is earned by so many of a sort on a way into a row.
func (m *master) add(row []float64, t taken) {
	part := float64(t.count) / float64(m.sorts[t.sort].count)
	if v := m.names[t.sort][t.from]; v != network.None {
		row[v] += part
	}
	if v := m.names[t.sort][t.to]; v != network.None {
		row[v] -= part
	}
}

// program is the linear program of a case and a minute. Routes that are found
// later are added to it where it stands.
type program struct {
	*master
	limits    []limit
	by        network.Minute
	objective []float64
	table     *dictionary
	next      int   // of the columns
	listed    []int // the column of each of its rows
}

func (m *master) program(limits []limit, by network.Minute) *program {
	return &program{master: m, limits: limits, by: by, objective: m.objective(limits)}
}

// begin lays out a program without routes.
func (p *program) begin() {
	p.table, p.next = newDictionary(p.objective), 0
	shares := make([]float64, len(p.objective))
	for i, f := range p.w.fleets {
		shares[len(p.objective)-len(p.w.fleets)+i] = float64(f.Count)
	}
	p.table.limit(shares, 1)
	p.table.limit(p.objective, mostRatio)
	p.listed = []int{network.None, network.None}
}

// extend adds the routes that are new and end by the minute.
func (p *program) extend() {
	for ; p.next < len(p.columns); p.next++ {
		c := p.columns[p.next]
		if c.ends > p.by {
			continue
		}
		row := make([]float64, len(p.objective))
		for _, t := range c.takes {
			p.add(row, t)
		}
		for i := range p.limits {
			row[p.size+i] = float64(p.limits[i].sign() * c.uses(p.limits[i].way))
		}
		row[p.size+len(p.limits)+c.fleet] = -1
		p.table.limit(row, 0)
		p.listed = append(p.listed, p.next)
	}
}

// solve finds the best prices by the routes known so far that end by the minute, what has
// to be earned at them, and how much of each route is used.
func (p *program) solve() (prices []float64, owed float64, used []float64, ok bool) {
	if p.table != nil {
		p.extend()
		ok = p.count(p.table.restore)
	}
	if !ok {
		p.begin()
		p.extend()
		if !p.count(p.table.climb) {
			return nil, 0, nil, false
		}
	}
	x, duals := p.table.solution()
	for v, c := range p.objective {
		owed += c * x[v]
	}
	used = make([]float64, len(p.columns))
	for i, n := range p.listed {
		if n != network.None {
			used[n] = duals[i]
		}
	}
	return x[:p.size+len(p.limits)], owed, used, true
}

// count adds the work of a part of the simplex method.
func (p *program) count(solve func() bool) bool {
	before := p.table.work
	ok := solve()
	p.w.work += (p.table.work - before) / 2
	return ok
}

// whole makes whole points of prices, so that the dearest is worth so many.
func (m *master) whole(limits []limit, prices []float64) *stakes {
	dearest := 1e-300
	for n, k := range m.sorts {
		for _, v := range m.names[n] {
			if v != network.None {
				dearest = math.Max(dearest, prices[v]/float64(k.count))
			}
		}
	}
	points := func(price float64) int64 { return int64(math.Round(math.Min(price/dearest*finest, 1e9))) }
	s := &stakes{limits: limits, each: make([][]int64, len(m.sorts))}
	for n, k := range m.sorts {
		s.each[n] = make([]int64, len(m.w.n.Places))
		at := m.names[n][k.at]
		for p, v := range m.names[n] {
			if !m.reached(k, p) {
				v = at // so that nothing is earned by going where it never is
			}
			if v != network.None {
				s.each[n][p] = points(prices[v] / float64(k.count))
			}
		}
	}
	for i := range limits {
		s.extra = append(s.extra, points(prices[m.size+i]))
	}
	return s
}

// price adds the routes that earn most at some prices, and finds how many times
// over these ask for the lifts.
func (m *master) price(limits []limit, prices []float64, by network.Minute) (ratio float64, ok bool) {
	s := m.whole(limits, prices)
	earned := int64(0)
	for i, f := range m.w.fleets {
		if f.Count <= 0 {
			continue
		}
		one, route, known := m.best(i, s, by)
		if !known || m.over() || len(m.columns) >= mostColumns {
			return 0, false
		}
		earned += mul(int64(f.Count), one)
		if one > 0 {
			m.columns = append(m.columns, m.column(i, route))
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
		for v, price := range prices {
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

// split is the way of which the number that the program takes is least whole:
// of loads, and only where those are all whole, of a sort. It is nil where
// all are whole.
func (m *master) split(used []float64) *limit {
	numbers := map[way]float64{}
	var ways []way
	add := func(w way, number float64) {
		if _, ok := numbers[w]; !ok {
			ways = append(ways, w)
		}
		numbers[w] += number
	}
	for n, part := range used {
		for _, w := range m.columns[n].loads {
			add(w, part)
		}
		for _, t := range m.columns[n].takes {
			add(t.way, part*float64(t.count))
		}
	}
	far := func(w way) float64 {
		far := math.Abs(numbers[w] - math.Round(numbers[w]))
		if far > 1e-4 && w.sort == network.None {
			far++
		}
		return far
	}
	if len(ways) == 0 {
		return nil
	}
	w := slices.MaxFunc(ways, func(a, b way) int { return int(math.Copysign(1, far(a)-far(b))) })
	if far(w) <= 1e-4 {
		return nil
	}
	return &limit{way: w, most: int64(math.Floor(numbers[w]))}
}
