package signin

import (
	"fmt"
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

// ConfigError is an option that cannot be followed.
type ConfigError struct {
	Option string // such as --sign-in
	Reason string
}

func (e *ConfigError) Error() string { return e.Option + ": " + e.Reason }

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
		return &ConfigError{"--session-idle", "must be from 1m to 744h"}
	case c.Lifetime < c.Idle || c.Lifetime > longestLifetime:
		return &ConfigError{"--session-lifetime", "must be from --session-idle to 744h"}
	}
	switch c.Mode {
	case None, Local:
		return nil
	case OpenID:
		return c.OpenID.validate()
	}
	return &ConfigError{"--sign-in", fmt.Sprintf("%q is none of none, local and openid", c.Mode)}
}

func (p Provider) validate() error {
	issuer, err := url.Parse(p.Issuer)
	switch {
	case p.Issuer == "":
		return &ConfigError{"--openid-issuer", "--sign-in openid needs the provider's address"}
	case err != nil || issuer.Host == "":
		return &ConfigError{"--openid-issuer", "must be an address such as https://id.example.org"}
	case issuer.Scheme != "https" && !onLoopback(issuer):
		return &ConfigError{"--openid-issuer", "must begin with https: over http anybody on the way could sign in as anybody"}
	case p.Client == "":
		return &ConfigError{"--openid-client", "--sign-in openid needs the id that the provider knows sortie by"}
	case p.External == nil:
		return &ConfigError{"--external-url", "--sign-in openid needs the address to which the provider sends people back"}
	}
	if err := CheckExternal(p.External); err != nil {
		return err
	}
	return p.Mapping.validate()
}

// CheckExternal holds sortie's own address to what it can be: a scheme and a
// host, since sortie's pages and cookies are of a whole origin.
func CheckExternal(u *url.URL) error {
	fault := ""
	switch {
	case u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.Path != "" && u.Path != "/":
		fault = "must be an address without a path, such as https://sortie.example.org"
	case u.Scheme != "https" && !(u.Scheme == "http" && onLoopback(u)):
		fault = "must begin with https"
	}
	if fault != "" {
		return &ConfigError{"--external-url", fault}
	}
	return nil
}

func onLoopback(u *url.URL) bool {
	addr, err := netip.ParseAddr(u.Hostname())
	return u.Scheme == "http" && (u.Hostname() == "localhost" || err == nil && addr.IsLoopback())
}
