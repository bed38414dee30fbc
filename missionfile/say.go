package missionfile

import (
	"slices"
	"strings"

	"sortie/internal/lang"
)

// sentence is something to be said once it is known that somebody reads it: a
// bad file has more findings than are kept. The zero sentence says nothing.
type sentence struct {
	phrase lang.Phrase
	args   []any // those of [lang.Phrase.Text], sentences and figures
}

func say(p lang.Phrase, args ...any) sentence { return sentence{p, args} }

// asWritten says the same in every language: what a file says, or a key.
func asWritten(s string) sentence { return say(lang.Phrase{EN: "%s", FR: "%s"}, s) }

func (s sentence) empty() bool { return s.phrase == lang.Phrase{} }

// text is the sentence in every language.
func (s sentence) text() lang.Text {
	if s.empty() {
		return lang.Text{}
	}
	args := slices.Clone(s.args)
	for i, a := range args {
		switch a := a.(type) {
		case sentence:
			args[i] = a.text()
		case figure:
			args[i] = lang.Each(func(l lang.Lang) string { return l.Number(float64(a), -1) })
		}
	}
	return s.phrase.Text(args...)
}

// figure is a number that is said with all its decimals.
type figure float64

// noun is what a reader calls a kind of thing.
type noun struct {
	lang.Phrase
	feminine bool // in French
}

// one is a thing of the kind, with its article.
func (n noun) one() lang.Phrase {
	one := n.with("a", "un", "une")
	one.EN = withArticle(n.EN)
	return one
}

// no is none of the kind.
func (n noun) no() lang.Phrase {
	return n.with("no", "aucun", "aucune")
}

// second is another thing of the kind.
func (n noun) second() lang.Phrase {
	return n.with("a second", "un second", "une seconde")
}

func (n noun) with(english, masculine, feminine string) lang.Phrase {
	french := masculine
	if n.feminine {
		french = feminine
	}
	return lang.Phrase{EN: english + " " + n.EN, FR: french + " " + n.FR}
}

// withArticle is the English name of one thing: a unit, an item.
func withArticle(name string) string {
	if strings.ContainsRune("aeio", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}
