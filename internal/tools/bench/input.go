package main

import (
	"fmt"
	"os"
	"time"

	"sortie"
	"sortie/internal/gen"
	"sortie/internal/lang"
	"sortie/missionfile"
	"sortie/network"
)

// mostReading is the seconds that reading a mission with a CSV list of so many
// units may take.
const (
	mostReading = 0.5
	csvUnits    = 10_000
)

// forceList measures how long reading a force list takes.
func (b *bench) forceList() error {
	folder := b.temp("force-list")
	if err := os.Mkdir(folder, 0o755); err != nil {
		return err
	}
	mission, units := gen.FromUnits(csvUnits)
	for name, data := range map[string][]byte{"mission.yaml": mission, "units.csv": units} {
		if err := os.WriteFile(folder+"/"+name, data, 0o644); err != nil {
			return err
		}
	}
	times, err := repeat(b.runs, func() (time.Duration, error) {
		begun := time.Now()
		m, err := read(folder)
		took := time.Since(begun)
		if err == nil && len(m.Units) != csvUnits {
			err = fmt.Errorf("%d units were read", len(m.Units))
		}
		return took, err
	})
	if err != nil {
		return err
	}
	b.want("Reading 10,000 units from CSV", "< 500 ms", times.median() < mostReading, "%v", times).
		keep("10,000 units", seconds(times.median()))
	return nil
}

// read reads a mission that has no error.
func read(path string) (*sortie.Mission, error) {
	f, err := missionfile.Read(path)
	if err != nil {
		return nil, err
	}
	if f.Failed() {
		return nil, fmt.Errorf("%s has errors: see sortie check", path)
	}
	return f.Mission, nil
}

// compiled reads a mission and compiles it for planning.
func compiled(path string) (*sortie.Mission, *network.Network, error) {
	m, err := read(path)
	if err != nil {
		return nil, nil, err
	}
	n, err := network.Compile(m)
	return m, n, err
}

// readPlan reads a plan that the program wrote.
func readPlan(path string) (*sortie.Plan, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	plan, found := missionfile.ReadPlan(path, data)
	if plan == nil {
		return nil, fmt.Errorf("%s: %s", path, found[0].Render(lang.EN))
	}
	return plan, nil
}
