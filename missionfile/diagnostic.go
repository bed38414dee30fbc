package missionfile

import (
	"fmt"
	"strings"
	"unicode"

	"sortie"
	"sortie/internal/lang"
)

// Diagnostic is a finding with its place in a file: data, to be printed, sent
// or counted.
type Diagnostic struct {
	sortie.Finding
	File   string `json:"file"`
	Line   int    `json:"line"`           // from 1; 0 where the finding has no line
	Col    int    `json:"col"`            // from 1, in characters
	Cell   string `json:"cell,omitempty"` // of a workbook, such as units!C5: its row and column are Line and Col, and there is no Source
	Source string `json:"source,omitempty"`
	Caret  int    `json:"caret"` // characters of Source before the place meant; Source is a part of a very long line
}

// Render prints the diagnostic as compilers do: a line with place, severity,
// message and rule, the source line with a caret below, and the hint.
func (d Diagnostic) Render(l lang.Lang) string {
	var b strings.Builder
	b.WriteString(printable(d.File))
	switch {
	case d.Cell != "":
		b.WriteString(":" + printable(d.Cell))
	case d.Line > 0:
		fmt.Fprintf(&b, ":%d:%d", d.Line, d.Col)
	}
	fmt.Fprintf(&b, ": %s: %s [%s]\n", d.Severity, printable(d.Message.In(l)), d.Rule)
	if d.Line > 0 && d.Cell == "" {
		fmt.Fprintf(&b, "    %s\n    %s^\n", d.Source, blanks(d.Source, d.Caret))
	}
	if hint := d.Hint.In(l); hint != "" {
		fmt.Fprintf(&b, "  hint: %s\n", printable(hint))
	}
	return b.String()
}

// blanks is as wide on a terminal as the first n characters of s.
func blanks(s string, n int) string {
	var b strings.Builder
	for _, r := range s {
		if n--; n < 0 {
			break
		}
		switch {
		case r == '\t':
			b.WriteByte('\t')
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case isWide(r):
			b.WriteString("  ")
		default:
			b.WriteByte(' ')
		}
	}
	if n > 0 {
		b.WriteString(strings.Repeat(" ", n))
	}
	return b.String()
}

// isWide reports whether terminals draw the character two columns wide.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) ||
		r >= 0xFF01 && r <= 0xFF60 || r >= 0x1F300 && r <= 0x1FAFF
}

// printable keeps a file from steering the terminal that its text is shown on.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case unicode.IsControl(r), r == 0x2028, r == 0x2029, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
