package cli

import (
	"fmt"
	"strings"

	"sortie"
	"sortie/missionfile"
	"sortie/network"
	"sortie/record"
)

type checkCmd struct {
	Mission string `arg:"" help:"${argMission}"`
}

// Run answers whether anything is wrong or doubtful with a mission.
func (c *checkCmd) Run(e *env) error {
	f, err := e.open(c.Mission)
	if err != nil {
		return err
	}
	if !f.Failed() && f.Mission != nil {
		n, err := network.Compile(f.Mission)
		switch {
		case err == nil:
			f.Add(n.Doubts()...)
		case !f.Mission.Draft:
			return faultError{err}
		default:
			f.Add(sortie.Finding{Severity: sortie.Doubt, Rule: "incomplete", Message: err.Error()})
		}
		f.Add(record.Findings(f.Mission)...)
	}
	if e.json {
		err = e.writeJSON(checkAnswer(f))
	} else {
		e.printCheck(f)
	}
	if err == nil && counts(f).wrong() {
		return errNo
	}
	return err
}

// tally is how many findings there are of each sort. What is assumed is said,
// not held against the mission.
type tally struct{ errors, doubts, assumed, notes int }

func (t tally) wrong() bool { return t.errors+t.doubts > 0 }

// ruleAssumed is the rule of findings that list what a mission assumes.
const ruleAssumed = "assumed"

func counts(f *missionfile.File) (t tally) {
	for _, d := range f.Diagnostics {
		switch {
		case d.Severity == sortie.Error:
			t.errors++
		case d.Rule == ruleAssumed:
			t.assumed++
		case d.Severity == sortie.Doubt:
			t.doubts++
		default:
			t.notes++
		}
	}
	return t
}

// mostPrinted is how many findings are printed; --json has them all.
const mostPrinted = 200

func (e *env) printCheck(f *missionfile.File) {
	var found, assumed []missionfile.Diagnostic
	for _, d := range f.Diagnostics {
		if d.Rule == ruleAssumed {
			assumed = append(assumed, d)
		} else {
			found = append(found, d)
		}
	}
	for i, d := range found {
		if i == mostPrinted {
			e.line(e.lang.Count(len(found)-i+f.More, wordMore))
			e.blank()
			break
		}
		fmt.Fprintf(e.out, "%s\n\n", strings.TrimRight(d.Render(), "\n"))
	}
	if len(assumed) > 0 {
		e.line(e.lang.Count(len(assumed), wordAssumedTitle))
		for _, d := range assumed {
			e.line(fmt.Sprintf("  %s:%d: %s", d.File, d.Line, d.Message))
		}
		e.blank()
	}
	t := counts(f)
	if f.Mission != nil && !f.Failed() {
		people, items := totals(f.Mission)
		e.say(wordMissionHas, f.Mission.ID, e.lang.Count(len(f.Mission.Units), wordUnits), e.lang.Count(people, wordPeople),
			e.lang.Count(items, wordItems), e.lang.Count(len(f.Mission.Places), wordPlaces), e.lang.Count(lifts(f.Mission), wordLifts))
	}
	if t.wrong() {
		e.say(wordFindings, shown(f.Name), e.lang.Count(t.errors, wordErrors), e.lang.Count(t.doubts, wordDoubts), e.lang.Count(t.assumed, wordAssumptions))
	} else {
		e.say(wordNothingWrong, shown(f.Name), e.lang.Count(t.assumed, wordAssumptions))
	}
}

// finding is a diagnostic as `check --json` writes it.
type finding struct {
	sortie.Finding
	File string `json:"file"`
	Line int    `json:"line,omitzero"`
	Col  int    `json:"col,omitzero"`
}

type checked struct {
	Mission  string    `json:"mission,omitempty"` // id, where it could be read
	Errors   int       `json:"errors"`
	Doubts   int       `json:"doubts"`
	Assumed  int       `json:"assumed"`
	Findings []finding `json:"findings"`
}

func checkAnswer(f *missionfile.File) checked {
	t := counts(f)
	out := checked{Errors: t.errors, Doubts: t.doubts, Assumed: t.assumed, Findings: []finding{}}
	if f.Mission != nil {
		out.Mission = f.Mission.ID
	}
	for _, d := range f.Diagnostics {
		out.Findings = append(out.Findings, finding{d.Finding, d.File, d.Line, d.Col})
	}
	return out
}

// totals counts everything that a mission's units have.
func totals(m *sortie.Mission) (people, items int) {
	for _, u := range m.Units {
		people += u.People
		items += equipment(u)
	}
	return people, items
}

func equipment(u sortie.Unit) (n int) {
	for _, count := range u.Equipment {
		n += count
	}
	return n
}

func lifts(m *sortie.Mission) (n int) {
	for _, f := range m.Fleets {
		n += f.Count
	}
	return n
}
