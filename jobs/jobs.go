// Package jobs runs plans as jobs on NATS JetStream: on the server embedded in
// this process, or on a headquarters' cluster; there is one path through the
// code for both. A run that was accepted survives the death of whoever works on
// it: another goes on from its best plan.
package jobs

import (
	"encoding/json"
	"time"

	"sortie/internal/lang"
)

// State is how far a run has come.
type State string

// The states of a run. Waiting, running and stopping are under way; the others
// are final.
const (
	Waiting  State = "waiting"
	Running  State = "running"
	Stopping State = "stopping" // asked to end, keeping its best plan
	Done     State = "done"     // there is a plan
	Failed   State = "failed"   // there is none; Error says why
)

// Request is what a run is asked to do.
type Request struct {
	Mission    string          `json:"mission" doc:"Id."`
	Revision   int64           `json:"revision" doc:"Sequence number of the ledger entry that is planned."`
	By         string          `json:"by" doc:"Account that asked; runs are shared fairly between these, then between missions."`
	Seconds    float64         `json:"seconds" doc:"Most time for the search, over all its workers; 0: 10, or no limit of its own where there is one of iterations."`
	Iterations int             `json:"iterations" doc:"Most schedules to try; 0: no limit."`
	Seed       uint64          `json:"seed"`
	Body       json.RawMessage `json:"-" doc:"The mission's canonical JSON."`
	From       json.RawMessage `json:"-" doc:"Plan to start from; nil: none."`
}

// Progress is how good the best plan is so far.
type Progress struct {
	Planned     bool       `json:"planned" doc:"There is a plan; without one the figures below say nothing."`
	Closure     *time.Time `json:"closure" doc:"Of the best plan; null while nothing is delivered."`
	Bound       *time.Time `json:"bound" doc:"No plan that does as well closes before; null while there is no proof."`
	Gap         *float64   `json:"gap" doc:"(closure − bound) / (bound − operation.start)."`
	Undelivered int        `json:"undelivered"`
	Late        int        `json:"late"`
	Tardiness   int        `json:"tardiness"`
	Iterations  int        `json:"iterations"`
	Seconds     float64    `json:"seconds" doc:"Spent on the search, over all its workers."`
}

// Run is one run and how far it has come.
type Run struct {
	ID string `json:"id"`
	Request
	State    State     `json:"state"`
	Asked    time.Time `json:"asked"`
	Begun    time.Time `json:"begun,omitzero"`
	Ended    time.Time `json:"ended,omitzero"`
	Worker   string    `json:"worker,omitempty" doc:"Who works on it now."`
	Cores    int       `json:"cores,omitempty" doc:"With how many cores."`
	Tries    int       `json:"tries" doc:"Workers that have begun it."`
	Progress Progress  `json:"progress"`
	Entry    int64     `json:"entry,omitempty" doc:"Ledger entry of its plan, once it is recorded."`
	Error    lang.Text `json:"error,omitzero" doc:"Why there is no plan, or why the run ended early; tells nothing of the mission."`
}

// ended reports whether the state is final.
func (s State) ended() bool { return s == Done || s == Failed }

// Errors of jobs. Their texts tell a user what to do, and nothing of missions or
// machines; what lies behind is wrapped for the operator's log.
var (
	ErrNotFound = lang.Err(lang.Phrase{EN: "there is no such run", FR: "ce calcul n’existe pas"})
	ErrNoPlan   = lang.Err(lang.Phrase{EN: "the run has no plan yet", FR: "le calcul n’a pas encore de plan"})
	ErrBusy     = lang.Err(lang.Phrase{EN: "too many runs are waiting: stop one, or try again later", FR: "trop de calculs attendent : arrêtez-en un, ou réessayez plus tard"})
	ErrLimit    = lang.Err(lang.Phrase{EN: "the run asks for more than is allowed", FR: "le calcul demande plus que ce qui est permis"})
	ErrFull     = lang.Err(lang.Phrase{EN: "the disk is full: nothing was kept; make room and try again", FR: "le disque est plein : rien n’a été gardé ; faites de la place et réessayez"})
	ErrAway     = lang.Err(lang.Phrase{EN: "the runs cannot be reached now: try again later", FR: "les calculs sont injoignables pour l’instant : réessayez plus tard"})
)
