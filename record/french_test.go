package record_test

import (
	"regexp"
	"testing"

	"sortie"
	"sortie/internal/lang"
	"sortie/record"
)

var (
	// quoted is what stands in a sentence as the mission has it: names, keys, ids.
	quoted  = regexp.MustCompile(`"[^"]*"|[a-z]+:|[a-z0-9]+(-[a-z0-9]+)+|\{[^}]*\}`)
	english = regexp.MustCompile(`(?i)\b(the|is|are|of|and|not|no|by|which|with|that|at|from|than|says|said|write|add|day|days|more)\b|%!`)
)

type errorer interface {
	Helper()
	Errorf(format string, args ...any)
}

// inFrench holds a finding to be said in French, and in nothing else.
func inFrench(t errorer, f sortie.Finding) {
	t.Helper()
	for _, said := range []lang.Text{f.Message, f.Hint} {
		fr := said.In(lang.FR)
		if said.IsZero() {
			continue
		}
		if fr == "" || fr == said.In(lang.EN) {
			t.Errorf("%s is said in one language: %q", f.Rule, fr)
		}
		if word := english.FindString(quoted.ReplaceAllString(fr, "")); word != "" {
			t.Errorf("%s: %q in French: %s", f.Rule, word, fr)
		}
	}
}

// TestFiguresAreNamed: what the published missions count has a name in French,
// and one in English that is no key.
func TestFiguresAreNamed(t *testing.T) {
	for _, path := range []string{"../missions/kazakhstan-2022/mission.yaml", "../missions/kazakhstan-2022-deployment/mission.yaml"} {
		for key, name := range record.Names(read(t, path)) {
			same := key == "sorties" // in both languages
			if (name.In(lang.FR) == name.In(lang.EN)) != same || regexp.MustCompile(`[a-z]-[a-z]`).MatchString(name.String()) {
				t.Errorf("%s: %s is %q and %q", path, key, name.In(lang.EN), name.In(lang.FR))
			}
		}
	}
	if got := record.Named("Lost-tents"); got.In(lang.FR) != "Lost tents" {
		t.Errorf("a figure of no list is called %q", got.In(lang.FR))
	}
	d := record.Difference{What: "people", Of: "AM", At: "site"}
	if got := d.Name(); got.In(lang.FR) != "personnes (AM, site)" || got.In(lang.EN) != "people of AM at site" {
		t.Errorf("%q, %q", got.In(lang.EN), got.In(lang.FR))
	}
}
