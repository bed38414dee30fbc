package missionfile

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sortie"
	"sortie/internal/lang"
)

// mark is a place in one of the files of a book.
type mark struct{ source, line, col int32 }

// source is a file that was read, kept so that diagnostics can quote it.
type source struct {
	name        string
	text        []byte
	sheet       string  // of a workbook: its marks are cells
	byteColumns bool    // its marks count bytes, not characters
	lines       []int32 // offset of each line, made when the first is quoted
}

// book collects the files of one reading and what is wrong with them.
type book struct {
	sources     []*source
	diagnostics []Diagnostic
	marks       []mark
	kept        map[sortie.Severity]int
	dropped     int
	failed      bool
}

func (b *book) open(name string, text []byte, byteColumns bool) int32 {
	b.sources = append(b.sources, &source{name: name, text: text, byteColumns: byteColumns})
	return int32(len(b.sources) - 1)
}

// add appends a finding at its place. Past the limit it is only counted: a
// reader who has a thousand findings does not need the next.
func (b *book) add(at mark, f sortie.Finding) {
	if f.Severity == sortie.Error {
		b.failed = true
	}
	if b.kept == nil {
		b.kept = map[sortie.Severity]int{}
	}
	if b.kept[f.Severity]++; b.kept[f.Severity] > maxKept {
		b.dropped++
		return
	}
	f.Message, f.Hint, f.Path = cropped(f.Message), cropped(f.Hint), crop([]byte(f.Path), maxMessage)
	d := Diagnostic{Finding: f}
	if int(at.source) < len(b.sources) {
		s := b.sources[at.source]
		d.File = s.name
		switch {
		case at.line > 0 && s.sheet != "":
			d.Line, d.Col, d.Cell = int(at.line), int(at.col), s.sheet+"!"+cellName(int(at.line), int(at.col))
		case at.line > 0:
			d.Line, d.Col, d.Source, d.Caret = s.quote(int(at.line), int(at.col))
		}
	}
	b.diagnostics = append(b.diagnostics, d)
	b.marks = append(b.marks, at)
}

// sort puts the diagnostics in the order in which a reader meets them.
func (b *book) sort() {
	order := make([]int, len(b.marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		p, q := b.marks[i], b.marks[j]
		return cmp.Or(cmp.Compare(p.source, q.source), cmp.Compare(p.line, q.line), cmp.Compare(p.col, q.col))
	})
	diagnostics, marks := make([]Diagnostic, len(order)), make([]mark, len(order))
	for to, from := range order {
		diagnostics[to], marks[to] = b.diagnostics[from], b.marks[from]
	}
	b.diagnostics, b.marks = diagnostics, marks
}

// quoted is how much of a very long line is shown, in characters.
const quoted = 160

// quote is the line with the place in it: line and column from 1, the part of
// the line to show, and how many characters of that part lie before the place.
func (s *source) quote(line, col int) (int, int, string, int) {
	if s.lines == nil {
		s.lines = []int32{0}
		for i := 0; ; {
			n := bytes.IndexByte(s.text[i:], '\n')
			if n < 0 {
				break
			}
			i += n + 1
			s.lines = append(s.lines, int32(i))
		}
	}
	line = min(max(line, 1), len(s.lines))
	text := s.text[s.lines[line-1]:]
	if line < len(s.lines) {
		text = text[:s.lines[line]-s.lines[line-1]]
	}
	text = bytes.TrimRight(text, "\r\n")
	before := max(col-1, 0)
	if s.byteColumns {
		at := min(before, len(text))
		if at > 1<<16 { // counting characters from afar, once for each diagnostic, would take for ever
			from := at - quoted/2
			return line, before + 1, "…" + crop(text[from:], quoted), quoted/2 + 1
		}
		before = utf8.RuneCount(text[:at])
	}
	if before > quoted {
		from, skip := 0, before-quoted/2
		for range skip {
			_, size := utf8.DecodeRune(text[from:])
			from += size
		}
		return line, before + 1, "…" + crop(text[from:], quoted), before - skip + 1
	}
	return line, before + 1, crop(text, 2*quoted), before
}

// crop is the first n characters, printable.
func cropped(t lang.Text) lang.Text {
	return lang.Each(func(l lang.Lang) string { return crop([]byte(t.In(l)), maxMessage) })
}

func crop(text []byte, n int) string {
	if len(text) > 4*n {
		text = text[:4*n]
	}
	s := printable(strings.ToValidUTF8(string(text), "\uFFFD"))
	runes := []rune(s)
	if len(runes) > n {
		return string(runes[:n]) + "…"
	}
	return s
}
