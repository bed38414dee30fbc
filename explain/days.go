package explain

import (
	"sort"
	"time"

	"sortie"
)

// Day is what a plan does on one local day of the mission's zone. Sorties,
// convoys and positioning legs belong to the day of their departure, as
// people_per_day counts; arrivals to the day of their unloading.
type Day struct {
	Date      sortie.Date    `json:"date"`
	Sorties   map[string]int `json:"sorties,omitempty" doc:"Lift type → movements with cargo."`
	Convoys   int            `json:"convoys,omitzero"`
	Empty     int            `json:"empty,omitzero" doc:"Positioning legs."`
	Out       sortie.Counts  `json:"out" doc:"Leaving the theatre."`
	In        sortie.Counts  `json:"in" doc:"Arriving in the theatre."`
	Delivered sortie.Counts  `json:"delivered" doc:"Unloaded at their destination."`
	Strength  int            `json:"strength" doc:"People in the theatre at the day's end."`
	Closure   *time.Time     `json:"closure,omitempty" doc:"Last unloading at a destination that day."`
}

// Days lists every local day from the operation's start, or the first
// movement if that is sooner, to the last movement. It is empty when the plan
// moves nothing.
func Days(m *sortie.Mission, p *sortie.Plan) []Day {
	if len(p.Movements) == 0 {
		return nil
	}
	x := newIndex(m, p)
	byDate := map[sortie.Date]*Day{}
	on := func(t time.Time) *Day {
		date := sortie.DateOf(t.In(x.zone))
		if byDate[date] == nil {
			byDate[date] = &Day{Date: date, Sorties: map[string]int{}}
		}
		return byDate[date]
	}
	on(m.Operation.Start)
	for i := range x.moves {
		x.count(&x.moves[i], on)
	}
	dates := make([]sortie.Date, 0, len(byDate))
	for d := range byDate {
		dates = append(dates, d)
	}
	sort.Slice(dates, func(a, b int) bool { return dates[a].In(x.zone).Before(dates[b].In(x.zone)) })
	first, last := dates[0], dates[len(dates)-1]
	if m.Operation.Start.IsZero() {
		first = dates[min(1, len(dates)-1)]
	}
	var out []Day
	for d := first; len(out) < longestTable; d = dateAt(d.In(x.zone), 1) {
		day := byDate[d]
		if day == nil {
			day = &Day{Date: d}
		}
		day.Strength = x.theatre.before(minute(dateAt(d.In(x.zone), 1).In(x.zone)))
		out = append(out, *day)
		if d == last {
			break
		}
	}
	return out
}

// longestTable keeps a hostile plan from asking for a million empty days.
const longestTable = 5000

func (x *index) count(v *move, on func(time.Time) *Day) {
	day := on(v.Depart)
	switch {
	case len(v.Cargo) == 0:
		day.Empty++
	case v.Lift == "":
		day.Convoys++
	case v.kind != nil:
		day.Sorties[v.kind.ID]++
	default:
		day.Sorties[v.Lift]++
	}
	if from, to := x.inside(v.From), x.inside(v.To); from != to && len(v.Cargo) > 0 {
		sum := &day.Out
		if to {
			sum = &on(v.Unloaded).In
		}
		sum.People += v.people
		sum.Items += v.items
	}
	for _, c := range v.Cargo {
		if u := x.units[c.Unit]; u != nil && u.To == v.To {
			d := on(v.Unloaded)
			d.Delivered.People += c.People
			d.Delivered.Items += len(c.Items)
			if t := v.Unloaded.In(x.zone); d.Closure == nil || t.After(*d.Closure) {
				d.Closure = &t
			}
		}
	}
}

// LastOut is the last movement with cargo that leaves the theatre, by its
// departure; false if none does.
func LastOut(m *sortie.Mission, p *sortie.Plan) (last sortie.Movement, ok bool) {
	inside := map[string]bool{}
	for _, place := range m.Places {
		inside[place.ID] = place.Country == m.Host
	}
	for _, v := range p.Movements {
		if len(v.Cargo) > 0 && inside[v.From] && !inside[v.To] && (!ok || v.Depart.After(last.Depart)) {
			last, ok = v, true
		}
	}
	return last, ok
}
