package check

import (
	"fmt"

	"sortie"
)

// reach is how early, or how late, cargo can be standing at each place, and
// aboard a lift of each fleet that has arrived there.
type reach struct {
	stands []int64
	aboard [][]int64 // by fleet; none for those that do not carry it
	leaves [][]int64 // latest departure of a loaded lift; of late reach alone
	drives []int64   // latest departure of a convoy; of late reach alone
}

func (w *prover) newReach(c *carriage, with int64) *reach {
	r := &reach{stands: all(len(w.places), with), aboard: make([][]int64, len(w.fleets))}
	for _, f := range c.fleets {
		r.aboard[f] = all(len(w.places), with)
	}
	return r
}

// early completes a reach from the minutes that are set, going over every
// passage until none makes anything earlier.
func (w *prover) early(c *carriage, r *reach) {
	form, disperse := int64(w.mission.Convoy.FormUp), int64(w.mission.Convoy.Disperse)
	fresh, old := all(len(w.places), farFuture), make([][]int64, len(w.fleets))
	for _, i := range c.fleets {
		old[i] = all(len(w.places), farFuture)
	}
	for changed := true; changed; {
		changed = false
		sooner := func(have *int64, t int64) {
			if t < *have {
				*have, changed = t, true
			}
		}
		for p := range r.stands {
			for _, i := range c.fleets {
				f := w.fleets[i]
				if t := r.aboard[i][p]; t < old[i][p] {
					old[i][p] = t
					sooner(&r.stands[p], t+f.unload)
					if f.kind.Mode != sortie.Road {
						w.onward(c, r, i, p, t+f.turn, sooner)
					}
				}
			}
			t := r.stands[p]
			if t >= farFuture || fresh[p] == t {
				continue
			}
			fresh[p] = t
			if c.roads != nil {
				for _, way := range c.roads[p] {
					if d := way.leave(t + form); d < farFuture {
						sooner(&r.stands[way.to], d+way.minutes+disperse)
					}
				}
			}
			for _, i := range c.fleets {
				if f := w.fleets[i]; f.at[p] < farFuture {
					w.onward(c, r, i, p, max(max(t, f.at[p])+f.load, f.at[p]+f.turnAt(p)), sooner)
				}
			}
		}
	}
}

func (w *prover) onward(c *carriage, r *reach, i, p int, ready int64, sooner func(*int64, int64)) {
	f := w.fleets[i]
	for _, way := range f.out[p] {
		if way.limited && way.tonnes < c.mass-tolerance || ready+way.minutes >= r.aboard[i][way.to] {
			continue // too heavy, or no sooner even where all is open
		}
		if d := way.leave(ready); d < farFuture && d+way.minutes+f.unload <= f.until {
			sooner(&r.aboard[i][way.to], d+way.minutes)
		}
	}
}

// late is how late cargo may be where, to be unloaded at its destination by
// the minute.
func (w *prover) late(c *carriage, by int64) *reach {
	r := w.newReach(c, farPast)
	r.leaves, r.drives = make([][]int64, len(w.fleets)), all(len(w.places), farPast)
	for _, i := range c.fleets {
		r.leaves[i] = all(len(w.places), farPast)
	}
	r.stands[c.to] = by
	form, disperse := int64(w.mission.Convoy.FormUp), int64(w.mission.Convoy.Disperse)
	for changed := true; changed; {
		changed = false
		later := func(have *int64, t int64) {
			if t > *have {
				*have, changed = t, true
			}
		}
		if c.roads != nil {
			for p := range c.roads {
				for _, way := range c.roads[p] {
					if t := r.stands[way.to]; t > farPast {
						if d := way.leaveBy(t - disperse); d > farPast {
							later(&r.drives[p], d)
							later(&r.stands[p], d-form)
						}
					}
				}
			}
		}
		for _, i := range c.fleets {
			f := w.fleets[i]
			for p := range f.out {
				if t := r.stands[p]; t > farPast {
					later(&r.aboard[i][p], min(t, f.until)-f.unload)
				}
			}
			for p := range f.out {
				for _, way := range f.out[p] {
					t := r.aboard[i][way.to]
					if t <= farPast || way.limited && way.tonnes < c.mass-tolerance {
						continue
					}
					if d := way.leaveBy(t); d > farPast {
						later(&r.leaves[i][p], d)
						later(&r.stands[p], d-f.load)
						if f.kind.Mode != sortie.Road {
							later(&r.aboard[i][p], d-f.turn)
						}
					}
				}
			}
		}
	}
	return r
}

// from is the early reach of what starts at a place at a minute, remembered.
func (w *prover) from(c *carriage, at int, ready int64) *reach {
	key := fmt.Sprint(at, " ", ready, " ", c.key)
	r, ok := w.known[key]
	if !ok {
		r = w.newReach(c, farFuture)
		r.stands[at] = ready
		w.early(c, r)
		w.known[key] = r
	}
	return r
}

// readyAt is the first minute at which a unit can load: when it is ready, and
// when all of those that it relieves can be where they are going.
func (w *prover) readyAt(u int, above []int) int64 {
	if t, ok := w.ready[u]; ok {
		return t
	}
	t := w.units[u].ready
	for _, id := range w.units[u].After {
		v := lookup(w.unitOf, id)
		if v < 0 || v == u || w.units[v].to < 0 || w.units[v].at < 0 || w.units[v].at == w.units[v].to || contains(above, v) {
			continue
		}
		for _, kind := range sortedKeys(w.units[v].strong) {
			c, ok := w.carriage(v, kind)
			if !ok {
				continue
			}
			if by := w.from(c, w.units[v].at, w.readyAt(v, append(append([]int{}, above...), u))).stands[c.to]; by < farFuture {
				t = max(t, by)
			}
		}
	}
	if above == nil {
		w.ready[u] = t
	}
	return t
}

func contains(list []int, n int) bool {
	for _, x := range list {
		if x == n {
			return true
		}
	}
	return false
}
