package check

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"sortie"
	"sortie/internal/lang"
)

var (
	peopleNoun = lang.Phrase{EN: "people", FR: "personnes"}
	quotation  = lang.Phrase{EN: "\"%s\"", FR: "« %s »"}
)

// plural writes a count with its noun.
func plural(n int64, noun string) string {
	switch {
	case noun == "people" && n == 1:
		return "1 person"
	case noun == "people" || n == 1:
		return fmt.Sprintf("%d %s", n, noun)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// only writes a number that is too small.
func only(n int64, noun string) string {
	switch {
	case n > 0:
		return "only " + plural(n, noun)
	case noun == "people":
		return "nobody"
	}
	return "none"
}

// count writes so many of a kind: people, or items of an equipment type.
func (c *checker) count(n int64, kind int) string {
	if kind == people {
		return plural(n, "people")
	}
	return fmt.Sprintf("%d × %s", n, c.nameOf(kind))
}

// figure writes a number without needless digits.
func figure(f float64) string {
	s := strconv.FormatFloat(f, 'f', 3, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// precise writes a number that came out beyond a limit so that it does not
// read as the limit itself.
func precise(have, limit float64) string {
	if s := figure(have); s != figure(limit) {
		return s
	}
	return strconv.FormatFloat(have, 'g', 12, 64)
}

// moment writes a time as an officer reads it.
func moment(t time.Time) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		if l == lang.FR {
			return l.Day(t) + " à " + l.Clock(t)
		}
		return t.Format("2006-01-02 15:04")
	})
}

// way names the two ends of a journey.
func (c *checker) way(from, to int) string {
	return c.placeID(from) + " → " + c.placeID(to)
}

func modeNames(modes []sortie.Mode) string {
	names := make([]string, len(modes))
	for i, m := range modes {
		names[i] = string(m)
	}
	return strings.Join(names, " or ")
}
