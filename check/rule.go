package check

// Rule is the number of one of the contract's rules.
type Rule string

// The rules that a plan must keep.
const (
	Form         Rule = "R0"
	Conservation Rule = "R1"
	Continuity   Rule = "R2"
	Times        Rule = "R3"
	Payload      Rule = "R4"
	Stowage      Rule = "R5"
	Seats        Rule = "R6"
	Runway       Rule = "R7"
	ParkingMOG   Rule = "R8"
	WorkingMOG   Rule = "R9"
	Hours        Rule = "R10"
	Utilisation  Rule = "R11"
	Convoy       Rule = "R12"
	Cover        Rule = "R13"
	Drawdown     Rule = "R14"
	UnitRules    Rule = "R15"
	Clearance    Rule = "R16"
)

// Rules lists every rule in the order of their numbers.
var Rules = []Rule{
	Form, Conservation, Continuity, Times, Payload, Stowage, Seats, Runway, ParkingMOG,
	WorkingMOG, Hours, Utilisation, Convoy, Cover, Drawdown, UnitRules, Clearance,
}

var titles = map[Rule]string{
	Form:         "ids, times, modes and counts are well formed",
	Conservation: "people and items are where they are loaded, and no earlier than ready",
	Continuity:   "a lift's movements follow each other within its window",
	Times:        "loading, travel, unloading and stops take the time they take",
	Payload:      "the load is within the payload at each leg's distance",
	Stowage:      "every item lies inside its deck with the least gap",
	Seats:        "people have seats beside the items",
	Runway:       "the runway is long enough and its uses are apart",
	ParkingMOG:   "lifts standing at a place have parking",
	WorkingMOG:   "lifts loading and unloading have a team",
	Hours:        "departures and arrivals lie in opening hours",
	Utilisation:  "a lift is under way no longer than its hours per day",
	Convoy:       "convoys are made up, led and spaced as they must be",
	Cover:        "tasks keep their people until they end",
	Drawdown:     "the theatre empties no faster than announced",
	UnitRules:    "units move by their modes, via places, together and in turn",
	Clearance:    "departures and arrivals have clearance",
}

// Title says in one line what the rule asks; empty for a rule that is not one
// of [Rules].
func (r Rule) Title() string { return titles[r] }

// number orders the rules as [Rules] lists them.
func (r Rule) number() int {
	for i, rule := range Rules {
		if rule == r {
			return i
		}
	}
	return len(Rules)
}
