package cover

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestSolvedToTheOptimum: what is found covers every demand, its prices make no
// column a bargain, and both sides come to the same cost, which by duality only
// an optimum does.
func TestSolvedToTheOptimum(t *testing.T) {
	var solver Solver
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(1, 6).Draw(t, "rows")
		demand := make([]float64, rows)
		var start []Column
		for i := range demand {
			demand[i] = float64(rapid.IntRange(1, 40).Draw(t, "demand"))
			c := Column{Cost: float64(rapid.IntRange(1, 20).Draw(t, "cost")), Covers: []Cell{{i, float64(rapid.IntRange(1, 9).Draw(t, "covers"))}}}
			for k := i + 1; k < rows; k++ {
				if takes := rapid.IntRange(0, 3).Draw(t, "takes"); takes > 0 {
					c.Covers = append(c.Covers, Cell{k, -float64(takes)})
				}
			}
			start = append(start, c)
		}
		var all []Column
		for range rapid.IntRange(0, 25).Draw(t, "columns") {
			c := Column{Cost: float64(rapid.IntRange(1, 30).Draw(t, "cost")), Covers: make([]Cell, rows)}
			for i := range c.Covers {
				c.Covers[i] = Cell{i, float64(rapid.IntRange(-2, 6).Draw(t, "covers"))}
			}
			all = append(all, c)
		}
		s := solver.Solve(demand, start, func([]float64) []Column { return all })
		cost, worth := 0.0, 0.0
		covered := make([]float64, rows)
		for k, c := range s.Columns {
			cost += s.Uses[k] * c.Cost
			for _, v := range c.Covers {
				covered[v.Row] += s.Uses[k] * v.N
			}
		}
		for i, d := range demand {
			if covered[i] < d-1e-6 {
				t.Errorf("row %d: %g covered of %g", i, covered[i], d)
			}
			if s.Prices[i] < -1e-6 {
				t.Errorf("row %d is priced %g", i, s.Prices[i])
			}
			worth += s.Prices[i] * d
		}
		for _, c := range append(start, all...) {
			gain := -c.Cost
			for _, v := range c.Covers {
				gain += s.Prices[v.Row] * v.N
			}
			if gain > 1e-5 {
				t.Errorf("%v gains %g", c, gain)
			}
		}
		if math.Abs(cost-worth) > 1e-5*(1+cost) {
			t.Errorf("costs %g, and is worth %g", cost, worth)
		}
	})
}
