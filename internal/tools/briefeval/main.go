// Command briefeval measures how well brief reads its announcements, and how
// fast, and writes the tables into docs/benchmarks.md. It is run from the
// repository's root.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"sortie/brief/evaluate"
)

// sets are the announcements' folders, with what the tables are headed by.
var sets = []struct{ dir, title string }{{"dev", "Development set"}, {"check", "Check set"}, {"unseen", "Unseen set"}}

func main() {
	page := flag.String("o", "", "page to write the tables into, between its markers; without it they are printed")
	root := flag.String("root", "brief/testdata", "folder of the announcements")
	faults := flag.String("faults", "", "list instead what is read wrongly or not at all, of this set: "+names())
	flag.Parse()
	if err := run(*root, *page, *faults); err != nil {
		fmt.Fprintln(os.Stderr, "briefeval:", err)
		os.Exit(1)
	}
}

func names() string {
	var out []string
	for _, s := range sets {
		out = append(out, s.dir)
	}
	return strings.Join(out, ", ")
}

func run(root, page, faults string) error {
	if faults != "" {
		return list(root, faults)
	}
	text := &strings.Builder{}
	var all []evaluate.Case
	for _, s := range sets {
		cases, err := evaluate.Cases(os.DirFS(root + "/" + s.dir))
		if err != nil {
			return err
		}
		if len(cases) == 0 {
			continue // a set that is not there has no figures
		}
		r := evaluate.Run(cases)
		fmt.Fprintf(text, "### %s: %d announcements\n\n%s\n", s.title, r.Cases, r.Table())
		all = append(all, cases...)
	}
	if err := speed(text, all); err != nil {
		return err
	}
	if page == "" {
		fmt.Print(text)
		return nil
	}
	old, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	out, err := put(string(old), text.String())
	if err != nil {
		return err
	}
	return os.WriteFile(page, []byte(out), 0o644)
}

// list prints the faults of one set.
func list(root, set string) error {
	cases, err := evaluate.Cases(os.DirFS(root + "/" + set))
	if err != nil {
		return err
	}
	if len(cases) == 0 {
		return fmt.Errorf("there is no set %s; there are %s", set, names())
	}
	r := evaluate.Run(cases)
	fmt.Printf("%d announcements\n\n%s\n", r.Cases, r.Table())
	for _, f := range r.Faults {
		fmt.Println("-", f)
	}
	return nil
}
