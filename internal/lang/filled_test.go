package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// takes is which argument of a call by the name is the phrase: -1 where the
// phrase is what the function is called on. The rest are what it is filled in
// with.
var takes = map[string]int{"Err": 0, "Say": 0, "say": 0, "note": 0, "report": 1, "Text": -1}

// TestPhrasesAreFilledIn counts what each phrase that is a variable of its
// package is given, against what it has room for.
func TestPhrasesAreFilledIn(t *testing.T) {
	byFolder, set := map[string][]*ast.File{}, token.NewFileSet()
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(set, path, nil, 0)
		byFolder[filepath.Dir(path)] = append(byFolder[filepath.Dir(path)], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	for _, files := range byFolder {
		room, counted := map[string][]int{}, map[string]bool{}
		for _, file := range files {
			for _, decl := range file.Decls {
				phrasesOf(decl, room, counted)
			}
		}
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || call.Ellipsis.IsValid() {
					return true
				}
				name, given := filling(call)
				if given < 0 || room[name] == nil || counted[name] && called(call) != "Text" {
					return true
				}
				calls++
				for _, most := range room[name] {
					if most != given {
						t.Errorf("%s: %s is given %d arguments and has room for %d", set.Position(call.Pos()), name, given, most)
					}
				}
				return true
			})
		}
	}
	if calls < 300 {
		t.Errorf("only %d phrases are filled in: the test no longer sees them", calls)
	}
}

// phrasesOf adds the variables of a declaration that are phrases, with the
// arguments that each form of them has room for.
func phrasesOf(decl ast.Decl, room map[string][]int, counted map[string]bool) {
	gen, ok := decl.(*ast.GenDecl)
	if !ok || gen.Tok != token.VAR {
		return
	}
	for _, spec := range gen.Specs {
		value := spec.(*ast.ValueSpec)
		if len(value.Names) != 1 || len(value.Values) != 1 {
			continue
		}
		lit, ok := value.Values[0].(*ast.CompositeLit)
		if !ok {
			continue
		}
		name := value.Names[0].Name
		if _, isMap := lit.Type.(*ast.MapType); isMap {
			continue
		}
		ast.Inspect(lit, func(n ast.Node) bool {
			kv, ok := n.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			key, _ := kv.Key.(*ast.Ident)
			if key != nil && key.Name == "One" {
				counted[name] = true
			}
			if text, ok := kv.Value.(*ast.BasicLit); ok && key != nil && key.Name == "EN" {
				s, _ := strconv.Unquote(text.Value)
				room[name] = append(room[name], arguments(s))
			}
			return true
		})
	}
}

var (
	numbered   = regexp.MustCompile(`%\[(\d+)\]`)
	unnumbered = regexp.MustCompile(`%[-+ #0-9.]*[a-z]`)
)

// arguments is how many arguments a text has room for.
func arguments(s string) int {
	most := len(unnumbered.FindAllString(strings.ReplaceAll(s, "%%", ""), -1))
	for _, m := range numbered.FindAllStringSubmatch(s, -1) {
		n, _ := strconv.Atoi(m[1])
		most = max(most, n)
	}
	return most
}

func called(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.SelectorExpr:
		return fun.Sel.Name
	case *ast.Ident:
		return fun.Name
	}
	return ""
}

// filling is the phrase that a call fills in and the number of arguments that it
// gives it; less than none where it fills in none.
func filling(call *ast.CallExpr) (string, int) {
	at, ok := takes[called(call)]
	if !ok || at >= len(call.Args) {
		return "", -1
	}
	var phrase ast.Expr
	if method, ok := call.Fun.(*ast.SelectorExpr); ok && at < 0 {
		phrase = method.X
	} else if at >= 0 {
		phrase = call.Args[at]
	}
	if id, ok := phrase.(*ast.Ident); ok {
		return id.Name, len(call.Args) - at - 1
	}
	return "", -1
}
