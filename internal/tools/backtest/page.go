package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
)

// page is what the backtest has to say.
type page struct {
	path           string
	iterations     int
	quota          int
	mission        *sortie.Mission
	limitedMission *sortie.Mission
	flown          map[sortie.Date]*explain.Reported
	free, limited  *sortie.Plan
}

const en = lang.EN

func (p *page) write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: the plan beside what happened\n\n", p.mission.Title.In("en"))
	fmt.Fprintf(&b, "Made by `make backtest` (%s, %d iterations, seed 1, two workers): do not edit. What happened is what the mission's\n", p.path, p.iterations)
	fmt.Fprintf(&b, "[record](../%s/mission.yaml) reports, with its sources; names in parentheses are its entries. The plan without the limit begins with the one that keeps it.\n\n", p.path)
	p.answers(&b)
	p.table(&b)
	p.loads(&b)
	p.differences(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (p *page) closure(plan *sortie.Plan) string {
	if plan.Verdict.Closure == nil {
		return "nothing delivered"
	}
	return en.Time(plan.Verdict.Closure.In(explain.Zone(p.mission)))
}

func (p *page) answers(b *strings.Builder) {
	fmt.Fprintf(b, "| | Closure | Margin to the deadline | Tardiness, weighted min | Sorties leaving the theatre | Late | Left behind |\n|---|---|---|---|---|---|---|\n")
	row := func(name string, m *sortie.Mission, plan *sortie.Plan) {
		margin := "–"
		if plan.Verdict.MarginMinutes != nil {
			margin = en.Minutes(*plan.Verdict.MarginMinutes)
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %d | %d people, %d items | %d people, %d items |\n", name, p.closure(plan), margin,
			en.Int(plan.Verdict.Tardiness), len(p.leaving(plan)),
			plan.Verdict.Late.People, plan.Verdict.Late.Items, plan.Verdict.Undelivered.People, plan.Verdict.Undelivered.Items)
	}
	row("The plan", p.mission, p.free)
	row(fmt.Sprintf("The plan with people_per_day %d", p.quota), p.limitedMission, p.limited)
	last, total := p.asReported()
	fmt.Fprintf(b, "| What happened | last departures on %s; the hour is not published | – | – | %s by the days below | – | – |\n\n", last, total)
	for _, plan := range []struct {
		name string
		m    *sortie.Mission
		plan *sortie.Plan
	}{{"The plan", p.mission, p.free}, {fmt.Sprintf("With people_per_day %d", p.quota), p.limitedMission, p.limited}} {
		if bn := explain.Bottleneck(plan.m, plan.plan); bn != nil {
			fmt.Fprintf(b, "**%s.** %s %s\n\n", plan.name, bn.Sentence(plan.m, en), bn.Breakdown(plan.m, en))
		}
	}
}

// asReported is the last day with departures, and their sum over all days.
func (p *page) asReported() (last string, total explain.AtLeast) {
	var at sortie.Date
	for d, f := range p.flown {
		if f.Sorties.N == 0 || !p.during(d) {
			continue
		}
		total = total.Plus(f.Sorties)
		if at.IsZero() || at.In(time.UTC).Before(d.In(time.UTC)) {
			at = d
		}
	}
	return en.Day(at.In(time.UTC)), total
}

// during reports whether a day lies in the operation.
func (p *page) during(d sortie.Date) bool {
	zone := explain.Zone(p.mission)
	t := d.In(zone)
	return !t.AddDate(0, 0, 1).Before(p.mission.Operation.Start) && t.Before(p.mission.Operation.Deadline)
}

func (p *page) table(b *strings.Builder) {
	zone := explain.Zone(p.mission)
	kinds := types(p.flown)
	free, limited := byDate(explain.Days(p.mission, p.free)), byDate(explain.Days(p.limitedMission, p.limited))
	fmt.Fprintf(b, "## Day by day\n\nSorties and people by the local day of departure (%s), strength at the end of the day. Sorties are those by air that leave the theatre.\n\n", zone)
	fmt.Fprintf(b, "| Day | Plan: sorties | people out | items out | strength | Plan, %d a day: sorties | people out | items out | strength | What happened: sorties | Other reports |\n", p.quota)
	b.WriteString("|---|---|---|---|---|---|---|---|---|---|---|\n")
	freeAir, limitedAir := p.airByDay(p.free), p.airByDay(p.limited)
	for d := sortie.DateOf(p.mission.Operation.Start.In(zone)); p.during(d) && p.before(d, free, limited); d = next(d) {
		fmt.Fprintf(b, "| %s (D%+d) | %s | %s | %s | %s |\n", en.ShortDay(d.In(zone)), days(p.mission.DDay, d),
			planned(freeAir[d], free[d]), planned(limitedAir[d], limited[d]), reported(p.flown[d], kinds), others(p.flown[d]))
	}
	b.WriteString("\n")
}

// before reports whether anything moves or is reported on the day or later.
func (p *page) before(d sortie.Date, plans ...map[sortie.Date]explain.Day) bool {
	later := func(x sortie.Date) bool { return !x.In(time.UTC).Before(d.In(time.UTC)) }
	for _, days := range plans {
		for x := range days {
			if later(x) {
				return true
			}
		}
	}
	for x, f := range p.flown {
		if later(x) && p.during(x) && (f.Sorties.N > 0 || len(f.Others) > 0) {
			return true
		}
	}
	return false
}

func planned(air map[string]int, d explain.Day) string {
	if d.Date.IsZero() {
		return "– | – | – | –"
	}
	return fmt.Sprintf("%s | %d | %d | %d", sorties(air), d.Out.People, d.Out.Items, d.Strength)
}

func reported(f *explain.Reported, kinds []string) string {
	if f == nil || f.Sorties.N == 0 {
		return "–"
	}
	var parts []string
	for _, t := range kinds {
		if c, ok := f.ByType[t]; ok {
			parts = append(parts, c.String()+" "+t)
		}
	}
	if len(parts) == 0 {
		return f.Sorties.String()
	}
	return fmt.Sprintf("%s: %s", f.Sorties, strings.Join(parts, ", "))
}

func others(f *explain.Reported) string {
	if f == nil {
		return ""
	}
	parts := make([]string, len(f.Others))
	for i, other := range f.Others {
		parts[i] = other.String()
	}
	return strings.Join(parts, "; ")
}
