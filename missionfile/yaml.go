package missionfile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"sortie"
	"sortie/internal/lang"
)

// yamlReader turns the syntax tree of a YAML file into nodes. The tree's own
// idea of what a scalar means is not asked: under YAML 1.2 NO is a country, and
// 06:00-22:00 and 2022-01-11 are texts.
type yamlReader struct {
	book    *book
	source  int32
	anchors map[string]*node
	nodes   int
	full    bool
}

// readYAML is the root of the document, or nil with the reason in the book.
func readYAML(b *book, src int32, text []byte) *node {
	r := &yamlReader{book: b, source: src, anchors: map[string]*node{}}
	if err := weighText(text); err != nil {
		r.fail(mark{source: src}, "too-large", err.Error(), "keep long lists in CSV files beside the mission: units: {csv: units.csv}")
		return nil
	}
	tokens := lexer.Tokenize(string(text))
	if at, message := weighTokens(tokens); message != "" {
		r.fail(r.place(at), "too-deep", message, "a mission needs no more than eight levels and keys of a few words")
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		r.syntax(err)
		return nil
	}
	return r.document(file)
}

func (r *yamlReader) document(file *ast.File) *node {
	var root *node
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil:
		case doc.Body.Type() == ast.DirectiveType:
		case root != nil:
			r.fail(r.place(first(doc.Body)), "one-document", "a second document begins here",
				"a mission file holds one mission; put the other into a file of its own")
			return root
		default:
			root = r.node(doc.Body)
		}
	}
	if r.full {
		return nil
	}
	if root == nil {
		return &node{kind: null, mark: mark{r.source, 1, 1}}
	}
	return root
}

func (r *yamlReader) syntax(err error) {
	var located yaml.Error
	if !errors.As(err, &located) {
		r.fail(mark{r.source, 1, 1}, "syntax", err.Error(), "")
		return
	}
	message, hint := located.GetMessage(), ""
	switch {
	case strings.Contains(message, "'\\t'"), strings.Contains(message, "'\t'"):
		message, hint = "a tab cannot indent", "indent with spaces"
	case strings.HasPrefix(message, "mapping value is not allowed"):
		hint = "a text with a colon and a space in it needs quotes"
	case strings.Contains(message, "reserved character"):
		hint = "put the text in quotes"
	}
	r.fail(r.place(located.GetToken()), "syntax", message, hint)
}

func (r *yamlReader) fail(at mark, rule, message, hint string) {
	r.book.add(at, sortie.Finding{Severity: sortie.Error, Rule: rule, Message: lang.Plain(message), Hint: lang.Plain(hint)})
}

func (r *yamlReader) place(t *token.Token) mark {
	if t == nil || t.Position == nil {
		return mark{r.source, 1, 1}
	}
	return mark{r.source, int32(max(t.Position.Line, 1)), int32(max(t.Position.Column, 1))}
}

func (r *yamlReader) node(n ast.Node) *node {
	if r.nodes++; r.nodes > maxNodes {
		if !r.full {
			r.full = true
			r.fail(r.place(n.GetToken()), "too-large", fmt.Sprintf("more than %d values", maxNodes), "keep long lists in CSV files beside the mission")
		}
		return &node{kind: broken, mark: r.place(n.GetToken()), size: 1, height: 1}
	}
	out := &node{mark: r.place(n.GetToken()), size: 1, height: 1}
	switch n := n.(type) {
	case *ast.NullNode:
		out.kind = null
	case *ast.MappingNode:
		return r.mapping(n, out)
	case *ast.MappingValueNode:
		return r.mapping(&ast.MappingNode{Values: []*ast.MappingValueNode{n}}, out)
	case *ast.SequenceNode:
		out.kind = list
		out.items = make([]*node, len(n.Values))
		for i, value := range n.Values {
			if text, ok := glue(value); ok && n.IsFlowStyle {
				out.items[i] = &node{kind: scalar, text: text, mark: r.place(first(value)), size: 1, height: 1}
				continue
			}
			out.items[i] = r.node(value)
		}
		return out.measure()
	case *ast.AnchorNode:
		name := n.Name.GetToken().Value
		value := r.node(n.Value)
		r.anchors[name] = value
		return value
	case *ast.AliasNode:
		return r.alias(n, out)
	case *ast.TagNode:
		return r.tagged(n)
	case *ast.LiteralNode:
		out.kind, out.quoted, out.text = scalar, true, n.Value.Value
	case *ast.StringNode:
		out.kind, out.text = scalar, n.Value
		out.quoted = n.Token.Type == token.SingleQuoteType || n.Token.Type == token.DoubleQuoteType
	default:
		out.kind, out.text = scalar, n.GetToken().Value
	}
	return out
}

// glue undoes what the parser makes of a plain scalar with a colon in a list in
// brackets: [06:00-22:00] holds one text, since no space follows the colon.
func glue(n ast.Node) (string, bool) {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) == 1 {
		n = m.Values[0]
	}
	pair, ok := n.(*ast.MappingValueNode)
	if !ok {
		return "", false
	}
	key, colon, value := pair.Key.GetToken(), pair.Start, first(pair.Value)
	switch {
	case key == nil, colon == nil, value == nil, key.Type == token.SingleQuoteType, key.Type == token.DoubleQuoteType:
		return "", false
	case key.Position.Line != value.Position.Line, colon.Position.Column+1 != value.Position.Column:
		return "", false
	}
	if rest, ok := glue(pair.Value); ok {
		return key.Value + ":" + rest, true
	}
	if _, ok := pair.Value.(ast.ScalarNode); !ok || value.Type == token.SingleQuoteType || value.Type == token.DoubleQuoteType {
		return "", false
	}
	return key.Value + ":" + value.Value, true
}

// first is the token that a node begins with.
func first(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return n.GetToken()
}

func (r *yamlReader) mapping(n *ast.MappingNode, out *node) *node {
	out.kind = object
	if len(n.Values) > 0 && !n.IsFlowStyle {
		out.mark = r.place(n.Values[0].Key.GetToken())
	}
	out.fields = make([]field, 0, len(n.Values))
	for _, pair := range n.Values {
		if r.full {
			break
		}
		at := r.place(pair.Key.GetToken())
		if _, ok := pair.Key.(*ast.MergeKeyNode); ok {
			r.merge(out, at, r.node(pair.Value))
			continue
		}
		key, ok := r.key(pair.Key)
		if !ok {
			r.fail(at, "wrong-type", "a key must be a plain text", "")
			continue
		}
		out.fields = append(out.fields, field{key: key, mark: at, value: r.node(pair.Value)})
	}
	return out.measure()
}

func (r *yamlReader) key(n ast.Node) (string, bool) {
	if explicit, ok := n.(*ast.MappingKeyNode); ok {
		n = explicit.Value
	}
	key := r.node(n)
	return key.text, key.kind == scalar || key.kind == null && key.text == ""
}

// merge takes in the keys of the mappings that << names, where the mapping does
// not write them itself.
func (r *yamlReader) merge(out *node, at mark, value *node) {
	from := []*node{value}
	if value.kind == list {
		from = value.items
	}
	for _, source := range from {
		if source.kind != object {
			r.fail(at, "wrong-type", "<< takes in a mapping, or a list of mappings", "write <<: *name, where another mapping begins with &name")
			return
		}
		if r.nodes += source.size; r.nodes > maxNodes {
			r.bomb(at)
			return
		}
		for _, f := range source.fields {
			f.merged = true
			out.fields = append(out.fields, f)
		}
	}
}

func (r *yamlReader) alias(n *ast.AliasNode, out *node) *node {
	name := n.Value.GetToken().Value
	target := r.anchors[name]
	if target == nil {
		names := make([]string, 0, len(r.anchors))
		for known := range r.anchors {
			names = append(names, known)
		}
		r.fail(out.mark, "unknown-alias", fmt.Sprintf("nothing above is marked &%s", name), didYouMean(name, names))
		out.kind = broken
		return out
	}
	if r.nodes += target.size; r.nodes > maxNodes {
		r.bomb(out.mark)
		out.kind = broken
		return out
	}
	return target
}

// bomb says once that aliases multiply beyond what is read.
func (r *yamlReader) bomb(at mark) {
	if !r.full {
		r.full = true
		r.fail(at, "too-large", fmt.Sprintf("with its aliases written out this file has more than %d values", maxNodes),
			"an alias stands for everything below its anchor; aliases of aliases multiply")
	}
}

func (r *yamlReader) tagged(n *ast.TagNode) *node {
	tag := n.Start.Value
	if n.Value == nil {
		return &node{kind: null, mark: r.place(n.Start), size: 1, height: 1}
	}
	value := r.node(n.Value)
	switch tag {
	case "!!str":
		if value.kind == scalar && !value.quoted {
			text := *value
			text.quoted = true
			return &text
		}
	case "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq", "!!timestamp":
	default:
		r.fail(r.place(n.Start), "unknown-tag", fmt.Sprintf("a mission has no tag %s", tag), "leave the tag out; a text that begins with ! needs quotes")
	}
	return value
}
