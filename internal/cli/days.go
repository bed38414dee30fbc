package cli

import (
	"sort"

	"sortie"
	"sortie/explain"
)

// printDays writes the table by day: sorties by type, people, items, strength
// left. Columns in which nothing happens are left out.
func (e *env) printDays(m *sortie.Mission, p *sortie.Plan) {
	if days := explain.Days(m, p); len(days) > 0 {
		e.print(e.daySheet(m, days))
		e.blank()
	}
}

func (e *env) daySheet(m *sortie.Mission, days []explain.Day) sheet {
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
	for _, d := range days {
		first := []string{l.ShortDay(d.Date.In(zone))}
		if !m.DDay.IsZero() {
			first = append(first, l.Say(headD)+signed(daysBetween(m.DDay, d.Date)))
		}
		s.rows = append(s.rows, line(first, d, l.Int(d.Strength)))
	}
	s.total = line([]string{l.Say(wordTotal)}, sum, "")
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
