package bound

import "context"

// LP is a linear program: maximise Cost · x subject to one row for each of
// Upper, x ≥ 0. The matrix is given by columns: the entries of column j are
// those from Start[j] to before Start[j+1], or to the end for the last one.
type LP struct {
	Cost  []float64
	Upper []float64 // of each row
	Equal []bool    // of each row: it is an equation
	Start []int32
	Row   []int32
	Value []float64
}

// Solution is what an LP's optimum is, and its dual values: not less than
// nothing for a row that is no equation.
type Solution struct {
	Value   float64
	Columns []float64
	Dual    []float64
}

// Solver solves linear programs. The same program has the same answer.
type Solver interface {
	Solve(ctx context.Context, lp *LP) (*Solution, error)
}

// column adds one with the entries that rows names; of several in one row the
// sum counts.
func (lp *LP) column(cost float64, entries []lpEntry) {
	lp.Cost = append(lp.Cost, cost)
	lp.Start = append(lp.Start, int32(len(lp.Row)))
	begin := len(lp.Row)
next:
	for _, e := range entries {
		if e.value == 0 {
			continue
		}
		for i := begin; i < len(lp.Row); i++ {
			if lp.Row[i] == e.row {
				lp.Value[i] += e.value
				continue next
			}
		}
		lp.Row, lp.Value = append(lp.Row, e.row), append(lp.Value, e.value)
	}
}

// row adds one and returns its number.
func (lp *LP) row(upper float64) int32 {
	lp.Upper, lp.Equal = append(lp.Upper, upper), append(lp.Equal, false)
	return int32(len(lp.Upper) - 1)
}

type lpEntry struct {
	row   int32
	value float64
}
