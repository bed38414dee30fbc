package cli

import (
	"encoding/json"
	"slices"

	"sortie"
	"sortie/missionfile"
)

type exportCmd struct {
	Mission string `arg:"" help:"${argMission}"`
	Plan    string `arg:"" optional:"" help:"${argPlan}"`
	To      string `required:"" placeholder:"json|csv" help:"${exportTo}"`
}

// formats are what --to takes.
var formats = []string{"json", "csv"}

// Run writes a mission, or a mission with a plan, in another format.
func (c *exportCmd) Run(e *env) error {
	if !slices.Contains(formats, c.To) {
		return usageError(e.lang.Say(wordNoSuchFormat, c.To, e.lang.List(formats)))
	}
	f, err := e.mission(c.Mission)
	if err != nil {
		return err
	}
	var plan *sortie.Plan
	if c.Plan != "" {
		if plan, err = e.readPlan(c.Plan, c.Mission); err != nil {
			return err
		}
		e.compareMission(f.Mission, plan)
	}
	switch {
	case c.To == "csv" && plan != nil:
		return writeMovements(e.raw, f.Mission, plan)
	case c.To == "csv":
		return writeUnits(e.raw, f.Mission)
	}
	return exportJSON(e, f.Mission, plan)
}

// exportJSON writes the mission's canonical JSON, whose bytes mission_sha256
// is of; with a plan, one object with both.
func exportJSON(e *env, m *sortie.Mission, p *sortie.Plan) error {
	data, err := missionfile.MarshalMission(m)
	if err != nil {
		return faultError{err}
	}
	if p == nil {
		_, err = e.raw.Write(data)
		return err
	}
	return e.writeJSON(struct {
		Mission json.RawMessage `json:"mission"`
		Plan    *sortie.Plan    `json:"plan"`
	}{data, p})
}

// compareMission notes that a plan was made for another mission, or for this
// one before it changed.
func (e *env) compareMission(m *sortie.Mission, p *sortie.Plan) {
	sum, err := missionfile.SHA256(m)
	switch {
	case err != nil || p.MissionSHA256 == sum:
	case p.MissionSHA256 == "" && p.Mission == m.ID:
		e.note(wordNoHash)
	case p.Mission != m.ID:
		e.note(wordOtherMission, p.Mission, m.ID)
	default:
		e.note(wordMissionChanged)
	}
}
