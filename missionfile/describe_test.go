package missionfile

import (
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the expected files anew")

// TestDescriptionsFollowTheSource keeps the texts of the schemas what the
// comments of the domain's types say.
func TestDescriptionsFollowTheSource(t *testing.T) {
	want := map[string]string{}
	set := token.NewFileSet()
	names, err := filepath.Glob("../*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("no source of the domain", err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if types, ok := decl.(*ast.GenDecl); ok && types.Tok == token.TYPE {
				for _, spec := range types.Specs {
					describeType(want, types.Doc, spec.(*ast.TypeSpec))
				}
			}
		}
	}
	text, err := json.MarshalIndent(want, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, '\n')
	if *update {
		if err := os.WriteFile("descriptions.json", text, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	var have map[string]string
	if err := json.Unmarshal(descriptionsJSON, &have); err != nil || !reflect.DeepEqual(have, want) {
		t.Errorf("descriptions.json is behind the source (%v); run go test ./missionfile -run Descriptions -update", err)
	}
}

func describeType(out map[string]string, text *ast.CommentGroup, spec *ast.TypeSpec) {
	say := func(name string, group *ast.CommentGroup) {
		if words := strings.Join(strings.Fields(group.Text()), " "); words != "" {
			out[name] = words
		}
	}
	say(spec.Name.Name, text)
	fields, ok := spec.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, field := range fields.Fields.List {
		for _, name := range field.Names {
			group := field.Comment
			if group == nil {
				group = field.Doc
			}
			say(spec.Name.Name+"."+name.Name, group)
		}
	}
}
