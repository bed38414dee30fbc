package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

type tokenKind uint8

const (
	word tokenKind = iota
	number
	ordinal // 19th, 1er, 38-я
	date    // 13.01.2022, 2022-01-13
	clock   // 14:05, 14h05
	punct
)

// token is a word, a number in digits or a mark, as a range of the flat text.
type token struct {
	from, to int
	kind     tokenKind
	glued    bool // no space before it
	capital  bool // begins with a capital letter
	text     string
	norm     string // lower case, composed, ё as е
	value    float64
	digits   int    // how many digits a number is written with; 0 where it is grouped or has a fraction
	ymd      [3]int // of a date: year, month, day
	other    [3]int // of 01/02/2022: the other reading
}

// lex cuts text[from:to] into tokens, appended to out.
func lex(text []byte, from, to int, out []token) []token {
	for i := from; i < to; {
		r, n := utf8.DecodeRune(text[i:to])
		if unicode.IsSpace(r) || r == '\u200b' {
			i += n
			continue
		}
		t := token{from: i, kind: punct, glued: i > from && !spaceBefore(text[from:i])}
		switch {
		case r >= '0' && r <= '9':
			i = lexDigits(text, i, to, &t)
		case (r == '\'' || r == '’') && t.glued && englishEnding(text[i+n:to]):
			i = lexWord(text, i+n, to)
			t.kind = word
		case unicode.IsLetter(r):
			i = lexWord(text, i, to)
			t.kind = word
		default:
			i += n
		}
		t.to = i
		t.text = string(text[t.from:t.to])
		if t.kind == word {
			t.capital = unicode.IsUpper(r)
			t.norm = fold(t.text)
			out = splitGlued(t, out)
			continue
		}
		t.norm = t.text
		out = append(out, t)
		if (t.kind == number) && i < to {
			i, out = lexSuffix(text, i, to, out)
		}
	}
	return out
}

func spaceBefore(before []byte) bool {
	r, _ := utf8.DecodeLastRune(before)
	return unicode.IsSpace(r)
}

// fold is how words are compared.
func fold(s string) string {
	for _, r := range s {
		if r >= 0x300 && r <= 0x36f {
			s = norm.NFC.String(s)
			break
		}
	}
	s = strings.ToLower(s)
	if strings.ContainsAny(s, "ё’‑‐œʼ") {
		s = folder.Replace(s)
	}
	return s
}

var folder = strings.NewReplacer("ё", "е", "’", "'", "ʼ", "'", "‑", "-", "‐", "-", "œ", "oe")

// lexWord ends a word that begins at i. An apostrophe ends a word that elides
// (l', d', jusqu'); an English ending ('s, 't) is a word of its own.
func lexWord(text []byte, i, to int) int {
	begin, letters := i, 0
	for i < to {
		r, n := utf8.DecodeRune(text[i:to])
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			letters++
		case r >= '0' && r <= '9':
		case r == '.' && letters == 1 && initials(text[i:to]):
			return i + initialsLength(text[i:to])
		case r == '-' || r == '\u2011' || r == '\u2010':
			if next, _ := utf8.DecodeRune(text[min(i+n, to):to]); !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return i
			}
		case r == '\'' || r == '’' || r == 'ʼ':
			next, _ := utf8.DecodeRune(text[min(i+n, to):to])
			if !unicode.IsLetter(next) {
				return i
			}
			if englishEnding(text[i+n : to]) {
				return i
			}
			if begin < i {
				return i + n
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// initials reports whether ".S." goes on, as in U.S.
func initials(rest []byte) bool {
	return len(rest) >= 3 && rest[1] >= 'A' && rest[1] <= 'Z' && rest[2] == '.'
}

func initialsLength(rest []byte) (n int) {
	for initials(rest[n:]) {
		n += 2
	}
	return n + 1
}

func englishEnding(rest []byte) bool {
	for _, e := range []string{"s", "t", "re", "ve", "ll", "d"} {
		if len(rest) >= len(e) && strings.EqualFold(string(rest[:len(e)]), e) {
			if next, _ := utf8.DecodeRune(rest[len(e):]); !unicode.IsLetter(next) {
				return true
			}
		}
	}
	return false
}

// runTogether are words of pages that come glued to the last word of a text.
var runTogether = []string{"Source", "Sources", "Crédit", "Photo", "Partager", "Share", "Источник", "Фото", "Поделиться"}

// splitGlued appends a word, in two where a page ran its own word into it
// ("joursSource").
func splitGlued(t token, out []token) []token {
	for _, head := range []string{"mid-", "mi-"} {
		if rest, ok := strings.CutPrefix(t.norm, head); ok && rest != "" && len(t.norm) == len(t.text) {
			cut := len(head) - 1
			return append(out, token{from: t.from, to: t.from + cut, kind: word, glued: t.glued, capital: t.capital, text: t.text[:cut], norm: head[:cut]},
				token{from: t.from + cut, to: t.from + cut + 1, kind: punct, glued: true, text: "-", norm: "-"},
				token{from: t.from + cut + 1, to: t.to, kind: word, glued: true, capital: t.text[cut+1] < 'a', text: t.text[cut+1:], norm: rest})
		}
	}
	if head, rest, ok := strings.Cut(t.text, "-"); ok && acronym(head) && rest != "" && rest == strings.ToLower(rest) && rest[0] >= 'a' && rest[0] <= 'z' {
		cut := len(head) // UN-backed, NATO-led
		return append(out, token{from: t.from, to: t.from + cut, kind: word, glued: t.glued, capital: true, text: head, norm: fold(head)},
			token{from: t.from + cut, to: t.from + cut + 1, kind: punct, glued: true, text: "-", norm: "-"},
			token{from: t.from + cut + 1, to: t.to, kind: word, glued: true, text: rest, norm: fold(rest)})
	}
	for _, tail := range runTogether {
		at := len(t.text) - len(tail)
		if at <= 0 || !strings.HasSuffix(t.text, tail) {
			continue
		}
		if r, _ := utf8.DecodeLastRuneInString(t.text[:at]); unicode.IsLower(r) {
			head := t
			head.to, head.text = t.from+at, t.text[:at]
			head.norm = fold(head.text)
			return append(out, head, token{from: t.from + at, to: t.to, kind: word, glued: true, capital: true, text: tail, norm: fold(tail)})
		}
	}
	return append(out, t)
}

// lexSuffix reads the letters right behind a number: 19th, 1er, 10-day, 8k.
func lexSuffix(text []byte, i, to int, out []token) (int, []token) {
	at := i
	if r, n := utf8.DecodeRune(text[i:to]); r == '-' || r == '\u2011' {
		at += n
	}
	r, _ := utf8.DecodeRune(text[at:to])
	if !unicode.IsLetter(r) {
		return i, out
	}
	end := lexWord(text, at, to)
	t := token{from: at, to: end, kind: word, glued: true, text: string(text[at:end])}
	t.norm = fold(t.text)
	switch t.norm {
	case "th", "st", "nd", "rd", "er", "ère", "re", "e", "ème", "eme", "го", "я", "й", "ый", "ой", "ю", "ая", "му", "м", "х":
		last := &out[len(out)-1]
		last.kind, last.to, last.text = ordinal, end, string(text[last.from:end])
		return end, out
	}
	return end, append(out, t)
}
