package brief

import (
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// turning are the verbs that a date may belong to.
var turning = []string{"begin", "finish", "end", "event", "say", "request", "decide", "last", "move.in", "move.out", "move.evacuate", "distract"}

// findDates reads when the movement begins and ends, how long it lasts, and
// what happened when.
func (r *reading) findDates() {
	for _, s := range r.sents {
		if g, ok := s.has("gradual", 0, len(s.toks)); ok && s.any(0, len(s.toks), "move.out", "move.in", "mission") && s.clauseOf(g.from).mood == fact {
			r.slow = true
		}
		for k, m := range s.times {
			if m.rel == lasts || m.rel == within {
				r.lasting(s, m)
				continue
			}
			r.dated(s, k, m)
		}
	}
	r.derive()
}

// lasting reads a length of time: how long the movement takes, or within what
// it ends.
func (r *reading) lasting(s *sentence, m moment) {
	c := s.clauseOf(m.core)
	if s.any(max(0, m.from-3), m.to, "previous") && !s.any(max(0, m.from-2), m.from, "future", "last") {
		return // the last 24 hours
	}
	context := s.any(0, len(s.toks), "move.in", "move.out", "move.evacuate", "mission", "organisation.mission", "people.military", "people.relief") || r.follows(s)
	v, verb := s.has("last", max(0, m.from-8), min(len(s.toks), m.to+4))
	if verb && s.covered(v.to, "unit", "weekday") && s.toks[v.from].norm == "last" {
		verb = false // last week
	}
	verb = verb || s.termed(m, c)
	context = context || s.any(0, m.from, "serve") && s.any(0, m.from, "demonym")
	if !context || s.any(c.from, m.from, "people.saved") || !verb && m.rel != within || s.any(c.from, c.to, "distract") || s.any(0, min(4, m.from), "distract") || m.unit == "h" && m.n > 240 {
		return
	}
	if m.rel == within && s.any(c.from, m.from, "begin") && !s.any(c.from, m.to, "finish", "end", "last", "leave", "withdraw") {
		return // who arrives within three weeks does not stay for three
	}
	if m.rel == within && !s.any(0, min(len(s.toks), m.to+10), "move.in", "move.out", "move.evacuate", "finish", "last", "leave", "mission", "contribute") {
		return
	}
	if c.mood == maybe || c.mood == denied {
		r.warn(s, m.from, m.to, c.mood.String(), lengthInDoubt.Text(s.text(c.why)))
		return
	}
	if t := s.tenseAt(m.core); t != future && s.any(max(0, m.from-5), m.from, "according") || t != future && m.rel == within && s.toks[m.from].norm == "за" || t == past && m.rel == within && !m.bound && !s.any(c.from, c.to, "future") || m.unit == "y" && m.n > 9 || m.to < len(s.toks) && s.toks[m.to].norm == "of" {
		return // what took that long, or "within 36 hours of the quake"
	}
	r.add(s, m.from, m.to, Fact{Kind: Duration, Value: m.n, Unit: m.unit, Precision: m.prec, Rule: asSaid})
	if m.unit == "h" && m.rel != within || m.rel == within && s.tenseAt(m.core) == past {
		return
	}
	if s.any(c.from, m.from, "extend") {
		return // what is prolonged did not begin with this
	}
	r.ending = append(r.ending, limit{s, m, m.rel == within && !m.date.IsZero()})
}

// follows reports whether the sentence before speaks of the movement, so that
// "the process" in this one is it.
func (r *reading) follows(s *sentence) bool {
	p := r.previous(s)
	return p != nil && p.any(0, len(p.toks), "move.in", "move.out", "move.evacuate", "mission")
}

// opens reports whether the headline or the first sentences of the text hold a phrase
// of a class: it is what the text is about.
func (r *reading) opens(classes ...string) bool {
	for _, s := range r.sents[:min(2, len(r.sents))] {
		if s.any(0, len(s.toks), classes...) {
			return true
		}
	}
	return false
}

// previous is the sentence before another, or nil.
func (r *reading) previous(s *sentence) *sentence {
	if s.order == 0 || s.order > len(r.sents) {
		return nil
	}
	for i := min(s.order, len(r.sents)-1); i > 0; i-- {
		if r.sents[i] == s {
			return r.sents[i-1]
		}
	}
	return nil
}

// limit is a length of time from which a deadline follows.
type limit struct {
	s   *sentence
	m   moment
	now bool // counted from the publication as well as from the start
}

// dated gives a day to what it belongs to.
func (r *reading) dated(s *sentence, k int, m moment) {
	if m.date.IsZero() || s.heads(m) {
		return
	}
	c := s.clauseOf(m.core)
	if found := s.calamities(m); len(found) > 0 && c.mood != denied {
		for _, v := range found {
			r.add(s, min(m.from, v.from), max(m.to, v.to), Fact{Kind: Event, Value: v.value, Date: m.date.String(), Precision: Exact, Rule: m.rule})
		}
		return
	}
	if s.covered(max(0, m.from-1), "beyond") {
		return // it goes on
	}
	if s.any(c.from, c.to, "meeting") && (m.rel == from && k+1 < len(s.times) && s.times[k+1].core <= m.to+3 || k > 0 && s.times[k-1].rel == from && m.core <= s.times[k-1].to+3) {
		return // "met from 15 to 19 May"
	}
	if _, open := s.before("at_least", m.from); open && !s.covered(m.from-1, "event") || s.any(m.from, m.core, "at_least") {
		return // "until Monday at least"
	}
	if m.to+1 < len(s.toks) && s.toks[m.to].text == "," && s.covered(m.to+1, "when") {
		m.rel = onDay
		r.happened(s, m, s.clauseOf(m.to+1)) // "until Thursday, when a bomb killed thirteen"
		return
	}
	owner := s.owner(m)
	if s.any(c.from, c.to, "superseded") {
		return // "initially set for the 15th"
	}
	movement := s.any(0, len(s.toks), "move.in", "move.out", "move.evacuate", "mission", "people.military", "people.relief", "leave", "withdraw", "organisation.mission") || r.follows(s)
	kind := Kind("")
	ahead := days(s.published(), m.date) >= 0
	final := false
	for _, v := range s.marks {
		final = final || v.class == "finish" && v.from >= c.from && v.to <= c.to && !s.untimely(m, v)
	}
	switch {
	case owner.class == "distract" || s.any(max(0, m.from-7), m.from, "distract") || s.any(0, min(4, m.from), "distract"):
		if s.tenseAt(m.core) != past {
			return
		}
	case owner.class == "say" && m.rel == onDay:
		return
	case m.rel == from && movement && k+1 < len(s.times) && s.times[k+1].rel == byDay && s.times[k+1].core <= m.to+3:
		kind = Start
	case m.rel == byDay && ahead && owner.class == "begin" && !final && movement && s.covered(owner.from, "begin.verb"):
		kind = Start
	case (m.rel == byDay || m.rel == before) && (movement || s.any(c.from, c.to, "serve")):
		kind = Deadline
		if m.date == s.published() && !s.any(m.from, m.to, "time.by.firm") && owner.class != "finish" && owner.class != "end" {
			kind = "" // "as of 31 October"
		}
		if !ahead && owner.class != "finish" && owner.class != "end" && !(k > 0 && s.times[k-1].rel == from) {
			kind = ""
		}
	case owner.class == "begin" && movement && final && !s.any(owner.from, owner.to, "begin.only") && s.last(c):
		kind = Deadline
	case owner.class == "begin" && movement && !s.other(c, owner):
		kind = Start
	case (owner.class == "finish" || owner.class == "end") && movement && m.rel != from:
		kind = Deadline
	case m.rel == from && movement && days(s.published(), m.date) > 0 && owner.class != "event":
		kind = Start
	case ahead && movement && m.rel == onDay && days(s.published(), m.date) > 0 && s.reserved(m):
		kind = Start
	case ahead && movement && (s.tenseAt(m.core) == future || !m.inTime && days(s.published(), m.date) > 0) && (owner.class == "move.in" || owner.class == "move.out" || owner.class == "move.evacuate" || owner.class == "event" && movements[owner.value]):
		kind = Start
		if final {
			kind = Deadline
		}
	case ahead && m.rel == onDay && days(s.published(), m.date) > 0 && s.travels(m, c):
		kind = Start
	}
	if gone := days(m.date, s.published()); kind == Deadline && m.rel == onDay && (gone > 0 || gone == 0 && s.tenseAt(m.core) != future) {
		kind = "" // the end has come: it is an event
	}
	if kind == "" {
		r.happened(s, m, c)
		return
	}
	if c.mood == maybe || c.mood == denied {
		r.warn(s, m.from, m.to, c.mood.String(), dateInDoubt.Text(s.text(c.why)))
		return
	}
	if c.mood == planned {
		if _, ok := s.has("plan.firm", c.from, c.to); !ok {
			r.warn(s, m.from, m.to, "planned", dateIntended.Text(s.text(c.why)))
			return
		}
		r.warn(s, m.from, m.to, "planned", dateExpected.Text(s.text(c.why)))
	}
	if kind == Deadline && !m.explicit && len(r.begins) > 0 && days(m.date, r.begins[0]) > 0 && days(m.date, r.begins[0]) < 366 && m.rule == yearNearest {
		m.date.Year++
		m.rule = nextStarted
	}
	f := Fact{Kind: kind, Value: m.date.String(), Date: m.date.String(), Precision: Exact, Rule: m.rule}
	if kind == Deadline {
		f.Precision = AtMost
		r.ends = append(r.ends, m.date)
		if m.rel == onDay {
			f.Precision = Exact
		}
	} else {
		if m.rel == byDay {
			f.Precision = AtMost
		}
		if slices.Contains(r.ends, m.date) {
			return // the end that was named before
		}
		r.begins = append(r.begins, m.date)
	}
	if !m.other.IsZero() {
		f.Also = m.other.String()
		r.warn(s, m.from, m.to, "two_readings", earlierTaken.Text(m.date, m.other, m.rule))
	}
	r.add(s, m.from, m.to, f)
}

// reserved reports whether a flight or a ship is for a day: "a flight chartered for
// Wednesday".
func (s *sentence) reserved(m moment) bool {
	_, ok := s.before("term.for", m.from)
	return ok && s.any(s.clauseOf(m.core).from, m.from, "flight", "aircraft", "vessel")
}

// travels reports whether a clause says in the future, of a day, what those who move or
// what carries them will do: "a train will take their vehicles on Sunday".
func (s *sentence) travels(m moment, c clause) bool {
	if s.any(c.from, c.to, "meeting", "distract", "say") || !s.any(c.from, c.to, "future") || !s.any(c.from, c.to, "travel") {
		return false
	}
	return s.any(0, len(s.toks), groups...) || s.doc.follows(s) || s.doc.opens("move.in", "move.out", "move.evacuate", "mission", "organisation.mission")
}

// last reports whether a clause is about the last to go.
func (s *sentence) last(c clause) bool {
	for _, m := range s.marks {
		if m.class == "finish" && m.from >= c.from && m.to <= c.to {
			switch n := []rune(s.toks[m.from].norm); {
			case len(n) >= 4 && (string(n[:4]) == "dern" || string(n[:4]) == "last" || string(n[:4]) == "fina" || string(n[:4]) == "посл"):
				return true
			}
		}
	}
	return false
}

// other reports whether what begins is something else: protests, a summit.
func (s *sentence) other(c clause, verb mark) bool {
	for _, m := range s.marks {
		if m.class != "event" || m.from < c.from || m.to > c.to {
			continue
		}
		switch m.value {
		case "protest", "earthquake", "flood", "storm", "coup", "attack", "fire", "meeting", "ceremony", "outbreak", "ceasefire", "emergency":
			return !s.any(c.from, c.to, "move.in", "move.out", "move.evacuate", "people.military", "people.relief", "mission")
		}
	}
	return false
}

// heads reports whether a date is that of the text's dateline.
func (s *sentence) heads(m moment) bool {
	return s.toks[0].from == s.block.from && m.to <= 12 && s.leads(m) && s.bare(m.from, 0)
}

// owner is the verb or event that a day belongs to: the nearest before it in
// its clause, or else the nearest behind it.
func (s *sentence) owner(m moment) mark {
	c := s.clauseOf(m.core)
	best, gap := mark{}, 1<<30
	for _, class := range turning {
		for _, v := range s.marks {
			if v.class != class || v.from < c.from || v.to > c.to || v.from < m.to && v.to > m.from || s.untimely(m, v) {
				continue
			}
			d := m.from - v.to
			if d < 0 {
				d = (v.from - m.to) + 12
			}
			if v.value == "ceremony" || v.value == "meeting" {
				d += 8
			}
			if class == "end" || class == "last" || class == "distract" || class == "event" || class == "move.in" || class == "move.out" || class == "move.evacuate" || class == "request" || class == "decide" {
				d += 6
			}
			if d < gap {
				best, gap = v, d
			}
		}
	}
	if best.to == 0 {
		// A day alone between commas belongs to the sentence's verb.
		for _, v := range s.marks {
			if v.class == "say" && v.to <= c.from && c.from-v.to < 3 {
				return v
			}
		}
		for _, class := range []string{"begin", "finish", "event", "say"} {
			for _, v := range s.marks {
				if v.class == class && s.clauseOf(v.from).mood == fact && (v.to <= c.from && c.from-v.to < 8 || v.from >= c.to && v.from-c.to < 8) {
					return v
				}
			}
		}
	}
	return best
}

// untimely reports whether a verb's tense rules a day out: what was said or done
// does not lie ahead, and what will be has not been.
func (s *sentence) untimely(m moment, v mark) bool {
	p := s.published()
	if p.IsZero() || m.date.IsZero() {
		return false
	}
	was, will := s.covered(v.from, "past"), s.covered(v.from, "future")
	if d := days(p, m.date); d > 0 && m.other.IsZero() {
		return was && !will && (v.class == "say" || v.class == "finish" || v.class == "end" || v.class == "begin")
	} else if d < 0 {
		return will && !was && m.explicit
	}
	return false
}

// derive reckons the end from a length of time: from the start that was said,
// and, where the words can mean it, from the publication.
func (r *reading) derive() {
	if len(r.ends) > 0 {
		return
	}
	// What is tied to the movement itself ("takes ten days") has one reading,
	// and comes before what is not ("within ten days").
	slices.SortStableFunc(r.ending, func(a, b limit) int {
		switch {
		case len(r.begins) == 0 || a.now == b.now:
			return 0
		case b.now:
			return -1
		}
		return 1
	})
	for _, l := range r.ending {
		n := int(l.m.n)
		var fromStart sortie.Date
		var rule lang.Text
		if len(r.begins) > 0 {
			fromStart = add(r.begins[0], n, l.m.unit)
			rule = counted(startPlus, r.begins[0], n, l.m.unit)
		}
		f := Fact{Kind: Deadline, Precision: AtMost, reckoned: true}
		switch {
		case l.now && !fromStart.IsZero() && fromStart != l.m.date:
			f.Date, f.Also, f.Rule = l.m.date.String(), fromStart.String(), eitherRule.Text(l.m.rule, rule)
			if days(l.m.date, fromStart) < 0 {
				f.Date, f.Also = f.Also, f.Date
			}
			r.warn(l.s, l.m.from, l.m.to, "two_readings", earlierEndTook.Text(l.m.date, l.m.rule, fromStart, rule))
		case l.now:
			f.Date, f.Rule = l.m.date.String(), l.m.rule
		case !fromStart.IsZero() && l.m.prec != AtLeast && l.m.prec != About:
			f.Date, f.Rule = fromStart.String(), rule
		default:
			continue
		}
		f.Value = f.Date
		r.add(l.s, l.m.from, l.m.to, f)
		return
	}
}

// findKind says which way the mission moves: what the text speaks of most, and
// above all where it says when the mission begins or ends. What is only
// possible, or denied, moves nobody.
func (r *reading) findKind() {
	dated := map[int]bool{} // sentences, by their first byte
	for _, f := range r.Facts {
		if f.Kind == Start || f.Kind == Deadline || f.Kind == Duration {
			dated[f.Sentence.Start] = true
		}
	}
	n := map[sortie.OperationKind]int{}
	for _, s := range r.sents {
		weight := 1
		if s.block.own {
			weight = 3
		}
		if dated[r.wordsAt(s.span(0, len(s.toks))).Start] {
			weight += 4
		}
		for _, m := range s.marks {
			if mood := s.clauseOf(m.from).mood; mood == maybe || mood == denied {
				continue
			}
			switch m.class {
			case "move.out":
				n[sortie.Withdrawal] += weight
			case "move.in", "move.relief":
				n[sortie.Deployment] += weight
			case "move.evacuate":
				n[sortie.Evacuation] += 2 * weight
			}
		}
	}
	for _, k := range []sortie.OperationKind{sortie.Withdrawal, sortie.Deployment, sortie.Evacuation} {
		if n[k] > n[r.kind] {
			r.kind = k
		}
	}
}
