package explain_test

import (
	"os"
	"strings"
	"testing"

	"sortie"
	"sortie/explain"
	"sortie/internal/handcases"
	"sortie/internal/lang"
	"sortie/missionfile"
)

// held is what holds the plan of hand-worked missions whose name says it.
var held = map[string]explain.Kind{
	"one-shuttle":                       explain.Lifts,
	"one-stand":                         explain.ParkingMOG,
	"one-loading-team":                  explain.WorkingMOG,
	"people-per-day":                    explain.Quota,
	"guard-until-handover":              explain.Cover,
	"fog-until-noon":                    explain.Hours,
	"four-hours-a-day":                  explain.Utilisation,
	"permission-opens-tomorrow":         explain.Permission,
	"floor-counts-those-on-the-road":    explain.Floor,
	"one-window-after-the-other":        explain.Window,
	"one-runway-both-ways":              explain.Runway,
	"forty-first-vehicle":               explain.Headway,
	"rest-not-yet-due":                  explain.Trip,
	"waits-on-the-way-until-home-opens": explain.Hours,
}

// TestHandWorkedPlansAreExplained explains every plan that was worked out by
// hand: the path adds up, the sentences are filled in, and the resource is the
// one that the mission is named for.
func TestHandWorkedPlansAreExplained(t *testing.T) {
	cases, err := handcases.Load(os.DirFS("../testdata/hand"))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, c := range cases {
		m := missionfile.Parse(c.Name, c.Mission, nil).Mission
		p, _ := missionfile.ReadPlan(c.Name, c.Plan)
		if m == nil || p == nil || c.Closure == nil {
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			b := explain.Bottleneck(m, p)
			if b == nil {
				t.Fatal("nothing is named")
			}
			if want, ok := held[c.Name]; ok {
				seen++
				if b.Kind != want {
					t.Errorf("%s is named, want %s: %+v", b.Kind, want, b.Shares)
				}
			}
			sum := 0
			for _, s := range b.Shares {
				sum += s.Minutes
			}
			if sum != b.Path {
				t.Errorf("shares sum to %d of a path of %d min: %+v", sum, b.Path, b.Shares)
			}
			for _, l := range lang.All {
				if s := b.Sentence(m, l) + b.Breakdown(m, l); s == "" || strings.Contains(s, "%!") {
					t.Errorf("not filled in: %q", s)
				}
			}
			strength(t, m, p)
		})
	}
	if seen < len(held) {
		t.Errorf("only %d of %d named missions were found", seen, len(held))
	}
}

// strength holds the table by day to the units: what a plan takes out of the
// theatre and brings in is the change of its strength.
func strength(t *testing.T, m *sortie.Mission, p *sortie.Plan) {
	inside := map[string]bool{}
	for _, place := range m.Places {
		inside[place.ID] = place.Country == m.Host
	}
	people := 0
	for _, u := range m.Units {
		if inside[u.At] {
			people += u.People
		}
	}
	days := explain.Days(m, p)
	for _, d := range days {
		people += d.In.People - d.Out.People
	}
	if last := days[len(days)-1]; last.Strength != people {
		t.Errorf("strength at the end is %d, the movements leave %d", last.Strength, people)
	}
}
