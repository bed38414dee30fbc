package bound

import (
	"time"

	"sortie"
	"sortie/network"
)

// Certificate is a proof that can be verified from the mission alone. It says
// what has to move and where it must cross; whoever verifies it works out
// again what could cross by the minute before Closure.
type Certificate struct {
	// Kind is what binds: path, working_mog, parking_mog, interval, lifts,
	// whole_loads, headway, people_per_day, relaxation, routes or runs; no_way where
	// nothing but NoWay is proven.
	Kind    string    `json:"kind"`
	Closure time.Time `json:"closure,omitzero"` // no plan that delivers as much closes before

	// Left is what need not be delivered; without it, all that has a
	// destination is.
	Left []Left `json:"left,omitempty"`

	// Tardiness is the most, as the objective weighs it, of the plans that are
	// spoken of; without it, any.
	Tardiness *int64 `json:"tardiness,omitempty"`

	NoWay  []Demand `json:"no_way,omitempty"` // what no plan can deliver
	Part            // the whole demand, where it is not divided
	Parts  []Part   `json:"parts,omitempty"`
	Total  int64    `json:"total,omitzero"`   // what the demand counts
	Supply []Supply `json:"supply,omitempty"` // what can cross and close sooner, at the most
	Prices *Prices  `json:"prices,omitempty"` // of a relaxation alone
	Routes *Routes  `json:"routes,omitempty"` // of routes alone
	Runs   *Runs    `json:"runs,omitempty"`   // of runs alone
}

// Part is demand with a border of its own.
type Part struct {
	Demand  []Demand         `json:"demand,omitempty"`
	Inside  []string         `json:"inside,omitempty"`  // places that it has to leave; none for a path
	Weights map[string]int64 `json:"weights,omitempty"` // what one counts: people, or an equipment type
}

// Left is so many of a kind that need not be delivered.
type Left struct {
	Unit  string `json:"unit"`
	Kind  string `json:"kind"` // people, or an equipment type
	Count int    `json:"count"`
}

// Demand is so many of a kind that have to move: of one unit, or of those who
// stand where tasks need them, or in the theatre, the minute before After.
type Demand struct {
	Units []string   `json:"units"`
	Kind  string     `json:"kind"`
	Count int        `json:"count"`
	Tasks []string   `json:"tasks,omitempty"`
	Floor int        `json:"floor,omitzero"` // its number in the list, from 1
	After *time.Time `json:"after,omitempty"`
}

// Supply is what one resource lets across.
type Supply struct {
	Resource string      `json:"resource"`
	Mode     sortie.Mode `json:"mode,omitempty"`
	Amount   int64       `json:"amount"`
}

// peopleKind is the kind that is not an equipment type.
const peopleKind = "people"

func kindName(n *network.Network, kind network.ItemIndex) string {
	if kind == network.People {
		return peopleKind
	}
	return n.Items[kind].ID
}

func (l *ledger) demand(entries []*entry) []Demand {
	n := l.w.n
	var out []Demand
	for _, e := range entries {
		d := Demand{Kind: kindName(n, e.kind), Count: e.count, Tasks: e.tasks, Floor: e.floor}
		for _, u := range e.units {
			d.Units = append(d.Units, n.Units[u].ID)
		}
		if len(e.tasks) > 0 || e.floor > 0 {
			after := e.after.Time(n.Zone)
			d.After = &after
		}
		out = append(out, d)
	}
	return out
}

// punctual is the most tardiness of the plans that are spoken of, where a proof
// from the entries, of a minute, rests on it.
func (l *ledger) punctual(entries []*entry, closes network.Minute) *int64 {
	for _, e := range entries {
		if e.punctual || e.until < closes {
			return &l.tardiness
		}
	}
	return nil
}

// left is what of the mission the plans that are spoken of need not deliver.
func (l *ledger) left() []Left {
	n := l.w.n
	var out []Left
	for i := range n.Units {
		u := network.UnitIndex(i)
		unit := &n.Units[i]
		if unit.To == network.None || unit.At == unit.To {
			continue
		}
		kinds := append([]network.ItemIndex{network.People}, itemTypes(unit)...)
		for _, kind := range kinds {
			if lacks := l.strength(u, kind) - l.amounts[u][kind]; lacks > 0 {
				out = append(out, Left{unit.ID, kindName(n, kind), lacks})
			}
		}
	}
	return out
}
