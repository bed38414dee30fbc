package brief

import (
	"slices"
	"unicode"
)

// sentence is one sentence of the text with what the tables know of it.
type sentence struct {
	doc     *reading
	block   *block
	index   int // of the block among those that are read
	order   int // of the sentence, as it was read
	toks    []token
	marks   []mark
	numbers []amount
	times   []moment
	clauses []clause
	starts  []int32 // see starting

	countries []nation // see nations
	named     bool

	lastKind Kind // of the figure before, which "of which" goes on
	lastUnit string
}

// clause is a part of a sentence, tokens [from, to), that is either said as a
// fact or not.
type clause struct {
	from, to int
	mood     mood
	why      mark
}

// mood is how something is said.
type mood int

const (
	fact    mood = iota
	planned      // intended, expected, scheduled
	maybe        // possible, conditional
	denied       // negated
)

func (m mood) String() string {
	return [...]string{"said as a fact", "planned", "possible", "denied"}[m]
}

// sentences cuts a block's tokens into sentences.
func (l *lexicon) sentences(toks []token) [][]token {
	var out [][]token
	from := 0
	for i := range toks {
		if toks[i].kind == punct && endsSentence(toks[i].text) && i+1 < len(toks) && l.breaks(toks, i) || i-from > 250 {
			out = append(out, toks[from:i+1])
			from = i + 1
		}
	}
	if from < len(toks) {
		out = append(out, toks[from:])
	}
	return out
}

func endsSentence(s string) bool { return s == "." || s == "!" || s == "?" || s == "…" }

// breaks reports whether the mark at i ends a sentence, and not an
// abbreviation or an initial.
func (l *lexicon) breaks(toks []token, i int) bool {
	next := toks[i+1]
	if next.glued && !(next.capital && len(next.text) > 1) {
		return false
	}
	if next.kind == word && !next.capital {
		return false
	}
	if toks[i].text != "." || i == 0 {
		return true
	}
	prev := toks[i-1]
	if prev.kind == word && len([]rune(prev.text)) == 1 && unicode.IsUpper([]rune(prev.text)[0]) {
		return false
	}
	if prev.norm == "no" && next.kind != number {
		return true // the answer, and not "No. 4"
	}
	if prev.kind == word && l.abbreviation(prev.norm) {
		return afterNumber[prev.norm] && i > 1 && toks[i-2].kind == number && next.capital
	}
	return true
}

// afterNumber are abbreviations that may end a sentence behind a number.
var afterNumber = map[string]bool{"г": true, "тыс": true, "млн": true, "млрд": true, "чел": true, "ед": true}

func (l *lexicon) abbreviation(s string) bool {
	for _, a := range l.list["abbreviations"] {
		if a == s {
			return true
		}
	}
	return false
}

// starting is where among the marks those begin that start at token i or later.
func (s *sentence) starting(i int) int {
	if s.starts == nil {
		s.starts = make([]int32, len(s.toks)+1)
		n := 0
		for k := range s.starts {
			for n < len(s.marks) && s.marks[n].from < k {
				n++
			}
			s.starts[k] = int32(n)
		}
	}
	return int(s.starts[min(max(i, 0), len(s.toks))])
}

// longest is the most words that a phrase of the tables has.
const longest = 12

// has finds the first mark of a class that lies in tokens [from, to).
func (s *sentence) has(class string, from, to int) (mark, bool) {
	for _, m := range s.marks[s.starting(from):] {
		if m.from >= to {
			break
		}
		if m.class == class && m.to <= to {
			return m, true
		}
	}
	return mark{}, false
}

// any reports whether one of the classes has a mark in [from, to).
func (s *sentence) any(from, to int, classes ...string) bool {
	for _, m := range s.marks[s.starting(from):] {
		if m.from >= to {
			break
		}
		if m.to <= to && slices.Contains(classes, m.class) {
			return true
		}
	}
	return false
}

// at finds a mark of a class that begins at token i.
func (s *sentence) at(class string, i int) (mark, bool) {
	for _, m := range s.marks[s.starting(i):] {
		if m.from != i {
			break
		}
		if m.class == class {
			return m, true
		}
	}
	return mark{}, false
}

// before finds the longest mark of a class that ends at token i.
func (s *sentence) before(class string, i int) (mark, bool) {
	for _, m := range s.marks[s.starting(i-longest):] {
		if m.from >= i {
			break
		}
		if m.to == i && m.class == class {
			return m, true
		}
	}
	return mark{}, false
}

// ends are words that begin a new clause.
var ends = map[string]bool{"mais": true, "but": true, "но": true, "while": true, "whereas": true, "however": true, "alors": true, "tandis": true, "cependant": true, "однако": true, "although": true, "though": true, "bien": false, "puis": true, "which": true, "а": true, "тогда": true}

// cut finds the clauses and their moods. A clause without a verb of its own
// goes on in the mood of the one before it; a condition, or a
// question mark, holds for the whole sentence.
func (s *sentence) cut() {
	from := 0
	add := func(to int) {
		if to > from {
			s.clauses = append(s.clauses, clause{from: from, to: to})
		}
		from = to
	}
	for i, t := range s.toks {
		switch {
		case t.text == "," && s.lists(i):
		case t.kind == punct && (t.text == "," || t.text == ";" || t.text == ":" || t.text == "—" || t.text == "–" || t.text == "(" || t.text == ")" || t.text == "»" || t.text == "”"):
			add(i + 1)
		case t.kind == word && ends[t.norm]:
			add(i)
		case t.kind == word && s.joins(i):
			add(i)
		}
	}
	add(len(s.toks))
	conditional := s.toks[len(s.toks)-1].text == "?"
	for i := range s.clauses {
		c := &s.clauses[i]
		c.mood, c.why = s.moodOf(c.from, c.to)
		if m, ok := s.has("if", c.from, c.to); ok && s.toks[m.from].capital || ok && m.from == c.from {
			conditional = true
			c.mood, c.why = maybe, m
		}
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if conditional && c.mood != denied {
			if c.mood != maybe {
				var ok bool
				if c.why, ok = s.has("if", 0, len(s.toks)); !ok {
					c.why = mark{from: len(s.toks) - 1, to: len(s.toks)} // the question mark
				}
			}
			c.mood = maybe
			continue
		}
		if i > 0 && c.mood == fact && s.clauses[i-1].mood != fact && !s.covered(s.clauses[i-1].from, "subordinate") && !s.any(c.from, c.to, "contribute", "begin", "end", "last", "say", "move.in", "move.out", "dead.verb", "detained.verb", "injured.verb", "decide", "request", "serve", "participate", "withdraw") {
			c.mood, c.why = s.clauses[i-1].mood, s.clauses[i-1].why
		}
	}
}

// lists reports whether a comma only parts the countries or towns of a list.
func (s *sentence) lists(i int) bool {
	k := i + 1
	for k < len(s.toks) && small[s.toks[k].norm] {
		k++
	}
	for _, class := range []string{"country", "place"} {
		if _, ok := s.before(class, i); ok && k < len(s.toks) {
			_, next := s.at(class, k)
			return next
		}
	}
	return false
}

// joins reports whether "and" at token i begins a clause with a subject of its
// own: a country or an organisation, or a number of people, and then a verb.
func (s *sentence) joins(i int) bool {
	if _, ok := s.at("list.and", i); !ok || i == 0 {
		return false
	}
	if s.covered(i+1, "pronoun.subject") && i > 2 && s.any(max(0, i-12), i, "be", "past", "future", "contribute", "serve") {
		return true // "… and they will not be far behind"
	}
	if m, ok := s.has("maybe", i, min(i+6, len(s.toks))); ok && !s.numberIn(i, m.from) && s.any(0, i, "begin", "finish", "contribute", "move.in", "move.out") {
		return true
	}
	for k := i + 1; k < min(i+4, len(s.toks)); k++ {
		if m, ok := s.at("country", k); ok {
			return s.any(m.to, min(m.to+4, len(s.toks)), "contribute")
		}
		for _, class := range []string{"people.military", "people.relief", "people.plain", "mission.group"} {
			if m, ok := s.at(class, k); ok && s.counted(i+1, k) {
				return s.any(m.to, min(m.to+3, len(s.toks)), "future", "move.in", "move.out", "be") && !s.any(m.to, min(m.to+1, len(s.toks)), "leave")
			}
		}
	}
	return false
}

// counted reports whether a number stands in tokens [from, to), and no verb.
func (s *sentence) counted(from, to int) bool {
	return s.numberIn(from, to) || s.any(from, to, "number", "roughly", "vague")
}

func (s *sentence) numberIn(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].kind == number {
			return true
		}
	}
	return false
}

// moodOf is how tokens [from, to) are said.
func (s *sentence) moodOf(from, to int) (mood, mark) {
	for _, m := range s.marks {
		if m.class == "maybe" && m.from >= from && m.to <= to {
			if !s.isMonth(m) && !s.reported(m) && !s.covered(m.from, "maybe.not") {
				return maybe, m
			}
		}
	}
	for _, m := range s.marks {
		if m.class == "not" && m.from >= from && m.to <= to && !s.falseNot(m) {
			return denied, m
		}
	}
	if m, ok := s.has("plan", from, to); ok {
		return planned, m
	}
	return fact, mark{}
}

// reported reports whether a conditional is only the future of what was said
// in the past: "announced that it would begin".
func (s *sentence) reported(m mark) bool {
	if _, ok := s.at("maybe.reported", m.from); !ok {
		return false
	}
	if m.to < len(s.toks) && (s.toks[m.to].norm == "have" || s.toks[m.to].norm == "not") {
		return false
	}
	for _, v := range s.marks {
		if (v.class == "say" || v.class == "decide") && v.to <= m.from {
			for k := v.to; k < m.from; k++ {
				switch s.toks[k].norm {
				case "que", "qu'", "that":
					return true
				}
			}
			if s.doc.lex.lang == "en" {
				return true
			}
		}
	}
	return false
}

// isMonth tells the month from the verb: "may" beside a number.
func (s *sentence) isMonth(m mark) bool {
	if _, ok := s.at("month", m.from); !ok {
		return false
	}
	return s.toks[m.from].capital && m.from > 0 || m.from > 0 && s.toks[m.from-1].kind == number
}

// falseNot tells "no more than" from a negation.
func (s *sentence) falseNot(m mark) bool {
	for _, f := range s.marks {
		if f.class == "not.false" && f.from <= m.from && f.to >= m.to {
			return true
		}
	}
	if n := s.toks[m.from]; n.norm == "n'" && n.capital && m.from > 0 && m.to < len(s.toks) && s.toks[m.to].capital {
		return true // N'Djamena
	}
	// A French "ne" alone, without pas, belongs to "ne … que" or to the phrase
	// that follows it.
	if n := s.toks[m.from].norm; n == "ne" || n == "n'" {
		for _, f := range s.marks {
			if f.class == "not.false" && f.from >= m.from && f.from <= m.from+4 {
				return true
			}
		}
	}
	return false
}

// clauseOf is the clause that token i lies in.
func (s *sentence) clauseOf(i int) clause {
	for _, c := range s.clauses {
		if i >= c.from && i < c.to {
			return c
		}
	}
	return clause{to: len(s.toks)}
}

// text is the flat range of tokens [from, to).
func (s *sentence) span(from, to int) (int, int) {
	return s.toks[from].from, s.toks[to-1].to
}
