// Command briefeval prints what brief reads of its announcements, as the
// tables of docs/brief.md: the set that it was made with, and the one that was
// held out.
package main

import (
	"flag"
	"fmt"
	"os"

	"sortie/brief/evaluate"
)

func main() {
	faults := flag.String("faults", "", "list what was read wrongly or not at all, of this set: dev, check or heldout")
	root := flag.String("root", "brief/testdata", "folder of the announcements")
	one := flag.String("set", "", "measure this folder of announcements instead, and list its faults")
	flag.Parse()
	if *one != "" {
		cases, err := evaluate.Cases(os.DirFS(*one))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		r := evaluate.Run(cases)
		fmt.Printf("%d announcements\n\n%s\n", r.Cases, r.Table())
		for _, f := range r.Faults {
			fmt.Println("-", f)
		}
		return
	}
	for _, set := range []struct{ dir, title string }{{"dev", "Development set"}, {"check", "Check set"}, {"heldout", "Held-out set"}} {
		cases, err := evaluate.Cases(os.DirFS(*root + "/" + set.dir))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		r := evaluate.Run(cases)
		fmt.Printf("### %s: %d announcements\n\n%s\n", set.title, r.Cases, r.Table())
		if *faults == set.dir {
			for _, f := range r.Faults {
				fmt.Println("-", f)
			}
			fmt.Println()
		}
	}
}
