package search

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sync/atomic"

	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
)

// Solution is hauls in the order of their priority, with the schedule that they
// make. Those that a walk only passes through have the outline of one.
type Solution struct {
	Order    []*haul.Haul
	Schedule *sched.Schedule
}

// Worker constructs and improves solutions on one core.
type Worker struct {
	p            *haul.Problem
	build        *builder
	decode       *sched.Decoder
	r            *rand.Rand
	source       rand.PCG // of r; here, and not in memory that another worker's may be next to
	stop         *atomic.Bool
	rank         []int // of units, see unitRank
	prices       *prices
	manner       style // of the best of the plain ways
	walk         walk
	outline      sched.Schedule // of where the walk is, unless that is the best
	base         base
	opened       bool        // a field, so far
	given        bool        // there was a plan to begin with
	stock        []*Solution // see store
	around       search      // of the best of all
	apart        *search     // from it; nil: none
	left         []*Solution // the stock, while a search is apart
	changes      []change
	straightened *Solution // the best when it was last made straight

	// Memory for the next.
	halts    map[halt]int       // see ends
	stood    map[halt]mean      // see settle
	index    map[*haul.Haul]int // the same
	spare    *sched.Schedule    // see kept
	tariffed tariff
	picked   []*haul.Haul
	anew     []*haul.Haul
	inputs   []input

	// Proven reports whether no plan that does as well in what ranks before closure
	// closes sooner than one with this score; nil: nobody knows.
	Proven func(sched.Score) bool

	// Tried counts the schedules that were made.
	Tried int
}

// NewWorker is a worker with randomness of its own. It stops soon after stop
// becomes true.
func NewWorker(p *haul.Problem, seed, stream uint64, stop *atomic.Bool) *Worker {
	w := &Worker{
		p:      p,
		build:  &builder{p: p, make: haul.NewMaker(p), stop: stop},
		decode: sched.NewDecoder(p, stop),
		stop:   stop,
	}
	w.source.Seed(seed, stream)
	w.r = rand.New(&w.source)
	return w
}

// run schedules an order; nil when stopped.
func (w *Worker) run(order []*haul.Haul) *Solution {
	s := w.try(order)
	if s == nil {
		return nil
	}
	return w.kept(s)
}

// kept is the solution with a schedule that lasts.
func (w *Worker) kept(s *Solution) *Solution {
	into := w.spare
	if w.spare = nil; into == nil {
		into = new(sched.Schedule)
	}
	s.Schedule.Copy(into)
	return &Solution{s.Order, into}
}

// forget lets the memory of a schedule be used for the next that is kept.
func (w *Worker) forget(s *Solution) { w.spare = s.Schedule }

// try is the same with a schedule that lasts until the next. Hauls that wait in
// vain for a part of what they carry are made smaller and tried again.
func (w *Worker) try(order []*haul.Haul) *Solution {
	w.Tried++
	s := w.decode.Run(order)
	if s == nil {
		return nil
	}
	if len(s.Dropped) > 0 {
		if less := w.trim(order, s); less != nil {
			whole := s.Clone()
			if again := w.decode.Run(less); again == nil {
				return nil
			} else if again.Score.Compare(whole.Score) < 0 {
				return &Solution{less, again}
			}
			s = whole
		}
	}
	return &Solution{order, s}
}

// trim is the order with each dropped haul made smaller, to what ends at its
// start in the schedule; nil where nothing would change.
func (w *Worker) trim(order []*haul.Haul, s *sched.Schedule) []*haul.Haul {
	there := w.ends(s)
	var out []*haul.Haul
	changed := false
	for i, h := range order {
		if s.Done[i] < network.Never {
			out = append(out, h)
			continue
		}
		from := w.p.Hops[h.Hop].From
		var parts []haul.Part
		less := false
		for _, p := range h.Parts {
			key := halt{p.Unit, p.Kind, from}
			have := there[key]
			if u := &w.p.N.Units[p.Unit]; u.At == from {
				have += haul.Count(u, p.Kind)
			}
			n := max(0, min(have, p.N))
			there[key] -= n
			less = less || n < p.N
			p.N = n
			parts = append(parts, p)
		}
		if less {
			changed = true
			if h = w.build.make.Make(h.Hop, parts, network.None); h == nil {
				continue
			}
		}
		out = append(out, h)
	}
	if !changed {
		return nil
	}
	return out
}

// Construct is the best of a few plain ways to build a plan: on ways that
// spread over places, with lifts that come from near by or from anywhere, with
// loads of every type or of the largest first; on the quickest ways whoever else
// takes them; and with all that can drive all the way doing so, with people in
// its seats. With many hauls there is time for two, both with lifts that come
// from near by. They are tried until they are most schedules or
// the worker is stopped; nil when it was stopped before the first was ready.
// Found is called with each that is better than those before it.
func (w *Worker) Construct(most int, found func(*Solution)) *Solution {
	var best *Solution
	drives := slices.ContainsFunc(w.p.Hops, func(h network.Hop) bool { return h.Convoy })
	styles := []style{{thrifty: true}, {}, {largest: true}, {hasty: true}}
	if drives {
		styles = append(styles, style{own: true}, style{own: true, joint: true})
	}
	for i := 0; i < len(styles); i++ {
		if best != nil && w.stop.Load() {
			break
		}
		st := styles[i]
		st.fleet = network.None
		before := best
		if best = w.construct(best, st, most, found); best == nil {
			return nil
		}
		if best != before {
			w.manner = style{fleet: network.None, own: st.own, joint: st.joint}
		}
		if i == 0 && len(best.Order) > many {
			if styles = styles[:1]; drives {
				styles = append(styles, style{own: true, thrifty: true})
			}
		}
	}
	if len(best.Order) > many {
		return best
	}
	pr := pricesOf(w.p, best)
	for range blueprints {
		if w.Tried >= most || w.stop.Load() {
			break
		}
		last := w.blueprint(pr, most)
		if last == nil {
			break
		}
		if last.Schedule.Score.Compare(best.Schedule.Score) < 0 {
			best = last
			found(best)
		}
		pr = pr.between(pricesOf(w.p, last))
	}
	if s := w.pruned(best, most); s.Schedule.Score.Compare(best.Schedule.Score) < 0 {
		best = s
		found(best)
	}
	return best
}

// many is how many hauls make a mission large: schedules take long, and what
// becomes of one haul changes little.
const many = 1000

// blueprints is how often loads are made by price, each time at prices nearer
// to what the loads before came to cost; large missions do without.
const blueprints = 6

// blueprint is a plan whose loads cost least together at some prices.
func (w *Worker) blueprint(pr *prices, most int) *Solution {
	st := w.manner
	st.rand, st.prices, st.blueprint = w.r, pr, true
	return w.construct(nil, st, most, func(*Solution) {})
}

// construct is the better of a solution and those of one style, in several
// orders; nil when it was stopped before the first was ready.
func (w *Worker) construct(best *Solution, st style, most int, found func(*Solution)) *Solution {
	var streams []stream
	l := newLedger(w.p)
	if st.hasty {
		l = nil
	}
	for u := range w.p.N.Units {
		streams = append(streams, assign(w.p, network.UnitIndex(u), l, choice{over: anyHop, own: st.own})...)
	}
	if st.own {
		streams = passengers(w.p, streams)
	}
	w.build.make.Thrifty = st.thrifty
	built := w.build.build(streams, st)
	for k, rank := range ranks {
		if rank.needed != nil && !rank.needed(w) || best != nil && (w.Tried >= most || k > 0 && len(built) > many) {
			continue
		}
		s := w.run(w.ranked(built, rank.of))
		if s == nil {
			return best
		}
		if best == nil {
			found(s)
		}
		for range settles {
			order := w.mended(s)
			if order == nil || w.Tried >= most {
				break
			}
			next := w.run(order)
			if next == nil {
				break
			}
			if next.Schedule.Score.Compare(s.Schedule.Score) >= 0 {
				w.forget(next)
				break
			}
			s = next
		}
		if w.Tried < most {
			s = w.Rescue(s)
		}
		if best == nil || s.Schedule.Score.Compare(best.Schedule.Score) < 0 {
			best = s
			found(best)
		} else if s != best {
			w.forget(s)
		}
	}
	return best
}

// ranked is the hauls in the order of a rank.
func (w *Worker) ranked(built []planned, rank func(w *Worker, h *planned) int) []*haul.Haul {
	type ranked struct{ at, rank int }
	all := make([]ranked, len(built))
	for i := range built {
		all[i] = ranked{i, rank(w, &built[i])}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return a.rank - b.rank })
	order := make([]*haul.Haul, len(built))
	for i, r := range all {
		order[i] = built[r.at].haul
	}
	return order
}

// settles is how often a plan that fails somewhere is scheduled again.
const settles = 4

// mended is the hauls of a plan that fails somewhere in another order: that in
// which it came out, where something comes late or not at all, so that what had
// to wait no longer holds lifts that others could have used before; units that
// are tardy first, where nothing else is wrong. It is nil where nothing is.
func (w *Worker) mended(s *Solution) []*haul.Haul {
	switch score := s.Schedule.Score; {
	case score.Undelivered+score.Late > 0:
		return byStart(s)
	case score.Tardiness > 0:
		return w.hastened(s)
	}
	return nil
}

// hastened is the order with the units that are tardy first.
func (w *Worker) hastened(s *Solution) []*haul.Haul {
	tardy := map[network.UnitIndex]bool{}
	for i, h := range s.Order {
		for _, p := range h.Parts {
			if u := &w.p.N.Units[p.Unit]; u.To == w.p.Hops[h.Hop].To && s.Schedule.Done[i] > u.Due {
				tardy[p.Unit] = true
			}
		}
	}
	return inFront(s.Order, func(h *haul.Haul) bool {
		return slices.ContainsFunc(h.Parts, func(p haul.Part) bool { return tardy[p.Unit] })
	})
}

// ranks are the plain orders of hauls: as soon as they may leave; one unit after
// the other, where units must arrive together; the longest way home first; the
// most urgent first.
var ranks = []struct {
	of     func(w *Worker, h *planned) int
	needed func(w *Worker) bool
}{
	{of: func(_ *Worker, h *planned) int { return int(h.est) }},
	{of: (*Worker).unitRank, needed: (*Worker).together},
	{of: func(_ *Worker, h *planned) int { return -int(h.end) }},
	{of: func(w *Worker, h *planned) int { return w.urgency(h.haul) }, needed: (*Worker).priorities},
}

// together reports whether some unit must arrive together.
func (w *Worker) together() bool {
	return slices.ContainsFunc(w.p.N.Units, func(u network.Unit) bool { return u.Together < network.Unlimited })
}

// unitRank is the place of the first unit aboard among units by when they are
// ready, the more urgent first.
func (w *Worker) unitRank(h *planned) int {
	if w.rank == nil {
		by := make([]int, len(w.p.N.Units))
		for i := range by {
			by[i] = i
		}
		slices.SortStableFunc(by, func(a, b int) int {
			u, v := &w.p.N.Units[a], &w.p.N.Units[b]
			return cmp.Or(cmp.Compare(u.Priority, v.Priority), cmp.Compare(u.Ready, v.Ready))
		})
		w.rank = make([]int, len(by))
		for place, u := range by {
			w.rank[u] = place
		}
	}
	first := len(w.rank)
	for _, p := range h.haul.Parts {
		first = min(first, w.rank[p.Unit])
	}
	return first
}

// priorities reports whether units differ in priority or due time.
func (w *Worker) priorities() bool {
	for i := range w.p.N.Units {
		if u, v := &w.p.N.Units[0], &w.p.N.Units[i]; u.Priority != v.Priority || u.Due != v.Due {
			return true
		}
	}
	return false
}

// urgency is when the most urgent unit aboard is due, sooner for a higher
// priority.
func (w *Worker) urgency(h *haul.Haul) int {
	best := int(network.Never)
	for _, p := range h.Parts {
		u := &w.p.N.Units[p.Unit]
		best = min(best, int(u.Due)+u.Priority*12*60)
	}
	return best
}
