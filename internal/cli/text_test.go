package cli

import (
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/internal/lang"
)

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

func TestInert(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "150": "150", "-3.5": "-3.5", "unit": "unit", "=1+1": "'=1+1", "+cmd": "'+cmd", "@sum": "'@sum", "-2+3": "'-2+3", "\tx": "'\tx",
	} {
		if got := inert(in); got != want {
			t.Errorf("inert(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestAnswer(t *testing.T) {
	deadline := time.Date(2022, 1, 23, 0, 0, 0, 0, time.UTC)
	closure := deadline.Add(-30 * time.Hour)
	late := deadline.Add(2 * time.Hour)
	m := &sortie.Mission{Timezone: "Asia/Almaty", DDay: sortie.Date{Year: 2022, Month: 1, Day: 11}, Operation: sortie.Operation{Kind: sortie.Deployment}}
	for _, tc := range []struct {
		name    string
		verdict sortie.Verdict
		want    string
	}{
		{"in time", sortie.Verdict{Deadline: deadline, Closure: &closure},
			"In by Sat 22 Jan 2022 00:00 +06 (D+11), 1 d 6 h before the deadline of Sun 23 Jan 2022 06:00 +06."},
		{"to the minute", sortie.Verdict{Deadline: deadline, Closure: &deadline},
			"In by Sun 23 Jan 2022 06:00 +06 (D+12), at the deadline of Sun 23 Jan 2022 06:00 +06."},
		{"late", sortie.Verdict{Deadline: deadline, Closure: &late, Late: sortie.Counts{People: 1, Items: 2}},
			"In by Sun 23 Jan 2022 08:00 +06 (D+12), 2 h after the deadline of Sun 23 Jan 2022 06:00 +06. Late: 1 person and 2 items."},
		{"left behind", sortie.Verdict{Deadline: deadline, Closure: &closure, Undelivered: sortie.Counts{Items: 1}},
			"Not everything: the last of what arrives is there by Sat 22 Jan 2022 00:00 +06 (D+11), 1 d 6 h before the deadline of Sun 23 Jan 2022 06:00 +06; 1 item left behind."},
		{"nothing", sortie.Verdict{Deadline: deadline, Undelivered: sortie.Counts{People: 1200}},
			"Nothing arrives before or after the deadline of Sun 23 Jan 2022 06:00 +06: 1,200 people left behind."},
		{"nothing to move", sortie.Verdict{Deadline: deadline}, "Nothing has to move before the deadline of Sun 23 Jan 2022 06:00 +06."},
	} {
		if got := answer(m, tc.verdict, lang.EN); got != tc.want {
			t.Errorf("%s: got  %q\nwant %q", tc.name, got, tc.want)
		}
		if got := answer(m, tc.verdict, lang.FR); strings.Contains(got, "%!") {
			t.Errorf("%s: French is not filled in: %q", tc.name, got)
		}
	}
}

func TestNaturalOrder(t *testing.T) {
	if !natural("vta/2", "vta/10") || natural("vta/10", "vta/2") || !natural("a/9", "b/1") {
		t.Error("lifts are not in the order of their numbers")
	}
}
