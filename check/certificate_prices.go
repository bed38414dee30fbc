package check

import (
	"math/big"
	"slices"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// pricing is a relaxation's dual values: what a minute of each resource costs,
// and what a lift is worth that stands free at a place.
type pricing struct {
	From    time.Time     `json:"from"`
	Step    int64         `json:"step"` // minutes
	Servers []serverPrice `json:"servers"`
	Lifts   []liftWorth   `json:"lifts"`
}

// serverPrice is the price of one resource from each step, or day, on.
type serverPrice struct {
	Resource string           `json:"resource"`
	Place    string           `json:"place"`
	Mode     sortie.Mode      `json:"mode"`
	Fleet    string           `json:"fleet"`
	Prices   [][2]int64       `json:"prices"` // from which step on, how much
	Days     map[string]int64 `json:"days"`   // of people_per_day: date → how much
}

// liftWorth is what a lift of the fleet is worth at the place, from step to
// step in a straight line.
type liftWorth struct {
	Fleet string     `json:"fleet"`
	Place string     `json:"place"`
	Worth [][2]int64 `json:"worth"`
}

// Limits of what is priced, so that no sum overflows and no certificate takes
// long: a price a minute, a worth, the minutes, and the legs looked at.
const (
	mostPrice  = int64(1e12)
	mostWorth  = int64(1e15)
	mostSteps  = int64(20000)
	mostMinute = int64(60000)
	mostCells  = int64(20_000_000)
	mostLooked = int64(1_000_000_000)
	noWayAtAll = int64(1) << 60
	much       = noWayAtAll - 1 // stands for all that costs as much or more
)

// market is the prices of a certificate laid out by minute, from the start of
// the operation to the minute before the closure that it proves.
type market struct {
	*border
	from, until int64 // minutes; n = until − from + 1
	n           int
	budget      *big.Int
	teams       map[server][]int64 // price of all minutes before; one more than there are minutes
	runway      map[server][]int64
	headway     map[int][]int64
	hours       map[int][]int64
	days        map[string]int64
	dearest     int64       // of the days
	worth       [][][]int64 // by fleet and place, by minute
	leaves      [][]int64   // what a departure from each place costs a point by its day; empty until asked for
	column      int64       // points of a convoy
	gates       map[*access][]bool
	landing     map[server][]int64
	legs        [][][]costed // by fleet and place
	looked      int64
}

type server struct {
	place int
	mode  sortie.Mode
}

// priced is what the resources cost in all, and what it costs at least to
// bring all of the demand to where it goes by the minute. Where the second is
// more than the first, no plan does.
func (w *prover) priced(cert *certificate, parties []*party, by int64) (budget, cost *big.Int, err error) {
	if cert.Prices == nil || len(cert.Inside) > 0 {
		return nil, nil, lang.Err(pricesAlone)
	}
	r, err := w.region(&cert.certifiedPart)
	if err != nil {
		return nil, nil, err
	}
	b := w.newBorder()
	b.parts = []*region{r}
	for _, p := range parties {
		if r.each[p.kind] == 0 {
			return nil, nil, lang.Err(countNothing, w.nameOf(p.kind))
		}
		b.take(p, r)
	}
	if b.total != cert.Total || b.total >= boundless {
		return nil, nil, lang.Err(demandCounts, b.total, cert.Total)
	}
	m := &market{border: b, from: w.start, until: by, n: int(by - w.start + 1), budget: new(big.Int),
		teams: map[server][]int64{}, runway: map[server][]int64{}, headway: map[int][]int64{}, hours: map[int][]int64{},
		days: map[string]int64{}, leaves: make([][]int64, len(w.places)), column: max(b.convoyLoad(), 1), gates: map[*access][]bool{}, landing: map[server][]int64{}, legs: make([][][]costed, len(w.fleets))}
	if m.n < 1 || int64(m.n) > mostMinute || int64(m.n)*int64(len(w.places))*int64(len(w.fleets)+1) > mostCells {
		return nil, nil, lang.Err(timeSpan)
	}
	if err := m.read(cert.Prices); err != nil {
		return nil, nil, err
	}
	cost, err = m.cost()
	return m.budget, cost, err
}

// read lays out the prices and adds up what all of each resource costs.
func (m *market) read(p *pricing) error {
	if minute(p.From) != m.from || p.Step < 1 || p.Step > mostMinute {
		return lang.Err(priceStep)
	}
	for i := range p.Servers {
		if err := m.readServer(&p.Servers[i], p.Step); err != nil {
			return err
		}
	}
	m.worth = make([][][]int64, len(m.prover.fleets))
	for f := range m.worth {
		m.worth[f] = make([][]int64, len(m.places))
		for q := range m.worth[f] {
			m.worth[f][q] = make([]int64, m.n)
		}
	}
	for i := range p.Lifts {
		l := &p.Lifts[i]
		f, at := lookup(m.fleetOf, l.Fleet), lookup(m.placeOf, l.Place)
		if f < 0 || at < 0 {
			return lang.Err(noFleetOrPlace, quote(l.Fleet), quote(l.Place))
		}
		if err := ascending(l.Worth, mostWorth); err != nil {
			return err
		}
		m.draw(m.worth[f][at], l.Worth, p.Step)
	}
	for f := range m.prover.fleets {
		m.close(f)
	}
	return nil
}

func ascending(list [][2]int64, most int64) error {
	before := int64(-1)
	for _, e := range list {
		if e[0] <= before || e[0] > mostSteps || e[1] < 0 || e[1] > most {
			return lang.Err(priceOrder)
		}
		before = e[0]
	}
	return nil
}

// readServer lays out one resource's price. A resource that has no limit
// cannot have one.
func (m *market) readServer(s *serverPrice, step int64) error {
	at := lookup(m.placeOf, s.Place)
	spend := func(capacity, of int64) {
		m.budget.Add(m.budget, new(big.Int).Mul(big.NewInt(capacity), big.NewInt(of)))
	}
	if s.Resource == "people_per_day" {
		most := m.mission.Operation.Drawdown.PeoplePerDay
		if most == nil || len(m.days) > 0 || len(s.Days) > int(mostSteps) {
			return lang.Err(dayPrice)
		}
		for date, price := range s.Days {
			if price < 0 || price > mostPrice {
				return lang.Err(priceOrder)
			}
			m.days[date] = price
			m.dearest = max(m.dearest, price)
			spend(int64(max(*most, 0))*m.each[people], price)
		}
		return nil
	}
	if err := ascending(s.Prices, mostPrice); err != nil {
		return err
	}
	if s.Resource == "hours_per_day" {
		step = day
	}
	total := lay(s.Prices, step, m.n)
	switch s.Resource {
	case "working_mog", "interval":
		if at < 0 {
			break
		}
		h, ok := m.places[at].handles(s.Mode)
		key, known := server{at, s.Mode}, m.teams
		capacity := int64(1)
		if s.Resource == "interval" {
			known, ok = m.runway, ok && h.Interval > 0
		} else if ok = ok && h.WorkingMOG != nil; ok {
			capacity = int64(max(*h.WorkingMOG, 0))
		}
		if _, twice := known[key]; !ok || twice {
			break
		}
		known[key] = total
		spend(capacity, total[m.n])
		return nil
	case "headway":
		if _, twice := m.headway[at]; at < 0 || twice || m.mission.Convoy.Headway <= 0 {
			break
		}
		m.headway[at] = total
		spend(1, total[m.n])
		return nil
	case "hours_per_day":
		f := lookup(m.fleetOf, s.Fleet)
		if f < 0 || m.prover.fleets[f].perDay <= 0 || m.hours[f] != nil {
			break
		}
		m.hours[f] = total
		for k := int64(0); k*day < int64(m.n); k++ {
			first, last := k*day, min((k+1)*day, int64(m.n))
			price := total[first+1] - total[first]
			spend(int64(m.prover.fleets[f].Count)*min(m.prover.fleets[f].perDay, last-first), price)
		}
		return nil
	}
	return lang.Err(unlimited, quote(s.Resource), short(s.Place)+short(s.Fleet))
}

// lay is the price of all minutes before each, of a list of from which step
// on how much.
func lay(list [][2]int64, step int64, minutes int) []int64 {
	total := make([]int64, minutes+1)
	now, next := int64(0), 0
	for t := range minutes {
		for next < len(list) && list[next][0]*step <= int64(t) {
			now = list[next][1]
			next++
		}
		total[t+1] = total[t] + now
	}
	return total
}

// draw lays out points with straight lines between them.
func (m *market) draw(out []int64, list [][2]int64, step int64) {
	for i, e := range list {
		first := e[0] * step
		next, to := int64(m.n), e[1]
		if i+1 < len(list) {
			next, to = list[i+1][0]*step, list[i+1][1]
		}
		for t := first; t < min(next, int64(m.n)); t++ {
			out[t] = max(out[t], e[1]+(to-e[1])/(next-first)*(t-first)+(to-e[1])%(next-first)*(t-first)/(next-first))
		}
		for t := int64(0); i == 0 && t < min(first, int64(m.n)); t++ {
			out[t] = max(out[t], e[1])
		}
	}
}

// span is what a server costs from one minute to before another.
func (m *market) span(total []int64, from, to int64) int64 {
	if total == nil {
		return 0
	}
	inside := func(t int64) int64 { return min(max(t, 0), int64(m.n)) }
	return total[inside(to)] - total[inside(from)]
}

// uses is what a landing or departure costs at each minute; nil for nothing.
func (m *market) uses(p int, mode sortie.Mode) []int64 {
	key := server{p, mode}
	total := m.runway[key]
	if total != nil && m.landing[key] == nil {
		h, _ := m.places[p].handles(mode)
		m.landing[key] = make([]int64, m.n)
		for t := range int64(m.n) {
			m.landing[key][t] = m.span(total, t, t+int64(h.Interval))
		}
	}
	return m.landing[key]
}

// open is at which minutes something may depart or arrive.
func (m *market) open(a *access) []bool {
	list, ok := m.gates[a]
	if !ok {
		list = make([]bool, m.n)
		for t := a.next(m.from); t <= m.until; t = a.next(t + 1) {
			list[t-m.from] = true
		}
		m.gates[a] = list
	}
	return list
}

// close raises what lifts of a fleet are worth until none gains by waiting or
// by flying empty, and adds the lifts to what the resources cost: each begins
// wherever it can be at the start, at the most that it is worth there.
func (m *market) close(i int) {
	f := m.prover.fleets[i]
	if f.Count <= 0 {
		return
	}
	late := max(0, f.turn-f.load)
	m.legs[i] = m.costing(f.out, f.kind.Mode, m.hours[i])
	for t := int64(m.n) - 1; t >= 0; t-- {
		for p, worth := range m.worth[i] {
			if t+1 < int64(m.n) {
				worth[t] = max(worth[t], worth[t+1])
			}
			if m.from+t < f.at[p] {
				continue
			}
			for k := range m.legs[i][p] {
				way := &m.legs[i][p][k]
				at := t + way.minutes
				if at+late >= int64(m.n) || m.from+at > f.until || m.worth[i][way.to][at+late] <= worth[t] {
					continue
				}
				if costs, ok := way.pays(t); ok {
					worth[t] = max(worth[t], m.worth[i][way.to][at+late]-costs)
				}
			}
		}
	}
	most := int64(0)
	for p, worth := range m.worth[i] {
		if first := max(f.at[p]-m.from, 0); first < int64(m.n) {
			most = max(most, worth[first])
		}
	}
	m.budget.Add(m.budget, new(big.Int).Mul(big.NewInt(int64(f.Count)), big.NewInt(most)))
}

// leaving is what the local day of departure costs a point of people who leave
// the theatre.
func (m *market) leaving(p, q int, t int64) int64 {
	if len(m.days) == 0 || !m.places[p].host || m.places[q].host {
		return 0
	}
	if m.leaves[p] == nil {
		m.leaves[p] = make([]int64, m.n)
		for at := int64(0); at < int64(m.n); {
			date := m.dateAt(p, m.from+at)
			end := max(at+1, m.dayEnd(p, m.from+at, date)-m.from)
			for ; at < min(end, int64(m.n)); at++ {
				m.leaves[p][at] = m.days[date.String()]
			}
		}
	}
	return m.leaves[p][t]
}

// cost is what it costs at least to bring the whole demand home.
func (m *market) cost() (*big.Int, error) {
	c := &m.mission.Convoy
	backwards := c.FormUp < 0 || c.Disperse < 0 || c.Headway < 0
	for _, f := range m.prover.fleets {
		backwards = backwards || f.load < 0 || f.unload < 0 || f.turn < 0
		for _, out := range f.out {
			if slices.ContainsFunc(out, func(way *passage) bool { return way.minutes < 1 }) {
				return nil, lang.Err(legNoPrice)
			}
		}
	}
	if backwards {
		return nil, lang.Err(negativeTime)
	}
	fares := map[string]*fares{}
	total := new(big.Int)
	for _, p := range m.parties {
		least := noWayAtAll
		for _, c := range p.ways {
			key := m.fareKey(c, p.kind)
			if fares[key] == nil {
				made, err := m.newFares(c, p.kind)
				if err != nil {
					return nil, err
				}
				fares[key] = made
			}
			for _, at := range m.stand(p) {
				least = min(least, fares[key].from(at, p.early.stands[at]-m.from))
			}
		}
		count := new(big.Int).Mul(big.NewInt(p.count), big.NewInt(m.each[p.kind]))
		total.Add(total, count.Mul(count, big.NewInt(least)))
	}
	return total, nil
}

// stand is where a demand begins: a unit's place, or where it is held.
func (m *market) stand(p *party) []int {
	switch {
	case p.floor:
		var out []int
		for at := range m.places {
			if m.places[at].host {
				out = append(out, at)
			}
		}
		return out
	case len(p.held) > 0:
		return p.held
	}
	return []int{m.units[p.units[0]].at}
}

// percent tells how much one sum is of another.
func percent(a, b *big.Int) lang.Text {
	if b.Sign() <= 0 {
		return moreThanAll.Text()
	}
	share, _ := new(big.Rat).SetFrac(a, b).Float64()
	return lang.Each(func(l lang.Lang) string { return l.Say(percentage, l.Number(100*share, 2)) })
}
