package brief

import "strings"

// findHost weighs the countries by how they are named beside what moves; the
// mission is in the heaviest.
func (r *reading) findHost() {
	type claim struct {
		weight float64
		s      *sentence
		m      mark
		rank   int // which was named first
	}
	claims := map[string]*claim{}
	evacuation := r.evacuates()
	sends := r.sending()
	for k, s := range r.sents {
		moves := s.any(0, len(s.toks), "move.in", "move.out", "move.evacuate", "move.relief", "contribute")
		mission := s.any(0, len(s.toks), "mission", "people.military", "people.relief", "people.evacuee", "people.plain")
		nations := s.nations()
		bygone := s.yearsBack(0, len(s.toks)) && !s.any(0, len(s.toks), "future")
		for _, n := range nations {
			var w float64
			_, leaves := s.preceded("leave", n.from)
			returns := s.homeward(n)
			out := s.outOf(n)
			if _, on := s.preceded("toward", n.from); on && (s.any(0, len(s.toks), "people.evacuee", "move.evacuate") || evacuation && s.any(0, len(s.toks), "aircraft", "flight")) {
				returns = true // where evacuees are brought
			}
			homeward := (returns || sends[n.code] && n.where && s.any(max(0, n.from-3), n.from, "bound")) && !leaves
			switch {
			case s.any(max(0, n.from-5), n.from, "decide.by"):
				w = -1
			case s.mandated(n):
				w = 2
			case n.place && s.presided(n.from) && s.any(max(0, n.from-7), n.from, "request.noun"):
				w = 3 // "l'appel lancé par Santiago"
			case s.metonym(n) && !s.covered(max(0, n.from-1), "request.of"):
				w = -1.5
				if s.any(n.to, min(n.to+5, len(s.toks)), "agreement") {
					w = 0 // "N'Djamena ended military cooperation"
				}
			case s.capitalOf(n):
				w = 2
			case n.where && s.any(max(0, n.from-3), n.from, "request") && !s.any(max(0, n.from-3), n.from, "contribute", "move.in"):
				w = -1 // "demandé aux États-Unis de partir"
			case n.adj && moves && s.any(n.to, min(n.to+2, len(s.toks)), "people.military", "people.relief", "mission.group"):
				w = -1.5
			case !n.adj && !n.place && s.supplies(n, nations):
				w = -1
			case n.adj && s.near(n, "territory") && (s.any(max(0, n.from-2), n.from, "territory") || s.covered(n.to, "territory")):
				w = 3 // "hors du territoire soudanais"
			case s.any(max(0, n.from-3), n.from, "stationed"):
				w = 0.3
			case s.citizens(n):
				w = -1.5 // of whom people are evacuated
			case n.adj:
				w = 0.3
			case s.spoken(n):
				w = 0
			case n.class == "body":
				w = 0.1 // it acts abroad as often as at home
			case s.asks(n), s.struck(n), s.pleads(n):
				w = 3
			case strings.HasSuffix(s.toks[n.from].norm, "-led"):
				w = -1
			case s.garrison(n):
				w = -1 // "Townsville soldiers"
			case homeward:
				w = -2
			case leaves && mission && n.place && s.elsewhere(n, nations):
				w = -1 // "left Bujumbura for Bangui"
			case leaves && mission:
				w = 4
			case s.titular(n):
				w = 0.3
			case out && s.leaving(n):
				w = 3
			case out && n.place:
				w = 0.7
			case out:
				w = -1
			case n.where && moves && mission && n.place:
				w = 1.5
			case n.where && moves && mission:
				w = 3
			case n.where && (moves || mission):
				w = 1.5
			case n.where:
				w = 1
			case n.place:
				w = 0.3
			case s.any(n.to, min(n.to+3, len(s.toks)), "contribute") && s.subject(n):
				w = -1.5
			default:
				w = 0.5
			}
			if s.block.own && n.where {
				w++
			}
			if s.block.own && n.class == "country" && !n.adj && n.to < len(s.toks) && s.toks[n.to].text == ":" {
				w += 3 // "Niger : …" over an article
			}
			if s.any(max(0, n.from-6), n.from, "event") && n.where && !n.place {
				w += 2
			}
			if _, ok := s.preceded("request.of", n.from); ok {
				w += 3
			}
			switch {
			case k > 40:
				w /= 4
			case bygone && w > 0:
				w /= 2 // of an earlier mission, perhaps elsewhere
			case k < 2:
				w *= 1.6
			}
			c := claims[n.code]
			if c == nil {
				c = &claim{s: s, m: n.mark, rank: len(claims)}
				claims[n.code] = c
			}
			if w > 0 && (c.weight <= 0 || !n.adj && !n.place && c.m.class != "country") {
				c.s, c.m = s, n.mark
			}
			c.weight += w
		}
		for _, m := range s.marks {
			if m.class == "organisation.mission" && len(countryIn(m.value)) == 2 && !bygone {
				code := countryIn(m.value)
				if claims[code] == nil {
					claims[code] = &claim{s: s, m: m, rank: len(claims)}
				}
				claims[code].weight += 2
			}
		}
	}
	best, second := "", ""
	least := 0.6
	likely := 0
	for _, c := range claims {
		if c.weight > 0 {
			likely++
		}
	}
	if likely == 1 {
		least = 0.3
	}
	for code, c := range claims {
		if best == "" || c.weight > claims[best].weight || c.weight == claims[best].weight && c.rank < claims[best].rank {
			best, second = code, best
		} else if second == "" || c.weight > claims[second].weight {
			second = code
		}
	}
	if best == "" || claims[best].weight < least {
		return
	}
	r.host = best
	c := claims[best]
	r.add(c.s, c.m.from, c.m.to, Fact{Kind: Host, Value: best, Precision: Exact})
	if second != "" && claims[second].weight > claims[best].weight*0.8 && claims[second].weight >= 3 {
		o := claims[second]
		r.warn(o.s, o.m.from, o.m.to, "two_readings", hostInDoubt.Text(second, best))
	}
}

// sending lists the countries that send or withdraw: where their soldiers leave for is
// home, "120 soldiers left for France".
func (r *reading) sending() map[string]bool {
	out := map[string]bool{}
	for _, s := range r.sents {
		for _, n := range s.nations() {
			if s.subject(n) && s.any(n.to, min(n.to+4, len(s.toks)), "contribute", "withdraw") {
				out[n.code] = true
			}
		}
	}
	return out
}

// elsewhere reports whether a sentence says where those go who leave a town: "left
// Bujumbura bound for Mali".
func (s *sentence) elsewhere(n nation, nations []nation) bool {
	for _, m := range nations {
		if _, on := s.preceded("toward", m.from); on && m.code != n.code {
			return true
		}
	}
	return false
}

// homeward reports whether a country is where people go back to: "le retour de
// tous les militaires en France".
func (s *sentence) homeward(n nation) bool {
	if _, ok := s.preceded("return", n.from); ok {
		return true
	}
	c := s.clauseOf(n.from)
	return n.where && !n.place && s.any(max(c.from, n.from-8), n.from, "return.noun") && !s.any(max(c.from, n.from-8), n.from, "leave")
}

// supplies reports whether a country stands in a list of those whose troops come:
// "soldiers from Ghana, Mali and Togo".
func (s *sentence) supplies(n nation, nations []nation) bool {
	l := s.series(n, nations)
	if s.doc.lex.lang == "en" && l.from > 0 && s.toks[l.from-1].norm == "of" && !s.covered(l.from-1, "leave") && (l.head.class == "people.military" || l.head.class == "people.relief") {
		return true // "the 400 soldiers of Kenya"
	}
	return l.preposed && l.several && l.head.to > 0 && l.head.class != "people.evacuee" && !s.any(0, l.head.from, "leave", "move.out")
}

// citizens reports whether a country only says whose the evacuees are: "British
// nationals", "граждан России".
func (s *sentence) citizens(n nation) bool {
	if s.covered(n.from, "people.evacuee") {
		return true
	}
	if n.adj {
		return s.covered(n.to, "people.evacuee")
	}
	at := n.from
	for at > 0 && (small[s.toks[at-1].norm] || s.covered(at-1, "loc.from")) {
		at--
	}
	people, ok := s.before("people.evacuee", at)
	if ok && at < n.from && s.any(s.clauseOf(at).from, people.to, "move.evacuate") {
		return false // "évacuer 900 ressortissants étrangers du Soudan", "les évacués du Niger"
	}
	return ok && !n.place && !s.any(at, n.from, "leave") && s.toks[max(0, n.from-1)].norm != "from" && s.toks[max(0, n.from-1)].norm != "из"
}

// asks reports whether a country asks for help: the mission comes to it.
func (s *sentence) asks(n nation) bool {
	if v, ok := s.has("request.make", n.to, min(n.to+4, len(s.toks))); ok && !n.adj && !n.where && s.any(v.to, min(v.to+4, len(s.toks)), "request.noun") {
		return true // "Haiti made a formal request"
	}
	m, ok := s.has("request", n.to, min(n.to+5, len(s.toks)))
	return ok && !n.adj && !n.where && s.appeal(m) || s.any(n.to, min(n.to+4, len(s.toks)), "accept") && !n.adj || !n.adj && !n.where && s.any(n.to, min(n.to+8, len(s.toks)), "accept") && s.any(0, len(s.toks), "mission", "people.military", "help")
}

// pleads reports whether a request is made by a country: "a request for help made by
// Haiti".
func (s *sentence) pleads(n nation) bool {
	return !n.adj && !n.place && s.presided(n.from) && s.any(max(0, n.from-7), n.from, "request.noun") && !s.any(max(0, n.from-3), n.from, "answer")
}

// leaving reports whether a movement out belongs to "from" before a name, and
// not people who are from there.
func (s *sentence) leaving(n nation) bool {
	c := s.clauseOf(n.from)
	if !s.any(0, n.from, "move.out", "move.evacuate") && !s.any(c.from, c.to, "move.out", "move.evacuate") {
		return false
	}
	at := n.from
	for at > 0 && (small[s.toks[at-1].norm] || s.covered(at-1, "loc.from")) {
		at--
	}
	for _, class := range []string{"people.military", "people.relief", "mission.group"} {
		if _, ok := s.before(class, at); ok && !s.any(0, at, "move.out", "move.evacuate") {
			return false
		}
	}
	return true
}

// titular reports whether a country only says whose somebody is: "the president
// of France".
func (s *sentence) titular(n nation) bool {
	if n.adj || n.where {
		return false
	}
	at := n.from
	for at > 0 && small[s.toks[at-1].norm] {
		at--
	}
	for _, class := range []string{"title", "institution"} {
		if _, ok := s.before(class, at); ok {
			return true
		}
	}
	return false
}

// spoken reports whether a town is only where somebody spoke or decided: "told
// reporters in Oslo", "on Tuesday in Pretoria approved".
func (s *sentence) spoken(n nation) bool {
	return n.place && (s.any(max(0, n.from-4), n.from, "told") || s.any(n.to, min(n.to+2, len(s.toks)), "decide"))
}

// garrison reports whether an English town says where people come from: "Townsville
// soldiers", "the Fort Drum-based brigade".
func (s *sentence) garrison(n nation) bool {
	if s.doc.lex.lang != "en" || !n.place || s.located(n.mark) {
		return false
	}
	return strings.HasSuffix(s.toks[n.from].norm, "-based") || s.any(n.to, min(n.to+1, len(s.toks)), "people.military", "people.relief")
}

// capitalOf reports whether a country is named for its capital, where something
// happens: "the Solomon Islands capital", "la capitale du Mali".
func (s *sentence) capitalOf(n nation) bool {
	if n.place {
		return false
	}
	at := n.from
	for at > 0 && small[s.toks[at-1].norm] {
		at--
	}
	_, before := s.before("capital", at)
	_, behind := s.at("capital", n.to)
	return before || behind
}

// mandated reports whether a name stands before the word for a mission: "the
// Haiti mission", "Kosovo force".
func (s *sentence) mandated(n nation) bool {
	if s.doc.lex.lang != "en" || n.to >= len(s.toks) || s.covered(n.from, "demonym") && !s.covered(n.from, "country") || strings.HasSuffix(s.toks[n.from].norm, "-led") {
		return false
	}
	switch s.toks[n.to].norm {
	case "mission", "operation", "force", "deployment", "withdrawal", "pullout", "evacuation", "airlift", "crisis":
		return true
	}
	return false
}

// struck reports whether a disaster is named after a country, or hit it:
// "Türkiye earthquake", "un séisme a secoué le sud de la Turquie".
func (s *sentence) struck(n nation) bool {
	if !n.place && s.any(max(0, n.from-7), n.from, "hit") && s.disaster() && !s.punctBetween(n.from-1, n.from) {
		return true
	}
	m, ok := s.at("event", n.to)
	if !ok || n.place {
		return false
	}
	return disasters[m.value]
}

// disaster reports whether a sentence names one.
func (s *sentence) disaster() bool {
	for _, m := range s.marks {
		if m.class == "event" && disasters[m.value] {
			return true
		}
	}
	return false
}

var disasters = map[string]bool{"earthquake": true, "flood": true, "storm": true, "fire": true, "explosion": true, "tsunami": true, "eruption": true, "outbreak": true, "landslide": true}
