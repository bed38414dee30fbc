package search

import (
	"math"
	"math/rand/v2"

	"sortie/network"
)

// limits are what holds a plan back until it closes: the teams, stands and
// runways of places, the time and the flying hours of lifts. Each can do so much
// in a minute of the operation, and every load takes of some.
type limits struct {
	n            *network.Network
	all          []limit
	places       [][modes]held
	lifts, hours []int // by lift type; unlimited where there is none
	aim          float64
}

// held is what holds a place back for a mode; unlimited where nothing does.
type held struct{ teams, stands, runway int }

// limit is so many minutes of something in each minute of the operation.
type limit struct {
	each    float64
	from    float64 // none of it is of use for so many minutes after the start; infinite while not known
	ofLifts bool
	spared  float64 // the least that a lift takes to come back, which after its last trip it need not
}

const unlimited = -1

// limitsOf is the limits of a mission that closes about a minute. By chance each
// is a little more or less than it is, or the plan is to close at an earlier
// minute, and lifts make whole trips until then.
func limitsOf(n *network.Network, closure network.Minute, r *rand.Rand) *limits {
	if r.IntN(2) == 0 {
		return limitsFor(n, closure, float64(closure-n.Start)*(1-float64(0.4*r.Float64()*r.Float64())), nil)
	}
	return limitsFor(n, closure, 0, r)
}

// limitsFor is those of a mission that is to close so many minutes after the start; or, where
// that is 0, each a little more or less by chance.
func limitsFor(n *network.Network, closure network.Minute, aim float64, r *rand.Rand) *limits {
	l := &limits{n: n, places: make([][modes]held, len(n.Places)), aim: aim}
	add := func(m limit) int {
		if l.aim == 0 {
			m.each *= 0.85 + float64(0.3*r.Float64())
		}
		l.all = append(l.all, m)
		return len(l.all) - 1
	}
	for p := range n.Places {
		place := &n.Places[p]
		for m, handled := range place.Handles {
			at := &l.places[p][m]
			if *at = (held{unlimited, unlimited, unlimited}); !handled {
				continue
			}
			open := func(after float64) float64 {
				return openShare(n, network.PlaceIndex(p), network.ModeIndex(m), closure, after)
			}
			work, stands := workOf(n, network.ModeIndex(m)), float64(place.Parking[m])
			if k := place.Working[m]; k > 0 && k < network.Unlimited {
				at.teams = add(limit{each: float64(k) * open(work*stands/float64(k)), from: math.Inf(1)})
			}
			if stands > 0 && stands < network.Unlimited {
				at.stands = add(limit{each: stands * open(work), from: math.Inf(1)})
			}
			if place.Interval[m] > 0 {
				at.runway = add(limit{each: open(0), from: math.Inf(1)})
			}
		}
	}
	for t := range n.Types {
		l.lifts, l.hours = append(l.lifts, unlimited), append(l.hours, unlimited)
		count, from, flying := 0.0, 0.0, 0.0
		span := l.aim
		if span == 0 {
			span = float64(closure - n.Start)
		}
		for i := range n.Fleets {
			if f := &n.Fleets[i]; int(f.Type) == t {
				count += float64(f.Count)
				from += float64(f.Count) * float64(max(0, f.From-n.Start))
				flying += float64(float64(f.Count) * flyable(float64(f.PerDay), span))
			}
		}
		if count == 0 {
			continue
		}
		l.lifts[t] = add(limit{each: count, from: from / count, ofLifts: true})
		if flying < count {
			l.hours[t] = add(limit{each: flying, from: from / count, ofLifts: true})
		}
	}
	return l
}

const day = 24 * 60

// flyable is the part of a span in which a lift may fly so many minutes in any 24
// hours: those of a day may be flown before it ends.
func flyable(perDay, span float64) float64 {
	days := math.Floor(span / day)
	return (math.Min(day, perDay)*days + math.Min(perDay, span-float64(days*day))) / math.Max(1, span)
}

// openShare is the part of the time until the closure in which lifts may come
// and go, or, for so many minutes after it was open each time, those that stay are loaded and
// unloaded.
func openShare(n *network.Network, p network.PlaceIndex, m network.ModeIndex, closure network.Minute, after float64) float64 {
	open, shut := 0.0, n.Start // since when
	n.Access(p, m, network.None).Spans(func(from, to network.Minute) bool {
		from, to = min(closure, max(from, n.Start)), min(closure, max(to, n.Start))
		if shut > n.Start {
			open += math.Min(after, float64(from-shut))
		}
		open += float64(to - from)
		shut = to
		return to < closure
	})
	if shut > n.Start {
		open += math.Min(after, float64(closure-shut))
	}
	return math.Max(0.05, math.Min(1, open/float64(max(60, closure-n.Start))))
}

// workOf is the minutes that a load takes of a team on average over the types of
// lifts of a mode.
func workOf(n *network.Network, m network.ModeIndex) float64 {
	sum, types := 0, 0
	for i := range n.Types {
		if t := &n.Types[i]; t.Mode == m {
			sum += t.Load + t.Unload
			types += 2
		}
	}
	return float64(sum) / float64(max(1, types))
}

// use is minutes that a load takes of a limit.
type use struct {
	limit   int
	minutes float64
}

// of is what a load by the carrier over the hop takes of each.
func (l *limits) of(hop *network.Hop, c *carrier) []use {
	if len(l.all) == 0 {
		return nil
	}
	t := &l.n.Types[c.typ]
	var out []use
	take := func(k, minutes int) {
		if k != unlimited && minutes > 0 {
			out = append(out, use{k, float64(minutes)})
		}
	}
	for _, end := range []struct {
		place   network.PlaceIndex
		minutes int
	}{{hop.From, t.Load}, {hop.To, t.Unload}} {
		at := &l.places[end.place][hop.Mode]
		take(at.teams, end.minutes)
		take(at.stands, max(end.minutes, t.Turnaround)*t.Slots)
		take(at.runway, 2*l.n.Places[end.place].Interval[hop.Mode])
	}
	take(l.lifts[c.typ], l.trip(c))
	take(l.hours[c.typ], 2*c.way)
	return out
}

// trip is the minutes that a trip takes of a lift: where there is time for a few
// until the closure that is hoped for, an equal share of that, since what is left
// over is of no use.
func (l *limits) trip(c *carrier) int {
	of := &l.all[l.lifts[c.typ]]
	least := float64(c.round)
	if h := l.hours[c.typ]; h != unlimited {
		least = math.Max(least, float64(2*c.way)*of.each/l.all[h].each)
	}
	span := l.aim - of.from + float64(c.way)
	if trips := math.Floor(span / least); trips >= 1 && trips <= fewTrips {
		return int(span / trips)
	}
	return c.round
}

// fewTrips is how many trips of a lift are counted as whole ones: of more, time
// for a part of one is a small part of all.
const fewTrips = 6
