package signin

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"sortie/server/access"
	"sortie/store"
)

// Keys of a session's values.
const (
	keyAccount = "account" // the account's id
	keyStamp   = "stamp"   // of the password it was begun with
	keyBegun   = "begun"   // when, RFC 3339
)

// lookAgain is how often it is asked whether one who follows a stream may still.
const lookAgain = 15 * time.Second

// errEnded ends a request whose session has ended meanwhile.
var errEnded = errors.New("the session has ended, or the account has changed")

// newSessions is scs over the store. A session's token is hashed before it
// comes there: who reads the store cannot sign in with what it finds. Times and
// cookies are the Service's business, since scs has no clock to inject; scs.New
// would begin a store in memory.
func newSessions(s store.Sessions) *scs.SessionManager {
	return &scs.SessionManager{Store: byContext{s}, Codec: codec{}, HashTokenInStore: true, Lifetime: longestLifetime}
}

// byContext is a store.Sessions as scs wants it.
type byContext struct{ store.Sessions }

func (b byContext) Delete(token string) error { return b.DeleteCtx(context.Background(), token) }
func (b byContext) Find(token string) ([]byte, bool, error) {
	return b.FindCtx(context.Background(), token)
}
func (b byContext) Commit(token string, data []byte, expiry time.Time) error {
	return b.CommitCtx(context.Background(), token, data, expiry)
}

// kept is a session as the store has it. Account stands at the top so that the
// store can end all sessions of one.
type kept struct {
	Account  string            `json:"account"`
	Deadline time.Time         `json:"deadline"`
	Values   map[string]string `json:"values"`
}

type codec struct{}

// Encode writes a session, whose values are all strings.
func (codec) Encode(deadline time.Time, values map[string]any) ([]byte, error) {
	k := kept{Deadline: deadline.UTC(), Values: map[string]string{}}
	for name, v := range values {
		k.Values[name], _ = v.(string)
	}
	k.Account = k.Values[keyAccount]
	return json.Marshal(k)
}

// Decode reads what Encode wrote.
func (codec) Decode(data []byte) (time.Time, map[string]any, error) {
	var k kept
	if err := json.Unmarshal(data, &k); err != nil {
		return time.Time{}, nil, err
	}
	values := make(map[string]any, len(k.Values))
	for name, v := range k.Values {
		values[name] = v
	}
	return k.Deadline, values, nil
}

// resume finds who asks by a session's token. A token that is not known, or no
// longer, is as good as none; so is any while the store cannot be read.
func (s *Service) resume(ctx context.Context, token string) (context.Context, access.Principal) {
	loaded, err := s.sessions.Load(ctx, token)
	if err != nil {
		s.Log.Error("a session cannot be read", "error", err)
		loaded, _ = s.sessions.Load(ctx, "")
		return loaded, access.Principal{}
	}
	p, err := s.principal(loaded)
	if err != nil {
		s.Log.Error("an account cannot be read", "error", err)
	}
	if p.Account != "" {
		s.prolong(ctx, loaded, token)
	}
	return loaded, p
}

// principal is whose session was loaded: nobody's where it is over, where the
// account is disabled, or where its password has changed since.
func (s *Service) principal(loaded context.Context) (access.Principal, error) {
	id := s.sessions.GetString(loaded, keyAccount)
	if id == "" || !s.Now().Before(s.sessions.Deadline(loaded)) {
		return access.Principal{}, nil
	}
	a, err := s.accounts.Store.AccountByID(loaded, id)
	if errors.Is(err, store.ErrNotFound) {
		return access.Principal{}, nil
	}
	switch {
	case err != nil, a.Disabled, stamp(a) != s.sessions.GetString(loaded, keyStamp):
		return access.Principal{}, err
	case (a.Subject != "") != (s.Mode == OpenID): // from before people signed in another way
		return access.Principal{}, nil
	}
	return principalOf(a), nil
}

// prolong puts off the end of a session that is used. It writes once in a while
// rather than with every request, and a store that is full does not keep anybody
// from reading. A session that has ended since it was loaded stays so.
func (s *Service) prolong(ctx, loaded context.Context, token string) {
	if s.until(loaded).Sub(s.sessions.Deadline(loaded)) < s.Idle/30 {
		return
	}
	s.ending.Lock()
	defer s.ending.Unlock()
	again, err := s.sessions.Load(ctx, token)
	if err != nil || s.sessions.GetString(again, keyAccount) == "" {
		return
	}
	s.sessions.SetDeadline(again, s.until(again))
	if _, _, err := s.sessions.Commit(again); err != nil {
		s.Log.Warn("a session cannot be prolonged", "error", err)
	}
}

// until is when a session that is used now ends.
func (s *Service) until(loaded context.Context) time.Time {
	begun, err := time.Parse(time.RFC3339, s.sessions.GetString(loaded, keyBegun))
	if err != nil {
		return s.sessions.Deadline(loaded)
	}
	idle, last := s.Now().Add(s.Idle), begun.Add(s.Lifetime)
	if last.Before(idle) {
		return last
	}
	return idle
}

// begin begins a session for an account, under a token that nobody has seen
// before, and ends the one that the request came with; the request itself goes
// on.
func (s *Service) begin(ctx context.Context, a store.Account) (http.Cookie, error) {
	ctx = context.WithoutCancel(ctx)
	s.ending.Lock()
	defer s.ending.Unlock()
	if err := s.sessions.RenewToken(ctx); err != nil {
		return http.Cookie{}, err
	}
	if err := s.sessions.Clear(ctx); err != nil {
		return http.Cookie{}, err
	}
	now := s.Now()
	s.sessions.Put(ctx, keyAccount, a.ID)
	s.sessions.Put(ctx, keyStamp, stamp(a))
	s.sessions.Put(ctx, keyBegun, now.UTC().Format(time.RFC3339))
	return s.commit(ctx, now.Add(min(s.Idle, s.Lifetime)))
}

func (s *Service) commit(ctx context.Context, deadline time.Time) (http.Cookie, error) {
	s.sessions.SetDeadline(ctx, deadline)
	token, _, err := s.sessions.Commit(ctx)
	if err != nil {
		return http.Cookie{}, err
	}
	return s.cookie(token), nil
}

// finish ends the request's session.
func (s *Service) finish(ctx context.Context) (http.Cookie, error) {
	s.ending.Lock()
	defer s.ending.Unlock()
	err := s.sessions.Destroy(ctx)
	c := s.cookie("")
	c.MaxAge = -1
	return c, err
}

// cookie lasts as long as the browser is open; when the session ends is for the
// store to say.
func (s *Service) cookie(token string) http.Cookie {
	return http.Cookie{Name: s.cookieName(), Value: token, Path: "/", HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode}
}

// cookieName has the prefix by which a browser keeps other hosts of the domain,
// and plain HTTP, from setting the cookie.
func (s *Service) cookieName() string {
	if s.Secure {
		return "__Host-sortie"
	}
	return "sortie"
}

// watched is a context that ends with the session: one who follows a stream is
// looked at again now and then, wherever it was that the account was disabled.
func (s *Service) watched(ctx, request context.Context, token string, p access.Principal) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	go func() {
		again := time.NewTicker(s.lookAgain)
		defer again.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-again.C:
				if loaded, err := s.sessions.Load(request, token); err == nil {
					if now, err := s.principal(loaded); err == nil && now != p {
						cancel(errEnded)
						return
					}
				}
			}
		}
	}()
	return ctx, func() { cancel(nil) }
}

// stamp tells two passwords of an account apart, and says nothing of either.
func stamp(a store.Account) string {
	sum := sha256.Sum256([]byte(a.ID + " " + a.Password))
	return base64.RawURLEncoding.EncodeToString(sum[:12])
}
