package bound

import (
	"slices"

	"sortie/network"
)

// mostEntries is the most of a linear program's matrix.
const mostEntries = 8_000

// spread is rows of one thing at the ends of the steps.
type spread struct {
	rows        map[int]int32
	first, last int
}

// pool is fleets that differ in their base alone: one flow in the program.
type pool struct {
	fleets []int
	*lifts
}

// relaxation is the linear program of a demand by a minute: what could be
// delivered at the most, with flows of cargo and lifts over time. What happens
// between two ends of a step counts for both, in proportion.
type relaxation struct {
	w       *world
	d       *priced
	lp      *LP
	from    network.Minute
	by      network.Minute
	step    network.Minute
	steps   int
	pools   []*pool
	of      map[int]int // fleet → pool
	cargo   map[[2]int]*spread
	lift    map[[2]int]*spread
	teams   map[station][]int32
	runway  map[station][]int32
	headway map[network.PlaceIndex][]int32
	hours   map[int][]int32
	dates   map[int]int32
	free    float64 // points that are left out
}

// newRelaxation is the program at a step; false where it is too large.
func newRelaxation(w *world, d *priced, by, step network.Minute) (*relaxation, bool) {
	r := emptyRelaxation(w, d, by, step)
	r.pooling()
	for k, c := range d.classes {
		if !r.moves(k, c) {
			return nil, false
		}
	}
	r.supply()
	if !r.position() {
		return nil, false
	}
	r.wait(r.cargo)
	r.wait(r.lift)
	return r, len(r.lp.Value) <= mostEntries && len(r.lp.Cost) > 0
}

func emptyRelaxation(w *world, d *priced, by, step network.Minute) *relaxation {
	return &relaxation{w: w, d: d, lp: &LP{}, from: w.n.Start, by: by, step: step, steps: int((by - w.n.Start + step - 1) / step),
		of: map[int]int{}, cargo: map[[2]int]*spread{}, lift: map[[2]int]*spread{}, teams: map[station][]int32{}, runway: map[station][]int32{},
		headway: map[network.PlaceIndex][]int32{}, hours: map[int][]int32{}, dates: map[int]int32{}}
}

func (r *relaxation) full() bool { return len(r.lp.Value) > mostEntries }

func (r *relaxation) pooling() {
	for i, f := range r.w.fleets {
		if f.Count <= 0 {
			continue
		}
		same := slices.IndexFunc(r.pools, func(p *pool) bool {
			g := p.lifts
			if f.Type != g.Type || f.Nation != g.Nation || f.From != g.From || f.Until != g.Until || f.PerDay != g.PerDay {
				return false
			}
			return !slices.ContainsFunc(r.d.classes, func(c *class) bool {
				return slices.Contains(c.fleets, i) != slices.Contains(c.fleets, p.fleets[0])
			})
		})
		if same < 0 {
			same = len(r.pools)
			r.pools = append(r.pools, &pool{lifts: f})
		}
		r.of[i] = same
		r.pools[same].fleets = append(r.pools[same].fleets, i)
	}
}

// at is the entries of an amount at a minute in the rows of one thing.
func (r *relaxation) at(in map[[2]int]*spread, key [2]int, t network.Minute, amount float64) []lpEntry {
	s := in[key]
	if s == nil {
		s = &spread{rows: map[int]int32{}, first: r.steps, last: -1}
		in[key] = s
	}
	k := int(max(t-r.from, 0) / r.step)
	part := float64(max(t-r.from, 0)%r.step) / float64(r.step)
	if k >= r.steps {
		k, part = r.steps, 0
	}
	out := []lpEntry{{r.end(s, k), amount * (1 - part)}}
	if part > 0 {
		out = append(out, lpEntry{r.end(s, k+1), amount * part})
	}
	return out
}

func (r *relaxation) end(s *spread, k int) int32 {
	row, ok := s.rows[k]
	if !ok {
		row = r.lp.row(0)
		s.rows[k] = row
		s.first, s.last = min(s.first, k), max(s.last, k)
	}
	return row
}

// server is the entries of a use of a server from one minute to another.
func (r *relaxation) server(rows []int32, from, to network.Minute, amount float64) []lpEntry {
	var out []lpEntry
	for k, row := range rows {
		begin := r.from + network.Minute(k)*r.step
		if part := min(to, begin+r.step) - max(from, begin); part > 0 {
			out = append(out, lpEntry{row, amount * float64(part)})
		}
	}
	return out
}

func (r *relaxation) rows(each float64) []int32 {
	out := make([]int32, r.steps)
	for k := range out {
		out[k] = r.lp.row(each)
	}
	return out
}

func (r *relaxation) team(s station) []int32 {
	rows, ok := r.teams[s]
	if working := r.w.n.Places[s.place].Working[s.mode]; !ok && working < network.Unlimited {
		rows = r.rows(float64(max(working, 0)) * float64(r.step))
		r.teams[s] = rows
	}
	return rows
}

// use is the entries of a landing or departure.
func (r *relaxation) use(p network.PlaceIndex, mode network.ModeIndex, t network.Minute) []lpEntry {
	interval := network.Minute(r.w.n.Places[p].Interval[mode])
	if interval <= 0 {
		return nil
	}
	s := station{p, mode}
	if r.runway[s] == nil {
		r.runway[s] = r.rows(float64(r.step))
	}
	return r.server(r.runway[s], t, t+interval, 1)
}

// underWay is the entries of a leg in the hours of its lift.
func (r *relaxation) underWay(i int, from, to network.Minute) []lpEntry {
	p := r.pools[i]
	if p.PerDay >= 24*60 || p.PerDay <= 0 {
		return nil
	}
	const day = 24 * 60
	if r.hours[i] == nil {
		count := 0
		for _, f := range p.fleets {
			count += r.w.fleets[f].Count
		}
		for t := r.from; t < r.by; t += day {
			r.hours[i] = append(r.hours[i], r.lp.row(float64(count)*float64(min(network.Minute(p.PerDay), r.by-t+1))))
		}
	}
	var out []lpEntry
	for k, row := range r.hours[i] {
		begin := r.from + network.Minute(k)*day
		if part := min(to, begin+day) - max(from, begin); part > 0 {
			out = append(out, lpEntry{row, float64(part)})
		}
	}
	return out
}

// leaving is the entries of so many points that leave the theatre.
func (r *relaxation) leaving(c *class, p, q network.PlaceIndex, t network.Minute, points float64) []lpEntry {
	n := r.w.n
	if !c.people || n.PeoplePerDay >= network.Unlimited || !n.Places[p].Host || n.Places[q].Host {
		return nil
	}
	date, _ := n.Day(p, t)
	row, ok := r.dates[date]
	if !ok {
		row = r.lp.row(float64(max(n.PeoplePerDay, 0)) * float64(r.d.each[network.People]))
		r.dates[date] = row
	}
	return []lpEntry{{row, points}}
}

// supply puts the demand where it begins.
func (r *relaxation) supply() {
	for _, p := range r.d.parts {
		row := r.lp.row(float64(p.points))
		for _, s := range p.starts {
			for _, k := range p.classes {
				if s.ready < r.by {
					r.lp.column(0, append(r.at(r.cargo, [2]int{k, int(s.at)}, s.ready, -1), lpEntry{row, 1}))
				}
			}
		}
	}
}

// position lets lifts begin wherever they can be, and fly empty from where
// they unload to where they load.
func (r *relaxation) position() bool {
	loads := map[int][]int{}
	for i, p := range r.pools {
		for q := range r.w.n.Places {
			if r.lift[[2]int{i, q}] != nil {
				loads[i] = append(loads[i], q)
			}
		}
		for _, f := range p.fleets {
			row := r.lp.row(float64(r.w.fleets[f].Count))
			for _, q := range loads[i] {
				if at := r.w.fleets[f].at[q]; at < r.by {
					r.lp.column(0, append(r.at(r.lift, [2]int{i, q}, max(at, r.from), -1), lpEntry{row, 1}))
				}
			}
		}
	}
	for i, p := range r.pools {
		for _, q := range loads[i] {
			for _, a := range p.ways.out[q] {
				if r.lift[[2]int{i, int(a.to)}] == nil {
					continue
				}
				for k := range r.steps {
					begin := r.from + network.Minute(k)*r.step
					t := a.leave(max(begin, p.at[q]))
					arrives := t + a.minutes
					if t >= begin+r.step || arrives > min(p.Until, r.by) {
						continue
					}
					e := r.at(r.lift, [2]int{i, q}, t, 1)
					e = append(e, r.at(r.lift, [2]int{i, int(a.to)}, arrives+max(0, p.turn()-p.load()), -1)...)
					e = append(append(e, r.use(a.from, p.typ.Mode, t)...), r.use(a.to, p.typ.Mode, arrives)...)
					r.lp.column(0, append(e, r.underWay(i, t, arrives)...))
				}
				if r.full() {
					return false
				}
			}
		}
	}
	return true
}

// wait lets what stands somewhere stand there later.
func (r *relaxation) wait(in map[[2]int]*spread) {
	keys := make([][2]int, 0, len(in))
	for key := range in {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	for _, key := range keys {
		s := in[key]
		for k, last := s.first, s.last; k < last; k++ {
			r.lp.column(0, []lpEntry{{r.end(s, k), 1}, {r.end(s, k+1), -1}})
		}
	}
}
