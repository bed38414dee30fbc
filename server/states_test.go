package server

import (
	"strings"
	"testing"
)

func TestAPanicOfAFoldEndsItsRequestAlone(t *testing.T) {
	s := newStates(nil) // whatever is asked of it panics
	if _, err := s.since(t.Context(), "m", 1); err == nil || !strings.Contains(err.Error(), "nil pointer") {
		t.Errorf("got %v", err)
	}
}
