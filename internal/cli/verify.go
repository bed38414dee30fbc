package cli

import (
	"fmt"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/internal/answer"
)

type verifyCmd struct {
	Mission string `arg:"" help:"${argMission}"`
	Plan    string `arg:"" help:"${argPlan}"`
}

// verified is what `verify --json` writes.
type verified struct {
	Valid bool `json:"valid"` // no rule is broken
	check.Report
	Bound *check.Proof `json:"bound,omitempty"` // what becomes of the plan's bound; absent where it has none
}

// Run answers whether a plan keeps every rule and says of itself what is so.
func (c *verifyCmd) Run(e *env) error {
	f, err := e.mission(c.Mission)
	if err != nil {
		return err
	}
	plan, err := e.readPlan(c.Plan, c.Mission)
	if err != nil {
		return err
	}
	report := check.Plan(f.Mission, plan)
	var proof *check.Proof
	if plan.Verdict.Bound != nil {
		p := check.Bound(f.Mission, plan)
		proof = &p
	}
	e.compareMission(f.Mission, plan)
	if e.json {
		err = e.writeJSON(verified{len(report.Breaches) == 0, report, proof})
	} else {
		e.printReport(f.Mission, plan, report)
		if proof != nil {
			e.blank()
			e.say(wordCertificate, proof.Message)
		}
	}
	if err == nil && (len(report.Breaches)+len(report.Differences) > 0 || proof != nil && !proof.Valid) {
		return errNo
	}
	return err
}

// mostBreaches is how many breaches of one rule are printed; the rest are
// counted. --json has them all.
const mostBreaches = 20

func (e *env) printReport(m *sortie.Mission, p *sortie.Plan, r check.Report) {
	l := e.lang
	byRule := map[check.Rule][]check.Breach{}
	for _, b := range r.Breaches {
		byRule[b.Rule] = append(byRule[b.Rule], b)
	}
	if len(r.Breaches) == 0 {
		e.line(l.Count(len(p.Movements), wordValid))
	} else {
		e.say(wordInvalid, l.Count(len(r.Breaches), wordBreaches), l.Count(len(byRule), wordOfRules))
	}
	e.line(answer.Sentence(m, r.Verdict, l))
	e.blank()
	for _, rule := range check.Rules {
		list := byRule[rule]
		if len(list) == 0 {
			continue
		}
		e.line(fmt.Sprintf("%s %s: %s", rule, rule.Title(), l.Count(len(list), wordBreaches)))
		e.printBreaches(list)
		e.blank()
	}
	e.printVerdict(m, r.Verdict)
	if len(r.Differences) > 0 {
		e.blank()
		s := sheet{title: l.Say(wordDiffers), columns: words(l, headField, headSays, headIs)}
		for _, d := range r.Differences {
			s.add(d.Field, d.Says, d.Is)
		}
		e.print(s)
	}
}

func (e *env) printBreaches(list []check.Breach) {
	for i, b := range list {
		if i == mostBreaches {
			e.line("  " + e.lang.Count(len(list)-i, wordMore))
			break
		}
		e.line("  " + e.breachText(b))
	}
}

// breachText is one breach on a line: where, then what, then the figures.
func (e *env) breachText(b check.Breach) string {
	s := string(b.Rule)
	if b.Movement != 0 {
		s += fmt.Sprintf(" #%d", b.Movement)
	}
	for _, part := range []string{b.Lift, b.Unit, b.Place} {
		if part != "" {
			s += " " + part
		}
	}
	if !b.At.IsZero() {
		s += " " + b.At.Format("2006-01-02T15:04-07:00")
	}
	s += ": " + b.Message.In(e.lang)
	if b.Measure != "" {
		s += fmt.Sprintf(" (%g, %g %s)", b.Have, b.Want, b.Measure)
	}
	return s
}

// printVerdict writes the figures as the verifier computes them.
func (e *env) printVerdict(m *sortie.Mission, v sortie.Verdict) {
	l, zone := e.lang, explain.Zone(m)
	s := sheet{columns: words(l, headFigure, headValue)}
	yesNo := wordNo
	if v.Feasible {
		yesNo = wordYes
	}
	s.add(l.Say(figFeasible), l.Say(yesNo))
	s.add(l.Say(figClosure), e.moment(v.Closure, zone))
	s.add(l.Say(figDeadline), e.moment(&v.Deadline, zone))
	s.add(l.Say(figMargin), e.margin(v.MarginMinutes))
	s.add(l.Say(figLate), answer.Counted(l, v.Late))
	s.add(l.Say(figUndelivered), answer.Counted(l, v.Undelivered))
	s.add(l.Say(figTardiness), l.Say(wordMinutes, v.Tardiness))
	s.add(l.Say(figSorties), l.Int(v.Sorties))
	s.add(l.Say(figLiftHours), l.Number(v.LiftHours, 1))
	if v.Cost > 0 {
		s.add(l.Say(figCost), l.Number(v.Cost, 0))
	}
	e.print(s)
}
