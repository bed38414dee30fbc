package check

import (
	"time"

	"sortie"
	"sortie/internal/lang"
)

// Minutes of time are counted from 1970-01-01T00:00Z. The two ends stand for
// always-was and for ever; a plan's own times are kept well inside them, so
// that no sum of them overflows.
const (
	farPast   = -2 * latest
	farFuture = 2 * latest
	latest    = int64(1e10) // about the year 21000
)

// minute is the time in whole minutes, seconds cut off.
func minute(t time.Time) int64 {
	s := t.Unix()
	m := s / 60
	if s%60 < 0 {
		m--
	}
	return min(max(m, -latest), latest)
}

// minuteOr is the time in minutes, or otherwise where it is absent.
func minuteOr(t time.Time, otherwise int64) int64 {
	if t.IsZero() {
		return otherwise
	}
	return minute(t)
}

// clock is the minute as a time in the mission's zone. What JSON cannot hold,
// a year before 0 or past 9999, is absent.
func (c *checker) clock(at int64) time.Time {
	t := timeIn(at, c.zone)
	if y := t.Year(); y < 1 || y > 9999 {
		return time.Time{}
	}
	return t
}

// tell writes the minute as an officer reads it.
func (c *checker) tell(at int64) lang.Text { return c.tellIn(at, c.zone) }

func (c *checker) tellIn(at int64, zone *time.Location) lang.Text { return moment(timeIn(at, zone)) }

// tellSpan writes a half-open span of time.
func (c *checker) tellSpan(from, until int64) lang.Text {
	if until >= farFuture {
		return spanOpen.Text(c.tell(from))
	}
	return spanShut.Text(c.tell(from), c.tell(until))
}

// length writes a number of minutes as a duration.
func length(minutes int64) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		switch {
		case l == lang.EN:
			return sortie.Duration(minutes).String()
		case minutes < 0:
			return "-" + l.Minutes(int(minutes))
		}
		return l.Minutes(int(minutes))
	})
}

func timeIn(at int64, zone *time.Location) time.Time { return time.Unix(at*60, 0).In(zone) }
