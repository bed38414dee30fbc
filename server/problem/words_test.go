package problem

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"sortie/internal/lang"
)

// Everything that the library says of a request is known: a newer version that
// says more fails here.
func TestAllThatHumaSaysIsSaidInFrench(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/danielgtaylor/huma/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := strings.TrimSpace(string(out))
	said := append(messages(t, filepath.Join(dir, "validation", "messages.go")), messages(t, filepath.Join(dir, "validate.go"))...)
	said = append(said, messages(t, filepath.Join(dir, "huma.go"))...)
	if len(said) < 60 {
		t.Fatalf("huma says %d things alone: the test no longer sees them", len(said))
	}
	argument := regexp.MustCompile(`%[a-z]`)
	for _, s := range said {
		if text := ofHuma(argument.ReplaceAllString(s, "7")); text.In(lang.FR) == wordUnreadable.FR || text.In(lang.FR) == text.In(lang.EN) {
			t.Errorf("%q is said as %q", s, text.In(lang.FR))
		}
	}
}

// notSaid are texts of huma that no operation of sortie can come to: it has no
// forms, and these formats name no key.
var notSaid = regexp.MustCompile(`^(cannot read multipart form|invalid (url\.URL value|value: |urn prefix|bracketed UUID|UUID format)|unsupported type|unparsable value|error (transforming|marshaling))|%w`)

// messages are the texts of a file that stand for what is wrong with a request:
// variables called Msg…, and what is added to a result or made an error.
func messages(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	add := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && s != "" && !notSaid.MatchString(s) {
				out = append(out, s)
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, v := range n.Values {
				if strings.HasPrefix(n.Names[i].Name, "Msg") {
					add(v)
				}
			}
		case *ast.CallExpr:
			called := ""
			switch f := n.Fun.(type) {
			case *ast.SelectorExpr:
				called = f.Sel.Name
			case *ast.Ident:
				called = f.Name
			}
			if len(n.Args) > 0 && slices.Contains([]string{"Add", "New", "Errorf", "WriteErr"}, called) {
				add(n.Args[min(len(n.Args)-1, map[string]int{"Add": 2, "WriteErr": 3}[called])])
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && (key.Name == "Msg" || key.Name == "Message") {
				add(n.Value)
			}
		}
		return true
	})
	return out
}

func TestArgumentsOfHumaAreKept(t *testing.T) {
	Install()
	for english, french := range map[string]string{
		"expected number >= 1":                                "un nombre d'au moins 1 est attendu",
		`expected value to be one of "en, fr"`:                "une de ces valeurs est attendue\u202f: «\u202fen, fr\u202f»",
		"expected property a to be present when b is present": "la clé a manque\u202f: elle va avec b",
		"required query parameter is missing":                 "ce paramètre est obligatoire (query)",
		"an error of somewhere":                               wordUnreadable.FR,
	} {
		err := huma.NewError(http.StatusUnprocessableEntity, "validation failed", &huma.ErrorDetail{Message: english, Location: "query.x", Value: "secret"})
		var p *Problem
		if !errors.As(err, &p) || p.Errors[0].Message.In(lang.FR) != french || p.Errors[0].Message.In(lang.EN) != english || p.Detail.In(lang.FR) == p.Detail.In(lang.EN) {
			t.Errorf("%q is said as %q", english, p.Errors[0].Message.In(lang.FR))
		}
	}
}

// Every status that is answered with has a title in French.
func TestEveryStatusHasATitle(t *testing.T) {
	names := regexp.MustCompile(`http\.Status[A-Za-z]+`)
	used := map[string]bool{}
	for _, pattern := range []string{"../*.go", "../*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if !strings.HasSuffix(path, "_test.go") {
				for _, name := range names.FindAllString(read(t, path), -1) {
					used[name] = true
				}
			}
		}
	}
	known := read(t, "titles.go")
	for name := range used {
		if !strings.Contains(known, name+":") && !slices.Contains([]string{"http.StatusText", "http.StatusOK", "http.StatusCreated", "http.StatusAccepted",
			"http.StatusNoContent", "http.StatusSeeOther", "http.StatusPermanentRedirect"}, name) {
			t.Errorf("%s has no title in French", name)
		}
	}
	for status, french := range titles {
		if english := http.StatusText(status); english == "" || english == french {
			t.Errorf("%d is %q and %q", status, english, french)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
