package check

import (
	"maps"
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// runsProof is a proof by how many loads there can be.
type runsProof struct {
	Case *runsCase `json:"case"`
}

// runsCase is what one of each kind of each part is worth and what resources cost, or
// two cases.
type runsCase struct {
	Weights []map[string]int64 `json:"weights"`
	Prices  []runsPrice        `json:"prices"`
	Tolls   []int64            `json:"tolls"`
	Split   *runsSplit         `json:"split"`
	Fewer   *runsCase          `json:"fewer"`
	More    *runsCase          `json:"more"`
}

// runsPrice is what a minute of a team or a slot costs, or a use of a runway, between two
// minutes after the start of the operation; or one of so many equal shares of that time.
type runsPrice struct {
	Resource string      `json:"resource"`
	Place    string      `json:"place"`
	Mode     sortie.Mode `json:"mode"`
	Fleet    string      `json:"fleet"` // in place of both where it is a lift
	Trip     int         `json:"trip"`
	From     int64       `json:"from"`
	Until    int64       `json:"until"`
	Shares   int64       `json:"shares"`
	Price    int64       `json:"price"`
}

// runsSplit is some of the loads and how many of them there are in the case of fewer, or of a lot in them.
type runsSplit struct {
	Fleet string   `json:"fleet"`
	Type  string   `json:"type"`
	Trip  int      `json:"trip"`
	From  string   `json:"from"`
	To    string   `json:"to"`
	Parts []int    `json:"parts"`
	Over  float64  `json:"over"`
	Lot   *runsLot `json:"lot"`
	Most  int64    `json:"most"`
}

// runsLot is one kind of a part.
type runsLot struct {
	Part int    `json:"part"`
	Kind string `json:"kind"`
}

// Limits of such a proof beside those of cases by routes: runs, prices in one case, what is looked at in all, loads of
// one kind of run, and shares of a span.
const (
	mostRuns      = 2000
	mostRunPrices = 400
	mostRunTries  = 60_000_000
	mostRunLoad   = 400_000
	mostShares    = 1_000_000
)

// muster is what the cases of such a proof are verified with.
type muster struct {
	*border
	runs  []run
	cases int
	tried int
	known map[string]int64
}

// mustered verifies that in every case the loads that can cross by the minute are worth less than
// the demand.
func (b *border) mustered(proof *runsProof, by int64) error {
	if proof == nil || len(b.parts) == 0 {
		return lang.Err(noRuns)
	}
	if l, _ := b.latest(by); b.drives && b.convoys(l) > 0 {
		return lang.Err(noRuns)
	}
	for _, r := range b.parts {
		if !slices.Equal(r.inside, b.parts[0].inside) {
			return lang.Err(runsBorders)
		}
	}
	m := &muster{border: b, known: map[string]int64{}}
	if m.runs = m.runsBy(by); len(m.runs) > mostRuns || m.tried > mostRunTries {
		return lang.Err(tooManyRuns)
	}
	return m.prove(proof.Case, nil, nil)
}

// prove verifies a case within the splits around it, and of each whether it is the case of more.
func (m *muster) prove(c *runsCase, within []*runsSplit, more []bool) error {
	if m.cases++; c == nil || m.cases > mostCases || len(within) > mostDeep {
		return lang.Err(casesAmiss)
	}
	if c.Split == nil {
		if c.Fewer != nil || c.More != nil {
			return lang.Err(splitNothing)
		}
		return m.leaf(c, within, more)
	}
	lot := c.Split.Lot
	if c.Split.Most < 0 || c.Split.Most > mostPoints || lot != nil && (lot.Part < 0 || lot.Part >= len(m.parts) || m.kindOf(lot.Kind) < people) {
		return lang.Err(splitUnknown)
	}
	deeper := append(slices.Clone(within), c.Split)
	if err := m.prove(c.Fewer, deeper, append(slices.Clone(more), false)); err != nil {
		return err
	}
	return m.prove(c.More, deeper, append(slices.Clone(more), true))
}

// counts reports whether a run is one of those that a split counts.
func (m *muster) counts(s *runsSplit, r *run) bool {
	f := m.prover.fleets[r.fleet]
	parts := uint64(0)
	for _, n := range s.Parts {
		if n < 0 || n >= len(m.parts) {
			return false
		}
		parts |= 1 << n
	}
	return (s.Fleet == "" || s.Fleet == f.ID) && (s.Type == "" || s.Type == f.kind.ID) && (s.Trip == 0 || s.Trip == r.nth+1) &&
		(s.From == "" || s.From == m.places[r.from].ID) && (s.To == "" || s.To == m.places[r.to].ID) && (parts == 0 || parts == r.parts) &&
		(s.Over == 0 || r.tonnes > s.Over)
}

// leaf verifies a case that is not split: all that its resources and limits cost, and what remains of the
// worth of the lifts' loads after that, is less than the demand is worth.
func (m *muster) leaf(c *runsCase, within []*runsSplit, more []bool) error {
	if len(c.Tolls) != len(within) || len(c.Prices) > mostRunPrices {
		return lang.Err(worthMissing)
	}
	if m.tried += (1 + len(c.Prices) + len(within)) * len(m.runs); m.tried > mostRunTries {
		return lang.Err(tooManyRuns)
	}
	for _, toll := range c.Tolls {
		if toll < 0 || toll > mostPoints {
			return lang.Err(limitEarns, toll)
		}
	}
	worth, owed, err := m.worth(c.Weights)
	if err != nil {
		return err
	}
	left := make([]int64, len(m.runs))
	for i := range m.runs {
		each, err := m.tolled(worth, &m.runs[i], c.Tolls, within, more)
		if err != nil {
			return err
		}
		if left[i], err = m.heaviestOf(&m.runs[i], each); err != nil {
			return err
		}
	}
	able := int64(0)
	for i := range c.Prices {
		p := &c.Prices[i]
		s, err := m.stint(p)
		if err != nil {
			return err
		}
		able = plusCapped(able, timesCapped(p.Price, s.amount()))
		for k := range m.runs {
			left[k] -= timesCapped(p.Price, m.takes(s, &m.runs[k]))
		}
	}
	for n, s := range within {
		toll := c.Tolls[n]
		switch {
		case more[n]:
			owed = plusCapped(owed, timesCapped(toll, s.Most+1))
		default:
			able = plusCapped(able, timesCapped(toll, s.Most))
			toll = -toll
		}
		for k := range m.runs {
			if s.Lot == nil && m.counts(s, &m.runs[k]) {
				left[k] += toll
			}
		}
	}
	best := map[[2]int]int64{} // of each fleet's n-th loads
	for k, r := range m.runs {
		trip := [2]int{r.fleet, r.nth}
		best[trip] = max(best[trip], left[k])
	}
	for trip, most := range best {
		able = plusCapped(able, timesCapped(int64(max(m.prover.fleets[trip[0]].Count, 0)), most))
	}
	switch {
	case able >= boundless:
		return lang.Err(caseTooMuch)
	case able >= owed:
		return lang.Err(couldLoad, able, owed)
	}
	return nil
}

// tolled is what one of each kind of each part is worth in a run, after the tolls of the splits that count how many of it go.
func (m *muster) tolled(worth []points, r *run, tolls []int64, within []*runsSplit, more []bool) ([]points, error) {
	var out []points
	for n, s := range within {
		if s.Lot == nil || !m.counts(s, r) {
			continue
		}
		if out == nil {
			out = slices.Clone(worth)
			m.tried += len(out)
		}
		if m.tried += len(out[s.Lot.Part]); m.tried > mostRunTries {
			return nil, lang.Err(tooManyRuns)
		}
		toll, kind := tolls[n], m.kindOf(s.Lot.Kind)
		if !more[n] {
			toll = -toll
		}
		each := maps.Clone(out[s.Lot.Part])
		if each[kind] = plusCapped(each[kind], toll); each[kind] > mostPoints {
			return nil, lang.Err(cannotCount, quote(s.Lot.Kind), each[kind])
		}
		out[s.Lot.Part] = each
	}
	if out == nil {
		return worth, nil
	}
	return out, nil
}

// worth is what one of each kind of each part is worth, and all of the demand.
func (m *muster) worth(named []map[string]int64) ([]points, int64, error) {
	if len(named) != len(m.parts) {
		return nil, 0, lang.Err(worthMissing)
	}
	var out []points
	owed := int64(0)
	for n, weights := range named {
		each := points{}
		for name, v := range weights {
			kind := m.kindOf(name)
			if kind < people || v <= 0 || v > mostPoints {
				return nil, 0, lang.Err(cannotCount, quote(name), v)
			}
			each[kind] = v
		}
		for _, p := range m.parts[n].parties {
			owed = plusCapped(owed, timesCapped(p.count, each[p.kind]))
		}
		out = append(out, each)
	}
	if owed >= boundless {
		return nil, 0, lang.Err(caseTooMuch)
	}
	return out, owed, nil
}

// stint is a resource of a place between two minutes.
type stint struct {
	runsPrice
	at          int
	first, last int64
	servers     int64
	interval    int64
	fleet       int // of lifts
	rounds      []int64
	ways        [][]int64
}

func (m *muster) stint(p *runsPrice) (*stint, error) {
	s := &stint{runsPrice: *p, at: lookup(m.placeOf, p.Place), first: m.start + p.From, last: m.start + p.Until, servers: 1}
	if p.Resource != "lifts" && s.at < 0 {
		return nil, lang.Err(noSuchPlace, quote(p.Place))
	}
	if p.Price < 0 || p.Price > mostPoints || max(p.From, -p.From) > latest || max(p.Until, -p.Until) > latest || p.Until < p.From ||
		p.Shares < 0 || p.Shares > mostShares || p.Shares > 0 && (p.Until == p.From || p.Resource == "interval" || p.Resource == "lifts") {
		return nil, lang.Err(priceOrder)
	}
	if p.Resource == "lifts" {
		return s, m.turnOut(s)
	}
	hand, ok := m.places[s.at].handles(p.Mode)
	limit := hand.WorkingMOG
	s.interval = int64(hand.Interval)
	switch p.Resource {
	case "working_mog":
	case "parking_mog":
		limit = hand.ParkingMOG
	case "interval":
		if ok && s.interval > 0 {
			return s, nil
		}
		limit = nil
	default:
		limit = nil
	}
	if !ok || limit == nil {
		return nil, lang.Err(unlimited, quote(p.Resource), quote(p.Place))
	}
	s.servers = int64(max(*limit, 0))
	return s, nil
}

// amount is how many minutes, or shares, of teams or slots there are, or uses of the runway.
func (s *stint) amount() int64 {
	switch {
	case s.Resource == "lifts":
		return s.servers
	case s.Resource == "interval":
		return (s.last-s.first)/s.interval + 1
	case s.Shares > 0:
		return timesCapped(s.servers, s.Shares)
	}
	return timesCapped(s.servers, s.last-s.first)
}
