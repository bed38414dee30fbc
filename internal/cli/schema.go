package cli

import (
	"slices"

	"sortie/missionfile"
)

type schemaCmd struct {
	Of string `arg:"" name:"mission|plan" help:"${schemaOf}"`
}

// Run writes the JSON Schema of a mission or a plan file.
func (c *schemaCmd) Run(e *env) error {
	of := []string{"mission", "plan"}
	if !slices.Contains(of, c.Of) {
		return usageError(e.lang.Say(wordNoSuchSchema, c.Of, e.lang.List(of)))
	}
	make := missionfile.MissionSchema
	if c.Of == "plan" {
		make = missionfile.PlanSchema
	}
	data, err := make()
	if err != nil {
		return faultError{err}
	}
	_, err = e.raw.Write(data)
	return err
}
