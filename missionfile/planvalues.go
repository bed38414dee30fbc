package missionfile

import (
	"math"
	"reflect"
	"strconv"
	"time"

	"sortie"
	"sortie/internal/lang"
)

func (r *planReader) null() bool {
	if r.peek() != 'n' {
		return false
	}
	return r.word() == "null"
}

// wrong passes over a value of the wrong type.
func (r *planReader) wrong(key string, want lang.Phrase) {
	at := r.mark()
	r.nodes = 0
	n := r.value()
	if r.err.empty() {
		r.fault(at, r.path(key), "wrong-type", wrongForm, key, want, n.shape())
	}
}

// name reads a text. Equal ones share their memory, since every movement names
// the same few units, places and types.
func (r *planReader) name(key string) string {
	if r.peek() != '"' {
		r.wrong(key, aText)
		return ""
	}
	at := r.mark()
	text := r.str()
	if len(text) > maxText {
		r.fault(at, r.path(key), "too-long", hasBytes, key, len(text))
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
		r.fault(at, r.path(key), "unknown-word", noSuchWord, shorten(text), nounOf(reflect.TypeFor[sortie.Mode]()).Phrase)
	}
	return mode
}

// instant reads a time. Seconds pass: that a plan has whole minutes is a rule,
// and a breach of it is for the verifier to report.
func (r *planReader) instant(key string) time.Time {
	if r.peek() != '"' {
		r.wrong(key, aTime)
		return time.Time{}
	}
	at := r.mark()
	text := r.str()
	t, fault := parseInstant(text, true)
	if fault == notATime {
		fault = notATimeSuchAs
	}
	if fault != noFault && r.err.empty() {
		r.fault(at, r.path(key), "time", ofKey, key, say(fault, shorten(text)))
	}
	return t
}

func (r *planReader) figure(key string, low, high float64) float64 {
	if c := r.peek(); c != '-' && (c < '0' || c > '9') {
		r.wrong(key, aNumber)
		return 0
	}
	at := r.mark()
	text := r.number()
	x, err := strconv.ParseFloat(text, 64)
	if r.err.empty() && (err != nil || !(x >= low && x <= high)) {
		r.fault(at, r.path(key), "out-of-range", outOfRange, key, shorten(text), figure(low), figure(high))
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
		r.fault(at, r.path(key), "wrong-type", wrongFormAlone, key, aWholeNumber)
		return 0
	}
	return int(x)
}
