package main

import (
	"fmt"
	"math"
	"strings"
	"time"

	"sortie/bench/instances"
)

// What the gap may be after ten seconds; after sixty, half of it.
const (
	mostMedian = 0.02
	mostWorst  = 0.05
	mostReal   = 0.01 // on Kazakhstan 2022, both directions
)

// setTable is the results over the set.
type setTable struct {
	limit   time.Duration
	best    *bestKnown
	results []*result
}

// unproven stands for the gap of an instance without a bound, or without a
// plan that counts: it is larger than every target.
var unproven = math.Inf(1)

func gaps(results []*result) sample {
	var s sample
	for _, r := range results {
		gap, ok := r.gap()
		if !ok {
			gap = unproven
		}
		s = append(s, gap)
	}
	return s
}

func (s *setTable) of(name string) []*result {
	var some []*result
	for _, r := range s.results {
		if r.in.Family == name || r.in.Name == name {
			some = append(some, r)
		}
	}
	return some
}

// targets adds the rows with targets to the main table.
func (b *bench) targets(s *setTable) {
	share := 1.0
	if s.limit > settling {
		share = 0.5
	}
	all := gaps(s.results)
	after := fmt.Sprintf("after %v", s.limit)
	b.wantGap(fmt.Sprintf("Gap %s over %d instances: median", after, len(all)), share*mostMedian, all.median()).keep("Median gap", percent(all.median()))
	b.want("Worst", "≤ "+percent(share*mostWorst), all.max() <= share*mostWorst, "%s", worst(s.results)).keep("Worst gap", percent(all.max()))
	for _, name := range instances.Real[:2] {
		if some := s.of(name); len(some) == 1 {
			b.wantGap("Gap "+after+": "+name, share*mostReal, gaps(some)[0])
		}
	}
	refused, losses := 0, 0
	for _, r := range s.results {
		if r.refused != "" {
			refused++
		} else if s.loss(r) != "" {
			losses++
		}
	}
	b.want("Plans that `sortie verify` does not accept", "0", refused == 0, "%d", refused)
	b.tell("Instances where the best known plan is better", "%d", losses)
}

// worst is the largest gap, and which instances have none.
func worst(results []*result) string {
	largest, without := 0.0, []string{}
	for _, r := range results {
		if gap, ok := r.gap(); ok {
			largest = max(largest, gap)
		} else {
			without = append(without, r.in.Name)
		}
	}
	if len(without) == 0 {
		return percent(largest)
	}
	return percent(largest) + "; no bound or no plan that counts: " + strings.Join(without, ", ")
}

func (b *bench) wantGap(what string, most, gap float64) *row {
	return b.want(what, "≤ "+percent(most), gap <= most, "%s", percent(gap))
}

// String is the families, then every instance.
func (s *setTable) String() string {
	var t strings.Builder
	t.WriteString("| Family | What binds | Instances | Proven optimal | Median gap | Worst gap |\n|---|---|---|---|---|---|\n")
	for _, f := range families() {
		some := s.of(f.Name)
		if len(some) == 0 {
			continue
		}
		g, proven := gaps(some), 0
		for _, gap := range g {
			if gap == 0 {
				proven++
			}
		}
		fmt.Fprintf(&t, "| %s | %s | %d | %d | %s | %s |\n", f.Name, f.Binds, len(g), proven, percent(g.median()), percent(g.max()))
	}
	t.WriteString("\n| Instance | Closes | No sooner than | Gap | Not delivered, late, tardiness | Worse than the best known by | Seconds |\n|---|---|---|---|---|---|---|\n")
	for _, r := range s.results {
		t.WriteString(s.line(r) + "\n")
	}
	return t.String()
}

// families are those that are generated and the other two.
func families() []instances.Family {
	return append(append([]instances.Family{}, instances.Families...),
		instances.Family{Name: "real", Binds: "missions that happened"}, instances.Family{Name: "scale", Binds: "2,000 to 200,000 people"})
}

// line is an instance in the table.
func (s *setTable) line(r *result) string {
	if r.refused != "" {
		return fmt.Sprintf("| %s | **does not count: %s** | – | – | – | – | %.1f |", r.in.Name, strings.ReplaceAll(r.refused, "|", "/"), r.took.Seconds())
	}
	f := figuresOf(r.verdict)
	closes, bound, gap := "–", "–", "–"
	if !f.closure.IsZero() {
		closes = f.closure.Format(minuteLayout)
	}
	if !r.bound.IsZero() {
		bound = r.bound.Format(minuteLayout)
	}
	if g, ok := r.gap(); ok {
		gap = percent(g)
	}
	loss := s.loss(r)
	if loss == "" {
		loss = "–"
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s | %s | %.1f |", r.in.Name, closes, bound, gap, f.shortfall(), loss, r.took.Seconds())
}

const minuteLayout = "2006-01-02 15:04"

// shortfall is what ranks before closure, where there is any.
func (f figures) shortfall() string {
	if f.undelivered+f.late+f.tardiness == 0 {
		return "–"
	}
	return fmt.Sprintf("%d, %d, %d", f.undelivered, f.late, f.tardiness)
}

// loss is in what and by how much the best known plan is better; empty where
// it is not.
func (s *setTable) loss(r *result) string {
	k := s.best.rows[r.in.Name]
	if k == nil || k.by == "" || k.hash != r.hash {
		return ""
	}
	f := figuresOf(r.verdict)
	if f.compare(k.figures) <= 0 {
		return ""
	}
	switch {
	case f.undelivered != k.undelivered:
		return fmt.Sprintf("%d not delivered", f.undelivered-k.undelivered)
	case f.late != k.late:
		return fmt.Sprintf("%d late", f.late-k.late)
	case f.tardiness != k.tardiness:
		return fmt.Sprintf("tardiness %d", f.tardiness-k.tardiness)
	case !f.closure.Equal(k.closure):
		return f.closure.Sub(k.closure).String()[:len(f.closure.Sub(k.closure).String())-2]
	}
	return fmt.Sprintf("%.2f lift hours", f.liftHours-k.liftHours)
}

func percent(share float64) string {
	if math.IsInf(share, 1) {
		return "–"
	}
	return fmt.Sprintf("%.1f %%", 100*share)
}
