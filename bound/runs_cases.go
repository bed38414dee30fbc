package bound

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"sortie/network"
)

// mostRunWork is spent on proofs by runs of a border, and mostRunTry on the cases of one minute, of which there are no more
// than mostRunCases.
const (
	mostRunWork  = 600_000_000
	mostRunTry   = 300_000_000
	mostRunCases = 300
)

// Of those who are held, as many parts are looked at, and so much is spent on them.
const (
	mostNested   = 6
	mostHeldWork = 60_000_000
)

// runCase is a case: stakes that refute it, or how it is split.
type runCase struct {
	stakes      *runStakes
	split       *runLimit
	fewer, more *runCase
}

// byRuns tries the borders of the best proof so far, the theatre and what is outside it: with all that crosses, and with
// those who are held.
func (s *search) byRuns(holds []*entry) {
	for _, inside := range s.borders() {
		s.w.work = mostWork - s.effort*mostHeldWork
		if c, ok := newCut(s.w, s.nested(inside, holds)...); ok {
			s.raiseByRuns(c, false)
		}
		s.w.work = mostWork - s.effort*mostRunWork
		for _, told := range []toldApart{notAtAll, byKind, byReady} {
			c, ok := s.runsOf(inside, told)
			if ok = ok && s.raiseByRuns(c, told == notAtAll); ok && told == byKind {
				break // the parts are finer
			}
		}
	}
}

// nested is those who are held by tasks or floors, the last first: who is held until some minute was there
// before as well, so that those held until then count as far as they are more.
func (s *search) nested(inside []bool, holds []*entry) []stream {
	order := s.crossing(inside, holds)
	slices.SortStableFunc(order, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.after, a.after), cmp.Compare(len(a.units), len(b.units)))
	})
	var out []stream
	for _, e := range order {
		more := *e
		for _, part := range out {
			for _, later := range part.entries {
				if slices.ContainsFunc(e.units, func(u network.UnitIndex) bool { return slices.Contains(later.units, u) }) {
					more.count -= later.count
				}
			}
		}
		if more.count > 0 && len(out) < mostNested {
			out = append(out, stream{inside: inside, entries: []*entry{&more}, weights: []weight{{network.People, 1}}})
		}
	}
	return out
}

// borders is those of the parts of the best cut, of the theatre, and of what is outside it.
func (s *search) borders() [][]bool {
	var out [][]bool
	add := func(inside []bool) {
		if !slices.ContainsFunc(out, func(b []bool) bool { return slices.Equal(b, inside) }) {
			out = append(out, inside)
		}
	}
	if s.bestCut != nil {
		for i := range s.bestCut.streams {
			add(s.bestCut.streams[i].inside)
		}
	}
	n := s.w.n
	for _, host := range []bool{true, false} {
		inside := make([]bool, len(n.Places))
		for p := range inside {
			inside[p] = n.Places[p].Host == host
		}
		add(inside)
	}
	return out
}

// toldApart is by what parts of a demand with the same way are told apart.
type toldApart int

const (
	notAtAll toldApart = iota
	byReady
	byKind // people or not, and by when they are ready
)

// runsOf is all that crosses, in parts.
func (s *search) runsOf(inside []bool, told toldApart) (*cut, bool) {
	var parts []stream
	known := map[string]int{}
	for _, e := range s.crossing(inside, s.l.entries) {
		u := &s.w.n.Units[e.units[0]]
		key := fmt.Sprint(u.At, u.To, e.until)
		if told != notAtAll {
			key += fmt.Sprint(" ", s.l.readyOf(e.units[0], nil))
		}
		if told == byKind {
			key += fmt.Sprint(" ", e.kind == network.People)
		}
		k, ok := known[key]
		if !ok {
			k = len(parts)
			known[key] = k
			parts = append(parts, stream{inside: inside})
		}
		parts[k].entries = append(parts[k].entries, e)
		if parts[k].each(e.kind) == 0 {
			parts[k].weights = append(parts[k].weights, weight{e.kind, 1})
		}
	}
	if len(parts) == 0 || len(parts) > mostRunParts {
		return nil, false
	}
	return newCut(s.w, parts...)
}

// raiseByRuns proves as late a minute as runs can; false where they are too many to look at.
func (s *search) raiseByRuns(c *cut, coarse bool) (looked bool) {
	known := runLoads{map[string][][]int64{}, map[string]int64{}}
	low, high := s.best-1, s.w.n.Last
	step := max((low-s.w.n.Start)/64, 1)
	for low+1 < high && !s.over() {
		by := min(low+step, high-1)
		r, ok := c.newRoster(by, coarse, known)
		if !ok {
			return looked
		}
		program, ok := r.program()
		if !ok {
			return looked
		}
		looked = true
		tree := s.refute(program, &runTry{s.effort * mostRunCases, s.w.work + s.effort*mostRunTry})
		if tree == nil {
			high, step = by, max((by-low)/4, 1)
			continue
		}
		low = s.later(c, r, tree, known, high)
		if step *= 2; high < s.w.n.Last {
			step = max((high-low)/2, 1)
		}
	}
	return looked
}

// later proves with the stakes of a minute as late a one as they can, before another.
func (s *search) later(c *cut, r *roster, tree *runCase, known runLoads, high network.Minute) network.Minute {
	by := r.by
	at := func(t network.Minute) (*roster, *runCase) {
		next, ok := c.newRoster(t, r.coarse, known)
		if !ok || s.over() {
			return nil, nil
		}
		return next, next.again(tree, nil, t-by)
	}
	low, step := by, network.Minute(4)
	for low+step < high {
		next, found := at(low + step)
		if found == nil {
			break
		}
		r, tree, low, by = next, found, low+step, low+step
		step *= 2
	}
	for high = min(high, low+step); low+1 < high; {
		mid := (low + high) / 2
		if next, found := at(mid); found != nil {
			r, tree, low, by = next, found, mid, mid
		} else {
			high = mid
		}
	}
	s.proveByRuns(c, r, tree)
	return low
}

// again is the cases at a minute that is so much later than theirs, where all are refuted.
func (r *roster) again(of *runCase, limits []runLimit, later network.Minute) *runCase {
	if of.split == nil {
		stakes := r.at(of.stakes, later)
		if !r.refutes(stakes, limits) {
			return nil
		}
		return &runCase{stakes: stakes}
	}
	more := *of.split
	more.more = true
	out := &runCase{split: of.split}
	if out.more = r.again(of.more, append(slices.Clone(limits), more), later); out.more == nil {
		return nil
	}
	if out.fewer = r.again(of.fewer, append(slices.Clone(limits), *of.split), later); out.fewer == nil {
		return nil
	}
	return out
}

// runTry is how many cases may still be looked at for a minute, and with how much work in all.
type runTry struct{ cases, until int }

// refute finds stakes that refute every case of a program; nil where it does not.
func (s *search) refute(p *runProgram, try *runTry) *runCase {
	if try.cases--; try.cases < 0 || s.w.work > try.until || s.over() {
		return nil
	}
	stakes, runs, loads, ok := p.solve()
	switch {
	case !ok:
		return nil
	case stakes != nil && p.refutes(stakes, p.limits):
		return &runCase{stakes: stakes}
	}
	split := p.split(runs)
	if split == nil {
		split = p.splitLots(loads)
	}
	if split == nil || slices.ContainsFunc(p.limits, split.same) { // nothing is left to be told apart
		return nil
	}
	out := &runCase{split: split}
	more := *split
	more.more = true
	if out.more = s.refute(p.within(more), try); out.more == nil {
		return nil
	}
	if out.fewer = s.refute(p.within(*split), try); out.fewer == nil {
		return nil
	}
	return out
}

// split is the number of loads that is least whole: of those of a type first, then of a fleet,
// then from one place to another; nil where all are whole.
func (r *roster) split(numbers []float64) *runLimit {
	none := runLimit{fleet: network.None, trip: network.None, typ: network.None, from: network.None, to: network.None, lot: network.None}
	type setter func(l *runLimit, of *run)
	typ := func(l *runLimit, of *run) { l.typ = r.c.w.fleets[of.fleet].Type }
	fleet := func(l *runLimit, of *run) { l.fleet = of.fleet }
	trip := func(l *runLimit, of *run) { l.trip = of.trip }
	way := func(l *runLimit, of *run) { l.from, l.to = of.from, of.to }
	parts := func(l *runLimit, of *run) { l.of = of.of }
	heavy := func(l *runLimit, of *run) { l.over = r.lighter(of) }
	kinds := [][]setter{{typ}, {typ, way}, {typ, trip}, {typ, trip, way}}
	if !r.coarse {
		kinds = [][]setter{{typ}, {fleet}, {typ, way}, {typ, way, heavy}, {typ, parts}, {fleet, trip}, {fleet, way}, {fleet, trip, way, parts}, {fleet, trip, way, parts, heavy}}
	}
	for _, kind := range kinds {
		var limits []runLimit
		for i := range r.runs {
			l := none
			for _, set := range kind {
				set(&l, &r.runs[i])
			}
			if !slices.Contains(limits, l) {
				limits = append(limits, l)
			}
		}
		sums := make([]float64, len(limits))
		for k := range limits {
			for i, number := range numbers {
				if limits[k].counts(r.c, &r.runs[i]) {
					sums[k] += number
				}
			}
		}
		if l := leastWhole(limits, sums); l != nil {
			return l
		}
	}
	return nil
}

// lighter is how much the ways of runs like one bear that can carry less, with a margin for what is rounded; nothing where none can.
func (r *roster) lighter(of *run) float64 {
	least := 0.0
	for i := range r.runs {
		if o := &r.runs[i]; o.fleet == of.fleet && o.from == of.from && o.to == of.to && o.tonnes < of.tonnes {
			least = math.Max(least, o.tonnes)
		}
	}
	if least > 0 {
		return (least + of.tonnes) / 2
	}
	return 0
}

// leastWhole is the limit whose number is least whole; nil where all are whole.
func leastWhole(limits []runLimit, numbers []float64) *runLimit {
	best, most := -1, 1e-4
	for k, number := range numbers {
		if part := math.Abs(number - math.Round(number)); part > most {
			best, most = k, part
		}
	}
	if best < 0 {
		return nil
	}
	limits[best].most = int64(math.Floor(numbers[best]))
	return &limits[best]
}

// splitLots is how many of a lot go by a type of lift, or with certain parts, where that is least whole; people, of whom there are many,
// where all else is whole.
func (p *runProgram) splitLots(numbers []float64) *runLimit {
	for _, people := range []bool{false, true} {
		for _, apart := range []bool{false, true} {
			var limits []runLimit
			var sums []float64
			for k, r := range p.loads {
				for n, number := range r.load {
					if number == 0 || (p.lots[n].kind == network.People) != people {
						continue
					}
					l := runLimit{fleet: network.None, trip: network.None, typ: p.groups[r.group].typ, from: network.None, to: network.None, lot: n}
					if apart {
						l.of = p.groups[r.group].of
					}
					at := slices.Index(limits, l)
					if at < 0 {
						at = len(limits)
						limits, sums = append(limits, l), append(sums, 0)
					}
					sums[at] += numbers[k] * float64(number)
				}
			}
			if l := leastWhole(limits, sums); l != nil {
				return l
			}
			if p.coarse { // its runs are of other parts than those that are verified
				break
			}
		}
	}
	return nil
}
