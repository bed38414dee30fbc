package brief

import "strings"

// Precision is how exactly a figure was given.
type Precision string

// The precisions. Dozens, hundreds and thousands are all that was said where
// there is no number.
const (
	Exact     Precision = "exact"
	About     Precision = "about"
	AtLeast   Precision = "at_least"
	AtMost    Precision = "at_most"
	Dozens    Precision = "dozens"
	Hundreds  Precision = "hundreds"
	Thousands Precision = "thousands"
)

// amount is a number in a sentence, tokens [from, to) with the words of its
// precision.
type amount struct {
	from, to  int
	core      int // token of the number itself
	value     float64
	high      float64 // of a range; 0 where there is none
	precision Precision
	digits    int // of a number in plain digits
	scale     float64
	single    bool // "un", "a": an article as much as a number
}

// findNumbers reads the numbers of a sentence, in digits and in words.
func (s *sentence) findNumbers() {
	for i := 0; i < len(s.toks); {
		a, ok := s.numberAt(i)
		if !ok {
			i++
			continue
		}
		if a.from > 0 && signs[s.toks[a.from-1].text] != "" {
			a.from--
		}
		s.repeated(&a)
		s.precise(&a)
		i = a.to
		s.numbers = append(s.numbers, a)
	}
	s.joinRanges()
}

// repeated passes over a number that is said again in digits: "five hundred (500) men".
func (s *sentence) repeated(a *amount) {
	if i := a.to; i+2 < len(s.toks) && s.toks[i].text == "(" && s.toks[i+1].kind == number && s.toks[i+1].value == a.value && s.toks[i+2].text == ")" {
		a.to = i + 3
	}
}

func (s *sentence) numberAt(i int) (amount, bool) {
	t := s.toks[i]
	if t.kind == number {
		a := amount{from: i, to: i + 1, core: i, value: t.value, precision: Exact, digits: t.digits}
		for {
			m, ok := s.at("scale", a.to)
			if !ok {
				break
			}
			a.value *= float(m.value)
			a.scale = max(a.scale, 1) * float(m.value)
			a.to, a.digits = m.to, 0
		}
		// 1 million 200 thousand and the like
		if a.digits > 0 || a.to == i+1 {
			return a, true
		}
		if rest, ok := s.numberAfter(a.to); ok && rest.value < a.value && (rest.to > a.to+1 || rest.value < a.scale && rest.value >= 1 && !s.covered(rest.to, "month")) {
			a.value, a.to = a.value+rest.value, rest.to
		}
		return a, true
	}
	if t.kind != word {
		return amount{}, false
	}
	if m, ok := s.at("vague", i); ok && !(s.aloneScale(i) && s.measured(i)) {
		return amount{from: i, to: m.to, core: i, precision: Precision(m.value)}, true
	}
	if m, ok := s.at("roughly", i); ok {
		a := amount{from: i, to: m.to, core: i, value: float(m.value), precision: About}
		if sc, ok := s.at("scale", a.to); ok {
			a.value *= float(sc.value)
			a.to = sc.to
		}
		return a, true
	}
	if parts, ok := s.compound(i); ok && len(parts) == 2 && parts[0] < 10 && parts[1] == parts[0]+1 {
		a := amount{from: i, to: i + 1, core: i, value: parts[0], high: parts[1], precision: Exact}
		if m, ok := s.at("scale", a.to); ok {
			a.value, a.high, a.to = a.value*float(m.value), a.high*float(m.value), m.to
		}
		return a, true // два-три миллиарда
	}
	return s.inWords(i)
}

func (s *sentence) numberAfter(i int) (amount, bool) {
	if i >= len(s.toks) || s.toks[i].kind != number {
		return amount{}, false
	}
	return s.numberAt(i)
}

// inWords adds up number words: deux mille trois cents, двух тысяч трёхсот.
func (s *sentence) inWords(i int) (amount, bool) {
	var total, current float64
	begin, seen, article := i, 0, false
	for i < len(s.toks) && s.toks[i].kind == word {
		if parts, ok := s.compound(i); ok {
			current = compose(current, parts)
			i++
			seen++
			continue
		}
		if m, ok := s.at("scale", i); ok && (seen > 0 || s.aloneScale(i)) {
			v := float(m.value)
			if v == 100 && current < 100 {
				current = max(current, 1) * v
			} else {
				total, current = total+max(current, 1)*v, 0
			}
			i = m.to
			seen++
			continue
		}
		if m, ok := s.at("number", i); ok {
			v := float(m.value)
			if current > 0 && !fits(current, v) {
				break
			}
			if _, art := s.at("number.article", i); art && seen == 0 {
				article = true
			}
			current = compose(current, []float64{v})
			i = m.to
			seen++
			continue
		}
		if _, ok := s.at("number.article", i); ok && seen == 0 {
			if _, next := s.at("scale", i+1); next {
				current, i, seen = 1, i+1, 1
				continue
			}
		}
		if _, ok := s.at("number.link", i); ok && seen > 0 && i+1 < len(s.toks) && s.numeral(i+1) && (current == 0 || int(current)%10 == 0) {
			i++
			continue
		}
		break
	}
	if seen == 0 {
		return amount{}, false
	}
	return amount{from: begin, to: i, core: begin, value: total + current, precision: Exact, single: article && seen == 1}, true
}

// aloneScale lets "mille soldats" and "тысяча" stand without a number before.
func (s *sentence) aloneScale(i int) bool {
	switch s.toks[i].norm {
	case "mille", "cent", "тысяча", "тысячу", "тысячи", "миллион", "million":
		return true
	}
	return false
}

// measured reports whether words of precision stand before a number: "более тысячи
// человек" is a thousand, "тысячи человек" are thousands.
func (s *sentence) measured(i int) bool {
	for _, p := range []Precision{About, AtLeast, AtMost} {
		if _, ok := s.before(string(p), i); ok {
			return true
		}
	}
	return false
}

func (s *sentence) numeral(i int) bool {
	if _, ok := s.at("number", i); ok {
		return true
	}
	_, ok := s.compound(i)
	return ok
}

// fits reports whether a number word can follow what has been read: smaller
// than the last place, or vingt after quatre.
func fits(current, v float64) bool {
	switch {
	case int(current)%100 == 4 && v == 20:
		return true
	case v >= 100:
		return false
	case v >= 10:
		return int(current)%100 == 0 || v < 20 && (int(current)%100 == 60 || int(current)%100 == 80)
	}
	return int(current)%10 == 0
}

func compose(current float64, parts []float64) float64 {
	for _, v := range parts {
		switch {
		case v == 20 && int(current)%100 == 4:
			current += 76
		case v == 100 && current > 0 && current < 100:
			current *= 100
		default:
			current += v
		}
	}
	return current
}

// compound reads a word of number words joined by hyphens.
func (s *sentence) compound(i int) ([]float64, bool) {
	norm := s.toks[i].norm
	if !strings.Contains(norm, "-") {
		return nil, false
	}
	var out []float64
	for _, part := range strings.Split(norm, "-") {
		if part == "et" {
			continue
		}
		v, ok := s.doc.lex.number(part)
		if !ok {
			return nil, false
		}
		out = append(out, v)
	}
	return out, true
}

// number is what a single number word stands for.
func (l *lexicon) number(norm string) (float64, bool) {
	for _, e := range l.first[whole][norm] {
		if (e.class == "number" || e.class == "scale" && e.value == "100") && len(e.words) == 1 {
			return float(e.value), true
		}
	}
	return 0, false
}

func float(s string) (v float64) {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			v = v*10 + float64(c-'0')
		}
	}
	return v
}

// precise reads the words of precision before and behind a number. The longest
// wins: "no more than" is not "more than".
func (s *sentence) precise(a *amount) {
	length, first, said := 0, a.from, a.precision
	for _, p := range []Precision{About, AtLeast, AtMost} {
		for _, to := range []int{first, s.past(first)} {
			if m, ok := s.before(string(p), to); ok && m.to-m.from > length && to > 0 && !s.within(m) {
				length = m.to - m.from
				if said == Exact || said == About {
					a.precision = p
				}
				a.from = min(a.from, m.from)
			}
		}
	}
	if length == 0 {
		for _, p := range []Precision{About, AtLeast, AtMost} {
			if m, ok := s.at(string(p)+".after", a.to); ok && a.precision == Exact {
				a.precision, a.to = p, m.to
			}
		}
	}
}

// within reports whether words of precision are the end of a verb: "handed over three
// bases".
func (s *sentence) within(m mark) bool {
	for _, v := range s.marks {
		if v.class == "event" && v.from < m.from && v.to == m.to {
			return true
		}
	}
	return false
}

// past is the token before a number, over an article between it and the words
// of its precision ("au plus les 10 jours").
func (s *sentence) past(i int) int {
	if i > 1 {
		switch s.toks[i-1].norm {
		case "les", "the", "de", "d'", "of", "à", "чем", "в":
			return i - 1
		}
	}
	return i
}

// joinRanges makes one amount of two with "to" between: 70-100, de 70 à 100.
func (s *sentence) joinRanges() {
	var out []amount
	for _, b := range s.numbers {
		if n := len(out); n > 0 && out[n-1].high == 0 {
			a := &out[n-1]
			if b.value > a.value && a.value > 0 && s.between(a, b) {
				if a.scale == 0 && b.scale > 1 && a.value*b.scale < b.value {
					a.value *= b.scale // $2-3 billion
				}
				a.high, a.to = b.value, b.to
				continue
			}
		}
		out = append(out, b)
	}
	s.numbers = out
}

// betweens are the words that "and" makes a range with.
var betweens = map[string]bool{"between": true, "entre": true, "между": true}

func (s *sentence) between(a *amount, b amount) bool {
	if b.core-a.to != 1 && b.from != a.to && b.from-a.to != 1 {
		return false
	}
	sep := s.toks[min(a.to, b.core-1)]
	if sep.kind == punct && (sep.text == "-" || sep.text == "–" || sep.text == "—") && sep.glued {
		return true
	}
	if b.from == b.core-1 && signs[s.toks[b.from].text] != "" {
		sep = s.toks[b.from-1] // between $10 billion and $15 billion
	}
	_, join := s.at("range", min(a.to, b.core-1))
	_, open := s.before("range.open", a.from)
	if s.toks[a.from].norm == "от" {
		open = true
	}
	if m, ok := s.before("range.open", a.from); ok && s.covered(min(a.to, b.core-1), "list.and") && !betweens[s.toks[m.from].norm] {
		return false // "deux groupes, de 240 et 274 personnes"
	}
	if w := sep.norm; w == "à" || w == "to" {
		_, unit := s.at("unit", b.to)
		open = open || unit
	}
	return join && open
}
