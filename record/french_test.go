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
		m := read(t, path)
		names := record.Names(m)
		for _, e := range m.Record {
			for _, f := range e.Figures {
				name := names[f.What]
				same := f.What == "sorties" // in both languages
				if name.IsZero() || (name.In(lang.FR) == name.In(lang.EN)) != same || regexp.MustCompile(`[a-z]-[a-z]`).MatchString(name.String()) {
					t.Errorf("%s: %s is %q and %q", path, f.What, name.In(lang.EN), name.In(lang.FR))
				}
			}
		}
	}
	for _, tc := range []struct {
		d      record.Difference
		en, fr string
	}{
		{record.Difference{What: "people", Of: "AM", At: "site"}, "people of AM at site", "personnes (AM, site)"},
		{record.Difference{What: "damage-tenge", Of: "business"}, "damage-tenge of business", "dommages en tenges (entreprises)"},
		{record.Difference{What: "Lost-tents", At: "site"}, "Lost-tents at site", "Lost-tents (site)"},
	} {
		if got := tc.d.Name(); got.In(lang.EN) != tc.en || got.In(lang.FR) != tc.fr {
			t.Errorf("%q and %q, want %q and %q", got.In(lang.EN), got.In(lang.FR), tc.en, tc.fr)
		}
	}
}
