package explain

import (
	"fmt"
	"sort"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// Reported is what the record says was flown or driven across the theatre's
// border on one day.
type Reported struct {
	Sorties AtLeast            `json:"sorties" doc:"Of the nation that carries most: its reports of a day add up."`
	ByType  map[string]AtLeast `json:"by_type" doc:"The same by lift type, as far as types are named."`
	Others  []lang.Text        `json:"others,omitempty" doc:"What other reports say, each as it stands."`
}

// AtLeast is a number of sorties, or the least that it was.
type AtLeast struct {
	N     int  `json:"n"`
	Least bool `json:"least,omitzero" doc:"There may have been more."`
}

func (c AtLeast) String() string {
	switch {
	case c.Least:
		return fmt.Sprintf("≥ %d", c.N)
	case c.N == 0:
		return "–"
	}
	return fmt.Sprint(c.N)
}

// Plus adds two reports of different sorties.
func (c AtLeast) Plus(o AtLeast) AtLeast { return AtLeast{c.N + o.N, c.Least || o.Least} }

// ReportedSorties reads from a mission's record how many sorties left on each
// day of the operation: out of the theatre, or for a deployment from outside
// it. The reports are figures `sorties`, with the place at which they left and
// the lift type where they are named. Reports by the nation with the most lifts
// by air are of different flights and are added up; those of others, and
// those for a day that need not be the calendar day, stand beside them.
func ReportedSorties(m *sortie.Mission) map[sortie.Date]*Reported {
	departs := map[string]bool{"": true}
	for _, p := range m.Places {
		if (p.Country == m.Host) != (m.Operation.Kind == sortie.Deployment) {
			departs[p.ID] = true
		}
	}
	replaced := map[string]bool{}
	for _, e := range m.Record {
		replaced[e.Replaces] = true
	}
	by := flier(m)
	out := map[sortie.Date]*Reported{}
	for _, e := range m.Record {
		if e.Kind != sortie.Report || e.On.IsZero() || replaced[e.ID] || !during(m, e.On) {
			continue
		}
		day := out[e.On]
		if day == nil {
			day = &Reported{ByType: map[string]AtLeast{}}
		}
		if day.read(e, by, departs) {
			out[e.On] = day
		}
	}
	return out
}

// during reports whether a day lies in the operation.
func during(m *sortie.Mission, d sortie.Date) bool {
	zone := Zone(m)
	return dateAt(d.In(zone), 1).In(zone).After(m.Operation.Start) && d.In(zone).Before(m.Operation.Deadline)
}

// read takes over what an entry says of departures; false if it says nothing.
func (r *Reported) read(e sortie.Entry, by string, departs map[string]bool) bool {
	var whole, parts AtLeast
	found, named := false, false
	for _, f := range e.Figures {
		switch {
		case f.What == "sorties" && departs[f.At]:
			found = true
			c := Counted(f)
			if f.Of == "" {
				whole, named = whole.Plus(c), true
				continue
			}
			parts = parts.Plus(c)
			if e.By == by {
				r.ByType[f.Of] = r.ByType[f.Of].Plus(c)
			}
		case strings.HasSuffix(f.What, "-past-day"), f.What == "landings" && f.At == "":
			found = true
			r.Others = append(r.Others, otherReport.Text(Counted(f), otherCount(f.What), e.ID))
		}
	}
	if !named {
		whole = parts
	}
	switch {
	case whole.N == 0:
	case e.By == by:
		r.Sorties = r.Sorties.Plus(whole)
	default:
		r.Others = append(r.Others, otherReport.Text(whole, otherCount("sorties"), e.ID))
	}
	return found
}

var otherReport = lang.Phrase{EN: "%s %s (%s)", FR: "%s %s (%s)"}

// otherCounts are what other reports count; the key in words where it is another.
var otherCounts = map[string]lang.Phrase{
	"sorties":           {EN: "sorties", FR: "sorties"},
	"landings":          {EN: "landings", FR: "atterrissages"},
	"landings-past-day": {EN: "landings past day", FR: "atterrissages des dernières 24 heures"},
	"sorties-past-day":  {EN: "sorties past day", FR: "sorties des dernières 24 heures"},
}

func otherCount(what string) lang.Text {
	if known, ok := otherCounts[what]; ok {
		return known.Text()
	}
	return lang.Plain(strings.ReplaceAll(what, "-", " "))
}

// Counted is a figure as a whole number; words such as dozens count as none.
func Counted(f sortie.Figure) AtLeast {
	switch {
	case f.Exact != nil:
		return AtLeast{int(f.Exact.N), false}
	case f.About != nil:
		return AtLeast{int(f.About.N), false}
	case f.AtLeast != nil:
		return AtLeast{int(f.AtLeast.N), true}
	}
	return AtLeast{}
}

// flier is the nation with the most lifts by air: the one whose reports count.
func flier(m *sortie.Mission) string {
	air := map[string]bool{}
	for _, t := range m.LiftTypes {
		air[t.ID] = t.Mode == sortie.Air
	}
	lifts := map[string]int{}
	var nations []string
	for _, f := range m.Fleets {
		if air[f.Type] {
			lifts[f.Nation] += f.Count
			nations = append(nations, f.Nation)
		}
	}
	sort.SliceStable(nations, func(a, b int) bool { return lifts[nations[a]] > lifts[nations[b]] })
	if len(nations) == 0 {
		return ""
	}
	return nations[0]
}
