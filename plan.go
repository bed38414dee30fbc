package sortie

import (
	"encoding/json"
	"time"
)

// Plan is who and what moves when, with the verdict on it.
type Plan struct {
	Version       int        `json:"sortie"`
	Mission       string     `json:"mission"`        // id
	MissionSHA256 string     `json:"mission_sha256"` // of the mission's canonical JSON, hexadecimal
	Made          Made       `json:"made"`
	Verdict       Verdict    `json:"verdict"`
	Movements     []Movement `json:"movements"`
}

// Made says how a plan came to be.
type Made struct {
	By      string  `json:"by"`
	Seed    uint64  `json:"seed"`
	Seconds float64 `json:"seconds"`
}

// Movement is one journey of a lift, or of a convoy of a unit's own vehicles.
type Movement struct {
	ID       int       `json:"id"`
	Lift     string    `json:"lift,omitempty"` // fleet/number; empty: a convoy
	Mode     Mode      `json:"mode"`
	From     string    `json:"from"`
	To       string    `json:"to"`
	Load     time.Time `json:"load"` // loading begins
	Depart   time.Time `json:"depart"`
	Arrive   time.Time `json:"arrive"`
	Unloaded time.Time `json:"unloaded"`
	KM       float64   `json:"km"`
	Stops    []Stop    `json:"stops,omitempty"`
	Cargo    []Cargo   `json:"cargo,omitempty"` // none: a positioning leg
}

// Stop is a technical stop on the way; cargo stays aboard.
type Stop struct {
	At     string    `json:"at"`
	Arrive time.Time `json:"arrive"`
	Depart time.Time `json:"depart"`
}

// Cargo is what a movement carries of one unit.
type Cargo struct {
	Unit   string `json:"unit"`
	People int    `json:"people,omitempty"`
	Items  []Item `json:"items,omitempty"`
}

// Item is one piece of equipment. Stowage is given on lifts with decks alone.
type Item struct {
	Type string `json:"type"`
	*Stowage
}

// Stowage is where an item lies: deck number from 0, its corner nearest to the
// deck's origin in metres, length along x and width along y.
type Stowage struct {
	Deck int     `json:"deck"`
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
}

// Counts is an amount of people and items.
type Counts struct {
	People int `json:"people"`
	Items  int `json:"items"`
}

// Verdict is what a plan achieves. Closure and MarginMinutes are nil when
// nothing is delivered.
type Verdict struct {
	Feasible      bool       `json:"feasible"` // no rule broken, everything delivered by the deadline
	Deadline      time.Time  `json:"deadline"`
	Closure       *time.Time `json:"closure"`        // last unloading at a final destination
	MarginMinutes *int       `json:"margin_minutes"` // deadline − closure
	Late          Counts     `json:"late"`           // delivered after the deadline
	Undelivered   Counts     `json:"undelivered"`
	Tardiness     int        `json:"tardiness"`  // minutes past due × (6 − priority), over units
	LiftHours     float64    `json:"lift_hours"` // legs of lifts; stops and convoys excluded
	Sorties       int        `json:"sorties"`    // movements with a lift and cargo
	Cost          float64    `json:"cost,omitzero"`
	Bound         *Bound     `json:"bound"`
	LeftBehind    []Left     `json:"left_behind,omitempty"`
}

// Left is what a plan does not deliver of one unit, and why.
type Left struct {
	Unit string `json:"unit"`
	Counts
	Reason string `json:"reason"`
}

// Bound is a proof that no plan delivering as much closes sooner.
type Bound struct {
	Closure     *time.Time      `json:"closure"`
	Gap         *float64        `json:"gap"`   // (closure − bound) / (bound − operation.start)
	Proof       string          `json:"proof"` // a sentence for a reader
	Certificate json.RawMessage `json:"certificate"`
	Undelivered *Counts         `json:"undelivered,omitempty"`
}
