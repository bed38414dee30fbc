package missionfile

import (
	"regexp"
	"strings"
	"testing"

	"sortie"
	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
)

// theirs is what a sentence quotes of a file, or a key that reads like English.
var theirs = regexp.MustCompile(`"(\\.|[^"\\])*"|\b(people|sortie)\b|!\S+`)

// inFrench holds findings to French: all but what they quote, and the reasoning
// of an assumption, which is the file's.
func inFrench(t *testing.T, found []Diagnostic) {
	t.Helper()
	for _, d := range found {
		if d.Rule == "assumed" {
			d.Message = lang.Each(func(l lang.Lang) string {
				ours, _, _ := strings.Cut(d.Message.In(l), ":")
				return ours
			})
		}
		ours(t, d.Message)
		if !d.Hint.IsZero() {
			ours(t, d.Hint)
		}
	}
}

func ours(t *testing.T, said lang.Text) {
	t.Helper()
	unquoted := lang.Each(func(l lang.Lang) string { return theirs.ReplaceAllString(said.In(l), "x") })
	if fault := langtest.Fault(unquoted); fault != "" {
		t.Errorf("%s: %q, in English %q", fault, said.In(lang.FR), said.In(lang.EN))
	}
}

// Whatever the YAML library finds wrong is told in French, also where the table
// does not know its sentence.
func TestYAMLFaultsInFrench(t *testing.T) {
	for text, want := range map[string]string{
		"a: b: c":      "une valeur de clé n'est pas permise ici",
		"a: [1, 2":     "il manque le ']' de ce '['",
		"a: {b: 1":     "il manque le '}' de ce '{'",
		"a: [b c: 1 d": "il manque le ']' de ce '['",
		"a: \"x":       "ce texte entre guillemets n'a pas de fin",
		"a: 'x":        "ce texte entre apostrophes n'a pas de fin",
		"a: @x":        "'@' est un caractère réservé",
		"a: \"\\q\"":   "cette séquence d'échappement n'existe pas",
		"a: &x &y 1":   "une valeur simple n'est pas attendue ici",
		"- a\nb: 1":    "une valeur n'est pas permise ici",
		"a: |9x\n  b":  "l'en-tête de ce texte n'est pas valable",
		"a: ]":         "il manque le '[' de ce ']'",
	} {
		f := Parse("m.yaml", []byte(text), nil)
		if len(f.Diagnostics) == 0 || !strings.HasPrefix(f.Diagnostics[0].Message.In(lang.FR), want) {
			t.Errorf("%q: %s", text, f.Render(lang.FR))
		}
		inFrench(t, f.Diagnostics)
	}
	if got := yamlFault("something new: 100% odd").text().In(lang.FR); got != "ce YAML n'est pas lisible (something new: 100% odd)" {
		t.Error(got)
	}
}

func TestPrintedInFrench(t *testing.T) {
	f := Parse("m.yaml", []byte(strings.Replace(strings.Replace(small, "at: tec2", "at: tec3", 1), "il-76md", "own", 1)), nil)
	const want = "m.yaml:14:22: erreur : aucun type de vecteur ne s'appelle \"own\" [unknown-id]\n" +
		"      - {id: wing, type: own, count: 2, base: ivanovo}\n" +
		"                         ^\n" +
		"  conseil : la mission n'en liste pas\n" +
		"m.yaml:16:33: erreur : aucun lieu ne s'appelle \"tec3\" [unknown-id]\n" +
		"      - {id: first, nation: RU, at: tec3, to: ivanovo, people: 100}\n" +
		"                                    ^\n" +
		"  conseil : vouliez-vous dire \"tec2\" ?\n"
	if got := strings.ReplaceAll(f.Render(lang.FR), "\u202f", " "); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for range maxRendered {
		f.Add(sortie.Finding{Severity: sortie.Note, Rule: "way", Message: lang.Plain("x")})
	}
	if got := f.Render(lang.FR); !strings.Contains(got, ": note\u202f: x [way]") || !strings.HasSuffix(got, "et 2 autres\n") {
		t.Error(got)
	}
}
