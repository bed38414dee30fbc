package server

import (
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"sortie/missionfile"
)

// described is what the document takes from a JSON Schema of missionfile.
type described struct {
	Properties map[string]*described `json:"properties"`
	Defs       map[string]*described `json:"$defs"`
	AnyOf      []*described          `json:"anyOf"`

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
// closed lists of words that their JSON Schemas have.
func describe(doc *huma.OpenAPI) error {
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
			if s := doc.Components.Schemas.Map()[name]; s != nil {
				t.into(s)
			}
		}
	}
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
		if p.Type == huma.TypeString && p.Enum == nil {
			p.Enum = from.words()
		}
	}
}

// words is a closed list of words, also where a key may be empty besides.
func (d *described) words() []any {
	if d.Enum == nil && len(d.AnyOf) > 0 {
		return d.AnyOf[0].Enum
	}
	return d.Enum
}
