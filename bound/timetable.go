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

	fees   [][]int64 // by place, what all minutes of a team before each cost; nil where nothing does
	stands [][]int64 // the same of the slots of a lift
	uses   [][]int64 // by place, what an arrival or departure at each minute costs
	hour   int64     // what a minute under way costs
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
	earns int64   // unloaded at its end
	until int     // begun no later for that
	lands []int64 // the most that a lift can earn that has left by a minute and is unloaded at its end, then or later
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
		return g.home != nil || len(s.hours) > 0 && s.hours[j] > 0 || slices.ContainsFunc(s.limits, func(l limit) bool { return l.fleet == j }) ||
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

// timetable lays one out; with nothing to carry where nothing earns. It is false where it cannot.
func (r *routing) timetable(i int, s *stakes, by network.Minute) (*timetable, bool) {
	f := r.w.fleets[i]
	places := len(r.w.n.Places)
	t := &timetable{routing: r, f: f, last: int(by - r.w.n.Start), load: int(f.load()), unload: int(f.unload()), turn: int(f.turn()),
		until: int(min(by, f.Until) - r.w.n.Start), lines: r.linesOf(i, int(by-r.w.n.Start)),
		fees: make([][]int64, places), stands: make([][]int64, places), uses: make([][]int64, places)}
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
			t.fees[x.place] = total
		case stand:
			if slots := int64(f.typ.Slots); x.place != f.Base && slots > 0 {
				for m := range total {
					total[m] = mul(slots, total[m])
				}
				t.stands[x.place] = total
			}
		case runway:
			uses := make([]int64, len(total))
			for m := range uses {
				uses[m] = total[min(m+r.w.n.Places[x.place].Interval[x.mode], t.last)] - total[m]
			}
			t.uses[x.place] = uses
		}
	}
	if len(s.hours) > 0 {
		t.hour = s.hours[i]
	}
	if t.last <= 0 {
		return t, true
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

// held is where what landings of a leg begun until a minute earn is laid out, then or later; later alone
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
			h.until = int(min(c.offers[l.to].latest-t.w.n.Start, network.Minute(t.until))) - int(l.minutes) - t.unload
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

// lay finds the most that a lift can earn from each place and minute on, from the last one back:
// so many minutes at once as no leg is shorter than.
func (t *timetable) lay() {
	t.loads, t.leaves = make([][]int64, len(t.out)), make([][]int64, len(t.out))
	looks, block := 0, t.last
	for p := range t.out {
		t.loads[p], t.leaves[p] = make([]int64, t.last+2), make([]int64, t.last+2)
		t.loads[p][t.last+1], t.leaves[p][t.last+1] = -cost(t.stands[p], t.last), -cost(t.stands[p], t.last)
		looks += 2 + len(t.at[p]) + 10*len(t.out[p])
		for _, l := range t.out[p] {
			block = min(block, int(l.minutes))
		}
	}
	for _, k := range t.carries {
		looks += 1 + 2*len(k.hops)
	}
	t.w.work += looks * t.last / 2
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

// cost is what is paid until a minute; nothing where nothing costs.
func cost(total []int64, m int) int64 {
	if total == nil {
		return 0
	}
	return total[m]
}

// price lays out what a leg costs by the minute at which it begins: the minutes under way, the runway, and all
// that the stand that is left has cost since the start of the operation.
func (t *timetable) price(p int, l *leg) {
	l.moves, l.arrives, l.unloads, l.held = make([]int64, t.last+1), make([]int64, t.last+1), make([]int64, t.last+2), nil
	for m := range l.moves {
		l.moves[m] = never
		if l.begins(m) {
			l.moves[m] = -cost(t.stands[p], m) - cost(t.uses[p], m) - t.hour*int64(min(int(l.minutes), t.last-m))
		}
		l.arrives[m] = l.moves[m]
		if at := m + int(l.minutes); at <= t.last {
			l.arrives[m] += t.lands(l.to, at)
		}
	}
}

// lands is what an arrival gives back of the cost of a stand, less the runway's.
func (t *timetable) lands(p network.PlaceIndex, at int) int64 {
	return cost(t.stands[p], at) - cost(t.uses[p], at)
}

func (t *timetable) layLegs(p, from, to int) {
	leaves := t.leaves[p]
	for m := to; m >= from; m-- {
		best := leaves[m+1]
		for _, l := range t.out[p] {
			l.unloads[m] = never
			if l.moves[m] == never {
				continue
			}
			at := m + int(l.minutes)
			if at+t.unload <= t.until && t.returns(l.to, at+max(t.unload, t.turn)) {
				l.unloads[m] = t.lands(l.to, at) + t.after(l.to, at) - t.fee(l.to, at, at+t.unload)
			}
			best = max(best, t.emptied(l, m))
		}
		leaves[m] = best
	}
	for _, l := range t.out[p] {
		for _, h := range l.held {
			for m := to; m >= from; m-- {
				h.lands[m] = h.lands[m+1]
				if m <= h.until {
					h.lands[m] = max(h.lands[m], l.unloads[m])
				}
			}
		}
	}
}

func (t *timetable) layCarry(k *carry, from, to int) {
	worth := k.worth[from : to+2]
	for m := range worth[:len(worth)-1] {
		worth[m] = never
	}
	for n := range k.hops {
		h := &k.hops[n]
		if last := min(to, h.until); from <= last {
			moves := h.moves[from : last+1]
			for m, lands := range h.lands[from : last+1] {
				worth[m] = max(worth[m], moves[m]+h.earns+lands)
			}
		}
		if on := int(h.minutes) + t.turn; h.stop != nil && on+from <= t.last {
			stop := h.stop.worth[on+from : min(on+to, t.last)+1]
			arrives := h.arrives[from : from+len(stop)]
			for m, rest := range stop {
				worth[m] = max(worth[m], arrives[m]+rest)
			}
		}
	}
	for m := len(worth) - 2; m >= 0; m-- {
		worth[m] = max(worth[m], worth[m+1])
	}
}

func (t *timetable) layLoads(p, from, to int) {
	loads := t.loads[p][from : to+2]
	for m := range loads[:len(loads)-1] {
		loads[m] = never
	}
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
	return h.moves[m] + h.earns + h.lands[m]
}

// stopped is what is earned after a stop there.
func (t *timetable) stopped(h *hop, m int) int64 {
	if on := m + int(h.minutes) + t.turn; h.stop != nil && on <= t.last {
		return h.arrives[m] + h.stop.worth[on]
	}
	return never
}

// after is what a lift can earn that has arrived and is unloaded.
func (t *timetable) after(p network.PlaceIndex, at int) int64 {
	return max(t.of(t.loads[p], at+max(t.unload, t.turn-t.load)), t.of(t.leaves[p], at+max(t.unload, t.turn)))
}

// of is what is earned from a minute on; after the last one nothing but what the stand has cost.
func (t *timetable) of(list []int64, m int) int64 { return list[max(min(m, t.last+1), 0)] }

// loaded is what a load can earn that is begun now.
func (t *timetable) loaded(p, m int) int64 {
	best := int64(never)
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

// emptied is what a lift can earn that begins a leg empty. It may end after the last minute: others
// can then have the stand.
func (t *timetable) emptied(l *leg, m int) int64 {
	at := m + int(l.minutes)
	if t.w.n.Start+network.Minute(at) > t.f.Until || l.moves[m] == never || !t.returns(l.to, at+t.turn) {
		return never
	}
	if at > t.last {
		return l.moves[m]
	}
	return l.arrives[m] + t.arrived(l.to, at)
}

// arrived is what a lift can earn that has arrived empty.
func (t *timetable) arrived(p network.PlaceIndex, at int) int64 {
	return max(t.of(t.loads[p], at+max(0, t.turn-t.load)), t.of(t.leaves[p], at+t.turn))
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

// begin is where and when a lift of a fleet begins that earns most: wherever it can be, and to load,
// since where it would fly on empty it can be as well. Its stand costs it nothing until then.
func (t *timetable) begin(f *lifts) (best int64, p, at int) {
	for q, arrives := range f.at {
		if arrives >= t.w.n.Start+network.Minute(t.last) {
			continue
		}
		ready := max(arrives, arrives+f.turnAt(network.PlaceIndex(q))-f.load())
		for m := int(max(ready-t.w.n.Start, 0)); m <= t.last; m++ {
			if earns := t.loads[q][m] + cost(t.stands[q], m); earns > best {
				best, p, at = earns, q, m
			}
			if t.stands[q] == nil {
				break
			}
		}
	}
	return best, p, at
}

// route is the best one from a place and minute on, where a lift loads.
func (t *timetable) route(p, m int) *route {
	out, loads := &route{}, true
	stays := func(arrives bool, from int) {
		out.stays = append(out.stays, stay{network.PlaceIndex(p), t.w.n.Start + network.Minute(from), t.w.n.Start + network.Minute(t.last), arrives, false})
	}
	departs := func(at int, minutes network.Minute) {
		last := &out.stays[len(out.stays)-1]
		last.until, last.departs = t.w.n.Start+network.Minute(at), true
		out.flown = append(out.flown, flight{last.until, last.until + minutes})
	}
	stays(false, m)
	for {
		if loads {
			worth := t.of(t.loads[p], m)
			for m <= t.last && t.loaded(p, m) < worth {
				m++
			}
			if m > t.last {
				return out
			}
			c := t.at[p][slices.IndexFunc(t.at[p], func(c *cargo) bool { return t.begun(c, m) == worth })]
			d, at, stops := t.bring(c.at[p], m+t.load)
			d.begins = t.w.n.Start + network.Minute(m)
			out.loads = append(out.loads, d)
			for _, s := range stops {
				departs(s.leaves, s.minutes)
				p = int(s.to)
				stays(true, s.arrives)
			}
			worth = t.after(d.to, at)
			if m = at + max(t.unload, t.turn-t.load); t.of(t.loads[p], m) < worth {
				loads, m = false, at+max(t.unload, t.turn)
			}
			continue
		}
		worth := t.of(t.leaves[p], m)
		on := func(l *leg) bool { return t.emptied(l, m) == worth }
		for m <= t.last && !slices.ContainsFunc(t.out[p], on) {
			m++
		}
		if m > t.last {
			return out
		}
		l := t.out[p][slices.IndexFunc(t.out[p], on)]
		departs(m, l.minutes)
		at := m + int(l.minutes)
		if at > t.last {
			return out
		}
		p = int(l.to)
		stays(true, at)
		if m = at + max(0, t.turn-t.load); t.of(t.loads[p], m) == t.arrived(l.to, at) {
			loads = true
		} else {
			m = at + t.turn
		}
	}
}

// hopTaken is a leg of a cargo.
type hopTaken struct {
	to              network.PlaceIndex
	leaves, arrives int
	minutes         network.Minute
}

// bring is the best that a cargo aboard can do, when it arrives, and the legs there.
func (t *timetable) bring(k *carry, m int) (*delivery, int, []hopTaken) {
	var taken []hopTaken
	for {
		var hop *hop
		for n := range k.hops {
			if t.hopped(&k.hops[n], m) == k.worth[m] {
				hop = &k.hops[n]
				break
			}
		}
		if hop == nil {
			m++
			continue
		}
		at, lands := m+int(hop.minutes), t.unloaded(hop, m) == k.worth[m]
		for n := m; lands && hop.unloads[n] < hop.lands[m]; n++ {
			at++
		}
		taken = append(taken, hopTaken{hop.to, m, at, hop.minutes})
		if lands {
			return &delivery{from: k.from, to: hop.to, offer: k.offers[hop.to], tonnes: k.next[hop.level].tonnes,
				ends: t.w.n.Start + network.Minute(at+t.unload)}, at, taken
		}
		k, m = hop.stop, at+t.turn
	}
}
