package brief

// label is the country that a paragraph is headed by: "Germany. …", "17:40 —
// Poland: …". What the paragraph says without another subject is of that country.
type label struct {
	nation
	s *sentence
}

// findLabels reads the countries that head paragraphs.
func (r *reading) findLabels() {
	r.labels = map[int]label{}
	read := map[int]bool{}
	for _, s := range r.sents {
		if read[s.index] || !s.worded() {
			continue
		}
		read[s.index] = true
		for _, n := range s.nations() {
			if n.adj || n.place || s.worded(0, n.from) {
				break
			}
			if n.to < len(s.toks) && (s.toks[n.to].text == ":" || s.toks[n.to].text == "." && n.to == len(s.toks)-1) {
				r.labels[s.index] = label{n, s}
			}
			break
		}
	}
}

// worded reports whether a word, and not only an hour, a number or a mark, stands
// in a sentence, or in tokens [from, to) of it.
func (s *sentence) worded(span ...int) bool {
	from, to := 0, len(s.toks)
	if len(span) == 2 {
		from, to = span[0], span[1]
	}
	for i := from; i < to; i++ {
		if s.toks[i].kind == word && !small[s.toks[i].norm] && !s.covered(i, "clock.zone") {
			return true
		}
	}
	return false
}

// labelled takes as contributors the countries that head a paragraph in which
// people, aircraft or ships move.
func (r *reading) labelled() {
	for _, s := range r.sents {
		l, ok := r.labels[s.index]
		if !ok || l.code == r.host {
			continue
		}
		for _, c := range s.clauses {
			if c.mood == fact && s.any(c.from, c.to, "contribute", "move.evacuate", "move.in", "move.out", "withdraw", "leave", "event") && s.any(max(c.from, 0), len(s.toks), "people.military", "people.relief", "people.plain", "people.evacuee", "aircraft", "flight", "vessel", "mission.group") {
				r.add(l.s, l.from, l.to, Fact{Kind: Contributor, Value: home(l.code), Precision: Exact})
				break
			}
		}
	}
}
