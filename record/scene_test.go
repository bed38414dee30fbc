package record_test

import (
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/record"
)

func ptr[T any](v T) *T { return &v }

func date(day int) sortie.Date { return sortie.Date{Year: 2022, Month: 3, Day: day} }

func at(day, hour int) time.Time { return time.Date(2022, 3, day, hour, 0, 0, 0, time.UTC) }

func exact(what, of string, n float64) sortie.Figure {
	return sortie.Figure{What: what, Of: of, Exact: &sortie.Amount{N: n}}
}

func about(what, of string, n float64) sortie.Figure {
	return sortie.Figure{What: what, Of: of, About: &sortie.Amount{N: n}}
}

// The entries of the scene.
const (
	request = iota
	decision
	pledgeRU
	pledgeKG
	statement
	handover
)

// scene is a withdrawal that keeps every rule of its record, to the last person
// and the last day.
func scene() *sortie.Mission {
	return &sortie.Mission{
		Version: 1, ID: "scene", Timezone: "UTC", Host: "KZ",
		Operation: sortie.Operation{Kind: sortie.Withdrawal, Start: at(10, 0), Deadline: at(20, 0)},
		Organisation: &sortie.Organisation{
			ID: "union", Name: sortie.Text{"en": "The Union"}, Members: []string{"AM", "KG", "KZ", "RU"},
			Decides: sortie.DecidingBody{Body: "Council", Rule: sortie.Consensus},
		},
		Sources: []sortie.Source{{ID: "s1", Publisher: "Gazette"}},
		Record: []sortie.Entry{
			{ID: "asked", Kind: sortie.Request, By: "KZ", On: date(1)},
			{ID: "decided", Kind: sortie.Decision, By: "union", On: date(2), Answers: "asked", Votes: votes("AM KG KZ RU", "", ""),
				Grants: &sortie.Grants{People: ptr(300), Equipment: ptr(20), Until: at(20, 0)}},
			{ID: "ru", Kind: sortie.Pledge, By: "RU", On: date(3), People: ptr(200), Equipment: ptr(12)},
			{ID: "kg", Kind: sortie.Pledge, By: "KG", On: date(3), People: ptr(100), Equipment: ptr(8)},
			{ID: "said", Kind: sortie.Statement, By: "KZ", On: date(8), Says: &sortie.Says{StartIn: ptr(2 * sortie.Day), AtMost: ptr(10 * sortie.Day)}},
			{ID: "handed", Kind: sortie.Handover, Task: "gate", To: "KZ", On: date(11)},
		},
		Places: []sortie.Place{{ID: "site", Country: "KZ"}, {ID: "home", Country: "RU"}, {ID: "barracks", Country: "KG"}},
		Fleets: []sortie.Fleet{{ID: "trucks", Nation: "RU", Base: "home", Count: 4}, {ID: "buses", Nation: "KZ", Base: "site", Count: 2}},
		Units: []sortie.Unit{
			{ID: "ru-a", Nation: "RU", At: "site", To: "home", People: 150, Equipment: map[string]int{"btr": 5, "ural": 5}},
			{ID: "ru-b", Nation: "RU", At: "site", To: "home", People: 50, Equipment: map[string]int{"ural": 2}},
			{ID: "kg-a", Nation: "KG", At: "site", To: "barracks", People: 100, Equipment: map[string]int{"ural": 8}},
			{ID: "police", Nation: "KZ", At: "site", People: 900, Equipment: map[string]int{"ural": 30}},
		},
		Tasks: []sortie.Task{{ID: "gate", At: "site", People: 20, Until: at(12, 0)}, {ID: "watch", At: "site", People: 5}},
	}
}

func votes(in, against, abstain string) map[string]sortie.Vote {
	out := map[string]sortie.Vote{}
	for vote, nations := range map[sortie.Vote]string{sortie.For: in, sortie.Against: against, sortie.Abstain: abstain} {
		for _, nation := range strings.Fields(nations) {
			out[nation] = vote
		}
	}
	return out
}

func TestTheSceneKeepsEveryRule(t *testing.T) {
	for _, f := range record.Findings(scene()) {
		t.Errorf("%s %s %s: %s", f.Severity, f.Rule, f.Path, f.Message)
	}
}

// change is one thing made different in the scene, and the one finding that it
// leads to. No rule: it leads to none.
type change struct {
	name     string
	make     func(*sortie.Mission)
	severity sortie.Severity
	rule     string
	path     string
	says     []string // parts of the message
}

func try(t *testing.T, changes []change) {
	t.Helper()
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			m := scene()
			c.make(m)
			found := record.Findings(m)
			if c.rule == "" {
				for _, f := range found {
					t.Errorf("%s %s %s: %s", f.Severity, f.Rule, f.Path, f.Message)
				}
				return
			}
			if len(found) != 1 {
				t.Fatalf("%d findings, want one of %s: %+v", len(found), c.rule, found)
			}
			f := found[0]
			if want := c.severity; f.Severity != want && (want != "" || f.Severity != sortie.Doubt) {
				t.Errorf("severity %s, want %s", f.Severity, want)
			}
			if f.Rule != c.rule || f.Path != c.path {
				t.Errorf("%s at %s, want %s at %s", f.Rule, f.Path, c.rule, c.path)
			}
			for _, part := range c.says {
				if !strings.Contains(f.Message.String(), part) {
					t.Errorf("message %q does not say %q", f.Message, part)
				}
			}
		})
	}
}

// rulesOf are the rules of all findings but the notes on figures.
func rulesOf(m *sortie.Mission) (out []string) {
	for _, f := range record.Findings(m) {
		if f.Rule != record.RuleFigures {
			out = append(out, f.Rule)
		}
	}
	return out
}

// append1 puts an entry at the end of the record.
func append1(e sortie.Entry) func(*sortie.Mission) {
	return func(m *sortie.Mission) { m.Record = append(m.Record, e) }
}
