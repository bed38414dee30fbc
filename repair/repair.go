// Package repair looks for the cheapest repairs of a mission: least changes of what
// can be had under which a plan closes sooner, is in time, or delivers what the plan
// at hand leaves behind. What is tried comes from the bottleneck of that plan
// (package explain); each change is tried by planning the changed mission from the
// plan at hand, so that a repair is a plan and no estimate, and the verifier has
// passed it.
package repair

import (
	"context"
	"encoding/json"
	"time"

	"sortie"
)

// Kind is what sort of change a repair is.
type Kind string

// The kinds of change, and what of the mission each changes.
const (
	Team        Kind = "team"           // one more of a place's working_mog
	Stand       Kind = "stand"          // one more of its parking_mog
	Opens       Kind = "opens"          // its hours begin sooner
	Shuts       Kind = "shuts"          // its hours end later
	Reopens     Kind = "reopens"        // a time in which it is closed ends sooner
	HoursPerDay Kind = "hours_per_day"  // more of a fleet
	Lift        Kind = "lift"           // one more of a fleet
	Available   Kind = "available"      // a fleet's window begins sooner
	Stays       Kind = "stays"          // a fleet's window ends later
	Clearance   Kind = "clearance"      // begins sooner
	Holds       Kind = "holds"          // a clearance ends later
	Release     Kind = "release"        // a unit is ready sooner
	Task        Kind = "task"           // ends sooner
	Floor       Kind = "floor"          // ends sooner
	PerDay      Kind = "people_per_day" // more people a day
	Deadline    Kind = "deadline"       // later
)

// ease is how easily an officer gets a change, the easiest first: what those who run a
// place settle; what needs crews, an apron or a state's leave; what a nation has to
// bring forward; another lift, which it has to have; a task, which the host has to
// take over, and what closes a place; what the council decided; and what was announced.
var ease = map[Kind]int{
	Team: 1, Opens: 1, Shuts: 1,
	Stand: 2, HoursPerDay: 2, Clearance: 2, Holds: 2,
	Available: 3, Stays: 3, Release: 3,
	Lift: 4, Task: 5, Reopens: 5, PerDay: 6, Floor: 6, Deadline: 7,
}

// Change is a least change of a mission.
type Change struct {
	Kind  Kind        `json:"kind" enum:"team,stand,opens,shuts,reopens,hours_per_day,lift,available,stays,clearance,holds,release,task,floor,people_per_day,deadline"`
	Place string      `json:"place,omitempty"`
	Mode  sortie.Mode `json:"mode,omitempty"`
	Fleet string      `json:"fleet,omitempty"`
	ID    string      `json:"id,omitempty" doc:"Of the task, clearance or unit."`
	Path  string      `json:"path" doc:"The key that changes, such as places[3].handles.air.working_mog."`
	From  string      `json:"from" doc:"Its value in the mission as it is; empty: none."`
	To    string      `json:"to" doc:"Its value with the repair; empty: none."`
	By    int         `json:"by_minutes,omitempty" doc:"How far it is moved, where it is moved in time."`

	least   bool   // it may be moved by less
	why     string // a place is closed, in parentheses
	patch   map[string]any
	mission *sortie.Mission
}

// Outcome is what a plan comes to, as far as repairs are compared by it.
type Outcome struct {
	Feasible    bool          `json:"feasible"`
	Closure     *time.Time    `json:"closure" doc:"Null: nothing is delivered."`
	Margin      *int          `json:"margin_minutes" doc:"Deadline minus closure."`
	Undelivered sortie.Counts `json:"undelivered"`
	Late        sortie.Counts `json:"late"`
	Tardiness   int           `json:"tardiness"`
}

// Repair is a change that helps, with what it comes to: one, or a few that help only
// together.
type Repair struct {
	Changes []Change `json:"changes"`
	Outcome
	Gained int        `json:"gained_minutes" doc:"By which closure is sooner than without the change and with as much search."`
	Bound  *time.Time `json:"bound" doc:"With the change, no plan that does as well otherwise closes before; null: nothing is proven."`
	Proven bool       `json:"proven" doc:"It is proven that no plan does as well without the change."`
	Says   string     `json:"says" doc:"The repair in words."`

	// Patch has the lists that change whole.
	Patch json.RawMessage `json:"patch" doc:"JSON merge patch of the mission that was planned. Lists stand in it whole."`
}

// Report is what has been found so far.
type Report struct {
	Sentence string   `json:"sentence,omitempty" doc:"That search alone makes the plan better, where it does; that nothing helps, once that is known."`
	Base     Outcome  `json:"base" doc:"What the unchanged mission comes to with as much search: repairs are measured against it."`
	Tried    int      `json:"tried" doc:"Changes that were tried."`
	Of       int      `json:"of" doc:"Changes that are to be tried."`
	Done     bool     `json:"done"`
	Repairs  []Repair `json:"repairs" doc:"Changes that help, the one that is easiest to get first."`

	searched int // minutes by which search alone is sooner than the plan
}

// Options say how to look.
type Options struct {
	Seed uint64
	// Iterations are how many schedules are tried for each change; four times as many for
	// the mission as it is. 0: as many as take about half a second.
	Iterations int
	// Turn waits for leave to compute for a second or two, and returns what ends it.
	// nil: there is no need to wait.
	Turn func(context.Context) (leave func(), err error)
	// Progress is called with each change that was tried. nil: nobody asks.
	Progress func(*Report)
}

// Find looks for repairs of a mission with a plan of it. It ends with what it has
// found when the context ends, and returns the context's error beside that. With the same
// seed and iterations it finds the same on any machine.
//
// A plan that breaks rules is first made into one that keeps them; where that cannot
// be done, as where people lack for a task from the first, there are no repairs.
func Find(ctx context.Context, m *sortie.Mission, p *sortie.Plan, o Options) (*Report, error) {
	f := &finder{ctx: ctx, m: m, o: o}
	if f.o.Iterations == 0 {
		f.o.Iterations = effort(p)
	}
	if err := f.begin(p); err != nil {
		return &f.report, err
	}
	makers := f.candidates()
	f.report.Of = len(makers)
	f.tell()
	for _, make := range makers {
		if err := f.try(make); err != nil {
			return &f.report, err
		}
		f.tell()
	}
	f.report.Done = true
	f.tell()
	return &f.report, nil
}

// effort is how many schedules are tried for a change of a plan's mission, more where
// it is small.
func effort(p *sortie.Plan) int { return max(20, min(600, 150_000/(len(p.Movements)+1))) }
