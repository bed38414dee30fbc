package network

import (
	"sort"
	"time"
)

// Calendar is the minutes at which something may depart or arrive, as sorted
// intervals that include both ends. The nil calendar allows every minute.
type Calendar struct{ spans []span }

type span struct{ from, to Minute }

// Next is the first allowed minute from t on, [Never] if there is none.
func (c *Calendar) Next(t Minute) Minute {
	if c == nil || t >= Never {
		return t
	}
	i, n := 0, len(c.spans) // by hand: the planner asks this more often than anything else
	for i < n {
		if mid := (i + n) / 2; c.spans[mid].to < t {
			i = mid + 1
		} else {
			n = mid
		}
	}
	if i == len(c.spans) {
		return Never
	}
	return max(t, c.spans[i].from)
}

// Prev is the last allowed minute up to t, [Past] if there is none.
func (c *Calendar) Prev(t Minute) Minute {
	if c == nil || t <= Past {
		return t
	}
	i := sort.Search(len(c.spans), func(i int) bool { return c.spans[i].from > t }) - 1
	if i < 0 {
		return Past
	}
	return min(t, c.spans[i].to)
}

// Contains reports whether the minute is allowed.
func (c *Calendar) Contains(t Minute) bool { return c.Next(t) == t }

// Spans calls yield for each allowed interval, both ends included, in order;
// once with [Past] and [Forever] for the nil calendar.
func (c *Calendar) Spans(yield func(from, to Minute) bool) {
	if c == nil {
		yield(Past, Forever)
		return
	}
	for _, s := range c.spans {
		if !yield(s.from, s.to) {
			return
		}
	}
}

// newCalendar merges spans that touch or overlap.
func newCalendar(spans []span) *Calendar {
	sort.Slice(spans, func(i, j int) bool { return spans[i].from < spans[j].from })
	merged := spans[:0]
	for _, s := range spans {
		if s.from > s.to {
			continue
		}
		if n := len(merged); n > 0 && s.from <= merged[n-1].to+1 {
			merged[n-1].to = max(merged[n-1].to, s.to)
			continue
		}
		merged = append(merged, s)
	}
	return &Calendar{merged}
}

// intersect allows what both calendars allow.
func intersect(a, b *Calendar) *Calendar {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	var out []span
	for i, j := 0, 0; i < len(a.spans) && j < len(b.spans); {
		s := span{max(a.spans[i].from, b.spans[j].from), min(a.spans[i].to, b.spans[j].to)}
		if s.from <= s.to {
			out = append(out, s)
		}
		if a.spans[i].to < b.spans[j].to {
			i++
		} else {
			j++
		}
	}
	return &Calendar{out}
}

// without takes the half-open closure [from, to) out of the calendar.
func without(c *Calendar, from, to Minute) *Calendar {
	return intersect(c, &Calendar{[]span{{Past, from - 1}, {to, Forever}}})
}

// dailyHours is the calendar of local opening hours, each [open, close] in
// minutes after midnight with both ends included, on every day from first to
// last. Hours that close at or before they open run past midnight.
func dailyHours(hours [][2]int, zone *time.Location, first, last Minute) *Calendar {
	var spans []span
	day := first.Time(zone).AddDate(0, 0, -1)
	for {
		y, m, d := day.Date()
		midnight := MinuteOf(time.Date(y, m, d, 0, 0, 0, 0, zone))
		if midnight > last {
			return newCalendar(spans)
		}
		for _, h := range hours {
			to := h[1]
			if to <= h[0] {
				to += 24 * 60
			}
			from := MinuteOf(time.Date(y, m, d, 0, h[0], 0, 0, zone))
			until := MinuteOf(time.Date(y, m, d, 0, to, 0, 0, zone))
			spans = append(spans, span{onClock(from, h[0], zone), until})
		}
		day = time.Date(y, m, d+1, 12, 0, 0, 0, zone)
	}
}

// onClock moves a minute that the local clock skipped, when summer time began,
// to the first minute at which the clock shows the hour or later.
func onClock(t Minute, minuteOfDay int, zone *time.Location) Minute {
	shown := func(t Minute) int {
		local := t.Time(zone)
		return local.Hour()*60 + local.Minute()
	}
	for shown(t) < minuteOfDay {
		t++
	}
	for shown(t) > minuteOfDay && shown(t-1) >= minuteOfDay && shown(t-1) < shown(t) {
		t--
	}
	return t
}
