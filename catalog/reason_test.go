package catalog

import (
	"strings"
	"testing"

	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
)

// Every reason stands among the translations, and nothing else does.
func TestEveryReasonIsSaidInFrench(t *testing.T) {
	said := map[string]bool{}
	see := func(figures []Figure) {
		for _, f := range figures {
			if f.Assumed != "" {
				said[f.Assumed] = true
			}
		}
	}
	for _, r := range load().lifts {
		see(r.Figures)
	}
	for _, r := range load().equipment {
		see(r.Figures)
	}
	for reason := range said {
		langtest.French(t, lang.Phrase{EN: reason, FR: load().french[reason]}.Text())
	}
	for reason := range load().french {
		if !said[reason] {
			t.Errorf("nothing assumes %q", reason)
		}
	}
}

func TestReason(t *testing.T) {
	for _, l := range LiftTypes() {
		if l.Basis.Assumed == "" {
			continue
		}
		said := Reason(l.Basis.Assumed)
		if said.In(lang.EN) != l.Basis.Assumed {
			t.Errorf("%s: %q, want %q", l.ID, said.In(lang.EN), l.Basis.Assumed)
		}
		langtest.French(t, said)
	}
	il, _ := Lift("il-76md")
	if fr := Reason(il.Basis.Assumed).In(lang.FR); !strings.HasPrefix(fr, "speed\u202f: 0,9 × la vitesse") || !strings.Contains(fr, "\u202f; load, unload\u202f: entre le C-130J") {
		t.Error(fr)
	}
	if got := Reason("a guess"); got != lang.Plain("a guess") {
		t.Errorf("%q", got)
	}
}
