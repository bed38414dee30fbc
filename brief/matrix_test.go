package brief_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sortie/brief"
)

// world gives the countries of a construction their words: "A2" is the second form
// of the first.
type world struct{ codes, forms map[string]string }

// fill puts a world's words into a text, or its codes into what is wanted of it.
func (w world) fill(text string) string {
	for form, words := range w.forms {
		text = strings.ReplaceAll(text, "{"+form+"}", words)
	}
	sentences := strings.Split(text, ". ")
	for i, s := range sentences {
		first, n := utf8.DecodeRuneInString(s)
		sentences[i] = string(unicode.ToUpper(first)) + s[n:]
	}
	return strings.Join(sentences, ". ")
}

func (w world) code(fact string) string {
	kind, value, _ := strings.Cut(fact, " ")
	if c := w.codes[value]; c != "" {
		value = c
	}
	return kind + " " + value
}

// TestConstructionsInEveryWorld reads each construction of a language with each of
// its sets of countries.
func TestConstructionsInEveryWorld(t *testing.T) {
	for _, lang := range brief.Languages {
		data, err := os.ReadFile("testdata/constructions/" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		var worlds []world
		read, failed := 0, 0
		section := ""
		for _, line := range strings.Split(string(data), "\n") {
			switch name, headed := strings.CutPrefix(line, "["); {
			case line == "" || strings.HasPrefix(line, "#"):
			case headed:
				section = strings.TrimSuffix(name, "]")
				if section == "world" {
					worlds = append(worlds, world{map[string]string{}, map[string]string{}})
				}
			case section == "world":
				fields := strings.Fields(line)
				w := worlds[len(worlds)-1]
				w.codes[fields[0]] = fields[2]
				w.forms[fields[0]] = strings.ReplaceAll(fields[3], "_", " ")
				for i, form := range fields[3:] {
					w.forms[fmt.Sprint(fields[0], i+1)] = strings.ReplaceAll(form, "_", " ")
				}
			default:
				wants, text, ok := strings.Cut(line, ": ")
				if !ok {
					t.Fatalf("%s: no facts in %q", lang, line)
				}
				for _, w := range worlds {
					read++
					if !holds(t, w, wants, w.fill(text), lang) {
						failed++
					}
				}
			}
		}
		t.Logf("%s: %d of %d constructions are read wrongly", lang, failed, read)
	}
}

// holds reads a text and holds it to what is wanted of it.
func holds(t *testing.T, w world, wants, text, lang string) bool {
	t.Helper()
	b, err := brief.Read([]byte(text), brief.Options{Published: day("2024-02-08"), Lang: lang})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	var got []string
	for _, f := range b.Facts {
		switch f.Kind {
		case brief.Event:
			got = append(got, fmt.Sprintf("event %v %s", f.Value, f.Date))
		case brief.Speaker:
			name := strings.Fields(f.Value.(string))
			got = append(got, "speaker "+name[len(name)-1])
		default:
			got = append(got, fmt.Sprintf("%s %v", f.Kind, f.Value))
		}
	}
	good := true
	for _, fact := range got {
		kind, value, _ := strings.Cut(fact, " ")
		named := kind == "requested_by" && value != w.codes["H"] || kind == "decided_by" && value == w.codes["H"] || kind == "contributor" && value == w.codes["H"]
		if named && !strings.Contains(wants, kind) {
			t.Errorf("%q: %s is not said", text, fact)
			good = false
		}
	}
	for _, want := range strings.Split(wants, ", ") {
		fact, denied := strings.CutPrefix(want, "-")
		if contains := strings.Contains(", "+strings.Join(got, ", ")+",", ", "+w.code(fact)+","); contains == denied {
			t.Errorf("%q: want %s; got %s", text, strings.Replace(want, fact, w.code(fact), 1), strings.Join(got, ", "))
			good = false
		}
	}
	return good
}
