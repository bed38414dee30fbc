package check

import (
	"sortie"
)

// times checks R3: what a movement does takes the time that it takes.
func (c *checker) times() {
	for i := range c.moves {
		mv := &c.moves[i]
		if mv.timed {
			c.handling(mv)
			c.stops(mv)
			c.travelTimes(mv)
		}
	}
}

// handling checks loading and unloading. An unknown lift has no times to hold
// it to but their order.
func (c *checker) handling(mv *movement) {
	loading, unloading := mv.loading(c.mission)
	b := c.where(mv.breach(Times), mv.from, mv.depart).figures(float64(mv.depart-mv.load), float64(loading), inMinutes)
	switch {
	case len(mv.src.Cargo) == 0 && mv.load != mv.depart:
		c.report(b, emptyDeparts, c.tell(mv.load), c.tell(mv.depart))
	case mv.depart < mv.load+loading:
		c.report(b, departsEarly, length(mv.depart-mv.load), length(loading))
	}
	b = c.where(mv.breach(Times), mv.to, mv.done).figures(float64(mv.done-mv.arrive), float64(unloading), inMinutes)
	switch {
	case mv.kind == nil && !mv.convoy:
		if mv.done < mv.arrive {
			c.report(b, unloadsBefore, length(mv.arrive-mv.done))
		}
	case len(mv.src.Cargo) == 0 && mv.done != mv.arrive:
		c.report(b, emptyUnloads, c.tell(mv.arrive), c.tell(mv.done))
	case mv.done != mv.arrive+unloading:
		c.report(b, unloadsIn, length(mv.done-mv.arrive), length(unloading))
	}
}

// loading is how long the movement loads and unloads, in minutes.
func (mv *movement) loading(m *sortie.Mission) (load, unload int64) {
	switch {
	case len(mv.src.Cargo) == 0:
		return 0, 0
	case mv.convoy:
		return int64(m.Convoy.FormUp), int64(m.Convoy.Disperse)
	case mv.kind != nil:
		return int64(mv.kind.Load), int64(mv.kind.Unload)
	}
	return 0, 0
}

func (c *checker) stops(mv *movement) {
	if len(mv.src.Stops) > 0 && mv.mode == sortie.Road {
		b := mv.breach(Times).figures(float64(len(mv.src.Stops)), 0, inStops)
		b.Place = short(mv.src.Stops[0].At)
		c.report(b, stopsByRoad, b.Place)
		return
	}
	if mv.kind == nil {
		return
	}
	for n := 1; n < len(mv.legs); n++ {
		arrives, departs := mv.legs[n-1].arrive, mv.legs[n].depart
		stands, least := departs-arrives, int64(mv.kind.Turnaround)
		if stands < least {
			b := c.where(mv.breach(Times), mv.legs[n].from, arrives).figures(float64(stands), float64(least), inMinutes)
			c.report(b, stopTooShort, b.Place, length(stands), length(least))
		}
	}
}

func (c *checker) travelTimes(mv *movement) {
	if mv.mode == sortie.Road && len(mv.legs) > 1 {
		return
	}
	for _, leg := range mv.legs {
		way := c.way(leg.from, leg.to)
		b := c.where(mv.breach(Times), leg.from, leg.depart)
		takes := leg.arrive - leg.depart
		switch {
		case !leg.route.why.IsZero():
			c.report(b, noWay, way, modeName(mv.mode), leg.route.why)
		case !leg.route.ok && takes < 0:
			c.report(b.figures(float64(takes), 0, inMinutes), arrivesBefore, length(-takes))
		case leg.route.ok && takes != leg.route.minutes:
			c.report(b.figures(float64(takes), float64(leg.route.minutes), inMinutes),
				takesOther, way, modeName(mv.mode), length(leg.route.minutes), length(takes))
		}
	}
}
