package brief

// bareFigure reads a number that no noun follows: "the death toll rose to 225",
// "Belarus 500".
func (s *sentence) bareFigure(f figure) (figure, bool) {
	f.unit = "people"
	if f.value < 2 && f.precision != Dozens && f.precision != Hundreds && f.precision != Thousands {
		return f, false
	}
	if s.any(f.to, min(f.to+4, f.where.to), "people.saved") && s.covered(f.to, "be") {
		return f, false // "seventeen are missing"
	}
	if k, ok := s.toll(f); ok {
		f.kind = k
		return f, s.digitsOnly(f)
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
	if s.tabled(f) {
		f.kind = Personnel
		return f, true
	}
	if s.lastKind == Personnel && s.fromWord(f.to) && f.to+1 < len(s.toks) && s.covered(f.to, "away") && s.any(0, f.from, "people.military", "people.relief", "people.plain") {
		f.kind = Personnel
		return f, true // "twelve nurses and 9 from the Red Cross"
	}
	if s.areNationals(f) {
		f.kind, f.unit = Personnel, s.lastUnit
		return f, true
	}
	if s.theyAre(f) || s.answers(f) || s.flownOut(f) || s.grouped(f) || s.spread(f) {
		f.kind = Personnel
		return f, true
	}
	if (s.any(max(0, f.from-3), f.from, "part") || s.any(max(0, f.from-3), f.from, "part.of") && s.digitsOnly(f) || f.to < len(s.toks) && s.covered(f.to, "part.more") && !s.any(f.to, min(f.to+3, len(s.toks)), "countries")) && s.lastKind != "" {
		f.kind, f.unit = s.lastKind, s.lastUnit
		return f, true
	}
	if s.changes(f.where.from, f.from) && s.any(0, f.from, "people.military", "people.relief", "people.plain", "mission.group", "move.evacuate", "people.evacuee") && s.digitsOnly(f) {
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
	if listed && f.value >= 5 && s.any(0, len(s.toks), "people.military", "people.relief", "people.plain", "countries") {
		f.kind = Personnel
		return f, true
	}
	return f, false
}

// changes reports whether a strength is said to change in [from, to): "bringing the
// total to", "is increasing the number of its soldiers from".
func (s *sentence) changes(from, to int) bool {
	return s.any(from, to, "people.total") || s.any(from, to, "people.change") && s.any(from, to, "people.count")
}

// flownOut reads a number that is itself the subject: "104,000 have been flown
// out".
func (s *sentence) flownOut(f figure) bool {
	if f.value < 5 || f.to >= len(s.toks) {
		return false
	}
	if f.value >= 20 && s.covered(f.to, "future") && s.covered(max(0, f.from-1), "more.before") {
		return s.any(f.to, min(f.to+4, len(s.toks)), "leave", "withdraw", "move.out", "move.in", "contribute", "move.evacuate") // "a further 4,000 will leave"
	}
	if !s.covered(f.to, "be", "past") {
		return false
	}
	return s.any(f.to, min(f.to+4, len(s.toks)), "move.evacuate", "leave", "withdraw", "contribute") || f.digits > 0 && s.any(f.to, min(f.to+3, len(s.toks)), "move.in")
}

// tabled reads a number in a row of a table that a country begins, where the table's
// head or the text's opening speaks of people: "| Poland | 420 | Entebbe |".
func (s *sentence) tabled(f figure) bool {
	if s.toks[0].text != "|" || !s.digitsOnly(f) {
		return false
	}
	for _, n := range s.nations() {
		if n.from == 1 && !n.place && n.to < f.from && s.toks[n.to].text == "|" {
			return s.doc.opens("people.military", "people.relief", "people.evacuee", "move.evacuate", "contributors")
		}
	}
	return false
}

// areNationals reads a number of those who were just counted: "Five thousand of
// them were British nationals", "More than 8,000 were Afghans".
func (s *sentence) areNationals(f figure) bool {
	at := f.to
	if m, ok := s.at("of.whom", at); ok {
		at = m.to
	}
	if s.lastKind != Personnel || at >= len(s.toks) || !s.covered(at, "be") {
		return false
	}
	return s.any(at+1, min(at+3, len(s.toks)), "people.evacuee", "people.military", "people.relief", "demonym")
}

// theyAre reads "Ils seront bientôt 6000", behind a sentence about people.
func (s *sentence) theyAre(f figure) bool {
	p := s.doc.previous(s)
	return p != nil && p.index == s.index && f.from <= 4 && s.any(0, 1, "pronoun.subject") && s.any(0, f.from, "be") && s.digitsOnly(f) && p.any(0, len(p.toks), "people.military", "people.relief")
}

// answers reads a number that begins the answer to "How many soldiers …?".
func (s *sentence) answers(f figure) bool {
	p := s.doc.previous(s)
	return p != nil && f.from <= 1 && s.digitsOnly(f) && p.toks[len(p.toks)-1].text == "?" && p.any(0, len(p.toks), "people.military", "people.relief", "people.evacuee")
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
		case s.covered(i, "contribute", "have"):
			verb = true
		case s.toks[i].norm == "a" || s.toks[i].norm == "en" || s.toks[i].norm == "has" || s.toks[i].norm == "will":
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
