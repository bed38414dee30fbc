package brief

import (
	"slices"
	"strings"
)

// findContributors lists the countries whose people or equipment take part.
func (r *reading) findContributors() {
	for i := range r.Facts {
		f := r.Facts[i]
		if (f.Kind == Personnel && f.Unit == "people" || f.Kind == Equipment || f.Kind == Aircraft || f.Kind == Flights) && len(f.Who) == 2 && f.Who != r.host {
			if s, m, ok := r.named(f); ok {
				r.add(s, m.from, m.to, Fact{Kind: Contributor, Value: f.Who, Precision: Exact})
			}
		}
	}
	for _, s := range r.sents {
		for _, n := range s.nations() {
			if n.code == r.host || n.place && !s.metonym(n) || !s.contributes(n) {
				continue
			}
			c := s.clauseOf(n.from)
			if c.mood != fact {
				r.warn(s, n.from, n.to, c.mood.String(), "no contributor yet: \""+s.text(c.why)+"\" goes with it")
				continue
			}
			r.add(s, n.from, n.to, Fact{Kind: Contributor, Value: n.code, Precision: Exact})
		}
	}
}

// named finds the words that name the country of a fact, in its sentence.
func (r *reading) named(f Fact) (*sentence, mark, bool) {
	for _, s := range r.sents {
		if s.toks[0].from > len(r.page.text) {
			continue
		}
		if start, _ := r.page.span(s.toks[0].from, s.toks[0].to); start != f.Sentence.Start {
			continue
		}
		for _, n := range s.nations() {
			if n.code == f.Who && !n.place {
				return s, n.mark, true
			}
		}
	}
	return nil, mark{}, false
}

// contributes reports whether a country is named as one that sends, or whose
// people are there.
func (s *sentence) contributes(n nation) bool {
	switch {
	case n.adj:
		// "les soldats kirghizes", "Kyrgyz peacekeepers"
		near := s.near(n, "people.military", "people.relief", "mission.group", "aircraft", "vessel", "equipment") && !s.nearOther(n)
		return near && s.any(0, len(s.toks), "move.in", "move.out", "contribute", "move.evacuate", "return", "leave", "arrive") && !s.any(n.to, min(n.to+1, len(s.toks)), "title", "people.side", "people.evacuee")
	case n.where && !n.place:
		return false
	case s.listed(n):
		return true
	case s.of(n):
		return false
	}
	if n.to < len(s.toks) && s.toks[n.to].norm == "'s" && s.any(n.to+1, min(n.to+4, len(s.toks)), "mission.group", "people.military", "people.relief") && !s.any(n.to+1, min(n.to+5, len(s.toks)), "institution", "title") {
		c := s.clauseOf(n.from)
		return s.any(c.from, c.to, "move.in", "move.out", "contribute")
	}
	if s.elliptic(n) {
		return true
	}
	begin := n.to
	for begin < len(s.toks) && s.chain(begin, begin+1) {
		begin++
	}
	if s.any(n.to, begin, "country") {
		begin = max(begin, n.to)
	} else {
		begin = n.to
	}
	for i := begin; i < min(begin+6, len(s.toks)); i++ {
		if s.toks[i].kind == punct && s.toks[i].text != "," {
			return false
		}
		if s.covered(i, "country") && !s.chain(n.to, i) {
			return false
		}
		if m, ok := s.at("contribute", i); ok {
			return s.any(m.to, len(s.toks), "people.military", "people.relief", "people.plain", "equipment", "aircraft", "move.relief", "mission", "flight", "people.evacuee", "equipment.mass", "vessel", "help")
		}
		if s.covered(i, "say") {
			return false
		}
	}
	return false
}

// near reports whether a phrase of one of the classes stands within four words.
func (s *sentence) near(n nation, classes ...string) bool {
	for _, m := range s.marks[s.starting(n.from-4-longest):] {
		if m.from > n.to+3 {
			break
		}
		if m.to >= n.from-4 && (m.to <= n.from || m.from >= n.to) && slices.Contains(classes, m.class) {
			return true
		}
	}
	return false
}

// elliptic reports whether a verb said before holds for a country too: "Armenia
// sent a hundred soldiers, Belarus a company".
func (s *sentence) elliptic(n nation) bool {
	at := n.to
	if at < len(s.toks) && (s.toks[at].text == "—" || s.toks[at].text == "–") {
		at++
	}
	if !s.any(0, n.from, "contribute") || at >= len(s.toks) || !s.covered(at, "number.article", "number") && !s.toks[at].digitLike() {
		return false
	}
	return s.any(at, min(at+3, len(s.toks)), "mission.group", "people.military", "people.relief")
}

// nearOther reports whether another adjective stands closer to the people.
func (s *sentence) nearOther(n nation) bool {
	if s.any(n.to, min(n.to+4, len(s.toks)), "contribute") {
		return false
	}
	return s.any(max(0, n.from-3), min(n.to+3, len(s.toks)), "title", "institution")
}

// listed reports whether a country stands in a list behind "contingents from".
func (s *sentence) listed(n nation) bool {
	at := n.from
	for at > 0 {
		t := s.toks[at-1]
		switch {
		case t.kind == punct && t.text == ",", small[t.norm], s.covered(at-1, "list.and", "loc.from", "country", "number") && !s.covered(at-1, "contribute"), t.norm == "republic":
			at--
			continue
		}
		break
	}
	if at == n.from || at == 0 {
		return false
	}
	if !s.any(at, n.to, "loc.from") || s.toks[max(0, at-1)].norm == "by" {
		return false
	}
	for at > 0 && copulas[s.toks[at-1].norm] {
		if at--; s.any(0, at, "people.military", "people.relief", "mission.group") {
			return n.code != s.doc.host
		}
	}
	m, ok := mark{}, false
	for _, class := range []string{"people.military", "people.relief", "mission.group", "aircraft"} {
		if m, ok = s.before(class, at); ok {
			break
		}
	}
	if !ok {
		return false
	}
	// "quitté, retrait des soldats de …": of one host nothing is listed
	return n.code != s.doc.host && m.to == at
}

// copulas join people to where they are from.
var copulas = map[string]bool{"are": true, "were": true, "come": true, "came": true, "is": true, "hail": true, "mainly": true, "sont": true, "étaient": true, "viennent": true, "venaient": true, "proviennent": true}

// chain reports whether only a list stands between two countries.
func (s *sentence) chain(from, to int) bool {
	for i := from; i < to; i++ {
		if !(s.toks[i].text == "," || s.covered(i, "list.and", "country") || small[s.toks[i].norm]) {
			return false
		}
	}
	return true
}

// findActors reads who asked and who decided.
func (r *reading) findActors() {
	for _, s := range r.sents {
		for _, m := range s.marks {
			switch m.class {
			case "request.of":
				who := s.next(m)
				if t, ok := s.has("title", m.to, min(m.to+4, len(s.toks))); ok && who.to == 0 && r.host != "" {
					who = mark{class: "country", value: r.host, from: t.from, to: t.to} // "at the request of the president"
				}
				r.actor(s, m, RequestedBy, who)
			case "decide.by":
				r.actor(s, m, DecidedBy, s.next(m))
			case "request":
				if s.appeal(m) {
					r.actor(s, m, RequestedBy, s.doer(m))
				}
			case "decide":
				if s.covered(m.from, "decide.by") {
					continue
				}
				if s.any(0, len(s.toks), "move.in", "move.out", "mission", "contribute", "move.evacuate", "move.relief", "people.military", "people.relief", "organisation.mission") {
					who := s.doer(m)
					if n := s.toks[m.from].norm; (n == "a" || n == "terminated") && who.class != "body" && who.class != "organisation" {
						continue // a nation that ends its own operation
					}
					r.actor(s, m, DecidedBy, who)
				}
			}
		}
	}
}

// appeal reports whether a request is one for help.
func (s *sentence) appeal(m mark) bool {
	if m.from > 0 && (s.toks[m.from-1].norm == "was" || s.toks[m.from-1].norm == "were" || s.toks[m.from-1].norm == "been") {
		return false
	}
	for _, q := range s.marks {
		if q.class == "request.of" && q.from <= m.from && m.from < q.to {
			return false
		}
	}
	if s.any(0, len(s.toks), "move.relief", "mission", "people.military", "people.relief", "move.in", "organisation", "move.out") || s.any(0, len(s.toks), "help") {
		return true
	}
	return false
}

func (r *reading) actor(s *sentence, verb mark, kind Kind, who mark) {
	if who.to == 0 {
		return
	}
	c := s.clauseOf(verb.from)
	if c.mood != fact {
		r.warn(s, verb.from, verb.to, c.mood.String(), "not said as done: \""+s.text(c.why)+"\" goes with it")
		return
	}
	code := who.value
	if who.class == "organisation.mission" {
		code = nameIn(code)
	}
	if who.class == "person" {
		code = r.people[code]
	}
	if code == "" || kind == RequestedBy && contains(r.orgs, code) && code != strings.ToUpper(code) {
		return
	}
	from, to := min(who.from, verb.from), max(who.to, verb.to)
	r.add(s, from, to, Fact{Kind: kind, Value: code, Precision: Exact, Who: code})
}

// next is the country or organisation right behind a phrase.
func (s *sentence) next(m mark) mark {
	for i := m.to; i < min(m.to+7, len(s.toks)); i++ {
		if s.toks[i].kind == punct && s.toks[i].text != "-" {
			return mark{}
		}
		if a, ok := s.party(i); ok {
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

// doer is who does what a verb says: the nearest before it in its clause, or
// in the clause before, that is not a place; an organisation rather than the
// country of its chair.
func (s *sentence) doer(verb mark) mark {
	best := mark{}
	for i := verb.from - 1; i >= 0 && i > verb.from-16; i-- {
		if s.toks[i].kind == punct && (s.toks[i].text == ";" || s.toks[i].text == ":" || s.toks[i].text == "»") {
			break
		}
		m, ok := s.party(i)
		if !ok || m.to > verb.from || m.class == "country" && (s.located(m) || s.covered(m.from, "place") && s.clauseOf(m.from).from != m.from) {
			continue
		}
		if best.to == 0 || m.class == "body" || m.from < best.from && m.to >= best.to || m.class == "organisation" && best.class == "demonym" {
			best = m
		}
		if m.class == "organisation" && !s.covered(max(0, i-1), "title") {
			break
		}
	}
	if best.to > 0 {
		return best
	}
	// A verb that comes first has its subject behind it: "принял решение Совет …"
	if s.doc.lex.lang == "ru" || s.any(verb.to, min(verb.to+1, len(s.toks)), "loc.from") {
		return s.next(verb)
	}
	if m := s.next(mark{to: verb.to}); m.to > 0 && (s.toks[max(0, m.from-1)].norm == "par" || s.toks[max(0, m.from-1)].norm == "by" || s.toks[max(0, m.from-2)].norm == "par" || s.toks[max(0, m.from-2)].norm == "by") {
		return m
	}
	return mark{}
}
