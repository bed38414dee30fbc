package bound

import (
	"cmp"
	"math"
	"slices"

	"sortie/network"
)

// cuts tries every set of places: first with all the demand that crosses it,
// then with those who are held, then with parts of it; and, where all of it has
// proven the most, with nearly all.
func (s *search) cuts(holds []*entry) (sides [][]bool, crossing [][]*entry) {
	sides = s.sides()
	lead := network.None
	crossing = make([][]*entry, len(sides))
	for i, inside := range sides {
		before := s.best
		if crossing[i] = s.crossing(inside, s.l.entries); len(crossing[i]) > 0 {
			s.weigh(inside, crossing[i])
		}
		if s.best > before {
			lead = i
			s.better(s.found)
		}
	}
	for i, inside := range sides {
		s.held(inside, holds, crossing[i])
	}
	for i, inside := range sides {
		if len(crossing[i]) == 0 || s.over() {
			continue
		}
		for _, group := range s.groups(crossing[i]) {
			s.weigh(inside, group)
		}
	}
	if lead != network.None {
		s.w.work = min(s.w.work, mostWork-mostLast)
		for _, group := range s.withoutLast(crossing[lead]) {
			s.weigh(sides[lead], group)
		}
	}
	return sides, crossing
}

// sides is the sets of places that are worth trying as the inside of a cut:
// the theatre, each origin, all but each destination, and what hangs together
// by road.
func (s *search) sides() [][]bool {
	n := s.w.n
	var out [][]bool
	seen := map[string]bool{}
	add := func(member func(p network.PlaceIndex) bool) {
		in := make([]bool, len(n.Places))
		key := make([]byte, len(in))
		for p := range in {
			if in[p] = member(network.PlaceIndex(p)); in[p] {
				key[p] = 1
			}
		}
		if !seen[string(key)] {
			seen[string(key)] = true
			out = append(out, in)
		}
	}
	add(func(p network.PlaceIndex) bool { return n.Places[p].Host })
	add(func(p network.PlaceIndex) bool { return !n.Places[p].Host })
	origins, ends := map[network.PlaceIndex]bool{}, map[network.PlaceIndex]bool{}
	for _, e := range s.l.entries {
		u := &n.Units[e.units[0]]
		origins[u.At], ends[u.To] = true, true
	}
	near := s.byRoad()
	var together []network.PlaceIndex
	for p := range n.Places {
		if at := network.PlaceIndex(p); origins[at] || ends[at] {
			together = append(together, at)
		}
	}
	for _, at := range together {
		if len(out) > 2*mostSingle {
			break
		}
		if origins[at] {
			add(func(p network.PlaceIndex) bool { return near[p] == near[at] })
			add(func(p network.PlaceIndex) bool { return p == at })
			add(func(p network.PlaceIndex) bool { return n.Places[p].Country == n.Places[at].Country })
		}
		if ends[at] {
			add(func(p network.PlaceIndex) bool { return near[p] != near[at] })
			add(func(p network.PlaceIndex) bool { return p != at })
			add(func(p network.PlaceIndex) bool { return n.Places[p].Country != n.Places[at].Country })
		}
	}
	for h := range n.Places {
		if len(out) > 3*mostSingle {
			break
		}
		reach := s.without(network.PlaceIndex(h), origins)
		add(func(p network.PlaceIndex) bool { return reach[p] })
		add(func(p network.PlaceIndex) bool { return reach[p] || p == network.PlaceIndex(h) })
	}
	return out
}

// without is where the origins reach without passing a place.
func (s *search) without(h network.PlaceIndex, origins map[network.PlaceIndex]bool) []bool {
	reach := make([]bool, len(s.w.n.Places))
	var queue []network.PlaceIndex
	visit := func(p network.PlaceIndex) {
		if p != h && !reach[p] {
			reach[p] = true
			queue = append(queue, p)
		}
	}
	for p := range reach {
		if origins[network.PlaceIndex(p)] {
			visit(network.PlaceIndex(p))
		}
	}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		for _, f := range s.w.fleets {
			for _, a := range f.ways.out[p] {
				visit(a.to)
			}
		}
		for _, ways := range s.w.convoys {
			for _, a := range ways.out[p] {
				visit(a.to)
			}
		}
	}
	return reach
}

// joined numbers the places so that those joined by some ways have one number.
type joined []int

func (near joined) join(a *arc) {
	from, to := near[a.from], near[a.to]
	for p := range near {
		if near[p] == to {
			near[p] = from
		}
	}
}

// and joins what either does.
func (near joined) and(other joined) joined {
	out := slices.Clone(near)
	for p, q := range other {
		out.join(&arc{from: network.PlaceIndex(q), to: network.PlaceIndex(p)})
	}
	return out
}

// byRoad joins places by all that can go by road.
func (s *search) byRoad() joined {
	near := s.w.byRoadLift()
	for _, r := range s.w.riders {
		if r.convoy != nil {
			for _, a := range slices.Concat(r.convoy.out...) {
				near.join(a)
			}
		}
	}
	return near
}

// byRoadLift joins places by the ways of road lifts alone.
func (w *world) byRoadLift() joined {
	near := make(joined, len(w.n.Places))
	for p := range near {
		near[p] = p
	}
	for _, f := range w.fleets {
		if f.typ.Mode == network.Road {
			for _, a := range slices.Concat(f.ways.out...) {
				near.join(a)
			}
		}
	}
	return near
}

func (s *search) crossing(inside []bool, entries []*entry) []*entry {
	var out []*entry
	for _, e := range entries {
		if s.w.separates(inside, e) {
			out = append(out, e)
		}
	}
	return out
}

// groups is the parts of a demand to try: those of one destination, nation or
// origin, each unit, and all that are ready no sooner than some minute.
func (s *search) groups(entries []*entry) [][]*entry {
	n := s.w.n
	var out [][]*entry
	by := func(key func(e *entry) int) {
		groups := map[int][]*entry{}
		for _, e := range entries {
			groups[key(e)] = append(groups[key(e)], e)
		}
		if len(groups) < 2 || len(groups) > mostSingle {
			return
		}
		for _, e := range entries {
			if g := groups[key(e)]; g != nil {
				out = append(out, g)
				delete(groups, key(e))
			}
		}
	}
	by(func(e *entry) int { return int(n.Units[e.units[0]].To) })
	by(func(e *entry) int { return int(n.Units[e.units[0]].Nation) })
	by(func(e *entry) int { return int(n.Units[e.units[0]].At) })
	by(func(e *entry) int { return int(e.units[0]) })
	for _, at := range readyTimes(s.l, entries) {
		var later []*entry
		for _, e := range entries {
			if s.l.readyOf(e.units[0], nil) >= at {
				later = append(later, e)
			}
		}
		out = append(out, later)
	}
	return out
}

// withoutLast is nearly all of the entries, but for the few who end at a place
// where lifts unload and may come as late as any: all others that come there have
// to go on, or are due sooner.
func (s *search) withoutLast(entries []*entry) [][]*entry {
	var out [][]*entry
	for to := range s.w.n.Places {
		if !slices.ContainsFunc(s.w.fleets, func(f *lifts) bool { return len(f.ways.in[to]) > 0 && f.typ.Mode != network.Road }) {
			continue
		}
		var rest []*entry
		last, all := 0, 0
		for _, e := range entries {
			all += e.count
			if s.w.n.Units[e.units[0]].To == network.PlaceIndex(to) && e.until >= s.best {
				last += e.count
			} else {
				rest = append(rest, e)
			}
		}
		if last > 0 && last < all/10 {
			out = append(out, rest)
		}
	}
	return out
}

func readyTimes(l *ledger, entries []*entry) []network.Minute {
	var out []network.Minute
	for _, e := range entries {
		if at := l.readyOf(e.units[0], nil); !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	if len(out) > 0 {
		out = out[1:]
	}
	if len(out) > 12 {
		out = out[len(out)-12:]
	}
	return out
}

// held tries those who are held by tasks until some minute or later, and by
// each floor.
func (s *search) held(inside []bool, holds, crossing []*entry) {
	holds = s.crossing(inside, holds)
	var times []network.Minute
	for _, e := range holds {
		if e.floor > 0 {
			s.weigh(inside, []*entry{e})
		} else if !slices.Contains(times, e.after) {
			times = append(times, e.after)
		}
	}
	slices.Sort(times)
	if len(times) > mostSingle {
		times = times[len(times)-mostSingle:]
	}
	for _, at := range times {
		s.weigh(inside, s.apart(holds, crossing, at, false))
		s.weigh(inside, s.apart(holds, crossing, at, true))
	}
}

// apart is entries of those held until the minute or later, no unit in two of
// them, and of what else is ready no sooner. Those with the most people come
// first, or those of the fewest units.
func (s *search) apart(holds, crossing []*entry, at network.Minute, few bool) []*entry {
	order := slices.DeleteFunc(slices.Clone(holds), func(e *entry) bool { return e.floor > 0 || e.after < at })
	slices.SortStableFunc(order, func(a, b *entry) int {
		if few {
			return cmp.Or(cmp.Compare(len(a.units), len(b.units)), cmp.Compare(b.count, a.count))
		}
		return cmp.Compare(b.count, a.count)
	})
	var group []*entry
	taken := map[network.UnitIndex]bool{}
	for _, e := range order {
		if slices.ContainsFunc(e.units, func(u network.UnitIndex) bool { return taken[u] }) {
			continue
		}
		group = append(group, e)
		for _, u := range e.units {
			taken[u] = true
		}
	}
	for _, e := range crossing {
		if s.l.readyOf(e.units[0], nil) >= at && !(e.kind == network.People && taken[e.units[0]]) {
			group = append(group, e)
		}
	}
	return group
}

// weigh tries the weights that suit the group's kinds.
func (s *search) weigh(inside []bool, group []*entry) {
	counts := map[network.ItemIndex]int{}
	var kinds []network.ItemIndex
	for _, e := range group {
		if counts[e.kind] == 0 {
			kinds = append(kinds, e.kind)
		}
		counts[e.kind] += e.count
	}
	slices.Sort(kinds)
	most := slices.Clone(kinds)
	slices.SortStableFunc(most, func(a, b network.ItemIndex) int { return cmp.Compare(counts[b], counts[a]) })
	for _, kind := range most[:min(len(most), 8)] {
		s.cut(inside, group, []weight{{kind, 1}}, false)
	}
	if len(kinds) < 2 {
		return
	}
	for _, per := range s.scales() {
		var all, items []weight
		for _, kind := range kinds {
			k := weight{kind, int64(math.Ceil(math.Min(per(kind), 1e9) - 1e-9))}
			all = append(all, k)
			if kind != network.People {
				items = append(items, k)
			}
		}
		s.cut(inside, group, all, false)
		if len(items) > 1 && len(items) < len(all) {
			s.cut(inside, group, items, false)
		}
	}
}

// scales is ways to weigh people and items against each other: by mass, by
// area, by length, one each, and by how much of a load of each type one takes.
func (s *search) scales() []func(kind network.ItemIndex) float64 {
	n := s.w.n
	item := func(f func(it *network.ItemType) float64) func(network.ItemIndex) float64 {
		return func(kind network.ItemIndex) float64 {
			if kind == network.People {
				return 0
			}
			return f(&n.Items[kind])
		}
	}
	out := []func(network.ItemIndex) float64{
		func(kind network.ItemIndex) float64 {
			if kind == network.People {
				return n.PersonT * 1000
			}
			return n.Items[kind].Mass * 1000
		},
		item(func(*network.ItemType) float64 { return 1 }),
	}
	tried := map[network.TypeIndex]bool{}
	for _, f := range s.w.fleets {
		if tried[f.Type] || f.Count == 0 || f.typ.Mode == network.Road || len(tried) >= 4 {
			continue
		}
		tried[f.Type] = true
		typ := f.typ
		const whole = 720720 // divisible by every number of items up to 16
		out = append(out,
			func(kind network.ItemIndex) float64 {
				one := s.w.capacity(typ, math.Inf(1), []weight{{kind, 1}})
				if one <= 0 || one >= unlimited {
					return 0
				}
				return math.Floor(whole / float64(one))
			},
			item(func(it *network.ItemType) float64 { return (it.Length + typ.Gap) * (it.Width + typ.Gap) * 1000 }),
			item(func(it *network.ItemType) float64 { return (it.Length + typ.Gap) * 1000 }))
		if lost := float64(typ.Seats.Empty - typ.Seats.Full); lost > 0 && len(typ.Decks) > 0 && typ.TotalLength > 0 {
			width := typ.Decks[0].Width - typ.Gap
			out = append(out, beside(n, typ, lost, func(it *network.ItemType) float64 { return (it.Width + typ.Gap) / width }),
				beside(n, typ, lost, func(*network.ItemType) float64 { return 1 }))
		}
	}
	return out
}

// beside weighs an item as the seats that it takes on the type.
func beside(n *network.Network, typ *network.LiftType, lost float64, wide func(it *network.ItemType) float64) func(network.ItemIndex) float64 {
	const person = 10000
	return func(kind network.ItemIndex) float64 {
		if kind == network.People {
			return person
		}
		it := &n.Items[kind]
		return person * lost * (it.Length + typ.Gap) * wide(it) / typ.TotalLength
	}
}
