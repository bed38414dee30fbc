package record

import "sortie/internal/lang"

// Strength in place, against what was granted and pledged.
var (
	peopleCount = lang.Counted{One: lang.Phrase{EN: "%s person", FR: "%s personne"}, Many: lang.Phrase{EN: "%s people", FR: "%s personnes"}}
	itemCount   = lang.Counted{One: lang.Phrase{EN: "%s item of equipment", FR: "%s matériel"}, Many: lang.Phrase{EN: "%s items of equipment", FR: "%s matériels"}}
	atTheStart  = lang.Phrase{EN: "at the start", FR: "au début"}
	atTheEnd    = lang.Phrase{EN: "at the end", FR: "à la fin"}
	overGrant   = lang.Phrase{EN: "%s in place %s (%s), and %s grants %s%s: %s too many", FR: "%s sur place %s (%s), et %s accorde %s%s : %s de trop"}
	grantMore   = lang.Phrase{EN: "a later decision that grants more is a new entry; a misprint in this one is corrected by an entry that replaces it", FR: "une décision ultérieure qui accorde davantage est une nouvelle entrée ; une coquille dans celle-ci se corrige par une entrée qui la remplace"}
	pastGrant   = lang.Phrase{EN: "operation.deadline is %s, and %s grants it until %s: %s longer than granted", FR: "operation.deadline est le %s, et %s va jusqu’au %s : l’échéance dépasse de %s ce qui est accordé"}
	overPledge  = lang.Phrase{EN: "%s has %s in place %s (%s), and %s is of %s%s: %s more than pledged", FR: "%s a %s sur place %s (%s), et %s porte sur %s%s : %s de plus que promis"}
	pledgeAnew  = lang.Phrase{EN: "a nation that sends more pledges anew: a later pledge counts instead of this one", FR: "une nation qui envoie davantage s’engage à nouveau : un engagement ultérieur compte à la place de celui-ci"}
)

// Start and deadline, against what was announced.
var (
	tooEarly    = lang.Phrase{EN: "%s earlier than said", FR: "%s plus tôt qu’annoncé"}
	tooLate     = lang.Phrase{EN: "%s later than said", FR: "%s plus tard qu’annoncé"}
	lengthAfter = lang.Phrase{EN: "%s after %s: %s", FR: "%s après le %s : %s"}
	afterAnHour = lang.Phrase{EN: "%s after an hour of %s that is not given: from %s to %s", FR: "%s après une heure non précisée du %s : du %s au %s"}
	lengthFrom  = lang.Phrase{EN: "%s from %s: %s", FR: "%s à partir du %s : %s"}
	saidWhen    = lang.Phrase{EN: "%s says that it starts in %s, and not on which day that was said", FR: "%s annonce le début dans %s, sans qu’on sache de quel jour elle date"}
	writeDay    = lang.Phrase{EN: "write on: and the day", FR: "écrivez on: et le jour"}
	otherStart  = lang.Phrase{EN: "%s gives another start (%s) than %s of the same day, with which the mission agrees", FR: "%s donne un autre début (%s) que %s du même jour, que suit la mission"}
	otherEnd    = lang.Phrase{EN: "%s gives another deadline (%s) than %s of the same day, with which the mission agrees", FR: "%s donne une autre échéance (%s) que %s du même jour, que suit la mission"}
	notAsSaid   = lang.Phrase{EN: "operation.%s is %s, and %s says %s; %s", FR: "operation.%s est le %s, et %s annonce : %s ; %s"}
	changeTime  = lang.Phrase{EN: "change operation.%s, or add the statement that moved it", FR: "modifiez operation.%s, ou ajoutez la déclaration qui a changé la date"}
	readyWhen   = lang.Phrase{EN: "units of %s are ready at another time (%s) than %s says of them: %s; %s", FR: "unités %s prêtes à un autre moment (%s) que ne l’annonce %s : %s ; %s"}
	dueWhen     = lang.Phrase{EN: "units of %s are due at another time (%s) than %s says of them: %s; %s", FR: "unités %s attendues à un autre moment (%s) que ne l’annonce %s : %s ; %s"}
	unitWhen    = lang.Phrase{EN: "%q %s", FR: "%q %s"}
	giveTime    = lang.Phrase{EN: "a contributor's statement binds its own units: give them %s, or add the statement that moved it", FR: "la déclaration d’un contributeur lie ses propres unités : donnez-leur %s, ou ajoutez la déclaration qui a changé la date"}
)

// Guarded places, against their handovers.
var (
	handsNothing  = lang.Phrase{EN: "%s does not say which guarded place is handed over", FR: "%s ne dit pas quel lieu gardé est remis"}
	writeTask     = lang.Phrase{EN: "write task: and the id of the task that ends", FR: "écrivez task: et l’identifiant de la tâche qui prend fin"}
	notHanded     = lang.Phrase{EN: "task %q guards %q until %s, and no entry of the record hands it over", FR: "la tâche %q garde %q jusqu’au %s, et aucune entrée du dossier n’en fait la passation"}
	writeHandover = lang.Phrase{EN: "add {kind: handover, task: %s, to: …, on: …} to the record", FR: "ajoutez {kind: handover, task: %s, to: …, on: …} au dossier"}
	handedLate    = lang.Phrase{EN: "task %q guards %q until %s, and %s comes later: nobody guards it in between", FR: "la tâche %q garde %q jusqu’au %s, et %s vient plus tard : personne ne le garde dans l’intervalle"}
	handedEarly   = lang.Phrase{EN: "task %q guards %q until %s, after %s", FR: "la tâche %q garde %q jusqu’au %s, après %s"}
)

// Figures side by side. Things have no article, and may be one or many: the
// French speaks of the figure.
var (
	fromDayToDay = lang.Phrase{EN: "%s differs from day to day: %s", FR: "%s, un chiffre qui varie d’un jour à l’autre : %s"}
	onOneDay     = lang.Phrase{EN: "%s is given differently on %s: %s", FR: "%s, un chiffre donné différemment le %s : %s"}
	withoutDays  = lang.Phrase{EN: "%s is given differently and not each on a day of its own: %s", FR: "%s, un chiffre donné différemment sans que chaque valeur ait son jour : %s"}
	figureTold   = lang.Phrase{EN: "%s (%s, %s, %s)", FR: "%s (%s, %s, %s)"}
	noSource     = lang.Phrase{EN: "no source", FR: "sans source"}
	fromSources  = lang.Phrase{EN: "source %s", FR: "source %s"}
	figureOf     = lang.Phrase{EN: "%s of %s", FR: "%s (%s)"}
	figureAt     = lang.Phrase{EN: "%s at %s", FR: "%s (%s)"}
	figureOfAt   = lang.Phrase{EN: "%s of %s at %s", FR: "%s (%s, %s)"}
)
