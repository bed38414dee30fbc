package missionfile

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	_ "time/tzdata" // a laptop in the field may have no zone database

	"sortie"
)

// clock reads the times of a mission: RFC 3339 with an offset, or relative to
// its D-day in its zone.
type clock struct {
	zone *time.Location // nil while it is not known
	dDay sortie.Date
	bad  bool // a D-day is given but cannot be read, which has been said
}

// problem is what is wrong with a time.
type problem struct {
	severity            sortie.Severity
	rule, message, hint string
}

func wrongTime(rule, hint, format string, args ...any) *problem {
	return &problem{sortie.Error, rule, fmt.Sprintf(format, args...), hint}
}

var (
	relative  = regexp.MustCompile(`^D([+-]\d{1,5})?(?:T(\d\d):(\d\d))?$`)
	likeD     = regexp.MustCompile(`^(?i:d)\s*([+-]?)\s*(\d{0,5})(?:[T\s]+(\d{1,2}):(\d\d))?$`)
	dateAlone = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	noOffset  = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)[T\s](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$`)
)

// time reads a time in whole minutes and returns it in the mission's zone. A
// problem that is a doubt comes with a time all the same.
func (c *clock) time(text string) (time.Time, *problem) {
	if at, fault := parseInstant(text, false); fault == "" {
		return c.inZone(at), nil
	} else if fault != notInstant {
		return time.Time{}, wrongTime("time", wholeMinutes, "%q %s", shorten(text), fault)
	}
	if parts := relative.FindStringSubmatch(text); parts != nil {
		return c.relative(text, parts)
	}
	if dateAlone.MatchString(text) {
		return time.Time{}, c.dateAlone(text)
	}
	if parts := noOffset.FindStringSubmatch(text); parts != nil {
		return time.Time{}, c.withoutOffset(text, parts)
	}
	hint := "write 2022-01-13T06:00:00+06:00, or D+2T06:00 relative to d_day"
	if parts := likeD.FindStringSubmatch(text); parts != nil {
		hint = "write " + tidyRelative(parts)
	}
	return time.Time{}, wrongTime("time", hint, "%q is not a time", shorten(text))
}

// inZone is the instant in the mission's zone, unless it could not be written
// there: RFC 3339 has no offset with seconds, as zones had them long ago, and
// the format no year past its last.
func (c *clock) inZone(at time.Time) time.Time {
	if c.zone == nil {
		return at
	}
	local := at.In(c.zone)
	if _, offset := local.Zone(); offset%60 != 0 || local.Year() < minYear || local.Year() > maxYear {
		return at
	}
	return local
}

const wholeMinutes = "times are whole minutes: write 2022-01-13T06:00:00+06:00"

func tidyRelative(parts []string) string {
	out := "D"
	if parts[2] != "" {
		sign := parts[1]
		if sign == "" {
			sign = "+"
		}
		out += sign + parts[2]
	}
	if parts[3] != "" {
		out += fmt.Sprintf("T%02s:%s", parts[3], parts[4])
	}
	return out
}

func (c *clock) relative(text string, parts []string) (time.Time, *problem) {
	if c.dDay.IsZero() {
		if c.bad {
			return time.Time{}, nil
		}
		return time.Time{}, wrongTime("no-d-day", "give the D-day: d_day: 2022-01-11", "%q counts from a D-day, and the mission has none", text)
	}
	days := 0
	if parts[1] != "" {
		days, _ = strconv.Atoi(parts[1])
	}
	hour, minute := 0, 0
	if parts[2] != "" {
		hour, _ = strconv.Atoi(parts[2])
		minute, _ = strconv.Atoi(parts[3])
		if hour > 23 || minute > 59 {
			return time.Time{}, wrongTime("time", "hours run from 00:00 to 23:59; the end of a day is 00:00 of the next", "%q is no time of day", text)
		}
	}
	civil := sortie.DateOf(time.Date(c.dDay.Year, c.dDay.Month, c.dDay.Day+days, 0, 0, 0, 0, time.UTC))
	if civil.Year < minYear || civil.Year > maxYear {
		return time.Time{}, wrongTime("time", "", "%q is in the year %d", text, civil.Year)
	}
	return c.local(text, civil, hour, minute)
}

// local is the instant at which clocks in the zone show the date and hour. Where
// clocks are put forward it may not exist, and where they are put back it
// exists twice and the first is meant.
func (c *clock) local(text string, d sortie.Date, hour, minute int) (time.Time, *problem) {
	zone := c.zone
	if zone == nil {
		zone = time.UTC
	}
	at := time.Date(d.Year, d.Month, d.Day, hour, minute, 0, 0, zone)
	if _, offset := at.Zone(); offset%60 != 0 {
		return time.Time{}, wrongTime("time", "write the time with an offset in whole minutes", "%q: %s then had no offset in whole minutes", text, zone)
	}
	if at.Hour() != hour || at.Minute() != minute {
		if hour == 0 && minute == 0 { // the day begins later, when clocks skip midnight
			return d.In(zone), nil
		}
		return time.Time{}, wrongTime("time", "clocks are put forward then: write a time with its offset",
			"%q, %02d:%02d on %s, does not exist in %s", text, hour, minute, d, zone)
	}
	if first, again := twice(at); again {
		return first, &problem{sortie.Doubt, "time-twice", fmt.Sprintf("%q, %02d:%02d on %s, comes twice in %s; the first is taken", text, hour, minute, d, zone),
			fmt.Sprintf("write %s, or %s", first.Format(time.RFC3339), first.Add(time.Hour).Format(time.RFC3339))}
	}
	return at, nil
}

// twice is the first of two instants with the same time of day on one date.
func twice(at time.Time) (time.Time, bool) {
	for _, shift := range []time.Duration{-time.Hour, time.Hour} {
		other := at.Add(shift)
		if other.Hour() == at.Hour() && other.Minute() == at.Minute() {
			if shift < 0 {
				return other, true
			}
			return at, true
		}
	}
	return at, false
}

func (c *clock) dateAlone(text string) *problem {
	d, err := sortie.ParseDate(text)
	if err != nil {
		return wrongTime("time", "", "%q is not a date of the calendar", text)
	}
	hint := "write the hour and the offset"
	if c.zone != nil {
		next := sortie.DateOf(time.Date(d.Year, d.Month, d.Day+1, 0, 0, 0, 0, time.UTC))
		hint = fmt.Sprintf("\"on the %s\" means its end: write %s; its beginning is %s",
			ordinal(d.Day), next.In(c.zone).Format(time.RFC3339), d.In(c.zone).Format(time.RFC3339))
	}
	return wrongTime("time-without-hour", hint, "%q has no hour", text)
}

func ordinal(n int) string {
	suffix := "th"
	if n/10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

func (c *clock) withoutOffset(text string, parts []string) *problem {
	d, err := sortie.ParseDate(parts[1])
	hour, _ := strconv.Atoi(parts[2])
	minute, _ := strconv.Atoi(parts[3])
	if err != nil || hour > 23 || minute > 59 {
		return wrongTime("time", wholeMinutes, "%q is not a time of the calendar", text)
	}
	hint := "write the offset, such as +06:00"
	if c.zone != nil {
		if at, fault := c.local(text, d, hour, minute); fault == nil || fault.severity != sortie.Error {
			hint = fmt.Sprintf("in %s write %s", c.zone, at.Format(time.RFC3339))
		}
	}
	return wrongTime("time-without-offset", hint, "%q has no offset", text)
}

const notInstant = "is not an instant"

// parseInstant reads RFC 3339, in which seconds may be left out, and are wrong
// where the format asks for whole minutes. It returns what is wrong, notInstant
// where the text has another form.
func parseInstant(s string, seconds bool) (time.Time, string) {
	if len(s) < 17 || s[4] != '-' || s[7] != '-' || s[10] != 'T' && s[10] != 't' || s[13] != ':' {
		return time.Time{}, notInstant
	}
	year, ok1 := digits(s[:4])
	month, ok2 := digits(s[5:7])
	day, ok3 := digits(s[8:10])
	hour, ok4 := digits(s[11:13])
	minute, ok5 := digits(s[14:16])
	if !(ok1 && ok2 && ok3 && ok4 && ok5) {
		return time.Time{}, notInstant
	}
	rest := s[16:]
	second := 0
	if len(rest) >= 3 && rest[0] == ':' {
		var ok bool
		if second, ok = digits(rest[1:3]); !ok {
			return time.Time{}, notInstant
		}
		rest = rest[3:]
		if strings.HasPrefix(rest, ".") {
			fraction := len(rest) - len(strings.TrimLeft(rest[1:], "0123456789")) - 1
			if strings.Trim(rest[1:1+fraction], "0") != "" {
				second = 1
			}
			rest = rest[1+fraction:]
		}
	}
	zone := time.UTC
	switch {
	case rest == "":
		return time.Time{}, notInstant
	case rest == "Z" || rest == "z":
	case len(rest) == 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':':
		h, ok1 := digits(rest[1:3])
		m, ok2 := digits(rest[4:6])
		if !ok1 || !ok2 || h > 23 || m > 59 {
			return time.Time{}, "has no offset that a zone could have"
		}
		offset := (h*60 + m) * 60
		if rest[0] == '-' {
			offset = -offset
		}
		zone = fixedZone(offset)
	default:
		return time.Time{}, notInstant
	}
	if year < minYear || year > maxYear || month < 1 || month > 12 || day < 1 || day > daysIn(month, year) || hour > 23 || minute > 59 {
		return time.Time{}, "is not a time of the calendar"
	}
	if second != 0 && !seconds || second > 59 {
		return time.Time{}, "has seconds"
	}
	return time.Date(year, time.Month(month), day, hour, minute, second, 0, zone), ""
}

func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

func daysIn(month, year int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
