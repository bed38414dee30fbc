package brief

import (
	"errors"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// dateOf reads the date that a machine-readable time begins with.
func dateOf(s string) (sortie.Date, error) {
	if len(s) < 10 {
		return sortie.Date{}, errors.New("no date")
	}
	return sortie.ParseDate(s[:10])
}

func plus(d sortie.Date, days int) sortie.Date {
	return sortie.DateOf(d.In(time.UTC).AddDate(0, 0, days))
}

func weekdayOf(d sortie.Date) time.Weekday { return d.In(time.UTC).Weekday() }

func dayOf(year int, month time.Month, day int) (sortie.Date, bool) {
	d := sortie.DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
	return d, d.Month == month && d.Day == day && year > 0
}

func days(from, to sortie.Date) int {
	return int(to.In(time.UTC).Sub(from.In(time.UTC)).Hours() / 24)
}

// monthEnd is the last day of a month.
func monthEnd(year int, month time.Month) sortie.Date {
	return sortie.DateOf(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
}

// nearestYear gives a day without a year the year that puts it closest to the
// publication.
func nearestYear(published sortie.Date, month time.Month, day int) (best sortie.Date, ok bool) {
	for _, year := range []int{published.Year - 1, published.Year, published.Year + 1} {
		d, valid := dayOf(year, month, day)
		if valid && (!ok || distance(published, d) < distance(published, best)) {
			best, ok = d, true
		}
	}
	return best, ok
}

func distance(a, b sortie.Date) int {
	if n := days(a, b); n >= 0 {
		return n
	}
	return days(b, a)
}

// tense is the time of the verb nearest to a word.
type tense int

const (
	unknown tense = iota
	past
	future
)

// weekdayBy resolves a weekday: the last one of the past, the next one of the
// future. Where nothing tells, both readings are given, the earlier first.
func weekdayBy(published sortie.Date, w time.Weekday, t tense) (d, other sortie.Date, rule lang.Text) {
	ahead := (int(w) - int(weekdayOf(published)) + 7) % 7
	back := (int(weekdayOf(published)) - int(w) + 7) % 7
	name := weekdays[w]
	switch {
	case t == past:
		return plus(published, -back), other, weekdayPast.Text(name)
	case t == future && ahead > 0:
		return plus(published, ahead), other, weekdayNext.Text(name)
	case ahead == 0:
		if t == future {
			other = plus(published, 7)
		}
		return published, other, weekdayOfIt.Text(name)
	}
	return plus(published, -back), plus(published, ahead), weekdayEither.Text(name)
}

func add(d sortie.Date, n int, unit string) sortie.Date {
	t := d.In(time.UTC)
	switch unit {
	case "w":
		t = t.AddDate(0, 0, 7*n)
	case "m":
		t = t.AddDate(0, n, 0)
	case "y":
		t = t.AddDate(n, 0, 0)
	case "h":
		t = t.Add(time.Duration(n) * time.Hour)
	default:
		t = t.AddDate(0, 0, n)
	}
	if t.Year() > 9000 || t.Year() < 1 {
		return d
	}
	return sortie.DateOf(t)
}
