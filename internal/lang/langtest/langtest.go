// Package langtest holds what people are told to both of its languages.
package langtest

import (
	"regexp"
	"strings"
	"testing"

	"sortie/internal/lang"
)

var (
	english  = regexp.MustCompile(`(^|[\s«("])(the|is|are|and|of|has|have|not|there|which|people)([\s»,;:.)"]|$)`)
	quoted   = regexp.MustCompile(`« [^»]* »`)
	unspaced = regexp.MustCompile(` [;:!?»]|« |[\pL\d»][;!?]`)
)

// French fails a test to which something is told that is the same in both
// languages, has English words in French, lacks the space before a mark that
// French has, or was not filled in. What it says of names in it is wrong where
// these are English words.
func French(t testing.TB, said lang.Text) {
	t.Helper()
	if fault := Fault(said); fault != "" {
		t.Errorf("%s: %q, in English %q", fault, said.In(lang.FR), said.In(lang.EN))
	}
}

// Fault is what is wrong with the French of a text; empty where nothing is.
func Fault(said lang.Text) string {
	en, fr := said.In(lang.EN), said.In(lang.FR)
	own := quoted.ReplaceAllString(fr, "«  »") // what is quoted is not ours
	switch {
	case en == "" || fr == "":
		return "a language is missing"
	case en == fr:
		return "not translated"
	case strings.Contains(en+fr, "%!"):
		return "not filled in"
	case english.MatchString(own):
		return "English in French"
	case unspaced.MatchString(own):
		return "a mark without its narrow no-break space"
	}
	return ""
}
