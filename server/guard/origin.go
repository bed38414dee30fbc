package guard

import (
	"net"
	"net/http"
	"strings"
)

// foreign answers a request that a page of another origin had a browser make.
func foreign(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusForbidden, wordForeign)
}

// named refuses requests to a name that is not loopback's where sortie listens
// on loopback: a page of elsewhere whose own name was made to resolve to
// 127.0.0.1 would otherwise be of the same origin (DNS rebinding). Beyond
// loopback such a page has no session's cookie.
func (g *Guard) named(next http.Handler) http.Handler {
	if !g.Loopback {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.knows(r.Host) {
			refuse(w, r, http.StatusMisdirectedRequest, wordOtherName)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (g *Guard) knows(host string) bool {
	if g.External != nil && strings.EqualFold(host, g.External.Host) {
		return true
	}
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	switch strings.ToLower(strings.Trim(name, "[]")) {
	case "localhost", "127.0.0.1", "::1":
		return true
	}
	return false
}
