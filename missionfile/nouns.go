package missionfile

import (
	"reflect"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// The kinds of things that have ids.
var (
	aPlace     = noun{lang.Phrase{EN: "place", FR: "lieu"}, false}
	aLink      = noun{lang.Phrase{EN: "link", FR: "liaison"}, true}
	aLiftType  = noun{lang.Phrase{EN: "lift type", FR: "type de vecteur"}, false}
	anItemType = noun{lang.Phrase{EN: "equipment type", FR: "type de matériel"}, false}
	aFleet     = noun{lang.Phrase{EN: "fleet", FR: "flotte"}, true}
	aUnit      = noun{lang.Phrase{EN: "unit", FR: "unité"}, true}
	aClearance = noun{lang.Phrase{EN: "clearance", FR: "autorisation"}, true}
	aTask      = noun{lang.Phrase{EN: "task", FR: "tâche"}, true}
	anEntry    = noun{lang.Phrase{EN: "record entry", FR: "entrée du dossier"}, true}
	aSource    = noun{lang.Phrase{EN: "source", FR: "source"}, true}
)

// nouns are what readers call objects and words of the format. Where the field
// has no word for one, it is called by the key that it stands at.
var nouns = map[reflect.Type]noun{
	reflect.TypeFor[sortie.Mission]():       {lang.Phrase{EN: "mission", FR: "mission"}, true},
	reflect.TypeFor[sortie.Operation]():     {lang.Phrase{EN: "operation", FR: "opération"}, true},
	reflect.TypeFor[sortie.OperationKind](): {lang.Phrase{EN: "operation kind", FR: "nature d'opération"}, true},
	reflect.TypeFor[sortie.Drawdown]():      {lang.Phrase{EN: "drawdown", FR: "réduction d'effectif"}, true},
	reflect.TypeFor[sortie.Floor]():         {lang.Phrase{EN: "floor", FR: "plancher"}, false},
	reflect.TypeFor[sortie.Convoy]():        {lang.Phrase{EN: "convoy", FR: "convoi"}, false},
	reflect.TypeFor[sortie.Organisation]():  {lang.Phrase{EN: "organisation", FR: "organisation"}, true},
	reflect.TypeFor[sortie.DecidingBody]():  {lang.Phrase{EN: "decides", FR: "rubrique decides"}, true},
	reflect.TypeFor[sortie.DecisionRule]():  {lang.Phrase{EN: "decision rule", FR: "règle de décision"}, true},
	reflect.TypeFor[sortie.Entry]():         anEntry,
	reflect.TypeFor[sortie.EntryKind]():     {lang.Phrase{EN: "entry kind", FR: "nature d'entrée"}, true},
	reflect.TypeFor[sortie.Vote]():          {lang.Phrase{EN: "vote", FR: "vote"}, false},
	reflect.TypeFor[sortie.Grants]():        {lang.Phrase{EN: "grants", FR: "rubrique grants"}, true},
	reflect.TypeFor[sortie.Figure]():        {lang.Phrase{EN: "figure", FR: "chiffre"}, false},
	reflect.TypeFor[sortie.Says]():          {lang.Phrase{EN: "says", FR: "rubrique says"}, true},
	reflect.TypeFor[sortie.Source]():        aSource,
	reflect.TypeFor[sortie.Place]():         aPlace,
	reflect.TypeFor[sortie.Mode]():          {lang.Phrase{EN: "mode", FR: "mode"}, false},
	reflect.TypeFor[sortie.Handling]():      {lang.Phrase{EN: "handling", FR: "capacité d'accueil"}, true},
	reflect.TypeFor[sortie.Closure]():       {lang.Phrase{EN: "closed", FR: "fermeture"}, true},
	reflect.TypeFor[sortie.Basis]():         {lang.Phrase{EN: "basis", FR: "fondement"}, false},
	reflect.TypeFor[sortie.Link]():          aLink,
	reflect.TypeFor[sortie.LiftType]():      aLiftType,
	reflect.TypeFor[sortie.Deck]():          {lang.Phrase{EN: "deck", FR: "pont"}, false},
	reflect.TypeFor[sortie.Seats]():         {lang.Phrase{EN: "number of seats", FR: "nombre de places"}, false},
	reflect.TypeFor[sortie.EquipmentType](): anItemType,
	reflect.TypeFor[sortie.Fleet]():         aFleet,
	reflect.TypeFor[sortie.Unit]():          aUnit,
	reflect.TypeFor[sortie.Clearance]():     aClearance,
	reflect.TypeFor[sortie.Task]():          aTask,
	reflect.TypeFor[sortie.Plan]():          {lang.Phrase{EN: "plan", FR: "plan"}, false},
	reflect.TypeFor[sortie.Made]():          {lang.Phrase{EN: "made", FR: "rubrique made"}, true},
	reflect.TypeFor[sortie.Verdict]():       {lang.Phrase{EN: "verdict", FR: "verdict"}, false},
	reflect.TypeFor[sortie.Counts]():        {lang.Phrase{EN: "counts", FR: "décompte"}, false},
	reflect.TypeFor[sortie.Bound]():         {lang.Phrase{EN: "bound", FR: "borne"}, true},
	reflect.TypeFor[sortie.Left]():          {lang.Phrase{EN: "left", FR: "reliquat"}, false},
	reflect.TypeFor[sortie.Movement]():      {lang.Phrase{EN: "movement", FR: "mouvement"}, false},
	reflect.TypeFor[sortie.Stop]():          {lang.Phrase{EN: "stop", FR: "escale"}, true},
	reflect.TypeFor[sortie.Cargo]():         {lang.Phrase{EN: "cargo", FR: "chargement"}, false},
	reflect.TypeFor[sortie.Item]():          {lang.Phrase{EN: "item", FR: "matériel"}, false},
}

// nounOf is what readers call things of the type; a type that the table lacks
// is called by its Go name.
func nounOf(t reflect.Type) noun {
	if n, ok := nouns[t]; ok {
		return n
	}
	name := strings.ToLower(t.Name())
	return noun{Phrase: lang.Phrase{EN: name, FR: name}}
}
