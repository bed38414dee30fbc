package cli

import (
	"regexp"

	"sortie/internal/lang"
)

// kongSays is what kong says of a command line that it cannot follow, and the
// French for it. The first that fits counts.
var kongSays = []struct {
	form   *regexp.Regexp
	french string
}{
	{regexp.MustCompile(`^unexpected argument (.*), did you mean one of (.*)\?$`), "argument inattendu : $1 ; vouliez-vous dire l'un de $2 ?"},
	{regexp.MustCompile(`^unexpected argument (.*), did you mean (.*)\?$`), "argument inattendu : $1 ; vouliez-vous dire $2 ?"},
	{regexp.MustCompile(`^unexpected argument (.*)$`), "argument inattendu : $1"},
	{regexp.MustCompile(`^unexpected flag argument (.*)$`), "valeur d'option inattendue : $1"},
	{regexp.MustCompile(`^unknown flag (.*), did you mean one of (.*)\?$`), "option inconnue : $1 ; vouliez-vous dire l'une de $2 ?"},
	{regexp.MustCompile(`^unknown flag (.*), did you mean (.*)\?$`), "option inconnue : $1 ; vouliez-vous dire $2 ?"},
	{regexp.MustCompile(`^unknown flag (.*)$`), "option inconnue : $1"},
	{regexp.MustCompile(`^missing flags: (.*)$`), "options manquantes : $1"},
	{regexp.MustCompile(`^missing positional arguments (.*)$`), "arguments manquants : $1"},
	{regexp.MustCompile(`^(--\S+) must be one of (.*) but got (.*)$`), "$1 : une de ces valeurs est attendue : $2 ; et non $3"},
	{regexp.MustCompile(`^(--[^:\s]+): expected a valid \d+ bit u?int but got (.*)$`), "$1 : un nombre entier est attendu, et non $2"},
	{regexp.MustCompile(`^(--[^:\s]+): expected an int but got (.*)$`), "$1 : un nombre entier est attendu, et non $2"},
	{regexp.MustCompile(`^(--[^:\s]+): expected a float but got ("[^"]*").*$`), "$1 : un nombre est attendu, et non $2"},
	{regexp.MustCompile(`^(--[^:\s]+): expected duration but got ("[^"]*").*$`), "$1 : une durée est attendue, par exemple 30s ou 2m, et non $2"},
	{regexp.MustCompile(`^(--[^:\s]+): expected \S+ value but got (\S+) \(short flag\); perhaps try (.*)\?$`), "$1 : une valeur est attendue, et non $2 ; essayez peut-être $3"},
	{regexp.MustCompile(`^(--[^:\s]+): expected \S+ value but got .*$`), "$1 : une valeur est attendue"},
	{regexp.MustCompile(`^(--[^:\s]+): missing value, expecting .*$`), "$1 : une valeur est attendue"},
	{regexp.MustCompile(`^(--[^:\s]+): bool value must be .*$`), "$1 : true ou false est attendu"},
	{regexp.MustCompile(`^expected one of (.*)$`), "il manque l'un de : $1"},
	{regexp.MustCompile(`^expected (.*)$`), "il manque $1"},
}

// usage is why kong cannot follow a command line.
func usage(err error, l lang.Lang) usageError {
	said := err.Error()
	if l == lang.FR {
		for _, k := range kongSays {
			if k.form.MatchString(said) {
				return usageError(k.form.ReplaceAllString(said, k.french))
			}
		}
	}
	return usageError(said)
}
