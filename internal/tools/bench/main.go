// Command bench measures sortie on real missions and on generated ones, and
// writes the figures beside their targets into docs/benchmarks.md. `make bench`
// and `make bench-long` run it from the repository's root, with bin/sortie
// built before.
package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
)

func main() {
	var b bench
	page := flag.String("o", "", "page to write the table into, between its markers; without it the table is printed alone")
	long := flag.Bool("long", false, "measure what more minutes buy, and nothing else")
	only := flag.String("only", "", "measure only the groups whose name matches this expression")
	generate := flag.String("generate", "", "write a generated mission to this file and end")
	people := flag.Int("people", largePeople, "people of the generated mission, with -generate")
	flag.StringVar(&b.program, "sortie", "bin/sortie", "the built program")
	flag.IntVar(&b.runs, "runs", 11, "runs of what takes less than a second or two")
	flag.DurationVar(&b.more, "more", tenMinutes, "time after the first ten seconds, with -long")
	flag.Parse()
	if flag.NArg() > 0 || b.runs < 1 {
		flag.Usage()
		os.Exit(2)
	}
	err := func() error {
		if *generate != "" {
			return writeLarge(*generate, *people)
		}
		return b.report(*page, *long, *only)
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// group is measurements that belong together.
type group struct {
	name    string
	measure func(*bench) error
}

// quick is what `make bench` measures. The generated missions come first: see
// run on peak memory.
var quick = []group{
	{"large", (*bench).large},
	{"kazakhstan", (*bench).kazakhstan},
	{"kabul", (*bench).kabul},
	{"csv", (*bench).forceList},
	{"hand", (*bench).hand},
	{"rate", (*bench).rate},
}

var long = []group{{"long", (*bench).long}}

// The parts of the page that are written.
const (
	quickPart    = "bench"
	longPart     = "bench-long"
	versionsPart = "bench, a line for each version"
)

// report measures and writes the table to the standard output and, where one
// is named, to the page.
func (b *bench) report(page string, isLong bool, only string) error {
	groups, part := quick, quickPart
	if isLong {
		groups, part = long, longPart
	}
	if only != "" {
		match, err := regexp.Compile(only)
		if err != nil {
			return err
		}
		if page != "" {
			return fmt.Errorf("-only measures a part, which would replace the whole table of %s: leave out -o", page)
		}
		groups = slices.DeleteFunc(slices.Clone(groups), func(g group) bool { return !match.MatchString(g.name) })
	}
	if page != "" {
		if err := b.write(page, part, nil); err != nil { // before minutes are spent
			return err
		}
	}
	at, err := b.measure(groups)
	if err != nil {
		return err
	}
	fmt.Println(at.String() + "\n\n" + b.table())
	if page == "" {
		return nil
	}
	return b.write(page, part, &at)
}

// measure measures the groups and says under which conditions.
func (b *bench) measure(groups []group) (at measuredAt, err error) {
	if b.tmp, err = os.MkdirTemp("", "sortie-bench-"); err != nil {
		return at, err
	}
	defer os.RemoveAll(b.tmp)
	if at, err = b.conditions(); err != nil {
		return at, err
	}
	for _, g := range groups {
		fmt.Fprintln(os.Stderr, "measuring:", g.name)
		if err := g.measure(b); err != nil {
			return at, fmt.Errorf("%s: %w", g.name, err)
		}
	}
	return at, nil
}

// write puts the table into its part of the page, and the line of this version
// beside those of others. Without conditions it only asks whether it could.
func (b *bench) write(path, part string, at *measuredAt) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	page := string(data)
	if _, err := between(page, part); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	before, err := between(page, versionsPart)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if at == nil {
		return nil
	}
	page = put(page, part, at.String()+"\n\n"+b.table())
	if part == quickPart {
		v := parseVersions(before)
		v.add(*at, b.rows)
		page = put(page, versionsPart, v.String())
	}
	return os.WriteFile(path, []byte(page), 0o644)
}
