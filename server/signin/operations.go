package signin

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie/server/access"
	"sortie/server/guard"
	"sortie/server/problem"
	"sortie/store"
)

// maxBody is the most bytes that a request to these operations may have.
const maxBody = 8 << 10

// Register adds the operations of sessions and accounts to the API. Whether
// somebody may use one is decided before it, as for all operations.
func (s *Service) Register(api huma.API) {
	add(api, "get-session", http.MethodGet, "/api/session", "Who am I, and what may I do", s.getSession)
	add(api, "sign-in", http.MethodPost, "/api/session", "Sign in with a name and a password", s.signIn)
	add(api, "sign-out", http.MethodDelete, "/api/session", "Sign out", s.signOut)
	add(api, "change-password", http.MethodPut, "/api/session/password", "Change my password", s.changePassword)
	add(api, "sign-in-elsewhere", http.MethodGet, "/api/session/openid", "Go and sign in at the OpenID Connect provider", s.signInElsewhere)
	add(api, "openid-callback", http.MethodGet, callback, "Come back from the OpenID Connect provider", s.openIDCallback)
	add(api, "list-accounts", http.MethodGet, "/api/accounts", "List accounts", s.listAccounts)
	add(api, "create-account", http.MethodPost, "/api/accounts", "Make an account", s.createAccount)
	add(api, "change-account", http.MethodPatch, "/api/accounts/{account}", "Change an account", s.changeAccount)
}

func add[I, O any](api huma.API, id, method, path, summary string, do func(context.Context, *I) (*O, error)) {
	op := huma.Operation{OperationID: id, Method: method, Path: path, Summary: summary, Tags: []string{"Sign-in and accounts"}, MaxBodyBytes: maxBody}
	switch id {
	case "create-account":
		op.DefaultStatus = http.StatusCreated
	case "sign-in-elsewhere", "openid-callback":
		op.DefaultStatus = http.StatusSeeOther
	case "sign-out", "change-password":
		op.DefaultStatus = http.StatusNoContent
	}
	huma.Register(api, op, do)
}

// asker is where a request comes from.
type asker struct{ neighbourhood string }

// Resolve is called by huma.
func (a *asker) Resolve(ctx huma.Context) []error {
	a.neighbourhood = guard.Neighbourhood(ctx.RemoteAddr())
	return nil
}

// Session is who asks, and what they may do.
type Session struct {
	SignIn     Mode       `json:"sign_in" enum:"none,local,openid" doc:"How people sign in here."`
	Name       string     `json:"name,omitempty" doc:"Name of the account; absent: nobody has signed in."`
	Role       string     `json:"role,omitempty"`
	Nation     string     `json:"nation,omitempty" doc:"ISO 3166; of a liaison or a decision maker."`
	Until      *time.Time `json:"until,omitempty" doc:"When the session ends unless it is used."`
	Operations []string   `json:"operations" doc:"Operations that this role may use, each by its operationId."`
}

type sessionOutput struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
	Body      Session
}

func (s *Service) getSession(ctx context.Context, _ *struct{}) (*sessionOutput, error) {
	return &sessionOutput{Body: s.session(ctx, access.From(ctx))}, nil
}

func (s *Service) session(ctx context.Context, p access.Principal) Session {
	out := Session{SignIn: s.Mode, Name: p.Name, Role: string(p.Role), Nation: p.Nation, Operations: access.Allowed(p)}
	if s.Mode != None && p.Account != "" {
		until := s.sessions.Deadline(ctx).UTC().Truncate(time.Second)
		out.Until = &until
	}
	return out
}

type signInInput struct {
	asker
	Body struct {
		Name     string `json:"name" doc:"Name of the account."`
		Password string `json:"password" format:"password"`
	}
}

func (s *Service) signIn(ctx context.Context, in *signInInput) (*sessionOutput, error) {
	if s.Mode != Local {
		return nil, s.notHere()
	}
	succeeded, err := s.attempt(in.Body.Name, in.neighbourhood)
	if err != nil {
		return nil, err
	}
	a, err := s.lookUp(ctx, in.Body.Name)
	if err != nil {
		return nil, s.failed("sign-in", err)
	}
	ok, err := matches(ctx, in.Body.Password, a.Password)
	switch {
	case err != nil:
		return nil, s.failed("sign-in", err)
	case !ok || a.Disabled:
		s.Log.Info("sign-in refused", "name", a.Name, "from", in.neighbourhood)
		return nil, problem.New(http.StatusUnauthorized, wordWrong) // alike of a name that is not there
	}
	succeeded()
	cookie, err := s.begin(ctx, a)
	if err != nil {
		return nil, s.failed("sign-in", err)
	}
	s.Log.Info("signed in", "name", a.Name, "role", a.Role, "from", in.neighbourhood)
	return &sessionOutput{[]http.Cookie{cookie}, s.session(ctx, principalOf(a))}, nil
}

type emptyOutput struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
}

func (s *Service) signOut(ctx context.Context, _ *struct{}) (*emptyOutput, error) {
	if s.Mode == None {
		return nil, s.notHere()
	}
	cookie, err := s.finish(ctx)
	if err != nil {
		return nil, s.failed("sign-out", err)
	}
	return &emptyOutput{[]http.Cookie{cookie}}, nil
}

type passwordInput struct {
	asker
	Body struct {
		Current string `json:"current" format:"password" doc:"The password until now."`
		New     string `json:"new" format:"password" doc:"At least 12 characters."`
	}
}

// changePassword asks for the password until now: an open browser that somebody
// finds is not enough to take the account over.
func (s *Service) changePassword(ctx context.Context, in *passwordInput) (*emptyOutput, error) {
	if s.Mode != Local {
		return nil, s.notHere()
	}
	p := access.From(ctx)
	succeeded, err := s.attempt(p.Name, in.neighbourhood)
	if err != nil {
		return nil, err
	}
	a, err := s.accounts.Store.AccountByID(ctx, p.Account)
	if err != nil {
		return nil, s.failed("change-password", err)
	}
	ok, err := matches(ctx, in.Body.Current, a.Password)
	switch {
	case err != nil:
		return nil, s.failed("change-password", err)
	case !ok:
		return nil, problem.New(http.StatusForbidden, wordOtherCurrent)
	}
	succeeded()
	if a, err = s.accounts.Change(context.WithoutCancel(ctx), a.ID, Change{Password: &in.Body.New}); err != nil {
		return nil, s.failed("change-password", err)
	}
	cookie, err := s.begin(ctx, a)
	if err != nil {
		return nil, s.failed("change-password", err)
	}
	s.Log.Info("password changed", "name", a.Name, "from", in.neighbourhood)
	return &emptyOutput{[]http.Cookie{cookie}}, nil
}

// attempt returns an error where a name or an address has to wait before its
// next guess at a password.
func (s *Service) attempt(name, neighbourhood string) (succeeded func(), err error) {
	succeeded, wait := s.attempts.begin(spelt(name), neighbourhood, s.Now())
	if wait > 0 {
		return nil, tooMany(wait)
	}
	return succeeded, nil
}

func tooMany(wait time.Duration) error {
	return problem.New(http.StatusTooManyRequests, wordTooMany, guard.Seconds(wait)).With("Retry-After", guard.Seconds(wait))
}

// principalOf is who an account is.
func principalOf(a store.Account) access.Principal {
	return access.Principal{Account: a.ID, Name: a.Name, Role: access.Role(a.Role), Nation: a.Nation}
}
