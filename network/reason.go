package network

import (
	"regexp"
	"strings"

	"sortie/internal/lang"
)

// reasons are the sentences of which a reason is made, the widest first.
var reasons = patterns(noChain, because, noWayVia, noWay, noFleet, seatless, seatlessOne, fitsNowhere, noRoom)

// pattern finds what a phrase is filled in with, in English.
type pattern struct {
	phrase lang.Phrase
	is     *regexp.Regexp
}

func patterns(phrases ...lang.Phrase) []pattern {
	var out []pattern
	for _, p := range phrases {
		out = append(out, pattern{p, regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(p.EN), "%s", "(.+?)") + "$")})
	}
	return out
}

// Unreached is why a plan leaves behind what some itinerary could bring.
func Unreached() lang.Text { return noRoom.Text() }

// Reason is why a plan leaves something behind, as the plan has it in English,
// in every language: where it is [Network.Stranded]'s or [Unreached], after the
// equipment type where it has one. What somebody else has written stays as it is.
func Reason(said string) lang.Text {
	if len(said) > 2000 {
		return lang.Plain(said)
	}
	text, _ := reason(said, 4)
	return text
}

// reason reads a sentence with those in it, so many deep, and whether any of it
// is ours.
func reason(said string, deep int) (lang.Text, bool) {
	for _, r := range reasons {
		found := r.is.FindStringSubmatch(said)
		if found == nil || deep == 0 {
			continue
		}
		ours := r.phrase != because
		var args []any
		for _, part := range found[1:] {
			inner, known := reason(part, deep-1)
			ours = ours || known
			args = append(args, inner)
		}
		if ours {
			return r.phrase.Text(args...), true
		}
	}
	return figure(said), false
}

var aFigure = regexp.MustCompile(`^\d+(\.\d+)?$`)

// figure is a number written as each language does; what is none stays.
func figure(said string) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		if l == lang.FR && aFigure.MatchString(said) {
			return strings.Replace(said, ".", ",", 1)
		}
		return said
	})
}
