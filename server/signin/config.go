package signin

import (
	"log/slog"
	"net/netip"
	"net/url"
	"time"
)

// Mode is how people sign in.
type Mode string

// The modes.
const (
	None   Mode = "none"   // nobody does; on loopback alone
	Local  Mode = "local"  // with a name and a password that sortie keeps
	OpenID Mode = "openid" // at an OpenID Connect provider
)

// Config is how people sign in, as the options of `sortie serve` say.
type Config struct {
	Mode     Mode          // --sign-in
	Secure   bool          // people reach sortie over TLS: cookies are sent over TLS alone
	Idle     time.Duration // --session-idle: a session that is not used ends; 0: an hour
	Lifetime time.Duration // --session-lifetime: every session ends; 0: twelve hours
	OpenID   Provider      // of mode openid

	Log *slog.Logger     // nil: slog.Default()
	Now func() time.Time // nil: time.Now
}

// Provider is the OpenID Connect provider, and sortie as it knows it.
type Provider struct {
	Issuer   string   // --openid-issuer
	Client   string   // --openid-client: sortie's id there
	Secret   string   // what --openid-secret-file holds; empty: a public client, held by PKCE alone
	External *url.URL // --external-url: sortie as people's browsers reach it
	Mapping  Mapping  // --openid-mapping
}

// How long sessions are. OWASP's Session Management Cheat Sheet asks for an end
// to both unused and old ones; a shift at a headquarters is twelve hours.
const (
	defaultIdle     = time.Hour
	defaultLifetime = 12 * time.Hour
	longestLifetime = 31 * 24 * time.Hour
)

func (c Config) withDefaults() Config {
	if c.Idle == 0 {
		c.Idle = defaultIdle
	}
	if c.Lifetime == 0 {
		c.Lifetime = max(defaultLifetime, c.Idle)
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return c
}

// Validate returns a *ConfigError that names the option at fault.
func (c Config) Validate() error {
	c = c.withDefaults()
	switch {
	case c.Idle < time.Minute || c.Idle > longestLifetime:
		return misconfigured("--session-idle", wordIdleRange)
	case c.Lifetime < c.Idle || c.Lifetime > longestLifetime:
		return misconfigured("--session-lifetime", wordLifetimeRange)
	}
	switch c.Mode {
	case None, Local:
		return nil
	case OpenID:
		return c.OpenID.validate()
	}
	return misconfigured("--sign-in", wordNoSuchMode, c.Mode)
}

func (p Provider) validate() error {
	issuer, err := url.Parse(p.Issuer)
	switch {
	case p.Issuer == "":
		return misconfigured("--openid-issuer", wordNeedsIssuer)
	case err != nil || issuer.Host == "":
		return misconfigured("--openid-issuer", wordIssuerForm)
	case issuer.Scheme != "https" && !onLoopback(issuer):
		return misconfigured("--openid-issuer", wordIssuerPlain)
	case p.Client == "":
		return misconfigured("--openid-client", wordNeedsClient)
	case p.External == nil:
		return misconfigured("--external-url", wordNeedsExternal)
	}
	if err := CheckExternal(p.External); err != nil {
		return err
	}
	return p.Mapping.validate()
}

// CheckExternal holds sortie's own address to what it can be: a scheme and a
// host, since sortie's pages and cookies are of a whole origin.
func CheckExternal(u *url.URL) error {
	switch {
	case u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.Path != "" && u.Path != "/":
		return misconfigured("--external-url", wordExternalForm)
	case u.Scheme != "https" && !onLoopback(u):
		return misconfigured("--external-url", wordExternalPlain)
	}
	return nil
}

// onLoopback reports whether an address over http stays on this machine.
func onLoopback(u *url.URL) bool {
	addr, err := netip.ParseAddr(u.Hostname())
	return u.Scheme == "http" && (u.Hostname() == "localhost" || err == nil && addr.IsLoopback())
}
