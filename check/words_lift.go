package check

import "sortie/internal/lang"

// R1 and R2: what stands where, and where lifts are.
var (
	loadsNobody = lang.Phrase{EN: "it loads %s of %s at %s, where nobody of it stands then", FR: "il charge %s de l'unité %s au lieu %s, où elle n'a alors personne"}
	loadsNone   = lang.Phrase{EN: "it loads %s of %s at %s, where none stands then", FR: "il charge %s de l'unité %s au lieu %s, où elle n'en a alors aucun"}
	loadsMore   = lang.Counted{
		One:  lang.Phrase{EN: "it loads %[2]s of %[3]s at %[4]s, where %[5]s stands then", FR: "il charge %[2]s de l'unité %[3]s au lieu %[4]s, où elle n'a alors que %[5]s"},
		Many: lang.Phrase{EN: "it loads %[2]s of %[3]s at %[4]s, where %[5]s stand then", FR: "il charge %[2]s de l'unité %[3]s au lieu %[4]s, où elle n'a alors que %[5]s"}}
	loadsUnready = lang.Phrase{EN: "it loads %[1]s at %[2]s, which is ready only at %[3]s", FR: "il charge le %[2]s l'unité %[1]s, qui n'est prête que le %[3]s"}
	loadsEarly   = lang.Phrase{EN: "it loads %s at %s, the operation starts only at %s", FR: "il charge l'unité %s le %s, l'opération ne commence que le %s"}
	startsAway   = lang.Phrase{EN: "%s starts from %s but stands at its base %s", FR: "le vecteur %s part du lieu %s mais se trouve à sa base, %s"}
	startsElse   = lang.Phrase{EN: "%[1]s starts from %[2]s but movement %[3]s took it to %[4]s", FR: "le vecteur %[1]s part du lieu %[2]s mais le mouvement %[3]s l'a mené au lieu %[4]s"}
	loadsBefore  = lang.Phrase{EN: "%s loads at %s, before movement %s is unloaded at %s", FR: "le vecteur %s charge le %s, avant la fin du déchargement du mouvement %s, le %s"}
	turnsTooFast = lang.Phrase{EN: "%s departs at %s, %s after it arrived; its turnaround is %s", FR: "le vecteur %s part le %s, %s après son arrivée ; sa rotation au sol est de %s"}
	worksBefore  = lang.Phrase{EN: "%s is at work at %s, fleet %s is available only from %s", FR: "le vecteur %s est employé le %s, la flotte %s n'est disponible qu'à partir du %s"}
	worksAfter   = lang.Phrase{EN: "%s is at work until %s, fleet %s is available only until %s", FR: "le vecteur %s est employé jusqu'au %s, la flotte %s n'est disponible que jusqu'au %s"}
	endsAway     = lang.Phrase{EN: "%s ends at %s, lifts of fleet %s return to %s", FR: "le vecteur %s finit au lieu %s, les vecteurs de la flotte %s rentrent au lieu %s"}
)

// R3: how long things take.
var (
	emptyDeparts  = lang.Phrase{EN: "it carries nothing, so it departs when it is taken up at %s, not at %s", FR: "il ne porte rien : il part donc dès son début le %s, et non le %s"}
	departsEarly  = lang.Phrase{EN: "it departs %s after loading begins; loading takes %s", FR: "il part %s après le début du chargement ; charger prend %s"}
	unloadsBefore = lang.Phrase{EN: "it is unloaded %s before it arrives", FR: "il est déchargé %s avant son arrivée"}
	emptyUnloads  = lang.Phrase{EN: "it carries nothing, so it is unloaded when it arrives at %s, not at %s", FR: "il ne porte rien : il est donc déchargé dès son arrivée le %s, et non le %s"}
	unloadsIn     = lang.Phrase{EN: "it is unloaded %s after it arrives; unloading takes exactly %s", FR: "il est déchargé %s après son arrivée ; décharger prend exactement %s"}
	stopsByRoad   = lang.Phrase{EN: "it stops at %s; movements by road make no stops", FR: "il fait escale au lieu %s ; les mouvements par route ne font pas d'escale"}
	stopTooShort  = lang.Phrase{EN: "its stop at %s lasts %s; its turnaround is %s", FR: "son escale au lieu %s dure %s ; sa rotation au sol est de %s"}
	noWay         = lang.Phrase{EN: "there is no way %s by %s: %s", FR: "aucun itinéraire %s par %s : %s"}
	arrivesBefore = lang.Phrase{EN: "it arrives %s before it departs", FR: "il arrive %s avant son départ"}
	takesOther    = lang.Phrase{EN: "%s by %s takes %s, not %s", FR: "%s par %s prend %s, et non %s"}
)

// Why there is no way.
var (
	onlyListedAir = lang.Phrase{EN: "no air link for it is listed, and only listed ones may be flown", FR: "aucune liaison aérienne n'est prévue pour lui, et seules celles qui sont prévues sont permises"}
	noAirLink     = lang.Phrase{EN: "no air link joins them and a place has no coordinates", FR: "aucune liaison aérienne ne relie ces lieux, et l'un d'eux n'a pas de coordonnées"}
	noLinkOrSpeed = lang.Phrase{EN: "no links lead there, or neither they nor its vehicles have a speed", FR: "aucune liaison n'y mène, ou ni les liaisons ni ses véhicules n'ont de vitesse"}
	noUsableLink  = lang.Phrase{EN: "no %s links lead there that it may use", FR: "aucune liaison par %s qu'il puisse emprunter n'y mène"}
	noTravelTime  = lang.Phrase{EN: "its travel time cannot be computed from the mission", FR: "sa durée de trajet ne se déduit pas de la mission"}
)

// R4, R5 and R6: what is aboard.
var (
	outOfReach  = lang.Phrase{EN: "%s is %s km; type %s reaches %s km, empty or not", FR: "%s fait %s km ; le type %s va jusqu'à %s km, à vide ou non"}
	overloaded  = lang.Phrase{EN: "it carries %s t; over the %s km %s type %s lifts %s t", FR: "il porte %s t ; sur les %s km %s, le type %s emporte %s t"}
	deckLoaded  = lang.Phrase{EN: "deck %s carries %s t, it takes %s t", FR: "le pont %s porte %s t, il en supporte %s t"}
	peopleAlone = lang.Phrase{EN: "type %s takes people alone, no items", FR: "le type %s ne prend que des personnes, pas de matériel"}
	unstowed    = lang.Phrase{EN: "%s is aboard without its deck, x and y", FR: "le matériel %s est à bord sans son pont, x et y"}
	noDeck      = lang.Phrase{EN: "%[1]s lies on deck %[2]s; type %[3]s has decks 0 to %[4]s", FR: "le matériel %[1]s est sur le pont %[2]s ; le type %[3]s a les ponts 0 à %[4]s"}
	beyondEdge  = lang.Phrase{EN: "the %s at x %s, y %s of deck %s lies %s; the least gap is %s m", FR: "le matériel %s en x %s, y %s du pont %s %s ; l'écart minimal est de %s m"}
	fromEdge    = lang.Phrase{EN: "%s m from %s", FR: "est à %s m du %s"}
	overEdge    = lang.Phrase{EN: "%s m over %s", FR: "dépasse de %s m le %s"}
	frontEdge   = lang.Phrase{EN: "the front edge", FR: "bord avant"}
	rearEdge    = lang.Phrase{EN: "the rear edge", FR: "bord arrière"}
	leftEdge    = lang.Phrase{EN: "the left edge", FR: "bord gauche"}
	rightEdge   = lang.Phrase{EN: "the right edge", FR: "bord droit"}
	tooHigh     = lang.Phrase{EN: "%s is %s m high, deck %s %s m", FR: "le matériel %s a une hauteur de %s m, le pont %s de %s m"}
	tooNear     = lang.Phrase{EN: "the %s at x %s, y %s of deck %s lies %s the %s at x %s, y %s; the least gap is %s m", FR: "le matériel %s en x %s, y %s du pont %s %s matériel %s en x %s, y %s ; l'écart minimal est de %s m"}
	fromItem    = lang.Phrase{EN: "%s m from", FR: "est à %s m du"}
	overItem    = lang.Phrase{EN: "over", FR: "recouvre le"}
	seatsEmpty  = lang.Phrase{EN: "it carries %s; empty, type %s seats %s", FR: "il porte %s ; à vide, le type %s peut en asseoir %s"}
	seatsBeside = lang.Phrase{EN: "it carries %s; beside items up to %s %% of its deck, type %s seats %s", FR: "il porte %s ; avec du matériel jusqu'à %s %% de son pont, le type %s peut en asseoir %s"}
)
