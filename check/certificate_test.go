package check_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/check"
	"sortie/internal/handcases"
	"sortie/internal/lang/langtest"
	"sortie/missionfile"
	"sortie/network"
)

// proven is a hand-worked mission with a certificate of its optimum, or of
// what of it can be proven.
type proven struct {
	name    string
	mission *sortie.Mission
	plan    *sortie.Plan
	best    time.Time
	whole   bool // everything is delivered
	cert    *bound.Certificate
}

func provenCases(t testing.TB) []proven {
	t.Helper()
	cases, err := handcases.Load(os.DirFS("../testdata/hand"))
	if err != nil {
		t.Fatal(err)
	}
	var out []proven
	for _, c := range cases {
		if c.Closure == nil || c.Plan == nil {
			continue
		}
		f := missionfile.Parse(c.Name+".yaml", c.Mission, nil)
		plan, _ := missionfile.ReadPlan(c.Name, c.Plan)
		n, err := network.Compile(f.Mission)
		if err != nil {
			t.Fatal(err)
		}
		p := proven{c.Name, f.Mission, plan, *c.Closure, c.Undelivered == sortie.Counts{}, nil}
		if r := bound.Closure(context.Background(), n, bound.Of(n, plan)); r != nil {
			p.cert = r.Certificate
		}
		out = append(out, p)
	}
	return out
}

func marshal(t testing.TB, v any) json.RawMessage {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// certify verifies a certificate, and holds what is said of it to both languages.
func certify(t testing.TB, m *sortie.Mission, raw json.RawMessage) check.Proof {
	t.Helper()
	p := check.Certificate(m, raw)
	langtest.French(t, p.Message)
	return p
}

func bounded(t testing.TB, m *sortie.Mission, plan *sortie.Plan) check.Proof {
	t.Helper()
	p := check.Bound(m, plan)
	langtest.French(t, p.Message)
	return p
}

var certifiedKinds = []string{"path", "working_mog", "parking_mog", "interval", "lifts", "headway", "people_per_day"}

// TestNoCertificateProvesTooMuch makes certificates at random for missions
// whose optimum is known, each claiming a minute more: none may pass, whatever
// it says.
func TestNoCertificateProvesTooMuch(t *testing.T) {
	rounds := 300
	if testing.Short() {
		rounds = 30
	}
	for _, p := range provenCases(t) {
		if !p.whole {
			continue
		}
		r := rand.New(rand.NewPCG(1, uint64(len(p.name))))
		tardiness := int64(check.Plan(p.mission, p.plan).Verdict.Tardiness)
		for range rounds {
			cert := random(r, p.mission)
			if r.IntN(2) == 0 {
				cert.Tardiness = &tardiness
			}
			cert.Closure = p.best.Add(time.Minute)
			if got := certify(t, p.mission, marshal(t, cert)); got.Valid {
				t.Fatalf("%s closes at %v; this passes: %s\n%s", p.name, p.best, got.Message, marshal(t, cert))
			}
		}
	}
}

// random is a certificate that names what is there, in any combination.
func random(r *rand.Rand, m *sortie.Mission) *bound.Certificate {
	cert := &bound.Certificate{Kind: certifiedKinds[r.IntN(len(certifiedKinds))], Part: bound.Part{Weights: map[string]int64{}}}
	for _, p := range m.Places {
		if r.IntN(2) == 0 {
			cert.Inside = append(cert.Inside, p.ID)
		}
	}
	for _, u := range m.Units {
		if u.To == "" || r.IntN(4) == 0 {
			continue
		}
		if u.People > 0 && r.IntN(3) > 0 {
			cert.Demand = append(cert.Demand, bound.Demand{Units: []string{u.ID}, Kind: "people", Count: 1 + r.IntN(u.People)})
		}
		for kind, n := range u.Equipment {
			if n > 0 && r.IntN(3) > 0 {
				cert.Demand = append(cert.Demand, bound.Demand{Units: []string{u.ID}, Kind: kind, Count: 1 + r.IntN(n)})
			}
		}
	}
	for _, task := range m.Tasks {
		if r.IntN(2) == 0 {
			after := m.Operation.Start.Add(time.Duration(r.IntN(48)) * 30 * time.Minute)
			if !task.Until.IsZero() && r.IntN(3) > 0 {
				after = task.Until
			}
			d := bound.Demand{Kind: "people", Count: 1 + r.IntN(task.People+1), Tasks: []string{task.ID}, After: &after}
			for _, u := range m.Units {
				if r.IntN(2) == 0 {
					d.Units = append(d.Units, u.ID)
				}
			}
			cert.Demand = append(cert.Demand, d)
		}
	}
	for i, f := range m.Operation.Drawdown.Floor {
		d := bound.Demand{Kind: "people", Count: 1 + r.IntN(f.People+1), Floor: i + 1, After: &f.Until}
		for _, u := range m.Units {
			if r.IntN(2) == 0 {
				d.Units = append(d.Units, u.ID)
			}
		}
		cert.Demand = append(cert.Demand, d)
	}
	if len(cert.Demand) > 0 && r.IntN(3) == 0 {
		cert.Demand = cert.Demand[r.IntN(len(cert.Demand)):][:1]
	}
	if len(cert.Demand) > 1 && r.IntN(2) == 0 {
		at := 1 + r.IntN(len(cert.Demand)-1)
		cert.Parts = []bound.Part{
			{Demand: cert.Demand[:at], Inside: cert.Inside, Weights: map[string]int64{}},
			{Demand: cert.Demand[at:], Weights: map[string]int64{}},
		}
		for _, p := range m.Places {
			if r.IntN(2) == 0 {
				cert.Parts[1].Inside = append(cert.Parts[1].Inside, p.ID)
			}
		}
		cert.Part = bound.Part{}
	}
	for _, part := range append([]bound.Part{cert.Part}, cert.Parts...) {
		for _, d := range part.Demand {
			part.Weights[d.Kind] = 1 + int64(r.IntN(3))
		}
		for _, d := range part.Demand {
			cert.Total += part.Weights[d.Kind] * int64(d.Count)
		}
	}
	return cert
}

// TestTamperedCertificatesAreRefused changes what a valid certificate says.
func TestTamperedCertificatesAreRefused(t *testing.T) {
	tried := map[string]int{}
	for _, p := range provenCases(t) {
		if p.cert == nil || !p.whole {
			continue
		}
		raw, demand := string(marshal(t, p.cert)), p.cert.Demand
		for _, part := range p.cert.Parts {
			demand = append(demand, part.Demand...)
		}
		if got := certify(t, p.mission, json.RawMessage(raw)); !got.Valid {
			t.Errorf("%s: %s", p.name, got.Message)
		}
		for what, changed := range map[string]string{
			"closure":       strings.Replace(raw, p.cert.Closure.Format(time.RFC3339), p.cert.Closure.Add(time.Minute).Format(time.RFC3339), 1),
			"half a minute": strings.Replace(raw, p.cert.Closure.Format(time.RFC3339), p.cert.Closure.Add(-30*time.Second).Format(time.RFC3339), 1),
			"unit":          strings.Replace(raw, `"units":["`, `"units":["no-`, 1),
			"twice":         strings.Replace(raw, `"demand":[`, `"demand":[`+string(marshal(t, demand[0]))+`,`, 1),
			"count":         strings.Replace(raw, `"count":`, `"count":1000`, 1),
			"nobody":        strings.Replace(raw, fmt.Sprintf(`"count":%d`, demand[0].Count), `"count":-5`, 1),
			"kind":          strings.Replace(raw, `"kind":"`+p.cert.Kind, `"kind":"trust`, 1),
			"field":         strings.Replace(raw, `{"kind"`, `{"believe":true,"kind"`, 1),
			"total":         strings.Replace(raw, `"total":`, `"total":9`, 1),
			"weight":        strings.Replace(raw, `"weights":{"`, `"weights":{"ghost":3,"`, 1),
			"place":         strings.Replace(raw, `"inside":["`, `"inside":["nowhere","`, 1),
			"empty":         `{}`,
			"cut short":     raw[:len(raw)/2],
		} {
			if changed == raw {
				continue
			}
			tried[what]++
			if got := certify(t, p.mission, json.RawMessage(changed)); got.Valid {
				t.Errorf("%s with another %s passes: %s\n%s", p.name, what, got.Message, changed)
			}
		}
	}
	if len(tried) != 13 {
		t.Errorf("only these were tried: %v", tried)
	}
}

// TestBoundSpeaksOfThePlan holds bounds against the plans that carry them.
func TestBoundSpeaksOfThePlan(t *testing.T) {
	for _, p := range provenCases(t) {
		if p.cert == nil {
			continue
		}
		closure := p.cert.Closure
		p.plan.Verdict.Bound = &sortie.Bound{Closure: &closure, Certificate: marshal(t, p.cert)}
		if got := bounded(t, p.mission, p.plan); !got.Valid {
			t.Errorf("%s: %s", p.name, got.Message)
		}
		later := closure.Add(time.Minute)
		p.plan.Verdict.Bound.Closure = &later
		if got := bounded(t, p.mission, p.plan); got.Valid {
			t.Errorf("%s: a later closure than the certificate's passes", p.name)
		}
		p.plan.Verdict.Bound.Closure = &closure
		last := len(p.plan.Movements) - 1
		p.plan.Movements = p.plan.Movements[:last:last]
		if got := bounded(t, p.mission, p.plan); got.Valid && p.whole && last == 0 {
			t.Errorf("%s: the bound passes for a plan that delivers nothing", p.name)
		}
	}
	if got := bounded(t, nil, nil); got.Valid {
		t.Error("no bound is valid")
	}
}

// TestNoWayIsProvenOnlyWhereThereIsNone claims of everything that a plan
// delivers that there is no way for it.
func TestNoWayIsProvenOnlyWhereThereIsNone(t *testing.T) {
	proven := 0
	for _, p := range provenCases(t) {
		n, err := network.Compile(p.mission)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range bound.Of(n, p.plan) {
			kind := "people"
			if a.Kind != network.People {
				kind = n.Items[a.Kind].ID
			}
			cert := bound.Certificate{Kind: "no_way", NoWay: []bound.Demand{{Units: []string{n.Units[a.Unit].ID}, Kind: kind, Count: 1}}}
			if got := certify(t, p.mission, marshal(t, cert)); got.Valid {
				t.Errorf("%s: %s of %s are delivered; this passes: %s", p.name, kind, n.Units[a.Unit].ID, got.Message)
			}
		}
		cert := bound.Certificate{Kind: "no_way", NoWay: bound.NoWay(n)}
		if len(cert.NoWay) == 0 {
			continue
		}
		proven++
		if got := certify(t, p.mission, marshal(t, cert)); !got.Valid {
			t.Errorf("%s: %s", p.name, got.Message)
		}
		cert.NoWay[0].Count++
		if got := certify(t, p.mission, marshal(t, cert)); got.Valid {
			t.Errorf("%s: one more than there is passes", p.name)
		}
	}
	if proven < 2 {
		t.Errorf("something without a way in %d missions only", proven)
	}
}

// FuzzCertificate looks for a certificate that makes the verifier panic, or
// that proves more than is so.
func FuzzCertificate(f *testing.F) {
	cases := provenCases(f)
	for i, p := range cases {
		if p.cert != nil {
			f.Add(i, []byte(marshal(f, p.cert)))
		}
	}
	f.Add(0, []byte(`{"kind":"lifts","demand":[{"units":[""],"count":1e3,"floor":-1,"after":"0001-01-01T00:00:00Z"}],"inside":[null]}`))
	f.Fuzz(func(t *testing.T, i int, raw []byte) {
		p := cases[uint(i)%uint(len(cases))]
		if got := certify(t, p.mission, raw); got.Valid && p.whole && !strings.Contains(string(raw), "left") && got.Closure.After(p.best) {
			t.Errorf("%s closes at %v, proven: %v by %s", p.name, p.best, got.Closure, raw)
		}
	})
}
