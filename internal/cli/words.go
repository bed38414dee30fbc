package cli

import (
	"sortie"
	"sortie/internal/answer"
	"sortie/internal/lang"
)

// The sentences of the command line. Headings are in words_heads.go, help in
// words_help.go.

type phrase = lang.Phrase

// Counting.
var (
	wordPeople      = answer.People
	wordItems       = answer.Items
	wordUnits       = lang.Counted{One: phrase{EN: "%s unit", FR: "%s unité"}, Many: phrase{EN: "%s units", FR: "%s unités"}}
	wordPlaces      = lang.Counted{One: phrase{EN: "%s place", FR: "%s lieu"}, Many: phrase{EN: "%s places", FR: "%s lieux"}}
	wordLifts       = lang.Counted{One: phrase{EN: "%s lift", FR: "%s vecteur"}, Many: phrase{EN: "%s lifts", FR: "%s vecteurs"}}
	wordErrors      = lang.Counted{One: phrase{EN: "%s error", FR: "%s erreur"}, Many: phrase{EN: "%s errors", FR: "%s erreurs"}}
	wordDoubts      = lang.Counted{One: phrase{EN: "%s doubt", FR: "%s doute"}, Many: phrase{EN: "%s doubts", FR: "%s doutes"}}
	wordAssumptions = lang.Counted{One: phrase{EN: "%s assumption", FR: "%s hypothèse"}, Many: phrase{EN: "%s assumptions", FR: "%s hypothèses"}}
	wordBreaches    = lang.Counted{One: phrase{EN: "%s breach", FR: "%s manquement"}, Many: phrase{EN: "%s breaches", FR: "%s manquements"}}
	wordOfRules     = lang.Counted{One: phrase{EN: "%s rule", FR: "%s règle"}, Many: phrase{EN: "%s rules", FR: "%s règles"}}
	wordIterations  = lang.Counted{One: phrase{EN: "%s iteration", FR: "%s itération"}, Many: phrase{EN: "%s iterations", FR: "%s itérations"}}
	wordMore        = lang.Counted{One: phrase{EN: "and %s more", FR: "et %s autre"}, Many: phrase{EN: "and %s more", FR: "et %s autres"}}
	wordValid       = lang.Counted{
		One:  phrase{EN: "Valid: %s movement, and no rule is broken.", FR: "Valable : %s mouvement, aucune règle n'est enfreinte."},
		Many: phrase{EN: "Valid: %s movements, and no rule is broken.", FR: "Valable : %s mouvements, aucune règle n'est enfreinte."}}
)

// The answer of plan and verify.
var (
	wordCertificate = phrase{EN: "Bound: %s.", FR: "Borne : %s."}
	wordRuleBroken  = phrase{EN: "%s %s: %s", FR: "%s %s : %s"}
	wordBreach      = phrase{EN: "%s: %s", FR: "%s : %s"}
	wordHaveWant    = phrase{EN: " (%s, %s %s)", FR: " (%s, %s %s)"}
	wordDifference  = phrase{EN: "%s: %s ≠ %s", FR: "%s : %s ≠ %s"}
	wordWritten     = phrase{EN: "Plan written to %s.", FR: "Plan écrit dans %s."}
	wordNotWritten  = phrase{EN: "No file was written: -o plan.json writes the plan, --json prints it.", FR: "Aucun fichier écrit : -o plan.json écrit le plan, --json l'affiche."}
	wordLateTitle   = phrase{EN: "Late (times in %s)", FR: "En retard (heures en %s)"}
	wordLeftTitle   = phrase{EN: "Left behind", FR: "Laissé sur place"}
	wordDaysIn      = phrase{EN: "Days in %s", FR: "Jours en %s"}
	wordTimesIn     = phrase{EN: "Times in %s", FR: "Heures en %s"}
	wordTotal       = phrase{EN: "Total", FR: "Total"}
	wordKept        = phrase{EN: "no better plan than %s was found: its movements are kept", FR: "aucun plan meilleur que %s n'a été trouvé : ses mouvements sont gardés"}
	wordInterrupted = phrase{EN: "interrupted: this is the best plan so far", FR: "interrompu : voici le meilleur plan jusqu'ici"}
	wordInvalid     = phrase{EN: "Not valid: %s of %s.", FR: "Non valable : %s à %s."}
	wordDiffers     = phrase{EN: "What the plan says of itself and is not so", FR: "Ce que le plan dit de lui-même et qui n'est pas"}
	wordYes         = phrase{EN: "yes", FR: "oui"}
	wordNo          = phrase{EN: "no", FR: "non"}
	wordLacking     = phrase{EN: "No plan was found that keeps every rule: people are missing where a task or a floor needs them.", FR: "Aucun plan trouvé ne respecte toutes les règles : il manque des personnes là où une tâche ou un plancher en demande."}
	wordMinutes     = phrase{EN: "%s weighted min", FR: "%s min pondérées"}
)

// The live line.
var (
	wordLiveBest  = phrase{EN: "best %s", FR: "meilleur %s"}
	wordLiveLeft  = phrase{EN: " · left %s", FR: " · laissés %s"}
	wordLiveLate  = phrase{EN: " · late %s", FR: " · en retard %s"}
	wordLiveBound = phrase{EN: " · bound %s · gap %s %%", FR: " · borne %s · écart %s %%"}
	wordLiveTime  = phrase{EN: " · %s s · %s", FR: " · %s s · %s"}
)

// check.
var (
	wordAssumedTitle = lang.Counted{
		One:  phrase{EN: "Assumed (%s)", FR: "Supposé (%s)"},
		Many: phrase{EN: "Assumed (%s)", FR: "Supposé (%s)"}}
	wordMissionHas   = phrase{EN: "%s: %s, %s, %s, %s, %s.", FR: "%s : %s, %s, %s, %s, %s."}
	wordNothingWrong = phrase{EN: "%s: nothing wrong, no doubts, %s.", FR: "%s : aucune erreur, aucun doute, %s."}
	wordFindings     = phrase{EN: "%s: %s, %s, %s.", FR: "%s : %s, %s, %s."}
	wordSeeCheck     = lang.Counted{
		One:  phrase{EN: "%s doubt; see: sortie check %s", FR: "%s doute ; voir : sortie check %s"},
		Many: phrase{EN: "%s doubts; see: sortie check %s", FR: "%s doutes ; voir : sortie check %s"}}
)

// show and catalog.
var (
	wordOperation     = phrase{EN: "%s in %s, from %s to %s", FR: "%s, %s, du %s au %s"}
	wordAssumed       = phrase{EN: "assumed", FR: "supposé"}
	wordPartlyAssumed = phrase{EN: "published, partly assumed", FR: "publié, en partie supposé"}
	wordPublished     = phrase{EN: "published", FR: "publié"}
	wordConvoy        = phrase{EN: "convoy", FR: "convoi"}
	wordPositioning   = phrase{EN: "positioning", FR: "mise en place"}
	wordDrives        = phrase{EN: "drives, %s km/h", FR: "roule, %s km/h"}
	wordTowed         = phrase{EN: "towed", FR: "tracté"}
	wordNoItems       = phrase{EN: "no items", FR: "aucun matériel"}
	wordPayloadRange  = phrase{EN: "%s t to %s km, none past %s km", FR: "%s t jusqu'à %s km, rien au-delà de %s km"}
	wordPayloadTo     = phrase{EN: "%s t to %s km", FR: "%s t jusqu'à %s km"}
	wordTonnes        = phrase{EN: "%s t", FR: "%s t"}
	wordNothingFound  = phrase{EN: "nothing in the catalogue matches %q", FR: "rien dans le catalogue ne correspond à %q"}
	wordCatalogBasis  = phrase{EN: "Metres, tonnes, km/h. --json has the sources and the reasoning of what is assumed.", FR: "Mètres, tonnes, km/h. --json donne les sources et le raisonnement de ce qui est supposé."}
	wordHappens       = map[string]lang.Phrase{
		"departs": {EN: "departs to", FR: "part vers"}, "arrives": {EN: "arrives from", FR: "arrive de"}, "stops": {EN: "stops on the way to", FR: "escale vers"}}
	wordKinds = map[sortie.OperationKind]lang.Phrase{
		sortie.Deployment: {EN: "Deployment", FR: "Déploiement"}, sortie.Withdrawal: {EN: "Withdrawal", FR: "Retrait"},
		sortie.Rotation: {EN: "Rotation", FR: "Relève"}, sortie.Evacuation: {EN: "Evacuation", FR: "Évacuation"}}
)

// What goes wrong.
var (
	wordFailed        = phrase{EN: "sortie: %s", FR: "sortie : %s"}
	wordFault         = phrase{EN: "sortie: a fault of sortie's own: %s", FR: "sortie : une faute de sortie même : %s"}
	wordPanic         = phrase{EN: "sortie: a fault of sortie's own: %v", FR: "sortie : une faute de sortie même : %v"}
	wordNotFound      = phrase{EN: "%s: there is no such file or folder", FR: "%s : ce fichier ou dossier n'existe pas"}
	wordNotAllowed    = phrase{EN: "%s: reading it is not permitted", FR: "%s : lecture non autorisée"}
	wordUnreadable    = phrase{EN: "%s cannot be read: %s", FR: "%s ne peut être lu : %s"}
	wordCannotWrite   = phrase{EN: "%s cannot be written: %s", FR: "%s ne peut être écrit : %s"}
	wordTooLarge      = phrase{EN: "%s is larger than %s MB", FR: "%s dépasse %s Mo"}
	wordOneStdin      = phrase{EN: "MISSION and PLAN cannot both be -: there is one standard input", FR: "MISSION et PLAN ne peuvent être - tous les deux : il n'y a qu'une entrée standard"}
	wordMissionErrors = lang.Counted{
		One:  phrase{EN: "%[2]s has %[1]s error; nothing was done", FR: "%[2]s contient %[1]s erreur ; rien n'a été fait"},
		Many: phrase{EN: "%[2]s has %[1]s errors; nothing was done", FR: "%[2]s contient %[1]s erreurs ; rien n'a été fait"}}
	wordDraft            = phrase{EN: "%s is a draft that lacks what planning needs: %s", FR: "%s est une ébauche à laquelle il manque de quoi planifier : %s"}
	wordPlanErrors       = phrase{EN: "%s is not a plan that can be read", FR: "%s n'est pas un plan lisible"}
	wordPositive         = phrase{EN: "%s must be more than 0", FR: "%s doit être supérieur à 0"}
	wordOverMission      = phrase{EN: "-o %s would overwrite the mission", FR: "-o %s écraserait la mission"}
	wordIsFolder         = phrase{EN: "-o %s is a folder; name a file", FR: "-o %s est un dossier ; nommez un fichier"}
	wordNoSuchView       = phrase{EN: "--by %s: there is no such table; there are %s", FR: "--by %s : cette table n'existe pas ; il y a %s"}
	wordDayNeedsPlan     = phrase{EN: "--by day needs a PLAN: a mission alone has no days", FR: "--by day demande un PLAN : une mission seule n'a pas de jours"}
	wordNoSuchFormat     = phrase{EN: "--to %s: there is no such format; there are %s", FR: "--to %s : ce format n'existe pas ; il y a %s"}
	wordNoSuchSchema     = phrase{EN: "there is no schema of %s; there are %s", FR: "il n'y a pas de schéma de %s ; il y a %s"}
	wordNoSuchCatalog    = phrase{EN: "there is no catalogue of %s; there are %s", FR: "il n'y a pas de catalogue de %s ; il y a %s"}
	wordOtherMission     = phrase{EN: "doubt: the plan is for mission %s, not %s", FR: "doute : le plan est celui de la mission %s, pas de %s"}
	wordNoHash           = phrase{EN: "doubt: the plan does not say which mission it was made from (mission_sha256 is empty)", FR: "doute : le plan ne dit pas de quelle mission il est fait (mission_sha256 est vide)"}
	wordMissionChanged   = phrase{EN: "doubt: the mission has changed since the plan was made (mission_sha256 differs)", FR: "doute : la mission a changé depuis que le plan a été fait (mission_sha256 diffère)"}
	wordOwnBreach        = phrase{EN: "the planner broke a rule, so no plan is given. Please send %s with a report", FR: "le planificateur a enfreint une règle, aucun plan n'est donné. Merci d'envoyer %s avec un rapport"}
	wordOwnBreachUnsaved = phrase{EN: "the planner broke a rule, so no plan is given; the reproducer could not be saved: %s", FR: "le planificateur a enfreint une règle, aucun plan n'est donné ; le cas n'a pu être enregistré : %s"}
)

// worker.
var (
	wordWorkerNATS = phrase{EN: "name the cluster whose runs are to be worked on: --nats nats://…", FR: "nommez la grappe dont les calculs sont à faire : --nats nats://…"}
	wordWorkerAway = phrase{EN: "the cluster cannot be joined: %s", FR: "impossible de rejoindre la grappe : %s"}
	wordBothFiles  = phrase{EN: "%s and %s go together", FR: "%s et %s vont ensemble"}
)

var wordSeeHelp = phrase{EN: "sortie --help lists the commands, sortie COMMAND --help its options.", FR: "sortie --help liste les commandes, sortie COMMANDE --help ses options."}

var wordAbout = phrase{
	EN: "Plans how a multinational mission moves, checks plans against every rule, and shows them.",
	FR: "Planifie les mouvements d'une mission multinationale, vérifie les plans règle par règle et les montre."}
