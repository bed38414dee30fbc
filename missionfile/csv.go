package missionfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"unicode/utf8"

	"sortie"
)

// table replaces {csv: name} by the list that the file holds.
func (d *decoder) table(n *node, elem reflect.Type, t *trail) {
	name := n.get("csv")
	for i := range n.fields {
		if f := &n.fields[i]; f.key != "csv" {
			d.fail(f.mark, &trail{above: t, key: f.key}, "unknown-key", fmt.Sprintf("beside csv there is no key %q", shorten(f.key)), "")
		}
	}
	n.kind = broken
	if name.kind != scalar || name.empty() {
		d.wrongType(name, &trail{above: t, key: "csv"}, "the name of a file", "write {csv: units.csv}")
		return
	}
	text, problem := d.readBeside(name.text)
	if problem != "" {
		d.fail(name.mark, &trail{above: t, key: "csv"}, "csv-file", fmt.Sprintf("%q %s", shorten(name.text), problem), "")
		return
	}
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	src := d.book.open(path.Join(d.folder, name.text), text, true)
	if at, message, hint := unreadable(text); message != "" {
		at.source = src
		d.fail(at, t, "encoding", message, hint)
		return
	}
	items, ok := d.rows(text, src, elem, t)
	if ok {
		n.kind, n.items, n.fields = list, items, nil
	}
}

// readBeside is the content of a plain file in the mission's folder, or why it
// cannot be had.
func (d *decoder) readBeside(name string) ([]byte, string) {
	if d.beside == nil {
		return nil, "cannot be read: this mission has no folder of its own"
	}
	if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\:\x00") {
		return nil, "is not a plain file name: name a file in the mission's folder"
	}
	info, err := fs.Stat(d.beside, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "is not there, beside the mission file"
	case err != nil:
		return nil, "cannot be read, or lies outside the mission's folder"
	case !info.Mode().IsRegular():
		return nil, "is not a plain file"
	case info.Size() > int64(maxBytes-d.csvs):
		return nil, fmt.Sprintf("is too large: the lists of a mission have at most %d MB together", maxBytes>>20)
	}
	file, err := d.beside.Open(name)
	if err != nil {
		return nil, "cannot be read"
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, int64(maxBytes-d.csvs)+1))
	if err != nil {
		return nil, "cannot be read"
	}
	if d.csvs += len(text); d.csvs > maxBytes {
		d.csvs = maxBytes
		return nil, fmt.Sprintf("is too large: the lists of a mission have at most %d MB together", maxBytes>>20)
	}
	return text, ""
}

// column is a column of a table: the keys that its heading names.
type column struct {
	keys []string // none: not read
	lat  bool     // the first of a place's coordinates
	lon  bool
}

// rows makes a node of each row. Cells point into the CSV file.
func (d *decoder) rows(text []byte, src int32, elem reflect.Type, t *trail) ([]*node, bool) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	heading, err := r.Read()
	if err == io.EOF {
		d.fail(mark{src, 1, 1}, t, "csv-heading", "the table is empty", "its first row names the keys: id,nation,at,to,people")
		return nil, false
	}
	if err != nil {
		d.csvSyntax(err, src, t)
		return nil, false
	}
	if len(heading) > maxCSVColumns {
		d.fail(mark{src, 1, 1}, t, "too-many", fmt.Sprintf("the table has %d columns; at most %d are read", len(heading), maxCSVColumns), "")
		return nil, false
	}
	columns := d.columns(heading, r, src, elem, t)
	items := []*node{}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return items, true
		}
		if err != nil {
			d.csvSyntax(err, src, t)
			return items, true
		}
		row := d.row(cells, columns, r, src, &trail{above: t, index: len(items)})
		if row == nil {
			continue
		}
		if items = append(items, row); d.nodes > maxNodes || len(items) > mostRows {
			d.fail(row.mark, t, "too-large", "the tables of this mission hold too many values", "")
			return nil, false
		}
	}
}

// mostRows bounds every table, whatever list it stands for.
const mostRows = 100_000

func (d *decoder) csvSyntax(err error, src int32, t *trail) {
	var located *csv.ParseError
	at := mark{src, 1, 1}
	if errors.As(err, &located) {
		at.line, at.col = int32(located.Line), int32(max(located.Column, 1))
		err = located.Err
	}
	message, hint := err.Error(), ""
	switch {
	case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
		message, hint = "a quote stands where none may, or one is missing", `a cell with quotes in it stands in quotes, each of them doubled: "the ""old"" bridge"`
	}
	d.fail(at, t, "syntax", message, hint)
}

// separator is the sign that the first row has most often outside quotes: the
// comma, or the semicolon or tab that spreadsheets write in many countries.
func separator(text []byte) rune {
	counts := map[byte]int{}
	inQuotes := false
	for _, c := range text {
		switch {
		case c == '"':
			inQuotes = !inQuotes
		case inQuotes:
		case c == '\n' || c == '\r':
			goto counted
		case c == ',' || c == ';' || c == '\t':
			counts[c]++
		}
	}
counted:
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return rune(best)
}

func (d *decoder) columns(heading []string, r *csv.Reader, src int32, elem reflect.Type, t *trail) []column {
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
			d.fail(at, t, "duplicate-key", fmt.Sprintf("two columns are called %q", shorten(name)), "")
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
			if hint == "" {
				hint = "known keys: " + strings.Join(known, ", ")
			}
			d.fail(at, t, "unknown-key", fmt.Sprintf("%s has no key %q", withArticle(typeName(elem)), shorten(name)), hint)
			continue
		}
		columns[i].keys = keys
	}
	if placed && seen["lat"] != seen["lon"] {
		d.fail(mark{src, 1, 1}, t, "csv-heading", "coordinates need both columns, lat and lon", "")
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

// row is the object that a row means, or nil for an empty one.
func (d *decoder) row(cells []string, columns []column, r *csv.Reader, src int32, t *trail) *node {
	var row *node
	for i, text := range cells {
		if strings.TrimSpace(text) == "" {
			continue
		}
		line, col := r.FieldPos(i)
		at := mark{src, int32(line), int32(col)}
		if row == nil {
			row = &node{kind: object, mark: at, cell: true, size: 1, height: 1}
		}
		if i >= len(columns) {
			d.fail(at, t, "csv-heading", "this cell has no heading above it", "does a text before it hold the separator? Then put it in quotes")
			break
		}
		if columns[i].keys == nil {
			continue
		}
		d.nodes++
		value := &node{kind: scalar, cell: true, quoted: true, comma: r.Comma == ';', mark: at, text: strings.TrimSpace(text), size: 1, height: 1}
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

// unreadable is the place of the first byte that no text file has, and what is
// wrong with it.
func unreadable(text []byte) (mark, string, string) {
	if bytes.HasPrefix(text, []byte("\xFF\xFE")) || bytes.HasPrefix(text, []byte("\xFE\xFF")) {
		return mark{line: 1, col: 1}, "the file is UTF-16", "save it as UTF-8 (in a spreadsheet: CSV UTF-8)"
	}
	i := bytes.IndexByte(text, 0)
	message, hint := "a NUL byte stands here", "a mission is a text file"
	if i < 0 {
		if utf8.Valid(text) {
			return mark{}, "", ""
		}
		i = 0
		for i < len(text) {
			r, size := utf8.DecodeRune(text[i:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			i += size
		}
		message, hint = fmt.Sprintf("byte 0x%02X is not UTF-8", text[i]), "save the file as UTF-8"
	}
	line := bytes.Count(text[:i], []byte("\n")) + 1
	start := bytes.LastIndexByte(text[:i], '\n') + 1
	return mark{line: int32(line), col: int32(utf8.RuneCount(text[start:i]) + 1)}, message, hint
}
