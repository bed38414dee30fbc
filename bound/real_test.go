package bound_test

import (
	"context"
	"testing"
	"time"

	"sortie/bound"
	"sortie/missionfile"
)

// TestRealMissions holds the work that a real mission is given to what it has
// to find: nobody is out of Almaty before the last posts are handed over, and
// what Almaty's and Zhetygen's teams unload takes until the night to the 8th.
// Where no unit is tardy those who could hold the posts for others are home by
// the 15th, so the last are some that go as far as Moscow or Ulyanovsk. In Almaty
// who stays at the airport is due on the 7th; almost all others have to drive on
// from it, so its team's last half hour or more is of no use to them.
func TestRealMissions(t *testing.T) {
	for name, least := range map[string][2]string{
		"kazakhstan-2022":            {"2022-01-16T18:00:00+06:00", "2022-01-17T03:00:00+06:00"},
		"kazakhstan-2022-deployment": {"2022-01-08T01:00:00+06:00", "2022-01-08T01:30:00+06:00"},
		"kabul-2021":                 {"2021-08-29T00:00:00+04:30", "2021-08-29T00:00:00+04:30"},
	} {
		f, err := missionfile.Read("../missions/" + name)
		if err != nil || f.Failed() {
			t.Fatal(name, err)
		}
		n := compile(t, f.Mission)
		all := bound.Everything(n)
		for i, r := range []*bound.Result{
			bound.Closure(context.Background(), n, all),
			bound.Punctual(context.Background(), n, all, 0),
		} {
			if r == nil {
				t.Fatalf("%s: no bound", name)
			}
			from, err := time.Parse(time.RFC3339, least[i])
			if err != nil {
				t.Fatal(err)
			}
			if r.Certificate.Closure.Before(from) {
				t.Errorf("%s: bound %v, before %v: %s", name, r.Certificate.Closure, from, r.Proof)
			}
			verified(t, name, f.Mission, r)
		}
	}
}
