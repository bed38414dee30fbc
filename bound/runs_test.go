package bound_test

import (
	"context"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/bench/instances"
	"sortie/bound"
	"sortie/check"
	"sortie/missionfile"
	"sortie/network"
)

// leavesOf is the cases of a proof by runs that are not split.
func leavesOf(c *bound.RunCase) []*bound.RunCase {
	if c.Split == nil {
		return []*bound.RunCase{c}
	}
	return append(leavesOf(c.Fewer), leavesOf(c.More)...)
}

// byLot is a case split by how many of one kind of a part go, with tolls made at random.
func byLot(c *bound.RunCase, r *rand.Rand) *bound.RunCase {
	weights := leavesOf(c)[0].Weights
	lot := bound.RunLot{Part: r.IntN(len(weights))}
	kinds := slices.Sorted(maps.Keys(weights[lot.Part]))
	if len(kinds) == 0 {
		return c
	}
	lot.Kind = kinds[r.IntN(len(kinds))]
	return splitAtRandom(c, bound.RunSplit{Lot: &lot, Most: r.Int64N(4)}, weights[lot.Part][lot.Kind], r)
}

// byWeight is a case split by how many loads go where legs bear more than so much.
func byWeight(c *bound.RunCase, m *sortie.Mission, r *rand.Rand) *bound.RunCase {
	t := m.LiftTypes[r.IntN(len(m.LiftTypes))]
	most := int64(1)
	for _, each := range leavesOf(c)[0].Weights {
		for _, v := range each {
			most = max(most, 2*v)
		}
	}
	split := bound.RunSplit{Over: t.PayloadRange[1][1] + 0.1, Most: r.Int64N(3)}
	if r.IntN(2) == 0 {
		split.Type = t.ID
	}
	return splitAtRandom(c, split, most, r)
}

// splitAtRandom is a case split once more, with tolls made at random.
func splitAtRandom(c *bound.RunCase, split bound.RunSplit, most int64, r *rand.Rand) *bound.RunCase {
	var tolled func(c *bound.RunCase) *bound.RunCase
	tolled = func(c *bound.RunCase) *bound.RunCase {
		out := *c
		if c.Split != nil {
			out.Fewer, out.More = tolled(c.Fewer), tolled(c.More)
		} else {
			out.Tolls = append([]int64{r.Int64N(most + 1)}, c.Tolls...)
		}
		return &out
	}
	return &bound.RunCase{Split: &split, Fewer: tolled(c), More: tolled(c)}
}

// farOff is a tiny mission in which loads that are flown straight are lighter than those that stop on the way.
func farOff(r *rand.Rand) *sortie.Mission {
	for {
		m := crowded(r)
		straight := slices.ContainsFunc(m.Links, func(l sortie.Link) bool {
			return slices.Contains(l.Between, "site") && slices.Contains(l.Between, "home")
		})
		if len(m.Places) < 3 || !straight {
			continue
		}
		for i := range m.Links {
			l := &m.Links[i]
			l.KM = 500
			if !slices.Contains(l.Between, "middle") {
				l.KM = 2000
			}
		}
		for i := range m.LiftTypes {
			t := &m.LiftTypes[i]
			t.PayloadRange = [][2]float64{{1000, *t.Payload}, {2000, max(*t.Payload/2, 0.5)}}
			t.Payload = nil
		}
		return m
	}
}

// shakenCase is a case with other prices, weights, tolls and times.
func shakenCase(c *bound.RunCase, r *rand.Rand) *bound.RunCase {
	out := *c
	if c.Split != nil {
		split := *c.Split
		split.Most = max(0, split.Most+r.Int64N(3)-1)
		out.Split, out.Fewer, out.More = &split, shakenCase(c.Fewer, r), shakenCase(c.More, r)
		return &out
	}
	scaled := func(n int64) int64 { return int64(float64(n) * 2 * r.Float64()) }
	out.Weights, out.Prices, out.Tolls = nil, slices.Clone(c.Prices), slices.Clone(c.Tolls)
	for _, weights := range c.Weights {
		weights = maps.Clone(weights)
		for _, kind := range slices.Sorted(maps.Keys(weights)) {
			weights[kind] = scaled(weights[kind]) + 1
		}
		out.Weights = append(out.Weights, weights)
	}
	for i := range out.Prices {
		p := &out.Prices[i]
		p.Price = scaled(p.Price)
		if r.IntN(3) == 0 {
			p.From, p.Until = p.From+r.Int64N(121)-60, p.Until+r.Int64N(121)-60
		}
		if p.Resource != "interval" && p.Resource != "lifts" && r.IntN(3) == 0 {
			p.Shares = r.Int64N(6)
			p.Price = scaled(p.Price * 60) // a share is worth more than a minute
		}
	}
	for i := range out.Tolls {
		out.Tolls[i] = scaled(out.Tolls[i])
	}
	return &out
}

// shakenParts is parts with other counts.
func shakenParts(parts []bound.Part, r *rand.Rand) []bound.Part {
	parts = slices.Clone(parts)
	for k := range parts {
		parts[k].Demand = slices.Clone(parts[k].Demand)
		for i := range parts[k].Demand {
			parts[k].Demand[i].Count = max(1, parts[k].Demand[i].Count+r.IntN(3)-1)
		}
	}
	return parts
}

// withLifts is a case with a price of late lifts in each that is not split.
func withLifts(c *bound.RunCase, m *sortie.Mission, r *rand.Rand) *bound.RunCase {
	out := *c
	if c.Split != nil {
		out.Fewer, out.More = withLifts(c.Fewer, m, r), withLifts(c.More, m, r)
		return &out
	}
	from := r.Int64N(1200)
	out.Prices = append(slices.Clone(c.Prices), bound.RunPrice{Resource: "lifts", Fleet: m.Fleets[r.IntN(len(m.Fleets))].ID, Trip: 1 + r.IntN(2),
		From: from, Until: from, Price: r.Int64N(1e8)})
	return &out
}

// TestRunsAloneAgainstExhaustiveSearch holds what runs prove without any other bound against the best plan of
// tiny missions. Whatever is put into such a proof, it never passes for a minute more than that.
func TestRunsAloneAgainstExhaustiveSearch(t *testing.T) {
	t.Parallel()
	seeds, kinds := uint64(600), 2
	if testing.Short() {
		seeds, kinds = 160, 1
	}
	solved, tight, split, shared, nested, priced := 0, 0, 0, 0, 0, map[string]int{}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 62))
		m := crowded(r)
		switch {
		case seed%2 == 0:
			m = tiny(r)
		case seed%4 == 1:
			m = farOff(r)
		}
		plan, closes, ok := exhaust(m)
		if !ok {
			continue
		}
		solved++
		best := atTick(closes)
		n := compile(t, m)
		found := bound.RunsAlone(context.Background(), n, bound.Of(n, plan))
		if found == nil {
			continue
		}
		if found.Closure > network.MinuteOf(best) {
			t.Errorf("seed %d: bound %v, best %v: %s\n%s", seed, found.Closure.Time(n.Zone), best, found.Proof, encode(t, m))
		}
		verified(t, m.ID, m, found)
		if found.Closure == network.MinuteOf(best) {
			tight++
		}
		if parts := found.Certificate.Parts; len(parts) > 1 && parts[0].Demand[0].After != nil {
			nested++
		}
		leaves := leavesOf(found.Certificate.Runs.Case)
		if len(leaves) > 1 {
			split++
		}
		for _, leaf := range leaves {
			for _, p := range leaf.Prices {
				priced[p.Resource]++
				if p.Shares > 0 {
					shared++
				}
			}
		}
		for range 12 {
			cert := *found.Certificate
			cert.Closure = best.Add(time.Minute)
			cases := shakenCase(found.Certificate.Runs.Case, r)
			if r.IntN(2) == 0 {
				cases = byLot(cases, r)
			}
			if r.IntN(2) == 0 {
				cases = withLifts(cases, m, r)
			}
			if m.LiftTypes[0].PayloadRange != nil && r.IntN(2) == 0 {
				cases = byWeight(cases, m, r)
			}
			cert.Runs = &bound.Runs{Case: cases}
			if r.IntN(2) == 0 {
				cert.Parts = shakenParts(cert.Parts, r)
			}
			if p := check.Certificate(m, encode(t, cert)); p.Valid {
				t.Errorf("seed %d: past the best plan it passes: %s\n%s", seed, encode(t, cert), encode(t, m))
			}
		}
	}
	t.Logf("%d solved, %d proven best by runs alone, %d in cases; prices %v, %d of shares; %d of several held", solved, tight, split, priced, shared, nested)
	if solved < int(seeds)/4 || tight < solved/10 || split == 0 || shared == 0 && !testing.Short() || len(priced) < kinds {
		t.Errorf("only %d solved, %d proven best, %d in cases, prices of %v, %d of shares", solved, tight, split, priced, shared)
	}
}

// handWorked is one of the missions whose best plan was worked out by hand.
func handWorked(t *testing.T, name string) *sortie.Mission {
	t.Helper()
	f, err := missionfile.Read("../testdata/hand/" + name + ".yaml")
	if err != nil || f.Failed() {
		t.Fatal(err, f)
	}
	return f.Mission
}

// TestHeavyLoadsStop proves the best plan of a mission in which what would be soonest, all in one load that goes straight, is too
// heavy for that; the minute after it no longer does.
func TestHeavyLoadsStop(t *testing.T) {
	m := handWorked(t, "stop-with-all-or-straight-with-half")
	n := compile(t, m)
	r := bound.RunsAlone(context.Background(), n, bound.Everything(n))
	if r == nil || !r.Certificate.Closure.Equal(time.Date(2022, 3, 1, 4, 0, 0, 0, time.UTC)) {
		t.Fatalf("bound %v", r)
	}
	verified(t, m.ID, m, r)
}

// TestThoseWhoAreHeldWantOneAircraft proves the best plan of a mission in which those who guard until some minute, and those
// who stay until a later one, would both have to go by the one fast aircraft. No one is counted in both.
func TestThoseWhoAreHeldWantOneAircraft(t *testing.T) {
	m := handWorked(t, "guard-and-floor-want-one-aircraft")
	n := compile(t, m)
	r := bound.Closure(context.Background(), n, bound.Everything(n))
	if r == nil || !r.Certificate.Closure.Equal(time.Date(2022, 3, 1, 15, 30, 0, 0, time.UTC)) || len(r.Certificate.Parts) < 2 {
		t.Fatalf("bound %v", r)
	}
	verified(t, m.ID, m, r)
	for k := range r.Certificate.Parts {
		cert := *r.Certificate
		cert.Parts = slices.Clone(cert.Parts)
		cert.Parts[k].Demand = slices.Clone(cert.Parts[k].Demand)
		cert.Parts[k].Demand[0].Count++
		if check.Certificate(m, encode(t, cert)).Valid {
			t.Errorf("with one more in part %d than are held without the others it passes", k)
		}
	}
}

// TestTamperedRunsAreRefused changes what a proof by runs says.
func TestTamperedRunsAreRefused(t *testing.T) {
	m := routesMission(t, "24")
	n := compile(t, m)
	r := bound.RunsAlone(context.Background(), n, bound.Everything(n))
	if r == nil {
		t.Fatal("no proof by runs")
	}
	leaf := *leavesOf(r.Certificate.Runs.Case)[0]
	within := leaf
	within.Tolls = append([]int64{0}, leaf.Tolls...)
	greedy := leaf
	greedy.Tolls = append([]int64{2e9}, leaf.Tolls...)
	split := func(s bound.RunSplit, fewer, more *bound.RunCase) *bound.RunCase {
		return &bound.RunCase{Split: &s, Fewer: fewer, More: more}
	}
	priced := func(p bound.RunPrice) *bound.RunCase {
		c := leaf
		c.Prices = []bound.RunPrice{p}
		return &c
	}
	for what, c := range map[string]*bound.RunCase{
		"nothing":              nil,
		"no weights":           {},
		"one case of two":      split(bound.RunSplit{Fleet: "f", Most: 1}, &within, nil),
		"less than none":       split(bound.RunSplit{Fleet: "f", Most: -1}, &within, &within),
		"a toll for nobody":    &within,
		"too high a toll":      split(bound.RunSplit{Fleet: "f", Most: 1}, &greedy, &greedy),
		"an unknown place":     priced(bound.RunPrice{Resource: "working_mog", Place: "moon", Mode: sortie.Air, Until: 60, Price: 1}),
		"an unknown resource":  priced(bound.RunPrice{Resource: "moon", Place: "site", Mode: sortie.Air, Until: 60, Price: 1}),
		"teams without limit":  priced(bound.RunPrice{Resource: "working_mog", Place: "site", Mode: sortie.Air, Until: 60, Price: 1}),
		"a price below nought": priced(bound.RunPrice{Resource: "interval", Place: "site", Mode: sortie.Air, Until: 60, Price: -1}),
		"shares of nothing":    priced(bound.RunPrice{Resource: "parking_mog", Place: "site", Mode: sortie.Air, Shares: 2, Price: 1}),
		"too many shares":      priced(bound.RunPrice{Resource: "parking_mog", Place: "site", Mode: sortie.Air, Until: 60, Shares: 1 << 40, Price: 1}),
		"shares of a runway":   priced(bound.RunPrice{Resource: "interval", Place: "site", Mode: sortie.Air, Until: 60, Shares: 2, Price: 1}),
		"lifts of nobody":      priced(bound.RunPrice{Resource: "lifts", Fleet: "moon", Trip: 1, Price: 1}),
		"lifts without a trip": priced(bound.RunPrice{Resource: "lifts", Fleet: "f", Price: 1}),
		"a lot of nobody":      split(bound.RunSplit{Lot: &bound.RunLot{Part: 9, Kind: "people"}, Most: 1}, &within, &within),
		"a lot of nothing":     split(bound.RunSplit{Lot: &bound.RunLot{Kind: "moon"}, Most: 1}, &within, &within),
		"a span that ends":     priced(bound.RunPrice{Resource: "parking_mog", Place: "site", Mode: sortie.Air, From: 60, Price: 1}),
		"cases without end":    endless(&leaf, 100),
	} {
		cert := *r.Certificate
		cert.Runs = &bound.Runs{Case: c}
		if p := check.Certificate(m, encode(t, cert)); p.Valid {
			t.Errorf("%s passes: %s", what, encode(t, cert))
		}
	}
	cert := *r.Certificate
	cert.Runs = nil
	if check.Certificate(m, encode(t, cert)).Valid {
		t.Error("without runs it passes")
	}
}

// TestLateLoadLeavesNoTimeForAnother proves of a mission of the benchmark set that lifts which wait for a unit that
// relieves another bring nothing else: two of seven, since that unit is 2 cm too long for one load.
func TestLateLoadLeavesNoTimeForAnother(t *testing.T) {
	for _, i := range instances.All() {
		if i.Name != "units-4" {
			continue
		}
		m := i.Make()
		n := compile(t, m)
		r := bound.Closure(context.Background(), n, bound.Everything(n))
		if r == nil || r.Certificate.Runs == nil || r.Certificate.Closure.Before(time.Date(2023, 5, 9, 6, 0, 0, 0, time.UTC)) {
			t.Fatalf("bound %v", r)
		}
		if !slices.ContainsFunc(leavesOf(r.Certificate.Runs.Case), func(c *bound.RunCase) bool {
			return slices.ContainsFunc(c.Prices, func(p bound.RunPrice) bool { return p.Resource == "lifts" })
		}) {
			t.Error("late lifts cost nothing")
		}
		verified(t, i.Name, m, r)
		return
	}
	t.Error("there is no such instance")
}

// TestFurtherGoesOnFromAProof goes on from the first proof by runs of a mission of the benchmark set, to the one that is
// found in the end; not from what nothing is left to be looked at of, nor without time.
func TestFurtherGoesOnFromAProof(t *testing.T) {
	i := slices.IndexFunc(instances.All(), func(i instances.Instance) bool { return i.Name == "teams-1" })
	m := instances.All()[i].Make()
	n := compile(t, m)
	var first *bound.Result
	end := bound.Relax(context.Background(), n, bound.Everything(n), nil, func(r *bound.Result) {
		if first == nil && r.Certificate.Kind == "runs" {
			first = r
		}
	})
	if first == nil || first.Closure >= end.Closure {
		t.Fatalf("first %v, in the end %v", first, end)
	}
	last := first
	bound.Further(context.Background(), n, bound.Everything(n), first, func(r *bound.Result) {
		if r.Closure <= last.Closure {
			t.Errorf("after %v it tells of %v", last.Closure, r.Closure)
		}
		last = r
	})
	if last.Closure != end.Closure {
		t.Errorf("it goes on to %v, not to %v", last.Closure.Time(n.Zone), end.Closure.Time(n.Zone))
	}
	verified(t, m.ID, m, last)
	over, cancel := context.WithCancel(context.Background())
	cancel()
	none := func(r *bound.Result) { t.Errorf("it tells of %s", r.Proof) }
	bound.Further(over, n, bound.Everything(n), first, none)
	bound.Further(context.Background(), n, bound.Everything(n), nil, none)
	bound.Further(context.Background(), n, bound.Everything(n), &bound.Result{Closure: first.Closure, Certificate: &bound.Certificate{Kind: "path"}}, none)
}

// endless is a case split so many times.
func endless(leaf *bound.RunCase, times int) *bound.RunCase {
	if times == 0 {
		return leaf
	}
	return &bound.RunCase{Split: &bound.RunSplit{Most: 1}, Fewer: leaf, More: endless(leaf, times-1)}
}

// TestRunsAreWholeAndToldApart proves as much as the best plans of three missions of the benchmark set: with one team
// and with one runway, where the number of loads decides for which place, and from which on; and where heavy loads stop.
func TestRunsAreWholeAndToldApart(t *testing.T) {
	best := map[string]string{"teams-1": "2023-05-08T15:46:00+03:00", "runway-2": "2023-05-08T12:15:00+03:00", "payload-1": "2023-05-08T14:28:00+03:00"}
	for _, i := range instances.All() {
		closes, ok := best[i.Name]
		if !ok {
			continue
		}
		delete(best, i.Name)
		m := i.Make()
		n := compile(t, m)
		r := bound.Closure(context.Background(), n, bound.Everything(n))
		if r == nil || r.Certificate.Closure.Format(time.RFC3339) != closes {
			t.Fatalf("%s: bound %v, the best plan closes at %s", i.Name, r, closes)
		}
		verified(t, i.Name, m, r)
	}
	if len(best) > 0 {
		t.Errorf("there are no instances %v", best)
	}
}
