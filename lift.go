package sortie

import "time"

// LiftType is a kind of aircraft, ship, train, bus or truck. Absent limits do
// not bind.
type LiftType struct {
	ID           string       `json:"id"`
	Mode         Mode         `json:"mode"`
	Name         string       `json:"name,omitempty"`
	Speed        float64      `json:"speed"`                   // km/h, block speed
	Overhead     Duration     `json:"overhead,omitzero"`       // per leg
	PayloadRange [][2]float64 `json:"payload_range,omitempty"` // [km, t]; flat before the first, none after the last
	Payload      *float64     `json:"payload,omitempty"`       // t, instead of PayloadRange
	Range        float64      `json:"range,omitzero"`          // km, with or without Payload
	Decks        []Deck       `json:"decks,omitzero"`          // nil: space is not modelled; empty: no items at all
	Gap          float64      `json:"gap"`                     // least space between items and to the deck's edges, m
	Seats        Seats        `json:"seats,omitzero"`
	Load         Duration     `json:"load,omitzero"`
	Unload       Duration     `json:"unload,omitzero"`
	Turnaround   Duration     `json:"turnaround,omitzero"` // least time from arrival to next departure
	Slots        int          `json:"slots"`               // parking places it takes
	Runway       float64      `json:"runway,omitzero"`     // metres it needs
	CostPerHour  float64      `json:"cost_per_hour,omitzero"`
	Basis        *Basis       `json:"basis,omitempty"`
}

// Deck is a floor for items, metres. Count equal ones are listed once.
type Deck struct {
	Count   int      `json:"count"`
	Length  float64  `json:"length"`
	Width   float64  `json:"width"`
	Height  float64  `json:"height"`
	Payload *float64 `json:"payload,omitempty"` // t of each
}

// Seats is how many people a lift takes with an empty deck and beside a full
// one.
type Seats struct {
	Empty int `json:"empty"`
	Full  int `json:"full"`
}

// EquipmentType is a kind of vehicle, trailer, container or pallet.
type EquipmentType struct {
	ID     string  `json:"id"`
	Name   string  `json:"name,omitempty"`
	Length float64 `json:"length"` // metres
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Mass   float64 `json:"mass"`            // tonnes
	Drives bool    `json:"drives,omitzero"` // moves on the road by itself
	Towed  bool    `json:"towed,omitzero"`  // moves on the road behind another
	KMH    float64 `json:"kmh,omitzero"`
	Seats  int     `json:"seats,omitzero"` // driver included
	Basis  *Basis  `json:"basis,omitempty"`
}

// Fleet is Count equal lifts, named ID/1 … ID/Count.
type Fleet struct {
	ID          string    `json:"id"`
	Type        string    `json:"type"`
	Nation      string    `json:"nation,omitempty"`
	Count       int       `json:"count"`
	Base        string    `json:"base"`          // place where each stands at first
	From        time.Time `json:"from,omitzero"` // available window
	Until       time.Time `json:"until,omitzero"`
	Return      bool      `json:"return,omitzero"`        // every lift that moved ends at its base
	HoursPerDay float64   `json:"hours_per_day,omitzero"` // most hours under way in any 24 h; 0 = no limit
	Serves      []string  `json:"serves,omitempty"`       // nations; absent = all
	Basis       *Basis    `json:"basis,omitempty"`
}

// Unit is a body of people with their equipment that stands somewhere and, if
// To is given, has to get somewhere else.
type Unit struct {
	ID        string         `json:"id"`
	Nation    string         `json:"nation,omitempty"` // ISO 3166
	Name      string         `json:"name,omitempty"`
	At        string         `json:"at"`
	To        string         `json:"to,omitempty"` // absent: it stays
	People    int            `json:"people"`
	Equipment map[string]int `json:"equipment,omitempty"` // equipment type → count
	Ready     time.Time      `json:"ready,omitzero"`      // RLD; absent = operation.start
	Due       time.Time      `json:"due,omitzero"`        // RDD; absent = operation.deadline
	Priority  int            `json:"priority"`            // 1 first … 5 last
	Modes     []Mode         `json:"modes,omitempty"`     // absent = any
	Via       []string       `json:"via,omitempty"`       // places it passes, in this order
	Together  *Duration      `json:"together,omitempty"`  // most time between first and last unloading at To
	After     []string       `json:"after,omitempty"`     // units that must all be at their To before it loads
	Basis     *Basis         `json:"basis,omitempty"`
}
