package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// Minutes and lift hours are blind to who is in which load: of thirty lorries that
// are alike these go or those, and a company leaves in eleven pieces.

// Muster has units travel in fewer pieces, where nothing else gets worse for it: what
// a unit has in two loads over the same hop goes in one of them, and as much of
// others, of the same kinds, in the other. Large missions stay as they are.
func (w *Worker) Muster(s *Solution, p purse) *Solution {
	left := w.with(p)
	for i := 0; i < len(s.Order) && len(s.Order) <= many; i++ {
		for k := 0; k < len(s.Order); k++ {
			if s.Order[k].Hop != s.Order[i].Hop || k == i {
				continue
			}
			order := w.mustered(s.Order, i, k)
			if order == nil {
				continue
			}
			if !left.pays(order) {
				return s
			}
			next := w.try(order)
			if next == nil {
				return s
			}
			if next.Schedule.Score.Compare(s.Schedule.Score) < 0 {
				s = w.kept(next)
				w.decode.Keep()
				k = -1 // with the others there may be more to gain now
			}
		}
	}
	return s
}

// mustered is the order with what some unit has in the haul at i in the one at k, in
// return for as much of the same kinds; nil where that makes no fewer pieces.
func (w *Worker) mustered(order []*haul.Haul, i, k int) []*haul.Haul {
	a, b := order[i], order[k]
	for at, p := range a.Parts {
		if at > 0 && a.Parts[at-1].Unit == p.Unit || !aboard(b.Parts, p.Unit) {
			continue
		}
		first, second := gathered(a.Parts, b.Parts, p.Unit)
		if first == nil || units(first)+units(second) >= units(a.Parts)+units(b.Parts) {
			continue
		}
		from, to := w.build.as(a, first), w.build.as(b, second)
		if from == nil || to == nil {
			continue
		}
		out := slices.Clone(order)
		out[i], out[k] = from, to
		return out
	}
	return nil
}

// as is other parts carried in the manner of a haul.
func (b *builder) as(like *haul.Haul, parts []haul.Part) *haul.Haul {
	fleet := network.FleetIndex(network.None)
	if len(like.Options) == 1 {
		fleet = like.Options[0].Fleet
	}
	made := b.make.Make(like.Hop, parts, fleet)
	if made != nil {
		made.NotBefore, made.Thrifty, made.Stays, made.Straight, made.Rested = like.NotBefore, like.Thrifty, like.Stays, like.Straight, like.Rested
	}
	return made
}

// gathered is two loads with all of a unit in the second, and in the first what that
// gave for it: rather of units that are there already. It is nil where the second has
// not as much of a kind.
func gathered(a, b []haul.Part, unit network.UnitIndex) (first, second []haul.Part) {
	second = slices.Clone(b)
	for _, p := range a {
		if p.Unit != unit {
			first = append(first, p)
			continue
		}
		n := p.N
		for _, there := range [2]bool{true, false} {
			for j := range second {
				q := &second[j]
				if q.Kind != p.Kind || q.Unit == unit || n == 0 || aboard(a, q.Unit) != there {
					continue
				}
				m := min(n, q.N)
				n, q.N = n-m, q.N-m
				first = append(first, haul.Part{Unit: q.Unit, Kind: q.Kind, N: m})
			}
		}
		if n > 0 {
			return nil, nil
		}
		second = append(second, p)
	}
	return first, second
}

// aboard reports whether a unit is aboard.
func aboard(parts []haul.Part, unit network.UnitIndex) bool {
	return slices.ContainsFunc(parts, func(p haul.Part) bool { return p.Unit == unit && p.N > 0 })
}

// units is how many units are aboard.
func units(parts []haul.Part) (n int) {
	for i, p := range parts {
		if p.N > 0 && !aboard(parts[:i], p.Unit) {
			n++
		}
	}
	return n
}
