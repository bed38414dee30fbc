package throttle

import (
	"context"
	"testing"
)

func TestTurns(t *testing.T) {
	turns := NewTurns(2)
	ended, end := context.WithCancel(t.Context())
	end()
	var leaves []func()
	for range 2 {
		leave, err := turns.Enter(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		leaves = append(leaves, leave)
	}
	if _, err := turns.Enter(ended, "a"); err == nil {
		t.Error("a third goes on beside two")
	}
	for _, leave := range leaves {
		leave()
	}
	if len(turns.of) != 0 {
		t.Errorf("%d keys are not forgotten", len(turns.of))
	}
}
