package brief

import "slices"

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
			if m.class == "people.plain" && (s.covered(m.to, "countries") || s.unites(i, m)) || s.adjective(m) {
				return mark{}, false // "14 member states", "three military bases"
			}
			if i > a.to && s.doc.lex.lang == "fr" && m.class == "people.military" && (s.toks[i].norm == "militaires" || s.toks[i].norm == "militaire") && s.toks[i-1].kind == word && !s.covered(i-1, "demonym", "past") && !small[s.toks[i-1].norm] && !s.covered(i-1, "adjective") {
				return mark{}, false // "neuf bases militaires"
			}
			return s.head(m), true
		}
		if i > a.to && s.covered(i, "have") || i == a.to && s.covered(i, "future") && s.doc.lex.lang == "en" {
			return mark{}, false // "fifty nations have joined the flights"
		}
		if i == a.to && t.glued && t.kind == word {
			return mark{}, false // 30-bed
		}
		if i == a.to && s.covered(i, "list.and") && i+1 < len(s.toks) && s.toks[i+1].digitLike() && a.value > 9 {
			return s.nounAfter(amount{to: i + 2, value: a.value}) // "250 et 300 éléments"
		}
		if s.any(i, i+1, "say", "contribute", "begin", "not", "dead.verb", "injured.verb", "detained.verb", "if") && !s.covered(i, "demonym") || s.covered(i, "list.and", "month", "maybe") || i > a.to && s.blocks(i) {
			return mark{}, false
		}
	}
	return mark{}, false
}

// adjective reports whether "military" stands before a noun that is not counted as
// people: "military bases".
func (s *sentence) adjective(m mark) bool {
	if s.doc.lex.lang != "en" || s.toks[m.from].norm != "military" || m.to != m.from+1 || m.to >= len(s.toks) {
		return false
	}
	_, noun := s.nounAt(m.to)
	return !noun && s.toks[m.to].kind == word && !s.lesser(m.to)
}

// relievers are organisations whose members are people, and not states.
var relievers = map[string]bool{"ICRC": true, "IOM": true, "UNHCR": true, "WFP": true, "UNDAC": true}

// unites reports whether members are those of a union of states: "ten EU members",
// "twelve members of the Security Council".
func (s *sentence) unites(i int, m mark) bool {
	if !s.covered(m.from, "member") {
		return false
	}
	for _, k := range []int{i - 1, m.to, m.to + 1, m.to + 2} {
		for _, class := range []string{"organisation", "body"} {
			if o, ok := s.at(class, max(k, 0)); ok && !relievers[o.value] && !s.any(o.to, min(o.to+3, len(s.toks)), "mission") {
				return true
			}
		}
	}
	return false
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
