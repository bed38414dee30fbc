package check

import (
	"math/big"
	"slices"

	"sortie/internal/lang"
)

// routesProof is a proof by what lifts can earn on their routes.
type routesProof struct {
	Sorts [][]int    `json:"sorts"`
	Step  int64      `json:"step"` // of fees, in minutes from the start of the operation
	Case  *routeCase `json:"case"`
}

// routeCase is what one of each sort is worth at each place, or two cases.
type routeCase struct {
	Worth []map[string]int64 `json:"worth"`
	Tolls []int64            `json:"tolls"`
	Fees  []routeFee         `json:"fees"`
	Split *routeSplit        `json:"split"`
	Fewer *routeCase         `json:"fewer"`
	More  *routeCase         `json:"more"`
}

// routeSplit is a way and how many take it in the case of fewer.
type routeSplit struct {
	Fleet string `json:"fleet"`
	Type  string `json:"type"`
	From  string `json:"from"`
	To    string `json:"to"`
	Sort  *int   `json:"sort"`
	Most  int64  `json:"most"`
}

// Limits of such a proof, so that no sum overflows and none takes long.
const (
	mostPoints = int64(1e9)
	mostCases  = 4096
	mostDeep   = 64
	mostRouted = int64(3_000_000_000) // steps of all kinds
)

// dispatch is what routes are looked for with: the demand by sorts, and by when
// it has to be at its destinations.
type dispatch struct {
	*prover
	sorts  [][]*party
	by     int64
	late   map[*carriage]*reach
	tolls  []toll // of the case that is looked at
	worth  [][]int64
	step   int64
	fees   map[feeKey][]int64 // of the case, of all minutes before each
	flying []int64            // of the case, by fleet: of a minute under way
	cases  int
	steps  int64
	packed map[string]int64
	holds  map[string]int64 // of a kind alone
}

// toll is what is earned by each that takes a way, or paid where it is less than
// nothing.
type toll struct {
	of    *routeSplit
	earns int64
}

// routed verifies that in every case the lifts cannot earn what there is to earn
// by the minute.
func (w *prover) routed(cert *certificate, parties []*party, by int64) error {
	if cert.Routes == nil {
		return lang.Err(noRoutes)
	}
	d := &dispatch{prover: w, by: by, step: cert.Routes.Step, late: map[*carriage]*reach{}, packed: map[string]int64{}, holds: map[string]int64{}}
	sorted := make([]bool, len(parties))
	for _, numbers := range cert.Routes.Sorts {
		var sort []*party
		for _, n := range numbers {
			if n < 0 || n >= len(parties) || sorted[n] {
				return lang.Err(sortsNoPart)
			}
			sorted[n] = true
			p := parties[n]
			if len(p.held) > 0 || p.floor || len(p.units) != 1 || len(sort) > 0 && sort[0].kind != p.kind {
				return lang.Err(sortsMixed)
			}
			for _, c := range p.ways {
				if d.late[c] == nil {
					d.late[c] = w.late(c, by)
				}
			}
			sort = append(sort, p)
		}
		d.sorts = append(d.sorts, sort)
	}
	for _, is := range sorted {
		if !is {
			return lang.Err(sortsNoPart)
		}
	}
	return d.prove(cert.Routes.Case, nil, nil)
}

// prove verifies a case, given the limits of those that it is part of: most for
// each toll, and whether at most so many take the way or more.
func (d *dispatch) prove(c *routeCase, within []*routeSplit, more []bool) error {
	if d.cases++; c == nil || d.cases > mostCases || len(within) > mostDeep {
		return lang.Err(casesAmiss)
	}
	if c.Split == nil {
		if c.Fewer != nil || c.More != nil {
			return lang.Err(splitNothing)
		}
		return d.leaf(c, within, more)
	}
	s := c.Split
	if s.Most < 0 || s.Most > mostPoints || s.Sort != nil && (*s.Sort < 0 || *s.Sort >= len(d.sorts)) ||
		s.From != "" && lookup(d.placeOf, s.From) < 0 || s.To != "" && lookup(d.placeOf, s.To) < 0 ||
		s.Fleet != "" && d.fleetNamed(s.Fleet) < 0 ||
		s.Type != "" && !slices.ContainsFunc(d.fleets, func(f *squad) bool { return f.kind != nil && f.kind.ID == s.Type }) {
		return lang.Err(splitUnknown)
	}
	deeper := append(within[:len(within):len(within)], s)
	if err := d.prove(c.Fewer, deeper, append(more[:len(more):len(more)], false)); err != nil {
		return err
	}
	return d.prove(c.More, deeper, append(more[:len(more):len(more)], true))
}

// inTime reports whether some of a party can drive a road and still be at its
// destination in time.
func (d *dispatch) inTime(p *party, c *carriage, road *passage) bool {
	early := p.early.stands[road.from]
	if early >= farFuture {
		return false
	}
	leaves := road.leave(early + int64(d.mission.Convoy.FormUp))
	return leaves < farFuture && leaves+road.minutes+int64(d.mission.Convoy.Disperse) <= d.late[c].stands[road.to]
}

// takes reports whether lifts of a fleet from one place to another take the way of a split.
func (d *dispatch) takes(s *routeSplit, fleet, from, to int) bool {
	f := d.fleets[fleet]
	return (s.Fleet == "" || s.Fleet == f.ID) && (s.Type == "" || s.Type == f.kind.ID) &&
		(s.From == "" || s.From == d.places[from].ID) && (s.To == "" || s.To == d.places[to].ID)
}

func (d *dispatch) fleetNamed(id string) int {
	for i, f := range d.fleets {
		if f.ID == id {
			return i
		}
	}
	return -1
}

// leaf verifies a case that is not split: what is earned on the whole way of all of
// the demand, and for the tolls, is more than all lifts can earn.
func (d *dispatch) leaf(c *routeCase, within []*routeSplit, more []bool) error {
	if len(c.Worth) != len(d.sorts) || len(c.Tolls) != len(within) {
		return lang.Err(worthMissing)
	}
	owed, all := new(big.Int), int64(0)
	d.tolls = nil
	for n, s := range within {
		earns := c.Tolls[n]
		if earns < 0 || earns > mostPoints {
			return lang.Err(limitEarns, earns)
		}
		all += earns
		t := toll{s, earns}
		number := big.NewInt(s.Most + 1)
		if !more[n] {
			t.earns, number = -earns, big.NewInt(s.Most)
		}
		d.tolls = append(d.tolls, t)
		owed.Add(owed, number.Mul(number, big.NewInt(t.earns)))
	}
	d.worth = nil
	sum := int64(0)
	for n, named := range c.Worth {
		worth, dear := make([]int64, len(d.places)), int64(0)
		for id, points := range named {
			p := lookup(d.placeOf, id)
			if p < 0 || points < 0 || points > mostPoints {
				return lang.Err(notWorth, points, quote(id))
			}
			worth[p], dear = points, max(dear, points)
		}
		d.worth = append(d.worth, worth)
		for _, p := range d.sorts[n] {
			unit := &d.units[p.units[0]]
			sum = plusCapped(sum, timesCapped(p.count, dear+all))
			way := new(big.Int).SetInt64(worth[unit.at] - worth[unit.to])
			owed.Add(owed, way.Mul(way, big.NewInt(p.count)))
			for _, ways := range p.ways {
				for at := range ways.roads {
					for _, road := range ways.roads[at] {
						if worth[road.from] > worth[road.to] && d.inTime(p, ways, road) {
							return lang.Err(drivesToLess, unit.ID, d.places[road.from].ID, d.places[road.to].ID)
						}
					}
				}
			}
		}
	}
	if sum >= boundless {
		return lang.Err(caseTooMuch)
	}
	earned, err := d.charge(c.Fees)
	if err != nil {
		return err
	}
	for i, f := range d.fleets {
		if f.Count <= 0 || f.kind == nil {
			continue
		}
		best := d.route
		if len(c.Fees) > 0 {
			best = d.timed
		}
		one, err := best(i)
		if err != nil {
			return err
		}
		if d.steps > mostRouted {
			return lang.Err(tooManyRoutes)
		}
		earned.Add(earned, new(big.Int).Mul(big.NewInt(int64(f.Count)), big.NewInt(one)))
	}
	if earned.Cmp(owed) >= 0 {
		return lang.Err(couldEarn, earned, owed)
	}
	return nil
}
