// Package checktest breaks valid plans: for every rule of the contract, ways
// to alter a mission or a plan so that the rule no longer holds. It is used to
// test the verifier on plans written by hand and on plans that the planner
// made, and holds one small exercise that uses every rule.
package checktest

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"sortie"
	"sortie/check"
)

// Mutation is one way to break a valid plan.
type Mutation struct {
	Name string
	Rule check.Rule   // the rule that it breaks
	Also []check.Rule // rules that may break with it, since they hang together
	// Break alters the mission or the plan and reports whether it found
	// something to alter. Both are the caller's own copies.
	Break func(m *sortie.Mission, p *sortie.Plan) bool
}

// Mutations lists every mutation, in order of rule.
func Mutations() []Mutation {
	return slices.Concat(
		formMutations, conservationMutations, continuityMutations, timesMutations, payloadMutations,
		stowageMutations, seatsMutations, runwayMutations, mogMutations, hoursMutations, utilisationMutations,
		convoyMutations, coverMutations, drawdownMutations, unitMutations, clearanceMutations,
	)
}

// Clone copies a mission and a plan deeply.
func Clone(m *sortie.Mission, p *sortie.Plan) (*sortie.Mission, *sortie.Plan, error) {
	mission, plan := new(sortie.Mission), new(sortie.Plan)
	for _, pair := range [][2]any{{m, mission}, {p, plan}} {
		data, err := json.Marshal(pair[0])
		if err != nil {
			return nil, nil, err
		}
		if err := json.Unmarshal(data, pair[1]); err != nil {
			return nil, nil, err
		}
	}
	return mission, plan, nil
}

// Tidy puts movements in the order that R0 asks for and numbers them.
func Tidy(p *sortie.Plan) {
	slices.SortStableFunc(p.Movements, func(a, b sortie.Movement) int {
		return cmp.Or(a.Load.Compare(b.Load), cmp.Compare(convoyLast(a), convoyLast(b)), compareLifts(a.Lift, b.Lift))
	})
	for i := range p.Movements {
		p.Movements[i].ID = i + 1
	}
}

func convoyLast(mv sortie.Movement) int {
	if mv.Lift == "" {
		return 1
	}
	return 0
}

func compareLifts(a, b string) int {
	fleetA, numberA := splitLift(a)
	fleetB, numberB := splitLift(b)
	return cmp.Or(cmp.Compare(fleetA, fleetB), cmp.Compare(numberA, numberB))
}

func splitLift(lift string) (fleet string, number int) {
	slash := strings.LastIndexByte(lift, '/')
	if slash < 0 {
		return lift, 0
	}
	number, _ = strconv.Atoi(lift[slash+1:])
	return lift[:slash], number
}
