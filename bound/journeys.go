package bound

import (
	"slices"

	"sortie/network"
)

// Limits of the search for heights: columns of the program, legs times minutes
// looked at, minutes to the closure, and points of the demand. All are fixed, so that the same mission
// has the same bound.
const (
	mostJourneys       = 150
	mostJourneyLooked  = int64(200_000_000)
	mostJourneyMinutes = 20_000
	mostJourneyPoints  = 1_000_000
)

// pointWorth is what all of the demand is worth in whole units of price.
const pointWorth = 1e9

// journeys is what lifts can do with a demand that goes by road lifts alone,
// by a minute. Each place has a height for each class, that of its destination
// is nothing, and a load gains what its cargo comes down. A journey is all that
// one lift does; the prices of a relaxation follow from the best one from each
// place and minute on.
type journeys struct {
	*search
	d       *priced
	m       *market
	by      network.Minute
	late    [][]network.Minute // by class and place
	heights [][]float64
	best    [][][]float64 // by fleet, place and minute: what a free lift can still gain
}

// journey is a journey as the program sees it: what it takes from each place
// less what it brings there, by class.
type journey struct {
	fleet int
	net   [][]float64
}

// journeyed looks for proofs by the journeys of lifts.
func (s *search) journeyed() {
	var group []*entry
	for _, e := range s.l.entries {
		road := !slices.ContainsFunc(e.riders, func(r int) bool {
			return s.w.riders[r].convoy != nil || slices.ContainsFunc(s.w.riders[r].fleets, func(f int) bool { return s.w.fleets[f].typ.Mode != network.Road })
		})
		if road {
			group = append(group, e)
		}
	}
	if len(group) == 0 {
		return
	}
	for _, weights := range s.weightings(group) {
		d, ok := newPriced(s.w, group, weights)
		if !ok || d.cut.total > mostJourneyPoints {
			continue
		}
		var known []journey
		for s.ctx.Err() == nil && s.climb(d, &known) {
		}
	}
}

// climb finds heights that prove the best minute so far, and proves with them
// as late a minute as they can; false where there are none.
func (s *search) climb(d *priced, known *[]journey) bool {
	j, ok := s.journeysBy(d, s.best)
	if !ok || !j.find(known) {
		return false
	}
	proves := func(t network.Minute) *prices {
		if next, ok := s.journeysBy(d, t); ok {
			next.heights = j.heights
			next.gain()
			if p := next.prices(); d.proves(s.w, p, t) {
				return p
			}
		}
		return nil
	}
	low, step := s.best, network.Minute(16)
	p := proves(low)
	if p == nil {
		return false
	}
	high := low + step
	for {
		next := proves(high)
		if next == nil {
			break
		}
		p, low, step = next, high, 2*step
		high += step
	}
	for low+1 < high {
		mid := (low + high) / 2
		if next := proves(mid); next != nil {
			p, low = next, mid
		} else {
			high = mid
		}
	}
	s.best = low + 1
	s.found = s.relaxed(d, p, low+1)
	s.better(s.found)
	return true
}

// journeysBy is false where there is too much to look at.
func (s *search) journeysBy(d *priced, by network.Minute) (*journeys, bool) {
	looked, ok := d.looked(s.w, by)
	if !ok || s.ctx.Err() != nil || s.journeyLooked+looked > mostJourneyLooked || by >= s.w.n.Last || by-s.w.n.Start > mostJourneyMinutes {
		return nil, false
	}
	j := &journeys{search: s, d: d, by: by, m: newMarket(s.w, d, &prices{step: 1}, by)}
	for _, c := range d.classes {
		j.late = append(j.late, s.w.lateBy(c.rider, by).standing)
	}
	return j, true
}

// find finds heights at which all journeys together gain less than the
// demand has to: the dual values of the program that delivers the greatest part
// of it by the journeys known, to which the best at these heights are added.
func (j *journeys) find(known *[]journey) bool {
	places, classes := len(j.w.n.Places), len(j.d.classes)
	demand := make([]float64, classes*places)
	for _, p := range j.d.parts {
		demand[p.classes[0]*places+int(p.starts[0].at)] += float64(p.points)
	}
	for len(*known) < mostJourneys {
		rows := make([][]float64, len(demand)+len(j.w.fleets))
		limits := make([]float64, len(rows))
		for r := range rows {
			rows[r] = make([]float64, 1+len(*known))
			if r < len(demand) {
				rows[r][0] = demand[r]
			} else {
				limits[r] = float64(max(j.w.fleets[r-len(demand)].Count, 0))
			}
		}
		for k, journey := range *known {
			for c := range classes {
				for p := range places {
					rows[c*places+p][1+k] = -journey.net[c][p]
				}
			}
			rows[len(demand)+journey.fleet][1+k] = 1
		}
		objective := make([]float64, 1+len(*known))
		objective[0] = 1
		x, dual, ok := maximise(objective, rows, limits)
		if !ok || x[0] >= 1-1e-9 {
			return false
		}
		j.heights = make([][]float64, classes)
		for c := range j.heights {
			j.heights[c] = slices.Clone(dual[c*places : (c+1)*places])
			j.heights[c][j.d.classes[c].to] = 0
		}
		if looked, _ := j.d.looked(j.w, j.by); j.journeyLooked+looked > mostJourneyLooked || j.ctx.Err() != nil {
			return false
		}
		j.gain()
		gains, before := 0.0, len(*known)
		for i, f := range j.w.fleets {
			at, t, most := j.start(i)
			gains += float64(float64(max(f.Count, 0)) * most)
			if most > dual[len(demand)+i]+1e-9 {
				*known = append(*known, j.trace(i, at, t))
			}
		}
		if gains < 1-1e-6 {
			return true
		}
		if len(*known) == before {
			return false
		}
	}
	return false
}

// start is where and when a lift of the fleet begins the best journey.
func (j *journeys) start(i int) (at, t int, most float64) {
	for p, best := range j.best[i] {
		if first := max(int(j.w.fleets[i].at[p]-j.m.from), 0); first < j.m.n && best[first] > most {
			at, t, most = p, first, best[first]
		}
	}
	return at, t, most
}

// gain works out the best journeys, going back through the minutes.
func (j *journeys) gain() {
	looked, _ := j.d.looked(j.w, j.by)
	j.journeyLooked += looked
	j.best = make([][][]float64, len(j.w.fleets))
	for i := range j.w.fleets {
		j.best[i] = make([][]float64, len(j.w.n.Places))
		for p := range j.best[i] {
			j.best[i][p] = make([]float64, j.m.n)
		}
		for t := j.m.n - 1; t >= 0; t-- {
			for p := range j.best[i] {
				best := 0.0
				if t+1 < j.m.n {
					best = j.best[i][p][t+1]
				}
				j.moves(i, p, t, func(gains float64, _ int, _, _ int) { best = max(best, gains) })
				j.best[i][p][t] = best
			}
		}
	}
}

// moves yields what a lift that is free at a place and minute gains at the most
// by each leg that it can begin then: the class of its load, -1 for none, and
// where and when it is free again.
func (j *journeys) moves(i, p, t int, yield func(gains float64, class, to, free int)) {
	f := j.w.fleets[i]
	if j.m.from+network.Minute(t) < f.at[p] || f.typ.Mode != network.Road {
		return
	}
	after := func(to, free int) float64 {
		if free >= j.m.n {
			return 0
		}
		return j.best[i][to][free]
	}
	late := max(0, int(f.turn()-f.load()))
	for _, way := range j.m.passages(i)[p] {
		if at := t + way.takes; at+late < j.m.n && way.open[t] && way.ends[at] && j.m.from+network.Minute(at) <= f.Until {
			yield(after(int(way.to), at+late), -1, int(way.to), at+late)
		}
		leaves := way.arc.leave(j.m.from + network.Minute(t) + f.load())
		done := leaves + way.minutes + f.unload()
		if leaves >= network.Never || done > min(j.by, f.Until) {
			continue
		}
		free := int(leaves+way.minutes-j.m.from) + max(int(f.unload()), late)
		for c, class := range j.d.classes {
			l := j.d.carrier(j.w, i)
			falls := j.heights[c][p] - j.heights[c][way.to]
			if l == nil || falls <= 0 || !slices.Contains(class.fleets, i) || class.early[p] > j.m.from+network.Minute(t) || done > j.late[c][way.to] {
				continue
			}
			yield(float64(float64(l.points)*falls)+after(int(way.to), free), c, int(way.to), free)
		}
	}
}

// trace follows the best journey.
func (j *journeys) trace(i, p, t int) journey {
	out := journey{i, make([][]float64, len(j.d.classes))}
	for c := range out.net {
		out.net[c] = make([]float64, len(j.w.n.Places))
	}
	for t < j.m.n && j.best[i][p][t] > 0 {
		if t+1 < j.m.n && j.best[i][p][t+1] == j.best[i][p][t] {
			t++
			continue
		}
		best, class, to, free := 0.0, -1, p, j.m.n
		j.moves(i, p, t, func(gains float64, c, q, at int) {
			if gains > best {
				best, class, to, free = gains, c, q, at
			}
		})
		if class >= 0 {
			points := float64(j.d.carrier(j.w, i).points)
			out.net[class][p] += points
			if to != int(j.d.classes[class].to) { // what is there is delivered
				out.net[class][to] -= points
			}
		}
		p, t = to, free
	}
	return out
}

// prices is what lifts are worth: what they can still gain.
func (j *journeys) prices() *prices {
	p := &prices{step: 1, worth: map[[2]int][]int64{}}
	for i, places := range j.best {
		for at, gains := range places {
			out := make([]int64, len(gains))
			for t, gain := range gains {
				out[t] = int64(gain * pointWorth)
			}
			if len(out) > 0 && out[0] > 0 {
				p.worth[[2]int{i, at}] = out
			}
		}
	}
	return p
}
