package check

import "sortie/internal/lang"

// R0: how a plan is written.
var (
	noMission      = lang.Phrase{EN: "there is no mission to hold the plan against", FR: "il n'y a pas de mission à laquelle confronter le plan"}
	noPlan         = lang.Phrase{EN: "there is no plan", FR: "il n'y a pas de plan"}
	otherVersion   = lang.Phrase{EN: "the plan is of format version %s, this verifier reads version %s", FR: "le plan est au format version %s, ce vérificateur lit la version %s"}
	notMode        = lang.Phrase{EN: "%s is not a mode: air, road, rail or sea", FR: "%s n'est pas un mode : air, road, rail ou sea"}
	convoyByRoad   = lang.Phrase{EN: "a movement without a lift is a convoy and goes by road, not by %s", FR: "un mouvement sans vecteur est un convoi et va par route, non par %s"}
	nothingMoves   = lang.Phrase{EN: "it has neither a lift nor cargo, so nothing moves", FR: "il n'a ni vecteur ni chargement : rien ne se déplace"}
	notLift        = lang.Phrase{EN: "%s is not a lift: write fleet/number such as %s", FR: "%s n'est pas un vecteur : écrire flotte/numéro, par exemple %s"}
	liftOfNone     = lang.Phrase{EN: "lift %s is of no fleet of the mission", FR: "le vecteur %s n'est d'aucune flotte de la mission"}
	liftBeyond     = lang.Phrase{EN: "fleet %s has %s, there is no number %s", FR: "la flotte %s a %s, il n'y a pas de numéro %s"}
	noLiftType     = lang.Phrase{EN: "lift type %s of fleet %s is not in the mission", FR: "le type de vecteur %s de la flotte %s n'est pas dans la mission"}
	liftOtherMode  = lang.Phrase{EN: "lift %s moves by %s, not by %s", FR: "le vecteur %s se déplace par %s, non par %s"}
	noPlace        = lang.Phrase{EN: "there is no place %s in the mission", FR: "il n'y a pas de lieu %s dans la mission"}
	handlesNot     = lang.Phrase{EN: "%s does not handle %s", FR: "le lieu %s n'accueille pas de mouvement par %s"}
	startsAndEnds  = lang.Phrase{EN: "it starts and ends at %s", FR: "il commence et finit au lieu %s"}
	legStartsEnds  = lang.Phrase{EN: "a leg starts and ends at %s", FR: "une étape commence et finit au lieu %s"}
	timeMissing    = lang.Phrase{EN: "%s is missing", FR: "l'heure %s manque"}
	timeNotWhole   = lang.Phrase{EN: "%s is not a whole minute", FR: "l'heure %s n'est pas une minute entière"}
	timeOfMovement = lang.Phrase{EN: "%s", FR: "« %s »"}
	timeOfStop     = lang.Phrase{EN: "%s of the stop at %s", FR: "« %s » de l'escale au lieu %s"}
	noUnit         = lang.Phrase{EN: "there is no unit %s in the mission", FR: "il n'y a pas d'unité %s dans la mission"}
	unitStays      = lang.Phrase{EN: "%s has no destination: it stays", FR: "l'unité %s n'a pas de destination : elle reste"}
	unitTwice      = lang.Phrase{EN: "unit %s is listed twice", FR: "l'unité %s figure deux fois"}
	peopleNegative = lang.Phrase{EN: "%[1]s people of %[2]s: a count is not negative", FR: "unité %[2]s : le nombre de personnes, %[1]s, ne peut être négatif"}
	cargoEmpty     = lang.Phrase{EN: "the cargo of %s is nobody and nothing", FR: "le chargement de l'unité %s ne comprend ni personne ni matériel"}
	noEquipment    = lang.Phrase{EN: "there is no equipment type %s in the mission", FR: "il n'y a pas de type de matériel %s dans la mission"}
	misnumbered    = lang.Phrase{EN: "the movement at position %s has id %s; movements are numbered 1, 2, 3 …%s", FR: "le mouvement en position %s a l'id %s ; les mouvements sont numérotés 1, 2, 3…%s"}
	misplaced      = lang.Phrase{
		EN: "it stands after movement %s but belongs before it: movements are ordered by load, then lifts before convoys, then fleet and number%s",
		FR: "il est écrit après le mouvement %s alors que sa place est avant : les mouvements sont rangés par heure de chargement, puis vecteurs avant convois, puis flotte et numéro%s"}
	sameForOne  = lang.Phrase{EN: "; the same holds for one other", FR: " ; il en va de même pour un autre"}
	sameForMany = lang.Phrase{EN: "; the same holds for %s others", FR: " ; il en va de même pour %s autres"}
)

// What a plan says of itself.
var (
	unitUnknown = lang.Phrase{EN: "no such unit", FR: "aucune unité de ce nom"}
	countsOf    = lang.Phrase{EN: "%s, %s", FR: "%s, %s"}
)
