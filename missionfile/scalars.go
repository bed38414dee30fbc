package missionfile

import (
	"encoding/json"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sortie"
)

// specials read the types whose text has a form of its own.
var specials map[reflect.Type]func(*decoder, *node, reflect.Value, *trail, *fieldInfo)

func init() {
	specials = map[reflect.Type]func(*decoder, *node, reflect.Value, *trail, *fieldInfo){
		reflect.TypeFor[time.Time]():       (*decoder).time,
		reflect.TypeFor[sortie.Duration](): (*decoder).duration,
		reflect.TypeFor[sortie.Date]():     (*decoder).date,
		reflect.TypeFor[sortie.Text]():     (*decoder).words,
		reflect.TypeFor[sortie.Seats]():    (*decoder).seats,
		reflect.TypeFor[sortie.Position](): (*decoder).position,
		reflect.TypeFor[sortie.Amount]():   (*decoder).amount,
		reflect.TypeFor[json.RawMessage](): (*decoder).raw,
	}
}

func (d *decoder) text(n *node, v reflect.Value, t *trail, f *fieldInfo) {
	if n.kind != scalar {
		d.wrongType(n, t, say(aText), sentence{})
		return
	}
	if len(n.text) > maxText {
		d.fail(n.mark, t, "too-long", say(tooLong, t.last(), len(n.text), maxText), sentence{})
		return
	}
	text := n.text
	if known, ok := words[v.Type()]; ok && !slices.Contains(known, text) {
		hint := d.suggest(text, known)
		if hint.empty() {
			hint = say(writeOneOf, strings.Join(known, ", "))
		}
		d.fail(n.mark, t, "unknown-word", say(noSuchWord, shorten(text), nounOf(v.Type()).Phrase), hint)
		return
	}
	if f != nil && f.format != nil {
		if n.cell {
			text = strings.TrimSpace(text)
		}
		if hint, ok := f.format.check(text); !ok {
			d.fail(n.mark, t, f.format.rule, say(notOfForm, shorten(text), f.format.name), hint)
			return
		}
	}
	v.SetString(text)
}

func (d *decoder) bool(n *node, v reflect.Value, t *trail) {
	if n.kind == scalar && (!n.quoted || n.cell) {
		switch n.text {
		case "true", "True", "TRUE":
			v.SetBool(true)
			return
		case "false", "False", "FALSE":
			v.SetBool(false)
			return
		}
	}
	d.wrongType(n, t, say(trueOrFalse), say(yamlTruth))
}

var (
	decimal   = regexp.MustCompile(`^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$`)
	thousands = regexp.MustCompile(`^[-+]?\d{1,3}([ _,'\x{a0}\x{202f}]\d{3})+$`)
	withComma = regexp.MustCompile(`^[-+]?\d+,\d+$`)
)

// numeral is the number that a plain scalar means under YAML 1.2's core schema.
func (n *node) numeral() (float64, string, bool) {
	if n.kind != scalar || n.quoted && !n.cell {
		return 0, "", false
	}
	text := strings.TrimSpace(n.text)
	if n.comma && strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	switch strings.ToLower(strings.TrimLeft(text, "+-")) {
	case ".nan", ".inf", "nan", "inf", "infinity":
		return math.NaN(), text, true
	}
	if decimal.MatchString(text) {
		x, err := strconv.ParseFloat(text, 64)
		if err != nil { // too great for a float: infinite, and refused as such
			x = math.Inf(1)
		}
		return x, text, true
	}
	if strings.HasPrefix(text, "0x") || strings.HasPrefix(text, "0o") {
		if x, err := strconv.ParseUint(text, 0, 63); err == nil {
			return float64(x), strconv.FormatUint(x, 10), true
		}
	}
	return 0, text, false
}

func (d *decoder) number(n *node, v reflect.Value, t *trail, f *fieldInfo) {
	limits := &numberless
	if f != nil && f.bound != nil {
		limits = f.bound
	}
	x, text, ok := n.numeral()
	whole := v.Kind() != reflect.Float64
	if !ok {
		want, hint := say(aNumber), sentence{}
		if whole {
			want = say(aWholeNumber)
		}
		switch {
		case n.kind != scalar:
		case thousands.MatchString(n.text):
			hint = say(writeThis, strings.Map(keepDigits, n.text))
		case !whole && withComma.MatchString(n.text):
			hint = say(writeThis, strings.Replace(n.text, ",", ".", 1))
		case n.quoted && decimal.MatchString(n.text):
			hint = say(unquote)
		}
		d.wrongType(n, t, want, hint)
		return
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		d.fail(n.mark, t, "not-finite", say(notFinite, t.last(), shorten(n.text)), sentence{})
		return
	}
	if !limits.holds(x) {
		d.outOfBounds(n, t, limits)
		return
	}
	if !whole {
		v.SetFloat(x + 0) // -0 becomes 0
		return
	}
	if x != math.Trunc(x) {
		d.wrongType(n, t, say(aWholeNumber), sentence{})
		return
	}
	if v.CanUint() {
		u, err := strconv.ParseUint(strings.TrimPrefix(text, "+"), 10, 64)
		if err != nil {
			u = uint64(x)
		}
		v.SetUint(u)
		return
	}
	v.SetInt(int64(x))
}

func keepDigits(r rune) rune {
	if r >= '0' && r <= '9' || r == '-' {
		return r
	}
	return -1
}

func (d *decoder) outOfBounds(n *node, t *trail, b *bound) {
	message := say(outOfRange, t.last(), shorten(n.text), figure(b.min), figure(b.max))
	switch {
	case b.above:
		message.phrase = aboveRange
	case b.min == b.max:
		message = say(notTheOne, t.last(), shorten(n.text), figure(b.min))
	}
	d.fail(n.mark, t, "out-of-range", message, say(b.why))
}
