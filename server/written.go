package server

import (
	"slices"

	"github.com/danielgtaylor/huma/v2"
)

// shapesKey is where an operation keeps of which types its bodies are.
const shapesKey = "shapes"

// shape is the type of a body as it is written.
type shape struct {
	media string // its media type
	of    string // name of a type
	form  form
}

// form is how a body differs from what is read.
type form string

// The forms. A file may leave out what has a default; a patch gives the keys that
// change, and null takes one away.
const (
	asRead  form = ""
	asFile  form = "File"
	asPatch form = "Patch"
)

// shaped says of what type a body of an operation is. Huma itself describes a body
// that a handler reads as bytes.
func shaped(o huma.Operation, media, of string, as form) huma.Operation {
	if o.Metadata == nil {
		o.Metadata = map[string]any{}
	}
	list, _ := o.Metadata[shapesKey].([]shape)
	o.Metadata[shapesKey] = append(list, shape{media, of, as})
	return o
}

// shapes puts the types of bodies into the document.
func (d written) shapes(doc *huma.OpenAPI) {
	d.schemas["UnitsPatch"] = &huma.Schema{Type: huma.TypeObject, Description: "Id of a unit → the keys that change, or null for a unit that is taken out.",
		AdditionalProperties: &huma.Schema{AnyOf: []*huma.Schema{refTo(d.form("Unit", asPatch)), {Type: "null"}}}}
	for _, item := range doc.Paths {
		for _, o := range []*huma.Operation{item.Get, item.Put, item.Post, item.Patch, item.Delete} {
			if o == nil {
				continue
			}
			list, _ := o.Metadata[shapesKey].([]shape)
			for _, is := range list {
				o.RequestBody.Content[is.media].Schema = refTo(d.form(is.of, is.form))
			}
		}
	}
}

// written makes the types of what is written from those of what is read, and from
// what a file has to say.
type written struct {
	schemas map[string]*huma.Schema
	files   map[string]*described // by the name of the type
}

func refTo(name string) *huma.Schema { return &huma.Schema{Ref: "#/components/schemas/" + name} }

// form is the name of a type in a form, which is made where it is not there yet. A
// type that is the same in that form keeps its own name.
func (d written) form(name string, as form) string {
	read, file := d.schemas[name], d.files[name]
	if as == asRead || read == nil || file == nil || read.Type != huma.TypeObject {
		return name
	}
	out := *read
	out.Properties, out.Required = map[string]*huma.Schema{}, nil
	if as == asFile {
		out.Required = file.Required
	}
	same := as == asFile && slices.Equal(read.Required, file.Required)
	d.schemas[name+string(as)] = &out // before its own keys, which may be of the same type
	for key, property := range read.Properties {
		if file.Properties[key] == nil {
			same = false // it is told, and not written
			continue
		}
		out.Properties[key] = d.property(property, as)
		same = same && out.Properties[key] == property
	}
	if same {
		delete(d.schemas, name+string(as))
		return name
	}
	return name + string(as)
}

// property is a key's type in a form: the same where nothing changes.
func (d written) property(p *huma.Schema, as form) *huma.Schema {
	if p.Items != nil { // a list is replaced whole
		items := d.property(p.Items, asFile)
		if items != p.Items {
			list := *p
			list.Items = items
			p = &list
		}
	}
	if p.Ref != "" {
		name := p.Ref[len("#/components/schemas/"):]
		if of := d.form(name, as); of != name {
			p = refTo(of)
		}
	}
	if as != asPatch {
		return p
	}
	if p.Ref != "" || p.Enum != nil {
		return &huma.Schema{AnyOf: []*huma.Schema{p, {Type: "null"}}}
	}
	out := *p
	out.Nullable = true
	if values, ok := p.AdditionalProperties.(*huma.Schema); ok {
		out.AdditionalProperties = d.property(values, as)
	}
	return &out
}
