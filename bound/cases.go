package bound

import (
	"fmt"
	"math"
	"slices"

	"sortie/network"
)

// Routes is a proof by what lifts can earn on their routes: which of the demand is
// worth the same, and what it is worth in each case.
type Routes struct {
	Sorts [][]int `json:"sorts"` // the numbers of the demands, from 0
	Case  *Case   `json:"case"`
}

// Case is what one of each sort is worth at each place, and what the limits of
// the cases that this one is part of earn; or it is two cases.
type Case struct {
	Worth []map[string]int64 `json:"worth,omitempty"` // of each sort, by place; nothing where it is not named
	Tolls []int64            `json:"tolls,omitempty"` // from the outermost split on

	Split *Split `json:"split,omitempty"`
	Fewer *Case  `json:"fewer,omitempty"` // at most so many take the way
	More  *Case  `json:"more,omitempty"`
}

// Split is a way and a number: of the loads of the demand that lifts of a fleet
// bring from one place to another, or of one sort in them.
type Split struct {
	Fleet string `json:"fleet"`
	From  string `json:"from"`
	To    string `json:"to"`
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
// them, mostRoutes the work on all, and mostPause that on cases which prove nothing.
const (
	mostLeaves = 60
	mostTries  = 100
	mostRoutes = 900_000_000
	mostPause  = 40_000_000
)

// routes proves what follows from the routes of lifts alone. Of the cases that are
// left the one that proves least is looked at again: with better prices, or split in two.
func (s *search) routes() {
	r := newRouting(s.w, s.l.entries)
	m, ok := newMaster(r, s.byRoad())
	if !ok {
		return
	}
	root := &leaf{by: s.best, prices: make([]float64, m.size)}
	for n, k := range r.sorts {
		mass := s.w.n.PersonT
		if k.kind != network.People {
			mass = s.w.n.Items[k.kind].Mass
		}
		for _, v := range m.names[n] {
			if v != network.None {
				root.prices[v] = math.Max(mass, 1e-3) * float64(k.count)
			}
		}
	}
	end := s.w.work + mostRoutes
	m.until = s.w.work + mostRoutes/10
	for n := range r.sorts { // each alone, so that the program knows of all
		alone := make([]float64, m.size)
		for _, v := range m.names[n] {
			if v != network.None {
				alone[v] = root.prices[v]
			}
		}
		if _, ok := m.price(nil, alone, s.best); !ok || m.over() {
			return
		}
	}
	m.until = end
	leaves := []*leaf{root}
	for len(leaves) < mostLeaves && !m.over() && s.ctx.Err() == nil {
		l := slices.MinFunc(leaves, func(a, b *leaf) int { return int(a.by - b.by) })
		if l.by > s.best {
			s.best = l.by
			s.found = s.byRoutes(r, root, len(leaves))
			if len(leaves) > 1 {
				m.until = min(end, s.w.work+mostPause)
			}
		}
		better, ok := s.raise(m, l)
		switch {
		case !ok:
			return
		case better:
			continue
		}
		for _, more := range []bool{false, true} {
			limits := append(slices.Clone(l.limits), limit{l.split.way, l.split.most, more})
			child := &leaf{limits: limits, prices: append(slices.Clone(l.prices), 0), by: l.by}
			if l.stakes != nil {
				child.stakes = &stakes{limits, l.stakes.each, append(slices.Clone(l.stakes.extra), 0)}
			}
			if more {
				l.more = child
			} else {
				l.fewer = child
			}
			leaves = append(leaves, child)
		}
		if leaves = slices.DeleteFunc(leaves, func(other *leaf) bool { return other == l }); l == root {
			m.until = min(end, s.w.work+mostPause)
		}
	}
}

// raise finds prices for a case that prove more, or how it is to be split. It is
// false where there is neither, or nothing is found with so much work.
func (s *search) raise(m *master, l *leaf) (better, ok bool) {
	ratio, ok := m.price(l.limits, l.prices, l.by)
	defer func() {
	}()
	if l.program == nil {
		l.program = m.program(l.limits)
	}
	program := l.program
	for try := 0; ok && try < mostTries && !m.over() && s.ctx.Err() == nil; try++ {
		if ratio > 1 {
			return true, s.latest(m, l)
		}
		prices, owed, solved := program.solve(l.by)
		if !solved {
			return false, false
		}
		if owed <= 1+1e-7 {
			l.split = program.split()
			return false, l.split != nil
		}
		for _, tried := range [][]float64{m.between(l.limits, l.prices, prices), prices} {
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
	return false, false
}

// latest finds the last minute by which the demand cannot be delivered in a case
// at its prices.
func (s *search) latest(m *master, l *leaf) bool {
	k := m.whole(l.limits, l.prices)
	if m.drives(k) {
		return false
	}
	owed := m.owed(k)
	able := func(by network.Minute) bool {
		earned, ok := m.earned(k, by)
		return !ok || earned >= owed || m.over()
	}
	low, step := l.by, network.Minute(30)
	high := low + step
	for !able(high) {
		low, step = high, 2*step
		high += step
		if high >= s.w.n.Last {
			return false
		}
	}
	for low+1 < high {
		if mid := (low + high) / 2; able(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	if high == l.by+1 && able(l.by) {
		return false
	}
	l.by, l.stakes = high, k
	return true
}

func (s *search) byRoutes(r *routing, root *leaf, cases int) *Result {
	n := s.w.n
	cert := &Certificate{Kind: "routes", Closure: s.best.Time(n.Zone), Left: s.l.left(),
		Part: Part{Demand: s.l.demand(r.entries)}, Routes: &Routes{Case: r.write(root)}}
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
		split := &Split{r.w.fleets[k.fleet].ID, n.Places[k.from].ID, n.Places[k.to].ID, nil, k.most}
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
	return c
}
