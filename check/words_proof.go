package check

import "sortie/internal/lang"

// What a proof says where it holds, each of the minute before which no plan can
// close.
var (
	provenNoWay  = lang.Phrase{EN: "valid: there is no way for what cannot be delivered", FR: "valable : il n'existe aucun itinéraire pour ce qui ne peut être livré"}
	provenPath   = lang.Phrase{EN: "valid: nothing of the demand can be unloaded sooner", FR: "valable : rien de la demande ne peut être déchargé plus tôt"}
	provenCost   = lang.Phrase{EN: "valid: to close before %s costs %s of what can be paid", FR: "valable : clôturer avant le %s coûte %s du budget"}
	provenRoutes = lang.Phrase{EN: "valid: to close before %s, lifts cannot earn on their routes what they would have to", FR: "valable : pour clôturer avant le %s, les vecteurs ne peuvent gagner sur leurs trajets ce qu'il faudrait"}
	provenRuns   = lang.Phrase{EN: "valid: to close before %s, there cannot be the loads that it would take", FR: "valable : pour clôturer avant le %s, il ne peut y avoir les charges qu'il faudrait"}
	provenCross  = lang.Phrase{EN: "valid: to close before %s, at most %s of %s could cross", FR: "valable : pour clôturer avant le %s, il en passerait au plus %s sur %s"}
	percentage   = lang.Phrase{EN: "%s %%", FR: "%s %%"}
	moreThanAll  = lang.Phrase{EN: "more than all", FR: "plus que la totalité"}
)

// What it says where there is nothing to hold, or nothing that can be read.
var (
	proofNoMission = lang.Phrase{EN: "there is no mission to hold the certificate against", FR: "il n'y a pas de mission à laquelle confronter le certificat"}
	proofUnread    = lang.Phrase{EN: "the certificate cannot be read: %s", FR: "le certificat est illisible : %s"}
	proofInvalid   = lang.Phrase{EN: "the certificate is not valid: %s", FR: "le certificat n'est pas valable : %s"}
	notJSON        = lang.Phrase{EN: "it is not JSON from byte %s on", FR: "ce n'est plus du JSON à partir de l'octet %s"}
	cutShort       = lang.Phrase{EN: "it is cut short", FR: "il est tronqué"}
	wrongType      = lang.Phrase{EN: "%s cannot hold what it holds", FR: "la valeur de %s n'est pas du bon type"}
	noField        = lang.Phrase{EN: "it has no field %s", FR: "le champ %s n'existe pas"}
	notTime        = lang.Phrase{EN: "%s is not a time", FR: "%s n'est pas une date"}
	notCertificate = lang.Phrase{EN: "it is not written as a certificate is", FR: "il n'est pas écrit comme un certificat"}
	tooLarge       = lang.Phrase{EN: "it is larger than %s bytes", FR: "il dépasse %s octets"}
)

// What it says of a bound that its certificate does not bear out.
var (
	noBound        = lang.Phrase{EN: "there is no bound", FR: "il n'y a pas de borne"}
	otherClosure   = lang.Phrase{EN: "the bound says another closure than its certificate", FR: "la borne donne une autre clôture que son certificat"}
	moreUndeliv    = lang.Phrase{EN: "the bound says that more cannot be delivered than its certificate", FR: "la borne déclare impossible à livrer plus que ne le fait son certificat"}
	otherTardiness = lang.Phrase{EN: "the bound is for plans of a tardiness of %s, this one has %s", FR: "la borne vaut pour des plans d'un retard pondéré de %s, celui-ci est à %s"}
	otherLeft      = lang.Phrase{EN: "the bound is for plans that leave %[1]s %[2]s of %[3]s, this one leaves %[4]s", FR: "unité %[3]s (%[2]s) : la borne vaut pour des plans qui en laissent %[1]s, celui-ci en laisse %[4]s"}
)

// Why a certificate of any kind is not valid.
var (
	negativeTardiness = lang.Phrase{EN: "no plan has a tardiness of less than nothing", FR: "aucun plan n'a un retard pondéré négatif"}
	halfParted        = lang.Phrase{EN: "its demand is divided into parts, and it is not", FR: "sa demande est à la fois divisée en parts et entière"}
	tooManyEntries    = lang.Phrase{EN: "its demand has more than %s entries, or %s parts", FR: "sa demande compte plus de %s entrées ou de %s parts"}
	provesNothing     = lang.Phrase{EN: "it proves nothing", FR: "il ne prouve rien"}
	noWholeMinute     = lang.Phrase{EN: "it proves no whole minute", FR: "il ne prouve pas une minute entière"}
	severalPaths      = lang.Phrase{EN: "a path is that of one demand", FR: "un trajet est celui d'une seule demande"}
	pathless          = lang.Phrase{EN: "its demand has no way to its destination", FR: "sa demande n'a aucun itinéraire jusqu'à sa destination"}
	soonerPath        = lang.Phrase{EN: "it says %s, its demand can be there at %s", FR: "il annonce le %s, sa demande peut être arrivée le %s"}
	affordable        = lang.Phrase{EN: "to close before %s may cost %s, and %s can be paid", FR: "clôturer avant le %s peut coûter %s, pour un budget de %s"}
	toCloseBefore     = lang.Phrase{EN: "to close before %s, %s", FR: "pour clôturer avant le %s, %s"}
	couldCross        = lang.Phrase{EN: "to close before %s, %s of %s could cross", FR: "pour clôturer avant le %s, il en passerait %s sur %s"}
	doesNotBind       = lang.Phrase{EN: "it names %s, which does not bind", FR: "il désigne %s, qui ne contraint pas"}
	demandCounts      = lang.Phrase{EN: "its demand counts %s, not %s", FR: "sa demande compte %s, et non %s"}
	countNothing      = lang.Phrase{EN: "%s of its demand count nothing", FR: "dans sa demande (%s), rien ne compte"}
	cannotCount       = lang.Phrase{EN: "%s cannot count %s", FR: "%s ne peut compter pour %s"}
	noSuchPlace       = lang.Phrase{EN: "there is no place %s", FR: "il n'y a pas de lieu %s"}
	noSuchUnit        = lang.Phrase{EN: "there is no unit %s", FR: "il n'y a pas d'unité %s"}
	noSuchKind        = lang.Phrase{EN: "there is no kind %s", FR: "il n'y a pas de catégorie %s"}
	noUnitOrKind      = lang.Phrase{EN: "there is no unit %s or no kind %s", FR: "il n'y a pas d'unité %s ou pas de catégorie %s"}
	noFleetOrPlace    = lang.Phrase{EN: "there is no fleet %s or place %s", FR: "il n'y a pas de flotte %s ou pas de lieu %s"}
	noSuchFloor       = lang.Phrase{EN: "there is no such floor", FR: "ce plancher n'existe pas"}
	noSuchTask        = lang.Phrase{EN: "there is no task %s", FR: "il n'y a pas de tâche %s"}
	negativeTime      = lang.Phrase{EN: "a time of the mission is less than nothing", FR: "une durée de la mission est négative"}
	mayHaveWay        = lang.Phrase{EN: "there may be a way for the %[1]s of %[2]s", FR: "unité %[2]s (%[1]s) : il existe peut-être un itinéraire"}
	ofOneUnit         = lang.Phrase{EN: "what has no way is of one unit", FR: "ce qui n'a pas d'itinéraire est d'une seule unité"}
)
