package main

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"sortie"
)

// known is the best result that anyone has found for an instance. The bound is
// of plans that deliver as much.
type known struct {
	instance, hash string
	figures
	by, on           string // who found the plan, and the day
	bound            time.Time
	boundBy, boundOn string
}

// figures are what plans are compared by, in the order of the contract's
// objective.
type figures struct {
	undelivered, late int // people and items
	tardiness         int
	closure           time.Time // zero: nothing is delivered
	liftHours         float64
}

func figuresOf(v sortie.Verdict) figures {
	f := figures{
		undelivered: v.Undelivered.People + v.Undelivered.Items, late: v.Late.People + v.Late.Items,
		tardiness: v.Tardiness, liftHours: math.Round(100*v.LiftHours) / 100,
	}
	if v.Closure != nil {
		f.closure = *v.Closure
	}
	return f
}

// compare is negative where f is better.
func (f figures) compare(g figures) int {
	return cmp.Or(cmp.Compare(f.undelivered, g.undelivered), cmp.Compare(f.late, g.late), cmp.Compare(f.tardiness, g.tardiness),
		f.closure.Compare(g.closure), cmp.Compare(f.liftHours, g.liftHours))
}

// offer takes a result that the verifier accepted and keeps what is better in
// it; it reports which of the two that is. A result for a mission that was
// changed since replaces what was known of the old one.
func (k *known) offer(r *result, by, on string) (plan, bound bool) {
	f := figuresOf(r.verdict)
	if k.hash != r.hash {
		*k = known{instance: r.in.Name, hash: r.hash}
	}
	plan = k.by == "" || f.compare(k.figures) < 0
	// A bound for plans that deliver more says nothing of those that deliver less.
	bound = !r.bound.IsZero() && (k.by == "" || f.undelivered < k.undelivered || f.undelivered == k.undelivered && r.bound.After(k.bound))
	if plan {
		if f.undelivered != k.undelivered {
			k.bound, k.boundBy, k.boundOn = time.Time{}, "", ""
		}
		k.figures, k.by, k.on = f, by, on
	}
	if bound {
		k.bound, k.boundBy, k.boundOn = r.bound, by, on
	}
	return plan, bound
}

// bestKnown is the table of the best known results and the folder of their
// plans.
type bestKnown struct {
	file, plans string
	rows        map[string]*known
}

var bestColumns = []string{
	"instance", "mission_sha256", "undelivered", "late", "tardiness", "closure", "lift_hours", "by", "on", "bound", "bound_by", "bound_on",
}

// readBest reads the table; one that is not there is empty.
func readBest(folder string) (*bestKnown, error) {
	b := &bestKnown{file: filepath.Join(folder, "best.csv"), plans: filepath.Join(folder, "plans"), rows: map[string]*known{}}
	f, err := os.Open(b.file)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", b.file, err)
	}
	for n, line := range lines {
		if n == 0 {
			if !slices.Equal(line, bestColumns) {
				return nil, fmt.Errorf("%s: the columns are %q, want %q", b.file, line, bestColumns)
			}
			continue
		}
		k, err := parseKnown(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", b.file, n+1, err)
		}
		b.rows[k.instance] = k
	}
	return b, nil
}

func parseKnown(cells []string) (*known, error) {
	k := &known{instance: cells[0], hash: cells[1], by: cells[7], on: cells[8], boundBy: cells[10], boundOn: cells[11]}
	var all [6]error
	k.undelivered, all[0] = strconv.Atoi(cells[2])
	k.late, all[1] = strconv.Atoi(cells[3])
	k.tardiness, all[2] = strconv.Atoi(cells[4])
	k.closure, all[3] = moment(cells[5])
	k.liftHours, all[4] = strconv.ParseFloat(cells[6], 64)
	k.bound, all[5] = moment(cells[9])
	return k, errors.Join(all[:]...)
}

func (k *known) cells() []string {
	return []string{
		k.instance, k.hash, strconv.Itoa(k.undelivered), strconv.Itoa(k.late), strconv.Itoa(k.tardiness), written(k.closure),
		strconv.FormatFloat(k.liftHours, 'f', -1, 64), k.by, k.on, written(k.bound), k.boundBy, k.boundOn,
	}
}

// write writes the table, instances in the order given and then what else it
// holds.
func (b *bestKnown) write(order []string) error {
	lines := [][]string{bestColumns}
	for _, name := range order {
		if k := b.rows[name]; k != nil {
			lines = append(lines, k.cells())
		}
	}
	tmp := b.file + ".new"
	f, err := os.Create(tmp)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	err = errors.Join(w.WriteAll(lines), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(tmp, b.file)
}

// of is the row of an instance, a new one where there is none or the mission
// was another.
func (b *bestKnown) of(name, hash string) *known {
	k := b.rows[name]
	if k == nil || k.hash != hash {
		k = &known{instance: name, hash: hash}
		b.rows[name] = k
	}
	return k
}

func moment(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339, text)
}

func written(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
