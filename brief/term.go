package brief

import "strings"

// term reads a length of time that has no number of its own: the whole of it is a
// phrase of the table ("сроком на год", "for a year"), or it is an adjective of the
// stay ("a six-month deployment", "the 90-day mission").
func (s *sentence) term(i int) (moment, bool) {
	if m, ok := s.at("term", i); ok {
		lead, led := s.has("last", max(0, i-2), i)
		if !led {
			lead, led = s.before("term.for", i)
		}
		n, unit, _ := strings.Cut(m.value, " ")
		if !led {
			return moment{}, false
		}
		return moment{from: lead.from, to: m.to, core: i, rel: lasts, n: float(n), unit: unit, prec: Exact}, true
	}
	number, unit, ok := strings.Cut(s.toks[i].norm, "-")
	if !ok || s.doc.lex.lang != "en" || !s.any(i+1, min(i+4, len(s.toks)), "term.of") {
		return moment{}, false
	}
	n, known := s.doc.lex.number(number)
	for _, e := range s.doc.lex.first[whole][unit] {
		if known && e.class == "unit" && n > 0 {
			return moment{from: i, to: i + 1, core: i, rel: lasts, n: n, unit: e.value, prec: Exact}, true
		}
	}
	return moment{}, false
}

// termed reports whether a length of time says how long somebody is sent: "for"
// before it, in a clause about sending them or about their mandate.
func (s *sentence) termed(m moment, c clause) bool {
	if s.any(m.core, m.to, "term") || s.any(m.to, min(m.to+3, len(s.toks)), "term.of") && strings.Contains(s.toks[m.core].norm, "-") {
		return s.any(c.from, c.to, "contribute", "move.in", "move.out", "decide", "decide.noun", "mission", "serve", "last", "people.military", "people.relief")
	}
	at := m.from
	for at > c.from && s.covered(at-1, "term.more") {
		at--
	}
	if _, ok := s.before("term.for", at); !ok {
		return false
	}
	return s.any(c.from, m.from, "contribute", "move.in", "decide", "decide.noun", "serve") && !s.any(m.to, min(m.to+2, len(s.toks)), "time.ago")
}
