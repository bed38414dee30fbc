package missionfile

import "sortie/internal/lang"

// Ids, and what hangs together by them.
var (
	noneIsCalled  = lang.Phrase{EN: "%s is called %q", FR: "%s ne s'appelle %q"}
	isCalledToo   = lang.Phrase{EN: "%s is called %q", FR: "%s s'appelle %q"}
	firstAt       = lang.Phrase{EN: "the first is on line %s of %s", FR: "ce nom est déjà pris à la ligne %s du fichier %s"}
	listsNone     = lang.Phrase{EN: "the mission lists none", FR: "la mission n'en liste pas"}
	knownAre      = lang.Phrase{EN: "known: %s", FR: "noms connus : %s"}
	andMore       = lang.Phrase{EN: "%s and %s more", FR: "%s et %s de plus"}
	otherMode     = lang.Phrase{EN: "%s moves by %s and the link is for %s", FR: "%s est de mode %s, et la liaison de mode %s"}
	circleOfUnits = lang.Phrase{EN: "these units wait for each other: %s", FR: "ces unités s'attendent l'une l'autre : %s"}
	afterNext     = lang.Phrase{EN: " after ", FR: " après "}
	moreUnits     = lang.Phrase{EN: "%s more", FR: "%s autres"}
	answersOnly   = lang.Phrase{EN: "%q is %s; a decision answers a request", FR: "%q est de nature %s ; une décision répond à une demande (request)"}
	standsBelow   = lang.Phrase{EN: "%q does not stand above this entry", FR: "%q ne se trouve pas au-dessus de cette entrée"}
	appendOnly    = lang.Phrase{EN: "the record is append-only: a correction stands below what it replaces", FR: "on ne fait qu'ajouter au dossier : une correction se place sous ce qu'elle remplace"}
	noNumber      = lang.Phrase{EN: "%s has no number", FR: "%s n'a pas de nombre"}
	manyNumbers   = lang.Phrase{EN: "%s has %s numbers", FR: "%s a %s nombres"}
	thisFigure    = lang.Phrase{EN: "this figure", FR: "ce chiffre"}
	oneNumber     = lang.Phrase{EN: "write exactly one of exact, about, at_least and at_most", FR: "écrivez exactement l'une des clés exact, about, at_least et at_most"}
	noFigureFrom  = lang.Phrase{EN: "the figures of entry %q have no source", FR: "les chiffres de l'entrée %q n'ont pas de source"}
	writeSources  = lang.Phrase{EN: "write sources: [s1], and list s1 under sources", FR: "écrivez sources: [s1], et listez s1 sous sources"}
)

// Lifts, fleets and equipment.
var (
	curveOrder     = lang.Phrase{EN: "%s km does not come after %s km", FR: "%s km ne vient pas après %s km"}
	curveSort      = lang.Phrase{EN: "write the points from the nearest to the farthest", FR: "écrivez les points du plus proche au plus lointain"}
	curveRises     = lang.Phrase{EN: "%[1]s carries more over %[2]s km (%[3]s t) than over %[4]s km (%[5]s t)", FR: "%[1]s porte plus sur %[2]s km (%[3]s t) que sur %[4]s km (%[5]s t)"}
	payloadTwice   = lang.Phrase{EN: "%s has both payload and payload_range", FR: "%s a à la fois payload et payload_range"}
	rangeTwice     = lang.Phrase{EN: "%s has both range and payload_range, which ends where the range does", FR: "%s a à la fois range et payload_range, qui finit où finit la portée"}
	keepOne        = lang.Phrase{EN: "keep one of them", FR: "gardez l'une des deux clés"}
	seatsRise      = lang.Phrase{EN: "%s seats more beside a full deck (%s) than with an empty one (%s)", FR: "%s a plus de places avec un pont plein (%s) qu'avec un pont vide (%s)"}
	manyDecks      = lang.Phrase{EN: "%s has %s decks; at most %s are stowed", FR: "%s a %s ponts ; %s au plus sont arrimés"}
	drivesTowed    = lang.Phrase{EN: "%s both drives and is towed", FR: "%s roule et est tracté à la fois"}
	noSpeed        = lang.Phrase{EN: "%s drives, and has no speed (kmh): only links that give minutes or kmh time it", FR: "%s roule et n'a pas de vitesse (kmh) : son temps de trajet n'est connu que sur les liaisons qui donnent minutes ou kmh"}
	writeSpeed     = lang.Phrase{EN: "write kmh: 60", FR: "écrivez kmh: 60"}
	noSeats        = lang.Phrase{EN: "%s drives, and has no seats: no convoy can use it", FR: "%s roule et n'a pas de places : aucun convoi ne peut s'en servir"}
	writeSeats     = lang.Phrase{EN: "write seats: 2, the driver included", FR: "écrivez seats: 2, conducteur compris"}
	baseNoMode     = lang.Phrase{EN: "%s does not handle %s, by which %s moves", FR: "%s n'accueille pas le mode %s, dont relève %s"}
	writeHandles   = lang.Phrase{EN: "write handles: {%s: {}} at the place, with its limits", FR: "écrivez handles: {%s: {}} pour ce lieu, avec ses limites"}
	manyLifts      = lang.Phrase{EN: "the fleets have %s lifts; at most %s are planned", FR: "les flottes ont %s vecteurs ; %s au plus sont planifiés"}
	manyPeople     = lang.Phrase{EN: "the units have %s people; at most 100 million are planned", FR: "les unités comptent %s personnes ; 100 millions au plus sont planifiées"}
	manyItems      = lang.Phrase{EN: "the units have %s items of equipment; at most 2 million are planned", FR: "les unités ont %s matériels ; 2 millions au plus sont planifiés"}
	assumedOf      = lang.Phrase{EN: "%s %s: %s", FR: "%s %s : %s"}
	assumedBuiltIn = lang.Phrase{EN: "built-in %s %s: %s", FR: "%s intégré %s : %s"}
)

// Places and links.
var (
	linkEnds      = lang.Phrase{EN: "write between: [a, b] for both ways, or from: a and to: b for one", FR: "écrivez between: [a, b] pour les deux sens, ou from: a et to: b pour un seul"}
	linkEndsTwice = lang.Phrase{EN: "a link has either between, or from and to", FR: "une liaison a soit between, soit from et to"}
	linkNoEnds    = lang.Phrase{EN: "this link does not say what it joins", FR: "cette liaison ne dit pas ce qu'elle relie"}
	linkOfMany    = lang.Phrase{EN: "a link joins two places, not %s", FR: "une liaison relie deux lieux, pas %s"}
	linkToItself  = lang.Phrase{EN: "this link joins %q with itself", FR: "cette liaison relie %q à lui-même"}
	linkNoLength  = lang.Phrase{EN: "this %s link has neither km nor minutes", FR: "cette liaison (%s) n'a ni km ni minutes"}
	writeLength   = lang.Phrase{EN: "write km: 14, or minutes: 20; where the two places are one, minutes: 0", FR: "écrivez km: 14, ou minutes: 20 ; si les deux lieux n'en font qu'un, minutes: 0"}
	cannotFly     = lang.Phrase{EN: "nothing can fly this link: %s does not handle air", FR: "aucun vol n'est possible sur cette liaison : %s n'accueille pas le mode air"}
	writeAt       = lang.Phrase{EN: "write at: [43.3521, 77.0405], or list its flights under links", FR: "écrivez at: [43.3521, 77.0405], ou listez ses vols sous links"}
	onlyListed    = lang.Phrase{EN: "%s handles air and has no coordinates: only its listed air links can be flown", FR: "%s accueille le mode air et n'a pas de coordonnées : seules ses liaisons aériennes listées sont possibles"}
	noFlightTimed = lang.Phrase{EN: "%s handles air and has no coordinates, so that no flight can be timed", FR: "%s accueille le mode air et n'a pas de coordonnées : aucune durée de vol ne peut être calculée"}
	handlesNone   = lang.Phrase{EN: "handles lists no mode", FR: "handles ne liste aucun mode"}
	roadAlone     = lang.Phrase{EN: "leave it out for a place that is reached by road alone", FR: "omettez cette clé pour un lieu que l'on n'atteint que par la route"}
	emptyTheatre  = lang.Phrase{EN: "no place lies in %s, so the theatre is empty", FR: "aucun lieu ne se trouve dans le pays %s : le théâtre est vide"}
	hostCountry   = lang.Phrase{EN: "host is the country that the mission is in; each place has its own country", FR: "host est le pays où se déroule la mission ; chaque lieu a son propre pays"}
	noPlaceIn     = lang.Phrase{EN: "no place lies in %s", FR: "aucun lieu ne se trouve dans le pays %s"}
	flownOver     = lang.Phrase{EN: "countries only flown over need no clearance here", FR: "un pays seulement survolé ne demande pas d'autorisation ici"}
)

// Units, tasks and times.
var (
	endsBefore    = lang.Phrase{EN: "%[1]s, %[2]s, is not after %[3]s, %[4]s", FR: "%[1]s, %[2]s, ne vient pas après %[3]s, %[4]s"}
	deadlineFirst = lang.Phrase{EN: "the deadline, %s, is not after the start, %s", FR: "l'échéance, %s, ne vient pas après le début, %s"}
	readyTooLate  = lang.Phrase{EN: "unit %q is ready at %s, when the deadline, %s, has passed", FR: "l'unité %q est prête le %s, alors que l'échéance du %s est passée"}
	dueTooEarly   = lang.Phrase{EN: "unit %q is due at %s, and ready only at %s", FR: "l'unité %q est attendue le %s, et prête seulement le %s"}
	emptyUnit     = lang.Phrase{EN: "unit %q has neither people nor equipment", FR: "l'unité %q n'a ni personnel ni matériel"}
	alreadyThere  = lang.Phrase{EN: "unit %q is at %s already", FR: "l'unité %q se trouve déjà à destination (%s)"}
	leaveToOut    = lang.Phrase{EN: "leave to out for a unit that stays", FR: "omettez to pour une unité qui reste"}
	viaNowhere    = lang.Phrase{EN: "unit %q has places to pass and no destination", FR: "l'unité %q a des lieux de passage et pas de destination"}
	viaTwice      = lang.Phrase{EN: "%s is to be passed twice; it counts as passed the first time", FR: "%s est à passer deux fois ; il compte comme passé dès la première"}
	taskTooLarge  = lang.Phrase{EN: "task %q needs %s people, and all units together have %s", FR: "la tâche %q demande un effectif de %s, et toutes les unités ensemble en ont %s"}
)
