package check

import "sortie/internal/lang"

// Why the demand of a certificate is not one, or does not leave its border.
var (
	noDemand     = lang.Phrase{EN: "it has no demand", FR: "il n'a pas de demande"}
	countsTwice  = lang.Phrase{EN: "it counts %[1]s of %[2]s twice", FR: "unité %[2]s (%[1]s) : il la compte deux fois"}
	noneMoves    = lang.Phrase{EN: "no %[1]s of %[2]s have to move", FR: "unité %[2]s (%[1]s) : rien à déplacer"}
	demandNobody = lang.Phrase{EN: "a demand of nobody", FR: "une demande qui ne porte sur personne"}
	unheld       = lang.Phrase{EN: "a demand of several units that nothing holds", FR: "une demande de plusieurs unités que rien ne retient"}
	toMove       = lang.Phrase{EN: "%[1]s %[2]s of %[3]s have to move, not %[4]s", FR: "unité %[3]s (%[2]s) : il y en a %[1]s à déplacer, et non %[4]s"}
	speedUnknown = lang.Phrase{EN: "the speed of convoys of %s is not known", FR: "la vitesse des convois de l'unité %s n'est pas connue"}
	holdsUntil   = lang.Phrase{EN: "a task or a floor holds people, until a minute", FR: "une tâche ou un plancher retient des personnes, jusqu'à une minute donnée"}
	mayStay      = lang.Phrase{EN: "%s may stay where it is held", FR: "l'unité %s peut rester là où elle est retenue"}
	heldUntil    = lang.Phrase{EN: "%[1]s people are held until %[2]s UTC, not %[3]s", FR: "le nombre de personnes retenues jusqu'au %[2]s UTC est de %[1]s, et non de %[3]s"}
	holdsNobody  = lang.Phrase{EN: "task %s holds nobody, or its place is counted twice", FR: "la tâche %s ne retient personne, ou son lieu est compté deux fois"}
	endsBefore   = lang.Phrase{EN: "task %s does not last until then", FR: "la tâche %s ne dure pas jusque-là"}
	needNotLeave = lang.Phrase{EN: "%s does not have to leave the places inside", FR: "l'unité %s n'a pas à quitter les lieux intérieurs"}
	notInside    = lang.Phrase{EN: "%s is not inside", FR: "le lieu %s n'est pas intérieur"}
	floorInside  = lang.Phrase{EN: "a floor holds people in the theatre, not elsewhere", FR: "un plancher retient des personnes dans le théâtre, pas ailleurs"}
)

// Why prices are none.
var (
	pricesAlone = lang.Phrase{EN: "a relaxation has prices, and no places inside", FR: "une relaxation a des prix, et aucun lieu intérieur"}
	timeSpan    = lang.Phrase{EN: "it spans no time, or too much to look at every minute", FR: "il ne couvre aucune durée, ou une durée trop longue pour en examiner chaque minute"}
	priceStep   = lang.Phrase{EN: "its prices do not begin with the operation, or have no step", FR: "ses prix ne commencent pas avec l'opération, ou n'ont pas de pas de temps"}
	priceOrder  = lang.Phrase{EN: "prices that are out of order or out of range", FR: "des prix en désordre ou hors limites"}
	dayPrice    = lang.Phrase{EN: "no one limits the people of a day, or they are priced twice", FR: "rien ne limite les personnes par jour, ou leur prix est donné deux fois"}
	unlimited   = lang.Phrase{EN: "%[1]s of %[2]s has no limit, or is priced twice", FR: "%[1]s (%[2]s) n'a pas de limite, ou a deux prix"}
	legNoPrice  = lang.Phrase{EN: "a leg takes no time, which no price is known for", FR: "une étape ne prend aucun temps : elle n'a pas de prix connu"}
	roadNoPrice = lang.Phrase{EN: "a road takes no time, which no price is known for", FR: "une route ne prend aucun temps : elle n'a pas de prix connu"}
	tooMuch     = lang.Phrase{EN: "there is too much to look at every minute", FR: "il y a trop à examiner à chaque minute"}
)

// Why runs are none.
var (
	noRuns      = lang.Phrase{EN: "it names no runs, or some of its demand can drive across", FR: "il n'indique aucune rotation, ou une partie de sa demande peut passer par la route"}
	runsBorders = lang.Phrase{EN: "its parts do not all leave the same places", FR: "ses parts ne quittent pas toutes les mêmes lieux"}
	tooManyRuns = lang.Phrase{EN: "its runs are too many to look at", FR: "ses rotations sont trop nombreuses pour être examinées"}
	couldLoad   = lang.Phrase{EN: "loads could be worth %s of %s", FR: "les charges pourraient valoir %s, pour %s à passer"}
)

// Why routes are none.
var (
	noRoutes      = lang.Phrase{EN: "it names no routes", FR: "il n'indique aucun trajet"}
	sortsNoPart   = lang.Phrase{EN: "its sorts do not part its demand", FR: "ses sortes ne partagent pas sa demande"}
	sortsMixed    = lang.Phrase{EN: "its sorts are not each of one kind that units deliver", FR: "ses sortes ne sont pas chacune d'une seule catégorie que des unités livrent"}
	casesAmiss    = lang.Phrase{EN: "its cases are not complete, or too many", FR: "ses cas sont incomplets, ou trop nombreux"}
	splitNothing  = lang.Phrase{EN: "a case is split by nothing", FR: "un cas est divisé sans critère"}
	splitUnknown  = lang.Phrase{EN: "a case is split by what there is not", FR: "un cas est divisé selon ce qui n'existe pas"}
	worthMissing  = lang.Phrase{EN: "a case does not name what each sort is worth and each limit", FR: "un cas n'indique pas ce que valent chaque sorte et chaque limite"}
	limitEarns    = lang.Phrase{EN: "a limit cannot earn %s", FR: "une limite ne peut rapporter %s"}
	notWorth      = lang.Phrase{EN: "nothing is worth %s at %s", FR: "rien ne vaut %s au lieu %s"}
	drivesToLess  = lang.Phrase{EN: "%s can drive from %s to %s, where it is worth less", FR: "l'unité %s peut rouler du lieu %s au lieu %s, où elle vaut moins"}
	caseTooMuch   = lang.Phrase{EN: "a case counts too much", FR: "un cas compte trop"}
	tooManyRoutes = lang.Phrase{EN: "its routes are too many to look at", FR: "ses trajets sont trop nombreux pour être examinés"}
	couldEarn     = lang.Phrase{EN: "lifts could earn %s of %s on their routes", FR: "les vecteurs pourraient gagner sur leurs trajets %s, pour %s à gagner"}
	feeStep       = lang.Phrase{EN: "its fees have no step, or span no time or too much", FR: "ses redevances n'ont pas de pas de temps, ou couvrent une durée nulle ou trop longue"}
	feeUnlimited  = lang.Phrase{EN: "%s of %s has no limit, or two fees", FR: "%s du lieu %s n'a pas de limite, ou a deux redevances"}
	hoursFee      = lang.Phrase{EN: "the hours of %s have no limit, or two fees", FR: "les heures de la flotte %s n'ont pas de limite, ou ont deux redevances"}
	tooManySlots  = lang.Phrase{EN: "a lift takes too many slots", FR: "un vecteur prend trop de postes"}
	legNoFee      = lang.Phrase{EN: "a leg takes no time, which no fee is known for", FR: "une étape ne prend aucun temps : elle n'a pas de redevance connue"}
	loadTooMuch   = lang.Phrase{EN: "a load earns too much", FR: "une charge rapporte trop"}
	manyMinutes   = lang.Phrase{EN: "its minutes are too many to look at", FR: "ses minutes sont trop nombreuses pour être examinées"}
)
