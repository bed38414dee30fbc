package cli

import (
	"fmt"
	"runtime"
)

type versionCmd struct{}

// Run writes which sortie this is.
func (versionCmd) Run(e *env) error {
	if e.json {
		return e.writeJSON(struct {
			Version string `json:"version"`
			Go      string `json:"go"`
			OS      string `json:"os"`
			Arch    string `json:"arch"`
		}{Version, runtime.Version(), runtime.GOOS, runtime.GOARCH})
	}
	fmt.Fprintf(e.out, "sortie %s\n", Version)
	return nil
}
