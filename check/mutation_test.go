package check_test

import (
	"slices"
	"testing"

	"sortie/check"
	"sortie/check/checktest"
)

func TestExerciseBreaksNothing(t *testing.T) {
	m, p := checktest.Exercise()
	r := check.Plan(m, p)
	for _, b := range r.Breaches {
		t.Errorf("%s movement %d: %s", b.Rule, b.Movement, b.Message)
	}
	for _, d := range r.Differences {
		t.Errorf("%s says %s, is %s", d.Field, d.Says, d.Is)
	}
}

// TestMutations breaks the exercise in every way that checktest knows. The
// rule broken must be reported, and no other but those that hang together
// with it.
func TestMutations(t *testing.T) {
	perRule := map[check.Rule]int{}
	for _, mutation := range checktest.Mutations() {
		perRule[mutation.Rule]++
		t.Run(string(mutation.Rule)+" "+mutation.Name, func(t *testing.T) {
			m, p, err := checktest.Clone(checktest.Exercise())
			if err != nil {
				t.Fatal(err)
			}
			if !mutation.Break(m, p) {
				t.Fatal("nothing in the exercise to break")
			}
			breaches := check.Plan(m, p).Breaches
			if !slices.ContainsFunc(breaches, func(b check.Breach) bool { return b.Rule == mutation.Rule }) {
				t.Errorf("the breach of %s is not reported", mutation.Rule)
			}
			for _, b := range breaches {
				t.Logf("%s movement %d: %s", b.Rule, b.Movement, b.Message)
				inBoth(t, b)
				if b.Rule != mutation.Rule && !slices.Contains(mutation.Also, b.Rule) {
					t.Errorf("%s is reported too", b.Rule)
				}
			}
		})
	}
	for _, rule := range check.Rules {
		if perRule[rule] < 2 {
			t.Errorf("%s is broken in %d ways, want two or more", rule, perRule[rule])
		}
	}
}
