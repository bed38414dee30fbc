package check

import (
	"cmp"
	"slices"
)

// change is an amount that becomes more or less at a minute.
type change struct {
	at   int64
	by   int64
	move int // index of the movement that causes it
}

// stretch is a contiguous time, [from, until), in which an amount is beyond
// its limit.
type stretch struct {
	from, until int64
	worst       int64
	move        int // the movement that brought it about, or -1
}

// above finds the stretches of [from, until) in which level plus all changes so
// far is more than limit. Changes of one minute count together, so what leaves
// makes room for what comes. It sorts the changes.
func above(changes []change, level, limit, from, until int64) []stretch {
	return beyond(changes, level, limit, from, until, 1)
}

// below finds the stretches in which it is less than limit.
func below(changes []change, level, limit, from, until int64) []stretch {
	return beyond(changes, level, limit, from, until, -1)
}

func beyond(changes []change, level, limit, from, until, sign int64) []stretch {
	if from >= until {
		return nil
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.at, b.at) })
	var found []stretch
	open, move := false, -1
	settle := func(at int64) {
		switch bad := sign*(level-limit) > 0; {
		case bad && !open:
			found = append(found, stretch{from: at, until: until, worst: level, move: move})
		case bad:
			last := &found[len(found)-1]
			if sign*(level-last.worst) > 0 {
				last.worst = level
			}
		case open:
			found[len(found)-1].until = at
		}
		open = sign*(level-limit) > 0
	}
	i := 0
	take := func() {
		level += changes[i].by
		if sign*changes[i].by > 0 {
			move = changes[i].move
		}
		i++
	}
	for i < len(changes) && changes[i].at <= from {
		take()
	}
	settle(from)
	for i < len(changes) && changes[i].at < until {
		for at := changes[i].at; ; {
			take()
			if i == len(changes) || changes[i].at != at {
				settle(at)
				break
			}
		}
	}
	return found
}
