package bound

import (
	"math/big"

	"sortie/network"
)

// Limits of what is priced; check has the same.
const (
	mostPrice   = int64(1e12)       // a minute
	mostWorth   = int64(1e15)       // of a lift
	mostMinutes = 60_000            // from the start to the closure
	mostCells   = 20_000_000        // minutes times places times carriers
	mostLooked  = int64(50_000_000) // legs times minutes, of all demand
	noWay       = int64(1) << 60    // what has no way in time pays
	much        = noWay - 1         // stands for all that costs as much or more
	mostClasses = 3                 // payloads of a fleet that are told apart
)

// station is a place with a mode.
type station struct {
	place network.PlaceIndex
	mode  network.ModeIndex
}

// prices is what each resource costs: by step, day or date, in whole units of
// which a point is worth scale. A lift's worth stands at the ends of the steps,
// with straight lines between.
type prices struct {
	step    network.Minute
	teams   map[station][]int64
	runway  map[station][]int64
	headway map[network.PlaceIndex][]int64
	hours   map[int][]int64 // by fleet, each 24 hours from the start
	dates   map[int]int64
	worth   map[[2]int][]int64 // by fleet and place
}

// market is prices laid out by minute, from the start to a minute by which
// everything has to be delivered.
type market struct {
	w       *world
	demand  *priced
	p       *prices
	from    network.Minute
	n       int
	budget  *big.Int
	teams   map[station][]int64 // price of all minutes before; one more than there are minutes
	runway  map[station][]int64
	headway map[network.PlaceIndex][]int64
	hours   map[int][]int64
	leaves  [][]int64 // by place and minute, what the date costs a point
	dearest int64
	worth   [][][]int64
	gates   map[*network.Calendar][]bool
	landing map[station][]int64
	known   [][][]passage // by fleet and place
}

func newMarket(w *world, d *priced, p *prices, by network.Minute) *market {
	m := &market{w: w, demand: d, p: p, from: w.n.Start, n: int(by-w.n.Start) + 1, budget: new(big.Int),
		teams: map[station][]int64{}, runway: map[station][]int64{}, headway: map[network.PlaceIndex][]int64{}, hours: map[int][]int64{},
		leaves: make([][]int64, len(w.n.Places)), gates: map[*network.Calendar][]bool{},
		landing: map[station][]int64{}, known: make([][][]passage, len(w.fleets))}
	for s, list := range p.teams {
		m.teams[s] = m.lay(list, p.step)
		m.spend(w.n.Places[s.place].Working[s.mode], m.teams[s][m.n])
	}
	for s, list := range p.runway {
		m.runway[s] = m.lay(list, p.step)
		m.spend(1, m.runway[s][m.n])
	}
	for at, list := range p.headway {
		m.headway[at] = m.lay(list, p.step)
		m.spend(1, m.headway[at][m.n])
	}
	for i, list := range p.hours {
		m.hours[i] = m.lay(list, 24*60)
		for first := 0; first < m.n; first += 24 * 60 {
			last := min(first+24*60, m.n)
			f := w.fleets[i]
			m.spend(f.Count*min(f.PerDay, last-first), m.hours[i][first+1]-m.hours[i][first])
		}
	}
	for _, price := range p.dates {
		m.dearest = max(m.dearest, price)
		m.spend(max(w.n.PeoplePerDay, 0)*int(d.each[network.People]), price)
	}
	m.worth = make([][][]int64, len(w.fleets))
	for i := range w.fleets {
		m.worth[i] = make([][]int64, len(w.n.Places))
		for at := range m.worth[i] {
			m.worth[i][at] = m.draw(p.worth[[2]int{i, at}])
		}
		m.close(i)
	}
	return m
}

func (m *market) spend(capacity int, of int64) {
	m.budget.Add(m.budget, new(big.Int).Mul(big.NewInt(int64(capacity)), big.NewInt(of)))
}

// lay is the price of all minutes before each.
func (m *market) lay(list []int64, step network.Minute) []int64 {
	out := make([]int64, m.n+1)
	for t := range m.n {
		out[t+1] = out[t]
		if k := t / int(step); k < len(list) {
			out[t+1] += list[k]
		}
	}
	return out
}

// draw lays a worth out, with straight lines between the ends of the steps.
func (m *market) draw(list []int64) []int64 {
	out := make([]int64, m.n)
	for t := range out {
		if len(list) == 0 {
			break
		}
		k, rest, step := t/int(m.p.step), int64(t%int(m.p.step)), int64(m.p.step)
		if k+1 >= len(list) {
			out[t] = list[len(list)-1]
			continue
		}
		rise := list[k+1] - list[k]
		out[t] = list[k] + rise/step*rest + rise%step*rest/step
	}
	return out
}

// span is what a server costs from one minute to before another.
func (m *market) span(total []int64, from, to int) int64 {
	if total == nil {
		return 0
	}
	return total[min(max(to, 0), m.n)] - total[min(max(from, 0), m.n)]
}

// uses is what a landing or departure costs at each minute; nil for nothing.
func (m *market) uses(p network.PlaceIndex, mode network.ModeIndex) []int64 {
	s := station{p, mode}
	total := m.runway[s]
	if total != nil && m.landing[s] == nil {
		m.landing[s] = make([]int64, m.n)
		for t := range m.n {
			m.landing[s][t] = m.span(total, t, t+m.w.n.Places[p].Interval[mode])
		}
	}
	return m.landing[s]
}

// open is at which minutes something may depart or arrive.
func (m *market) open(c *network.Calendar) []bool {
	list, ok := m.gates[c]
	if !ok {
		list = make([]bool, m.n)
		c.Spans(func(from, to network.Minute) bool {
			for t := max(from, m.from); t <= min(to, m.from+network.Minute(m.n)-1); t++ {
				list[t-m.from] = true
			}
			return true
		})
		m.gates[c] = list
	}
	return list
}

// close raises what lifts are worth until none gains by waiting or by flying
// empty, and adds them to what there is to spend.
func (m *market) close(i int) {
	f := m.w.fleets[i]
	if f.Count <= 0 {
		return
	}
	late, ways := max(0, int(f.turn()-f.load())), m.passages(i)
	for t := m.n - 1; t >= 0; t-- {
		for p, worth := range m.worth[i] {
			if t+1 < m.n {
				worth[t] = max(worth[t], worth[t+1])
			}
			if m.from+network.Minute(t) < f.at[p] {
				continue
			}
			for k := range ways[p] {
				way := &ways[p][k]
				at := t + way.takes
				if at+late >= m.n || m.from+network.Minute(at) > f.Until || m.worth[i][way.to][at+late] <= worth[t] {
					continue
				}
				if costs, ok := way.costs(t); ok {
					worth[t] = max(worth[t], m.worth[i][way.to][at+late]-costs)
				}
			}
		}
	}
	most := int64(0)
	for p, worth := range m.worth[i] {
		if first := max(int(f.at[p]-m.from), 0); first < m.n {
			most = max(most, worth[first])
		}
	}
	m.spend(f.Count, most)
}

// leaving is what the date costs a point of people who leave the theatre.
func (m *market) leaving(a *arc, t int) int64 {
	n := m.w.n
	if len(m.p.dates) == 0 || !n.Places[a.from].Host || n.Places[a.to].Host {
		return 0
	}
	if m.leaves[a.from] == nil {
		list := make([]int64, m.n)
		for at := 0; at < m.n; {
			date, next := n.Day(a.from, m.from+network.Minute(at))
			for end := max(int(next-m.from), at+1); at < min(end, m.n); at++ {
				list[at] = m.p.dates[date]
			}
		}
		m.leaves[a.from] = list
	}
	return m.leaves[a.from][t]
}

// cost is what it costs at least to bring all of the demand to where it goes.
func (m *market) cost() *big.Int {
	made := make([][][]int64, len(m.demand.classes))
	for i, c := range m.demand.classes {
		made[i] = m.fares(c)
	}
	total := new(big.Int)
	for _, d := range m.demand.parts {
		least := noWay
		for _, s := range d.starts {
			if t := max(int(s.ready-m.from), 0); t < m.n {
				for _, c := range d.classes {
					least = min(least, made[c][s.at][t])
				}
			}
		}
		total.Add(total, new(big.Int).Mul(big.NewInt(d.points), big.NewInt(least)))
	}
	return total
}

// proves reports whether the prices prove that not everything is delivered by
// the minute.
func (d *priced) proves(w *world, p *prices, by network.Minute) bool {
	m := newMarket(w, d, p, by)
	return m.cost().Cmp(m.budget) > 0
}

// carrier is a fleet with loads of so many points, and the legs it may go on.
type carrier struct {
	*lifts
	fleet  int
	points int64
	ways   [][]passage
	teams  [][]int64 // by place
	aboard [][]int64 // least that a loaded lift still pays: arrived,
	loaded [][]int64 // waiting to depart for the first time,
	rested [][]int64 // or after a stop
}

// carrier is a fleet's, with the most that one load of it counts on any leg;
// none where it carries nothing that counts.
func (d *priced) carrier(w *world, i int) *carrier {
	if found, ok := d.known[i]; ok {
		return found
	}
	f := w.fleets[i]
	most := 0.0
	for _, arcs := range f.ways.out {
		for _, a := range arcs {
			most = max(most, a.tonnes)
		}
	}
	c := &carrier{lifts: f, fleet: i, points: w.capacity(f.typ, most, d.cut.carried(i, d.cut.all()))}
	if c.points <= 0 {
		c = nil
	}
	d.known[i] = c
	return c
}

// passage is a leg with what it costs at each minute.
type passage struct {
	*arc
	takes        int
	open, ends   []bool  // it may depart; it may arrive
	leave, lands []int64 // the runway
	hours        []int64
}

// passages is a fleet's, by place.
func (m *market) passages(i int) [][]passage {
	if m.known[i] == nil {
		f := m.w.fleets[i]
		m.known[i] = make([][]passage, len(f.ways.out))
		for p, arcs := range f.ways.out {
			for _, a := range arcs {
				m.known[i][p] = append(m.known[i][p], passage{a, int(a.minutes), m.open(a.departing), m.open(a.arriving),
					m.uses(a.from, f.typ.Mode), m.uses(a.to, f.typ.Mode), m.hours[i]})
			}
		}
	}
	return m.known[i]
}

// costs is what the leg costs that departs at the minute; false where it may not.
func (p *passage) costs(t int) (int64, bool) {
	at := t + p.takes
	if !p.open[t] || !p.ends[at] {
		return 0, false
	}
	costs := int64(0)
	if p.leave != nil {
		costs += p.leave[t]
	}
	if p.lands != nil {
		costs += p.lands[at]
	}
	if p.hours != nil {
		costs += p.hours[at] - p.hours[t]
	}
	return costs, true
}
