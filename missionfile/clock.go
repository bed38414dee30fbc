package missionfile

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	_ "time/tzdata" // a laptop in the field may have no zone database

	"sortie"
	"sortie/internal/lang"
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
	severity      sortie.Severity
	rule          string
	message, hint sentence
}

func wrongTime(rule string, hint sentence, message lang.Phrase, args ...any) *problem {
	return &problem{sortie.Error, rule, say(message, args...), hint}
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
	if at, fault := parseInstant(text, false); fault == noFault {
		return c.inZone(at), nil
	} else if fault != notATime {
		return time.Time{}, wrongTime("time", say(wholeMinutes), fault, shorten(text))
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
	hint := say(writeTimeFromD)
	if parts := likeD.FindStringSubmatch(text); parts != nil {
		hint = say(writeThis, tidyRelative(parts))
	}
	return time.Time{}, wrongTime("time", hint, notATime, shorten(text))
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
		return time.Time{}, wrongTime("no-d-day", say(giveDDay), noDDay, text)
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
			return time.Time{}, wrongTime("time", say(hoursRun), noTimeOfDay, text)
		}
	}
	civil := sortie.DateOf(time.Date(c.dDay.Year, c.dDay.Month, c.dDay.Day+days, 0, 0, 0, 0, time.UTC))
	if civil.Year < minYear || civil.Year > maxYear {
		return time.Time{}, wrongTime("time", sentence{}, farYear, text, strconv.Itoa(civil.Year))
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
		return time.Time{}, wrongTime("time", say(wholeOffset), oddOffset, text, zone)
	}
	if at.Hour() != hour || at.Minute() != minute {
		if hour == 0 && minute == 0 { // the day begins later, when clocks skip midnight
			return d.In(zone), nil
		}
		return time.Time{}, wrongTime("time", say(clocksForward), clocksSkip, text, clockFace(hour, minute), d, zone)
	}
	if first, again := twice(at); again {
		return first, &problem{sortie.Doubt, "time-twice", say(comesTwice, text, clockFace(hour, minute), d, zone),
			say(writeEither, first.Format(time.RFC3339), first.Add(time.Hour).Format(time.RFC3339))}
	}
	return at, nil
}

// clockFace is a time of day as files write it.
func clockFace(hour, minute int) string { return fmt.Sprintf("%02d:%02d", hour, minute) }

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
		return wrongTime("time", sentence{}, noCalendarDate, text)
	}
	hint := say(writeHour)
	if c.zone != nil {
		next := sortie.DateOf(time.Date(d.Year, d.Month, d.Day+1, 0, 0, 0, 0, time.UTC))
		hint = say(onTheDay, lang.Phrase{EN: ordinal(d.Day), FR: frenchOrdinal(d.Day)}, next.In(c.zone).Format(time.RFC3339), d.In(c.zone).Format(time.RFC3339))
	}
	return wrongTime("time-without-hour", hint, hasNoHour, text)
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

// frenchOrdinal is [ordinal] as French says it of a date.
func frenchOrdinal(n int) string {
	if n == 1 {
		return "1er"
	}
	return strconv.Itoa(n)
}

func (c *clock) withoutOffset(text string, parts []string) *problem {
	d, err := sortie.ParseDate(parts[1])
	hour, _ := strconv.Atoi(parts[2])
	minute, _ := strconv.Atoi(parts[3])
	if err != nil || hour > 23 || minute > 59 {
		return wrongTime("time", say(wholeMinutes), noCalendarTime, text)
	}
	hint := say(writeOffset)
	if c.zone != nil {
		if at, fault := c.local(text, d, hour, minute); fault == nil || fault.severity != sortie.Error {
			hint = say(inZoneWrite, c.zone, at.Format(time.RFC3339))
		}
	}
	return wrongTime("time-without-offset", hint, hasNoOffset, text)
}

// noFault is what [parseInstant] finds wrong with a time that it can read.
var noFault lang.Phrase

// parseInstant reads RFC 3339, in which seconds may be left out, and are wrong
// where the format asks for whole minutes. It returns what to say of a wrong
// text, notATime where it has another form.
func parseInstant(s string, seconds bool) (time.Time, lang.Phrase) {
	if len(s) < 17 || s[4] != '-' || s[7] != '-' || s[10] != 'T' && s[10] != 't' || s[13] != ':' {
		return time.Time{}, notATime
	}
	year, ok1 := digits(s[:4])
	month, ok2 := digits(s[5:7])
	day, ok3 := digits(s[8:10])
	hour, ok4 := digits(s[11:13])
	minute, ok5 := digits(s[14:16])
	if !(ok1 && ok2 && ok3 && ok4 && ok5) {
		return time.Time{}, notATime
	}
	rest := s[16:]
	second := 0
	if len(rest) >= 3 && rest[0] == ':' {
		var ok bool
		if second, ok = digits(rest[1:3]); !ok {
			return time.Time{}, notATime
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
		return time.Time{}, notATime
	case rest == "Z" || rest == "z":
	case len(rest) == 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':':
		h, ok1 := digits(rest[1:3])
		m, ok2 := digits(rest[4:6])
		if !ok1 || !ok2 || h > 23 || m > 59 {
			return time.Time{}, noSuchOffset
		}
		offset := (h*60 + m) * 60
		if rest[0] == '-' {
			offset = -offset
		}
		zone = fixedZone(offset)
	default:
		return time.Time{}, notATime
	}
	if year < minYear || year > maxYear || month < 1 || month > 12 || day < 1 || day > daysIn(month, year) || hour > 23 || minute > 59 {
		return time.Time{}, noCalendarTime
	}
	if second != 0 && !seconds || second > 59 {
		return time.Time{}, hasSeconds
	}
	return time.Date(year, time.Month(month), day, hour, minute, second, 0, zone), noFault
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
