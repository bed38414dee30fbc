package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"sortie/internal/lang"
)

// What cannot be followed is said in French, whatever is wrong with it.
func TestUsageIsSaidInFrench(t *testing.T) {
	for line, want := range map[string]string{
		"plan --bogus x":           "option inconnue : --bogus",
		"plan --workr 3 x":         `option inconnue : --workr ; vouliez-vous dire "--workers" ?`,
		"plan":                     `il manque "<mission>"`,
		"plan a b":                 "argument inattendu : b",
		"chek x":                   `argument inattendu : chek ; vouliez-vous dire "check" ?`,
		"plan --iterations x m":    `--iterations : un nombre entier est attendu, et non "x"`,
		"plan --seed 1.5 m":        `--seed : un nombre entier est attendu, et non "1.5"`,
		"plan --for abc m":         `--for : une durée est attendue, par exemple 30s ou 2m, et non "abc"`,
		"plan --for":               "--for : une valeur est attendue",
		"plan --json=maybe x":      "--json : true ou false est attendu",
		"serve --sign-in foo":      `--sign-in : une de ces valeurs est attendue : "none","local","openid" ; et non "foo"`,
		"serve --cores -1":         `--cores : une valeur est attendue, et non "-1" ; essayez peut-être --cores="-1"`,
		"serve --proxy":            "--proxy : une valeur est attendue",
		"account add --db x.db":    "options manquantes : --name=STRING, --role=ROLE",
		"ledger":                   `il manque l'un de : "verify", "export", "import"`,
		"plan nothere.yaml":        "nothere.yaml : ce fichier ou dossier n'existe pas",
		"show --by foo nothere.md": "--by foo : cette table n'existe pas ; il y a day, lift, place, unit et record",
	} {
		var out, failed bytes.Buffer
		code := Run(context.Background(), append([]string{"--lang", "fr"}, strings.Fields(line)...), Streams{In: strings.NewReader(""), Out: &out, Err: &failed})
		first, _, _ := strings.Cut(failed.String(), "\n")
		if code != exitUsage || first != "sortie : "+want {
			t.Errorf("%s: %d %s", line, code, first)
		}
	}
}

func TestCausesAreSaid(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "a.db", Err: syscall.ENOSPC}
	for _, err := range []error{full, fmt.Errorf("writing: %w", full)} {
		if got := cause(err); got.In(lang.FR) != "le disque est plein" || got.In(lang.EN) != err.Error() {
			t.Errorf("%v is said as %q and %q", err, got.In(lang.EN), got.In(lang.FR))
		}
	}
	other := errors.New("tooth missing")
	if got := cause(other); got != lang.Plain("tooth missing") {
		t.Errorf("%q", got)
	}
}
