package explain

import (
	"time"

	"sortie"
)

// UnitPlan is what a plan does with one unit that has to move.
type UnitPlan struct {
	Unit      string        `json:"unit"`
	Delivered sortie.Counts `json:"delivered"`
	Late      sortie.Counts `json:"late" doc:"Of those, after the deadline."`
	Left      sortie.Counts `json:"left" doc:"Not at its destination at the end."`
	First     time.Time     `json:"first,omitzero" doc:"Its first loading."`
	Last      time.Time     `json:"last,omitzero" doc:"Its last unloading at its destination."`
	Movements int           `json:"movements" doc:"That carry any of it."`
}

// Units says of every unit with a destination, in the mission's order, when it
// moves and what of it is late or left behind.
func Units(m *sortie.Mission, p *sortie.Plan) []UnitPlan {
	of := map[string]*UnitPlan{}
	to := map[string]string{}
	var list []*UnitPlan
	for _, u := range m.Units {
		if u.To == "" || u.To == u.At {
			continue
		}
		plan := &UnitPlan{Unit: u.ID, Left: sortie.Counts{People: u.People}}
		for _, n := range u.Equipment {
			plan.Left.Items += n
		}
		of[u.ID], to[u.ID] = plan, u.To
		list = append(list, plan)
	}
	zone := Zone(m)
	for _, v := range p.Movements {
		for _, c := range v.Cargo {
			plan := of[c.Unit]
			if plan == nil {
				continue
			}
			plan.carried(v, c, v.To == to[c.Unit], v.Unloaded.After(m.Operation.Deadline), zone)
		}
	}
	out := make([]UnitPlan, len(list))
	for i, plan := range list {
		out[i] = *plan
	}
	return out
}

func (u *UnitPlan) carried(v sortie.Movement, c sortie.Cargo, there, late bool, zone *time.Location) {
	u.Movements++
	if u.First.IsZero() || v.Load.Before(u.First) {
		u.First = v.Load.In(zone)
	}
	if !there {
		return
	}
	u.Delivered.People += c.People
	u.Delivered.Items += len(c.Items)
	u.Left.People -= c.People
	u.Left.Items -= len(c.Items)
	if late {
		u.Late.People += c.People
		u.Late.Items += len(c.Items)
	}
	if v.Unloaded.After(u.Last) {
		u.Last = v.Unloaded.In(zone)
	}
}
