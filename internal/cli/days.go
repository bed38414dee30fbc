package cli

import (
	"sort"
	"time"

	"sortie"
	"sortie/explain"
	"sortie/internal/answer"
)

// printDays writes the table by day: sorties by type, people, items, strength
// left. Columns in which nothing happens are left out.
func (e *env) printDays(m *sortie.Mission, p *sortie.Plan) {
	days := explain.Days(m, p)
	if len(days) == 0 {
		return
	}
	reported := explain.ReportedSorties(m)
	e.print(e.daySheet(m, throughReported(days, reported), reported))
	e.blank()
}

// throughReported adds the days after a plan's last until the last one for
// which the record reports sorties.
func throughReported(days []explain.Day, reported map[sortie.Date]*explain.Reported) []explain.Day {
	last, ok := answer.LastReported(reported)
	for ok && days[len(days)-1].Date.In(time.UTC).Before(last.In(time.UTC)) {
		end := days[len(days)-1]
		next := sortie.DateOf(end.Date.In(time.UTC).AddDate(0, 0, 1))
		days = append(days, explain.Day{Date: next, Strength: end.Strength})
	}
	return days
}

func (e *env) daySheet(m *sortie.Mission, days []explain.Day, reported map[sortie.Date]*explain.Reported) sheet {
	l := e.lang
	zone := explain.Zone(m)
	types := liftTypes(days)
	var sum explain.Day
	sum.Sorties = map[string]int{}
	for _, d := range days {
		for _, t := range types {
			sum.Sorties[t] += d.Sorties[t]
		}
		sum.Convoys += d.Convoys
		sum.Empty += d.Empty
		add(&sum.Out, d.Out)
		add(&sum.In, d.In)
		add(&sum.Delivered, d.Delivered)
	}
	crosses := sum.Out != (sortie.Counts{}) || sum.In != (sortie.Counts{})
	s := sheet{columns: words(l, headDay)}
	if !m.DDay.IsZero() {
		s.columns = append(s.columns, words(l, headDDay)...)
	}
	for _, t := range types {
		s.columns = append(s.columns, column{t, true})
	}
	optional := []struct {
		shown bool
		heads []column
		cells func(d explain.Day) []string
	}{
		{sum.Convoys > 0, words(l, headConvoys), func(d explain.Day) []string { return []string{l.Int(d.Convoys)} }},
		{sum.Empty > 0, words(l, headEmpty), func(d explain.Day) []string { return []string{l.Int(d.Empty)} }},
		{sum.Out != sortie.Counts{}, words(l, headPeopleOut, headItemsOut), func(d explain.Day) []string { return e.pair(d.Out) }},
		{sum.In != sortie.Counts{}, words(l, headPeopleIn, headItemsIn), func(d explain.Day) []string { return e.pair(d.In) }},
		{!crosses, words(l, headPeopleThere, headItemsThere), func(d explain.Day) []string { return e.pair(d.Delivered) }},
	}
	for _, o := range optional {
		if o.shown {
			s.columns = append(s.columns, o.heads...)
		}
	}
	s.columns = append(s.columns, words(l, headStrength)...)
	_, compare := answer.LastReported(reported)
	if compare {
		s.columns = append(s.columns, words(l, headReported)...)
	}
	line := func(first []string, d explain.Day, last string) []string {
		if !m.DDay.IsZero() && len(first) == 1 {
			first = append(first, "")
		}
		for _, t := range types {
			first = append(first, l.Int(d.Sorties[t]))
		}
		for _, o := range optional {
			if o.shown {
				first = append(first, o.cells(d)...)
			}
		}
		return append(first, last)
	}
	var all explain.AtLeast
	for _, d := range days {
		first := []string{l.ShortDay(d.Date.In(zone))}
		if !m.DDay.IsZero() {
			first = append(first, l.Say(headD)+answer.Signed(answer.DaysBetween(m.DDay, d.Date)))
		}
		cells := line(first, d, l.Int(d.Strength))
		if r := reported[d.Date]; compare && r != nil {
			all = all.Plus(r.Sorties)
			cells = append(cells, r.Sorties.String())
		} else if compare {
			cells = append(cells, "–")
		}
		s.rows = append(s.rows, cells)
	}
	s.total = line([]string{l.Say(wordTotal)}, sum, "")
	if compare {
		s.total = append(s.total, all.String())
	}
	return s
}

func (e *env) pair(c sortie.Counts) []string {
	return []string{e.lang.Int(c.People), e.lang.Int(c.Items)}
}

func add(sum *sortie.Counts, c sortie.Counts) {
	sum.People += c.People
	sum.Items += c.Items
}

func liftTypes(days []explain.Day) []string {
	seen := map[string]bool{}
	var out []string
	for _, d := range days {
		for t := range d.Sorties {
			if !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	sort.Strings(out)
	return out
}
