package main

import (
	"path/filepath"
	"testing"
	"time"

	"sortie"
	"sortie/bench/instances"
	"sortie/check"
	"sortie/missionfile"
)

// repository is the root, seen from this package.
const repository = "../../.."

var noon = time.Date(2023, 5, 9, 12, 0, 0, 0, time.UTC)

func resultOf(closes time.Duration, undelivered int, bound time.Duration) *result {
	closure := noon.Add(closes)
	return &result{
		in: instances.Instance{Name: "x"}, hash: "h", start: noon.AddDate(0, 0, -1), bound: noon.Add(bound),
		verdict: sortie.Verdict{Closure: &closure, Undelivered: sortie.Counts{People: undelivered}},
	}
}

func TestTheBestKnownOnlyImproves(t *testing.T) {
	k := &known{instance: "x", hash: "h"}
	for _, step := range []struct {
		r           *result
		plan, bound bool
	}{
		{resultOf(2*time.Hour, 0, -time.Hour), true, true},
		{resultOf(3*time.Hour, 0, -2*time.Hour), false, false},
		{resultOf(3*time.Hour, 0, 0), false, true},
		{resultOf(time.Hour, 1, 30*time.Minute), false, false}, // leaves someone behind: its bound is of such plans
		{resultOf(time.Hour, 0, 0), true, false},
	} {
		if plan, bound := k.offer(step.r, "a", "2026-01-01"); plan != step.plan || bound != step.bound {
			t.Errorf("closes %v, bound %v: plan %v, bound %v, want %v, %v", step.r.verdict.Closure, step.r.bound, plan, bound, step.plan, step.bound)
		}
	}
	if !k.closure.Equal(noon.Add(time.Hour)) || !k.bound.Equal(noon) {
		t.Errorf("closes %v, bound %v", k.closure, k.bound)
	}
	other := resultOf(5*time.Hour, 0, -time.Hour)
	other.hash = "another mission"
	if plan, bound := k.offer(other, "a", "2026-01-02"); !plan || !bound || k.hash != other.hash {
		t.Error("what was known of the old mission stays for a new one")
	}
}

func TestTheGapIsTheContracts(t *testing.T) {
	start := noon.AddDate(0, 0, -1)
	for _, c := range []struct {
		closure, bound time.Time
		gap            float64
		ok             bool
	}{
		{noon.Add(6 * time.Hour), noon, 0.25, true},
		{noon, noon, 0, true},
		{noon, time.Time{}, 0, false},
		{noon, start, 0, false},
		{start, start, 0, true},
	} {
		if gap, ok := gapOf(c.closure, c.bound, start); gap != c.gap || ok != c.ok {
			t.Errorf("closure %v, bound %v: %v, %v", c.closure, c.bound, gap, ok)
		}
	}
}

// A result counts only if the verifier has nothing to say against it.
func TestOnlyWhatTheVerifierAcceptsCounts(t *testing.T) {
	fine := answer{Valid: true, Bound: &check.Proof{Valid: true}}
	if !fine.accepted() {
		t.Error(fine.complaint())
	}
	for name, a := range map[string]answer{
		"a breach":                {Valid: true, Report: check.Report{Breaches: []check.Breach{{Rule: "R8"}}}},
		"not valid":               {},
		"a bound that is raised":  {Valid: true, Bound: &check.Proof{}},
		"a figure that is not so": {Valid: true, Report: check.Report{Differences: []check.Difference{{Field: "verdict.closure"}}}},
	} {
		if a.accepted() {
			t.Errorf("%s is accepted", name)
		}
	}
	r := resultOf(0, 0, 0)
	r.refused = "R8"
	best := &bestKnown{rows: map[string]*known{}}
	var b bench
	if err := b.update(best, r, "a"); err != nil || len(best.rows) > 0 {
		t.Errorf("a refused result is kept: %v, %v", best.rows, err)
	}
	if _, ok := r.gap(); ok {
		t.Error("a refused result has a gap")
	}
}

func TestWhatIsRefusedOrUnprovenCountsAsMissed(t *testing.T) {
	fine, refused, unproven := resultOf(0, 0, 0), resultOf(0, 0, 0), resultOf(0, 0, 0)
	refused.refused = "R8"
	unproven.bound = time.Time{}
	var b bench
	b.targets(&setTable{limit: settling, best: &bestKnown{}, results: []*result{fine, refused, unproven}})
	for i, met := range []bool{false, false, false} {
		if b.rows[i].met != met {
			t.Errorf("%s: met %v", b.rows[i].what, b.rows[i].met)
		}
	}
	b.rows = nil
	b.targets(&setTable{limit: settling, best: &bestKnown{}, results: []*result{fine, fine}})
	for _, r := range b.rows[:3] {
		if !r.met {
			t.Errorf("%s: not met", r.what)
		}
	}
}

func TestALossIsShown(t *testing.T) {
	best := &bestKnown{rows: map[string]*known{"x": {instance: "x", hash: "h", by: "a", figures: figures{closure: noon}}}}
	s := &setTable{best: best}
	if loss := s.loss(resultOf(95*time.Minute, 0, 0)); loss != "1h35m" {
		t.Errorf("loss %q", loss)
	}
	if loss := s.loss(resultOf(-time.Hour, 2, 0)); loss != "2 not delivered" {
		t.Errorf("loss %q", loss)
	}
	if loss := s.loss(resultOf(-time.Hour, 0, 0)); loss != "" {
		t.Errorf("loss %q", loss)
	}
}

// An instance that changes makes every result of it void: it stays as it was
// when its best known result was found, or gets another name.
func TestTheSetIsTheOneThatTheBestKnownResultsAreOf(t *testing.T) {
	best, err := readBest(filepath.Join(repository, bestFolder))
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range instances.All() {
		k := best.rows[in.Name]
		if k == nil {
			t.Errorf("%s has no best known result", in.Name)
			continue
		}
		if in.Make == nil {
			continue
		}
		if hash, err := missionfile.SHA256(in.Make()); err != nil || hash != k.hash {
			t.Errorf("%s is another mission than the best known result was found for (%v)", in.Name, err)
		}
	}
}

func TestEveryKeptPlanIsWhatTheTableSays(t *testing.T) {
	best, err := readBest(filepath.Join(repository, bestFolder))
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, in := range instances.All() {
		k := best.rows[in.Name]
		if k == nil {
			continue
		}
		p, err := best.read(in.Name)
		if err != nil {
			t.Fatal(err)
		}
		if p == nil || in.Make == nil && p.MissionSHA256 != k.hash {
			continue
		}
		kept++
		in.Path = filepath.Join(repository, in.Path)
		m, err := missionOf(in)
		if err != nil {
			t.Fatal(err)
		}
		report := check.Plan(m, p)
		if len(report.Breaches) > 0 {
			t.Errorf("%s: %s", in.Name, report.Breaches[0].Message)
			continue
		}
		if f := figuresOf(report.Verdict); f.compare(k.figures) != 0 {
			t.Errorf("%s: the plan comes to %+v, the table says %+v", in.Name, f, k.figures)
		}
		if k.bound.IsZero() {
			continue
		}
		if p.Verdict.Bound == nil {
			t.Errorf("%s: the plan does not hold the bound of the table", in.Name)
		} else if proof := check.Bound(m, p); !proof.Valid || !proof.Closure.Equal(k.bound) {
			t.Errorf("%s: the bound is %v, %s; the table says %v", in.Name, proof.Closure, proof.Message, k.bound)
		}
	}
	if kept < 60 {
		t.Errorf("%d plans are kept, want 60", kept)
	}
}
