package signin

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sortie/server/access"
)

// atHeadquarters is a mapping as docs/sign-in.md has it.
const atHeadquarters = `
scopes: [groups]
name: office
roles:
  claim: realm_access.roles
  values:
    - {value: sortie-admin, role: administrator}
    - {value: mcc, role: planner}
    - {value: council, role: decision-maker}
    - {value: liaison, role: liaison}
nation:
  claim: country
  values: {KAZ: KZ, ARM: AM}
`

func elsewhere(t testing.TB, p *issuer) Config {
	m, err := ReadMapping([]byte(atHeadquarters))
	if err != nil {
		t.Fatal(err)
	}
	return Config{Mode: OpenID, Secure: true, OpenID: Provider{Issuer: p.URL, Client: p.client, Secret: p.secret, Mapping: m}}
}

func openElsewhere(t testing.TB, p *issuer) *office {
	return open(t, elsewhere(t, p), func(address string, c *Config) {
		c.OpenID.External, _ = url.Parse(address)
	})
}

func (p *issuer) signedIn(subject, office string, roles []string, country string) {
	p.subject = subject
	p.claims = map[string]any{"office": office, "country": country, "realm_access": map[string]any{"roles": roles}}
}

// ask begins a sign-in, and returns where the provider sends the browser back.
func (b *browser) ask(back string) string {
	b.o.t.Helper()
	resp, text := b.do("GET", "/api/session/openid?return="+url.QueryEscape(back), "")
	if resp.StatusCode != http.StatusSeeOther {
		b.o.t.Fatalf("status %d: %s", resp.StatusCode, text)
	}
	resp, text = b.do("GET", resp.Header.Get("Location"), "")
	if resp.StatusCode != http.StatusFound {
		b.o.t.Fatalf("the provider: status %d: %s", resp.StatusCode, text)
	}
	return resp.Header.Get("Location")
}

func TestSignInElsewhere(t *testing.T) {
	p := newIssuer(t)
	o := openElsewhere(t, p)
	for _, tc := range []struct {
		subject, office string
		roles           []string
		country         string
		role, nation    string
	}{
		{"1", "chief", []string{"mcc", "sortie-admin"}, "KAZ", "administrator", ""},
		{"2", "movement control", []string{"other", "mcc"}, "KAZ", "planner", ""},
		{"3", "desk AM", []string{"liaison"}, "ARM", "liaison", "AM"},
		{"4", "council KZ", []string{"council"}, "KAZ", "decision-maker", "KZ"},
		{"5", "council", []string{"council"}, "", "decision-maker", ""},
	} {
		p.signedIn(tc.subject, tc.office, tc.roles, tc.country)
		b := o.browser()
		back := b.ask("/missions?state=open")
		before := b.token()
		resp, text := b.do("GET", back, "")
		if resp.StatusCode != http.StatusSeeOther || resp.Header.Get("Location") != "/missions?state=open" {
			t.Fatalf("%s: status %d, to %q: %s", tc.office, resp.StatusCode, resp.Header.Get("Location"), text)
		}
		if s := b.who(); s.SignIn != OpenID || s.Name != tc.office || s.Role != tc.role || s.Nation != tc.nation {
			t.Errorf("%s is %+v", tc.office, s)
		}
		if b.token() == before || o.with(before).who().Name != "" {
			t.Errorf("%s: the token from before signing in still counts", tc.office)
		}
		// Signing in again, or a link that does, changes nothing.
		token := b.token()
		b.must(http.StatusSeeOther, "GET", "/api/session/openid", "")
		if b.token() != token {
			t.Errorf("%s: a link signs out", tc.office)
		}
	}
	// Names are kept; what the provider says of role and nation counts from the next sign-in on.
	p.signedIn("2", "another name", []string{"liaison"}, "ARM")
	b := o.browser()
	b.do("GET", b.ask("/"), "")
	if s := b.who(); s.Name != "movement control" || s.Role != "liaison" || s.Nation != "AM" {
		t.Errorf("at the second time: %+v", s)
	}
	all, err := o.store.Accounts(t.Context())
	if err != nil || len(all) != 5 {
		t.Errorf("%d accounts, want 5 (%v)", len(all), err)
	}
}

func TestAnswersThatDoNotHold(t *testing.T) {
	p := newIssuer(t)
	o := openElsewhere(t, p)
	stranger := newKey(t)
	change := func(name string, value any) func(map[string]any) {
		return func(claims map[string]any) { claims[name] = value }
	}
	for _, tc := range []struct {
		name   string
		spoil  func(map[string]any)
		signer bool
		back   func(string) string
		status int
	}{
		{"another nonce", change("nonce", "another"), false, nil, 401},
		{"no nonce", func(c map[string]any) { delete(c, "nonce") }, false, nil, 401},
		{"expired", change("exp", time.Now().Add(-time.Minute).Unix()), false, nil, 401},
		{"another audience", change("aud", "another-client"), false, nil, 401},
		{"audiences, and issued to another", func(c map[string]any) { c["aud"], c["azp"] = []string{"sortie", "another-client"}, "another-client" }, false, nil, 401},
		{"another issuer", change("iss", "https://id.example.org"), false, nil, 401},
		{"no subject", change("sub", ""), false, nil, 401},
		{"another key", nil, true, nil, 401},
		{"another state", nil, false, func(s string) string { return replaceQuery(s, "state", "guessed") }, 401},
		{"no state", nil, false, func(s string) string { return replaceQuery(s, "state", "") }, 401},
		{"another code", nil, false, func(s string) string { return replaceQuery(s, "code", "guessed") }, 401},
		{"the provider says no", nil, false, func(s string) string { return replaceQuery(s, "error", "access_denied") }, 401},
		{"no role", change("realm_access", map[string]any{"roles": []string{"other"}}), false, nil, 403},
		{"a role that is no list", change("realm_access", "mcc"), false, nil, 403},
		{"a liaison without a nation", change("realm_access", map[string]any{"roles": []string{"liaison"}}), false, nil, 403},
		{"no name", change("office", ""), false, nil, 403},
		{"a name that cannot be", change("office", "<script>"), false, nil, 403},
	} {
		p.signedIn("9", "movement control", []string{"mcc"}, "")
		p.spoil, p.signer = tc.spoil, nil
		if tc.signer {
			p.signer = stranger
		}
		b := o.browser()
		back := b.ask("/")
		if tc.back != nil {
			back = tc.back(back)
		}
		resp, text := b.do("GET", back, "")
		if resp.StatusCode != tc.status {
			t.Errorf("%s: status %d, want %d: %s", tc.name, resp.StatusCode, tc.status, text)
		}
		if strings.Contains(text, "oidc") || strings.Contains(text, p.URL) || strings.Contains(text, "access_denied") {
			t.Errorf("%s: the answer tells of the exchange: %s", tc.name, text)
		}
		if b.who().Name != "" {
			t.Errorf("%s: signed in", tc.name)
		}
	}
	if all, err := o.store.Accounts(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("accounts were made: %v, %v", all, err)
	}
}

func TestAnAnswerCountsOnceAndWhereItWasAsked(t *testing.T) {
	p := newIssuer(t)
	o := openElsewhere(t, p)
	p.signedIn("2", "movement control", []string{"mcc"}, "")
	b := o.browser()
	back := b.ask("/")

	// Somebody else's browser is given the answer: sign-in by a stranger's link.
	other := o.browser()
	other.must(401, "GET", back, "")
	other.ask("/")
	other.must(401, "GET", back, "")

	waiting := b.token()
	b.must(http.StatusSeeOther, "GET", back, "")
	// The same answer again, in this browser and in one with its old cookie.
	b.must(401, "GET", back, "")
	o.with(waiting).must(401, "GET", back, "")
	if b.who().Name == "" {
		t.Error("an answer that came again signs out")
	}

	late := o.browser()
	back = late.ask("/")
	o.clock.pass(answerFor)
	late.must(401, "GET", back, "")
}

func TestElsewhereADisabledAccountStaysOut(t *testing.T) {
	p := newIssuer(t)
	o := openElsewhere(t, p)
	p.signedIn("1", "chief", []string{"sortie-admin"}, "")
	admin := o.browser()
	admin.must(http.StatusSeeOther, "GET", admin.ask("/"), "")
	p.signedIn("2", "movement control", []string{"mcc"}, "")
	b := o.browser()
	b.must(http.StatusSeeOther, "GET", b.ask("/"), "")
	a, err := o.store.AccountBySubject(t.Context(), p.URL+" 2")
	if err != nil {
		t.Fatal(err)
	}
	admin.must(409, "PATCH", "/api/accounts/"+a.ID, `{"role":"observer"}`)
	admin.must(409, "PATCH", "/api/accounts/"+a.ID, `{"password":"`+sentence+`"}`)
	admin.must(409, "POST", "/api/accounts", `{"name":"x","role":"planner","password":"`+sentence+`"}`)
	admin.must(409, "POST", "/api/session", credentials("chief", sentence))
	admin.must(200, "PATCH", "/api/accounts/"+a.ID, `{"disabled":true}`)
	if b.who().Name != "" {
		t.Error("still signed in")
	}
	b.must(403, "GET", b.ask("/"), "")
	if b.who().Name != "" {
		t.Error("signed in again")
	}
	p.signedIn("3", "Movement Control", []string{"mcc"}, "")
	b.must(409, "GET", b.ask("/"), "") // another subject with a name that is taken
}

func TestAnotherWayToSignInEndsSessions(t *testing.T) {
	p := newIssuer(t)
	o := openElsewhere(t, p)
	p.signedIn("2", "movement control", []string{"mcc"}, "")
	b := o.browser()
	b.must(http.StatusSeeOther, "GET", b.ask("/"), "")
	o.service.Mode = Local
	if b.who().Name != "" {
		t.Error("whom the provider vouched for stays signed in where it is no longer asked")
	}
}

func TestOwnPath(t *testing.T) {
	for in, want := range map[string]string{
		"/": "/", "/missions/kz?x=1#y": "/missions/kz?x=1#y", "": "/", "missions": "/", "//evil.example": "/", "/\\evil.example": "/", "\\\\evil.example": "/",
		"https://evil.example": "/", "javascript:alert(1)": "/", "/%0d%0aSet-Cookie: x": "/%0D%0ASet-Cookie:%20x", "/\r\nx": "/", "/\t/evil.example": "/", " //evil.example": "/", "http:/x": "/",
	} {
		if got := ownPath(in); got != want {
			t.Errorf("ownPath(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestTheProviderIsAskedAgain(t *testing.T) {
	p := newIssuer(t)
	p.down = true
	openElsewhere(t, p)

	c := elsewhere(t, p)
	c.OpenID.External, _ = url.Parse("https://sortie.example.org")
	c.OpenID.Issuer = strings.Replace(p.URL, "127.0.0.1", "localhost", 1)
	_, err := New(t.Context(), c, nil)
	var fault *ConfigError
	if !errors.As(err, &fault) || fault.Option != "--openid-issuer" {
		t.Errorf("a provider that calls itself something else: %v", err)
	}
	p.Close()
	c.OpenID.Issuer = p.URL
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := New(ctx, c, nil); !errors.As(err, &fault) || fault.Option != "--openid-issuer" {
		t.Errorf("a provider that does not answer: %v", err)
	}
}

func TestClaims(t *testing.T) {
	m, err := ReadMapping([]byte(`{"roles": {"claim": "https://example.org/roles", "values": [{"value": "l", "role": "liaison"}]}, "nation": {"claim": "country"}}`))
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.read([]byte(`{"preferred_username": "desk", "https://example.org/roles": "l", "country": "KZ"}`))
	if err != nil || c != (claimed{"desk", access.Liaison, "KZ"}) {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err = m.read([]byte(`{"preferred_username": "desk", "https://example.org/roles": "l", "country": "Kazakhstan"}`)); err == nil {
		t.Error("a nation that is no code was taken")
	}
}

func replaceQuery(address, name, value string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	q := u.Query()
	q.Set(name, value)
	u.RawQuery = q.Encode()
	return u.String()
}
