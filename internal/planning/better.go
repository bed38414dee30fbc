package planning

import (
	"cmp"
	"time"

	"sortie"
	"sortie/check"
)

// better is the plan that was handed in where it is valid and, by the contract's
// objective, better than the one that was made from it; nil where it is not. The
// planner schedules the loads of a plan anew, and a foreign plan may have found
// times that it does not.
func better(m *sortie.Mission, from, made *sortie.Plan) *sortie.Plan {
	before := check.Plan(m, from)
	if len(before.Breaches) > 0 || compareVerdicts(before.Verdict, made.Verdict) >= 0 {
		return nil
	}
	kept := *from
	kept.Verdict.Bound = nil
	return &kept
}

// compareVerdicts is negative where a is the better: the objective of the
// contract, in its order, as far as a verdict tells.
func compareVerdicts(a, b sortie.Verdict) int {
	return cmp.Or(
		cmp.Compare(a.Undelivered.People+a.Undelivered.Items, b.Undelivered.People+b.Undelivered.Items),
		cmp.Compare(a.Late.People+a.Late.Items, b.Late.People+b.Late.Items),
		cmp.Compare(a.Tardiness, b.Tardiness),
		closing(a).Compare(closing(b)),
		cmp.Compare(a.LiftHours, b.LiftHours),
	)
}

// closing is the closure; the zero time where nothing is delivered.
func closing(v sortie.Verdict) time.Time {
	if v.Closure == nil {
		return time.Time{}
	}
	return *v.Closure
}
