package bound

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"sortie/network"
)

// runLimit is a limit of the number of runs of a fleet, or of a type, of its lifts' n-th, from one place to
// another, in which some parts alone can be; where any of these is none, of all. Or it is one of how many of
// a lot are in these.
type runLimit struct {
	fleet, trip int
	typ         network.TypeIndex
	from, to    network.PlaceIndex
	of          set
	lot         int // none: runs are counted
	most        int64
	more        bool // the number is greater
}

// same reports whether another is of the same number.
func (l *runLimit) same(other runLimit) bool {
	other.more = l.more
	return *l == other
}

// holds reports whether a limit counts what is in the loads of a group.
func (l *runLimit) holds(r *roster, g int) bool {
	group := &r.groups[g]
	return l.lot != network.None && (l.typ == network.None || l.typ == group.typ) && (l.of == 0 || l.of == group.of)
}

func (l *runLimit) counts(c *cut, r *run) bool {
	return (l.fleet == network.None || slices.Contains(r.fleets, l.fleet)) && (l.typ == network.None || l.typ == c.w.fleets[r.fleet].Type) &&
		(l.trip == network.None || l.trip == r.trip) && (l.of == 0 || l.of == r.of) &&
		(l.from == network.None || l.from == r.from) && (l.to == network.None || l.to == r.to)
}

// runStakes is what one of each lot is worth, what resources cost, and what
// each limit pays or costs.
type runStakes struct {
	weights, tolls []int64
	prices         []runPrice
}

type runPrice struct {
	spell
	price int64
}

// Limits of the linear programs: entries of one, what is changed of them, and how often loads are added.
const (
	mostRunEntries    = 40_000
	mostCoarseEntries = 60_000
	mostRunSolve      = 30_000_000
	mostRunRounds     = 200
)

// runProgram looks for stakes at which, within the limits, all runs cannot be worth what the demand
// is: its columns are what one of each lot is worth, what a load of each group is, what
// a trip is, what there is of each resource that matters, and what each limit pays; its rows are runs and loads.
type runProgram struct {
	*roster
	d      *dictionary
	limits []runLimit
	tolls  []int // the column of each limit
	scarce []int // the spells that are in it
	prices []int // the column of each
	loads  []runLoad
}

// runLoad is a row that says what a load of a group is worth at the least.
type runLoad struct {
	row, group int
	load       []int64
}

func (r *roster) program() (*runProgram, bool) {
	most := mostRunEntries
	if r.coarse {
		most = mostCoarseEntries
	}
	if (len(r.runs)+len(r.groups))*(len(r.lots)+len(r.groups)+len(r.trips)) > most {
		return nil, false
	}
	r.spells = append(r.c.spells(r.runs), r.c.lateSpells(r.runs)...)
	p := &runProgram{roster: r}
	p.lay()
	return p, true
}

// lay makes the dictionary of what is in the program.
func (p *runProgram) lay() {
	trips := len(p.lots) + len(p.groups)
	size := trips + len(p.trips) + len(p.prices) + len(p.tolls)
	objective, all := make([]float64, size), make([]float64, size)
	for n := range p.lots {
		objective[n], all[n] = 1, 1
	}
	for t, trip := range p.trips {
		objective[trips+t] = -float64(trip.count)
	}
	for k, at := range p.prices {
		objective[at], _ = p.spells[p.scarce[k]].part(0)
	}
	for k, at := range p.tolls {
		number, _ := p.limits[k].number()
		if objective[at] = number; number > 0 {
			all[at] = number
		}
	}
	work := 0
	if p.d != nil {
		work = p.d.work
	}
	p.d = newDictionary(objective)
	p.d.work = work
	p.d.limit(all, 1)
	for i := range p.runs {
		row := make([]float64, size)
		row[len(p.lots)+p.group[i]] = 1
		row[trips+p.trip[i]] = -1
		for k, at := range p.prices {
			_, row[at] = p.spells[p.scarce[k]].part(i)
		}
		for k, at := range p.tolls {
			if l := &p.limits[k]; l.lot == network.None && l.counts(p.c, &p.runs[i]) {
				_, row[at] = l.number()
			}
		}
		p.d.limit(row, eased(i))
	}
	for _, r := range p.loads {
		p.d.limit(p.row(r.group, r.load), 0)
	}
}

// part is how much of a spell there is and what a run takes, in parts of what there is, as a column has them.
func (s *spell) part(run int) (has, takes float64) {
	all := float64(max(s.has, 1))
	return -float64(s.has) / all, -float64(s.takes[run]) / all
}

// number is what the toll of a limit is paid for, and by each run or of its lot, as a column has them.
func (l *runLimit) number() (all, each float64) {
	if l.more {
		return float64(l.most + 1), 1
	}
	return -float64(l.most), -1
}

// eased is by how much the limit of a run is raised, so that not all are reached at once.
func eased(i int) float64 { return 1e-7 * float64(1+i%17) }

// within is the program with one limit more.
func (p *runProgram) within(l runLimit) *runProgram {
	out := *p
	out.d = p.d.clone()
	out.limits = append(slices.Clone(p.limits), l)
	out.tolls = append(slices.Clone(p.tolls), p.d.variables())
	out.scarce, out.prices, out.loads = slices.Clone(p.scarce), slices.Clone(p.prices), slices.Clone(p.loads)
	number, times := l.number()
	rows := map[int]float64{}
	if number > 0 {
		rows[0] = number
	}
	for i := range p.runs {
		if l.lot == network.None && l.counts(p.c, &p.runs[i]) {
			rows[1+i] = times
		}
	}
	for _, r := range p.loads {
		if l.holds(p.roster, r.group) {
			rows[r.row] = times * float64(r.load[l.lot])
		}
	}
	out.d.column(number, rows)
	return &out
}

// scarcer adds the spells of which runs take most beyond what there is, and reports whether there are any.
func (p *runProgram) scarcer(numbers []float64) bool {
	type excess struct {
		spell int
		by    float64
	}
	var found []excess
	for k, s := range p.spells {
		takes := 0.0
		for i, number := range numbers {
			takes += number * float64(s.takes[i])
		}
		if by := takes/float64(max(s.has, 1)) - 1; by > 1e-5 && !slices.Contains(p.scarce, k) {
			found = append(found, excess{k, by})
		}
	}
	p.c.w.work += len(p.spells) * len(p.runs) / 8
	slices.SortStableFunc(found, func(a, b excess) int { return cmp.Compare(b.by, a.by) })
	for _, f := range found[:min(len(found), mostScarcer)] {
		s := &p.spells[f.spell]
		has, rows := 0.0, map[int]float64{}
		for i := range p.runs {
			has, rows[1+i] = s.part(i)
		}
		p.scarce, p.prices = append(p.scarce, f.spell), append(p.prices, p.d.variables())
		p.d.column(has, rows)
	}
	return len(found) > 0
}

// mostScarcer is how many spells are added at once.
const mostScarcer = 4

// solve finds stakes, and says how many of each run, and of each load, would do where there are none, or these do not carry. Where
// the dictionary has changed so often that it leads nowhere, it is made anew.
func (p *runProgram) solve() (found *runStakes, runs, loads []float64, ok bool) {
	found, runs, loads, ok = p.attempt(mostRunSolve / 8)
	if (!ok || found != nil && !p.refutes(found, p.limits)) && p.c.w.work < mostWork {
		p.lay()
		found, runs, loads, ok = p.attempt(mostRunSolve)
	}
	return found, runs, loads, ok
}

func (p *runProgram) attempt(most int) (found *runStakes, runs, loads []float64, ok bool) {
	d, before := p.d, p.d.work
	d.most = before + min(most, max(mostWork-p.c.w.work, 1))
	defer func() { p.c.w.work += d.work - before }()
	if !d.climb() {
		return nil, nil, nil, false
	}
	for range mostRunRounds {
		x, duals := d.solution()
		value := -d.table[len(d.outside)][d.variables()]
		runs = duals[1 : 1+len(p.runs)]
		for i, number := range runs {
			value -= number * eased(i)
		}
		loads = nil
		for _, r := range p.loads {
			loads = append(loads, duals[r.row])
		}
		if value <= 1e-6 {
			if !p.scarcer(runs) {
				return nil, runs, loads, true
			}
			if !d.climb() {
				break
			}
			continue
		}
		exact := value <= 2.0/nearly
		if !p.load(x, false) && (!exact || !p.load(x, true)) {
			return p.stakes(x, exact), runs, loads, true
		}
		if !d.restore() || p.c.w.work+d.work-before > mostWork {
			break
		}
	}
	return nil, nil, nil, false
}

// load adds the loads that are worth more than those of their group, and reports whether there are any.
func (p *runProgram) load(x []float64, exact bool) bool {
	before := len(p.loads)
	for g := range p.groups {
		if load, better := p.better(g, x, exact); better {
			p.loads = append(p.loads, runLoad{p.d.rows, g, load})
			p.d.limit(p.row(g, load), 0)
		}
	}
	return len(p.loads) > before
}

// row says that a load is worth no more than those of its group.
func (p *runProgram) row(g int, load []int64) []float64 {
	row := make([]float64, p.d.variables())
	for n, number := range load {
		row[n] = float64(number) / float64(p.demand(n))
	}
	row[len(p.lots)+g] = -1
	for k, l := range p.limits {
		if l.holds(p.roster, g) {
			_, each := l.number()
			row[p.tolls[k]] = each * float64(load[l.lot])
		}
	}
	return row
}

// better is the load of a group that is worth most, where that is more than it may be: one that
// is known, or else any; where that does not have to be exact, of those of one kind that are worth nearly the same as one.
func (p *runProgram) better(g int, x []float64, exact bool) ([]int64, bool) {
	r, group := p.roster, &p.groups[g]
	per, top := make([]float64, len(r.lots)), 0.0
	for _, n := range group.lots {
		per[n] = math.Max(x[n], 0) / float64(r.demand(n))
	}
	for k, l := range p.limits {
		switch {
		case !l.holds(r, g) || !slices.Contains(group.lots, l.lot):
		case l.more:
			per[l.lot] += math.Max(x[p.tolls[k]], 0)
		default:
			per[l.lot] -= math.Max(x[p.tolls[k]], 0)
		}
	}
	for _, n := range group.lots {
		top = math.Max(top, per[n])
	}
	if top <= 0 {
		return nil, false
	}
	worth := func(load []int64) float64 {
		sum := 0.0
		for n, number := range load {
			sum += per[n] * float64(number)
		}
		return sum
	}
	best, most := []int64(nil), x[len(r.lots)+g]+1e-7
	for _, load := range r.known[group.key] {
		if sum := worth(load); sum > most {
			best, most = load, sum
		}
	}
	r.c.w.work += len(r.known[group.key]) * len(per)
	if best != nil {
		return best, true
	}
	points := make([]int64, len(per))
	for n := range per {
		points[n] = int64(math.Max(per[n], 0) / top * finest)
	}
	if !exact {
		r.even(points)
	}
	_, load := r.pack(group, points)
	if worth(load) <= most {
		return nil, false
	}
	r.known[group.key] = append(r.known[group.key], load)
	return load, true
}

// finestStake is the greatest of the stakes in whole points.
const finestStake = 1e8

// stakes makes whole points of those of a program.
func (p *runProgram) stakes(x []float64, exact bool) *runStakes {
	var per, prices, tolls []float64
	for n := range p.lots {
		per = append(per, x[n]/float64(p.demand(n)))
	}
	earns := 1.0 // what no run earns more than, so that nothing has to cost more
	for k, at := range p.tolls {
		switch l := &p.limits[k]; {
		case l.more && l.lot != network.None:
			earns += x[at] * float64(p.demand(l.lot))
		case l.more:
			earns += x[at]
		}
	}
	for k, at := range p.prices {
		prices = append(prices, math.Min(x[at]/float64(max(p.spells[p.scarce[k]].has, 1)), earns))
	}
	for _, at := range p.tolls {
		tolls = append(tolls, math.Min(x[at], earns))
	}
	top := slices.Max(slices.Concat(per, prices, tolls))
	whole := func(v float64) int64 { return int64(math.Round(math.Max(v, 0) / math.Max(top, 1e-300) * finestStake)) }
	out := &runStakes{}
	for _, v := range per {
		out.weights = append(out.weights, whole(v))
	}
	if !exact {
		p.even(out.weights)
	}
	for k, v := range prices {
		if price := whole(v); price > 0 {
			out.prices = append(out.prices, runPrice{p.spells[p.scarce[k]], price})
		}
	}
	for _, v := range tolls {
		out.tolls = append(out.tolls, whole(v))
	}
	return out
}

// at is the stakes where all is so many minutes later that has to be by some minute.
func (r *roster) at(of *runStakes, later network.Minute) *runStakes {
	out := *of
	out.prices = slices.Clone(of.prices)
	for k := range out.prices {
		p := &out.prices[k]
		p.last += later
		p.spell = r.c.taken(p.spell, r.runs)
	}
	return &out
}

// refutes reports whether at the stakes all runs within the limits are worth less than the demand.
func (r *roster) refutes(of *runStakes, limits []runLimit) bool {
	owed, able := int64(0), int64(0)
	for n, each := range of.weights {
		owed += each * r.demand(n)
	}
	for _, p := range of.prices {
		able = min(unlimited, able+mul(p.price, p.has))
	}
	for k, l := range limits {
		if l.more {
			owed = min(unlimited, owed+mul(of.tolls[k], l.most+1))
		} else {
			able = min(unlimited, able+mul(of.tolls[k], l.most))
		}
	}
	worth := make([]int64, len(r.groups))
	for g := range r.groups {
		worth[g] = r.worth(g, r.weights(g, of, limits))
	}
	most := make([]int64, len(r.trips))
	for i := range r.runs {
		left := worth[r.group[i]]
		for _, p := range of.prices {
			left -= mul(p.price, p.takes[i])
		}
		for k := range limits {
			switch {
			case limits[k].lot != network.None || !limits[k].counts(r.c, &r.runs[i]):
			case limits[k].more:
				left += of.tolls[k]
			default:
				left -= of.tolls[k]
			}
		}
		most[r.trip[i]] = max(most[r.trip[i]], left)
	}
	for t, trip := range r.trips {
		able = min(unlimited, able+mul(trip.count, most[t]))
	}
	return able < owed
}

// weights is what one of each lot is worth in the loads of a group, with the tolls that it pays or earns there.
func (r *roster) weights(g int, of *runStakes, limits []runLimit) []int64 {
	out := slices.Clone(of.weights)
	for k, l := range limits {
		switch {
		case !l.holds(r, g):
		case l.more:
			out[l.lot] += of.tolls[k]
		default:
			out[l.lot] -= of.tolls[k]
		}
	}
	for n, each := range out {
		out[n] = max(each, 0)
	}
	return out
}

// worth is the most that a load of a group is worth, remembered.
func (r *roster) worth(g int, weights []int64) int64 {
	group := &r.groups[g]
	key := group.key
	for _, n := range group.lots {
		key += fmt.Sprint(" ", weights[n])
	}
	most, ok := r.worths[key]
	if !ok {
		most, _ = r.pack(group, weights)
		r.worths[key] = most
	}
	return most
}
