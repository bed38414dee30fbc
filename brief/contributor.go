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
		nations := s.nations()
		for _, n := range nations {
			if n.code == r.host || n.place && !s.metonym(n) || s.recalls() {
				continue
			}
			if _, urged := s.preceded("urge", n.from); urged && !n.adj {
				continue // "calls on Israel to withdraw"
			}
			act, ok := s.contributes(n, nations)
			if !ok {
				continue
			}
			if c := s.clauseOf(act); c.mood != fact {
				r.warn(s, n.from, n.to, c.mood.String(), notYetSent.Text(s.text(c.why)))
				continue
			}
			if home(n.code) != r.host {
				r.add(s, n.from, n.to, Fact{Kind: Contributor, Value: home(n.code), Precision: Exact})
			}
		}
	}
	r.labelled()
	r.ours()
	if len(r.of(Contributor)) == 0 {
		r.fromHome()
	}
}

// fromHome takes the country that relief teams and soldiers set out from, where
// no other is named: "forty firefighters took off from Nîmes".
func (r *reading) fromHome() {
	for _, s := range r.sents {
		if !s.any(0, len(s.toks), "people.military", "people.relief", "mission.group") || s.any(0, len(s.toks), "move.evacuate") {
			continue
		}
		for _, n := range s.nations() {
			if _, out := s.preceded("loc.from", n.from); !n.place || n.code == "" || n.code == r.host || !out && !s.any(max(0, n.from-3), n.from, "leave") {
				continue
			}
			if c := s.clauseOf(n.from); c.mood == fact && s.any(c.from, c.to, "move.in", "move.out", "leave", "contribute", "event") {
				r.add(s, n.from, n.to, Fact{Kind: Contributor, Value: n.code, Precision: Exact})
				return
			}
		}
	}
}

// of lists the facts of a kind that were found so far.
func (r *reading) of(k Kind) (out []Fact) {
	for _, f := range r.Facts {
		if f.Kind == k {
			out = append(out, f)
		}
	}
	return out
}

// home is the state that a territory belongs to, which sends what comes from there.
func home(code string) string {
	switch code {
	case "GP", "MQ", "GF", "RE", "YT", "NC", "PF":
		return "FR"
	case "PR", "GU":
		return "US"
	}
	return code
}

// named finds the words that name the country of a fact, in its sentence.
func (r *reading) named(f Fact) (*sentence, mark, bool) {
	for _, s := range r.sents {
		if start, _ := r.page.span(s.toks[0].from, s.toks[0].to); start != f.Sentence.Start {
			continue
		}
		for _, n := range s.nations() {
			if n.code == f.Who && (!n.place || s.metonym(n)) {
				return s, n.mark, true
			}
		}
	}
	return nil, mark{}, false
}

// contributes reports whether a country is named as one that sends, or whose
// people are there, and which word says so: how that word is said holds for the
// country. What stands before or behind a list of countries is of all of them.
func (s *sentence) contributes(n nation, nations []nation) (act int, ok bool) {
	if n.adj {
		if act, ok := s.institutional(n); ok {
			return act, true
		}
		if act, ok := s.nationals(n); ok {
			return act, true
		}
		return n.from, s.peopled(n)
	}
	l := s.series(n, nations)
	switch {
	case n.place:
		return s.predicate(n.to)
	case l.head.class == "people.evacuee" || l.head.class == "people.side":
		return 0, false // "citizens of Jordan and Iraq"
	case l.preposed && l.head.from > 0 && s.covered(l.head.from-1, "demonym") && s.toks[l.head.from-1].kind == word && s.any(0, l.head.from, "move.out", "leave", "withdraw"):
		return 0, false // "the withdrawal of French troops from Mali and Niger"
	case l.preposed && (l.head.to > 0 || l.several && !l.host && s.moving()):
		return n.from, !l.homeward
	case s.heading(l):
		return n.from, true
	case l.agent && s.weighty() || s.instrumental(n) || s.joinedBy(l):
		return n.from, true
	case s.any(max(0, l.from-3), l.from, "thanks") && s.any(l.to, len(s.toks), "people.military", "mission.group"):
		return n.from, true // "commended Angola and Botswana for their troops"
	case s.origin(n):
		return n.from, true
	case s.membership(n, l):
		if m, ok := s.has("maybe", l.to, min(l.to+9, len(s.toks))); ok && !s.any(0, l.from, "accept") {
			return m.from, true // "other states, notably France, said that they were ready to"
		}
		return n.from, true
	case n.where, s.of(n) && !s.covered(l.to, "contribute"):
		return 0, false
	case s.elliptic(n, l.to):
		return n.from, true
	}
	if act, ok := s.possessed(n); ok {
		return act, true
	}
	return s.predicate(l.to)
}

// instrumental reports whether a Russian name is in the case of who does what a
// passive verb before it says: "направлены Арменией".
func (s *sentence) instrumental(n nation) bool {
	if s.doc.lex.lang != "ru" || n.adj || n.place || n.where || n.from == 0 || s.covered(n.from-1, "party.with", "loc.in", "loc.from") {
		return false
	}
	norm := s.toks[n.to-1].norm
	if !strings.HasSuffix(norm, "ей") && !strings.HasSuffix(norm, "ой") && !strings.HasSuffix(norm, "ом") {
		return false
	}
	c := s.clauseOf(n.from)
	return s.any(c.from, n.from, "be", "passive") && s.any(c.from, n.from, "contribute", "move.in") && s.any(c.from, c.to, "people.military", "people.relief", "aircraft", "mission.group")
}

// heading reports whether a country is named as the one that leads the mission: "led by
// Kenya", "the Kenya-led mission".
func (s *sentence) heading(l series) bool {
	if strings.HasSuffix(s.toks[l.from].norm, "-led") {
		return s.any(l.to, min(l.to+4, len(s.toks)), "mission")
	}
	_, led := s.preceded("led.by", l.from)
	return led && s.any(0, len(s.toks), "mission", "organisation.mission")
}

// joinedBy reports whether a Russian verb of taking part stands right before a list:
// "участвуют Кения и Руанда".
func (s *sentence) joinedBy(l series) bool {
	return s.doc.lex.lang == "ru" && l.from > 0 && s.covered(l.from-1, "participate") && !s.covered(l.from-1, "loc.in")
}

// groups are the classes of those who move, as heads of "from" and of "of".
var groups = []string{"people.military", "people.relief", "mission.group", "aircraft", "vessel", "equipment", "flight"}

// series reads the list that a country stands in, and what stands before it.
func (s *sentence) series(n nation, nations []nation) series {
	l := series{from: n.from, to: n.to, host: n.code == s.doc.host}
	for _, m := range nations {
		switch {
		case m.adj || m.place && s.doc.lex.lang != "ru":
		case m.from >= l.to && s.chain(l.to, m.from):
			l.to, l.several = m.to, true
			l.host = l.host || m.code == s.doc.host
		}
	}
	for i := len(nations) - 1; i >= 0; i-- {
		if m := nations[i]; !m.adj && !m.place && m.to <= l.from && s.chain(m.to, l.from) {
			l.from, l.several = m.from, true
			l.host = l.host || m.code == s.doc.host
		}
	}
	at := l.from
	for at > 0 && (small[s.toks[at-1].norm] && !s.covered(at-1, "loc.from") || s.toks[at-1].norm == "republic") {
		at--
	}
	m, away := s.before("loc.from", at)
	colon := at > 0 && (s.toks[at-1].text == ":" || s.toks[at-1].text == "(" || s.toks[at-1].text == "—") && s.any(0, at, "countries")
	if _, ok := s.before("countries", max(0, at-1)); ok && at > 0 && s.toks[at-1].text == "," {
		colon = l.several // "the help of four countries, Spain, Qatar, …"
	}
	switch _, lead := s.before("list.lead", at); {
	case lead || colon:
		l.lead = true
		return l
	case away && (s.toks[m.from].norm == "by" || s.toks[m.from].norm == "par"):
		l.agent = s.any(max(0, m.from-3), m.from, "contribute", "move.in", "move.out", "move.evacuate")
		return l
	case away:
		at, l.preposed = m.from, s.toks[m.from].norm != "depuis"
		if office, ok := s.before("institution", at); ok {
			if m, ok := s.preceded("loc.from", office.from); ok {
				at = m.from // "a team from the Fire Service of Bangladesh"
			}
		}
	case s.doc.lex.lang == "ru" && at == l.from:
		l.preposed = true // "миротворцы Армении": the head must stand right before
	default:
		return l
	}
	linked := false
	for at > 0 && (copulas[s.toks[at-1].norm] || s.toks[at-1].kind == ordinal || s.covered(at-1, "of.origin")) {
		linked = linked || copulas[s.toks[at-1].norm]
		at--
		if s.covered(at, "of.origin") && at > 1 && s.toks[at-1].text == "," {
			at-- // "police officers, all of them from Kenya"
		}
	}
	for _, class := range append([]string{"people.evacuee", "people.side"}, groups...) {
		if h, ok := s.before(class, at); ok && h.to > l.head.to {
			l.head = h
		}
	}
	if h, ok := s.before("people.force.men", at); ok && l.head.to == 0 && s.any(0, len(s.toks), "mission") {
		l.head = h // "7,000 men from Senegal and Togo"
	}
	if c := s.clauseOf(l.from); linked && away && l.head.to == 0 {
		for _, m := range s.marks[s.starting(c.from):] {
			if m.from < at && slices.Contains(groups, m.class) {
				l.head = m // "Troops for the mission in Haiti come from Kenya"
				break
			}
		}
	}
	if !away && l.head.to == 0 {
		l.preposed = false
	}
	_, l.homeward = s.preceded("return", l.from)
	return l
}

// elliptic reports whether a verb said before holds for a country too: "Armenia
// sent a hundred soldiers, Belarus a company".
func (s *sentence) elliptic(n nation, at int) bool {
	row := false
	if at < len(s.toks) {
		switch s.toks[at].text {
		case "|":
			row = s.toks[0].text == "|" // of a table
			at++
		case "—", "–", "-":
			at++
		}
	}
	if !row && !s.any(0, n.from, "contribute") || at >= len(s.toks) || !s.covered(at, "number.article", "number", "about") && !s.toks[at].digitLike() {
		return false
	}
	return s.any(at, min(at+4, len(s.toks)), "mission.group", "people.military", "people.relief") || row && s.any(at, len(s.toks), groups...)
}

// possessed reads "Kenya's contingent", with a verb of moving in its clause.
func (s *sentence) possessed(n nation) (act int, ok bool) {
	if n.to >= len(s.toks) || s.toks[n.to].norm != "'s" || !s.any(n.to+1, min(n.to+4, len(s.toks)), "mission.group", "people.military", "people.relief") || s.any(n.to+1, min(n.to+5, len(s.toks)), "institution", "title") {
		return 0, false
	}
	c := s.clauseOf(n.from)
	return n.from, s.any(c.from, c.to, "move.in", "move.out", "contribute")
}

// predicate looks behind a subject that ends at token i for a verb of sending,
// leaving or evacuating; "announced that it" passes the subject on.
func (s *sentence) predicate(i int) (act int, ok bool) {
	i = s.inserted(i)
	end := min(i+7, len(s.toks))
	for ; i < end; i++ {
		t := s.toks[i]
		if t.kind == punct && t.text != "," && t.text != "-" {
			return 0, false
		}
		if s.covered(i, "country") || t.text == "," && s.any(i+1, min(i+5, len(s.toks)), "country", "demonym", "organisation") {
			return 0, false
		}
		if m, found := s.at("have", i); found && s.any(m.to, min(m.to+4, len(s.toks)), "people.military", "people.relief", "mission.group") && !s.any(m.to, min(m.to+4, len(s.toks)), "contribute", "say", "decide") && s.any(0, len(s.toks), "mission") {
			return i, true // "Poland has a company in the same battalion"
		}
		for _, class := range []string{"contribute", "participate", "withdraw"} {
			m, found := s.at(class, i)
			if found && class == "contribute" && s.any(m.to, min(m.to+3, len(s.toks)), "request.noun") {
				continue // who sends a request sends nobody
			}
			if !found || s.passive(i) && !(class == "withdraw" && s.doc.lex.lang == "fr") {
				continue
			}
			if class == "participate" && (s.any(0, len(s.toks), "mission", "organisation.mission", "move.evacuate") || s.doc.follows(s) || s.doc.opens("mission", "organisation.mission", "people.military", "people.relief")) {
				return i, true // "have confirmed their participation"
			}
			if class == "withdraw" && (s.any(0, len(s.toks), "mission", "organisation.mission") || s.doc.follows(s) || s.doc.opens("mission", "organisation.mission")) {
				return i, true
			}
			if class == "contribute" && s.numberIn(m.to, min(m.to+2, len(s.toks))) && s.any(0, i, "people.military", "people.relief") {
				return i, true // "tandis que le Ghana en a envoyé 200"
			}
			if class == "contribute" && s.any(m.to, len(s.toks), "people.military", "people.relief", "people.plain", "equipment", "aircraft", "move.relief", "move.evacuate", "mission", "flight", "people.evacuee", "equipment.mass", "vessel", "help", "demonym", "mission.group") {
				return i, true
			}
		}
		if m, found := s.at("say", i); found {
			if k, told := s.tells(m.to); told {
				return k, true // "announced the evacuation of"
			}
			if own, told := s.has("own", m.to, min(m.to+4, len(s.toks))); told && s.any(own.to, min(own.to+5, len(s.toks)), "aircraft", "flight", "people.military", "people.relief") {
				return own.from, true // "Russia's ministry says its fifth plane has landed"
			}
			next := s.passed(m.to)
			if next == 0 {
				return 0, false
			}
			i = next - 1
			end = min(next+6, len(s.toks))
			continue
		}
	}
	return 0, false
}

// tells finds what somebody says that they do, as a thing: "the evacuation", "l'envoi".
func (s *sentence) tells(i int) (int, bool) {
	for i < len(s.toks) && s.timed(i) {
		i++
	}
	_, ok := s.at("infinitive", i)
	return i, ok
}

// passed is where the words of a speaker about itself begin: behind "that it",
// "qu'elle", "что".
func (s *sentence) passed(i int) int {
	for k := i; k < min(i+4, len(s.toks)); k++ {
		if _, ok := s.at("pronoun", k); ok {
			return k + 1
		}
		if s.toks[k].norm == "что" && k+1 < len(s.toks) && s.covered(k+1, "contribute") {
			return k + 1
		}
		if k == i && s.covered(k, "contribute") {
			return k
		}
	}
	return 0
}

// passive reports whether a form of "be" stands before a verb.
func (s *sentence) passive(i int) bool {
	return i > 0 && s.covered(i-1, "be") && !strings.HasSuffix(s.toks[i].norm, "ing")
}
