package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// passengers has people who would go by lifts ride in vehicles of their nation
// that drive to their destination with seats to spare.
func passengers(p *haul.Problem, streams []stream) []stream {
	type column struct {
		hop    haul.HopID
		nation network.NationIndex
	}
	seats := map[column]int{}
	for _, s := range streams {
		if len(s.way.Hops) != 1 || !p.Hops[s.way.Hops[0]].Convoy {
			continue
		}
		c := column{s.way.Hops[0], p.N.Units[s.part.Unit].Nation}
		if s.part.Kind == network.People {
			seats[c] -= s.part.N
		} else {
			seats[c] += s.part.N * p.N.Items[s.part.Kind].Seats
		}
	}
	var out []stream
	for _, s := range streams {
		if s.part.Kind == network.People && !drives(p, s.way) {
			ways := p.Ways(s.part.Unit, network.People)
			if k := slices.IndexFunc(ways, func(w haul.Way) bool { return len(w.Hops) == 1 && p.Hops[w.Hops[0]].Convoy }); k >= 0 {
				c := column{ways[k].Hops[0], p.N.Units[s.part.Unit].Nation}
				if n := min(s.part.N, seats[c]); n > 0 {
					seats[c] -= n
					s.part.N -= n
					out = append(out, stream{haul.Part{Unit: s.part.Unit, Kind: network.People, N: n}, ways[k]})
				}
			}
		}
		if s.part.N > 0 {
			out = append(out, s)
		}
	}
	return out
}
