package cli

import (
	"slices"
	"time"

	"sortie"
	"sortie/export"
	"sortie/missionfile"
)

type exportCmd struct {
	Mission string `arg:"" help:"${argMission}"`
	Plan    string `arg:"" optional:"" help:"${argPlan}"`
	To      string `required:"" placeholder:"FORMAT" help:"${exportTo}"`
}

// Run writes a mission, or a mission with a plan, in another format.
func (c *exportCmd) Run(e *env) error {
	formats := export.MissionFormats
	if c.Plan != "" {
		formats = export.PlanFormats
	}
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
	return export.Write(e.raw, c.To, f.Mission, plan, export.Options{Lang: e.lang, Now: time.Now()})
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
