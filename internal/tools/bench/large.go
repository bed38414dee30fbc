package main

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"

	"sortie/internal/gen"
	"sortie/missionfile"
)

// largePeople is how many people the generated mission moves: with them 20,000
// vehicles, 60 places and 500 lifts.
const largePeople = 200_000

// What the first plan of the generated mission may take.
const (
	mostLarge  = 60.0 // seconds
	mostMemory = 2e9  // bytes
	mostRatio  = 15.0 // of the time of a tenth of the size
)

// writeLarge writes the generated mission to a file.
func writeLarge(path string, people int) error {
	data, err := missionfile.MarshalMission(gen.Large(1, people))
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// generated has another process write the generated mission, so that this one
// stays small.
func (b *bench) generated(people int) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	path := b.temp(fmt.Sprintf("large-%d.json", people))
	out, err := exec.Command(self, "-generate", path, "-people", strconv.Itoa(people)).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("generating: %w\n%s", err, out)
	}
	return path, nil
}

// large measures the first plan of the generated mission and of a tenth of it,
// in turn, so that what else the machine does falls on both.
func (b *bench) large() error {
	whole, err := b.generated(largePeople)
	if err != nil {
		return err
	}
	tenth, err := b.generated(largePeople / 10)
	if err != nil {
		return err
	}
	var big, small first
	var ratios sample
	for range max(1, b.runs/4) {
		few, err := b.first(3, tenth)
		if err != nil {
			return err
		}
		one, err := b.first(1, whole)
		if err != nil {
			return err
		}
		ratios = append(ratios, one.seconds()/few.seconds())
		few.runs, one.runs = append(small.runs, few.runs...), append(big.runs, one.runs...)
		small, big = few, one
		if !big.valid {
			break
		}
	}
	peak := int64(0)
	for _, u := range big.runs {
		peak = max(peak, u.peak)
	}
	b.want("Generated, 200,000 people: first valid plan", "< 60 s", big.within(mostLarge), "%v", &big).keep("200,000 people", big.brief())
	b.want("Its peak memory", "< 2 GB", peak > 0 && peak < mostMemory, "%s", megabytes(peak)).keep("Its memory", megabytes(peak))
	b.tell("What it achieves", "%s", outcome(big.verdict))
	b.tell("Generated, 20,000 people: first valid plan", "%v", &small)
	b.tell("What it achieves", "%s", outcome(small.verdict))
	b.want("200,000 people against 20,000: time", "≤ 15 times", big.valid && ratios.median() <= mostRatio,
		"%.1f times (%.1f to %.1f, %d pairs)", ratios.median(), ratios.min(), ratios.max(), len(ratios)).
		keep("Against a tenth", fmt.Sprintf("%.1f times", ratios.median()))
	return nil
}

// megabytes are millions of bytes.
func megabytes(bytes int64) string {
	if bytes == 0 {
		return "not known"
	}
	return fmt.Sprintf("%.0f MB", float64(bytes)/1e6)
}
