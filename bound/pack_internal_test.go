package bound

import (
	"math"
	"math/rand/v2"
	"testing"

	"sortie/network"
)

// TestPackFindsTheBestLoad tries every load of forms made at random, some with
// kinds that take the same.
func TestPackFindsTheBestLoad(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 11))
		f := &form{}
		each := make([]int64, 1+r.IntN(4))
		like := make([]bool, len(each)) // the one before
		for k := range each {
			each[k], like[k] = int64(r.IntN(40)), k > 0 && r.IntN(3) == 0
			kind := network.ItemIndex(r.IntN(3) - 1)
			if like[k] {
				kind = f.kinds[k-1]
			}
			f.kinds, f.most = append(f.kinds, kind), append(f.most, int64(r.IntN(5)))
		}
		for range 1 + r.IntN(4) {
			row := make([]int64, len(each))
			for k := range row {
				row[k] = r.Int64N(portion) * int64(r.IntN(2))
				if like[k] {
					row[k] = row[k-1]
				}
			}
			f.rows = append(f.rows, row)
		}
		most, load, looked := f.pack(each, seed%2 == 0)
		if looked > mostPacked {
			t.Fatalf("seed %d: %d loads looked at", seed, looked)
		}
		if want := tryAll(f, each, make([]int64, len(each)), 0); most != want || !allows(f, load) || counted(each, load) != most {
			t.Errorf("seed %d: most %d by %v, best %d: %+v %v", seed, most, load, want, f, each)
		}
	}
}

func tryAll(f *form, each, load []int64, k int) int64 {
	if !allows(f, load) {
		return -1
	}
	if k == len(load) {
		return counted(each, load)
	}
	best := int64(-1)
	for n := range f.most[k] + 1 {
		load[k] = n
		best = max(best, tryAll(f, each, load, k+1))
	}
	load[k] = 0
	return best
}

func allows(f *form, load []int64) bool {
	for _, row := range f.rows {
		if counted(row, load) > portion {
			return false
		}
	}
	if f.deck == nil {
		return true
	}
	numbers, people := make([]int64, len(f.deck.sizes)), int64(0)
	for k, n := range load {
		if f.kinds[k] == network.People {
			people += n
		} else {
			numbers[f.sizes[k]] += n
		}
	}
	lies, _ := f.deck.lie(numbers, f.deck.seats(people))
	return lies
}

func counted(each, load []int64) int64 {
	sum := int64(0)
	for k := range load {
		sum += each[k] * load[k]
	}
	return sum
}

// TestMaximiseProvesItsAnswer holds answers against what proves them: the
// amounts and the prices keep their limits, and both come to the same, also where rows
// were added to an answer.
func TestMaximiseProvesItsAnswer(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 12))
		n, m := 1+r.IntN(6), 1+r.IntN(8)
		objective, limits, rows := make([]float64, n), make([]float64, m), make([][]float64, m)
		for j := range objective {
			objective[j] = float64(r.IntN(20))
		}
		for i := range rows {
			limits[i], rows[i] = float64(r.IntN(9)), make([]float64, n)
			for j := range rows[i] {
				rows[i][j] = float64(r.IntN(4) * r.IntN(2))
			}
		}
		d := newDictionary(objective)
		for i := range rows {
			if i == m/2 && !d.climb() {
				break // what has no end yet is begun anew below
			}
			d.limit(rows[i], limits[i])
		}
		x, prices, ok := maximise(objective, rows, limits)
		if len(d.outside) == m && m > 1 {
			if !d.restore() {
				t.Fatalf("seed %d: no answer with rows that came later", seed)
			}
			x, prices = d.solution()
		}
		if !ok {
			continue // without an end, where one of the amounts has no limit
		}
		value, worth := 0.0, 0.0
		for j := range x {
			value += objective[j] * x[j]
			price := 0.0
			for i := range rows {
				price += prices[i] * rows[i][j]
			}
			if x[j] < -1e-7 || price < objective[j]-1e-7 {
				t.Errorf("seed %d: amount %v, price %v of %v", seed, x[j], price, objective[j])
			}
		}
		for i := range rows {
			used := 0.0
			for j := range x {
				used += rows[i][j] * x[j]
			}
			if used > limits[i]+1e-7 || prices[i] < 0 {
				t.Errorf("seed %d: row %d takes %v of %v at %v", seed, i, used, limits[i], prices[i])
			}
			worth += prices[i] * limits[i]
		}
		if math.Abs(value-worth) > 1e-6 {
			t.Errorf("seed %d: %v, but its prices come to %v", seed, value, worth)
		}
	}
}
