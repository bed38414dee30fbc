package guard

import (
	"math"
	"net/http"
	"strconv"
	"time"

	"sortie/server/access"
	"sortie/server/throttle"
)

func (g *Guard) oftenByAddress(next http.Handler) http.Handler {
	return g.often(g.addresses, func(r *http.Request) string { return Neighbourhood(r.RemoteAddr) }, next)
}

// oftenByAccount leaves those who have not signed in to their address's limit.
func (g *Guard) oftenByAccount(next http.Handler) http.Handler {
	return g.often(g.accounts, func(r *http.Request) string { return access.From(r.Context()).Account }, next)
}

func (g *Guard) often(limit *throttle.Throttle, key func(*http.Request) string, next http.Handler) http.Handler {
	if limit == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if k := key(r); k != "" && !probes[r.URL.Path] {
			if _, wait := limit.Take(k, g.Now()); wait > 0 {
				w.Header().Set("Retry-After", Seconds(wait))
				refuse(w, r, http.StatusTooManyRequests, wordTooOften, Seconds(wait))
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// inTurn lets an account's requests wait for each other where it makes many at
// once: whoever asks for large answers and does not read them would fill the
// memory. Streams have a limit of their own.
func (g *Guard) inTurn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if account := access.From(r.Context()).Account; account != "" && !isStream(r) {
			leave, err := g.turns.Enter(r.Context(), account)
			if err != nil {
				w.Header().Set("Retry-After", "5")
				refuse(w, r, http.StatusTooManyRequests, wordTooManyOne)
				return
			}
			defer leave()
		}
		next.ServeHTTP(w, r)
	})
}

// Seconds is a wait as Retry-After has it: whole seconds, at least one.
func Seconds(wait time.Duration) string {
	return strconv.Itoa(max(1, int(math.Ceil(wait.Seconds()))))
}
