package answer

import "sortie/internal/lang"

// The proof of a bound.
var (
	wordProofCut      = phrase{EN: "at most %s of %s could leave %s in time (%s)", FR: "au plus %s sur %s pourraient quitter %s à temps (%s)"}
	wordProofHeld     = phrase{EN: "%s who have to leave are needed until %s, and their way takes until %s at the least", FR: "%s qui doivent partir sont nécessaires jusqu'au %s, et leur trajet dure au moins jusqu'au %s"}
	wordProofPath     = phrase{EN: "the way of %s takes until %s at the least", FR: "le trajet de %s dure au moins jusqu'au %s"}
	wordProofTogether = phrase{EN: "to close before %s takes more of what is scarce together (%s) than there is, by the prices of a linear relaxation",
		FR: "pour finir avant le %s il faut, pris ensemble, plus de moyens rares (%s) qu'il n'y en a, aux prix d'une relaxation linéaire"}
	wordProofRoutes = phrase{EN: "to close before %s lifts would have to bring more nearer to its destination than any of their routes allow",
		FR: "pour finir avant le %s les vecteurs devraient rapprocher de sa destination plus que ne le permettent tous leurs trajets"}
	wordProofMore = phrase{EN: "%s and %s more", FR: "%s et %s autres"}
	wordBinds     = map[string]lang.Phrase{
		"lifts":          {EN: "lifts %s", FR: "vecteurs %s"},
		"working_mog":    {EN: "working MOG %s", FR: "MOG de travail %s"},
		"parking_mog":    {EN: "parking MOG %s", FR: "MOG de stationnement %s"},
		"interval":       {EN: "runway interval %s", FR: "intervalle de piste %s"},
		"whole_loads":    {EN: "whole loads %s", FR: "chargements entiers %s"},
		"headway":        {EN: "convoys %s", FR: "convois %s"},
		"people_per_day": {EN: "people per day %s", FR: "personnes par jour %s"}}
	wordScarce = map[string]lang.Phrase{
		"lifts":          {EN: "lifts", FR: "vecteurs"},
		"working_mog":    {EN: "working MOG", FR: "MOG de travail"},
		"interval":       {EN: "runway intervals", FR: "intervalles de piste"},
		"headway":        {EN: "convoys", FR: "convois"},
		"hours_per_day":  {EN: "hours per day", FR: "heures par jour"},
		"people_per_day": {EN: "people per day", FR: "personnes par jour"}}
)
