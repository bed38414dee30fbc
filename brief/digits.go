package brief

import (
	"strconv"
	"unicode/utf8"
)

// lexDigits reads a number, a date or a time of day that begins at i, and says
// where it ends.
func lexDigits(text []byte, i, to int, t *token) int {
	rest := text[i:to]
	if n := lexDate(rest, t); n > 0 {
		t.kind = date
		return i + n
	}
	if n := lexClock(rest); n > 0 {
		t.kind = clock
		return i + n
	}
	t.kind = number
	whole := run(rest)
	n, value := whole, digitsOf(rest[:whole])
	if whole <= 3 {
		for {
			sep := groupSeparator(rest[n:])
			if sep == 0 || run(rest[n+sep:]) != 3 || value == 0 {
				break
			}
			value = value*1000 + digitsOf(rest[n+sep:n+sep+3])
			n += sep + 3
		}
	}
	if n == whole {
		t.digits = whole
		if n+1 < len(rest) && (rest[n] == '.' || rest[n] == ',') {
			if f := run(rest[n+1:]); f > 0 && f <= 6 {
				v, _ := strconv.ParseFloat(string(rest[:n])+"."+string(rest[n+1:n+1+f]), 64)
				value, n, t.digits = v, n+1+f, 0
			}
		}
	}
	t.value = value
	return i + n
}

// run is how many digits text begins with.
func run(text []byte) int {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}

func digitsOf(text []byte) (v float64) {
	for _, b := range text {
		v = v*10 + float64(b-'0')
	}
	return v
}

// groupSeparator is the length of a separator of thousands: a space of any
// width, a comma, a point or an apostrophe, before exactly three digits.
func groupSeparator(text []byte) int {
	r, n := utf8.DecodeRune(text)
	switch r {
	case ' ', '\u00a0', '\u202f', '\u2009', '\u2007', '\u2008', '\u200a', '\u2006', ',', '.', '\'', '’':
		return n
	}
	return 0
}

// lexDate reads 2022-01-13, 13.01.2022, 13/01/2022 and 13-01-2022. The day
// comes first; where both could be the day, the other reading is kept too.
func lexDate(text []byte, t *token) int {
	a := run(text)
	if a != 1 && a != 2 && a != 4 || a >= len(text) {
		return 0
	}
	sep := text[a]
	if sep != '-' && sep != '.' && sep != '/' {
		return 0
	}
	b := run(text[a+1:])
	if b == 0 || b > 2 || a+1+b >= len(text) || text[a+1+b] != sep {
		return 0
	}
	c := run(text[a+b+2:])
	n := a + b + c + 2
	x, y, z := int(digitsOf(text[:a])), int(digitsOf(text[a+1:a+1+b])), int(digitsOf(text[a+b+2:n]))
	switch {
	case a == 4 && (c == 1 || c == 2):
		t.ymd = [3]int{x, y, z}
	case a <= 2 && c == 4:
		t.ymd = [3]int{z, y, x}
		if sep == '/' && x <= 12 && y <= 12 && x != y {
			t.other = [3]int{z, x, y}
		}
		if y > 12 && x <= 12 {
			t.ymd = [3]int{z, x, y}
		}
	default:
		return 0
	}
	if !possible(t.ymd) {
		return 0
	}
	return n
}

func possible(d [3]int) bool {
	return d[0] >= 1900 && d[0] < 2200 && d[1] >= 1 && d[1] <= 12 && d[2] >= 1 && d[2] <= 31
}

// lexClock reads 14:05 and 14h05.
func lexClock(text []byte) int {
	a := run(text)
	if a == 0 || a > 2 || a >= len(text) || digitsOf(text[:a]) > 24 {
		return 0
	}
	if text[a] == ':' || text[a] == 'h' || text[a] == 'H' {
		if b := run(text[a+1:]); b == 2 && digitsOf(text[a+1:a+3]) < 60 {
			return a + 3
		}
	}
	return 0
}
