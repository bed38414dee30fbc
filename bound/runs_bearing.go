package bound

import (
	"math"
	"slices"

	"sortie/network"
)

// bearing is the legs of a fleet that bear so much, and the least minutes from each place to each over these
// alone, with what stops take.
type bearing struct {
	tonnes  float64
	between [][]network.Minute
}

// mostBearings is how many are told apart; where there are more, none are.
const mostBearings = 24

// bears is how much a leg of a fleet bears.
func (f *lifts) bears(a *arc) float64 { return math.Min(a.tonnes, f.typ.MaxPayload()) }

// bearings is those of a fleet, the one of all legs first, then those of legs that bear more and more.
func (f *lifts) bearings() []bearing {
	var tonnes []float64
	for _, legs := range f.ways.out {
		for _, a := range legs {
			tonnes = append(tonnes, f.bears(a))
		}
	}
	slices.Sort(tonnes)
	if tonnes = slices.Compact(tonnes); len(tonnes) < 2 || len(tonnes) > mostBearings {
		return []bearing{{math.Inf(1), f.between(0)}}
	}
	out := make([]bearing, len(tonnes))
	for k, least := range tonnes {
		out[k] = bearing{least, f.between(least)}
	}
	return out
}

// between is the least minutes from each place to each over the legs that bear so much, with what stops take.
func (f *lifts) between(tonnes float64) [][]network.Minute {
	out := make([][]network.Minute, len(f.ways.out))
	for p := range out {
		out[p] = filled(len(out), network.Never)
		for _, a := range f.ways.out[p] {
			if f.bears(a) >= tonnes {
				out[p][a.to] = min(out[p][a.to], a.minutes)
			}
		}
	}
	for by := range out {
		for p := range out {
			for q := range out {
				if out[p][by] < network.Never && out[by][q] < network.Never {
					out[p][q] = min(out[p][q], out[p][by]+f.turn()+out[by][q])
				}
			}
		}
	}
	return out
}

// landing is how early a lift lands at a place over the legs of a bearing.
type landing struct {
	*bearing
	to    network.PlaceIndex
	lands network.Minute
}

// landings is how early a loaded lift that leaves a place no sooner than a minute lands at each: over the legs that bear
// most, and over those that bear less where it is sooner there or less long under way, since a light load may go straight where a
// heavy one has to stop.
func (f *lifts) landings(over []bearing, p network.PlaceIndex, leaves network.Minute) []landing {
	ends := make([][]network.Minute, len(over))
	for k := range over {
		least := over[k].tonnes
		if k == 0 {
			least = 0
		}
		ends[k] = f.lands(least, p, leaves)
	}
	var out []landing
	for q := range f.ways.out {
		for k := range over {
			if ends[k][q] < network.Never && (k+1 == len(over) || ends[k][q] < ends[k+1][q] || over[k].between[p][q] < over[k+1].between[p][q]) {
				out = append(out, landing{&over[k], network.PlaceIndex(q), ends[k][q]})
			}
		}
	}
	return out
}

// lands is that over the legs that bear so much.
func (f *lifts) lands(tonnes float64, p network.PlaceIndex, leaves network.Minute) []network.Minute {
	ends := filled(len(f.ways.out), network.Never)
	queue := []network.PlaceIndex{}
	from := func(p network.PlaceIndex, ready network.Minute) {
		for _, a := range f.ways.out[p] {
			if f.bears(a) < tonnes {
				continue
			}
			if d := a.leave(ready); d < network.Never && d+a.minutes+f.unload() <= f.Until && d+a.minutes < ends[a.to] {
				ends[a.to] = d + a.minutes
				queue = append(queue, a.to)
			}
		}
	}
	from(p, leaves)
	for len(queue) > 0 && f.typ.Mode != network.Road {
		p, queue = queue[0], queue[1:]
		from(p, ends[p]+f.turn())
	}
	return ends
}
