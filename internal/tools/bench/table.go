package main

import (
	"fmt"
	"strings"
	"time"
)

// bench is a run of measurements and what they gave so far.
type bench struct {
	program string        // path of bin/sortie
	tmp     string        // folder for missions and plans
	runs    int           // of what is short
	more    time.Duration // after the first ten seconds
	busy    time.Duration // how long a server is under load
	rows    []row
	at      measuredAt

	instances string        // names of the set that are planned, an expression
	limit     time.Duration // for each of them
	updates   bool          // the best known results are kept
	setTable  string        // what the set came to
}

// row is one measurement beside its target. Without a target it is neither met
// nor missed.
type row struct {
	what, target, measured string
	met                    bool
	column, brief          string // in the table of versions; empty: not there
}

// keep puts a row into the table of versions too, in few words.
func (r *row) keep(column, brief string) { r.column, r.brief = column, brief }

// want adds a measurement with a target.
func (b *bench) want(what, target string, met bool, measured string, args ...any) *row {
	b.rows = append(b.rows, row{what: what, target: target, measured: fmt.Sprintf(measured, args...), met: met})
	return &b.rows[len(b.rows)-1]
}

// tell adds a measurement without a target.
func (b *bench) tell(what, measured string, args ...any) *row {
	b.rows = append(b.rows, row{what: what, measured: fmt.Sprintf(measured, args...)})
	return &b.rows[len(b.rows)-1]
}

// table is rows as Markdown, and how many targets were missed.
func table(rows []row) string {
	var s strings.Builder
	s.WriteString("| What | Target | Measured | Met |\n|---|---|---|---|\n")
	targets, missed := 0, 0
	for _, r := range rows {
		target, met := "–", "–"
		if r.target != "" {
			target, met = r.target, "yes"
			targets++
			if !r.met {
				met = "**no**"
				missed++
			}
		}
		fmt.Fprintf(&s, "| %s | %s | %s | %s |\n", r.what, target, r.measured, met)
	}
	switch {
	case missed > 0:
		fmt.Fprintf(&s, "\n%d of %d targets are missed.\n", missed, targets)
	case targets > 0:
		fmt.Fprintf(&s, "\nAll %d targets are met.\n", targets)
	}
	return s.String()
}
