package bound

import (
	"fmt"

	"sortie/network"
)

// newBackbone is a smaller program for what is too large for newRelaxation:
// each part of the demand takes one movement by air, rail or sea. How early it
// can be where that begins, and how late where it ends, are the labels of the
// road, which is not looked at more closely; what can go by road all the way
// is left out. Its prices prove no less: they are tried on every way.
func newBackbone(w *world, d *priced, by, step network.Minute) (*relaxation, bool) {
	r := emptyRelaxation(w, d, by, step)
	r.pooling()
	groups := map[string]*haul{}
	var order []*haul
	for _, p := range d.parts {
		h := r.haul(p)
		switch {
		case h == nil:
			r.free += float64(p.points)
			continue
		case groups[h.key] == nil:
			groups[h.key] = h
			order = append(order, h)
			continue
		}
		have := groups[h.key]
		have.points += h.points
		for q := range have.early {
			have.early[q], have.late[q] = min(have.early[q], h.early[q]), max(have.late[q], h.late[q])
		}
	}
	for _, h := range order {
		row := r.lp.row(float64(h.points))
		tried := map[int]bool{}
		for _, f := range h.class.fleets {
			i, ok := r.of[f]
			if !ok || tried[i] || w.fleets[f].typ.Mode == network.Road {
				continue
			}
			tried[i] = true
			r.hauled(h, i, row)
			if r.full() {
				return nil, false
			}
		}
	}
	if !r.position() {
		return nil, false
	}
	r.wait(r.lift)
	return r, !r.full() && len(r.lp.Cost) > 0
}

// haul is demand of one class that can be at the same places as early, and
// has to be as late, by steps.
type haul struct {
	key         string
	class       *class
	points      int64
	early, late []network.Minute
}

// haul is a part's; nil where it needs nothing but the road, or may.
func (r *relaxation) haul(p *part) *haul {
	c := r.soonest(p)
	road := &rider{convoy: c.convoy, to: c.to}
	carried := false
	for _, f := range c.fleets {
		if r.w.fleets[f].typ.Mode == network.Road {
			road.fleets = append(road.fleets, f)
		} else {
			carried = true
		}
	}
	early := r.w.newLabels(road, network.Never)
	for _, s := range p.starts {
		early.standing[s.at] = min(early.standing[s.at], s.ready)
	}
	r.w.early(road, early)
	if !carried || early.standing[c.to] <= r.by {
		return nil
	}
	h := &haul{class: c, points: p.points, early: early.standing, late: r.w.late(road, r.by).standing}
	h.key = fmt.Sprintf("%v %t", c.fleets, c.people)
	for q := range h.early {
		if !r.w.n.Places[q].Handles[network.Air] && !r.w.n.Places[q].Handles[network.Rail] && !r.w.n.Places[q].Handles[network.Sea] {
			continue
		}
		if h.early[q] < r.by {
			h.key += fmt.Sprint(" ", q, "+", (h.early[q]-r.from)/r.step)
		}
		if h.late[q] > r.from {
			h.key += fmt.Sprint(" ", q, "-", (r.by-h.late[q])/r.step)
		}
	}
	return h
}

// soonest is the class of a part that can be at its destination first.
func (r *relaxation) soonest(p *part) *class {
	var best *class
	first := network.Never
	for _, k := range p.classes {
		c := r.d.classes[k]
		if at := p.entry.early.standing[c.to]; best == nil || at < first {
			best, first = c, at
		}
	}
	return best
}

// hauled adds the loads of one pool.
func (r *relaxation) hauled(h *haul, i int, row int32) {
	p := r.pools[i]
	l := r.d.carrier(r.w, p.fleets[0])
	if l == nil {
		return
	}
	for from, ways := range l.paths() {
		for to := range ways {
			way := &ways[to]
			if way.legs == nil || h.early[from] >= r.by || h.late[to] <= r.from {
				continue
			}
			r.each(max(h.early[from], p.earliest(r.w, network.PlaceIndex(from))), func(first network.Minute) (network.Minute, bool) {
				e, starts, arrives := r.load(-1, h.class, i, l, way, first)
				if arrives+p.unload() > min(h.late[to], p.Until) {
					return network.Never, false
				}
				r.lp.column(float64(l.points), append(e, lpEntry{row, float64(l.points)}))
				return starts, true
			})
		}
	}
}

// each calls add for the first minute of each step from the earliest on; it
// says when what it added really starts, and nothing more is added until then.
func (r *relaxation) each(earliest network.Minute, add func(first network.Minute) (starts network.Minute, ok bool)) {
	for t := earliest; t < r.by && !r.full(); {
		starts, ok := add(t)
		if !ok {
			return
		}
		t = r.from + ((max(starts, t)-r.from)/r.step+1)*r.step
	}
}
