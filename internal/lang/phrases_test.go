package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

var figure = regexp.MustCompile(`%(\[\d+\])?[.\d]*[dfgx]`)

// TestEveryPhraseHasBothLanguages reads every Phrase in the program's source:
// both languages are there, and fill in the same arguments.
func TestEveryPhraseHasBothLanguages(t *testing.T) {
	phrases := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || len(lit.Elts) == 0 {
				return true
			}
			texts := map[string]string{}
			for _, e := range lit.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					if key, ok := kv.Key.(*ast.Ident); ok && (key.Name == "EN" || key.Name == "FR") {
						if s, ok := kv.Value.(*ast.BasicLit); ok {
							texts[key.Name], _ = strconv.Unquote(s.Value)
						}
					}
				}
			}
			if len(texts) == 0 {
				return true
			}
			phrases++
			if texts["EN"] == "" || texts["FR"] == "" {
				t.Errorf("%s: a phrase lacks a language: %q", set.Position(lit.Pos()), texts)
			}
			if figure.MatchString(texts["EN"] + texts["FR"]) {
				t.Errorf("%s: numbers come as text, for %%s: %q", set.Position(lit.Pos()), texts)
			}
			if en, fr := verbs(texts["EN"]), verbs(texts["FR"]); !slices.Equal(en, fr) {
				t.Errorf("%s: %q and %q fill in different arguments", set.Position(lit.Pos()), texts["EN"], texts["FR"])
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if phrases < 100 {
		t.Errorf("only %d phrases found: the test no longer sees them", phrases)
	}
}

// verbs lists which arguments a text fills in, each once.
func verbs(s string) []string {
	found := verb.FindAllString(strings.ReplaceAll(s, "%%", ""), -1)
	slices.Sort(found)
	if len(found) > 0 && strings.HasPrefix(found[0], "%[") {
		found = slices.Compact(found)
	}
	return found
}
