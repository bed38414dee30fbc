package bound

import (
	"fmt"

	"sortie/network"
)

// mostParted is spent on demand whose parts have borders of their own, and
// mostLots the kinds, each counted in every part that has it, that are weighed
// against each other.
const (
	mostParted = 16_000_000
	mostLots   = 30
)

// parted tries all demand at once, each unit's to leave all places but those
// that its destination hangs together with by road, its destination, or the
// country that this lies in. What begins in different places is weighed by
// itself: what of it is worth most to prove with, and what of it can be in one
// load by then.
func (s *search) parted() {
	n, near := s.w.n, s.byRoad()
	to := func(e *entry) network.PlaceIndex { return n.Units[e.units[0]].To }
	for _, inside := range []func(e *entry, p network.PlaceIndex) bool{
		func(e *entry, p network.PlaceIndex) bool { return near[p] != near[to(e)] },
		func(e *entry, p network.PlaceIndex) bool { return p != to(e) },
		func(e *entry, p network.PlaceIndex) bool { return n.Places[p].Country != n.Places[to(e)].Country },
	} {
		if parts := s.divide(near, inside); len(parts) > 1 && lots(parts) <= mostLots {
			s.balance(parts...)
		}
	}
}

// divide is the parts that the demand falls into: what has the same places
// inside, and begins where the same roads lead.
func (s *search) divide(near []int, inside func(e *entry, p network.PlaceIndex) bool) []stream {
	var parts []stream
	known := map[string]int{}
	for _, e := range s.l.entries {
		in, key := make([]bool, len(near)), make([]byte, len(near))
		for p := range in {
			if in[p] = inside(e, network.PlaceIndex(p)); in[p] {
				key[p] = 1
			}
		}
		if !s.w.separates(in, e) {
			continue
		}
		of := fmt.Sprint(string(key), near[s.w.n.Units[e.units[0]].At])
		k, ok := known[of]
		if !ok {
			k = len(parts)
			known[of] = k
			parts = append(parts, stream{inside: in})
		}
		parts[k].entries = append(parts[k].entries, e)
	}
	return parts
}

// lots is how many kinds the parts have, each counted in every part.
func lots(parts []stream) int {
	number := 0
	for _, part := range parts {
		kinds := map[network.ItemIndex]bool{}
		for _, e := range part.entries {
			kinds[e.kind] = true
		}
		number += len(kinds)
	}
	return number
}
