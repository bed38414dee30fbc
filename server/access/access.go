// Package access says who may do what: the roles, the operations and the policy
// that joins them. It decides and does nothing else; no handler has a rule of
// its own.
package access

// Role is what an account is for.
type Role string

// The roles.
const (
	Administrator Role = "administrator"  // accounts, and everything a planner may
	Planner       Role = "planner"        // missions, plans and runs
	DecisionMaker Role = "decision-maker" // reads everything, votes, makes statements
	Liaison       Role = "liaison"        // the units of its own nation, and totals of the others
	Observer      Role = "observer"       // reads everything, changes nothing
)

// Principal is who asks.
type Principal struct {
	Account string // id; empty: nobody has signed in
	Name    string // what the ledger's entries carry as actor
	Role    Role
	Nation  string // ISO 3166; of a liaison
}
