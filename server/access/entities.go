package access

import (
	"sync"

	"github.com/cedar-policy/cedar-go"
)

// actions are the operations with the groups that they are in: their own, and
// "operation", which holds them all.
var actions = sync.OnceValue(func() cedar.EntityMap {
	out := cedar.EntityMap{}
	for _, o := range Operations {
		id := cedar.NewEntityUID("Action", cedar.String(o.ID))
		group, all := cedar.NewEntityUID("Action", cedar.String(o.Group)), cedar.NewEntityUID("Action", "operation")
		out[id] = cedar.Entity{UID: id, Parents: cedar.NewEntityUIDSet(group, all)}
	}
	return out
})

// asked is one question's principal and resources, beside the actions.
type asked []cedar.Entity

func (a asked) Get(id cedar.EntityUID) (cedar.Entity, bool) {
	for _, e := range a {
		if e.UID == id {
			return e, true
		}
	}
	return actions().Get(id)
}

// permitted asks the policy. What cannot be evaluated is not permitted.
func permitted(p Principal, action string, r Resource) bool {
	who, what := principal(p), resources(r)
	entities := append(asked{who}, what...)
	decision, _ := cedar.Authorize(policy(), entities, cedar.Request{
		Principal: who.UID,
		Action:    cedar.NewEntityUID("Action", cedar.String(action)),
		Resource:  what[0].UID,
	})
	return decision == cedar.Allow
}

func principal(p Principal) cedar.Entity {
	if p.Account == "" {
		return cedar.Entity{UID: cedar.NewEntityUID("Nobody", "")}
	}
	attributes := cedar.RecordMap{}
	if p.Nation != "" {
		attributes["nation"] = cedar.String(p.Nation)
	}
	return cedar.Entity{
		UID:        cedar.NewEntityUID("Account", cedar.String(p.Account)),
		Parents:    cedar.NewEntityUIDSet(cedar.NewEntityUID("Role", cedar.String(p.Role))),
		Attributes: cedar.NewRecord(attributes),
	}
}

// resources are the resource itself, and then the mission that it is of.
func resources(r Resource) []cedar.Entity {
	id := cedar.NewEntityUID(cedar.EntityType(r.kind), "")
	if r.kind == OnInstallation {
		return []cedar.Entity{{UID: id}}
	}
	mission := cedar.Entity{
		UID:        cedar.NewEntityUID(cedar.EntityType(OnMission), ""),
		Attributes: cedar.NewRecord(cedar.RecordMap{"contributors": nations(r.contributors)}),
	}
	attributes := cedar.RecordMap{"mission": mission.UID}
	switch r.kind {
	case OnMission:
		return []cedar.Entity{mission}
	case OnUnit:
		if r.standing != nil {
			attributes["standing"] = cedar.String(r.standing.Nation)
		}
		if r.written != nil {
			attributes["written"] = cedar.String(r.written.Nation)
		}
	case OnVote:
		attributes["nation"] = cedar.String(r.voter)
	case OnMovement:
		attributes["aboard"] = nations(r.aboard)
		attributes["carrier"] = cedar.String(r.carrier)
	}
	return []cedar.Entity{{UID: id, Attributes: cedar.NewRecord(attributes)}, mission}
}

func nations(ids []string) cedar.Set {
	out := make([]cedar.Value, len(ids))
	for i, id := range ids {
		out[i] = cedar.String(id)
	}
	return cedar.NewSet(out...)
}
