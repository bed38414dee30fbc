package access

import (
	"maps"
	"slices"
	"strings"

	"sortie"
)

// Kind is what an operation is done to.
type Kind string

// The kinds of resource, as policy.cedar calls their types.
const (
	OnInstallation Kind = "Installation" // the server itself, with its accounts and its list of missions
	OnMission      Kind = "Mission"      // a mission with its entries, plans and runs
	OnUnit         Kind = "Unit"
	OnMovement     Kind = "Movement"
	OnVote         Kind = "Vote"
)

// Resource is what an operation is done to, with what the policy asks of it.
type Resource struct {
	kind         Kind
	mission      *sortie.Mission
	contributors []string

	standing *sortie.Unit // a unit as it is; nil: there is none yet
	written  *sortie.Unit // a unit as it is to be; nil: it goes
	voter    string       // whose vote it is
	aboard   []string     // nations that a movement concerns
	carrier  string       // nation of a movement's lift
}

// Installation is the server itself.
func Installation() Resource { return Resource{kind: OnInstallation} }

// Of is a mission, and stands for its entries, plans and runs too.
func Of(m *sortie.Mission) Resource {
	return Resource{kind: OnMission, mission: m, contributors: contributors(m)}
}

// Unit is a unit of the mission that is to be written: as it is, nil where there
// is none of that id yet, and as it is to be, nil where it is taken out.
func (r Resource) Unit(standing, written *sortie.Unit) Resource {
	r.kind, r.standing, r.written = OnUnit, standing, written
	return r
}

// Vote is a vote of a nation on a decision of the mission's record.
func (r Resource) Vote(nation string) Resource {
	r.kind, r.voter = OnVote, nation
	return r
}

// Movement is a movement of one of the mission's plans. An empty lift concerns
// its own nation, a unit that the mission no longer has concerns one unknown.
func (r Resource) Movement(v sortie.Movement) Resource {
	r.kind, r.carrier, r.aboard = OnMovement, carrier(r.mission, v), nil
	for _, c := range v.Cargo {
		r.aboard = append(r.aboard, nationOf(r.mission, c.Unit))
	}
	if len(v.Cargo) == 0 {
		r.aboard = []string{r.carrier}
	}
	return r
}

func nationOf(m *sortie.Mission, unit string) string {
	for _, u := range m.Units {
		if u.ID == unit {
			return u.Nation
		}
	}
	return ""
}

// carrier is the nation of a movement's lift; empty for a convoy.
func carrier(m *sortie.Mission, v sortie.Movement) string {
	id, _, _ := strings.Cut(v.Lift, "/")
	for _, f := range m.Fleets {
		if f.ID == id {
			return f.Nation
		}
	}
	return ""
}

// contributors are the nations that have a part in a mission: its host, and
// those of its units, fleets and pledges.
func contributors(m *sortie.Mission) []string {
	seen := map[string]bool{m.Host: true}
	for _, u := range m.Units {
		seen[u.Nation] = true
	}
	for _, f := range m.Fleets {
		seen[f.Nation] = true
	}
	for _, e := range m.Record {
		if e.Kind == sortie.Pledge {
			seen[e.By] = true
		}
	}
	delete(seen, "")
	return slices.Collect(maps.Keys(seen))
}
