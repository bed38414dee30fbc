// Package lang says things to people in their language: phrases with their
// translations, and figures, times and lengths of time as a reader of that
// language writes them. Machine formats (JSON, CSV) never pass through it.
package lang

import "fmt"

// Lang is a language that the program speaks.
type Lang string

// The languages.
const (
	EN Lang = "en"
	FR Lang = "fr"
)

// All lists every language, the default first.
var All = []Lang{EN, FR}

// Phrase is one sentence or word in every language, with the verbs of
// [fmt.Sprintf]. Translations number their verbs (%[2]s) where the order
// differs.
type Phrase struct{ EN, FR string }

// In is the phrase in the language, without its arguments filled in.
func (p Phrase) In(l Lang) string {
	if l == FR {
		return p.FR
	}
	return p.EN
}

// Say fills the phrase in. Whole numbers and fractions among the arguments are
// written as the language writes them, so translations use %v or %s for them;
// phrases and texts among them are said in it too.
func (l Lang) Say(p Phrase, args ...any) string {
	if len(args) == 0 {
		return p.In(l)
	}
	said := make([]any, len(args))
	for i, a := range args {
		switch v := a.(type) {
		case int:
			said[i] = l.Int(v)
		case int64:
			said[i] = l.Int(int(v))
		case float64:
			said[i] = l.Number(v, 1)
		case Phrase:
			said[i] = v.In(l)
		case Text:
			said[i] = v.In(l)
		default:
			said[i] = a
		}
	}
	return fmt.Sprintf(p.In(l), said...)
}

// Counted is a phrase in the singular and the plural; both take the number as
// their first argument.
type Counted struct{ One, Many Phrase }

// Count fills in the form that the language uses for n: English has the
// singular for 1 alone, French for 0 as well.
func (l Lang) Count(n int, c Counted, args ...any) string {
	p := c.Many
	if n == 1 || l == FR && n == 0 {
		p = c.One
	}
	return l.Say(p, append([]any{n}, args...)...)
}

// List joins words as a sentence does: "a, b and c".
func (l Lang) List(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	last := len(words) - 1
	out := words[0]
	for _, w := range words[1:last] {
		out += ", " + w
	}
	return out + l.Say(Phrase{" and ", " et "}) + words[last]
}
