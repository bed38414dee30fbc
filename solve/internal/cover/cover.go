// Package cover solves covering problems by linear programming: the cheapest
// mix of columns that covers every row's demand, with columns made as they are
// needed (Gilmore and Gomory, 1961). It is how the planner finds which loads
// go together: a row for each kind of cargo, a column for each way to fill a lift.
package cover

import "slices"

// Column is one way of covering some of some rows, at a cost.
type Column struct {
	Cost   float64
	Covers []Cell // sorted by row, each once
}

// Cell is how much of a row a column covers; negative where it takes of it.
type Cell struct {
	Row int
	N   float64
}

// Solution is how often each column is used, and what one more of each row
// would cost. It lasts until its solver solves the next problem.
type Solution struct {
	Columns []Column
	Uses    []float64
	Prices  []float64
}

// pivots bounds the steps of one solution, and pivotsARow those that it takes
// more for each row: what has not converged by then is near enough for building
// loads.
const (
	pivots     = 400
	pivotsARow = 10
)

const tiny = 1e-7

// Solver solves one problem after another in the same memory. The zero value is
// ready; it is not safe for concurrent use. It goes from basis to basis, with the
// inverse of each; a basic index past surplusAt is the surplus of a row: what is
// covered beyond its demand.
type Solver struct {
	columns []Column
	basis   []int
	inverse [][]float64
	all     []float64 // of the inverse, row after row
	value   []float64 // of the basic columns
	prices  []float64
	column  []float64 // that comes in, as the basis makes it up
	some    []int     // of the row that it comes in for, those that are not zero
	uses    []float64
}

// surplusAt is where the indices of surplus columns begin.
const surplusAt = 1 << 30

// Solve covers the demand of each row. The columns of start begin it: one for
// each row, in order, that covers that row, and no other but for what it takes
// of those after it. Make returns further columns for the prices of the rows,
// which it only reads; those that cost less than what they cover is worth are
// used, and where there are none the solution is optimal.
func (s *Solver) Solve(demand []float64, start []Column, make func(prices []float64) []Column) Solution {
	s.begin(demand, start)
	s.price()
	for range pivots + pivotsARow*len(demand) {
		k, surplus := s.entering()
		if k < 0 {
			s.price() // without what rounding has added up to
			s.columns = append(s.columns, make(s.prices)...)
			if k, surplus = s.entering(); k < 0 {
				break
			}
		}
		if !s.pivot(k, surplus) {
			break
		}
	}
	s.uses = zeros(s.uses, len(s.columns))
	for i, k := range s.basis {
		if k < len(s.columns) {
			s.uses[k] += s.value[i]
		}
	}
	return Solution{s.columns, s.uses, s.prices}
}

// zeros is n zeros, in the memory given if there is enough.
func zeros(in []float64, n int) []float64 {
	out := slices.Grow(in[:0], n)[:n]
	clear(out)
	return out
}

// Products are rounded before they are added, here and wherever the search
// computes with fractions: a machine that fuses the two would find another plan.

// begin has each row covered by its own column of start.
func (s *Solver) begin(demand []float64, start []Column) {
	m := len(demand)
	s.columns = append(s.columns[:0], start...)
	s.prices, s.column, s.all = zeros(s.prices, m), zeros(s.column, m), zeros(s.all, m*m)
	s.value = append(s.value[:0], demand...)
	s.basis, s.inverse = s.basis[:0], s.inverse[:0]
	for i := range start {
		s.basis, s.inverse = append(s.basis, i), append(s.inverse, s.all[m*i:m*(i+1)])
		s.inverse[i][i] = 1 / start[i].of(i)
	}
	for k := range start {
		s.value[k] /= start[k].of(k)
		for _, c := range start[k].Covers {
			if c.Row <= k {
				continue
			}
			s.value[c.Row] -= float64(c.N * s.value[k])
			row, of := s.inverse[c.Row], start[c.Row].of(c.Row)
			for j, v := range s.inverse[k][:k+1] {
				row[j] -= float64(c.N*v) / of
			}
		}
	}
}

// of is how much of a row the column covers.
func (c *Column) of(row int) float64 {
	k, covers := slices.BinarySearchFunc(c.Covers, row, func(c Cell, row int) int { return c.Row - row })
	if !covers {
		return 0
	}
	return c.Covers[k].N
}

func (s *Solver) cost(k int) float64 {
	if k >= surplusAt {
		return 0
	}
	return s.columns[k].Cost
}

// price works out what one more of each row costs with this basis.
func (s *Solver) price() {
	clear(s.prices)
	for i, k := range s.basis {
		if c := s.cost(k); c != 0 {
			for j, v := range s.inverse[i] {
				s.prices[j] += float64(c * v)
			}
		}
	}
}

// gain is by how much what the column covers is worth more than it costs.
func (s *Solver) gain(k int) float64 {
	c := &s.columns[k]
	g := -c.Cost
	for _, v := range c.Covers {
		g += float64(s.prices[v.Row] * v.N)
	}
	return g
}

// entering is the column, or the row whose surplus, is worth most; -1 for none.
func (s *Solver) entering() (k int, surplus bool) {
	best, most := -1, tiny
	for i := range s.columns {
		if g := s.gain(i); g > most {
			best, most, surplus = i, g, false
		}
	}
	for i, p := range s.prices {
		if -p > most {
			best, most, surplus = i, -p, true
		}
	}
	return best, surplus
}

// pivot brings a column into the basis; false where it may grow for ever, which
// no cover with costs does.
func (s *Solver) pivot(k int, surplus bool) bool {
	d := s.column
	clear(d)
	for i, row := range s.inverse {
		if surplus {
			d[i] = -row[k]
			continue
		}
		for _, c := range s.columns[k].Covers {
			d[i] += float64(row[c.Row] * c.N)
		}
	}
	out := -1
	for i, v := range d {
		if v > 1e-9 && (out < 0 || s.value[i]/v < s.value[out]/d[out]) {
			out = i
		}
	}
	if out < 0 {
		return false
	}
	step := s.value[out] / d[out]
	pivot, some := s.inverse[out], s.some[:0]
	for j := range pivot {
		if pivot[j] /= d[out]; pivot[j] != 0 {
			some = append(some, j)
		}
	}
	s.some = some
	for i, row := range s.inverse {
		if i == out || d[i] == 0 {
			continue
		}
		s.value[i] = max(0, s.value[i]-float64(step*d[i]))
		for _, j := range some {
			row[j] -= float64(d[i] * pivot[j])
		}
	}
	s.value[out] = step
	var gain float64
	if surplus {
		gain = -s.prices[k]
		k += surplusAt
	} else {
		gain = s.gain(k)
	}
	for _, j := range some {
		s.prices[j] -= float64(gain * pivot[j])
	}
	s.basis[out] = k
	return true
}
