package catalog

import (
	"strings"
	"sync"

	"sortie/internal/lang"
)

// Reason says in every language what the basis of a built-in type says that it
// assumes. What else is assumed is said as it is given: a mission has it in the
// language of its author.
func Reason(assumed string) lang.Text {
	if said, ok := reasons()[assumed]; ok {
		return said
	}
	return lang.Plain(assumed)
}

// reasons are what each built-in type assumes, by the English of it.
var reasons = sync.OnceValue(func() map[string]lang.Text {
	out := map[string]lang.Text{}
	add := func(figures []Figure) {
		if english := assumptions(figures, lang.EN); english != "" {
			out[english] = lang.Each(func(l lang.Lang) string { return assumptions(figures, l) })
		}
	}
	for _, r := range load().lifts {
		add(r.Figures)
	}
	for _, r := range load().equipment {
		add(r.Figures)
	}
	return out
})

var (
	ofFigures = lang.Phrase{EN: "%s: %s", FR: "%s : %s"}
	nextOne   = lang.Phrase{EN: "; ", FR: " ; "}
)

// assumptions is each assumption after the figures that it is about.
func assumptions(figures []Figure, l lang.Lang) string {
	var all []string
	for _, f := range figures {
		if f.Assumed != "" {
			said := lang.Phrase{EN: f.Assumed, FR: load().french[f.Assumed]}
			all = append(all, l.Say(ofFigures, strings.Join(f.Of, ", "), said))
		}
	}
	return strings.Join(all, nextOne.In(l))
}
