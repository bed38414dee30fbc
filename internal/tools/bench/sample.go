package main

import (
	"fmt"
	"slices"
	"time"
)

// sample is the same measurement taken several times.
type sample []float64

func (s sample) min() float64 { return slices.Min(s) }
func (s sample) max() float64 { return slices.Max(s) }

// median is the middle, or the mean of the two in the middle.
func (s sample) median() float64 {
	sorted := slices.Sorted(slices.Values(s))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// String is the median of seconds, with the least and the most of so many runs.
func (s sample) String() string {
	if len(s) == 1 {
		return seconds(s[0])
	}
	return fmt.Sprintf("%s (%s to %s, %d runs)", seconds(s.median()), seconds(s.min()), seconds(s.max()), len(s))
}

// seconds writes a time in the unit that suits it, to three digits or so.
func seconds(s float64) string {
	switch {
	case s < 0.01:
		return fmt.Sprintf("%.2f ms", 1000*s)
	case s < 1:
		return fmt.Sprintf("%.0f ms", 1000*s)
	case s < 100:
		return fmt.Sprintf("%.2f s", s)
	}
	return fmt.Sprintf("%.0f s", s)
}

// repeat measures n times.
func repeat(n int, measure func() (time.Duration, error)) (sample, error) {
	var s sample
	for range n {
		d, err := measure()
		if err != nil {
			return nil, err
		}
		s = append(s, d.Seconds())
	}
	return s, nil
}
