package brief

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"

	"sortie/internal/lang"
)

var looksHTML = regexp.MustCompile(`(?i)<(!doctype html|html|head|body|div|p|article|h1|span|br|table|meta)[\s/>]`)

// isHTML reports whether a file is a web page.
func isHTML(data []byte) bool {
	return looksHTML.Match(data[:min(len(data), 8192)])
}

var (
	blockTags = tagSet("address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead title tr ul button option select label")
	voidTags  = tagSet("area base br col embed hr img input link meta param source track wbr")
	hidden    = tagSet("script style template noscript svg iframe object canvas math textarea audio video map")
	setAside  = map[string]lang.Text{"nav": aMenu, "aside": aSide, "footer": aFoot, "form": aForm, "button": aButton, "select": aMenu, "figcaption": whyCaption, "dialog": aDialog, "label": aForm}
	// names are parts of class and id that sites give to what is not the text.
	names = []struct {
		part string
		why  lang.Text
	}{
		{"share", sharing}, {"social", sharing}, {"related", others}, {"recommend", others}, {"read-more", others}, {"readmore", others}, {"read-also", others},
		{"most-read", others}, {"mostread", others}, {"popular", others}, {"trending", others}, {"sidebar", aSide}, {"nav", aMenu}, {"menu", aMenu}, {"breadcrumb", aMenu},
		{"comment", comments}, {"newsletter", aForm}, {"subscribe", aForm}, {"cookie", aDialog}, {"promo", anAdvert}, {"advert", anAdvert}, {"banner", anAdvert}, {"sponsor", anAdvert},
		{"footer", aFoot}, {"caption", whyCaption}, {"ticker", others}, {"teaser", others}, {"also", others}, {"tags", aMenu}, {"login", aForm},
	}
)

func tagSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, t := range strings.Fields(s) {
		out[t] = true
	}
	return out
}

type element struct {
	name string
	why  lang.Text
}

// htmlReader flattens a page while it walks over its tokens.
type htmlReader struct {
	page
	data   []byte
	c      charset
	open   []element
	from   int // where the block begins
	linked int // bytes of it inside links
	links  int // open links
}

const deepest = 400

// readHTML flattens a web page. Every character keeps its bytes, also where it
// was written as an entity.
func readHTML(data []byte, c charset) *page {
	r := &htmlReader{data: data, c: c}
	z := xhtml.NewTokenizer(bytes.NewReader(data))
	at := 0
	for {
		kind := z.Next()
		size := len(z.Raw())
		switch kind {
		case xhtml.ErrorToken:
			r.between(at, min(at+size, len(data)))
			r.cut()
			return &r.page
		case xhtml.TextToken:
			r.between(at, at+size)
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			r.start(z, at, kind == xhtml.SelfClosingTagToken)
		case xhtml.EndTagToken:
			name, _ := z.TagName()
			r.end(string(name))
		}
		at += size
	}
}

func (r *htmlReader) top() element {
	if len(r.open) == 0 {
		return element{}
	}
	return r.open[len(r.open)-1]
}

func (r *htmlReader) start(z *xhtml.Tokenizer, at int, closed bool) {
	raw, more := z.TagName()
	name := string(raw)
	attrs := map[string]string{}
	for more && len(attrs) < 30 {
		var k, v []byte
		k, v, more = z.TagAttr()
		attrs[string(k)] = string(v)
	}
	switch name {
	case "meta":
		r.meta(attrs, at)
	case "time":
		if d, err := dateOf(attrs["datetime"]); err == nil && r.top().why.IsZero() {
			r.dated = append(r.dated, stamp{date: d, start: at, end: at + len(z.Raw()), rank: rankTime})
		}
	case "br":
		if sentenceEnds(r.text[r.from:]) {
			r.cut()
		} else {
			r.add('\n', at, at)
		}
	case "a":
		if !closed {
			r.links++
		}
	}
	if blockTags[name] {
		r.cut()
		r.implied(name)
	}
	if closed || voidTags[name] || len(r.open) >= deepest {
		return
	}
	e := element{name, r.top().why}
	if e.why.IsZero() {
		e.why = asideBy(name, attrs)
	}
	r.open = append(r.open, e)
}

// implied ends elements that a tag ends without saying so.
func (r *htmlReader) implied(name string) {
	switch t := r.top().name; {
	case t == "p", t == name && (name == "li" || name == "tr" || name == "td" || name == "dt" || name == "dd" || name == "option"):
		r.open = r.open[:len(r.open)-1]
	}
}

func asideBy(name string, attrs map[string]string) lang.Text {
	if why := setAside[name]; !why.IsZero() {
		return why
	}
	if role := attrs["role"]; role == "navigation" || role == "banner" || role == "complementary" || role == "contentinfo" {
		return aMenu
	}
	if name == "body" || name == "html" || name == "article" || name == "main" {
		return lang.Text{}
	}
	for _, label := range strings.FieldsFunc(strings.ToLower(attrs["class"]+" "+attrs["id"]), func(c rune) bool { return c == ' ' }) {
		for _, n := range names {
			if strings.HasPrefix(label, n.part) || strings.HasSuffix(label, n.part) || strings.Contains(label, "-"+n.part) || strings.Contains(label, "_"+n.part) {
				return n.why
			}
		}
	}
	if attrs["hidden"] != "" || attrs["aria-hidden"] == "true" {
		return whyHidden
	}
	return lang.Text{}
}

func (r *htmlReader) end(name string) {
	if blockTags[name] {
		r.cut()
	}
	if name == "a" && r.links > 0 {
		r.links--
	}
	for i := len(r.open) - 1; i >= 0 && i > len(r.open)-20; i-- {
		if r.open[i].name == name {
			r.open = r.open[:i]
			return
		}
	}
}

// cut ends the block at hand.
func (r *htmlReader) cut() {
	from := r.from
	r.from = len(r.text)
	if len(bytes.TrimSpace(r.text[from:])) == 0 {
		r.linked = 0
		return
	}
	t := r.top()
	kind := prose
	for _, e := range r.open[max(0, len(r.open)-6):] {
		switch {
		case len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6', e.name == "title":
			kind = heading
		case e.name == "li", e.name == "tr", e.name == "dd":
			kind = item
		}
	}
	if kind == prose && !sentenceLike(r.text[from:]) && !(t.name == "p" && r.linked == 0 && len(bytes.Fields(r.text[from:])) >= 8) {
		kind = heading
	}
	if !t.why.IsZero() {
		kind = aside
	}
	linked := r.linked*10 >= len(bytes.TrimSpace(r.text[from:]))*8
	r.linked = 0
	r.close(from, kind, t.why, linked)
	if t.name == "h1" && kind == heading && len(r.blocks) > 0 {
		r.blocks[len(r.blocks)-1].own = true
	}
	r.add('\n', len(r.data), len(r.data))
	r.from = len(r.text)
}

var jsonDate = regexp.MustCompile(`"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)`)

// text2 adds what stands between two tags.
func (r *htmlReader) between(from, to int) {
	if t := r.top().name; hidden[t] {
		if t == "script" {
			if m := jsonDate.FindSubmatchIndex(r.data[from:to]); m != nil {
				if d, err := dateOf(string(r.data[from+m[2] : from+m[3]])); err == nil {
					r.dated = append(r.dated, stamp{date: d, start: from + m[2], end: from + m[3], rank: rankMeta})
				}
			}
		}
		return
	}
	before := len(r.text)
	for i := from; i < to; {
		if r.data[i] == '&' {
			if n := bytes.IndexByte(r.data[i:min(to, i+34)], ';'); n > 0 {
				entity := string(r.data[i : i+n+1])
				if s := html.UnescapeString(entity); s != entity {
					for _, c := range s {
						if keep(c, 2) {
							r.add(c, i, i+n+1)
						}
					}
					i += n + 1
					continue
				}
			}
		}
		c, n := r.c.rune(r.data[i:])
		if keep(c, n) {
			if c == '\n' {
				c = ' '
			}
			r.add(c, i, i+n)
		}
		i += n
	}
	if r.links > 0 {
		r.linked += len(r.text) - before
	}
}

var publishedMeta = []string{"article:published_time", "og:published_time", "datepublished", "date", "pubdate", "dc.date", "dc.date.issued", "dcterms.date", "publish-date", "publication_date"}

func (r *htmlReader) meta(attrs map[string]string, at int) {
	key := strings.ToLower(attrs["property"] + attrs["name"] + attrs["itemprop"])
	if !slices.Contains(publishedMeta, key) {
		return
	}
	if d, err := dateOf(attrs["content"]); err == nil {
		end := at + bytes.IndexByte(r.data[at:], '>') + 1
		r.dated = append(r.dated, stamp{date: d, start: at, end: max(end, at), rank: rankMeta})
	}
}

func sentenceEnds(text []byte) bool {
	text = bytes.TrimSpace(text)
	return len(text) > 0 && bytes.IndexByte([]byte(".!?"), text[len(text)-1]) >= 0
}
