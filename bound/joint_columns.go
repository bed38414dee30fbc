package bound

import (
	"slices"

	"sortie/network"
)

// balanceJointly tries the weights for which what the loads that can be made by the
// best minute so far carry the least of the demand.
func (s *search) balanceJointly(inside []bool, group []*entry, c *cut) {
	for range mostTurns {
		before := s.best
		s.rounded(inside, group, c, c.jointColumns(s.best))
		if s.best == before || s.over() {
			return
		}
	}
}

// jointColumns is what one of each kind is worth where the least of what the loads
// take together, of teams, stands, runways and trips by a minute, is spent on
// carrying the demand: the prices of the linear program whose columns are loads.
func (c *cut) jointColumns(by network.Minute) []weight {
	if c.drives {
		return nil
	}
	lim, numbers, counts := c.limitsBy(by), c.numbers(by), c.counts()
	p := newPricing(c, make([]float64, len(c.fleets)), nil)
	p.rows, p.limits = nil, nil
	var forms []*form // by mode: of what is alike, its group, and what it takes
	var of [][]int64
	width := len(p.objective)
	for _, m := range modes() {
		trips, rows := c.jointRows(m, &lim, numbers)
		for i := range trips {
			trips[i].load = int64(slices.Index(p.groups, group{c.form(trips[i].fleet, counts), 0}))
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
			row[len(p.kinds)+int(g)] = 1
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
