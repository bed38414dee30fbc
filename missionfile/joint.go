package missionfile

import (
	"reflect"
	"slices"

	"github.com/invopop/jsonschema"

	"sortie"
)

// remove takes out what is asked of an entry only where it is not a change to a
// built-in type; joint asks for it there.
func remove(keys []string, t reflect.Type) []string {
	if t != reflect.TypeFor[sortie.LiftType]() {
		return keys
	}
	return slices.DeleteFunc(keys, func(key string) bool { return key != "id" })
}

// joint adds what keys of one object ask of each other.
func joint(schema *jsonschema.Schema, t reflect.Type) {
	switch t {
	case reflect.TypeFor[sortie.LiftType]():
		schema.If = having("id", enum(builtInLifts()))
		schema.Else = &jsonschema.Schema{Required: []string{"mode", "speed"}}
		schema.Not = both(having("payload", &jsonschema.Schema{Type: "number"}), having("payload_range", &jsonschema.Schema{Type: "array"}))
	case reflect.TypeFor[sortie.EquipmentType]():
		yes := &jsonschema.Schema{Enum: []any{true}}
		schema.Not = both(having("drives", yes), having("towed", yes))
	case reflect.TypeFor[sortie.Figure]():
		for _, key := range []string{"exact", "about", "at_least", "at_most"} {
			schema.OneOf = append(schema.OneOf, present(key))
		}
	case reflect.TypeFor[sortie.Link]():
		schema.OneOf = []*jsonschema.Schema{present("between"), both(present("from"), present("to"))}
		schema.If = having("mode", enum([]sortie.Mode{sortie.Road, sortie.Rail, sortie.Sea}))
		schema.Then = either(present("km"), present("minutes"))
		two := uint64(2)
		pair, _ := schema.Properties.Get("between")
		pair.AnyOf[0].MinItems, pair.AnyOf[0].MaxItems, pair.AnyOf[0].UniqueItems = &two, &two, true
	case reflect.TypeFor[sortie.Mission]():
		schema.AnyOf = []*jsonschema.Schema{present("d_day"), having("operation", present("start"))}
	case reflect.TypeFor[sortie.Place]():
		one := uint64(1)
		handles, _ := schema.Properties.Get("handles")
		handles.AnyOf[0].MinProperties = &one
	}
}

func both(a, b *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AllOf: []*jsonschema.Schema{a, b}}
}

// having is an object whose key has such a value.
func having(key string, value *jsonschema.Schema) *jsonschema.Schema {
	properties := jsonschema.NewProperties()
	properties.Set(key, value)
	return &jsonschema.Schema{Properties: properties, Required: []string{key}}
}

// present is an object that says something at the key.
func present(key string) *jsonschema.Schema {
	return having(key, &jsonschema.Schema{Not: &jsonschema.Schema{Type: "null"}})
}
