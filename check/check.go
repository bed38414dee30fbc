package check

import (
	"time"

	"sortie"
	"sortie/internal/lang"
)

// tolerance is how far computed minutes and compared figures may be off.
const tolerance = 1e-6

// checker is one check of one plan.
type checker struct {
	mission *sortie.Mission
	plan    *sortie.Plan
	index
	zone      *time.Location
	start     int64 // operation.start
	deadline  int64
	moves     []movement
	sequences [][]int   // each lift's movements in the order in which it makes them
	ledger    [][]event // per unit, in order of time
	routes    router
	breaches  []Breach
}

// Plan holds a plan against the mission. It never fails and never panics: what
// cannot be read as a plan is a breach of R0. It takes time about proportional
// to the plan, and changes neither argument.
func Plan(m *sortie.Mission, p *sortie.Plan) Report {
	if m == nil {
		return Report{
			Breaches:    []Breach{{Rule: Form, Message: lang.Plain("there is no mission to hold the plan against")}},
			Differences: []Difference{},
		}
	}
	missing := p == nil
	if missing {
		p = &sortie.Plan{Version: sortie.FormatVersion, Mission: m.ID}
	}
	c := newChecker(m, p)
	if missing {
		c.report(Breach{Rule: Form}, "there is no plan")
	}
	for _, rule := range []func(){
		c.form, c.order, c.conservation, c.continuity, c.times, c.payload, c.stowage, c.seats,
		c.runway, c.parkingMOG, c.workingMOG, c.hours, c.utilisation, c.convoy, c.cover,
		c.drawdown, c.unitRules, c.via, c.clearance,
	} {
		rule()
	}
	c.sortBreaches()
	verdict := c.verdict()
	r := Report{Breaches: c.breaches, Differences: []Difference{}, Verdict: verdict}
	if !missing {
		r.Differences = c.differences(verdict)
	}
	return r
}

func newChecker(m *sortie.Mission, p *sortie.Plan) *checker {
	c := &checker{mission: m, plan: p, index: newIndex(m), breaches: []Breach{}}
	c.zone = c.zones.find(m.Timezone)
	if c.zone == nil {
		c.zone = time.UTC
	}
	c.start, c.deadline = minute(m.Operation.Start), minute(m.Operation.Deadline)
	c.routes = newRouter(m, &c.index)
	c.resolve()
	c.sequence()
	c.post()
	return c
}
