package missionfile

import "sortie/internal/lang"

// What is wrong with a file as a whole.
var (
	fileTooLarge  = lang.Phrase{EN: "the file has more than %s MB and was not read", FR: "le fichier dépasse %s Mo et n'a pas été lu"}
	longLists     = lang.Phrase{EN: "a mission of a hundred thousand units has less; keep long lists in CSV files beside it", FR: "une mission de cent mille unités en fait moins ; gardez les longues listes dans des fichiers CSV à côté"}
	planTooLarge  = lang.Phrase{EN: "the plan has more than %s MB", FR: "le plan dépasse %s Mo"}
	fileFault     = lang.Phrase{EN: "the file could not be read: %s", FR: "le fichier n'a pu être lu : %s"}
	planFault     = lang.Phrase{EN: "the plan could not be read: %s", FR: "le plan n'a pu être lu : %s"}
	pleaseReport  = lang.Phrase{EN: "please report it, with the file", FR: "merci de le signaler, avec le fichier"}
	notAMission   = lang.Phrase{EN: "a mission is a mapping of keys to values, not %s", FR: "une mission est un ensemble de clés et de valeurs, pas %s"}
	beginsWith    = lang.Phrase{EN: "a mission begins with sortie: 1", FR: "une mission commence par sortie: 1"}
	notAPlan      = lang.Phrase{EN: "a plan is a JSON object and begins with {", FR: "un plan est un objet JSON et commence par {"}
	isUTF16       = lang.Phrase{EN: "the file is UTF-16", FR: "le fichier est en UTF-16"}
	saveAsUTF8CSV = lang.Phrase{EN: "save it as UTF-8 (in a spreadsheet: CSV UTF-8)", FR: "enregistrez-le en UTF-8 (dans un tableur : CSV UTF-8)"}
	nulByte       = lang.Phrase{EN: "a NUL byte stands here", FR: "un octet nul se trouve ici"}
	isATextFile   = lang.Phrase{EN: "a mission is a text file", FR: "une mission est un fichier texte"}
	notUTF8       = lang.Phrase{EN: "byte %s is not UTF-8", FR: "l'octet %s n'est pas de l'UTF-8"}
	saveAsUTF8    = lang.Phrase{EN: "save the file as UTF-8", FR: "enregistrez le fichier en UTF-8"}
)

// What is wrong with JSON.
var (
	jsonEnds       = lang.Phrase{EN: "the text ends %[1]s, where %[2]q should stand", FR: "le texte s'arrête %[1]s, où %[2]q est attendu"}
	jsonExpects    = lang.Phrase{EN: "%[1]q should stand here, %[2]s", FR: "%[1]q est attendu ici, %[2]s"}
	textBegins     = lang.Phrase{EN: "where a text begins", FR: "au début d'un texte"}
	listBegins     = lang.Phrase{EN: "where a list begins", FR: "au début d'une liste"}
	objectBegins   = lang.Phrase{EN: "where an object begins", FR: "au début d'un objet"}
	inAList        = lang.Phrase{EN: "in a list", FR: "dans une liste"}
	inAnObject     = lang.Phrase{EN: "in an object", FR: "dans un objet"}
	afterAKey      = lang.Phrase{EN: "after a key", FR: "après une clé"}
	controlInText  = lang.Phrase{EN: "a control character cannot stand in a text", FR: "un caractère de commande ne peut figurer dans un texte"}
	endlessText    = lang.Phrase{EN: "this text has no end", FR: "ce texte n'a pas de fin"}
	noSuchEscape   = lang.Phrase{EN: "an escape in this text is not one of JSON's", FR: "une séquence d'échappement de ce texte n'existe pas en JSON"}
	notJSONNumber  = lang.Phrase{EN: "this is not a number as JSON writes it", FR: "ce n'est pas un nombre tel que JSON les écrit"}
	noValueBegins  = lang.Phrase{EN: "a value cannot begin with %q", FR: "une valeur ne peut commencer par %q"}
	valueMissing   = lang.Phrase{EN: "the text ends where a value should stand", FR: "le texte s'arrête là où une valeur est attendue"}
	somethingAfter = lang.Phrase{EN: "something follows after the end of the object", FR: "quelque chose suit la fin de l'objet"}
	manyMovements  = lang.Phrase{EN: "more movements, cargo and items than are read", FR: "plus de mouvements, de chargements et de matériels qu'il n'en est lu"}
	manyPieces     = lang.Phrase{EN: "more cargo and items than are read", FR: "plus de chargements et de matériels qu'il n'en est lu"}
	halfStowed     = lang.Phrase{EN: "where an item lies needs deck, x and y", FR: "la place d'un matériel demande deck, x et y"}
)

// What is wrong with how much JSON or YAML there is.
var (
	overValues      = lang.Phrase{EN: "more than %s values", FR: "plus de %s valeurs"}
	overLevels      = lang.Phrase{EN: "more than %s levels within each other", FR: "plus de %s niveaux l'un dans l'autre"}
	longKey         = lang.Phrase{EN: "a key of %s bytes", FR: "une clé de %s octets"}
	overKeys        = lang.Phrase{EN: "more than %s keys in one mapping", FR: "plus de %s clés dans un même ensemble"}
	overMarks       = lang.Phrase{EN: "many tags, anchors or question marks before one value", FR: "trop d'étiquettes, d'ancres ou de points d'interrogation devant une valeur"}
	overPaths       = lang.Phrase{EN: "long keys around too many values", FR: "de longues clés autour de trop de valeurs"}
	overYAML        = lang.Phrase{EN: "the file has more than %s MB of YAML", FR: "le fichier dépasse %s Mo de YAML"}
	overYAMLSigns   = lang.Phrase{EN: "the file has more than %s values, separators and lines of YAML", FR: "le fichier compte plus de %s valeurs, séparateurs et lignes de YAML"}
	overAliases     = lang.Phrase{EN: "with its aliases written out this file has more than %s values", FR: "une fois ses alias développés, ce fichier compte plus de %s valeurs"}
	aliasesMultiply = lang.Phrase{EN: "an alias stands for everything below its anchor; aliases of aliases multiply", FR: "un alias vaut tout ce qui est sous son ancre ; les alias d'alias se multiplient"}
	listsInCSV      = lang.Phrase{EN: "keep long lists in CSV files beside the mission", FR: "gardez les longues listes dans des fichiers CSV à côté de la mission"}
	listsInUnitsCSV = lang.Phrase{EN: "keep long lists in CSV files beside the mission: units: {csv: units.csv}", FR: "gardez les longues listes dans des fichiers CSV à côté de la mission : units: {csv: units.csv}"}
	eightLevels     = lang.Phrase{EN: "a mission needs no more than eight levels and keys of a few words", FR: "une mission n'a besoin que de huit niveaux et de clés de quelques mots"}
)
