package cli

// The headings of tables; # marks a column of figures, which stands to the
// right.
var (
	headDay         = phrase{EN: "Day", FR: "Jour"}
	headDDay        = phrase{EN: "#", FR: "#"}
	headD           = phrase{EN: "D", FR: "J"}
	headConvoys     = phrase{EN: "#Convoys", FR: "#Convois"}
	headEmpty       = phrase{EN: "#Empty legs", FR: "#Trajets à vide"}
	headPeopleOut   = phrase{EN: "#People out", FR: "#Pers. partis"}
	headItemsOut    = phrase{EN: "#Items out", FR: "#Mat. partis"}
	headPeopleIn    = phrase{EN: "#People in", FR: "#Pers. entrés"}
	headItemsIn     = phrase{EN: "#Items in", FR: "#Mat. entrés"}
	headPeopleThere = phrase{EN: "#People there", FR: "#Pers. arrivées"}
	headItemsThere  = phrase{EN: "#Items there", FR: "#Mat. arrivés"}
	headStrength    = phrase{EN: "#Strength left", FR: "#Effectif restant"}

	headReported = phrase{EN: "#In fact, sorties", FR: "#En réalité, sorties"}

	headUnit       = phrase{EN: "Unit", FR: "Unité"}
	headUnits      = phrase{EN: "Units", FR: "Unités"}
	headNation     = phrase{EN: "Nation", FR: "Nation"}
	headAt         = phrase{EN: "At", FR: "À"}
	headTo         = phrase{EN: "To", FR: "Vers"}
	headFromPlace  = phrase{EN: "From", FR: "De"}
	headPeople     = phrase{EN: "#People", FR: "#Pers."}
	headItems      = phrase{EN: "#Items", FR: "#Mat."}
	headLifts      = phrase{EN: "#Lifts", FR: "#Vecteurs"}
	headReady      = phrase{EN: "Ready", FR: "Prêt"}
	headDue        = phrase{EN: "Due", FR: "Attendu"}
	headPriority   = phrase{EN: "#Priority", FR: "#Priorité"}
	headModes      = phrase{EN: "Modes", FR: "Modes"}
	headBasis      = phrase{EN: "Basis", FR: "Fondement"}
	headInPlace    = phrase{EN: "In place", FR: "En place"}
	headLateBy     = phrase{EN: "Late by", FR: "Retard"}
	headPeopleLate = phrase{EN: "#People late", FR: "#Pers. en retard"}
	headItemsLate  = phrase{EN: "#Items late", FR: "#Mat. en retard"}
	headReason     = phrase{EN: "Reason", FR: "Raison"}
	headFirst      = phrase{EN: "First load", FR: "Premier charg."}
	headLeft       = phrase{EN: "Left behind", FR: "Laissé"}

	headPlace    = phrase{EN: "Place", FR: "Lieu"}
	headName     = phrase{EN: "Name", FR: "Nom"}
	headCountry  = phrase{EN: "Country", FR: "Pays"}
	headMode     = phrase{EN: "Mode", FR: "Mode"}
	headParking  = phrase{EN: "#Parking MOG", FR: "#MOG stat."}
	headWorking  = phrase{EN: "#Working MOG", FR: "#MOG travail"}
	headRunway   = phrase{EN: "#Runway", FR: "#Piste"}
	headInterval = phrase{EN: "#Interval", FR: "#Intervalle"}
	headOpen     = phrase{EN: "Open", FR: "Ouvert"}

	headFleet    = phrase{EN: "Fleet", FR: "Flotte"}
	headType     = phrase{EN: "Type", FR: "Type"}
	headBase     = phrase{EN: "Base", FR: "Base"}
	headFrom     = phrase{EN: "Available from", FR: "Disponible du"}
	headUntil    = phrase{EN: "until", FR: "au"}
	headHoursDay = phrase{EN: "#Hours a day", FR: "#Heures/jour"}
	headServes   = phrase{EN: "Serves", FR: "Sert"}

	headLift     = phrase{EN: "Lift", FR: "Vecteur"}
	headMovement = phrase{EN: "#No.", FR: "#N°"}
	headLoad     = phrase{EN: "Load", FR: "Chargement"}
	headDepart   = phrase{EN: "Depart", FR: "Départ"}
	headArrive   = phrase{EN: "Arrive", FR: "Arrivée"}
	headUnloaded = phrase{EN: "Unloaded", FR: "Déchargé"}
	headKM       = phrase{EN: "#km", FR: "#km"}
	headTime     = phrase{EN: "Time", FR: "Heure"}
	headWhat     = phrase{EN: "What", FR: "Quoi"}
	headToFrom   = phrase{EN: "Other end", FR: "Autre bout"}

	headSpeed      = phrase{EN: "#km/h", FR: "#km/h"}
	headPayload    = phrase{EN: "Payload", FR: "Charge utile"}
	headDecks      = phrase{EN: "Decks (L × W × H)", FR: "Ponts (L × l × h)"}
	headSeats      = phrase{EN: "#Seats", FR: "#Places"}
	headUnload     = phrase{EN: "Unload", FR: "Déchargement"}
	headTurnaround = phrase{EN: "Turnaround", FR: "Rotation"}
	headLength     = phrase{EN: "#Length", FR: "#Longueur"}
	headWidth      = phrase{EN: "#Width", FR: "#Largeur"}
	headHeight     = phrase{EN: "#Height", FR: "#Hauteur"}
	headMass       = phrase{EN: "#Mass", FR: "#Masse"}
	headRoad       = phrase{EN: "Road", FR: "Route"}

	headField  = phrase{EN: "Field", FR: "Champ"}
	headSays   = phrase{EN: "The plan says", FR: "Le plan dit"}
	headIs     = phrase{EN: "It is", FR: "C'est"}
	headFigure = phrase{EN: "Figure", FR: "Chiffre"}
	headValue  = phrase{EN: "Computed", FR: "Calculé"}
)

// The figures of a verdict.
var (
	figFeasible    = phrase{EN: "Feasible", FR: "Réalisable"}
	figClosure     = phrase{EN: "Closure", FR: "Clôture"}
	figDeadline    = phrase{EN: "Deadline", FR: "Échéance"}
	figMargin      = phrase{EN: "Margin", FR: "Marge"}
	figLate        = phrase{EN: "Late", FR: "En retard"}
	figUndelivered = phrase{EN: "Not delivered", FR: "Non livré"}
	figTardiness   = phrase{EN: "Tardiness", FR: "Retard pondéré"}
	figSorties     = phrase{EN: "Sorties", FR: "Sorties"}
	figLiftHours   = phrase{EN: "Lift hours", FR: "Heures de vecteur"}
	figCost        = phrase{EN: "Cost", FR: "Coût"}
)
