package export

import (
	"fmt"
	"io"
	"time"
)

// ListFormats are the names of what can be written of a list of missions.
var ListFormats = []string{"csv", "xlsx"}

// Line is what a list of missions says of one. Its times are in the zone of that
// mission.
type Line struct {
	ID, Title, Host, Zone string
	Kind, State           string
	Draft                 bool
	Deadline              time.Time
	Plan                  int64      // ledger entry of the newest plan; 0: there is none
	Closure               *time.Time // by that plan; nil: nothing is delivered
	Margin                *int       // minutes
	Most, Last            *int       // people in the theatre: on the fullest day, and in the end; nil without a plan
	Changed               int64      // ledger entry
	At                    time.Time
}

// Missions writes a list of missions as CSV or XLSX, a line each in their order.
func Missions(to io.Writer, format string, lines []Line) error {
	t := &table{name: "missions", head: []string{"id", "title", "host", "timezone", "kind", "state", "draft", "deadline", "plan", "closure", "margin_minutes", "strength.most", "strength.last", "changed", "at"}}
	for _, l := range lines {
		var closure time.Time
		if l.Closure != nil {
			closure = *l.Closure
		}
		t.add(l.ID, l.Title, l.Host, l.Zone, l.Kind, l.State, some(l.Draft), l.Deadline, some(int(l.Plan)), closure, given(l.Margin), given(l.Most), given(l.Last), int(l.Changed), l.At)
	}
	switch format {
	case "csv":
		return t.csv(to, nil)
	case "xlsx":
		return workbook(to, nil, t)
	}
	return fmt.Errorf("there is no format %q of that", format)
}
