package signin

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"sortie/server/access"
	"sortie/server/problem"
	"sortie/store"
)

// Keys of the values of a session that waits for the provider's answer.
const (
	keyState    = "state"
	keyNonce    = "nonce"
	keyVerifier = "verifier"
	keyReturn   = "return"
)

// answerFor is how long one may take at the provider.
const answerFor = 10 * time.Minute

type elsewhereInput struct {
	asker
	Return string `query:"return" maxLength:"2000" doc:"The page to come back to: a path of sortie's own, such as /missions. Another is taken as /."`
}

type redirectOutput struct {
	Location  string        `header:"Location"`
	SetCookie []http.Cookie `header:"Set-Cookie"`
}

func (s *Service) signInElsewhere(ctx context.Context, in *elsewhereInput) (*redirectOutput, error) {
	if s.Mode != OpenID {
		return nil, s.notHere()
	}
	// A link from elsewhere signs nobody out.
	if access.From(ctx).Account != "" {
		return &redirectOutput{Location: ownPath(in.Return)}, nil
	}
	if _, wait := s.attempts.questions.Take(in.neighbourhood, s.Now()); wait > 0 {
		return nil, tooMany(wait)
	}
	q := newQuestion()
	if err := errors.Join(s.sessions.RenewToken(ctx), s.sessions.Clear(ctx)); err != nil {
		return nil, s.failed("sign-in-elsewhere", err)
	}
	for key, value := range map[string]string{keyState: q.state, keyNonce: q.nonce, keyVerifier: q.verifier, keyReturn: ownPath(in.Return)} {
		s.sessions.Put(ctx, key, value)
	}
	cookie, err := s.commit(ctx, s.Now().Add(answerFor))
	if err != nil {
		return nil, s.failed("sign-in-elsewhere", err)
	}
	return &redirectOutput{s.provider.address(q), []http.Cookie{cookie}}, nil
}

type callbackInput struct {
	asker
	State string `query:"state" maxLength:"200"`
	Code  string `query:"code" maxLength:"8192"`
	Error string `query:"error" maxLength:"200"`
}

func (s *Service) openIDCallback(ctx context.Context, in *callbackInput) (*redirectOutput, error) {
	if s.Mode != OpenID {
		return nil, s.notHere()
	}
	q := question{s.sessions.GetString(ctx, keyState), s.sessions.GetString(ctx, keyNonce), s.sessions.GetString(ctx, keyVerifier)}
	to := s.sessions.GetString(ctx, keyReturn)
	if q.state == "" || !s.Now().Before(s.sessions.Deadline(ctx)) {
		return nil, problem.New(http.StatusUnauthorized, wordNotBegun)
	}
	// A question is asked once: it is gone before the answer is looked at.
	if _, err := s.finish(ctx); err != nil {
		return nil, s.failed("openid-callback", err)
	}
	if in.Error != "" {
		s.Log.Info("sign-in refused by the provider", "error", in.Error, "from", in.neighbourhood)
		return nil, problem.New(http.StatusUnauthorized, wordProviderNo)
	}
	subject, c, err := s.provider.answer(ctx, q, in.State, in.Code)
	var fault *Invalid
	switch {
	case errors.As(err, &fault):
		s.Log.Info("sign-in refused by the mapping", "subject", subject, "reason", err, "from", in.neighbourhood)
		return nil, problem.New(http.StatusForbidden, wordMappingNo, fault.Why)
	case err != nil:
		s.Log.Warn("sign-in refused", "reason", err, "from", in.neighbourhood)
		return nil, problem.New(http.StatusUnauthorized, wordAnswerNo)
	}
	a, err := s.accounts.vouched(ctx, subject, c)
	switch {
	case errors.Is(err, store.ErrTaken):
		return nil, problem.New(http.StatusConflict, wordProviderName)
	case err != nil:
		return nil, s.failed("openid-callback", err)
	case a.Disabled:
		s.Log.Info("sign-in refused: disabled", "name", a.Name, "from", in.neighbourhood)
		return nil, problem.New(http.StatusForbidden, wordAccountOff)
	}
	cookie, err := s.begin(ctx, a)
	if err != nil {
		return nil, s.failed("openid-callback", err)
	}
	s.Log.Info("signed in", "name", a.Name, "role", a.Role, "from", in.neighbourhood)
	return &redirectOutput{to, []http.Cookie{cookie}}, nil
}

// ownPath is a path of sortie's own pages, or /: who signs in is not led
// anywhere else by a link.
func ownPath(path string) string {
	u, err := url.Parse(path)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" ||
		!strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n\t") {
		return "/"
	}
	return u.String()
}
