package search

import (
	"slices"

	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
)

// Straight has lifts fly straight that wait on the way for a place to open, the last first, where the plan gets better for it: each lands as
// soon as it can, and for most of the cargo that is sooner than anybody needs it. Large missions stay as they are.
func (w *Worker) Straight(s *Solution, p purse) *Solution {
	left := w.with(p)
	refused := map[*haul.Haul]bool{}
	for len(s.Order) <= many {
		h := waits(s, refused)
		if h == nil || !left.pays(s.Order) {
			break
		}
		order := slices.Clone(s.Order)
		order[slices.Index(order, h)] = h.With(func(h *haul.Haul) { h.Straight = true })
		next := w.try(order)
		if next == nil {
			break
		}
		if next.Schedule.Score.Compare(s.Schedule.Score) < 0 {
			s = w.kept(next)
			w.decode.Keep()
		} else {
			refused[h] = true
		}
	}
	return s
}

// waits is the haul that is unloaded last of those whose lift waits on the way with it, or to come for it.
func waits(s *Solution, refused map[*haul.Haul]bool) *haul.Haul {
	type lift struct {
		fleet, number int
	}
	comes := map[lift]bool{}
	var last *sched.Move
	for k := range s.Schedule.Moves {
		m := &s.Schedule.Moves[k]
		l := lift{int(m.Fleet), m.Number}
		if m.Haul == nil {
			comes[l] = len(m.Stops) > 0
			continue
		}
		if m.Option != nil && (comes[l] || len(m.Stops) > len(m.Option.Route.Stops)) && !m.Haul.Straight && !refused[m.Haul] && (last == nil || m.Unloaded > last.Unloaded) {
			last = m
		}
		comes[l] = false
	}
	if last == nil {
		return nil
	}
	return last.Haul
}
