package bound

import (
	"math"

	"sortie/network"
)

// hope is the most that a lift can still earn from a place and a minute on where
// nothing but time holds it back, and each minute under way costs something. With what
// all the minutes cost that it may still be under way, that is at least what it
// can earn: so the stages that cannot become the best need not be looked at.
type hope struct {
	t      *tour
	from   network.Minute
	short  [][]network.Minute // least time under way between two places
	loads  [][]float64        // most that a load earns between two places
	ready  []network.Minute   // first loading at each place
	minute float64            // what one costs
	most   [][]float64        // by place and step
}

const hopeStep = network.Minute(30)

func newHope(t *tour) *hope {
	places := len(t.offers)
	h := &hope{t: t, from: t.by, ready: filled(places, network.Never), short: t.f.ways.shortest()}
	for p := range places {
		h.loads = append(h.loads, make([]float64, places))
		for _, offers := range t.offers[p] {
			h.ready[p] = min(h.ready[p], offers[0].ready)
			for _, o := range offers {
				h.loads[p][o.to] = max(h.loads[p][o.to], float64(t.value(o, h.tonnes(p))))
			}
		}
		h.from = min(h.from, h.ready[p])
	}
	if t.f.limited() {
		h.price()
		return h
	}
	h.lay(0)
	return h
}

// shortest is the least time under way between two places, whatever is between them.
func (w *ways) shortest() [][]network.Minute {
	places := len(w.out)
	short := make([][]network.Minute, places)
	for p := range places {
		short[p] = filled(places, network.Never)
		short[p][p] = 0
		for _, a := range w.out[p] {
			short[p][a.to] = min(short[p][a.to], a.minutes)
		}
	}
	for via := range places {
		for p := range places {
			for q := range places {
				short[p][q] = min(short[p][q], short[p][via]+short[via][q])
			}
		}
	}
	return short
}

// tonnes is the most on any leg from a place.
func (h *hope) tonnes(p int) float64 {
	most := 0.0
	for _, a := range h.t.f.ways.out[p] {
		most = math.Max(most, a.tonnes)
	}
	return math.Min(most, h.t.f.typ.MaxPayload())
}

// price finds what a minute has to cost for the least hope at the start.
func (h *hope) price() {
	dear := 0.0
	for p := range h.loads {
		for q, earns := range h.loads[p] {
			if short := h.short[p][q]; earns > 0 && short > 0 && short < network.Never {
				dear = math.Max(dear, earns/float64(short))
			}
		}
	}
	start := &stage{at: h.t.f.Base, load: h.t.f.From, leave: h.t.f.From}
	least, best := math.Inf(1), 0.0
	for part := range 9 {
		h.lay(dear * float64(part) / 8)
		if all := h.of(start); all < least {
			least, best = all, h.minute
		}
	}
	h.lay(best)
}

// lay works out the hopes, from the last step back.
func (h *hope) lay(minute float64) {
	h.minute = minute
	steps := int(max(h.t.by-h.from, 0)/hopeStep) + 1
	h.most = make([][]float64, len(h.loads))
	for p := range h.most {
		h.most[p] = make([]float64, steps)
	}
	f := h.t.f
	for step := steps - 1; step >= 0; step-- {
		now := h.from + network.Minute(step)*hopeStep
		for p := range h.most {
			best := 0.0
			if step+1 < steps {
				best = h.most[p][step+1]
			}
			for q, earns := range h.loads[p] {
				if earns > 0 {
					best = math.Max(best, h.brought(p, q, max(now, h.ready[p])+f.load(), earns))
				}
			}
			h.most[p][step] = best
		}
		for again := true; again; { // empty legs may be shorter than a step
			again = false
			for p := range h.most {
				for _, a := range f.ways.out[p] {
					to := h.at(int(a.to), now+a.minutes) - h.minute*float64(a.minutes)
					if step == 0 { // it may have been flown long before
						to = h.most[a.to][0]
					}
					if to > h.most[p][step]+1e-9 {
						h.most[p][step], again = to, true
					}
				}
			}
		}
	}
}

// brought is what a load earns, and what may follow, that is ready to leave or
// to go on at a minute.
func (h *hope) brought(p, q int, leaves network.Minute, earns float64) float64 {
	f, short := h.t.f, h.short[p][q]
	if short >= network.Never || leaves+short+f.unload() > h.t.by {
		return 0
	}
	free := leaves + short + min(f.unload(), f.turn())
	return earns - h.minute*float64(short) + h.at(q, free)
}

func (h *hope) at(p int, t network.Minute) float64 {
	step := int(max(t-h.from, 0) / hopeStep)
	if t > h.t.by {
		return 0
	}
	return h.most[p][min(step, len(h.most[p])-1)]
}

// of is the most that the whole route can earn whose stage this is.
func (h *hope) of(s *stage) float64 {
	now := s.leave
	hope := 0.0
	if s.aboard {
		for _, o := range h.t.offers[s.from][s.offers] {
			hope = math.Max(hope, h.brought(int(s.at), int(o.to), now, h.loads[s.from][o.to]))
		}
	} else {
		now = min(s.load, s.leave)
		hope = h.at(int(s.at), now)
	}
	return float64(s.earned) + hope + h.minute*float64(h.minutes(s, max(now, h.from-wholeDay)))
}

// minutes is the most that a lift can still be under way: in whole days back from
// the end, and in what is left of the first day.
func (h *hope) minutes(s *stage, now network.Minute) network.Minute {
	if h.minute == 0 || now >= h.t.by {
		return 0
	}
	day := network.Minute(h.t.f.PerDay)
	days, rest := (h.t.by-now)/wholeDay, (h.t.by-now)%wholeDay
	first := now + rest
	return days*day + max(min(rest, day-since(s.flown, first-wholeDay)), 0)
}

// ends reports whether a stage cannot become better than the best.
func (h *hope) ends(s *stage) bool {
	return h.t.best != nil && math.Floor(s.hope*(1+1e-12)+1e-6) <= float64(h.t.best.earned)
}
