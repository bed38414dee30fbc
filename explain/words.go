package explain

import "sortie/internal/lang"

// The sentences, one a kind of resource.
var (
	workingMOG = lang.Phrase{
		EN: "The loading teams at %[1]s hold it back (working MOG %[2]s): from %[3]s to %[4]s (%[5]s) there were %[6]s, %[7]s of work; over %[8]s that is %[9]s each, and every team was busy %[10]s of the time.",
		FR: "Ce sont les équipes de chargement de %[1]s qui le retiennent (MOG de travail %[2]s) : du %[3]s au %[4]s (%[5]s), %[6]s, soit %[7]s de travail ; sur %[8]s, %[9]s chacune, toutes occupées %[10]s du temps."}
	parkingMOG = lang.Phrase{
		EN: "The stands at %[1]s hold it back (parking MOG %[2]s): from %[3]s to %[4]s (%[5]s) %[6]s stood there and took %[7]s of the stand time; no stand was free %[8]s of the time.",
		FR: "Ce sont les postes de stationnement de %[1]s qui le retiennent (MOG de stationnement %[2]s) : du %[3]s au %[4]s (%[5]s), %[6]s y ont stationné et pris %[7]s du temps des postes ; aucun n'était libre %[8]s du temps."}
	runway = lang.Phrase{
		EN: "The runway at %[1]s holds it back: from %[2]s to %[3]s (%[4]s) there were %[5]s, at least %[6]s apart, which takes %[7]s.",
		FR: "C'est la piste de %[1]s qui le retient : du %[2]s au %[3]s (%[4]s), %[5]s, espacés d'au moins %[6]s, ce qui prend %[7]s."}
	lifts = lang.Phrase{
		EN: "The lifts of %[1]s hold it back: from %[2]s to %[3]s (%[4]s) they made %[5]s, %[6]s each with the empty legs; over %[7]s that is %[8]s each.",
		FR: "Ce sont les vecteurs de %[1]s qui le retiennent : du %[2]s au %[3]s (%[4]s), %[5]s, %[6]s chacune trajets à vide compris ; sur %[7]s, %[8]s chacun."}
	utilisation = lang.Phrase{
		EN: "The hours that a lift of %[1]s may be under way hold it back: %[2]s in any 24 h; %[3]s from %[4]s to %[5]s (%[6]s).",
		FR: "C'est la durée de route des vecteurs de %[1]s qui le retient : %[2]s par 24 h ; %[3]s du %[4]s au %[5]s (%[6]s)."}
	headway = lang.Phrase{
		EN: "The distance between convoys at %[1]s holds it back: from %[2]s to %[3]s (%[4]s) there were %[5]s, at least %[6]s apart.",
		FR: "C'est l'intervalle entre convois à %[1]s qui le retient : du %[2]s au %[3]s (%[4]s), %[5]s, espacés d'au moins %[6]s."}
	quota = lang.Phrase{
		EN: "The daily limit holds it back: at most %[1]s people leave the theatre in a day; %[2]s people ÷ %[1]s a day = %[3]s, rounded up.",
		FR: "C'est la limite journalière qui le retient : au plus %[1]s personnes quittent le théâtre par jour ; %[2]s personnes ÷ %[1]s par jour = %[3]s, arrondi au supérieur."}
	trip = lang.Phrase{
		EN: "The journey itself holds it back: movement %[1]s takes from %[2]s to %[3]s (%[4]s), loading and unloading included; journeys are %[5]s of the %[6]s from start to closure.",
		FR: "C'est le trajet lui-même qui le retient : le mouvement %[1]s dure du %[2]s au %[3]s (%[4]s), chargement et déchargement compris ; les trajets font %[5]s des %[6]s entre le début et la clôture."}
	window = lang.Phrase{
		EN: "The fleet %[1]s holds it back: it is not available before %[2]s, %[3]s after the start.",
		FR: "C'est la flotte %[1]s qui le retient : elle n'est pas disponible avant le %[2]s, %[3]s après le début."}
	hours = lang.Phrase{
		EN: "The hours of %[1]s hold it back: the path to closure waits %[2]s for it to open.",
		FR: "Ce sont les horaires de %[1]s qui le retiennent : le chemin vers la clôture y attend %[2]s l'ouverture."}
	permission = lang.Phrase{
		EN: "The clearance %[1]s holds it back: it does not open before %[2]s, %[3]s after the start.",
		FR: "C'est l'autorisation %[1]s qui le retient : elle ne s'ouvre pas avant le %[2]s, %[3]s après le début."}
	cover = lang.Phrase{
		EN: "The task %[1]s holds it back: %[2]s people stay at %[3]s until %[4]s; the path to closure waits %[5]s for it.",
		FR: "C'est la tâche %[1]s qui le retient : %[2]s personnes restent à %[3]s jusqu'au %[4]s ; le chemin vers la clôture l'attend %[5]s."}
	floor = lang.Phrase{
		EN: "The floor holds it back: %[1]s people stay in the theatre until %[2]s; the path to closure waits %[3]s for it.",
		FR: "C'est le plancher qui le retient : %[1]s personnes restent sur le théâtre jusqu'au %[2]s ; le chemin vers la clôture l'attend %[3]s."}
	after = lang.Phrase{
		EN: "The relief by %[1]s holds it back: it is not in place before %[2]s; the path to closure waits %[3]s for it.",
		FR: "C'est la relève par %[1]s qui le retient : elle n'est pas en place avant le %[2]s ; le chemin vers la clôture l'attend %[3]s."}
	ready = lang.Phrase{
		EN: "The release of %[1]s holds it back: it may not load before %[2]s, %[3]s after the start.",
		FR: "C'est la mise à disposition de %[1]s qui le retient : pas de chargement avant le %[2]s, %[3]s après le début."}
)

// What is counted in them.
var (
	works      = lang.Counted{One: lang.Phrase{EN: "%s loading or unloading", FR: "%s chargement ou déchargement"}, Many: lang.Phrase{EN: "%s loadings and unloadings", FR: "%s chargements et déchargements"}}
	teams      = lang.Counted{One: lang.Phrase{EN: "%s team", FR: "%s équipe"}, Many: lang.Phrase{EN: "%s teams", FR: "%s équipes"}}
	liftCount  = lang.Counted{One: lang.Phrase{EN: "%s lift", FR: "%s vecteur"}, Many: lang.Phrase{EN: "%s lifts", FR: "%s vecteurs"}}
	sorties    = lang.Counted{One: lang.Phrase{EN: "%s sortie", FR: "%s sortie"}, Many: lang.Phrase{EN: "%s sorties", FR: "%s sorties"}}
	runwayUses = lang.Counted{One: lang.Phrase{EN: "%s departure or arrival", FR: "%s départ ou arrivée"}, Many: lang.Phrase{EN: "%s departures and arrivals", FR: "%s départs et arrivées"}}
	dayCount   = lang.Counted{One: lang.Phrase{EN: "%s day", FR: "%s jour"}, Many: lang.Phrase{EN: "%s days", FR: "%s jours"}}
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
