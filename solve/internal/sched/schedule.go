package sched

import (
	"sortie/network"
	"sortie/solve/internal/haul"
)

// Move is one movement with its times.
type Move struct {
	Haul     *haul.Haul         // nil: a positioning leg
	Fleet    network.FleetIndex // None: a convoy
	Number   int                // of the lift in its fleet, from 1
	Option   *haul.Option       // nil for convoys and positioning legs
	From, To network.PlaceIndex
	Load     network.Minute
	Depart   network.Minute
	Arrive   network.Minute
	Unloaded network.Minute
	KM       float64
	Under    int // minutes of its legs
	Stops    []Stop
}

// Stop is a technical stop.
type Stop struct {
	At             network.PlaceIndex
	Arrive, Depart network.Minute
}

// Schedule is what came of an order of hauls. Moves are in no order that
// matters but for each lift's own.
type Schedule struct {
	Moves   []Move
	Dropped []*haul.Haul // found no place in time
	Score   Score
	Done    []minute // when each haul of the order was unloaded; Never if dropped
	First   []minute // when each began to load
}

// Clone is a copy of the schedule.
func (s *Schedule) Clone() *Schedule {
	out := new(Schedule)
	s.Copy(out)
	return out
}

// Copy makes another schedule a copy, in the memory that it has.
func (s *Schedule) Copy(into *Schedule) {
	moves := append(into.Moves[:0], s.Moves...)
	s.Outline(into)
	into.Moves = moves
}

// Outline makes another schedule a copy without the movements, in the memory
// that it has: enough to search from.
func (s *Schedule) Outline(into *Schedule) {
	*into = Schedule{Dropped: append(into.Dropped[:0], s.Dropped...), Score: s.Score, Done: append(into.Done[:0], s.Done...), First: append(into.First[:0], s.First...)}
}

// Score is the objective of the contract, in its order, headed by what may not
// be: people lacking where cover must be. It ends with the tie-breaks that make
// a plan look like one that an officer would have written.
type Score struct {
	Lacking     int // person-minutes
	Undelivered int
	Late        int
	Tardiness   int
	Closure     network.Minute // Past when nothing is delivered
	Under       int            // minutes of lifts under way
	Waiting     int            // minutes that people and items wait loaded
	Pieces      int            // movements, and units aboard each
	// What follows guides the search alone.
	Work int // minutes that loads take of each place, see takes
	Tail int // how much is unloaded near the closure: see tail
	Sum  int // minutes of unloading since the start, over hauls that end at a destination
}

// Compare is negative where s is the better score.
func (s Score) Compare(o Score) int {
	for _, d := range [...]int{s.Lacking - o.Lacking, s.Undelivered - o.Undelivered, s.Late - o.Late,
		s.Tardiness - o.Tardiness, int(s.Closure - o.Closure), s.Under - o.Under, s.Waiting - o.Waiting, s.Pieces - o.Pieces} {
		if d != 0 {
			return d
		}
	}
	return 0
}
