package missionfile

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"sortie/internal/lang"
)

// jsonScanner reads JSON (RFC 8259) strictly and keeps the place of all that it
// reads. The first error sticks and everything after it reads as empty.
type jsonScanner struct {
	text      string
	at        int
	line      int32
	lineStart int
	err       sentence // the first; empty while there is none
	errMark   mark
	source    int32
}

func newJSONScanner(text string, source int32) *jsonScanner {
	return &jsonScanner{text: text, line: 1, source: source}
}

func (s *jsonScanner) mark() mark {
	return mark{s.source, s.line, int32(s.at - s.lineStart + 1)}
}

func (s *jsonScanner) fail(p lang.Phrase, args ...any) {
	if s.err.empty() {
		s.err, s.errMark = say(p, args...), s.mark()
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

func (s *jsonScanner) expect(c byte, where lang.Phrase) bool {
	got := s.peek()
	if got == c {
		s.at++
		return true
	}
	if got == 0 {
		s.fail(jsonEnds, where, c)
	} else {
		s.fail(jsonExpects, c, where)
	}
	return false
}

// str reads a string with its quotes.
func (s *jsonScanner) str() string {
	if !s.expect('"', textBegins) {
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
			s.fail(controlInText)
			return ""
		}
	}
	s.fail(endlessText)
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
			s.fail(controlInText)
			return ""
		case c == '"':
			var out string
			if err := json.Unmarshal([]byte(s.text[start-1:i+1]), &out); err != nil {
				s.fail(noSuchEscape)
				return ""
			}
			s.at = i + 1
			return out
		}
	}
	s.fail(endlessText)
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
		s.fail(notJSONNumber)
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
	s.fail(noValueBegins, r)
	return ""
}

// elements calls each for every element of an array whose [ comes next.
func (s *jsonScanner) elements(each func(i int)) {
	if !s.expect('[', listBegins) {
		return
	}
	if s.peek() == ']' {
		s.at++
		return
	}
	for i := 0; s.err.empty(); i++ {
		each(i)
		switch s.peek() {
		case ',':
			s.at++
		default:
			s.expect(']', inAList)
			return
		}
	}
}

// members calls each for every member of an object whose { comes next.
func (s *jsonScanner) members(each func(key string, at mark)) {
	if !s.expect('{', objectBegins) {
		return
	}
	if s.peek() == '}' {
		s.at++
		return
	}
	for s.err.empty() {
		s.peek()
		at := s.mark()
		key := s.str()
		if !s.expect(':', afterAKey) {
			return
		}
		each(key, at)
		switch s.peek() {
		case ',':
			s.at++
		default:
			s.expect('}', inAnObject)
			return
		}
	}
}

// end refuses what follows the value.
func (s *jsonScanner) end() {
	if s.peek() != 0 || s.at < len(s.text) {
		s.fail(somethingAfter)
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
