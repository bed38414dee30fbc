package storetest

import (
	"errors"
	"testing"

	"sortie/store"
)

// testGuards goes past the store: the database itself refuses to change what is
// written.
func testGuards(t *testing.T, d Database) {
	s := d.open(t)
	add(t, s, Revised("alpha", "", 0))
	add(t, s, Revised("alpha", "", 1))
	for _, statement := range []string{
		`UPDATE entries SET actor = 'somebody else' WHERE seq = 1`,
		`DELETE FROM entries WHERE seq = 2`,
		`INSERT INTO entries SELECT * FROM entries WHERE seq = 1`,
	} {
		if _, err := d.SQL.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("the database allows %s", statement)
		}
	}
	if n := verified(t, s, "alpha"); n != 2 {
		t.Errorf("%d entries", n)
	}
}

// testTampering takes the guards away, as whoever has the file can, and changes
// what is written: the chain tells where and what.
func testTampering(t *testing.T, d Database) {
	s := d.open(t)
	for i := range int64(4) {
		add(t, s, Revised("alpha", "", i))
	}
	before, err := s.Entry(t.Context(), "alpha", 2)
	if err != nil {
		t.Fatal(err)
	}
	execute := func(statement string, args ...any) {
		t.Helper()
		if _, err := d.SQL.ExecContext(t.Context(), statement, args...); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	for _, statement := range d.Unguard {
		execute(statement)
	}
	breaks := func() []store.Break {
		t.Helper()
		v, err := store.VerifyLedger(t.Context(), s, "alpha")
		if err != nil {
			t.Fatal(err)
		}
		return v.Breaks
	}
	for _, c := range []struct {
		what      string
		statement string
		value     any
		undo      any
		want      []string
	}{
		{"actor", `UPDATE entries SET actor = $1 WHERE seq = 2`, "somebody else", before.Actor, []string{"hash"}},
		{"at", `UPDATE entries SET at = $1 WHERE seq = 2`, at(500).UnixMilli(), before.At.UnixMilli(), []string{"hash", "at"}},
		{"kind", `UPDATE entries SET kind = $1 WHERE seq = 2`, "plan", string(before.Kind), []string{"hash"}},
		{"body", `UPDATE entries SET body = $1 WHERE seq = 2`, []byte("{}"), []byte(before.Body), []string{"body_sha256"}},
		{"hash", `UPDATE entries SET hash = $1 WHERE seq = 2`, store.Genesis, before.Hash, []string{"hash", "previous"}},
	} {
		execute(c.statement, c.value)
		var got []string
		for _, b := range breaks() {
			got = append(got, b.What)
			if b.Seq != 2 && b.What != "previous" && b.What != "at" || b.Mission != "alpha" || b.Want == b.Got {
				t.Errorf("%s: %+v", c.what, b)
			}
		}
		if len(got) != len(c.want) || got[0] != c.want[0] || got[len(got)-1] != c.want[len(c.want)-1] {
			t.Errorf("%s changed: breaks of %v, want %v", c.what, got, c.want)
		}
		execute(c.statement, c.undo)
		if got := breaks(); got != nil {
			t.Errorf("%s set back: %v", c.what, got)
		}
	}
	execute(`DELETE FROM entries WHERE seq = 3`)
	if got := breaks(); len(got) != 2 || got[0].Seq != 4 || got[0].What != "seq" || got[0].Want.String() != "3" || got[1].What != "previous" {
		t.Errorf("an entry taken out: %v", got)
	}
}

func testAccounts(t *testing.T, d Database) {
	s := d.open(t)
	council := store.Account{ID: "a1", Name: "Council", Role: "decision-maker", Password: "$argon2id$…", Created: at(0)}
	liaison := store.Account{ID: "a2", Name: "Liaison of KG", Role: "liaison", Nation: "KG", Subject: "https://id.example 42", Created: at(1)}
	third := store.Account{ID: "a3", Name: "Zone staff", Role: "observer", Disabled: true, Created: at(2)} // like the first, without a subject
	for _, a := range []store.Account{liaison, council, third} {
		if err := s.PutAccount(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	all, err := s.Accounts(t.Context())
	if err != nil || len(all) != 3 || all[0] != council || all[1] != liaison || all[2] != third {
		t.Errorf("%+v, %v", all, err)
	}
	for _, find := range []func() (store.Account, error){
		func() (store.Account, error) { return s.AccountByID(t.Context(), "a2") },
		func() (store.Account, error) { return s.AccountByName(t.Context(), "Liaison of KG") },
		func() (store.Account, error) { return s.AccountBySubject(t.Context(), "https://id.example 42") },
	} {
		if a, err := find(); err != nil || a != liaison {
			t.Errorf("%+v, %v", a, err)
		}
	}
	council.Name, council.Disabled = "Council of ministers", true
	if err := s.PutAccount(t.Context(), council); err != nil {
		t.Error(err)
	}
	if a, err := s.AccountByName(t.Context(), "Council of ministers"); err != nil || a != council {
		t.Errorf("%+v, %v", a, err)
	}
	for _, gone := range []func() (store.Account, error){
		func() (store.Account, error) { return s.AccountByName(t.Context(), "Council") },
		func() (store.Account, error) { return s.AccountByName(t.Context(), "Council\x00") },
		func() (store.Account, error) { return s.AccountByID(t.Context(), "a9") },
		func() (store.Account, error) { return s.AccountBySubject(t.Context(), "") },
	} {
		if a, err := gone(); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%+v, %v", a, err)
		}
	}
	for _, taken := range []store.Account{{ID: "a4", Name: "Liaison of KG"}, {ID: "a4", Name: "x", Subject: liaison.Subject}} {
		if err := s.PutAccount(t.Context(), taken); !errors.Is(err, store.ErrTaken) {
			t.Errorf("%+v: %v", taken, err)
		}
	}
}

func testSessions(t *testing.T, d Database) {
	s := d.open(t)
	now := at(0).AddDate(200, 0, 0) // sessions end by the clock of the wall
	commit := func(token, account string, years int) {
		t.Helper()
		if err := s.CommitCtx(t.Context(), token, body(map[string]any{"account": account, "years": years}), now.AddDate(years, 0, 0)); err != nil {
			t.Fatal(err)
		}
	}
	found := func(token string) bool {
		t.Helper()
		data, ok, err := s.FindCtx(t.Context(), token)
		if err != nil || ok != (data != nil) {
			t.Fatalf("%s: %s, %v, %v", token, data, ok, err)
		}
		return ok
	}
	commit("t1", "a1", 1)
	commit("t1", "a1", 2)
	commit("t2", "a1", 1)
	commit("t3", "a2", 1)
	commit("t4", "", 1)
	commit("past", "a2", -200)
	if data, _, err := s.FindCtx(t.Context(), "t1"); err != nil || string(data) != `{"account":"a1","years":2}` {
		t.Errorf("%s, %v", data, err)
	}
	if found("past") || found("nobody's") || !found("t4") {
		t.Error("an expired session is found, or one that never was, or a living one is not")
	}
	if err := s.Ping(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.EndSessions(t.Context(), "a1"); err != nil {
		t.Fatal(err)
	}
	if found("t1") || found("t2") || !found("t3") {
		t.Error("ending one account's sessions ends others, or not all of its own")
	}
	if err := s.DeleteCtx(t.Context(), "t3"); err != nil || found("t3") {
		t.Error("a session that was deleted is there", err)
	}
	var kept int
	if err := d.SQL.QueryRowContext(t.Context(), `SELECT count(*) FROM sessions`).Scan(&kept); err != nil || kept != 1 {
		t.Errorf("%d sessions are kept, %v", kept, err)
	}
	if err := s.CommitCtx(t.Context(), "t5", []byte("gob"), now); err == nil {
		t.Error("a session whose account cannot be told was kept")
	}
}
