package search

import (
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
)

// purse is what a step may spend that schedules a plan again and again: hauls, and flights that are tried for them. Neither knows of the clock,
// so that a plan is the same on any machine.
type purse struct{ hauls, flights int }

// Last is for a step when the search has ended: whoever ended it does not wait long. Between walks there is more time.
var (
	Last    = purse{hauls: 10_000, flights: 30_000}
	between = purse{hauls: 100_000, flights: 500_000}
)

// spending is a purse that is being emptied.
type spending struct {
	purse
	by    *sched.Decoder
	begun int // flights tried until then
}

func (w *Worker) with(p purse) *spending { return &spending{p, w.decode, w.decode.Flights} }

// pays takes out what it is to schedule hauls; false where too little is left.
func (s *spending) pays(order []*haul.Haul) bool {
	s.hauls -= len(order)
	return s.hauls >= 0 && s.by.Flights-s.begun < s.flights
}
