package missionfile

import (
	"strings"

	"sortie/internal/lang"
)

// What is wrong with YAML.
var (
	secondDocument = lang.Phrase{EN: "a second document begins here", FR: "un second document commence ici"}
	oneMission     = lang.Phrase{EN: "a mission file holds one mission; put the other into a file of its own", FR: "un fichier de mission contient une mission ; mettez l'autre dans un fichier à part"}
	plainKey       = lang.Phrase{EN: "a key must be a plain text", FR: "une clé doit être un simple texte"}
	mergeTakes     = lang.Phrase{EN: "<< takes in a mapping, or a list of mappings", FR: "<< reprend un ensemble de clés, ou une liste de tels ensembles"}
	writeMerge     = lang.Phrase{EN: "write <<: *name, where another mapping begins with &name", FR: "écrivez <<: *nom, si un autre ensemble de clés commence par &nom"}
	noSuchAnchor   = lang.Phrase{EN: "nothing above is marked &%s", FR: "rien de ce qui précède n'est marqué &%s"}
	noSuchTag      = lang.Phrase{EN: "a mission has no tag %s", FR: "une mission n'a pas d'étiquette %s"}
	leaveTagOut    = lang.Phrase{EN: "leave the tag out; a text that begins with ! needs quotes", FR: "omettez l'étiquette ; un texte qui commence par « ! » se met entre guillemets"}
	tabIndents     = lang.Phrase{EN: "a tab cannot indent", FR: "une tabulation ne peut servir de retrait"}
	useSpaces      = lang.Phrase{EN: "indent with spaces", FR: "mettez des espaces en retrait"}
	quoteColon     = lang.Phrase{EN: "a text with a colon and a space in it needs quotes", FR: "un texte qui contient un deux-points suivi d'une espace se met entre guillemets"}
	quoteText      = lang.Phrase{EN: "put the text in quotes", FR: "mettez le texte entre guillemets"}
	yamlSays       = lang.Phrase{EN: "%s", FR: "ce YAML n'est pas lisible (%s)"}
)

// yamlFaults are what the YAML library finds wrong, by how its own sentence
// begins. English is what the library says; what it says beyond these is quoted
// in French too.
var yamlFaults = []struct{ begins, french string }{
	{"mapping value is not allowed in this context", "une valeur de clé n'est pas permise ici"},
	{"value is not allowed in this context. map key-value is pre-defined", "une valeur n'est pas permise ici : la clé en a déjà une"},
	{"value is not allowed in this context", "une valeur n'est pas permise ici"},
	{"block sequence entries are not allowed in this context", "une liste à tirets n'est pas permise ici"},
	{"sequence entries are not allowed after anchor on the same line", "une liste à tirets ne peut suivre une ancre sur la même ligne"},
	{"',' or '}' must be specified", "',' ou '}' est attendu"},
	{"',' or ']' must be specified", "',' ou ']' est attendu"},
	{"could not find '[' character corresponding to ']'", "il manque le '[' de ce ']'"},
	{"could not find '{' character corresponding to '}'", "il manque le '{' de ce '}'"},
	{"could not find flow mapping end token '}'", "il manque le '}' de ce '{'"},
	{"sequence end token ']' not found", "il manque le ']' de ce '['"},
	{"expected sequence element, but found ','", "une entrée de liste est attendue, et non ','"},
	{"could not find flow map content", "il manque le contenu entre accolades"},
	{"could not find end character of single-quoted text", "ce texte entre apostrophes n'a pas de fin"},
	{"could not find end character of double-quoted text", "ce texte entre guillemets n'a pas de fin"},
	{"could not find multi-line content", "il manque le texte de plusieurs lignes"},
	{"could not find map value", "il manque la valeur de cette clé"},
	{"could not find value for mapping key", "il manque la valeur de cette clé"},
	{"could not find anchor value", "il manque la valeur de cette ancre"},
	{"could not find alias value", "il manque le nom de cet alias"},
	{"could not find directive value", "il manque la valeur de cette directive"},
	{"could not find", "il manque quelque chose ici"},
	{"undefined anchor", "cette ancre n'a pas de nom ou pas de valeur"},
	{"undefined alias", "cet alias n'a pas de nom"},
	{"undefined map key", "il manque une clé ici"},
	{"anchors cannot be used consecutively", "deux ancres ne peuvent se suivre"},
	{"anchor is not allowed", "une ancre n'est pas permise ici"},
	{"tag is not allowed", "une étiquette n'est pas permise ici"},
	{"cannot assign default value for", "cette étiquette demande une valeur"},
	{"specified not scalar tag", "cette étiquette ne vaut pas pour une valeur simple"},
	{"found an invalid key for this map", "ceci ne peut être une clé ici"},
	{"unexpected key name", "une clé n'est pas attendue ici"},
	{"unexpected map key", "une clé n'est pas attendue ici"},
	{"unexpected scalar value", "une valeur simple n'est pas attendue ici"},
	{"unexpected end content", "rien n'est attendu après la fin du document"},
	{"value cannot be placed after document separator", "rien ne peut suivre la marque de document sur sa ligne"},
	{"non-map value is specified", "une clé et sa valeur sont attendues ici, et non une valeur seule"},
	{"expected map key-value delimiter ':'", "':' est attendu après la clé"},
	{"map key definition includes an implicit line break", "une clé tient sur une ligne"},
	{"found unknown escape character", "cette séquence d'échappement n'existe pas"},
	{"found unexpected document separator", "une marque de document n'est pas permise dans un texte"},
	{"found invalid tag character", "ce caractère n'est pas permis dans une étiquette"},
	{"not enough length for escaped", "cette séquence d'échappement est trop courte"},
	{"found unexpected character after high surrogate", "cette séquence d'échappement est incomplète"},
	{"found unexpected low surrogate", "cette séquence d'échappement est incomplète"},
	{"invalid number of indent", "le retrait de ce texte n'est pas valable"},
	{"invalid header option", "l'en-tête de ce texte n'est pas valable"},
	{"unknown YAML version", "cette version de YAML n'existe pas"},
	{"unexpected", "ceci n'est pas attendu ici"},
}

// yamlFault is what the YAML library says, in every language.
func yamlFault(said string) sentence {
	if strings.HasSuffix(said, " is a reserved character") {
		return say(lang.Phrase{EN: said, FR: strings.TrimSuffix(said, "is a reserved character") + "est un caractère réservé"})
	}
	for _, f := range yamlFaults {
		if strings.HasPrefix(said, f.begins) {
			return say(lang.Phrase{EN: said, FR: f.french})
		}
	}
	return say(yamlSays, said)
}
