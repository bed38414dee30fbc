package planning

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/check"
	"sortie/network"
	"sortie/solve"
)

// bounding looks for a bound on closure beside the search for plans.
type bounding struct {
	n      *network.Network
	ended  chan struct{}
	begun  time.Time
	strand int  // people and items that have no way
	long   bool // there is time to go on from what a proof ended with

	mu     sync.Mutex
	found  *bound.Result
	before []*bound.Result // what proved less, the last found last
	prompt *bound.Result   // of plans in which no unit is tardy
	cut    bool            // there was no time for either
	fault  any             // with which the search for a bound panicked
	latest solve.Progress
	begins bool                 // there is a plan
	tell   func(solve.Progress) // nil: nobody asks
	stop   func()               // ends the search; nil where it has to go on
	ends   *time.Timer          // then; nil until a plan is proven
	enough func()               // ends the search for a bound
}

// restShare is the part of the time so far that the search goes on without a better
// plan, a second at least, once closure cannot become better: what comes after it can.
const restShare = 4

// startBounding begins to look. Once a plan reaches the bound, stop is called when
// no better one is found for some time.
func startBounding(ctx context.Context, n *network.Network, long bool, stop func(), tell func(solve.Progress)) *bounding {
	b := &bounding{n: n, long: long, ended: make(chan struct{}), begun: time.Now(), stop: stop, tell: tell}
	all := bound.Everything(n)
	for i := range n.Units {
		if u := &n.Units[i]; u.To != network.None && u.To != u.At {
			b.strand += u.Total()
		}
	}
	for _, a := range all {
		b.strand -= a.Count
	}
	ctx, b.enough = context.WithCancel(ctx)
	go b.look(ctx, all)
	return b
}

// look bounds all plans that deliver everything that has a way.
func (b *bounding) look(ctx context.Context, all []bound.Amount) {
	defer close(b.ended)
	defer b.enough()
	defer func() {
		if fault := recover(); fault != nil {
			b.mu.Lock()
			b.fault = fmt.Sprintf("%v, in the bound\n%s", fault, debug.Stack())
			b.mu.Unlock()
		}
	}()
	solver := &lazySolver{}
	defer solver.close(ctx)
	alone := sync.OnceFunc(func() { b.lookAtPrompt(ctx, all) })
	better := func(found *bound.Result) {
		b.mu.Lock()
		if b.found != nil {
			b.before = append(b.before, b.found)
		}
		b.found = found
		b.told()
		b.mu.Unlock()
		b.proven()
		if found.Certificate.Kind != "path" {
			alone() // after the cuts, which are quick, and before the relaxation
		}
	}
	found := bound.Relax(ctx, b.n, all, solver, better)
	alone()
	if b.long {
		bound.Further(ctx, b.n, all, found, better)
	}
	b.mu.Lock()
	b.cut = ctx.Err() != nil && b.found == nil && b.prompt == nil
	b.mu.Unlock()
}

// lookAtPrompt bounds plans in which no unit is tardy.
func (b *bounding) lookAtPrompt(ctx context.Context, all []bound.Amount) {
	b.mu.Lock()
	found := b.found
	b.mu.Unlock()
	if !hurries(b.n, found) || ctx.Err() != nil {
		return
	}
	prompt := bound.Punctual(ctx, b.n, all, 0)
	b.mu.Lock()
	b.prompt = prompt
	b.told()
	b.mu.Unlock()
	b.proven()
}

// update takes a better plan.
func (b *bounding) update(p solve.Progress) {
	b.mu.Lock()
	b.latest, b.begins = p, true
	b.told()
	b.mu.Unlock()
	b.proven()
}

// told tells of the latest plan with the bound, where that speaks of plans like
// it. Whoever calls it holds the lock.
func (b *bounding) told() {
	if b.tell == nil || !b.begins {
		return
	}
	p := b.latest
	if best := b.boundOf(p); best != nil {
		closure := best.Closure.Time(b.n.Zone)
		p.Bound = &closure
	}
	b.tell(p)
}

// boundOf is the best known bound that speaks of plans like one; nil where there is
// none. Whoever calls it holds the lock.
func (b *bounding) boundOf(p solve.Progress) *bound.Result {
	switch {
	case p.Undelivered != b.strand:
		return nil
	case p.Tardiness == 0:
		return later(b.found, b.prompt)
	}
	return b.found
}

// closesFirst reports whether no plan like one closes sooner. Whoever calls it
// holds the lock.
func (b *bounding) closesFirst(p solve.Progress) bool {
	best := b.boundOf(p)
	return best != nil && p.Late == 0 && !p.Closure.IsZero() && network.MinuteOf(p.Closure) == best.Closure
}

// settled reports whether a plan has nothing to gain any more but lift hours.
func (b *bounding) settled(p solve.Progress) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return p.Tardiness == 0 && b.closesFirst(p)
}

// proven ends the search soon where the latest plan closes as early as any can; and
// that for a bound, but where a plan that is less tardy may still close later.
func (b *bounding) proven() {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.latest
	if b.stop == nil || !b.closesFirst(p) {
		return
	}
	rest := max(time.Second, time.Since(b.begun)/restShare)
	if b.ends == nil {
		b.ends = time.AfterFunc(rest, b.stop)
	} else {
		b.ends.Reset(rest)
	}
	if p.Tardiness == 0 {
		b.enough()
	}
}

// of is the bound for plans that deliver as much as this one, the best that is
// found in time; nil where there is none, or none that the verifier passes. What
// was found of all plans is better than to wait longer for one of plans as tardy.
func (b *bounding) of(ctx context.Context, m *sortie.Mission, plan *sortie.Plan, patience time.Duration) *sortie.Bound {
	ended := true
	select {
	case <-b.ended:
	case <-time.After(patience):
		ended = false
	}
	b.mu.Lock()
	found, prompt, cut, fault, before := b.found, b.prompt, b.cut, b.fault, slices.Clone(b.before)
	b.mu.Unlock()
	if fault != nil {
		panic(fault)
	}
	if cut || !ended && found == nil && prompt == nil {
		return nil
	}
	all := found // of all plans, however tardy
	u, tardy := plan.Verdict.Undelivered, plan.Verdict.Tardiness
	switch {
	case u.People+u.Items != b.strand:
		found = bound.Punctual(ctx, b.n, bound.Of(b.n, plan), tardy)
	case tardy == 0:
		found = later(found, prompt)
	case ended && hurries(b.n, found):
		soon, done := context.WithTimeout(ctx, patience)
		found = later(found, bound.Punctual(soon, b.n, bound.Of(b.n, plan), tardy))
		done()
	}
	cannot := [][]bound.Demand{nil}
	if u.People+u.Items > 0 {
		if noWay := bound.NoWay(b.n); len(noWay) > 0 {
			cannot = [][]bound.Demand{noWay, nil}
		}
	}
	// The verifier ends what takes it too long: then what was proven before has to do.
	tries := []*bound.Result{found}
	if u.People+u.Items == b.strand {
		slices.Reverse(before)
		for _, less := range append([]*bound.Result{all}, before...) {
			if less != nil && less != found {
				tries = append(tries, less)
			}
		}
	}
	for _, found := range tries {
		for _, cannot := range cannot {
			if out := asTold(m, plan, b.n, found, cannot); out != nil {
				return out
			}
		}
	}
	return nil
}

// hurries reports whether anyone can hold a place for others, or is due sooner
// than all can be there: only then does it matter to the bound who may be tardy.
func hurries(n *network.Network, found *bound.Result) bool {
	return len(n.Mission.Tasks)+len(n.Floors) > 0 || found != nil && slices.ContainsFunc(n.Units, func(u network.Unit) bool {
		return u.To != network.None && u.To != u.At && u.Due < found.Closure
	})
}

// later is the bound that proves more.
func later(a, b *bound.Result) *bound.Result {
	if a == nil || b != nil && b.Closure > a.Closure {
		return b
	}
	return a
}

// asTold is a bound as a plan tells it: what was found of closure, and what
// cannot be delivered; nil where there is neither, or the verifier refuses it.
func asTold(m *sortie.Mission, plan *sortie.Plan, n *network.Network, found *bound.Result, noWay []bound.Demand) *sortie.Bound {
	out := &sortie.Bound{}
	cert := bound.Certificate{Kind: "no_way"}
	if found != nil && plan.Verdict.Closure != nil {
		cert = *found.Certificate
		closure := found.Closure.Time(n.Zone)
		out.Closure, out.Proof = &closure, found.Proof
		if span := closure.Sub(m.Operation.Start); span > 0 {
			gap := float64(plan.Verdict.Closure.Sub(closure)) / float64(span)
			out.Gap = &gap
		}
	}
	if cert.NoWay = noWay; len(noWay) > 0 {
		amount := bound.Total(noWay)
		out.Undelivered = &amount
		if out.Proof == "" {
			out.Proof = bound.TellNoWay(noWay)
		}
	}
	var err error
	if out.Certificate, err = json.Marshal(cert); err != nil {
		return nil
	}
	tried := *plan
	tried.Verdict.Bound = out
	if !check.Bound(m, &tried).Valid {
		return nil
	}
	return out
}
