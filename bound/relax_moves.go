package bound

import (
	"slices"

	"sortie/network"
)

// path is the legs of a movement, from where it is loaded to where it is
// unloaded.
type path struct {
	legs   []*arc
	length network.Minute
}

// paths is the quickest ways of a carrier, with stops where they are needed.
func (l *carrier) paths() [][]path {
	n := len(l.lifts.ways.out)
	out := make([][]path, n)
	for p := range out {
		out[p] = make([]path, n)
		for _, a := range l.lifts.ways.out[p] {
			if have := &out[p][a.to]; have.legs == nil || a.minutes < have.length {
				*have = path{[]*arc{a}, a.minutes}
			}
		}
	}
	if l.typ.Mode == network.Road {
		return out
	}
	for by := range n {
		for p := range n {
			for q := range n {
				a, b, have := &out[p][by], &out[by][q], &out[p][q]
				if p == q || a.legs == nil || b.legs == nil || by == p || by == q {
					continue
				}
				if length := a.length + l.turn() + b.length; have.legs == nil || length < have.length {
					*have = path{slices.Concat(a.legs, b.legs), length}
				}
			}
		}
	}
	return out
}

// moves adds the loads and convoys of a class that bring it nearer to where it
// goes; false where they become too many.
func (r *relaxation) moves(k int, c *class) bool {
	late := r.w.lateBy(c.rider, r.by).standing
	nearer := func(p, q network.PlaceIndex, takes network.Minute) bool {
		if late[p] <= network.Past || late[q] <= late[p] {
			return false
		}
		left, then := r.by-late[p], r.by-late[q]
		return takes+then <= left+left/3+60
	}
	tried := map[int]bool{}
	for _, f := range c.fleets {
		if i := r.of[f]; !tried[i] {
			tried[i] = true
			if !r.lifted(k, c, i, late, nearer) {
				return false
			}
		}
	}
	if c.convoy != nil {
		r.driven(k, c, late, nearer)
	}
	return !r.full()
}

func (r *relaxation) lifted(k int, c *class, i int, late []network.Minute, nearer func(p, q network.PlaceIndex, takes network.Minute) bool) bool {
	p := r.pools[i]
	l := r.d.carrier(r.w, p.fleets[0])
	if l == nil {
		return true
	}
	for from, ways := range l.paths() {
		for to := range ways {
			way := &ways[to]
			if c.early[from] < r.by && way.legs != nil && nearer(network.PlaceIndex(from), network.PlaceIndex(to), p.load()+way.length+p.unload()) {
				r.loads(k, c, i, l, way, late)
			}
			if r.full() {
				return false
			}
		}
	}
	return true
}

// loads adds one load for each step in which it can begin.
func (r *relaxation) loads(k int, c *class, i int, l *carrier, way *path, late []network.Minute) {
	p := r.pools[i]
	from, to := way.legs[0].from, way.legs[len(way.legs)-1].to
	r.each(max(c.early[from], p.earliest(r.w, from)), func(first network.Minute) (network.Minute, bool) {
		e, starts, arrives := r.load(k, c, i, l, way, first)
		done := arrives + p.unload()
		if done > min(late[to], p.Until) {
			return network.Never, false
		}
		cost := 0.0
		if to == c.to {
			cost = float64(l.points)
		} else {
			e = append(e, r.at(r.cargo, [2]int{k, int(to)}, done, -float64(l.points))...)
		}
		r.lp.column(cost, e)
		return starts, true
	})
}

func (p *pool) earliest(w *world, at network.PlaceIndex) network.Minute {
	first := network.Never
	for _, f := range p.fleets {
		first = min(first, w.fleets[f].at[at])
	}
	return first
}

// load is a load that begins at the minute or as late as it may without
// arriving later.
func (r *relaxation) load(k int, c *class, i int, l *carrier, way *path, first network.Minute) (e []lpEntry, starts, arrives network.Minute) {
	p, mode := r.pools[i], l.typ.Mode
	t := way.legs[0].leave(first + p.load())
	if first >= network.Never || t >= network.Never {
		return nil, network.Never, network.Never
	}
	starts = t - p.load()
	from := way.legs[0].from
	points := float64(l.points)
	if k >= 0 {
		e = r.at(r.cargo, [2]int{k, int(from)}, starts, points)
	}
	e = append(e, r.at(r.lift, [2]int{i, int(from)}, starts, 1)...)
	e = append(e, r.server(r.team(station{from, mode}), starts, t, 1)...)
	for n, a := range way.legs {
		if n > 0 {
			t = a.leave(arrives + p.turn())
		}
		if t >= network.Never {
			return nil, network.Never, network.Never
		}
		arrives = t + a.minutes
		e = append(append(e, r.use(a.from, mode, t)...), r.use(a.to, mode, arrives)...)
		e = append(e, r.underWay(i, t, arrives)...)
		if n == 0 {
			e = append(e, r.leaving(c, a.from, way.legs[len(way.legs)-1].to, t, points)...)
		}
	}
	to := way.legs[len(way.legs)-1].to
	e = append(e, r.server(r.team(station{to, mode}), arrives, arrives+p.unload(), 1)...)
	e = append(e, r.at(r.lift, [2]int{i, int(to)}, arrives+max(p.unload(), p.turn()-p.load()), -1)...)
	return e, starts, arrives
}

// driven adds one convoy for each step in which it can form up.
func (r *relaxation) driven(k int, c *class, late []network.Minute, nearer func(p, q network.PlaceIndex, takes network.Minute) bool) {
	form, disperse := network.Minute(r.w.n.Convoy.FormUp), network.Minute(r.w.n.Convoy.Disperse)
	gap := network.Minute(r.w.n.Convoy.Headway)
	points := float64(r.d.column)
	for from, arcs := range c.convoy.out {
		for _, a := range arcs {
			if c.early[from] >= r.by || !nearer(a.from, a.to, form+a.minutes+disperse) {
				continue
			}
			r.each(c.early[from], func(first network.Minute) (network.Minute, bool) {
				t := a.leave(first + form)
				done := t + a.minutes + disperse
				if done > late[a.to] {
					return network.Never, false
				}
				e := r.at(r.cargo, [2]int{k, from}, t-form, points)
				if gap > 0 {
					if r.headway[a.from] == nil {
						r.headway[a.from] = r.rows(float64(r.step))
					}
					e = append(e, r.server(r.headway[a.from], t, t+gap, 1)...)
				}
				e = append(e, r.leaving(c, a.from, a.to, t, points)...)
				cost := 0.0
				if a.to == c.to {
					cost = points
				} else {
					e = append(e, r.at(r.cargo, [2]int{k, int(a.to)}, done, -points)...)
				}
				r.lp.column(cost, e)
				return t - form, true
			})
		}
	}
}
