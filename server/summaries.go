package server

import (
	"sync"
	"time"

	"sortie"
	"sortie/store"
)

// mostSummaries is how many plans are summed up in memory.
const mostSummaries = 2_000

// summary is what lists show of a plan.
type summary struct {
	verdict  sortie.Verdict // without bound's certificate and what is left behind
	closure  *time.Time
	margin   *int
	strength []Strength
}

type summaryKey struct {
	mission       string
	changed, plan int64
}

// summaries keeps what lists show of plans, which never changes.
type summaries struct {
	mu   sync.Mutex
	kept map[summaryKey]summary
}

func newSummaries() *summaries { return &summaries{kept: map[summaryKey]summary{}} }

// of sums up a plan of a mission. A plan that cannot be read, which the ledger
// does not take, sums up to nothing.
func (s *summaries) of(state *store.State, a *store.Adopted) summary {
	key := summaryKey{state.ID, state.Changed, a.Entry.Seq}
	s.mu.Lock()
	sum, ok := s.kept[key]
	s.mu.Unlock()
	if ok {
		return sum
	}
	p, err := planOf(a.Plan)
	if err != nil {
		return summary{strength: []Strength{}}
	}
	sum = summary{p.Verdict, p.Verdict.Closure, p.Verdict.MarginMinutes, curve(state.Mission, p)}
	sum.verdict.LeftBehind = nil
	if p.Verdict.Bound != nil {
		bound := *p.Verdict.Bound
		bound.Certificate, bound.Proof = nil, ""
		sum.verdict.Bound = &bound
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.kept) >= mostSummaries {
		clear(s.kept)
	}
	s.kept[key] = sum
	return sum
}
