package bound

import "sortie/network"

// times is a product, or much where it is more: less than it is, never no way.
func times(a, b int64) int64 {
	if a > 0 && b > much/a {
		return much
	}
	return a * b
}

func (m *market) blank() [][]int64 {
	out := make([][]int64, len(m.w.n.Places))
	for p := range out {
		out[p] = make([]int64, m.n)
		for t := range out[p] {
			out[p][t] = noWay
		}
	}
	return out
}

// fares is the least that a point of a class still pays from each place and
// minute. It goes back through the minutes: what is left to pay at each is
// known once that of all later ones is.
func (m *market) fares(c *class) [][]int64 {
	person := c.people && len(m.p.dates) > 0
	var carriers []*carrier
	for _, i := range c.fleets {
		if l := m.demand.carrier(m.w, i); l != nil {
			carriers = append(carriers, l)
		}
	}
	for _, l := range carriers {
		l.ways, l.teams = m.passages(l.fleet), make([][]int64, len(m.w.n.Places))
		for p := range l.teams {
			l.teams[p] = m.teams[station{network.PlaceIndex(p), l.typ.Mode}]
		}
		l.aboard, l.loaded = m.blank(), m.blank()
		if l.rested = l.loaded; person {
			l.rested = m.blank()
		}
	}
	fares := m.blank()
	var roads [][]passage
	if c.convoy != nil {
		roads = make([][]passage, len(fares))
		for p, arcs := range c.convoy.out {
			for _, a := range arcs {
				roads[p] = append(roads[p], passage{a, int(a.minutes), m.open(a.departing), m.open(a.arriving), nil, nil, nil})
			}
		}
	}
	for t := m.n - 1; t >= 0; t-- {
		for _, l := range carriers {
			m.depart(l, t, person)
		}
		for p := range fares {
			best := noWay
			switch {
			case network.PlaceIndex(p) == c.to:
				best = 0
			case t+1 < m.n:
				best = fares[p][t+1]
			}
			for _, l := range carriers {
				best = min(best, m.load(l, p, t))
			}
			if roads != nil {
				best = min(best, m.drive(fares, roads[p], t, person))
			}
			fares[p][t] = best
		}
		for _, l := range carriers {
			m.arrive(l, fares, t)
		}
	}
	for _, l := range carriers {
		l.aboard, l.loaded, l.rested = nil, nil, nil
	}
	return fares
}

// load is what a point pays that is loaded at the minute, its lift given up.
func (m *market) load(l *carrier, p, t int) int64 {
	ready := t + int(l.load())
	if m.from+network.Minute(t) < l.at[p] || ready >= m.n || l.loaded[p][ready] >= noWay {
		return noWay
	}
	pays := m.worth[l.fleet][p][t] + m.span(l.teams[p], t, ready) + l.loaded[p][ready]
	if pays < 0 {
		return -((-pays + l.points - 1) / l.points)
	}
	return min(pays/l.points, much)
}

// depart is what a loaded lift pays that waits at a place. Which date counts
// for people who leave the theatre is known for a movement's first departure
// alone; after a stop nothing is paid, and what was paid is given back to who
// returns from a stop outside.
func (m *market) depart(l *carrier, t int, person bool) {
	hosts := m.w.n.Places
	for p, ways := range l.ways {
		first, on := noWay, noWay
		if t+1 < m.n {
			first, on = l.loaded[p][t+1], l.rested[p][t+1]
		}
		for k := range ways {
			a := &ways[k]
			at := t + a.takes
			if at >= m.n || l.aboard[a.to][at] >= noWay {
				continue
			}
			costs, ok := a.costs(t)
			if !ok {
				continue
			}
			pays := l.aboard[a.to][at] + costs
			if !person {
				first = min(first, pays, much)
				continue
			}
			first = min(first, pays+times(l.points, m.leaving(a.arc, t)), much)
			if !hosts[a.from].Host && hosts[a.to].Host {
				pays -= times(l.points, m.dearest)
			}
			on = min(on, pays, much)
		}
		l.loaded[p][t] = first
		if person {
			l.rested[p][t] = on
		}
	}
}

// arrive is what a loaded lift pays that arrives at the minute: to be
// unloaded, less what it is worth then; or to go on after a stop.
func (m *market) arrive(l *carrier, fares [][]int64, t int) {
	unload := int(l.unload())
	for p := range l.aboard {
		best := noWay
		if done := t + unload; done < m.n && m.from+network.Minute(done) <= l.Until && fares[p][done] < noWay {
			left := int64(0)
			if free := t + max(unload, int(l.turn()-l.load())); free < m.n {
				left = m.worth[l.fleet][p][free]
			}
			best = min(times(l.points, fares[p][done])+m.span(l.teams[p], t, done)-left, much)
		}
		if on := t + int(l.turn()); l.typ.Mode != network.Road && on < m.n {
			best = min(best, l.rested[p][on])
		}
		l.aboard[p][t] = best
	}
}

// drive is what a point pays that forms up at the minute and drives.
func (m *market) drive(fares [][]int64, ways []passage, t int, person bool) int64 {
	best := noWay
	c := &m.w.n.Convoy
	for k := range ways {
		a := &ways[k]
		d := t + int(c.FormUp)
		done := d + a.takes + int(c.Disperse)
		if done >= m.n || fares[a.to][done] >= best {
			continue
		}
		if _, ok := a.costs(d); !ok {
			continue
		}
		pays := fares[a.to][done] + m.span(m.headway[a.from], d, d+int(c.Headway))/m.demand.column
		if person {
			pays += m.leaving(a.arc, d)
		}
		best = min(best, pays, much)
	}
	return best
}
