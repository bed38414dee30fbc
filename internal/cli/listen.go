package cli

import (
	"errors"
	"log/slog"
	"net/http"
	"time"

	"sortie/server/guard"
	"sortie/server/signin"
)

// listenFlags say where `serve` listens, how people sign in, and what it is
// guarded by.
type listenFlags struct {
	Listen   string   `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"${serveListen}"`
	External string   `name:"external-url" placeholder:"URL" help:"${serveExternal}"`
	TLSCert  string   `name:"tls-cert" placeholder:"FILE" help:"${serveCert}"`
	TLSKey   string   `name:"tls-key" placeholder:"FILE" help:"${serveKey}"`
	Proxy    []string `placeholder:"CIDR" help:"${serveProxy}"`

	SignIn          string        `name:"sign-in" enum:"none,local,openid" default:"none" placeholder:"none|local|openid" help:"${serveSignIn}"`
	SessionIdle     time.Duration `name:"session-idle" default:"1h" placeholder:"TIME" help:"${serveIdle}"`
	SessionLifetime time.Duration `name:"session-lifetime" default:"12h" placeholder:"TIME" help:"${serveLifetime}"`
	Issuer          string        `name:"openid-issuer" placeholder:"URL" help:"${serveIssuer}"`
	Client          string        `name:"openid-client" placeholder:"ID" help:"${serveClient}"`
	SecretFile      string        `name:"openid-secret-file" placeholder:"FILE" help:"${serveSecret}"`
	Mapping         string        `name:"openid-mapping" placeholder:"FILE" help:"${serveMapping}"`

	RateAddress *float64 `name:"rate-address" placeholder:"N" help:"${serveRateAddress}"`
	RateAccount *float64 `name:"rate-account" placeholder:"N" help:"${serveRateAccount}"`
}

// How many requests a second one address, and one account, may make where
// people sign in and nothing else is said. A page that is being worked on makes
// a few; an office has one address.
const (
	ratePerAddress = 100
	ratePerAccount = 50
)

// front is what stands before the API: who asks, and what is let through.
type front struct {
	SignIn signin.Config
	Guard  guard.Config
	cert   *guard.Certificate
	log    *slog.Logger
}

// front reads the flags. Where sortie may not listen as they say, or one cannot
// be followed, its error names the flag.
func (f *listenFlags) front(e *env, log *slog.Logger) (front, error) {
	out := front{log: log}
	external, err := f.external(e)
	if err != nil {
		return out, err
	}
	proxies, err := f.proxies(e)
	if err != nil {
		return out, err
	}
	if out.cert, err = f.certificate(e, log); err != nil {
		return out, err
	}
	secure := out.cert != nil || len(proxies) > 0
	signsIn := signin.Mode(f.SignIn) != signin.None
	switch err := guard.MayListen(f.Listen, signsIn, out.cert != nil, len(proxies) > 0); {
	case errors.Is(err, guard.ErrNoSignIn):
		return out, usageError(e.lang.Say(wordRefusedNoSignIn, f.Listen))
	case errors.Is(err, guard.ErrNoTLS):
		return out, usageError(e.lang.Say(wordRefusedNoTLS, f.Listen))
	case err != nil:
		return out, usageError(e.lang.Say(wordListenForm, f.Listen))
	}
	loopback, err := guard.IsLoopback(f.Listen)
	if err != nil {
		return out, usageError(e.lang.Say(wordListenForm, f.Listen))
	}
	out.Guard = guard.Config{Loopback: loopback, TLS: out.cert != nil, Proxies: proxies, External: external, Log: log}
	if out.Guard.PerAddress, err = rateOf(e, "--rate-address", f.RateAddress, signsIn, ratePerAddress); err != nil {
		return out, err
	}
	if out.Guard.PerAccount, err = rateOf(e, "--rate-account", f.RateAccount, signsIn, ratePerAccount); err != nil {
		return out, err
	}
	out.SignIn = signin.Config{Mode: signin.Mode(f.SignIn), Secure: secure, Idle: f.SessionIdle, Lifetime: f.SessionLifetime, Log: log}
	if out.SignIn.OpenID, err = f.provider(e, external); err != nil {
		return out, err
	}
	return out, e.configError(out.SignIn.Validate())
}

// server serves a handler with what the flags say of time, size and TLS.
func (f front) server(h http.Handler) *http.Server { return guard.Server(h, f.cert, f.log) }
