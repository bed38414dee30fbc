package missionfile

import (
	"reflect"

	"github.com/invopop/jsonschema"

	"sortie"
)

// demand writes into the schema of a struct what the tables of the format ask
// of its keys.
func (s *schemaMaker) demand(schema *jsonschema.Schema, t reflect.Type) {
	info := infoOf(t)
	schema.Required = nil
	for i := range info.fields {
		f := &info.fields[i]
		old, ok := schema.Properties.Get(f.key)
		if !ok {
			continue
		}
		value := s.value(f, t.FieldByIndex(f.index).Type, old)
		if value != old {
			value.Description, old.Description = old.Description, ""
		}
		value.Default = schemaDefaults[f.owner+"."+f.key]
		if f.required {
			schema.Required = append(schema.Required, f.key)
		} else if f.owner != "Movement" && f.owner != "Item" {
			value = orNothing(value)
		}
		schema.Properties.Set(f.key, value)
	}
	if schema.Required = remove(schema.Required, t); !s.plan {
		joint(schema, t)
	}
}

// schemaDefaults are what an absent key stands for, where that is a figure.
var schemaDefaults = map[string]any{
	"Mission.person_t": sortie.DefaultPersonT, "LiftType.gap": sortie.DefaultGap, "LiftType.slots": sortie.DefaultSlots,
	"LiftType.load": "0m", "LiftType.unload": "0m", "LiftType.turnaround": "0m", "LiftType.overhead": "0m",
	"Unit.priority": sortie.DefaultPriority, "Unit.people": 0, "Deck.count": 1, "Fleet.return": false,
}

// orNothing also lets a key stand with nothing after it, which is as good as
// absent.
func orNothing(value *jsonschema.Schema) *jsonschema.Schema {
	out := either(value, &jsonschema.Schema{Type: "null"})
	out.Description, value.Description = value.Description, ""
	out.Default, value.Default = value.Default, nil
	return out
}

// value is what may stand after the key.
func (s *schemaMaker) value(f *fieldInfo, t reflect.Type, old *jsonschema.Schema) *jsonschema.Schema {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name := f.owner + "." + f.key
	switch {
	case name == "Link.minutes":
		return either(number(f.bound, false), texts(lengthForm))
	case name == "Figure.about":
		return either(number(f.bound, false), enum(amountWords))
	case t == reflect.TypeFor[sortie.Seats]():
		return either(number(bounds["Seats.empty"], true), old)
	}
	if _, ok := specials[t]; ok {
		return old
	}
	if _, ok := words[t]; ok {
		return old
	}
	switch t.Kind() {
	case reflect.String:
		return s.text(f)
	case reflect.Float64:
		return number(f.bound, false)
	case reflect.Int, reflect.Uint64:
		return number(f.bound, true)
	case reflect.Slice:
		return s.list(f, t, old)
	case reflect.Map:
		return s.names(f, t, old)
	}
	return old
}

// text is what may stand where a text is asked for. Outside plans YAML's
// numbers and truth values are texts there too.
func (s *schemaMaker) text(f *fieldInfo) *jsonschema.Schema {
	out := &jsonschema.Schema{Type: "string"}
	if !s.plan && (f.format == nil || f.format.rule == "id-form") {
		out = oneOfTypes("string", "number", "boolean")
	}
	most, least := uint64(maxText), uint64(1)
	if f.format != nil {
		out.Pattern = f.format.pattern
		most = maxID
	}
	out.MaxLength = &most
	if f.required {
		out.MinLength = &least
	}
	return out
}

func (s *schemaMaker) list(f *fieldInfo, t reflect.Type, old *jsonschema.Schema) *jsonschema.Schema {
	name := f.owner + "." + f.key
	most, ok := maxItems[name]
	if !ok {
		most = mostItems
	}
	if s.plan {
		most = maxPieces
	}
	limit, one := uint64(most), uint64(1)
	out := &jsonschema.Schema{Type: "array", Items: old.Items, MaxItems: &limit}
	if emptyMeansNothing[name] {
		out.MinItems = &one
	}
	elem := t.Elem()
	switch {
	case elem.Kind() == reflect.String && words[elem] == nil:
		out.Items = s.text(f.asRequired())
	case elem.Kind() == reflect.Struct && !s.plan:
		table := jsonschema.NewProperties()
		table.Set("csv", texts(csvForm))
		book := jsonschema.NewProperties()
		book.Set("xlsx", texts(csvForm))
		book.Set("sheet", &jsonschema.Schema{Type: "string", Description: "absent: the one that is called as the list is, or the only one"})
		return either(out, &jsonschema.Schema{Type: "object", Properties: table, Required: []string{"csv"}, AdditionalProperties: jsonschema.FalseSchema,
			Description: "the list is in a CSV file beside the mission"},
			&jsonschema.Schema{Type: "object", Properties: book, Required: []string{"xlsx"}, AdditionalProperties: jsonschema.FalseSchema,
				Description: "the list is in a sheet of a workbook beside the mission"})
	}
	return out
}

func (f *fieldInfo) asRequired() *fieldInfo {
	out := *f
	out.required = true
	return &out
}

// names is a mapping from names to values.
func (s *schemaMaker) names(f *fieldInfo, t reflect.Type, old *jsonschema.Schema) *jsonschema.Schema {
	limit := uint64(mostItems)
	if most, ok := maxItems[f.owner+"."+f.key]; ok {
		limit = uint64(most)
	}
	out := &jsonschema.Schema{Type: "object", MaxProperties: &limit, AdditionalProperties: old.AdditionalProperties}
	switch known := words[t.Key()]; {
	case known != nil:
		out.PropertyNames = enum(known)
	case f.format != nil:
		out.PropertyNames = texts(f.format.pattern)
	default:
		out.PropertyNames = texts(idForm.pattern)
	}
	switch elem := t.Elem(); {
	case elem.Kind() == reflect.Int:
		out.AdditionalProperties = number(f.bound, true)
	case elem.Kind() == reflect.Struct:
		out.AdditionalProperties = orNothing(old.AdditionalProperties)
	}
	return out
}
