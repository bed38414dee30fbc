package bound

// maximise finds x ≥ 0 with the greatest objective · x where each row · x is no
// more than its limit (none of them negative), and what a little more of each
// limit would be worth: the simplex method on a dense dictionary. It takes what
// gains most, and past so many steps, which may go round in a circle, Bland's
// rule. It is false where there is no end to it, or none is found in time. What
// comes of its rounding is never taken as proven.
func maximise(objective []float64, rows [][]float64, limits []float64) (x, prices []float64, ok bool) {
	const tiny = 1e-9
	n, m := len(objective), len(rows)
	table := make([][]float64, m+1) // the last row is the objective; the last column the limits
	for i := range m {
		table[i] = append(append(make([]float64, 0, n+1), rows[i]...), limits[i])
	}
	table[m] = append(append(make([]float64, 0, n+1), objective...), 0)
	inside, outside := make([]int, n), make([]int, m) // variables: x first, then the slack of each row
	for j := range inside {
		inside[j] = j
	}
	for i := range outside {
		outside[i] = n + i
	}
	for turn := range 50 * (n + m) {
		first := turn >= 4*(n+m) // by Bland's rule
		enters := -1
		for j := range n {
			if table[m][j] <= tiny {
				continue
			}
			if enters < 0 || !first && table[m][j] > table[m][enters] || first && inside[j] < inside[enters] {
				enters = j
			}
		}
		if enters < 0 {
			x, prices = make([]float64, n), make([]float64, m)
			for i, v := range outside {
				if v < n {
					x[v] = table[i][n]
				}
			}
			for j, v := range inside {
				if v >= n {
					prices[v-n] = max(-table[m][j], 0)
				}
			}
			return x, prices, true
		}
		leaves, least := -1, 0.0
		for i := range m {
			if table[i][enters] <= tiny {
				continue
			}
			step := table[i][n] / table[i][enters]
			if leaves < 0 || step < least-tiny || step <= least+tiny &&
				(!first && table[i][enters] > table[leaves][enters] || first && outside[i] < outside[leaves]) {
				leaves, least = i, step
			}
		}
		if leaves < 0 {
			return nil, nil, false
		}
		pivot(table, leaves, enters)
		inside[enters], outside[leaves] = outside[leaves], inside[enters]
	}
	return nil, nil, false
}

func pivot(table [][]float64, r, c int) {
	row := table[r]
	by := row[c]
	for j := range row {
		row[j] /= by
	}
	row[c] = 1 / by
	for i, other := range table {
		if i == r || other[c] == 0 {
			continue
		}
		times := other[c]
		for j := range other {
			other[j] -= times * row[j]
		}
		other[c] = -times / by
	}
}
