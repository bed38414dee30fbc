package bound_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/check"
	"sortie/network"
)

// feesOf is the first fees of a proof by routes; nil where its cases have none.
func feesOf(c *bound.Case) []bound.Fee {
	if c.Split == nil {
		return c.Fees
	}
	if fees := feesOf(c.Fewer); fees != nil {
		return fees
	}
	return feesOf(c.More)
}

// withFees is the same case with other fees.
func withFees(c *bound.Case, fees []bound.Fee) *bound.Case {
	out := *c
	if c.Split == nil {
		out.Fees = fees
		return &out
	}
	out.Fewer, out.More = withFees(c.Fewer, fees), withFees(c.More, fees)
	return &out
}

// splitBy is two cases of a split, each with what was proven without it and a toll.
func splitBy(s bound.Split, c *bound.Case, fewer, more int64) *bound.Case {
	return &bound.Case{Split: &s, Fewer: tolledBy(c, fewer), More: tolledBy(c, more)}
}

func tolledBy(c *bound.Case, toll int64) *bound.Case {
	out := *c
	if c.Split == nil {
		out.Tolls = append([]int64{toll}, c.Tolls...)
		return &out
	}
	out.Fewer, out.More = tolledBy(c.Fewer, toll), tolledBy(c.More, toll)
	return &out
}

// anySplit is of loads, or of a sort in them, by whatever takes them from wherever to wherever.
func anySplit(m *sortie.Mission, sorts int, r *rand.Rand) bound.Split {
	s := bound.Split{Most: r.Int64N(4)}
	f := m.Fleets[r.IntN(len(m.Fleets))]
	switch r.IntN(3) {
	case 0:
		s.Fleet = f.ID
	case 1:
		s.Type = f.Type
	}
	if r.IntN(2) == 0 {
		s.From = m.Places[r.IntN(len(m.Places))].ID
	}
	if r.IntN(2) == 0 {
		s.To = m.Places[r.IntN(len(m.Places))].ID
	}
	if r.IntN(2) == 0 {
		sort := r.IntN(sorts)
		s.Sort = &sort
	}
	return s
}

// TestRoutesAloneAgainstExhaustiveSearch holds what routes prove without any other
// bound against the best plan of tiny missions with one team at a place. Whatever fees are put into
// such a proof, and however it is split, it never passes for a minute more than the best plan.
func TestRoutesAloneAgainstExhaustiveSearch(t *testing.T) {
	t.Parallel()
	seeds := uint64(600)
	if testing.Short() {
		seeds = 120
	}
	solved, tight, fees := 0, 0, map[string]int{}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 61))
		m := crowded(r)
		plan, closes, ok := exhaust(m)
		if !ok {
			continue
		}
		solved++
		best := atTick(closes)
		n := compile(t, m)
		found := bound.RoutesAlone(context.Background(), n, bound.Of(n, plan))
		if found == nil {
			continue
		}
		if found.Closure > network.MinuteOf(best) {
			t.Errorf("seed %d: bound %v, best %v\n%s", seed, found.Closure.Time(n.Zone), best, encode(t, m))
		}
		verified(t, m.ID, m, found)
		if found.Closure == network.MinuteOf(best) {
			tight++
		}
		for _, fee := range feesOf(found.Certificate.Routes.Case) {
			fees[fee.Resource]++
		}
		for range 8 {
			cert, routes := *found.Certificate, *found.Certificate.Routes
			cert.Closure = best.Add(time.Minute)
			routes.Step, routes.Case = 30, withFees(routes.Case, anyFees(m, r))
			cert.Routes = &routes
			if p := check.Certificate(m, encode(t, cert)); p.Valid {
				t.Errorf("seed %d: past the best plan it passes: %s", seed, encode(t, cert))
			}
			whole, split := found.Certificate.Routes.Case, anySplit(m, len(routes.Sorts), r)
			routes.Step, routes.Case = found.Certificate.Routes.Step, splitBy(split, whole, r.Int64N(1<<(1+r.IntN(20))), r.Int64N(1<<(1+r.IntN(20))))
			if p := check.Certificate(m, encode(t, cert)); p.Valid {
				t.Errorf("seed %d: split and past the best plan it passes: %s", seed, encode(t, cert))
			}
			cert.Closure, routes.Case = found.Certificate.Closure, splitBy(split, whole, 0, 0)
			if p := check.Certificate(m, encode(t, cert)); !p.Valid {
				t.Errorf("seed %d: a split without tolls is refused: %s: %s", seed, p.Message, encode(t, cert))
			}
		}
	}
	t.Logf("%d solved, %d proven best by routes alone; fees %v", solved, tight, fees)
	if solved < int(seeds)/4 || len(fees) < 3 || tight < solved/10 {
		t.Errorf("only %d solved, fees of %v, %d proven best", solved, fees, tight)
	}
}

// crowded is a tiny mission with one team wherever lifts come, and mostly one stand and a runway that
// takes its time.
func crowded(r *rand.Rand) *sortie.Mission {
	m := tiny(r)
	for _, p := range m.Places {
		h := p.Handles[sortie.Air]
		h.WorkingMOG = intp(1)
		if r.IntN(3) > 0 {
			h.ParkingMOG = intp(1)
		}
		if r.IntN(3) > 0 {
			h.Interval = sortie.Duration(30 * (1 + r.IntN(3)))
		}
		p.Handles[sortie.Air] = h
	}
	return m
}

// anyFees is fees of any height at any step, of all that has a limit.
func anyFees(m *sortie.Mission, r *rand.Rand) []bound.Fee {
	var out []bound.Fee
	for _, p := range m.Places {
		h := p.Handles[sortie.Air]
		for _, resource := range []string{"working_mog", "parking_mog", "interval"} {
			if resource == "parking_mog" && h.ParkingMOG == nil || resource == "interval" && h.Interval == 0 || r.IntN(3) == 0 {
				continue
			}
			fee := bound.Fee{Resource: resource, Place: p.ID, Mode: sortie.Air}
			for step := range int64(40) {
				if r.IntN(4) == 0 {
					fee.Prices = append(fee.Prices, [2]int64{step, r.Int64N(1 << (1 + r.IntN(20)))})
				}
			}
			out = append(out, fee)
		}
	}
	return out
}

// TestTamperedFeesAreRefused changes fees so that they say what they cannot.
func TestTamperedFeesAreRefused(t *testing.T) {
	m, found := proofWithFees(t)
	list := feesOf(found.Certificate.Routes.Case)
	for what, change := range map[string]func(cert *bound.Certificate, fee *bound.Fee){
		"no step":             func(cert *bound.Certificate, _ *bound.Fee) { cert.Routes.Step = 0 },
		"an unknown place":    func(_ *bound.Certificate, fee *bound.Fee) { fee.Place = "nowhere" },
		"teams without limit": func(_ *bound.Certificate, fee *bound.Fee) { fee.Mode = sortie.Road },
		"less than nothing":   func(_ *bound.Certificate, fee *bound.Fee) { fee.Prices = [][2]int64{{0, -1}} },
		"steps out of order":  func(_ *bound.Certificate, fee *bound.Fee) { fee.Prices = [][2]int64{{3, 1}, {2, 1}} },
		"too dear":            func(_ *bound.Certificate, fee *bound.Fee) { fee.Prices = [][2]int64{{0, 1 << 50}} },
		"what there is not":   func(_ *bound.Certificate, fee *bound.Fee) { fee.Resource = "headway" },
		"hours of no fleet":   func(_ *bound.Certificate, fee *bound.Fee) { *fee = hoursFee("nobody", 1) },
		"hours without limit": func(_ *bound.Certificate, fee *bound.Fee) { *fee = hoursFee(m.Fleets[0].ID, 1) },
	} {
		cert, routes := *found.Certificate, *found.Certificate.Routes
		cert.Routes = &routes
		changed := slices.Clone(list)
		change(&cert, &changed[0])
		routes.Case = withFees(routes.Case, changed)
		if p := check.Certificate(m, encode(t, cert)); p.Valid {
			t.Errorf("%s: it passes: %s", what, encode(t, cert))
		}
	}
	routes := *found.Certificate.Routes
	routes.Case = withFees(routes.Case, append(slices.Clone(list), list[0]))
	cert := *found.Certificate
	cert.Routes = &routes
	if p := check.Certificate(m, encode(t, cert)); p.Valid {
		t.Errorf("two fees of one team pass: %s", encode(t, cert))
	}
}

func hoursFee(fleet string, price int64) bound.Fee {
	return bound.Fee{Resource: "hours_per_day", Fleet: fleet, Prices: [][2]int64{{0, price}}}
}

// TestHoursHaveAFee holds proofs with any fee of minutes under way, and with any worths, against the best plan of
// a mission whose hours per day bind. Some of them prove more than any without.
func TestHoursHaveAFee(t *testing.T) {
	m, best := routesMission(t, "8"), time.Date(2022, 3, 2, 2, 30, 0, 0, time.UTC)
	n := compile(t, m)
	cert := *bound.RoutesAlone(context.Background(), n, bound.Everything(n)).Certificate
	r := rand.New(rand.NewPCG(8, 61))
	proves := func(closes time.Time, price, near, far int64) bool {
		cert.Closure = closes
		cert.Routes = &bound.Routes{Sorts: cert.Routes.Sorts, Step: 60, Case: &bound.Case{
			Worth: []map[string]int64{{"site": near, "far": near}, {"site": far, "near": far}}, Tolls: []int64{}, Fees: []bound.Fee{hoursFee("f", price)}}}
		return check.Certificate(m, encode(t, cert)).Valid
	}
	for range 500 {
		if price, near, far := r.Int64N(1000), r.Int64N(10_000), r.Int64N(10_000); proves(best.Add(time.Minute), price, near, far) {
			t.Errorf("past the best plan it passes: near %d, far %d, a minute %d", near, far, price)
		}
	}
	// Near takes 2 h 30 there and back again, far 3 h 30: 8 h 30 in one day, of which there are 8.
	later := time.Date(2022, 3, 1, 14, 0, 0, 0, time.UTC)
	if !proves(later, 10, 30_000, 42_000) || proves(later, 0, 30_000, 42_000) {
		t.Error("a fee of minutes under way proves nothing more")
	}
	cert.Routes.Case.Fees = []bound.Fee{hoursFee("f", 10), hoursFee("f", 10)}
	if check.Certificate(m, encode(t, cert)).Valid {
		t.Error("two fees of one fleet pass")
	}
}

// proofWithFees is a tiny mission of which routes prove something with fees.
func proofWithFees(t *testing.T) (*sortie.Mission, *bound.Result) {
	t.Helper()
	for seed := range uint64(500) {
		m := crowded(rand.New(rand.NewPCG(seed, 61)))
		n := compile(t, m)
		found := bound.RoutesAlone(context.Background(), n, bound.Everything(n))
		if found != nil && len(feesOf(found.Certificate.Routes.Case)) > 0 {
			return m, found
		}
	}
	t.Fatal("no mission has a proof with fees")
	return nil, nil
}
