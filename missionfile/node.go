package missionfile

import (
	"strconv"
	"strings"
)

// kind is what a node is, whichever format it came from.
type kind uint8

const (
	null kind = iota
	scalar
	list
	object
	broken // refused already: nothing more is said about it
)

// node is a value of a YAML, JSON or CSV file with its place. What a scalar
// means (text, number, time) is for the type that it is read into to say.
type node struct {
	kind   kind
	quoted bool // text for certain: it stood in quotes
	comma  bool // a number in it may have a decimal comma
	cell   bool // it stood in a cell of a table: a list is written with ; between
	mark   mark
	text   string // of a scalar; the source text of a JSON list or object
	items  []*node
	fields []field
	size   int // nodes below and including this one, aliases expanded
	height int
}

// field is a key of an object with its value.
type field struct {
	key    string
	mark   mark
	value  *node
	merged bool // it came by a merge key and gives way to one that is written out
}

// get is the value of the key, or nil.
func (n *node) get(key string) *node {
	if n == nil || n.kind != object {
		return nil
	}
	for i := range n.fields {
		if n.fields[i].key == key {
			return n.fields[i].value
		}
	}
	return nil
}

func (n *node) measure() *node {
	n.size, n.height = 1, 1
	for _, item := range n.items {
		n.size += item.size
		n.height = max(n.height, item.height+1)
	}
	for _, f := range n.fields {
		n.size += f.value.size
		n.height = max(n.height, f.value.height+1)
	}
	n.size = min(n.size, maxNodes+1)
	return n
}

// locate is the place of the value that the path leads to, such as
// units[3].equipment.btr-82a, or else of the nearest thing around it. A path
// that ends in "@" means the key rather than its value.
func (n *node) locate(path string) mark {
	if n == nil {
		return mark{}
	}
	path, wantKey := strings.CutSuffix(path, "@")
	at := n.mark
	for path != "" && n != nil {
		if rest, ok := strings.CutPrefix(path, "["); ok {
			digits, rest, ok := strings.Cut(rest, "]")
			i, err := strconv.Atoi(digits)
			if !ok || err != nil || i < 0 || i >= len(n.items) {
				return at
			}
			n, path = n.items[i], strings.TrimPrefix(rest, ".")
			at = n.mark
			continue
		}
		f, rest := n.field(path)
		if f == nil {
			return at
		}
		n, path = f.value, rest
		if at = n.mark; n.kind == null || wantKey && path == "" {
			at = f.mark
		}
	}
	return at
}

// locateExactly reports whether the path leads to a value of the file.
func (n *node) locateExactly(path string) bool {
	for path != "" && n != nil {
		if rest, ok := strings.CutPrefix(path, "["); ok {
			digits, rest, _ := strings.Cut(rest, "]")
			i, err := strconv.Atoi(digits)
			if err != nil || i < 0 || i >= len(n.items) {
				return false
			}
			n, path = n.items[i], strings.TrimPrefix(rest, ".")
			continue
		}
		f, rest := n.field(path)
		if f == nil {
			return false
		}
		n, path = f.value, rest
	}
	return n != nil
}

// field is the one whose key the path begins with, and the rest of the path.
// Keys may have dots in them, so the longest wins.
func (n *node) field(path string) (*field, string) {
	var best *field
	rest := ""
	for i := range n.fields {
		f := &n.fields[i]
		after, ok := strings.CutPrefix(path, f.key)
		if !ok || after != "" && after[0] != '.' && after[0] != '[' || best != nil && len(f.key) <= len(best.key) {
			continue
		}
		best, rest = f, strings.TrimPrefix(after, ".")
	}
	return best, rest
}

// trail is the path to a value while it is being read.
type trail struct {
	above *trail
	key   string
	index int // where key is empty
}

func (t *trail) String() string {
	if t == nil {
		return ""
	}
	above := t.above.String()
	switch {
	case t.key == "":
		return above + "[" + strconv.Itoa(t.index) + "]"
	case above == "":
		return t.key
	}
	return above + "." + t.key
}
