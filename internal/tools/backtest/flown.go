package main

import (
	"fmt"
	"sort"
	"strings"

	"sortie"
)

// flown is what the record says left the theatre on one day.
type flown struct {
	total  count            // of the state that flew: its reports of a day add up
	byType map[string]count // as far as types are named
	others []string         // what other reports say, each as it stands
}

// count is a number of sorties; least marks one reported as at least so many.
type count struct {
	n     int
	least bool
}

func (c count) String() string {
	switch {
	case c.n == 0 && !c.least:
		return "–"
	case c.least:
		return fmt.Sprintf("≥ %d", c.n)
	}
	return fmt.Sprint(c.n)
}

func (c count) plus(o count) count { return count{c.n + o.n, c.least || o.least} }

// asFlown reads the record's reports of departures by day. Reports by the
// state that flew are of different flights and are added up; those of others,
// and those for a day that need not be the calendar day, stand beside them.
func asFlown(m *sortie.Mission, by string) map[sortie.Date]*flown {
	host := map[string]bool{"": true}
	for _, p := range m.Places {
		if p.Country == m.Host {
			host[p.ID] = true
		}
	}
	replaced := map[string]bool{}
	for _, e := range m.Record {
		replaced[e.Replaces] = true
	}
	out := map[sortie.Date]*flown{}
	for _, e := range m.Record {
		if e.Kind != sortie.Report || e.On.IsZero() || replaced[e.ID] {
			continue
		}
		day := out[e.On]
		if day == nil {
			day = &flown{byType: map[string]count{}}
		}
		if day.read(e, by, host) {
			out[e.On] = day
		}
	}
	return out
}

// read takes over what an entry says of departures; false if it says nothing.
func (f *flown) read(e sortie.Entry, by string, host map[string]bool) bool {
	var whole, parts count
	found, named := false, false
	for _, fig := range e.Figures {
		switch {
		case fig.What == "sorties" && host[fig.At]:
			found = true
			c := counted(fig)
			if fig.Of == "" {
				whole, named = whole.plus(c), true
				continue
			}
			parts = parts.plus(c)
			if e.By == by {
				f.byType[fig.Of] = f.byType[fig.Of].plus(c)
			}
		case strings.HasSuffix(fig.What, "-past-day"), fig.What == "landings" && fig.At == "":
			found = true
			f.others = append(f.others, fmt.Sprintf("%s %s (%s)", counted(fig), strings.ReplaceAll(fig.What, "-", " "), e.ID))
		}
	}
	if !named {
		whole = parts
	}
	if whole.n == 0 {
		return found
	}
	if e.By == by {
		f.total = f.total.plus(whole)
	} else {
		f.others = append(f.others, fmt.Sprintf("%s sorties (%s)", whole, e.ID))
	}
	return found
}

func counted(f sortie.Figure) count {
	switch {
	case f.Exact != nil:
		return count{int(f.Exact.N), false}
	case f.About != nil:
		return count{int(f.About.N), false}
	case f.AtLeast != nil:
		return count{int(f.AtLeast.N), true}
	}
	return count{}
}

// types lists the lift types that the record names in its reports of a day.
func types(days map[sortie.Date]*flown) []string {
	seen := map[string]bool{}
	var out []string
	for _, d := range days {
		for t := range d.byType {
			if !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	sort.Strings(out)
	return out
}

// flier is the nation with the most lifts by air: the one whose reports count.
func flier(m *sortie.Mission) string {
	air := map[string]bool{}
	for _, t := range m.LiftTypes {
		air[t.ID] = t.Mode == sortie.Air
	}
	lifts, best := map[string]int{}, ""
	for _, f := range m.Fleets {
		if air[f.Type] {
			lifts[f.Nation] += f.Count
			if best == "" || lifts[f.Nation] > lifts[best] {
				best = f.Nation
			}
		}
	}
	return best
}
