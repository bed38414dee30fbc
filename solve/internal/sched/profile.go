// Package sched turns hauls in an order into movements with times: each as
// early as every rule of the contract allows beside those before it. It is the
// only part of the planner that knows the clock.
package sched

import (
	"slices"
	"sort"

	"sortie/network"
)

type minute = network.Minute

// profile is how much of a resource is taken at every minute: level[i] from
// at[i] until at[i+1].
type profile struct {
	at    []minute
	level []int
}

func (p *profile) reset() {
	p.at = append(p.at[:0], network.Past)
	p.level = append(p.level[:0], 0)
}

// index is the step that holds at t.
func (p *profile) index(t minute) int {
	return sort.Search(len(p.at), func(i int) bool { return p.at[i] > t }) - 1
}

// cut makes a step begin at t and returns its index.
func (p *profile) cut(t minute) int {
	i := p.index(t)
	if p.at[i] == t {
		return i
	}
	p.at = slices.Insert(p.at, i+1, t)
	p.level = slices.Insert(p.level, i+1, p.level[i])
	return i + 1
}

// add takes n more in [from, to); a negative n gives back.
func (p *profile) add(from, to minute, n int) {
	if from >= to || n == 0 {
		return
	}
	a := p.cut(from)
	b := len(p.at)
	if to < network.Forever {
		b = p.cut(to)
	}
	for i := a; i < b; i++ {
		p.level[i] += n
	}
	p.join(b)
	p.join(a)
}

// join drops step i if it continues the one before.
func (p *profile) join(i int) {
	if i > 0 && i < len(p.at) && p.level[i] == p.level[i-1] {
		p.at = slices.Delete(p.at, i, i+1)
		p.level = slices.Delete(p.level, i, i+1)
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
	for i := p.index(t); i < len(p.at); {
		if p.level[i]+n > capacity {
			if i++; i == len(p.at) {
				return network.Never
			}
			t = p.at[i]
			continue
		}
		j := i + 1
		for j < len(p.at) && p.at[j] < t+length && p.level[j]+n <= capacity {
			j++
		}
		if j == len(p.at) || p.at[j] >= t+length {
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

func (u *uses) add(t minute) {
	i, _ := slices.BinarySearch(u.at, t)
	u.at = slices.Insert(u.at, i, t)
}

func (u *uses) remove(t minute) {
	if i, ok := slices.BinarySearch(u.at, t); ok {
		u.at = slices.Delete(u.at, i, i+1)
	}
}

// next is the first minute from t on with nothing nearer than the interval.
func (u *uses) next(t minute, interval int) minute {
	gap := minute(interval)
	i, _ := slices.BinarySearch(u.at, t-gap+1)
	for ; i < len(u.at) && u.at[i] < t+gap; i++ {
		t = u.at[i] + gap
	}
	return t
}

// prev is the last minute up to t with nothing nearer than the interval.
func (u *uses) prev(t minute, interval int) minute {
	gap := minute(interval)
	i, _ := slices.BinarySearch(u.at, t+gap)
	for i--; i >= 0 && u.at[i] > t-gap; i-- {
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
	changes []change // by time; at one minute what comes before what goes
}

func (s *stock) reset() { *s = stock{changes: s.changes[:0]} }

func (s *stock) empty() bool { return s.first == 0 && len(s.changes) == 0 }

// begin is how many more there are at first.
func (s *stock) begin(n int) { s.first += n }

func (s *stock) add(at minute, n int) {
	i := sort.Search(len(s.changes), func(i int) bool {
		c := s.changes[i]
		return c.at > at || c.at == at && (n > 0 && c.n < 0 || n > 0 == (c.n > 0))
	})
	s.changes = slices.Insert(s.changes, i, change{at, n})
}

// from is the first minute from t on after which there are always n; Never if
// there are not.
func (s *stock) from(t minute, n int) minute {
	level := s.first
	for _, c := range s.changes {
		level += c.n
	}
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
