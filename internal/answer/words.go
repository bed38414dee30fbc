package answer

import (
	"sortie"
	"sortie/internal/lang"
)

type phrase = lang.Phrase

// What is counted.
var (
	People = lang.Counted{One: phrase{EN: "%s person", FR: "%s personne"}, Many: phrase{EN: "%s people", FR: "%s personnes"}}
	Items  = lang.Counted{One: phrase{EN: "%s item", FR: "%s matériel"}, Many: phrase{EN: "%s items", FR: "%s matériels"}}
)

// The answer.
var (
	wordOutBy          = phrase{EN: "Out by %s, %s.", FR: "Sorti le %s, %s."}
	wordInBy           = phrase{EN: "In by %s, %s.", FR: "En place le %s, %s."}
	wordRotatedBy      = phrase{EN: "Rotated by %s, %s.", FR: "Relève terminée le %s, %s."}
	wordBefore         = phrase{EN: "%s before the deadline of %s", FR: "%s avant l'échéance du %s"}
	wordAfter          = phrase{EN: "%s after the deadline of %s", FR: "%s après l'échéance du %s"}
	wordOnDeadline     = phrase{EN: "at the deadline of %s", FR: "à l'échéance du %s"}
	wordLateCounts     = phrase{EN: " Late: %s.", FR: " En retard : %s."}
	wordNotAll         = phrase{EN: "Not everything: the last of what arrives is there by %s, %s; %s left behind.", FR: "Pas tout : le dernier élément qui arrive est en place le %s, %s ; laissés sur place : %s."}
	wordAndLate        = phrase{EN: " Late: %s.", FR: " En retard : %s."}
	wordNothingArrives = phrase{EN: "Nothing arrives before or after the deadline of %s: %s left behind.", FR: "Rien n'arrive, ni avant ni après l'échéance du %s ; laissés sur place : %s."}
	wordNothingToMove  = phrase{EN: "Nothing has to move before the deadline of %s.", FR: "Rien n'est à déplacer avant l'échéance du %s."}
	wordDDay           = phrase{EN: " (D%s)", FR: " (J%s)"}
	wordLastOut        = map[sortie.Mode]lang.Phrase{
		sortie.Air:  {EN: "The last aircraft out leaves %s on %s.", FR: "Le dernier aéronef quitte %s le %s."},
		sortie.Road: {EN: "The last vehicles out leave %s on %s.", FR: "Les derniers véhicules quittent %s le %s."},
		sortie.Rail: {EN: "The last train out leaves %s on %s.", FR: "Le dernier train quitte %s le %s."},
		sortie.Sea:  {EN: "The last ship out leaves %s on %s.", FR: "Le dernier navire quitte %s le %s."}}
	wordReported   = phrase{EN: "In fact, by the record, the last ones left on %s.", FR: "En réalité, d'après le dossier, les derniers sont partis le %s."}
	wordNoBound    = phrase{EN: "That is what holds this plan, not yet a proof that no plan is faster: no bound is computed.", FR: "C'est ce qui retient ce plan, pas encore la preuve qu'aucun n'est plus rapide : aucune borne n'est calculée."}
	wordBound      = phrase{EN: "No plan that delivers as much closes before %s: %s.", FR: "Aucun plan qui livre autant ne se clôt avant le %s : %s."}
	wordProven     = phrase{EN: "Proven: no plan that delivers as much closes sooner: %s.", FR: "Prouvé : aucun plan qui livre autant ne se clôt plus tôt : %s."}
	wordImpossible = phrase{EN: "The deadline cannot be met. No plan that delivers as much closes before %s: %s.", FR: "L'échéance ne peut être tenue. Aucun plan qui livre autant ne se clôt avant le %s : %s."}
	wordNone       = phrase{EN: "nothing", FR: "rien"}
)
