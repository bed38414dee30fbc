package missionfile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"path"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"sortie"
)

// Limits of a workbook. Its rows and cells are those of any table.
const (
	maxWorkbook = 32 << 20 // bytes, unpacked
	lastRow     = 2 * mostRows
)

// workbook is a workbook beside the mission.
type workbook struct {
	*excelize.File
	from1904 bool // its days are counted from 1904
}

// workbook replaces {xlsx: name} by the list that a sheet of the workbook holds.
func (d *decoder) workbook(n *node, elem reflect.Type, t *trail) {
	name := n.get("xlsx")
	book := d.books[name.text]
	if book == nil || name.kind != scalar {
		text, _, ok := d.tableFile(n, "xlsx", []string{"sheet"}, t)
		if !ok {
			n.kind = broken
			return
		}
		var why sentence
		if book, why = d.openWorkbook(text); !why.empty() {
			n.kind = broken
			d.fail(name.mark, &trail{above: t, key: "xlsx"}, "xlsx-file", say(ofFile, shorten(name.text), why), sentence{})
			return
		}
		if d.books == nil {
			d.books = map[string]*workbook{}
		}
		d.books[name.text] = book
	}
	sheet, ok := d.sheetOf(book, n, t)
	n.kind = broken
	if !ok {
		return
	}
	rows, err := book.Rows(sheet)
	if err != nil {
		d.fail(name.mark, &trail{above: t, key: "xlsx"}, "xlsx-file", say(badSheet, shorten(sheet), shorten(name.text)), sentence{})
		return
	}
	defer rows.Close()
	src := d.book.open(path.Join(d.folder, name.text), nil, false)
	d.book.sources[src].sheet = sheet
	if items, ok := d.tableRows(&sheetReader{rows: rows}, d.cellText(book), false, src, elem, t); ok {
		n.kind, n.items, n.fields = list, items, nil
	}
}

// openWorkbook opens a workbook, or says why it cannot be had. What is encrypted
// is not tried: whoever encrypted it says how long that would take.
func (d *decoder) openWorkbook(text []byte) (*workbook, sentence) {
	z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, say(noWorkbook)
	}
	unpacked := uint64(0)
	for _, f := range z.File {
		if unpacked += f.UncompressedSize64; f.UncompressedSize64 > maxWorkbook || unpacked > maxWorkbook {
			return nil, say(largeWorkbook, maxWorkbook>>20)
		}
	}
	if d.csvs += int(unpacked); d.csvs > maxBytes {
		d.csvs = maxBytes
		return nil, say(listsTooLarge, maxBytes>>20)
	}
	if why := weigh(z); !why.empty() {
		return nil, why
	}
	f, err := excelize.OpenReader(bytes.NewReader(text), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxWorkbook})
	if err != nil {
		return nil, say(noWorkbook)
	}
	props, err := f.GetWorkbookProps()
	if err != nil || len(f.GetSheetList()) == 0 {
		return nil, say(noWorkbook)
	}
	return &workbook{f, props.Date1904 != nil && *props.Date1904}, sentence{}
}

// sheetOf is the sheet that a table names, or else the one that is called as the
// list is, or the only one.
func (d *decoder) sheetOf(book *workbook, n *node, t *trail) (string, bool) {
	sheets := book.GetSheetList()
	if said := n.get("sheet"); said != nil {
		at := &trail{above: t, key: "sheet"}
		if said.kind != scalar || said.empty() {
			d.wrongType(said, at, say(aSheetName), sentence{})
			return "", false
		}
		for _, s := range sheets {
			if s == said.text {
				return s, true
			}
		}
		d.fail(said.mark, at, "xlsx-sheet", say(noSuchSheet, shorten(said.text)), d.suggest(said.text, sheets))
		return "", false
	}
	for _, s := range sheets {
		if strings.EqualFold(s, t.last()) {
			return s, true
		}
	}
	if len(sheets) == 1 {
		return sheets[0], true
	}
	d.fail(n.mark, t, "xlsx-sheet", say(whichSheet, len(sheets), t.last()), say(nameSheet))
	return "", false
}

// sheetReader reads a sheet row by row.
type sheetReader struct {
	rows *excelize.Rows
	row  int
}

func (r *sheetReader) Read() ([]string, error) {
	if !r.rows.Next() {
		if err := r.rows.Error(); err != nil {
			return nil, errSheet
		}
		return nil, io.EOF
	}
	if r.row++; r.row > lastRow {
		return nil, errLong
	}
	cells, err := r.rows.Columns(excelize.Options{RawCellValue: true})
	switch {
	case err != nil:
		return nil, errSheet
	case len(cells) > maxCSVColumns:
		return nil, errWide
	}
	return cells, nil
}

func (r *sheetReader) FieldPos(i int) (line, column int) { return r.row, i + 1 }

// sheetError is why a sheet is not read to its end.
type sheetError sentence

func (e sheetError) Error() string { return sentence(e).text().String() }

var (
	errSheet = sheetError(say(sheetEnds))
	errLong  = sheetError(say(manyRows, lastRow))
	errWide  = sheetError(say(wideSheet, maxCSVColumns))
)

// cellText is what the cells of a workbook say, where they are no text: dates are
// days since 1900 there, in no zone, and so the mission's; true is 1.
func (d *decoder) cellText(book *workbook) func(*column, string) string {
	zone := d.clock.zone
	if zone == nil {
		zone = time.UTC
	}
	return func(c *column, cell string) string {
		x, err := strconv.ParseFloat(cell, 64)
		if err != nil || c.of == nil || math.IsNaN(x) || math.IsInf(x, 0) {
			return cell
		}
		of := c.of
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		switch {
		case of == reflect.TypeFor[time.Time](), of == reflect.TypeFor[sortie.Date]():
			if x < 1 || x > 200_000 { // past 2199: no date but a slip, and told as one
				return cell
			}
			at, err := excelize.ExcelDateToTime(x, book.from1904)
			if err != nil {
				return cell
			}
			at = at.Add(30 * time.Second).Truncate(time.Minute) // days are fractions there
			if of == reflect.TypeFor[sortie.Date]() {
				return at.Format(time.DateOnly)
			}
			return time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), 0, 0, zone).Format(time.RFC3339)
		case of.Kind() == reflect.Bool:
			return map[float64]string{0: "false", 1: "true"}[x]
		case len(cell) > 15 && of.Kind() == reflect.Float64: // 14.300000000000001
			return strconv.FormatFloat(x, 'g', 15, 64)
		}
		return cell
	}
}

// cellName is a cell as spreadsheets call it.
func cellName(row, column int) string {
	name, err := excelize.CoordinatesToCellName(max(column, 1), max(row, 1))
	if err != nil {
		return fmt.Sprintf("R%dC%d", row, column)
	}
	return name
}
