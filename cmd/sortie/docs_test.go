package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sortie/internal/cli"
	"sortie/internal/tools/examples"
)

// TestDocumentsPrintWhatSortiePrints runs every example in the documents whose
// output is the same on every machine, and compares.
func TestDocumentsPrintWhatSortiePrints(t *testing.T) {
	t.Chdir("../..")
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, page := range append(pages, "README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range examples.Find(string(text)) {
			args := strings.Fields(e.Command)
			if args[0] != "sortie" || args[1] == "plan" && !slices.Contains(args, "--iterations") {
				continue
			}
			compared++
			var out, errs bytes.Buffer
			cli.Run(t.Context(), args[1:], cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs})
			if got := e.Cut(out.String()); got != e.Output {
				t.Errorf("%s:%d: %s prints\n%s\nnot\n%s(make docs mends this)\n%s", page, e.Line, e.Command, got, e.Output, errs.String())
			}
		}
	}
	if compared < 8 {
		t.Errorf("only %d examples found: the test no longer sees them", compared)
	}
}

// TestSchemasAreThoseOfTheProgram holds docs/*.schema.json and docs/openapi.json
// to what `sortie schema` writes.
func TestSchemasAreThoseOfTheProgram(t *testing.T) {
	for of, name := range map[string]string{"mission": "mission.schema.json", "plan": "plan.schema.json", "api": "openapi.json"} {
		want, err := os.ReadFile("../../docs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		cli.Run(t.Context(), []string{"schema", of}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs})
		if out.String() != string(want) {
			t.Errorf("docs/%s is not what sortie schema %s writes (make api mends this)", name, of)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

// TestDocumentsLinkToWhatIsThere follows every link within the repository.
func TestDocumentsLinkToWhatIsThere(t *testing.T) {
	t.Chdir("../..")
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, "README.md", "CONTRIBUTING.md", "missions/README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			target := filepath.Join(filepath.Dir(page), m[1])
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s, which is not there", page, m[1])
			}
		}
	}
}
