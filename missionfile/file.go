package missionfile

import (
	"fmt"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// File is a mission as it was read, with everything that was found on the way.
type File struct {
	Name        string
	Mission     *sortie.Mission // nil where not even the outline could be read
	Diagnostics []Diagnostic    // in the order of the files
	More        int             // diagnostics past the limit of a thousand of each severity, counted only

	book book
	root *node
}

// Failed reports whether an error was found, so that the mission cannot be
// planned.
func (f *File) Failed() bool { return f.book.failed }

// Add appends findings that were made elsewhere, located by their Path (such as
// units[3].to) in the file and line that the value came from; where the path
// leads nowhere, the nearest thing around it is shown.
func (f *File) Add(findings ...sortie.Finding) {
	for _, finding := range findings {
		f.book.add(f.root.locate(finding.Path), finding)
	}
	f.publish()
}

func (f *File) publish() {
	f.book.sort()
	f.Diagnostics, f.More = f.book.diagnostics, f.book.dropped
}

// Render prints the diagnostics, errors before the rest, at most two hundred of
// them and then how many more there are.
func (f *File) Render() string {
	return render(f.Diagnostics, f.More)
}

func render(diagnostics []Diagnostic, more int) string {
	var b strings.Builder
	printed := 0
	for _, errors := range []bool{true, false} {
		for _, d := range diagnostics {
			if (d.Severity == sortie.Error) == errors && printed < maxRendered {
				b.WriteString(d.Render(lang.EN))
				printed++
			}
		}
	}
	if more += len(diagnostics) - printed; more > 0 {
		fmt.Fprintf(&b, "and %d more\n", more)
	}
	return b.String()
}
