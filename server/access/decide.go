package access

import (
	_ "embed"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/cedar-policy/cedar-go"

	"sortie"
	"sortie/internal/lang"
)

//go:embed policy.cedar
var policyText []byte

// policy is read at the first question: most commands never ask one.
var policy = sync.OnceValue(func() *cedar.PolicySet {
	set, err := cedar.NewPolicySetFromBytes("policy.cedar", policyText)
	if err != nil {
		panic(err) // the text is a part of the program, and a test reads it
	}
	return set
})

// see is the action that says whether a thing exists for somebody.
const see = "see"

// Denial says why somebody may not do something, in words for that person. It
// tells nothing of what may not be seen.
type Denial struct {
	Status int // 401 nobody has signed in, 403, 404 it does not exist for whoever asks, 409 the id is not free
	Reason lang.Text
}

func (d *Denial) Error() string { return d.Reason.String() }

func denied(status int, reason lang.Phrase, args ...any) *Denial {
	return &Denial{status, reason.Text(args...)}
}

// NotFound is the answer for what does not exist: it reads as the one for what
// may not be seen.
func NotFound() *Denial {
	return denied(http.StatusNotFound, wordNotFound)
}

// Decide says whether somebody may do an operation to a resource: nil, or a
// *Denial.
func Decide(p Principal, operation string, r Resource) error {
	switch {
	case permitted(p, operation, r):
		return nil
	case p.Account == "":
		return denied(http.StatusUnauthorized, wordSignIn)
	case r.kind != OnInstallation && !permitted(p, see, Of(r.mission)):
		return NotFound()
	case r.kind != OnVote && r.kind != OnInstallation && !permitted(p, see, r):
		if operation == "put-unit" || operation == "change-units" && r.written != nil {
			return denied(http.StatusConflict, wordNotFree)
		}
		return NotFound()
	case slices.Contains(Allowed(p), operation):
		return denied(http.StatusForbidden, wordOwnNation)
	}
	roles := whoMay(operation)
	if roles == nil {
		return denied(http.StatusForbidden, wordNobody)
	}
	return denied(http.StatusForbidden, wordOtherRole, called(p.Role), lang.Each(func(l lang.Lang) string {
		var names []string
		for _, role := range roles {
			names = append(names, l.Say(called(role)))
		}
		return strings.Join(names, ", ")
	}))
}

// Allowed lists the operations that somebody may do at all, in the order of
// Operations: those of units, movements and votes perhaps for its own nation
// alone, those of missions perhaps in some of them.
func Allowed(p Principal) []string {
	var out []string
	own := Of(&sortie.Mission{
		Units:  []sortie.Unit{{ID: "own", Nation: p.Nation}},
		Fleets: []sortie.Fleet{{ID: "own", Nation: p.Nation}},
	})
	unit := &own.mission.Units[0]
	on := map[Kind]Resource{
		OnInstallation: Installation(),
		OnMission:      own,
		OnUnit:         own.Unit(unit, unit),
		OnMovement:     own.Movement(sortie.Movement{Lift: "own/1"}),
		OnVote:         own.Vote(p.Nation),
	}
	for _, o := range Operations {
		if permitted(p, o.ID, on[o.On]) {
			out = append(out, o.ID)
		}
	}
	return out
}

// whoMay lists the roles that may do an operation.
func whoMay(operation string) []Role {
	var out []Role
	for _, role := range Roles {
		if slices.Contains(Allowed(Principal{Account: "any", Role: role, Nation: "XX"}), operation) {
			out = append(out, role)
		}
	}
	return out
}
