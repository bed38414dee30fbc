package missionfile

import (
	"reflect"
	"strings"

	"sortie"
)

// column is a column of a table: the keys that its heading names.
type column struct {
	keys []string // none: not read
	lat  bool     // the first of a place's coordinates
	lon  bool
	of   reflect.Type // of the value that its cells give; nil: not read
}

func (d *decoder) columns(heading []string, r tableReader, src int32, elem reflect.Type, t *trail) []column {
	columns := make([]column, len(heading))
	seen := map[string]bool{}
	_, placed := positionOf(elem)
	for i, name := range heading {
		line, col := r.FieldPos(i)
		at := mark{src, int32(line), int32(col)}
		name = strings.TrimSpace(name)
		switch {
		case name == "":
			continue
		case seen[name]:
			d.fail(at, t, "duplicate-key", say(columnTwice, shorten(name)), sentence{})
			continue
		case placed && (name == "lat" || name == "lon"):
			seen[name] = true
			columns[i] = column{keys: []string{"at"}, lat: name == "lat", lon: name == "lon"}
			continue
		}
		seen[name] = true
		keys, known := keysOf(name, elem)
		if keys == nil {
			hint := d.suggest(name, known)
			if hint.empty() {
				hint = say(knownKeys, strings.Join(known, ", "))
			}
			d.fail(at, t, "unknown-key", say(noSuchKey, nounOf(elem).one(), shorten(name)), hint)
			continue
		}
		columns[i].keys, columns[i].of = keys, typeAt(elem, keys)
	}
	if placed && seen["lat"] != seen["lon"] {
		d.fail(mark{src, 1, 1}, t, "csv-heading", say(bothColumns), sentence{})
	}
	return columns
}

// positionOf reports whether entries of the type lie somewhere.
func positionOf(elem reflect.Type) (*fieldInfo, bool) {
	f := infoOf(elem).byKey["at"]
	return f, f != nil && elem.FieldByIndex(f.index).Type == reflect.TypeFor[sortie.Position]()
}

// keysOf splits the heading of a column into the keys that lead to its cells,
// or nil with the keys that would have been known.
func keysOf(name string, t reflect.Type) ([]string, []string) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if _, ok := specials[t]; ok && t != reflect.TypeFor[sortie.Text]() && t != reflect.TypeFor[sortie.Seats]() {
		return nil, nil
	}
	switch t.Kind() {
	case reflect.Struct:
		info := infoOf(t)
		key, rest, nested := strings.Cut(name, ".")
		f := info.byKey[key]
		if f == nil {
			return nil, info.keys
		}
		if !nested {
			return []string{key}, nil
		}
		keys, known := keysOf(rest, t.FieldByIndex(f.index).Type)
		if keys == nil {
			for i := range known {
				known[i] = key + "." + known[i]
			}
			return nil, known
		}
		return append([]string{key}, keys...), nil
	case reflect.Map:
		if t.Elem().Kind() != reflect.Struct { // names of equipment may have dots in them
			return []string{name}, nil
		}
		key, rest, nested := strings.Cut(name, ".")
		if !nested {
			return []string{name}, nil
		}
		keys, known := keysOf(rest, t.Elem())
		if keys == nil {
			return nil, known
		}
		return append([]string{key}, keys...), nil
	}
	return nil, nil
}

// typeAt is the type of the value that keys lead to.
func typeAt(t reflect.Type, keys []string) reflect.Type {
	for _, key := range keys {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch {
		case t.Kind() == reflect.Struct && infoOf(t).byKey[key] != nil:
			t = t.FieldByIndex(infoOf(t).byKey[key].index).Type
		case t.Kind() == reflect.Map:
			t = t.Elem()
		default:
			return t
		}
	}
	return t
}

// row is the object that a row means, or nil for an empty one.
func (d *decoder) row(cells []string, columns []column, r tableReader, comma bool, src int32, t *trail) *node {
	var row *node
	for i, text := range cells {
		if strings.TrimSpace(text) == "" {
			continue
		}
		line, col := r.FieldPos(i)
		at := mark{src, int32(line), int32(col)}
		if row == nil {
			row = &node{kind: object, mark: at, cell: true, size: 1, height: 1, fields: make([]field, 0, min(len(columns), 16))}
		}
		if i >= len(columns) {
			d.fail(at, t, "csv-heading", say(noHeadingAbove), say(holdsSeparator))
			break
		}
		if columns[i].keys == nil {
			continue
		}
		d.nodes++
		value := &node{kind: scalar, cell: true, quoted: true, comma: comma, mark: at, text: strings.TrimSpace(text), size: 1, height: 1}
		d.place(row, columns[i], value, at)
	}
	return row
}

// place puts a cell where its heading says.
func (d *decoder) place(row *node, c column, value *node, at mark) {
	into := row
	for i, key := range c.keys {
		last := i == len(c.keys)-1
		f := into.own(key)
		if f == nil {
			into.fields = append(into.fields, field{key: key, mark: at, value: &node{kind: object, mark: at, cell: true, size: 1, height: 1}})
			f = &into.fields[len(into.fields)-1]
			if last && !c.lat && !c.lon {
				f.value = value
				return
			}
			d.nodes++
		}
		if last {
			if c.lat || c.lon {
				coordinate(f.value, value, c.lat)
				return
			}
			into.fields = append(into.fields, field{key: key, mark: at, value: value}) // reported as a duplicate
			return
		}
		if f.value.kind != object { // seats beside seats.empty
			into.fields = append(into.fields, field{key: key, mark: at, value: &node{kind: object, mark: at, cell: true, size: 1, height: 1}})
			f = &into.fields[len(into.fields)-1]
		}
		into = f.value
	}
}

func (n *node) own(key string) *field {
	for i := range n.fields {
		if n.fields[i].key == key {
			return &n.fields[i]
		}
	}
	return nil
}

// coordinate puts latitude before longitude, whichever column comes first.
func coordinate(pair, value *node, lat bool) {
	pair.kind = list
	if lat {
		pair.items = append([]*node{value}, pair.items...)
		return
	}
	pair.items = append(pair.items, value)
}

// split makes a list of a cell: what stands between semicolons.
func (n *node) split() {
	parts := strings.Split(n.text, ";")
	n.kind = list
	col := n.mark.col
	for _, part := range parts {
		at := n.mark
		at.col = col
		if text := strings.TrimSpace(part); text != "" {
			n.items = append(n.items, &node{kind: scalar, cell: true, quoted: true, comma: n.comma, mark: at, text: text, size: 1, height: 1})
		}
		col += int32(len(part)) + 1
	}
}
