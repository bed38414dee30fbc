package lang

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"
)

// marks are how a language writes numbers: between thousands and before
// decimals.
func (l Lang) marks() (thousands, decimal string) {
	if l == FR {
		return "\u202f", "," // narrow no-break space
	}
	return ",", "."
}

// Int writes a whole number with its thousands apart; four digits too, so that
// columns line up.
func (l Lang) Int(n int) string {
	sep, _ := l.marks()
	return grouped(strconv.Itoa(n), sep)
}

func (l Lang) big(n *big.Int) string {
	sep, _ := l.marks()
	return grouped(n.String(), sep)
}

// Number writes x with at most the given decimals, trailing zeros dropped.
func (l Lang) Number(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	sep, mark := l.marks()
	whole, part, _ := strings.Cut(strconv.FormatFloat(x, 'f', decimals, 64), ".")
	whole = grouped(whole, sep)
	if part = strings.TrimRight(part, "0"); part == "" {
		if whole == "-0" {
			return "0"
		}
		return whole
	}
	return whole + mark + part
}

// Percent writes a share (0.94) as a whole percentage, rounded towards zero so
// that only a full share reads 100 %.
func (l Lang) Percent(share float64) string {
	n := l.Int(int(math.Floor(share*100 + 1e-9)))
	if l == FR {
		return n + "\u00a0%"
	}
	return n + "%"
}

func grouped(digits, sep string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + sep + digits[i:]
	}
	return sign + digits
}

// Span writes a length of time in days, hours and minutes, a negative one as
// its length: the sentence around it says which way. Seconds are dropped.
func (l Lang) Span(d time.Duration) string { return l.Minutes(int(d / time.Minute)) }

// Minutes is [Lang.Span] of whole minutes.
func (l Lang) Minutes(minutes int) string {
	if minutes < 0 {
		minutes = -minutes
	}
	day := Phrase{"d", "j"}.In(l)
	var parts []string
	for _, unit := range []struct {
		size int
		name string
	}{{24 * 60, day}, {60, "h"}, {1, "min"}} {
		if n := minutes / unit.size; n > 0 {
			parts = append(parts, l.Int(n)+" "+unit.name)
			minutes -= n * unit.size
		}
	}
	if parts == nil {
		return "0 min"
	}
	return strings.Join(parts, " ")
}
