package highs_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"testing"
	"time"

	"sortie/bound"
	"sortie/internal/highs"
)

func open(t *testing.T) *highs.Solver {
	t.Helper()
	s, err := highs.Open(context.Background(), highs.CacheFolder())
	if errors.Is(err, highs.ErrAbsent) {
		t.Skip("HiGHS is not in this build: `make solver` puts it in, and needs npm")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return s
}

// Maximise 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6), with the
// prices 0, 3/2 and 1.
func textbook() *bound.LP {
	return &bound.LP{Cost: []float64{3, 5}, Upper: []float64{4, 12, 18}, Equal: make([]bool, 3),
		Start: []int32{0, 2}, Row: []int32{0, 2, 1, 2}, Value: []float64{1, 3, 2, 2}}
}

func TestSolvesTheTextbook(t *testing.T) {
	s := open(t)
	got, err := s.Solve(context.Background(), textbook())
	if err != nil {
		t.Fatal(err)
	}
	near := func(a []float64, b ...float64) bool {
		for i := range b {
			if len(a) != len(b) || math.Abs(a[i]-b[i]) > 1e-9 {
				return false
			}
		}
		return true
	}
	if !near([]float64{got.Value}, 36) || !near(got.Columns, 2, 6) || !near(got.Dual, 0, 1.5, 1) {
		t.Errorf("%+v", got)
	}
	again, err := s.Solve(context.Background(), textbook())
	if err != nil || !reflect.DeepEqual(got, again) {
		t.Errorf("the second time %+v, %v", again, err)
	}
}

func TestSaysWhatCannotBeSolved(t *testing.T) {
	s := open(t)
	none := textbook()
	none.Upper[0] = -1
	free := textbook()
	free.Value[2], free.Value[3] = 0, 0
	for name, lp := range map[string]*bound.LP{"no solution": none, "no limit": free, "empty": {}} {
		if got, err := s.Solve(context.Background(), lp); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A program that takes long ends when the context does.
func TestEndsWithTheContext(t *testing.T) {
	s := open(t)
	lp := &bound.LP{}
	const n = 600
	for i := range n {
		lp.Upper, lp.Equal = append(lp.Upper, float64(1000+i*i%97)), append(lp.Equal, false)
	}
	for j := range n {
		lp.Cost = append(lp.Cost, 1+float64(j*j%31)/31)
		lp.Start = append(lp.Start, int32(len(lp.Row)))
		for i := range n {
			lp.Row, lp.Value = append(lp.Row, int32(i)), append(lp.Value, 1+float64((i*j+i)%53)/53)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if got, err := s.Solve(ctx, lp); err == nil {
		t.Errorf("solved in spite of the end: %v", got.Value)
	}
	if _, err := s.Solve(context.Background(), textbook()); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}
