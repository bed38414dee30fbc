package missionfile

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"sortie"
)

func missionPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/mission-file.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// The example of the page is a mission, without a fault or a doubt but for what
// it says that it assumes.
func TestExampleOfThePageIsRead(t *testing.T) {
	_, rest, ok := strings.Cut(missionPage(t), "```yaml\n")
	example, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("no example")
	}
	f := mustParse(t, example, nil)
	for _, d := range f.Diagnostics {
		if d.Rule != "assumed" {
			t.Error(d.Render("en"))
		}
	}
	if err := missionSchema(t).Validate(f.root.document()); err != nil {
		t.Error(err)
	}
	sameAgain(t, "page", f.Mission)
}

// Every key of the format stands on the page.
func TestPageNamesEveryKey(t *testing.T) {
	page := missionPage(t)
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
			typ = typ.Elem()
		}
		if _, special := specials[typ]; typ.Kind() != reflect.Struct || special && typ != reflect.TypeFor[sortie.Seats]() || seen[typ] {
			return
		}
		seen[typ] = true
		for _, f := range infoOf(typ).fields {
			if !strings.Contains(page, "`"+f.key+"`") && !strings.Contains(page, "."+f.key+"`") && !strings.Contains(page, f.key+":") && !strings.Contains(page, f.key+",") && !strings.Contains(page, f.key+"}") {
				t.Errorf("the page does not say what %s.%s is", typ.Name(), f.key)
			}
			visit(typ.FieldByIndex(f.index).Type)
		}
	}
	visit(reflect.TypeFor[sortie.Mission]())
}

func TestPageHasNoUnknownLimits(t *testing.T) {
	page := missionPage(t)
	for _, want := range []string{"5,000 places", "100,000 units", "16 MB", "64 MB", "32 levels", "10,000 fleets", "100,000 lifts"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if maxItems["Mission.places"] != 5_000 || maxItems["Mission.units"] != 100_000 || maxItems["Mission.links"] != 100_000 || maxItems["Mission.tasks"] != 100_000 ||
		maxItems["Mission.fleets"] != 10_000 || maxYAMLBytes != 16<<20 || maxBytes != 64<<20 || maxDepth != 32 || maxKept < maxRendered || maxRendered != 200 {
		t.Error("a limit changed; say so on the page")
	}
}
