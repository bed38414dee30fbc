// Package export writes missions and plans for other programs: canonical JSON,
// CSV and XLSX for spreadsheets with the keys of the contract as headings, GeoJSON
// for maps and iCalendar for calendars. The command line and the API write the
// same bytes.
package export

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
	"sortie/missionfile"
)

// The names of what can be written of a mission, and of a plan.
var (
	MissionFormats = []string{"json", "csv", "xlsx", "geojson"}
	PlanFormats    = []string{"json", "csv", "xlsx", "geojson", "ics"}
)

// Options are what an export says besides the mission.
type Options struct {
	Lang lang.Lang // of what is made for people to read: iCalendar
	Now  time.Time // when it is made, which a calendar is told
}

// Unfit is why no spreadsheet can be made of a mission or plan, in every language. A
// table would be too large where each unit has equipment of types that no other has; a
// cell, such as the units aboard a ship, may be longer than a spreadsheet keeps, and
// would be cut short.
type Unfit struct{ text lang.Text }

func (u *Unfit) Error() string { return u.text.String() }

// Said is the error in every language.
func (u *Unfit) Said() lang.Text { return u.text }

// mostCells bounds a table, which has a column for each type of equipment: what is
// read in megabytes would be written in gigabytes else.
const mostCells = 4_000_000

// Write writes the mission, or with a plan that plan of it, in a format of the
// lists above. It returns an [Unfit] before it writes anything.
func Write(to io.Writer, format string, m *sortie.Mission, p *sortie.Plan, o Options) error {
	if (format == "xlsx" || format == "csv" && p == nil) && tooWide(m, p) {
		return &Unfit{wordTooWide.Text(mostCells/1_000_000, excelize.MaxColumns)}
	}
	switch {
	case format == "json":
		return JSON(to, m, p)
	case format == "csv":
		return CSV(to, m, p)
	case format == "xlsx":
		return XLSX(to, m, p)
	case format == "geojson":
		return GeoJSON(to, m, p)
	case format == "ics" && p != nil:
		return ICS(to, m, p, o)
	}
	return fmt.Errorf("there is no format %q of that", format)
}

// JSON writes the mission's canonical JSON, whose bytes mission_sha256 is of;
// with a plan, one object with both.
func JSON(to io.Writer, m *sortie.Mission, p *sortie.Plan) error {
	data, err := missionfile.MarshalMission(m)
	if err != nil {
		return err
	}
	if p == nil {
		_, err = to.Write(data)
		return err
	}
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Mission json.RawMessage `json:"mission"`
		Plan    *sortie.Plan    `json:"plan"`
	}{data, p})
}

// CSV writes the movements where there is a plan, and else the units, with points
// for decimals and RFC 3339 times in the mission's zone.
func CSV(to io.Writer, m *sortie.Mission, p *sortie.Plan) error {
	if p == nil {
		return units(m).csv(to, explain.Zone(m))
	}
	return movements(m, p).csv(to, explain.Zone(m))
}
