package instances

import (
	"fmt"
	"math/rand/v2"

	"sortie"
	"sortie/internal/gen"
)

// Instance is one mission of the set.
type Instance struct {
	Name   string // such as parking-3; file name and key of the best known results
	Family string
	Path   string                 // of a real mission, from the repository's root; else empty
	Make   func() *sortie.Mission // nil where Path is given
}

// Family is instances in which the same rule binds.
type Family struct {
	Name    string
	Binds   string // what holds its missions back
	make    func(*sketch)
	without func(*sortie.Mission) // takes that rule out of a mission
}

// Families are the ten generated ones, in the order of the tables.
var Families = []Family{
	{"parking", "stands at the theatre's airfields (R8)", parking, withoutParking},
	{"teams", "loading and unloading teams (R9)", teams, withoutTeams},
	{"runway", "time between two uses of a runway (R7)", runway, withoutRunway},
	{"hours", "opening hours and closures (R10)", hours, withoutHours},
	{"fleet", "few lifts: cycles, flying hours, windows (R2, R11)", fleet, withoutFleet},
	{"stowage", "what fits on a deck (R5)", stowage, withoutStowage},
	{"payload", "seats, and payload that falls with distance (R4, R6)", payload, withoutPayload},
	{"convoy", "convoys: headway, length, rests (R12)", convoy, withoutConvoy},
	{"drawdown", "cover, floors and people a day (R13, R14)", drawdown, withoutDrawdown},
	{"units", "clearances, serves, modes, via, together, after (R15, R16)", unitRules, withoutUnitRules},
}

// sizes are roughly the loads of the members of a family.
var sizes = []int{6, 12, 24, 45, 80, 140}

// Real are the missions of the repository that happened.
var Real = []string{"kazakhstan-2022", "kazakhstan-2022-deployment", "kabul-2021"}

// people are the sizes of the family of scale.
var people = []int{2_000, 20_000, 200_000}

// All is the whole set in the order of the tables.
func All() []Instance {
	var all []Instance
	for _, f := range Families {
		for i := range sizes {
			all = append(all, Instance{Name: fmt.Sprintf("%s-%d", f.Name, i+1), Family: f.Name, Make: func() *sortie.Mission { return f.mission(i) }})
		}
	}
	for _, name := range Real {
		all = append(all, Instance{Name: name, Family: "real", Path: "missions/" + name})
	}
	for _, n := range people {
		name := fmt.Sprintf("scale-%d", n)
		all = append(all, Instance{Name: name, Family: "scale", Make: func() *sortie.Mission {
			m := gen.Large(1, n)
			m.ID = name
			return m
		}})
	}
	return all
}

// drawnAgain is how often a member was drawn again, since the best plans of those before close no
// later for the rule.
var drawnAgain = map[string]uint64{"stowage-1": 1}

// mission is the i-th of the family. Members with an even i leave the
// theatre, the others come into it.
func (f *Family) mission(i int) *sortie.Mission {
	seed := uint64(i + 1)
	for _, letter := range f.Name {
		seed = 31*seed + uint64(letter)
	}
	name := fmt.Sprintf("%s-%d", f.Name, i+1)
	s := newSketch(name, f.Binds, rand.New(rand.NewPCG(seed, 2022+drawnAgain[name])), i)
	f.make(s)
	return s.m
}
