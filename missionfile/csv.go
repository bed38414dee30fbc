package missionfile

import (
	"bytes"
	"encoding/csv"
	"errors"
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
	if at, message, hint := unreadable(text); !message.empty() {
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
			d.fail(f.mark, &trail{above: t, key: f.key}, "unknown-key", say(noKeyBeside, key, shorten(f.key)), sentence{})
		}
	}
	name = n.get(key)
	if name.kind != scalar || name.empty() {
		d.wrongType(name, &trail{above: t, key: key}, say(aFileName), say(writeThis, "{"+key+": units."+key+"}"))
		return nil, name, false
	}
	text, why := d.readBeside(name.text)
	if !why.empty() {
		d.fail(name.mark, &trail{above: t, key: key}, key+"-file", say(ofFile, shorten(name.text), why), sentence{})
		return nil, name, false
	}
	return text, name, true
}

// readBeside is the content of a plain file in the mission's folder, or why it
// cannot be had.
func (d *decoder) readBeside(name string) ([]byte, sentence) {
	if d.beside == nil {
		return nil, say(noFolder)
	}
	if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\:\x00") {
		return nil, say(noPlainName)
	}
	info, err := fs.Stat(d.beside, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, say(notThere)
	case err != nil:
		return nil, say(outsideFolder)
	case !info.Mode().IsRegular():
		return nil, say(noPlainFile)
	case info.Size() > int64(maxBytes-d.csvs):
		return nil, say(listsTooLarge, maxBytes>>20)
	}
	file, err := d.beside.Open(name)
	if err != nil {
		return nil, say(cannotBeRead)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, int64(maxBytes-d.csvs)+1))
	if err != nil {
		return nil, say(cannotBeRead)
	}
	if d.csvs += len(text); d.csvs > maxBytes {
		d.csvs = maxBytes
		return nil, say(listsTooLarge, maxBytes>>20)
	}
	return text, sentence{}
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
		d.fail(mark{src, 1, 1}, t, "csv-heading", say(tableIsEmpty), say(firstRowNames))
		return nil, false
	}
	if err != nil {
		d.csvSyntax(err, src, t)
		return nil, false
	}
	if len(heading) > maxCSVColumns {
		d.fail(mark{src, 1, 1}, t, "too-many", say(manyColumns, len(heading), maxCSVColumns), sentence{})
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
			d.fail(row.mark, t, "too-large", say(manyValues), sentence{})
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
	message, hint := say(rowUnreadable, err), sentence{}
	var sheet sheetError
	switch {
	case errors.As(err, &sheet):
		message = sentence(sheet)
	case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
		message, hint = say(strayQuote), say(doubleQuotes)
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
