package store

import (
	"encoding/json"
	"time"

	"sortie"
)

// Revised is the body of a revision: the whole mission, checked.
type Revised struct {
	Mission json.RawMessage `json:"mission"`           // canonical JSON, as `sortie export --to json` writes it
	Note    string          `json:"note,omitempty"`    // why, in the writer's words
	Replays int64           `json:"replays,omitempty"` // the entry whose mission this one brings back (undo)
}

// Voted is the body of a vote: one member's vote on a decision of the record.
type Voted struct {
	Decision string      `json:"decision"` // id of the record's entry
	Nation   string      `json:"nation"`   // ISO 3166
	Vote     sortie.Vote `json:"vote"`
}

// Planned is the body of a plan.
type Planned struct {
	Plan     json.RawMessage `json:"plan"`          // as `sortie plan --json` writes it
	Revision int64           `json:"revision"`      // entry of the mission that was planned
	Run      string          `json:"run,omitempty"` // the run that found it; empty: brought from elsewhere
	Note     string          `json:"note,omitempty"`
}

// Happened is the body of an actual: what really happened to a movement of a
// plan. A later one of the same movement and plan replaces an earlier one.
type Happened struct {
	Plan      int64     `json:"plan"`     // entry of the plan
	Movement  int       `json:"movement"` // its number in that plan
	Cancelled bool      `json:"cancelled,omitzero"`
	Depart    time.Time `json:"depart,omitzero"`
	Arrive    time.Time `json:"arrive,omitzero"`
	Unloaded  time.Time `json:"unloaded,omitzero"`
	Note      string    `json:"note,omitempty"`
}
