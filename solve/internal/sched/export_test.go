package sched

import "fmt"

// Books is everything that the last run has entered, as text.
func (d *Decoder) Books() string { return fmt.Sprintf("%+v", d.books) }

// Known is how many of the calls of the last round were known from another run,
// of how many.
func (d *Decoder) Known() (known, calls int) {
	calls = len(d.writes.went)
	return min(d.known, calls), calls
}

// Rounds is how many rounds the last run has had.
func (d *Decoder) Rounds() int { return len(d.now) }
