package brief

import (
	"unicode"

	"sortie/internal/lang"
)

// setAside marks the blocks that do not belong to the text, and names each in
// a warning.
func (r *reading) setAside() {
	related, prosaic := false, 0
	for i := range r.page.blocks {
		b := &r.page.blocks[i]
		if b.role == aside {
			continue
		}
		if b.role == prose && !b.linked && len(r.words[i]) > longLine {
			related = false
			prosaic++
			continue // no menu, no teaser and no caption is so long
		}
		s := &sentence{doc: r, toks: r.words[i], marks: nil}
		n := min(len(s.toks), 60)
		s.toks = s.toks[:n]
		s.marks = r.lex.mark(s.toks)
		words := s.countWords()
		switch m, ok := s.at("stray.related", firstWord(s.toks)); {
		case ok && (words <= 40 || b.role == heading):
			b.role, b.why = aside, whyRelated
			related = words <= m.to-m.from+1
			continue
		case related && (b.role != prose || b.linked || words < 22):
			b.role, b.why = aside, whyRelated
			continue
		}
		related = false
		switch c, ok := s.at("stray.caption", firstWord(s.toks)); {
		case s.menu(words):
			b.role, b.why = aside, whyMenu
		case ok && words <= 40 && c.to < n && (s.toks[c.to].text == ":" || s.toks[c.to].text == "/" || s.toks[c.to].text == "©") || n > 0 && s.toks[0].text == "©" && words < 30:
			b.role, b.why = aside, whyCaption
		case b.linked && words < 30 && b.role != prose:
			b.role, b.why = aside, whyRelated
		case b.role == prose && words >= 6:
			prosaic++
		case b.role == item && words >= 3:
			prosaic++
		}
	}
	if prosaic == 0 {
		r.adopt()
	} else {
		r.headline()
	}
	r.nameAsides()
}

// longLine is more words and marks than a line has that does not belong.
const longLine = 80

func firstWord(toks []token) int {
	for i, t := range toks {
		if t.kind == word {
			return i
		}
	}
	return 0
}

func (s *sentence) countWords() (n int) {
	for _, t := range s.toks {
		if t.kind == word || t.digitLike() {
			n++
		}
	}
	return n
}

// menu reports whether most of a block's words are those of menus and share
// buttons.
func (s *sentence) menu(words int) bool {
	covered, end := 0, 0
	for _, m := range s.marks {
		if m.class == "stray.share" && m.from >= end {
			covered += m.to - m.from
			end = m.to
		}
	}
	return words > 0 && covered*10 >= words*6
}

// adopt reads lines without a sentence, where there is nothing else: a short
// message, a list.
func (r *reading) adopt() {
	for i := range r.page.blocks {
		if b := &r.page.blocks[i]; b.role == heading {
			b.role = prose
		}
	}
}

// headline keeps of the headings the one that shares most words with the text.
func (r *reading) headline() {
	vocabulary := map[string]bool{}
	for i, b := range r.page.blocks {
		if b.role == prose || b.role == item {
			for _, t := range r.words[i] {
				if k := stemOf(t); k != "" {
					vocabulary[k] = true
				}
			}
		}
	}
	best, score, prosaic := -1, 0, len(r.page.blocks)
	for i := len(r.page.blocks) - 1; i >= 0; i-- {
		if b := r.page.blocks[i]; b.role == prose || b.role == item {
			prosaic = i
		}
	}
	for i := range r.page.blocks {
		b := &r.page.blocks[i]
		if b.role != heading {
			continue
		}
		n, seen := 0, map[string]bool{}
		for _, t := range r.words[i] {
			if k := stemOf(t); k != "" && vocabulary[k] && !seen[k] {
				n++
				seen[k] = true
			}
		}
		if b.own && n > 0 {
			n += 2
		}
		b.own = false
		if i == 0 && prosaic == 1 && n == 0 {
			n = 1 // the first line, and then the text
		}
		if n > score && (n > 1 || i == prosaic-1 || i == prosaic-2) {
			best, score = i, n
		}
	}
	for i := range r.page.blocks {
		b := &r.page.blocks[i]
		if b.role == heading {
			if i == best {
				b.own = true
				start, end := r.page.span(b.from, b.to)
				r.title = Words{string(r.page.text[b.from:b.to]), start, end}
				continue
			}
			b.role, b.why = aside, whyHeading
		}
	}
}

// stemOf is what two forms of a long word have in common.
func stemOf(t token) string {
	runes := []rune(t.norm)
	if t.kind != word || len(runes) < 5 || !unicode.IsLetter(runes[0]) {
		return ""
	}
	return string(runes[:5])
}

// nameAsides warns of what is left out, neighbours of one sort together.
func (r *reading) nameAsides() {
	for i := 0; i < len(r.page.blocks); i++ {
		b := r.page.blocks[i]
		if b.role != aside {
			continue
		}
		last := i
		for last+1 < len(r.page.blocks) && r.page.blocks[last+1].role == aside && r.page.blocks[last+1].why == b.why && last-i < 20 {
			last++
		}
		start, _ := r.page.span(b.from, b.to)
		_, end := r.page.span(r.page.blocks[last].from, r.page.blocks[last].to)
		text := r.decoded(start, end)
		r.Warnings = append(r.Warnings, Warning{"left_out", text, start, end, b.why})
		i = last
	}
}

// elsewhere says why a text is about no mission: sport, or nothing that moves.
func (r *reading) elsewhere() lang.Text {
	sport, market, mission := 0, 0, 0
	for _, s := range r.sents {
		counted := -1 // a word counts once, whatever it stands for
		for _, m := range s.marks {
			switch m.class {
			case "people.military", "people.relief", "move.relief", "move.evacuate", "organisation", "organisation.mission", "equipment", "equipment.mass", "aircraft", "mission", "mission.group", "move.out":
				if m.from == counted {
					continue
				}
				counted = m.from
			}
			switch m.class {
			case "sport":
				sport++
			case "market":
				market++
			case "people.military", "people.relief", "move.relief", "move.evacuate", "organisation", "organisation.mission":
				mission += 2
			case "equipment", "equipment.mass", "aircraft", "mission", "mission.group", "move.out":
				mission++
			}
		}
	}
	switch {
	case sport > 3 && sport*2 > mission:
		return aboutSport
	case market > 4 && market*2 > mission:
		return aboutMarkets
	case mission < 2 && len(r.sents) > brevity || mission == 0:
		return aboutNothing
	}
	return lang.Text{}
}

// leaveOutOthers sets aside short paragraphs about another country: teasers of
// other articles between those of the text.
func (r *reading) leaveOutOthers() {
	if r.host == "" {
		return
	}
	count := map[string]int{}
	blocks := map[int][]mark{}
	for _, s := range r.sents {
		for _, m := range s.marks {
			if m.class == "country" || m.class == "demonym" || m.class == "organisation" || m.class == "organisation.mission" || m.class == "place" {
				blocks[s.index] = append(blocks[s.index], m)
			}
		}
	}
	for i := range r.page.blocks {
		seen := map[string]bool{}
		for _, m := range blocks[i] {
			if c := codeOf(m); !seen[c] {
				seen[c] = true
				count[c]++
			}
		}
	}
	for i := range r.page.blocks {
		b := &r.page.blocks[i]
		if len(blocks[i]) == 0 || b.own || b.role == item || len(r.words[i]) > 32 {
			continue
		}
		alone := true
		for _, m := range blocks[i] {
			if c := codeOf(m); c == r.host || count[c] > 1 {
				alone = false
			}
		}
		if !alone || len(blocks[i]) > 3 || !r.casual(i) {
			continue
		}
		b.role, b.why = aside, whyOther.Text(codeOf(blocks[i][0]))
		start, end := r.page.span(b.from, b.to)
		r.Warnings = append(r.Warnings, Warning{"left_out", r.decoded(start, end), start, end, b.why})
		kept := r.sents[:0]
		for _, s := range r.sents {
			if s.index != i {
				kept = append(kept, s)
			}
		}
		r.sents = kept
	}
}

// casual reports whether nothing ties a block to the mission: nobody of it
// moves there.
func (r *reading) casual(i int) bool {
	for _, s := range r.sents {
		if s.index == i && s.any(0, len(s.toks), "contribute", "move.in", "say", "request", "mission.group", "move.relief", "equipment", "equipment.mass", "move.out", "serve", "dead.verb", "injured.verb", "decide") {
			return false
		}
	}
	return true
}

// codeOf is the country or organisation that a mark names.
func codeOf(m mark) string {
	if m.class == "place" {
		return countryIn(m.value)
	}
	return m.value
}

// brevity is how many sentences a message may have that need name only one thing of a
// mission.
const brevity = 3
