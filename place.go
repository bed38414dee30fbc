package sortie

import "time"

// Mode is a way of moving.
type Mode string

// The modes, in the order in which tables list them.
const (
	Air  Mode = "air"
	Road Mode = "road"
	Rail Mode = "rail"
	Sea  Mode = "sea"
)

// Modes lists every mode.
var Modes = []Mode{Air, Road, Rail, Sea}

// Place is somewhere units stand, load, unload or are guarded.
type Place struct {
	ID       string            `json:"id"`
	Name     string            `json:"name,omitempty"`
	Country  string            `json:"country"`           // ISO 3166
	At       Position          `json:"at,omitzero"`       // needed where air moves by great circle
	ICAO     string            `json:"icao,omitempty"`    // airport code
	Handles  map[Mode]Handling `json:"handles,omitempty"` // absent: road only, without limits
	Timezone string            `json:"timezone,omitempty"`
	Open     []string          `json:"open,omitempty"` // local hours such as 06:00-22:00; absent = always
	Closed   []Closure         `json:"closed,omitempty"`
	Basis    *Basis            `json:"basis,omitempty"`
}

// Position is latitude and longitude in degrees, north and east positive,
// written as a pair. The zero position means not given.
type Position [2]float64

// Handling is what a place can take of one mode. An absent figure is no limit.
type Handling struct {
	ParkingMOG *int     `json:"parking_mog,omitempty"` // slots for lifts standing
	WorkingMOG *int     `json:"working_mog,omitempty"` // lifts loading or unloading at once
	Runway     float64  `json:"runway,omitzero"`       // metres
	Interval   Duration `json:"interval,omitzero"`     // least time between two departures or arrivals
}

// Closure is a time in which nothing departs or arrives: [From, To).
type Closure struct {
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
	Why  string    `json:"why,omitempty"`
}

// Link joins two places by one mode: both ways by Between, or one way by From
// and To. KM or Minutes is given for road, rail and sea.
type Link struct {
	Mode    Mode     `json:"mode"`
	Between []string `json:"between,omitempty"` // two place ids
	From    string   `json:"from,omitempty"`
	To      string   `json:"to,omitempty"`
	KM      float64  `json:"km,omitzero"`
	KMH     float64  `json:"kmh,omitzero"`
	Minutes *float64 `json:"minutes,omitempty"` // travel time; for air the whole time
	Types   []string `json:"types,omitempty"`   // lift types that it holds for; absent = all
	Basis   *Basis   `json:"basis,omitempty"`
}

// Clearance is a permission to depart or arrive in a country by a mode.
type Clearance struct {
	ID      string    `json:"id"`
	Country string    `json:"country"`
	Mode    Mode      `json:"mode,omitempty"`    // absent = every mode
	Nations []string  `json:"nations,omitempty"` // of the lift, or of the convoy's units; absent = all
	From    time.Time `json:"from,omitzero"`
	Until   time.Time `json:"until,omitzero"`
	Lead    Duration  `json:"lead,omitzero"` // asked for so long before From; shown, no rule
	Odds    *float64  `json:"odds,omitempty"`
	Basis   *Basis    `json:"basis,omitempty"`
}

// Task is cover: people who must stand at a place for a time, [From, Until).
type Task struct {
	ID     string    `json:"id"`
	Name   string    `json:"name,omitempty"`
	At     string    `json:"at"`
	People int       `json:"people"`
	From   time.Time `json:"from,omitzero"`  // absent = operation.start
	Until  time.Time `json:"until,omitzero"` // absent = to the end
	Basis  *Basis    `json:"basis,omitempty"`
}
