package bound

import (
	"math"
	"slices"

	"sortie/network"
)

// timetable is the search for the route of a lift of one fleet that earns most where
// the time of teams costs something, more at one minute than at another: it can be worth a
// lift's while to wait. It goes back through the minutes; hours per day are not looked at.
type timetable struct {
	*routing
	f      *lifts
	last   int // the minute by which all is unloaded, from the start of the operation on, as all of them
	load   int // times of the lifts
	unload int
	turn   int
	until  int // of their window, or the last minute

	fees [][]int64 // by place, what all minutes before each cost; nil where nothing does
	*lines
	cargoes []*cargo
	at      [][]*cargo // that can be loaded at a place
	loads   [][]int64  // by place and minute, the most that a lift can earn that begins to load there, then or later
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
	worth []int64 // the most that the lift can earn, by the minute from which on it can depart
}

// hop is a leg that a cargo can take.
type hop struct {
	*leg
	earns int64  // unloaded at its end
	until int    // begun no later for that
	stop  *carry // as it is after a stop there; nil where it makes none
}

// never is less than anything can earn.
const never = -unlimited

// timed is the most that the route of one lift of a fleet earns after fees, and its loads; false
// where that is not known.
func (r *routing) timed(i int, s *stakes, by network.Minute) (int64, []*delivery, bool) {
	f := r.w.fleets[i]
	t := &timetable{routing: r, f: f, last: int(by - r.w.n.Start), load: int(f.load()), unload: int(f.unload()), turn: int(f.turn()),
		until: int(min(by, f.Until) - r.w.n.Start), lines: r.linesOf(i, int(by-r.w.n.Start)), fees: make([][]int64, len(r.w.n.Places))}
	for _, legs := range f.ways.out {
		if slices.ContainsFunc(legs, func(a *arc) bool { return a.minutes < 1 }) {
			return 0, nil, false
		}
	}
	for k, team := range r.teams {
		if team.mode == f.typ.Mode {
			t.fees[team.place] = r.feesOf(s.fees[k], by)
		}
	}
	if t.last <= 0 || !t.stow(i, s, by) {
		return 0, nil, true
	}
	t.lay()
	best, p, at := t.begin()
	if best <= 0 {
		return 0, nil, true
	}
	return best, t.route(p, at), true
}

// stow finds what can be loaded where, and what that earns; false where there is nothing.
func (t *timetable) stow(i int, s *stakes, by network.Minute) bool {
	places := len(t.out)
	t.at = make([][]*cargo, places)
	for p, times := range t.offers(i, s, by) {
		for _, offers := range times {
			first := len(t.cargoes)
			for _, tonnes := range append([]float64{math.Inf(1)}, t.levels...) {
				c := &cargo{from: network.PlaceIndex(p), ready: int(max(offers[0].ready-t.w.n.Start, 0)), level: len(t.cargoes) - first - 1,
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

// carry finds where a cargo can go from a place, and from where it stops on the way.
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
			h.until = int(min(c.offers[l.to].latest-t.w.n.Start, network.Minute(t.until))) - int(l.minutes) - t.unload
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

// lay finds the most that a lift can earn from each place and minute on, from the last one back:
// so many minutes at once as no leg is shorter than.
func (t *timetable) lay() {
	t.loads, t.leaves = make([][]int64, len(t.out)), make([][]int64, len(t.out))
	looks, block := 0, t.last
	for p := range t.out {
		t.loads[p], t.leaves[p] = make([]int64, t.last+2), make([]int64, t.last+2)
		looks += 2 + len(t.at[p]) + 8*len(t.out[p])
		for _, l := range t.out[p] {
			l.unloads = make([]int64, t.last+1)
			block = min(block, int(l.minutes))
		}
	}
	for _, k := range t.carries {
		looks += 1 + len(k.hops)
	}
	t.w.work += looks * t.last / 4
	for to := t.last; to >= 0; to -= block {
		from := max(to-block+1, 0)
		for p := range t.out {
			t.layLegs(p, from, to)
		}
		for _, k := range t.carries {
			t.layCarry(k, from, to)
		}
		for p := range t.out {
			t.layLoads(p, from, to)
		}
	}
}

func (t *timetable) layLegs(p, from, to int) {
	leaves := t.leaves[p]
	for m := to; m >= from; m-- {
		best := leaves[m+1]
		for _, l := range t.out[p] {
			l.unloads[m] = never
			if !l.begins(m) {
				continue
			}
			at := m + int(l.minutes)
			if at+t.unload <= t.until && t.returns(l.to, at+max(t.unload, t.turn)) {
				l.unloads[m] = t.after(l.to, at) - t.fee(l.to, at, at+t.unload)
			}
			best = max(best, t.emptied(l, m))
		}
		leaves[m] = best
	}
}

func (t *timetable) layCarry(k *carry, from, to int) {
	worth := k.worth[from : to+2]
	for m := range worth[:len(worth)-1] {
		worth[m] = never
	}
	for n := range k.hops {
		h := &k.hops[n]
		for m, rest := range h.unloads[from:max(min(to, h.until)+1, from)] {
			worth[m] = max(worth[m], h.earns+rest)
		}
		if h.stop != nil {
			for m := range worth[:len(worth)-1] {
				worth[m] = max(worth[m], t.stopped(h, from+m))
			}
		}
	}
	for m := len(worth) - 2; m >= 0; m-- {
		worth[m] = max(worth[m], worth[m+1])
	}
}

func (t *timetable) layLoads(p, from, to int) {
	loads := t.loads[p][from : to+2]
	for _, c := range t.at[p] {
		for m := max(from, c.ready); m <= min(to, t.last-t.load); m++ {
			loads[m-from] = max(loads[m-from], t.begun(c, m))
		}
	}
	for m := len(loads) - 2; m >= 0; m-- {
		loads[m] = max(loads[m], loads[m+1])
	}
}

// hopped is what a lift can earn that begins a leg with a cargo aboard.
func (t *timetable) hopped(h *hop, m int) int64 { return max(t.unloaded(h, m), t.stopped(h, m)) }

// unloaded is what is earned by unloading at the end of it, and after that.
func (t *timetable) unloaded(h *hop, m int) int64 {
	if m > h.until {
		return never
	}
	return h.earns + h.unloads[m]
}

// stopped is what is earned after a stop there.
func (t *timetable) stopped(h *hop, m int) int64 {
	if on := m + int(h.minutes) + t.turn; h.stop != nil && on <= t.last && h.begins(m) {
		return h.stop.worth[on]
	}
	return never
}

// after is what a lift can earn that has arrived and is unloaded.
func (t *timetable) after(p network.PlaceIndex, at int) int64 {
	return max(t.of(t.loads[p], at+max(t.unload, t.turn-t.load)), t.of(t.leaves[p], at+max(t.unload, t.turn)))
}

func (t *timetable) of(list []int64, m int) int64 {
	if m > t.last {
		return 0
	}
	return list[max(m, 0)]
}

// loaded is what a load can earn that is begun now.
func (t *timetable) loaded(p, m int) int64 {
	best := int64(0)
	for _, c := range t.at[p] {
		best = max(best, t.begun(c, m))
	}
	return best
}

func (t *timetable) begun(c *cargo, m int) int64 {
	if m < c.ready || m+t.load > t.last {
		return never
	}
	return c.at[c.from].worth[m+t.load] - t.fee(c.from, m, m+t.load)
}

// emptied is what a lift can earn that begins a leg empty.
func (t *timetable) emptied(l *leg, m int) int64 {
	at := m + int(l.minutes)
	if at > t.until || !l.begins(m) || !t.returns(l.to, at+t.turn) {
		return never
	}
	return max(t.of(t.loads[l.to], at+max(0, t.turn-t.load)), t.of(t.leaves[l.to], at+t.turn))
}

// returns reports whether a lift that can leave a place at a minute can still return, where it has to.
func (t *timetable) returns(p network.PlaceIndex, m int) bool {
	return t.f.home == nil || p == t.f.Base || t.w.n.Start+network.Minute(m) <= t.f.home[p]
}

func (t *timetable) fee(p network.PlaceIndex, from, to int) int64 {
	if t.fees[p] == nil {
		return 0
	}
	return t.fees[p][to] - t.fees[p][from]
}

// begin is where a lift begins that earns most: wherever it can be, and to load, since where it
// would fly on empty it can be as well.
func (t *timetable) begin() (best int64, p, at int) {
	for q, arrives := range t.f.at {
		if arrives >= t.w.n.Start+network.Minute(t.last) {
			continue
		}
		ready := max(arrives, arrives+t.f.turnAt(network.PlaceIndex(q))-t.f.load())
		m := int(max(ready-t.w.n.Start, 0))
		if earns := t.of(t.loads[q], m); earns > best {
			best, p, at = earns, q, m
		}
	}
	return best, p, at
}

// route is the loads of the best route from a place and minute on, where a lift loads.
func (t *timetable) route(p, m int) []*delivery {
	var out []*delivery
	loads, worth := true, t.loads[p][m]
	for worth > 0 {
		if loads {
			for t.loaded(p, m) < worth {
				m++
			}
			c := t.at[p][slices.IndexFunc(t.at[p], func(c *cargo) bool { return t.begun(c, m) == worth })]
			d, at := t.bring(c.at[p], m+t.load)
			d.begins = t.w.n.Start + network.Minute(m)
			out = append(out, d)
			p, worth = int(d.to), t.after(d.to, at)
			if m = at + max(t.unload, t.turn-t.load); t.of(t.loads[p], m) < worth {
				loads, m = false, at+max(t.unload, t.turn)
			}
			continue
		}
		on := func(l *leg) bool { return t.emptied(l, m) == worth }
		for !slices.ContainsFunc(t.out[p], on) {
			m++
		}
		l := t.out[p][slices.IndexFunc(t.out[p], on)]
		at := m + int(l.minutes)
		p = int(l.to)
		if m = at + max(0, t.turn-t.load); t.of(t.loads[p], m) == worth {
			loads = true
		} else {
			m = at + t.turn
		}
	}
	return out
}

// bring is the best that a cargo aboard can do, and when it arrives.
func (t *timetable) bring(k *carry, m int) (*delivery, int) {
	for worth := k.worth[m]; ; {
		var hop *hop
		for n := range k.hops {
			if t.hopped(&k.hops[n], m) == worth {
				hop = &k.hops[n]
				break
			}
		}
		if hop == nil {
			m++
			continue
		}
		at := m + int(hop.minutes)
		if t.unloaded(hop, m) == worth {
			return &delivery{from: k.from, to: hop.to, offer: k.offers[hop.to], tonnes: k.next[hop.level].tonnes,
				ends: t.w.n.Start + network.Minute(at+t.unload)}, at
		}
		k, m = hop.stop, at+t.turn
	}
}
