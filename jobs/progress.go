package jobs

import (
	"cmp"
	"time"

	"sortie"
	"sortie/solve"
)

// compare is negative where a is of the better plan, by the contract's objective
// as far as progress tells.
func (a Progress) compare(b Progress) int {
	switch {
	case a.Planned && !b.Planned:
		return -1
	case b.Planned && !a.Planned:
		return 1
	}
	return cmp.Or(cmp.Compare(a.Undelivered, b.Undelivered), cmp.Compare(a.Late, b.Late), cmp.Compare(a.Tardiness, b.Tardiness),
		closing(a.Closure).Compare(closing(b.Closure)))
}

func closing(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}

// told is what the search tells of its best plan.
func told(p *solve.Progress) Progress {
	out := Progress{Planned: true, Undelivered: p.Undelivered, Late: p.Late, Tardiness: p.Tardiness, Bound: p.Bound}
	if !p.Closure.IsZero() {
		out.Closure = &p.Closure
	}
	return out
}

// gap is (closure − bound) / (bound − start), start being that of the operation.
func (a Progress) gap(start time.Time) *float64 {
	if a.Closure == nil || a.Bound == nil || !a.Bound.After(start) {
		return nil
	}
	gap := float64(a.Closure.Sub(*a.Bound)) / float64(a.Bound.Sub(start))
	return &gap
}

// judged is how good a plan is by the verifier.
func judged(v sortie.Verdict) Progress {
	out := Progress{Planned: true, Closure: v.Closure, Undelivered: v.Undelivered.People + v.Undelivered.Items, Late: v.Late.People + v.Late.Items, Tardiness: v.Tardiness}
	if v.Bound != nil {
		out.Bound, out.Gap = v.Bound.Closure, v.Bound.Gap
	}
	return out
}
