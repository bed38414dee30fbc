package missionfile

import (
	"fmt"
	"strings"
	"testing"

	"sortie"
)

// fill repeats the text to about n bytes.
func fill(text string, n int) string { return strings.Repeat(text, n/len(text)) }

// TestHostileMissionsAreRefused feeds shapes that make YAML readers recurse
// without end, multiply or allocate without bounds.
func TestHostileMissionsAreRefused(t *testing.T) {
	var keys, siblings strings.Builder
	for i := range 6_000 {
		fmt.Fprintf(&keys, "k%d: 1\n", i)
		fmt.Fprintf(&siblings, "  k%d: 1\n", i)
	}
	const n = 300_000
	for name, text := range map[string]string{
		"brackets":         fill("[", n),
		"braces":           fill("{", n),
		"nested mappings":  fill("{a: ", n),
		"dashes":           fill("- ", n),
		"explicit keys":    fill("? ", n),
		"tags":             fill("!a ", n/8),
		"core tags":        fill("!!map ", n/8),
		"anchors":          fill("&a ", n/8),
		"aliases":          "a: [" + fill("*a, ", n/8) + "]",
		"top-level keys":   keys.String(),
		"sibling keys":     "a:\n" + siblings.String(),
		"long key":         "a:\n " + strings.Repeat("k", 300) + ": 1\n",
		"long keys":        strings.Repeat("a", 250) + ":\n " + strings.Repeat("b", 250) + ":\n" + fill("  - x\n", 4<<20),
		"documents":        fill("---\n", n),
		"directives":       fill("%", n),
		"colons":           fill(":", n),
		"colons apart":     fill(": ", n),
		"quotes":           fill(`"`, n),
		"unclosed quote":   `a: "` + fill("x", n),
		"bars":             fill("|\n", n/8),
		"commas":           "[" + fill(",", n),
		"tabs":             fill("\t", n),
		"newlines":         fill("\n", n),
		"self":             "a: &a [*a]\nsortie: *a\n",
		"merged self":      "a: &a\n  <<: *a\n",
		"merge of a text":  "<<: x\n",
		"merge bomb":       mergeBomb(),
		"alias bomb":       aliasBomb(),
		"complex key":      "{[a]: 1, {b: 1}: 2}\n",
		"JSON brackets":    `{"a":` + fill("[", n),
		"JSON objects":     fill(`{"a":`, n),
		"JSON escape":      `{"a": "\u12"}`,
		"JSON half":        `{"a"`,
		"JSON big number":  `{"sortie": ` + fill("9", n) + `}`,
		"JSON twice":       `{"sortie": 1}{"sortie": 1}`,
		"lone anchor":      "&",
		"lone alias":       "*",
		"lone tag":         "!",
		"lone question":    "?",
		"anchor of no one": "a: &\n",
	} {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{"m.yaml", "m.json"} {
				f := Parse(file, []byte(text), nil)
				if !f.Failed() || len(f.Render()) > 1<<20 {
					t.Errorf("%s: failed %v, %d bytes of diagnostics", file, f.Failed(), len(f.Render()))
				}
				for _, d := range f.Diagnostics {
					if d.Rule == "unreadable" {
						t.Errorf("%s: %s", file, d.Render("en"))
					}
				}
			}
		})
	}
}

// aliasBomb is a few lines that stand for ten billion values.
func aliasBomb() string {
	var b strings.Builder
	b.WriteString("units:\n  - &a0 {id: x}\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&b, "  - &a%d [%s]\n", i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	return b.String()
}

func mergeBomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 {x: 1, y: 2}\n")
	for i := 1; i < 40; i++ {
		fmt.Fprintf(&b, "a%d: &a%d {<<: [*a%d, *a%d], z%d: 1}\n", i, i, i-1, i-1, i)
	}
	return b.String()
}

// TestHintsEnd holds the search for near names to its budget: as many unknown
// names as known ones would otherwise compare each with each.
func TestHintsEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString(strings.TrimSuffix(small, "  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}\n"))
	for i := range 5_000 {
		fmt.Fprintf(&b, "  - {id: unit-%d, at: tec2, after: [unti-%d]}\n", i, i)
	}
	f := Parse("m.yaml", []byte(b.String()), nil)
	hints := 0
	for _, d := range f.Diagnostics {
		if strings.HasPrefix(d.Hint.String(), "did you mean") {
			hints++
		}
	}
	if hints == 0 || hints > maxHints/5_000 {
		t.Errorf("%d hints", hints)
	}
}

func TestNearestName(t *testing.T) {
	known := []string{"almaty", "tec1", "tec2", "ivanovo", "people", "priority", "A", "koy-tash"}
	for name, want := range map[string]string{
		"almatty": "almaty", "ALMATY": "almaty", "tec3": "tec1", "ivanov": "ivanovo", "peolpe": "people", "koytash": "koy-tash",
		"": "", "x": "", "zzzzzz": "", "B": "", strings.Repeat("a", 1000): "",
	} {
		if have := nearest(name, known); have != want {
			t.Errorf("nearest to %.20q is %q, want %q", name, have, want)
		}
	}
	if d := distance([]rune("ab"), []rune("ba"), 5); d != 1 {
		t.Errorf("a swap costs %d", d)
	}
}

func TestAliasesAndMergesAreRead(t *testing.T) {
	f := mustParse(t, changed(t, "units:\n", "units:\n  - &base {id: a, nation: RU, at: tec2, to: ivanovo, people: 7}\n  - {<<: *base, id: b}\n  - {<<: [{people: 9}, *base], id: c}\n"), nil)
	u := f.Mission.Units
	if u[1].ID != "b" || u[1].People != 7 || u[2].People != 9 || u[2].Nation != "RU" || u[0].ID != "a" {
		t.Errorf("%+v", u)
	}
	if f := Parse("m.yaml", []byte(changed(t, "people: 100", "people: &n 100, priority: *n")), nil); !f.Failed() || f.Diagnostics[1].Severity != sortie.Error && f.Diagnostics[0].Severity != sortie.Error {
		t.Errorf("%s", f.Render())
	}
}
