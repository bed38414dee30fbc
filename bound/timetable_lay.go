package bound

import "sortie/network"

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
			block = min(block, l.steps)
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
			l.moves[m] = -cost(t.stands[p], m) - cost(t.uses[p], m) - t.flies(m, l.minutes)
		}
		l.arrives[m] = l.moves[m]
		if at := m + l.steps; at <= t.last {
			l.arrives[m] += t.lands(l.to, at)
		}
	}
}

// flies is what the minutes under way of a leg cost, as far as the last step.
func (t *timetable) flies(m int, minutes network.Minute) int64 {
	from := t.clock(m) - t.w.n.Start
	return cost(t.flown, int(min(from+minutes, t.clock(t.last)-t.w.n.Start))) - cost(t.flown, int(from))
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
			at := m + l.steps
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
		if on := h.steps + t.turn; h.stop != nil && on+from <= t.last {
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
	if on := m + h.steps + t.turn; h.stop != nil && on <= t.last {
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
	at := m + l.steps
	if t.clock(at) > t.f.Until || l.moves[m] == never || !t.returns(l.to, at+t.turn) {
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
	return t.f.home == nil || p == t.f.Base || t.clock(m) <= t.f.home[p]
}

func (t *timetable) fee(p network.PlaceIndex, from, to int) int64 {
	if t.fees[p] == nil {
		return 0
	}
	return t.fees[p][to] - t.fees[p][from]
}
