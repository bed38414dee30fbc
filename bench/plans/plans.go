// Package plans holds the best plans that are known for the repository's missions
// and instances. It is for tests: no program has it within.
package plans

import (
	"compress/gzip"
	"embed"
	"errors"
	"fmt"
	"io"

	"sortie"
	"sortie/missionfile"
	"sortie/missions"
)

//go:embed *.json.gz
var packed embed.FS

// BestKnown is a mission of the repository with the best plan that is known for
// it. It returns an error where there is none of that name.
func BestKnown(name string) (*sortie.Mission, *sortie.Plan, error) {
	f, err := missions.Read(name)
	if err != nil {
		return nil, nil, err
	}
	if f.Failed() {
		return nil, nil, errors.New(f.Render("en"))
	}
	file, err := packed.Open(name + ".json.gz")
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return nil, nil, err
	}
	text, err := io.ReadAll(unpacked)
	if err != nil {
		return nil, nil, err
	}
	p, found := missionfile.ReadPlan(name, text)
	if p == nil {
		return nil, nil, fmt.Errorf("plan of %s: %v", name, found)
	}
	return f.Mission, p, nil
}
