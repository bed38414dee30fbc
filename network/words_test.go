package network_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
	"sortie/network"
)

// TestDoubtsInBothLanguages strands the people and the crane in every way that
// there is.
func TestDoubtsInBothLanguages(t *testing.T) {
	seatsAt := func(seats int) func(*sortie.Mission) {
		return func(m *sortie.Mission) { m.LiftTypes[0].Seats = sortie.Seats{Empty: seats, Full: seats} }
	}
	for name, tc := range map[string]struct {
		change     func(*sortie.Mission)
		people, it string // what French says of each
	}{
		"no seats": {func(m *sortie.Mission) {
			m.Units[0].Equipment = map[string]int{"crane": 2000}
		}, "aucune des 2 flottes", "2\u202f000 × crane de l'unité u\u202f: aucun itinéraire du lieu a au lieu b avec ce qui pourrait le transporter\u202f:"},
		"one fleet": {func(m *sortie.Mission) {
			m.Fleets = m.Fleets[:1]
			m.Units[0].Equipment = map[string]int{"crane": 1}
		}, "la seule flotte", "aucun itinéraire du lieu a au lieu b\u202f: trop grand ou trop lourd (6,00 × 2,00 × 2,00 m, 2,0 t)"},
		"no fleet": {func(m *sortie.Mission) {
			m.Fleets[0].Serves, m.Fleets[1].Serves = []string{"KZ"}, []string{"KZ"}
			m.Units[0].Equipment = map[string]int{"crane": 1}
		}, "aucune flotte ne sert sa nation", "aucune flotte ne sert sa nation"},
		"no chain": {func(m *sortie.Mission) {
			seatsAt(10)(m)
			m.LiftTypes[0].PayloadRange = [][2]float64{{100, 20}}
		}, "aucune suite d'étapes", "aucune suite d'étapes"},
		"by way of": {func(m *sortie.Mission) {
			m.Fleets = m.Fleets[:1]
			m.Units[0].Equipment = map[string]int{"crane": 1}
			m.Units[0].Via = []string{"middle", "c"}
		}, "du lieu a au lieu b en passant par middle, c\u202f: la seule", "en passant par middle, c\u202f: trop"},
	} {
		m := mission()
		tc.change(m)
		n, err := network.Compile(m)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]string{}
		for _, d := range n.Doubts() {
			langtest.French(t, d.Message)
			langtest.French(t, d.Hint)
			found[d.Path] = d.Message.In(lang.FR)
		}
		for path, want := range map[string]string{"units[0].to": tc.people, "units[0].equipment.crane": tc.it} {
			if !strings.Contains(found[path], want) {
				t.Errorf("%s: %s says %q, want %q", name, path, found[path], want)
			}
		}
		for kind := network.ItemIndex(network.People); int(kind) < len(n.Items); kind++ {
			why := n.Stranded(0, kind)
			if got := network.Reason(why.String()); got != why {
				t.Errorf("%s: %q is read as %q", name, why, got.In(lang.FR))
			}
			if why.IsZero() {
				continue
			}
			if got, want := network.Reason("crane: "+why.String()).In(lang.FR), "crane\u202f: "+why.In(lang.FR); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
	}
}

func TestReasonsOfOthersStayAsTheyAre(t *testing.T) {
	langtest.French(t, network.Unreached())
	if got := network.Reason("box: " + network.Unreached().String()).In(lang.FR); got != "box\u202f: "+network.Unreached().In(lang.FR) {
		t.Error(got)
	}
	for _, said := range []string{
		"", "12.5", "the port is on strike: until May", "no way from here", "a: b: c: d: e: f: g", strings.Repeat("no way from a to b: ", 10000),
	} {
		if got := network.Reason(said); said != "12.5" && got != lang.Plain(said) || got.String() != said {
			t.Errorf("%.40q is read as %.40q", said, got.In(lang.FR))
		}
	}
}

// TestWhatCannotBeCompiledInBothLanguages breaks every reference that a mission
// has.
func TestWhatCannotBeCompiledInBothLanguages(t *testing.T) {
	for want, change := range map[string]func(*sortie.Mission){
		"mission m: timezone: unknown time zone Mars":                      func(m *sortie.Mission) { m.Timezone = "Mars" },
		"mission m: operation: start and deadline are needed to plan":      func(m *sortie.Mission) { m.Operation.Deadline = time.Time{} },
		"mission m: place a: unknown time zone Mars":                       func(m *sortie.Mission) { m.Places[0].Timezone = "Mars" },
		`mission m: place a: open hours "dawn" are not HH:MM-HH:MM`:        func(m *sortie.Mission) { m.Places[0].Open = []string{"dawn"} },
		"mission m: lift type short: mode and speed are needed":            func(m *sortie.Mission) { m.LiftTypes[0].Speed = 0 },
		`mission m: fleet f: its type "short" or base "moon" is not known`: func(m *sortie.Mission) { m.Fleets[0].Base = "moon" },
		`mission m: unit u: place "moon" is not known`:                     func(m *sortie.Mission) { m.Units[0].To = "moon" },
		`mission m: unit u: unit "v" is not known`:                         func(m *sortie.Mission) { m.Units[0].After = []string{"v"} },
		`mission m: unit u: equipment type "ship" is not known`:            func(m *sortie.Mission) { m.Units[0].Equipment["ship"] = 1 },
		`mission m: task t: place "moon" is not known`:                     func(m *sortie.Mission) { m.Tasks = []sortie.Task{{ID: "t", At: "moon"}} },
		"mission m: link 1: its mode or places are not known":              func(m *sortie.Mission) { m.Links[0].Mode = "tunnel" },
	} {
		m := mission()
		change(m)
		_, err := network.Compile(m)
		if err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
			continue
		}
		langtest.French(t, lang.Said(err))
	}
}

// TestErrorsAreSaidInEveryLanguage keeps errors without a translation out.
func TestErrorsAreSaidInEveryLanguage(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatal(errors.Join(err, errors.New("no files")))
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if s := string(data); !strings.HasSuffix(name, "_test.go") && (strings.Contains(s, "fmt.Errorf(") || strings.Contains(s, "errors.New(")) {
			t.Errorf("%s makes an error that is English alone", name)
		}
	}
}
