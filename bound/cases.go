package bound

import (
	"fmt"
	"math"
	"slices"

	"sortie"
	"sortie/network"
)

// Routes is a proof by what lifts can earn on their routes: which of the demand is
// worth the same, and what it is worth in each case.
type Routes struct {
	Sorts [][]int `json:"sorts"`         // the numbers of the demands, from 0
	Step  int     `json:"step,omitzero"` // of fees, in minutes from the start of the operation
	Case  *Case   `json:"case"`
}

// Case is what one of each sort is worth at each place, and what the limits of
// the cases that this one is part of earn; or it is two cases.
type Case struct {
	Worth []map[string]int64 `json:"worth,omitempty"` // of each sort, by place; nothing where it is not named
	Tolls []int64            `json:"tolls,omitempty"` // from the outermost split on
	Fees  []Fee              `json:"fees,omitempty"`

	Split *Split `json:"split,omitempty"`
	Fewer *Case  `json:"fewer,omitempty"` // at most so many take the way
	More  *Case  `json:"more,omitempty"`
}

// Fee is what a minute of a place's team, slot or runway costs from each of some steps on; or one that a
// lift of a fleet is under way in the 24 hours that begin with each.
type Fee struct {
	Resource string      `json:"resource"`        // working_mog, parking_mog, interval or hours_per_day
	Place    string      `json:"place,omitempty"` // of the first three
	Mode     sortie.Mode `json:"mode,omitempty"`
	Fleet    string      `json:"fleet,omitempty"` // of hours per day
	Prices   [][2]int64  `json:"prices"`
}

// Split is a way and a number: of the loads of the demand that lifts of a fleet, or of a type,
// bring from one place to another, or of one sort in them. What it does not name can be any.
type Split struct {
	Fleet string `json:"fleet,omitempty"`
	Type  string `json:"type,omitempty"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
	Sort  *int   `json:"sort,omitempty"` // its number, from 0; absent: loads
	Most  int64  `json:"most"`
}

// leaf is a case, and the minute by which the demand cannot be delivered in it.
type leaf struct {
	limits      []limit
	prices      []float64
	stakes      *stakes
	by          network.Minute
	program     *program
	split       *limit
	fewer, more *leaf
}

// mostLeaves bounds the cases of a proof, mostTries the linear programs for one of
// them, mostRoutes the work on all, and mostPause that on cases which prove nothing. Where
// nothing has been proven yet there is less, mostHope for prices and mostTrial for cases: on the
// benchmark set those that prove something have begun to by little more than half of it.
// Where the routes of one sort after the other take more than mostAlone, all together come to no good prices in time.
const (
	mostLeaves = 400
	mostTries  = 100
	mostRoutes = 900_000_000
	mostAlone  = 9_000_000
	mostPause  = 300_000_000
	mostHope   = 300_000_000
	mostTrial  = 120_000_000
)

// routes proves what follows from the routes of lifts alone. Of the cases that are
// left the one that proves least is looked at again: with better prices, or split in two.
func (s *search) routes() {
	m, ok := newMaster(newRouting(s.w, s.l.entries, s.best+(s.best-s.w.n.Start)/4))
	if !ok {
		return
	}
	r := m.routing
	r.serve()
	end := s.w.work + s.effort*mostRoutes
	m.until = s.w.work + s.effort*mostAlone
	level := m.level()
	for n := range r.sorts { // each alone, so that the program knows of all
		alone := make([]float64, m.size)
		for _, v := range m.names[n] {
			if v != network.None {
				alone[v] = level[v]
			}
		}
		if _, ok := m.price(nil, alone, s.best); !ok || m.over() {
			return
		}
	}
	m.until = end
	if len(r.servers) > 0 {
		m.steps = int(min(s.w.n.Last-s.w.n.Start, 3*(s.best-s.w.n.Start)+2*wholeDay)/feeStep) + 1
	}
	if slices.ContainsFunc(s.w.fleets, func(f *lifts) bool { return f.Count > 0 && f.limited() }) {
		m.days = int(min(s.w.n.Last-s.w.n.Start, 2*(s.best-s.w.n.Start)+wholeDay)/dayStep) + 1
	}
	root, most := &leaf{by: s.best}, math.Inf(-1)
	for _, worths := range append(s.byBorder(m), level) {
		prices := make([]float64, m.underWay(nil, len(s.w.fleets), 0))
		copy(prices, worths)
		ratio, ok := m.price(nil, prices, s.best)
		if !ok {
			return
		}
		if ratio > most {
			root.prices, most = prices, ratio
		}
	}
	small := s.ascend(m, root)
	if root.by > s.best {
		s.routed(m, root, root.by, 1)
	}
	if small {
		s.cases(m.exact(s.best, root.prices))
	}
}

// exact is where cases begin, with routes of their own. In them the hours per day are kept as they are, and then
// nothing has a fee; else teams alone have.
func (m *master) exact(by network.Minute, prices []float64) (*master, *leaf) {
	r := *m.routing
	out := &master{routing: &r, names: m.names, size: m.size, known: map[ladingKey]int{}, until: m.until}
	if teams := slices.IndexFunc(r.servers, func(x server) bool { return x.resource != team }); teams >= 0 {
		r.servers = r.servers[:teams]
	}
	if m.days > 0 {
		r.servers = nil
	} else {
		out.steps = m.steps
	}
	return out, &leaf{by: by, prices: prices[:m.size+len(r.servers)*out.steps]}
}

// byBorder is what the best proof by a border says of worths and fees: inside all is worth its
// weight, and the teams of one side take all that a load counts, or a part of it.
func (s *search) byBorder(m *master) [][]float64 {
	if s.bestCut == nil {
		return nil
	}
	worths := make([]float64, m.size)
	for _, stream := range s.bestCut.streams {
		for n, k := range m.sorts {
			if !slices.ContainsFunc(k.parts, func(n int) bool { return slices.Contains(stream.entries, m.entries[n]) }) {
				continue
			}
			for p, v := range m.names[n] {
				if v != network.None && stream.inside[p] {
					worths[v] = float64(stream.each(k.kind) * k.count)
				}
			}
		}
	}
	out := [][]float64{worths}
	for _, side := range [][]bool{s.bestCut.inside, s.bestCut.outside} {
		for _, part := range []float64{1, 0.8, 0.6} {
			prices := slices.Clone(worths)
			for _, served := range m.servers {
				at := served.place
				fee, first := 0.0, s.bestCut.ready[at]
				for i, x := range s.bestCut.fleets {
					f := m.w.fleets[i]
					minutes := f.unload()
					if s.bestCut.inside[at] {
						minutes = f.load()
					}
					if !x.carries || f.typ.Mode != served.mode || served.resource != team {
						continue
					}
					if !s.bestCut.inside[at] {
						first = min(first, x.aboard[at])
					}
					if side[at] && minutes > 0 {
						fee = math.Max(fee, part*float64(x.load)/float64(minutes))
					}
				}
				for step := range m.steps {
					if s.w.n.Start+network.Minute(step+1)*feeStep <= first {
						prices = append(prices, 0)
						continue
					}
					prices = append(prices, fee)
				}
			}
			if m.steps > 0 {
				out = append(out, prices)
			}
		}
	}
	return out
}

// level is prices at which everything is worth its mass wherever it has to go on from.
func (m *master) level() []float64 {
	out := make([]float64, m.size)
	for n, k := range m.sorts {
		mass := m.w.n.PersonT
		if k.kind != network.People {
			mass = m.w.n.Items[k.kind].Mass
		}
		for _, v := range m.names[n] {
			if v != network.None {
				out[v] = math.Max(mass, 1e-3) * float64(k.count)
			}
		}
	}
	return out
}

// cases looks for proofs from one for all plans on.
func (s *search) cases(m *master, root *leaf) {
	end := m.until
	m.until = min(end, s.w.work+s.effort*mostTrial)
	leaves := []*leaf{root}
	for len(leaves) < s.effort*mostLeaves && !m.over() && s.ctx.Err() == nil {
		l := slices.MinFunc(leaves, func(a, b *leaf) int { return int(a.by - b.by) })
		better, ok := s.raise(m, l)
		if !ok {
			return
		}
		if better {
			if least := slices.MinFunc(leaves, func(a, b *leaf) int { return int(a.by - b.by) }); least.by > s.best {
				s.routed(m, root, least.by, len(leaves))
				m.until = min(end, s.w.work+s.effort*mostPause)
			}
			continue
		}
		for _, more := range []bool{false, true} {
			child := m.child(l, more)
			if more {
				l.more = child
			} else {
				l.fewer = child
			}
			leaves = append(leaves, child)
		}
		leaves = slices.DeleteFunc(leaves, func(other *leaf) bool { return other == l })
	}
}

// child is the case of fewer, or more, of what a case is split by: with its prices, and no toll.
func (m *master) child(l *leaf, more bool) *leaf {
	limits := append(slices.Clone(l.limits), limit{l.split.way, l.split.most, more})
	child := &leaf{limits: limits, prices: slices.Insert(slices.Clone(l.prices), m.size+len(l.limits), 0), by: l.by}
	if l.stakes != nil {
		child.stakes = &stakes{limits: limits, each: l.stakes.each, extra: append(slices.Clone(l.stakes.extra), 0), fees: l.stakes.fees}
	}
	return child
}

// raise finds prices for a case that prove more, or how it is to be split. It is
// false where there is neither, or nothing is found with so much work.
func (s *search) raise(m *master, l *leaf) (better, ok bool) {
	ratio, ok := m.price(l.limits, l.prices, l.by)
	if l.program == nil {
		l.program = m.program(l.limits)
	}
	program, before := l.program, 0.0
	for try := 0; ok && try < mostTries && !m.over() && s.ctx.Err() == nil; try++ {
		if ratio > 1 {
			return true, s.latest(m, l, l.by, 1)
		}
		prices, owed, solved := program.solve(l.by)
		if !solved {
			return false, false
		}
		if owed <= 1+1e-7 {
			l.split = program.split()
			return false, l.split != nil
		}
		steps := [][]float64{m.between(l.limits, l.prices, prices), prices}
		if owed > before-1e-3 { // the first, or it stays where it is
			slices.Reverse(steps)
		}
		before = owed
		for _, tried := range steps {
			var found float64
			if found, ok = m.price(l.limits, tried, l.by); !ok {
				return false, false
			}
			if found > ratio {
				l.prices, ratio = tried, found
				break
			}
		}
	}
	if ok && !m.over() && s.ctx.Err() == nil {
		l.split = program.split()
	}
	return false, l.split != nil
}

// latest finds, to so many minutes, the last minute by which the demand cannot be delivered in a case
// at its prices, from one on by which that is so.
func (s *search) latest(m *master, l *leaf, low, within network.Minute) bool {
	k := m.whole(l.limits, l.prices)
	owed := m.owed(k)
	able := func(by network.Minute) bool { return m.drives(k, by) || m.earns(k, by, owed) || m.over() }
	if able(low) {
		return false
	}
	step := max(30, within)
	high := low + step
	for !able(high) {
		low, step = high, 2*step
		if high += step; high >= s.w.n.Last {
			return false
		}
	}
	for high-low > within {
		if mid := (low + high) / 2; able(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	l.by, l.stakes = low+1, k
	return true
}

// routed keeps a proof by routes.
func (s *search) routed(m *master, root *leaf, closes network.Minute, cases int) {
	s.best = closes
	s.found = s.byRoutes(m.routing, root, cases)
	s.better(s.found)
}

func (s *search) byRoutes(r *routing, root *leaf, cases int) *Result {
	n := s.w.n
	cert := &Certificate{Kind: "routes", Closure: s.best.Time(n.Zone), Left: s.l.left(),
		Part: Part{Demand: s.l.demand(r.entries)}, Routes: &Routes{Step: int(feeStep), Case: r.write(root)}}
	for _, k := range r.sorts {
		cert.Routes.Sorts = append(cert.Routes.Sorts, k.parts)
	}
	proof := fmt.Sprintf("to close before %s lifts would have to bring more nearer to its destination than any of their routes allow", s.clock(s.best))
	if cases > 1 {
		proof += fmt.Sprintf(", in each of %d cases of what goes where", cases)
	}
	return &Result{s.best, cert, proof}
}

func (r *routing) write(l *leaf) *Case {
	n := r.w.n
	if l.fewer != nil {
		k := l.split
		split := &Split{Most: k.most}
		if k.fleet != network.None {
			split.Fleet = r.w.fleets[k.fleet].ID
		}
		if k.typ != nil {
			split.Type = k.typ.ID
		}
		if k.from != network.None {
			split.From = n.Places[k.from].ID
		}
		if k.to != network.None {
			split.To = n.Places[k.to].ID
		}
		if k.sort != network.None {
			split.Sort = &k.sort
		}
		return &Case{Split: split, Fewer: r.write(l.fewer), More: r.write(l.more)}
	}
	c := &Case{Tolls: l.stakes.extra}
	for _, each := range l.stakes.each {
		worth := map[string]int64{}
		for p, points := range each {
			if points > 0 {
				worth[n.Places[p].ID] = points
			}
		}
		c.Worth = append(c.Worth, worth)
	}
	for i, prices := range l.stakes.days {
		fee := Fee{Resource: "hours_per_day", Fleet: r.w.fleets[i].ID}
		for n, price := range prices {
			if price > 0 {
				fee.Prices = append(fee.Prices, [2]int64{int64(n) * int64(dayStep/feeStep), price})
			}
		}
		if len(fee.Prices) > 0 {
			c.Fees = append(c.Fees, fee)
		}
	}
	for i, fees := range l.stakes.fees {
		x := r.servers[i]
		fee := Fee{Resource: resourceNames[x.resource], Place: n.Places[x.place].ID, Mode: x.mode.ModeName()}
		before := int64(0)
		for step, price := range fees {
			if price != before {
				fee.Prices = append(fee.Prices, [2]int64{int64(step), price})
			}
			before = price
		}
		if len(fee.Prices) > 0 {
			c.Fees = append(c.Fees, fee)
		}
	}
	return c
}
