package answer

import (
	"sortie"
	"sortie/internal/lang"
)

// The proof of a bound.
var (
	wordProofCut      = phrase{EN: "to close before %s at most %s of %s could leave %s in time (%s)", FR: "pour finir avant le %s, il n'en partirait à temps que %s sur %s (départ : %s ; %s)"}
	wordProofShare    = phrase{EN: "to close before %s at most %s of what has to could leave %s in time (of %s points: %s)", FR: "pour finir avant le %s, il ne partirait à temps que %s de ce qui le doit (départ : %s ; sur %s points : %s)"}
	wordEachPart      = phrase{EN: "the places that each part has to", FR: "les lieux que chaque partie doit quitter"}
	wordProofPunctual = phrase{EN: "; no unit is tardier than this plan allows", FR: " ; il s'agit des plans sans plus de retard pondéré que celui-ci"}
	wordTime          = phrase{EN: "time", FR: "temps"}
	wordProofHeld     = phrase{EN: "%s who have to leave are needed until %s, and their way takes until %s at the least", FR: "il faut garder %s jusqu'au %s, et le trajet qui suit dure au moins jusqu'au %s"}
	wordProofPath     = phrase{EN: "the way of %[1]s takes until %[2]s at the least", FR: "le trajet dure au moins jusqu'au %[2]s (%[1]s)"}
	wordProofTogether = phrase{EN: "to close before %s takes more of what is scarce together (%s) than there is, by the prices of a linear relaxation",
		FR: "pour finir avant le %s, il faut, pris ensemble, plus de moyens rares (%s) qu'il n'y en a, aux prix d'une relaxation linéaire"}
	wordProofRoutes = phrase{EN: "to close before %s lifts would have to bring more nearer to its destination than any of their routes allow",
		FR: "pour finir avant le %s, les vecteurs devraient rapprocher de sa destination plus que ne le permettent tous leurs trajets"}
	wordProofRuns = phrase{EN: "to close before %s there cannot be the loads that it would take",
		FR: "pour finir avant le %s, il faudrait plus de charges que les équipes, les postes, les pistes et les vecteurs n'en permettent"}
	wordProofMore = phrase{EN: "%s and %s more", FR: "%s et %s autres"}
	wordBinds     = map[string]lang.Phrase{
		"lifts":          {EN: "lifts %s", FR: "vecteurs %s"},
		"working_mog":    {EN: "working MOG %s", FR: "MOG de travail %s"},
		"parking_mog":    {EN: "parking MOG %s", FR: "MOG de stationnement %s"},
		"interval":       {EN: "runway interval %s", FR: "intervalle de piste %s"},
		"whole_loads":    {EN: "whole loads %s", FR: "chargements entiers %s"},
		"headway":        {EN: "convoys %s", FR: "convois %s"},
		"people_per_day": {EN: "people per day %s", FR: "personnes par jour %s"}}
	wordBy = map[sortie.Mode]lang.Phrase{
		sortie.Air: {EN: " by air", FR: " par air"}, sortie.Road: {EN: " by road", FR: " par route"},
		sortie.Rail: {EN: " by rail", FR: " par rail"}, sortie.Sea: {EN: " by sea", FR: " par mer"}}
	wordScarce = map[string]lang.Phrase{
		"lifts":          {EN: "lifts", FR: "vecteurs"},
		"working_mog":    {EN: "working MOG", FR: "MOG de travail"},
		"interval":       {EN: "runway intervals", FR: "intervalles de piste"},
		"headway":        {EN: "convoys", FR: "convois"},
		"hours_per_day":  {EN: "hours per day", FR: "heures par jour"},
		"people_per_day": {EN: "people per day", FR: "personnes par jour"}}
)
