package check

import (
	"fmt"
	"math"
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// run is the n-th loads of a fleet's lifts, from one place inside to one outside, of those parts that can be
// loaded by the first minute and unloaded as late as the last.
type run struct {
	fleet, nth int
	from, to   int
	parts      uint64
	tonnes     float64 // what its legs bear, without end where legs are not told apart
	there      int64   // earliest minute at which the lift is at the place for it
	begins     int64   // earliest minute at which it is loaded
	leaves     [2]int64
	lands      [2]int64
	before     int   // where the lift was unloaded before; less than none where that is open
	free       int64 // earliest minute at which it leaves there
	comes      int64 // least minutes from there
}

// runsBy is the runs that close by the minute, or more of them than may be.
func (m *muster) runsBy(by int64) []run {
	b := m.border
	_, late := b.latest(by)
	var out []run
	for i := range b.fleets {
		x, f := &b.fleets[i], b.prover.fleets[i]
		if !x.carries || f.Count <= 0 {
			continue
		}
		bears := f.strengths()
		if m.tried += len(bears) * len(b.places) * len(b.places) * len(b.places); m.tried > mostRunTries {
			break
		}
		var roads []strength
		for _, tonnes := range bears {
			roads = append(roads, strength{tonnes, f.shortest(tonnes)})
		}
		for n, more := 0, true; more && len(out) <= mostRuns && m.tried <= mostRunTries; n++ {
			if n == len(x.trips) && !x.ended {
				b.trip(i)
			}
			if n >= len(x.trips) {
				break
			}
			more = false
			for p, in := range b.inside {
				if in && x.there[n][p] < farFuture && m.tried <= mostRunTries {
					found := m.runsFrom(i, n, p, late, roads)
					out, more = append(out, found...), more || len(found) > 0
				}
			}
		}
	}
	return out
}

// runsFrom is the n-th runs of a fleet from a place.
func (m *muster) runsFrom(i, n, p int, late []*reach, roads []strength) []run {
	b, f := m.border, m.prover.fleets[i]
	x := &b.fleets[i]
	there, turn := x.there[n][p], f.turn
	if n == 0 {
		turn = f.turnAt(p)
	}
	var out []run
	for _, begins := range b.minutes(i, func(k int) int64 { return max(b.parts[k].ready[p], there) }) {
		leaves := max(begins+f.load, there+turn)
		var before []int64 // arrivals over legs that bear more
		for k, road := range roads {
			m.tried += len(b.places)
			arrivals := f.arrivals(p, leaves, road.tonnes)
			for q, lands := range arrivals {
				if b.inside[q] || lands >= farFuture || k > 0 && lands >= before[q] && road.ways[p][q] >= roads[k-1].ways[p][q] {
					continue // or what bears more does as well
				}
				for _, last := range b.minutes(i, func(k int) int64 { return late[k].stands[q] }) {
					m.tried += len(b.parts)
					r := run{fleet: i, nth: n, from: p, to: q, tonnes: road.tonnes, there: there, begins: begins, before: -1}
					if len(roads) == 1 {
						r.tonnes = math.Inf(1)
					}
					r.lands = [2]int64{max(lands, x.trips[n][q]), min(last, f.until) - f.unload}
					if f.home != nil && q != f.base {
						r.lands[1] = min(r.lands[1], f.home[q]-max(f.unload, f.turn))
					}
					r.leaves = [2]int64{leaves, r.lands[1] - road.ways[p][q]}
					soonest, latest := farPast, farFuture
					for k := range b.parts {
						ready, ends := max(b.parts[k].ready[p], there), late[k].stands[q]
						if b.takesPart(i, k) && ready <= begins && ends >= last {
							r.parts |= 1 << k
							soonest, latest = max(soonest, ready), min(latest, ends)
						}
					}
					if soonest == begins && latest == last && r.lands[0] <= r.lands[1] && r.leaves[0] <= r.leaves[1] {
						b.cameFrom(&r, roads[len(roads)-1].ways)
						out = append(out, r)
					}
				}
			}
			before = arrivals
		}
	}
	return out
}

// strength is the legs that bear so much, and the least minutes between places over them.
type strength struct {
	tonnes float64
	ways   [][]int64
}

// mostStrengths is how many are told apart of a fleet; where there are more, none are.
const mostStrengths = 24

// strengths is how much the legs of a fleet bear: the most first, that of all legs last.
func (s *squad) strengths() []float64 {
	var bears []float64
	for _, out := range s.out {
		for _, way := range out {
			if b := way.bears(); !slices.Contains(bears, b) && len(bears) <= mostStrengths {
				bears = append(bears, b)
			}
		}
	}
	if len(bears) == 0 || len(bears) > mostStrengths {
		return []float64{0}
	}
	slices.Sort(bears)
	slices.Reverse(bears)
	return bears
}

// bears is the tonnes that a lift carries on a leg, without end where they have no limit.
func (w *passage) bears() float64 {
	if w.limited {
		return w.tonnes
	}
	return math.Inf(1)
}

// takesPart reports whether a fleet carries something of a part.
func (b *border) takesPart(i, k int) bool {
	return slices.ContainsFunc(b.parts[k].ways, func(c due) bool { return contains(c.fleets, i) })
}

// minutes is those of the parts that a fleet carries, each once.
func (b *border) minutes(i int, of func(k int) int64) []int64 {
	var out []int64
	for k := range b.parts {
		if at := of(k); b.takesPart(i, k) && at < farFuture && at > farPast && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

// cameFrom sets where the lift has been unloaded before, where it can be one place alone.
func (b *border) cameFrom(r *run, ways [][]int64) {
	if r.nth == 0 {
		return
	}
	f := b.prover.fleets[r.fleet]
	places := 0
	for q, t := range b.fleets[r.fleet].trips[r.nth-1] {
		if t < farFuture {
			places++
			r.before, r.free, r.comes = q, t+max(f.unload, f.turn), ways[q][r.from]
		}
	}
	if places != 1 {
		r.before = -1
	}
}

// shortest is the least minutes between places over legs that bear so much, stops with their turnaround.
func (s *squad) shortest(bears float64) [][]int64 {
	out := make([][]int64, len(s.out))
	for p := range out {
		out[p] = all(len(s.out), farFuture)
		for _, way := range s.out[p] {
			if way.bears() >= bears {
				out[p][way.to] = min(out[p][way.to], way.minutes)
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for p := range out {
			for q := range out {
				for _, way := range s.out[q] {
					if t := out[p][q] + s.turn + way.minutes; way.bears() >= bears && out[p][q] < farFuture && t < out[p][way.to] {
						out[p][way.to], changed = t, true
					}
				}
			}
		}
	}
	return out
}

// arrivals is how early a loaded lift can land at each place that leaves one no sooner than a minute, over legs that bear so much.
func (s *squad) arrivals(p int, leaves int64, bears float64) []int64 {
	out := all(len(s.out), farFuture)
	legs := func(p int, ready int64) (changed bool) {
		for _, way := range s.out[p] {
			if way.bears() < bears {
				continue
			}
			if d := way.leave(ready); d < farFuture && d+way.minutes+s.unload <= s.until && d+way.minutes < out[way.to] {
				out[way.to], changed = d+way.minutes, true
			}
		}
		return changed
	}
	for changed := legs(p, leaves); changed && s.kind.Mode != sortie.Road; {
		changed = false
		for q := range out {
			if out[q] < farFuture && legs(q, out[q]+s.turn) {
				changed = true
			}
		}
	}
	return out
}

// heaviestOf is the most that a load of a run can be worth.
func (m *muster) heaviestOf(r *run, worth []points) (int64, error) {
	var goods []ware // of one kind, those that are worth the same together
	each := points{}
	for k, part := range m.parts {
		if r.parts>>k&1 == 0 {
			continue
		}
		for _, p := range part.parties {
			v := worth[k][p.kind]
			if v <= 0 || !slices.ContainsFunc(p.ways, func(c *carriage) bool { return contains(c.fleets, r.fleet) }) {
				continue
			}
			each[p.kind] = max(each[p.kind], v)
			at := slices.IndexFunc(goods, func(g ware) bool { return g.kind == p.kind && g.each == v })
			if at < 0 {
				at = len(goods)
				goods = append(goods, ware{p.kind, 0, v})
			}
			goods[at].count = plusCapped(goods[at].count, p.count)
		}
	}
	if len(goods) == 0 {
		return 0, nil
	}
	t := m.prover.fleets[r.fleet].kind
	tonnes, limited := m.tonnes(r.fleet, r.parts)
	if r.tonnes < tonnes || !limited && !math.IsInf(r.tonnes, 1) {
		tonnes, limited = r.tonnes, true
	}
	key := fmt.Sprint(t.ID, tonnes, limited, goods)
	most, ok := m.known[key]
	if !ok {
		h := m.hold(t, tonnes, limited, goods)
		most = m.heaviest(t, tonnes, limited, each)
		switch {
		case len(h.kinds) == 0:
			most = 0
		case len(h.kinds) <= mostStowedKinds:
			most = min(most, max(h.between(0, boundless, fewMixed, mostRunLoad), 0))
			m.tried += h.tried
		}
		if m.tried > mostRunTries {
			return 0, lang.Err(tooManyRuns)
		}
		m.known[key] = most
	}
	return most, nil
}

// least is the least time that something which takes so many minutes between two minutes takes
// of a stint; or of its shares, how many whole ones that is more than. With one share more than there are, what
// is more than so many of those on one server adds up to less than all.
func (s *stint) least(minutes, first, last int64) int64 {
	early := min(first+minutes, s.last) - max(first, s.first)
	late := min(last, s.last) - max(last-minutes, s.first)
	minutes = max(min(early, late), 0)
	if s.Shares > 0 && minutes > 0 {
		return (minutes*(s.Shares+1) - 1) / (s.last - s.first)
	}
	return minutes
}

// takes is the least that a run takes of a stint.
func (m *muster) takes(s *stint, r *run) int64 {
	if s.Resource == "lifts" {
		return m.tardy(s, r)
	}
	f := m.prover.fleets[r.fleet]
	if f.kind.Mode != s.Mode {
		return 0
	}
	stays, after := max(f.load, f.turn), max(f.unload, f.turn)
	switch s.Resource {
	case "working_mog":
		if r.from == s.at {
			return s.least(f.load, r.begins, r.leaves[1])
		}
		if r.to == s.at {
			return s.least(f.unload, r.lands[0], r.lands[1]+f.unload)
		}
	case "parking_mog":
		slots := int64(max(f.kind.Slots, 0))
		switch {
		case s.at == f.base:
		case r.from == s.at:
			last := r.leaves[1] + s.interval
			return timesCapped(slots, max(s.least(f.load+s.interval, r.begins, last), s.least(stays+s.interval, r.there, last)))
		case r.to == s.at:
			return timesCapped(slots, s.least(after+s.interval, r.lands[0], r.lands[1]+after+s.interval))
		}
	case "interval":
		uses := int64(0)
		use := func(first, last int64) {
			if first >= s.first && last <= s.last {
				uses++
			}
		}
		if r.from == s.at {
			use(r.leaves[0], r.leaves[1])
			if r.nth > 0 || f.base != s.at {
				use(r.there, r.leaves[1]-stays)
			}
		}
		if r.to == s.at {
			use(r.lands[0], r.lands[1])
		}
		if r.before == s.at {
			use(r.free, r.leaves[1]-stays-r.comes)
		}
		return uses
	}
	return 0
}
