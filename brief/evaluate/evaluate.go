// Package evaluate holds what brief reads against what people say is written:
// announcements with their expected facts, and precision and recall of each
// kind of fact.
package evaluate

import (
	"bytes"
	"fmt"
	"io/fs"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"sortie"
	"sortie/brief"
)

// Case is one announcement with the facts that it holds.
type Case struct {
	Name      string
	Published sortie.Date
	Text      []byte
	Want      []Want
}

// Want is an expected fact. Parts that are not given are not compared.
type Want struct {
	Kind      brief.Kind
	Value     string
	Precision brief.Precision
	Who, Date string
}

// Cases reads every *.txt file of a folder. A case begins with a line
// "=== name published", its expected facts follow a line "---".
func Cases(dir fs.FS) ([]Case, error) {
	names, err := fs.Glob(dir, "*.txt")
	if err != nil {
		return nil, err
	}
	var out []Case
	for _, name := range names {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		for _, part := range bytes.Split(append([]byte("\n"), data...), []byte("\n=== "))[1:] {
			c, err := parse(string(part))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			out = append(out, c)
		}
	}
	return out, nil
}

func parse(part string) (Case, error) {
	head, rest, _ := strings.Cut(part, "\n")
	name, published, _ := strings.Cut(head, " ")
	text, facts, ok := strings.Cut(rest, "\n---")
	if !ok {
		return Case{}, fmt.Errorf("%s has no facts", name)
	}
	c := Case{Name: name, Text: []byte(text + "\n")}
	var err error
	if c.Published, err = sortie.ParseDate(published); err != nil {
		return c, fmt.Errorf("%s: %w", name, err)
	}
	for _, line := range strings.Split(facts, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			c.Want = append(c.Want, want(line))
		}
	}
	return c, nil
}

// precisions are the words that end the value of an expected fact.
var precisions = map[string]bool{"exact": true, "about": true, "at_least": true, "at_most": true, "dozens": true, "hundreds": true, "thousands": true}

func want(line string) Want {
	fields := strings.Fields(line)
	w := Want{Kind: brief.Kind(fields[0])}
	var value []string
	for _, f := range fields[1:] {
		switch {
		case strings.HasPrefix(f, "who="):
			w.Who = f[4:]
		case strings.HasPrefix(f, "date="):
			w.Date = f[5:]
		case precisions[f]:
			w.Precision = brief.Precision(f)
		default:
			value = append(value, f)
		}
	}
	w.Value = strings.Join(value, " ")
	return w
}

// matches reports whether a fact that was read is the expected one.
func (w Want) matches(f brief.Fact) bool {
	if f.Kind != w.Kind || w.Precision != "" && f.Precision != w.Precision || w.Who != "" && f.Who != w.Who || w.Date != "" && f.Date != w.Date {
		return false
	}
	switch v := f.Value.(type) {
	case nil:
		return w.Value == "nil"
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64) == w.Value
	case string:
		return strings.EqualFold(v, w.Value) || w.Kind == brief.Place && plain(v) == plain(w.Value) || w.Kind == brief.Speaker && strings.HasSuffix(strings.ToLower(v), strings.ToLower(w.Value))
	}
	return false
}

// plain is a name without the accents that one writer sets and another does not.
func plain(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x36f {
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

// Score counts, for one kind of fact, what was read right, read wrongly and
// not read.
type Score struct {
	Right, Wrong, Missed int
}

// Precision is the share of what was read that is right; 1 where nothing was.
func (s Score) Precision() float64 { return share(s.Right, s.Wrong) }

// Recall is the share of what is written that was read; 1 where nothing is.
func (s Score) Recall() float64 { return share(s.Right, s.Missed) }

func share(right, other int) float64 {
	if right+other == 0 {
		return 1
	}
	return float64(right) / float64(right+other)
}

// Result is the scores of a set by kind, and each fault in words.
type Result struct {
	Cases  int
	Kinds  map[brief.Kind]Score
	Faults []string
}

// Run reads every case and counts.
func Run(cases []Case) Result {
	out := Result{Cases: len(cases), Kinds: map[brief.Kind]Score{}}
	for _, c := range cases {
		var facts []brief.Fact
		b, err := brief.Read(c.Text, brief.Options{Published: c.Published, Name: c.Name})
		if err != nil {
			out.Faults = append(out.Faults, fmt.Sprintf("%s: %v", c.Name, err))
		} else {
			facts = b.Facts
		}
		used := make([]bool, len(facts))
		for _, w := range c.Want {
			s := out.Kinds[w.Kind]
			found := false
			for i, f := range facts {
				if !used[i] && w.matches(f) {
					used[i], found = true, true
					break
				}
			}
			if found {
				s.Right++
			} else {
				s.Missed++
				out.Faults = append(out.Faults, fmt.Sprintf("%s: not read: %s %s %s %s %s", c.Name, w.Kind, w.Value, w.Precision, w.Who, w.Date))
			}
			out.Kinds[w.Kind] = s
		}
		for i, f := range facts {
			if !used[i] {
				s := out.Kinds[f.Kind]
				s.Wrong++
				out.Kinds[f.Kind] = s
				out.Faults = append(out.Faults, fmt.Sprintf("%s: read wrongly: %s %v %s %s %s %q", c.Name, f.Kind, f.Value, f.Precision, f.Who, f.Date, f.Text))
			}
		}
	}
	sort.Strings(out.Faults)
	return out
}

// All is the score over every kind.
func (r Result) All() (all Score) {
	for _, s := range r.Kinds {
		all.Right += s.Right
		all.Wrong += s.Wrong
		all.Missed += s.Missed
	}
	return all
}

// Table is the scores as a Markdown table.
func (r Result) Table() string {
	var b strings.Builder
	b.WriteString("| Kind | Written | Read right | Read wrongly | Precision | Recall |\n|---|---:|---:|---:|---:|---:|\n")
	line := func(name string, s Score) {
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %.2f | %.2f |\n", name, s.Right+s.Missed, s.Right, s.Wrong, s.Precision(), s.Recall())
	}
	for _, k := range brief.Kinds {
		if s, ok := r.Kinds[k]; ok {
			line(string(k), s)
		}
	}
	line("**all**", r.All())
	return b.String()
}
