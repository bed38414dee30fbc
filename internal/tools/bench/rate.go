package main

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"sortie/network"
	"sortie/solve"
)

// leastGained is how many schedules two workers have to make at least for each of
// one worker.
const leastGained = 1.7

// rateFor is how long schedules are counted.
const rateFor = 4 * time.Second

// rate measures schedules a second on Kazakhstan 2022 with one worker and with
// two, in turn, and what a schedule allocates.
func (b *bench) rate() error {
	_, n, err := compiled(withdrawal)
	if err != nil {
		return err
	}
	var one, two, ratios sample
	for range max(1, b.runs/2) { // two pairs differ by half on an unquiet machine
		x, err := rated(n, 1)
		if err != nil {
			return err
		}
		y, err := rated(n, 2)
		if err != nil {
			return err
		}
		one, two, ratios = append(one, x), append(two, y), append(ratios, y/x)
	}
	b.tell("Kazakhstan 2022: schedules a second, one worker", "%.0f (%.0f to %.0f)", one.median(), one.min(), one.max()).
		keep("Schedules a second", fmt.Sprintf("%.0f", one.median()))
	b.want("With two workers", fmt.Sprintf("≥ %.1f times one", leastGained), ratios.median() >= leastGained,
		"%.0f (%.0f to %.0f): %.2f times (%.2f to %.2f)",
		two.median(), two.min(), two.max(), ratios.median(), ratios.min(), ratios.max())
	objects, bytes, err := allocated(n)
	if err != nil {
		return err
	}
	b.tell("Allocated by a schedule", "%.0f objects, %.0f kB", objects, bytes/1e3)
	return nil
}

// rated is schedules a second; the time of the first plan counts.
func rated(n *network.Network, workers int) (float64, error) {
	ctx, cancel := context.WithTimeout(context.Background(), rateFor)
	defer cancel()
	begun := time.Now()
	found, err := solve.Plan(ctx, n, solve.Options{Seed: 1, Workers: workers})
	if err != nil {
		return 0, err
	}
	return float64(found.Iterations) / time.Since(begun).Seconds(), nil
}

// allocated is what one more schedule allocates on average: many less few, so
// that the first plan is left out.
func allocated(n *network.Network) (objects, bytes float64, err error) {
	const few, many = 200, 1200
	var counts [2]runtime.MemStats
	var before runtime.MemStats
	for i, iterations := range []int{few, many} {
		runtime.ReadMemStats(&before)
		if _, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 1, Iterations: iterations}); err != nil {
			return 0, 0, err
		}
		runtime.ReadMemStats(&counts[i])
		counts[i].Mallocs -= before.Mallocs
		counts[i].TotalAlloc -= before.TotalAlloc
	}
	per := func(few, many uint64) float64 { return (float64(many) - float64(few)) / 1000 }
	return per(counts[0].Mallocs, counts[1].Mallocs), per(counts[0].TotalAlloc, counts[1].TotalAlloc), nil
}
