package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"sortie"
)

// table is a list as a spreadsheet has it. Cells are text, whole numbers,
// fractions, times, or nil where there is nothing.
type table struct {
	name string
	head []string
	rows [][]any
}

func (t *table) add(cells ...any) { t.rows = append(t.rows, cells) }

// tooWide reports whether a table that has a column for each thing of a kind would be
// larger than is made.
func tooWide(m *sortie.Mission, p *sortie.Plan) bool {
	wide := func(rows, columns int) bool { return columns > excelize.MaxColumns-32 || rows*columns > mostCells }
	if p != nil {
		kinds, rows := map[string]bool{}, 0
		for _, v := range p.Movements {
			rows += len(v.Cargo)
			for _, c := range v.Cargo {
				for _, item := range c.Items {
					kinds[item.Type] = true
				}
			}
		}
		return wide(rows, len(kinds))
	}
	kinds, told := map[string]bool{}, map[string]bool{}
	for _, u := range m.Units {
		for k := range u.Equipment {
			kinds[k] = true
		}
	}
	for _, e := range m.Record {
		for tag := range e.Text {
			told["text."+tag] = true
		}
		for nation := range e.Votes {
			told["votes."+nation] = true
		}
	}
	return wide(len(m.Units), len(kinds)) || wide(len(m.Record), len(told))
}

// tooLong is the [Unfit] of the first text that a cell of a workbook has no room for; nil
// where there is none.
func (t *table) tooLong() error {
	for i, row := range t.rows {
		for k, c := range row {
			if s, ok := c.(string); ok && characters(s) > excelize.TotalCellChars {
				return &Unfit{wordTooLong.Text(t.name, i+2, t.head[k], excelize.TotalCellChars)}
			}
		}
	}
	return nil
}

// characters is how long a text is as spreadsheets count it: in units of UTF-16.
func characters(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// csv writes the table with times in the zone; without one each is in its own.
func (t *table) csv(to io.Writer, zone *time.Location) error {
	w := csv.NewWriter(to)
	if err := w.Write(inertAll(t.head)); err != nil {
		return err
	}
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = text(c, zone)
		}
		if err := w.Write(inertAll(cells)); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// text is a cell as a program reads it.
func text(cell any, zone *time.Location) string {
	switch c := cell.(type) {
	case string:
		return c
	case int:
		return strconv.Itoa(c)
	case float64:
		return strconv.FormatFloat(c, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(c)
	case time.Time:
		return stamp(c, zone)
	}
	return ""
}

func inertAll(cells []string) []string {
	for i, c := range cells {
		cells[i] = inert(c)
	}
	return cells
}

// inert puts an apostrophe before what a spreadsheet would take for a formula when
// it reads CSV. A plain number, negative or not, is none.
func inert(cell string) string {
	if first, n := utf8.DecodeRuneInString(cell); n == 0 || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}

func stamp(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return within(t, zone).Format(time.RFC3339)
}

func within(t time.Time, zone *time.Location) time.Time {
	if zone == nil {
		return t
	}
	return t.In(zone)
}

// some is a figure, or nothing where it is zero and means nothing.
func some[T comparable](x T) any {
	var zero T
	if x == zero {
		return nil
	}
	return x
}

// given is a figure, or nothing where it is not given.
func given[T any](x *T) any {
	if x == nil {
		return nil
	}
	return *x
}

// joined is a list in one cell.
func joined[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return strings.Join(out, ";")
}
