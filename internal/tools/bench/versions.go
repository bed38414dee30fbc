package main

import (
	"slices"
	"strings"
	"time"
)

// versions is the table with one line for each version, so that one that got
// slower stands beside the one that was faster.
type versions struct {
	columns []string
	lines   [][]string // a cell for each column
}

// parseVersions reads the table that String wrote; what is no table gives an
// empty one.
func parseVersions(text string) versions {
	var v versions
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		switch {
		case !strings.HasPrefix(line, "|"):
			return versions{}
		case i == 0:
			v.columns = cells
		case i > 1 && len(cells) == len(v.columns):
			v.lines = append(v.lines, cells)
		}
	}
	return v
}

// add puts the rows that are kept into the line of their version, which is the
// last if there was none. Columns that are not measured any more stay.
func (v *versions) add(at measuredAt, rows []row) {
	line := map[string]string{"Version": at.version, "Measured": at.when.Format(time.DateOnly)}
	names := []string{"Version", "Measured"}
	for _, r := range rows {
		if r.column != "" {
			line[r.column] = r.brief
			names = append(names, r.column)
		}
	}
	for _, name := range names {
		if !slices.Contains(v.columns, name) {
			v.columns = append(v.columns, name)
			for i := range v.lines {
				v.lines[i] = append(v.lines[i], "–")
			}
		}
	}
	cells := make([]string, len(v.columns))
	for i, name := range v.columns {
		if cells[i] = line[name]; cells[i] == "" {
			cells[i] = "–"
		}
	}
	if i := slices.IndexFunc(v.lines, func(l []string) bool { return l[0] == at.version }); i >= 0 {
		v.lines[i] = cells
		return
	}
	v.lines = append(v.lines, cells)
}

func (v versions) String() string {
	var s strings.Builder
	s.WriteString("| " + strings.Join(v.columns, " | ") + " |\n" + strings.Repeat("|---", len(v.columns)) + "|\n")
	for _, line := range v.lines {
		s.WriteString("| " + strings.Join(line, " | ") + " |\n")
	}
	return s.String()
}
