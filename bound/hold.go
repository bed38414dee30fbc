package bound

import (
	"cmp"
	"fmt"
	"slices"

	"sortie/network"
)

// holds is the entries of those who cannot leave yet: so many of the people
// who have to go elsewhere stand where tasks need them, or in the theatre, in
// the minute before each of these ends or can be relieved. It stops when over
// says so; the latest ends come first.
func (l *ledger) holds(over func() bool) []*entry {
	var out []*entry
	for _, after := range l.moments() {
		if over() {
			break
		}
		posts := l.posts(after)
		out = append(out, l.guards(posts, after)...)
		if len(posts) > 1 {
			for _, p := range posts {
				out = append(out, l.guards([]post{p}, after)...)
			}
		}
	}
	for i := range l.w.n.Floors {
		out = append(out, l.holdFloor(i)...)
	}
	return out
}

// post is a place that tasks need guarded in one minute.
type post struct {
	place  network.PlaceIndex
	task   string // that needs the most people
	people int
}

// posts is the places guarded in the minute before.
func (l *ledger) posts(after network.Minute) []post {
	var out []post
	for p := range l.w.n.Places {
		best := post{place: network.PlaceIndex(p)}
		for _, t := range l.w.n.Places[p].Tasks {
			if t.From < after && after <= t.Until && t.People > best.people {
				best.task, best.people = t.ID, t.People
			}
		}
		if best.people > 0 {
			out = append(out, best)
		}
	}
	return out
}

// moments is the minutes worth trying: the end of each task, and each arrival
// at its place before that, as far as there are not too many.
func (l *ledger) moments() []network.Minute {
	var ends, arrivals []network.Minute
	add := func(list *[]network.Minute, t network.Minute) {
		if t > l.w.n.Start && t < l.w.n.Last && !slices.Contains(*list, t) && len(*list) < mostSingle {
			*list = append(*list, t)
		}
	}
	for p := range l.w.n.Places {
		for _, t := range l.w.n.Places[p].Tasks {
			add(&ends, t.Until)
			if len(l.w.n.Units) > mostSingle {
				continue
			}
			for i := range l.w.n.Units {
				if at := l.canBe(network.UnitIndex(i), network.PlaceIndex(p)); at > t.From && at < t.Until {
					add(&arrivals, at)
				}
			}
		}
	}
	slices.Sort(ends)
	slices.Reverse(ends)
	for _, t := range arrivals {
		if !slices.Contains(ends, t) {
			ends = append(ends, t)
		}
	}
	return ends
}

// canBe is the first minute at which people of a unit can stand at a place:
// Past where they are there at first or nothing is known.
func (l *ledger) canBe(u network.UnitIndex, p network.PlaceIndex) network.Minute {
	unit := &l.w.n.Units[u]
	switch {
	case unit.People == 0:
		return network.Never
	case unit.At == p:
		return network.Past
	case unit.To == network.None:
		return network.Never
	}
	r, ok := l.w.riderOf(u, network.People)
	if !ok {
		return network.Past
	}
	return l.from(start{r, unit.At, l.readyOf(u, nil)}).standing[p]
}

// candidate is a unit that could have people at a post, and the least time
// from there to its destination.
type candidate struct {
	unit    network.UnitIndex
	rider   int
	moving  int
	labels  *labels
	arrives network.Minute
	starts  bool // at the post
}

// guards is the entries of those at the posts: of units that start there, of
// all that have to go elsewhere, and of those with the longest way.
func (l *ledger) guards(posts []post, after network.Minute) []*entry {
	if len(posts) == 0 {
		return nil
	}
	e := entry{kind: network.People, after: after, until: network.Forever}
	var places []network.PlaceIndex
	for _, p := range posts {
		e.count += p.people
		e.tasks = append(e.tasks, p.task)
		places = append(places, p.place)
	}
	e.held = places
	ends := func(u *network.Unit) bool { return slices.Contains(places, u.To) }
	return l.shares(e, places, after, ends)
}

// holdFloor is the same for those in the theatre before a floor ends.
func (l *ledger) holdFloor(i int) []*entry {
	n, floor := l.w.n, l.w.n.Floors[i]
	if floor.Until <= n.Start || floor.Until >= n.Last {
		return nil
	}
	var places []network.PlaceIndex
	for p := range n.Places {
		if n.Places[p].Host {
			places = append(places, network.PlaceIndex(p))
		}
	}
	e := entry{kind: network.People, count: floor.People, floor: i + 1, after: floor.Until, until: network.Forever}
	return l.shares(e, places, floor.Until, func(u *network.Unit) bool { return n.Places[u.To].Host })
}

// shares makes entries of which people of some units are, by taking off all
// people of other units that could stand in their stead.
func (l *ledger) shares(e entry, places []network.PlaceIndex, after network.Minute, ends func(*network.Unit) bool) []*entry {
	n := l.w.n
	var able []candidate
	for i := range n.Units {
		u := network.UnitIndex(i)
		unit := &n.Units[i]
		first := network.Never
		for _, p := range places {
			first = min(first, l.canBe(u, p))
		}
		if first >= after {
			continue
		}
		moving := l.amounts[u][network.People]
		r, ok := 0, false
		if moving > 0 && !ends(unit) {
			r, ok = l.w.riderOf(u, network.People)
		}
		if !ok {
			e.count -= unit.People
			continue
		}
		e.count -= unit.People - moving
		able = append(able, candidate{unit: u, rider: r, moving: moving, starts: slices.Contains(places, unit.At)})
	}
	if e.count <= 0 {
		return nil
	}
	for i := range able {
		c := &able[i]
		seeds := make([]network.Minute, len(places))
		for k, p := range places {
			if seeds[k] = network.Never; l.canBe(c.unit, p) < network.Never {
				seeds[k] = max(after, l.canBe(c.unit, p), l.readyOf(c.unit, nil))
			}
		}
		c.labels = l.fromAll(c.rider, places, seeds)
		c.arrives = c.labels.standing[n.Units[c.unit].To]
	}
	all := len(able)
	able = slices.DeleteFunc(able, func(c candidate) bool { return c.arrives > l.limit(c.unit) })
	e.punctual = len(able) < all
	slices.SortStableFunc(able, func(a, b candidate) int { return cmp.Compare(b.arrives, a.arrives) })
	var out []*entry
	starters := slices.DeleteFunc(slices.Clone(able), func(c candidate) bool { return !c.starts })
	least := len(able)
	for k := len(able); k > 0 && e.count-others(able, able[:k]) > 0; k-- {
		least = k
	}
	for _, group := range [][]candidate{able, able[:least], starters} {
		count := e.count - others(able, group)
		if count <= 0 || len(group) == 0 || len(out) > 0 && len(group) == len(able) {
			continue
		}
		out = append(out, l.shared(e, group, count))
	}
	return out
}

// fromAll is the earliest labels from several places at once, remembered.
func (l *ledger) fromAll(r int, places []network.PlaceIndex, seeds []network.Minute) *labels {
	key := fmt.Sprint(r, places, seeds)
	found, ok := l.several[key]
	if !ok {
		found = l.w.newLabels(l.w.riders[r], network.Never)
		for k, p := range places {
			found.standing[p] = seeds[k]
		}
		l.w.early(l.w.riders[r], found)
		l.several[key] = found
	}
	return found
}

// others is how many of all are not in the group.
func others(all, group []candidate) int {
	sum := 0
	for _, c := range all {
		sum += c.moving
	}
	for _, c := range group {
		sum -= c.moving
	}
	return sum
}

func (l *ledger) shared(e entry, group []candidate, count int) *entry {
	e.count, e.units, e.riders, e.early = count, nil, nil, nil
	for _, c := range group {
		e.units = append(e.units, c.unit)
		r, _ := l.w.riderOf(c.unit, network.People)
		if !slices.Contains(e.riders, r) {
			e.riders = append(e.riders, r)
		}
		e.early = least(e.early, c.labels)
	}
	slices.Sort(e.units)
	return &e
}

// least is the lesser of each label, a new value.
func least(a, b *labels) *labels {
	out := &labels{standing: slices.Clone(b.standing), aboard: make([][]network.Minute, len(b.aboard))}
	for f := range b.aboard {
		out.aboard[f] = slices.Clone(b.aboard[f])
	}
	if a == nil {
		return out
	}
	for p := range a.standing {
		out.standing[p] = min(out.standing[p], a.standing[p])
	}
	for f := range a.aboard {
		if out.aboard[f] == nil {
			out.aboard[f] = slices.Clone(a.aboard[f])
			continue
		}
		for p := range a.aboard[f] {
			out.aboard[f][p] = min(out.aboard[f][p], a.aboard[f][p])
		}
	}
	return out
}

// arrivalHeld is the earliest minute at which the last of those who are held
// can be at a destination of theirs.
func (l *ledger) arrivalHeld(e *entry) network.Minute {
	first := network.Never
	for _, u := range e.units {
		first = min(first, e.early.standing[l.w.n.Units[u].To])
	}
	return first
}
