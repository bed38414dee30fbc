package missionfile

import (
	"sortie"
	"sortie/internal/lang"
)

// What is wrong with a key.
var (
	noSuchKey     = lang.Phrase{EN: "%s has no key %q", FR: "%s n'a pas de clé %q"}
	knownKeys     = lang.Phrase{EN: "known keys: %s", FR: "clés connues : %s"}
	givenTwice    = lang.Phrase{EN: "%q is given twice", FR: "%q figure deux fois"}
	givenTwiceAt  = lang.Phrase{EN: "%q is given twice; the first is on line %s", FR: "%q figure deux fois ; la première est à la ligne %s"}
	thisLacks     = lang.Phrase{EN: "this %s has no %s", FR: "%s : la clé %s manque"}
	theLacks      = lang.Phrase{EN: "the %s has no %s", FR: "%s : la clé %s manque"}
	namedLacks    = lang.Phrase{EN: "%s %q has no %s", FR: "%s %q : la clé %s manque"}
	notAnnounced  = lang.Phrase{EN: "%s: not said in the announcement", FR: "%s (l'annonce n'en dit rien)"}
	didYouMeanIt  = lang.Phrase{EN: "did you mean %q?", FR: "vouliez-vous dire %q ?"}
	writeVersion  = lang.Phrase{EN: "write sortie: 1, the version of the format", FR: "écrivez sortie: 1, la version du format"}
	writeTimezone = lang.Phrase{EN: "write an IANA name such as timezone: Asia/Almaty", FR: "écrivez un nom IANA, par exemple timezone: Asia/Almaty"}
	writeCountry  = lang.Phrase{EN: "write an ISO 3166 code such as %s: KZ", FR: "écrivez un code ISO 3166, par exemple %s: KZ"}
	writeDeadline = lang.Phrase{EN: "write a time such as deadline: 2022-01-20T00:00:00+06:00, or D+12", FR: "écrivez une heure, par exemple deadline: 2022-01-20T00:00:00+06:00, ou D+12"}
	writeNone     = lang.Phrase{EN: "write %s: [] where there are none", FR: "écrivez %s: [] s'il n'y en a pas"}
	noStart       = lang.Phrase{EN: "the operation has no start", FR: "l'opération n'a pas de début"}
	giveStart     = lang.Phrase{EN: "give start, or d_day, on which it then begins", FR: "donnez start, ou d_day, jour où elle commence alors"}
)

// What is wrong with the form of a value.
var (
	wrongForm      = lang.Phrase{EN: "%s should be %s, not %s", FR: "%s devrait être %s, pas %s"}
	wrongFormAlone = lang.Phrase{EN: "%s should be %s", FR: "%s devrait être %s"}
	aText          = lang.Phrase{EN: "a text", FR: "un texte"}
	aLongText      = lang.Phrase{EN: "a long text", FR: "un long texte"}
	aNumber        = lang.Phrase{EN: "a number", FR: "un nombre"}
	aWholeNumber   = lang.Phrase{EN: "a whole number", FR: "un nombre entier"}
	aList          = lang.Phrase{EN: "a list", FR: "une liste"}
	aMapping       = lang.Phrase{EN: "a mapping", FR: "un ensemble de clés"}
	aMappingOf     = lang.Phrase{EN: "a mapping with keys such as %s", FR: "un ensemble de clés telles que %s"}
	anObject       = lang.Phrase{EN: "an object", FR: "un objet"}
	nothing        = lang.Phrase{EN: "nothing", FR: "une valeur vide"}
	aTime          = lang.Phrase{EN: "a time", FR: "une heure"}
	aDuration      = lang.Phrase{EN: "a duration", FR: "une durée"}
	aDate          = lang.Phrase{EN: "a date", FR: "une date"}
	aTravelTime    = lang.Phrase{EN: "minutes or a duration", FR: "un nombre de minutes ou une durée"}
	trueOrFalse    = lang.Phrase{EN: "true or false", FR: "true ou false"}
	aCurvePoint    = lang.Phrase{EN: "a pair such as [3650, 48]", FR: "une paire telle que [3650, 48]"}
	twoSeats       = lang.Phrase{EN: "a number or {empty: 145, full: 40}", FR: "un nombre ou {empty: 145, full: 40}"}
	coordinates    = lang.Phrase{EN: "latitude and longitude", FR: "une latitude et une longitude"}
	aFileName      = lang.Phrase{EN: "the name of a file", FR: "un nom de fichier"}
	aSheetName     = lang.Phrase{EN: "the name of a sheet", FR: "un nom de feuille"}
	emptyEntry     = lang.Phrase{EN: "an entry of %s is empty", FR: "une entrée de la liste %s est vide"}
	noValue        = lang.Phrase{EN: "%s of %s has no value", FR: "%s, sous %s, n'a pas de valeur"}
	listsNothing   = lang.Phrase{EN: "%s lists nothing", FR: "%s est une liste vide"}
	leaveOutNoEnd  = lang.Phrase{EN: "leave %s out where there is no limit", FR: "omettez %s s'il n'y a pas de limite"}
	pairOrder      = lang.Phrase{EN: "distance in km, then payload in t", FR: "la distance en km, puis la charge utile en t"}
	yamlTruth      = lang.Phrase{EN: "yes, no, on and off are texts in YAML 1.2", FR: "yes, no, on et off sont des textes en YAML 1.2"}
	writeThis      = lang.Phrase{EN: "write %s", FR: "écrivez %s"}
	writeList      = lang.Phrase{EN: "write [a, b], or one entry on each line after a dash", FR: "écrivez [a, b], ou une entrée par ligne après un tiret"}
	writeTable     = lang.Phrase{EN: "write one entry on each line after a dash, or {csv: %s.csv}", FR: "écrivez une entrée par ligne après un tiret, ou {csv: %s.csv}"}
	writeMapping   = lang.Phrase{EN: "write {name: value}", FR: "écrivez {nom: valeur}"}
	writeTexts     = lang.Phrase{EN: "write one text, or {en: …, fr: …}", FR: "écrivez un seul texte, ou {en: …, fr: …}"}
	writePosition  = lang.Phrase{EN: "write [43.3521, 77.0405]: degrees, north and east positive", FR: "écrivez [43.3521, 77.0405] : en degrés, nord et est positifs"}
	writeDate      = lang.Phrase{EN: "write 2022-01-11", FR: "écrivez 2022-01-11"}
	writeMinutes   = lang.Phrase{EN: "write 55, or 1h30m", FR: "écrivez 55, ou 1h30m"}
	writeAbout     = lang.Phrase{EN: "write about: dozens, hundreds or thousands where no number was published", FR: "écrivez about: dozens, hundreds ou thousands (dizaines, centaines, milliers) si aucun nombre n'a été publié"}
	unquote        = lang.Phrase{EN: "write it without quotes", FR: "écrivez-le sans guillemets"}
	seatsMean      = lang.Phrase{EN: "people with an empty deck, and beside a full one", FR: "nombre de personnes avec un pont vide, puis à côté d'un pont plein"}
	gulfOfGuinea   = lang.Phrase{EN: "[0, 0] lies in the Gulf of Guinea and counts as not given", FR: "[0, 0] se trouve dans le golfe de Guinée et compte comme non donné"}
)

// What is wrong with how much of something there is.
var (
	tooLong     = lang.Phrase{EN: "%s has %s bytes; at most %s are read", FR: "%s compte %s octets ; %s au plus sont lus"}
	hasBytes    = lang.Phrase{EN: "%s has %s bytes", FR: "%s compte %s octets"}
	tooMany     = lang.Phrase{EN: "%s has %s entries; at most %s are read", FR: "%s compte %s entrées ; %s au plus sont lues"}
	notFinite   = lang.Phrase{EN: "%s is %s, which is no figure", FR: "%s vaut %s, qui n'est pas un nombre"}
	outOfRange  = lang.Phrase{EN: "%s is %s; it must be from %s to %s", FR: "%s vaut %s ; la valeur doit être comprise entre %s et %s"}
	aboveRange  = lang.Phrase{EN: "%s is %s; it must be above %s and at most %s", FR: "%s vaut %s ; la valeur doit être supérieure à %s et d'au plus %s"}
	notTheOne   = lang.Phrase{EN: "%s is %s; it must be %s", FR: "%s vaut %s ; la seule valeur possible est %s"}
	onlyVersion = lang.Phrase{EN: "this is the only version of the format so far", FR: "le format n'a pas d'autre version à ce jour"}
	noLimitOmit = lang.Phrase{EN: "leave it out where there is no limit", FR: "omettez la clé s'il n'y a pas de limite"}
	priorities  = lang.Phrase{EN: "1 is first, 5 is last", FR: "1 passe en premier, 5 en dernier"}
	oddsShare   = lang.Phrase{EN: "odds are a share: 0.9, not 90", FR: "la probabilité est une part : 0.9, pas 90"}
	latFirst    = lang.Phrase{EN: "latitude comes first, in degrees, north positive", FR: "la latitude vient en premier, en degrés, nord positif"}
	lonSecond   = lang.Phrase{EN: "longitude comes second, in degrees, east positive", FR: "la longitude vient en second, en degrés, est positif"}
)

// What is wrong with a word or with a text that has a form of its own.
var (
	noSuchWord    = lang.Phrase{EN: "%[1]q is no %[2]s", FR: "%[2]s : le mot %[1]q n'existe pas"}
	writeOneOf    = lang.Phrase{EN: "write one of %s", FR: "écrivez l'un de ces mots : %s"}
	noneOf        = lang.Phrase{EN: "%q is none of %s", FR: "%q n'est aucun de ces mots : %s"}
	notOfForm     = lang.Phrase{EN: "%q is not %s", FR: "%q n'est pas %s"}
	aName         = lang.Phrase{EN: "a name", FR: "un nom"}
	aCountryCode  = lang.Phrase{EN: "a country code", FR: "un code de pays"}
	someHours     = lang.Phrase{EN: "opening hours", FR: "un horaire d'ouverture"}
	anID          = lang.Phrase{EN: "an id", FR: "un identifiant"}
	aFleetID      = lang.Phrase{EN: "a fleet's id", FR: "un identifiant de flotte"}
	aLanguage     = lang.Phrase{EN: "a language", FR: "une langue"}
	anAirRule     = lang.Phrase{EN: "a rule for air links", FR: "une règle pour les liaisons aériennes"}
	writeCapitals = lang.Phrase{EN: "write the two capital letters of ISO 3166, such as KZ", FR: "écrivez les deux majuscules d'ISO 3166, par exemple KZ"}
	writeHours    = lang.Phrase{EN: "write local hours such as 06:00-22:00, or 22:00-06:00 over midnight; the day ends at 24:00", FR: "écrivez des heures locales telles que 06:00-22:00, ou 22:00-06:00 par-delà minuit ; la journée finit à 24:00"}
	alwaysOrNever = lang.Phrase{EN: "that is no time at all, or all day: leave open out where it is always open", FR: "cela ne désigne aucun moment, ou toute la journée : omettez open si le lieu est toujours ouvert"}
	idTooLong     = lang.Phrase{EN: "an id has at most %s bytes; the name may be longer", FR: "un identifiant a au plus %s octets ; le nom peut être plus long"}
	idSpaces      = lang.Phrase{EN: "leave out the spaces at its ends", FR: "supprimez les espaces à ses extrémités"}
	idOneLine     = lang.Phrase{EN: "an id is one line of letters, digits and signs", FR: "un identifiant tient sur une ligne de lettres, de chiffres et de signes"}
	idNoSlash     = lang.Phrase{EN: "the lifts of a fleet are called ID/1, ID/2 …, so its own id has no /", FR: "les vecteurs d'une flotte s'appellent ID/1, ID/2… : son propre identifiant n'a donc pas de /"}
	writeLanguage = lang.Phrase{EN: "write a language tag such as en, fr or pt-BR", FR: "écrivez une étiquette de langue telle que en, fr ou pt-BR"}
	writeListed   = lang.Phrase{EN: "write air: listed where only the listed air links may be flown, and leave it out elsewhere", FR: "écrivez air: listed si seules les liaisons aériennes listées sont permises, sinon omettez la clé"}
)

// How a finding is printed.
var (
	severities = map[sortie.Severity]lang.Phrase{
		sortie.Error: {EN: "error", FR: "erreur"},
		sortie.Doubt: {EN: "doubt", FR: "doute"},
		sortie.Note:  {EN: "note", FR: "note"},
	}
	hintIs    = lang.Phrase{EN: "hint: %s", FR: "conseil : %s"}
	andOthers = lang.Counted{One: lang.Phrase{EN: "and %s more", FR: "et %s autre"}, Many: lang.Phrase{EN: "and %s more", FR: "et %s autres"}}
)
