package search

import (
	"maps"
	"sync/atomic"
	"testing"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestUnitsPart: who rides in vehicles of the nation in place of a coach, and a unit
// that leaves those with whom it was to travel, goes the same way as before, and
// nobody is left out.
func TestUnitsPart(t *testing.T) {
	var stop atomic.Bool
	w := NewWorker(haul.NewProblem(kazakhstan(t)), 1, 0, &stop)
	s := w.Construct(1, func(*Solution) {})
	w.prices = pricesOf(w.p, s)
	for _, c := range []struct {
		name string
		of   func(*Worker, *Solution) []*haul.Haul
	}{{"ride", (*Worker).ride}, {"advanceUnit", (*Worker).advanceUnit}} {
		made, byRoad, parted := 0, 0, 0
		at := s
		for range 3000 {
			order := c.of(w, at)
			if order == nil {
				continue
			}
			made++
			if before, after := w.moves(at.Order), w.moves(order); !maps.Equal(before, after) {
				t.Fatalf("%s: what is carried over the ways was %v, is %v", c.name, before, after)
			}
			if carriedByCoach(w.p, order) < carriedByCoach(w.p, at.Order) {
				byRoad++
			}
			if len(order) > len(at.Order) {
				parted++
			}
			if next := w.run(order); next.Schedule.Score.Undelivered <= at.Schedule.Score.Undelivered {
				at = next
			}
		}
		if made == 0 || c.name == "ride" && byRoad != made || c.name == "advanceUnit" && parted == 0 {
			t.Errorf("%s: made %d times, %d times fewer by coach, %d times in more hauls", c.name, made, byRoad, parted)
		}
	}
}

// journey is a kind of a unit on its way from one place to another.
type journey struct {
	unit     network.UnitIndex
	kind     network.ItemIndex
	from, to network.PlaceIndex
}

// moves is how many of each go from where to where, by whatever.
func (w *Worker) moves(order []*haul.Haul) map[journey]int {
	out := map[journey]int{}
	for _, h := range order {
		for _, p := range h.Parts {
			out[journey{p.Unit, p.Kind, w.p.Hops[h.Hop].From, w.p.Hops[h.Hop].To}] += p.N
		}
	}
	return out
}

// carriedByCoach is how many people lifts carry by road.
func carriedByCoach(p *haul.Problem, order []*haul.Haul) (n int) {
	for _, h := range order {
		if hop := &p.Hops[h.Hop]; hop.Mode == network.Road && !hop.Convoy {
			n += h.People
		}
	}
	return n
}
