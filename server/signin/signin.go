// Package signin says who asks: nobody in particular on a laptop, an account
// with a password of its own, or one that an OpenID Connect provider vouches
// for. It keeps accounts and sessions in the store and puts an access.Principal
// into each request's context; what that one may do is for package access to
// say.
package signin

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"

	"sortie/server/access"
	"sortie/store"
)

// Store is what sign-in keeps.
type Store interface {
	store.Accounts
	store.Sessions
}

// Service is sign-in as configured. It is made by New.
type Service struct {
	Config
	accounts Accounts
	sessions *scs.SessionManager
	attempts *attempts
	provider *provider // of OpenID

	lookAgain time.Duration

	// ending is held where a session is written or ended, so that one that was
	// just ended is not written again.
	ending sync.Mutex
}

// New makes sign-in. For OpenID it asks the provider where its addresses are,
// again and again until it answers, ctx ends or a minute has passed. Its errors
// name the option of `sortie serve` that is at fault.
func New(ctx context.Context, c Config, s Store) (*Service, error) {
	c = c.withDefaults()
	if err := c.Validate(); err != nil {
		return nil, err
	}
	service := &Service{
		Config:    c,
		accounts:  Accounts{Store: s, Now: c.Now},
		sessions:  newSessions(s),
		attempts:  newAttempts(),
		lookAgain: lookAgain,
	}
	if c.Mode == OpenID {
		p, err := discover(ctx, c.OpenID, c.Now)
		if err != nil {
			return nil, err
		}
		service.provider = p
	}
	return service, nil
}

// Middleware puts who asks into the request's context.
func (s *Service) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.Mode == None {
			next.ServeHTTP(w, r.WithContext(access.With(r.Context(), access.Everything)))
			return
		}
		w.Header().Add("Vary", "Cookie")
		token := ""
		if c, err := r.Cookie(s.cookieName()); err == nil {
			token = c.Value
		}
		ctx, p := s.resume(r.Context(), token)
		if p.Account != "" {
			var done context.CancelFunc
			ctx, done = s.watched(ctx, r.Context(), token, p)
			defer done()
		}
		next.ServeHTTP(w, r.WithContext(access.With(ctx, p)))
	})
}
