package check

import "sortie/internal/lang"

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

var titles = map[Rule]lang.Phrase{
	Form:         {EN: "ids, times, modes and counts are well formed", FR: "identifiants, heures, modes et nombres sont bien formés"},
	Conservation: {EN: "people and items are where they are loaded, and no earlier than ready", FR: "personnes et matériels sont là où ils sont chargés, et pas avant d'être prêts"},
	Continuity:   {EN: "a lift's movements follow each other within its window", FR: "les mouvements d'un vecteur se suivent, pendant sa disponibilité"},
	Times:        {EN: "loading, travel, unloading and stops take the time they take", FR: "chargement, trajet, déchargement et escales prennent le temps qu'il leur faut"},
	Payload:      {EN: "the load is within the payload at each leg's distance", FR: "le chargement reste dans la charge utile à la distance de chaque étape"},
	Stowage:      {EN: "every item lies inside its deck with the least gap", FR: "chaque matériel tient sur son pont avec l'écart minimal"},
	Seats:        {EN: "people have seats beside the items", FR: "les personnes ont des places à côté du matériel"},
	Runway:       {EN: "the runway is long enough and its uses are apart", FR: "la piste est assez longue et ses utilisations sont espacées"},
	ParkingMOG:   {EN: "lifts standing at a place have parking", FR: "les vecteurs au sol ont un stationnement"},
	WorkingMOG:   {EN: "lifts loading and unloading have a team", FR: "les vecteurs qui chargent ou déchargent ont une équipe"},
	Hours:        {EN: "departures and arrivals lie in opening hours", FR: "départs et arrivées se font aux heures d'ouverture"},
	Utilisation:  {EN: "a lift is under way no longer than its hours per day", FR: "un vecteur n'est pas en route plus que ses heures par jour"},
	Convoy:       {EN: "convoys are made up, led and spaced as they must be", FR: "les convois sont formés, conduits et espacés comme il se doit"},
	Cover:        {EN: "tasks keep their people until they end", FR: "les tâches gardent leur effectif jusqu'à leur fin"},
	Drawdown:     {EN: "the theatre empties no faster than announced", FR: "le théâtre ne se vide pas plus vite qu'annoncé"},
	UnitRules:    {EN: "units move by their modes, via places, together and in turn", FR: "les unités vont par leurs modes et leurs lieux de passage, groupées et à leur tour"},
	Clearance:    {EN: "departures and arrivals have clearance", FR: "départs et arrivées sont autorisés"},
}

// Title says in one line what the rule asks; empty for a rule that is not one
// of [Rules].
func (r Rule) Title() lang.Text { return titles[r].Text() }

// number orders the rules as [Rules] lists them.
func (r Rule) number() int {
	for i, rule := range Rules {
		if rule == r {
			return i
		}
	}
	return len(Rules)
}
