package signin

import (
	"errors"
	"net/url"
	"os"
	"testing"
	"time"

	"sortie/server/access"
)

func TestConfig(t *testing.T) {
	address := func(s string) *url.URL {
		u, err := url.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	mapping, err := ReadMapping([]byte(atHeadquarters))
	if err != nil {
		t.Fatal(err)
	}
	good := Provider{Issuer: "https://id.example.org/realms/hq", Client: "sortie", External: address("https://sortie.example.org"), Mapping: mapping}
	provider := func(change func(*Provider)) Config {
		p := good
		change(&p)
		return Config{Mode: OpenID, OpenID: p}
	}
	for _, tc := range []struct {
		name   string
		config Config
		option string // at fault; empty: none
	}{
		{"none", Config{Mode: None}, ""},
		{"local", Config{Mode: Local}, ""},
		{"openid", provider(func(*Provider) {}), ""},
		{"no mode", Config{}, "--sign-in"},
		{"no such mode", Config{Mode: "ldap"}, "--sign-in"},
		{"an idle day", Config{Mode: Local, Idle: 24 * time.Hour}, ""},
		{"idle for a second", Config{Mode: Local, Idle: time.Second}, "--session-idle"},
		{"idle for ever", Config{Mode: Local, Idle: 10000 * time.Hour}, "--session-idle"},
		{"shorter than idle", Config{Mode: Local, Idle: time.Hour, Lifetime: time.Minute}, "--session-lifetime"},
		{"lifetime for ever", Config{Mode: Local, Lifetime: 10000 * time.Hour}, "--session-lifetime"},
		{"no issuer", provider(func(p *Provider) { p.Issuer = "" }), "--openid-issuer"},
		{"no address", provider(func(p *Provider) { p.Issuer = "id.example.org" }), "--openid-issuer"},
		{"http", provider(func(p *Provider) { p.Issuer = "http://id.example.org" }), "--openid-issuer"},
		{"http on this machine", provider(func(p *Provider) { p.Issuer = "http://127.0.0.1:8090" }), ""},
		{"no client", provider(func(p *Provider) { p.Client = "" }), "--openid-client"},
		{"no address of its own", provider(func(p *Provider) { p.External = nil }), "--external-url"},
		{"a path", provider(func(p *Provider) { p.External = address("https://example.org/sortie") }), "--external-url"},
		{"its own over http", provider(func(p *Provider) { p.External = address("http://sortie.example.org") }), "--external-url"},
		{"its own on this machine", provider(func(p *Provider) { p.External = address("http://localhost:8080") }), ""},
		{"no mapping", provider(func(p *Provider) { p.Mapping = Mapping{} }), "--openid-mapping"},
	} {
		err := tc.config.Validate()
		var fault *ConfigError
		switch {
		case tc.option == "" && err != nil:
			t.Errorf("%s: %v", tc.name, err)
		case tc.option != "" && (!errors.As(err, &fault) || fault.Option != tc.option):
			t.Errorf("%s: %v, want a fault of %s", tc.name, err, tc.option)
		}
	}
}

func TestTheMappingThatIsHandedOut(t *testing.T) {
	text, err := os.ReadFile("../../deploy/openid.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, err := ReadMapping(text)
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.read([]byte(`{"preferred_username": "desk AM", "country": "ARM", "realm_access": {"roles": ["staff", "liaison-officers"]}}`))
	if err != nil || c != (claimed{"desk AM", access.Liaison, "AM"}) {
		t.Errorf("it makes %+v, %v", c, err)
	}
}

func TestMappingsThatCannotBe(t *testing.T) {
	for _, text := range []string{
		"", "[]", "roles: 5", "roles: {claim: groups}", "roles: {claim: groups, values: []}",
		"roles: {claim: groups, values: [{value: a, role: king}]}",
		"roles: {claim: groups, values: [{value: '', role: planner}]}",
		"roles: {claim: groups, values: [{value: a, role: liaison}]}", // no nation
		"roles: {claim: groups, values: [{value: a, role: planner}]}\nnation: {claim: c, values: {KAZ: kazakhstan}}",
		"roles: {claim: groups, values: [{value: a, role: planner}]}\nrole: {}",
		"roles: {claim: groups, values: [{value: a, role: planner}]", "\x00",
	} {
		_, err := ReadMapping([]byte(text))
		var fault *ConfigError
		if !errors.As(err, &fault) || fault.Option != "--openid-mapping" || fault.Error() == fault.Option+": " {
			t.Errorf("%q: %v", text, err)
		}
	}
}
