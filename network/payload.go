package network

import (
	"math"

	"sortie"
)

// curve is a lift type's payload at distance as points [km, t]; nil is no
// limit of either.
func curve(t *sortie.LiftType) [][2]float64 {
	switch {
	case len(t.PayloadRange) > 0:
		return t.PayloadRange
	case t.Payload == nil && t.Range <= 0:
		return nil
	}
	payload, reach := math.Inf(1), math.Inf(1)
	if t.Payload != nil {
		payload = *t.Payload
	}
	if t.Range > 0 {
		reach = t.Range
	}
	return [][2]float64{{reach, payload}}
}

// PayloadAt is the tonnes that the type can carry over a leg of that length,
// and whether it can go so far at all, loaded or not.
func (t *LiftType) PayloadAt(km float64) (tonnes float64, reaches bool) {
	if t.curve == nil {
		return math.Inf(1), true
	}
	if km <= t.curve[0][0] {
		return t.curve[0][1], true
	}
	for i := 1; i < len(t.curve); i++ {
		a, b := t.curve[i-1], t.curve[i]
		if km <= b[0] {
			return a[1] + (b[1]-a[1])*(km-a[0])/(b[0]-a[0]), true
		}
	}
	return 0, false
}

// MaxPayload is the most the type ever carries.
func (t *LiftType) MaxPayload() float64 {
	if t.curve == nil {
		return math.Inf(1)
	}
	return t.curve[0][1]
}
