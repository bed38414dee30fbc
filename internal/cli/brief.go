package cli

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"sortie"
	"sortie/brief"
	"sortie/internal/lang"
)

type briefCmd struct {
	File      string `arg:"" help:"${briefFile}"`
	Published string `placeholder:"YYYY-MM-DD" help:"${briefPublished}"`
	TextLang  string `name:"text-lang" placeholder:"en|fr|ru" help:"${briefTextLang}"`
	Output    string `short:"o" placeholder:"mission.yaml" help:"${briefOutput}"`
}

func init() {
	maps.Copy(wordsHelp, map[string]lang.Phrase{
		"brief":          {EN: "Read an announcement in words, and write a draft mission.", FR: "Lire une annonce en toutes lettres et écrire un brouillon de mission."},
		"briefFile":      {EN: "Announcement in French, English or Russian: plain text, Markdown or a saved web page; - for the standard input.", FR: "Annonce en français, anglais ou russe : texte, Markdown ou page web enregistrée ; - pour l'entrée standard."},
		"briefPublished": {EN: "Day of publication, from which days such as Tuesday are counted. Absent: the date that the text gives itself.", FR: "Jour de publication, à partir duquel se comptent des jours comme mardi. Absent : la date que le texte se donne."},
		"briefTextLang":  {EN: "Language of the announcement. Absent: told from its words.", FR: "Langue de l'annonce. Absent : reconnue à ses mots."},
		"briefOutput":    {EN: "Write the draft to this file.", FR: "Écrire le brouillon dans ce fichier."},
	})
}

var (
	wordBadDate    = phrase{EN: "--published %s is not a day: write it as 2022-01-11", FR: "--published %s n'est pas un jour : écrivez 2022-01-11"}
	wordUndated    = phrase{EN: "%s: when was it published? %s", FR: "%s : de quand date-t-il ? %s"}
	wordNoBrief    = phrase{EN: "%s: nothing of a mission was found, so no draft is written.", FR: "%s : rien d'une mission n'a été trouvé, aucun brouillon n'est écrit."}
	wordDrafted    = phrase{EN: "Draft written to %s: %s, %s. sortie check %[1]s lists what the announcement does not say.", FR: "Brouillon écrit dans %s : %s, %s. sortie check %[1]s liste ce que l'annonce ne dit pas."}
	wordFacts      = lang.Counted{One: phrase{EN: "%s fact", FR: "%s fait"}, Many: phrase{EN: "%s facts", FR: "%s faits"}}
	wordWarnings   = lang.Counted{One: phrase{EN: "%s warning", FR: "%s avertissement"}, Many: phrase{EN: "%s warnings", FR: "%s avertissements"}}
	wordOverSource = phrase{EN: "-o %s would overwrite the announcement", FR: "-o %s écraserait l'annonce"}
)

// Run reads an announcement. The draft goes to a file, or else to the standard
// output, so that sortie check - reads it; warnings go beside it.
func (c *briefCmd) Run(e *env) error {
	options := brief.Options{Lang: c.TextLang}
	if c.Published != "" {
		day, err := sortie.ParseDate(c.Published)
		if err != nil {
			return usageError(e.lang.Say(wordBadDate, c.Published))
		}
		options.Published = day
	}
	if c.Output != "" && same(c.Output, c.File) {
		return usageError(e.lang.Say(wordOverSource, c.Output))
	}
	data, err := c.read(e)
	if err != nil {
		return err
	}
	if c.File != "-" {
		options.Name = strings.TrimSuffix(filepath.Base(c.File), filepath.Ext(c.File))
	}
	b, err := brief.Read(data, options)
	var undated *brief.UndatedError
	switch {
	case errors.As(err, &undated):
		return usageError(e.lang.Say(wordUndated, shown(c.File), undated.Why))
	case err != nil:
		return e.unreadable(shown(c.File), err)
	}
	return c.answer(e, b)
}

func (c *briefCmd) read(e *env) ([]byte, error) {
	if c.File == "-" {
		return e.slurp(e.in, stdinName)
	}
	f, err := os.Open(c.File)
	if err != nil {
		return nil, e.unreadable(c.File, err)
	}
	defer f.Close()
	return e.slurp(f, c.File)
}

func (c *briefCmd) answer(e *env, b *brief.Brief) error {
	found := len(b.Facts) > 0
	if found && c.Output != "" {
		if err := writeWhole(c.Output, b.YAML(e.lang)); err != nil {
			return usageError(e.lang.Say(wordCannotWrite, c.Output, cause(err)))
		}
	}
	if e.json {
		if err := e.writeJSON(b); err != nil {
			return err
		}
	} else {
		for _, w := range b.Warnings {
			fmt.Fprintln(e.err, oneLine(fmt.Sprintf("%s [%d:%d] %.160q: %s", w.Named().In(e.lang), w.Start, w.End, w.Text, w.Why.In(e.lang))))
		}
		switch {
		case !found:
			e.note(wordNoBrief, shown(c.File))
		case c.Output != "":
			e.say(wordDrafted, c.Output, e.lang.Count(len(b.Facts), wordFacts), e.lang.Count(len(b.Warnings), wordWarnings))
		default:
			if _, err := e.raw.Write(b.YAML(e.lang)); err != nil {
				return err
			}
		}
	}
	if !found {
		return errNo
	}
	return nil
}
