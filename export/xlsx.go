package export

import (
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"sortie"
	"sortie/explain"
)

// XLSX writes a workbook: of a mission its lists, one a sheet; of a plan its
// verdict, movements and manifests. Text stays text whatever it begins with. Times
// are date cells in the mission's zone that show their offset from UTC.
func XLSX(to io.Writer, m *sortie.Mission, p *sortie.Plan) error {
	tables := []*table{outline(m), units(m), places(m), closures(m), links(m), fleets(m), equipmentTypes(m), clearances(m), tasks(m), entries(m), figures(m), sources(m)}
	if p != nil {
		tables = []*table{summary(m, p), movements(m, p), manifests(p)}
	}
	return workbook(to, explain.Zone(m), tables...)
}

// workbook writes tables, one a sheet, with times in the zone; without one each is
// in its own.
func workbook(to io.Writer, zone *time.Location, tables ...*table) error {
	for _, t := range tables {
		if err := t.tooLong(); err != nil {
			return err
		}
	}
	b := book{File: excelize.NewFile(), zone: zone, times: map[string]int{}}
	defer b.Close()
	var err error
	if b.heading, err = b.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return err
	}
	for i, t := range tables {
		if i == 0 {
			err = b.SetSheetName("Sheet1", t.name)
		} else {
			_, err = b.NewSheet(t.name)
		}
		if err != nil {
			return err
		}
		if err := b.sheet(t); err != nil {
			return fmt.Errorf("sheet %s: %w", t.name, err)
		}
	}
	return b.Write(to)
}

// book is a workbook that is written.
type book struct {
	*excelize.File
	zone    *time.Location
	heading int            // style of the first row
	times   map[string]int // style of times by their offset from UTC
}

// Widths of columns, in characters.
const (
	narrowest = 8
	widest    = 60
)

// sheet writes a table with its heading in view.
func (b *book) sheet(t *table) error {
	last, err := excelize.CoordinatesToCellName(len(t.head), len(t.rows)+1)
	if err != nil {
		return err
	}
	if err := b.SetSheetDimension(t.name, "A1:"+last); err != nil { // some readers believe it
		return err
	}
	w, err := b.NewStreamWriter(t.name)
	if err != nil {
		return err
	}
	for i, width := range b.widths(t) {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(t.head))
	for i, name := range t.head {
		head[i] = excelize.Cell{StyleID: b.heading, Value: name}
	}
	if err := w.SetRow("A1", head); err != nil {
		return err
	}
	for i, row := range t.rows {
		cells := make([]any, len(row))
		for k, c := range row {
			if cells[k], err = b.cell(c); err != nil {
				return err
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), cells); err != nil {
			return err
		}
	}
	return w.Flush()
}

// cell is a cell as the workbook has it.
func (b *book) cell(c any) (any, error) {
	switch c := c.(type) {
	case time.Time:
		if c.IsZero() {
			return nil, nil
		}
		local := within(c, b.zone)
		offset := local.Format("-07:00")
		style, known := b.times[offset]
		if !known {
			form := `yyyy-mm-dd hh:mm\ ` + literal(offset)
			var err error
			if style, err = b.NewStyle(&excelize.Style{CustomNumFmt: &form}); err != nil {
				return nil, err
			}
			b.times[offset] = style
		}
		return excelize.Cell{StyleID: style, Value: local}, nil
	case string:
		if c == "" {
			return nil, nil
		}
	}
	return c, nil
}

// literal is a text as a number format shows it: sign by sign, which all readers
// take for what it is, as they do not all take quotes.
func literal(s string) string {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, '\\', s[i])
	}
	return string(out)
}

// widths are those that most of the first rows need.
func (b *book) widths(t *table) []float64 {
	out := make([]float64, len(t.head))
	for i, name := range t.head {
		out[i] = max(narrowest, float64(utf8.RuneCountInString(name)+2))
	}
	for _, row := range t.rows[:min(len(t.rows), 200)] {
		for i, c := range row {
			n := utf8.RuneCountInString(text(c, b.zone)) + 2
			out[i] = max(out[i], min(widest, float64(n)))
		}
	}
	return out
}
