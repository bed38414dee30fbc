package brief_test

import (
	"bytes"
	"regexp"
	"testing"

	"sortie/brief"
	"sortie/internal/lang"
)

var (
	quoted  = regexp.MustCompile(`«[^»]*»|"[^"]*"|--published`)
	english = regexp.MustCompile(`(?i)\b(the|is|are|of|and|not|no|by|which|with|that|at|from|day|next|before|was|text|said|written|published)\b|%!`)
)

// inFrench holds a sentence to be said in French, and in nothing else.
func inFrench(t *testing.T, where string, said lang.Text) {
	t.Helper()
	fr := said.In(lang.FR)
	if fr == "" || fr == said.In(lang.EN) {
		t.Errorf("%s: %q is said in one language", where, fr)
	}
	if word := english.FindString(quoted.ReplaceAllString(fr, "")); word != "" {
		t.Errorf("%s: %q in French: %s", where, word, fr)
	}
}

// comment is one behind a key, or a line of its own.
var comment = regexp.MustCompile(`(?m)(^|   )# .*$`)

// uncommented is a draft without what is told to a person.
func uncommented(draft []byte) []byte { return comment.ReplaceAll(draft, nil) }

// TestDoubtsAreSaidInFrench provokes what no announcement of the collection does.
func TestDoubtsAreSaidInFrench(t *testing.T) {
	for kind, text := range map[string]string{
		"nothing_found": "Le PSG a gagné le match 3 à 1.",
		"encoding":      "Le retrait des soldats fran\xe7ais du Mali a \xe9t\xe9 annonc\xe9 et d\xe9butera dans deux jours.",
		"two_readings":  "The withdrawal of French soldiers from Mali will begin on 03/04/2022.",
		"planned":       "Le Tchad prévoit d'envoyer 500 soldats au Mali.",
		"possible":      "La France pourrait envoyer 300 soldats au Mali. Le Tchad y a 100 soldats.",
		"denied":        "La France n'a pas envoyé 300 soldats au Mali. Le Tchad y a 100 soldats.",
	} {
		found := false
		for _, w := range read(t, text, "2022-01-11").Warnings {
			inFrench(t, kind, w.Why)
			found = found || w.Kind == kind
		}
		if !found {
			t.Errorf("%q gives no warning of the kind %s", text, kind)
		}
	}
	for _, text := range []string{"Les soldats français quittent le Mali.", "Publié le 11 janvier 2022\n\nLes soldats quittent le Mali.\n\nPublié le 12 janvier 2022"} {
		if _, err := brief.Read([]byte(text), brief.Options{}); err != nil {
			inFrench(t, text, lang.Said(err))
		}
	}
	if _, err := brief.Read([]byte("Les soldats quittent le Mali."), brief.Options{Lang: "de"}); err == nil || bytes.Contains([]byte(lang.Said(err).In(lang.FR)), []byte("read")) {
		t.Errorf("German is read: %v", err)
	}
}
