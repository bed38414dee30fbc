package bound

import "sortie/network"

// labels is how early, or how late, cargo can be somewhere: standing at a
// place, or aboard a lift of a fleet that has arrived there.
type labels struct {
	standing []network.Minute
	aboard   [][]network.Minute // by fleet, then place; nil for fleets that do not carry it
	leave    [][]network.Minute // of late ones: latest departure of a loaded lift from each place
	drive    []network.Minute   // of late ones: latest departure of a convoy
}

type spot struct {
	fleet int // standing where it is none
	place network.PlaceIndex
}

func (w *world) newLabels(r *rider, with network.Minute) *labels {
	l := &labels{standing: filled(len(w.n.Places), with), aboard: make([][]network.Minute, len(w.fleets))}
	for _, f := range r.fleets {
		l.aboard[f] = filled(len(w.n.Places), with)
	}
	return l
}

// work is a queue of spots, each in it at most once.
type work struct {
	queue  []spot
	in     []bool // by fleet, none first, and place
	places int
}

func (w *world) queue() *work {
	places := len(w.n.Places)
	return &work{in: make([]bool, (len(w.fleets)+1)*places), places: places}
}

func (q *work) number(s spot) int { return (s.fleet-network.None)*q.places + int(s.place) }

func (q *work) push(s spot) {
	if in := &q.in[q.number(s)]; !*in {
		*in = true
		q.queue = append(q.queue, s)
	}
}

func (q *work) pop() (spot, bool) {
	if len(q.queue) == 0 {
		return spot{}, false
	}
	s := q.queue[0]
	q.queue = q.queue[1:]
	q.in[q.number(s)] = false
	return s, true
}

// early completes labels from those that are set: the least minute at which
// cargo of the rider can be at every place.
func (w *world) early(r *rider, l *labels) {
	q := w.queue()
	for p := range l.standing {
		if l.standing[p] < network.Never {
			q.push(spot{network.None, network.PlaceIndex(p)})
		}
		for _, f := range r.fleets {
			if l.aboard[f][p] < network.Never {
				q.push(spot{f, network.PlaceIndex(p)})
			}
		}
	}
	for {
		s, more := q.pop()
		if !more {
			return
		}
		w.work += len(w.n.Places)
		if s.fleet != network.None {
			w.earlyAboard(r, l, s, q)
			continue
		}
		t := l.standing[s.place]
		if r.convoy != nil {
			form, disperse := network.Minute(w.n.Convoy.FormUp), network.Minute(w.n.Convoy.Disperse)
			for _, a := range r.convoy.out[s.place] {
				if d := a.leave(t + form); d < network.Never && d+a.minutes+disperse < l.standing[a.to] {
					l.standing[a.to] = d + a.minutes + disperse
					q.push(spot{network.None, a.to})
				}
			}
		}
		for _, i := range r.fleets {
			if f := w.fleets[i]; f.at[s.place] < network.Never {
				ready := max(max(t, f.at[s.place])+f.load(), f.at[s.place]+f.turnAt(s.place))
				w.fly(r, l, i, s.place, ready, q)
			}
		}
	}
}

func (w *world) earlyAboard(r *rider, l *labels, s spot, q *work) {
	f := w.fleets[s.fleet]
	t := l.aboard[s.fleet][s.place]
	if by := t + f.unload(); by < l.standing[s.place] {
		l.standing[s.place] = by
		q.push(spot{network.None, s.place})
	}
	if f.typ.Mode != network.Road {
		w.fly(r, l, s.fleet, s.place, t+f.turn(), q)
	}
}

// fly takes the legs that a loaded lift can begin from the minute on.
func (w *world) fly(r *rider, l *labels, i int, p network.PlaceIndex, ready network.Minute, q *work) {
	f := w.fleets[i]
	for _, a := range f.ways.out[p] {
		if a.tonnes < r.mass-1e-6 || ready+a.minutes >= l.aboard[i][a.to] {
			continue // too heavy, or no sooner even where it is always open
		}
		d := a.leave(ready)
		if d >= network.Never || d+a.minutes+f.unload() > f.Until || d+a.minutes >= l.aboard[i][a.to] {
			continue
		}
		l.aboard[i][a.to] = d + a.minutes
		q.push(spot{i, a.to})
	}
}

// late is how late cargo of the rider may be at every place to be unloaded at
// its destination by the minute.
func (w *world) late(r *rider, by network.Minute) *labels {
	l := w.newLabels(r, network.Past)
	l.leave = make([][]network.Minute, len(w.fleets))
	for _, f := range r.fleets {
		l.leave[f] = filled(len(w.n.Places), network.Past)
	}
	l.drive = filled(len(w.n.Places), network.Past)
	l.standing[r.to] = by
	q := w.queue()
	q.push(spot{network.None, r.to})
	raise := func(have *network.Minute, to network.Minute, s spot) {
		if to > *have {
			*have = to
			q.push(s)
		}
	}
	for {
		s, more := q.pop()
		if !more {
			return l
		}
		w.work += len(w.n.Places)
		if s.fleet != network.None {
			w.lateAboard(r, l, s, raise)
			continue
		}
		t := l.standing[s.place]
		if r.convoy != nil {
			form, disperse := network.Minute(w.n.Convoy.FormUp), network.Minute(w.n.Convoy.Disperse)
			for _, a := range r.convoy.in[s.place] {
				if d := a.leaveBy(t - disperse); d > network.Past {
					l.drive[a.from] = max(l.drive[a.from], d)
					raise(&l.standing[a.from], d-form, spot{network.None, a.from})
				}
			}
		}
		for _, i := range r.fleets {
			f := w.fleets[i]
			if len(f.ways.in[s.place]) > 0 {
				raise(&l.aboard[i][s.place], min(t, f.Until)-f.unload(), spot{i, s.place})
			}
		}
	}
}

func (w *world) lateAboard(r *rider, l *labels, s spot, raise func(have *network.Minute, to network.Minute, s spot)) {
	f := w.fleets[s.fleet]
	for _, a := range f.ways.in[s.place] {
		if a.tonnes < r.mass-1e-6 || l.aboard[s.fleet][s.place]-a.minutes <= l.leave[s.fleet][a.from] {
			continue // too heavy, or no later even where it is always open
		}
		d := a.leaveBy(l.aboard[s.fleet][s.place])
		if d <= l.leave[s.fleet][a.from] {
			continue
		}
		l.leave[s.fleet][a.from] = d
		raise(&l.standing[a.from], d-f.load(), spot{network.None, a.from})
		if f.typ.Mode != network.Road {
			raise(&l.aboard[s.fleet][a.from], d-f.turn(), spot{s.fleet, a.from})
		}
	}
}
