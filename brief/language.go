package brief

import (
	"slices"
	"strings"
)

// language tells the language of the text by its small words, or takes the one
// that is given.
func (r *reading) language(given string) error {
	tables := languages()
	if given != "" {
		l, ok := tables[given]
		if !ok {
			return &InputError{notTaught.Text(strings.Join(Languages, ", "), given)}
		}
		r.lex, r.Lang = l, given
		return nil
	}
	counts, total := map[string]int{}, 0
	text := r.page.text
	for _, t := range lex(text[:min(len(text), 200_000)], 0, min(len(text), 200_000), nil) {
		if t.kind != word {
			continue
		}
		total++
		for lang, l := range tables {
			if l.stops[t.norm] {
				counts[lang]++
			}
		}
	}
	best := "en"
	for _, lang := range Languages {
		if counts[lang] > counts[best] {
			best = lang
		}
	}
	if cyrillic(text) {
		best = "ru"
	} else if total > 12 && counts[best]*100 < total*9 {
		return &InputError{inNoTongue.Text(strings.Join(Languages, ", "))}
	}
	for _, lang := range Languages {
		if lang != best && counts[lang]*10 > counts[best]*7 && total > 30 {
			r.Warnings = append(r.Warnings, Warning{Kind: "language", Why: otherTongue.Text(tongues[best], tongues[lang])})
		}
	}
	r.lex, r.Lang = tables[best], best
	return nil
}

// cyrillic reports whether most letters of a text are.
func cyrillic(text []byte) bool {
	latin, other := 0, 0
	for _, b := range text {
		switch {
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			latin++
		case b == 0xd0 || b == 0xd1:
			other++
		}
	}
	return other > latin
}

// cutWords cuts every block into words.
func (r *reading) cutWords() {
	r.words = make([][]token, len(r.page.blocks))
	for i, b := range r.page.blocks {
		if b.role != aside {
			r.words[i] = lex(r.page.text, b.from, b.to, nil)
		}
	}
}

// understand looks every sentence up in the tables, and reads its clauses,
// numbers and times.
func (r *reading) understand() {
	for i := range r.page.blocks {
		b := &r.page.blocks[i]
		if b.role == aside {
			continue
		}
		for _, toks := range r.lex.sentences(r.words[i]) {
			s := &sentence{doc: r, block: b, index: i, order: len(r.sents), toks: toks, marks: r.lex.mark(toks)}
			s.marks = slices.DeleteFunc(s.marks, func(m mark) bool { return !s.stands(m) })
			s.cut()
			s.findNumbers()
			s.findTimes()
			r.sents = append(r.sents, s)
		}
	}
}

// stands drops names that are written without a capital, and so are words.
func (s *sentence) stands(m mark) bool {
	t := s.toks[m.from]
	switch m.class {
	case "country", "place", "agency", "organisation.mission":
		return t.capital
	case "organisation":
		return t.capital || s.doc.lex.lang != "en"
	case "demonym":
		return t.capital || s.doc.lex.lang != "en"
	case "month":
		return m.value != "5" || s.doc.lex.lang != "en" || t.capital
	}
	return true
}
