package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// measuredAt says when, what and on which machine was measured.
type measuredAt struct {
	when    time.Time
	version string // of the program measured
	commit  string // empty outside a checkout
	goes    string // version of Go
	system  string
	cores   int
	model   string // of the processor; empty where the system does not say
	load    string // processes that wanted a core in the minute before; empty likewise
}

// conditions asks the program, git and the system.
func (b *bench) conditions() (measuredAt, error) {
	at := measuredAt{when: time.Now(), cores: runtime.NumCPU(), model: model(), load: loadAverage()}
	text, err := exec.Command(b.program, "version", "--json").Output()
	if err != nil {
		return at, fmt.Errorf("%s version: %w: build it first (make build)", b.program, err)
	}
	var version struct{ Version, Go, OS, Arch string }
	if err := json.Unmarshal(text, &version); err != nil {
		return at, err
	}
	at.version, at.goes, at.system = version.Version, version.Go, version.OS+"/"+version.Arch
	if text, err := exec.Command("git", "describe", "--always", "--dirty", "--tags").Output(); err == nil {
		at.commit = strings.TrimSpace(string(text))
	}
	return at, nil
}

func (at measuredAt) String() string {
	s := "Measured on " + at.when.Format(time.DateOnly) + " with sortie " + at.version
	if at.commit != "" {
		s += " (" + at.commit + ")"
	}
	s += fmt.Sprintf(", %s, %s, %d cores", at.goes, at.system, at.cores)
	if at.model != "" {
		s += " of " + at.model
	}
	if at.load != "" {
		s += "; load average of the minute before: " + at.load
	}
	return s + "."
}

func model() string {
	info, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(info)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func loadAverage() string {
	text, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(text), " ")
	return first
}
