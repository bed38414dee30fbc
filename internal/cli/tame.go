package cli

import (
	"io"
	"strings"
	"unicode"
)

// tame writes text for people. Names come from files of other people: control
// characters that would move the cursor, change the title or turn the reading
// direction are written as a replacement character.
type tame struct{ to io.Writer }

func (t tame) Write(p []byte) (int, error) {
	if _, err := io.WriteString(t.to, harmless(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
}

// oneLine keeps a text from a file on the line it is printed on.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\t', '\u2028', '\u2029':
			return ' '
		}
		return r
	}, s)
}
