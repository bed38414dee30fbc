package brief

import (
	"unicode/utf8"

	"sortie/internal/lang"
)

// flat is text as the reader sees it, UTF-8, with the place in the file of
// every byte of it. Markup is gone and entities are characters.
type flat struct {
	text  []byte
	start []int32 // where in the file the character of a byte begins
	end   []int32 // and where it ends
}

// add appends a character that the file holds at [from, to).
func (f *flat) add(r rune, from, to int) {
	before := len(f.text)
	f.text = utf8.AppendRune(f.text, r)
	for range len(f.text) - before {
		f.start = append(f.start, int32(from))
		f.end = append(f.end, int32(to))
	}
}

// span is where in the file the text [from, to) lies.
func (f *flat) span(from, to int) (start, end int) {
	if from >= to || from >= len(f.text) {
		return 0, 0
	}
	return int(f.start[from]), int(f.end[to-1])
}

// role is what a block of a page is.
type role int

const (
	prose   role = iota // sentences
	heading             // a line that stands over others
	item                // an entry of a list
	aside               // menu, share buttons, other articles: named, not read
)

// block is a paragraph, a heading or a line, as a range of the flat text.
type block struct {
	from, to int
	role     role
	why      lang.Text // why it is set aside
	own      bool      // the text's own headline
	linked   bool      // all of it is one link
}

// page is a text cut into blocks.
type page struct {
	flat
	blocks []block
	dated  []stamp // dates that the page itself gives for its publication
}

// open begins a block and close ends it; an empty one is dropped.
func (p *page) close(from int, r role, why lang.Text, linked bool) {
	to := len(p.text)
	for from < to && isSpace(p.text[from]) {
		from++
	}
	for to > from && isSpace(p.text[to-1]) {
		to--
	}
	if from < to {
		p.blocks = append(p.blocks, block{from: from, to: to, role: r, why: why, linked: linked})
	}
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }
