package bound

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"sortie/network"
)

// roster is the runs by which a demand can cross by a minute, what they need of each resource,
// and what can be in a load of each.
type roster struct {
	c      *cut
	coarse bool
	by     network.Minute
	runs   []run
	spells []spell
	lots   []lot
	groups []runGroup
	group  []int // of each run
	trips  []runTrip
	trip   []int // of each run
	runLoads
}

// runLoads is the loads known of each form, and the most that one is worth.
type runLoads struct {
	known  map[string][][]int64 // what of each lot, by group
	worths map[string]int64
}

// runGroup is runs whose loads can be the same.
type runGroup struct {
	key    string
	of     set
	typ    network.TypeIndex
	tonnes float64
	lots   []int
}

// runTrip is the n-th loads of the lifts of some fleets.
type runTrip struct {
	squad, number int
	fleets        []int
	count         int64
}

// newRoster is one without its spells; false where there is too much to look at, or
// some of the demand can drive across in time.
func (c *cut) newRoster(by network.Minute, coarse bool, known runLoads) (*roster, bool) {
	if lim := c.limitsBy(by); c.drives && c.convoys(&lim) > 0 {
		return nil, false
	}
	r := &roster{c: c, coarse: coarse, by: by, runs: c.runs(by, coarse), runLoads: known}
	if len(r.runs) == 0 {
		return nil, false
	}
	for k := range c.streams {
		for _, of := range c.streams[k].weights {
			r.lots = append(r.lots, lot{k, of.kind})
		}
	}
	for i := range r.runs {
		g, ok := r.groupOf(&r.runs[i])
		if !ok {
			return nil, false
		}
		r.group = append(r.group, g)
		r.trip = append(r.trip, r.tripOf(&r.runs[i]))
	}
	return r, true
}

// tripOf is the trips that a run is of.
func (r *roster) tripOf(of *run) int {
	at := slices.IndexFunc(r.trips, func(t runTrip) bool { return t.number == of.trip && t.squad == of.squad })
	if at < 0 {
		at = len(r.trips)
		r.trips = append(r.trips, runTrip{squad: of.squad, number: of.trip})
	}
	t := &r.trips[at]
	for _, f := range of.fleets {
		if !slices.Contains(t.fleets, f) {
			t.fleets, t.count = append(t.fleets, f), t.count+int64(r.c.w.fleets[f].Count)
		}
	}
	return at
}

// groupOf is the group of a run; false where nothing is known of its loads.
func (r *roster) groupOf(of *run) (int, bool) {
	c := r.c
	carried := c.carried(of.fleet, of.of)
	group := runGroup{of: of.of, typ: c.w.fleets[of.fleet].Type, tonnes: math.Min(c.tonnes(of.fleet, of.of), of.tonnes)}
	for n, l := range r.lots {
		if of.of>>l.stream&1 == 1 && slices.ContainsFunc(carried, func(w weight) bool { return w.kind == l.kind }) {
			group.lots = append(group.lots, n)
		}
	}
	group.key = fmt.Sprint(c.w.n.Types[group.typ].ID, " ", group.tonnes, group.lots)
	g := slices.IndexFunc(r.groups, func(g runGroup) bool { return g.key == group.key && g.of == group.of })
	if g >= 0 {
		return g, true
	}
	r.groups = append(r.groups, group)
	f, _, _ := r.form(&group, make([]int64, len(r.lots)))
	return len(r.groups) - 1, len(f.kinds) > 0
}

// form is that of the loads of a group; lots of one kind that are worth the same are one in it. It
// says which each of its kinds is, and what one of it is worth.
func (r *roster) form(group *runGroup, weights []int64) (f *form, lots [][]int, each []int64) {
	var kinds []network.ItemIndex
	var counts, worth []int64
	var joined [][]int
	for _, n := range group.lots {
		k := 0
		for k < len(kinds) && (kinds[k] != r.lots[n].kind || worth[k] != weights[n]) {
			k++
		}
		if k == len(kinds) {
			kinds, counts, worth, joined = append(kinds, r.lots[n].kind), append(counts, 0), append(worth, weights[n]), append(joined, nil)
		}
		counts[k] += r.demand(n)
		joined[k] = append(joined[k], n)
	}
	f = r.c.w.formOf(&r.c.w.n.Types[group.typ], group.tonnes, kinds, counts)
	for _, given := range f.given {
		lots, each = append(lots, joined[given]), append(each, worth[given])
	}
	return f, lots, each
}

// pack is the most that a load of a group is worth, and such a load: how many of each lot.
func (r *roster) pack(group *runGroup, weights []int64) (most int64, load []int64) {
	f, lots, each := r.form(group, weights)
	if len(f.kinds) == 0 {
		return unlimited, make([]int64, len(r.lots))
	}
	most, packed := r.c.w.pack(f, each, true)
	load = make([]int64, len(r.lots))
	for k, number := range packed {
		for _, n := range lots[k] {
			load[n] = min(number, r.demand(n))
			number -= load[n]
		}
	}
	return most, load
}

// even makes those of one kind that are worth nearly the same worth the most of these.
func (r *roster) even(weights []int64) {
	order := make([]int, len(weights))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(r.lots[a].kind, r.lots[b].kind), cmp.Compare(weights[b], weights[a]))
	})
	for k := 1; k < len(order); k++ {
		most, n := order[k-1], order[k]
		if r.lots[most].kind == r.lots[n].kind && weights[most]-weights[n] <= weights[most]/nearly {
			weights[n] = weights[most]
		}
	}
}

// nearly is what part of a weight is not worth telling apart.
const nearly = 1000

// demand is how many there are of a lot.
func (r *roster) demand(n int) int64 { return int64(r.c.counts(1 << r.lots[n].stream)[r.lots[n].kind]) }
