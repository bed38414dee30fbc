package cli

import (
	"errors"
	"time"

	"sortie/internal/lang"
	"sortie/server/access"
	"sortie/server/signin"
	"sortie/store"
)

// accountCmd is what is done to accounts on the machine itself: the first
// administrator is made so, and one who is locked out comes back so.
type accountCmd struct {
	Add      accountAddCmd      `cmd:"" help:"${accountAdd}"`
	List     accountListCmd     `cmd:"" help:"${accountList}"`
	Password accountPasswordCmd `cmd:"" help:"${accountPassword}"`
	Disable  accountDisableCmd  `cmd:"" help:"${accountDisable}"`
	Enable   accountEnableCmd   `cmd:"" help:"${accountEnable}"`
}

type accountAddCmd struct {
	dbFlag
	passwordFlag
	Name   string `required:"" help:"${accountName}"`
	Role   string `required:"" enum:"administrator,planner,decision-maker,liaison,observer" placeholder:"ROLE" help:"${accountRole}"`
	Nation string `help:"${accountNation}"`
}

// Run makes an account, and the ledger where it is not there yet.
func (c *accountAddCmd) Run(e *env) error {
	password, err := c.read(e)
	if err != nil {
		return err
	}
	s, err := e.openStore(c.DB)
	if err != nil {
		return err
	}
	defer s.Close()
	a, err := accountsOf(s).Add(e.ctx, c.Name, access.Role(c.Role), c.Nation, password)
	if err != nil {
		return e.accountError(c.DB, c.Name, err)
	}
	return e.tell(a, wordAccountMade)
}

type accountListCmd struct{ dbFlag }

// Run lists the accounts by name.
func (c *accountListCmd) Run(e *env) error {
	s, err := e.existingStore(c.DB)
	if err != nil {
		return err
	}
	defer s.Close()
	all, err := s.Accounts(e.ctx)
	if err != nil {
		return e.storeError(c.DB, err)
	}
	if e.json {
		return e.writeJSON(append([]store.Account{}, all...))
	}
	l := e.lang
	table := sheet{columns: words(l, headName, headRole, headNation, headSignsIn, headState, headMade)}
	for _, a := range all {
		signsIn, state := wordSignsInHere, wordEnabled
		if a.Subject != "" {
			signsIn = wordSignsInElsewhere
		}
		if a.Disabled {
			state = wordDisabled
		}
		table.add(a.Name, a.Role, a.Nation, signsIn.In(l), state.In(l), e.short(a.Created, time.UTC))
	}
	e.print(table)
	return nil
}

type accountPasswordCmd struct {
	dbFlag
	passwordFlag
	Name string `required:"" help:"${accountName}"`
}

// Run gives an account another password, and ends its sessions.
func (c *accountPasswordCmd) Run(e *env) error {
	password, err := c.read(e)
	if err != nil {
		return err
	}
	return e.changeAccount(c.DB, c.Name, signin.Change{Password: &password}, wordPasswordChanged)
}

type accountDisableCmd struct {
	dbFlag
	Name string `required:"" help:"${accountName}"`
}

// Run signs an account out and lets it in no more.
func (c *accountDisableCmd) Run(e *env) error {
	yes := true
	return e.changeAccount(c.DB, c.Name, signin.Change{Disabled: &yes}, wordAccountDisabled)
}

type accountEnableCmd struct {
	dbFlag
	Name string `required:"" help:"${accountName}"`
}

// Run lets an account in again.
func (c *accountEnableCmd) Run(e *env) error {
	no := false
	return e.changeAccount(c.DB, c.Name, signin.Change{Disabled: &no}, wordAccountEnabled)
}

func accountsOf(s store.Store) signin.Accounts { return signin.Accounts{Store: s, Now: time.Now} }

func (e *env) changeAccount(db, name string, change signin.Change, done lang.Phrase) error {
	s, err := e.existingStore(db)
	if err != nil {
		return err
	}
	defer s.Close()
	a, err := s.AccountByName(e.ctx, name)
	if err == nil {
		a, err = accountsOf(s).Change(e.ctx, a.ID, change)
	}
	if err != nil {
		return e.accountError(db, name, err)
	}
	return e.tell(a, done)
}

// tell says what was done to an account; with --json, what it is now.
func (e *env) tell(a store.Account, done lang.Phrase) error {
	if e.json {
		return e.writeJSON(a)
	}
	e.say(done, a.Name, a.Role)
	return nil
}

// accountError words what keeps an account from being as it was asked for.
func (e *env) accountError(db, name string, err error) error {
	var fault *signin.Invalid
	switch {
	case errors.As(err, &fault):
		return usageError(fault.Why.In(e.lang))
	case errors.Is(err, store.ErrTaken):
		return usageError(e.lang.Say(wordNameTaken, name))
	case errors.Is(err, store.ErrNotFound):
		return usageError(e.lang.Say(wordNoSuchAccount, name))
	case errors.Is(err, signin.ErrLastAdministrator):
		return usageError(e.lang.Say(wordLastAdministrator, name))
	case errors.Is(err, signin.ErrElsewhere):
		return usageError(e.lang.Say(wordAccountElsewhere, name))
	}
	return e.storeError(db, err)
}
