package lang

import (
	"fmt"
	"time"
)

var frenchDays = [...]string{"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."}

var frenchMonths = [...]string{"janv.", "févr.", "mars", "avr.", "mai", "juin",
	"juil.", "août", "sept.", "oct.", "nov.", "déc."}

// Clock writes the hour and minute: 14:20, or 14 h 20.
func (l Lang) Clock(t time.Time) string {
	if l == FR {
		return t.Format("15 h 04")
	}
	return t.Format("15:04")
}

// Day writes the date with its weekday: Wed 19 Jan 2022.
func (l Lang) Day(t time.Time) string { return l.ShortDay(t) + t.Format(" 2006") }

// ShortDay is [Lang.Day] without the year, for tables.
func (l Lang) ShortDay(t time.Time) string {
	if l == FR {
		return fmt.Sprintf("%s %d %s", frenchDays[t.Weekday()], t.Day(), frenchMonths[t.Month()-1])
	}
	return t.Format("Mon 2 Jan")
}

// Time writes a time in full, in its own zone, which it names: Wed 19 Jan 2022
// 14:20 +06.
func (l Lang) Time(t time.Time) string {
	return l.Day(t) + " " + l.Clock(t) + " " + t.Format("MST")
}

// ShortTime is [Lang.Time] without year and zone, for tables whose heading
// names the zone. The clock is written 14:20 in every language: it is a figure
// in a column there.
func (l Lang) ShortTime(t time.Time) string {
	return l.ShortDay(t) + t.Format(" 15:04")
}
