package server_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sortie/missions"
	"sortie/server"
)

// The types of bodies in the document take what the operations take: whole
// missions as their canonical JSON, what leaves defaults out, and patches; and
// missions and plans are read as it says.
func TestBodiesHaveTheirTypes(t *testing.T) {
	doc, err := server.New(server.Config{}).Document()
	if err != nil {
		t.Fatal(err)
	}
	text, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("openapi.json", text); err != nil {
		t.Fatal(err)
	}
	valid := func(ref, body string) error {
		t.Helper()
		schema, err := c.Compile("openapi.json" + ref)
		if ref == "" || err != nil {
			t.Fatalf("no type at %q: %v", ref, err)
		}
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(value)
	}
	takes := func(path, method, media, body string) error {
		t.Helper()
		var d struct {
			Paths map[string]map[string]struct {
				RequestBody struct {
					Content map[string]struct {
						Schema struct {
							Ref string `json:"$ref"`
						}
					}
				}
			}
		}
		if err := json.Unmarshal(doc, &d); err != nil {
			t.Fatal(err)
		}
		return valid(d.Paths[path][method].RequestBody.Content[media].Schema.Ref, body)
	}
	const mission, unit = "/api/missions/{mission}", "/api/missions/{mission}/units/{unit}"
	for _, name := range missions.Names() {
		f, err := missions.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		for path, method := range map[string]string{"/api/missions": "post", "/api/check": "post", mission: "put"} {
			if err := takes(path, method, "application/json", string(canonical(t, f.Mission))); err != nil {
				t.Errorf("%s %s does not take %s: %v", method, path, name, err)
			}
		}
		if err := takes(mission, "patch", patch, string(canonical(t, f.Mission))); err != nil {
			t.Errorf("a patch may not hold all of %s: %v", name, err)
		}
		if err := valid("#/components/schemas/Mission", string(canonical(t, f.Mission))); err != nil {
			t.Errorf("%s is not as the document says: %v", name, err)
		}
	}
	_, p := bestKnown(t, "kazakhstan-2022")
	if err := valid("#/components/schemas/Plan", string(planText(t, p))); err != nil {
		t.Errorf("a plan is not as the document says: %v", err)
	}
	for _, c := range []struct {
		path, method, media, body string
		taken                     bool
	}{
		{mission, "patch", patch, `{"host":null,"operation":{"drawdown":{"people_per_day":150}}}`, true},
		{mission, "patch", patch, `{"units":[{"id":"a","at":"b"}],"others":null}`, false},
		{mission, "patch", patch, `{"units":[{"id":"a"}]}`, false},
		{unit, "put", "application/json", `{"id":"a","at":"b"}`, true},
		{unit, "put", "application/json", `{"id":"a","at":"b","persons":3}`, false},
		{unit, "patch", patch, `{"people":3,"to":null,"equipment":{"btr-80":null},"basis":null}`, true},
		{unit, "patch", patch, `{"people":"three"}`, false},
		{mission + "/record", "post", "application/json", `{"id":"a","kind":"request"}`, true},
	} {
		if err := takes(c.path, c.method, c.media, c.body); (err == nil) != c.taken {
			t.Errorf("%s %s %s: %v", c.method, c.path, c.body, err)
		}
	}
}
