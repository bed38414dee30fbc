package cli

import (
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"sortie/missionfile"
	"sortie/server"
	"sortie/server/signin"
)

type schemaCmd struct {
	Of string `arg:"" name:"mission|plan|api" help:"${schemaOf}"`
}

// Run writes the JSON Schema of a mission or a plan file.
func (c *schemaCmd) Run(e *env) error {
	of := []string{"mission", "plan", "api"}
	if !slices.Contains(of, c.Of) {
		return usageError(e.lang.Say(wordNoSuchSchema, c.Of, e.lang.List(of)))
	}
	make := map[string]func() ([]byte, error){"mission": missionfile.MissionSchema, "plan": missionfile.PlanSchema, "api": e.openAPI}[c.Of]
	data, err := make()
	if err != nil {
		return faultError{err}
	}
	_, err = e.raw.Write(data)
	return err
}

// openAPI is the document of the API that serve serves, sign-in included.
func (e *env) openAPI() ([]byte, error) {
	auth, err := signin.New(e.ctx, signin.Config{Mode: signin.Local}, nil)
	if err != nil {
		return nil, err
	}
	return server.New(server.Config{Version: Version, Operations: []func(huma.API){auth.Register}}).Document()
}
