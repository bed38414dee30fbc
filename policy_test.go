package sortie_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// module is the prefix of the project's own import paths.
const module = "sortie"

// longestFile is the most lines that a Go file may have: past it, it holds a
// second concept.
const longestFile = 450

// mayImport is which of the project's packages each may import, by its folder;
// "" is the root. A folder that is not listed has no rule yet, and fails.
var mayImport = map[string][]string{
	"":                         {"internal/lang"},
	"catalog":                  {""},
	"missionfile":              {"", "catalog", "internal/geo", "internal/lang"},
	"missions":                 {"missionfile"},
	"network":                  {"", "internal/lang"},
	"check":                    {"", "internal/lang"},
	"solve":                    {"", "network"},
	"explain":                  {"", "network", "internal/lang"},
	"bound":                    {"", "network"},
	"repair":                   {"", "network", "solve", "bound", "check", "explain", "internal/lang"},
	"record":                   {"", "internal/lang"},
	"internal/lang":            {},
	"internal/highs":           {"bound"},
	"store":                    {"", "internal/lang"},
	"jobs":                     {"", "network", "solve", "bound", "check", "missionfile", "internal/planning"},
	"internal/planning":        {"", "network", "solve", "bound", "check", "missionfile", "internal/highs"},
	"internal/review":          {"", "missionfile", "network", "record", "store", "internal/lang"},
	"internal/answer":          {"", "bound", "explain", "internal/lang"},
	"export":                   {"", "explain", "missionfile", "internal/lang"},
	"server":                   {"", "server/access", "server/view", "server/problem", "server/upload", "server/reference", "server/throttle", "catalog", "brief", "missionfile", "missions", "network", "check", "explain", "repair", "record", "export", "store", "jobs", "internal/lang", "internal/answer", "internal/review"},
	"server/problem":           {"", "missionfile", "internal/lang"},
	"server/upload":            {"missionfile", "server/problem", "internal/lang"},
	"server/reference":         {},
	"server/access":            {"", "internal/lang"},
	"server/view":              {"", "check", "explain", "missionfile", "record", "store", "jobs", "server/access", "internal/lang"},
	"server/throttle":          {},
	"server/guard":             {"server/access", "server/throttle", "internal/lang"},
	"server/signin":            {"server/access", "server/guard", "server/throttle", "store", "internal/lang"},
	"ui":                       {},
	"internal/cli":             {"", "ui", "server", "server/access", "server/guard", "server/signin", "server/problem", "jobs", "store", "export", "internal/planning", "catalog", "brief", "missionfile", "network", "check", "solve", "bound", "explain", "repair", "record", "internal/lang", "internal/answer", "internal/review", "internal/highs"},
	"brief":                    {"", "internal/lang"},
	"internal/gen":             {""},
	"internal/pgtest":          {},
	"internal/handcases":       {"", "missionfile"},
	"internal/tools/briefeval": {"brief"},
	"internal/tools/docs":      {"internal/tools/examples"},
	"internal/tools/examples":  {},
	"internal/tools/backtest":  {"", "missionfile", "network", "check", "solve", "explain", "internal/lang"},
	"bench/plans":              {"", "missionfile", "missions"},
	"bench/instances":          {"", "internal/gen"},
	"internal/tools/load":      {""},
	"internal/tools/bench":     {"", "jobs", "internal/tools/load", "missionfile", "network", "check", "solve", "internal/gen", "internal/handcases", "bench/instances", "internal/lang"},
	"cmd/sortie":               {"internal/cli"},
}

// standardOnly are packages that import nothing from outside the standard
// library and the project.
var standardOnly = []string{"", "check", "network", "bound", "explain", "record", "internal/lang"}

// computing are packages that read no file, no clock and no environment: time
// and randomness are handed in.
var computing = []string{"", "check", "network", "solve", "bound", "repair"}

type source struct {
	path string // from the repository's root
	dir  string // "" for the root
	file *ast.File
	text string
	test bool
}

func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	set := token.NewFileSet()
	for _, path := range projectFiles(t) {
		if !strings.HasSuffix(path, ".go") {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(set, path, text, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		if dir == "." {
			dir = ""
		}
		out = append(out, source{path, dir, file, string(text), strings.HasSuffix(path, "_test.go")})
	}
	return out
}

// projectFiles lists the project's files, without what is built or installed.
func projectFiles(t *testing.T) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{".git", "bin", "node_modules", ".venv", "__pycache__"}, d.Name()):
			return filepath.SkipDir
		case d.Type().IsRegular():
			out = append(out, filepath.ToSlash(path))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// owner is the listed folder that a folder belongs to: an internal package of
// solve keeps solve's rules.
func owner(dir string) (string, bool) {
	for d := dir; ; d = filepath.ToSlash(filepath.Dir(d)) {
		if d == "." {
			return "", dir == ""
		}
		if _, ok := mayImport[d]; ok {
			return d, true
		}
	}
}

func TestEveryPackageHasADocComment(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t) {
		if !s.test {
			documented[s.dir] = documented[s.dir] || s.file.Doc != nil
		}
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("package %q has no doc comment", dir)
		}
	}
}

func TestImportsGoOneWay(t *testing.T) {
	for _, s := range sources(t) {
		from, ok := owner(s.dir)
		if !ok {
			t.Errorf("%s: say in policy_test.go what %q may import", s.path, s.dir)
			continue
		}
		if s.test {
			continue
		}
		for _, path := range imports(s.file) {
			to, own := strings.CutPrefix(path, module+"/")
			switch {
			case path == module:
				to = ""
			case !own && strings.Contains(strings.SplitN(path, "/", 2)[0], "."):
				if slices.Contains(standardOnly, from) {
					t.Errorf("%s imports %s, and keeps to the standard library", s.path, path)
				}
				continue
			case !own:
				continue
			}
			if target, ok := owner(to); ok && target != from && !slices.Contains(mayImport[from], target) {
				t.Errorf("%s imports %s, which it may not", s.path, path)
			}
		}
	}
}

func TestComputingReadsNoFileClockOrEnvironment(t *testing.T) {
	for _, s := range sources(t) {
		from, ok := owner(s.dir)
		if s.test || !ok || !slices.Contains(computing, from) {
			continue
		}
		for _, path := range imports(s.file) {
			if slices.Contains([]string{"os", "io/ioutil", "net", "net/http", "math/rand", "crypto/rand"}, path) {
				t.Errorf("%s imports %s", s.path, path)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer"}, sel.Sel.Name) {
					t.Errorf("%s calls time.%s", s.path, sel.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestFilesAreShort(t *testing.T) {
	for _, s := range sources(t) {
		if n := strings.Count(s.text, "\n"); n > longestFile && !s.test {
			t.Errorf("%s has %d lines, more than %d: look for its second concept", s.path, n, longestFile)
		}
	}
	for _, s := range sources(t) {
		if n := strings.Count(s.text, "\n"); s.path == "cmd/sortie/main.go" && n >= 30 {
			t.Errorf("%s has %d lines: it only calls internal/cli", s.path, n)
		}
	}
}

// leftOvers are what must not be in the repository. The words are put together
// here so that this file does not hold them.
var leftOvers = []struct {
	what string
	find *regexp.Regexp
}{
	{"the host of a package registry", regexp.MustCompile(`proxy\.` + `golang\.org|registry\.` + `npmjs\.org|(deb|security)\.` + `debian\.org`)},
	{"a path of one machine", regexp.MustCompile(`(^|[^a-zA-Z0-9._/-])/(` + `root|home|work|Users)/`)},
	{"work left to do", regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`)},
}

func TestNothingIsLeftOver(t *testing.T) {
	for _, path := range projectFiles(t) {
		switch filepath.Ext(path) {
		case ".go", ".py", ".md", ".yaml", ".yml", ".json", ".txtar", ".mod", ".csv", ".sh", "":
		default:
			continue
		}
		if path == "LICENSE" || path == "go.sum" {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(text), "\n") {
			for _, l := range leftOvers {
				if l.find.MatchString(line) {
					t.Errorf("%s:%d holds %s: %.80s", path, n+1, l.what, line)
				}
			}
		}
	}
}

func imports(file *ast.File) []string {
	var out []string
	for _, i := range file.Imports {
		out = append(out, strings.Trim(i.Path.Value, `"`))
	}
	return out
}
