package missionfile

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"time"

	"github.com/invopop/jsonschema"

	"sortie"
)

// MissionSchema is the JSON Schema (draft 2020-12) of a mission file as it is
// written: with relative times, lists in CSV files and lift types that change
// built-in ones. It sees what one value or one entry shows; that ids exist, that
// windows open before they close and the like only [Parse] sees. A draft may
// leave out keys that the schema asks for.
func MissionSchema() ([]byte, error) {
	return schemaOf(reflect.TypeFor[sortie.Mission](), "sortie mission", missionTime, false)
}

// PlanSchema is the JSON Schema (draft 2020-12) of a plan file.
func PlanSchema() ([]byte, error) {
	return schemaOf(reflect.TypeFor[sortie.Plan](), "sortie plan", planTime, true)
}

const (
	dayForm     = `(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`
	hourForm    = `([01]\d|2[0-3]):[0-5]\d`
	offsetForm  = `([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)`
	missionTime = `^(` + dayForm + `[Tt]` + hourForm + `(:00(\.0+)?)?` + offsetForm + `|D([+-]\d{1,5})?(T` + hourForm + `)?)$`
	planTime    = `^` + dayForm + `[Tt]` + hourForm + `(:[0-5]\d(\.\d+)?)?` + offsetForm + `$`
	lengthForm  = `^(\d{1,9}d(\d{1,9}h)?(\d{1,9}m)?|\d{1,9}h(\d{1,9}m)?|\d{1,9}m|0)$`
	csvName     = `\.{0,2}[^./\\:\x00][^/\\:\x00]*`
	csvForm     = `^` + csvName + `(/` + csvName + `)*$`
)

func schemaOf(root reflect.Type, title, timeForm string, plan bool) ([]byte, error) {
	s := &schemaMaker{timeForm: timeForm, plan: plan, types: map[string]reflect.Type{}}
	r := &jsonschema.Reflector{
		Anonymous:      true,
		ExpandedStruct: true,
		Mapper:         s.special,
		LookupComment:  describe,
		Namer: func(t reflect.Type) string {
			s.types[t.Name()] = t
			return t.Name()
		},
	}
	schema := r.ReflectFromType(root)
	schema.Title = title
	s.types[root.Name()] = root
	s.demand(schema, root)
	for name, definition := range schema.Definitions {
		if t := s.types[name]; t != nil {
			s.demand(definition, t)
		}
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(schema); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// schemaMaker turns the reflected outline of the types into what the reader
// accepts, from the same tables.
type schemaMaker struct {
	timeForm string
	plan     bool
	types    map[string]reflect.Type
}

func oneOfTypes(types ...string) *jsonschema.Schema {
	return &jsonschema.Schema{Extras: map[string]any{"type": types}}
}

func texts(pattern string) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: pattern}
}

func either(schemas ...*jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: schemas}
}

func number(b *bound, whole bool) *jsonschema.Schema {
	out := &jsonschema.Schema{Type: "number"}
	if whole {
		out.Type = "integer"
	}
	if b != nil {
		low := json.Number(strconv.FormatFloat(b.min, 'f', -1, 64))
		if b.above {
			out.ExclusiveMinimum = low
		} else {
			out.Minimum = low
		}
		out.Maximum = json.Number(strconv.FormatFloat(b.max, 'f', -1, 64))
	}
	return out
}

func pairOf(first, second *bound) *jsonschema.Schema {
	two := uint64(2)
	return &jsonschema.Schema{Type: "array", PrefixItems: []*jsonschema.Schema{number(first, false), number(second, false)},
		MinItems: &two, MaxItems: &two}
}

func enum[T any](values []T) *jsonschema.Schema {
	out := &jsonschema.Schema{}
	for _, value := range values {
		out.Enum = append(out.Enum, value)
	}
	return out
}

func length() *jsonschema.Schema {
	return either(texts(lengthForm), &jsonschema.Schema{Enum: []any{0}})
}

// special is the schema of a type whose text has a form of its own.
func (s *schemaMaker) special(t reflect.Type) *jsonschema.Schema {
	if known, ok := words[t]; ok {
		return enum(known)
	}
	switch t {
	case reflect.TypeFor[time.Time]():
		return texts(s.timeForm)
	case reflect.TypeFor[sortie.Date]():
		return texts(`^` + dayForm + `$`)
	case reflect.TypeFor[sortie.Duration]():
		return length()
	case reflect.TypeFor[sortie.Position]():
		return pairOf(&latitude, &longitude)
	case reflect.TypeFor[[2]float64]():
		return pairOf(&curveKM, &curveT)
	case reflect.TypeFor[sortie.Text]():
		most := uint64(maxText)
		text := oneOfTypes("string", "number", "boolean")
		text.MaxLength = &most
		return either(text, &jsonschema.Schema{Type: "object", PropertyNames: texts(languageForm), AdditionalProperties: text})
	case reflect.TypeFor[sortie.Amount]():
		return number(bounds["Figure.exact"], false)
	case reflect.TypeFor[json.RawMessage]():
		return &jsonschema.Schema{}
	}
	return nil
}
