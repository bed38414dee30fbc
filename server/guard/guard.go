// Package guard stands before everything that `sortie serve` answers. What
// comes in is taken for hostile: it has limits on size, time and number, a
// browser's request comes from sortie's own pages, the headers of a proxy count
// only where the proxy was declared, and no panic reaches whoever asked.
package guard

import (
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"golang.org/x/time/rate"

	"sortie/server/throttle"
)

// Config is what a guard needs to know. The zero value guards plain HTTP, with
// no limit on how often anybody asks.
type Config struct {
	Loopback bool           // listens on loopback alone: Host must be a name of loopback, or External's
	TLS      bool           // listens with TLS itself
	Proxies  []netip.Prefix // declared proxies, which end TLS and say for whom they ask
	External *url.URL       // the address that people type; nil: not declared

	PerAddress float64       // requests a second of one address; 0: no limit
	PerAccount float64       // requests a second of one account; 0: no limit
	MaxBody    int64         // bytes of a request's body; 0: 256 MB, as large as plans may be
	Timeout    time.Duration // of a request and its answer, streams apart; 0: two minutes

	Log *slog.Logger     // nil: slog.Default()
	Now func() time.Time // nil: time.Now
}

// The defaults of a Config, and what has no option.
const (
	maxBody      = 256 << 20
	timeout      = 2 * time.Minute
	writeTimeout = 30 * time.Second // of one write to a stream
	burstSeconds = 4                // a page asks for much at once, and then for nothing
	atOnce       = 16               // requests of one account, each with its answer in memory until it is read
	manyClients  = 1 << 16          // addresses or accounts remembered at once
)

// Guard is made by New.
type Guard struct {
	Config
	addresses, accounts *throttle.Throttle
	turns               *throttle.Turns // of accounts
	origin              *http.CrossOriginProtection
}

// New makes a guard.
func New(c Config) *Guard {
	if c.MaxBody == 0 {
		c.MaxBody = maxBody
	}
	if c.Timeout == 0 {
		c.Timeout = timeout
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	g := &Guard{Config: c, origin: http.NewCrossOriginProtection()}
	g.origin.SetDenyHandler(http.HandlerFunc(foreign))
	if c.External != nil {
		g.origin.AddTrustedOrigin(c.External.Scheme + "://" + c.External.Host)
	}
	g.addresses = limiter(c.PerAddress)
	g.accounts = limiter(c.PerAccount)
	g.turns = throttle.NewTurns(atOnce)
	return g
}

func limiter(perSecond float64) *throttle.Throttle {
	if perSecond <= 0 {
		return nil
	}
	return throttle.New(rate.Limit(perSecond), max(1, int(burstSeconds*perSecond)), manyClients)
}

// Secure reports whether people reach sortie over TLS, its own or a proxy's.
func (g *Guard) Secure() bool { return g.TLS || len(g.Proxies) > 0 }

// Outer guards a handler before it is known who asks.
func (g *Guard) Outer(h http.Handler) http.Handler {
	h = g.timed(h)
	h = g.origin.Handler(h)
	h = g.oftenByAddress(h)
	h = g.named(h)
	h = g.proxied(h)
	h = g.recovered(h)
	return g.headers(h)
}

// Inner guards a handler once it is known who asks.
func (g *Guard) Inner(h http.Handler) http.Handler { return g.oftenByAccount(g.inTurn(h)) }
