package missionfile

import (
	"encoding/json"
	"fmt"
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
		d.wrongType(n, t, "a text", "")
		return
	}
	if len(n.text) > maxText {
		d.fail(n.mark, t, "too-long", fmt.Sprintf("%s has %d bytes; at most %d are read", t.last(), len(n.text), maxText), "")
		return
	}
	text := n.text
	if known, ok := words[v.Type()]; ok && !slices.Contains(known, text) {
		hint := d.suggest(text, known)
		if hint == "" {
			hint = "write one of " + strings.Join(known, ", ")
		}
		d.fail(n.mark, t, "unknown-word", fmt.Sprintf("%q is no %s", shorten(text), typeName(v.Type())), hint)
		return
	}
	if f != nil && f.format != nil {
		if n.cell {
			text = strings.TrimSpace(text)
		}
		if hint, ok := f.format.check(text); !ok {
			d.fail(n.mark, t, f.format.rule, fmt.Sprintf("%q is not %s", shorten(text), f.format.name), hint)
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
	d.wrongType(n, t, "true or false", "yes, no, on and off are texts in YAML 1.2")
}

var (
	decimal   = regexp.MustCompile(`^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$`)
	thousands = regexp.MustCompile(`^[-+]?\d{1,3}([ _,'\x{a0}\x{202f}]\d{3})+$`)
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
		want, hint := "a number", ""
		if whole {
			want = "a whole number"
		}
		switch {
		case n.kind != scalar:
		case thousands.MatchString(n.text):
			hint = "write " + strings.Map(keepDigits, n.text)
		case n.quoted && decimal.MatchString(n.text):
			hint = "write it without quotes"
		}
		d.wrongType(n, t, want, hint)
		return
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		d.fail(n.mark, t, "not-finite", fmt.Sprintf("%s is %s, which is no figure", t.last(), shorten(n.text)), "")
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
		d.wrongType(n, t, "a whole number", "")
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
	low, high := strconv.FormatFloat(b.min, 'f', -1, 64), strconv.FormatFloat(b.max, 'f', -1, 64)
	from := "from " + low
	if b.above {
		from = "above " + low
	}
	message := fmt.Sprintf("%s is %s; it must be %s to %s", t.last(), shorten(n.text), from, high)
	if b.min == b.max {
		message = fmt.Sprintf("%s is %s; it must be %s", t.last(), shorten(n.text), low)
	}
	d.fail(n.mark, t, "out-of-range", message, b.why)
}

func (d *decoder) time(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	if n.kind != scalar {
		d.wrongType(n, t, "a time", "write 2022-01-13T06:00:00+06:00, or D+2T06:00")
		return
	}
	at, problem := d.clock.time(strings.TrimSpace(n.text))
	if problem != nil {
		severity := problem.severity
		if problem.rule == "no-d-day" {
			severity = d.missing()
		}
		d.report(severity, n.mark, t, problem.rule, fmt.Sprintf("%s: %s", t.last(), problem.message), problem.hint)
	}
	v.Set(reflect.ValueOf(at))
}

func (d *decoder) duration(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	if n.kind != scalar {
		d.wrongType(n, t, "a duration", "write 90m, 1h30m or 2d")
		return
	}
	text := strings.TrimSpace(n.text)
	if text == "0" {
		v.SetInt(0)
		return
	}
	length, err := sortie.ParseDuration(text)
	if err != nil {
		hint := "write 90m, 1h30m or 2d"
		if x, _, ok := n.numeral(); ok && x > 0 && x == math.Trunc(x) && x < 1e6 {
			hint = fmt.Sprintf("a number alone has no unit: write %dm for minutes or %dh for hours", int(x), int(x))
		}
		d.fail(n.mark, t, "duration", fmt.Sprintf("%s: %q is not a duration", t.last(), shorten(text)), hint)
		return
	}
	v.SetInt(int64(length))
}

// minutes reads the travel time of a link: a number of minutes, or a duration.
func (d *decoder) minutes(n *node, v reflect.Value, t *trail, f *fieldInfo) {
	if _, _, ok := n.numeral(); ok || n.kind != scalar {
		d.number(n, v, t, f)
		return
	}
	length, err := sortie.ParseDuration(strings.TrimSpace(n.text))
	if err != nil {
		d.wrongType(n, t, "minutes or a duration", "write 55, or 1h30m")
		return
	}
	if !f.bound.holds(float64(length)) {
		d.outOfBounds(n, t, f.bound)
		return
	}
	v.SetFloat(float64(length))
}

func (d *decoder) date(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	if n.kind != scalar {
		d.wrongType(n, t, "a date", "write 2022-01-11")
		return
	}
	date, err := sortie.ParseDate(strings.TrimSpace(n.text))
	if err != nil || date.Year < minYear || date.Year > maxYear {
		d.fail(n.mark, t, "date", fmt.Sprintf("%s: %q is not a date of the calendar", t.last(), shorten(n.text)),
			fmt.Sprintf("write year, month and day such as 2022-01-11, from %d to %d", minYear, maxYear))
		return
	}
	v.Set(reflect.ValueOf(date))
}

// words reads a text, or the same text in several languages.
func (d *decoder) words(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	switch n.kind {
	case scalar:
		out := reflect.New(reflect.TypeFor[string]()).Elem()
		d.text(n, out, t, nil)
		v.Set(reflect.ValueOf(sortie.Text{"": out.String()}))
	case object:
		d.mapping(n, v, t, &fieldInfo{format: &language})
	default:
		d.wrongType(n, t, "a text", "write one text, or {en: …, fr: …}")
	}
}

// seats reads a number, or what there is beside an empty and a full deck.
func (d *decoder) seats(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	if n.kind == object {
		d.object(n, v, t)
		return
	}
	count := reflect.New(reflect.TypeFor[int]()).Elem()
	if _, _, ok := n.numeral(); !ok {
		d.wrongType(n, t, "a number or {empty: 145, full: 40}", "people with an empty deck, and beside a full one")
		return
	}
	d.number(n, count, t, infoOf(v.Type()).byKey["empty"])
	v.Set(reflect.ValueOf(sortie.Seats{Empty: int(count.Int()), Full: int(count.Int())}))
}

func (d *decoder) position(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	if n.kind != list || len(n.items) != 2 {
		d.wrongType(n, t, "latitude and longitude", "write [43.3521, 77.0405]: degrees, north and east positive")
		return
	}
	for i, limits := range []*bound{&latitude, &longitude} {
		d.number(n.items[i], v.Index(i), &trail{above: t, index: i}, &fieldInfo{bound: limits})
	}
	lat, _, ok1 := n.items[0].numeral()
	lon, _, ok2 := n.items[1].numeral()
	if ok1 && ok2 && lat == 0 && lon == 0 {
		d.report(sortie.Doubt, n.mark, t, "position", "[0, 0] lies in the Gulf of Guinea and counts as not given", "")
	}
}

// amount reads a number, or a word for one that was not published.
func (d *decoder) amount(n *node, v reflect.Value, t *trail, f *fieldInfo) {
	if _, _, ok := n.numeral(); ok {
		x := reflect.New(reflect.TypeFor[float64]()).Elem()
		d.number(n, x, t, f)
		v.Set(reflect.ValueOf(sortie.Amount{N: x.Float()}))
		return
	}
	if n.kind == scalar && slices.Contains(amountWords, n.text) && f != nil && f.key == "about" {
		v.Set(reflect.ValueOf(sortie.Amount{Word: n.text}))
		return
	}
	hint := "write about: dozens, hundreds or thousands where no number was published"
	d.wrongType(n, t, "a number", hint)
}
