package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"sortie"
	"sortie/check"
)

// first is the first valid plan for a mission, made several times.
type first struct {
	runs    []used
	plan    string         // file
	verdict sortie.Verdict // the verifier's
	search  time.Duration  // that it takes: one millisecond, where the first plan is valid
	breach  string         // of the plan after a shorter search; or of the last that was tried
	valid   bool
}

// longest is the search after which no valid plan is looked for any more.
const longest = 10 * time.Second

// first plans a mission until its first valid plan is written, so many times.
// A run of its own verifies it. A search of a millisecond ends with the first
// plan; where that is not valid, ten are tried, and so on.
func (b *bench) first(runs int, mission string) (f first, err error) {
	f.plan = b.temp("plan.json")
	for f.search = time.Millisecond; ; f.search *= 10 {
		f.runs = nil
		for range runs {
			u, err := b.run(b.temp("answer.txt"), "plan", mission, "-o", f.plan, "--for", f.search.String())
			if err != nil {
				return f, err
			}
			f.runs = append(f.runs, u)
			if u.stopped {
				return f, nil
			}
			if len(f.runs) > 1 {
				continue
			}
			v, breach, err := b.verify(mission, f.plan)
			if err != nil {
				return f, err
			}
			if f.verdict, f.valid = v, breach == ""; !f.valid {
				f.breach = breach
				break
			}
		}
		if f.valid || f.search >= longest {
			return f, nil
		}
	}
}

// within reports whether the plan is valid and there in so many seconds.
func (f *first) within(most float64) bool { return f.valid && f.seconds() < most }

// seconds is the median by the clock.
func (f *first) seconds() float64 { return walls(f.runs).median() }

// brief is the same in a word or two.
func (f *first) brief() string {
	if !f.valid {
		return "no valid plan"
	}
	return seconds(f.seconds())
}

// String is the time by the clock and that of all cores, which says less about
// what else the machine did; and whether the first plan was the first valid one.
func (f *first) String() string {
	var cores sample
	for _, u := range f.runs {
		cores = append(cores, u.processor.Seconds())
	}
	text := fmt.Sprintf("%v; processor %s", walls(f.runs), seconds(cores.median()))
	if f.runs[len(f.runs)-1].stopped {
		return text + fmt.Sprintf("; stopped after %v, without a plan", patience)
	}
	if f.breach != "" {
		text += fmt.Sprintf("; after a search of %v, a shorter one gave a plan that breaks %s", f.search, f.breach)
	}
	if !f.valid {
		text += ", and so does this"
	}
	return text
}

// verify is what the verifier works out of a plan, and the rule that the plan
// breaks first, if any.
func (b *bench) verify(mission, plan string) (v sortie.Verdict, breach string, err error) {
	file := b.temp("verified.json")
	if u, err := b.run(file, "verify", mission, plan, "--json"); err != nil {
		return v, "", err
	} else if u.stopped {
		return v, "", fmt.Errorf("verifying the plan for %s takes longer than %v", mission, patience)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return v, "", err
	}
	var report check.Report
	if err := json.Unmarshal(data, &report); err != nil {
		return v, "", err
	}
	for _, found := range report.Breaches {
		return report.Verdict, string(found.Rule), nil
	}
	return report.Verdict, "", nil
}

// walls are times by the clock, in seconds.
func walls(runs []used) sample {
	var s sample
	for _, u := range runs {
		s = append(s, u.wall.Seconds())
	}
	return s
}
