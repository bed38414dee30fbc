package cli

import (
	"slices"

	"sortie"
	"sortie/explain"
)

type showCmd struct {
	Mission string `arg:"" help:"${argMission}"`
	Plan    string `arg:"" optional:"" help:"${argPlan}"`
	By      string `placeholder:"day|lift|place|unit|record" help:"${showBy}"`
}

// views are what --by takes.
var views = []string{"day", "lift", "place", "unit", viewRecord}

// Run shows a mission, or a plan of it, as tables.
func (c *showCmd) Run(e *env) error {
	if c.By != "" && !slices.Contains(views, c.By) {
		return usageError(e.lang.Say(wordNoSuchView, c.By, e.lang.List(views)))
	}
	if c.Plan == "" && c.By == "day" {
		return usageError(e.lang.Say(wordDayNeedsPlan))
	}
	if c.Plan != "" && c.By == viewRecord {
		return usageError(e.lang.Say(wordRecordHasNoPlan))
	}
	f, err := e.mission(c.Mission)
	if err != nil {
		return err
	}
	if c.By == viewRecord {
		return e.showRecord(f.Mission)
	}
	if c.Plan == "" {
		return c.showMission(e, f.Mission)
	}
	plan, err := e.readPlan(c.Plan, c.Mission)
	if err != nil {
		return err
	}
	e.compareMission(f.Mission, plan)
	return c.showPlan(e, f.Mission, plan)
}

func (c *showCmd) showMission(e *env, m *sortie.Mission) error {
	if e.json {
		return e.writeJSON(missionTables(m, c.By))
	}
	if c.By == "" {
		e.line(or(m.Title.In(string(e.lang)), m.ID))
		zone := explain.Zone(m)
		e.say(wordOperation, or(operationKind(m, e.lang), "–"), m.Host, e.long(m.Operation.Start, zone), e.long(m.Operation.Deadline, zone))
		e.blank()
		e.printWithSpace(e.nationSheet(m))
	}
	if c.By == "" || c.By == "unit" {
		e.printWithSpace(e.unitSheet(m))
	}
	if c.By == "" || c.By == "place" {
		e.printWithSpace(e.placeSheet(m))
	}
	if c.By == "" || c.By == "lift" {
		e.printWithSpace(e.fleetSheet(m))
	}
	return nil
}

func (c *showCmd) showPlan(e *env, m *sortie.Mission, p *sortie.Plan) error {
	if e.json {
		return e.writeJSON(planTables(m, p, or(c.By, "day")))
	}
	switch c.By {
	case "lift":
		e.printLifts(m, p)
	case "place":
		e.printPlaces(m, p)
	case "unit":
		e.printWithSpace(e.unitPlanSheet(m, p))
	default:
		e.say(wordDaysIn, zoneName(m))
		e.printDays(m, p)
	}
	return nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
