package lang

import (
	"reflect"
	"sync"
)

var (
	textType = reflect.TypeFor[Text]()
	langType = reflect.TypeFor[Lang]()
)

// Speaks reports whether the words of an answer depend on the language: it holds
// texts, or says in which language it is.
func Speaks(answer any) bool { return answer != nil && speaks(reflect.TypeOf(answer)) }

// Put is the answer with every text in one language. What the answer points to
// stays as it is: others are told it in other languages.
func Put(answer any, l Lang) any {
	if !Speaks(answer) {
		return answer
	}
	out := reflect.New(reflect.TypeOf(answer)).Elem()
	out.Set(reflect.ValueOf(answer))
	put(out, l)
	return out.Interface()
}

// put puts what v holds into a language, in copies of what it points to.
func put(v reflect.Value, l Lang) {
	switch t := v.Type(); {
	case !speaks(t):
	case t == textType:
		v.Set(reflect.ValueOf(v.Interface().(Text).Only(l)))
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if told(t.Field(i)) {
				put(v.Field(i), l)
			}
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		out := reflect.New(t.Elem())
		out.Elem().Set(v.Elem())
		put(out.Elem(), l)
		v.Set(out)
	case v.Kind() == reflect.Slice && !v.IsNil():
		out := reflect.MakeSlice(t, v.Len(), v.Len())
		reflect.Copy(out, v)
		for i := range out.Len() {
			put(out.Index(i), l)
		}
		v.Set(out)
	case v.Kind() == reflect.Map && !v.IsNil():
		out := reflect.MakeMapWithSize(t, v.Len())
		for each := v.MapRange(); each.Next(); {
			value := reflect.New(t.Elem()).Elem()
			value.Set(each.Value())
			put(value, l)
			out.SetMapIndex(each.Key(), value)
		}
		v.Set(out)
	}
}

// told reports whether JSON has a field, or those within it.
func told(f reflect.StructField) bool {
	return f.IsExported() || f.Anonymous && f.Type.Kind() == reflect.Struct
}

// known are the types that were looked at, and whether they speak: large answers
// without a text are not walked through.
var known sync.Map

func speaks(t reflect.Type) bool {
	if is, ok := known.Load(t); ok {
		return is.(bool)
	}
	is := holds(t, map[reflect.Type]bool{})
	known.Store(t, is)
	return is
}

// holds looks for texts in a type, which may be one of itself.
func holds(t reflect.Type, seen map[reflect.Type]bool) bool {
	if t == textType || t == langType {
		return true
	}
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return holds(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); told(f) && holds(f.Type, seen) {
				return true
			}
		}
	}
	return false
}
