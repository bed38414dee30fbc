package guard

import (
	"net/http"
	"net/netip"
	"strings"
)

// probes are asked by whatever keeps sortie running, past the proxy too. They
// tell nothing of a mission.
var probes = map[string]bool{"/healthz": true, "/readyz": true}

// proxied takes X-Forwarded-For and X-Forwarded-Proto from declared proxies and
// from nobody else. Where a proxy is what ends TLS, whoever comes past it over
// the network is refused: a password would cross it in the clear.
func (g *Guard) proxied(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		peer := Client(r)
		fromProxy := g.declared(peer)
		switch {
		case fromProxy && g.plain(r):
			g.toTLS(w, r)
			return
		case fromProxy:
			r = r.Clone(r.Context())
			r.RemoteAddr = netip.AddrPortFrom(g.client(r, peer), 0).String()
		case len(g.Proxies) > 0 && !g.TLS && !peer.IsLoopback() && !probes[r.URL.Path]:
			refuse(w, r, http.StatusForbidden, wordProxyOnly)
			return
		}
		// What is left of them is a claim that nobody has checked.
		r.Header.Del("X-Forwarded-For")
		r.Header.Del("X-Forwarded-Proto")
		next.ServeHTTP(w, r)
	})
}

// plain reports whether the proxy says that it was reached without TLS.
func (g *Guard) plain(r *http.Request) bool {
	proto := last(r.Header.Values("X-Forwarded-Proto"))
	return proto != "" && !strings.EqualFold(proto, "https")
}

func (g *Guard) toTLS(w http.ResponseWriter, r *http.Request) {
	if g.External == nil || r.Method != http.MethodGet && r.Method != http.MethodHead {
		refuse(w, r, http.StatusForbidden, wordHTTPSOnly)
		return
	}
	http.Redirect(w, r, "https://"+g.External.Host+r.URL.RequestURI(), http.StatusPermanentRedirect)
}

// client is for whom a proxy asks: the last address that no declared proxy
// has. What stands before it anybody could have written.
func (g *Guard) client(r *http.Request, peer netip.Addr) netip.Addr {
	said := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(said) - 1; i >= 0; i-- {
		addr, err := netip.ParseAddr(strings.TrimSpace(said[i]))
		if err != nil {
			return peer
		}
		peer = addr.Unmap().WithZone("")
		if !g.declared(peer) {
			return peer
		}
	}
	return peer
}

func (g *Guard) declared(addr netip.Addr) bool {
	for _, p := range g.Proxies {
		if p.Contains(addr) {
			return true
		}
	}
	return false
}

func last(values []string) string {
	list := strings.Split(strings.Join(values, ","), ",")
	return strings.TrimSpace(list[len(list)-1])
}

// Client is the address that a request comes from; behind a guard, that of the
// client and not of its proxy.
func Client(r *http.Request) netip.Addr { return address(r.RemoteAddr) }

func address(remote string) netip.Addr {
	if ap, err := netip.ParseAddrPort(remote); err == nil {
		return ap.Addr().Unmap().WithZone("")
	}
	return netip.Addr{}
}

// Neighbourhood is what stands for an address where one is counted: the address
// itself, or the /64 of IPv6, which is what one customer is given.
func Neighbourhood(remote string) string {
	addr := address(remote)
	if addr.Is6() {
		if p, err := addr.Prefix(64); err == nil {
			return p.String()
		}
	}
	return addr.String()
}
