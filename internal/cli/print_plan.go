package cli

import (
	"strings"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/internal/answer"
)

// printPlan writes a plan for people: the answer, the bottleneck, the days,
// and what is late or left behind. Breaches are those that no plan can avoid.
func (e *env) printPlan(m *sortie.Mission, p *sortie.Plan, breaches []check.Breach) {
	e.line(strings.TrimRight(answer.Sentence(m, p.Verdict, e.lang)+" "+answer.LastOut(m, p, e.lang), " "))
	if len(breaches) > 0 {
		e.blank()
		e.say(wordLacking)
		e.printBreaches(breaches)
	}
	if b := explain.Bottleneck(m, p); b != nil {
		e.blank()
		e.line(b.Sentence(m, e.lang))
		e.line(b.Breakdown(m, e.lang))
		e.line(answer.Bound(m, p.Verdict, e.lang))
	}
	e.blank()
	e.printDays(m, p)
	e.printLate(m, p)
	e.printLeft(m, p)
}
