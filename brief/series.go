package brief

// series is a list of countries, tokens [from, to), and what it belongs to.
type series struct {
	from, to int
	several  bool
	host     bool // the host is one of them
	preposed bool // "from", "of" or a Russian genitive stands before it
	homeward bool // they are where people go
	lead     bool // "including", "namely" stands before it
	agent    bool // "provided by" stands before it
	head     mark // the people or things before the preposition
}

// copulas join people to where they are from.
var copulas = map[string]bool{"are": true, "were": true, "come": true, "came": true, "is": true, "hail": true, "mainly": true, "sont": true, "étaient": true, "viennent": true, "venaient": true, "proviennent": true}

// moving reports whether a sentence speaks of people who are sent or taken
// back, and not of evacuees.
func (s *sentence) moving() bool {
	return s.any(0, len(s.toks), "people.military", "people.relief", "mission.group") && s.any(0, len(s.toks), "move.in", "move.out", "contribute") && !s.any(0, len(s.toks), "move.evacuate", "people.evacuee")
}

// chain reports whether only a list stands between two countries.
func (s *sentence) chain(from, to int) bool {
	if to-from > 8 || s.doc.lex.lang == "en" && from < to && s.toks[from].norm == "from" {
		return false // "the soldiers of Kenya from Haiti"
	}
	for i := from; i < to; i++ {
		t := s.toks[i]
		bracket := t.text == "(" && i+2 < to && s.toks[i+2].text == ")" || t.text == ")" || i > from && s.toks[i-1].text == "("
		if !(t.text == "," || bracket || s.covered(i, "list.and", "country", "loc.from") || small[t.norm]) {
			return false
		}
	}
	return true
}

// membership reports whether a list is one of those that take part: "the
// troop-contributing countries are …", "the eight countries of the mission, namely …".
func (s *sentence) membership(n nation, l series) bool {
	if s.any(0, len(s.toks), "contributors") && (l.several || l.lead) {
		return true
	}
	if p := s.doc.previous(s); p != nil && p.index == s.index && s.covered(0, "these") && l.from <= 5 && p.any(0, len(p.toks), "countries") && p.any(0, len(p.toks), "contribute", "participate", "contributors") {
		return true // "Eight countries have sent troops. These are …"
	}
	if l.from > 0 && s.covered(l.from-1, "be") && s.any(0, l.from, "countries") && s.any(0, l.from, "contribute", "participate") {
		return true // "the countries contributing troops are"
	}
	if !l.lead || !s.any(0, l.from, "countries") || s.any(max(0, l.from-14), l.from, "people.evacuee") {
		return false
	}
	return s.any(0, len(s.toks), "contribute", "mission", "organisation.mission", "move.out", "move.in", "help")
}

// origin reports whether a clause begins with where people come from: "Du Qatar sont
// venus 87 secouristes", "из Испании прибыли 56 спасателей".
func (s *sentence) origin(n nation) bool {
	m, ok := s.preceded("loc.from", n.from)
	if !ok || n.place || n.code == s.doc.host {
		return false
	}
	c := s.clauseOf(n.from)
	return m.from-c.from <= 1 && s.any(n.to, min(n.to+3, c.to), "come") && s.any(n.to, c.to, "people.military", "people.relief", "people.plain") && !s.any(c.from, c.to, "people.evacuee", "move.evacuate")
}

// inserted passes over a phrase between commas behind a subject, that says on whose
// word or when: "Egypt, at the request of Somalia, will join".
func (s *sentence) inserted(i int) int {
	if i >= len(s.toks) || s.toks[i].text != "," {
		return i
	}
	for k := i + 1; k < min(i+12, len(s.toks)); k++ {
		if s.toks[k].text == "," && s.any(i, k, "request.of", "decide.by", "according", "month", "weekday") {
			return k + 1
		}
	}
	return i
}
