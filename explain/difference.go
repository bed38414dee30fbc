package explain

import (
	"time"

	"sortie"
	"sortie/internal/lang"
)

// Side is a plan with the mission that it is a plan of.
type Side struct {
	Mission *sortie.Mission
	Plan    *sortie.Plan
}

// Difference is what changes when one plan takes the place of another.
type Difference struct {
	Sentence  string           `json:"sentence" doc:"The difference in a sentence."`
	Before    Standing         `json:"before" doc:"What the plan before comes to."`
	After     Standing         `json:"after" doc:"What the plan after comes to."`
	ClosureBy *int             `json:"closure_by" doc:"Minutes by which closure moves, later positive; null where one of the plans delivers nothing."`
	Count     Tally            `json:"count" doc:"How many movements there are of each kind of change."`
	Same      []Pair           `json:"same" doc:"Movements in which nothing changes."`
	Movements []MovementChange `json:"movements" doc:"The others, by the earlier of their two loadings."`
	Units     []UnitChange     `json:"units" doc:"Units for which something changes, in the mission's order."`
	Tell      []Notice         `json:"tell" doc:"Who must be told, whoever is concerned first at the top."`
}

// Standing is what a plan comes to.
type Standing struct {
	Feasible    bool          `json:"feasible"`
	Closure     *time.Time    `json:"closure" doc:"Null: nothing is delivered."`
	Margin      *int          `json:"margin_minutes" doc:"Deadline minus closure."`
	Bound       *time.Time    `json:"bound" doc:"No plan that delivers as much closes before; null: no bound is proven."`
	Undelivered sortie.Counts `json:"undelivered"`
	Late        sortie.Counts `json:"late"`
	Tardiness   int           `json:"tardiness"`
	LiftHours   float64       `json:"lift_hours"`
	Sorties     int           `json:"sorties"`
	Movements   int           `json:"movements" doc:"Convoys and positioning legs included."`
}

// Tally is a number of movements for each kind of change.
type Tally struct {
	Same    int `json:"same"`
	Moved   int `json:"moved" doc:"In time alone."`
	Changed int `json:"changed" doc:"In lift, route or load, and perhaps in time."`
	New     int `json:"new"`
	Gone    int `json:"gone"`
}

// Pair is a movement of the plan before and the one that stands for it after, by
// their numbers.
type Pair struct {
	Before int `json:"before"`
	After  int `json:"after"`
}

// ChangeKind says how far a movement changes.
type ChangeKind string

// The kinds of change.
const (
	Moved   ChangeKind = "moved"   // in time alone
	Changed ChangeKind = "changed" // in more than time
	New     ChangeKind = "new"     // only in the plan after
	Gone    ChangeKind = "gone"    // only in the plan before
)

// Aspect is what of a movement changes.
type Aspect string

// The aspects.
const (
	Times    Aspect = "time"
	OfLift   Aspect = "lift"  // another lift of the same fleet
	OfFleet  Aspect = "fleet" // a lift of another fleet, or a convoy in place of one
	OfMode   Aspect = "mode"
	Route    Aspect = "route"   // from, to or the stops between
	Load     Aspect = "load"    // what is aboard, of which unit
	Stowed   Aspect = "stowage" // the same load, lying otherwise
	Whole    Aspect = "new"     // the movement itself: there was none
	NoLonger Aspect = "gone"
)

// MovementChange is a movement that is not the same in both plans.
type MovementChange struct {
	Kind       ChangeKind `json:"kind" enum:"moved,changed,new,gone"`
	What       []Aspect   `json:"what,omitempty" enum:"time,lift,fleet,mode,route,load,stowage" doc:"What of it changes."`
	DepartBy   int        `json:"depart_by,omitempty" doc:"Minutes by which its departure moves, later positive."`
	UnloadedBy int        `json:"unloaded_by,omitempty" doc:"The same of its unloading."`
	Before     *Leg       `json:"before,omitempty" doc:"Absent: it is new."`
	After      *Leg       `json:"after,omitempty" doc:"Absent: it is gone."`
	Says       string     `json:"says" doc:"The change in words."`
}

// Leg is a movement in short.
type Leg struct {
	Movement int         `json:"movement" doc:"Its number in its plan."`
	Lift     string      `json:"lift,omitempty" doc:"fleet/number; absent: a convoy."`
	Mode     sortie.Mode `json:"mode"`
	From     string      `json:"from"`
	To       string      `json:"to"`
	Stops    []string    `json:"stops,omitempty" doc:"Places of technical stops."`
	Load     time.Time   `json:"load"`
	Depart   time.Time   `json:"depart"`
	Arrive   time.Time   `json:"arrive"`
	Unloaded time.Time   `json:"unloaded"`
	Cargo    []Part      `json:"cargo,omitempty" doc:"Absent: a positioning leg."`
}

// Part is what a movement carries of one unit.
type Part struct {
	Unit   string         `json:"unit"`
	People int            `json:"people,omitempty"`
	Items  map[string]int `json:"items,omitempty" doc:"Equipment type → number."`
}

// UnitChange is what changes for one unit.
type UnitChange struct {
	Unit   string   `json:"unit"`
	Nation string   `json:"nation,omitempty"`
	Before UnitSpan `json:"before"`
	After  UnitSpan `json:"after"`
}

// UnitSpan is what a plan does with a unit, in short.
type UnitSpan struct {
	FirstDepart *time.Time    `json:"first_depart" doc:"Departure of the first movement that carries any of it; null: none does."`
	LastArrive  *time.Time    `json:"last_unloaded" doc:"Last unloading at its destination; null: nothing of it arrives."`
	Movements   int           `json:"movements" doc:"That carry any of it."`
	Late        sortie.Counts `json:"late" doc:"Delivered after the deadline."`
	Left        sortie.Counts `json:"left" doc:"Not at its destination at the end."`
}

// Compare says what changes when the plan after takes the place of the plan
// before. Both are of one mission, perhaps at two stages of its life. Sentences
// are in the given language and name places and units as the mission after does.
//
// A movement has no name that lives longer than its plan, so that movements are
// matched by what they do, in steps; each step pairs what those before have left:
//
//  1. the same in everything, times included;
//  2. the same fleet, route and cargo: the one that costs least to change, where
//     each minute of its departure counts one and another lift of the fleet 60;
//  3. the same mode, route and cargo, by lifts of another fleet;
//  4. the same route and some of the same unit, where another fleet counts 240
//     minutes and a load that has nothing in common a day;
//  5. some of the same unit from the same place by the same mode, or to it.
//
// What costs a day or more is not paired in the last two steps, nor are empty legs of
// two lifts. Within a step the pair that costs least is made first, then the earlier;
// what one lift does again and again keeps its order. What is left is new or gone. So
// a plan does not differ from itself, and the difference the other way round has the
// same pairs.
func Compare(before, after Side, l lang.Lang) *Difference {
	c := newComparison(before, after)
	c.match()
	d := &Difference{Before: standing(before), After: standing(after), Same: []Pair{}, Movements: []MovementChange{}}
	if d.Before.Closure != nil && d.After.Closure != nil {
		by := minutesBetween(*d.Before.Closure, *d.After.Closure)
		d.ClosureBy = &by
	}
	c.changes(d)
	d.Units = unitChanges(before, after)
	d.Tell = c.notices(d)
	w := wording{l: l, m: after.Mission, old: before.Mission, zone: c.zone}
	for i := range d.Movements {
		d.Movements[i].Says = w.change(&d.Movements[i])
	}
	d.Sentence = w.whole(d)
	return d
}

func standing(s Side) Standing {
	v := s.Plan.Verdict
	out := Standing{Feasible: v.Feasible, Closure: v.Closure, Margin: v.MarginMinutes, Undelivered: v.Undelivered, Late: v.Late,
		Tardiness: v.Tardiness, LiftHours: v.LiftHours, Sorties: v.Sorties, Movements: len(s.Plan.Movements)}
	if v.Bound != nil {
		out.Bound = v.Bound.Closure
	}
	return out
}

func minutesBetween(a, b time.Time) int { return int(b.Sub(a) / time.Minute) }
