package catalog

import (
	"strings"
	"testing"

	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
)

// Every reason stands among the translations, and nothing else does but names.
func TestEveryReasonIsSaidInFrench(t *testing.T) {
	said, names := map[string]bool{}, map[string]bool{}
	see := func(figures []Figure) {
		for _, f := range figures {
			if f.Assumed != "" {
				said[f.Assumed] = true
			}
		}
	}
	for _, r := range load().lifts {
		names[r.Name] = true
		see(r.Figures)
	}
	for _, r := range load().equipment {
		names[r.Name] = true
		see(r.Figures)
	}
	for reason := range said {
		langtest.French(t, lang.Phrase{EN: reason, FR: load().french[reason]}.Text())
	}
	for text := range load().french {
		if names[text] {
			langtest.French(t, Name(text))
		} else if !said[text] {
			t.Errorf("nothing is called %q, and nothing assumes it", text)
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

func TestName(t *testing.T) {
	coach, _ := Lift("coach-57")
	if got := Name(coach.Name).In(lang.FR); got != "Autocar de tourisme, 57 places" {
		t.Errorf("the coach is called %q", got)
	}
	if got := Name("our own"); got != lang.Plain("our own") {
		t.Errorf("%q", got)
	}
}
