package search

import (
	"slices"

	"sortie/network"
)

// remakes is how often some of the loads of a program are made again, and
// mostRemade how many at a time. Of few loads each is more of the plan: they are made again
// so often that it is remadeOfFew in all.
const (
	remakes     = 12
	mostRemade  = 24
	remadeOfFew = 480
)

// improve takes some loads apart and makes others of what they carried, where
// those are better. What is left when a program has made its whole loads goes
// into some that are far from full; beside other whole ones it need not.
func (g *program) improve(times int) {
	best := g.estimate()
	for range times {
		if len(g.made) < 2 || g.b.stop.Load() {
			return
		}
		out := g.unmake()
		kept := len(g.made)
		g.fill()
		if now := g.estimate(); now <= best {
			best = now
			continue
		}
		for _, l := range g.made[kept:] {
			g.shift(&l, 1)
		}
		for _, l := range out {
			g.shift(&l, -1)
		}
		g.made = append(g.made[:kept], out...)
	}
}

// unmake takes loads apart that go over the hop of one, begin where it does, or
// end there, with those that take on what these would have brought, and returns
// them.
func (g *program) unmake() []laden {
	r := g.st.rand
	one := g.made[r.IntN(len(g.made))].hop
	at := &g.b.p.Hops[one.hop]
	manner, share := r.IntN(3), 1+r.IntN(6)
	out, kept := g.b.unmade[:0], g.made[:0]
	for _, l := range g.made {
		hop := &g.b.p.Hops[l.hop.hop]
		near := l.hop == one || manner == 1 && hop.From == at.From || manner == 2 && hop.To == at.To
		if near && r.IntN(6) < share && len(out) < mostRemade {
			out = append(out, l)
			g.shift(&l, 1)
		} else {
			kept = append(kept, l)
		}
	}
	g.made = slices.DeleteFunc(kept, func(l laden) bool {
		lacks := slices.ContainsFunc(l.takes, func(t taken) bool { return t.lot.in.part.N < 0 })
		if lacks {
			out = append(out, l)
			g.shift(&l, 1)
		}
		return lacks
	})
	g.b.unmade = out
	return out
}

// shift puts what a load carries back among what is left, or, with -1, takes it
// from there again.
func (g *program) shift(l *laden, sign int) {
	for _, t := range l.takes {
		t.put(sign)
	}
	for _, t := range l.brings {
		t.put(-sign)
	}
	for _, u := range l.hop.takes[l.by] {
		g.taken[u.limit] -= float64(sign) * u.minutes
	}
}

// estimate is about when all is unloaded: by the work of each place and of all
// lifts of each type, and by whole trips, of which some lifts make one more than
// others. A little of it is how much there is to do at all. At given prices it is
// what the loads cost.
func (g *program) estimate() float64 {
	if g.st.prices != nil {
		sum := 0.0
		for _, l := range g.made {
			sum += l.hop.costs[l.by]
		}
		return sum
	}
	most, sum := 0.0, 0.0
	for k := range g.limits.all {
		if l := &g.limits.all[k]; g.taken[k] > 0 {
			busy := g.taken[k] / l.each
			most, sum = max(most, l.from-l.spared+busy), sum+busy
		}
	}
	for t, k := range g.limits.lifts {
		if trips := g.trips(network.TypeIndex(t)); trips > 0 {
			l := &g.limits.all[k]
			most = max(most, l.from-l.spared+trips)
		}
	}
	return most + float64(free*sum)
}

// trips is the minutes that some lift of a type is busy with whole trips at the
// least: of the longest n·k + 1 of n lifts one makes k + 1, at least the shortest
// of them.
func (g *program) trips(t network.TypeIndex) float64 {
	lifts, rounds := 0, g.b.rounds[:0]
	for i := range g.b.p.N.Fleets {
		if f := &g.b.p.N.Fleets[i]; f.Type == t {
			lifts += f.Count
		}
	}
	for _, l := range g.made {
		if c := l.hop.carriers[l.by]; c.typ == t {
			rounds = append(rounds, c.round)
		}
	}
	g.b.rounds = rounds
	slices.Sort(rounds)
	most := 0
	for k := 0; k*lifts < len(rounds); k++ {
		one := 0
		for _, round := range rounds[len(rounds)-k*lifts-1:][:k+1] {
			one += round
		}
		most = max(most, one)
	}
	return float64(most)
}
