package explain

import (
	"fmt"
	"time"

	"sortie"
)

// A wait for opening is looked for this many minutes before an event, and
// followed back over at most a week: longer closures are read as a week.
const (
	nearOpening = 15
	longestShut = int(7 * sortie.Day)
)

// shutBefore finds the closed hours that end just before an event of movement
// i: where, how many minutes before the event they end, and how long they are.
func (x *index) shutBefore(i int) (by Resource, gap, length int, ok bool) {
	v := &x.moves[i]
	type event struct {
		place string
		at    int
	}
	events := []event{{v.From, v.depart}, {v.To, v.arrive}}
	for _, s := range v.Stops {
		events = append(events, event{s.At, minute(s.Arrive)}, event{s.At, minute(s.Depart)})
	}
	for _, e := range events {
		p := x.places[e.place]
		if p == nil || len(p.Open) == 0 && len(p.Closed) == 0 {
			continue
		}
		hours := x.hours(p)
		for g := range nearOpening {
			if hours.open(e.at - 1 - g) {
				continue
			}
			n := 1
			for n < longestShut && !hours.open(e.at-1-g-n) {
				n++
			}
			if !ok || n > length {
				by, gap, length, ok = Resource{Kind: Hours, Place: p.ID, Mode: v.Mode}, g, n, true
			}
			break
		}
	}
	return by, gap, length, ok
}

// calendar is when a place lets movements depart and arrive.
type calendar struct {
	zone   *time.Location
	daily  [][2]int // minutes of the day, both ends included
	closed [][2]int // half-open, in minutes since 1970
}

func (x *index) hours(p *sortie.Place) *calendar {
	if c := x.calendars[p.ID]; c != nil {
		return c
	}
	c := &calendar{zone: x.zone}
	if zone, err := time.LoadLocation(p.Timezone); err == nil && p.Timezone != "" {
		c.zone = zone
	}
	for _, s := range p.Open {
		var h1, m1, h2, m2 int
		if n, _ := fmt.Sscanf(s, "%d:%d-%d:%d", &h1, &m1, &h2, &m2); n == 4 {
			c.daily = append(c.daily, [2]int{h1*60 + m1, h2*60 + m2})
		}
	}
	for _, shut := range p.Closed {
		c.closed = append(c.closed, [2]int{minute(shut.From), minute(shut.To)})
	}
	x.calendars[p.ID] = c
	return c
}

func (c *calendar) open(at int) bool {
	for _, s := range c.closed {
		if s[0] <= at && at < s[1] {
			return false
		}
	}
	if len(c.daily) == 0 {
		return true
	}
	local := time.Unix(int64(at)*60, 0).In(c.zone)
	now := local.Hour()*60 + local.Minute()
	for _, d := range c.daily {
		if d[0] <= d[1] && d[0] <= now && now <= d[1] || d[0] > d[1] && (now >= d[0] || now <= d[1]) || d[1] == 24*60 && now == 0 {
			return true
		}
	}
	return false
}
