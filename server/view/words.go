package view

import "sortie/internal/lang"

// What is said in place of what is not shown.
var (
	wordOthersHold = lang.Phrase{
		EN: "What holds it back lies with units of other nations.",
		FR: "Ce qui le retient dépend d'unités d'autres nations."}
	wordOthersPath = lang.Phrase{
		EN: "The path to closure, %[1]s, leads through movements of other nations.",
		FR: "Le chemin vers la clôture, %[1]s, passe par des mouvements d'autres nations."}
	wordHiddenProof = lang.Phrase{
		EN: "the bound is proven for the whole mission; the proof tells of units of other nations and is not shown",
		FR: "la borne est prouvée pour toute la mission ; la preuve parle d'unités d'autres nations et n'est pas montrée"}
	wordHiddenReason = lang.Phrase{EN: "it depends on units of other nations", FR: "cela dépend d'unités d'autres nations"}
	wordHiddenError  = lang.Phrase{EN: "the run has failed: a planner sees why", FR: "le calcul a échoué : un planificateur voit pourquoi"}
	wordOtherOffice  = lang.Phrase{EN: "another office", FR: "un autre bureau"}
)

// Why a unit cannot be written.
var (
	wordOthersFit = lang.Phrase{
		EN: "it does not fit units of other nations, which you do not see: ask a planner of the mission",
		FR: "cela ne va pas avec des unités d'autres nations, que vous ne voyez pas : demandez à un planificateur de la mission"}
	wordMissionWrong = lang.Phrase{EN: "the mission would be wrong", FR: "la mission aurait des erreurs"}
	wordUnitObject   = lang.Phrase{EN: "a unit is a JSON object", FR: "une unité est un objet JSON"}
	wordNationText   = lang.Phrase{EN: "nation should be text", FR: "nation doit être du texte"}
	wordUnitAddress  = lang.Phrase{
		EN: "the unit is %s by its address: its id should be the same, or be left out",
		FR: "l'adresse nomme l'unité %s : son id doit être le même, ou être omis"}
	wordNotYours = lang.Phrase{EN: "a unit of nation %q is not yours to write", FR: "il ne vous revient pas d'écrire une unité de la nation %q"}
)
