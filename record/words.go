package record

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"sortie"
)

// fewest of a list that a message names before it counts the rest.
const few = 8

// short keeps a text from a file within a message.
func short(s string) string {
	const most = 60
	for n := range s {
		if n >= most {
			return s[:n] + "…"
		}
	}
	return s
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// list names a few things, and how many more there are.
func list(names []string) string {
	if len(names) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
	}
	return strings.Join(names, ", ")
}

// number writes a figure with its thousands apart: 2,030 and 0.67.
func number(n float64) string {
	if math.IsNaN(n) || math.IsInf(n, 0) || math.Abs(n) >= 1e15 {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	whole, part, decimals := strings.Cut(strconv.FormatFloat(math.Abs(n), 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if decimals {
		whole += "." + part
	}
	if n < 0 {
		return "-" + whole
	}
	return whole
}

func amount(a sortie.Amount) string {
	if a.Word != "" {
		return a.Word
	}
	return number(a.N)
}

// figure writes the value with its precision, as the record keeps it.
func figure(f sortie.Figure) string {
	a, precision := Value(f)
	switch {
	case precision == "":
		return "no number"
	case a.Word != "" && precision == About:
		return a.Word
	case precision == Exact:
		return amount(a)
	}
	return strings.ReplaceAll(string(precision), "_", " ") + " " + amount(a)
}

// day writes a local day, and moment a time with its zone.
func (b *book) day(t time.Time) string { return t.In(b.zone).Format(time.DateOnly) }

func (b *book) moment(t time.Time) string { return t.In(b.zone).Format("2006-01-02 15:04 MST") }

// apart is how far two times are from each other, as a mission file writes it.
func apart(a, b time.Time) string {
	d := a.Sub(b)
	if d < 0 {
		d = -d
	}
	return sortie.Duration(d / time.Minute).String()
}
