package explain

import "sortie"

// Kind is what sort of thing a movement can wait for.
type Kind string

// The kinds of resource. Trip is the journey itself, loading and unloading
// included; Idle is waiting that this plan does without any need.
const (
	Trip        Kind = "trip"
	WorkingMOG  Kind = "working_mog"
	ParkingMOG  Kind = "parking_mog"
	Runway      Kind = "runway"
	Lifts       Kind = "lifts"       // every lift of a fleet is busy
	Window      Kind = "window"      // a fleet is not available sooner
	Utilisation Kind = "utilisation" // hours_per_day of a fleet
	Hours       Kind = "hours"       // open and closed
	Permission  Kind = "clearance"
	Cover       Kind = "cover" // a task keeps people
	Floor       Kind = "floor"
	Quota       Kind = "people_per_day"
	Ready       Kind = "ready"
	After       Kind = "after"
	Headway     Kind = "headway"
	Idle        Kind = "idle"
)

// Resource is what a movement waited for. Which of the fields after Kind are
// set depends on it.
type Resource struct {
	Kind  Kind        `json:"kind"`
	Place string      `json:"place,omitempty"`
	Mode  sortie.Mode `json:"mode,omitempty"`
	Fleet string      `json:"fleet,omitempty"`
	ID    string      `json:"id,omitempty" doc:"Of the task, clearance or unit."`
}
