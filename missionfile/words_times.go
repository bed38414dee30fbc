package missionfile

import "sortie/internal/lang"

// What is wrong with a time, and how it is written.
var (
	ofKey          = lang.Phrase{EN: "%s: %s", FR: "%s : %s"}
	notATime       = lang.Phrase{EN: "%q is not a time", FR: "%q n'est pas une heure"}
	notATimeSuchAs = lang.Phrase{EN: "%q is not a time such as 2022-01-13T06:00:00+06:00", FR: "%q n'est pas une heure telle que 2022-01-13T06:00:00+06:00"}
	noCalendarTime = lang.Phrase{EN: "%q is not a time of the calendar", FR: "%q n'est pas une heure du calendrier"}
	noCalendarDate = lang.Phrase{EN: "%q is not a date of the calendar", FR: "%q n'est pas une date du calendrier"}
	noTimeOfDay    = lang.Phrase{EN: "%q is no time of day", FR: "%q n'est pas une heure du jour"}
	noSuchOffset   = lang.Phrase{EN: "%q has no offset that a zone could have", FR: "%q a un décalage qu'aucun fuseau ne peut avoir"}
	hasSeconds     = lang.Phrase{EN: "%q has seconds", FR: "%q comporte des secondes"}
	hasNoHour      = lang.Phrase{EN: "%q has no hour", FR: "%q n'a pas d'heure"}
	hasNoOffset    = lang.Phrase{EN: "%q has no offset", FR: "%q n'a pas de décalage horaire"}
	noDDay         = lang.Phrase{EN: "%q counts from a D-day, and the mission has none", FR: "%q se compte à partir du jour J, et la mission n'en a pas"}
	farYear        = lang.Phrase{EN: "%q is in the year %s", FR: "%q tombe en l'an %s"}
	oddOffset      = lang.Phrase{EN: "%q: %s then had no offset in whole minutes", FR: "%q : le décalage du fuseau %s n'était alors pas en minutes entières"}
	clocksSkip     = lang.Phrase{EN: "%[1]q, %[2]s on %[3]s, does not exist in %[4]s", FR: "%[1]q, soit %[2]s le %[3]s, n'existe pas dans le fuseau %[4]s"}
	comesTwice     = lang.Phrase{EN: "%[1]q, %[2]s on %[3]s, comes twice in %[4]s; the first is taken", FR: "%[1]q, soit %[2]s le %[3]s, revient deux fois dans le fuseau %[4]s ; la première est retenue"}
	notADuration   = lang.Phrase{EN: "%q is not a duration", FR: "%q n'est pas une durée"}
	noSuchZone     = lang.Phrase{EN: "%q is not a time zone", FR: "%q n'est pas un fuseau horaire"}

	wholeMinutes   = lang.Phrase{EN: "times are whole minutes: write 2022-01-13T06:00:00+06:00", FR: "les heures sont en minutes entières : écrivez 2022-01-13T06:00:00+06:00"}
	writeTime      = lang.Phrase{EN: "write 2022-01-13T06:00:00+06:00, or D+2T06:00", FR: "écrivez 2022-01-13T06:00:00+06:00, ou D+2T06:00"}
	writeTimeFromD = lang.Phrase{EN: "write 2022-01-13T06:00:00+06:00, or D+2T06:00 relative to d_day", FR: "écrivez 2022-01-13T06:00:00+06:00, ou D+2T06:00 par rapport à d_day"}
	giveDDay       = lang.Phrase{EN: "give the D-day: d_day: 2022-01-11", FR: "donnez le jour J : d_day: 2022-01-11"}
	hoursRun       = lang.Phrase{EN: "hours run from 00:00 to 23:59; the end of a day is 00:00 of the next", FR: "les heures vont de 00:00 à 23:59 ; la fin d'un jour est 00:00 du lendemain"}
	wholeOffset    = lang.Phrase{EN: "write the time with an offset in whole minutes", FR: "écrivez l'heure avec un décalage en minutes entières"}
	clocksForward  = lang.Phrase{EN: "clocks are put forward then: write a time with its offset", FR: "les horloges sont alors avancées : écrivez une heure avec son décalage"}
	writeEither    = lang.Phrase{EN: "write %s, or %s", FR: "écrivez %s, ou %s"}
	writeHour      = lang.Phrase{EN: "write the hour and the offset", FR: "écrivez l'heure et le décalage"}
	onTheDay       = lang.Phrase{EN: "\"on the %s\" means its end: write %s; its beginning is %s", FR: "« le %s » désigne la fin de ce jour : écrivez %s ; son début est %s"}
	writeOffset    = lang.Phrase{EN: "write the offset, such as +06:00", FR: "écrivez le décalage, par exemple +06:00"}
	inZoneWrite    = lang.Phrase{EN: "in %s write %s", FR: "dans le fuseau %s, écrivez %s"}
	writeDuration  = lang.Phrase{EN: "write 90m, 1h30m or 2d", FR: "écrivez 90m, 1h30m ou 2d"}
	durationNoUnit = lang.Phrase{EN: "a number alone has no unit: write %[1]sm for minutes or %[1]sh for hours", FR: "un nombre seul n'a pas d'unité : écrivez %[1]sm pour des minutes ou %[1]sh pour des heures"}
	writeWholeDate = lang.Phrase{EN: "write year, month and day such as 2022-01-11, from %s to %s", FR: "écrivez l'année, le mois et le jour, par exemple 2022-01-11, de %s à %s"}
	writeZone      = lang.Phrase{EN: "write an IANA name such as Asia/Almaty or UTC", FR: "écrivez un nom IANA, par exemple Asia/Almaty ou UTC"}
)
