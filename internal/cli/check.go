package cli

import (
	"fmt"
	"strings"

	"sortie"
	"sortie/internal/review"
	"sortie/missionfile"
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
	if err := review.File(f); err != nil {
		return faultError{err}
	}
	if e.json {
		err = e.writeJSON(checkAnswer(f))
	} else {
		e.printCheck(f)
	}
	if err == nil && review.Count(f).Wrong() {
		return errNo
	}
	return err
}

// mostPrinted is how many findings are printed; --json has them all.
const mostPrinted = 200

func (e *env) printCheck(f *missionfile.File) {
	var found, assumed []missionfile.Diagnostic
	for _, d := range f.Diagnostics {
		if d.Rule == review.Assumed {
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
		fmt.Fprintf(e.out, "%s\n\n", strings.TrimRight(d.Render(e.lang), "\n"))
	}
	if len(assumed) > 0 {
		e.line(e.lang.Count(len(assumed), wordAssumedTitle))
		for _, d := range assumed {
			e.line(fmt.Sprintf("  %s:%d: %s", d.File, d.Line, d.Message.In(e.lang)))
		}
		e.blank()
	}
	t := review.Count(f)
	if f.Mission != nil && !f.Failed() {
		people, items := totals(f.Mission)
		e.say(wordMissionHas, f.Mission.ID, e.lang.Count(len(f.Mission.Units), wordUnits), e.lang.Count(people, wordPeople),
			e.lang.Count(items, wordItems), e.lang.Count(len(f.Mission.Places), wordPlaces), e.lang.Count(lifts(f.Mission), wordLifts))
	}
	if t.Wrong() {
		e.say(wordFindings, shown(f.Name), e.lang.Count(t.Errors, wordErrors), e.lang.Count(t.Doubts, wordDoubts), e.lang.Count(t.Assumed, wordAssumptions))
	} else {
		e.say(wordNothingWrong, shown(f.Name), e.lang.Count(t.Assumed, wordAssumptions))
	}
}

// finding is a diagnostic as `check --json` writes it, in the language asked for.
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
	t := review.Count(f)
	out := checked{Errors: t.Errors, Doubts: t.Doubts, Assumed: t.Assumed, Findings: []finding{}}
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
