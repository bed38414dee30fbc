package missionfile

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sortie"
)

// TestCanonicalJSONReadsBack holds it to every mission of the repository: the
// same mission, the same bytes, the same hash.
func TestCanonicalJSONReadsBack(t *testing.T) {
	for _, name := range goodMissions(t) {
		f, err := Read(name)
		if err != nil {
			t.Fatal(err)
		}
		sameAgain(t, name, f.Mission)
	}
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

func sameAgain(t failer, name string, m *sortie.Mission) {
	t.Helper()
	text, err := MarshalMission(m)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	again := Parse("mission.json", text, nil)
	if again.Failed() {
		t.Fatalf("%s: %s\n%s", name, again.Render("en"), text)
	}
	back, err := MarshalMission(again.Mission)
	if err != nil || !bytes.Equal(back, text) {
		t.Fatalf("%s: %v\n%s\nis read back as\n%s", name, err, text, back)
	}
	// times aside, whose zones are shared pointers, Go sees the same values
	if have, want := withoutCaches(again.Mission), withoutCaches(m); !reflect.DeepEqual(have, want) {
		t.Fatalf("%s: %+v, want %+v", name, have, want)
	}
}

// withoutCaches is the mission as plain values.
func withoutCaches(m *sortie.Mission) any {
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	var out any
	if err := json.Unmarshal(text, &out); err != nil {
		return err
	}
	return out
}

// TestCanonicalKeysAreThoseOfTheDomain fails when the domain has a key that
// canonical JSON forgets.
func TestCanonicalKeysAreThoseOfTheDomain(t *testing.T) {
	for _, pair := range [][2]reflect.Type{
		{reflect.TypeFor[canonicalMission](), reflect.TypeFor[sortie.Mission]()},
		{reflect.TypeFor[canonicalOperation](), reflect.TypeFor[sortie.Operation]()},
		{reflect.TypeFor[canonicalLift](), reflect.TypeFor[sortie.LiftType]()},
	} {
		if have, want := infoOf(pair[0]).keys, infoOf(pair[1]).keys; !reflect.DeepEqual(have, want) {
			t.Errorf("%s has %v, want %v", pair[0], have, want)
		}
	}
}

func TestDraftReadsBack(t *testing.T) {
	f := Parse("m.yaml", []byte("draft: true\nunits: [{people: 10}]\nplaces: [{id: a, closed: [{why: fog}]}]\noperation: {drawdown: {floor: [{}]}}\n"), nil)
	if f.Failed() || len(f.Diagnostics) < 8 {
		t.Fatalf("%s", f.Render("en"))
	}
	sameAgain(t, "draft", f.Mission)
}

// A lift type of the caller's own, with the id of a built-in one, takes nothing
// from the catalogue when it is read back.
func TestLiftTypesAreWrittenWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := sortie.LiftType{ID: "il-76md", Mode: sortie.Air, Speed: rapid.Float64Range(0.1, 1000).Draw(t, "speed"), Slots: 1}
		flip := rapid.Bool()
		if flip.Draw(t, "name") {
			l.Name = "Own"
		}
		if flip.Draw(t, "payload") {
			x := rapid.Float64Range(0, 100).Draw(t, "t")
			l.Payload = &x
		} else if flip.Draw(t, "curve") {
			l.PayloadRange = [][2]float64{{10, 5}, {20, 1}}
		}
		if l.PayloadRange == nil && flip.Draw(t, "range") {
			l.Range = 500
		}
		if flip.Draw(t, "decks") {
			l.Decks = []sortie.Deck{}
			if flip.Draw(t, "deck") {
				l.Decks = append(l.Decks, sortie.Deck{Count: 2, Length: 10, Width: 3, Height: 3, Payload: l.Payload})
			}
		}
		if flip.Draw(t, "minutes") {
			l.Load, l.Overhead, l.Runway, l.CostPerHour, l.Gap = 30, 15, 1000, 12.5, 0.2
		}
		if flip.Draw(t, "seats") {
			l.Seats = sortie.Seats{Empty: 9, Full: 3}
		}
		m := mustRead(t, small)
		m.LiftTypes, m.Sources = []sortie.LiftType{l}, nil
		sameAgain(t, "lift type", m)
	})
}

func mustRead(t *rapid.T, text string) *sortie.Mission {
	f := Parse("mission.yaml", []byte(text), nil)
	if f.Failed() {
		t.Fatalf("%s", f.Render("en"))
	}
	return f.Mission
}

// Texts with anything in them survive, in YAML's quotes and in JSON's.
func TestTextsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := mustRead(t, small)
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aZé日\"'\\\n\t :#-?,[]{}&*!|>%@`~<\u2028\U0001F600")), 1, 40, -1).Draw(t, "text")
		if strings.TrimSpace(text) == "" {
			t.Skip("an empty text is an absent one")
		}
		m.Title = sortie.Text{"en": text, "pt-BR": text}
		m.Units[0].Name = text
		sameAgain(t, "text", m)
	})
}
