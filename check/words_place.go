package check

import "sortie/internal/lang"

// R7 to R11: what places take, and lifts bear.
var (
	departsFrom   = lang.Phrase{EN: "departs from %s", FR: "départ du lieu %s"}
	arrivesAt     = lang.Phrase{EN: "arrives at %s", FR: "arrivée au lieu %s"}
	theDeparture  = lang.Phrase{EN: "departs from", FR: "le départ"}
	theArrival    = lang.Phrase{EN: "arrives at", FR: "l'arrivée"}
	shortRunway   = lang.Phrase{EN: "type %s needs a runway of %s m, %s has %s m", FR: "le type %s demande une piste de %s m, celle du lieu %s en a %s m"}
	usesTooNear   = lang.Phrase{EN: "it %[1]s by %[2]s at %[3]s, %[4]s after movement %[5]s %[6]s it; the interval is %[7]s", FR: "%[1]s par %[2]s le %[3]s, %[4]s après %[6]s du mouvement %[5]s ; l'intervalle est de %[7]s"}
	parkingFull   = lang.Phrase{EN: "the lifts at %[1]s by %[2]s take %[3]s of parking %[4]s; it has %[5]s", FR: "les vecteurs par %[2]s au lieu %[1]s occupent %[3]s de stationnement %[4]s ; il en a %[5]s"}
	teamsBusy     = lang.Phrase{EN: "at %s by %s, %s at once loading or unloading %s; it has teams for %s", FR: "au lieu %s, par %s, %s à la fois en chargement ou en déchargement %s ; il a des équipes pour %s"}
	notOpen       = lang.Phrase{EN: "it %s at %s local time; it is open %s%s", FR: "%s le %s, heure locale ; ouvert %s%s"}
	zoneUnknown   = lang.Phrase{EN: " (its time zone %s is unknown)", FR: " (son fuseau horaire %s est inconnu)"}
	shutThen      = lang.Phrase{EN: "it %s at %s; it is closed %s%s", FR: "%s le %s ; fermé %s%s"}
	shutWhy       = lang.Phrase{EN: ": %s", FR: " : %s"}
	underWayLong  = lang.Phrase{EN: "%s is under way %s in the 24 hours until %s; its fleet allows %s hours", FR: "le vecteur %s est en route %s dans les 24 heures qui précèdent le %s ; sa flotte en autorise %s h"}
	uncovered     = lang.Phrase{EN: "it %[1]s by %[2]s; no clearance of %[3]s covers %[4]s", FR: "%[1]s par %[2]s : aucune autorisation du pays %[3]s ne couvre %[4]s"}
	notCleared    = lang.Phrase{EN: "it %[1]s by %[2]s at %[3]s, outside every clearance of %[4]s for %[5]s", FR: "%[1]s par %[2]s le %[3]s, hors de toute autorisation du pays %[4]s pour %[5]s"}
	ofNation      = lang.Phrase{EN: "%s", FR: "la nation %s"}
	fleetNoNation = lang.Phrase{EN: "a fleet without a nation", FR: "une flotte sans nation"}
	unitNoNation  = lang.Phrase{EN: "a unit without a nation", FR: "une unité sans nation"}
)

// R12: convoys.
var (
	immobileItem  = lang.Phrase{EN: "%s neither drives nor is towed", FR: "le matériel %s ne roule pas et n'est pas remorqué"}
	trailersLoose = lang.Phrase{EN: "%s behind %s: each needs one of its own", FR: "%s derrière %s : chaque remorque demande son propre véhicule"}
	driverless    = lang.Phrase{EN: "%s and %s: each vehicle needs a driver", FR: "%s et %s : chaque véhicule demande un conducteur"}
	unseated      = lang.Phrase{EN: "%s in vehicles with %s", FR: "%s dans des véhicules à %s"}
	convoyLong    = lang.Phrase{EN: "a convoy of %s items; at most %s drive together", FR: "un convoi de %s matériels ; il en roule au plus %s ensemble"}
	nationsMixed  = lang.Phrase{EN: "it joins %s of %s and %s of %s; a convoy is of one nation", FR: "il réunit les unités %s (%s) et %s (%s) ; un convoi est d'une seule nation"}
	convoyEnds    = lang.Phrase{
		EN: "it ends at %s, which is neither a destination or via of a unit aboard nor handles another mode than road",
		FR: "il finit au lieu %s, qui n'est ni la destination ni un lieu de passage d'une unité à bord, et n'accueille pas d'autre mode que la route"}
	convoysNear = lang.Phrase{EN: "it leaves %s %s after the convoy of movement %s; the headway is %s", FR: "il quitte le lieu %s %s après le convoi du mouvement %s ; l'intervalle entre convois est de %s"}
)

// R13 and R14: who stays how long.
var (
	onlyThere     = lang.Phrase{EN: "only %s", FR: "seulement %s"}
	nobodyThere   = lang.Phrase{EN: "nobody", FR: "aucune personne"}
	taskUncovered = lang.Phrase{EN: "%s at %s %s; task %s needs %s", FR: "%s au lieu %s %s ; la tâche %s en demande %s"}
	tooManyLeave  = lang.Counted{
		One:  lang.Phrase{EN: "%s person leaves the theatre on %s; people_per_day is %s", FR: "%s personne quitte le théâtre le %s ; la limite par jour est de %s"},
		Many: lang.Phrase{EN: "%s people leave the theatre on %s; people_per_day is %s", FR: "%s personnes quittent le théâtre le %s ; la limite par jour est de %s"}}
	belowFloor = lang.Phrase{EN: "%s in the theatre %s; the floor is %s until %s", FR: "%s dans le théâtre %s ; le plancher est de %s jusqu'au %s"}
)

// R15: what units ask.
var (
	otherModes    = lang.Phrase{EN: "%s goes by %s; it moves by %s alone", FR: "l'unité %s va par %s ; elle ne se déplace que par %s"}
	servesNot     = lang.Phrase{EN: "fleet %s carries %s of %s; it does not serve that nation", FR: "la flotte %s transporte l'unité %s (%s) ; elle ne sert pas cette nation"}
	apartTooLong  = lang.Phrase{EN: "%s reaches %s between %s and %s, %s apart; it stays together within %s", FR: "l'unité %s atteint le lieu %s entre le %s et le %s, à %s d'écart ; elle doit arriver groupée en %s"}
	relievedEarly = lang.Phrase{EN: "it loads %s at %s, when not all of %s is at %s yet", FR: "il charge l'unité %s le %s, alors que l'unité %s n'est pas encore tout entière au lieu %s"}
	bypasses      = lang.Counted{
		One:  lang.Phrase{EN: "%[2]s of %[3]s has reached %[4]s at %[5]s, %[6]s of them by way of %[7]s", FR: "unité %[3]s : %[2]s au lieu %[4]s le %[5]s ; par le lieu %[7]s, %[6]s"},
		Many: lang.Phrase{EN: "%[2]s of %[3]s have reached %[4]s at %[5]s, %[6]s of them by way of %[7]s", FR: "unité %[3]s : %[2]s au lieu %[4]s le %[5]s ; par le lieu %[7]s, %[6]s"}}
	onlyOf = lang.Phrase{EN: "only %s", FR: "seulement %s"}
	noneOf = lang.Phrase{EN: "none", FR: "aucun passage"}
)
