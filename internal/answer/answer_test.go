package answer

import (
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/internal/lang"
)

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
		if got := Sentence(m, tc.verdict, lang.EN); got != tc.want {
			t.Errorf("%s: got  %q\nwant %q", tc.name, got, tc.want)
		}
		if got := Sentence(m, tc.verdict, lang.FR); strings.Contains(got, "%!") {
			t.Errorf("%s: French is not filled in: %q", tc.name, got)
		}
	}
}
