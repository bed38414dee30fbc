package search

import (
	"slices"

	"sortie/solve/internal/cover"
)

// linear is one linear program after another in the same memory: the demand of
// each row, the columns that begin it, those that come next, and what they cover.
type linear struct {
	cover.Solver
	demand []float64
	start  []cover.Column
	more   []cover.Column
	cells  []cover.Cell
}

// begin makes it one of so many rows that demand nothing.
func (l *linear) begin(rows int) {
	l.demand = append(l.demand[:0], make([]float64, rows)...)
	l.start = append(l.start[:0], make([]cover.Column, rows)...)
	l.cells = l.cells[:0]
}

// covers has the next column, whose cells begin at one, cover so much of a row
// more.
func (l *linear) covers(begin, row int, n float64) {
	k, covered := slices.BinarySearchFunc(l.cells[begin:], row, func(c cover.Cell, row int) int { return c.Row - row })
	if covered {
		l.cells[begin+k].N += n
	} else {
		l.cells = slices.Insert(l.cells, begin+k, cover.Cell{Row: row, N: n})
	}
}

// column is that of the cells since one.
func (l *linear) column(begin int, cost float64) cover.Column {
	return cover.Column{Cost: cost, Covers: l.cells[begin:len(l.cells):len(l.cells)]}
}

// of is a column of so many of each row.
func (l *linear) of(counts []int, cost float64) cover.Column {
	begin := len(l.cells)
	for i, n := range counts {
		if n > 0 {
			l.cells = append(l.cells, cover.Cell{Row: i, N: float64(n)})
		}
	}
	return l.column(begin, cost)
}
