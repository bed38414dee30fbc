package explain

import "sortie/internal/lang"

// The sentences, one a kind of resource.
var (
	workingMOG = lang.Phrase{
		EN: "The loading teams at %[1]s hold it (working MOG %[7]s): from %[2]s to %[3]s (%[4]s) there were %[5]s loadings and unloadings, %[6]s of work; over %[7]s teams that is %[8]s each, and all were busy %[9]s of the time.",
		FR: "Ce sont les équipes de chargement de %[1]s qui le retiennent (MOG de travail %[7]s) : du %[2]s au %[3]s (%[4]s), %[5]s chargements et déchargements, %[6]s de travail ; réparti sur %[7]s équipes, %[8]s chacune, toutes occupées %[9]s du temps."}
	parkingMOG = lang.Phrase{
		EN: "The stands at %[1]s hold it (parking MOG %[6]s): from %[2]s to %[3]s (%[4]s) %[5]s lifts stood there and took %[7]s of the stand time; all stands were taken %[8]s of the time.",
		FR: "Ce sont les postes de stationnement de %[1]s qui le retiennent (MOG de stationnement %[6]s) : du %[2]s au %[3]s (%[4]s), %[5]s appareils y ont stationné et pris %[7]s du temps des postes ; tous étaient pris %[8]s du temps."}
	runway = lang.Phrase{
		EN: "The runway at %[1]s holds it: from %[2]s to %[3]s (%[4]s) there were %[5]s departures and arrivals, at least %[6]s min apart, which is %[7]s.",
		FR: "C'est la piste de %[1]s qui le retient : du %[2]s au %[3]s (%[4]s), %[5]s départs et arrivées, espacés d'au moins %[6]s min, soit %[7]s."}
	lifts = lang.Phrase{
		EN: "The lifts of %[1]s hold it: from %[2]s to %[3]s (%[4]s) they flew or drove %[5]s sorties at %[6]s each, way back included; over %[7]s that is %[8]s each.",
		FR: "Ce sont les vecteurs de %[1]s qui le retiennent : du %[2]s au %[3]s (%[4]s), %[5]s rotations de %[6]s chacune, retour compris ; sur %[7]s vecteurs, %[8]s chacun."}
	utilisation = lang.Phrase{
		EN: "The hours that a lift of %[1]s may be under way hold it: %[2]s in any 24 h; %[3]s sorties from %[4]s to %[5]s (%[6]s).",
		FR: "C'est l'utilisation permise des vecteurs de %[1]s qui le retient : %[2]s de route par 24 h ; %[3]s sorties du %[4]s au %[5]s (%[6]s)."}
	headway = lang.Phrase{
		EN: "The distance between convoys at %[1]s holds it: %[2]s leave from %[3]s to %[4]s (%[5]s), at least %[6]s min apart.",
		FR: "C'est l'intervalle entre convois à %[1]s qui le retient : %[2]s partent du %[3]s au %[4]s (%[5]s), à au moins %[6]s min l'un de l'autre."}
	quota = lang.Phrase{
		EN: "The daily limit holds it: at most %[1]s people leave the theatre in a day; %[2]s people ÷ %[1]s a day = %[3]s days, rounded up.",
		FR: "C'est la limite journalière qui le retient : au plus %[1]s personnes quittent le théâtre par jour ; %[2]s personnes ÷ %[1]s par jour = %[3]s jours, arrondi au supérieur."}
	trip = lang.Phrase{
		EN: "The journey itself holds it: movement %[1]s takes from %[2]s to %[3]s (%[4]s), loading and unloading included; journeys are %[5]s of the %[6]s from start to closure.",
		FR: "C'est le trajet lui-même qui le retient : le mouvement %[1]s dure du %[2]s au %[3]s (%[4]s), chargement et déchargement compris ; les trajets font %[5]s des %[6]s entre le début et la clôture."}
	window = lang.Phrase{
		EN: "The fleet %[1]s holds it: it is not available before %[2]s, %[3]s after the start.",
		FR: "C'est la flotte %[1]s qui le retient : elle n'est pas disponible avant le %[2]s, %[3]s après le début."}
	hours = lang.Phrase{
		EN: "The hours of %[1]s hold it: the path to closure waits %[2]s for it to open.",
		FR: "Ce sont les horaires de %[1]s qui le retiennent : le chemin vers la clôture y attend %[2]s l'ouverture."}
	permission = lang.Phrase{
		EN: "The clearance %[1]s holds it: it does not open before %[2]s, %[3]s after the start.",
		FR: "C'est l'autorisation %[1]s qui le retient : elle ne s'ouvre pas avant le %[2]s, %[3]s après le début."}
	cover = lang.Phrase{
		EN: "The task %[1]s holds it: %[2]s people stay at %[3]s until %[4]s; the path to closure waits %[5]s for it.",
		FR: "C'est la tâche %[1]s qui le retient : %[2]s personnes restent à %[3]s jusqu'au %[4]s ; le chemin vers la clôture l'attend %[5]s."}
	floor = lang.Phrase{
		EN: "The floor holds it: %[1]s people stay in the theatre until %[2]s; the path to closure waits %[3]s for it.",
		FR: "C'est le plancher qui le retient : %[1]s personnes restent sur le théâtre jusqu'au %[2]s ; le chemin vers la clôture l'attend %[3]s."}
	after = lang.Phrase{
		EN: "The relief by %[1]s holds it: it is not in place before %[2]s; the path to closure waits %[3]s for it.",
		FR: "C'est la relève par %[1]s qui le retient : elle n'est pas en place avant le %[2]s ; le chemin vers la clôture l'attend %[3]s."}
	ready = lang.Phrase{
		EN: "The release of %[1]s holds it: it may not load before %[2]s, %[3]s after the start.",
		FR: "C'est la mise à disposition de %[1]s qui le retient : pas de chargement avant le %[2]s, %[3]s après le début."}
)

// names are the resources in a breakdown.
var names = map[Kind]lang.Phrase{
	Trip:        {EN: "journeys", FR: "trajets"},
	WorkingMOG:  {EN: "working MOG at %s", FR: "MOG de travail à %s"},
	ParkingMOG:  {EN: "parking MOG at %s", FR: "MOG de stationnement à %s"},
	Runway:      {EN: "runway at %s", FR: "piste de %s"},
	Lifts:       {EN: "lifts of %s", FR: "vecteurs de %s"},
	Window:      {EN: "availability of %s", FR: "disponibilité de %s"},
	Utilisation: {EN: "hours a day of %s", FR: "heures par jour de %s"},
	Hours:       {EN: "opening hours of %s", FR: "horaires de %s"},
	Permission:  {EN: "clearance %s", FR: "autorisation %s"},
	Cover:       {EN: "task %s", FR: "tâche %s"},
	Floor:       {EN: "floor", FR: "plancher"},
	Quota:       {EN: "people per day", FR: "personnes par jour"},
	Ready:       {EN: "release of %s", FR: "mise à disposition de %s"},
	After:       {EN: "relief by %s", FR: "relève par %s"},
	Headway:     {EN: "headway at %s", FR: "intervalle entre convois à %s"},
	Idle:        {EN: "waiting that this plan does not need", FR: "attente dont ce plan n'a pas besoin"},
}

var (
	breakdown = lang.Phrase{
		EN: "The path to closure, %[1]s back from movement %[2]s: %[3]s.",
		FR: "Le chemin vers la clôture, %[1]s en remontant du mouvement %[2]s : %[3]s."}
	sharePart = lang.Phrase{EN: "%s %s", FR: "%s %s"}
	restPart  = lang.Phrase{EN: "%s of other things", FR: "%s d'autres choses"}
)
