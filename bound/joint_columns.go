package bound

import (
	"slices"

	"sortie/network"
)

// wholeLoads tries again with whole loads held against all resources at once,
// first what proves the most so far.
func (s *search) wholeLoads(sides [][]bool, crossing [][]*entry) {
	s.w.work, s.whole = mostWork-mostJoint, true
	if c := s.bestCut; c != nil && len(c.streams) == 1 {
		of := &c.streams[0]
		s.cut(of.inside, of.entries, of.weights, true)
	}
	s.packed(sides, crossing)
	s.whole = false
}

// balanceJointly tries the weights for which what the loads that can be made by the
// best minute so far carry the least of the demand.
func (s *search) balanceJointly(c *cut) {
	for turn := 0; turn < mostTurns && len(c.streams) == 1; turn++ {
		before := s.best
		s.rounded(c, c.jointColumns(s.best))
		if s.best == before || s.over() {
			return
		}
	}
}

// jointColumns is what one of each kind is worth where the least of what the loads
// take together, of teams, stands, runways and trips by a minute, is spent on
// carrying the demand: the prices of the linear program whose columns are loads.
func (c *cut) jointColumns(by network.Minute) []stream {
	if c.drives {
		return nil
	}
	lim, numbers := c.limitsBy(by), c.numbers(by)
	c.measure(&lim)
	p := newPricing(c, make([]float64, len(c.fleets)), nil)
	p.rows, p.limits = nil, nil
	var forms []*form // by mode: of what is alike, its group, and what it takes
	var of [][]int64
	width := len(p.objective)
	for _, m := range modes() {
		trips, rows := c.jointRows(m, &lim, numbers)
		for i := range trips {
			f := c.form(trips[i].fleet, c.all())
			trips[i].load = int64(slices.IndexFunc(p.groups, func(g group) bool { return g.form == f }))
		}
		f, groups := alikeTrips(trips, rows)
		forms, of = append(forms, f), append(of, groups)
		width += len(f.rows) + len(groups)
	}
	all := make([]float64, width) // all prices but those of kinds and of loads add up to one
	for at := len(p.objective); at < width; at++ {
		all[at] = 1
	}
	p.rows, p.limits = append(p.rows, all), append(p.limits, 1)
	at := len(p.objective)
	for m, f := range forms {
		for k, g := range of[m] {
			if g < 0 {
				continue
			}
			row := make([]float64, width)
			row[p.groups[g].more] = 1
			for i := range f.rows {
				row[at+i] = -float64(f.rows[i][k]) / float64(portion)
			}
			row[at+len(f.rows)+k] = -1 / float64(f.most[k])
			p.rows, p.limits = append(p.rows, row), append(p.limits, 0)
		}
		at += len(f.rows) + len(of[m])
	}
	p.objective = append(p.objective, make([]float64, width-len(p.objective))...)
	return p.best()
}
