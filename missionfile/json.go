package missionfile

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// jsonScanner reads JSON (RFC 8259) strictly and keeps the place of all that it
// reads. The first error sticks and everything after it reads as empty.
type jsonScanner struct {
	text      string
	at        int
	line      int32
	lineStart int
	err       string
	errMark   mark
	source    int32
}

func newJSONScanner(text string, source int32) *jsonScanner {
	return &jsonScanner{text: text, line: 1, source: source}
}

func (s *jsonScanner) mark() mark {
	return mark{s.source, s.line, int32(s.at - s.lineStart + 1)}
}

func (s *jsonScanner) fail(format string, args ...any) {
	if s.err == "" {
		s.err, s.errMark = fmt.Sprintf(format, args...), s.mark()
		s.at = len(s.text)
	}
}

// peek skips white space and is the next byte, 0 at the end.
func (s *jsonScanner) peek() byte {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; c {
		case '\n':
			s.line++
			s.lineStart = s.at + 1
		case ' ', '\t', '\r':
		default:
			return c
		}
		s.at++
	}
	return 0
}

func (s *jsonScanner) expect(c byte, where string) bool {
	got := s.peek()
	if got == c {
		s.at++
		return true
	}
	if got == 0 {
		s.fail("the text ends %s, where %q should stand", where, c)
	} else {
		s.fail("%q should stand here, %s", c, where)
	}
	return false
}

// str reads a string with its quotes.
func (s *jsonScanner) str() string {
	if !s.expect('"', "where a text begins") {
		return ""
	}
	start := s.at
	for i := start; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '"':
			s.at = i + 1
			return s.text[start:i]
		case c == '\\':
			return s.escaped(start, i)
		case c < ' ':
			s.at = i
			s.fail("a control character cannot stand in a text")
			return ""
		}
	}
	s.fail("this text has no end")
	return ""
}

// escaped finds the end of a string with escapes and leaves their meaning to
// the standard library.
func (s *jsonScanner) escaped(start, i int) string {
	for ; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '\\':
			i++
		case c < ' ':
			s.at = i
			s.fail("a control character cannot stand in a text")
			return ""
		case c == '"':
			var out string
			if err := json.Unmarshal([]byte(s.text[start-1:i+1]), &out); err != nil {
				s.fail("an escape in this text is not one of JSON's")
				return ""
			}
			s.at = i + 1
			return out
		}
	}
	s.fail("this text has no end")
	return ""
}

// number reads a number and is its text.
func (s *jsonScanner) number() string {
	start := s.at
	i := start
	digits := func() bool {
		from := i
		for i < len(s.text) && s.text[i] >= '0' && s.text[i] <= '9' {
			i++
		}
		return i > from
	}
	if i < len(s.text) && s.text[i] == '-' {
		i++
	}
	first := i
	ok := digits() && (i == first+1 || s.text[first] != '0')
	if ok && i < len(s.text) && s.text[i] == '.' {
		i++
		ok = digits()
	}
	if ok && i < len(s.text) && (s.text[i] == 'e' || s.text[i] == 'E') {
		i++
		if i < len(s.text) && (s.text[i] == '+' || s.text[i] == '-') {
			i++
		}
		ok = digits()
	}
	if !ok {
		s.fail("this is not a number as JSON writes it")
		return ""
	}
	s.at = i
	return s.text[start:i]
}

// word reads true, false or null.
func (s *jsonScanner) word() string {
	for _, word := range [...]string{"true", "false", "null"} {
		if strings.HasPrefix(s.text[s.at:], word) {
			s.at += len(word)
			return word
		}
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.at:])
	s.fail("a value cannot begin with %q", r)
	return ""
}

// elements calls each for every element of an array whose [ comes next.
func (s *jsonScanner) elements(each func(i int)) {
	if !s.expect('[', "where a list begins") {
		return
	}
	if s.peek() == ']' {
		s.at++
		return
	}
	for i := 0; s.err == ""; i++ {
		each(i)
		switch s.peek() {
		case ',':
			s.at++
		default:
			s.expect(']', "in a list")
			return
		}
	}
}

// members calls each for every member of an object whose { comes next.
func (s *jsonScanner) members(each func(key string, at mark)) {
	if !s.expect('{', "where an object begins") {
		return
	}
	if s.peek() == '}' {
		s.at++
		return
	}
	for s.err == "" {
		s.peek()
		at := s.mark()
		key := s.str()
		if !s.expect(':', "after a key") {
			return
		}
		each(key, at)
		switch s.peek() {
		case ',':
			s.at++
		default:
			s.expect('}', "in an object")
			return
		}
	}
}

// end refuses what follows the value.
func (s *jsonScanner) end() {
	if s.peek() != 0 || s.at < len(s.text) {
		s.fail("something follows after the end of the object")
	}
}

// pastValue passes over a value. It checks brackets and texts alone, and is for
// what has been checked already.
func (s *jsonScanner) pastValue() {
	depth := 0
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case '"':
			s.str()
			if depth == 0 {
				return
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth <= 0 {
				if depth == 0 {
					s.at++
				}
				return
			}
		case ',':
			if depth == 0 {
				return
			}
		}
		s.at++
	}
}
