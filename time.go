package sortie

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Duration is a length of time in whole minutes, written 90m, 1h30m or 2d.
type Duration int

// Lengths of time in minutes.
const (
	Minute Duration = 1
	Hour            = 60 * Minute
	Day             = 24 * Hour
)

// maxDuration bounds what a file may say: a hundred years, far past any
// mission, so that sums of durations cannot overflow.
const maxDuration = 36525 * Day

// ParseDuration reads whole days, hours and minutes in that order, each at
// most once: "2d", "1h30m", "90m". It returns an error that says what is
// accepted for anything else, negative lengths included.
func ParseDuration(s string) (Duration, error) {
	bad := fmt.Errorf("%q is not a duration: write days, hours and minutes such as 2d, 1h30m or 90m", s)
	rest, total, seen := s, 0, 0
	for rest != "" {
		digits := 0
		for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
			digits++
		}
		if digits == 0 || digits == len(rest) || digits > 9 {
			return 0, bad
		}
		n, err := strconv.Atoi(rest[:digits])
		if err != nil {
			return 0, bad
		}
		unit := strings.IndexByte("dhm", rest[digits]) + 1
		if unit <= seen {
			return 0, bad
		}
		seen = unit
		total += n * int([...]Duration{Day, Hour, Minute}[unit-1])
		rest = rest[digits+1:]
	}
	if seen == 0 {
		return 0, bad
	}
	if total > int(maxDuration) {
		return 0, fmt.Errorf("%q is longer than a hundred years", s)
	}
	return Duration(total), nil
}

// String writes the duration as a mission file does, in its shortest form.
func (d Duration) String() string {
	if d == 0 {
		return "0m"
	}
	if d < 0 {
		return "-" + (-d).String()
	}
	var b strings.Builder
	for _, part := range []struct {
		size Duration
		name string
	}{{Day, "d"}, {Hour, "h"}, {Minute, "m"}} {
		if n := d / part.size; n > 0 {
			fmt.Fprintf(&b, "%d%s", int(n), part.name)
			d -= n * part.size
		}
	}
	return b.String()
}

// MarshalText writes the duration as [Duration.String] does.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [ParseDuration] accepts.
func (d *Duration) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDuration(string(text))
	return err
}

// Date is a civil date such as 2022-01-11, without a zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads a date written YYYY-MM-DD; a date that the calendar does not
// have (2022-02-30) is an error.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date: write YYYY-MM-DD", s)
	}
	return DateOf(t), nil
}

// DateOf is the civil date of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// In is the first instant of the date in the zone: midnight, or the minute after
// where clocks are put forward at midnight.
func (d Date) In(zone *time.Location) time.Time {
	at := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone)
	if DateOf(at) == d {
		return at
	}
	for DateOf(at).String() < d.String() {
		at = at.Add(time.Minute)
	}
	return at
}

// IsZero reports whether the date is absent.
func (d Date) IsZero() bool { return d == Date{} }

func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// MarshalText writes YYYY-MM-DD; an absent date cannot be written.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, errors.New("an absent date has no text")
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what [ParseDate] accepts.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}
