package missionfile

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"sortie"
)

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
