package signin

import (
	"fmt"
	"net/http"
	"strconv"
	"testing"
	"time"

	"sortie/server/access"
)

var noon = time.Date(2022, 1, 11, 12, 0, 0, 0, time.UTC)

// guess tries and fails, and reports whether it was let try.
func guess(a *attempts, name, address string, now time.Time) bool {
	_, wait := a.begin(name, address, now)
	return wait == 0
}

func TestGuessing(t *testing.T) {
	for _, tc := range []struct {
		name string
		who  func(i int) (name, address string)
		most int // guesses of 1000 in a moment
		hour int // guesses in the hour after that
	}{
		{"one name from one address", func(int) (string, string) { return "planner", "192.0.2.1" }, perPair, 180},
		{"in capitals or not", func(i int) (string, string) { return []string{"planner", "Planner"}[i%2], "192.0.2.1" }, perPair, 180},
		{"many names from one address", func(i int) (string, string) { return fmt.Sprint(i), "192.0.2.1" }, perAddress, 720},
		{"one name from many addresses", func(i int) (string, string) { return "planner", fmt.Sprint(i) }, perName, 360},
	} {
		a := newAttempts()
		n := 0
		for i := range 1000 {
			if name, address := tc.who(i); guess(a, name, address, noon) {
				n++
			}
		}
		if n != tc.most {
			t.Errorf("%s: %d guesses in a moment, want %d", tc.name, n, tc.most)
		}
		n = 0
		for i := range 3600 {
			if name, address := tc.who(1000 + i); guess(a, name, address, noon.Add(time.Duration(i+1)*time.Second)) {
				n++
			}
		}
		if n > tc.hour || n < tc.hour*9/10 {
			t.Errorf("%s: %d guesses in the next hour, want %d", tc.name, n, tc.hour)
		}
	}
}

func TestAnOfficeIsNotLockedOut(t *testing.T) {
	a := newAttempts()
	succeed := func(address string, now time.Time) bool {
		succeeded, wait := a.begin("planner", address, now)
		if wait == 0 {
			succeeded()
		}
		return wait == 0
	}
	if !succeed("office", noon) {
		t.Fatal("the office cannot sign in")
	}
	// A thousand addresses guess at its name, every second for a day.
	now := noon
	for hour := range 24 {
		for i := range 1000 {
			guess(a, "planner", fmt.Sprint(i), now)
		}
		if !succeed("office", now) {
			t.Fatalf("after %d hours of guesses of others the office is kept out", hour)
		}
		now = now.Add(time.Hour)
	}
	for i := range 1000 {
		guess(a, "planner", fmt.Sprint(i), now)
	}
	if succeed("elsewhere", now) {
		t.Error("guesses from many addresses are not held back at all")
	}
	if !succeed("elsewhere", now.Add(perNameEvery)) {
		t.Error("once they pause, one who never was here cannot sign in")
	}
	// Thirty people behind one address come at eight.
	for i := range 30 {
		succeeded, wait := a.begin(fmt.Sprint("desk ", i), "office", now)
		if wait > 0 {
			t.Fatalf("person %d waits %v", i, wait)
		}
		succeeded()
	}
}

func TestTooManyGuessesOverHTTP(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	o.account("planner", access.Planner, "")
	b := o.browser()
	for range perPair {
		b.must(401, "POST", "/api/session", credentials("planner", "wrong"))
	}
	resp, _ := b.do("POST", "/api/session", credentials("planner", sentence))
	after, err := strconv.Atoi(resp.Header.Get("Retry-After"))
	if resp.StatusCode != http.StatusTooManyRequests || err != nil || after < 1 || after > 20 {
		t.Errorf("status %d, Retry-After %q", resp.StatusCode, resp.Header.Get("Retry-After"))
	}
	for _, spelling := range []string{" planner", "planner   "} {
		if resp, _ := b.do("POST", "/api/session", credentials(spelling, sentence)); resp.StatusCode != http.StatusTooManyRequests {
			t.Errorf("as %q one may guess again: status %d", spelling, resp.StatusCode)
		}
	}
	o.clock.pass(time.Duration(after) * time.Second)
	b.signIn("planner")
	// Guessing at the password until now, with a browser that was left open.
	for range perPair - 1 {
		b.do("PUT", "/api/session/password", `{"current":"wrong","new":"whatever it may be"}`)
	}
	for range 2 {
		resp, _ = b.do("PUT", "/api/session/password", `{"current":"wrong","new":"whatever it may be"}`)
	}
	if resp.StatusCode != http.StatusTooManyRequests {
		t.Errorf("guessing by change-password is not held back: status %d", resp.StatusCode)
	}
}
