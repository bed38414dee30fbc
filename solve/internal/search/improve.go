package search

import (
	"math"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
)

// improve searches around a plan, and returns the best that it found. It walks from plan
// to plan (see walk); a walk goes on from one call to the next.
func (w *Worker) improve(start *Solution, iterations int) *Solution {
	best := start
	w.prices = pricesOf(w.p, start)
	for range iterations {
		if w.walk.over() {
			if best != w.straightened {
				best = w.Straight(best, between)
				w.straightened = best
			}
			at := w.from(best)
			w.walk = setOut(at, w.done(at), w.lasted(), w.r)
			switch {
			case w.base.racing():
				w.walk.length = w.base.field.steps
			case !w.opened:
				w.walk.length = min(w.walk.length, firstSteps)
			}
			if at := w.walk.at; at.Schedule.Score.Compare(best.Schedule.Score) < 0 {
				best = at // it was made so
			}
			w.build.make.Rested = w.r.IntN(2) == 0
		}
		at := w.walk.at
		slack := w.walk.heat() * w.r.ExpFloat64()
		w.walk.step++
		change := w.choose(at)
		before := w.build.packed
		order := change.of(w, at)
		change.spent += w.build.packed - before
		if order == nil {
			continue
		}
		change.tried++
		change.spent += placing * len(order)
		if slices.EqualFunc(order, at.Order, (*haul.Haul).Same) {
			w.Tried++ // and known
			continue
		}
		w.limit(at.Schedule.Score, slack)
		next := w.try(order)
		w.decode.Limit, w.decode.LimitTardiness = network.Never, math.MaxInt
		if next == nil {
			if w.stop.Load() {
				return best
			}
			continue
		}
		better := next.Schedule.Score.Compare(best.Schedule.Score) < 0
		if better {
			best = w.kept(next)
			next = best
			change.gained += 10
		}
		w.base.reached(next, better)
		if w.walk.effort(next.Schedule.Score) < w.walk.effort(at.Schedule.Score) {
			change.gained++
		}
		if w.accept(next.Schedule.Score, at.Schedule.Score, slack) {
			w.walk.at = next
			w.decode.Keep()
			if !better {
				next.Schedule.Outline(&w.outline)
				w.walk.at = &Solution{next.Order, &w.outline}
			}
		}
	}
	w.reward()
	return best
}

// limit lets the next schedule be given up once it could not be accepted: by
// its tardiness, or by its closure where nothing is late. There is no limit
// while the one at hand fails in what comes before.
func (w *Worker) limit(at sched.Score, slack float64) {
	if at.Lacking > 0 || at.Undelivered > 0 || at.Late > 0 || at.Closure <= network.Past {
		return
	}
	w.decode.LimitTardiness = int(float64(at.Tardiness) * (1 + slack))
	if at.Tardiness > 0 {
		return
	}
	if w.decode.Limit = at.Closure; !w.walk.proven {
		w.decode.Limit += network.Minute(slack*float64(w.span(at))) + 60
	}
}

// span is the length of the operation so far, by which slack is measured.
func (w *Worker) span(at sched.Score) network.Minute { return max(60, at.Closure-w.p.N.Start) }

// accept takes what is no worse; and, within the slack, what closes or tarries
// a little later.
func (w *Worker) accept(next, at sched.Score, slack float64) bool {
	if next.Lacking != at.Lacking || next.Undelivered != at.Undelivered || next.Late != at.Late {
		return next.Compare(at) < 0
	}
	if next.Tardiness != at.Tardiness {
		return float64(next.Tardiness) <= float64(at.Tardiness)*(1+slack)
	}
	return float64(w.walk.effort(next)-w.walk.effort(at)) <= slack*float64(w.span(at))*hundred
}

// critical picks a haul: at random, more likely one that is unloaded late, or
// one on the chain of hauls that brings what is unloaded last.
func (w *Worker) critical(s *Solution) int {
	best := w.r.IntN(len(s.Order))
	done := s.Schedule.Done
	if w.r.IntN(5) < 2 {
		for range w.r.IntN(4) {
			if i := w.r.IntN(len(s.Order)); done[i] > done[best] {
				best = i
			}
		}
		return best
	}
	best = 0
	for i := range done {
		if done[i] > done[best] && (done[i] < network.Never || w.r.IntN(4) == 0) {
			best = i
		}
	}
	for w.r.IntN(3) > 0 { // back along what fed it, the latest first
		h, feeder := s.Order[best], -1
		for k, o := range s.Order {
			if w.p.Hops[o.Hop].To == w.p.Hops[h.Hop].From && done[k] <= s.Schedule.First[best] &&
				(feeder < 0 || done[k] > done[feeder]) && shareKind(o, h) {
				feeder = k
			}
		}
		if feeder < 0 {
			break
		}
		best = feeder
	}
	return best
}

// byStart is the hauls in the order in which they begin to load, those without
// a place in time last.
func byStart(s *Solution) []*haul.Haul {
	all := make([]placed, len(s.Order))
	for i, h := range s.Order {
		all[i] = placed{h, int(s.Schedule.First[i])}
	}
	return ordered(all)
}

// placed is a haul with where it comes in an order.
type placed struct {
	haul *haul.Haul
	at   int
}

// ordered is the hauls by where they come; those that come at the same place stay
// as they are.
func ordered(all []placed) []*haul.Haul {
	slices.SortStableFunc(all, func(a, b placed) int { return a.at - b.at })
	out := make([]*haul.Haul, len(all))
	for i, p := range all {
		out[i] = p.haul
	}
	return out
}

// bySchedule is that order with one haul moved.
func (w *Worker) bySchedule(s *Solution) []*haul.Haul {
	out := byStart(s)
	return w.moved(out, w.r.IntN(len(out)), w.r.IntN(len(out)))
}

// moved is the order with the haul at from put at to.
func (w *Worker) moved(order []*haul.Haul, from, to int) []*haul.Haul {
	out := slices.Clone(order)
	h := out[from]
	out = slices.Delete(out, from, from+1)
	return slices.Insert(out, to, h)
}

// advance puts a late haul earlier, with what feeds it if that comes after.
func (w *Worker) advance(s *Solution) []*haul.Haul {
	i := w.critical(s)
	if i == 0 {
		return nil
	}
	to := w.r.IntN(i)
	if w.r.IntN(2) == 0 {
		to = max(0, i-1-w.r.IntN(8))
	}
	out := w.moved(s.Order, i, to)
	h, from := out[to], w.p.Hops[out[to].Hop].From
	for k := len(out) - 1; k > to; k-- {
		if w.p.Hops[out[k].Hop].To == from && shareKind(out[k], h) && w.r.IntN(2) == 0 {
			out = w.moved(out, k, to)
			k++
			to++
			if to >= k {
				break
			}
		}
	}
	return out
}

// shareKind reports whether two hauls carry parts of the same unit and kind.
func shareKind(a, b *haul.Haul) bool {
	for _, p := range a.Parts {
		for _, q := range b.Parts {
			if p.Unit == q.Unit && p.Kind == q.Kind {
				return true
			}
		}
	}
	return false
}

func (w *Worker) swap(s *Solution) []*haul.Haul {
	i, j := w.critical(s), w.r.IntN(len(s.Order))
	if i == j {
		return nil
	}
	out := slices.Clone(s.Order)
	out[i], out[j] = out[j], out[i]
	return out
}

// advanceUnit puts all hauls of a unit first, or last, or before another's; with
// what others have aboard, or without: else who travels with one that has to wait for
// the handover of what it guards waits with it.
func (w *Worker) advanceUnit(s *Solution) []*haul.Haul {
	h := s.Order[w.critical(s)]
	unit := h.Parts[w.r.IntN(len(h.Parts))].Unit
	alone := w.r.IntN(2) == 0
	var its, others []*haul.Haul
	for _, h := range s.Order {
		own, rest := w.build.parted(h, unit)
		switch {
		case len(own) == 0:
			others = append(others, h)
			continue
		case alone && len(rest) > 0:
			first, second := w.build.make.Make(h.Hop, own, network.None), w.build.make.Make(h.Hop, rest, network.None)
			if first != nil && second != nil {
				its, others = append(its, first), append(others, second)
				continue
			}
		}
		its = append(its, h)
	}
	return slices.Insert(others, w.r.IntN(len(others)+1), its...)
}

// pin makes a haul go by one fleet, or by any that can.
func (w *Worker) pin(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	if w.p.Hops[h.Hop].Convoy {
		return nil
	}
	fleet := network.FleetIndex(network.None)
	if len(h.Options) > 1 && w.r.IntN(3) > 0 {
		fleet = h.Options[w.r.IntN(len(h.Options))].Fleet
	}
	made := w.build.make.Make(h.Hop, h.Parts, fleet)
	if made == nil {
		return nil
	}
	out := slices.Clone(s.Order)
	out[i] = made
	if w.r.IntN(2) == 0 { // before others take that fleet's lifts
		return w.moved(out, i, w.r.IntN(i+1))
	}
	return out
}

// delay makes a haul wait though it could go, so that a runway, team or lift is
// free for another that is worth more; or lets one that waits go again.
func (w *Worker) delay(s *Solution) []*haul.Haul {
	i := w.r.IntN(len(s.Order))
	out := slices.Clone(s.Order)
	if out[i].NotBefore != 0 && w.r.IntN(2) == 0 {
		out[i] = out[i].Delayed(0)
		return out
	}
	if s.Schedule.First[i] >= network.Never {
		return nil
	}
	steps := [...]int{5, 15, 30, 60, 120}
	out[i] = out[i].Delayed(s.Schedule.First[i] + network.Minute(steps[w.r.IntN(len(steps))]*(1+w.r.IntN(3))))
	return out
}
