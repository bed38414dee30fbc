package record

import (
	"fmt"
	"sort"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// Published is one figure as one entry gives it.
type Published struct {
	Entry    int // index in the mission's record
	Path     string
	Figure   sortie.Figure
	Replaced bool // the entry no longer counts
}

// Difference is figures of the same thing that were not published alike: what,
// of and at are the same, value or precision is not. Values are all that were
// published of it, by day and then as the record has them, those without a day
// last.
type Difference struct {
	What, Of, At string
	Values       []Published
}

// Differences are the figures that differ, in the order in which the record
// first names them. The strength of a pledge counts as a figure of its nation.
// Figures of replaced entries are among the values and do not make a
// difference by themselves, except from what replaces them.
func Differences(m *sortie.Mission) []Difference {
	if m == nil {
		return nil
	}
	return open(m).differences(true)
}

// fold makes two spellings of one thing equal.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

func (b *book) differences(replaced bool) []Difference {
	type key struct{ what, of, at string }
	var all []Difference
	index := map[key]int{}
	for i := range b.m.Record {
		for _, p := range b.published(i) {
			if p.Replaced && !replaced {
				continue
			}
			f := p.Figure
			k := key{fold(f.What), fold(f.Of), fold(f.At)}
			n, ok := index[k]
			if !ok {
				n = len(all)
				index[k] = n
				all = append(all, Difference{What: f.What, Of: f.Of, At: f.At})
			}
			all[n].Values = append(all[n].Values, p)
		}
	}
	var out []Difference
	for _, d := range all {
		if differ(d.Values) {
			b.byDay(d.Values)
			out = append(out, d)
		}
	}
	return out
}

// published are the figures of an entry, the strength of a pledge among them
// where no figure repeats it.
func (b *book) published(i int) (out []Published) {
	e := &b.m.Record[i]
	for j, f := range e.Figures {
		if _, precision := Value(f); precision != "" {
			out = append(out, Published{i, at(i, fmt.Sprintf("figures[%d]", j)), f, !b.counts(i)})
		}
	}
	if e.Kind != sortie.Pledge || e.By == "" {
		return out
	}
	for _, mea := range measures {
		key := mea.pledged(e)
		if key == nil {
			continue
		}
		f, _ := stated(e, key, mea.name, e.By)
		if a, _ := Value(f); f.Of == "" && f.Exact != nil && a.N == float64(*key) {
			f.Of = e.By
			out = append(out, Published{i, at(i, mea.name), f, !b.counts(i)})
		}
	}
	return out
}

func differ(values []Published) bool {
	for _, v := range values[1:] {
		if !alike(v.Figure, values[0].Figure) {
			return true
		}
	}
	return false
}

func alike(f, g sortie.Figure) bool {
	a, p := Value(f)
	b, q := Value(g)
	return a == b && p == q
}

func (b *book) byDay(values []Published) {
	sort.SliceStable(values, func(x, y int) bool {
		d, e := b.m.Record[values[x].Entry].On, b.m.Record[values[y].Entry].On
		if d.IsZero() || e.IsZero() {
			return !d.IsZero() && e.IsZero()
		}
		return before(d, e)
	})
}

// figuresStandSideBySide notes each thing of which different figures were
// published, once, with all of them. None is wrong for that: most grow from day
// to day, and where sources contradict each other both are kept.
func figuresStandSideBySide(b *book) {
	for _, d := range b.differences(false) {
		values := make([]lang.Text, len(d.Values))
		for k, v := range d.Values {
			values[k] = b.told(v)
		}
		b.say(sortie.Note, RuleFigures, d.Values[0].Path, b.contradiction(d, list(values)), none)
	}
}

// Name is what the figures are of: "people of AM", "sorties of il-76md at
// almaty". English has the keys themselves.
func (d Difference) Name() lang.Text {
	what, of := keyed(figureNames, d.What), keyed(ofNames, d.Of)
	switch {
	case d.Of != "" && d.At != "":
		return figureOfAt.Text(what, of, short(d.At))
	case d.Of != "":
		return figureOf.Text(what, of)
	case d.At != "":
		return figureAt.Text(what, short(d.At))
	}
	return what
}

// keyed is a key in English, and its name in other languages.
func keyed(names map[string]lang.Phrase, key string) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		if name, ok := names[fold(key)]; ok && l != lang.EN {
			return l.Say(name)
		}
		return short(key)
	})
}

// told is a figure with its entry, day and sources.
func (b *book) told(v Published) lang.Text {
	e := &b.m.Record[v.Entry]
	from := noSource.Text()
	if len(e.Sources) > 0 {
		var ids []string
		for _, id := range e.Sources[:min(len(e.Sources), 3)] {
			ids = append(ids, short(id))
		}
		from = fromSources.Text(strings.Join(ids, ", "))
	}
	return figureTold.Text(figure(v.Figure), short(e.ID), on(e), from)
}

// contradiction says where two figures differ that are not of two days: on one
// day, or one of them has no day; or that each day has its own figure.
func (b *book) contradiction(d Difference, values lang.Text) lang.Text {
	for k, v := range d.Values[1:] {
		before := d.Values[k]
		if alike(v.Figure, before.Figure) {
			continue
		}
		on := b.m.Record[v.Entry].On
		switch {
		case on.IsZero():
			return withoutDays.Text(d.Name(), values)
		case on == b.m.Record[before.Entry].On:
			return onOneDay.Text(d.Name(), on, values)
		}
	}
	return fromDayToDay.Text(d.Name(), values)
}
