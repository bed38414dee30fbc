package bound

import (
	"container/heap"

	"sortie/network"
)

// service is one way to use a server: from the minute at which it is free, the
// minute at which it is free again, and what the use counts.
type service struct {
	next  func(free network.Minute) (again network.Minute, ok bool)
	count int64
}

// mostSteps bounds the work on one server; past it nothing is proven.
const mostSteps = 20000

// most is the most that one server can count from the beginning to the last
// use that is still in time; enough or more is as good as any amount.
func most(services []service, enough int64) int64 {
	if len(services) == 0 {
		return 0
	}
	if len(services) == 1 {
		return repeat(services[0], enough)
	}
	best, open := int64(0), moments{{network.Past / 2, 0}}
	reached := int64(-1)
	for taken := 0; len(open) > 0; taken++ {
		m := heap.Pop(&open).(moment)
		if m.count <= reached {
			continue
		}
		if taken > mostSteps {
			return unlimited
		}
		reached = m.count
		best = max(best, m.count)
		if best >= enough {
			return best
		}
		for i := range services {
			again, ok := services[i].next(m.free)
			if !ok || services[i].count == 0 {
				continue
			}
			if again <= m.free {
				return unlimited
			}
			heap.Push(&open, moment{again, m.count + services[i].count})
		}
	}
	return best
}

// repeat is most for a server with one way to be used.
func repeat(s service, enough int64) int64 {
	count := int64(0)
	for free, steps := network.Past/2, 0; s.count > 0 && count < enough; steps++ {
		again, ok := s.next(free)
		switch {
		case !ok:
			return count
		case again <= free || steps > mostSteps:
			return unlimited
		}
		free, count = again, count+s.count
	}
	return count
}

// moment is a server that is free again having served so much.
type moment struct {
	free  network.Minute
	count int64
}

type moments []moment

func (m moments) Len() int { return len(m) }
func (m moments) Less(i, j int) bool {
	if m[i].free != m[j].free {
		return m[i].free < m[j].free
	}
	return m[i].count > m[j].count
}
func (m moments) Swap(i, j int) { m[i], m[j] = m[j], m[i] }
func (m *moments) Push(x any)   { *m = append(*m, x.(moment)) }
func (m *moments) Pop() any {
	old := *m
	x := old[len(old)-1]
	*m = old[:len(old)-1]
	return x
}
