// Package sched turns hauls in an order into movements with times: each as
// early as every rule of the contract allows beside those before it. It is the
// only part of the planner that knows the clock.
package sched

import (
	"slices"

	"sortie/network"
)

type minute = network.Minute

// profile is how much of a resource is taken at every minute: by each step from
// its minute until the next.
type profile struct{ steps []step }

type step struct {
	at    minute
	taken int
}

func (p *profile) reset() { p.steps = append(p.steps[:0], step{at: network.Past}) }

// index is the step that holds at t.
func (p *profile) index(t minute) int {
	low, high := 0, len(p.steps)
	for low < high {
		if mid := (low + high) / 2; p.steps[mid].at <= t {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low - 1
}

// cut makes a step begin at t and returns its index.
func (p *profile) cut(t minute) int {
	i := p.index(t)
	if p.steps[i].at == t {
		return i
	}
	p.steps = slices.Insert(p.steps, i+1, step{t, p.steps[i].taken})
	return i + 1
}

// add takes n more in [from, to); a negative n gives back.
func (p *profile) add(from, to minute, n int) {
	if from >= to || n == 0 {
		return
	}
	a := p.cut(from)
	b := a
	for b < len(p.steps) && p.steps[b].at < to {
		p.steps[b].taken += n
		b++
	}
	if to < network.Forever && (b == len(p.steps) || p.steps[b].at > to) {
		p.steps = slices.Insert(p.steps, b, step{to, p.steps[b-1].taken - n})
	}
	p.join(b)
	p.join(a)
}

// join drops step i if it continues the one before.
func (p *profile) join(i int) {
	if i > 0 && i < len(p.steps) && p.steps[i].taken == p.steps[i-1].taken {
		p.steps = slices.Delete(p.steps, i, i+1)
	}
}

// firstFit is the first minute from t on at which n fit under the capacity for
// a length of time; Never if there is none.
func (p *profile) firstFit(t, length minute, n, capacity int) minute {
	if length <= 0 || capacity >= network.Unlimited || t >= network.Never {
		return t
	}
	if n > capacity {
		return network.Never
	}
	for i := p.index(t); i < len(p.steps); {
		if p.steps[i].taken+n > capacity {
			if i++; i == len(p.steps) {
				return network.Never
			}
			t = p.steps[i].at
			continue
		}
		j := i + 1
		for j < len(p.steps) && p.steps[j].at < t+length && p.steps[j].taken+n <= capacity {
			j++
		}
		if j == len(p.steps) || p.steps[j].at >= t+length {
			return t
		}
		i = j
	}
	return network.Never
}

// fits reports whether n fit under the capacity in [from, to).
func (p *profile) fits(from, to minute, n, capacity int) bool {
	return from >= to || p.firstFit(from, to-from, n, capacity) == from
}

// uses is minutes that must keep a distance from each other: departures and
// arrivals at a runway, convoys leaving a place.
type uses struct{ at []minute }

func (u *uses) reset() { u.at = u.at[:0] }

// from is the index of the first that is t or later.
func (u *uses) from(t minute) int {
	low, high := 0, len(u.at)
	for low < high {
		if mid := (low + high) / 2; u.at[mid] < t {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

func (u *uses) add(t minute) { u.at = slices.Insert(u.at, u.from(t), t) }

func (u *uses) remove(t minute) {
	if i := u.from(t); i < len(u.at) && u.at[i] == t {
		u.at = slices.Delete(u.at, i, i+1)
	}
}

// next is the first minute from t on with nothing nearer than the interval.
func (u *uses) next(t minute, interval int) minute {
	gap := minute(interval)
	for i := u.from(t - gap + 1); i < len(u.at) && u.at[i] < t+gap; i++ {
		t = u.at[i] + gap
	}
	return t
}

// prev is the last minute up to t with nothing nearer than the interval.
func (u *uses) prev(t minute, interval int) minute {
	gap := minute(interval)
	for i := u.from(t+gap) - 1; i >= 0 && u.at[i] > t-gap; i-- {
		t = u.at[i] - gap
	}
	return t
}

// change is a step of a stock.
type change struct {
	at minute
	n  int
}

// stock is a number of people or items over time.
type stock struct {
	first   int
	last    int      // after all changes
	changes []change // by time; at one minute what comes before what goes
}

func (s *stock) reset() { *s = stock{changes: s.changes[:0]} }

func (s *stock) empty() bool { return s.first == 0 && len(s.changes) == 0 }

// begin is how many more there are at first.
func (s *stock) begin(n int) { s.first, s.last = s.first+n, s.last+n }

func (s *stock) add(at minute, n int) {
	i := len(s.changes)
	for ; i > 0; i-- {
		if c := s.changes[i-1]; c.at < at || c.at == at && n < 0 && c.n > 0 {
			break
		}
	}
	s.changes = slices.Insert(s.changes, i, change{at, n})
	s.last += n
}

// from is the first minute from t on after which there are always n; Never if
// there are not.
func (s *stock) from(t minute, n int) minute {
	level := s.last
	if level < n {
		return network.Never
	}
	for i := len(s.changes) - 1; i >= 0 && s.changes[i].at > t; i-- {
		if level -= s.changes[i].n; level < n {
			return s.changes[i].at
		}
	}
	return t
}
