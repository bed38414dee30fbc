package bound

import (
	"context"
	"slices"

	"sortie"
	"sortie/network"
)

// Amount is so many of one kind of a unit: people, or items of a type.
type Amount struct {
	Unit  network.UnitIndex
	Kind  network.ItemIndex // network.People or an item type
	Count int
}

// Everything is all that has to be somewhere else and has a way there.
func Everything(n *network.Network) []Amount {
	var out []Amount
	for i := range n.Units {
		u := &n.Units[i]
		if u.To == network.None || u.At == u.To {
			continue
		}
		index := network.UnitIndex(i)
		if u.People > 0 && n.Stranded(index, network.People).IsZero() {
			out = append(out, Amount{index, network.People, u.People})
		}
		for _, it := range u.Items {
			if n.Stranded(index, it.Type).IsZero() {
				out = append(out, Amount{index, it.Type, it.Count})
			}
		}
	}
	return out
}

// Of is what a plan delivers: what stands at its destination in the end. Ids
// that the mission does not know count for nothing.
func Of(n *network.Network, p *sortie.Plan) []Amount {
	type key struct {
		unit network.UnitIndex
		kind network.ItemIndex
	}
	units, kinds := map[string]network.UnitIndex{}, map[string]network.ItemIndex{}
	for i := range n.Units {
		units[n.Units[i].ID] = network.UnitIndex(i)
	}
	for i := range n.Items {
		kinds[n.Items[i].ID] = network.ItemIndex(i)
	}
	there := map[key]int{}
	for i := range p.Movements {
		mv := &p.Movements[i]
		for _, part := range mv.Cargo {
			u, ok := units[part.Unit]
			if !ok || n.Units[u].To == network.None {
				continue
			}
			by := 0
			switch n.Places[n.Units[u].To].ID {
			case mv.To:
				by = 1
			case mv.From:
				by = -1
			}
			there[key{u, network.People}] += by * part.People
			for _, item := range part.Items {
				if kind, ok := kinds[item.Type]; ok {
					there[key{u, kind}] += by
				}
			}
		}
	}
	var out []Amount
	for i := range n.Units {
		u := network.UnitIndex(i)
		if n.Units[i].To == n.Units[i].At {
			continue
		}
		if c := min(there[key{u, network.People}], n.Units[i].People); c > 0 {
			out = append(out, Amount{u, network.People, c})
		}
		for _, it := range n.Units[i].Items {
			if c := min(there[key{u, it.Type}], it.Count); c > 0 {
				out = append(out, Amount{u, it.Type, c})
			}
		}
	}
	return out
}

// entry is an amount that must move, of which the same is known about where
// and when it can first be: what a unit has to deliver, or so many of those
// who guard a place until a minute.
type entry struct {
	units []network.UnitIndex
	kind  network.ItemIndex
	count int
	tasks []string // ids of the tasks that hold them; none where none does
	floor int      // number of the floor that holds them, from 1; 0 where none does
	after network.Minute
	// punctual tells that some who could take their place would be tardy.
	punctual bool
	until    network.Minute // latest unloading by a plan of no more tardiness than is spoken of

	riders []int
	early  *labels
	held   []network.PlaceIndex // of the tasks
}

// ledger is everything that is to be delivered, by unit and kind, with the
// earliest labels of each.
type ledger struct {
	w       *world
	amounts map[network.UnitIndex]map[network.ItemIndex]int
	entries []*entry
	ready   map[network.UnitIndex]network.Minute
	known   map[start]*labels
	several map[string]*labels

	tardiness int64 // most that the plans spoken of may have; [anyTardiness] where any will do
}

// anyTardiness speaks of plans however tardy they are.
const anyTardiness = int64(-1)

// limit is the latest minute at which a unit's last can be unloaded by a plan
// of no more tardiness than is spoken of.
func (l *ledger) limit(u network.UnitIndex) network.Minute {
	if l.tardiness == anyTardiness {
		return network.Forever
	}
	unit := &l.w.n.Units[u]
	weight := 6 - int64(min(max(unit.Priority, 1), 5))
	return unit.Due + network.Minute(min(l.tardiness/weight, int64(network.Forever)/4))
}

// start is what decides the earliest labels of a unit's kind.
type start struct {
	rider int
	at    network.PlaceIndex
	ready network.Minute
}

// from is the earliest labels of a rider that starts at a place.
func (l *ledger) from(s start) *labels {
	found, ok := l.known[s]
	if !ok {
		found = l.w.newLabels(l.w.riders[s.rider], network.Never)
		found.standing[s.at] = s.ready
		l.w.early(l.w.riders[s.rider], found)
		l.known[s] = found
	}
	return found
}

// newLedger works out how early each part of the demand can be where. When the
// context ends it stops half way, and nothing can be proven from it.
func newLedger(ctx context.Context, w *world, delivered []Amount, tardiness int64) *ledger {
	l := &ledger{w: w, tardiness: tardiness, amounts: map[network.UnitIndex]map[network.ItemIndex]int{},
		ready: map[network.UnitIndex]network.Minute{}, known: map[start]*labels{}, several: map[string]*labels{}}
	for _, a := range delivered {
		u := &w.n.Units[a.Unit]
		if a.Count <= 0 || u.To == network.None || u.At == u.To {
			continue
		}
		if l.amounts[a.Unit] == nil {
			l.amounts[a.Unit] = map[network.ItemIndex]int{}
		}
		l.amounts[a.Unit][a.Kind] += a.Count
	}
	for i := range w.n.Units {
		if ctx.Err() != nil {
			break
		}
		u := network.UnitIndex(i)
		kinds := l.amounts[u]
		for _, kind := range append([]network.ItemIndex{network.People}, itemTypes(&w.n.Units[i])...) {
			if kinds[kind] > 0 {
				if e, ok := l.unitEntry(u, kind, kinds[kind]); ok {
					l.entries = append(l.entries, e)
				}
			}
		}
	}
	return l
}

func itemTypes(u *network.Unit) []network.ItemIndex {
	var out []network.ItemIndex
	for _, it := range u.Items {
		out = append(out, it.Type)
	}
	return out
}

func (l *ledger) unitEntry(u network.UnitIndex, kind network.ItemIndex, count int) (*entry, bool) {
	r, ok := l.w.riderOf(u, kind)
	if !ok {
		return nil, false
	}
	return &entry{units: []network.UnitIndex{u}, kind: kind, count: count, riders: []int{r}, until: l.limit(u),
		early: l.from(start{r, l.w.n.Units[u].At, l.readyOf(u, nil)})}, true
}

// readyOf is when the unit can first load: its own time, and when all of those
// that it relieves can be at their destinations.
func (l *ledger) readyOf(u network.UnitIndex, above []network.UnitIndex) network.Minute {
	if t, ok := l.ready[u]; ok {
		return t
	}
	unit := &l.w.n.Units[u]
	t := unit.Ready
	for _, before := range unit.After {
		v := &l.w.n.Units[before]
		if v.To == network.None || v.To == v.At || slices.Contains(above, before) || before == u {
			continue
		}
		kinds := itemTypes(v)
		if v.People > 0 {
			kinds = append(kinds, network.People)
		}
		for _, kind := range kinds {
			r, ok := l.w.riderOf(before, kind)
			if !ok {
				continue
			}
			labels := l.from(start{r, v.At, l.readyOf(before, append(slices.Clone(above), u))})
			if by := labels.standing[v.To]; by < network.Never {
				t = max(t, by)
			}
		}
	}
	if above == nil {
		l.ready[u] = t
	}
	return t
}

// arrival is the earliest minute at which all of a unit's entry can be
// unloaded at its destination. Where the whole unit moves, some of it has been
// at each via place first.
func (l *ledger) arrival(e *entry) network.Minute {
	to := l.w.n.Units[e.units[0]].To
	best := e.early.standing[to]
	u := &l.w.n.Units[e.units[0]]
	if len(e.tasks) > 0 || e.floor > 0 || len(u.Via) == 0 || e.count < l.strength(e.units[0], e.kind) {
		return best
	}
	r := l.w.riders[e.riders[0]]
	passed := network.Past
	for _, via := range u.Via {
		if via == to {
			continue
		}
		onward := l.w.newLabels(r, network.Never)
		onward.standing[via] = max(passed, e.early.standing[via])
		first := onward.standing[via]
		for _, f := range r.fleets {
			onward.aboard[f][via] = max(passed, e.early.aboard[f][via])
			first = min(first, onward.aboard[f][via])
		}
		if first >= network.Never {
			return best
		}
		passed = first
		l.w.early(r, onward)
		best = max(best, onward.standing[to])
	}
	return best
}

func (l *ledger) strength(u network.UnitIndex, kind network.ItemIndex) int {
	unit := &l.w.n.Units[u]
	if kind == network.People {
		return unit.People
	}
	for _, it := range unit.Items {
		if it.Type == kind {
			return it.Count
		}
	}
	return 0
}
