package missionfile

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T, text []byte, err error) *jsonschema.Schema {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func missionSchema(t *testing.T) *jsonschema.Schema {
	text, err := MissionSchema()
	return compileSchema(t, text, err)
}

// document is what an editor would hold against the schema: the file with its
// scalars as YAML 1.2 means them.
func (n *node) document() any {
	switch n.kind {
	case null:
		return nil
	case list:
		out := make([]any, len(n.items))
		for i, item := range n.items {
			out[i] = item.document()
		}
		return out
	case object:
		out := make(map[string]any, len(n.fields))
		for _, f := range n.fields {
			if _, ok := out[f.key]; !ok || !f.merged {
				out[f.key] = f.value.document()
			}
		}
		return out
	}
	if _, text, ok := n.numeral(); ok && json.Valid([]byte(text)) {
		return json.Number(text)
	}
	if !n.quoted && (n.text == "true" || n.text == "false") {
		return n.text == "true"
	}
	return n.text
}

func readDocument(t *testing.T, name string) (any, bool) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f := &File{Name: name}
	root := f.tree(name, text)
	if root == nil || f.book.failed {
		return nil, false
	}
	return root.document(), true
}

// onlyTheReader sees what is wrong with these: it hangs together wrongly, while
// each value and entry has the right form.
var onlyTheReader = strings.Fields(`
	air-without-coordinates base-does-not-handle-the-mode clearance-for-nowhere csv-faults csv-not-there csv-quotes
	csv-without-rows deadline-before-start drives-without-speed-or-seats duplicate-ids duplicate-key duplicate-key-nested
	host-without-places impossible-date impossible-time link-type-of-another-mode payload-range-backwards seats
	task-too-large time-relative-without-d-day time-that-clocks-skip time-that-comes-twice timezone-of-the-machine unit-already-there
	unit-with-nothing-in-it units-wait-for-each-other unknown-base-and-task-place unknown-built-in-lift-type unknown-equipment-type
	unknown-lift-type unknown-place unknown-place-in-link unknown-place-timezone unknown-place-via-and-after unknown-source
	unknown-timezone unknown-type-of-link window-closes-before-it-opens`)

func TestSchemaRefusesWhatItCanSee(t *testing.T) {
	schema := missionSchema(t)
	reader := map[string]bool{}
	for _, name := range onlyTheReader {
		reader[name] = true
	}
	for _, name := range badFixtures(t) {
		short := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
		document, ok := readDocument(t, name)
		if !ok {
			continue // nothing that a schema could look at
		}
		err := schema.Validate(document)
		switch {
		case err == nil && !reader[short]:
			t.Errorf("%s: the schema accepts what the reader finds fault with; say so in onlyTheReader, or teach it", short)
		case err != nil && reader[short]:
			t.Errorf("%s: the schema refuses it, so it does not belong in onlyTheReader: %v", short, err)
		}
		delete(reader, short)
	}
	for name := range reader {
		t.Errorf("onlyTheReader names %s, which is no fixture", name)
	}
}

// goodMissions are all missions of the repository.
func goodMissions(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"../missions/*/mission.yaml", "../testdata/*/*.yaml", "testdata/good/*.yaml", "testdata/good/*.json", "testdata/good/*/mission.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) < 8 {
		t.Fatalf("only %d missions", len(names))
	}
	return names
}

func TestGoodMissionsPassReaderAndSchema(t *testing.T) {
	schema := missionSchema(t)
	for _, name := range goodMissions(t) {
		f, err := Read(name)
		if err != nil {
			t.Fatal(err)
		}
		if f.Failed() {
			t.Errorf("%s", f.Render("en"))
			continue
		}
		document, ok := readDocument(t, name)
		if !ok {
			t.Errorf("%s: no document", name)
			continue
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		canonical, err := MarshalMission(f.Mission)
		if err != nil {
			t.Fatal(err)
		}
		written, err := jsonschema.UnmarshalJSON(bytes.NewReader(canonical))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(written); err != nil {
			t.Errorf("%s, exported: %v", name, err)
		}
	}
}

// planFiles are all plans of the repository.
func planFiles(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../testdata/*/*.plan.json")
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("testdata/plans/*.json")
	if err != nil || len(own) == 0 {
		t.Fatal("no plans", err)
	}
	return append(names, own...)
}

func TestPlansPassReaderAndSchema(t *testing.T) {
	text, err := PlanSchema()
	schema := compileSchema(t, text, err)
	for _, name := range planFiles(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if plan, found := ReadPlan(name, text); plan == nil || len(found) > 0 {
			t.Errorf("%s: %s", name, render(found, 0, "en"))
			continue
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemasDescribeTheirKeys(t *testing.T) {
	text, err := MissionSchema()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"$schema": "https://json-schema.org/draft/2020-12/schema"`, "nothing loads before", `"csv"`, "km, t]; flat before the first"} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("the schema does not say %q", want)
		}
	}
}
