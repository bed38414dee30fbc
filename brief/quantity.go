package brief

// nouns are the classes of things that are counted.
var nouns = []string{"equipment.mass", "detained.noun", "dead.noun", "injured.noun", "people.side", "people.military", "people.relief", "people.evacuee", "people.force", "equipment", "aircraft", "flight", "vessel", "damage.object", "currency", "people.plain", "unit"}

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
		if p := r.previous(s); p != nil && p.index == s.index {
			s.lastKind, s.lastUnit = p.lastKind, p.lastUnit
		}
		prev := 0
		for _, a := range s.numbers {
			if s.inTime(a) || a.from == a.core && s.covered(max(0, a.core-1), "numbered") {
				continue // a date, or "resolution 2719"
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
	if _, own := s.fate(f); !own && prev > 0 && casualty[s.lastKind] && (s.listed(prev, f.from) || s.amongThem(prev, f)) {
		f.kind, f.unit = s.lastKind, "people"
		return f, true // "killed thirteen soldiers, two nurses and a driver"
	}
	return s.peopleFigure(f)
}

// casualty are the kinds of harm to people.
var casualty = map[Kind]bool{Dead: true, Injured: true, Detained: true}

// amongThem reports whether people are some of those who were counted before in the
// sentence: "six people were killed, two gendarmes among them".
func (s *sentence) amongThem(prev int, f figure) bool {
	end := max(f.to, f.noun.to)
	return f.from-prev < 12 && (s.any(max(prev, f.from-3), f.from, "part") || s.covered(f.to, "of.whom") || s.any(end, min(end+2, len(s.toks)), "part"))
}

// listed reports whether a list goes on between two figures of one clause of the
// sentence: no verb, nor anything but the words of the noun before.
func (s *sentence) listed(from, to int) bool {
	if to-from > 4 || from >= to || s.any(from, to, "contribute", "move.in", "move.out", "be", "past", "serve", "dead.verb", "injured.verb", "detained.verb") {
		return false
	}
	return s.toks[to-1].text == "," || s.covered(to-1, "list.and")
}

// kinsmen reads people who are counted by their nationality: "25 Français".
func (s *sentence) kinsmen(a amount) (mark, bool) {
	at := a.to
	if at < len(s.toks) && s.covered(at, "part.more") {
		at++ // "269 more Indians"
	}
	m, ok := s.at("demonym", at)
	if !ok || a.value < 2 && a.precision == Exact || s.doc.lex.lang == "fr" && !s.toks[at].capital {
		return mark{}, false
	}
	if m.to < len(s.toks) && s.toks[m.to].kind == word && !s.lesser(m.to) {
		return mark{}, false
	}
	m.class = "people.evacuee"
	if !s.any(0, len(s.toks), "move.evacuate", "return", "aboard", "flight", "people.evacuee") {
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
	if k, ok := s.toll(f); ok {
		f.kind = k
		return f, true
	}
	if m, ok := s.before("dead.noun", f.from-1); ok && s.covered(f.from-1, "of", "loc.from") && m.to == f.from-1 {
		f.kind = Dead
		return f, true // "the bodies of three people"
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
		going := s.lastKind == Personnel && s.lastUnit == f.unit // "2,200 of the passengers were children"
		return f, going || s.any(0, len(s.toks), "move.evacuate", "move.out", "flight", "aircraft", "leave", "return", "aboard")
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

func (s *sentence) text(m mark) string {
	from, to := s.span(m.from, m.to)
	return fold(string(s.doc.page.text[from:to]))
}
