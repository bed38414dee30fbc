package main

import (
	"fmt"
	"strings"

	"sortie"
	"sortie/explain"
)

// loads compares what an aircraft carries in the plan and in the reports.
func (p *page) loads(b *strings.Builder) {
	b.WriteString("## What an aircraft carried\n\n| | Sorties | People each | Items each |\n|---|---|---|---|\n")
	for _, plan := range []struct {
		name string
		of   *sortie.Plan
	}{{"The plan", p.free}, {fmt.Sprintf("With people_per_day %d", p.quota), p.limited}} {
		sorties := p.leaving(plan.of)
		people, items := 0, 0
		for _, v := range sorties {
			for _, c := range v.Cargo {
				people += c.People
				items += len(c.Items)
			}
		}
		n := float64(max(1, len(sorties)))
		fmt.Fprintf(b, "| %s | %d | %s | %s |\n", plan.name, len(sorties), en.Number(float64(people)/n, 1), en.Number(float64(items)/n, 1))
	}
	for _, e := range p.mission.Record {
		landings, people, items := 0, 0, 0
		for _, f := range e.Figures {
			switch f.What {
			case "landings":
				landings += explain.Counted(f).N
			case "people-landed":
				people += explain.Counted(f).N
			case "equipment-landed":
				items += explain.Counted(f).N
			}
		}
		if landings > 0 && people > 0 {
			n := float64(landings)
			fmt.Fprintf(b, "| As reported on %s (%s) | %d | more than %s | more than %s |\n", e.On, e.ID, landings,
				en.Number(float64(people)/n, 1), en.Number(float64(items)/n, 1))
		}
	}
	b.WriteString("\n")
}

// differences says where plan and event part, and which assumption of the
// mission makes it so.
func (p *page) differences(b *strings.Builder) {
	zone := explain.Zone(p.mission)
	lastTask := p.lastTask()
	last, total := p.asReported()
	planned := len(p.leaving(p.free))
	fmt.Fprintf(b, "## Where they differ, and which assumption makes it\n\n")
	fmt.Fprintf(b, "- **Closure.** The plan closes on %s; the last aircraft left on %s. The plan may fly whenever the rules allow, around the clock; in fact "+
		"the end was announced for that day on the 13th, and the command group left last. No rule of the mission holds the force back until then.\n", p.closure(p.free), last)
	if lastTask.ID != "" {
		fmt.Fprintf(b, "- **Handovers.** No hour of a handover is published. The mission assumes one for each of its %d tasks, the last (%s) on %s. "+
			"What a task needs does not leave before, so these hours carry the shape of the plan: moving them moves it.\n", len(p.mission.Tasks), lastTask.ID, en.Time(lastTask.Until.In(zone)))
	}
	p.standDowns(b)
	fmt.Fprintf(b, "- **Number of sorties.** The plan needs %d to fly everybody and everything out; %s are reported by the days above. "+
		"The plan fills decks to the centimetre and seats beside them, as the contract lets it; units in fact flew together with what was theirs, "+
		"at the loads of the table before, and nothing says that the aircraft were full.\n", planned, total)
	b.WriteString("- **Which vehicles.** Types and counts are mostly assumed: of 250 vehicles 19 are published by kind. Other vehicles fill decks otherwise.\n")
	b.WriteString("- **Teams and stands.** How many aircraft could load at once is not published. The mission takes its figures from the busiest days that were flown, " +
		"so on a full day the plan loads about as many as were flown then.\n")
	fmt.Fprintf(b, "- **People a day.** \"Gradually\" was said without a figure. %d a day is the most that left on one day as flown, worked out in the mission file; "+
		"with it the plan closes on %s.\n", p.quota, p.closure(p.limited))
}

// standDowns names the days on which the plan flies and nothing is reported,
// or far less.
func (p *page) standDowns(b *strings.Builder) {
	zone := explain.Zone(p.mission)
	air := p.airByDay(p.free)
	var more, fewer []string
	for d := sortie.DateOf(p.mission.Operation.Start.In(zone)); p.during(d); d = next(d) {
		plan, real := 0, 0
		for _, n := range air[d] {
			plan += n
		}
		if f := p.flown[d]; f != nil {
			real = f.Sorties.N
		}
		text := fmt.Sprintf("%s (%d planned, %d reported)", en.ShortDay(d.In(zone)), plan, real)
		switch {
		case plan > real:
			more = append(more, text)
		case plan < real:
			fewer = append(fewer, text)
		}
	}
	fmt.Fprintf(b, "- **Stand-downs, politics.** The plan flies more than is reported on %s, and fewer on %s. ", listed(more), listed(fewer))
	b.WriteString("What kept aircraft on the ground is not published, except that the landings of the first day met strong crosswind and low cloud; " +
		"the order of nations was politics (the four smaller contingents first, in one day), and the mission holds it only as ready dates. " +
		"On the 18th 40 landings over the past day are reported, for a day that need not be the calendar day; they are not counted here.\n")
}

func listed(words []string) string {
	if len(words) == 0 {
		return "no day"
	}
	return en.List(words)
}

func (p *page) lastTask() (last sortie.Task) {
	for _, t := range p.mission.Tasks {
		if !t.Until.IsZero() && t.Until.After(last.Until) {
			last = t
		}
	}
	return last
}
