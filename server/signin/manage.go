package signin

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"sortie/internal/lang"
	"sortie/server/access"
	"sortie/server/problem"
	"sortie/store"
)

// Account is an account as an administrator sees it.
type Account struct {
	ID       string    `json:"id"`
	Name     string    `json:"name" doc:"What the ledger's entries carry as actor; an office, not a person."`
	Role     string    `json:"role" enum:"administrator,planner,decision-maker,liaison,observer"`
	Nation   string    `json:"nation,omitempty" doc:"ISO 3166; of a liaison or a decision maker."`
	SignsIn  Mode      `json:"signs_in" enum:"local,openid" doc:"With a password here, or at the OpenID Connect provider."`
	Disabled bool      `json:"disabled"`
	Created  time.Time `json:"created"`
}

func accountOf(a store.Account) Account {
	mode := Local
	if a.Subject != "" {
		mode = OpenID
	}
	return Account{a.ID, a.Name, a.Role, a.Nation, mode, a.Disabled, a.Created.UTC()}
}

type accountsOutput struct{ Body []Account }
type accountOutput struct{ Body Account }

func (s *Service) listAccounts(ctx context.Context, _ *struct{}) (*accountsOutput, error) {
	all, err := s.accounts.Store.Accounts(ctx)
	if err != nil {
		return nil, s.failed("list-accounts", err)
	}
	out := &accountsOutput{Body: []Account{}}
	for _, a := range all {
		out.Body = append(out.Body, accountOf(a))
	}
	return out, nil
}

type createAccountInput struct {
	Body struct {
		Name     string      `json:"name" doc:"An office, not a person; up to 64 characters."`
		Role     access.Role `json:"role" enum:"administrator,planner,decision-maker,liaison,observer"`
		Nation   string      `json:"nation,omitempty" doc:"ISO 3166; a liaison's, or the one that a decision maker votes for."`
		Password string      `json:"password" format:"password" doc:"At least 12 characters."`
	}
}

func (s *Service) createAccount(ctx context.Context, in *createAccountInput) (*accountOutput, error) {
	if s.Mode == OpenID {
		return nil, problem.Told(http.StatusConflict, lang.Said(ErrElsewhere))
	}
	a, err := s.accounts.Add(ctx, in.Body.Name, in.Body.Role, in.Body.Nation, in.Body.Password)
	if err != nil {
		return nil, s.failed("create-account", err)
	}
	s.Log.Info("account made", "name", a.Name, "role", a.Role, "by", access.From(ctx).Name)
	return &accountOutput{accountOf(a)}, nil
}

type changeAccountInput struct {
	Account string `path:"account" maxLength:"64" doc:"The account's id."`
	Body    struct {
		Role     *access.Role `json:"role,omitempty" enum:"administrator,planner,decision-maker,liaison,observer"`
		Nation   *string      `json:"nation,omitempty"`
		Disabled *bool        `json:"disabled,omitempty" doc:"A disabled account cannot sign in, and is signed out."`
		Password *string      `json:"password,omitempty" format:"password" doc:"Ends the account's sessions."`
	}
}

func (s *Service) changeAccount(ctx context.Context, in *changeAccountInput) (*accountOutput, error) {
	b := in.Body
	a, err := s.accounts.Change(ctx, in.Account, Change{Role: b.Role, Nation: b.Nation, Disabled: b.Disabled, Password: b.Password})
	if err != nil {
		return nil, s.failed("change-account", err)
	}
	s.Log.Info("account changed", "name", a.Name, "role", a.Role, "disabled", a.Disabled, "by", access.From(ctx).Name)
	return &accountOutput{accountOf(a)}, nil
}

// spelt is a name as an account would have it. Guesses at its password are
// counted under it too: with a space more it is no other name. What is too long
// for any name is cut, so that nobody fills the memory with what is counted.
func spelt(name string) string {
	name = norm.NFC.String(strings.TrimSpace(name))
	if r := []rune(name); len(r) > longestName {
		return string(r[:longestName+1])
	}
	return name
}

// lookUp is the account of a name, or none: the zero account has no password
// that matches.
func (s *Service) lookUp(ctx context.Context, name string) (store.Account, error) {
	a, err := s.accounts.Store.AccountByName(ctx, spelt(name))
	if errors.Is(err, store.ErrNotFound) {
		return store.Account{}, nil
	}
	return a, err
}

// notHere is said of a way to sign in that was not chosen.
func (s *Service) notHere() error {
	return problem.New(http.StatusConflict, wordNotHere, s.Mode)
}

// failed makes of an error what whoever asked may know of it. What is nobody's
// business but the operator's goes to the log.
func (s *Service) failed(operation string, err error) error {
	var fault *Invalid
	switch {
	case errors.As(err, &fault):
		p := problem.Told(http.StatusUnprocessableEntity, fault.Why)
		p.Errors = []problem.Detail{{Location: "body." + fault.Field, Message: fault.Why}}
		return p
	case errors.Is(err, store.ErrNotFound):
		return problem.New(http.StatusNotFound, wordNoAccount)
	case errors.Is(err, store.ErrTaken):
		return problem.New(http.StatusConflict, wordNameTaken)
	case errors.Is(err, ErrLastAdministrator), errors.Is(err, ErrElsewhere):
		return problem.Told(http.StatusConflict, lang.Said(err))
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return problem.New(http.StatusServiceUnavailable, wordBusy)
	case errors.Is(err, store.ErrFull):
		s.Log.Error("nothing can be written", "operation", operation, "error", err)
		return problem.Told(http.StatusInsufficientStorage, lang.Said(store.ErrFull))
	}
	s.Log.Error("an operation failed", "operation", operation, "error", err)
	return problem.New(http.StatusServiceUnavailable, wordUnreachable)
}
