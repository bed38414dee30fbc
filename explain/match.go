package explain

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"sortie"
)

// What of a movement counts as how many minutes of its departure when movements
// of two plans are matched.
const (
	costLift  = 60
	costFleet = 240
	costLoad  = 24 * 60 // of a load that has nothing in common
	costMost  = 24 * 60 // past which two movements have little to do with each other
)

// nearest is how many movements of the other plan, before and after in time, are
// looked at for each one: where hundreds do the same, it is one near in time. Of
// plans that are too large for that it is fewer, so that no more than mostPairs are
// held at once.
const (
	nearest   = 20
	mostPairs = 4_000_000
)

// leg is a movement that is matched.
type leg struct {
	*sortie.Movement
	at    int // in its plan
	load  int // minutes since 1970
	fleet string
	route string // from, stops and to
	cargo string // what is aboard, in one way of writing it
	parts []Part
	mate  *leg // in the other plan; nil while there is none
}

// comparison is two plans that are being compared.
type comparison struct {
	zone          *time.Location
	before, after []*leg
	sides         [2]Side
}

func newComparison(before, after Side) *comparison {
	return &comparison{zone: Zone(after.Mission), before: legs(before.Plan), after: legs(after.Plan), sides: [2]Side{before, after}}
}

func legs(p *sortie.Plan) []*leg {
	out := make([]*leg, len(p.Movements))
	for i := range p.Movements {
		v := &p.Movements[i]
		l := &leg{Movement: v, at: i, load: minute(v.Load), parts: parts(v.Cargo)}
		l.fleet, _, _ = strings.Cut(v.Lift, "/")
		l.route = strings.Join(slices.Concat([]string{v.From}, stops(v), []string{v.To}), "\n")
		l.cargo = fmt.Sprintf("%#v", l.parts) // maps are written in the order of their keys
		out[i] = l
	}
	return out
}

func stops(v *sortie.Movement) []string {
	var out []string
	for _, s := range v.Stops {
		out = append(out, s.At)
	}
	return out
}

// parts is the cargo by unit, each once, in their order of names.
func parts(cargo []sortie.Cargo) []Part {
	of := map[string]*Part{}
	var order []string
	for _, c := range cargo {
		p := of[c.Unit]
		if p == nil {
			p = &Part{Unit: c.Unit}
			of[c.Unit] = p
			order = append(order, c.Unit)
		}
		p.People += c.People
		for _, item := range c.Items {
			if p.Items == nil {
				p.Items = map[string]int{}
			}
			p.Items[item.Type]++
		}
	}
	slices.Sort(order)
	out := make([]Part, len(order))
	for i, id := range order {
		out[i] = *of[id]
	}
	return out
}

// match pairs the movements of the two plans, in the steps that Compare names.
func (c *comparison) match() {
	carries := func(l *leg) bool { return len(l.parts) > 0 }
	one := func(key string) []string { return []string{key} }
	steps := []func(*leg) []string{
		func(l *leg) []string {
			return one(fmt.Sprintf("%s\n%s\n%s\n%s\n%d %d %d %d", l.Lift, l.Mode, l.route, l.cargo, l.load, minute(l.Depart), minute(l.Arrive), minute(l.Unloaded)))
		},
		func(l *leg) []string { return one(fmt.Sprintf("%s\n%s\n%s\n%s", l.fleet, l.Mode, l.route, l.cargo)) },
		func(l *leg) []string {
			if !carries(l) {
				return nil
			}
			return one(fmt.Sprintf("%s\n%s\n%s", l.Mode, l.route, l.cargo))
		},
		func(l *leg) []string { return l.perUnit(l.From + "\n" + l.To) },
		func(l *leg) []string { return l.perUnit("from\n" + l.From + "\n" + string(l.Mode)) },
		func(l *leg) []string { return l.perUnit("to\n" + l.To + "\n" + string(l.Mode)) },
	}
	for _, keys := range steps {
		c.step(keys)
	}
}

// perUnit is a key for each unit that is aboard.
func (l *leg) perUnit(key string) []string {
	out := make([]string, len(l.parts))
	for i, p := range l.parts {
		out[i] = key + "\n" + p.Unit
	}
	return out
}

// candidate is a pair that may be made, and what it costs.
type candidate struct {
	a, b *leg
	cost float64
}

// step pairs, of the movements that are still alone, those that share a key.
func (c *comparison) step(keys func(*leg) []string) {
	before, n := grouped(c.before, keys)
	after, k := grouped(c.after, keys)
	near := max(1, min(nearest, mostPairs/(2*max(1, n+k))))
	var all []candidate
	for key, as := range before {
		bs := after[key]
		add := func(a, b *leg) {
			if c := cost(a, b); c < costMost || kept(a, b) {
				all = append(all, candidate{a, b, c})
			}
		}
		each(as, bs, near, add)
		each(bs, as, near, func(b, a *leg) { add(a, b) })
	}
	// Two pairs of one rank never share a movement: their order does not matter.
	slices.SortFunc(all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(x.cost, y.cost), cmp.Compare(x.a.load+x.b.load, y.a.load+y.b.load), cmp.Compare(x.a.at+x.b.at, y.a.at+y.b.at))
	})
	rows := map[string][]*leg{}
	for _, p := range all {
		if p.a.mate == nil && p.b.mate == nil {
			p.a.mate, p.b.mate = p.b, p.a
			if p.a.Lift == p.b.Lift && p.a.route == p.b.route && p.a.cargo == p.b.cargo {
				row := p.a.Lift + "\n" + string(p.a.Mode) + "\n" + p.a.route + "\n" + p.a.cargo
				rows[row] = append(rows[row], p.a)
			}
		}
	}
	for _, row := range rows {
		uncross(row)
	}
}

// kept reports whether two movements are the same however far apart in time: they
// carry the same over the same way, or are the same lift's empty legs.
func kept(a, b *leg) bool {
	return a.route == b.route && a.cargo == b.cargo && (len(a.parts) > 0 || a.Lift == b.Lift)
}

// uncross lets what one lift does again and again keep its order: the pair that is
// nearest is made first, and may have left the others to cross it.
func uncross(before []*leg) {
	after := make([]*leg, len(before))
	for i, l := range before {
		after[i] = l.mate
	}
	inTime := func(a, b *leg) int { return cmp.Or(cmp.Compare(a.load, b.load), cmp.Compare(a.at, b.at)) }
	slices.SortFunc(before, inTime)
	slices.SortFunc(after, inTime)
	for i := range before {
		before[i].mate, after[i].mate = after[i], before[i]
	}
}

// grouped is the movements that are alone by key, each group in the order of time,
// and how many there are in all groups.
func grouped(legs []*leg, keys func(*leg) []string) (out map[string][]*leg, n int) {
	out = map[string][]*leg{}
	for _, l := range legs {
		if l.mate != nil {
			continue
		}
		for _, key := range keys(l) {
			out[key] = append(out[key], l)
			n++
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b *leg) int { return cmp.Compare(a.load, b.load) })
	}
	return out, n
}

// each calls with every one of the first and those of the others that are near it
// in time: of those that load in the same minute, near its own place among them.
func each(ones, others []*leg, near int, call func(one, other *leg)) {
	first := 0
	for n, one := range ones {
		if ones[first].load != one.load {
			first = n
		}
		i := sort.Search(len(others), func(i int) bool { return others[i].load >= one.load }) + n - first
		for _, other := range others[min(len(others), max(0, i-near)):min(len(others), i+near)] {
			call(one, other)
		}
	}
}

// cost is how much changes from one movement to another, in minutes.
func cost(a, b *leg) float64 {
	out := float64(max(a.load-b.load, b.load-a.load))
	switch {
	case a.fleet != b.fleet || a.Mode != b.Mode:
		out += costFleet
	case a.Lift != b.Lift:
		out += costLift
	}
	if a.cargo != b.cargo {
		out += costLoad * (1 - likeness(a.parts, b.parts))
	}
	return out
}

// likeness is the part of the larger of two loads that both have, by unit and
// kind: 1 for the same load.
func likeness(a, b []Part) float64 {
	of := map[stockKey]int{}
	total := func(parts []Part, add func(stockKey, int)) (sum int) {
		for _, p := range parts {
			sum += p.People
			add(stockKey{unit: p.Unit}, p.People)
			for kind, n := range p.Items {
				sum += n
				add(stockKey{unit: p.Unit, kind: kind}, n)
			}
		}
		return sum
	}
	shared := 0
	all := max(total(a, func(k stockKey, n int) { of[k] += n }), total(b, func(k stockKey, n int) { shared += max(0, min(n, of[k])) }))
	return float64(shared) / float64(max(1, all))
}
