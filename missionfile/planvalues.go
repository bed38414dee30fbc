package missionfile

import (
	"math"
	"strconv"
	"time"

	"sortie"
)

func (r *planReader) null() bool {
	if r.peek() != 'n' {
		return false
	}
	return r.word() == "null"
}

// wrong passes over a value of the wrong type.
func (r *planReader) wrong(key, want string) {
	at := r.mark()
	r.nodes = 0
	n := r.value()
	if r.err == "" {
		r.fault(at, r.path(key), "wrong-type", "%s should be %s, not %s", key, want, n.shape())
	}
}

// name reads a text. Equal ones share their memory, since every movement names
// the same few units, places and types.
func (r *planReader) name(key string) string {
	if r.peek() != '"' {
		r.wrong(key, "a text")
		return ""
	}
	at := r.mark()
	text := r.str()
	if len(text) > maxText {
		r.fault(at, r.path(key), "too-long", "%s has %d bytes", key, len(text))
		return ""
	}
	if r.texts == nil {
		r.texts = map[string]string{}
	}
	known, ok := r.texts[text]
	if !ok {
		known = string(append([]byte(nil), text...))
		r.texts[known] = known
	}
	return known
}

func (r *planReader) mode(key string) sortie.Mode {
	r.peek()
	at := r.mark()
	text := r.name(key)
	mode := sortie.Mode(text)
	switch mode {
	case sortie.Air, sortie.Road, sortie.Rail, sortie.Sea, "":
	default:
		r.fault(at, r.path(key), "unknown-word", "%q is no mode", shorten(text))
	}
	return mode
}

// instant reads a time. Seconds pass: that a plan has whole minutes is a rule,
// and a breach of it is for the verifier to report.
func (r *planReader) instant(key string) time.Time {
	if r.peek() != '"' {
		r.wrong(key, "a time")
		return time.Time{}
	}
	at := r.mark()
	text := r.str()
	t, fault := parseInstant(text, true)
	if fault == notInstant {
		fault = "is not a time such as 2022-01-13T06:00:00+06:00"
	}
	if fault != "" && r.err == "" {
		r.fault(at, r.path(key), "time", "%s: %q %s", key, shorten(text), fault)
	}
	return t
}

func (r *planReader) figure(key string, low, high float64) float64 {
	if c := r.peek(); c != '-' && (c < '0' || c > '9') {
		r.wrong(key, "a number")
		return 0
	}
	at := r.mark()
	text := r.number()
	x, err := strconv.ParseFloat(text, 64)
	if r.err == "" && (err != nil || !(x >= low && x <= high)) {
		r.fault(at, r.path(key), "out-of-range", "%s is %s; it must be from %g to %g", key, shorten(text), low, high)
		return 0
	}
	return x + 0
}

// count reads a whole number. A negative one passes, as above.
func (r *planReader) count(key string) int {
	r.peek()
	at := r.mark()
	x := r.figure(key, -10e6, 10e6)
	if x != math.Trunc(x) {
		r.fault(at, r.path(key), "wrong-type", "%s should be a whole number", key)
		return 0
	}
	return int(x)
}
