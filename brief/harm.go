package brief

import "slices"

var casualties = map[string]Kind{"dead": Dead, "injured": Injured, "detained": Detained}

// fate finds the verb of death, injury or arrest nearest to a number of people
// in its clause.
func (s *sentence) fate(f figure) (Kind, bool) {
	best, kind := 9, Kind("")
	end := max(f.to, f.noun.to)
	if next := s.clauseOf(f.where.to); f.where.to < len(s.toks) && s.any(next.from, min(next.from+2, len(s.toks)), "part") && !s.fated(end, f.where.to) {
		// "164 people, including three children, had been killed", but not those
		// of "8,000 were arrested and 164 people, including three children, killed"
		for name, k := range casualties {
			if m, ok := s.has(name+".verb", next.to, min(next.to+4, len(s.toks))); ok && m.to > 0 {
				return k, true
			}
		}
	}
	if next := s.clauseOf(f.where.to); f.where.to < len(s.toks) && s.any(f.where.from, f.from, "part") {
		for name, k := range casualties {
			if m, ok := s.at(name+".verb", next.from); ok && m.to > 0 {
				return k, true // "among them 14 South Africans, lost their lives"
			}
		}
	}
	for name, k := range casualties {
		for _, m := range s.marks {
			if m.class != name+".verb" || m.from < f.where.from || m.to > f.where.to && m.from > end+1 {
				continue
			}
			gap := m.from - end
			if m.to <= f.from {
				gap = f.from - m.to
				if s.numberBetween(m.to, f.from) {
					continue
				}
			} else if s.numberBetween(end, m.from) && !s.shared(end, m.from) {
				continue
			}
			if gap >= 0 && gap < best {
				best, kind = gap, k
			}
		}
	}
	return kind, kind != ""
}

// toll reads the figure of a toll that is named before it: "the number of dead in
// the earthquake exceeded 1,650 people".
func (s *sentence) toll(f figure) (Kind, bool) {
	for name, k := range casualties {
		if m, ok := s.has(name+".lead", 0, f.from); ok && !s.countedBetween(m.to, f.from) {
			return k, true
		}
	}
	return "", false
}

// fated reports whether a number, or a verb of death, injury or arrest, stands
// between two tokens.
func (s *sentence) fated(from, to int) bool {
	return s.numberBetween(from, to) || s.any(from, to, "dead.verb", "injured.verb", "detained.verb")
}

// shared reports whether a verb behind two figures is of both: "a dozen officers
// and scores of protesters were killed".
func (s *sentence) shared(end, verb int) bool {
	n := 0
	for _, a := range s.numbers {
		if a.core >= end && a.core < verb {
			n++
		}
	}
	return n == 1 && s.covered(end, "list.and") && verb-end < 9
}

func (s *sentence) numberBetween(from, to int) bool {
	return slices.ContainsFunc(s.numbers, func(a amount) bool { return a.core >= from && a.core < to && !a.single })
}

// countedBetween is numberBetween without the numbers of dates.
func (s *sentence) countedBetween(from, to int) bool {
	return slices.ContainsFunc(s.numbers, func(a amount) bool { return a.core >= from && a.core < to && !a.single && !s.inTime(a) })
}

// damaged reports whether things are counted because they were harmed.
func (s *sentence) damaged(f figure) bool {
	best, harm := 8, false
	for _, m := range s.marks {
		if m.from < f.where.from || m.to > f.where.to {
			continue
		}
		gap := max(m.from-f.noun.to, f.from-m.to)
		switch m.class {
		case "damage.verb":
			if gap < best {
				best, harm = gap, true
			}
		case "contribute", "move.in", "move.out":
			if gap < best {
				best, harm = gap, false
			}
		}
	}
	return harm
}
