package brief

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/*.txt
var tables embed.FS

// entry is one phrase of a table: words, each whole, a stem (солдат*), an
// ending (*eraient) or, written in capitals, as it stands (UN).
type entry struct {
	class, value string
	words        []matcher
}

type matcher struct {
	text string
	how  matchKind
}

type matchKind uint8

const (
	whole matchKind = iota
	stem
	ending
	exact
)

func (m matcher) matches(t *token) bool {
	switch m.how {
	case whole:
		return t.norm == m.text
	case stem:
		return strings.HasPrefix(t.norm, m.text)
	case ending:
		return len(t.norm) > len(m.text) && strings.HasSuffix(t.norm, m.text)
	}
	return t.text == m.text || spelled(t) == m.text
}

// spelled is an abbreviation that is written as a name, in capitals: Ecowas, Minusma.
func spelled(t *token) string {
	if !t.capital || len(t.text) < 5 || acronym(t.text) {
		return ""
	}
	return strings.ToUpper(t.text)
}

// lexicon is what one language's tables say.
type lexicon struct {
	lang  string
	first [4]map[string][]*entry // by the first word and how it is matched
	stops map[string]bool        // words that tell the language
	joins map[string]bool        // second halves of words that are no names: -linked
	list  map[string][]string    // sections that are lists of words
	cache sync.Map               // norm → []*entry that may begin with it
}

var languages = sync.OnceValue(func() map[string]*lexicon {
	out := map[string]*lexicon{}
	for _, lang := range Languages {
		l := &lexicon{lang: lang, stops: map[string]bool{}, joins: map[string]bool{}, list: map[string][]string{}}
		for i := range l.first {
			l.first[i] = map[string][]*entry{}
		}
		for _, name := range []string{lang, "people", "names", "places"} {
			data, err := tables.ReadFile("data/" + name + ".txt")
			if err != nil {
				panic(err)
			}
			if err := l.read(string(data), name); err != nil {
				panic(err)
			}
		}
		l.countries()
		out[lang] = l
	}
	return out
})

// Languages are those that announcements may be written in.
var Languages = []string{"en", "fr", "ru"}

// read adds a table: sections in brackets, a line of phrases with | between
// and, after =, what they stand for.
func (l *lexicon) read(text, name string) error {
	section := ""
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = line[1 : len(line)-1]
			continue
		case section == "":
			return fmt.Errorf("%s.txt:%d: no section yet", name, n+1)
		}
		if section == "stopwords" || section == "abbreviations" || section == "joined" {
			l.list[section] = append(l.list[section], strings.Fields(line)...)
			continue
		}
		phrases, value, _ := strings.Cut(line, " = ")
		for _, phrase := range strings.Split(phrases, "|") {
			l.add(section, strings.TrimSpace(phrase), strings.TrimSpace(value))
		}
	}
	for _, w := range l.list["stopwords"] {
		l.stops[w] = true
	}
	for _, w := range l.list["joined"] {
		l.joins[w] = true
	}
	return nil
}

func (l *lexicon) add(class, phrase, value string) {
	e := &entry{class: class, value: value}
	for _, w := range strings.Fields(phrase) {
		e.words = append(e.words, matchersOf(w)...)
	}
	if len(e.words) == 0 || len(e.words) > longest {
		return
	}
	first := e.words[0]
	l.first[first.how][first.text] = append(l.first[first.how][first.text], e)
}

// matchersOf cuts a word of a table as a text is cut: "d'ici" is two.
func matchersOf(w string) []matcher {
	if s, ok := strings.CutSuffix(w, "*"); ok {
		if cut := lex([]byte(s), 0, len(s), nil); len(cut) > 1 {
			head := matchersOf(s[:cut[len(cut)-1].from])
			return append(head, matcher{cut[len(cut)-1].norm, stem})
		}
		return []matcher{{fold(s), stem}}
	}
	if s, ok := strings.CutPrefix(w, "*"); ok {
		return []matcher{{fold(s), ending}}
	}
	if strings.HasSuffix(w, "'") && len(w) > 1 && !strings.ContainsAny(w[:len(w)-1], "'") {
		return []matcher{{fold(w), whole}}
	}
	var out []matcher
	for _, t := range lex([]byte(w), 0, len(w), nil) {
		if acronym(t.text) {
			out = append(out, matcher{t.text, exact})
		} else {
			out = append(out, matcher{t.norm, whole})
		}
	}
	return out
}

// acronym reports whether a word is two or more capitals, and so matched as it
// stands.
func acronym(s string) bool {
	n := 0
	for _, r := range s {
		if strings.ToLower(string(r)) == string(r) && r != '.' && r != '-' {
			return false
		}
		n++
	}
	return n >= 2
}

// beginning lists the entries whose first word matches the token.
func (l *lexicon) beginning(t *token) []*entry {
	key := t.norm
	if t.text != t.norm && (acronym(t.text) || t.capital) {
		key = t.text
	}
	if found, ok := l.cache.Load(key); ok {
		return found.([]*entry)
	}
	out := append([]*entry(nil), l.first[whole][t.norm]...)
	out = append(out, l.first[exact][t.text]...)
	if name := spelled(t); name != "" {
		out = append(out, l.first[exact][name]...)
	}
	if town, _, ok := strings.Cut(t.norm, "-"); ok && len(town) > 4 {
		for _, e := range l.first[whole][town] {
			if e.class == "place" && len(e.words) == 1 {
				e = &entry{e.class, e.value, []matcher{{t.norm, whole}}}
				out = append(out, e) // Nîmes-Garons
			}
		}
	}
	if head, ok := strings.CutSuffix(t.norm, "-led"); ok {
		for _, e := range l.first[whole][head] {
			if e.class == "country" && len(e.words) == 1 {
				out = append(out, &entry{e.class, e.value, []matcher{{t.norm, whole}}}) // the Kenya-led mission
			}
		}
	}
	for i := range t.norm {
		if i > 0 && i <= 40 {
			out = append(out, l.first[stem][t.norm[:i]]...)
		}
	}
	out = append(out, l.first[stem][t.norm]...)
	for i := len(t.norm); i > 0 && len(t.norm)-i < 24; {
		_, n := utf8.DecodeLastRuneInString(t.norm[:i])
		i -= n
		if i > 0 {
			out = append(out, l.first[ending][t.norm[i:]]...)
		}
	}
	if len(t.norm) <= 40 {
		l.cache.Store(key, out)
	}
	return out
}

// mark is a phrase of the tables, found at tokens [from, to) of a sentence.
type mark struct {
	class, value string
	from, to     int
}

// mark finds every phrase of the tables; of one class the longest at a place.
func (l *lexicon) mark(tokens []token) []mark {
	var out []mark
	for i := range tokens {
		if tokens[i].kind != word {
			continue
		}
		begin := len(out)
	entries:
		for _, e := range l.beginning(&tokens[i]) {
			if i+len(e.words) > len(tokens) || i > 0 && l.surname(e, &tokens[i]) {
				continue
			}
			for k := range e.words {
				if !e.words[k].matches(&tokens[i+k]) {
					continue entries
				}
			}
			m := mark{e.class, e.value, i, i + len(e.words)}
			for k := begin; k < len(out); k++ {
				if out[k].class == m.class {
					if m.to > out[k].to {
						out[k] = m
					}
					continue entries
				}
			}
			out = append(out, m)
		}
	}
	return out
}

// surname reports whether a Russian word with a capital is a name, though it has the
// form of a people's or of a verb: Поляков, Чехов.
func (l *lexicon) surname(e *entry, t *token) bool {
	if l.lang == "ru" && e.class == "past" && e.words[0].how == ending && t.capital {
		return true // Сомали, Мали
	}
	if first := e.words[0]; l.lang == "ru" && e.class == "place" && first.how == stem && len(t.norm) >= len(first.text)+8 && (strings.HasSuffix(t.norm, "ов") || strings.HasSuffix(t.norm, "ев")) {
		return true // Кабулжанов
	}
	return l.lang == "ru" && e.class == "demonym" && e.words[0].how == whole && t.capital && strings.HasSuffix(t.norm, "ов")
}
