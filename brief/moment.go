package brief

import (
	"fmt"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// relation is what stands before a date.
type relation string

const (
	onDay  relation = "on"
	byDay  relation = "by"     // that day at the latest
	before relation = "before" // earlier than that day
	from   relation = "from"
	within relation = "within" // a length of time, to its end
	lasts  relation = "lasts"  // a length of time
)

// moment is a date or a length of time in a sentence, tokens [from, to) with
// the words before that say how it is meant.
type moment struct {
	from, to int
	core     int
	rel      relation
	date     sortie.Date
	other    sortie.Date // the later of two readings
	rule     lang.Text
	n        float64 // of a length of time
	unit     string
	prec     Precision
	bound    bool // "in less than ten days", rather than "within ten days"
	inTime   bool // date counted from the publication: "in two days"
	explicit bool // day, month and year are all said
	numeric  bool
}

// findTimes reads the dates and lengths of time of a sentence.
func (s *sentence) findTimes() {
	for i := 0; i < len(s.toks); {
		m, ok := s.timeAt(i)
		if !ok {
			i++
			continue
		}
		s.relate(&m)
		s.ahead(&m)
		i = max(m.to, i+1)
		s.times = append(s.times, m)
	}
}

// timely are the classes of words without which no time begins.
var timely = []string{"month", "weekday", "part.end", "part.begin", "part.middle", "time.word", "unit", "next", "day.word", "term", "term.of"}

func (s *sentence) timeAt(i int) (moment, bool) {
	if t := s.toks[i]; t.kind == punct || t.kind == clock || t.kind == word && !s.any(i, i+longest, timely...) {
		return moment{}, false
	}
	for _, read := range []func(int) (moment, bool){s.numericDate, s.dayAndMonth, s.monthAndDay, s.weekday, s.partOf, s.dayWord, s.nextUnit, s.term, s.length, s.bareDay} {
		if m, ok := read(i); ok {
			return m, true
		}
	}
	return moment{}, false
}

// ahead moves a day without a year into the next one where it is still to come.
func (s *sentence) ahead(m *moment) {
	p := s.published()
	if m.explicit || m.rule != yearNearest || p.IsZero() || days(m.date, p) < 90 {
		return
	}
	if m.rel == byDay || m.rel == before || s.tenseAt(m.core) == future {
		m.date.Year++
		m.rule = nextPublished
	}
}

func (s *sentence) published() sortie.Date { return s.doc.published }

func (s *sentence) numericDate(i int) (moment, bool) {
	t := s.toks[i]
	if t.kind != date {
		return moment{}, false
	}
	d, ok := dayOf(t.ymd[0], time.Month(t.ymd[1]), t.ymd[2])
	if !ok {
		return moment{}, false
	}
	m := moment{from: i, to: i + 1, core: i, rel: onDay, date: d, rule: asWritten, explicit: true, numeric: true}
	if t.other[0] > 0 && s.doc.lex.lang == "en" {
		if o, ok := dayOf(t.other[0], time.Month(t.other[1]), t.other[2]); ok {
			m.other, m.rule = o, dayOrMonth
			if days(o, d) > 0 {
				m.date, m.other = o, d
			}
		}
	}
	return m, true
}

// dayNumber reads 13, 19th or 1er.
func (s *sentence) dayNumber(i int) (int, bool) {
	if i >= len(s.toks) {
		return 0, false
	}
	t := s.toks[i]
	if m, ok := s.at("day.word", i); ok {
		return int(float(m.value)), true // шестого января
	}
	n := int(t.value)
	return n, (t.kind == ordinal || t.kind == number && t.digits > 0 && t.digits <= 2) && n >= 1 && n <= 31 && float64(n) == t.value
}

func (s *sentence) dayAndMonth(i int) (moment, bool) {
	day, ok := s.dayNumber(i)
	if !ok {
		return moment{}, false
	}
	k := i + 1
	if k < len(s.toks) && s.toks[k].norm == "of" {
		k++
	}
	month, ok := s.at("month", k)
	if !ok {
		// 13 to 19 January: the month is said once.
		if k+1 >= len(s.toks) {
			return moment{}, false
		}
		if _, ok := s.dayNumber(k + 1); !ok || !s.spans(k) {
			return moment{}, false
		}
		rest, ok := s.dayAndMonth(k + 1)
		if !ok {
			return moment{}, false
		}
		d, ok := dayOf(rest.date.Year, rest.date.Month, day)
		if days(d, rest.date) < 0 {
			d, ok = dayOf(rest.date.Year, rest.date.Month-1, day)
		}
		return moment{from: i, to: k, core: i, rel: from, date: d, rule: rest.rule, explicit: rest.explicit}, ok
	}
	return s.withYear(i, month.to, time.Month(float(month.value)), day)
}

// spans reports whether token k stands between the two days of a span.
func (s *sentence) spans(k int) bool {
	switch s.toks[k].norm {
	case "au", "to", "по", "до", "-", "–", "—", "through", "until", "à", "and", "et", "и":
		return true
	}
	return false
}

func (s *sentence) monthAndDay(i int) (moment, bool) {
	month, ok := s.at("month", i)
	if !ok || s.doc.lex.lang != "en" {
		return moment{}, false
	}
	k := month.to
	if k < len(s.toks) && s.toks[k].text == "." {
		k++
	}
	day, ok := s.dayNumber(k)
	if !ok {
		return moment{}, false
	}
	return s.withYear(i, k+1, time.Month(float(month.value)), day)
}

// withYear resolves a day and a month, with the year where it follows.
func (s *sentence) withYear(begin, end int, month time.Month, day int) (moment, bool) {
	k := end
	if k < len(s.toks) && (s.toks[k].text == "," || s.toks[k].text == ".") {
		k++
	}
	if k < len(s.toks) && s.toks[k].kind == number && s.toks[k].digits == 4 && s.toks[k].value > 1900 && s.toks[k].value < 2200 {
		if d, ok := dayOf(int(s.toks[k].value), month, day); ok {
			end = k + 1
			if end < len(s.toks) && (s.toks[end].norm == "года" || s.toks[end].norm == "г" || s.toks[end].norm == "год") {
				end++
			}
			return moment{from: begin, to: end, core: begin, rel: onDay, date: d, rule: asWritten, explicit: true}, true
		}
	}
	d, ok := nearestYear(s.published(), month, day)
	return moment{from: begin, to: end, core: begin, rel: onDay, date: d, rule: yearNearest}, ok
}

func (s *sentence) weekday(i int) (moment, bool) {
	w, ok := s.at("weekday", i)
	if !ok || s.published().IsZero() {
		return moment{}, false
	}
	// "Tuesday, 11 January": the date says more.
	for k := w.to; k < min(w.to+3, len(s.toks)); k++ {
		if m, ok := s.dayAndMonth(k); ok {
			m.from = i
			return m, true
		}
		if m, ok := s.monthAndDay(k); ok {
			m.from = i
			return m, true
		}
	}
	m := moment{from: i, to: w.to, core: i, rel: onDay}
	t := s.tenseAt(i)
	if n, ok := s.at("next", w.to); ok {
		t, m.to = future, n.to
	} else if n, ok := s.before("next", i); ok {
		t, m.from = future, n.from
	} else if n, ok := s.at("previous", w.to); ok {
		t, m.to = past, n.to
	} else if n, ok := s.before("previous", i); ok {
		t, m.from = past, n.from
	}
	if m.to < len(s.toks) && ofDay[s.toks[m.to].norm] {
		m.to++
		if weekdayOf(s.published()) == time.Weekday(float(w.value)) {
			t = past // "lundi soir", written on a Monday
		}
	}
	m.date, m.other, m.rule = weekdayBy(s.published(), time.Weekday(float(w.value)), t)
	m.rule = weekdayFrom.Text(s.published(), weekdays[weekdayOf(s.published())], m.rule)
	return m, true
}

// ofDay are the parts of a day that follow its name.
var ofDay = map[string]bool{"soir": true, "matin": true, "midi": true, "après-midi": true, "evening": true, "morning": true, "afternoon": true, "night": true, "утром": true, "вечером": true, "днем": true}

func (s *sentence) dayWord(i int) (moment, bool) {
	w, ok := s.at("time.word", i)
	if !ok || s.published().IsZero() || s.covered(i, "time.not") || i > 0 && s.covered(i-1, "time.not") {
		return moment{}, false
	}
	for k := w.to; k < min(w.to+2, len(s.toks)); k++ {
		if m, ok := s.dayAndMonth(k); ok {
			m.from = i
			return m, true // "утром 14 января", "this morning, 14 January"
		}
		if m, ok := s.weekday(k); ok && k > w.to && small[s.toks[w.to].norm] {
			m.from = i
			return m, true // "dans la matinée du dimanche 7 décembre"
		}
	}
	n := int(float(w.value))
	if len(w.value) > 0 && w.value[0] == '-' {
		n = -n
	}
	return moment{from: i, to: w.to, core: i, rel: onDay, date: plus(s.published(), n), rule: publishedDays.Text(s.published(), fmt.Sprintf("%+d", n))}, true
}

// bareDay reads "le 19" and "the 19th" where nothing follows that it counts.
func (s *sentence) bareDay(i int) (moment, bool) {
	day, ok := s.dayNumber(i)
	if !ok || i == 0 || s.published().IsZero() {
		return moment{}, false
	}
	prev := s.toks[i-1].norm
	switch {
	case s.toks[i].kind == ordinal && (prev == "the" || s.doc.lex.lang == "ru"):
	case s.doc.lex.lang == "ru" && i+1 < len(s.toks) && s.toks[i+1].norm == "числа":
	case s.doc.lex.lang == "fr" && (prev == "le" || prev == "au") && (i+1 >= len(s.toks) || s.toks[i+1].kind == punct):
	default:
		return moment{}, false
	}
	if i+1 < len(s.toks) && s.toks[i+1].kind == word && s.toks[i+1].norm != "числа" {
		if _, ok := s.at("time.by", i+1); !ok && s.doc.lex.lang != "en" || s.doc.lex.lang == "en" && s.toks[i].kind != ordinal {
			return moment{}, false
		}
		if n := s.toks[i+1]; s.doc.lex.lang == "en" && !s.doc.lex.stops[n.norm] {
			return moment{}, false
		}
	}
	p := s.published()
	step := 1
	if s.tenseAt(i) == past {
		step = -1
	}
	for k := range 62 {
		if d := plus(p, step*k); d.Day == day {
			return moment{from: i, to: i + 1, core: i, rel: onDay, date: d, rule: publishedNearest.Text(p, day)}, true
		}
	}
	return moment{}, false
}

// tenseAt is the tense of the verb nearest to token i.
func (s *sentence) tenseAt(i int) tense {
	best, t := 1<<30, unknown
	for _, m := range s.marks {
		if m.class != "future" && m.class != "past" {
			continue
		}
		gap := max(i-m.to, m.from-i)
		if s.clauseIndex(m.from) != s.clauseIndex(i) {
			gap += 20
		}
		if gap < best || gap == best && m.class == "future" {
			best, t = gap, past
			if m.class == "future" {
				t = future
			}
		}
	}
	return t
}

func (s *sentence) clauseIndex(i int) int {
	for k, c := range s.clauses {
		if i >= c.from && i < c.to {
			return k
		}
	}
	return -1
}
