package catalog

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"sortie/internal/lang"
)

// TestEverythingIsSaidInFrench holds the table of French to the catalogue: every
// assumption is in it, and nothing that the catalogue does not say.
func TestEverythingIsSaidInFrench(t *testing.T) {
	data, err := files.ReadFile("data/french.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var fr french
	if err := yaml.Unmarshal(data, &fr); err != nil {
		t.Fatal(err)
	}
	names, assumptions := map[string]bool{}, map[string]bool{}
	figures := func(list []Figure) {
		for _, f := range list {
			if f.Assumed != "" {
				assumptions[f.Assumed] = true
			}
		}
	}
	for _, l := range LiftTypes() {
		names[l.Name] = true
		figures(Figures(l.ID))
	}
	for _, e := range EquipmentTypes() {
		names[e.Name] = true
		figures(Figures(e.ID))
	}
	if want, got := slices.Sorted(maps.Keys(assumptions)), slices.Sorted(maps.Keys(fr.Assumptions)); !slices.Equal(got, want) {
		t.Errorf("assumptions in French and in the catalogue differ:\n%q\n%q", got, want)
	}
	for name := range fr.Names {
		if !names[name] {
			t.Errorf("no type is called %q", name)
		}
	}
	for _, table := range []map[string]string{fr.Names, fr.Assumptions} {
		for english, in := range table {
			if in == "" || in == english || strings.Contains(in, " ;") || strings.Contains(in, " :") || strings.Contains(" "+in+" ", " the ") {
				t.Errorf("%q in French: %q", english, in)
			}
		}
	}
}

func TestSaid(t *testing.T) {
	coach, _ := Lift("coach-57")
	if got := Said(coach.Name).In(lang.FR); got != "Autocar de tourisme, 57 places" {
		t.Errorf("the coach is called %q", got)
	}
	for _, l := range LiftTypes() {
		if a := l.Basis.Assumed; a != "" && (Said(a).In(lang.EN) != a || Said(a).In(lang.FR) == a) {
			t.Errorf("%s: %q", l.ID, Said(a).In(lang.FR))
		}
	}
	if got := Said("our own guess").In(lang.FR); got != "our own guess" {
		t.Errorf("somebody's own words became %q", got)
	}
}
