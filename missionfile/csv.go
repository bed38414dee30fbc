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
	"slices"
	"strings"
)

// table replaces {csv: name}, or {xlsx: name}, by the list that the file holds.
func (d *decoder) table(n *node, elem reflect.Type, t *trail) {
	if n.get("csv") == nil {
		d.workbook(n, elem, t)
		return
	}
	text, name, ok := d.tableFile(n, "csv", nil, t)
	n.kind = broken
	if !ok {
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

// tableFile is the file that a table names under a key, beside which there may be
// others.
func (d *decoder) tableFile(n *node, key string, others []string, t *trail) (text []byte, name *node, ok bool) {
	for i := range n.fields {
		if f := &n.fields[i]; f.key != key && !slices.Contains(others, f.key) {
			d.fail(f.mark, &trail{above: t, key: f.key}, "unknown-key", fmt.Sprintf("beside %s there is no key %q", key, shorten(f.key)), "")
		}
	}
	name = n.get(key)
	if name.kind != scalar || name.empty() {
		d.wrongType(name, &trail{above: t, key: key}, "the name of a file", "write {"+key+": units."+key+"}")
		return nil, name, false
	}
	text, problem := d.readBeside(name.text)
	if problem != "" {
		d.fail(name.mark, &trail{above: t, key: key}, key+"-file", fmt.Sprintf("%q %s", shorten(name.text), problem), "")
		return nil, name, false
	}
	return text, name, true
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

// tableReader reads a table row by row, and says where each cell of the last row
// was.
type tableReader interface {
	Read() ([]string, error)
	FieldPos(i int) (line, column int)
}

// rows makes a node of each row of a CSV file.
func (d *decoder) rows(text []byte, src int32, elem reflect.Type, t *trail) ([]*node, bool) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	return d.tableRows(r, func(c *column, cell string) string { return cell }, r.Comma == ';', src, elem, t)
}

// tableRows makes a node of each row. Cells point into the file; comma says that
// fractions may have one, and says gives a cell's text.
func (d *decoder) tableRows(r tableReader, says func(*column, string) string, comma bool, src int32, elem reflect.Type, t *trail) ([]*node, bool) {
	heading, err := r.Read()
	if errors.Is(err, io.EOF) {
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
		if errors.Is(err, io.EOF) {
			return items, true
		}
		if err != nil {
			d.csvSyntax(err, src, t)
			return items, true
		}
		for i := range min(len(cells), len(columns)) {
			cells[i] = says(&columns[i], cells[i])
		}
		row := d.row(cells, columns, r, comma, src, &trail{above: t, index: len(items)})
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
