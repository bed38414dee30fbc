package brief

// calamities are the disasters, coups or attacks that a day right beside them is of:
// "the 25 April earthquake", "depuis le séisme et le tsunami du 14 août".
func (s *sentence) calamities(m moment) (out []mark) {
	if days(m.date, s.published()) < 0 {
		return nil
	}
	for _, v := range s.marks {
		if v.class != "event" || !disasters[v.value] && v.value != "coup" && v.value != "attack" {
			continue
		}
		if v.to <= m.core && m.core-v.to <= 2 && !s.punctBetween(v.to, m.core) && !s.any(v.to, m.core, "say", "contribute", "move.in") || v.from >= m.to && v.from-m.to <= 1 {
			for _, w := range s.marks {
				if w.class == "event" && disasters[w.value] && w.to == v.from-1 && s.covered(w.to, "list.and") {
					out = append(out, w)
				}
			}
			return append(out, v)
		}
	}
	return nil
}

// happened keeps a day that has passed with what the tables call it.
func (r *reading) happened(s *sentence, m moment, c clause) {
	if days(m.date, s.published()) < 0 || c.mood != fact || m.rel == from || m.rel == byDay || m.rel == before || s.covered(m.core, "part.end", "part.begin", "part.middle") {
		return
	}
	var event mark
	gap := 1 << 30
	for _, v := range s.marks {
		if v.class != "event" || v.from < m.to && v.to > m.from || s.causes(v) {
			continue
		}
		d := max(m.from-v.to, v.from-m.to)
		if g, ok := s.governor(v); ok {
			v = g
		}
		if v.value == "ceremony" || v.value == "meeting" {
			d += 10 // the occasion of what happened
		}
		if s.clauseIndex(v.from) != s.clauseIndex(m.core) && c.to-c.from > m.to-m.from+2 {
			d += 30 // a day that is a clause of its own is of the sentence
		}
		if d < gap {
			event, gap = v, d
		}
	}
	if event.to == 0 || gap > 45 || s.idle(event) {
		return
	}
	f := Fact{Kind: Event, Value: event.value, Date: m.date.String(), Precision: Exact, Rule: m.rule}
	if !m.other.IsZero() {
		f.Also = m.other.String()
		r.warn(s, m.from, m.to, "two_readings", earlierTaken.Text(m.date, m.other, m.rule))
	}
	r.add(s, min(m.from, event.from), max(m.to, event.to), f)
}

// idle reports whether a fire or a state of emergency only goes on, rather than
// begins: "fires were active on Tuesday".
func (s *sentence) idle(v mark) bool {
	if v.value != "fire" && v.value != "emergency" {
		return false
	}
	c := s.clauseOf(v.from)
	return !s.any(c.from, c.to, "onset")
}

// causes reports whether an event is only named as the cause of another: "floods
// caused by the storm".
func (s *sentence) causes(v mark) bool {
	_, ok := s.preceded("caused", v.from)
	return ok
}

// governor is the decision or request whose object an event is: "approved the
// deployment on Tuesday" tells the day of the approval.
func (s *sentence) governor(v mark) (mark, bool) {
	if !movements[v.value] {
		return mark{}, false
	}
	at := v.from
	for at > 0 && small[s.toks[at-1].norm] {
		at--
	}
	g, ok := s.before("event", at)
	return g, ok && (g.value == "decision" || g.value == "request" || g.value == "agreement")
}

// movements are events that are the movement itself.
var movements = map[string]bool{"withdrawal": true, "deployment": true, "departure": true, "arrival": true}
