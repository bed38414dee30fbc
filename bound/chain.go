package bound

import "sortie/network"

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
		m := open.pop()
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
			open.push(moment{again, m.count + services[i].count})
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

// moments is a heap: what is free first, and of those what has served most.
type moments []moment

func (m moments) before(i, j int) bool {
	if m[i].free != m[j].free {
		return m[i].free < m[j].free
	}
	return m[i].count > m[j].count
}

func (m *moments) push(x moment) {
	h := append(*m, x)
	for i := len(h) - 1; i > 0 && h.before(i, (i-1)/2); i = (i - 1) / 2 {
		h[i], h[(i-1)/2] = h[(i-1)/2], h[i]
	}
	*m = h
}

func (m *moments) pop() moment {
	h := *m
	x, last := h[0], len(h)-1
	h[0] = h[last]
	h = h[:last]
	for i := 0; ; {
		next := i
		for _, child := range [2]int{2*i + 1, 2*i + 2} {
			if child < last && h.before(child, next) {
				next = child
			}
		}
		if next == i {
			*m = h
			return x
		}
		h[i], h[next] = h[next], h[i]
		i = next
	}
}
