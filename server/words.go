package server

import "sortie/internal/lang"

// Why something cannot be done now, or not by this server.
var (
	wordFault       = lang.Phrase{EN: "a fault of sortie's own; the operator finds it in the log under this id", FR: "une erreur de sortie même ; l'exploitant la trouve dans le journal sous cet identifiant"}
	wordStoreBusy   = lang.Phrase{EN: "the store does not take it now: nothing was written; try again later", FR: "le registre ne peut l'enregistrer en ce moment : rien n'a été écrit ; recommencez plus tard"}
	wordClientGone  = lang.Phrase{EN: "the client has gone", FR: "le client est parti"}
	wordTookLong    = lang.Phrase{EN: "it took too long; try again later", FR: "cela a pris trop de temps ; recommencez plus tard"}
	wordOverloaded  = lang.Phrase{EN: "the server has too much to do: try again later", FR: "le serveur a trop à faire : recommencez plus tard"}
	wordEnding      = lang.Phrase{EN: "the server is about to end", FR: "le serveur va s'arrêter"}
	wordStoreSilent = lang.Phrase{EN: "the store does not answer", FR: "le registre ne répond pas"}
	wordQueueSilent = lang.Phrase{EN: "the queue of runs does not answer", FR: "la file des calculs ne répond pas"}
	wordSendsMuch   = lang.Phrase{EN: "this account is sending too much at once: send one file after the other", FR: "ce compte envoie trop à la fois : envoyez un fichier après l'autre"}
	wordMuchSent    = lang.Phrase{EN: "too much is being sent in at once: try again later", FR: "le serveur reçoit trop à la fois : recommencez plus tard"}
	wordManyStreams = lang.Phrase{EN: "this account has %s event streams open: close one", FR: "ce compte a %s flux d'événements ouverts : fermez-en un"}
	wordMethods     = lang.Phrase{EN: "this address takes %s", FR: "cette adresse admet : %s"}
	wordNoAddress   = lang.Phrase{EN: "there is nothing at this address; /openapi.json lists what there is", FR: "il n'y a rien à cette adresse ; /openapi.json dit ce qu'il y a"}
	wordLastEvent   = lang.Phrase{EN: "Last-Event-ID is the number of a ledger entry", FR: "Last-Event-ID est le numéro d'une entrée du registre"}
)

// What is wrong with a change of a mission.
var (
	wordHasErrors    = lang.Phrase{EN: "the mission has errors (%s); nothing was stored", FR: "la mission a des erreurs (%s) ; rien n'a été enregistré"}
	wordWouldErr     = lang.Phrase{EN: "the mission would have errors (%s); nothing was stored", FR: "la mission aurait des erreurs (%s) ; rien n'a été enregistré"}
	wordMissionThere = lang.Phrase{
		EN: "there is a mission %[1]q already: replace it with PUT /api/missions/%[1]s, or give this one another id",
		FR: "il y a déjà une mission %[1]q : remplacez-la par PUT /api/missions/%[1]s, ou donnez à celle-ci un autre identifiant"}
	wordOtherID     = lang.Phrase{EN: "the mission calls itself %q, and its address %q: an id does not change", FR: "la mission se nomme %q, et son adresse %q : un identifiant ne change pas"}
	wordUnitIDTaken = lang.Phrase{EN: "a unit cannot have this id: give it another", FR: "une unité ne peut avoir cet identifiant : donnez-lui-en un autre"}
	wordNoIfMatch   = lang.Phrase{
		EN: "say which state of the mission you change: send the ETag that you read it with as If-Match",
		FR: "dites quel état de la mission vous modifiez : envoyez en If-Match l'ETag avec lequel vous l'avez lue"}
	wordIfMatchForm = lang.Phrase{EN: `If-Match is one ETag as this server gives it, such as "12"`, FR: `If-Match est un seul ETag tel que ce serveur le donne, par exemple "12"`}
	wordChanged     = lang.Phrase{
		EN: "the mission was changed by %s at %s, after you read it: read it again, look at what changed, and send your change with its ETag",
		FR: "la mission a été modifiée après que vous l'avez lue (par : %s ; le %s) : relisez-la, voyez ce qui a changé, et envoyez votre modification avec son nouvel ETag"}
)

// What is wrong with an announcement, an entry of the record, a plan, a report or a ledger.
var (
	wordPublishedForm  = lang.Phrase{EN: "published is not a day: write it as 2022-01-11", FR: "published n'est pas une date : écrivez-la comme 2022-01-11"}
	wordWhenPublished  = lang.Phrase{EN: "when was it published? %s", FR: "de quand date l'annonce ? %s"}
	wordUnreadBrief    = lang.Phrase{EN: "the announcement cannot be read: %s", FR: "l'annonce ne peut être lue : %s"}
	wordEntryJSON      = lang.Phrase{EN: "the entry is not JSON", FR: "l'entrée n'est pas du JSON"}
	wordNoDecision     = lang.Phrase{EN: "the record has no decision of that id", FR: "le dossier n'a pas de décision de cet identifiant"}
	wordNoMember       = lang.Phrase{EN: "%s is no member of the organisation that decides", FR: "%s n'est pas membre de l'organisation qui décide"}
	wordDraft          = lang.Phrase{EN: "the mission is a draft that lacks what planning needs; its findings list it", FR: "la mission est une ébauche à laquelle manque ce que demande la planification ; ses constats en font la liste"}
	wordNoPlan         = lang.Phrase{EN: "that is not a plan that can be read; nothing was stored", FR: "ce n'est pas un plan lisible ; rien n'a été enregistré"}
	wordPlanOfOther    = lang.Phrase{EN: "the plan is of mission %q, not of %q", FR: "le plan est celui de la mission %q, et non %q"}
	wordCancelledTimes = lang.Phrase{EN: "a movement that is cancelled has no times", FR: "un mouvement annulé n'a pas d'heures"}
	wordTimesRange     = lang.Phrase{EN: "times lie in the years 1900 to 2199", FR: "les heures sont comprises entre les années 1900 et 2199"}
	wordTimesOrder     = lang.Phrase{EN: "a movement departs, then arrives, then is unloaded: the times are in another order", FR: "un mouvement part, puis arrive, puis est déchargé : les heures sont dans un autre ordre"}
	wordReportEmpty    = lang.Phrase{EN: "the report says nothing: give a time, a note, or that it is cancelled", FR: "le compte rendu ne dit rien : donnez une heure, une note, ou dites que le mouvement est annulé"}
	wordLedgerCut      = lang.Phrase{EN: "the ledger did not come in whole", FR: "le registre n'est pas arrivé en entier"}
	wordLedgerLarge    = lang.Phrase{EN: "a ledger may have at most %s MB", FR: "un registre peut faire au plus %s Mo"}
	wordLedgerHere     = lang.Phrase{EN: "all of that story is here already", FR: "toute cette histoire est déjà ici"}
)
