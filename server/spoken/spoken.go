// Package spoken says in which language a request is answered.
package spoken

import (
	"net/http"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"sortie/internal/lang"
)

// longest is how many bytes of Accept-Language are looked at: a browser sends
// some dozens.
const longest = 200

var (
	tags  = []language.Tag{language.English, language.French} // as lang.All
	match = language.NewMatcher(tags)
)

// Of is the language in which a request is answered: that of ?lang= where
// something is read, since neither links nor a browser's EventSource can set a
// header; else the one that Accept-Language prefers; else English.
func Of(r *http.Request) lang.Lang {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		asked := lang.Lang(r.URL.Query().Get("lang"))
		for _, l := range lang.All {
			if asked == l {
				return l
			}
		}
	}
	accept := strings.Join(r.Header.Values("Accept-Language"), ",") // one list, however many lines it has
	if len(accept) > longest {
		return lang.EN
	}
	_, i := language.MatchStrings(match, accept)
	return lang.All[i]
}

// Mark says of an answer which language it is in, and that another client might
// have got it in another.
func Mark(h http.Header, l lang.Lang) {
	h.Set("Content-Language", string(l))
	if !slices.Contains(h.Values("Vary"), "Accept-Language") {
		h.Add("Vary", "Accept-Language")
	}
}
