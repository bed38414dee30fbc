package brief

// headed is how many of the first blocks may say whose office a text comes from.
const headed = 6

// findIssuer finds the country whose ministry, army or government put the text
// out, from its head or its signature: "Government of India", "Affaires mondiales
// Canada"; where an office alone is named, that of the town in the dateline. Two
// countries leave it open.
func (r *reading) findIssuer() {
	office, town := false, ""
	for i := range r.page.blocks {
		if n := len(r.words[i]); i >= headed && i+2 < len(r.page.blocks) || n == 0 || n > 30 || endsSentence(r.words[i][n-1].text) {
			continue
		}
		s := &sentence{doc: r, block: &r.page.blocks[i], index: i, toks: r.words[i], marks: r.lex.mark(r.words[i])}
		nations := s.nations()
		office = office || len(nations) == 0 && s.any(0, len(s.toks), "institution", "title")
		for _, n := range nations {
			if n.place && n.from == 0 && town == "" && s.any(n.to, len(s.toks), "month") {
				town = n.code // "Dakar, le 31 décembre"
			}
			if n.place || n.code == r.issuer || !s.issues(n) {
				continue
			}
			if r.issuer != "" {
				r.issuer = ""
				return
			}
			r.issuer = n.code
		}
	}
	if r.issuer == "" && office {
		r.issuer = town
	}
}

// issues reports whether a country in a heading says whose an office is, without
// a verb: "Ministry of Defence of Latvia", "l'armée de terre belge".
func (s *sentence) issues(n nation) bool {
	if s.any(0, len(s.toks), "say", "contribute", "decide", "request", "be") {
		return false
	}
	return s.any(max(0, n.from-6), min(n.to+4, len(s.toks)), "institution", "title", "body")
}

// ours reads "our soldiers", "nos secouristes", "наши военные": people of the
// country whose office speaks.
func (r *reading) ours() {
	if r.issuer == "" || r.issuer == r.host {
		return
	}
	for _, s := range r.sents {
		for _, m := range s.marks {
			if m.class == "our" && s.any(m.to, min(m.to+3, len(s.toks)), "people.military", "people.relief", "mission.group", "institution", "aircraft") && s.clauseOf(m.from).mood == fact && s.any(0, len(s.toks), "contribute", "move.in", "move.out", "serve", "mission", "event") {
				r.add(s, m.from, m.to, Fact{Kind: Contributor, Value: r.issuer, Precision: Exact})
				return
			}
		}
	}
}
