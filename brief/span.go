package brief

import (
	"strings"
	"time"

	"sortie"
)

// length reads a number with a unit of time and what stands around it: in two
// days, within ten days, two days ago, no more than ten days.
func (s *sentence) length(i int) (moment, bool) {
	var a *amount
	for k := range s.numbers {
		if s.numbers[k].core == i && s.numbers[k].value > 0 {
			a = &s.numbers[k]
		}
	}
	single := false
	if a == nil {
		// "через неделю", "a week ago": the unit alone is one.
		u, ok := s.at("unit", i)
		if !ok {
			return moment{}, false
		}
		_, in := s.before("time.in", i)
		if !in || s.doc.lex.lang != "ru" {
			return moment{}, false
		}
		a = &amount{from: i, to: i, core: i, value: 1, precision: Exact}
		single = true
		_ = u
	}
	at := a.to
	for at < len(s.toks) && (s.toks[at].norm == "prochains" || s.toks[at].norm == "ближайших" || s.toks[at].norm == "next" || s.toks[at].norm == "de" || s.toks[at].norm == "petits" || s.toks[at].text == "-") {
		at++
	}
	u, ok := s.at("unit", at)
	if !ok || a.value > 4000 || u.value == "y" && a.value > 1900 {
		return moment{}, false
	}
	m := moment{from: a.from, to: u.to, core: i, rel: lasts, n: a.value, unit: u.value, prec: a.precision, bound: a.precision == AtMost}
	if a.high > 0 {
		m.n, m.prec = a.high, AtMost
	}
	for _, p := range []Precision{About, AtLeast, AtMost} {
		if after, ok := s.at(string(p)+".after", m.to); ok && m.prec == Exact {
			m.prec, m.to = p, after.to
		}
	}
	pub := s.published()
	if pub.IsZero() {
		return m, true
	}
	n := int(m.n)
	if ago, ok := s.at("time.ago", m.to); ok && s.doc.lex.lang != "fr" {
		m.rel, m.to = onDay, ago.to
		m.date, m.rule = add(pub, -n, m.unit), counted(publishedMinus, pub, n, m.unit)
		return m, true
	}
	if ago, ok := s.before("time.ago", m.from); ok && s.doc.lex.lang == "fr" {
		m.rel, m.from = onDay, ago.from
		m.date, m.rule = add(pub, -n, m.unit), counted(publishedMinus, pub, n, m.unit)
		return m, true
	}
	ahead, rule := add(pub, n, m.unit), counted(publishedPlus, pub, n, m.unit)
	if in, ok := s.lead("time.in", m.from, a.core); ok && a.high > 0 && in.to-in.from == 1 {
		m.rel, m.from = onDay, min(in.from, m.from)
		return m, true // "arrives in five to six days": no one day
	}
	if w, ok := s.lead("time.within", m.from, a.core); ok {
		in, isIn := s.lead("time.in", m.from, a.core)
		if !isIn || w.to-w.from > in.to-in.from || m.prec == AtMost || s.doc.lex.lang == "fr" && s.toks[w.from].norm == "d'" || single {
			m.rel, m.from, m.date, m.rule = within, min(w.from, m.from), ahead, rule
			if m.prec == Exact {
				m.prec = AtMost
			}
			return m, true
		}
	}
	if w, ok := s.lead("time.in", m.from, a.core); ok && !(s.doc.lex.lang == "fr" && s.toks[w.from].norm == "après") {
		m.date, m.rule, m.inTime = ahead, rule, true
		m.rel, m.from = onDay, min(w.from, m.from)
		if m.prec == AtMost {
			m.rel = within
		}
		return m, true
	}
	if f, ok := s.at("time.from_now", m.to); ok {
		m.date, m.rule, m.inTime, m.rel, m.to = ahead, rule, true, onDay, f.to
	}
	return m, true
}

// lead finds words that stand before a number, over an article and among the
// words of its precision: "in no more than ten days".
func (s *sentence) lead(class string, from, core int) (best mark, ok bool) {
	at := from
	if from > 0 {
		switch s.toks[from-1].norm {
		case "les", "the", "un", "a", "ces", "de", "d'":
			at--
		}
	}
	for _, m := range s.marks {
		if m.class == class && (m.to == at || m.to >= from && m.to <= core && m.from <= core) && m.from <= core && (!ok || m.to-m.from > best.to-best.from) {
			best, ok = m, true
		}
	}
	return best, ok
}

// partOf reads "the end of the month", "fin janvier", "до конца недели".
func (s *sentence) partOf(i int) (moment, bool) {
	pub := s.published()
	if pub.IsZero() {
		return moment{}, false
	}
	for _, part := range []string{"part.end", "part.begin", "part.middle"} {
		p, ok := s.at(part, i)
		if !ok {
			continue
		}
		k := p.to
		for k < len(s.toks) && k < p.to+3 && (fillers[s.toks[k].norm]) {
			k++
		}
		if k+1 < len(s.toks) && s.covered(k, "unit") && fillers[s.toks[k+1].norm] && s.covered(k+2, "month") {
			k += 2 // la fin du mois de septembre
		}
		if month, ok := s.at("month", k); ok {
			d, _ := nearestYear(pub, time.Month(float(month.value)), 15)
			end := month.to
			if end < len(s.toks) && s.toks[end].kind == number && s.toks[end].digits == 4 {
				d.Year, end = int(s.toks[end].value), end+1
			}
			return moment{from: i, to: end, core: i, rel: onDay, date: inMonth(d, part), rule: partOfMonth.Text(parts[part])}, true
		}
		if k < len(s.toks) && s.toks[k].kind == number && s.toks[k].digits == 4 && s.toks[k].value >= 1950 && s.toks[k].value < 2150 {
			d := sortie.Date{Year: int(s.toks[k].value), Month: time.December, Day: 31}
			switch part {
			case "part.begin":
				d.Month, d.Day = time.January, 1
			case "part.middle":
				d.Month, d.Day = time.July, 1
			}
			end := k + 1
			if u, ok := s.at("unit", end); ok && s.doc.lex.lang == "ru" {
				end = u.to
			}
			return moment{from: i, to: end, core: i, rel: onDay, date: d, rule: partOfYear.Text(parts[part])}, true
		}
		if u, ok := s.at("unit", k); ok && (u.value == "m" || u.value == "w" || u.value == "y") {
			m := moment{from: i, to: u.to, core: i, rel: onDay, rule: partOfThat.Text(pub, parts[part], thatUnit[u.value])}
			base := pub
			if n, ok := s.at("next", u.to); ok {
				base, m.to = add(pub, 1, u.value), n.to
			} else if s.any(p.to, k, "next") {
				base = add(pub, 1, u.value)
			} else if n, ok := s.at("previous", u.to); ok {
				base, m.to = add(pub, -1, u.value), n.to
			} else if s.any(p.to, k, "previous") {
				base = add(pub, -1, u.value)
			}
			switch u.value {
			case "m":
				m.date = inMonth(base, part)
			case "y":
				m.date = sortie.Date{Year: base.Year, Month: time.December, Day: 31}
				switch part {
				case "part.begin":
					m.date = sortie.Date{Year: base.Year, Month: time.January, Day: 1}
				case "part.middle":
					m.date = sortie.Date{Year: base.Year, Month: time.July, Day: 1}
				}
			default:
				monday := plus(base, -(int(weekdayOf(base))+6)%7)
				m.date = plus(monday, map[string]int{"part.end": 6, "part.begin": 0, "part.middle": 2}[part])
			}
			return m, true
		}
	}
	return moment{}, false
}

var fillers = map[string]bool{"the": true, "of": true, "this": true, "du": true, "de": true, "la": true, "le": true, "ce": true, "cette": true, "l'": true, "этого": true, "этой": true, "текущего": true, "-": true, "next": true, "следующего": true, "следующей": true}

func inMonth(d sortie.Date, part string) sortie.Date {
	switch part {
	case "part.end":
		return monthEnd(d.Year, d.Month)
	case "part.begin":
		return sortie.Date{Year: d.Year, Month: d.Month, Day: 1}
	}
	return sortie.Date{Year: d.Year, Month: d.Month, Day: 15}
}

// nextUnit reads "next week", "la semaine prochaine", "на следующей неделе".
func (s *sentence) nextUnit(i int) (moment, bool) {
	pub := s.published()
	if pub.IsZero() {
		return moment{}, false
	}
	u, ok := s.at("unit", i)
	if !ok && i+1 < len(s.toks) {
		if _, next := s.at("next", i); next {
			u, ok = s.at("unit", i+1)
		}
	}
	if !ok && s.doc.lex.lang == "ru" && s.toks[i].norm == "неделе" {
		u, ok = mark{class: "unit", value: "w", from: i, to: i + 1}, true
	}
	if !ok && s.doc.lex.lang == "ru" && i+1 < len(s.toks) && s.toks[i+1].norm == "неделе" {
		if _, next := s.at("next", i); next {
			u, ok = mark{class: "unit", value: "w", from: i + 1, to: i + 2}, true
		}
	}
	if !ok || u.value != "w" && u.value != "m" || strings.HasSuffix(s.toks[u.from].norm, "s") && s.toks[u.from].norm != "mois" {
		return moment{}, false // "in the coming weeks" is no day
	}
	_, ahead := s.at("next", u.to)
	if !ahead {
		_, ahead = s.before("next", u.from)
	}
	if k := u.from - 1; !ahead || k >= 0 && (s.toks[k].kind == number || s.toks[k].norm == "les" || s.toks[k].norm == "the" && u.to-u.from > 1) {
		return moment{}, false
	}
	m := moment{from: i, to: u.to, core: i, rel: onDay}
	if n, ok := s.at("next", u.to); ok {
		m.to = n.to
	}
	if u.value == "w" {
		m.date = plus(pub, 7-(int(weekdayOf(pub))+6)%7)
		m.rule = nextWeek.Text(pub)
	} else {
		m.date = inMonth(add(inMonth(pub, "part.begin"), 1, "m"), "part.begin")
		m.rule = nextMonth.Text(pub)
	}
	return m, true
}

// relations are the words that may stand before a date, in the order in which
// equally long ones count.
var relations = []struct {
	class string
	is    relation
}{{"time.by", byDay}, {"time.before", before}, {"time.until", byDay}, {"time.from", from}}

// relate reads the words before a date that say how it is meant; the longest
// phrase wins.
func (s *sentence) relate(m *moment) {
	if m.rel == within || m.rel == lasts || m.inTime {
		return
	}
	at := m.from
	for at > 0 && (s.toks[at-1].norm == "le" || s.toks[at-1].norm == "the" || s.toks[at-1].norm == "la" || s.toks[at-1].norm == "ce") {
		at--
	}
	first, length := m.from, 0
	for _, r := range relations {
		for _, to := range []int{first, at} {
			if w, ok := s.before(r.class, to); ok && first-w.from > length {
				length = first - w.from
				m.rel, m.from = r.is, w.from
			}
		}
	}
	if n := s.toks[m.from].norm; m.rel == from && (n == "du" || n == "de") && !(m.to < len(s.toks) && s.spans(m.to)) {
		m.rel = onDay
	}
	s.inclusive(m)
}

// inclusive takes the day before where the words leave the day itself out.
func (s *sentence) inclusive(m *moment) {
	if m.rel == before && m.to < len(s.toks) && (s.toks[m.to].norm == "включительно" || s.toks[m.to].norm == "inclus" || s.toks[m.to].norm == "inclusive") {
		m.rel = byDay
		m.to++
		return
	}
	if m.to < len(s.toks) && (s.toks[m.to].norm == "inclus" || s.toks[m.to].norm == "inclusive" || s.toks[m.to].norm == "включительно") {
		m.to++
	}
	if m.rel != before || m.date.IsZero() {
		return
	}
	part := s.any(m.core, m.to, "part.end")
	switch {
	case part:
		m.rel = byDay
	case s.doc.lex.lang == "ru" && s.toks[m.from].norm == "до":
		m.other, m.date = m.date, plus(m.date, -1)
		m.rule = untilOrWith.Text(m.rule)
	default:
		m.date = plus(m.date, -1)
		m.rule = dayBefore.Text(m.rule)
	}
}
