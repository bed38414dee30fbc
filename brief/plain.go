package brief

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"sortie/internal/lang"
)

// readPlain flattens plain text or Markdown: emphasis, link targets and
// pictures fall away, lines that were wrapped come together again.
func readPlain(data []byte, c charset) *page {
	p := &page{}
	for i := skipBOM(data, c); i < len(data); {
		rest := data[i:]
		switch {
		case rest[0] == '!' && len(rest) > 1 && rest[1] == '[', rest[0] == ']' && len(rest) > 1 && rest[1] == '(':
			if n := bytes.IndexByte(rest[:min(len(rest), 2000)], ')'); n > 0 && bytes.IndexByte(rest[:n], '\n') < 0 {
				i += n + 1
				continue
			}
		case rest[0] == '[' && bytes.IndexByte(rest[:min(len(rest), 300)], ']') > 0, rest[0] == '`':
			i++
			continue
		case rest[0] == '*' && (len(rest) < 2 || rest[1] != ' '), rest[0] == '_' && emphasis(data, i):
			i++
			continue
		case bytes.HasPrefix(rest, []byte("http://")), bytes.HasPrefix(rest, []byte("https://")):
			for i < len(data) && !isSpace(data[i]) && data[i] != ')' && data[i] != '>' {
				i++
			}
			continue
		}
		r, n := c.rune(rest)
		if keep(r, n) {
			p.add(r, i, i+n)
		}
		i += n
	}
	p.lines()
	return p
}

// keep leaves out what is not seen: soft hyphens, marks of direction, bytes
// that are no character.
func keep(r rune, n int) bool {
	switch {
	case r == utf8.RuneError && n == 1, r == '\u00ad', r == '\ufeff', r == '\u200b', r == '\u200e', r == '\u200f', r == '\u2060':
		return false
	}
	return true
}

func skipBOM(data []byte, c charset) int {
	if c.table == nil && bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		return 3
	}
	return 0
}

func emphasis(data []byte, i int) bool {
	letter := func(k int) bool {
		return k >= 0 && k < len(data) && (data[k] >= utf8.RuneSelf || unicode.IsLetter(rune(data[k])) || unicode.IsDigit(rune(data[k])))
	}
	return !letter(i-1) || !letter(i+1)
}

type line struct {
	from, to int
	runes    int
}

// lines cuts the flat text into blocks at its line breaks.
func (p *page) lines() {
	var all []line
	for from := 0; from <= len(p.text); {
		to := from + bytes.IndexByte(p.text[from:], '\n')
		if to < from {
			to = len(p.text)
		}
		all = append(all, line{from, to, utf8.RuneCount(bytes.TrimSpace(p.text[from:to]))})
		from = to + 1
	}
	for i := 0; i < len(all); i++ {
		if all[i].runes == 0 {
			continue
		}
		from, to := all[i].from, all[i].to
		r := lineRole(p.text[from:to])
		for r == prose && i+1 < len(all) && p.wrapped(all[i], all[i+1]) {
			i++
			to = all[i].to
		}
		if r == prose && !sentenceLike(p.text[from:to]) {
			r = heading
		}
		p.close(from, r, lang.Text{}, false)
		if n := len(p.blocks); n > 0 && p.blocks[n-1].from >= from {
			p.blocks[n-1].to = min(p.blocks[n-1].to, to)
			for e := &p.blocks[n-1]; e.to > e.from && isSpace(p.text[e.to-1]); {
				e.to--
			}
		}
	}
}

// wrapped reports whether a line goes on in the next one.
func (p *page) wrapped(a, b line) bool {
	if a.runes < 45 || b.runes == 0 {
		return false
	}
	next := bytes.TrimSpace(p.text[b.from:b.to])
	first, _ := utf8.DecodeRune(next)
	if lineRole(next) != prose {
		return false
	}
	last := bytes.TrimSpace(p.text[a.from:a.to])
	if end := last[len(last)-1]; end == '.' || end == '!' || end == '?' {
		return a.runes >= 60 && a.runes <= 100 && b.runes <= 100 && unicode.IsLower(first)
	}
	return unicode.IsLower(first) || unicode.IsDigit(first) || a.runes >= 60 && a.runes <= 100
}

// lineRole tells headings and list entries of Markdown by how they begin.
func lineRole(text []byte) role {
	text = bytes.TrimSpace(text)
	switch {
	case bytes.HasPrefix(text, []byte("#")) && len(text) > 1 && (text[1] == '#' || text[1] == ' '):
		return heading
	case bytes.HasPrefix(text, []byte("- ")), bytes.HasPrefix(text, []byte("* ")), bytes.HasPrefix(text, []byte("• ")), bytes.HasPrefix(text, []byte("· ")), bytes.HasPrefix(text, []byte("– ")), bytes.HasPrefix(text, []byte("|")) && bytes.HasSuffix(text, []byte("|")):
		return item
	}
	return prose
}

// sentenceLike tells prose from a title: it ends as a sentence does, is long,
// or someone speaks in it ("TOKAYEV: …").
func sentenceLike(text []byte) bool {
	text = bytes.TrimSpace(text)
	trimmed := bytes.TrimRightFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.Pf, unicode.Pe) || r == '"' })
	words := len(bytes.Fields(text))
	if len(trimmed) == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRune(trimmed)
	if (r == '.' || r == '!' || r == '?' || r == '…') && words >= 3 {
		return true
	}
	if r == ':' && words >= 4 {
		return true // "The minister said:", and a quotation below
	}
	if at := bytes.IndexByte(text, ':'); at > 0 && at < 40 && words >= 6 && len(bytes.Fields(text[:at])) <= 4 && bytes.Equal(text[:at], bytes.ToUpper(text[:at])) && run(text) == 0 {
		return true
	}
	return words >= 20 || bytes.ContainsAny(text, ".") && words >= 14 || bytes.Contains(text, []byte("#")) || bytes.Contains(text, []byte("@"))
}
