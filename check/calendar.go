package check

import (
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // so that a machine without a zone database gives the same verdict

	"sortie"
)

// place is a place with its hours read.
type place struct {
	*sortie.Place
	zone   *time.Location // nil where its name is unknown
	host   bool           // in the host country
	open   []window
	closed []closure
	clock  clock // of the minute that was last asked for
}

// clock is how far a zone is from UTC between two changes of its clocks.
type clock struct {
	from, until int64 // half-open
	seconds     int64 // ahead of UTC
}

// window is a span of local minutes of the day, both ends included; where it
// ends no later than it begins it runs over midnight.
type window struct{ from, to int }

type closure struct {
	from, to int64 // half-open
	why      string
}

const day = 24 * 60

func newPlace(m *sortie.Mission, p *sortie.Place, z zones) place {
	n := place{Place: p, host: p.Country == m.Host}
	n.zone = z.find(m.Timezone)
	if p.Timezone != "" {
		n.zone = z.find(p.Timezone)
	}
	for _, hours := range p.Open {
		if w, ok := parseWindow(hours); ok {
			n.open = append(n.open, w)
		}
	}
	for _, c := range p.Closed {
		n.closed = append(n.closed, closure{minute(c.From), minute(c.To), c.Why})
	}
	return n
}

// handles is what the place can take of the mode.
func (p *place) handles(mode sortie.Mode) (sortie.Handling, bool) {
	if len(p.Handles) == 0 {
		return sortie.Handling{}, mode == sortie.Road
	}
	h, ok := p.Handles[mode]
	return h, ok
}

// parseWindow reads hours such as 06:00-22:00; 24:00 is the end of a day.
func parseWindow(s string) (window, bool) {
	from, to, ok := strings.Cut(s, "-")
	a, okA := parseClock(from)
	b, okB := parseClock(to)
	return window{a, b}, ok && okA && okB
}

func parseClock(s string) (int, bool) {
	h, m, ok := strings.Cut(strings.TrimSpace(s), ":")
	hours, errH := strconv.Atoi(h)
	minutes, errM := strconv.Atoi(m)
	at := hours*60 + minutes
	return at, ok && errH == nil && errM == nil && hours >= 0 && hours <= 24 && minutes >= 0 && minutes < 60 && at <= day
}

// contains reports whether a minute of the day lies in the window. Equal ends
// are a whole day; midnight is also the end of the day before.
func (w window) contains(m int) bool {
	if w.from >= w.to {
		return m >= w.from || m <= w.to
	}
	return m >= w.from && m <= w.to || m == 0 && w.to == day
}

// zones remembers time zones by name; nil is one that does not exist.
type zones map[string]*time.Location

func (z zones) find(name string) *time.Location {
	zone, known := z[name]
	if known {
		return zone
	}
	if name != "" && name != "Local" {
		zone, _ = time.LoadLocation(name)
	}
	z[name] = zone
	return zone
}

// localMinute is the minute of the day on the place's own clock.
func (p *place) localMinute(at int64) int {
	const seconds = day * 60
	local := (at*60 + p.clockAt(at).seconds) % seconds
	return int((local+seconds)%seconds) / 60
}

// clockAt is the clock of a place at a minute. Asking the zone takes long, and clocks are seldom changed.
func (p *place) clockAt(at int64) clock {
	if at < p.clock.from || at >= p.clock.until {
		t := timeIn(at, p.zone)
		_, seconds := t.Zone()
		p.clock = clock{farPast, farFuture, int64(seconds)}
		begins, ends := t.ZoneBounds()
		if !begins.IsZero() {
			p.clock.from = minute(begins.Add(time.Minute - time.Second))
		}
		if !ends.IsZero() {
			p.clock.until = minute(ends.Add(time.Minute - time.Second))
		}
	}
	return p.clock
}
