package missionfile

// jsonBuilder makes nodes of JSON.
type jsonBuilder struct {
	*jsonScanner
	nodes, depth int
}

func (b *jsonBuilder) value() *node {
	c := b.peek()
	out := &node{mark: b.mark(), kind: broken, size: 1, height: 1}
	if b.nodes++; b.nodes > maxNodes {
		b.fail(overValues, maxNodes)
		return out
	}
	if b.depth++; b.depth > maxDepth {
		b.fail(overLevels, maxDepth)
		return out
	}
	start := b.at
	switch {
	case c == '{':
		out.kind = object
		b.members(func(key string, at mark) {
			if len(key) > maxKey {
				b.fail(longKey, len(key))
			}
			out.fields = append(out.fields, field{key: key, mark: at, value: b.value()})
		})
		out.text = b.text[start:b.at]
		out.measure()
	case c == '[':
		out.kind = list
		b.elements(func(int) { out.items = append(out.items, b.value()) })
		out.text = b.text[start:b.at]
		out.measure()
	case c == '"':
		out.kind, out.quoted, out.text = scalar, true, b.str()
	case c == '-' || c >= '0' && c <= '9':
		out.kind, out.text = scalar, b.number()
	case c == 0 && b.at >= len(b.text):
		b.fail(valueMissing)
	default:
		if out.text = b.word(); out.text == "null" {
			out.kind, out.text = null, ""
		} else {
			out.kind = scalar
		}
	}
	b.depth--
	return out
}

// buildJSON is the root of a JSON text; where it is not JSON, the scanner says
// what is wrong and where.
func buildJSON(text string, source int32) (*node, *jsonScanner) {
	b := &jsonBuilder{jsonScanner: newJSONScanner(text, source)}
	root := b.value()
	if b.err.empty() {
		b.end()
	}
	return root, b.jsonScanner
}
