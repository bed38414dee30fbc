package signin

import (
	"context"
	"crypto/rand"
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/unicode/norm"

	"sortie/internal/lang"
	"sortie/server/access"
	"sortie/store"
)

// Why an account is not changed.
var (
	ErrLastAdministrator = lang.Err(wordLastAdministrator)
	ErrElsewhere         = lang.Err(wordElsewhere)
)

// Accounts makes and changes accounts, by the rules that hold for everybody.
type Accounts struct {
	Store Store
	Now   func() time.Time
}

// changing is held from reading an account to writing it.
var changing sync.Mutex

// Change is what changes of an account; nil stays.
type Change struct {
	Role     *access.Role
	Nation   *string
	Disabled *bool
	Password *string
}

// Add makes an account with a password. It returns *Invalid or store.ErrTaken.
func (a Accounts) Add(ctx context.Context, name string, role access.Role, nation, password string) (store.Account, error) {
	name = norm.NFC.String(strings.TrimSpace(name))
	if err := checkName(name); err != nil {
		return store.Account{}, err
	}
	if err := checkRole(role, nation); err != nil {
		return store.Account{}, err
	}
	if err := checkPassword(name, password); err != nil {
		return store.Account{}, err
	}
	hashed, err := hash(ctx, password)
	if err != nil {
		return store.Account{}, err
	}
	changing.Lock()
	defer changing.Unlock()
	if err := a.free(ctx, name); err != nil {
		return store.Account{}, err
	}
	made := store.Account{ID: newID(), Name: name, Role: string(role), Nation: nation, Password: hashed, Created: a.Now().UTC().Truncate(time.Millisecond)}
	return made, a.Store.PutAccount(ctx, made)
}

// Change changes an account, and ends its sessions where it is disabled or gets
// another password. It returns store.ErrNotFound, *Invalid, ErrLastAdministrator
// or ErrElsewhere.
func (a Accounts) Change(ctx context.Context, id string, c Change) (store.Account, error) {
	changing.Lock()
	defer changing.Unlock()
	was, err := a.Store.AccountByID(ctx, id)
	if err != nil {
		return store.Account{}, err
	}
	now := was
	if c.Role != nil {
		now.Role = string(*c.Role)
	}
	if c.Nation != nil {
		now.Nation = *c.Nation
	}
	if c.Disabled != nil {
		now.Disabled = *c.Disabled
	}
	if was.Subject != "" && (now.Role != was.Role || now.Nation != was.Nation || c.Password != nil) {
		return store.Account{}, ErrElsewhere
	}
	if err := checkRole(access.Role(now.Role), now.Nation); err != nil {
		return store.Account{}, err
	}
	if administers(was) && !administers(now) {
		if err := a.another(ctx, id); err != nil {
			return store.Account{}, err
		}
	}
	if c.Password != nil {
		if err := checkPassword(was.Name, *c.Password); err != nil {
			return store.Account{}, err
		}
		if now.Password, err = hash(ctx, *c.Password); err != nil {
			return store.Account{}, err
		}
	}
	if err := a.Store.PutAccount(ctx, now); err != nil {
		return store.Account{}, err
	}
	if c.Password != nil || now.Disabled {
		// That the sessions count no longer does not hang on this: see principal.
		return now, a.Store.EndSessions(ctx, id)
	}
	return now, nil
}

// free returns store.ErrTaken where somebody has the name, in capitals or not:
// nobody should pass for another in the ledger.
func (a Accounts) free(ctx context.Context, name string) error {
	all, err := a.Store.Accounts(ctx)
	if err != nil {
		return err
	}
	for _, other := range all {
		if strings.EqualFold(other.Name, name) {
			return store.ErrTaken
		}
	}
	return nil
}

// another returns nil where somebody apart from id is an administrator.
func (a Accounts) another(ctx context.Context, id string) error {
	all, err := a.Store.Accounts(ctx)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID != id && administers(other) {
			return nil
		}
	}
	return ErrLastAdministrator
}

func administers(a store.Account) bool {
	return !a.Disabled && access.Role(a.Role) == access.Administrator
}

// vouched is the account of one for whom a provider vouches: made the first
// time, and given the role and nation that the provider says every time.
func (a Accounts) vouched(ctx context.Context, subject string, c claimed) (store.Account, error) {
	changing.Lock()
	defer changing.Unlock()
	was, err := a.Store.AccountBySubject(ctx, subject)
	now := was
	switch {
	case errors.Is(err, store.ErrNotFound):
		if err := a.free(ctx, c.name); err != nil {
			return store.Account{}, err
		}
		now = store.Account{ID: newID(), Name: c.name, Subject: subject, Created: a.Now().UTC().Truncate(time.Millisecond)}
	case err != nil:
		return store.Account{}, err
	}
	now.Role, now.Nation = string(c.role), c.nation
	if now == was {
		return now, nil
	}
	return now, a.Store.PutAccount(ctx, now)
}

// A name is that of an office: letters, digits and what stands between them.
var nameForm = regexp.MustCompile(`^[\p{L}\p{N}]([\p{L}\p{M}\p{N} ._@'’-]*[\p{L}\p{M}\p{N}.])?$`)

const longestName = 64

func checkName(name string) error {
	switch {
	case name == "":
		return invalid("name", wordNameMissing)
	case len([]rune(name)) > longestName:
		return invalid("name", wordNameLong, longestName)
	case !nameForm.MatchString(name):
		return invalid("name", wordNameForm)
	}
	return nil
}

var nationForm = regexp.MustCompile(`^[A-Z]{2}$`)

// checkRole holds the nation to the role: a liaison without one would see
// nothing, and a nation means nothing for those who see everything.
func checkRole(role access.Role, nation string) error {
	of := role == access.Liaison || role == access.DecisionMaker
	switch {
	case !slices.Contains(access.Roles, role):
		return invalid("role", wordNoSuchRole, role)
	case nation == "" && role == access.Liaison:
		return invalid("nation", wordNationMissing)
	case nation != "" && !of:
		return invalid("nation", wordNationTooMuch)
	case nation != "" && !nationForm.MatchString(nation):
		return invalid("nation", wordNationForm)
	}
	return nil
}

func newID() string { return strings.ToLower(rand.Text()[:16]) }
