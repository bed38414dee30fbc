package cli

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"sortie/internal/lang"
)

// column is a heading; figures stand to the right.
type column struct {
	title  string
	figure bool
}

// sheet is a table on its way to the terminal.
type sheet struct {
	title   string
	columns []column
	rows    [][]string
	total   []string // last row, below a line
}

func (s *sheet) add(cells ...string) { s.rows = append(s.rows, cells) }

// words makes columns of phrases, figure columns of those that begin with #.
func words(l lang.Lang, phrases ...lang.Phrase) []column {
	out := make([]column, len(phrases))
	for i, p := range phrases {
		title, figure := strings.CutPrefix(p.In(l), "#")
		out[i] = column{title, figure}
	}
	return out
}

// print writes the table with its title above it; an empty one is left out.
func (e *env) print(s sheet) {
	if len(s.rows) == 0 {
		return
	}
	if s.title != "" {
		e.line(s.title)
	}
	w := table.NewWriter()
	style := table.StyleLight
	style.Options = table.Options{SeparateHeader: true, SeparateFooter: true}
	style.Format = table.FormatOptions{Header: text.FormatDefault, Footer: text.FormatDefault, Row: text.FormatDefault}
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	w.SetStyle(style)
	var configs []table.ColumnConfig
	header := make(table.Row, len(s.columns))
	for i, c := range s.columns {
		header[i] = c.title
		if c.figure {
			configs = append(configs, table.ColumnConfig{Number: i + 1, Align: text.AlignRight, AlignHeader: text.AlignRight, AlignFooter: text.AlignRight})
		}
	}
	w.SetColumnConfigs(configs)
	w.AppendHeader(header)
	for _, r := range s.rows {
		w.AppendRow(row(r))
	}
	if s.total != nil {
		w.AppendFooter(row(s.total))
	}
	for _, line := range strings.Split(w.Render(), "\n") {
		fmt.Fprintln(e.out, strings.TrimRight(line, " "))
	}
}

func row(cells []string) table.Row {
	out := make(table.Row, len(cells))
	for i, c := range cells {
		out[i] = harmless(oneLine(c))
	}
	return out
}
