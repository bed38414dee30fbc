package network

import (
	"math"
	"time"
)

// Typed indices into the slices of a [Network], so that a unit cannot be
// looked up among the places.
type (
	UnitIndex   int
	PlaceIndex  int
	TypeIndex   int // lift types
	ItemIndex   int // equipment types
	FleetIndex  int
	NationIndex int
	ModeIndex   int
)

// None stands for an absent index.
const None = -1

// Minute is a point in time: minutes since the Unix epoch.
type Minute int

// Ends of time. Every minute of a plan lies strictly between them.
const (
	Never   Minute = math.MaxInt32 * 2
	Forever Minute = Never
	Past    Minute = -Never
)

// Unlimited is the capacity of what has no limit.
const Unlimited = math.MaxInt32

// MinuteOf is the minute of t, which is whole in every mission that was read
// without errors.
func MinuteOf(t time.Time) Minute { return Minute(floorDiv(int(t.Unix()), 60)) }

// Time is the minute as a time in the zone.
func (m Minute) Time(zone *time.Location) time.Time {
	return time.Unix(int64(m)*60, 0).In(zone)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// ceilMinutes rounds computed minutes up to whole ones, with the tolerance
// that the contract allows.
func ceilMinutes(minutes float64) int { return int(math.Ceil(minutes - 1e-6)) }
