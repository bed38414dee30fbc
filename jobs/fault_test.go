package jobs

import (
	"context"
	"strings"
	"testing"
)

// TestPanicIsAnOutcome: what goes wrong in the planner ends the run and nothing
// else, and the reason that users see tells nothing of it.
func TestPanicIsAnOutcome(t *testing.T) {
	s := &search{t: &task{opened: &opened{}}} // no mission: the planner panics
	s.ctx, s.cancel = context.WithCancelCause(t.Context())
	out := s.guarded()
	if out.plan != nil || out.reason != reasonFault || out.err == nil || !strings.Contains(out.err.Error(), "nil pointer") {
		t.Errorf("the outcome is %+v", out)
	}
}
