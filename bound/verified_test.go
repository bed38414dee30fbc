package bound_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/check"
)

// verified holds a certificate against the independent verifier: it passes,
// and raised by a minute, or with its demand made larger, it does not.
func verified(t testing.TB, name string, m *sortie.Mission, r *bound.Result) {
	t.Helper()
	if p := check.Certificate(m, encode(t, r.Certificate)); !p.Valid || !p.Closure.Equal(r.Certificate.Closure) {
		t.Errorf("%s: %s: %s\n%.800s", name, r.Proof, p.Message, encode(t, r.Certificate))
	}
	raised := *r.Certificate
	raised.Closure = raised.Closure.Add(time.Minute)
	if p := check.Certificate(m, encode(t, raised)); p.Valid {
		t.Errorf("%s: raised by a minute it passes: %s\n%.800s", name, p.Message, encode(t, raised))
	}
	larger := *r.Certificate
	if len(larger.Parts) > 0 {
		larger.Parts = slices.Clone(larger.Parts)
		larger.Parts[0].Demand = more(larger.Parts[0].Demand)
	} else {
		larger.Demand = more(larger.Demand)
	}
	if p := check.Certificate(m, encode(t, larger)); p.Valid {
		t.Errorf("%s: with a demand that is not there it passes: %s", name, p.Message)
	}
}

// more is a demand that is not there.
func more(demand []bound.Demand) []bound.Demand {
	demand = slices.Clone(demand)
	demand[0].Count += 1 << 20
	return demand
}

func encode(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
