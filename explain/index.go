package explain

import (
	"sort"
	"strings"
	"time"

	"sortie"
)

// index is a plan laid out for questions such as "who left this stand at
// 06:00". Times are minutes since 1970.
type index struct {
	m         *sortie.Mission
	zone      *time.Location
	places    map[string]*sortie.Place
	fleets    map[string]*sortie.Fleet
	types     map[string]*sortie.LiftType
	units     map[string]*sortie.Unit
	moves     []move
	byLift    map[string][]int // movements of a lift, by load
	work      map[spot]*steps  // lifts loading or unloading
	stand     map[spot]*steps  // slots taken
	runway    map[spot][]use   // departures and arrivals, by time
	busy      map[string]*steps
	people    map[string]*steps // people standing at a place
	theatre   *steps            // people in the theatre
	leaving   map[sortie.Date][]int
	delivered map[string][]int // movements that unload at the unit's destination
	stocks    map[stockKey]*steps
	calendars map[string]*calendar
}

// spot is a place as one mode uses it.
type spot struct {
	place string
	mode  sortie.Mode
}

// use is one departure or arrival.
type use struct{ at, move int }

// move is a movement in minutes, with what its ids name.
type move struct {
	*sortie.Movement
	load, depart, arrive, unloaded int
	loadTime                       int
	fleet                          *sortie.Fleet    // nil for a convoy
	kind                           *sortie.LiftType // nil for a convoy
	people, items                  int
}

// dateAt is the local date some days from a time's own.
func dateAt(t time.Time, days int) sortie.Date {
	return sortie.DateOf(time.Date(t.Year(), t.Month(), t.Day()+days, 12, 0, 0, 0, t.Location()))
}

func minute(t time.Time) int { return int(t.Unix() / 60) }

func newIndex(m *sortie.Mission, p *sortie.Plan) *index {
	x := &index{
		m: m, zone: Zone(m),
		places: byID(m.Places, func(p *sortie.Place) string { return p.ID }),
		fleets: byID(m.Fleets, func(f *sortie.Fleet) string { return f.ID }),
		types:  byID(m.LiftTypes, func(t *sortie.LiftType) string { return t.ID }),
		units:  byID(m.Units, func(u *sortie.Unit) string { return u.ID }),
		byLift: map[string][]int{}, work: map[spot]*steps{}, stand: map[spot]*steps{},
		runway: map[spot][]use{}, busy: map[string]*steps{}, people: map[string]*steps{},
		theatre: &steps{}, calendars: map[string]*calendar{}, leaving: map[sortie.Date][]int{}, delivered: map[string][]int{},
	}
	for i := range p.Movements {
		x.moves = append(x.moves, x.newMove(&p.Movements[i]))
	}
	x.layLifts()
	x.layUses()
	x.layPeople()
	return x
}

func (x *index) newMove(v *sortie.Movement) move {
	mv := move{Movement: v, load: minute(v.Load), depart: minute(v.Depart),
		arrive: minute(v.Arrive), unloaded: minute(v.Unloaded)}
	for _, c := range v.Cargo {
		mv.people += c.People
		mv.items += len(c.Items)
	}
	if fleet, _, ok := strings.Cut(v.Lift, "/"); ok {
		if mv.fleet = x.fleets[fleet]; mv.fleet != nil {
			mv.kind = x.types[mv.fleet.Type]
		}
	}
	if len(v.Cargo) > 0 {
		mv.loadTime = int(x.m.Convoy.FormUp)
		if mv.kind != nil {
			mv.loadTime = int(mv.kind.Load)
		} else if v.Lift != "" {
			mv.loadTime = mv.depart - mv.load
		}
	}
	return mv
}

// layLifts lays out when each lift works, stands and is busy.
func (x *index) layLifts() {
	for i, v := range x.moves {
		if v.fleet == nil || v.kind == nil {
			continue
		}
		x.byLift[v.Lift] = append(x.byLift[v.Lift], i)
		at(x.busy, v.fleet.ID).add(v.load, v.unloaded, 1, i)
		if len(v.Cargo) > 0 {
			at(x.work, spot{v.From, v.Mode}).add(v.load, v.load+v.loadTime, 1, i)
			at(x.work, spot{v.To, v.Mode}).add(v.arrive, v.unloaded, 1, i)
		}
		for _, s := range v.Stops {
			at(x.stand, spot{s.At, v.Mode}).add(minute(s.Arrive), minute(s.Depart), v.kind.Slots, i)
		}
	}
	for _, trips := range x.byLift {
		sort.SliceStable(trips, func(a, b int) bool { return x.moves[trips[a]].load < x.moves[trips[b]].load })
		for n, i := range trips {
			v := x.moves[i]
			if v.To == v.fleet.Base {
				continue
			}
			until, by := forever, -1
			if n+1 < len(trips) {
				by = trips[n+1]
				until = x.moves[by].depart
			}
			at(x.stand, spot{v.To, v.Mode}).add(v.arrive, until, v.kind.Slots, by)
		}
	}
}

// layUses lays out departures and arrivals, stops included.
func (x *index) layUses() {
	add := func(place string, mode sortie.Mode, at, i int) {
		s := spot{place, mode}
		x.runway[s] = append(x.runway[s], use{at, i})
	}
	for i, v := range x.moves {
		add(v.From, v.Mode, v.depart, i)
		add(v.To, v.Mode, v.arrive, i)
		for _, s := range v.Stops {
			add(s.At, v.Mode, minute(s.Arrive), i)
			add(s.At, v.Mode, minute(s.Depart), i)
		}
	}
	for _, uses := range x.runway {
		sort.SliceStable(uses, func(a, b int) bool { return uses[a].at < uses[b].at })
	}
}

// layPeople lays out where people stand, who leaves the theatre on which day,
// and what arrives at its destination.
func (x *index) layPeople() {
	for _, u := range x.m.Units {
		at(x.people, u.At).add(always, forever, u.People, -1)
		if x.inside(u.At) {
			x.theatre.add(always, forever, u.People, -1)
		}
	}
	for i, v := range x.moves {
		at(x.people, v.From).add(v.load, forever, -v.people, i)
		at(x.people, v.To).add(v.unloaded, forever, v.people, i)
		switch from, to := x.inside(v.From), x.inside(v.To); {
		case from && !to:
			x.theatre.add(v.load, forever, -v.people, i)
			if v.people > 0 {
				day := sortie.DateOf(v.Depart.In(x.zone))
				x.leaving[day] = append(x.leaving[day], i)
			}
		case !from && to:
			x.theatre.add(v.unloaded, forever, v.people, i)
		}
		for _, c := range v.Cargo {
			if u := x.units[c.Unit]; u != nil && u.To == v.To {
				x.delivered[u.ID] = append(x.delivered[u.ID], i)
			}
		}
	}
}

// inside reports whether a place lies in the theatre.
func (x *index) inside(place string) bool {
	p := x.places[place]
	return p != nil && p.Country == x.m.Host
}

// Zone is the mission's time zone, or UTC where its name is not known.
func Zone(m *sortie.Mission) *time.Location {
	if zone, err := time.LoadLocation(m.Timezone); err == nil && m.Timezone != "" {
		return zone
	}
	return time.UTC
}

func byID[T any](list []T, id func(*T) string) map[string]*T {
	out := make(map[string]*T, len(list))
	for i := range list {
		out[id(&list[i])] = &list[i]
	}
	return out
}

func at[K comparable](of map[K]*steps, key K) *steps {
	s := of[key]
	if s == nil {
		s = &steps{}
		of[key] = s
	}
	return s
}
