package check

import (
	"cmp"
	"container/heap"
	"fmt"
	"math"
	"slices"

	"sortie"
)

// batch is what a lift can load at a place from a minute on and bring to another.
type batch struct {
	to    int
	by    int64 // unloaded
	goods []ware
	earns int64 // for each load, beside its goods
}

// boarding is everything that can be loaded at a place from a minute on.
type boarding struct {
	place   int
	from    int64
	batches []batch
}

// within reports whether the same can be loaded sooner.
func (b *batch) within(sooner boarding) bool {
	return slices.ContainsFunc(sooner.batches, func(other batch) bool {
		return other.to == b.to && other.by == b.by && other.earns == b.earns && slices.Equal(other.goods, b.goods)
	})
}

// mostBoardings bounds the minutes of a place that are told apart.
const mostBoardings = 12

// boardings is those of a fleet at a place.
func (d *dispatch) boardings(i, p int) []boarding {
	var times []int64
	for _, sort := range d.sorts {
		for _, part := range sort {
			if t := part.early.stands[p]; t < d.by && !slices.Contains(times, t) {
				times = append(times, t)
			}
		}
	}
	slices.Sort(times)
	var out []boarding
	for n, from := range times[:min(len(times), mostBoardings)] {
		last := from
		if n == mostBoardings-1 {
			last = d.by
		}
		b := boarding{place: p, from: from}
		for q := range d.places {
			batch := d.batch(i, p, q, last)
			if len(batch.goods) > 0 && !slices.ContainsFunc(out, batch.within) {
				b.batches = append(b.batches, batch)
			}
		}
		if len(b.batches) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// batch is what a fleet can bring from a place to another of what is there by a
// minute. Where loads count for a limit, any of the demand makes one.
func (d *dispatch) batch(i, p, q int, ready int64) batch {
	b := batch{to: q, by: farPast}
	if p == q {
		return b
	}
	counted := false
	for _, t := range d.tolls {
		if t.of.Sort == nil && d.takes(t.of, i, p, q) {
			b.earns, counted = b.earns+t.earns, counted || t.earns != 0
		}
	}
	d.steps += int64(len(d.tolls) * (len(d.sorts) + 1))
	for n, sort := range d.sorts {
		each := d.worth[n][p] - d.worth[n][q]
		for _, t := range d.tolls {
			if t.of.Sort != nil && *t.of.Sort == n && d.takes(t.of, i, p, q) {
				each += t.earns
			}
		}
		if each <= 0 && !counted {
			continue
		}
		d.steps += int64(len(sort))
		w := ware{sort[0].kind, 0, max(each, 0)}
		for _, part := range sort {
			if part.early.stands[p] > ready {
				continue
			}
			for _, c := range part.ways {
				if until := d.late[c].stands[q]; slices.Contains(c.fleets, i) && until > farPast {
					w.count = plusCapped(w.count, part.count)
					b.by = max(b.by, until)
				}
			}
		}
		if w.count > 0 {
			b.goods = append(b.goods, w)
		}
	}
	b.goods = d.wanted(d.fleets[i].kind, b.goods)
	return b
}

// wanted leaves out what no load can have use for: of one kind those with the most
// points, as many as fit in alone, are enough.
func (d *dispatch) wanted(t *sortie.LiftType, goods []ware) []ware {
	slices.SortStableFunc(goods, func(a, b ware) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(b.each, a.each))
	})
	var out []ware
	room := map[int]int64{}
	for _, w := range goods {
		left, known := room[w.kind]
		if !known {
			left = d.alone(t, w.kind)
		}
		w.count = min(w.count, left)
		if room[w.kind] = left - w.count; w.count > 0 {
			out = append(out, w)
		}
	}
	return out
}

// alone is how many of a kind a load of nothing else holds by its rows; one at the least.
func (d *dispatch) alone(t *sortie.LiftType, kind int) int64 {
	key := fmt.Sprint(t.ID, " ", kind)
	most, ok := d.holds[key]
	if !ok {
		most = boundless
		for _, row := range d.hold(t, 0, false, []ware{{kind, 1, 1}}).rows {
			if len(row) > 0 && row[0] > 0 {
				most = min(most, unity/row[0])
			}
		}
		most = max(most, 1)
		d.holds[key] = most
	}
	return most
}

// earns is the most that one load of the goods can count with so much payload.
func (d *dispatch) earns(t *sortie.LiftType, b *batch, tonnes float64) int64 {
	key := fmt.Sprint(t.ID, tonnes, b.goods)
	most, ok := d.packed[key]
	if !ok {
		each := points{}
		for _, w := range b.goods {
			each[w.kind] = max(each[w.kind], w.each)
		}
		limited := !math.IsInf(tonnes, 1)
		h := d.hold(t, tonnes, limited, b.goods)
		most = min(d.heaviest(t, tonnes, limited, each), h.most(fewMixed))
		d.steps += int64(fewMixed * (len(h.rows) + 1) * (len(h.kinds) + 1))
		d.packed[key] = most
	}
	return plusCapped(most, b.earns)
}

// halt is a lift on its route: empty at a place, or there on the way with what it
// has loaded.
type halt struct {
	place  int
	free   int64 // it can begin to load, if it is empty
	goes   int64 // it can depart
	earned int64
	legs   [][2]int64 // under way of late, where that is limited
	laden  *boarding
	tonnes float64 // payload of the legs since it has loaded
	beaten bool
	hope   int64 // the most that the whole route can earn
}

// tour is the search for the best route of one lift.
type tour struct {
	*dispatch
	squad *squad
	open  halts
	best  int64
	seen  map[string][]*halt
	rest  *clockwork // what can follow at the most, hours per day aside
}

// halts are open ones, the most hopeful first.
type halts []*halt

func (q halts) Len() int { return len(q) }
func (q halts) Less(i, j int) bool {
	return q[i].hope > q[j].hope || q[i].hope == q[j].hope && q[i].goes < q[j].goes
}
func (q halts) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *halts) Push(x any)   { *q = append(*q, x.(*halt)) }
func (q *halts) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// route is the most that one lift of a fleet can earn: over all routes, each leg and
// each load as early as it can be. A lift that is earlier at a place can wait there, and its
// hours of late are no more. Routes that cannot become better than one found are left
// aside. With too many steps it ends before it is done.
func (d *dispatch) route(i int) (int64, error) {
	rest, err := d.clockwork(i)
	if err != nil || len(rest.laden) == 0 {
		return 0, err
	}
	f := d.fleets[i]
	t := &tour{dispatch: d, squad: f, seen: map[string][]*halt{}, rest: rest}
	t.pay()
	t.reach(&halt{place: f.base, free: f.from, goes: f.from})
	for len(t.open) > 0 {
		h := heap.Pop(&t.open).(*halt)
		if h.hope <= t.best {
			break
		}
		if h.beaten {
			continue
		}
		if d.steps += int64(10 * len(f.out[h.place])); d.steps > mostRouted {
			break
		}
		if h.laden != nil {
			t.carry(h)
			continue
		}
		for _, on := range rest.board[h.place] {
			loaded := &halt{place: h.place, goes: max(max(h.free, on.from)+f.load, h.goes), earned: h.earned,
				legs: h.legs, laden: on.boarding, tonnes: math.Inf(1)}
			loaded.hope = t.hoped(loaded)
			t.carry(loaded)
		}
		for _, way := range f.out[h.place] {
			if at := t.depart(h, way, max(h.free, h.goes)); at < farFuture && at+way.minutes <= min(d.by, f.until) {
				t.reach(&halt{place: way.to, free: at + way.minutes, goes: at + way.minutes + f.turn, earned: h.earned,
					legs: t.under(h, at, at+way.minutes)})
			}
		}
	}
	return t.best, nil
}

// pay sets the price of a minute under way, of several the one at which the least can be hoped for.
func (t *tour) pay() {
	dear := int64(0)
	if t.squad.perDay > 0 {
		for _, l := range t.rest.laden {
			for _, way := range l.ways {
				dear = max(dear, way.earns/way.minutes)
			}
		}
	}
	const parts = 8
	least, price := boundless, int64(0)
	for k := range int64(parts) {
		t.rest.flying = dear * k / parts
		t.rest.turnBack()
		if all := t.rest.first() + t.rest.flying*t.minutes(&halt{}, t.start); all < least {
			least, price = all, t.rest.flying
		}
		if dear == 0 {
			break
		}
	}
	t.rest.flying = price
	t.rest.turnBack()
}

// hoped is the most that a route can earn that has come to a halt; after a stop by which nothing is
// gained, no more than before.
func (t *tour) hoped(h *halt) int64 {
	c, f := t.rest, t.squad
	now := max(min(h.goes, h.free), t.start)
	var rest int64
	switch {
	case h.laden != nil:
		l := c.known(h.laden, h.place, h.tonnes)
		if l == nil {
			return h.hope
		}
		now = max(h.goes, t.start)
		rest = max(later(l.worth, now-t.start), 0)
	case min(h.free, h.goes) < t.start:
		rest = c.first()
	default:
		rest = max(later(c.loads[h.place], max(h.free, h.goes-f.load)-t.start), later(c.leaves[h.place], max(h.free, h.goes)-t.start))
	}
	return plusCapped(h.earned, rest+c.flying*t.minutes(h, now))
}

// minutes is the most that a lift can still be under way from a minute on: in whole days before the
// end, and in what is left of the first.
func (t *tour) minutes(h *halt, now int64) int64 {
	if t.rest.flying == 0 || now >= t.by {
		return 0
	}
	days, part := (t.by-now)/day, (t.by-now)%day
	return days*t.squad.perDay + max(0, min(part, t.squad.perDay-flownAfter(h.legs, now+part-day)))
}

// carry flies what is loaded on by each leg: it is unloaded there, or it stops.
func (t *tour) carry(h *halt) {
	f := t.squad
	for _, way := range f.out[h.place] {
		at := t.depart(h, way, h.goes)
		if way.to == h.laden.place || at >= farFuture || at+way.minutes+f.unload > min(t.by, f.until) {
			continue
		}
		there, tonnes := at+way.minutes, h.tonnes
		if way.limited {
			tonnes = min(tonnes, way.tonnes)
		}
		legs := t.under(h, at, there)
		for n := range h.laden.batches {
			b := &h.laden.batches[n]
			if b.to != way.to || there+f.unload > b.by {
				continue
			}
			if earns := t.earns(f.kind, b, tonnes); earns > 0 {
				t.reach(&halt{place: way.to, free: there + f.unload, goes: there + f.turn, earned: plusCapped(h.earned, earns), legs: legs})
			}
		}
		if f.kind.Mode != sortie.Road && !t.needless(h, way) {
			t.reach(&halt{place: way.to, goes: there + f.turn, earned: h.earned, legs: legs, laden: h.laden, tonnes: tonnes, hope: h.hope})
		}
	}
}

// needless reports whether every place that can be reached after a stop can as
// well be reached without it: at any hour, in no more time, with no less payload.
func (t *tour) needless(h *halt, first *passage) bool {
	if t.squad.perDay > 0 || h.place != h.laden.place {
		return false
	}
	for _, second := range t.squad.out[first.to] {
		if second.to == h.place {
			continue
		}
		as := false
		for _, way := range t.squad.out[h.place] {
			as = as || way.to == second.to && !way.out.limited && !way.in.limited && way.minutes <= first.minutes+second.minutes &&
				(!way.limited || first.limited && first.tonnes <= way.tonnes || second.limited && second.tonnes <= way.tonnes)
		}
		if !as {
			return false
		}
	}
	return true
}

// depart is the first minute from one on at which the lift can begin a leg. In the 24 hours
// that end with it no more is left for earlier legs than what the leg leaves of the hours.
func (t *tour) depart(h *halt, way *passage, from int64) int64 {
	if most := t.squad.perDay; most > 0 {
		if way.minutes > most {
			return farFuture
		}
		used := int64(0)
		for n := len(h.legs) - 1; n >= 0 && way.minutes > 0; n-- {
			used += h.legs[n][1] - h.legs[n][0]
			if over := used + way.minutes - most; over > 0 {
				from = max(from, h.legs[n][0]+over+day-way.minutes)
				break
			}
		}
	}
	return way.leave(from)
}

// under is the legs that can still count once one more has been made.
func (t *tour) under(h *halt, depart, arrive int64) [][2]int64 {
	if t.squad.perDay <= 0 {
		return nil
	}
	var legs [][2]int64
	for _, leg := range h.legs {
		if leg[1] > arrive-day {
			legs = append(legs, leg)
		}
	}
	return append(legs, [2]int64{depart, arrive})
}

// flownAfter is how long the legs were under way after a minute.
func flownAfter(legs [][2]int64, t int64) (minutes int64) {
	for _, leg := range legs {
		if leg[1] > t {
			minutes += leg[1] - max(leg[0], t)
		}
	}
	return minutes
}

// beats reports whether a lift can do whatever another can.
func (h *halt) beats(other *halt) bool {
	if h.free > other.free || h.goes > other.goes || h.earned < other.earned {
		return false
	}
	// what one has flown more than the other since a minute is most when its leg begins, or the other's ends
	since := other.goes - day
	moments := []int64{since}
	for _, leg := range h.legs {
		moments = append(moments, max(leg[0], since))
	}
	for _, leg := range other.legs {
		moments = append(moments, max(leg[1], since))
	}
	return !slices.ContainsFunc(moments, func(t int64) bool { return flownAfter(h.legs, t) > flownAfter(other.legs, t) })
}

// reach notes a halt, unless another beats it or the lift could not return from it
// to its base.
func (t *tour) reach(h *halt) {
	if home := t.squad.home; h.laden == nil && home != nil && h.place != t.squad.base && max(h.free, h.goes) > home[h.place] {
		return
	}
	if h.hope = t.hoped(h); h.hope <= t.best {
		return
	}
	key := fmt.Sprint(h.place)
	if h.laden != nil {
		key = fmt.Sprint(h.place, h.laden.place, h.laden.from, h.tonnes)
	}
	t.steps += int64(8 * len(t.seen[key]))
	if slices.ContainsFunc(t.seen[key], func(other *halt) bool { return other.beats(h) }) {
		return
	}
	kept := []*halt{h}
	for _, other := range t.seen[key] {
		if other.beaten = h.beats(other); !other.beaten {
			kept = append(kept, other)
		}
	}
	t.seen[key] = kept
	if h.laden == nil {
		t.best = max(t.best, h.earned)
	}
	heap.Push(&t.open, h)
}
