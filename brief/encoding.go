package brief

import (
	"bytes"
	"regexp"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"sortie/internal/lang"
)

// MaxBytes is the largest announcement that is read.
const MaxBytes = 8 << 20

// InputError is a file that cannot be read as an announcement, and why.
type InputError struct{ Why lang.Text }

func (e *InputError) Error() string { return e.Why.String() }

// Said is the reason in every language.
func (e *InputError) Said() lang.Text { return e.Why }

// charset decodes a file byte by byte.
type charset struct {
	name  string
	table *charmap.Charmap // nil: UTF-8
}

// rune decodes the character at the beginning of data and says its length.
func (c charset) rune(data []byte) (rune, int) {
	if c.table != nil {
		return c.table.DecodeByte(data[0]), 1
	}
	return utf8.DecodeRune(data)
}

var magic = []struct {
	begins string
	is     lang.Phrase
}{
	{"%PDF", aPDF}, {"PK\x03\x04", aZip}, {"\xd0\xcf\x11\xe0", aDocument},
	{"\x89PNG", aPicture}, {"\xff\xd8\xff", aPicture}, {"GIF8", aPicture}, {"\x1f\x8b", compressed}, {"{\\rtf", anRTF},
}

var metaCharset = regexp.MustCompile(`(?i)charset\s*=\s*["']?\s*([a-z0-9_-]{3,20})`)

// detect finds the encoding of a file, or says why it is no text. The notes
// are what a reader should know although the text can be read.
func detect(data []byte) (c charset, note lang.Text, err error) {
	switch {
	case len(data) > MaxBytes:
		return c, note, &InputError{tooLarge.Text(len(data)>>20, MaxBytes>>20)}
	case len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))) == 0:
		return c, note, &InputError{isEmpty.Text()}
	case bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")):
		return c, note, &InputError{isUTF16.Text()}
	}
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.begins)) {
			return c, note, &InputError{isNoText.Text(m.is)}
		}
	}
	if n := controls(data); n > 0 && (bytes.IndexByte(data, 0) >= 0 || n*20 > len(data)) {
		return c, note, &InputError{hasNoText.Text()}
	}
	multi, bad, first := sequences(data)
	switch {
	case bad == 0:
		return charset{name: "utf-8"}, note, nil
	case multi > 0 && bad*100 <= multi:
		return charset{name: "utf-8"}, passedOver.Text(bad), nil
	case multi > 2*bad || multi > 20 && multi*3 > bad:
		return c, note, &InputError{isMixed.Text(strconv.Itoa(first))}
	}
	c = single(data)
	return c, readAs.Text(c.name), nil
}

// sequences counts the characters of several bytes that are UTF-8, and the
// bytes that are not.
func sequences(data []byte) (multi, bad, first int) {
	first = -1
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			if bad++; first < 0 {
				first = i
			}
		} else {
			multi++
		}
		i += n
	}
	return multi, bad, first
}

func controls(data []byte) (n int) {
	for _, b := range data {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b {
			n++
		}
	}
	return n
}

// single guesses an encoding of one byte a character: what the page says, or
// else by which letters stand beside which.
func single(data []byte) charset {
	head := data[:min(len(data), 4096)]
	if m := metaCharset.FindSubmatch(head); m != nil {
		switch string(bytes.ToLower(m[1])) {
		case "windows-1251", "cp1251":
			return charset{"windows-1251", charmap.Windows1251}
		case "koi8-r":
			return charset{"koi8-r", charmap.KOI8R}
		case "windows-1252", "iso-8859-1", "latin1", "iso-8859-15":
			return charset{"windows-1252", charmap.Windows1252}
		}
	}
	high, letters := 0, 0
	for _, b := range data {
		switch {
		case b >= 0xc0:
			high++
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			letters++
		}
	}
	if high*2 < letters {
		return charset{"windows-1252", charmap.Windows1252}
	}
	if common(data, charmap.KOI8R) > common(data, charmap.Windows1251) {
		return charset{"koi8-r", charmap.KOI8R}
	}
	return charset{"windows-1251", charmap.Windows1251}
}

// common counts small Cyrillic letters that are frequent in Russian.
func common(data []byte, table *charmap.Charmap) (n int) {
	for _, b := range data {
		if b < utf8.RuneSelf {
			continue
		}
		switch table.DecodeByte(b) {
		case 'о', 'е', 'а', 'и', 'н', 'т', 'с', 'р', 'в', 'л':
			n++
		}
	}
	return n
}
