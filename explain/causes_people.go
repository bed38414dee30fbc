package explain

import "sort"

// peopleCauses finds the tasks, floors and daily limits that kept people.
func (x *index) peopleCauses(i int) []cause {
	v := &x.moves[i]
	if v.people == 0 {
		return nil
	}
	var out []cause
	for _, t := range x.m.Tasks {
		if t.At != v.From {
			continue
		}
		until := forever
		if !t.Until.IsZero() {
			until = minute(t.Until)
		}
		by := Resource{Kind: Cover, Place: t.At, ID: t.ID}
		out = append(out, x.kept(i, x.people[t.At], by, t.People, until)...)
	}
	if !x.inside(v.From) || x.inside(v.To) {
		return out
	}
	for _, f := range x.m.Operation.Drawdown.Floor {
		out = append(out, x.kept(i, x.theatre, Resource{Kind: Floor}, f.People, minute(f.Until))...)
	}
	return append(out, x.quotaCauses(i)...)
}

// kept finds the minute at which a least strength let a movement's people go:
// the end of the duty, or the arrival of those who relieved them.
func (x *index) kept(i int, strength *steps, by Resource, people, until int) []cause {
	v := &x.moves[i]
	strength.build()
	e := strength.edges
	n := sort.Search(len(e), func(k int) bool { return e[k].at > v.load })
	left := 0
	for n--; n >= 0; n-- {
		switch {
		case until <= v.load && e[n].at < until:
			if strength.before(until)-left < people {
				return []cause{{by: by, event: v.loadEvent(), free: until, prev: -1}}
			}
			return nil
		case e[n].take < 0:
			left -= e[n].take
		case e[n].move >= 0 && e[n].at < until && strength.before(e[n].at)-left < people:
			return []cause{{by: by, event: v.loadEvent(), free: e[n].at, prev: e[n].move, entry: e[n].at, hold: Resource{Kind: Trip}}}
		}
	}
	return nil
}

// quotaCauses finds whether the day before was full.
func (x *index) quotaCauses(i int) []cause {
	v, quota := &x.moves[i], x.m.Operation.Drawdown.PeoplePerDay
	if quota == nil {
		return nil
	}
	local := v.Depart.In(x.zone)
	day := dateAt(local, 0)
	before := x.leaving[dateAt(local, -1)]
	sum, last := v.people, -1
	for _, j := range before {
		sum += x.moves[j].people
		if last < 0 || x.moves[j].depart > x.moves[last].depart {
			last = j
		}
	}
	if sum <= *quota || last < 0 {
		return nil
	}
	by := Resource{Kind: Quota}
	midnight := minute(day.In(x.zone))
	return []cause{{by: by, event: v.depart, free: midnight, prev: last, entry: x.moves[last].depart, hold: Resource{Kind: Trip}}}
}

func (x *index) headwayCauses(i int) []cause {
	v, headway := &x.moves[i], int(x.m.Convoy.Headway)
	if headway == 0 {
		return nil
	}
	last, ok := use{}, false
	for _, u := range x.runway[spot{v.From, v.Mode}] {
		w := &x.moves[u.move]
		if u.at <= v.depart && u.move != i && w.Lift == "" && w.From == v.From && w.depart == u.at && (u.at < v.depart || u.move < i) {
			last, ok = u, true
		}
	}
	if !ok {
		return nil
	}
	by := Resource{Kind: Headway, Place: v.From}
	return []cause{{by: by, event: v.depart, free: last.at + headway, prev: last.move, entry: last.at, hold: by}}
}

// lastUse is the latest use at or before a minute by another movement.
func lastUse(uses []use, at, move int) (use, bool) {
	n := sort.Search(len(uses), func(k int) bool { return uses[k].at > at })
	for n--; n >= 0; n-- {
		if uses[n].move != move {
			return uses[n], true
		}
	}
	return use{}, false
}
