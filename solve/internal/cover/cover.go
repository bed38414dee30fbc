// Package cover solves covering problems by linear programming: the cheapest
// mix of columns that covers every row's demand, with columns made as they are
// needed (Gilmore and Gomory, 1961). It is how the planner finds which loads
// go together: a row for each kind of cargo, a column for each way to fill a lift.
package cover

import "slices"

// Column is one way of covering some of each row, at a cost.
type Column struct {
	Cost   float64
	Covers []float64 // by row; negative where it takes of one
}

// Solution is how often each column is used, and what one more of each row
// would cost.
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

// Solve covers the demand of each row. The columns of start begin it: one for
// each row, in order, that covers that row, and no other but for what it takes
// of those after it. Make returns further columns for the prices of the rows;
// those that cost less than what they cover is worth are used, and where there
// are none the solution is optimal.
func Solve(demand []float64, start []Column, make func(prices []float64) []Column) Solution {
	t := newTableau(demand, start)
	t.price()
	for range pivots + pivotsARow*len(demand) {
		k, surplus := t.entering()
		if k < 0 {
			t.price() // without what rounding has added up to
			t.add(make(slices.Clone(t.prices)))
			if k, surplus = t.entering(); k < 0 {
				break
			}
		}
		if !t.pivot(k, surplus) {
			break
		}
	}
	out := Solution{t.columns, slices.Repeat([]float64{0}, len(t.columns)), t.prices}
	for i, k := range t.basis {
		if k < len(t.columns) {
			out.Uses[k] += t.value[i]
		}
	}
	return out
}

// Products are rounded before they are added, here and wherever the search
// computes with fractions: a machine that fuses the two would find another plan.

// tableau is a basis with its inverse. A basic index past surplusAt is the
// surplus of a row: what is covered beyond its demand.
type tableau struct {
	columns []Column
	rows    [][]int // of each column, those that it covers or takes of
	basis   []int
	inverse [][]float64
	value   []float64 // of the basic columns
	prices  []float64
	column  []float64 // that comes in, as the basis makes it up
}

// surplusAt is where the indices of surplus columns begin.
const surplusAt = 1 << 30

func newTableau(demand []float64, start []Column) *tableau {
	m := len(demand)
	t := &tableau{prices: make([]float64, m), column: make([]float64, m)}
	t.add(start)
	all := make([]float64, m*m)
	for i := range m {
		row, of := all[m*i:m*(i+1)], start[i].Covers[i]
		row[i] = 1 / of
		value := demand[i]
		for k := range i {
			taken := start[k].Covers[i]
			if taken == 0 {
				continue
			}
			value -= float64(taken * t.value[k])
			for j := range k + 1 {
				row[j] -= float64(taken*t.inverse[k][j]) / of
			}
		}
		t.inverse = append(t.inverse, row)
		t.basis = append(t.basis, i)
		t.value = append(t.value, value/of)
	}
	return t
}

func (t *tableau) add(columns []Column) {
	for _, c := range columns {
		var rows []int
		for i, v := range c.Covers {
			if v != 0 {
				rows = append(rows, i)
			}
		}
		t.columns, t.rows = append(t.columns, c), append(t.rows, rows)
	}
}

func (t *tableau) cost(k int) float64 {
	if k >= surplusAt {
		return 0
	}
	return t.columns[k].Cost
}

// price works out what one more of each row costs with this basis.
func (t *tableau) price() {
	clear(t.prices)
	for i, k := range t.basis {
		if c := t.cost(k); c != 0 {
			for j, v := range t.inverse[i] {
				t.prices[j] += float64(c * v)
			}
		}
	}
}

// gain is by how much what the column covers is worth more than it costs.
func (t *tableau) gain(k int) float64 {
	c := &t.columns[k]
	g := -c.Cost
	for _, i := range t.rows[k] {
		g += float64(t.prices[i] * c.Covers[i])
	}
	return g
}

// entering is the column, or the row whose surplus, is worth most; -1 for none.
func (t *tableau) entering() (k int, surplus bool) {
	best, most := -1, tiny
	for i := range t.columns {
		if g := t.gain(i); g > most {
			best, most, surplus = i, g, false
		}
	}
	for i, p := range t.prices {
		if -p > most {
			best, most, surplus = i, -p, true
		}
	}
	return best, surplus
}

// pivot brings a column into the basis; false where it may grow for ever, which
// no cover with costs does.
func (t *tableau) pivot(k int, surplus bool) bool {
	d := t.column
	clear(d)
	for i, row := range t.inverse {
		if surplus {
			d[i] = -row[k]
			continue
		}
		for _, j := range t.rows[k] {
			d[i] += float64(row[j] * t.columns[k].Covers[j])
		}
	}
	out := -1
	for i, v := range d {
		if v > 1e-9 && (out < 0 || t.value[i]/v < t.value[out]/d[out]) {
			out = i
		}
	}
	if out < 0 {
		return false
	}
	step := t.value[out] / d[out]
	pivot := t.inverse[out]
	for j := range pivot {
		pivot[j] /= d[out]
	}
	for i, row := range t.inverse {
		if i == out || d[i] == 0 {
			continue
		}
		t.value[i] = max(0, t.value[i]-float64(step*d[i]))
		for j := range row {
			row[j] -= float64(d[i] * pivot[j])
		}
	}
	t.value[out] = step
	var gain float64
	if surplus {
		gain = -t.prices[k]
		k += surplusAt
	} else {
		gain = t.gain(k)
	}
	for j, v := range pivot {
		t.prices[j] -= float64(gain * v)
	}
	t.basis[out] = k
	return true
}
