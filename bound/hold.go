package bound

import (
	"slices"

	"sortie/network"
)

// holds adds the entries of those who cannot leave: of the people who stand at
// a task's place so many must still stand there the minute before it ends, or
// the minute before anyone who could relieve them can be there.
func (l *ledger) holds() []*entry {
	var out []*entry
	for p := range l.w.n.Places {
		for _, t := range l.w.n.Places[p].Tasks {
			place := network.PlaceIndex(p)
			for _, after := range l.steps(place, t) {
				if e := l.holdAt(place, t, after); e != nil {
					out = append(out, e)
				}
			}
		}
	}
	for i := range l.w.n.Floors {
		if e := l.holdFloor(i); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// steps is the minutes worth trying: the task's end, and each arrival before it.
func (l *ledger) steps(p network.PlaceIndex, t network.Task) []network.Minute {
	var out []network.Minute
	if t.Until < network.Forever {
		out = append(out, t.Until)
	}
	for i := range l.w.n.Units {
		u := network.UnitIndex(i)
		if l.w.n.Units[i].At == p {
			continue
		}
		if at := l.canBe(u, p); at > t.From && at < t.Until && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

// canBe is the first minute at which people of a unit can stand at a place:
// Past where nothing is known.
func (l *ledger) canBe(u network.UnitIndex, p network.PlaceIndex) network.Minute {
	unit := &l.w.n.Units[u]
	if unit.People == 0 || unit.To == network.None {
		if unit.At == p {
			return network.Past
		}
		return network.Never
	}
	found, known := l.people[u]
	if !known {
		if r, ok := l.w.riderOf(u, network.People); ok {
			found = l.w.newLabels(l.w.riders[r], network.Never)
			found.standing[unit.At] = l.readyOf(u, nil)
			l.w.early(l.w.riders[r], found)
		}
		l.people[u] = found
	}
	switch {
	case unit.At == p || found == nil:
		return network.Past
	}
	return found.standing[p]
}

// holdAt is the people of units that start at the place and go elsewhere who
// must still stand there the minute before; nil where others could.
func (l *ledger) holdAt(p network.PlaceIndex, t network.Task, after network.Minute) *entry {
	n := l.w.n
	if after <= max(t.From, n.Start) || after > t.Until {
		return nil
	}
	e := &entry{kind: network.People, count: t.People, task: t.ID, after: after, held: p}
	for i := range n.Units {
		u := network.UnitIndex(i)
		unit := &n.Units[i]
		moving := 0
		if unit.At == p {
			moving = l.amounts[u][network.People]
		}
		if moving > 0 {
			e.units = append(e.units, u)
		}
		if l.canBe(u, p) < after {
			e.count -= unit.People - moving
		}
	}
	return l.held(e, func(labels *labels, u network.UnitIndex) {
		labels.standing[p] = max(after, l.readyOf(u, nil))
	})
}

// holdFloor is the people who must still be in the theatre the minute before a
// floor ends and then leave it.
func (l *ledger) holdFloor(i int) *entry {
	n, floor := l.w.n, l.w.n.Floors[i]
	if floor.Until <= n.Start {
		return nil
	}
	e := &entry{kind: network.People, count: floor.People, floor: i + 1, after: floor.Until, held: network.None}
	for k := range n.Units {
		u := network.UnitIndex(k)
		unit := &n.Units[k]
		moving, first := 0, network.Never
		if unit.To != network.None && n.Places[unit.At].Host && !n.Places[unit.To].Host {
			moving = l.amounts[u][network.People]
		}
		if moving > 0 {
			e.units = append(e.units, u)
		}
		for p := range n.Places {
			if n.Places[p].Host {
				first = min(first, l.canBe(u, network.PlaceIndex(p)))
			}
		}
		if first < floor.Until {
			e.count -= unit.People - moving
		}
	}
	return l.held(e, func(labels *labels, u network.UnitIndex) {
		reach := l.people[u]
		for p := range n.Places {
			if n.Places[p].Host && reach != nil && reach.standing[p] < network.Never {
				labels.standing[p] = max(floor.Until, reach.standing[p])
			}
		}
	})
}

// held completes an entry of people who are held: each label is the least over
// the units of which they may be.
func (l *ledger) held(e *entry, seed func(labels *labels, u network.UnitIndex)) *entry {
	if e.count <= 0 || len(e.units) == 0 {
		return nil
	}
	for _, u := range e.units {
		r, ok := l.w.riderOf(u, network.People)
		if !ok {
			return nil
		}
		rider := l.w.riders[r]
		labels := l.w.newLabels(rider, network.Never)
		seed(labels, u)
		l.w.early(rider, labels)
		if !slices.Contains(e.riders, r) {
			e.riders = append(e.riders, r)
		}
		e.early = least(e.early, labels)
	}
	return e
}

func least(a, b *labels) *labels {
	if a == nil {
		return b
	}
	for p := range a.standing {
		a.standing[p] = min(a.standing[p], b.standing[p])
	}
	for f := range b.aboard {
		if a.aboard[f] == nil {
			a.aboard[f] = b.aboard[f]
			continue
		}
		for p := range b.aboard[f] {
			a.aboard[f][p] = min(a.aboard[f][p], b.aboard[f][p])
		}
	}
	return a
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
