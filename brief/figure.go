package brief

// keep makes a fact of a figure, or a warning where it was not said as one.
func (r *reading) keep(s *sentence, f figure) {
	from, to := f.from, max(f.to, f.noun.to)
	if f.noun.to > 0 && f.noun.from < from {
		from = f.noun.from
	}
	if f.where.mood != fact {
		r.warn(s, from, to, f.where.mood.String(), figureInDoubt.Text(s.text(f.where.why)))
		return
	}
	moved := f.kind == Personnel || f.kind == Equipment || f.kind == Aircraft || f.kind == Flights
	if moved && s.bygone(f) || s.recalls() && !s.any(0, len(s.toks), "mission", "organisation.mission") {
		r.warn(s, from, to, "earlier", figureBygone.Text())
		return
	}
	if moved {
		f.who = s.whose(f)
	}
	on := s.dayOf(f)
	add := func(value float64, p Precision) {
		fact := Fact{Kind: f.kind, Value: value, Unit: f.unit, Precision: p, Date: on, Who: f.who}
		if p == Dozens || p == Hundreds || p == Thousands {
			fact.Value = nil
		}
		r.add(s, from, to, fact)
	}
	if f.high > 0 && s.changes(0, f.from) {
		add(f.value, Exact) // "raises the force from 138 to 209"
		add(f.high, Exact)
		return
	}
	if f.high > 0 {
		add(f.value, AtLeast)
		add(f.high, AtMost)
		return
	}
	add(f.value, f.precision)
}

// bygone reports whether a figure is of an earlier year: its clause names one as its
// time, "in 2010 the team pulled 16 people out", or the sentence begins with one.
func (s *sentence) bygone(f figure) bool {
	if s.yearsBack(f.where.from, f.where.to) || s.recalls() {
		return true
	}
	k := s.clauseIndex(f.core)
	return k > 0 && !s.any(f.where.from, f.where.to, "past", "future", "have", "be", "serve") && s.yearsBack(s.clauses[k-1].from, s.clauses[k-1].to) // "helped Israel in 2016, with three aircraft"
}

// recalls reports whether a sentence begins with an earlier year, so that all of it is
// of that year: "In 2018, after the quake, …", "For background: in March 2016 …".
func (s *sentence) recalls() bool {
	from := 0
	for k := range min(6, len(s.toks)) {
		if s.toks[k].text == ":" {
			from = k + 1
		}
	}
	for from < len(s.toks) && (s.toks[from].kind == punct || s.covered(from, "recall")) {
		from++
	}
	return s.yearsBack(from, min(from+4, len(s.toks)))
}

// yearsBack reports whether "in" and a year before that of the publication stand in
// tokens [from, to), with a month between them or without.
func (s *sentence) yearsBack(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if t := s.toks[k]; t.kind != number || t.digits != 4 || t.value < 1945 || t.value >= float64(s.published().Year) {
			continue
		}
		at := k
		if s.covered(at-1, "month") && at-1 > from {
			at--
		}
		if n := s.toks[at-1].norm; n == "in" || n == "en" || n == "в" {
			return true
		}
	}
	return false
}

// dayOf is the day that a figure is of, where its clause names one that has
// passed.
func (s *sentence) dayOf(f figure) string {
	for _, m := range s.times {
		if m.core >= f.where.from && m.core < f.where.to && m.rel == onDay && !s.heads(m) && s.owner(m).class != "say" && !m.date.IsZero() && days(m.date, s.published()) >= 0 && m.other.IsZero() {
			return m.date.String()
		}
	}
	return ""
}

// whose says which country or organisation a figure belongs to: the adjective
// or "from" beside it, or else who acts before it in the sentence.
func (s *sentence) whose(f figure) string {
	from, to := f.from, max(f.to, f.noun.to)
	host := s.doc.host
	nations := s.nations()
	for _, n := range nations {
		if f.to < len(s.toks) && s.covered(f.to, "of.whom") && n.from > to && n.from < f.where.to && n.code != host {
			return n.code // "1,000 of whom will be Kenyan"
		}
		if n.adj && n.from >= f.to-1 && n.from <= s.joint(to)+2 && !s.punctBetween(to, n.from) && n.code != host {
			return n.code
		}
		if f.kind == Aircraft && n.from >= to && n.from <= to+3 && !n.adj && !n.place && !n.where && n.code != host && !s.any(to, n.from, "loc.in", "loc.from", "time.on", "list.and", "contribute") && !s.punctBetween(to, n.from) {
			return n.code // "самолетах Ил-76 ВКС РФ"
		}
	}
	for _, n := range nations {
		if n.adj || n.code == host {
			continue
		}
		if m, ok := s.preceded("loc.from", n.from); ok && m.from >= to && m.from <= to+2 && s.severalFrom(n) {
			break // "from Russia, Belarus and Armenia"
		}
		if m, ok := s.preceded("loc.from", n.from); ok && m.from >= to && m.from <= to+2 && !n.place && !s.punctBetween(to, m.from) && s.toks[m.from].norm != "by" {
			return n.code
		}
		if n.from == to+1 && s.toks[to].text == "(" {
			return n.code
		}
		if n.to <= from && from-n.to <= 2 && !n.place && !n.where && s.onlyMarks(n.to, from) {
			return n.code
		}
	}
	for _, m := range s.marks {
		if m.class == "organisation" && m.from >= f.to-1 && m.to <= to+5 && !s.punctBetween(to, m.from) && (m.from <= to+1 || !s.located(m)) {
			return m.value
		}
	}
	for i := len(nations) - 1; i >= 0; i-- {
		n := nations[i]
		if n.to > from || n.place && !s.metonym(n) || n.code == host || n.where && !n.place || s.of(n) && !s.away(n) && !s.origin(n) && !s.any(max(0, n.from-3), n.from, "institution", "title", "mission", "people.military", "people.relief", "share") {
			continue
		}
		return n.code
	}
	if l, ok := s.doc.labels[s.index]; ok && l.code != host {
		return l.code
	}
	if code := s.organised(from); code != "" {
		return code
	}
	if code := s.doc.single(s, f); code != "" {
		return code
	}
	if code := s.carried(); code != "" && f.unit == "people" {
		return code
	}
	// Who is named after the number, as the one who acts: "150 soldats ont été
	// envoyés par le Kirghizistan".
	for _, n := range nations {
		if n.from < to || n.adj || n.place || n.code == host || n.where {
			continue
		}
		switch s.toks[max(0, n.from-1)].norm {
		case "by", "par":
			return n.code
		}
		if n.from > 1 && (s.toks[n.from-1].norm == "le" || s.toks[n.from-1].norm == "la" || s.toks[n.from-1].norm == "l'") && s.toks[n.from-2].norm == "par" {
			return n.code
		}
	}
	return ""
}

// joint is where a noun ends that others are joined to: the adjective behind
// "pompiers et sauveteurs" is of both.
func (s *sentence) joint(to int) int {
	for to < len(s.toks) && s.covered(to, "list.and") {
		k := to + 1
		for k < len(s.toks) && small[s.toks[k].norm] {
			k++
		}
		m, ok := s.nounAt(k)
		if !ok || m.class != "people.military" && m.class != "people.relief" {
			break
		}
		to = m.to
	}
	return to
}

// organised is the organisation or mission named last before a figure, other
// than one that only decided or is cited.
func (s *sentence) organised(from int) (code string) {
	for _, m := range s.marks {
		if m.to > from || m.class != "organisation" && m.class != "organisation.mission" {
			continue
		}
		if s.covered(m.from, "decide.by", "body") || s.any(m.to, min(m.to+4, len(s.toks)), "decide.noun", "body") || s.any(max(0, m.from-3), m.from, "decide.by", "according", "decide.noun") {
			continue
		}
		if c := nameIn(m.value); c != "" {
			code = c
		}
	}
	return code
}

// carried is who the sentence before is about, where this one names nobody: its
// people are theirs.
func (s *sentence) carried() (code string) {
	if s.any(0, len(s.toks), "country", "demonym", "organisation", "organisation.mission") {
		return ""
	}
	p := s.doc.previous(s)
	if p == nil || p.index != s.index {
		return ""
	}
	nations := p.nations()
	for _, n := range nations {
		if n.code == s.doc.host || n.where || n.place {
			continue
		}
		if _, ok := p.contributes(n, nations); !ok {
			continue
		}
		if code != "" && code != n.code {
			return ""
		}
		code = n.code
	}
	return code
}

// severalFrom reports whether a country is the first of a list.
func (s *sentence) severalFrom(n nation) bool {
	for i := n.to; i < min(n.to+4, len(s.toks)); i++ {
		if s.covered(i, "country") {
			return s.chain(n.to, i)
		}
	}
	return false
}

// away reports whether "from" stands before a country, rather than "of".
func (s *sentence) away(n nation) bool {
	m, ok := s.preceded("loc.from", n.from)
	return ok && (s.toks[m.from].norm == "из" || s.toks[m.from].norm == "from" || s.toks[m.from].norm == "depuis")
}

// single is the one organisation of the text, for peacekeepers that nobody
// else is named for.
func (r *reading) single(s *sentence, f figure) string {
	if f.noun.to > 0 && len(r.orgs) == 1 && (s.any(f.noun.from, f.noun.to, "people.peace") || s.any(0, f.from, "mission.group") && f.noun.class == "people.military") {
		return r.orgs[0]
	}
	return ""
}

func (s *sentence) of(n nation) bool {
	_, ok := s.preceded("loc.from", n.from)
	return ok
}

func (s *sentence) punctBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].kind == punct && s.toks[i].text != "\"" && s.toks[i].text != "-" {
			return true
		}
	}
	return false
}

func (s *sentence) onlyMarks(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].kind != punct {
			return false
		}
		switch s.toks[i].text {
		case ":", "(", "—", "–", "-", "=", "|":
		default:
			return false
		}
	}
	return true
}
