// Package search puts hauls together into a plan and makes it better: a first
// plan by construction, then large neighbourhoods over loads, order, ways and
// fleets, each judged by a full schedule.
package search
