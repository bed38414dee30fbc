package brief

import (
	"strings"
)

// findActors reads who asked and who decided.
func (r *reading) findActors() {
	defer r.senders()
	for _, s := range r.sents {
		for _, m := range s.marks {
			switch m.class {
			case "request.of":
				r.actor(s, m, RequestedBy, s.asking(m))
			case "request.theirs":
				if r.host != "" && s.weighty() {
					r.actor(s, m, RequestedBy, mark{class: "country", value: r.host, from: m.from, to: m.to})
				}
			case "request.noun":
				if !s.covered(m.from, "request.of") {
					r.actor(s, m, RequestedBy, s.owned(m))
				}
			case "decide.noun":
				if !s.covered(m.from, "decide.by") && !s.verbal(m) && s.weighty() {
					r.actor(s, m, DecidedBy, s.owned(m))
				}
			case "decide.by":
				r.actor(s, m, DecidedBy, s.deciding(m))
			case "request":
				if s.appeal(m) {
					who := s.doer(m)
					if t, ok := s.has("pronoun.first", max(0, m.from-4), m.from); ok && who.to == 0 && r.issuer != "" && r.issuer == r.host {
						who = mark{class: "country", value: r.host, from: t.from, to: t.to} // "I turned to you with a request"
					}
					if t, ok := s.holder(m); ok && who.to == 0 && r.host != "" {
						who = mark{class: "country", value: r.host, from: t.from, to: t.to}
					}
					if who.to == 0 && s.covered(0, "pronoun") && m.from <= 4 && s.doc.aboutHost(s) {
						who = mark{class: "country", value: r.host, from: 0, to: 1} // "It asked for help on Tuesday"
					}
					if !s.commands(m, who) {
						r.actor(s, m, RequestedBy, who)
					}
				}
			case "decide":
				if _, named := s.has("decide.noun", 0, m.from); s.covered(m.from, "decide.by", "decide.noun") || named && s.toks[m.from-1].norm == "qui" {
					continue // "the adoption by the Council of a resolution that authorises"
				}
				if s.weighty() {
					who := s.doer(m)
					if s.undergoes(m) && !(who.class == "body" && s.covered(m.from-1, "decide.noun")) {
						who = s.agent(m) // but "the Council ended it by a resolution adopted in May"
					}
					if by, ok := s.byBehind(m); ok {
						who = s.deciding(by)
					}
					if t, ok := s.has("pronoun.first", max(0, m.from-4), m.from); ok && who.to == 0 {
						who = mark{class: "country", value: r.issuer, from: t.from, to: t.to}
						if r.issuer == "" {
							who = s.quoted(m)
						}
					}
					if t, ok := s.holder(m); ok && who.to == 0 && !s.undergoes(m) {
						code := s.decider()
						if s.covered(m.from, "decide.host") {
							code = r.host // who sets a day for others to be gone
						}
						who = mark{class: "country", value: code, from: t.from, to: t.to}
					}
					if n := s.toks[m.from].norm; (n == "a" || n == "terminated") && who.class != "body" && who.class != "organisation" {
						continue // a nation that ends its own operation
					}
					r.actor(s, m, DecidedBy, who)
				}
			}
		}
	}
}

// commands reports whether an organisation asks its members, rather than for help:
// "the Union asked Burundi to bring its soldiers home".
func (s *sentence) commands(verb, who mark) bool {
	if who.class == "country" || who.class == "person" || who.class == "demonym" || who.to == 0 {
		return false
	}
	if s.any(verb.to, min(verb.to+3, len(s.toks)), "countries") {
		return true
	}
	to := s.next(verb)
	return to.class == "country" && to.from <= verb.to+2 && to.value != s.doc.host
}

// aboutHost reports whether the sentence before begins with the host.
func (r *reading) aboutHost(s *sentence) bool {
	p := r.previous(s)
	if p == nil || p.index != s.index || r.host == "" {
		return false
	}
	for _, n := range p.nations() {
		if !n.where && !n.place && n.from <= 4 {
			return n.code == r.host
		}
	}
	return false
}

// senders takes as contributor, where no other is named, the country that
// decided, or else the only one whose nationals are evacuated.
func (r *reading) senders() {
	if len(r.of(Contributor)) > 0 {
		return
	}
	for _, f := range r.of(DecidedBy) {
		if code := f.Value.(string); len(code) == 2 && code != r.host && code != "UN" && code != "EU" && code != "AU" {
			f.Kind = Contributor
			r.Facts = append(r.Facts, f)
			return
		}
	}
	var s *sentence
	var only nation
	for _, t := range r.sents {
		for _, n := range t.nations() {
			if n.code == r.host || !t.citizens(n) {
				continue
			}
			if only.code != "" && only.code != n.code {
				return
			}
			s, only = t, n
		}
	}
	if s != nil && s.clauseOf(only.from).mood == fact && r.evacuates() {
		r.add(s, only.from, only.to, Fact{Kind: Contributor, Value: only.code, Precision: Exact})
	}
}

// evacuates reports whether the text speaks of an evacuation.
func (r *reading) evacuates() bool {
	for _, s := range r.sents {
		if s.any(0, len(s.toks), "move.evacuate") {
			return true
		}
	}
	return false
}

// weighty reports whether a sentence speaks of a mission, so that a decision in
// it is one about it.
func (s *sentence) weighty() bool {
	return s.any(0, len(s.toks), "move.in", "move.out", "mission", "contribute", "move.evacuate", "move.relief", "people.military", "people.relief", "organisation.mission") || s.doc.follows(s)
}

// deciding is who stands behind "by decision of": a party, or an office of a
// country that is not named there.
func (s *sentence) deciding(m mark) mark {
	who := s.next(m)
	if who.to > 0 && s.any(m.to, who.from, "request.of") {
		who = mark{} // "the resolution adopted in December at the request of Somalia"
	}
	if organ, ok := s.has("organ", m.to, min(m.to+4, len(s.toks))); ok && who.to == 0 && s.toks[organ.from].capital {
		return mark{class: "organisation", value: s.doc.leading(), from: organ.from, to: organ.to}
	}
	if office, ok := s.office(m.to); ok && s.covered(office.from, "title.un") && s.doc.leading() != "" && who.to == 0 {
		return mark{class: "organisation", value: s.doc.leading(), from: office.from, to: office.to} // "ordered by the Secretary General"
	} else if ok && office.class != "institution" && (who.to == 0 || who.class == "person" || who.from-office.to > 2 || s.any(office.to, who.from, "contribute", "move.in", "move.out", "move.evacuate")) {
		code := s.decider()
		if code == "" && office.class == "title" {
			code = s.doc.leading()
		}
		if code != "" {
			return mark{class: "country", value: code, from: office.from, to: office.to}
		}
	}
	return who
}

// decider is whose an office is that decides and no country is named for: of who
// acts in the sentence, or else of the only contributor, of whose office the text
// comes from, of the only country with office-holders in it.
func (s *sentence) decider() string {
	for _, n := range s.nations() {
		if n.code != s.doc.host && !n.where && !n.place {
			return n.code
		}
	}
	if c := s.doc.of(Contributor); len(c) == 1 {
		return c[0].Value.(string)
	}
	if s.doc.issuer != "" && s.doc.issuer != s.doc.host {
		return s.doc.issuer
	}
	return s.doc.officials()
}

// officials is the one country, other than the host, whose office-holders the text
// names.
func (r *reading) officials() (only string) {
	for _, code := range r.people {
		if code == r.host || len(code) != 2 {
			continue
		}
		if only != "" && only != code {
			return ""
		}
		only = code
	}
	return only
}

// leading is the organisation that a council or a commander without a name is of:
// the one whose mission it is, or the only one.
func (r *reading) leading() string {
	for _, s := range r.sents {
		for _, m := range s.marks {
			if name := nameIn(m.value); m.class == "organisation.mission" && contains(r.orgs, name) {
				return name
			}
		}
	}
	if len(r.orgs) == 1 {
		return r.orgs[0]
	}
	return ""
}

// asking is who stands behind "at the request of": a party, or else somebody's
// office with no country named, which is the host's.
func (s *sentence) asking(m mark) mark {
	who := s.next(m)
	office, ok := s.office(m.to)
	if !ok {
		office, ok = s.office(m.to - 1) // "по просьбе властей" is one phrase
	}
	if s.covered(office.from, "title.un") && ok {
		return who // the United Nations', not the host's
	}
	if ok && s.doc.host != "" && (who.to == 0 || who.class == "person") {
		return mark{class: "country", value: s.doc.host, from: office.from, to: office.to}
	}
	return who
}

// office finds a title, a ministry or a government within five words.
func (s *sentence) office(at int) (mark, bool) {
	for i := at; i < min(at+5, len(s.toks)) && s.toks[i].kind != punct; i++ {
		for _, class := range []string{"title", "body", "institution"} {
			if m, ok := s.at(class, i); ok {
				return m, true
			}
		}
	}
	return mark{}, false
}

// verbal reports whether a decision is only the object of its verb: "issued a mandate".
func (s *sentence) verbal(m mark) bool {
	v, ok := s.before("decide", m.to)
	return ok && v.from < m.from
}

// numbered passes over the number of a resolution and the year in brackets behind it.
func (s *sentence) numbered(at int) int {
	if at < len(s.toks) && s.toks[at].kind == number {
		at++
		if at+2 < len(s.toks) && s.toks[at].text == "(" && s.toks[at+2].text == ")" {
			at += 3
		}
	}
	return at
}

// quoted is whose office speaks the words that "we" stands in: “We have decided …”, NATO
// Secretary-General Jane Smith said.
func (s *sentence) quoted(m mark) mark {
	for i := m.to; i < len(s.toks); i++ {
		if !closes(s.toks[i].text) {
			continue
		}
		for k := i + 1; k < min(i+9, len(s.toks)); k++ {
			if who, ok := s.party(k); ok && who.class != "person" && (s.any(who.to, min(who.to+2, len(s.toks)), "title") || s.any(i, who.from, "title")) {
				return who
			}
		}
	}
	return mark{}
}

// undergoes reports whether an English verb that needs an object has none, and so is
// passive: "its mandate extended by three months".
func (s *sentence) undergoes(m mark) bool {
	return s.doc.lex.lang == "en" && s.covered(m.from, "decide.object") && (m.to >= len(s.toks) || s.toks[m.to].kind == punct || s.covered(m.to, "time.on", "time.until", "time.in", "term.for", "loc.from"))
}

// agent is who "by" names right behind a verb.
func (s *sentence) agent(m mark) mark {
	if m.to < len(s.toks) && s.toks[m.to].norm == "by" {
		if who := s.next(m); who.to > 0 && who.from <= m.to+3 {
			return who
		}
	}
	return mark{}
}

// byBehind is "by" behind a passive verb and, where one is said, its day: "was ordered on
// 24 February by the Secretary General", "décidée le 31 juillet par le Président".
func (s *sentence) byBehind(m mark) (mark, bool) {
	at := m.to
	for at < len(s.toks) && s.toks[at].norm != "by" && (s.timed(at) || s.covered(at, "time.on", "adverb") || s.doc.lex.lang == "fr" && s.toks[at].norm == "le") {
		at++
	}
	if at >= len(s.toks) || s.toks[at].norm != "by" && s.toks[at].norm != "par" {
		return mark{}, false
	}
	return mark{class: "decide.by", from: at, to: at + 1}, true
}

// owned is whose a request or a decision is, where it is named as a thing:
// "Somalia's request", "the request of the junta", "une demande de Kinshasa".
func (s *sentence) owned(m mark) mark {
	if made, ok := s.has("request.make", max(0, m.from-4), m.from); ok && m.class == "request.noun" {
		if who := s.doer(made); who.to > 0 {
			return who // "made a formal request"
		}
	}
	if at := s.numbered(m.to); at < len(s.toks) && !(m.from > 0 && s.toks[m.from-1].norm == "'s") && (s.covered(at, "loc.from") || s.doc.lex.lang == "ru") {
		if who := s.next(mark{to: at}); who.to > 0 && who.from-at <= 3 && !s.located(who) {
			return who
		}
	}
	if took, ok := s.has("decide.took", m.to, min(m.to+8, len(s.toks))); ok && m.class == "decide.noun" {
		if who := s.deciding(took); who.to > 0 {
			return who // "решение о направлении отряда принял президент"
		}
		return s.doer(took) // "решение лидеры союза приняли в пятницу"
	}
	if took, ok := s.has("decide.took", max(0, m.from-4), m.from); ok && m.class == "decide.noun" {
		if who := s.doer(took); who.to > 0 {
			return who // "Совет принял в пятницу решение"
		}
	}
	if s.covered(m.to, "that", "relative") {
		if who := s.next(mark{to: m.to + 1}); who.to > 0 && who.from <= m.to+3 {
			return who // "the appeal that Haiti made"
		}
	}
	for i := m.to; i < min(m.to+16, len(s.toks)) && s.toks[i].kind != punct; i++ {
		switch s.toks[i].norm {
		case "par", "by", "from", "от":
			if s.covered(i-1, "answer") {
				break // "was answered by"
			}
			if who := s.next(mark{to: i + 1}); who.to > 0 && who.from <= i+4 {
				return who // "l'appel à l'aide lancé par Ankara"
			}
			if m.class == "request.noun" && s.any(i+1, min(i+4, len(s.toks)), "body") {
				return s.asking(mark{to: i + 1}) // "l'appel lancé lundi par le Gouvernement"
			}
			if m.class == "decide.noun" {
				return s.deciding(mark{to: i + 1}) // "the decision was taken on Friday by the Operation Commander"
			}
		}
	}
	if owner, ok := s.before("title", m.from-1); ok && s.toks[m.from-1].norm == "'s" && m.class == "request.noun" && s.doc.host != "" {
		return mark{class: "country", value: s.doc.host, from: owner.from, to: owner.to} // "the President's appeal"
	}
	for i := m.from - 1; i >= 0 && i >= m.from-5; i-- {
		if s.toks[i].kind == punct || s.covered(i, "own") {
			break
		}
		if who, ok := s.party(i); ok && who.to <= m.from && (who.class != "demonym" || m.from-1 > who.to && s.toks[m.from-1].norm == "'s" && s.covered(who.to, "institution", "title", "body")) {
			if who.class == "organisation.mission" {
				break // a mission's mandate is not of its own making
			}
			if gap := s.toks[who.to]; gap.norm == "'s" || who.to == m.from || s.covered(who.to, "institution", "title", "body") {
				return who
			}
		}
	}
	return mark{}
}

// appeal reports whether a request is one for help.
func (s *sentence) appeal(m mark) bool {
	if m.from > 0 && (s.toks[m.from-1].norm == "was" || s.toks[m.from-1].norm == "were" || s.toks[m.from-1].norm == "been") {
		return false
	}
	if s.covered(m.to, "asked.about") || m.from > 0 && s.covered(m.from-1, "when", "if") {
		return false // "when asked why"
	}
	for _, q := range s.marks {
		if q.class == "request.of" && q.from <= m.from && m.from < q.to {
			return false
		}
	}
	if s.covered(m.from, "request.loose") && !s.any(m.to, min(m.to+4, len(s.toks)), "help", "people.military", "people.relief") && !s.any(m.to, min(m.to+2, len(s.toks)), "country", "organisation") {
		return false // "called for an end", "called on the mission to protect"
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
	if c.mood != fact && !(c.mood == denied && c.why.from >= verb.to) { // "decided not to renew" is a decision
		r.warn(s, verb.from, verb.to, c.mood.String(), notDone.Text(s.text(c.why)))
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
