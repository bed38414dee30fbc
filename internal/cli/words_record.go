package cli

import (
	"sortie"
	"sortie/internal/lang"
	"sortie/record"
)

// The sentences of `show --by record`.
var (
	wordEntries         = lang.Counted{One: phrase{EN: "%s entry", FR: "%s entrée"}, Many: phrase{EN: "%s entries", FR: "%s entrées"}}
	wordRecordOf        = phrase{EN: "The record of %s: %s", FR: "Le dossier de %s : %s"}
	wordNoRecord        = phrase{EN: "%s keeps no record.", FR: "%s ne tient pas de dossier."}
	wordRecordHasNoPlan = phrase{EN: "--by record shows a MISSION alone: a plan has no record", FR: "--by record montre une MISSION seule : un plan n'a pas de dossier"}
	wordDecides         = phrase{EN: "%s (%s); %s decides by %s.", FR: "%s (%s) ; %s décide, règle : %s."}
	wordThen            = phrase{EN: "; ", FR: "\u00a0; "}
	wordNoDay           = phrase{EN: "No day is published", FR: "Aucun jour publié"}
	wordNotDated        = phrase{EN: "no date", FR: "sans date"}
	wordNotNamed        = phrase{EN: "(not named)", FR: "(non nommé)"}
	wordSource          = phrase{EN: "Source: %s", FR: "Source : %s"}
	wordNoSource        = phrase{EN: "No source.", FR: "Aucune source."}
	wordReplaced        = phrase{EN: " — replaced", FR: " — remplacé"}
	wordReplacedBy      = phrase{EN: "Replaced by [%s], %s: %s", FR: "Remplacé par [%s], %s : %s"}
	wordReplaces        = phrase{EN: "Replaces [%s], %s: %s", FR: "Remplace [%s], %s : %s"}
	wordDifferTitle     = lang.Counted{
		One:  phrase{EN: "%s figure that was published differently", FR: "%s chiffre publié de plusieurs façons"},
		Many: phrase{EN: "%s figures that were published differently", FR: "%s chiffres publiés de plusieurs façons"}}
	wordAllAlike = phrase{EN: "No figure was published differently.", FR: "Aucun chiffre n'est publié de plusieurs façons."}
)

var wordEntryKinds = map[sortie.EntryKind]lang.Phrase{
	sortie.Request: {EN: "Request", FR: "Demande"}, sortie.Decision: {EN: "Decision", FR: "Décision"},
	sortie.Pledge: {EN: "Pledge", FR: "Engagement"}, sortie.Statement: {EN: "Statement", FR: "Déclaration"},
	sortie.Report: {EN: "Report", FR: "Rapport"}, sortie.Handover: {EN: "Handover", FR: "Passation"},
	sortie.Event: {EN: "Event", FR: "Événement"},
}

var wordDecisionRules = map[sortie.DecisionRule]lang.Phrase{
	sortie.Consensus: {EN: "consensus", FR: "consensus"}, sortie.Majority: {EN: "majority", FR: "majorité"},
	sortie.TwoThirds: {EN: "two thirds", FR: "deux tiers"}, sortie.Chair: {EN: "its chair", FR: "présidence"},
}

// What an entry says, by its kind.
var (
	wordAsksFor     = phrase{EN: "%s asks: %s.", FR: "%s demande : %s."}
	wordAsks        = phrase{EN: "%s asks for help.", FR: "%s demande de l'aide."}
	wordDecided     = phrase{EN: "%s decides.", FR: "%s décide."}
	wordDecidedOn   = phrase{EN: "%s decides on request [%s].", FR: "%s décide sur la demande [%s]."}
	wordVotes       = phrase{EN: " For: %s. Against: %s. Abstaining: %s.", FR: " Pour : %s. Contre : %s. Abstentions : %s."}
	wordNobody      = phrase{EN: "nobody", FR: "personne"}
	wordGrants      = phrase{EN: " Grants: %s.", FR: " Accorde : %s."}
	wordGrantsUntil = phrase{EN: "until %s", FR: "jusqu'au %s"}
	wordGrantsAlso  = phrase{EN: "also from %s", FR: "aussi de %s"}
	wordPledges     = phrase{EN: "%s pledges %s.", FR: "%s promet %s."}
	wordPledgesSome = phrase{EN: "%s pledges, without a number.", FR: "%s s'engage, sans donner de nombre."}
	wordSays        = phrase{EN: "%s says: %s.", FR: "%s déclare : %s."}
	wordStates      = phrase{EN: "%s makes a statement.", FR: "%s fait une déclaration."}
	wordStartsIn    = phrase{EN: "it starts in %s", FR: "début dans %s"}
	wordStartsAt    = phrase{EN: "it starts %s", FR: "début le %s"}
	wordTakesAtMost = phrase{EN: "it takes at most %s", FR: "durée d'au plus %s"}
	wordEndsBy      = phrase{EN: "it is done by %s", FR: "fin au plus tard le %s"}
	wordGradually   = phrase{EN: "gradually", FR: "progressivement"}
	wordReports     = phrase{EN: "%s reports: %s.", FR: "%s rapporte : %s."}
	wordReportsOnly = phrase{EN: "%s reports.", FR: "%s rapporte."}
	wordHandedTo    = phrase{EN: "%s is handed over to %s.", FR: "%s : passation à %s."}
	wordHappened    = phrase{EN: "According to %s.", FR: "Selon %s."}
	wordPress       = phrase{EN: "press", FR: "la presse"}
	wordFigure      = phrase{EN: "%s %s", FR: "%s : %s"}
	wordFigures     = phrase{EN: " Figures: %s.", FR: " Chiffres : %s."}
)

var wordPrecisions = map[record.Precision]lang.Phrase{
	record.Exact: {EN: "exact", FR: "exact"}, record.About: {EN: "about", FR: "environ"},
	record.AtLeast: {EN: "at least", FR: "au moins"}, record.AtMost: {EN: "at most", FR: "au plus"},
}

var wordAmounts = map[string]lang.Phrase{
	"dozens": {EN: "dozens", FR: "des dizaines"}, "hundreds": {EN: "hundreds", FR: "des centaines"}, "thousands": {EN: "thousands", FR: "des milliers"},
}

// The headings of figures side by side.
var (
	headDate      = phrase{EN: "Date", FR: "Date"}
	headNumber    = phrase{EN: "#Figure", FR: "#Chiffre"}
	headPrecision = phrase{EN: "Precision", FR: "Précision"}
	headSaidBy    = phrase{EN: "By", FR: "Par"}
	headEntry     = phrase{EN: "Entry", FR: "Entrée"}
	headSource    = phrase{EN: "Source", FR: "Source"}
)
