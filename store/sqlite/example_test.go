package sqlite_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sortie"
	"sortie/missionfile"
	"sortie/store"
	"sortie/store/sqlite"
)

var update = flag.Bool("update", false, "write ../testdata/example.ledger")

const example = "../testdata/example.ledger"

// exampleStory writes the story that docs/ledger.md explains.
func exampleStory(t testing.TB) store.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	f, err := missionfile.Read("../../missions/first-lift")
	if err != nil {
		t.Fatal(err)
	}
	text, err := missionfile.MarshalMission(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	id, at := f.Mission.ID, time.Date(2022, 1, 11, 9, 30, 0, 0, time.FixedZone("", 6*3600))
	for i, d := range []store.Draft{
		{Kind: store.Revision, Actor: "Movement control", Body: marshal(t, store.Revised{Mission: text, Note: "as asked by the ministry <draft 2>"})},
		{Kind: store.Statement, Actor: "État-major", Blind: true, Body: marshal(t, sortie.Entry{ID: "d1", Kind: sortie.Decision, On: sortie.Date{Year: 2022, Month: 1, Day: 11}})},
		{Kind: store.Vote, Actor: "Liaison of Armenia", Blind: true, Body: marshal(t, store.Voted{Decision: "d1", Nation: "AM", Vote: sortie.For})},
		{Kind: store.Plan, Actor: "Movement control", Body: []byte(`{"plan":{"sortie":1,"mission":"` + id + `"},"revision":1}`)},
		{Kind: store.Actual, Actor: "Tower", Body: marshal(t, store.Happened{Plan: 4, Movement: 1, Depart: at})},
	} {
		d.Mission, d.At = id, at.Add(time.Duration(i)*1500*time.Millisecond)
		if _, err := s.Append(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func marshal(t testing.TB, v any) json.RawMessage {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The example is what a ledger exports to this day: a file that was written
// once can be verified for ever.
func TestExample(t *testing.T) {
	s := exampleStory(t)
	var got bytes.Buffer
	if err := store.Export(context.Background(), s, "first-lift", &got); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(example, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s is not what is exported (go test -update mends this):\n%s\n%s", example, got.Bytes(), want)
	}
}
