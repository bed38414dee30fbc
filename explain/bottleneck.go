package explain

import (
	"sort"
	"time"

	"sortie"
)

// Binding is what holds a plan's closure back: the resource that was full
// longest on the path from the last unloading back to the start. It explains
// this plan; it proves nothing about others.
type Binding struct {
	Resource
	Closing int     `json:"closing" doc:"Id of the movement that closes the plan."`
	Minutes int     `json:"minutes" doc:"Of the path that count for the resource."`
	Path    int     `json:"path_minutes" doc:"From operation.start to closure."`
	Shares  []Share `json:"shares" doc:"Every resource on the path, longest first."`
	Figures Figures `json:"figures"`
}

// Share is how long the path waited for one resource.
type Share struct {
	Resource
	Minutes int `json:"minutes"`
}

// Figures is the arithmetic of a bottleneck over the span in which it lies on
// the path. Which of them are set depends on the kind.
type Figures struct {
	From     time.Time `json:"from,omitzero"`
	Until    time.Time `json:"until,omitzero"`
	Capacity int       `json:"capacity,omitzero" doc:"Teams, stands, lifts, people."`
	Uses     int       `json:"uses,omitzero" doc:"Loadings, departures, sorties, people."`
	Busy     int       `json:"busy,omitzero" doc:"Capacity in use, summed: team-minutes and the like."`
	Full     int       `json:"full,omitzero" doc:"Minutes in which no more fitted."`
	Each     int       `json:"each,omitzero" doc:"Minutes: interval, headway."`
}

// Bottleneck explains the closure of a plan. It returns nil when the plan delivers
// nothing.
func Bottleneck(m *sortie.Mission, p *sortie.Plan) *Binding {
	x := newIndex(m, p)
	closing := x.closing()
	if closing < 0 {
		return nil
	}
	t := &tracer{x: x, links: map[int]*link{}}
	start := minute(m.Operation.Start)
	path := t.walk(closing, start)
	b := &Binding{Closing: x.moves[closing].ID, Path: max(0, x.moves[closing].unloaded-start)}
	b.Shares = shares(path)
	b.Resource, b.Minutes = longest(b.Shares, b.Path)
	b.Figures = x.figures(b.Resource, path, closing)
	return b
}

// closing is the movement whose unloading is the plan's closure, or -1.
func (x *index) closing() int {
	last := -1
	for _, u := range x.m.Units {
		for _, i := range x.delivered[u.ID] {
			if last < 0 || x.moves[i].unloaded > x.moves[last].unloaded ||
				x.moves[i].unloaded == x.moves[last].unloaded && i < last {
				last = i
			}
		}
	}
	return last
}

// leastShare is the part of the path that a resource must take to be named
// before the journeys: a journey is always there, a shortage can be mended.
const leastShare = 0.1

// longest is the resource that takes most of the path: journeys only where no
// shortage matters.
func longest(shares []Share, path int) (Resource, int) {
	trip := Share{Resource: Resource{Kind: Trip}}
	for _, s := range shares {
		switch s.Kind {
		case Idle:
		case Trip:
			trip = s
		default:
			if float64(s.Minutes) >= leastShare*float64(path) {
				return s.Resource, s.Minutes
			}
		}
	}
	return trip.Resource, trip.Minutes
}

func shares(path []stretch) []Share {
	sum, order := map[Resource]int{}, []Resource{}
	for _, s := range path {
		if _, seen := sum[s.by]; !seen {
			order = append(order, s.by)
		}
		sum[s.by] += s.until - s.from
	}
	out := make([]Share, len(order))
	for i, r := range order {
		out[i] = Share{r, sum[r]}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Minutes > out[b].Minutes })
	return out
}

// figures is the arithmetic of a resource between the first and the last
// minute at which the path waits for it.
func (x *index) figures(by Resource, path []stretch, closing int) Figures {
	from, until := 0, 0
	for _, s := range path {
		if s.by == by {
			if until == 0 {
				until = s.until
			}
			from = s.from
		}
	}
	f := Figures{From: x.time(from), Until: x.time(until)}
	s := spot{by.Place, by.Mode}
	switch h := x.handling(by.Place, by.Mode); by.Kind {
	case WorkingMOG:
		f.Capacity = deref(h.WorkingMOG)
		f.Uses = x.work[s].within(from, until)
		f.Busy, f.Full = x.work[s].over(from, until, f.Capacity)
	case ParkingMOG:
		f.Capacity = deref(h.ParkingMOG)
		f.Uses = x.stand[s].within(from, until)
		f.Busy, f.Full = x.stand[s].over(from, until, f.Capacity)
	case Runway:
		f.Each = int(h.Interval)
		f.Uses = countUses(x.runway[s], from, until)
		f.Busy = f.Uses * f.Each
	case Lifts, Utilisation:
		fleet := x.fleets[by.Fleet]
		f.Capacity, f.Each = fleet.Count, int(fleet.HoursPerDay*60)
		f.Busy, f.Full = x.busy[by.Fleet].over(from, until, fleet.Count)
		f.Uses = x.sorties(by.Fleet, from, until)
	case Headway:
		f.Each = int(x.m.Convoy.Headway)
		f.Uses = countUses(x.runway[spot{by.Place, sortie.Road}], from, until)
	case Quota:
		f.Capacity = deref(x.m.Operation.Drawdown.PeoplePerDay)
		for _, list := range x.leaving {
			for _, i := range list {
				f.Uses += x.moves[i].people
			}
		}
	case Trip:
		v := x.moves[closing]
		f.From, f.Until = x.time(v.load), x.time(v.unloaded)
	}
	return f
}

func (x *index) sorties(fleet string, from, until int) int {
	n := 0
	for _, v := range x.moves {
		if v.fleet != nil && v.fleet.ID == fleet && len(v.Cargo) > 0 && v.load < until && v.unloaded > from {
			n++
		}
	}
	return n
}

func countUses(uses []use, from, until int) int {
	n := 0
	for _, u := range uses {
		if from <= u.at && u.at < until {
			n++
		}
	}
	return n
}

func (x *index) time(at int) time.Time { return time.Unix(int64(at)*60, 0).In(x.zone) }

func deref(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
