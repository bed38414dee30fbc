package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"sortie"
	"sortie/check"
	"sortie/missionfile"
)

// reproducer is all that is needed to see a fault of the planner again.
type reproducer struct {
	Version    string          `json:"version"`
	Seed       uint64          `json:"seed"`
	Iterations int             `json:"iterations"`
	Workers    int             `json:"workers"`
	For        string          `json:"for"`
	Report     check.Report    `json:"report"`
	Mission    json.RawMessage `json:"mission"`
	Plan       *sortie.Plan    `json:"plan"`
}

// breached is what happens when our own plan breaks a rule: nothing is written
// but a reproducer, and the exit code says whose fault it is.
func (c *planCmd) breached(e *env, m *sortie.Mission, plan *sortie.Plan, report check.Report) error {
	for _, b := range report.Breaches {
		fmt.Fprintln(e.err, oneLine(e.breachText(b)))
	}
	for _, d := range report.Differences {
		fmt.Fprintln(e.err, oneLine(fmt.Sprintf("%s: %s ≠ %s", d.Field, d.Says, d.Is)))
	}
	path, err := c.saveReproducer(m, plan, report)
	if err != nil {
		return faultError{errors.New(e.lang.Say(wordOwnBreachUnsaved, err.Error()))}
	}
	return faultError{errors.New(e.lang.Say(wordOwnBreach, path))}
}

// saveReproducer writes beside the plan's file, or else where sortie was
// started, or else in the folder for temporary files.
func (c *planCmd) saveReproducer(m *sortie.Mission, plan *sortie.Plan, report check.Report) (string, error) {
	mission, err := missionfile.MarshalMission(m)
	if err != nil {
		return "", err
	}
	data, err := json.MarshalIndent(reproducer{Version, c.Seed, c.Iterations, c.Workers, c.For.String(), report, mission, plan}, "", " ")
	if err != nil {
		return "", err
	}
	name := fmt.Sprintf("sortie-fault-%s-seed-%d.json", fileName(m.ID), c.Seed)
	for _, dir := range []string{filepath.Dir(c.Output), os.TempDir()} {
		path := filepath.Join(dir, name)
		if err = writeWhole(path, append(data, '\n')); err == nil {
			return path, nil
		}
	}
	return "", err
}

// fileName keeps of an id what is safe in a file's name.
func fileName(id string) string {
	out := []rune{}
	for _, r := range id {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			out = append(out, r)
		}
		if len(out) == 40 {
			break
		}
	}
	if len(out) == 0 {
		return "mission"
	}
	return string(out)
}
