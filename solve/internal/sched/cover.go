package sched

import "sortie/network"

// window is people that must stand somewhere in [from, until).
type window struct {
	people      int
	from, until minute
}

// cover is the people standing at a place, or in the theatre, with what must
// stand there at least (rules R13 and R14).
type cover struct {
	standing stock
	windows  []window
}

// add is people who come to stand there, or who leave.
func (c *cover) add(at minute, n int) {
	if len(c.windows) > 0 {
		c.standing.add(at, n)
	}
}

// from is the first minute from t on after which n people can be spared for
// good; Never if they cannot.
func (c *cover) from(t minute, n int) minute {
	if n == 0 {
		return t
	}
	free := t
	for _, w := range c.windows {
		free = max(free, c.short(w, t, n))
	}
	return free
}

// short is the end of the last stretch, t or later, in which the window would
// lack people if n more were gone; t if there is none.
func (c *cover) short(w window, t minute, n int) minute {
	level := c.standing.last
	begin, end := max(t, w.from), minute(network.Forever)
	for i := len(c.standing.changes) - 1; i >= -1; i-- {
		start := minute(network.Past)
		if i >= 0 {
			start = c.standing.changes[i].at
		}
		if max(start, begin) < min(end, w.until) && level < w.people+n {
			return min(end, w.until)
		}
		if start <= begin {
			break
		}
		level -= c.standing.changes[i].n
		end = start
	}
	return t
}

// lacking is the people short times the minutes that they are, until the last
// minute that counts.
func (c *cover) lacking(last minute) int {
	total := 0
	for _, w := range c.windows {
		level, start := c.standing.first, minute(network.Past)
		for i := 0; i <= len(c.standing.changes); i++ {
			end := last
			if i < len(c.standing.changes) {
				end = c.standing.changes[i].at
			}
			if a, b := max(start, w.from), min(end, w.until, last); a < b && level < w.people {
				total += (w.people - level) * int(b-a)
			}
			if i < len(c.standing.changes) {
				level += c.standing.changes[i].n
				start = end
			}
		}
	}
	return total
}
