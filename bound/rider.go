package bound

import (
	"fmt"
	"slices"

	"sortie/network"
)

// rider is how one kind of a unit can move and where to. Kinds that move alike
// share one.
type rider struct {
	fleets []int // that may carry it
	convoy *ways // nil where it cannot drive
	mass   float64
	to     network.PlaceIndex
}

// riderOf finds the rider of a kind; false where its convoys have a speed that
// cannot be bounded, so that nothing is proven of it.
func (w *world) riderOf(u network.UnitIndex, kind network.ItemIndex) (int, bool) {
	key := amountKey{u, kind}
	found, ok := w.byKind[key]
	if !ok {
		found = network.None
		if r, known := w.newRider(u, kind); known {
			found = r
		}
		w.byKind[key] = found
	}
	return found, found != network.None
}

type amountKey struct {
	unit network.UnitIndex
	kind network.ItemIndex
}

func (w *world) newRider(u network.UnitIndex, kind network.ItemIndex) (int, bool) {
	n, unit := w.n, &w.n.Units[u]
	r := &rider{to: unit.To, mass: n.PersonT}
	if kind != network.People {
		r.mass = n.Items[kind].Mass
	}
	for i, f := range w.fleets {
		if f.Count > 0 && f.Serves(unit.Nation) && unit.Allows(f.typ.Mode) && w.takes(f.typ, kind) {
			r.fleets = append(r.fleets, i)
		}
	}
	speeds, known := w.speeds(unit, kind)
	if !known {
		return 0, false
	}
	if len(speeds) > 0 {
		r.convoy = w.convoysOf(unit.Nation, speeds)
	}
	key := fmt.Sprint(r.fleets, speeds, unit.Nation, r.mass, r.to)
	if i, ok := w.byKey[key]; ok {
		return i, true
	}
	w.byKey[key] = len(w.riders)
	w.riders = append(w.riders, r)
	return len(w.riders) - 1, true
}

// takes reports whether one of the kind can be aboard the type at all.
func (w *world) takes(t *network.LiftType, kind network.ItemIndex) bool {
	if kind == network.People {
		return max(t.Seats.Empty, t.Seats.Full) > 0
	}
	if t.NoSpace {
		return true
	}
	for i := range t.Decks {
		if len(w.boxes(t, &t.Decks[i], []weight{{kind, 1}})) > 0 {
			return true
		}
	}
	return false
}

// speeds is those of the convoys that the kind can be part of: any vehicle of
// its nation may be in it, and the slowest decides. A slower convoy can be the
// first to arrive: it may leave before a place closes and arrive when the next
// one opens. None where it cannot drive.
func (w *world) speeds(unit *network.Unit, kind network.ItemIndex) (speeds []int, known bool) {
	n := w.n
	if !unit.Allows(network.Road) || kind != network.People && !n.Items[kind].Drives && !n.Items[kind].Towed {
		return nil, true
	}
	own, drivers := network.None, false
	if kind != network.People {
		own = n.Items[kind].Speed
	}
	for i := range n.Units {
		v := &n.Units[i]
		if v.Nation != unit.Nation || v.To == network.None || !v.Allows(network.Road) {
			continue
		}
		for _, it := range v.Items {
			item := &n.Items[it.Type]
			if it.Count == 0 || !item.Drives && !item.Towed {
				continue
			}
			drivers = drivers || item.Drives
			switch {
			case item.Speed == network.None && item.Drives:
				return nil, false
			case item.Speed == network.None || own != network.None && item.Speed > own:
			case !slices.Contains(speeds, item.Speed):
				speeds = append(speeds, item.Speed)
			}
		}
	}
	if !drivers {
		return nil, true
	}
	slices.Sort(speeds)
	return speeds, true
}

// convoysOf is the roads of convoys that may end where a unit of the nation is
// going or passing, or where another mode takes over.
func (w *world) convoysOf(nation network.NationIndex, speeds []int) *ways {
	key := fmt.Sprint(nation, speeds)
	if found, ok := w.convoys[key]; ok {
		return found
	}
	n := w.n
	ends := make([]bool, len(n.Places))
	for p := range n.Places {
		h := n.Places[p].Handles
		ends[p] = h[network.Air] || h[network.Rail] || h[network.Sea]
	}
	for i := range n.Units {
		u := &n.Units[i]
		if u.Nation != nation {
			continue
		}
		if u.To != network.None {
			ends[u.To] = true
		}
		for _, p := range n.Mission.Units[i].Via {
			if at := slices.IndexFunc(n.Places, func(q network.Place) bool { return q.ID == p }); at >= 0 {
				ends[at] = true
			}
		}
	}
	out := newWays(len(n.Places))
	for p := range n.Places {
		for q := range n.Places {
			from, to := network.PlaceIndex(p), network.PlaceIndex(q)
			if !ends[q] || !n.Places[p].Handles[network.Road] || !n.Places[q].Handles[network.Road] {
				continue
			}
			departing, arriving := n.Access(from, network.Road, nation), n.Access(to, network.Road, nation)
			for i := len(speeds) - 1; i >= 0; i-- {
				leg := n.Drive(speeds[i], from, to)
				if leg.OK {
					out.add(&arc{from, to, network.Minute(leg.Minutes), 0, departing, arriving})
				}
				if leg.OK && departing == nil && arriving == nil {
					break // always open: the quickest is the first
				}
			}
		}
	}
	w.convoys[key] = out
	return out
}
