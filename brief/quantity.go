package brief

import "slices"

// nouns are the classes of things that are counted.
var nouns = []string{"equipment.mass", "detained.noun", "dead.noun", "injured.noun", "people.side", "people.military", "people.relief", "people.evacuee", "people.force", "equipment", "aircraft", "flight", "vessel", "damage.object", "currency", "people.plain", "unit"}

var casualties = map[string]Kind{"dead": Dead, "injured": Injured, "detained": Detained}

// figures are a number with the noun that it counts.
type figure struct {
	amount
	noun  mark // zero where none follows
	kind  Kind
	unit  string
	who   string
	where clause
}

// findQuantities reads every number with what it counts.
func (r *reading) findQuantities() {
	for _, s := range r.sents {
		prev := 0
		for _, a := range s.numbers {
			if s.inTime(a) {
				continue
			}
			f, ok := s.figure(a, prev)
			if ok {
				r.keep(s, f)
				s.lastKind, s.lastUnit = f.kind, f.unit
				prev = max(a.to, f.noun.to)
			}
		}
	}
}

// inTime reports whether a number is part of a date.
func (s *sentence) inTime(a amount) bool {
	for _, m := range s.times {
		if a.core >= m.core && a.core < m.to || a.core >= m.from && a.core < m.to {
			return true
		}
	}
	year := a.digits == 4 && a.value >= 1900 && a.value < 2100
	if _, people := s.kinsmen(a); people {
		return false // 2052 Afghans
	}
	return year && (s.yearLike(a) || a.from == a.core && a.core > 0 && s.covered(a.core-1, "year.in"))
}

// yearLike reports whether a number of four digits is a year: nothing that is
// counted follows.
func (s *sentence) yearLike(a amount) bool {
	m, ok := s.nounAfter(a)
	return !ok || m.class == "unit"
}

// figure says what a number counts; prev is where the number before it ends.
func (s *sentence) figure(a amount, prev int) (figure, bool) {
	f := figure{amount: a, where: s.clauseOf(a.core)}
	noun, ok := s.nounAfter(a)
	if a.core > 0 && signs[s.toks[a.core-1].text] != "" {
		noun, ok = mark{class: "currency", value: signs[s.toks[a.core-1].text], from: a.core - 1, to: a.to}, true
	}
	if a.single || a.value == 1 && a.to < len(s.toks) && s.covered(a.to, "one.of") {
		// "un avion" names one aircraft as much as any; "one of the officers"
		// counts nobody.
		return f, false
	}
	if !ok {
		noun, ok = s.kinsmen(a)
	}
	if ok {
		f.noun = noun
	} else if m, near := s.nounBefore(a, prev); near {
		f.noun = m
		if s.doc.lex.lang == "ru" && a.precision == Exact && m.to == a.from && m.class == "people.plain" {
			f.precision = About // "человек двадцать"
		}
	}
	switch c := f.noun.class; c {
	case "unit":
		return f, false
	case "equipment.mass":
		f.kind, f.unit = Equipment, "t"
		return f, s.doc.follows(s) || s.any(0, len(s.toks), "contribute", "move.in", "move.out", "move.relief", "aircraft", "mission", "help", "people.relief", "vessel", "flight", "equipment")
	case "equipment", "damage.object":
		if s.damaged(f) {
			f.kind, f.unit = Damage, s.text(f.noun)
			return f, true
		}
		f.kind, f.unit = Equipment, "items"
		return f, c == "equipment"
	case "currency":
		f.kind, f.unit = Damage, f.noun.value
		_, harm := s.has("damage.verb", 0, len(s.toks))
		return f, harm
	case "aircraft":
		f.kind, f.unit = Aircraft, "aircraft"
		return f, true
	case "flight":
		f.kind, f.unit = Flights, "flights"
		return f, true
	case "vessel", "":
		if c == "vessel" {
			return f, false
		}
		return s.bareFigure(f)
	case "dead.noun", "injured.noun", "detained.noun":
		f.kind, f.unit = casualties[c[:len(c)-5]], "people"
		return f, true
	}
	return s.peopleFigure(f)
}

// kinsmen reads people who are counted by their nationality: "25 Français".
func (s *sentence) kinsmen(a amount) (mark, bool) {
	m, ok := s.at("demonym", a.to)
	if !ok || a.value < 2 && a.precision == Exact || s.doc.lex.lang == "fr" && !s.toks[a.to].capital {
		return mark{}, false
	}
	if m.to < len(s.toks) && s.toks[m.to].kind == word && !s.lesser(m.to) {
		return mark{}, false
	}
	m.class = "people.evacuee"
	if !s.any(0, len(s.toks), "move.evacuate", "return", "aboard", "flight") {
		m.class = "people.plain"
	}
	return m, true
}

// lesser reports whether a word is one of the small ones of the language, so that
// no noun follows.
func (s *sentence) lesser(i int) bool {
	t := s.toks[i]
	return s.doc.lex.stops[t.norm] || small[t.norm] || s.covered(i, "list.and", "loc.in", "loc.from", "be", "contribute", "time.on", "weekday", "past", "adverb")
}

// signs are written before a number.
var signs = map[string]string{"$": "USD", "€": "EUR", "£": "GBP"}

// peopleFigure tells people who move from people who died, were hurt or held.
func (s *sentence) peopleFigure(f figure) (figure, bool) {
	f.unit = "people"
	if s.any(0, f.from, "dead.lead") && !s.countedBetween(0, f.from) {
		f.kind = Dead
		return f, true
	}
	if k, ok := s.fate(f); ok {
		f.kind = k
		return f, !s.any(max(0, f.from-2), f.from, "part")
	}
	f.kind = Personnel
	if s.saved(f) {
		return f, false
	}
	moves := func(from, to int) bool {
		return s.any(from, to, "contribute", "move.in", "move.out", "move.evacuate", "mission", "people.military", "people.relief", "leave", "return", "aboard", "serve", "withdraw")
	}
	switch f.noun.class {
	case "people.military", "people.relief":
		return f, !s.any(f.noun.to, min(f.noun.to+2, len(s.toks)), "people.side")
	case "people.evacuee":
		f.unit = "evacuees"
		return f, s.any(0, len(s.toks), "move.evacuate", "move.out", "flight", "aircraft", "leave", "return", "aboard")
	case "people.force":
		return f, f.value > 9 && (f.noun.from == f.to || s.covered(f.noun.from-1, "demonym", "country"))
	case "people.plain":
		if s.any(f.noun.to, min(f.noun.to+6, len(s.toks)), "people.guard") && !s.any(f.noun.from, f.noun.to+1, "contribute") {
			return f, false // employees of the host's security forces
		}
		if w := s.toks[f.noun.from].norm; (w == "hommes" || w == "men") && s.sender() {
			return f, true
		}
		if f.noun.from > 0 && s.toks[f.noun.from].norm == "people" && (s.toks[f.noun.from-1].norm == "its" || s.toks[f.noun.from-1].norm == "their") {
			f.unit = "evacuees" // 538 of its people
			return f, moves(0, len(s.toks))
		}
		if s.any(0, len(s.toks), "move.evacuate") && !s.any(f.where.from, f.where.to, "people.military", "people.relief") {
			f.unit = "evacuees"
			return f, true
		}
		if s.any(f.where.from, f.from, "people.plain.lead") || s.doc.follows(s) && s.any(0, len(s.toks), "place", "organisation.mission") {
			return f, true // "We still have 200 people in Agadez"
		}
		return f, moves(f.where.from, f.where.to) || moves(0, len(s.toks)) && !s.any(f.where.from, f.where.to, "distract", "damage.object")
	}
	return f, false
}

// saved reports whether people are those who were rescued, treated or sheltered,
// and not of the mission.
func (s *sentence) saved(f figure) bool {
	end := max(f.to, f.noun.to)
	return f.noun.class == "people.plain" && s.any(max(f.where.from, f.from-5), min(end+3, f.where.to), "people.saved")
}

// sender reports whether a sentence names a country that may send people.
func (s *sentence) sender() bool {
	for _, n := range s.nations() {
		if n.code != s.doc.host && !n.where {
			return true
		}
	}
	return false
}

// bareFigure reads a number that no noun follows: "the death toll rose to 225",
// "Belarus 500".
func (s *sentence) bareFigure(f figure) (figure, bool) {
	f.unit = "people"
	if f.value < 2 && f.precision != Dozens && f.precision != Hundreds && f.precision != Thousands {
		return f, false
	}
	at := f.from
	for k := at - 1; k >= max(0, at-8); k-- {
		for name, kind := range casualties {
			if m, ok := s.before(name+".noun", k+1); ok && m.from >= f.where.from {
				f.kind = kind
				return f, true
			}
		}
		if s.toks[k].kind == number {
			break
		}
	}
	if k, ok := s.fate(f); ok && s.digitsOnly(f) {
		f.kind = k
		return f, true
	}
	if s.theyAre(f) || s.flownOut(f) || s.grouped(f) || s.spread(f) {
		f.kind = Personnel
		return f, true
	}
	if (s.any(max(0, f.from-3), f.from, "part") || s.any(max(0, f.from-3), f.from, "part.of") && s.digitsOnly(f) || f.to < len(s.toks) && s.covered(f.to, "part.more")) && s.lastKind != "" {
		f.kind, f.unit = s.lastKind, s.lastUnit
		return f, true
	}
	if k := f.where.from; s.any(k, f.from, "people.total") && s.any(k, f.from, "people.military", "people.relief", "people.plain", "mission.group") && s.digitsOnly(f) {
		f.kind = Personnel
		return f, true // "bringing the number of officers there to 400"
	}
	if s.any(max(0, f.from-2), f.from, "part") || f.to < len(s.toks) && s.covered(f.to, "of.whom") && s.any(0, f.from, "people.military", "people.relief", "people.plain") {
		f.kind = Personnel
		return f, s.any(f.to, f.where.to, "demonym", "country") // "1,000 of whom will be Kenyan"
	}
	if s.any(max(0, f.from-6), f.from, "people.plain.lead") && s.digitsOnly(f) && s.any(0, len(s.toks), "people.military", "people.relief", "mission.group") {
		f.kind = Personnel
		return f, true
	}
	// A list goes on: "Russia sent 3,000 soldiers, Belarus 500".
	listed := false
	for _, n := range s.nations() {
		if !n.where && (n.to == f.from || n.to+1 == f.from && s.toks[n.to].kind == punct || n.to < f.from && f.from-n.to <= 3 && s.gives(n.to, f.from)) || n.from >= f.to && n.from <= f.to+2 && s.fromWord(f.to) {
			listed = n.code != s.doc.host
		}
	}
	if listed && f.value >= 5 && s.any(0, len(s.toks), "people.military", "people.relief", "people.plain") {
		f.kind = Personnel
		return f, true
	}
	return f, false
}

// flownOut reads a number that is itself the subject: "104,000 have been flown
// out".
func (s *sentence) flownOut(f figure) bool {
	if f.value < 5 || f.to >= len(s.toks) || !s.covered(f.to, "be", "past") {
		return false
	}
	return s.any(f.to, min(f.to+4, len(s.toks)), "move.evacuate", "leave", "withdraw", "contribute")
}

// theyAre reads "Ils seront bientôt 6000", behind a sentence about people.
func (s *sentence) theyAre(f figure) bool {
	p := s.doc.previous(s)
	return p != nil && p.index == s.index && f.from <= 4 && s.any(0, 1, "pronoun.subject") && s.any(0, f.from, "be") && s.digitsOnly(f) && p.any(0, len(p.toks), "people.military", "people.relief")
}

// spread reads the second of "89 agents en Turquie et 85 en Syrie".
func (s *sentence) spread(f figure) bool {
	if s.lastKind != Personnel || f.to+1 >= len(s.toks) || !s.covered(f.to, "loc.in") {
		return false
	}
	return s.any(f.to+1, min(f.to+4, len(s.toks)), "country", "place")
}

// grouped reads the size of a group: "a contingent of more than 400", "une force
// forte de 631", "колонна численностью 200".
func (s *sentence) grouped(f figure) bool {
	at := f.from
	for at > 0 && (s.covered(at-1, "of.size") || s.toks[at-1].norm == "of" || s.toks[at-1].norm == "de" || s.toks[at-1].norm == "d'") {
		at--
	}
	if at == f.from || f.value < 5 {
		return false
	}
	for _, class := range []string{"mission.group", "people.military", "people.relief"} {
		for k := at; k > max(0, at-3); k-- {
			if _, ok := s.before(class, k); ok {
				return !s.any(f.to, min(f.to+2, len(s.toks)), "unit") && (s.digitsOnly(f) || s.lesser(f.to) || s.toks[f.to].capital)
			}
		}
	}
	return false
}

// gives reports whether only a verb of sending stands in [from, to).
func (s *sentence) gives(from, to int) bool {
	verb := false
	for i := from; i < to; i++ {
		switch {
		case s.covered(i, "contribute"):
			verb = true
		case s.toks[i].norm == "a" || s.toks[i].norm == "has" || s.toks[i].norm == "will":
		default:
			return false
		}
	}
	return verb
}

func (s *sentence) fromWord(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	_, ok := s.at("loc.from", i)
	return ok
}

// digitsOnly keeps numbers of rules, ages and times of day out of the counts.
func (s *sentence) digitsOnly(f figure) bool {
	return f.to >= len(s.toks) || s.toks[f.to].kind == punct && s.toks[f.to].text != "%" || s.covered(f.to, "list.and", "dead.verb", "injured.verb", "detained.verb", "about.after", "loc.in")
}

// fate finds the verb of death, injury or arrest nearest to a number of people
// in its clause.
func (s *sentence) fate(f figure) (Kind, bool) {
	best, kind := 9, Kind("")
	end := max(f.to, f.noun.to)
	if next := s.clauseOf(f.where.to); f.where.to < len(s.toks) && s.any(next.from, min(next.from+2, len(s.toks)), "part") {
		// "164 people, including three children, had been killed"
		for name, k := range casualties {
			if m, ok := s.has(name+".verb", next.to, min(next.to+4, len(s.toks))); ok && m.to > 0 {
				return k, true
			}
		}
	}
	for name, k := range casualties {
		for _, m := range s.marks {
			if m.class != name+".verb" || m.from < f.where.from || m.to > f.where.to && m.from > end+1 {
				continue
			}
			gap := m.from - end
			if m.to <= f.from {
				gap = f.from - m.to
				if s.numberBetween(m.to, f.from) {
					continue
				}
			} else if s.numberBetween(end, m.from) && !s.shared(end, m.from) {
				continue
			}
			if gap >= 0 && gap < best {
				best, kind = gap, k
			}
		}
	}
	return kind, kind != ""
}

// shared reports whether a verb behind two figures is of both: "a dozen officers
// and scores of protesters were killed".
func (s *sentence) shared(end, verb int) bool {
	n := 0
	for _, a := range s.numbers {
		if a.core >= end && a.core < verb {
			n++
		}
	}
	return n == 1 && s.covered(end, "list.and") && verb-end < 9
}

func (s *sentence) numberBetween(from, to int) bool {
	return slices.ContainsFunc(s.numbers, func(a amount) bool { return a.core >= from && a.core < to && !a.single })
}

// countedBetween is numberBetween without the numbers of dates.
func (s *sentence) countedBetween(from, to int) bool {
	return slices.ContainsFunc(s.numbers, func(a amount) bool { return a.core >= from && a.core < to && !a.single && !s.inTime(a) })
}

// damaged reports whether things are counted because they were harmed.
func (s *sentence) damaged(f figure) bool {
	best, harm := 8, false
	for _, m := range s.marks {
		if m.from < f.where.from || m.to > f.where.to {
			continue
		}
		gap := max(m.from-f.noun.to, f.from-m.to)
		switch m.class {
		case "damage.verb":
			if gap < best {
				best, harm = gap, true
			}
		case "contribute", "move.in", "move.out":
			if gap < best {
				best, harm = gap, false
			}
		}
	}
	return harm
}

// nounAfter finds what a number counts within the words behind it.
func (s *sentence) nounAfter(a amount) (mark, bool) {
	for i := a.to; i < min(a.to+6, len(s.toks)); i++ {
		t := s.toks[i]
		if t.kind == punct && t.text != "\"" && t.text != "«" && t.text != "“" && t.text != "'" && t.text != "-" && t.text != "%" {
			return mark{}, false
		}
		if t.digitLike() && i > a.to && i <= a.to+2 && (s.toks[i-1].norm == "its" || s.toks[i-1].norm == "the" || s.toks[i-1].norm == "of" || s.toks[i-1].norm == "their" || s.toks[i-1].norm == "des" || s.toks[i-1].norm == "ses") {
			continue // 5,800 of its 12,800 personnel
		}
		if t.text == "%" || t.digitLike() && i > a.to {
			return mark{}, false
		}
		if m, ok := s.nounAt(i); ok {
			if i > a.to && s.doc.lex.lang == "fr" && m.class == "people.military" && (s.toks[i].norm == "militaires" || s.toks[i].norm == "militaire") && s.toks[i-1].kind == word && !s.covered(i-1, "demonym", "past") && !small[s.toks[i-1].norm] && !s.covered(i-1, "adjective") {
				return mark{}, false // "neuf bases militaires"
			}
			return s.head(m), true
		}
		if i == a.to && t.glued && t.kind == word {
			return mark{}, false // 30-bed
		}
		if s.any(i, i+1, "say", "contribute", "begin", "not", "dead.verb", "injured.verb", "detained.verb", "if") && !s.covered(i, "demonym") || s.covered(i, "list.and", "month", "maybe") || i > a.to && s.blocks(i) {
			return mark{}, false
		}
	}
	return mark{}, false
}

// blocks reports whether a word ends the group of a noun: "in", "since".
func (s *sentence) blocks(i int) bool {
	if s.covered(i, "country", "place") {
		return true
	}
	switch s.toks[i].norm {
	case "in", "at", "on", "au", "en", "aux", "dans", "в", "на", "who", "qui", "которые", "by", "par", "with", "avec", "from":
		return true
	}
	return false
}

func (s *sentence) nounAt(i int) (best mark, ok bool) {
	for _, m := range s.marks[s.starting(i):] {
		if m.from > i {
			break
		}
		if slices.Contains(nouns, m.class) && (!ok || m.to > best.to || m.to == best.to && slices.Index(nouns, m.class) < slices.Index(nouns, best.class)) {
			best, ok = m, true
		}
	}
	return best, ok
}

// head follows a chain of nouns to the one that counts: "military transport
// aircraft", "personnes tuées".
func (s *sentence) head(m mark) mark {
	for {
		next, ok := s.nounAt(m.to)
		if !ok {
			return m
		}
		fatal := next.class == "dead.noun" || next.class == "injured.noun" || next.class == "detained.noun"
		switch {
		case fatal && m.class != "equipment":
		case s.doc.lex.lang == "en" && !fatal && next.class != "people.side" && next.class != "damage.object" && next.class != "unit":
		case s.toks[m.from].norm == "военных" && m.to == m.from+1, s.toks[m.from].norm == "транспортных":
		default:
			return m
		}
		m = next
	}
}

// nounBefore finds a noun right before a number: "personnel: 150", "человек
// двадцать".
func (s *sentence) nounBefore(a amount, prev int) (mark, bool) {
	at := a.from
	for at > 0 && at > a.from-2 && s.toks[at-1].kind == punct && (s.toks[at-1].text == ":" || s.toks[at-1].text == "—" || s.toks[at-1].text == "–" || s.toks[at-1].text == "-") {
		at--
	}
	if at == a.from && s.doc.lex.lang != "ru" {
		return mark{}, false
	}
	for _, m := range s.marks {
		if m.to == at && m.from >= prev && slices.Contains(nouns, m.class) && m.class != "unit" && m.class != "people.side" {
			return m, true
		}
	}
	return mark{}, false
}

func (s *sentence) text(m mark) string {
	from, to := s.span(m.from, m.to)
	return fold(string(s.doc.page.text[from:to]))
}
