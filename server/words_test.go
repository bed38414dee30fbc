package server_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sortie"
	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
)

// Every phrase of the server is good French as it is written.
func TestPhrasesAreFrench(t *testing.T) {
	found := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok {
				if p := phraseOf(lit); p.EN != "" && p.EN != "%s" {
					found++
					if fault := langtest.Fault(p.Text()); fault != "" {
						t.Errorf("%s: %s: %q", path, fault, p.FR)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil || found < 150 {
		t.Errorf("%d phrases found, %v", found, err)
	}
}

func phraseOf(lit *ast.CompositeLit) (p lang.Phrase) {
	for _, e := range lit.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return lang.Phrase{}
		}
		key, named := pair.Key.(*ast.Ident)
		text, written := pair.Value.(*ast.BasicLit)
		if !named || !written {
			return lang.Phrase{}
		}
		switch s, _ := strconv.Unquote(text.Value); key.Name {
		case "EN":
			p.EN = s
		case "FR":
			p.FR = s
		}
	}
	return p
}

// An answer whose words depend on the language says so; one that is the same in
// every language has the same ETag and the same bytes in each.
func TestAnswersSayWhichLanguageTheyAreIn(t *testing.T) {
	h := open(t)
	h.add("guard-and-handover")
	h.must(http.StatusCreated, nil, "POST", guard+"/plans", planned(t, "guard-and-handover", func(*sortie.Plan) {}), "As", "planner")
	for _, tc := range []struct {
		path, as string
		status   int
		depends  bool
	}{
		{guard, "planner", http.StatusOK, false},
		{"/api/catalog/lifts", "planner", http.StatusOK, true},
		{guard + "/plans/2/movements/1", "planner", http.StatusOK, true},
		{guard, "liaison/KZ", http.StatusOK, true}, // what it does not see is told in words
		{"/api/missions", "planner", http.StatusOK, false},
		{guard + "/findings", "planner", http.StatusOK, true},
		{guard + "/record", "planner", http.StatusOK, true},
		{guard + "/export/csv", "planner", http.StatusOK, true},
		{guard + "/plans/9", "planner", http.StatusNotFound, true},
		{guard + "/plans?limit=0", "planner", http.StatusUnprocessableEntity, true},
		{guard, "nobody", http.StatusUnauthorized, true},
		{"/none", "planner", http.StatusNotFound, true},
	} {
		var answers []answer
		for _, l := range lang.All {
			a := h.must(tc.status, nil, "GET", tc.path, nil, "As", tc.as, "Accept-Language", string(l))
			want := ""
			if tc.depends {
				want = string(l)
			}
			if got, varies := a.header.Get("Content-Language"), slices.Contains(a.header.Values("Vary"), "Accept-Language"); got != want || varies != tc.depends {
				t.Errorf("%s as %s in %s: Content-Language %q, Vary %q", tc.path, tc.as, l, got, a.header.Values("Vary"))
			}
			answers = append(answers, a)
		}
		if tag := answers[0].header.Get("ETag"); tag != answers[1].header.Get("ETag") || (tag != "" || !tc.depends) && !bytes.Equal(answers[0].body, answers[1].body) {
			t.Errorf("%s as %s: %s %s and %s %s", tc.path, tc.as, tag, answers[0].body, answers[1].header.Get("ETag"), answers[1].body)
		}
	}
}
