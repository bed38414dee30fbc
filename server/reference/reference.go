// Package reference makes a page of plain HTML from an OpenAPI document: every
// operation with its parameters, bodies and answers, and every type. It needs no
// script, and nothing from another machine.
package reference

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"
)

//go:embed page.html
var page string

// Style is the page's style sheet, which it expects at /docs/reference.css.
//
//go:embed reference.css
var Style []byte

// document is what the page shows of an OpenAPI document.
type document struct {
	Info       struct{ Title, Version, Description string }
	Tags       []struct{ Name string }
	Paths      map[string]map[string]*operation
	Components struct{ Schemas map[string]*schema }
}

type operation struct {
	ID          string `json:"operationId"`
	Summary     string
	Description string
	Tags        []string
	Parameters  []parameter
	RequestBody *body `json:"requestBody"`
	Responses   map[string]body

	Method, Path string `json:"-"`
}

type parameter struct {
	Name, In, Description string
	Required              bool
	Schema                *schema
}

type body struct {
	Description string
	Content     map[string]struct{ Schema *schema }
}

type schema struct {
	Ref         string `json:"$ref"`
	Type        any    // a name, or a list of names
	Format      string
	Description string
	Enum        []any
	Items       *schema
	AnyOf       []*schema `json:"anyOf"`
	Properties  map[string]*schema
	Required    []string
	Default     any
}

// group is the operations of one tag.
type group struct {
	Name       string
	Operations []*operation
}

// methods is the order in which the operations of a path are shown.
var methods = []string{"get", "post", "put", "patch", "delete"}

// Page is the HTML page of an OpenAPI document. It returns an error for what is
// none.
func Page(openAPI []byte) ([]byte, error) {
	var doc document
	if err := json.Unmarshal(openAPI, &doc); err != nil {
		return nil, fmt.Errorf("the document of the API: %w", err)
	}
	t, err := template.New("page").Funcs(template.FuncMap{"kind": kind, "ref": ref, "needs": needs, "upper": strings.ToUpper}).Parse(page)
	if err != nil {
		return nil, err
	}
	groups, err := doc.groups()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, struct {
		document
		Groups []group
	}{doc, groups})
	return out.Bytes(), err
}

// groups are the operations by their tags. One without a tag that the document
// lists would be on no page, and is an error.
func (d *document) groups() ([]group, error) {
	var out []group
	placed := map[string]bool{}
	for _, tag := range d.Tags {
		g := group{Name: tag.Name}
		for _, path := range slices.Sorted(maps.Keys(d.Paths)) {
			for _, method := range methods {
				if o := d.Paths[path][method]; o != nil && slices.Contains(o.Tags, tag.Name) {
					o.Method, o.Path = method, path
					g.Operations = append(g.Operations, o)
					placed[o.ID] = true
				}
			}
		}
		if g.Operations != nil {
			out = append(out, g)
		}
	}
	for path, operations := range d.Paths {
		for method, o := range operations {
			if !placed[o.ID] {
				return nil, fmt.Errorf("%s %s has no tag of the document", method, path)
			}
		}
	}
	return out, nil
}

// ref is the name of the type that a schema refers to, by itself or by its items.
func ref(s *schema) string {
	for s != nil && s.Ref == "" {
		if s.AnyOf != nil {
			s = s.AnyOf[0]
			continue
		}
		s = s.Items
	}
	if s == nil {
		return ""
	}
	return s.Ref[strings.LastIndex(s.Ref, "/")+1:]
}

// kind is a schema in a word or two.
func kind(s *schema) string {
	switch {
	case s == nil:
		return ""
	case s.Ref != "":
		return ref(s)
	case s.Items != nil:
		return "list of " + kind(s.Items)
	case s.AnyOf != nil:
		var out []string
		for _, one := range s.AnyOf {
			out = append(out, kind(one))
		}
		return strings.Join(out, " or ")
	}
	out := words(s.Type, " or ")
	if s.Format != "" {
		out += " (" + s.Format + ")"
	}
	if s.Enum != nil {
		out += ": " + words(s.Enum, ", ")
	}
	if out == "" {
		return "anything"
	}
	return out
}

// words joins a value, or the values of a list.
func words(value any, between string) string {
	list, ok := value.([]any)
	if !ok {
		if value == nil {
			return ""
		}
		return fmt.Sprint(value)
	}
	var out []string
	for _, v := range list {
		out = append(out, fmt.Sprint(v))
	}
	return strings.Join(out, between)
}

func needs(s *schema, name string) bool { return slices.Contains(s.Required, name) }
