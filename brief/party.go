package brief

// next is the country or organisation right behind a phrase.
func (s *sentence) next(m mark) mark {
	for i := m.to; i < min(m.to+7, len(s.toks)); i++ {
		if s.toks[i].kind == punct && s.toks[i].text != "-" {
			return mark{}
		}
		if a, ok := s.party(i); ok {
			if a.class == "country" && s.located(a) && i > m.to+1 {
				return mark{} // "decides to deploy to Bissau"
			}
			if a.class == "demonym" && !s.holds(a) {
				continue // "the Head of State, to the Afghan province"
			}
			return a
		}
	}
	return mark{}
}

// party is a country, organisation or known person that token i begins to name.
func (s *sentence) party(i int) (mark, bool) {
	if m, ok := s.at("body", i); ok && m.value != "" && m.value != "nation" {
		if !s.any(m.to, min(m.to+4, len(s.toks)), "organisation") {
			return m, true
		}
	}
	for _, class := range []string{"organisation", "organisation.mission", "country", "demonym"} {
		if m, ok := s.at(class, i); ok {
			return m, true
		}
	}
	if m, ok := s.at("place", i); ok {
		m.class, m.value = "country", countryIn(m.value) // "at the request of Honiara"
		return m, m.value != ""
	}
	if s.toks[i].kind == word && s.toks[i].capital {
		if code := s.doc.people[s.toks[i].norm]; code != "" {
			return mark{class: "person", value: s.toks[i].norm, from: i, to: i + 1}, true
		}
	}
	return mark{}, false
}

// holds reports whether an adjective is that of an office: before its noun, in
// French behind it; or is alone.
func (s *sentence) holds(m mark) bool {
	classes := []string{"title", "institution", "body", "organ", "office"}
	if s.doc.lex.lang == "fr" {
		return s.any(max(0, m.from-4), m.from, classes...)
	}
	return m.to >= len(s.toks) || s.lesser(m.to) || s.toks[m.to].kind == punct || s.any(m.to, min(m.to+4, len(s.toks)), classes...)
}

// holder finds the office of the subject of a verb, in its clause, where no country
// is named with it: "Prime Minister Koirala requested".
func (s *sentence) holder(verb mark) (mark, bool) {
	c := s.clauseOf(verb.from)
	for i := verb.from - 1; i >= max(c.from, verb.from-8); i-- {
		for _, class := range []string{"title", "body"} {
			if m, ok := s.at(class, i); ok && m.to <= verb.from {
				return m, true
			}
		}
	}
	return mark{}, false
}

// presided reports whether "by" stands before a name, within its own words.
func (s *sentence) presided(i int) bool {
	for k := i - 1; k >= max(0, i-6) && s.toks[k].kind == word; k-- {
		if s.toks[k].norm == "by" || s.toks[k].norm == "par" {
			return true
		}
	}
	return false
}

// officer reports whether an adjective belongs to somebody who can act for a
// country: an office, a ministry, a government.
func (s *sentence) officer(m mark) bool {
	return s.any(m.to, min(m.to+3, len(s.toks)), "title", "institution", "body") || s.any(max(0, m.from-5), m.from, "title", "institution", "body")
}

// doer is who does what a verb says: the nearest before it in its clause, or
// in the clause before, that is not a place; an organisation rather than the
// country of its chair.
func (s *sentence) doer(verb mark) mark {
	if m, ok := s.beforeRelative(verb); ok {
		return m
	}
	best := mark{}
	for i := verb.from - 1; i >= 0 && i > verb.from-16; i-- {
		if s.toks[i].kind == punct && (s.toks[i].text == ";" || s.toks[i].text == ":" || s.toks[i].text == "»") {
			break
		}
		if s.covered(i, "that") && i > 0 && s.covered(i-1, "say", "time.word", "weekday", "previous", "unit") && !s.covered(i+1, "pronoun") {
			break // "a UN official said that Barrow had requested"
		}
		m, ok := s.party(i)
		if organ, found := s.at("organ", i); !ok && found && s.doc.leading() != "" && s.toks[i].capital {
			m, ok = mark{class: "organisation", value: s.doc.leading(), from: organ.from, to: organ.to}, true // "Summit approved"
		}
		if !ok || m.to > verb.from || m.class == "country" && (s.located(m) || s.covered(m.from, "place") && !s.metonym(nation{mark: m, place: true})) {
			continue
		}
		if m.class == "demonym" && !s.officer(m) {
			continue
		}
		if best.to == 0 || m.class == "body" || m.from < best.from && m.to >= best.to || m.class == "organisation" && best.class == "demonym" {
			best = m
		}
		if m.class == "organisation" && !s.covered(max(0, i-1), "title") {
			break
		}
	}
	if best.to > 0 && (best.class == "person" || best.class == "demonym") && s.presided(best.from) {
		for i := best.from - 1; i >= max(0, best.from-12); i-- {
			m, ok := s.party(i)
			if ok && (m.class == "body" || m.class == "organisation") && (best.class != "body" || m.to >= best.to) {
				best = m // "the Council, chaired by the Armenian Prime Minister, decided"
			}
		}
	}
	if best.to > 0 {
		return best
	}
	if p := s.doc.previous(s); p != nil && p.index >= s.index-1 && verb.class == "decide" && verb.from <= 2 && s.covered(0, "pronoun") && s.doc.leading() != "" && p.any(0, len(p.toks), "organ", "organisation") {
		return mark{class: "organisation", value: s.doc.leading(), from: 0, to: 1} // "Elle décide de l'envoi"
	}
	if verb.from > 1 && s.doc.lex.lang == "fr" && s.toks[verb.from-2].norm == "l'" && s.covered(verb.from-1, "have") {
		return s.next(verb) // "comme l'a demandé le Mali"
	}
	// A verb that comes first has its subject behind it: "принял решение Совет …"
	if verb.to < len(s.toks) && s.toks[verb.to].norm == "от" {
		return mark{} // "потребовал от Кении": who is asked
	}
	if s.doc.lex.lang == "ru" || s.any(verb.to, min(verb.to+1, len(s.toks)), "loc.from") {
		return s.next(verb)
	}
	for i := verb.to; i < min(verb.to+6, len(s.toks)) && verb.class == "decide"; i++ {
		if n := s.toks[i].norm; (n == "par" || n == "by") && s.any(i, min(i+4, len(s.toks)), "organ") {
			return s.deciding(mark{to: i + 1}) // "approuvée le 2 avril par le Sommet"
		}
	}
	if m := s.next(mark{to: verb.to}); m.to > 0 && s.presided(m.from) {
		return m
	}
	return mark{}
}

// beforeRelative is the party whose relative clause ends with the comma before a
// verb: "the CSTO, which unites Russia, Belarus and Kazakhstan, decided".
func (s *sentence) beforeRelative(verb mark) (mark, bool) {
	end := verb.from - 1
	for end > verb.from-3 && end > 0 && s.toks[end].text != "," {
		end--
	}
	if end <= 0 || s.toks[end].text != "," {
		return mark{}, false
	}
	for i := end - 1; i > 1; i-- {
		if s.toks[i-1].text != "," || !s.covered(i, "relative") {
			continue
		}
		for k := i - 2; k >= max(0, i-8); k-- {
			if m, ok := s.party(k); ok && m.to == i-1 {
				return m, true
			}
		}
		return mark{}, false
	}
	return mark{}, false
}
