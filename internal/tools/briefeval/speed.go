package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"sortie/brief"
	"sortie/brief/evaluate"
)

// runs is how often a megabyte is read; the median counts.
const runs = 7

// target is how long a megabyte of text may take.
const target = time.Second

// speed measures how long a megabyte of each language takes.
func speed(text *strings.Builder, cases []evaluate.Case) error {
	load, _ := os.ReadFile("/proc/loadavg")
	minute, _, _ := strings.Cut(string(load), " ")
	if minute == "" {
		minute = "not known"
	}
	fmt.Fprintf(text, "### A megabyte of text\n\nLoad average of the minute before: %s, on %d cores.\n\n| Language | Target | Measured | Processor | Met |\n|---|---|---|---|---|\n", minute, runtime.NumCPU())
	for _, lang := range brief.Languages {
		data := evaluate.Megabyte(cases, lang)
		var took []time.Duration
		before := processor()
		for range runs {
			begun := time.Now()
			if _, err := brief.Read(data, brief.Options{Published: cases[0].Published, Lang: lang}); err != nil {
				return err
			}
			took = append(took, time.Since(begun).Round(time.Millisecond))
		}
		used := (processor() - before) / runs
		slices.Sort(took)
		median, met := took[runs/2], "yes"
		if median >= target {
			met = "no"
		}
		fmt.Fprintf(text, "| %s | < 1 s | %v (%v to %v, %d runs) | %v | %s |\n", lang, median, took[0], took[runs-1], runs, used.Round(time.Millisecond), met)
	}
	return nil
}
