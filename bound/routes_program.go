package bound

import (
	"cmp"
	"math"
	"slices"

	"sortie/network"
)

// program is the linear program of a case, for a minute. Of the routes and loads that are
// known its table has those that matter at the prices so far.
type program struct {
	*master
	limits    []limit
	by        network.Minute
	objective []float64
	table     *dictionary
	rows      []row    // what each of its rows is of
	own       int      // those of them that are the program's own
	routes    [][]term // rows of the columns
	priced    []pricedLading
	worths    map[priceKey]int // their numbers
	fees      map[int]int      // variables of the fees, by slot
}

// row is of a route, or of a load of a lading that has a price; of neither it is the
// program's own.
type row struct{ column, lading, load int }

// pricedLading is a lading, for the lifts of one fleet where there are limits of what they
// bring, or for all.
type pricedLading struct {
	priceKey
	variable int
	loads    [][]term // rows of those known
}

type priceKey struct{ lading, fleet int }

func (m *master) program(limits []limit) *program {
	return &program{master: m, limits: limits, objective: m.objective(limits), worths: map[priceKey]int{}, fees: map[int]int{}}
}

// begin lays out a program without routes.
func (p *program) begin() {
	p.table, p.rows, p.routes, p.priced = newDictionary(p.objective), nil, nil, nil
	clear(p.worths)
	clear(p.fees)
	shares := make([]float64, len(p.objective))
	for i, f := range p.w.fleets {
		shares[p.share(i)] = float64(f.Count)
	}
	own := row{network.None, network.None, network.None}
	p.limit(own, shares, 1)
	for v, part := range p.objective {
		if part > 0 {
			only := make([]float64, len(p.objective))
			only[v] = part
			p.limit(own, only, mostRatio)
		}
	}
	p.own = len(p.rows)
}

func (p *program) limit(of row, entries []float64, most float64) {
	p.table.limit(entries, most)
	p.rows = append(p.rows, of)
}

// share is the variable of a fleet's share.
func (p *program) share(fleet int) int { return p.size + len(p.limits) + fleet }

// price is the number of what a load of a lading is worth on a fleet's lifts.
func (p *program) price(f ferried) int {
	key := priceKey{f.lading, network.None}
	for _, l := range p.limits {
		if w := f.way; l.sort != network.None && l.fleet != network.None {
			if w.sort = l.sort; l.covers(w) {
				key.fleet = f.fleet
			}
		}
	}
	n, ok := p.worths[key]
	if !ok {
		n = len(p.priced)
		p.worths[key] = n
		p.priced = append(p.priced, pricedLading{priceKey: key, variable: p.table.variable(network.None, 0)})
	}
	return n
}

// term is so much of a variable in a row.
type term struct {
	variable int
	times    float64
}

// brings is the row of a route: its loads are worth no more than the share of its fleet.
func (p *program) brings(c *column) []term {
	out := []term{{p.share(c.fleet), -1}}
	for _, f := range c.loads {
		out = append(out, term{p.priced[p.price(f)].variable, 1})
		for n, l := range p.limits {
			if l.covers(f.way) {
				out = append(out, term{p.size + n, float64(l.sign())})
			}
		}
	}
	for _, u := range c.uses {
		out = append(out, term{p.fee(u.server*p.steps + u.step), -u.minutes})
	}
	return out
}

// fee is the variable of what a minute of a server costs at a step: all minutes that lifts use are paid
// out of what there is.
func (p *program) fee(slot int) int {
	v, ok := p.fees[slot]
	if !ok {
		v = p.table.variable(0, float64(p.servers[slot/p.steps].number)*float64(feeStep))
		p.fees[slot] = v
	}
	return v
}

// earns is the row of a load: what its parts earn is no more than a load is worth.
func (p *program) earns(k *pricedLading, load []packedSort) []term {
	l := p.ladings[k.lading]
	out := []term{{k.variable, -1}}
	for _, t := range load {
		part := float64(t.count) / float64(p.sorts[t.sort].count)
		if v := p.names[t.sort][l.from]; v != network.None {
			out = append(out, term{v, part})
		}
		if v := p.names[t.sort][l.to]; v != network.None {
			out = append(out, term{v, -part})
		}
		for n, limit := range p.limits {
			if limit.covers(way{k.fleet, l.typ, l.from, l.to, t.sort}) {
				out = append(out, term{p.size + n, float64(limit.sign() * t.count)})
			}
		}
	}
	return out
}

// broken is by how much a row is, where its variables are so much.
func (p *program) broken(terms []term, x []float64) float64 {
	p.w.work += len(terms) / 4
	total := 0.0
	for _, t := range terms {
		if t.variable < len(x) {
			total += t.times * x[t.variable]
		}
	}
	return total
}

// extend adds, of each fleet's routes that end by the minute and of each lading's loads, the one
// that is most broken; false where none is.
func (p *program) extend(x []float64) bool {
	const enough = 1e-7
	worst, routes := make([]float64, len(p.w.fleets)), make([]int, len(p.w.fleets))
	for n, c := range p.columns {
		if n == len(p.routes) {
			p.routes = append(p.routes, p.brings(c))
		}
		if c.ends > p.by {
			continue
		}
		if by := p.broken(p.routes[n], x); by > max(worst[c.fleet], enough) {
			worst[c.fleet], routes[c.fleet] = by, n+1
		}
	}
	before := len(p.rows)
	for _, n := range routes {
		if n > 0 {
			p.addRow(row{n - 1, network.None, network.None}, p.routes[n-1])
		}
	}
	for n := range p.priced {
		k, load, most := &p.priced[n], network.None, enough
		for l, parts := range p.ladings[k.lading].loads {
			if l == len(k.loads) {
				k.loads = append(k.loads, p.earns(k, parts))
			}
			if by := p.broken(k.loads[l], x); by > most {
				load, most = l, by
			}
		}
		if load != network.None {
			p.addRow(row{network.None, n, load}, k.loads[load])
		}
	}
	return len(p.rows) > before
}

func (p *program) addRow(of row, terms []term) {
	entries := make([]float64, p.table.variables())
	for _, t := range terms {
		entries[t.variable] += t.times
	}
	p.limit(of, entries, 0)
}

// solve finds the best prices by the routes known so far that end by the minute, and what has
// to be earned at them. Loads that earn more at them than one of their lading is worth
// are added until there are none.
func (p *program) solve(by network.Minute) (prices []float64, owed float64, ok bool) {
	p.by = by
	for range mostLoadings {
		if prices, owed, ok = p.settle(); !ok || p.over() || len(p.priced) > mostLadings || !p.load(prices) {
			break
		}
	}
	return prices, owed, ok
}

// mostLoadings bounds how often loads are looked for at new prices before routes are.
const mostLoadings = 8

// settle solves the program with all routes and loads that are known; once more from the beginning
// where it goes astray.
func (p *program) settle() (prices []float64, owed float64, ok bool) {
	if prices, owed, ok = p.reach(); !ok {
		p.table = nil
		prices, owed, ok = p.reach()
	}
	return prices, owed, ok
}

func (p *program) reach() (prices []float64, owed float64, ok bool) {
	if p.table == nil {
		p.begin()
		if ok = p.count(p.table.climb); !ok {
			return nil, 0, false
		}
	}
	x, _ := p.table.solution()
	for p.extend(x) {
		if !p.count(p.table.restore) {
			return nil, 0, false
		}
		if x, _ = p.table.solution(); len(p.table.outside) > 2*p.table.variables() {
			p.table.relieve(p.own)
		}
	}
	for v, c := range p.objective {
		owed += c * x[v]
	}
	prices = slices.Clone(x[:p.size+len(p.limits)])
	if p.steps > 0 {
		fees := make([]float64, len(p.servers)*p.steps)
		for slot, v := range p.fees {
			if v < len(x) {
				fees[slot] = x[v]
			}
		}
		prices = append(prices, fees...)
	}
	return prices, owed, true
}

// load adds the loads that earn most at some prices; false where none is new.
func (p *program) load(prices []float64) bool {
	s, found := p.whole(p.limits, prices), false
	for _, k := range p.priced {
		l, fleet := p.ladings[k.lading], k.fleet
		if fleet == network.None {
			fleet = slices.IndexFunc(p.w.fleets, func(f *lifts) bool { return f.typ == l.typ })
		}
		if o := p.offer(fleet, s, l.from, l.shelf); len(o.lots) > 0 {
			found = l.add(p.parts(l.typ, o, l.tonnes)) || found
		}
	}
	return found
}

// count adds the work of a part of the simplex method.
func (p *program) count(solve func() bool) bool {
	before := p.table.work
	ok := solve()
	p.w.work += (p.table.work - before) / 4
	return ok
}

// numbers is how many the program makes of each load, and of each sort in them.
func (p *program) numbers() (ways []way, numbers map[way]float64) {
	_, used := p.table.solution()
	numbers = map[way]float64{}
	add := func(w way, number float64) {
		if _, ok := numbers[w]; !ok {
			ways = append(ways, w)
		}
		numbers[w] += number
	}
	carried := make([]map[way]float64, len(p.priced)) // how many loads of it go which way
	total := make([]float64, len(p.priced))
	for i, r := range p.rows {
		if r.column == network.None {
			continue
		}
		for _, f := range p.columns[r.column].loads {
			add(f.way, used[i])
			n := p.price(f)
			if carried[n] == nil {
				carried[n] = map[way]float64{}
			}
			carried[n][f.way] += used[i]
			total[n] += used[i]
		}
	}
	for i, r := range p.rows {
		if r.lading == network.None || used[i] <= 0 || total[r.lading] <= 0 {
			continue
		}
		l := p.ladings[p.priced[r.lading].lading]
		for fleet := range p.w.fleets {
			w := way{fleet, l.typ, l.from, l.to, network.None}
			loads := carried[r.lading][w] / total[r.lading] * used[i]
			if loads <= 0 {
				continue
			}
			for _, part := range l.loads[r.load] {
				w.sort = part.sort
				add(w, loads*float64(part.count))
			}
		}
	}
	return ways, numbers
}

// kindsOfWays is what splits name, what counts the most loads together first.
var kindsOfWays = []func(w way) way{
	func(w way) way { return way{network.None, w.typ, network.None, network.None, w.sort} },
	func(w way) way { return way{network.None, w.typ, w.from, network.None, w.sort} },
	func(w way) way { return way{network.None, w.typ, network.None, w.to, w.sort} },
	func(w way) way { return way{network.None, w.typ, w.from, w.to, w.sort} },
	func(w way) way { return way{w.fleet, nil, w.from, w.to, w.sort} },
}

// parted is how far from whole a number is that is good enough to split at.
const parted = 0.1

// split is a way of which the number that the program takes is not whole: of the type that can carry the most, and
// of the most loads together of which it is far from that, or else of those of which it is farthest; and only where all
// loads are whole, of a sort. It is nil where all are whole.
func (p *program) split() *limit {
	ways, numbers := p.numbers()
	slices.SortStableFunc(ways, func(a, b way) int {
		return cmp.Or(cmp.Compare(b.typ.MaxPayload(), a.typ.MaxPayload()), cmp.Compare(a.typ.ID, b.typ.ID))
	})
	for _, loads := range []bool{true, false} {
		for rest := ways; len(rest) > 0; {
			same := 1
			for same < len(rest) && rest[same].typ == rest[0].typ {
				same++
			}
			if l := leastWholeWay(rest[:same], numbers, loads); l != nil {
				return l
			}
			rest = rest[same:]
		}
	}
	return nil
}

// leastWholeWay is the way of loads, or of sorts, that is least whole: of all that lifts take together, if that is far from it, or
// else of what names more of where they go.
func leastWholeWay(ways []way, numbers map[way]float64, loads bool) (best *limit) {
	most := 1e-4
	for _, kind := range kindsOfWays {
		var kinds []way
		sums := map[way]float64{}
		for _, w := range ways {
			if loads != (w.sort == network.None) {
				continue
			}
			of := kind(w)
			if _, ok := sums[of]; !ok {
				kinds = append(kinds, of)
			}
			sums[of] += numbers[w]
		}
		for _, w := range kinds {
			if far := math.Abs(sums[w] - math.Round(sums[w])); far > most {
				best, most = &limit{way: w, most: int64(math.Floor(sums[w]))}, far
			}
		}
		if most > parted {
			break
		}
	}
	return best
}
