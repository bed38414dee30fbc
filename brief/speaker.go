package brief

import (
	"slices"
	"strings"
)

// findSpeakers lists who is quoted.
func (r *reading) findSpeakers() {
	for _, s := range r.sents {
		people := s.findPeople()
		for _, p := range people {
			if p.name != "" && s.bracketName(p) {
				r.speaker(s, p)
			}
			if s.exclaims(p, people) {
				r.speaker(s, p)
			}
			if p.name == "" || p.to >= len(s.toks) || s.toks[p.to].text != ":" {
				continue
			}
			if p.to+1 == len(s.toks) && p.titled && s.heralds(p) {
				r.speaker(s, p) // "Statement by Defence Minister Jane Smith:", over the words
			}
			if p.to+2 >= len(s.toks) {
				continue
			}
			if p.from <= 2 && s.labels(p) || p.titled && (opens(s.toks[p.to+1].text) || s.heralds(p)) {
				r.speaker(s, p)
			}
		}
		if p, ok := s.introduced(people); ok {
			r.speaker(s, p)
		}
		for _, m := range s.marks {
			switch m.class {
			case "according":
				if s.covered(m.to, "pronoun.person") {
					continue // "selon lui"
				}
				for _, p := range people {
					if p.to > m.to && !s.any(m.to, p.to, "document") && (p.from <= m.to+4 || p.titled && p.from <= m.to+9) {
						r.speaker(s, p)
						break
					}
				}
			case "say":
				if s.covered(m.from, "country") {
					continue // the United States
				}
				if before, p, ok := s.namedBefore(m); ok {
					r.speaker(before, p)
				} else if p, ok := s.says(m, people); ok {
					if q, joint := s.partner(p, people); joint {
						r.speaker(s, q)
					}
					r.speaker(s, p)
				}
			}
		}
	}
}

// labels reports whether a name before a colon is one who speaks: a title, a
// name in capitals or of several words, or one who is known.
func (s *sentence) labels(p person) bool {
	return p.titled || p.to-p.from > 1 || p.from > 1 && s.toks[p.from-1].text == "." || strings.ToUpper(p.name) == p.name || s.doc.people[stemName(p.name)] != ""
}

// exclaims reports whether a sentence about somebody in office ends in their own words:
// "La ministre, Jeanne Martin, a tenu à saluer les équipes : « … »".
func (s *sentence) exclaims(p person, people []person) bool {
	if p.name == "" || !p.titled || p.from > 5 {
		return false
	}
	for k := p.to; k+1 < min(p.to+20, len(s.toks)); k++ {
		if s.toks[k].text == ":" {
			return opens(s.toks[k+1].text) && !slices.ContainsFunc(people, func(q person) bool { return q.name != "" && q.from >= p.to && q.from < k })
		}
	}
	return false
}

// introduced is who stands with an office behind the name before a colon and a
// quotation: "John Smith, spokesman for the mission: “…”".
func (s *sentence) introduced(people []person) (person, bool) {
	for _, p := range people {
		if p.name == "" || p.from > 2 || p.to >= len(s.toks) || s.toks[p.to].text != "," {
			continue
		}
		for k := p.to; k+1 < len(s.toks); k++ {
			if s.toks[k].text == ":" {
				return p, opens(s.toks[k+1].text) && s.any(p.to, k, "title") && !s.any(p.to, k, "say", "contribute", "past")
			}
		}
	}
	return person{}, false
}

// bracketName reports whether a name stands in brackets behind an office and before a
// colon, as records write it: "THE SPOKESPERSON (Jane Smith):".
func (s *sentence) bracketName(p person) bool {
	if p.from < 2 || p.from > 6 || p.to+1 >= len(s.toks) || s.toks[p.from-1].text != "(" || s.toks[p.to].text != ")" || s.toks[p.to+1].text != ":" {
		return false
	}
	_, ok := s.before("title", p.from-1)
	return ok
}

// partner is who speaks together with another: "X and Y said", "les ministères de A et
// de B annoncent".
func (s *sentence) partner(p person, people []person) (person, bool) {
	for _, q := range people {
		k := q.to
		if k >= p.from || k >= len(s.toks) || !s.covered(k, "list.and") {
			continue
		}
		for k++; k < p.from && (small[s.toks[k].norm] || s.covered(k, "title", "institution", "demonym")); {
			k++
		}
		if k == p.from && (q.titled || q.to-q.from > 1) {
			return q, true
		}
	}
	return person{}, false
}

// heralds reports whether a title and a name are all that stands before a colon:
// "20.30. Госсекретарь США Энтони Блинкен: …".
func (s *sentence) heralds(p person) bool {
	return p.from <= 9 && s.any(0, p.from, "title") && !s.any(0, p.from, "say", "contribute", "be", "past", "event", "future")
}

// says finds who a verb of saying belongs to: right behind it ("a déclaré X",
// "said X"), or else the nearest before it.
func (s *sentence) says(m mark, people []person) (person, bool) {
	if c := s.clauseOf(m.from); c.mood == denied && c.why.from < m.from || s.covered(m.from, "say.not") || s.reflexive(m) || s.agencySays(m) || s.covered(m.from, "say.quote") && !s.quotes(m) {
		return person{}, false
	}
	if s.pronounSays(m) {
		return person{}, false // somebody who was named before
	}
	best, found := person{}, false
	if m.to < len(s.toks) && (s.toks[m.to].norm == "by" || s.toks[m.to].norm == "par") {
		for _, p := range people {
			if p.from > m.to && p.from <= m.to+7 && (p.name != "" || p.titled) {
				return p, true // "has been announced by Minister …"
			}
		}
		return person{}, false
	}
	for _, p := range people {
		if !p.titled && p.to-p.from == 1 && m.from-p.to > 2 && s.doc.people[stemName(p.name)] == "" && p.to < len(s.toks) && s.toks[p.to].kind == word {
			continue // "Gulf states were among those …, announcing"
		}
		if p.to <= m.from && m.from-p.to <= 14 && !s.sayBetween(p.to, m.from) {
			if found && best.titled && best.name != "" && !p.titled && p.from > 0 && small[s.toks[p.from-1].norm] {
				continue // "spokesman X of the Department of Y"
			}
			best, found = p, true
		}
	}
	if q, ok := s.apposed(best, people); found && ok {
		best = q
	}
	aux := m.from - 1
	if aux > 0 && s.covered(aux, "have") {
		aux--
	}
	if found && best.name != "" && best.titled && best.to == aux && s.toks[aux].text == "," {
		return best, true // "La porte-parole, X, répond au nom de la mission"
	}
	if m.from > 1 && s.toks[m.from-1].text == "," && closes(s.toks[m.from-2].text) {
		found = false // "…», précise un communiqué"
	} else if found && m.to < len(s.toks) && s.toks[m.to].text == ":" {
		return best, true
	}
	if s.inverted(m) || s.impersonal(m) {
		found = false // "…, précisent les deux ministères"
	}
	for _, p := range people {
		first, behind := p.from, m.to
		for behind < min(m.to+8, len(s.toks)) && (s.timed(behind) || s.covered(behind, "told", "time.on")) {
			behind++ // "a déclaré jeudi la ministre", "сообщили журналистам в …"
		}
		if p.from >= m.to {
			for first > m.to && (s.covered(first-1, "title", "institution", "demonym", "country", "loc.from", "loc.in", "organisation", "own") || small[s.toks[first-1].norm]) {
				first--
			}
		}
		end := first
		if end > behind && s.toks[end-1].text == "," {
			end-- // "a déclaré la déléguée à l'aide, Jeanne Martin"
		}
		office := first > behind && p.titled && (s.plainly(behind, end) || s.officeWords(behind, end)) && first <= behind+12
		if first > behind && !s.plainly(behind, first) && !office || first > m.to && s.covered(first-1, "said.on") {
			continue
		}
		quoted := m.from > 0 && s.toks[m.from-1].kind == punct || !found || m.from > 1 && s.toks[m.from-2].kind == punct
		if first >= m.to && (first <= behind+2 || office) && quoted && (p.name != "" || p.titled) && (behind > m.to || !s.timed(m.to)) {
			return p, true
		}
	}
	return best, found
}

// inverted reports whether the subject of a French verb of saying stands behind
// it: a comma before the verb, an article after it.
func (s *sentence) inverted(m mark) bool {
	at := m.from
	if at > 0 && (s.toks[at-1].norm == "a" || s.toks[at-1].norm == "ont") {
		at--
	}
	return s.doc.lex.lang == "fr" && at > 0 && s.toks[at-1].text == "," && m.to < len(s.toks) && articles[s.toks[m.to].norm] || at > 0 && s.toks[at-1].text == "," && m.to < len(s.toks) && s.toks[m.to].norm == "les"
}

// impersonal reports whether only a place is named for those who say something in
// Russian: "уточнили в министерстве".
func (s *sentence) impersonal(m mark) bool {
	return s.doc.lex.lang == "ru" && strings.HasSuffix(s.toks[m.from].norm, "ли") && s.covered(m.to, "loc.in") && s.any(m.to, min(m.to+4, len(s.toks)), "office", "institution")
}

// apposed is the person whose office is named behind the name: "General McKenzie,
// head of Central Command, said".
func (s *sentence) apposed(p person, people []person) (person, bool) {
	if strings.Contains(p.name, " ") || p.name != "" && !p.titled {
		return person{}, false // one word far behind a title is mostly of the office: "commissioner for … Aid"
	}
	for _, q := range people {
		if q.name == "" || q.to >= p.from || p.from-q.to > 14 || p.name != "" && !strings.Contains(q.name, " ") || s.toks[q.to].text != "," || s.any(q.to, p.from, "say", "contribute") {
			continue
		}
		for k := p.to; k < min(p.to+9, len(s.toks)); k++ {
			if s.toks[k].text == "," {
				return q, true
			}
		}
		if q.from <= 2 && p.to-p.from > 1 {
			return q, true // the comma behind a long office is forgotten
		}
	}
	return person{}, false
}

// plainly reports whether nothing but small words and marks stands between a verb
// of saying and a name behind it: no other verb, and no "cited by".
func (s *sentence) plainly(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.toks[i]; t.kind == word && (!small[t.norm] && !s.covered(i, "title", "institution", "demonym", "time.on", "told", "loc.from", "loc.in", "weekday", "own", "organisation", "organisation.mission", "country", "of", "place") || t.norm == "par" || t.norm == "by") {
			return false
		}
	}
	return true
}

// officeWords reports whether only words of a long title stand in a range: "начальник
// медицинской службы", "battalion chief".
func (s *sentence) officeWords(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.toks[i]; s.toks[min(i+1, len(s.toks)-1)].capital && s.any(from, i, "title") && (t.text == "," || s.covered(i, "list.and")) {
			continue // "the Commissioner for Political Affairs, Peace and Security"
		} else if t.kind != word || t.capital && !s.any(from, i+1, "title") || s.covered(i, "contribute", "be", "past", "say", "conjunction") || t.norm == "par" || t.norm == "by" {
			return false
		}
	}
	return to-from <= 10
}

// pronounSays reports whether "he" or "она" stands beside a verb of saying.
func (s *sentence) pronounSays(m mark) bool {
	_, behind := s.at("pronoun.person", m.to)
	if m.from == 0 {
		return behind
	}
	at := m.from - 1
	for at > 0 && s.covered(at, "past", "be") && !s.covered(at, "pronoun.person") {
		at--
	}
	return behind || s.covered(at, "pronoun.person")
}

// namedBefore is the office-holder whom the sentence before names last, where "he said"
// or "she added" stands beside a quotation and means them.
func (s *sentence) namedBefore(m mark) (*sentence, person, bool) {
	prev := s.doc.previous(s)
	if prev == nil || prev.index != s.index || !s.pronounSays(m) || !s.quotes(m) || s.clauseOf(m.from).mood == denied {
		return nil, person{}, false
	}
	people := slices.DeleteFunc(prev.findPeople(), func(p person) bool { return p.name == "" })
	if len(people) == 0 {
		return nil, person{}, false
	}
	p := people[len(people)-1]
	return prev, p, p.titled && (p.to >= len(prev.toks) || prev.toks[p.to].norm != "'s")
}

// reflexive tells "se dit prêt" from what somebody says.
func (s *sentence) reflexive(m mark) bool {
	return m.from > 0 && s.doc.lex.lang == "fr" && (s.toks[m.from-1].norm == "se" || s.toks[m.from-1].norm == "s'" || s.covered(max(0, m.from-2), "pronoun.object"))
}

// agencySays reports whether a verb of saying is an agency's: "TASS reports".
func (s *sentence) agencySays(m mark) bool {
	if _, ok := s.before("agency", m.from); ok {
		return true
	}
	for k := m.to; k < min(m.to+2, len(s.toks)); k++ {
		if _, ok := s.at("agency", k); ok {
			return true
		}
	}
	return false
}

// quotes reports whether the words of somebody stand beside a verb: behind
// "que" or a colon, or before it in quotation marks.
func (s *sentence) quotes(m mark) bool {
	for k := m.to; k < len(s.toks); k++ {
		switch n := s.toks[k].norm; {
		case k == m.to && (n == "que" || n == "qu'" || n == "that" || n == "что"), opens(n), n == ":":
			return true
		}
	}
	for k := m.from - 1; k >= max(0, m.from-3); k-- {
		if closes(s.toks[k].text) || s.toks[k].text == "," && s.doc.lex.lang != "en" {
			return true
		}
	}
	return false
}

// quotes are the marks that the name of a paper stands in.
var quotes = map[string]bool{"‘": true, "’": true, "«": true, "»": true, "“": true, "”": true, "\"": true}

func opens(mark string) bool { return mark == "«" || mark == "“" || mark == "\"" }

func closes(mark string) bool { return mark == "»" || mark == "”" || mark == "\"" }

func (s *sentence) timed(i int) bool {
	for _, t := range s.times {
		if t.from <= i && i < t.to {
			return true
		}
	}
	return false
}

func (s *sentence) sayBetween(from, to int) bool { return s.any(from, to, "say") }

func (r *reading) speaker(s *sentence, p person) {
	if p.from > 0 && p.to < len(s.toks) && !p.titled && quotes[s.toks[p.from-1].text] && quotes[s.toks[p.to].text] {
		return // ‘Alwihda Info’ reports
	}
	if s.any(p.from, p.to, "not.speaker") || s.doc.lex.lang == "ru" && p.name != "" && p.name[0] < 0x80 {
		return // names in Latin letters in a Russian text are media
	}
	name := p.name
	if name == "" && s.delegate(p) {
		name = s.joined(p.from, p.to)
	}
	if name == "" {
		if p.code == "" && s.covered(p.from, "title") && !s.covered(p.from, "institution") {
			return // "the head of the ministry", with nobody named
		}
		if p.code != "" && (!s.any(p.from, p.to, "institution") || s.covered(p.from, "title") && r.knows(p.code)) {
			return // a title, without the name of who holds it
		}
		name = s.joined(p.from, p.to)
		if s.any(p.from, p.to, "title") && !s.any(p.from, p.to, "institution") && p.code == "" {
			return // "le président", with nobody named
		}
		if p.to-p.from == 1 && p.code == "" && !s.toks[p.from].capital {
			return // "the press service", of nobody
		}
	}
	if !p.titled && p.to-p.from == 1 && p.from > 0 && (s.covered(p.from-1, "time.on", "place.in") || small[s.toks[p.from-1].norm] || s.covered(p.from-1, "reporter")) {
		return // "the Council", "la Chambre": no person's name
	}
	code := p.code
	if code == "" {
		code = r.people[stemName(name)]
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind == Speaker && stemName(f.Value.(string)) == stemName(name) {
			if f.Who == "" {
				f.Who = code
			}
			return
		}
	}
	r.add(s, p.from, p.to, Fact{Kind: Speaker, Value: name, Precision: Exact, Who: code})
}

// delegate reports whether a country's delegate speaks for it, as records of
// councils name them: "the representative of Kenya".
func (s *sentence) delegate(p person) bool {
	if len(p.code) != 2 {
		return false
	}
	m, ok := s.at("delegate", p.from)
	if !ok {
		return false
	}
	at := m.to
	for at < p.to && (small[s.toks[at].norm] || s.covered(at, "of")) {
		at++
	}
	c, ok := s.at("country", at)
	return ok && c.to == p.to
}
