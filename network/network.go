package network

import (
	"sync"
	"time"

	"sortie"
)

// Modes as indices, in the order of [sortie.Modes].
const (
	Air ModeIndex = iota
	Road
	Rail
	Sea
	modeCount
)

// Network is a compiled mission. All of it is read-only.
type Network struct {
	Mission *sortie.Mission
	Zone    *time.Location // the mission's

	Start    Minute // nothing loads before
	Deadline Minute
	First    Minute // calendars begin here: nothing of a plan may lie before
	Last     Minute // and end here: nothing may lie after

	Places  []Place
	Types   []LiftType
	Items   []ItemType
	Fleets  []Fleet
	Units   []Unit
	Nations []string

	PersonT      float64
	Convoy       sortie.Convoy
	PeoplePerDay int // Unlimited where the mission sets none
	Floors       []Floor

	speeds    []float64 // distinct speeds of driving items, ascending
	links     [modeCount][]link
	adjacent  [modeCount][][]int // place → links that leave it
	airLinks  map[[2]PlaceIndex][]*sortie.Link
	liftRows  [][]*row // travel times by lift type and place, each filled when first asked for; nil where it does not go
	driveRows [][]row  // by speed and place
	routes    routeCache
	motors    map[stand]motors

	liftHops    sync.Map // what may carry a part of a unit → [][]liftHop
	itineraries sync.Map // what a part of a unit may ride on → []Itinerary
}

// Place is a place with its limits.
type Place struct {
	ID       string
	Country  string
	Host     bool // in the theatre
	Zone     *time.Location
	At       sortie.Position
	Handles  [modeCount]bool
	Parking  [modeCount]int // slots; Unlimited where not limited
	Working  [modeCount]int // lifts loading or unloading at once
	Interval [modeCount]int // minutes between two departures or arrivals
	Runway   [modeCount]float64
	Tasks    []Task
	access   [modeCount][]*Calendar // by nation; the last is for none
}

// LiftType is a lift type in minutes and indices.
type LiftType struct {
	*sortie.LiftType
	Mode                     ModeIndex
	Load, Unload, Turnaround int
	Decks                    []Deck // count unrolled
	NoSpace                  bool   // decks absent: items count by mass alone
	TotalLength              float64
	curve                    [][2]float64
}

// Deck is one floor of a lift.
type Deck struct{ Length, Width, Height, Payload float64 }

// ItemType is an equipment type.
type ItemType struct {
	*sortie.EquipmentType
	Speed int // index of its speed among the network's; None if it has none
}

// Fleet is equal lifts.
type Fleet struct {
	ID          string
	Type        TypeIndex
	Nation      NationIndex // None where not given
	Count       int
	Base        PlaceIndex
	From, Until Minute
	Return      bool
	PerDay      int // most minutes under way in any 24 h; Unlimited where not limited
	serves      []bool
}

// Serves reports whether the fleet carries units of the nation.
func (f *Fleet) Serves(n NationIndex) bool { return f.serves == nil || n >= 0 && f.serves[n] }

// Unit is a unit in indices.
type Unit struct {
	ID       string
	Nation   NationIndex
	At, To   PlaceIndex // To is None where it stays
	People   int
	Items    []ItemCount // by item index
	Ready    Minute      // start or its own, whichever is later
	Due      Minute
	Priority int
	Via      []PlaceIndex // still to pass
	Together int          // minutes; Unlimited where not given
	After    []UnitIndex
	modes    [modeCount]bool
}

// ItemCount is a number of one type.
type ItemCount struct {
	Type  ItemIndex
	Count int
}

// Allows reports whether the unit may move by the mode.
func (u *Unit) Allows(m ModeIndex) bool { return u.modes[m] }

// Total is the unit's people plus items.
func (u *Unit) Total() int {
	n := u.People
	for _, it := range u.Items {
		n += it.Count
	}
	return n
}

// Task is cover at a place in [From, Until).
type Task struct {
	ID          string
	People      int
	From, Until Minute
}

// Floor is a least strength in the theatre until a minute.
type Floor struct {
	People int
	Until  Minute
}

// Access is when lifts or convoys of the nation may depart from or arrive at
// the place by the mode: its hours, less its closures, within clearances.
func (n *Network) Access(p PlaceIndex, m ModeIndex, nation NationIndex) *Calendar {
	by := n.Places[p].access[m]
	if by == nil {
		return nil
	}
	if nation < 0 {
		return by[len(by)-1]
	}
	return by[nation]
}

// ModeName is the mode's name in files.
func (m ModeIndex) ModeName() sortie.Mode { return sortie.Modes[m] }

// Day is the local calendar day, numbered, at a place; and the first minute of
// the day after.
func (n *Network) Day(p PlaceIndex, t Minute) (day int, next Minute) {
	zone := n.Places[p].Zone
	local := t.Time(zone)
	y, mo, d := local.Date()
	midnight := time.Date(y, mo, d+1, 0, 0, 0, 0, zone)
	return floorDiv(int(time.Date(y, mo, d, 0, 0, 0, 0, time.UTC).Unix()), 86400), MinuteOf(midnight)
}
