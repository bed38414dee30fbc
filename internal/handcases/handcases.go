// Package handcases reads the missions of testdata/hand: tiny instances, each
// named by the oddity it carries, whose optimum was worked out by hand. The
// first lines of each are comments that a program can read:
//
//	# closure: 2022-03-01T11:00:00Z        the exact optimum, or none
//	# undelivered: 0 people 1 items        absent = nothing is left behind
//	# late: 10 people 0 items              absent = nothing is late
//	# tardiness: 120                       absent = none
//	# lift_hours: 4.5                      only where the optimum forces it
//
// They say what the best plan achieves in the contract's lexicographic order.
// The arithmetic follows, for a reader.
package handcases

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"time"

	"sortie"
)

// Case is one mission and what its best plan achieves.
type Case struct {
	Name        string        // file name without its ending
	Mission     []byte        // the YAML file, whole
	Plan        []byte        // a plan that reaches the optimum, worked out by hand; nil where there is none
	Closure     *time.Time    // nil when nothing can be delivered
	Undelivered sortie.Counts // never delivered
	Late        sortie.Counts // delivered after the deadline
	Tardiness   int           // minutes past due × (6 − priority), over units
	LiftHours   *float64      // nil where the optimum leaves it open
}

// Load reads every *.yaml at the top of fsys, in the order of their names,
// with the *.plan.json beside each. It returns an error that names the file
// when one cannot be read or its first lines are not understood.
func Load(fsys fs.FS) ([]Case, error) {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no *.yaml: not the folder of the hand-worked missions")
	}
	cases := make([]Case, 0, len(names))
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		c, err := parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		c.Name = strings.TrimSuffix(path.Base(name), ".yaml")
		c.Plan, err = fs.ReadFile(fsys, c.Name+".plan.json")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// parse reads the head of a case: comment lines of a key and its value, up to
// the first line that is not one.
func parse(data []byte) (Case, error) {
	c := Case{Mission: data}
	seen := map[string]bool{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		comment, isComment := strings.CutPrefix(lines.Text(), "# ")
		key, value, isPair := strings.Cut(comment, ": ")
		if !isComment || !isPair {
			break
		}
		if seen[key] {
			return Case{}, fmt.Errorf("%q is given twice", key)
		}
		seen[key] = true
		if err := c.set(key, strings.TrimSpace(value)); err != nil {
			return Case{}, fmt.Errorf("%s: %w", key, err)
		}
	}
	if err := lines.Err(); err != nil {
		return Case{}, err
	}
	if !seen["closure"] {
		return Case{}, errors.New("the first lines do not give a closure")
	}
	return c, nil
}

func (c *Case) set(key, value string) (err error) {
	switch key {
	case "closure":
		if value == "none" {
			return nil
		}
		closure, err := time.Parse(time.RFC3339, value)
		c.Closure = &closure
		return err
	case "undelivered":
		c.Undelivered, err = counts(value)
	case "late":
		c.Late, err = counts(value)
	case "tardiness":
		c.Tardiness, err = strconv.Atoi(value)
	case "lift_hours":
		var hours float64
		hours, err = strconv.ParseFloat(value, 64)
		c.LiftHours = &hours
	default:
		return errors.New("not a key: write closure, undelivered, late, tardiness or lift_hours")
	}
	return err
}

func counts(value string) (sortie.Counts, error) {
	var c sortie.Counts
	if n, err := fmt.Sscanf(value, "%d people %d items", &c.People, &c.Items); n != 2 || err != nil {
		return c, fmt.Errorf("%q: write 0 people 1 items", value)
	}
	return c, nil
}
