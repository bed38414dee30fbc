package bound

import (
	"math"
	"slices"

	"sortie/network"
)

// timetable is the search for the route of a lift of one fleet that earns most where
// teams, stands or runways cost something, more at one minute than at another: it can be worth a
// lift's while to wait. It goes back through the steps of its time, each a minute or, where nothing is to be proven, more; hours
// per day are not looked at but by a fee. All its times are in steps from the start of the operation on.
type timetable struct {
	*routing
	f      *lifts
	last   int // by which all is unloaded
	load   int // times of the lifts
	unload int
	turn   int
	until  int // of their window, or the last

	fees   [][]int64 // by place, what all steps of a team before each cost; nil where nothing does
	stands [][]int64 // the same of the slots of a lift
	uses   [][]int64 // by place, what an arrival or departure at each step costs
	flown  []int64   // what all minutes under way before each cost
	*lines
	cargoes []*cargo
	at      [][]*cargo // that can be loaded at a place
	loads   [][]int64  // by place and step, the most that a lift can earn that begins to load there, then or later
	leaves  [][]int64  // the same of one that leaves it empty
	carries []*carry
}

// cargo is what is loaded at a place from a minute on, on legs that bear so much.
type cargo struct {
	level  int // of its payload; below 0 before the first leg
	from   network.PlaceIndex
	ready  int
	offers []*offer // by place where they go; nil where none does
	earns  []int64
	tonnes float64
	next   []*cargo // what it is after a leg that bears less, by level
	at     []*carry // by place; nil where it never is aboard a lift that can depart
}

// carry is a cargo aboard a lift at a place.
type carry struct {
	*cargo
	hops  []hop
	worth []int64 // the most that the lift can earn, by the step from which on it can depart
}

// hop is a leg that a cargo can take.
type hop struct {
	*leg
	earns int64   // unloaded at its end
	until int     // begun no later for that
	lands []int64 // the most that a lift can earn that has left by a step and is unloaded at its end, then or later
	stop  *carry  // as it is after a stop there; nil where it makes none
}

// never is less than anything can earn.
const never = -unlimited

// laid is the timetables of some stakes and a minute, by fleet: one for all fleets that are alike.
type laid struct {
	stakes *stakes
	by     network.Minute
	tables map[int]*timetable
}

// timed is the most that the route of one lift of a fleet earns after fees, and the route; false
// where that is not known.
func (r *routing) timed(i int, s *stakes, by network.Minute) (int64, *route, bool) {
	if r.laid.stakes != s || r.laid.by != by {
		r.laid = laid{s, by, map[int]*timetable{}}
	}
	twin := r.twin(i, s)
	t, ok := r.laid.tables[twin]
	if !ok {
		if t, ok = r.timetable(twin, s, by); !ok {
			return 0, nil, false
		}
		r.laid.tables[twin] = t
	}
	if len(t.carries) == 0 {
		return 0, nil, true
	}
	best, p, at := t.begin(r.w.fleets[i])
	if best <= 0 {
		return 0, nil, true
	}
	return best, t.route(p, at), true
}

// twin is the first fleet whose lifts can do and earn the same from any minute on at a place: they
// differ in where they begin.
func (r *routing) twin(i int, s *stakes) int {
	f := r.w.fleets[i]
	own := func(j int) bool { // it has to be told apart
		g := r.w.fleets[j]
		return g.home != nil || len(s.days) > 0 && len(s.days[j]) > 0 || slices.ContainsFunc(s.limits, func(l limit) bool { return l.fleet == j }) ||
			slices.ContainsFunc(r.servers, func(s server) bool { return s.resource == stand && s.place == g.Base && s.mode == g.typ.Mode })
	}
	if own(i) {
		return i
	}
	for j, g := range r.w.fleets[:i] {
		if g.typ == f.typ && g.Until == f.Until && r.like(j) == r.like(i) && g.ways.same(f.ways) && !own(j) {
			return j
		}
	}
	return i
}

// steps is how many a duration is, to the nearest.
func (r *routing) steps(minutes network.Minute) int { return int((minutes + r.grain/2) / r.grain) }

// clock is the minute of a step.
func (r *routing) clock(step int) network.Minute { return r.w.n.Start + network.Minute(step)*r.grain }

// sampled is a list by minutes, by steps.
func (r *routing) sampled(list []int64) []int64 {
	if r.grain == 1 {
		return list
	}
	var out []int64
	for m := 0; m < len(list); m += int(r.grain) {
		out = append(out, list[m])
	}
	return out
}

// timetable lays one out; with nothing to carry where nothing earns. It is false where it cannot.
func (r *routing) timetable(i int, s *stakes, by network.Minute) (*timetable, bool) {
	f := r.w.fleets[i]
	places := len(r.w.n.Places)
	t := &timetable{routing: r, f: f, last: int((by - r.w.n.Start) / r.grain), load: r.steps(f.load()), unload: r.steps(f.unload()), turn: r.steps(f.turn()),
		until: int((min(by, f.Until) - r.w.n.Start) / r.grain),
		fees:  make([][]int64, places), stands: make([][]int64, places), uses: make([][]int64, places)}
	t.lines = r.linesOf(i, t.last)
	for _, legs := range f.ways.out {
		if slices.ContainsFunc(legs, func(a *arc) bool { return a.minutes < 1 }) {
			return nil, false
		}
	}
	for k, x := range r.servers {
		if x.mode != f.typ.Mode || k >= len(s.fees) || t.last <= 0 || !slices.ContainsFunc(s.fees[k], func(fee int64) bool { return fee > 0 }) {
			continue
		}
		total := r.feesOf(s.fees[k], by)
		switch x.resource {
		case team:
			t.fees[x.place] = r.sampled(total)
		case stand:
			if slots := int64(f.typ.Slots); x.place != f.Base && slots > 0 {
				for m := range total {
					total[m] = mul(slots, total[m])
				}
				t.stands[x.place] = r.sampled(total)
			}
		case runway:
			uses := make([]int64, len(total))
			for m := range uses {
				uses[m] = total[min(m+r.w.n.Places[x.place].Interval[x.mode], len(total)-1)] - total[m]
			}
			t.uses[x.place] = r.sampled(uses)
		}
	}
	if t.last <= 0 {
		return t, true
	}
	if len(s.days) > 0 {
		t.flown = r.flying(s.days[i], by)
	}
	for p := range t.out {
		for _, l := range t.out[p] {
			t.price(p, l)
		}
	}
	if t.stow(i, s, by) {
		t.lay()
	}
	return t, true
}

// stow finds what can be loaded where, and what that earns; false where there is nothing.
func (t *timetable) stow(i int, s *stakes, by network.Minute) bool {
	places := len(t.out)
	t.at = make([][]*cargo, places)
	for p, times := range t.offers(i, s, by) {
		for _, offers := range times {
			first := len(t.cargoes)
			for _, tonnes := range append([]float64{math.Inf(1)}, t.levels...) {
				c := &cargo{from: network.PlaceIndex(p), ready: t.steps(max(offers[0].ready-t.w.n.Start, 0)), level: len(t.cargoes) - first - 1,
					offers: make([]*offer, places), earns: make([]int64, places), tonnes: tonnes, at: make([]*carry, places)}
				for _, o := range offers {
					c.offers[o.to] = o
					if c.level >= 0 {
						c.earns[o.to], _ = t.routing.load(t.f.typ, o, tonnes)
					}
				}
				t.cargoes = append(t.cargoes, c)
			}
			for _, c := range t.cargoes[first:] {
				for _, tonnes := range t.levels {
					c.next = append(c.next, t.cargoes[first+1+slices.Index(t.levels, math.Min(c.tonnes, tonnes))])
				}
			}
			all := t.cargoes[first]
			for q := range all.offers {
				if all.offers[q] != nil && slices.ContainsFunc(t.at[p], func(sooner *cargo) bool { return sooner.asGood(all, q) }) {
					for _, c := range t.cargoes[first:] {
						c.offers[q], c.earns[q] = nil, 0
					}
				}
			}
			if slices.ContainsFunc(all.offers, func(o *offer) bool { return o != nil }) {
				t.at[p] = append(t.at[p], all)
				t.carry(all, network.PlaceIndex(p))
			}
		}
	}
	return len(t.carries) > 0
}

// asGood reports whether a cargo earns no less at a place than another.
func (c *cargo) asGood(other *cargo, q int) bool {
	if c.offers[q] == nil || c.offers[q].latest < other.offers[q].latest {
		return false
	}
	for level := range c.next {
		if c.next[level].earns[q] < other.next[level].earns[q] {
			return false
		}
	}
	return true
}

// held is where what landings of a leg begun until a step earn is laid out, then or later; later alone
// where it is not always open.
func (t *timetable) held(l *leg, until int) []int64 {
	if l.departing != nil || l.arriving != nil {
		return l.unloads
	}
	for _, h := range l.held {
		if h.until == until {
			return h.lands
		}
	}
	h := held{until, make([]int64, t.last+2)}
	h.lands[t.last+1] = never
	l.held = append(l.held, h)
	return h.lands
}

// stopWins reports whether it can be worth anything to stop at the end of a leg: not where whatever can be
// brought on from there would be brought as well by a leg that goes there at once.
func (t *timetable) stopWins(c *cargo, p network.PlaceIndex, l *leg) bool {
	if !l.stop {
		return false
	}
	for q, earns := range c.next[l.level].earns {
		to := network.PlaceIndex(q)
		if earns <= 0 || to == p || to == l.to || t.short[l.to][q] >= network.Never {
			continue
		}
		if !slices.ContainsFunc(t.out[p], func(a *leg) bool {
			return a.to == to && a.departing == nil && a.arriving == nil && a.minutes <= l.minutes+t.short[l.to][q] && c.next[a.level].earns[q] >= earns
		}) {
			return true
		}
	}
	return false
}

// carry finds where a cargo can go from a place, and from where it stops on the way. A stop can also be worth
// its time alone, where that is dear at both ends. So a leg that stands for others with a stop may arrive as
// late as these.
func (t *timetable) carry(c *cargo, p network.PlaceIndex) *carry {
	if c.at[p] != nil {
		return c.at[p]
	}
	k := &carry{cargo: c, worth: make([]int64, t.last+2)}
	k.worth[t.last+1] = never
	c.at[p] = k
	for _, l := range t.out[p] {
		if l.to == c.from {
			continue
		}
		next := c.next[l.level]
		h := hop{leg: l, earns: next.earns[l.to], until: -1}
		if h.earns > 0 {
			h.until = min(int((c.offers[l.to].latest-t.w.n.Start)/t.grain), t.until) - l.steps - t.unload
		}
		if h.until >= 0 {
			h.lands = t.held(l, h.until)
		}
		if t.stopWins(c, p, l) {
			h.stop = t.carry(next, l.to)
		}
		if h.until >= 0 || h.stop != nil {
			k.hops = append(k.hops, h)
		}
	}
	t.carries = append(t.carries, k)
	return k
}
