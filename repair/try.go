package repair

import (
	"cmp"
	"context"
	"encoding/json"
	"math"
	"slices"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/check"
	"sortie/network"
	"sortie/solve"
)

// finder is a search for repairs under way.
type finder struct {
	ctx    context.Context
	m      *sortie.Mission
	o      Options
	base   *sortie.Plan // what repairs are measured against; nil where no plan keeps every rule
	proven *time.Time   // no plan of the mission as it is that does as well closes before
	report Report
	all    []Repair // that help, whatever they bring
}

func (f *finder) tell() {
	f.report.Repairs = worthwhile(f.all)
	if f.o.Progress != nil {
		told := f.report
		f.o.Progress(&told)
	}
}

// turn computes once there is leave to.
func (f *finder) turn(compute func() error) error {
	if err := f.ctx.Err(); err != nil {
		return err
	}
	if f.o.Turn != nil {
		leave, err := f.o.Turn(f.ctx)
		if err != nil {
			return err
		}
		defer leave()
	}
	return compute()
}

// begin finds what the mission comes to without a change.
func (f *finder) begin(p *sortie.Plan) error {
	given := *p
	f.report.Repairs = []Repair{}
	return f.turn(func() error {
		report := check.Plan(f.m, &given)
		given.Verdict.Closure, given.Verdict.Undelivered = report.Verdict.Closure, report.Verdict.Undelivered
		if b := given.Verdict.Bound; b != nil && check.Bound(f.m, &given).Valid {
			f.proven = b.Closure
		}
		found, err := f.plan(f.m, p, 4*f.o.Iterations)
		if err != nil {
			return err
		}
		if len(report.Breaches) == 0 {
			given.Verdict = report.Verdict
			if found == nil || compare(given.Verdict, found.Verdict) <= 0 {
				found = &given
			}
		}
		if f.base = found; found != nil {
			f.report.Base = outcome(found.Verdict)
			if was := report.Verdict.Closure; len(report.Breaches) == 0 && was != nil && found.Verdict.Closure != nil {
				f.report.searched = minutesFrom(*found.Verdict.Closure, *was)
			}
		}
		return f.ctx.Err()
	})
}

// plan is a plan of a mission that begins with another, with the verifier's verdict;
// nil where it does not keep every rule.
func (f *finder) plan(m *sortie.Mission, from *sortie.Plan, iterations int) (*sortie.Plan, error) {
	n, err := network.Compile(m)
	if err != nil {
		return nil, err
	}
	found, err := solve.Plan(f.ctx, n, solve.Options{Seed: f.o.Seed, Workers: 1, Iterations: iterations, From: from})
	if err != nil {
		return nil, err
	}
	report := check.Plan(m, found.Plan)
	if len(report.Breaches) > 0 {
		return nil, nil
	}
	found.Plan.Verdict = report.Verdict
	return found.Plan, nil
}

// together is how many changes are made at most where one alone does not help.
const together = 3

// option is a few changes of the mission, one after the other, and the plan with them.
type option struct {
	makers  []maker
	changes []*Change
	plan    *sortie.Plan // nil: none keeps every rule
}

func (o *option) mission() *sortie.Mission { return o.changes[len(o.changes)-1].mission }

// try plans with a change, and keeps the change where it helps. Where it does not,
// something else holds closure as well, such as another task that ends in the same
// hour: then both are changed. What is moved in time is moved by no more than it takes.
func (f *finder) try(first maker) error {
	makers, from := []maker{first}, f.base
	for {
		o, err := f.planned(makers, from, sooner)
		if err != nil {
			return err
		}
		f.report.Tried++
		if o == nil {
			return nil
		}
		if r := f.repair(o); r != nil {
			return f.keep(r, o)
		}
		next := shortages(o.mission(), o.plan).out
		next = slices.DeleteFunc(next, func(make maker) bool { // the same once more
			c := make(o.mission(), sooner)
			return slices.ContainsFunc(o.changes, func(done *Change) bool { return done.Path == c.Path })
		})
		if len(makers) == together || len(next) == 0 {
			return nil
		}
		f.report.Of++
		f.tell()
		makers, from = append(slices.Clone(makers), next[0]), o.plan
	}
}

// keep keeps a repair, moved in time by no more than it takes: by as much as it brings,
// or twice or four times that.
func (f *finder) keep(r *Repair, o *option) error {
	less, movable := 0, true
	for _, c := range o.changes {
		less, movable = max(less, c.By), movable && c.least
	}
	movable = movable && r.Undelivered == f.report.Base.Undelivered && r.Late == f.report.Base.Late
	for smaller := enough(r.Gained); movable && smaller < less; smaller *= 2 {
		s, with, err := f.smaller(o, smaller)
		if err != nil {
			return err
		}
		if s != nil && 10*s.Gained >= 9*r.Gained {
			r, o = s, with
			break
		}
	}
	if err := f.turn(func() error { f.prove(r, o); return nil }); err != nil {
		return err
	}
	f.all = append(f.all, *r)
	return nil
}

// smaller is what comes of an option whose changes are moved by less: planned from its
// plan, or from the one without them, whichever leads further.
func (f *finder) smaller(o *option, minutes int) (best *Repair, with *option, err error) {
	for _, from := range []*sortie.Plan{o.plan, f.base} {
		next, err := f.planned(o.makers, from, minutes)
		if err != nil {
			return nil, nil, err
		}
		if next == nil {
			continue
		}
		if r := f.repair(next); r != nil && (best == nil || r.Gained > best.Gained) {
			best, with = r, next
		}
	}
	return best, with, nil
}

// enough is how far something has to be moved that holds closure back by so much: to
// the full hour.
func enough(gained int) int { return max(1, (gained+59)/60) * 60 }

// planned is the plan with a few changes; nil where one of them cannot be made, or no
// plan keeps every rule.
func (f *finder) planned(makers []maker, from *sortie.Plan, minutes int) (*option, error) {
	o := &option{makers: makers}
	m := f.m
	for _, make := range makers {
		c := make(m, minutes)
		if c == nil {
			return nil, nil
		}
		o.changes, m = append(o.changes, c), c.mission
	}
	err := f.turn(func() (err error) {
		if o.changes[0].Kind == Deadline { // the plan stays as it is
			same := *f.base
			same.Verdict = check.Plan(m, &same).Verdict
			o.plan = &same
			return nil
		}
		o.plan, err = f.plan(m, from, f.o.Iterations)
		return cmp.Or(f.ctx.Err(), err)
	})
	if err != nil || o.plan == nil {
		return nil, err
	}
	return o, nil
}

// repair is what an option comes to; nil where it does not help.
func (f *finder) repair(o *option) *Repair {
	r := &Repair{Outcome: outcome(o.plan.Verdict)}
	if f.report.Base.Closure != nil && r.Closure != nil {
		r.Gained = int(f.report.Base.Closure.Sub(*r.Closure) / time.Minute)
	}
	if !helps(f.report.Base, *r) {
		return nil
	}
	patch := map[string]any{}
	for _, c := range o.changes {
		r.Changes = append(r.Changes, *c)
		merge(patch, c.patch)
	}
	var err error
	if r.Patch, err = json.Marshal(patch); err != nil {
		return nil
	}
	return r
}

// merge puts a patch into another.
func merge(into, patch map[string]any) {
	for key, value := range patch {
		inner, ok := value.(map[string]any)
		if have, both := into[key].(map[string]any); ok && both {
			merge(have, inner)
			continue
		}
		into[key] = value
	}
}

// least is by how many minutes a repair brings closure forward at least, where that is
// all that it does: less may be chance.
const least = 10

// helps reports whether a repair delivers more, more in time, or as much sooner.
func helps(base Outcome, r Repair) bool {
	left, late := total(r.Undelivered)-total(base.Undelivered), total(r.Late)-total(base.Late)
	return left < 0 || left == 0 && (late < 0 || late == 0 && r.Gained >= least)
}

func total(c sortie.Counts) int { return c.People + c.Items }

// prove finds what is proven of a repair: from the bound of the mission as it is, that
// it takes the change; and how soon a plan could close with it. The verifier has to
// pass the proof.
func (f *finder) prove(r *Repair, o *option) {
	more := total(r.Undelivered) < total(f.report.Base.Undelivered)
	r.Proven = !more && r.Closure != nil && f.proven != nil && f.proven.After(*r.Closure)
	if r.Changes[0].Kind == Deadline { // what is proven is that it cannot be met
		r.Proven = f.proven != nil && f.proven.After(f.m.Operation.Deadline)
	}
	n, err := network.Compile(o.mission())
	if err != nil || r.Closure == nil {
		return
	}
	found := bound.Punctual(f.ctx, n, bound.Of(n, o.plan), r.Tardiness)
	if found == nil {
		return
	}
	closure := found.Closure.Time(n.Zone)
	with := *o.plan
	with.Verdict.Bound = &sortie.Bound{Closure: &closure, Proof: found.Proof}
	if with.Verdict.Bound.Certificate, err = json.Marshal(found.Certificate); err == nil && check.Bound(o.mission(), &with).Valid {
		r.Bound = &closure
	}
}

func outcome(v sortie.Verdict) Outcome {
	return Outcome{v.Feasible, v.Closure, v.MarginMinutes, v.Undelivered, v.Late, v.Tardiness}
}

// compare is negative where a is the better plan, by the contract's objective.
func compare(a, b sortie.Verdict) int {
	at := func(v sortie.Verdict) int64 {
		if v.Closure == nil {
			return math.MinInt64
		}
		return v.Closure.Unix()
	}
	return cmp.Or(cmp.Compare(total(a.Undelivered), total(b.Undelivered)), cmp.Compare(total(a.Late), total(b.Late)),
		cmp.Compare(a.Tardiness, b.Tardiness), cmp.Compare(at(a), at(b)))
}

// worthwhile ranks repairs: first what delivers most, then what has most in time, then
// what is easiest to get, then what brings most. What others beat is left out.
func worthwhile(all []Repair) []Repair {
	out := slices.DeleteFunc(append([]Repair{}, all...), func(r Repair) bool {
		return r.Changes[0].Kind != Deadline && slices.ContainsFunc(all, func(o Repair) bool { return o.beats(&r) })
	})
	slices.SortStableFunc(out, func(a, b Repair) int {
		return cmp.Or(cmp.Compare(total(a.Undelivered), total(b.Undelivered)), cmp.Compare(total(a.Late), total(b.Late)),
			cmp.Compare(a.ease(), b.ease()), cmp.Compare(b.Gained, a.Gained), cmp.Compare(a.Changes[0].Path, b.Changes[0].Path))
	})
	return out
}

// ease is how easily a repair is had: several changes are as hard as all of them.
func (r *Repair) ease() int {
	sum := 0
	for _, c := range r.Changes {
		sum += ease[c.Kind]
	}
	return sum
}

// beats reports whether another repair is not worth while beside this one: it does no
// more for what is left or late, and brings less than a tenth of it, or takes a change
// more and brings hardly more.
func (r *Repair) beats(o *Repair) bool {
	if total(r.Undelivered) > total(o.Undelivered) || total(r.Late) > total(o.Late) {
		return false
	}
	more := len(r.Changes) < len(o.Changes) && !slices.ContainsFunc(r.Changes, func(c Change) bool {
		return !slices.ContainsFunc(o.Changes, func(d Change) bool { return d.Path == c.Path })
	})
	gained := max(0, o.Gained)
	return 10*gained < r.Gained || more && 10*gained <= 11*max(0, r.Gained)
}
