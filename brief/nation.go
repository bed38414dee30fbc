package brief

import "strings"

// countryIn is the country in the value of a place or a mission: "Goma,CD", "UN,ML".
func countryIn(value string) string {
	_, code, _ := strings.Cut(value, ",")
	return code
}

// nameIn is the name or the organisation in the value of a place or a mission.
func nameIn(value string) string {
	name, _, _ := strings.Cut(value, ",")
	return name
}

// nation is a country named in a sentence, and how.
type nation struct {
	mark
	code  string
	where bool // "in", "to", "out of": a place rather than one who acts
	adj   bool // a demonym
	place bool // a town or an airfield of it
}

// nations lists the countries that a sentence names.
func (s *sentence) nations() []nation {
	if !s.named {
		s.named, s.countries = true, s.findNations()
	}
	return s.countries
}

func (s *sentence) findNations() (out []nation) {
	for _, m := range s.marks {
		switch m.class {
		case "country":
			if n := len(out); n > 0 && out[n-1].to > m.from || s.covered(m.from, "body") && s.bodyOf(m.from) == m.value {
				continue
			}
			out = append(out, nation{mark: m, code: m.value, where: s.located(m), adj: s.adjunct(m)})
		case "demonym":
			if s.covered(m.from, "country") || len(out) > 0 && out[len(out)-1].to > m.from {
				continue
			}
			if m.from > 0 && s.covered(m.from-1, "ethnic") {
				continue
			}
			if s.covered(max(0, m.from-1), "reporter") || s.covered(m.to, "reporter") && m.to < len(s.toks) {
				continue // "le média français"
			}
			out = append(out, nation{mark: m, code: m.value, adj: true})
		case "body":
			if len(m.value) == 2 && m.value != "UN" && m.value != "AU" && m.value != "EU" {
				// the Kremlin, the Royal Air Force
				out = append(out, nation{mark: m, code: m.value, adj: m.to < len(s.toks) && s.covered(m.to, "aircraft", "flight", "mission.group", "people.military")})
			}
		case "place":
			out = append(out, nation{mark: m, code: countryIn(m.value), where: true, place: true})
		}
	}
	return out
}

// bodyOf is whose a body that token i lies in is: Russia of "МЧС России".
func (s *sentence) bodyOf(i int) string {
	for _, m := range s.marks {
		if m.class == "body" && m.from < i && i < m.to {
			return m.value
		}
	}
	return ""
}

// adjunct reports whether an English name stands as an adjective: "US troops".
func (s *sentence) adjunct(m mark) bool {
	if s.doc.lex.lang != "en" || m.to >= len(s.toks) || s.located(m) || strings.HasSuffix(s.toks[m.from].norm, "-led") {
		return false
	}
	for _, class := range []string{"people.military", "people.relief", "mission.group", "institution", "title"} {
		if _, ok := s.at(class, m.to); ok {
			return true
		}
	}
	return false
}

// metonym reports whether a capital stands for its government: it begins a
// clause or what somebody said, and acts; or it is who asked, helped or decided.
func (s *sentence) metonym(n nation) bool {
	if !n.place {
		return false
	}
	if m, ok := s.before("loc.from", n.from); ok {
		if w := s.toks[m.from].norm; w == "by" || w == "par" {
			return s.any(max(0, m.from-4), m.from, "request", "decide", "contribute", "say", "accept") || s.covered(m.from, "request.of", "decide.by")
		}
		return s.any(max(0, m.from-1), m.from, "help", "request.noun", "decide.noun") || s.covered(m.from, "request.of", "decide.by", "according")
	}
	if n.from > 0 && s.covered(n.from-1, "party.with") && !s.any(n.from, n.from+1, "leave") && s.any(max(0, n.from-6), n.from, "event", "distract", "decide.noun", "agreement", "help") {
		return true // "the accord with Washington"
	}
	if s.located(n.mark) {
		return false
	}
	if at := n.from - 1; at > 0 && small[s.toks[at].norm] && s.any(max(0, at-2), at, "body") {
		return true // "le gouvernement de Ljubljana"
	}
	said := n.from > 0 && (s.covered(n.from-1, "say", "conjunction", "opener", "time.word", "weekday"))
	if s.worded(s.clauseOf(n.from).from, n.from) && !said {
		return false
	}
	reach := 3
	if m, ok := s.at("place", n.to+1); ok && s.covered(n.to, "list.and") {
		n.to, reach = m.to, 4 // "Niamey and Washington have also confirmed"
	}
	return s.any(n.to, min(n.to+reach, len(s.toks)), "contribute", "withdraw", "decide", "say", "finish", "begin", "plan", "request", "people.total", "maybe", "accept")
}

var articles = map[string]bool{"the": true, "a": true, "an": true, "l'": true, "la": true, "le": true, "un": true, "une": true}

// located reports whether words that say where stand before a name.
func (s *sentence) located(m mark) bool {
	at := m.from
	for at > 0 && (articles[s.toks[at-1].norm] || s.covered(at-1, "direction")) {
		at-- // "to northern Kosovo"
	}
	for _, to := range []int{m.from, at} {
		if _, ok := s.before("loc.in", to); ok {
			return true
		}
		if _, ok := s.before("leave", to); ok {
			return true
		}
		if _, ok := s.before("return", to); ok {
			return true
		}
	}
	return false
}

// subject reports whether a country acts: nothing before it says where.
func (s *sentence) subject(n nation) bool { return !n.where && !n.adj && !n.place }

// preceded finds a phrase of a class that ends before token i, over articles and
// titles.
func (s *sentence) preceded(class string, i int) (mark, bool) {
	for k := i; k >= max(0, i-3); k-- {
		if m, ok := s.before(class, k); ok {
			return m, true
		}
		if k > 0 && !small[s.toks[k-1].norm] && !s.covered(k-1, "title", "institution", "demonym") {
			break
		}
	}
	return mark{}, false
}

var small = map[string]bool{"the": true, "l'": true, "la": true, "le": true, "les": true, "du": true, "de": true, "des": true, "d'": true, "of": true, "republic": true, "république": true, "autorités": true, "authorities": true, "government": true, "gouvernement": true, "власти": true, "властей": true, "республики": true, "правительства": true, "её": true}

// outOf reports whether "from", "du", "из" stands before a name.
func (s *sentence) outOf(n nation) bool {
	if n.adj {
		return false
	}
	at := n.from
	for at > 0 && small[s.toks[at-1].norm] && s.toks[at-1].norm != "de" && s.toks[at-1].norm != "du" && s.toks[at-1].norm != "of" && s.toks[at-1].norm != "d'" {
		at--
	}
	_, ok := s.before("loc.from", at)
	_, in := s.before("loc.in", n.from)
	return ok && !in
}
