package brief

import (
	"slices"
	"strings"
)

// mostly reports whether adjectives say where most of those named before come from.
func (s *sentence) mostly(n nation) bool {
	from := n.from
	for _, m := range slices.Backward(s.nations()) {
		if m.class == "demonym" && m.to < from && s.chain(m.to, from) {
			from = m.from
		}
	}
	return from > 0 && s.covered(from-1, "of.origin") && s.any(0, from, groups...)
}

// nationals reads a people named as one who acts: "les Suisses fournissent", "the
// Kenyans and the Rwandans have left", "рядом работали казахи и испанцы".
func (s *sentence) nationals(n nation) (act int, ok bool) {
	if !s.isPeople(n.mark) {
		return 0, false
	}
	from, to := n.from, n.to
	for grown := true; grown; {
		grown = false
		for _, m := range s.nations() {
			if m.class != "demonym" || !s.isPeople(m.mark) {
				continue
			}
			if m.from > to && s.chain(to, m.from) {
				to, grown = m.to, true
			}
			if m.to < from && s.chain(m.to, from) {
				from, grown = m.from, true
			}
		}
	}
	if s.numberIn(max(0, from-2), from) || s.any(max(0, from-3), from, "about", "at_least", "at_most", "number", "leave", "toward") {
		return 0, false // they are counted, and carried
	}
	if s.any(to, min(to+4, len(s.toks)), "serve", "participate", "withdraw", "begin", "move.in") {
		return n.from, true
	}
	if s.doc.lex.lang == "ru" && s.any(max(0, from-2), from, "serve", "participate") {
		return n.from, true
	}
	return s.predicate(to)
}

// isPeople reports whether a demonym is a noun: French writes it with a capital,
// Russian has words of their own for it, English sets "the" before it.
func (s *sentence) isPeople(m mark) bool {
	if m.to < len(s.toks) && s.toks[m.to].kind == word && !s.lesser(m.to) && !s.covered(m.to, "serve", "participate", "withdraw") {
		return false
	}
	switch s.doc.lex.lang {
	case "fr":
		return s.toks[m.from].capital && m.from > 0
	case "en":
		return m.from > 0 && s.toks[m.from-1].norm == "the"
	}
	t := s.toks[m.from]
	return !t.capital && !hasAny(t.norm, "ск", "цк")
}

// near reports whether a phrase of one of the classes stands within four words.
func (s *sentence) near(n nation, classes ...string) bool {
	from, to := n.from, s.chainEnd(n)
	for k := max(0, from-4); k < min(to+4, len(s.toks)); k++ {
		if (k < n.from || k >= n.to) && s.covered(k, classes...) {
			return true
		}
	}
	return false
}

// chainEnd is where a list of adjectives ends that begins with one: "Senegalese,
// Nigerian and Togolese troops".
func (s *sentence) chainEnd(n nation) int {
	to := n.to
	for _, m := range s.nations() {
		if m.class == "demonym" && m.from > to && s.chain(to, m.from) {
			to = m.to
		}
	}
	return to
}

// titledNear reports whether an adjective belongs to an office or a ministry.
func (s *sentence) titledNear(n nation) bool {
	if s.any(n.to, min(n.to+4, len(s.toks)), "contribute") {
		return false
	}
	return s.any(max(0, n.from-3), n.from, "title", "institution") || s.any(n.to, min(n.to+3, len(s.toks)), "title", "institution")
}

// hasAny reports whether a word holds one of some letters, as Russian adjectives do.
func hasAny(norm string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(norm, p) })
}

// institutional reads the verb of a nation's army or ministry: "the Algerian Air
// Force took off", "l'armée française a retiré".
func (s *sentence) institutional(n nation) (act int, ok bool) {
	for _, k := range []int{n.to, n.to + 1} {
		for _, class := range []string{"institution", "title"} {
			if m, found := s.at(class, k); found {
				if class == "institution" && s.any(m.to, min(m.to+1, len(s.toks)), "people.military", "people.relief", "people.plain") {
					return n.from, true // "New Zealand Defence Force staff will be deployed"
				}
				if at := n.from - 1; class == "title" && at >= 0 && (s.toks[at].norm == "by" || s.toks[at].norm == "par") {
					return 0, false // "chaired by Armenian Prime Minister …"
				}
				return s.predicate(m.to)
			}
		}
	}
	if _, found := s.before("institution", n.from); found {
		return s.predicate(n.to)
	}
	return 0, false
}

// peopled reports whether an adjective belongs to people or things that move:
// "les soldats kirghizes", "Kyrgyz peacekeepers".
func (s *sentence) peopled(n nation) bool {
	if !s.mostly(n) && !s.near(n, append([]string{"people.military.other"}, groups...)...) || s.titledNear(n) {
		return false
	}
	if c := s.clauseOf(n.from); s.any(c.from, n.from, "dead.verb") && !s.any(c.from, n.from, "contribute", "mission", "serve") {
		return false // "a bomb killed thirteen American servicemen"
	}
	if end := s.chainEnd(n); s.any(end, min(end+1, len(s.toks)), "title", "people.side", "people.evacuee") || s.doc.lex.lang == "fr" && n.from > 0 && s.toks[n.from].capital {
		return false // French writes adjectives small: "87 Bulgares" are people
	}
	if s.mostly(n) {
		return true // "the 600 troops, mostly Kenyan"
	}
	if s.near(n, "people.peace", "people.sent") {
		return true // peacekeepers and contingents are away from home
	}
	return s.any(0, len(s.toks), "move.in", "move.out", "contribute", "move.evacuate", "return", "leave", "serve") || s.doc.follows(s)
}
