package signin

import (
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sortie/server/access"
)

func TestNobodySignsInOnALaptop(t *testing.T) {
	o := open(t, Config{Mode: None}, nil)
	b := o.browser()
	s := b.who()
	if s.SignIn != None || s.Role != string(access.Administrator) || s.Name != access.Everything.Name || s.Until != nil {
		t.Errorf("the session is %+v", s)
	}
	if b.token() != "" {
		t.Error("a cookie was set")
	}
	b.must(409, "POST", "/api/session", credentials("x", sentence))
	b.must(409, "DELETE", "/api/session", "")
	b.must(409, "GET", "/api/session/openid", "")
}

func TestSignInAndOut(t *testing.T) {
	for _, secure := range []bool{false, true} {
		o := open(t, Config{Mode: Local, Secure: secure}, nil)
		o.account("MCC Almaty", access.Planner, "")
		b := o.browser()
		if s := b.who(); s.SignIn != Local || s.Name != "" || !slices.Contains(s.Operations, "sign-in") || slices.Contains(s.Operations, "create-mission") {
			t.Errorf("before: %+v", s)
		}
		resp, _ := b.do("POST", "/api/session", credentials("MCC Almaty", sentence))
		if resp.StatusCode != http.StatusOK {
			t.Fatalf("status %d", resp.StatusCode)
		}
		c := resp.Cookies()[0]
		want := "sortie"
		if secure {
			want = "__Host-sortie"
		}
		if len(resp.Cookies()) != 1 || c.Name != want || !c.HttpOnly || c.Secure != secure || c.SameSite != http.SameSiteLaxMode ||
			c.Path != "/" || c.Domain != "" || c.MaxAge != 0 || !c.Expires.IsZero() || len(c.Value) < 43 {
			t.Errorf("secure %v: the cookie is %v", secure, c)
		}
		if s := b.who(); s.Name != "MCC Almaty" || s.Role != "planner" || !slices.Contains(s.Operations, "create-mission") || s.Until == nil {
			t.Errorf("signed in: %+v", s)
		}
		token := b.token()
		b.must(204, "DELETE", "/api/session", "")
		if b.token() != "" || b.who().Name != "" {
			t.Error("signed out, and still there")
		}
		if s := o.with(token).who(); s.Name != "" {
			t.Error("the token still counts after signing out")
		}
	}
}

func TestNothingTellsWhichNamesAreThere(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	o.account("planner", access.Planner, "")
	gone := o.account("gone", access.Planner, "")
	yes := true
	if _, err := o.service.accounts.Change(t.Context(), gone.ID, Change{Disabled: &yes}); err != nil {
		t.Fatal(err)
	}
	answers := map[string]bool{}
	for _, c := range []string{credentials("planner", "wrong"), credentials("nobody", "wrong"), credentials("gone", sentence), credentials("", ""), credentials("planner", strings.Repeat("long ", 500))} {
		answers[o.browser().must(401, "POST", "/api/session", c)] = true
	}
	if len(answers) != 1 {
		t.Errorf("the answers differ: %v", answers)
	}
}

func TestATokenIsOnesOwn(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	o.account("planner", access.Planner, "")
	fixed := strings.Repeat("A", 43)
	victim := o.with(fixed)
	victim.signIn("planner")
	if victim.token() == fixed {
		t.Error("a token that somebody else chose was taken")
	}
	if o.with(fixed).who().Name != "" {
		t.Error("who chose the token is signed in with it")
	}
	first := victim.token()
	victim.signIn("planner")
	if victim.token() == first || o.with(first).who().Name != "" {
		t.Error("signing in again keeps the old token")
	}
}

func TestTheStoreHasNoTokenAndNoPassword(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	a := o.account("planner", access.Planner, "")
	b := o.browser()
	b.signIn("planner")
	sum := sha256.Sum256([]byte(b.token()))
	if _, found, err := o.store.FindCtx(t.Context(), base64.RawURLEncoding.EncodeToString(sum[:])); err != nil || !found {
		t.Errorf("the session is not kept under its token's hash (%v)", err)
	}
	var backup strings.Builder
	if err := o.store.Backup(t.Context(), &backup); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(o.path), "*"))
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		backup.Write(text)
	}
	for what, secret := range map[string]string{"token": b.token(), "password": sentence} {
		if strings.Contains(backup.String(), secret) {
			t.Errorf("the store has the %s itself", what)
		}
	}
	if !strings.HasPrefix(a.Password, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("the password is kept as %.40s", a.Password)
	}
	if strings.Contains(o.log.String(), sentence) || strings.Contains(o.log.String(), b.token()) {
		t.Errorf("the log has a secret: %s", o.log)
	}
}

func TestSessionsEnd(t *testing.T) {
	for _, tc := range []struct {
		name   string
		step   time.Duration
		steps  int
		signed bool
	}{
		{"used now and then", 50 * time.Minute, 4, true},
		{"not used for an hour", time.Hour, 1, false},
		{"used for three hours and a half", 30 * time.Minute, 7, true},
		{"four hours old", 30 * time.Minute, 8, false},
	} {
		o := open(t, Config{Mode: Local, Idle: time.Hour, Lifetime: 4 * time.Hour}, nil)
		o.account("planner", access.Planner, "")
		b := o.browser()
		b.signIn("planner")
		for i := range tc.steps {
			o.clock.pass(tc.step)
			if s := b.who(); (s.Name != "") != (tc.signed || i < tc.steps-1) {
				t.Errorf("%s: after %d steps signed in is %v", tc.name, i+1, s.Name != "")
			}
		}
	}
}

func TestAnotherPasswordEndsOtherSessions(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	o.account("planner", access.Planner, "")
	mine, other := o.browser(), o.browser()
	mine.signIn("planner")
	other.signIn("planner")
	before := mine.token()
	change := func(current, next string) string {
		return `{"current":"` + current + `","new":"` + next + `"}`
	}
	o.browser().must(403, "PUT", "/api/session/password", change(sentence, "another sentence altogether"))
	mine.must(403, "PUT", "/api/session/password", change("something else", "another sentence altogether"))
	mine.must(422, "PUT", "/api/session/password", change(sentence, "short"))
	if other.who().Name == "" {
		t.Fatal("a change that was refused ended a session")
	}
	mine.must(204, "PUT", "/api/session/password", change(sentence, "another sentence altogether"))
	if mine.who().Name == "" || mine.token() == before {
		t.Error("who changed it is signed out, or keeps the old token")
	}
	if other.who().Name != "" || o.with(before).who().Name != "" {
		t.Error("another session goes on with the old password")
	}
	o.browser().must(401, "POST", "/api/session", credentials("planner", sentence))
	o.browser().must(200, "POST", "/api/session", credentials("planner", "another sentence altogether"))
}

func TestASessionThatIsWrittenAgainDoesNotOutliveItsPassword(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	a := o.account("planner", access.Planner, "")
	b := o.browser()
	b.signIn("planner")
	sum := sha256.Sum256([]byte(b.token()))
	key := base64.RawURLEncoding.EncodeToString(sum[:])
	data, found, err := o.store.FindCtx(t.Context(), key)
	if err != nil || !found {
		t.Fatal(err, found)
	}
	next := "another sentence altogether"
	if _, err := o.service.accounts.Change(t.Context(), a.ID, Change{Password: &next}); err != nil {
		t.Fatal(err)
	}
	// Another process was prolonging the session at that moment.
	if err := o.store.CommitCtx(t.Context(), key, data, time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if b.who().Name != "" {
		t.Error("the session came back")
	}
}

func TestASessionThatHasEndedIsNotProlonged(t *testing.T) {
	for name, end := range map[string]func(*browser){
		"signed out":      func(b *browser) { b.must(204, "DELETE", "/api/session", "") },
		"signed in again": func(b *browser) { b.signIn("planner") },
	} {
		o := open(t, Config{Mode: Local}, nil)
		o.account("planner", access.Planner, "")
		b := o.browser()
		b.signIn("planner")
		token := b.token()
		loaded, err := o.service.sessions.Load(t.Context(), token)
		if err != nil {
			t.Fatal(err)
		}
		end(b)
		// A request that was under way at that moment.
		o.clock.pass(30 * time.Minute)
		o.service.prolong(t.Context(), loaded, token)
		if o.with(token).who().Name != "" {
			t.Errorf("%s: the session came back", name)
		}
	}
}

func TestAStreamEndsWithItsSession(t *testing.T) {
	observer, liaison, yes := access.Observer, access.Liaison, true
	nation := "KZ"
	for name, end := range map[string]func(*office, string, *browser) error{
		"disabled": func(o *office, id string, _ *browser) error {
			_, err := o.service.accounts.Change(t.Context(), id, Change{Disabled: &yes})
			return err
		},
		"another role": func(o *office, id string, _ *browser) error {
			_, err := o.service.accounts.Change(t.Context(), id, Change{Role: &observer})
			return err
		},
		"another nation": func(o *office, id string, _ *browser) error {
			_, err := o.service.accounts.Change(t.Context(), id, Change{Role: &liaison, Nation: &nation})
			return err
		},
		"signed out": func(_ *office, _ string, b *browser) error {
			b.must(204, "DELETE", "/api/session", "")
			return nil
		},
		"too old": func(o *office, _ string, _ *browser) error {
			o.clock.pass(13 * time.Hour)
			return nil
		},
	} {
		o := open(t, Config{Mode: Local}, nil)
		a := o.account("planner", access.Planner, "")
		b := o.browser()
		b.signIn("planner")
		resp, err := b.Get(o.URL + "/api/events")
		if err != nil {
			t.Fatal(err)
		}
		if err := end(o, a.ID, b); err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || string(text) != errEnded.Error() {
			t.Errorf("%s: the stream ended with %q, %v", name, text, err)
		}
	}
}

func TestWithoutTheStoreNobodyIsSignedIn(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	o.account("planner", access.Planner, "")
	b := o.browser()
	b.signIn("planner")
	if err := o.store.Close(); err != nil {
		t.Fatal(err)
	}
	if b.who().Name != "" {
		t.Error("signed in by a session that could not be read")
	}
	text := b.must(503, "POST", "/api/session", credentials("planner", sentence))
	if strings.Contains(text, "sql") || strings.Contains(text, "database") {
		t.Errorf("the answer tells of the driver: %s", text)
	}
}
