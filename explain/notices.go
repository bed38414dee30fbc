package explain

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Notice is somebody who must be told of a difference, with what concerns it.
type Notice struct {
	Whom   Whom      `json:"whom" enum:"nation,place,fleet" doc:"Whose matter it is: a nation's units, a place, or a nation's lifts."`
	Nation string    `json:"nation,omitempty" doc:"Of the units, or of the fleet."`
	Place  string    `json:"place,omitempty"`
	Fleet  string    `json:"fleet,omitempty"`
	First  time.Time `json:"first" doc:"When the first thing happens, or would have happened, that it must know of."`
	Calls  []Call    `json:"calls" doc:"Each movement that concerns it, by time."`
}

// Whom says as what somebody is told.
type Whom string

// As what somebody is told.
const (
	ToNation Whom = "nation" // whose units are aboard
	ToPlace  Whom = "place"  // that loads, handles or unloads
	ToFleet  Whom = "fleet"  // whose lift it is
)

// Call is one movement that somebody must be told of.
type Call struct {
	Change int       `json:"change" doc:"Which of movements, counted from 0."`
	At     time.Time `json:"at" doc:"When it concerns them first, before or after."`
	Why    []Aspect  `json:"why" enum:"time,lift,fleet,mode,route,load,stowage,new,gone" doc:"What of it changes for them."`
}

// notices says who must be told, and of what:
//
//   - a nation, where a movement that carries its units is new or gone, or changes in
//     time, in route, in mode or fleet, or in what of its units is aboard;
//   - a place, where what leaves it or comes to it is new or gone, or changes there in
//     time, in mode or fleet, in what is aboard; where it loads, also in how that lies;
//   - the nation of a fleet, where one of its lifts is to do something else.
//
// A nation need not know which lift of a fleet comes, nor a place what changes at
// the other end.
func (c *comparison) notices(d *Difference) []Notice {
	nations, fleets := map[string]string{}, map[string]string{}
	for _, s := range c.sides { // the mission after is the later, and counts
		for _, u := range s.Mission.Units {
			nations[u.ID] = u.Nation
		}
		for _, f := range s.Mission.Fleets {
			fleets[f.ID] = f.Nation
		}
	}
	to := &told{of: map[party]*Notice{}}
	for i := range d.Movements {
		v := &d.Movements[i]
		for _, nation := range aboard(v, nations) {
			to.call(party{whom: ToNation, nation: nation}, v.concerns(i, v.forNation(nation, nations), func(l *Leg) time.Time { return l.Load }))
		}
		for _, place := range places(v) {
			to.call(party{whom: ToPlace, place: place}, v.concerns(i, v.forPlace(place), func(l *Leg) time.Time { return l.at(place) }))
		}
		for _, fleet := range fleetsOf(v) {
			to.call(party{whom: ToFleet, fleet: fleet, nation: fleets[fleet]}, v.concerns(i, v.forFleet(fleet), func(l *Leg) time.Time { return l.Load }))
		}
	}
	return to.list()
}

// told collects the calls to each: who they are is their Notice without calls.
type told struct {
	of map[party]*Notice
}

// party is somebody who is told.
type party struct {
	whom                 Whom
	nation, place, fleet string
}

func (t *told) call(p party, c Call) {
	if len(c.Why) == 0 {
		return
	}
	n := t.of[p]
	if n == nil {
		n = &Notice{Whom: p.whom, Nation: p.nation, Place: p.place, Fleet: p.fleet}
		t.of[p] = n
	}
	n.Calls = append(n.Calls, c)
}

func (t *told) list() []Notice {
	out := []Notice{}
	for _, n := range t.of {
		slices.SortStableFunc(n.Calls, func(a, b Call) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Change, b.Change)) })
		n.First = n.Calls[0].At
		out = append(out, *n)
	}
	slices.SortFunc(out, func(a, b Notice) int {
		return cmp.Or(a.First.Compare(b.First), cmp.Compare(a.Whom, b.Whom), cmp.Compare(a.Nation, b.Nation), cmp.Compare(a.Place, b.Place), cmp.Compare(a.Fleet, b.Fleet))
	})
	return out
}

// concerns is a call about a change, at the earlier of two times of it. A leg that
// does not concern them has the zero time.
func (v *MovementChange) concerns(i int, why []Aspect, of func(*Leg) time.Time) Call {
	c := Call{Change: i, Why: why}
	for _, l := range []*Leg{v.Before, v.After} {
		if l == nil {
			continue
		}
		if t := of(l); !t.IsZero() && (c.At.IsZero() || t.Before(c.At)) {
			c.At = t
		}
	}
	return c
}

// aboard are the nations of the units that a movement carries before or after.
func aboard(v *MovementChange, nations map[string]string) []string {
	var out []string
	for _, l := range []*Leg{v.Before, v.After} {
		if l == nil {
			continue
		}
		for _, p := range l.Cargo {
			if nation := nations[p.Unit]; nation != "" && !slices.Contains(out, nation) {
				out = append(out, nation)
			}
		}
	}
	return out
}

func (v *MovementChange) forNation(nation string, nations map[string]string) []Aspect {
	of := func(unit string) bool { return nations[unit] == nation }
	before, after := v.Before.share(of), v.After.share(of)
	switch {
	case len(before) == 0:
		return []Aspect{Whole}
	case len(after) == 0:
		return []Aspect{NoLonger}
	}
	var out []Aspect
	for _, what := range v.What {
		switch what {
		case Times, Route, OfMode, OfFleet:
			out = append(out, what)
		}
	}
	if !equalParts(before, after) {
		out = append(out, Load)
	}
	return out
}

// places are those that a movement touches before or after.
func places(v *MovementChange) []string {
	var out []string
	for _, l := range []*Leg{v.Before, v.After} {
		if l == nil {
			continue
		}
		for _, p := range slices.Concat([]string{l.From}, l.Stops, []string{l.To}) {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// at is when a place has to do with a leg; the zero time where it has not.
func (l *Leg) at(place string) time.Time {
	switch {
	case place == l.From:
		return l.Load
	case slices.Contains(l.Stops, place):
		return l.Depart
	case place == l.To:
		return l.Arrive
	}
	return time.Time{}
}

func (v *MovementChange) forPlace(place string) []Aspect {
	switch {
	case v.Before == nil || v.Before.at(place).IsZero():
		return []Aspect{Whole}
	case v.After == nil || v.After.at(place).IsZero():
		return []Aspect{NoLonger}
	}
	a, b := v.Before, v.After
	loads := place == a.From || place == b.From
	var out []Aspect
	for _, what := range v.What {
		switch what {
		case Times:
			leaves := place == a.From && place == b.From && a.Load.Equal(b.Load) && a.Depart.Equal(b.Depart)
			comes := place == a.To && place == b.To && a.Arrive.Equal(b.Arrive) && a.Unloaded.Equal(b.Unloaded)
			if !leaves && !comes {
				out = append(out, Times)
			}
		case OfMode, OfFleet, Load:
			out = append(out, what)
		case Stowed:
			if loads {
				out = append(out, Stowed)
			}
		}
	}
	return out
}

// fleetsOf are those whose lift makes a movement before or after.
func fleetsOf(v *MovementChange) []string {
	var out []string
	for _, l := range []*Leg{v.Before, v.After} {
		if l != nil && l.Lift != "" && !slices.Contains(out, l.fleet()) {
			out = append(out, l.fleet())
		}
	}
	return out
}

func (l *Leg) fleet() string {
	fleet, _, _ := strings.Cut(l.Lift, "/")
	return fleet
}

func (v *MovementChange) forFleet(fleet string) []Aspect {
	switch {
	case v.Before == nil || v.Before.fleet() != fleet:
		return []Aspect{Whole}
	case v.After == nil || v.After.fleet() != fleet:
		return []Aspect{NoLonger}
	}
	return v.What
}
