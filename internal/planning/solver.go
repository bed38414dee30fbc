package planning

import (
	"context"
	"sync"

	"sortie/bound"
	"sortie/internal/highs"
)

// lazySolver is HiGHS, made ready when it is first needed: what the cuts prove
// does not wait for it.
type lazySolver struct {
	once   sync.Once
	solver *highs.Solver
	err    error
}

func (l *lazySolver) Solve(ctx context.Context, lp *bound.LP) (*bound.Solution, error) {
	l.once.Do(func() { l.solver, l.err = highs.Open(ctx, highs.CacheFolder()) })
	if l.err != nil {
		return nil, l.err
	}
	return l.solver.Solve(ctx, lp)
}

func (l *lazySolver) close(ctx context.Context) {
	if l.solver != nil {
		_ = l.solver.Close(context.WithoutCancel(ctx)) // nothing of it is needed any more
	}
}
