package bound

import (
	"cmp"
	"math"
	"slices"

	"sortie/network"
)

// Limits of the linear programs: entries of one, what is changed of them, and how often loads are added.
const (
	mostRunEntries    = 40_000
	mostCoarseEntries = 60_000
	mostRunSolve      = 45_000_000
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
