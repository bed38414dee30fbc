package missionfile

import (
	_ "embed"
	"encoding/json"
	"reflect"
	"sync"
)

// descriptions.json holds the comments of the domain's types and fields, by
// Type and Type.Field, since a program cannot read its own source.
//
//go:embed descriptions.json
var descriptionsJSON []byte

var descriptions = sync.OnceValue(func() map[string]string {
	var out map[string]string
	if err := json.Unmarshal(descriptionsJSON, &out); err != nil {
		return nil
	}
	return out
})

// describe is what the source says of a type, or of one of its fields.
func describe(t reflect.Type, field string) string {
	name := t.Name()
	if field != "" {
		name += "." + field
	}
	return descriptions()[name]
}
