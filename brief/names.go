package brief

// findPlaces lists towns and airfields that the tables know, and those that an
// airport or a base is named after.
func (r *reading) findPlaces() {
	for _, s := range r.sents {
		for _, m := range s.marks {
			if _, ok := s.preceded("request.of", m.from); m.class == "place" && ok {
				continue // a capital for its government
			}
			if first := m.from - 1; m.class == "place" && first > 0 && s.toks[first].capital && s.personal(first, first) {
				if _, named := s.before("title", first); named {
					continue // Defence Minister Kevin Andrews
				}
			}
			if m.class == "place" && s.covered(m.from, "country") && !s.located(m) {
				continue // Djibouti, the country
			}
			if m.class == "place" && s.covered(m.from, "organisation", "institution", "body", "agency") {
				continue // the Shanghai Cooperation Organisation
			}
			if m.class == "place" && (s.recalls() || s.yearsBack(s.clauseOf(m.from).from, s.clauseOf(m.from).to)) {
				continue // of an earlier mission
			}
			if m.class == "place" && s.partOfName(m) {
				continue // HMS Richmond, the Metro Manila Authority
			}
			if m.class == "place" && (s.covered(m.to, "clock.zone") || s.any(max(0, m.from-3), m.from, "clock.zone")) {
				continue // 1 a.m. Moscow time
			}
			if m.class != "place" || s.dateline(m) || s.metonym(nation{mark: m, place: true}) || s.doubtful(m.from) {
				continue
			}
			if countryIn(m.value) != r.host && r.host != "" && (!s.enRoute(m) || s.spoken(nation{mark: m, place: true})) {
				continue // where somebody spoke or met
			}
			r.add(s, m.from, m.to, Fact{Kind: Place, Value: nameIn(m.value), Precision: Exact, Who: countryIn(m.value)})
		}
		r.findUnlisted(s)
	}
}

// doubtful reports whether what is said of a place is possible or denied; a question
// leaves the place what it is: "And the base in Goma?"
func (s *sentence) doubtful(i int) bool {
	c := s.clauseOf(i)
	return (c.mood == maybe || c.mood == denied) && s.toks[c.why.from].text != "?"
}

// partOfName reports whether a town only stands in the name of a ship or of an
// office.
func (s *sentence) partOfName(m mark) bool {
	if m.from > 0 && s.covered(m.from-1, "ship.prefix") {
		return true
	}
	for k := m.to; k < min(m.to+3, len(s.toks)) && s.toks[k].capital; k++ {
		if s.covered(k, "office") {
			return true
		}
	}
	return false
}

// enRoute reports whether something moves from, to or through a place: one that
// lies outside the host country counts only then.
func (s *sentence) enRoute(m mark) bool {
	c := s.clauseOf(m.from)
	if s.any(max(0, m.from-8), m.from, "meeting") {
		return false
	}
	return s.any(max(0, c.from-6), c.to, "move.in", "move.out", "leave", "return", "toward", "flight", "aircraft", "vessel", "contribute", "move.evacuate", "equipment.mass", "people.relief", "people.evacuee", "mission.group")
}

// findUnlisted lists towns that no table knows, by what stands before them: "the
// camp in Sarille", "l'aéroport de Boufarik". Russian names are left alone: in
// their cases and letters they are not the names that others use.
func (r *reading) findUnlisted(s *sentence) {
	if s.doc.lex.lang == "ru" || s.recalls() || !s.any(0, len(s.toks), "move.in", "move.out", "move.evacuate", "mission", "people.military", "people.relief", "site", "event") {
		return
	}
	for i := 1; i < len(s.toks); i++ {
		t := s.toks[i]
		if t.kind != word || !t.capital || len(t.text) < 4 || !s.personal(i, i) || s.doubtful(i) {
			continue
		}
		in := s.covered(i-1, "place.in") || s.sited(i)
		end := s.nameAt(i)
		in = in || end < len(s.toks) && s.covered(i-1, "loc.from", "loc.in") && s.covered(end, "site") && !s.toks[end].capital // "from Barda station"
		_, also := s.before("place", i-1)
		listed := s.covered(i-1, "list.and") || s.toks[i-1].text == "," && end == i+1 && end < len(s.toks) && s.covered(end, "list.and")
		if !in && !(also && listed) {
			continue
		}
		if end <= i || end > i+3 || r.people[stemName(s.joined(i, end))] != "" || s.covered(i, "place") || s.covered(end, "country") || end < len(s.toks) && s.toks[end].norm == "'s" {
			continue
		}
		r.add(s, i, end, Fact{Kind: Place, Value: s.joined(i, end), Precision: Exact})
		i = end
	}
}

// sited reports whether a word for a site stands before a name: "camp de", "the
// town of".
func (s *sentence) sited(i int) bool {
	at := i
	for at > 0 && (small[s.toks[at-1].norm] || s.covered(at-1, "of")) {
		at--
	}
	_, ok := s.before("site", at)
	return ok
}

// dateline reports whether a place only says where a report was written.
func (s *sentence) dateline(m mark) bool {
	if m.from > 5 || s.block.own || s.toks[0].from != s.block.from {
		return false
	}
	if m.from == 0 && m.to+1 >= len(s.toks) {
		return true // "Moscow." and then the text
	}
	if m.from > 2 {
		return m.to < len(s.toks) && s.toks[m.to].text == "/" && s.covered(1, "month")
	}
	for k := m.to; k < min(m.to+9, len(s.toks)); k++ {
		switch s.toks[k].text {
		case "—", "–", "/", "-":
			return true
		}
		if s.covered(k, "agency", "month") || s.toks[k].kind == date {
			return s.toks[m.to].kind == punct
		}
		if s.toks[k].kind == word && !s.toks[k].capital && !s.covered(k, "time.on") {
			return false
		}
	}
	return false
}

// findSources lists who published: "Source : AA", (AFP), /TASS/.
func (r *reading) findSources() {
	r.findDatelines()
	for _, s := range r.sents {
		for _, m := range s.marks {
			switch m.class {
			case "source.mark":
				if m.to >= len(s.toks) || s.toks[m.to].text != ":" {
					continue
				}
				if s.toks[m.from].glued {
					r.warn(s, m.from, len(s.toks), "left_out", whyGlued.Text(s.toks[m.from].text))
				}
				for k := m.to + 1; k < min(m.to+4, len(s.toks)); k++ {
					if a, ok := s.at("agency", k); ok {
						r.add(s, m.from, a.to, Fact{Kind: Origin, Value: a.value, Precision: Exact})
						break
					}
					if end := s.nameAt(k); end > k {
						r.add(s, m.from, end, Fact{Kind: Origin, Value: s.joined(k, end), Precision: Exact})
						break
					}
					if p, ok := s.titleAt(k); ok {
						q := s.titled(p)
						r.add(s, m.from, q.to, Fact{Kind: Origin, Value: s.joined(q.from, q.to), Precision: Exact})
						break
					}
				}
			case "agency":
				if s.bracketed(m) {
					r.add(s, m.from, m.to, Fact{Kind: Origin, Value: m.value, Precision: Exact})
				}
			}
		}
	}
}

// findDatelines reads the agency in a line beside the headline: "AA / Almaty".
func (r *reading) findDatelines() {
	own := -1
	for i, b := range r.page.blocks {
		if b.own {
			own = i
		}
	}
	for i := max(0, own-2); i < min(len(r.page.blocks), own+8); i++ {
		b := &r.page.blocks[i]
		if b.role != aside || b.why != whyHeading || len(r.words[i]) == 0 || len(r.words[i]) > 14 {
			continue
		}
		s := &sentence{doc: r, block: b, index: i, toks: r.words[i], marks: r.lex.mark(r.words[i])}
		if !s.bare(len(s.toks), 2) {
			continue
		}
		for _, m := range s.marks {
			if m.class == "agency" && s.toks[m.from].capital {
				r.add(s, m.from, m.to, Fact{Kind: Origin, Value: m.value, Precision: Exact})
			}
		}
	}
}

// bracketed reports whether an agency stands as the author of the text: in
// brackets or between strokes, or behind "reported".
func (s *sentence) bracketed(m mark) bool {
	if _, ok := s.before("source.mark", max(0, m.from-1)); ok && s.toks[m.from-1].text == ":" {
		return false
	}
	if m.to < len(s.toks) && m.from > 0 {
		a, b := s.toks[m.from-1].text, s.toks[m.to].text
		if a == "(" && (b == ")" || b == ",") || a == "/" && b == "/" || (a == "—" || a == "–" || a == "-") && m.from < 8 && (b == "." || b == "—") {
			return true
		}
	}
	if m.from == 0 && m.to < len(s.toks) && (s.toks[m.to].text == "/" || s.toks[m.to].text == "|" || s.toks[m.to].text == "—" || s.toks[m.to].text == "–" || s.toks[m.to].text == "-") {
		return true
	}
	if m.from == 0 && m.to+2 < len(s.toks) && s.toks[m.to].text == "," && s.toks[0].from == s.block.from && s.covered(m.to+2, "month") {
		return true
	}
	if m.from > 0 && s.toks[m.from-1].text == "/" && m.to == len(s.toks) {
		return true
	}
	at := m.from
	if at > 0 && opens(s.toks[at-1].text) {
		at-- // передает «Интерфакс»
	}
	if s.doc.lex.lang == "fr" && at > 0 && (s.covered(at-1, "reporter") || small[s.toks[at-1].norm]) && s.any(max(0, at-4), at, "say", "told", "statement") {
		return true // "rapporte l'agence EFE", "dans une déclaration à la MAP"
	}
	if at > 1 && at < m.from && s.toks[at-2].text == "/" && acronym(s.toks[at-1].text) {
		return true // /НИАТ «Ховар»/
	}
	if at > 1 && s.covered(at-1, "reporter") && s.covered(at-2, "say") && s.doc.lex.lang == "ru" {
		return true // сообщает издание «Ховар»
	}
	_, said := s.before("say", at)
	_, cited := s.preceded("according", m.from)
	return said && s.toks[at-1].norm == "передает" || cited && s.doc.lex.lang == "ru" && s.toks[max(0, m.from-1)].norm == "на"
}
