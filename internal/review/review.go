// Package review asks everything of a mission file that can be asked before it
// is planned: what its reader finds, what the network has no way for, and where
// the mission and its record differ. The command line and the API ask the same.
package review

import (
	"sortie"
	"sortie/internal/lang"
	"sortie/missionfile"
	"sortie/network"
	"sortie/record"
)

// Assumed is the rule of findings that list what a mission assumes.
const Assumed = "assumed"

// File adds to a file what is doubtful about its mission. A file with errors is
// left as it is. It returns an error where a mission that was read without one
// cannot be compiled, which is a fault of sortie's own.
func File(f *missionfile.File) error {
	if f.Failed() || f.Mission == nil {
		return nil
	}
	n, err := network.Compile(f.Mission)
	switch {
	case err == nil:
		f.Add(n.Doubts()...)
	case !f.Mission.Draft:
		return err
	default:
		f.Add(sortie.Finding{Severity: sortie.Doubt, Rule: "incomplete", Message: lang.Plain(err.Error())})
	}
	f.Add(record.Findings(f.Mission)...)
	return nil
}

// Tally is how many findings there are of each sort. What is assumed is said,
// not held against the mission.
type Tally struct{ Errors, Doubts, Assumed, Notes int }

// Wrong reports whether anything is wrong or doubtful.
func (t Tally) Wrong() bool { return t.Errors+t.Doubts > 0 }

// Count counts a file's findings.
func Count(f *missionfile.File) (t Tally) {
	for _, d := range f.Diagnostics {
		switch {
		case d.Severity == sortie.Error:
			t.Errors++
		case d.Rule == Assumed:
			t.Assumed++
		case d.Severity == sortie.Doubt:
			t.Doubts++
		default:
			t.Notes++
		}
	}
	return t
}
