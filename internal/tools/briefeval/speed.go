package main

import (
	"fmt"
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
	text.WriteString("### A megabyte of text\n\n| Language | Target | Measured | Met |\n|---|---|---|---|\n")
	for _, lang := range brief.Languages {
		data := evaluate.Megabyte(cases, lang)
		var took []time.Duration
		for range runs {
			begun := time.Now()
			if _, err := brief.Read(data, brief.Options{Published: cases[0].Published, Lang: lang}); err != nil {
				return err
			}
			took = append(took, time.Since(begun).Round(time.Millisecond))
		}
		slices.Sort(took)
		median, met := took[runs/2], "yes"
		if median >= target {
			met = "no"
		}
		fmt.Fprintf(text, "| %s | < 1 s | %v (%v to %v, %d runs) | %s |\n", lang, median, took[0], took[runs-1], runs, met)
	}
	return nil
}
