// Package access says who may do what: the roles, the operations and the policy
// that joins them. It decides and does nothing else; no handler has a rule of
// its own.
//
// The policy is policy.cedar, in the Cedar language, and is meant to be read by
// whoever answers for an installation. Whatever it does not permit is denied.
package access

import "context"

// Role is what an account is for.
type Role string

// The roles.
const (
	Administrator Role = "administrator"  // accounts, and everything the others may
	Planner       Role = "planner"        // missions, plans and runs
	DecisionMaker Role = "decision-maker" // reads everything, votes, makes statements, starts runs
	Liaison       Role = "liaison"        // the units of its own nation, and totals of the others
	Observer      Role = "observer"       // reads everything, changes nothing
)

// Roles lists every role.
var Roles = []Role{Administrator, Planner, DecisionMaker, Liaison, Observer}

// Principal is who asks.
type Principal struct {
	Account string // id; empty: nobody has signed in
	Name    string // what the ledger's entries carry as actor
	Role    Role
	Nation  string // ISO 3166; of a liaison, and of a decision maker who votes for one nation alone
}

// Everything is who asks where nobody has to sign in: one person at a laptop,
// who may do everything.
var Everything = Principal{Account: "local", Name: "local", Role: Administrator}

type contextKey struct{}

// With is a context that carries who asks.
func With(ctx context.Context, p Principal) context.Context {
	return context.WithValue(ctx, contextKey{}, p)
}

// From is who asks; nobody where the context does not say.
func From(ctx context.Context) Principal {
	p, _ := ctx.Value(contextKey{}).(Principal)
	return p
}
