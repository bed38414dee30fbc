package cli

import (
	"bytes"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"sortie/internal/lang"
	"sortie/server/signin"
)

// TestWhereServeListens gives `serve` its flags as a command line does.
func TestWhereServeListens(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	mapping := write("mapping.yaml", "roles: {claim: groups, values: [{value: mcc, role: planner}]}")
	wrong := write("wrong.yaml", "roles: {claim: groups, values: [{value: mcc, role: king}]}")
	secret := write("secret", "of the client\n")
	openid := []string{"--sign-in=openid", "--openid-issuer=https://id.example.org", "--openid-client=sortie", "--external-url=https://sortie.example.org"}

	for _, tc := range []struct {
		name  string
		flags []string
		fault string // part of the error; empty: none
		check func(front) bool
	}{
		{"a laptop", nil, "", func(f front) bool {
			return f.Guard.Loopback && f.SignIn.Mode == signin.None && !f.SignIn.Secure && f.Guard.PerAddress == 0
		}},
		{"accounts on a laptop", []string{"--sign-in=local"}, "", func(f front) bool {
			return f.Guard.PerAddress == ratePerAddress && f.Guard.PerAccount == ratePerAccount && !f.SignIn.Secure
		}},
		{"everywhere, nobody signs in", []string{"--listen=:8080"}, "--sign-in", nil},
		{"everywhere, nobody signs in, behind a proxy", []string{"--listen=0.0.0.0:8080", "--proxy=10.0.0.1"}, "--sign-in", nil},
		{"everywhere in the clear", []string{"--listen=:8080", "--sign-in=local"}, "--tls-cert", nil},
		{"everywhere behind a proxy", []string{"--listen=:8080", "--sign-in=local", "--proxy=10.0.0.1", "--proxy=fd00::/8"}, "", func(f front) bool {
			return !f.Guard.Loopback && f.SignIn.Secure && len(f.Guard.Proxies) == 2 && f.Guard.Proxies[0].Bits() == 32
		}},
		{"half a certificate", []string{"--tls-cert=cert.pem"}, "--tls-key", nil},
		{"no certificate", []string{"--tls-cert=" + secret, "--tls-key=" + secret}, "--tls-cert", nil},
		{"no address", []string{"--listen=8080"}, "--listen 8080", nil},
		{"no proxy", []string{"--proxy=proxy.example.org"}, "--proxy proxy.example.org", nil},
		{"anybody is a proxy", []string{"--proxy=0.0.0.0/0"}, "--proxy 0.0.0.0/0", nil},
		{"an address with a path", []string{"--external-url=https://example.org/sortie"}, "--external-url", nil},
		{"no address at all", []string{"--external-url=http://a b"}, "--external-url", nil},
		{"slower than never", []string{"--rate-address=-1"}, "--rate-address", nil},
		{"as often as you like", []string{"--sign-in=local", "--rate-account=0"}, "", func(f front) bool { return f.Guard.PerAccount == 0 && f.Guard.PerAddress > 0 }},
		{"idle for a second", []string{"--sign-in=local", "--session-idle=1s"}, "--session-idle", nil},
		{"a provider", append(openid, "--openid-mapping="+mapping, "--openid-secret-file="+secret), "", func(f front) bool {
			return f.SignIn.OpenID.Secret == "of the client" && f.SignIn.OpenID.Mapping.Roles.Claim == "groups"
		}},
		{"a provider without a mapping", openid, "--openid-mapping", nil},
		{"a mapping that cannot be", append(openid, "--openid-mapping="+wrong), "--openid-mapping", nil},
		{"a mapping that is not there", append(openid, "--openid-mapping="+wrong+"s"), wrong + "s", nil},
		{"a secret that is not there", append(openid, "--openid-mapping="+mapping, "--openid-secret-file="+secret+"s"), secret + "s", nil},
		{"a provider that is not asked", []string{"--sign-in=local", "--openid-issuer=https://id.example.org"}, "--openid-issuer", nil},
	} {
		for _, l := range []lang.Lang{lang.EN, lang.FR} {
			var f listenFlags
			parser, err := kong.New(&f, helpWords(l))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := parser.Parse(tc.flags); err != nil {
				t.Fatalf("%s: %v", tc.name, err)
			}
			e := newEnv(t.Context(), Streams{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}, l)
			got, err := f.front(e, slog.New(slog.DiscardHandler))
			var usage usageError
			switch {
			case tc.fault == "" && err != nil:
				t.Errorf("%s: %v", tc.name, err)
			case tc.fault == "" && !tc.check(got):
				t.Errorf("%s gives %+v", tc.name, got)
			case tc.fault != "" && (!errors.As(err, &usage) || !strings.Contains(usage.Error(), tc.fault) || strings.Contains(usage.Error(), "%!")):
				t.Errorf("%s: %v, want an error of usage that names %s", tc.name, err, tc.fault)
			}
		}
	}
}
