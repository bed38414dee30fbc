// Command bench measures sortie on real missions and on generated ones, and
// writes the figures beside their targets into docs/benchmarks.md. `make bench`
// and `make bench-long` run it from the repository's root, with bin/sortie
// built before.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"time"
)

func main() {
	var b bench
	page := flag.String("o", "", "page to write the table into, between its markers; without it the table is printed alone")
	long := flag.Bool("long", false, "measure what more minutes buy, and nothing else")
	workers := flag.Bool("workers", false, "measure plan runs over 1, 2 and 4 workers, and nothing else")
	served := flag.Bool("serve", false, "put a server under the load of a busy day, and nothing else")
	paged := flag.Bool("page", false, "measure the page in Chromium, and nothing else")
	withoutSet := flag.Bool("without-set", false, "leave out the benchmark set, and its part of the page as it is")
	only := flag.String("only", "", "measure only the groups whose name matches this expression")
	generate := flag.String("generate", "", "write a generated mission to this file and end")
	people := flag.Int("people", largePeople, "people of the generated mission, with -generate")
	flag.StringVar(&b.program, "sortie", "bin/sortie", "the built program")
	flag.IntVar(&b.runs, "runs", 11, "runs of what takes less than a second or two")
	flag.DurationVar(&b.busy, "busy", tenMinutes, "how long the server is under load, with -serve")
	flag.DurationVar(&b.more, "more", tenMinutes, "time after the first ten seconds, with -long")
	setOnly := flag.String("set", "", "plan the benchmark set and nothing else: quick (2 s each), bench (10 s) or long (60 s)")
	flag.StringVar(&b.instances, "instances", "", "plan only the instances whose name matches this expression")
	flag.BoolVar(&b.updates, "update", false, "keep what is better than the best known results in "+bestFolder+"/best.csv")
	folder := flag.String("write", "", "write the missions of the benchmark set into this folder and end")
	handedIn := flag.String("hand-in", "", "take this plan for an instance into the best known results, if it is better, and end")
	firstOf := flag.String("first", "", "print the seconds that the first valid plan of this mission file takes, reading not counted, and end")
	by := flag.String("by", "", "who found the plan, with -hand-in")
	flag.Parse()
	if flag.NArg() > 0 || b.runs < 1 {
		flag.Usage()
		os.Exit(2)
	}
	err := func() error {
		switch {
		case *generate != "":
			return writeLarge(*generate, *people)
		case *folder != "":
			set, err := chosen(b.instances)
			if err != nil {
				return err
			}
			return writeSet(*folder, set)
		case *firstOf != "":
			took, err := firstPlan(*firstOf)
			if err == nil {
				fmt.Println(took.Seconds())
			}
			return err
		case *handedIn != "":
			if *by == "" {
				return errors.New("-hand-in: say with -by who found the plan")
			}
			return b.handIn(*handedIn, *by)
		case *setOnly != "":
			return b.reportSet(*setOnly, *page)
		}
		if *withoutSet {
			quick = slices.DeleteFunc(quick, func(g group) bool { return g.name == "set" })
		}
		part := quickPart
		switch {
		case *long:
			part = longPart
		case *workers:
			part = workersPart
		case *served:
			part = servePart
		case *paged:
			part = pagePart
		}
		return b.report(*page, part, *only)
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
	{"stop", (*bench).stop},
	{"set", (*bench).set},
}

// parts is what each of the others measures.
var parts = map[string][]group{
	longPart:    {{"long", (*bench).long}},
	workersPart: {{"workers", (*bench).workers}},
	servePart:   {{"serve", (*bench).serve}},
	pagePart:    {{"page", (*bench).browser}},
}

// How long each instance of the set is planned.
var limits = map[string]time.Duration{"quick": 2 * time.Second, "bench": settling, "long": time.Minute}

// The parts of the page that are written.
const (
	quickPart    = "bench"
	longPart     = "bench-long"
	workersPart  = "bench-workers"
	servePart    = "bench-serve"
	pagePart     = "bench-page"
	versionsPart = "bench, a line for each version"
	setPart      = "bench, the set"
	longSetPart  = "bench-set-long"
)

// report measures and writes the table to the standard output and, where one
// is named, to the page.
func (b *bench) report(page, part, only string) error {
	groups := quick
	b.limit = limits["bench"]
	if part != quickPart {
		groups = parts[part]
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
	fmt.Println(at.String() + "\n\n" + table(b.rows) + "\n" + b.setTable)
	if page == "" {
		return nil
	}
	return b.write(page, part, &at)
}

// reportSet plans the benchmark set alone and prints its tables; a minute each
// goes to the page, where one is named.
func (b *bench) reportSet(size, page string) error {
	limit, ok := limits[size]
	if !ok {
		return fmt.Errorf("-set is quick, bench or long, not %s", size)
	}
	b.limit = limit
	if page != "" && size != "long" {
		return errors.New("-set writes a page for long alone: make bench writes what ten seconds give")
	}
	at, err := b.measure([]group{{"set", (*bench).set}})
	if err != nil {
		return err
	}
	text := at.String() + "\n\n" + b.setTable
	fmt.Println(text)
	if page == "" {
		return nil
	}
	data, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	if _, err := between(string(data), longSetPart); err != nil {
		return fmt.Errorf("%s: %w", page, err)
	}
	return os.WriteFile(page, []byte(put(string(data), longSetPart, text)), 0o644)
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
	b.at = at
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
	for _, part := range []string{part, setPart} {
		if _, err := between(page, part); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	before, err := between(page, versionsPart)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if at == nil {
		return nil
	}
	page = put(page, part, at.String()+"\n\n"+table(b.rows))
	if part == quickPart {
		if b.setTable != "" {
			page = put(page, setPart, at.String()+"\n\n"+b.setTable)
		}
		v := parseVersions(before)
		v.add(*at, b.rows)
		page = put(page, versionsPart, v.String())
	}
	return os.WriteFile(path, []byte(page), 0o644)
}
