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
		text := page.String()
		if l == lang.FR {
			text = kongHelp.Replace(text)
		}
		_, err = io.WriteString(to, text)
		return err
	}
}

var kongHelp = strings.NewReplacer(
	"Usage:", "Usage :", "Arguments:", "Arguments :", "Flags:", "Options :", "Commands:", "Commandes :",
	"<command>", "<commande>", "[flags]", "[options]", "Show context-sensitive help.", "Affiche l'aide de la commande.",
	"for more information on a command.", "pour en savoir plus sur une commande.", "for more information.", "pour en savoir plus.", `Run "`, `Lancez "`,
)
