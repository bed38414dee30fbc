package network

import "sortie/internal/lang"

// Doubts, and why something cannot be brought to where it goes.
var (
	peopleStranded = lang.Phrase{EN: "people of unit %s: %s", FR: "personnes de l'unité %s : %s"}
	itemsStranded  = lang.Phrase{EN: "%[1]s %[2]s of unit %[3]s: %[4]s", FR: "%[1]s × %[2]s de l'unité %[3]s : %[4]s"}
	staysBehind    = lang.Phrase{EN: "it will be left behind; add a fleet that can take it, a link, or allow another mode", FR: "cela restera sur place ; ajouter une flotte qui puisse le prendre ou une liaison, ou permettre un autre mode"}

	noWay    = lang.Phrase{EN: "no way from %s to %s", FR: "aucun itinéraire du lieu %s au lieu %s"}
	noWayVia = lang.Phrase{EN: "no way from %s to %s by way of %s", FR: "aucun itinéraire du lieu %s au lieu %s en passant par %s"}
	noChain  = lang.Phrase{
		EN: "%s by what could carry it: no chain of legs within range, runways, opening hours and clearances",
		FR: "%s avec ce qui pourrait le transporter : aucune suite d'étapes ne respecte les rayons d'action, les pistes, les horaires et les autorisations"}
	because     = lang.Phrase{EN: "%s: %s", FR: "%s : %s"}
	noFleet     = lang.Phrase{EN: "no fleet serves its nation by a mode that it may use, and it cannot drive", FR: "aucune flotte ne sert sa nation par un mode qui lui est permis, et le trajet par ses propres véhicules est impossible"}
	seatless    = lang.Phrase{EN: "none of the %s fleets that serve it has seats, and it has no vehicles of its own to drive in", FR: "aucune des %s flottes qui servent l'unité n'a de places, et elle n'a pas de véhicules où rouler"}
	seatlessOne = lang.Phrase{EN: "the one fleet that serves it has no seats, and it has no vehicles of its own to drive in", FR: "la seule flotte qui sert l'unité n'a pas de places, et elle n'a pas de véhicules où rouler"}
	fitsNowhere = lang.Phrase{
		EN: "it is too large or too heavy (%s × %s × %s m, %s t) for the decks of every lift that serves it, and it cannot drive",
		FR: "trop grand ou trop lourd (%s × %s × %s m, %s t) pour les ponts de tous les vecteurs qui servent l'unité, et incapable de rouler"}
	noRoom = lang.Phrase{EN: "no lift or convoy could bring it there within its window, with what the other rules leave free", FR: "aucun vecteur ni convoi ne pouvait l'y amener dans sa fenêtre, avec ce que les autres règles laissent libre"}
)

// Why a mission cannot be compiled.
var (
	ofMission        = lang.Phrase{EN: "mission %s: %s", FR: "mission %s : %s"}
	zoneUnknown      = lang.Phrase{EN: "timezone: unknown time zone %s", FR: "timezone : fuseau horaire %s inconnu"}
	placeZoneUnknown = lang.Phrase{EN: "place %s: unknown time zone %s", FR: "lieu %s : fuseau horaire %s inconnu"}
	timesNeeded      = lang.Phrase{EN: "operation: start and deadline are needed to plan", FR: "operation : il faut un début et une échéance pour planifier"}
	hoursUnread      = lang.Phrase{EN: "place %s: open hours %q are not HH:MM-HH:MM", FR: "lieu %s : les heures d'ouverture %q ne sont pas de la forme HH:MM-HH:MM"}
	typeIncomplete   = lang.Phrase{EN: "lift type %s: mode and speed are needed", FR: "type de vecteur %s : il faut un mode et une vitesse"}
	fleetUnknown     = lang.Phrase{EN: "fleet %s: its type %q or base %q is not known", FR: "flotte %s : son type %q ou sa base %q n'est pas connu"}
	taskPlace        = lang.Phrase{EN: "task %s: place %q is not known", FR: "tâche %s : le lieu %q n'est pas connu"}
	linkUnknown      = lang.Phrase{EN: "link %s: its mode or places are not known", FR: "liaison %s : son mode ou ses lieux ne sont pas connus"}
	unitPlace        = lang.Phrase{EN: "unit %s: place %q is not known", FR: "unité %s : le lieu %q n'est pas connu"}
	unitUnit         = lang.Phrase{EN: "unit %s: unit %q is not known", FR: "unité %s : l'unité %q n'est pas connue"}
	unitEquipment    = lang.Phrase{EN: "unit %s: equipment type %q is not known", FR: "unité %s : le type de matériel %q n'est pas connu"}
)
