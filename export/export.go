// Package export writes missions and plans for other programs: canonical JSON,
// and CSV for spreadsheets with the keys of the contract as headings, points for
// decimals and RFC 3339 times in the mission's zone. The command line and the
// API write the same bytes.
package export

import (
	"encoding/json"
	"io"

	"sortie"
	"sortie/missionfile"
)

// Formats are the names of what can be written.
var Formats = []string{"json", "csv"}

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

// CSV writes the movements where there is a plan, and else the units.
func CSV(to io.Writer, m *sortie.Mission, p *sortie.Plan) error {
	if p == nil {
		return Units(to, m)
	}
	return Movements(to, m, p)
}
