package bound

import (
	"context"
	"slices"

	"sortie/network"
)

// Result is the best proof found: the certificate and the sentence that tells
// a reader what it says.
type Result struct {
	Closure     network.Minute
	Certificate *Certificate
	Proof       string
}

// mostWork is spent on those who are held, and again on trying cuts with their
// demands and weights, counted in
// legs and uses looked at: a tenth of a second, more where one cut takes that long.
// mostLast of it is kept for nearly all of the demand.
// mostSingle is how many things of one sort are looked at one by one.
const (
	mostWork   = 10_000_000
	mostLoads  = 20_000_000
	mostLast   = 4_000_000
	mostJoint  = 20_000_000
	mostSingle = 40
)

// Closure finds the latest minute before which no plan that keeps every rule
// and delivers at least the amounts can close. It returns nil where nothing is
// proven beyond that the operation has a start. When the context ends it
// returns the best proof so far.
func Closure(ctx context.Context, n *network.Network, delivered []Amount) *Result {
	s, _ := closure(ctx, n, delivered, anyTardiness, func(*Result) {})
	return s.found
}

// Punctual is the same of plans whose tardiness, as the objective weighs it, is
// no more than so much: whoever would be home too late relieves nobody.
func Punctual(ctx context.Context, n *network.Network, delivered []Amount, tardiness int) *Result {
	s, _ := closure(ctx, n, delivered, int64(max(tardiness, 0)), func(*Result) {})
	return s.found
}

func closure(ctx context.Context, n *network.Network, delivered []Amount, tardiness int64, better func(*Result)) (s *search, holds []*entry) {
	s, holds = begin(ctx, n, delivered, tardiness, better)
	if ctx.Err() != nil {
		return s, holds
	}
	further := []func(){func() { s.byRuns(holds) }, s.routes}
	if s.found != nil && s.found.Certificate.Kind == "lifts" {
		slices.Reverse(further) // where lifts hold a plan back, what they do one load after the other proves most
	}
	s.better(s.found)
	for _, prove := range further {
		prove()
		s.better(s.found)
	}
	return s, holds
}

// begin looks at paths and at borders, and finds those who are held.
func begin(ctx context.Context, n *network.Network, delivered []Amount, tardiness int64, better func(*Result)) (s *search, holds []*entry) {
	w := newWorld(n)
	l := newLedger(ctx, w, delivered, tardiness)
	var told *Result
	s = &search{ctx: ctx, w: w, l: l, best: n.Start, effort: 1, better: func(found *Result) {
		if found != told { // once each
			told = found
			better(found)
		}
	}}
	if ctx.Err() != nil {
		return s, nil
	}
	for _, e := range l.entries {
		s.path(e, l.arrival(e))
	}
	w.work = 0
	holds = l.holds(s.over)
	for _, e := range holds {
		s.path(e, l.arrivalHeld(e))
	}
	w.work = 0
	s.better(s.found)
	sides, crossing := s.cuts(holds)
	w.work = mostWork - mostLoads
	s.packed(sides, crossing)
	w.work = mostWork - mostParted
	s.parted()
	s.wholeLoads(sides, crossing)
	return s, holds
}

// longEffort is how many times as much [Further] spends.
const longEffort = 10

// Further goes on from a proof by runs or by routes with ten times the work: a minute and more. It
// calls better with each result that proves more, the best one last. Proofs of other kinds end where they have nothing left to look at.
func Further(ctx context.Context, n *network.Network, delivered []Amount, from *Result, better func(*Result)) {
	if from == nil || ctx.Err() != nil {
		return
	}
	s, holds := begin(ctx, n, delivered, anyTardiness, func(*Result) {})
	s.best, s.found, s.better, s.effort = from.Closure, from, better, longEffort
	switch from.Certificate.Kind {
	case "runs":
		s.byRuns(holds)
	case "routes":
		s.routes()
	}
}

// search keeps the best proof.
type search struct {
	ctx   context.Context
	w     *world
	l     *ledger
	best  network.Minute
	found *Result

	bestCut       *cut          // of the best proof, where it is one
	whole         bool          // whole loads are held against all resources at once
	looked        int64         // legs times minutes of proofs by prices
	journeyLooked int64         // the same of journeys
	better        func(*Result) // told of what is proven, as it is
	effort        int           // how many times as much is spent on runs and routes as at first
}

// path proves that the entry cannot be unloaded sooner than it can travel.
func (s *search) path(e *entry, arrives network.Minute) {
	if arrives <= s.best || arrives >= s.w.n.Last {
		return
	}
	s.best, s.bestCut = arrives, nil
	cert := &Certificate{Kind: "path", Closure: arrives.Time(s.w.n.Zone), Left: s.l.left(),
		Tardiness: s.l.punctual([]*entry{e}, network.Past), Part: Part{Demand: s.l.demand([]*entry{e})}}
	s.found = &Result{arrives, cert, s.tellPath(e, arrives)}
}

// over reports whether enough has been tried.
func (s *search) over() bool { return s.w.work > mostWork || s.ctx.Err() != nil }

// cut proves, where it can, that the demand cannot all cross and close by the
// best minute so far, and then finds the first minute by which it could.
//
// Whether a load can really hold as much is looked at where it decides:
// at once if the weights come from loads.
func (s *search) cut(inside []bool, entries []*entry, weights []weight, packed bool) {
	s.cross(packed, stream{inside: inside, entries: entries, weights: weights})
}

// cross is the same of a demand whose parts have borders of their own.
func (s *search) cross(packed bool, parts ...stream) {
	if s.over() {
		return
	}
	c, ok := newCut(s.w, parts...)
	if !ok || c.total >= unlimited {
		return
	}
	c.packed = packed
	c.whole = s.whole && len(c.streams) == 1
	allow := func(by network.Minute) bool { able, _ := c.supply(by); return able >= c.total }
	low := s.best
	if _, ok := c.eachDay(); ok { // days are soon counted: all else is looked at from when they allow it
		low, ok = s.first(low, func(by network.Minute) bool { lim := c.limitsBy(by); days, _ := c.days(&lim); return days >= c.total })
		if !ok {
			return
		}
		c.packed = packed || low > s.best
	}
	if !allow(low) {
		c.packed = true
		if low, ok = s.first(low+1, allow); !ok {
			return
		}
	}
	if low > s.best {
		s.best, s.bestCut = low, c
		s.found = s.result(c, low)
	}
}

// first is the first minute from one on that is possible, where each after a possible one is; false if none is.
func (s *search) first(from network.Minute, possible func(by network.Minute) bool) (network.Minute, bool) {
	if from > s.w.n.Last || possible(from) {
		return from, from <= s.w.n.Last
	}
	low, step := from, network.Minute(30) // low is impossible
	high := low + step
	for {
		high = min(high, s.w.n.Last)
		if possible(high) {
			break
		}
		if high == s.w.n.Last {
			return high, false
		}
		low, step = high, 2*step
		high += step
	}
	for low+1 < high {
		if mid := (low + high) / 2; possible(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high, true
}

func (s *search) result(c *cut, closes network.Minute) *Result {
	n := s.w.n
	_, lines := c.supply(closes - 1)
	cert := &Certificate{Kind: "lifts", Closure: closes.Time(n.Zone), Left: s.l.left(),
		Tardiness: s.l.punctual(c.entries(), closes), Total: c.total}
	for i := range c.streams {
		cert.Parts = append(cert.Parts, s.part(&c.streams[i]))
	}
	if len(cert.Parts) == 1 {
		cert.Part, cert.Parts = cert.Parts[0], nil
	}
	most := int64(-1)
	for _, l := range lines {
		cert.Supply = append(cert.Supply, Supply{l.resource, l.mode.ModeName(), l.amount})
		if l.amount > most {
			most, cert.Kind = l.amount, l.resource
		}
	}
	return &Result{closes, cert, s.tellCut(c, closes, lines)}
}

// part is a stream as a certificate names it.
func (s *search) part(of *stream) Part {
	n := s.w.n
	out := Part{Demand: s.l.demand(of.entries), Weights: map[string]int64{}}
	for _, k := range of.weights {
		if k.each > 0 {
			out.Weights[kindName(n, k.kind)] = k.each
		}
	}
	for p, in := range of.inside {
		if in {
			out.Inside = append(out.Inside, n.Places[p].ID)
		}
	}
	return out
}
