package bound_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/check"
	"sortie/internal/highs"
	"sortie/network"
)

// relaxing is HiGHS, where this build has it.
func relaxing(t testing.TB) *highs.Solver {
	t.Helper()
	s, err := highs.Open(context.Background(), highs.CacheFolder())
	if errors.Is(err, highs.ErrAbsent) {
		t.Skip("HiGHS is not in this build, so the relaxation is not tested: `make solver` puts it in, and needs npm")
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

// TestRelaxationAgainstExhaustiveSearch holds proofs by prices against the best
// of all schedules: none lies past it, whatever the cuts prove before.
func TestRelaxationAgainstExhaustiveSearch(t *testing.T) {
	t.Parallel()
	solver := relaxing(t)
	seeds := uint64(900)
	if testing.Short() {
		seeds = 200
	}
	solved, proven, tight := 0, 0, 0
	for seed := range seeds {
		m := tiny(rand.New(rand.NewPCG(seed, 6)))
		plan, closes, ok := exhaust(m)
		if !ok {
			continue
		}
		solved++
		n := compile(t, m)
		r := bound.Relaxation(context.Background(), n, bound.Of(n, plan), solver)
		if r == nil {
			continue
		}
		proven++
		if best := network.MinuteOf(atTick(closes)); r.Closure > best {
			t.Errorf("seed %d: bound %v, best %v: %s\n%s", seed, r.Closure.Time(n.Zone), atTick(closes), r.Proof, encode(t, m))
		} else if r.Closure == best {
			tight++
		}
		verified(t, fmt.Sprintf("seed %d", seed), m, r)
		shaken(t, m, r, atTick(closes).Add(time.Minute), rand.New(rand.NewPCG(seed, 7)))
	}
	t.Logf("%d solved, %d with a proof by prices, %d of them proven best", solved, proven, tight)
	if solved < int(seeds)/4 || proven < solved/10 {
		t.Errorf("%d of %d missions solved, %d with a proof by prices", solved, seeds, proven)
	}
}

// shaken changes prices at random: whatever they are, they do not prove a
// minute more than the optimum.
func shaken(t *testing.T, m *sortie.Mission, r *bound.Result, claims time.Time, from *rand.Rand) {
	t.Helper()
	for range 10 {
		cert := *r.Certificate
		prices := *cert.Prices
		cert.Closure, cert.Prices = claims, &prices
		shake := func(list [][2]int64) [][2]int64 {
			list = slices.Clone(list)
			for i := range list {
				list[i][1] = int64(float64(list[i][1]) * 4 * from.Float64())
			}
			return list
		}
		prices.Servers, prices.Lifts = slices.Clone(prices.Servers), slices.Clone(prices.Lifts)
		for i := range prices.Servers {
			prices.Servers[i].Prices = shake(prices.Servers[i].Prices)
		}
		for i := range prices.Lifts {
			prices.Lifts[i].Worth = shake(prices.Lifts[i].Worth)
		}
		if p := check.Certificate(m, encode(t, cert)); p.Valid {
			t.Fatalf("a minute past the optimum passes: %s\n%s\n%s", p.Message, encode(t, cert), encode(t, m))
		}
	}
}

// TestPricesThatAreNone holds the verifier against prices out of every limit.
func TestPricesThatAreNone(t *testing.T) {
	m := tiny(rand.New(rand.NewPCG(1, 6)))
	n := compile(t, m)
	whole := bound.Everything(n)
	u := m.Units[whole[0].Unit]
	good := bound.Certificate{Kind: "relaxation", Closure: m.Operation.Start.Add(time.Minute), Total: int64(whole[0].Count),
		Part:   bound.Part{Demand: []bound.Demand{{Units: []string{u.ID}, Kind: "people", Count: whole[0].Count}}, Weights: map[string]int64{"people": 1}},
		Prices: &bound.Prices{From: m.Operation.Start, Step: 30}}
	if p := check.Certificate(m, encode(t, good)); !p.Valid {
		t.Fatalf("nobody arrives in the first minute, but: %s", p.Message)
	}
	for name, spoil := range map[string]func(c *bound.Certificate){
		"no prices":         func(c *bound.Certificate) { c.Prices = nil },
		"another beginning": func(c *bound.Certificate) { c.Prices.From = c.Prices.From.Add(time.Minute) },
		"no step":           func(c *bound.Certificate) { c.Prices.Step = 0 },
		"a negative price": func(c *bound.Certificate) {
			c.Prices.Lifts = []bound.Worth{{Fleet: "f0", Place: "site", Worth: [][2]int64{{0, -1}}}}
		},
		"out of order": func(c *bound.Certificate) {
			c.Prices.Lifts = []bound.Worth{{Fleet: "f0", Place: "site", Worth: [][2]int64{{1, 1}, {0, 1}}}}
		},
		"no such fleet":    func(c *bound.Certificate) { c.Prices.Lifts = []bound.Worth{{Fleet: "x", Place: "site"}} },
		"nothing limited":  func(c *bound.Certificate) { c.Prices.Servers = []bound.Price{{Resource: "headway", Place: "site"}} },
		"no such resource": func(c *bound.Certificate) { c.Prices.Servers = []bound.Price{{Resource: "luck", Place: "site"}} },
		"another total":    func(c *bound.Certificate) { c.Total++ },
		"far away":         func(c *bound.Certificate) { c.Closure = c.Closure.AddDate(200, 0, 0) },
	} {
		spoilt := good
		prices := *good.Prices
		spoilt.Prices = &prices
		spoil(&spoilt)
		if p := check.Certificate(m, encode(t, spoilt)); p.Valid {
			t.Errorf("%s: %s", name, p.Message)
		}
	}
}

// TestNoValidPlanClosesBeforeItsRelaxation does the same on generated missions
// with convoys, hours and days of leaving, against valid plans.
func TestNoValidPlanClosesBeforeItsRelaxation(t *testing.T) {
	t.Parallel()
	solver := relaxing(t)
	seeds := uint64(24)
	if testing.Short() {
		seeds = 15
	}
	plans, proven, tight := 0, 0, 0
	scarce := map[string]int{}
	for seed := range seeds {
		m, n, plan := planned(t, seed, 78)
		if plan == nil {
			continue
		}
		plans++
		r := bound.Relaxation(context.Background(), n, bound.Of(n, plan), solver)
		if r == nil {
			continue
		}
		proven++
		for _, resource := range r.Certificate.Prices.Scarce() {
			scarce[resource]++
		}
		if closure := network.MinuteOf(*plan.Verdict.Closure); r.Closure > closure {
			t.Errorf("seed %d: bound %v, a valid plan closes %v: %s", seed, r.Closure.Time(n.Zone), plan.Verdict.Closure, r.Proof)
		} else if r.Closure == closure {
			tight++
		}
		verified(t, m.ID, m, r)
	}
	t.Logf("%d plans, %d with a proof by prices, %d of them proven best; what has a price: %v", plans, proven, tight, scarce)
}
