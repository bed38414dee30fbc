package explain

import (
	"maps"
	"slices"
	"time"

	"sortie"
)

// changes says of every movement what becomes of it.
func (c *comparison) changes(d *Difference) {
	for _, a := range c.before {
		if a.mate == nil {
			d.add(MovementChange{Kind: Gone, Before: c.leg(a)})
			continue
		}
		b := a.mate
		change := MovementChange{Kind: Moved, What: aspects(a, b), DepartBy: minutesBetween(a.Depart, b.Depart), UnloadedBy: minutesBetween(a.Unloaded, b.Unloaded)}
		switch {
		case len(change.What) == 0:
			d.Count.Same++
			d.Same = append(d.Same, Pair{a.ID, b.ID})
			continue
		case len(change.What) > 1 || change.What[0] != Times:
			change.Kind = Changed
		}
		change.Before, change.After = c.leg(a), c.leg(b)
		d.add(change)
	}
	for _, b := range c.after {
		if b.mate == nil {
			d.add(MovementChange{Kind: New, After: c.leg(b)})
		}
	}
	slices.SortStableFunc(d.Movements, func(x, y MovementChange) int { return x.first().Compare(y.first()) })
}

func (d *Difference) add(change MovementChange) {
	d.Movements = append(d.Movements, change)
	switch change.Kind {
	case Moved:
		d.Count.Moved++
	case Changed:
		d.Count.Changed++
	case New:
		d.Count.New++
	case Gone:
		d.Count.Gone++
	}
}

// first is the earlier of its two loadings.
func (v *MovementChange) first() time.Time {
	return earliest(v, func(l *Leg) time.Time { return l.Load })
}

// earliest is the earlier of two times of a change, or the one that there is.
func earliest(v *MovementChange, of func(*Leg) time.Time) time.Time {
	switch {
	case v.Before == nil:
		return of(v.After)
	case v.After == nil || of(v.Before).Before(of(v.After)):
		return of(v.Before)
	}
	return of(v.After)
}

func (c *comparison) leg(l *leg) *Leg {
	return &Leg{Movement: l.ID, Lift: l.Lift, Mode: l.Mode, From: l.From, To: l.To, Stops: stops(l.Movement), Cargo: l.parts,
		Load: l.Load.In(c.zone), Depart: l.Depart.In(c.zone), Arrive: l.Arrive.In(c.zone), Unloaded: l.Unloaded.In(c.zone)}
}

// aspects are what of a movement changes.
func aspects(a, b *leg) []Aspect {
	var out []Aspect
	note := func(what Aspect, differs bool) {
		if differs {
			out = append(out, what)
		}
	}
	note(Times, timed(a, b))
	note(OfMode, a.Mode != b.Mode)
	note(OfFleet, a.fleet != b.fleet)
	note(OfLift, a.fleet == b.fleet && a.Lift != b.Lift)
	note(Route, a.route != b.route)
	note(Load, a.cargo != b.cargo)
	note(Stowed, a.cargo == b.cargo && a.fleet == b.fleet && stowed(a, b))
	return out
}

// timed reports whether any time of a movement changes, those of its stops too.
func timed(a, b *leg) bool {
	if !a.Load.Equal(b.Load) || !a.Depart.Equal(b.Depart) || !a.Arrive.Equal(b.Arrive) || !a.Unloaded.Equal(b.Unloaded) {
		return true
	}
	return a.route == b.route && !slices.EqualFunc(a.Stops, b.Stops, func(x, y sortie.Stop) bool {
		return x.Arrive.Equal(y.Arrive) && x.Depart.Equal(y.Depart)
	})
}

// lies is an item with its place on the decks.
type lies struct {
	unit, kind string
	at         sortie.Stowage
}

// stowed reports whether the same load lies otherwise.
func stowed(a, b *leg) bool {
	count := map[lies]int{}
	walk := func(l *leg, by int) {
		for _, c := range l.Cargo {
			for _, item := range c.Items {
				if item.Stowage != nil {
					count[lies{c.Unit, item.Type, *item.Stowage}] += by
				}
			}
		}
	}
	walk(a, 1)
	walk(b, -1)
	for _, n := range count {
		if n != 0 {
			return true
		}
	}
	return false
}

// unitChanges are the units of either mission for which something changes: those of
// the mission after first.
func unitChanges(before, after Side) []UnitChange {
	of, now := spans(before), spans(after)
	out := []UnitChange{}
	seen := map[string]bool{}
	for _, m := range []*sortie.Mission{after.Mission, before.Mission} {
		for _, u := range m.Units {
			a, b := of[u.ID], now[u.ID]
			if seen[u.ID] || a == nil && b == nil {
				continue
			}
			seen[u.ID] = true
			change := UnitChange{Unit: u.ID, Nation: u.Nation}
			if a != nil {
				change.Before = *a
			}
			if b != nil {
				change.After = *b
			}
			if !same(change.Before, change.After) {
				out = append(out, change)
			}
		}
	}
	return out
}

func same(a, b UnitSpan) bool {
	at := func(x, y *time.Time) bool { return x == nil && y == nil || x != nil && y != nil && x.Equal(*y) }
	return at(a.FirstDepart, b.FirstDepart) && at(a.LastArrive, b.LastArrive) && a.Movements == b.Movements && a.Late == b.Late && a.Left == b.Left
}

// spans is what a plan does with each unit that has to move, or moves.
func spans(s Side) map[string]*UnitSpan {
	out := map[string]*UnitSpan{}
	for _, u := range Units(s.Mission, s.Plan) {
		span := &UnitSpan{Movements: u.Movements, Late: u.Late, Left: u.Left}
		if !u.Last.IsZero() {
			span.LastArrive = &u.Last
		}
		out[u.Unit] = span
	}
	zone := Zone(s.Mission)
	for _, v := range s.Plan.Movements {
		for _, p := range parts(v.Cargo) {
			if span := out[p.Unit]; span != nil && (span.FirstDepart == nil || v.Depart.Before(*span.FirstDepart)) {
				depart := v.Depart.In(zone)
				span.FirstDepart = &depart
			}
		}
	}
	return out
}

// share is what a leg carries of the units that a question is about.
func (l *Leg) share(of func(unit string) bool) []Part {
	if l == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(l.Cargo), func(p Part) bool { return !of(p.Unit) })
}

func equalParts(a, b []Part) bool {
	return slices.EqualFunc(a, b, func(x, y Part) bool { return x.Unit == y.Unit && x.People == y.People && maps.Equal(x.Items, y.Items) })
}
