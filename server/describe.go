package server

import (
	"encoding/json"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"sortie/missionfile"
)

// described is what the document takes from a JSON Schema of missionfile.
type described struct {
	Properties map[string]*described `json:"properties"`
	Defs       map[string]*described `json:"$defs"`
	AnyOf      []*described          `json:"anyOf"`
	Items      *described            `json:"items"`
	Required   []string              `json:"required"`

	Description string `json:"description"`
	Enum        []any  `json:"enum"`
}

// UnmarshalJSON takes a schema that is only true or false for an empty one.
func (d *described) UnmarshalJSON(data []byte) error {
	type plain described
	if data[0] != '{' {
		return nil
	}
	return json.Unmarshal(data, (*plain)(d))
}

// describe gives the types of the mission and plan formats the descriptions and
// closed lists of words that their JSON Schemas have, and bodies their types.
func describe(doc *huma.OpenAPI) error {
	var files map[string]*described
	schemas := doc.Components.Schemas.Map()
	for name, schema := range map[string]func() ([]byte, error){"Mission": missionfile.MissionSchema, "Plan": missionfile.PlanSchema} {
		data, err := schema()
		if err != nil {
			return err
		}
		var d described
		if err := json.Unmarshal(data, &d); err != nil {
			return err
		}
		types := d.Defs
		types[name] = &d
		for name, t := range types {
			if s := schemas[name]; s != nil {
				t.into(s)
			}
		}
		if name == "Mission" {
			files = types
		}
	}
	marshalled(schemas)
	written{schemas, files}.shapes(doc)
	return nil
}

func (d *described) into(s *huma.Schema) {
	for key, p := range s.Properties {
		from := d.Properties[key]
		if from == nil || p.Ref != "" {
			continue
		}
		if p.Description == "" {
			p.Description = from.Description
		}
		switch {
		case p.Type == huma.TypeString && p.Enum == nil:
			p.Enum = from.words()
		case p.Items != nil && p.Items.Type == huma.TypeString && p.Items.Enum == nil:
			p.Items.Enum = from.each().words()
		}
	}
}

// words is a closed list of words, also where a key may be empty besides.
func (d *described) words() []any {
	if d == nil {
		return nil
	}
	if d.Enum == nil && len(d.AnyOf) > 0 {
		return d.AnyOf[0].Enum
	}
	return d.Enum
}

// each is what the entries of a list are, also where it may be empty besides.
func (d *described) each() *described {
	if d.Items == nil && len(d.AnyOf) > 0 {
		return d.AnyOf[0].Items
	}
	return d.Items
}

// marshalled are the types that are written otherwise than their Go types tell: an
// amount is a number or a word, and a mission's lift types say null for what they
// have not, so that they take nothing from a catalogue.
func marshalled(schemas map[string]*huma.Schema) {
	schemas["Amount"] = &huma.Schema{Description: "A number, or a word where none was published.", AnyOf: []*huma.Schema{
		{Type: huma.TypeNumber}, {Type: huma.TypeString, Enum: []any{"dozens", "hundreds", "thousands"}}}}
	item := schemas["Item"] // a convoy's has no place on a deck
	item.Required = slices.DeleteFunc(item.Required, func(key string) bool { return key == "deck" || key == "x" || key == "y" })
	properties := schemas["LiftType"].Properties
	for _, key := range []string{"name", "payload_range", "payload", "range", "decks", "runway"} {
		properties[key].Nullable = true
	}
	properties["basis"] = &huma.Schema{AnyOf: []*huma.Schema{properties["basis"], {Type: "null"}}}
}
