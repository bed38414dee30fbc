package cli

import "testing"

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"Almaty\n":             "Almaty\n",
		"a\x1b]0;owned\ab":     "a\ufffd]0;owned\ufffdb",
		"tab\tstays":           "tab\tstays",
		"left \u202e right":    "left \ufffd right",
		"bad \xff utf-8":       "bad \ufffd utf-8",
		"\u009b31m and \u0000": "\ufffd31m and \ufffd",
	} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestNaturalOrder(t *testing.T) {
	if !natural("vta/2", "vta/10") || natural("vta/10", "vta/2") || !natural("a/9", "b/1") {
		t.Error("lifts are not in the order of their numbers")
	}
}
