package cli

import (
	"bytes"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"sortie/internal/lang"
)

// helpWords hands the help texts in one language to kong.
func helpWords(l lang.Lang) kong.Vars {
	vars := kong.Vars{}
	for name, p := range wordsHelp {
		vars[name] = p.In(l)
	}
	return vars
}

// helpPrinter prints kong's own help, its headings in the reader's language.
func helpPrinter(l lang.Lang) kong.HelpPrinter {
	return func(options kong.HelpOptions, ctx *kong.Context) error {
		var page bytes.Buffer
		to := ctx.Stdout
		ctx.Stdout = &page
		err := kong.DefaultHelpPrinter(options, ctx)
		ctx.Stdout = to
		if err != nil {
			return err
		}
		_, err = io.WriteString(to, kongWords(page.String(), l))
		return err
	}
}

// kongWords translates what kong says of itself.
func kongWords(s string, l lang.Lang) string {
	if l == lang.EN {
		return s
	}
	return kongFrench.Replace(s)
}

var kongFrench = strings.NewReplacer(
	"Usage:", "Usage :", "Arguments:", "Arguments :", "Flags:", "Options :", "Commands:", "Commandes :",
	"<command>", "<commande>", "[flags]", "[options]", "Show context-sensitive help.", "Affiche l'aide de la commande.",
	"for more information on a command.", "pour en savoir plus sur une commande.", `Run "`, `Lancez "`,
	"unknown flag", "option inconnue", "unexpected argument", "argument inattendu", "missing flags", "options manquantes",
	"did you mean one of", "vouliez-vous dire", "did you mean", "vouliez-vous dire", "expected one of", "attendu : l'un de",
	"must be one of", "doit être l'un de", "but got", "et non", "expected", "attendu :", "an int", "un entier", "duration", "une durée",
)
