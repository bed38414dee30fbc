package brief

import (
	"time"

	"sortie"
	"sortie/internal/lang"
)

// How a date came about. Those that are compared are texts already.
var (
	asWritten        = lang.Phrase{EN: "as written", FR: "telle qu’écrite"}.Text()
	asSaid           = lang.Phrase{EN: "as said", FR: "comme dit"}.Text()
	yearNearest      = lang.Phrase{EN: "the year nearest to publication", FR: "l’année la plus proche de la publication"}.Text()
	nextPublished    = lang.Phrase{EN: "the next one after publication", FR: "la prochaine après la publication"}.Text()
	nextStarted      = lang.Phrase{EN: "the next one after the start", FR: "la prochaine après le début"}.Text()
	dayOrMonth       = lang.Phrase{EN: "day/month/year, or month/day/year", FR: "jour/mois/année, ou mois/jour/année"}.Text()
	weekdayFrom      = lang.Phrase{EN: "published %s (%s): %s", FR: "publication le %s (%s) : %s"}
	weekdayPast      = lang.Phrase{EN: "%s on or before publication", FR: "le dernier %s jusqu’à la publication"}
	weekdayNext      = lang.Phrase{EN: "next %s after publication", FR: "le premier %s après la publication"}
	weekdayOfIt      = lang.Phrase{EN: "%s is the day of publication", FR: "%s est le jour de la publication"}
	weekdayEither    = lang.Phrase{EN: "%s before publication, or after it", FR: "le %s d’avant la publication, ou d’après"}
	publishedPlus    = lang.Phrase{EN: "published %s + %s", FR: "publication le %s + %s"}
	publishedMinus   = lang.Phrase{EN: "published %s − %s", FR: "publication le %s − %s"}
	publishedDays    = lang.Phrase{EN: "published %s %s days", FR: "publication le %s %s j"}
	publishedNearest = lang.Phrase{EN: "published %s: the nearest %sth", FR: "publication le %s : le %s le plus proche"}
	startPlus        = lang.Phrase{EN: "start %s + %s", FR: "début le %s + %s"}
	partOfMonth      = lang.Phrase{EN: "the %s of the month named", FR: "%s du mois nommé"}
	partOfYear       = lang.Phrase{EN: "the %s of the year named", FR: "%s de l’année nommée"}
	partOfThat       = lang.Phrase{EN: "published %s: the %s of that %s", FR: "publication le %s : %s %s"}
	nextWeek         = lang.Phrase{EN: "published %s: the Monday of the next week", FR: "publication le %s : le lundi de la semaine suivante"}
	nextMonth        = lang.Phrase{EN: "published %s: the first day of the next month", FR: "publication le %s : le premier jour du mois suivant"}
	untilOrWith      = lang.Phrase{EN: "%s; \"до\" leaves the day out or takes it in", FR: "%s ; « до » exclut le jour ou l’inclut"}
	dayBefore        = lang.Phrase{EN: "%s, and the day before it", FR: "%s, et la veille de celle-ci"}
	eitherRule       = lang.Phrase{EN: "%s, or %s", FR: "%s, ou %s"}
)

var parts = map[string]lang.Phrase{
	"part.begin":  {EN: "beginning", FR: "le début"},
	"part.middle": {EN: "middle", FR: "le milieu"},
	"part.end":    {EN: "end", FR: "la fin"},
}

var thatUnit = map[string]lang.Phrase{
	"w": {EN: "week", FR: "de cette semaine"},
	"m": {EN: "month", FR: "de ce mois"},
	"y": {EN: "year", FR: "de cette année"},
}

var unitCounts = map[string]lang.Counted{
	"h": {One: lang.Phrase{EN: "%s hour", FR: "%s heure"}, Many: lang.Phrase{EN: "%s hours", FR: "%s heures"}},
	"d": {One: lang.Phrase{EN: "%s day", FR: "%s jour"}, Many: lang.Phrase{EN: "%s days", FR: "%s jours"}},
	"w": {One: lang.Phrase{EN: "%s week", FR: "%s semaine"}, Many: lang.Phrase{EN: "%s weeks", FR: "%s semaines"}},
	"m": {One: lang.Phrase{EN: "%s month", FR: "%s mois"}, Many: lang.Phrase{EN: "%s months", FR: "%s mois"}},
	"y": {One: lang.Phrase{EN: "%s year", FR: "%s an"}, Many: lang.Phrase{EN: "%s years", FR: "%s ans"}},
}

var weekdays = [...]lang.Phrase{
	time.Sunday: {EN: "Sunday", FR: "dimanche"}, time.Monday: {EN: "Monday", FR: "lundi"}, time.Tuesday: {EN: "Tuesday", FR: "mardi"}, time.Wednesday: {EN: "Wednesday", FR: "mercredi"},
	time.Thursday: {EN: "Thursday", FR: "jeudi"}, time.Friday: {EN: "Friday", FR: "vendredi"}, time.Saturday: {EN: "Saturday", FR: "samedi"},
}

// counted is a day with a length of time that is added to it or taken from it.
func counted(p lang.Phrase, day sortie.Date, n int, unit string) lang.Text {
	return p.Text(day, unitCounts[unit].Text(n))
}
