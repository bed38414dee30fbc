package bound

import (
	"math"
	"slices"
)

// maximise finds x ≥ 0 with the greatest objective · x where each row · x is no
// more than its limit (none of them negative), and what a little more of each
// limit would be worth. It is false where there is no end to it, or none is found in
// time. What comes of its rounding is never taken as proven.
func maximise(objective []float64, rows [][]float64, limits []float64) (x, prices []float64, ok bool) {
	d := newDictionary(objective)
	for i, row := range rows {
		d.limit(row, limits[i])
	}
	if !d.climb() {
		return nil, nil, false
	}
	x, prices = d.solution()
	return x, prices, true
}

// dictionary is a dense one of the simplex method: what each variable outside of it,
// and the objective, is in those inside. Variables are x, numbered from 0, and the
// slack of each row, that of row i being ^i.
type dictionary struct {
	table   [][]float64 // the last row is the objective; the last column the limits
	inside  []int
	outside []int
	rows    int // that there have been
	work    int // entries changed
	most    int // and as many as may be, where that is not 0
}

// tiny is what counts as nothing.
const tiny = 1e-9

func newDictionary(objective []float64) *dictionary {
	d := &dictionary{table: [][]float64{append(slices.Clone(objective), 0)}}
	for j := range objective {
		d.inside = append(d.inside, j)
	}
	return d
}

// variable adds one that the objective does not count: so many times it is in one row, where
// that is not less than nothing, and in no other so far.
func (d *dictionary) variable(row int, times float64) int {
	v := d.variables()
	like := slices.Index(d.inside, ^row) // it changes all that the slack of its row does
	own := slices.Index(d.outside, ^row)
	for i, entries := range d.table {
		entry := 0.0
		switch {
		case row < 0:
		case like >= 0:
			entry = times * entries[like]
		case i == own:
			entry = times
		}
		d.table[i] = append(entries, entries[v])
		d.table[i][v] = entry
	}
	d.inside = append(d.inside, v)
	return v
}

// column adds one that the objective counts, with what it is in some rows.
func (d *dictionary) column(counts float64, rows map[int]float64) {
	n := d.variables()
	for i, entries := range d.table {
		d.table[i] = append(entries, entries[n])
		d.table[i][n] = 0
	}
	for j, v := range d.inside { // it changes all that the slacks of its rows do
		if times := rows[^v]; v < 0 && times != 0 {
			for _, entries := range d.table {
				entries[n] += times * entries[j]
			}
		}
	}
	for i, v := range d.outside {
		if v < 0 {
			d.table[i][n] += rows[^v]
		}
	}
	d.table[len(d.outside)][n] += counts
	d.inside = append(d.inside, n)
}

func (d *dictionary) clone() *dictionary {
	out := &dictionary{inside: slices.Clone(d.inside), outside: slices.Clone(d.outside), rows: d.rows, work: d.work, most: d.most}
	for _, entries := range d.table {
		out.table = append(out.table, slices.Clone(entries))
	}
	return out
}

// spent reports whether as many entries have been changed as may be.
func (d *dictionary) spent() bool { return d.most > 0 && d.work > d.most }

// variables is the number of x: there are as many inside as x.
func (d *dictionary) variables() int { return len(d.inside) }

// limit adds a row.
func (d *dictionary) limit(row []float64, most float64) {
	n := d.variables()
	entries := make([]float64, n+1)
	entries[n] = most
	for j, v := range d.inside {
		if v >= 0 {
			entries[j] += row[v]
		}
	}
	for i, v := range d.outside {
		if v >= 0 && row[v] != 0 {
			for j, x := range d.table[i] {
				entries[j] -= row[v] * x
			}
		}
	}
	m := len(d.outside)
	d.outside = append(d.outside, ^d.rows)
	d.rows++
	d.table = append(d.table, d.table[m])
	d.table[m] = entries
}

// relieve drops the rows from a number on that nothing comes near to. The best point stays the best.
func (d *dictionary) relieve(from int) {
	n, kept := d.variables(), 0
	for i, v := range d.outside {
		if v >= 0 || ^v < from || d.table[i][n] <= tiny {
			d.table[kept], d.outside[kept] = d.table[i], v
			kept++
		}
	}
	d.table[kept] = d.table[len(d.outside)]
	d.table, d.outside = d.table[:kept+1], d.outside[:kept]
}

// climb goes from a point that keeps all limits to the best one. It takes what
// gains most, and past so many steps, which may go round in a circle, Bland's rule.
func (d *dictionary) climb() bool {
	n, m := d.variables(), len(d.outside)
	table := d.table
	for turn := range 50 * (n + m) {
		if d.spent() {
			return false
		}
		first := turn >= 4*(n+m) // by Bland's rule
		enters := -1
		for j := range n {
			if table[m][j] <= tiny {
				continue
			}
			if enters < 0 || !first && table[m][j] > table[m][enters] || first && before(d.inside[j], d.inside[enters]) {
				enters = j
			}
		}
		if enters < 0 {
			return true
		}
		leaves, least := -1, 0.0
		for i := range m {
			if table[i][enters] <= tiny {
				continue
			}
			step := table[i][n] / table[i][enters]
			if leaves < 0 || step < least-tiny || step <= least+tiny &&
				(!first && table[i][enters] > table[leaves][enters] || first && before(d.outside[i], d.outside[leaves])) {
				leaves, least = i, step
			}
		}
		if leaves < 0 {
			return false
		}
		d.pivot(leaves, enters)
	}
	return false
}

// before orders variables: x first, then the slacks.
func before(a, b int) bool {
	if (a < 0) != (b < 0) {
		return a >= 0
	}
	return a < b == (a >= 0)
}

// restore goes from the best point, where limits have been added since, to the
// best one that keeps them as well: the dual simplex method.
func (d *dictionary) restore() bool {
	n, m := d.variables(), len(d.outside)
	for range 4 * (n + m) {
		if d.spent() {
			return false
		}
		leaves := -1
		for i := range m {
			if d.table[i][n] < -tiny && (leaves < 0 || d.table[i][n] < d.table[leaves][n]) {
				leaves = i
			}
		}
		if leaves < 0 {
			return true
		}
		enters, least := -1, 0.0
		for j, by := range d.table[leaves][:n] {
			if by >= -tiny {
				continue
			}
			step := math.Min(d.table[m][j], 0) / by
			if enters < 0 || step < least-tiny || step <= least+tiny && by < d.table[leaves][enters] {
				enters, least = j, step
			}
		}
		if enters < 0 {
			return false
		}
		d.pivot(leaves, enters)
	}
	return false
}

// solution is x, and what a little more of each limit is worth.
func (d *dictionary) solution() (x, prices []float64) {
	n := d.variables()
	x, prices = make([]float64, n), make([]float64, d.rows)
	for i, v := range d.outside {
		if v >= 0 {
			x[v] = d.table[i][n]
		}
	}
	for j, v := range d.inside {
		if v < 0 {
			prices[^v] = max(-d.table[len(d.outside)][j], 0)
		}
	}
	return x, prices
}

func (d *dictionary) pivot(r, c int) {
	row := d.table[r]
	by := row[c]
	var entries []int // those that are not nothing
	for j := range row {
		if row[j] /= by; row[j] != 0 {
			entries = append(entries, j)
		}
	}
	row[c] = 1 / by
	for i, other := range d.table {
		if i == r || other[c] == 0 {
			continue
		}
		times := other[c]
		for _, j := range entries {
			other[j] -= times * row[j]
		}
		other[c] = -times / by
		d.work += len(entries)
	}
	d.inside[c], d.outside[r] = d.outside[r], d.inside[c]
}
