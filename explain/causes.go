package explain

import (
	"time"

	"sortie"
)

// cause is one reason why a movement was not earlier.
type cause struct {
	by    Resource // what it waited for
	event int      // the minute that was held back: loading, departure or arrival
	free  int      // the minute from which this alone would have allowed it
	prev  int      // the movement that held the resource until then, or -1
	entry int      // the minute at which prev let go
	hold  Resource // what the time inside prev counts for
	extra int      // minutes that this reason is charged on top when paths are compared
}

// gap is how much sooner the event could have been for this reason alone.
func (c cause) gap() int { return max(0, c.event-c.free) }

// otherLiftPenalty is charged to "its lift was busy" while others of the fleet
// stood idle: the plan chose that lift, no shortage did.
const otherLiftPenalty = 30

// fullShare is how much of its lifts a fleet must have busy to count as full.
// Lifts wait a little between two sorties in any plan.
const fullShare = 0.85

// causes lists what held movement i back, capacity first: of equal reasons the
// first counts.
func (x *index) causes(i int) []cause {
	v := &x.moves[i]
	var out []cause
	out = append(out, x.teamCauses(i)...)
	out = append(out, x.standCauses(i)...)
	out = append(out, x.runwayCauses(i)...)
	out = append(out, x.peopleCauses(i)...)
	out = append(out, x.clearanceCauses(v)...)
	out = append(out, x.liftCauses(i)...)
	if v.Lift == "" {
		out = append(out, x.headwayCauses(i)...)
	}
	out = append(out, x.cargoCauses(i)...)
	if len(out) == 0 {
		// A positioning leg of a fleet that is always there waits for nothing.
		from := minute(x.m.Operation.Start) - int(sortie.Day)
		out = append(out, cause{by: Resource{Kind: Idle}, event: v.depart, free: from, prev: -1, entry: from})
	}
	return out
}

// loadEvent is when loading would begin if it ended at the departure.
func (v *move) loadEvent() int { return v.depart - v.loadTime }

// released makes a cause of each movement that let go of a resource at a
// minute; a lift does not wait for itself.
func (x *index) released(i int, by Resource, event, free int, enders []int) []cause {
	var out []cause
	for _, j := range enders {
		if j != i && x.moves[j].Lift != x.moves[i].Lift {
			out = append(out, cause{by: by, event: event, free: free, prev: j, entry: free, hold: by})
		}
	}
	return out
}

func (x *index) handling(place string, mode sortie.Mode) sortie.Handling {
	if p := x.places[place]; p != nil {
		return p.Handles[mode]
	}
	return sortie.Handling{}
}

func (x *index) teamCauses(i int) []cause {
	v := &x.moves[i]
	if v.kind == nil || len(v.Cargo) == 0 {
		return nil
	}
	find := func(place string, from, event int) []cause {
		teams := x.handling(place, v.Mode).WorkingMOG
		if teams == nil {
			return nil
		}
		s := x.work[spot{place, v.Mode}]
		t, ok := s.lastOver(from, *teams-1)
		if !ok {
			return nil
		}
		by := Resource{Kind: WorkingMOG, Place: place, Mode: v.Mode}
		return x.released(i, by, event, t, s.enders(t))
	}
	out := find(v.From, v.load, v.loadEvent())
	if v.unloaded > v.arrive {
		out = append(out, find(v.To, v.arrive, v.arrive)...)
	}
	return out
}

func (x *index) standCauses(i int) []cause {
	v := &x.moves[i]
	if v.kind == nil {
		return nil
	}
	find := func(place string, arrive int) []cause {
		stands := x.handling(place, v.Mode).ParkingMOG
		if stands == nil || place == v.fleet.Base {
			return nil
		}
		s := x.stand[spot{place, v.Mode}]
		t, ok := s.lastOver(arrive, *stands-v.kind.Slots)
		if !ok {
			return nil
		}
		by := Resource{Kind: ParkingMOG, Place: place, Mode: v.Mode}
		return x.released(i, by, arrive, t, s.enders(t))
	}
	out := find(v.To, v.arrive)
	for _, stop := range v.Stops {
		out = append(out, find(stop.At, minute(stop.Arrive))...)
	}
	return out
}

func (x *index) runwayCauses(i int) []cause {
	v := &x.moves[i]
	var out []cause
	find := func(place string, event int) {
		interval := int(x.handling(place, v.Mode).Interval)
		if interval <= 0 {
			return
		}
		if last, ok := lastUse(x.runway[spot{place, v.Mode}], event, i); ok {
			by := Resource{Kind: Runway, Place: place, Mode: v.Mode}
			out = append(out, cause{by: by, event: event, free: last.at + interval, prev: last.move, entry: last.at, hold: by})
		}
	}
	find(v.From, v.depart)
	find(v.To, v.arrive)
	for _, s := range v.Stops {
		find(s.At, minute(s.Arrive))
		find(s.At, minute(s.Depart))
	}
	return out
}

// clearanceCauses finds the permissions whose window opened before an event.
func (x *index) clearanceCauses(v *move) []cause {
	var out []cause
	find := func(place string, event int) {
		p := x.places[place]
		if p == nil {
			return
		}
		var opens *sortie.Clearance
		for k := range x.m.Clearances {
			c := &x.m.Clearances[k]
			if c.Country != p.Country || c.Mode != "" && c.Mode != v.Mode || !x.covers(c, v) || !within(c, event) {
				continue
			}
			if opens == nil || c.From.Before(opens.From) {
				opens = c
			}
		}
		if opens == nil || opens.From.IsZero() {
			return
		}
		by := Resource{Kind: Permission, Place: place, Mode: v.Mode, ID: opens.ID}
		out = append(out, cause{by: by, event: event, free: minute(opens.From), prev: -1})
	}
	find(v.From, v.depart)
	find(v.To, v.arrive)
	for _, s := range v.Stops {
		find(s.At, minute(s.Arrive))
	}
	return out
}

// covers reports whether a clearance is for the nation of a movement's lift,
// or of every unit of a convoy.
func (x *index) covers(c *sortie.Clearance, v *move) bool {
	if len(c.Nations) == 0 {
		return true
	}
	has := func(nation string) bool {
		for _, n := range c.Nations {
			if n == nation {
				return true
			}
		}
		return false
	}
	if v.fleet != nil {
		return has(v.fleet.Nation)
	}
	for _, cargo := range v.Cargo {
		if u := x.units[cargo.Unit]; u == nil || !has(u.Nation) {
			return false
		}
	}
	return true
}

func within(c *sortie.Clearance, at int) bool {
	t := time.Unix(int64(at)*60, 0)
	return !t.Before(c.From) && (c.Until.IsZero() || !t.After(c.Until))
}
