package explain

import (
	"math"
	"sort"
)

// The ends of time, in minutes; far enough from the ends of int that spans can
// be subtracted.
const (
	always  = math.MinInt / 4
	forever = math.MaxInt / 4
)

// steps is how much of something is taken over time: the sum of half-open
// spans. Spans are added first and asked about afterwards.
type steps struct {
	edges  []edge
	pairs  []int   // from and until of every span, as added
	levels []level // built on the first question
}

// edge is where a span begins (take > 0) or ends; move is whose it is, or -1.
type edge struct{ at, take, move int }

// level is what is taken from its time until the next one's.
type level struct{ at, taken int }

// add takes an amount over [from, until).
func (s *steps) add(from, until, amount, move int) {
	if from >= until || amount == 0 {
		return
	}
	s.edges = append(s.edges, edge{from, amount, move}, edge{until, -amount, move})
	s.pairs = append(s.pairs, from, until)
	s.levels = nil
}

func (s *steps) build() {
	if s.levels != nil || len(s.edges) == 0 {
		return
	}
	sort.SliceStable(s.edges, func(a, b int) bool { return s.edges[a].at < s.edges[b].at })
	taken := 0
	for i, e := range s.edges {
		taken += e.take
		if i+1 == len(s.edges) || s.edges[i+1].at != e.at {
			s.levels = append(s.levels, level{e.at, taken})
		}
	}
}

// before is what is taken just before a minute.
func (s *steps) before(at int) int {
	if s == nil {
		return 0
	}
	s.build()
	i := sort.Search(len(s.levels), func(i int) bool { return s.levels[i].at >= at })
	if i == 0 {
		return 0
	}
	return s.levels[i-1].taken
}

// lastOver is the last minute, at most `by`, until which more than `limit` was
// taken; false if that was never so.
func (s *steps) lastOver(by, limit int) (int, bool) {
	if s == nil {
		return 0, false
	}
	s.build()
	i := sort.Search(len(s.levels), func(i int) bool { return s.levels[i].at >= by })
	for end := by; i > 0; i-- {
		if s.levels[i-1].taken > limit {
			return end, true
		}
		end = s.levels[i-1].at
	}
	return 0, false
}

// lastShort is the latest minute, at most `by`, at which something came without
// which `need` would not have been there at `by`: what leaves in between is
// not counted on. It is false if enough was there from the first.
func (s *steps) lastShort(by, need int) (int, bool) {
	if s == nil {
		return 0, false
	}
	s.build()
	left := 0
	for n := sort.Search(len(s.edges), func(i int) bool { return s.edges[i].at > by }) - 1; n >= 0; n-- {
		switch e := s.edges[n]; {
		case e.take < 0 && e.at < by:
			left -= e.take
		case e.take > 0 && e.move >= 0 && s.before(e.at)-left < need:
			return e.at, true
		}
	}
	return 0, false
}

// starters lists whose spans begin at a minute.
func (s *steps) starters(at int) []int {
	s.build()
	i := sort.Search(len(s.edges), func(i int) bool { return s.edges[i].at >= at })
	var out []int
	for ; i < len(s.edges) && s.edges[i].at == at; i++ {
		if s.edges[i].take > 0 && s.edges[i].move >= 0 {
			out = append(out, s.edges[i].move)
		}
	}
	return out
}

// enders lists whose spans end at a minute.
func (s *steps) enders(at int) []int {
	s.build()
	i := sort.Search(len(s.edges), func(i int) bool { return s.edges[i].at >= at })
	var out []int
	for ; i < len(s.edges) && s.edges[i].at == at; i++ {
		if s.edges[i].take < 0 && s.edges[i].move >= 0 {
			out = append(out, s.edges[i].move)
		}
	}
	return out
}

// within counts the spans that begin before `until` and end after `from`.
func (s *steps) within(from, until int) int {
	if s == nil {
		return 0
	}
	n := 0
	for i := 0; i+1 < len(s.pairs); i += 2 {
		if s.pairs[i] < until && s.pairs[i+1] > from {
			n++
		}
	}
	return n
}

// over sums, over [from, until), the amounts taken times minutes, and the
// minutes in which at least `full` is taken.
func (s *steps) over(from, until, full int) (area, fullMinutes int) {
	if s == nil || from >= until {
		return 0, 0
	}
	s.build()
	for i, l := range s.levels {
		a, b := l.at, forever
		if i+1 < len(s.levels) {
			b = s.levels[i+1].at
		}
		a, b = max(a, from), min(b, until)
		if a >= b {
			continue
		}
		area += l.taken * (b - a)
		if l.taken >= full {
			fullMinutes += b - a
		}
	}
	return area, fullMinutes
}
