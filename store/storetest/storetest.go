// Package storetest is the suite that every store has to pass. It runs on a
// real database and on as many stores of it at once as several processes would
// open.
package storetest

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"sortie"
	"sortie/store"
)

// Database is an empty database for one test.
type Database struct {
	// Open opens it, as one process does; it may be called again for another.
	Open func(ctx context.Context) (store.Store, error)
	// SQL goes to the database past the store.
	SQL *sql.DB
	// Unguard are the statements that take away what guards the entries.
	Unguard []string

	fresh func(testing.TB) Database
}

// another opens a store of another database.
func (d Database) another(t testing.TB) store.Store {
	t.Helper()
	return d.fresh(t).open(t)
}

// open opens a store that ends with the test.
func (d Database) open(t testing.TB) store.Store {
	t.Helper()
	s, err := d.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// Run runs the suite; fresh makes an empty database.
func Run(t *testing.T, fresh func(testing.TB) Database) {
	for _, c := range []struct {
		name string
		test func(*testing.T, Database)
	}{
		{"append", testAppend},
		{"read", testRead},
		{"missions", testMissions},
		{"conflict", testConflict},
		{"invalid", testInvalid},
		{"keys", testKeys},
		{"fifty writers", testWriters},
		{"two processes", testProcesses},
		{"guards", testGuards},
		{"tampering", testTampering},
		{"current", testCurrent},
		{"renew", testRenew},
		{"follow", testFollow},
		{"follow another process", testFollowOther},
		{"accounts", testAccounts},
		{"sessions", testSessions},
		{"export", testExport},
		{"adopt", testAdopt},
		{"backup while writing", testBackup},
		{"restore", testRestore},
		{"opened twice at first", testOpenAtOnce},
		{"newer", testNewer},
		{"cancelled", testCancelled},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := fresh(t)
			d.fresh = fresh
			c.test(t, d)
		})
	}
}

// at is a time of the tests, to the second.
func at(seconds int) time.Time {
	return time.Date(2022, 1, 11, 5, 0, 0, 0, time.UTC).Add(time.Duration(seconds) * time.Second)
}

// Revised is the draft of a revision of a small mission.
func Revised(mission, note string, builds int64) store.Draft {
	m, err := json.Marshal(&sortie.Mission{Version: 1, ID: mission, Timezone: "UTC", Host: "KZ", Record: []sortie.Entry{
		{ID: "r1", Kind: sortie.Request, By: "KZ"}, {ID: "r2", Kind: sortie.Decision, Answers: "r1"},
	}})
	if err != nil {
		panic(err) // a mission of constants
	}
	return store.Draft{Mission: mission, Kind: store.Revision, Actor: "planner", At: at(0), Builds: builds, Body: body(store.Revised{Mission: m, Note: note})}
}

// Voted is the draft of a vote that does not look at what is there.
func Voted(mission, nation string, vote sortie.Vote) store.Draft {
	return store.Draft{Mission: mission, Kind: store.Vote, Actor: "council", At: at(1), Blind: true,
		Body: body(store.Voted{Decision: "r2", Nation: nation, Vote: vote})}
}

func planned(mission string, revision int64, note string) store.Draft {
	return store.Draft{Mission: mission, Kind: store.Plan, Actor: "planner", At: at(2),
		Body: body(store.Planned{Plan: json.RawMessage(`{"sortie":1,"mission":"` + mission + `"}`), Revision: revision, Note: note})}
}

func happened(mission string, plan int64, movement int, note string) store.Draft {
	return store.Draft{Mission: mission, Kind: store.Actual, Actor: "tower", At: at(3),
		Body: body(store.Happened{Plan: plan, Movement: movement, Depart: at(60), Note: note})}
}

func body(v any) json.RawMessage {
	text, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("a body of constants: %v", err))
	}
	return text
}

// add appends a draft that has to be taken.
func add(t testing.TB, s store.Store, d store.Draft) store.Entry {
	t.Helper()
	e, err := s.Append(t.Context(), d)
	if err != nil {
		t.Fatalf("appending a %s to %s: %v (%v)", d.Kind, d.Mission, err, store.Cause(err))
	}
	return e
}

// verified fails where a mission's chain does not hold, and returns its length.
func verified(t testing.TB, s store.Store, mission string) int64 {
	t.Helper()
	v, err := store.VerifyLedger(t.Context(), s, mission)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range v.Breaks {
		t.Error(b)
	}
	return v.Entries
}

// noise is text that no database can compress by much.
func noise(length int) string {
	text := make([]byte, length/2)
	for i := range text {
		text[i] = byte(rand.IntN(256))
	}
	return hex.EncodeToString(text)
}
