package cli

import (
	"sortie/explain"
	"sortie/internal/lang"
)

// diff.
var (
	wordDiffStdin     = phrase{EN: "only one of MISSION, BEFORE and AFTER can be -: there is one standard input", FR: "un seul de MISSION, BEFORE et AFTER peut être - : il n'y a qu'une entrée standard"}
	wordDiffMovements = phrase{EN: "Movements (times in %s)", FR: "Mouvements (heures en %s)"}
	wordDiffUnits     = phrase{EN: "Units (times in %s)", FR: "Unités (heures en %s)"}
	wordDiffTell      = phrase{EN: "Who must be told (times in %s)", FR: "Qui doit être averti (heures en %s)"}
	wordToNation      = phrase{EN: "units of %s", FR: "unités de %s"}
	wordToFleet       = phrase{EN: "fleet %s, %s", FR: "flotte %s, %s"}

	headBefore      = phrase{EN: "#Before", FR: "#Avant"}
	headAfter       = phrase{EN: "#After", FR: "#Après"}
	headWasBefore   = phrase{EN: "Before", FR: "Avant"}
	headIsAfter     = phrase{EN: "After", FR: "Après"}
	headFirstBefore = phrase{EN: "Leaves, before", FR: "Départ, avant"}
	headFirstAfter  = phrase{EN: "after", FR: "après"}
	headPlaceBefore = phrase{EN: "In place, before", FR: "En place, avant"}
	headPlaceAfter  = phrase{EN: "after", FR: "après"}
	headMovesBefore = phrase{EN: "#Movements, before", FR: "#Mouvements, avant"}
	headMovesAfter  = phrase{EN: "#after", FR: "#après"}
	headWhom        = phrase{EN: "Whom", FR: "Qui"}
	headWhy         = phrase{EN: "Why", FR: "Pourquoi"}

	figBound = phrase{EN: "Bound", FR: "Borne"}

	wordAspects = map[explain.Aspect]lang.Phrase{
		explain.Times: {EN: "time", FR: "heure"}, explain.OfLift: {EN: "lift", FR: "vecteur"}, explain.OfFleet: {EN: "fleet", FR: "flotte"},
		explain.OfMode: {EN: "mode", FR: "mode"}, explain.Route: {EN: "route", FR: "itinéraire"}, explain.Load: {EN: "load", FR: "chargement"},
		explain.Stowed: {EN: "stowage", FR: "arrimage"}, explain.Whole: {EN: "new", FR: "nouveau"}, explain.NoLonger: {EN: "gone", FR: "supprimé"}}
)
