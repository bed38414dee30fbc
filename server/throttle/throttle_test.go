package throttle

import (
	"fmt"
	"testing"
	"time"

	"golang.org/x/time/rate"
)

var noon = time.Date(2022, 1, 11, 12, 0, 0, 0, time.UTC)

func TestTake(t *testing.T) {
	th := New(rate.Every(10*time.Second), 3, 100)
	for i := range 3 {
		if _, wait := th.Take("kz", noon); wait != 0 {
			t.Fatalf("token %d: wait %v", i, wait)
		}
	}
	if _, wait := th.Take("kz", noon); wait != 10*time.Second {
		t.Errorf("the fourth waits %v, want 10 s", wait)
	}
	if _, wait := th.Take("kz", noon); wait != 10*time.Second {
		t.Errorf("asking in vain makes the wait %v: it must cost nothing", wait)
	}
	if _, wait := th.Take("am", noon); wait != 0 {
		t.Errorf("another key waits %v", wait)
	}
	if _, wait := th.Take("kz", noon.Add(10*time.Second)); wait != 0 {
		t.Errorf("after the wait it waits %v more", wait)
	}
}

func TestBack(t *testing.T) {
	th := New(rate.Every(time.Hour), 1, 100)
	for range 50 {
		back, wait := th.Take("kz", noon)
		if wait != 0 {
			t.Fatalf("a token that was given back is missing: wait %v", wait)
		}
		back()
	}
}

func TestMemoryIsBounded(t *testing.T) {
	const most = 1000
	th := New(rate.Every(time.Hour), 2, most)
	for i := range 50 * most {
		th.Take(fmt.Sprint(i), noon)
		if n := th.Len(); n > most {
			t.Fatalf("%d keys are remembered, more than %d", n, most)
		}
	}
}

func TestRoomIsMadeOfFullBuckets(t *testing.T) {
	th := New(rate.Every(time.Second), 2, 10)
	for i := range 9 {
		th.Take(fmt.Sprint(i), noon)
	}
	later := noon.Add(time.Minute)
	th.Take("guesser", later)
	th.Take("guesser", later)
	th.Take("new", later)
	if _, wait := th.Take("guesser", later); wait == 0 {
		t.Error("the only bucket that said something was forgotten")
	}
}
