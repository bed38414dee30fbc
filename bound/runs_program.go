package bound

import (
	"fmt"
	"math"
	"slices"

	"sortie/network"
)

// runLimit is a limit of the number of runs of a fleet, or of a type, of its lifts' n-th, from one place to
// another, in which some parts alone can be; where any of these is none, of all.
type runLimit struct {
	fleet, trip int
	typ         network.TypeIndex
	from, to    network.PlaceIndex
	of          set
	most        int64
	more        bool // the number is greater
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
	mostRunEntries    = 6_000
	mostCoarseEntries = 30_000
	mostRunSolve      = 30_000_000
	mostRunRounds     = 60
)

// runProgram looks for stakes at which, within the limits, all runs cannot be worth what the demand
// is: its columns are what one of each lot is worth, what a load of each group is, what there is of each resource,
// what a trip is, and what each limit pays; its rows are runs and loads.
type runProgram struct {
	*roster
	d      *dictionary
	limits []runLimit
}

func (r *roster) program() (*runProgram, bool) {
	groups := len(r.lots) + len(r.groups)
	trips := groups + len(r.spells)
	size := trips + len(r.trips)
	most := mostRunEntries
	if r.coarse {
		most = mostCoarseEntries
	}
	if (len(r.runs)+len(r.groups))*size > most {
		return nil, false
	}
	objective, all := make([]float64, size), make([]float64, size)
	for n := range r.lots {
		objective[n], all[n] = 1, 1
	}
	for k, s := range r.spells {
		objective[groups+k] = -float64(s.has) / float64(max(s.has, 1))
	}
	for t, trip := range r.trips {
		objective[trips+t] = -float64(trip.count)
	}
	p := &runProgram{roster: r, d: newDictionary(objective)}
	p.d.limit(all, 1)
	for i := range r.runs {
		row := make([]float64, size)
		row[len(r.lots)+r.group[i]] = 1
		for k, s := range r.spells {
			row[groups+k] = -float64(s.takes[i]) / float64(max(s.has, 1))
		}
		row[trips+r.trip[i]] = -1
		p.d.limit(row, eased(i))
	}
	return p, true
}

// eased is by how much the limit of a run is raised, so that not all are reached at once.
func eased(i int) float64 { return 1e-7 * float64(1+i%17) }

// within is the program with one limit more.
func (p *runProgram) within(l runLimit) *runProgram {
	out := &runProgram{p.roster, p.d.clone(), append(slices.Clone(p.limits), l)}
	number, times := float64(-l.most), -1.0
	rows := map[int]float64{}
	if l.more {
		number, times = float64(l.most+1), 1
		rows[0] = number
	}
	for i := range p.runs {
		if l.counts(p.c, &p.runs[i]) {
			rows[1+i] = times
		}
	}
	out.d.column(number, rows)
	return out
}

// solve finds stakes, and says how many of each run would do where there are none, or these do not carry.
func (p *runProgram) solve() (found *runStakes, numbers []float64, ok bool) {
	d, before := p.d, p.d.work
	d.most = before + min(mostRunSolve, max(mostWork-p.c.w.work, 1))
	defer func() { p.c.w.work += d.work - before }()
	if !d.climb() {
		return nil, nil, false
	}
	for range mostRunRounds {
		x, duals := d.solution()
		value := -d.table[len(d.outside)][d.variables()]
		for i, number := range duals[1 : 1+len(p.runs)] {
			value -= number * eased(i)
		}
		if value <= 1e-6 {
			return nil, duals[1 : 1+len(p.runs)], true
		}
		more := false
		for g := range p.groups {
			if load, better := p.better(g, x); better {
				d.limit(p.row(g, load, d.variables()), 0)
				more = true
			}
		}
		if !more {
			return p.stakes(x), duals[1 : 1+len(p.runs)], true
		}
		if !d.restore() || p.c.w.work+d.work-before > mostWork {
			break
		}
	}
	return nil, nil, false
}

// row says that a load is worth no more than those of its group.
func (r *roster) row(g int, load []int64, size int) []float64 {
	row := make([]float64, size)
	for n, number := range load {
		row[n] = float64(number) / float64(r.demand(n))
	}
	row[len(r.lots)+g] = -1
	return row
}

// better is the load of a group that is worth most, where that is more than it may be: one that
// is known, or else any.
func (r *roster) better(g int, x []float64) ([]int64, bool) {
	group := &r.groups[g]
	per, top := make([]float64, len(r.lots)), 0.0
	for _, n := range group.lots {
		per[n] = math.Max(x[n], 0) / float64(r.demand(n))
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
		points[n] = int64(per[n] / top * finest)
	}
	r.even(points)
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
func (p *runProgram) stakes(x []float64) *runStakes {
	spells := len(p.lots) + len(p.groups)
	tolls := x[spells+len(p.spells)+len(p.trips):]
	per := make([]float64, len(p.lots)+len(p.spells))
	for n := range p.lots {
		per[n] = x[n] / float64(p.demand(n))
	}
	for k := range p.spells {
		per[len(p.lots)+k] = x[spells+k] / float64(max(p.spells[k].has, 1))
	}
	top := math.Max(slices.Max(per), slices.Max(append(tolls, 0)))
	whole := func(v float64) int64 { return int64(math.Round(math.Max(v, 0) / math.Max(top, 1e-300) * finestStake)) }
	out := &runStakes{}
	for n := range p.lots {
		out.weights = append(out.weights, whole(per[n]))
	}
	p.even(out.weights)
	for k, s := range p.spells {
		if price := whole(per[len(p.lots)+k]); price > 0 {
			out.prices = append(out.prices, runPrice{s, price})
		}
	}
	for _, toll := range tolls {
		out.tolls = append(out.tolls, whole(toll))
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
		p.has, p.takes = r.c.amount(p.spell), make([]int64, len(r.runs))
		for i := range r.runs {
			p.takes[i] = r.c.takes(p.spell, &r.runs[i])
		}
	}
	r.c.w.work += len(out.prices) * len(r.runs)
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
		worth[g] = r.worth(g, of.weights)
	}
	most := make([]int64, len(r.trips))
	for i := range r.runs {
		left := worth[r.group[i]]
		for _, p := range of.prices {
			left -= mul(p.price, p.takes[i])
		}
		for k := range limits {
			switch {
			case !limits[k].counts(r.c, &r.runs[i]):
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
