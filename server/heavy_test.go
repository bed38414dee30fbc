package server

import (
	"context"
	"testing"
)

func TestOneAccountLeavesAPlaceToOthers(t *testing.T) {
	s := newSlots()
	ended, end := context.WithCancel(t.Context())
	end()
	var leave []func()
	for range cap(s.all) - 1 {
		l, err := s.enter(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		leave = append(leave, l)
	}
	if _, err := s.enter(ended, "a"); err == nil {
		t.Error("one account has every place")
	}
	l, err := s.enter(t.Context(), "b")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.enter(ended, "c"); err == nil {
		t.Error("there are more places than there should be")
	}
	for _, l := range append(leave, l) {
		l()
	}
	if len(s.all) != 0 {
		t.Errorf("%d places are not free again", len(s.all))
	}
}
