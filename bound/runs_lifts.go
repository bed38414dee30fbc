package bound

import (
	"slices"

	"sortie/network"
)

// lateSpells is, of each fleet, that a lift which begins its n-th run no sooner than a minute
// does not make one of the next runs that it could not bring across after that.
func (c *cut) lateSpells(runs []run) []spell {
	var out []spell
	for i := range c.fleets {
		for n, more := 0, true; more; n++ {
			var begins []network.Minute
			more = false
			for k := range runs {
				if r := &runs[k]; slices.Equal(r.fleets, []int{i}) {
					more = more || r.trip == n+1
					if r.trip == n {
						begins = append(begins, r.loads)
					}
				}
			}
			if !more {
				break
			}
			for _, first := range few(sorted(begins), mostRunEnds) {
				out = append(out, c.taken(spell{resource: lift, fleet: i, trip: n, span: span{first, first}}, runs))
			}
		}
	}
	return out
}

// late is one for a run of a fleet's n-th that begins no sooner than the minute, and for a next one
// that would come too late after that.
func (c *cut) late(s spell, r *run) int64 {
	if !slices.Equal(r.fleets, []int{s.fleet}) {
		return 0
	}
	f := c.w.fleets[s.fleet]
	switch {
	case r.trip == s.trip && r.loads >= s.first:
		return 1
	case r.trip == s.trip+1 && s.first+f.load()+c.circuit(s.fleet, r.from)+f.load()+c.fleets[s.fleet].between[r.from][r.to] > r.lands.last:
		return 1
	}
	return 0
}

// circuit is the least minutes from when a lift of a fleet leaves with a load to when it is at a
// place for another.
func (c *cut) circuit(i int, back network.PlaceIndex) network.Minute {
	f, between, least := c.w.fleets[i], c.fleets[i].between, network.Never
	for p, in := range c.inside {
		for q, is := range c.inside {
			if in && !is && between[p][q] < network.Never && between[q][back] < network.Never {
				least = min(least, between[p][q]+max(f.unload(), f.turn())+between[q][back])
			}
		}
	}
	return least
}
