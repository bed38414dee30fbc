package missionfile

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"sortie"
)

func (d *decoder) time(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	if n.kind != scalar {
		d.wrongType(n, t, say(aTime), say(writeTime))
		return
	}
	at, problem := d.clock.time(strings.TrimSpace(n.text))
	if problem != nil {
		severity := problem.severity
		if problem.rule == "no-d-day" {
			severity = d.missing()
		}
		d.report(severity, n.mark, t, problem.rule, say(ofKey, t.last(), problem.message), problem.hint)
	}
	v.Set(reflect.ValueOf(at))
}

func (d *decoder) duration(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	if n.kind != scalar {
		d.wrongType(n, t, say(aDuration), say(writeDuration))
		return
	}
	text := strings.TrimSpace(n.text)
	if text == "0" {
		v.SetInt(0)
		return
	}
	length, err := sortie.ParseDuration(text)
	if err != nil {
		hint := say(writeDuration)
		if x, _, ok := n.numeral(); ok && x > 0 && x == math.Trunc(x) && x < 1e6 {
			hint = say(durationNoUnit, strconv.Itoa(int(x)))
		}
		d.fail(n.mark, t, "duration", say(ofKey, t.last(), say(notADuration, shorten(text))), hint)
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
		d.wrongType(n, t, say(aTravelTime), say(writeMinutes))
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
		d.wrongType(n, t, say(aDate), say(writeDate))
		return
	}
	date, err := sortie.ParseDate(strings.TrimSpace(n.text))
	if err != nil || date.Year < minYear || date.Year > maxYear {
		d.fail(n.mark, t, "date", say(ofKey, t.last(), say(noCalendarDate, shorten(n.text))),
			say(writeWholeDate, strconv.Itoa(minYear), strconv.Itoa(maxYear)))
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
		d.wrongType(n, t, say(aText), say(writeTexts))
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
		d.wrongType(n, t, say(twoSeats), say(seatsMean))
		return
	}
	d.number(n, count, t, infoOf(v.Type()).byKey["empty"])
	v.Set(reflect.ValueOf(sortie.Seats{Empty: int(count.Int()), Full: int(count.Int())}))
}

func (d *decoder) position(n *node, v reflect.Value, t *trail, _ *fieldInfo) {
	if n.kind != list || len(n.items) != 2 {
		d.wrongType(n, t, say(coordinates), say(writePosition))
		return
	}
	for i, limits := range []*bound{&latitude, &longitude} {
		d.number(n.items[i], v.Index(i), &trail{above: t, index: i}, &fieldInfo{bound: limits})
	}
	lat, _, ok1 := n.items[0].numeral()
	lon, _, ok2 := n.items[1].numeral()
	if ok1 && ok2 && lat == 0 && lon == 0 {
		d.report(sortie.Doubt, n.mark, t, "position", say(gulfOfGuinea), sentence{})
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
	d.wrongType(n, t, say(aNumber), say(writeAbout))
}
