package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if os.Getenv("SORTIE_TEST_MAIN") != "" {
		main() // this process is the program under test; main does not return
	}
	testscript.Main(m, map[string]func(){"sortie": main})
}

// TestScripts runs the built program over testdata/*.txtar. The scripts find
// the project's missions in $MISSIONS, the hand-worked ones in $HAND, two plans
// of one mission in $DIFF and a ledger in $LEDGERS.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("MISSIONS", filepath.Join(root, "missions"))
			env.Setenv("HAND", filepath.Join(root, "testdata", "hand"))
			env.Setenv("DIFF", filepath.Join(root, "testdata", "diff"))
			env.Setenv("LEDGERS", filepath.Join(root, "store", "testdata"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "timeless": timeless,
		},
	})
}

// exits runs a command and holds it to an exact exit code: exits 2 sortie plan.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT]...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

var seconds = regexp.MustCompile(`"seconds": [0-9.]+`)

// timeless takes made.seconds out of a plan, which is all that may differ
// between two runs: timeless plan.json.
func timeless(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		path := ts.MkAbs(name)
		text, err := os.ReadFile(path)
		ts.Check(err)
		if !seconds.Match(text) {
			ts.Fatalf("%s has no made.seconds", name)
		}
		ts.Check(os.WriteFile(path, seconds.ReplaceAll(text, []byte(`"seconds": 0`)), 0o644))
	}
}
