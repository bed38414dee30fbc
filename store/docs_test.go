package store_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// block is the page's first block of a language.
func block(t *testing.T, language string) string {
	t.Helper()
	page, err := os.ReadFile("../docs/ledger.md")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile("(?s)```" + language + "\n(.*?)```").FindSubmatch(page)
	if m == nil {
		t.Fatalf("the page has no block of %s", language)
	}
	return string(m[1])
}

// The hash that the page makes by hand is the one in the ledger.
func TestHashByHand(t *testing.T) {
	script := block(t, "sh")
	out, err := exec.Command("sh", "-c", script).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	hash := strings.Fields(string(out))[0]
	file, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(script, hash) || !bytes.Contains(file, []byte(`"hash":"`+hash+`"`)) {
		t.Errorf("the page's commands give %s", hash)
	}
}

// What the page gives to a browser verifies what a ledger exports, and tells
// what was changed.
func TestBrowserVerifies(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no Node.js to run the page's script with")
	}
	dir := t.TempDir()
	script := block(t, "js") + `
import { readFileSync } from "node:fs";
console.log(JSON.stringify(await verify(readFileSync(process.argv[2], "utf8"))));
`
	if err := os.WriteFile(filepath.Join(dir, "verify.mjs"), []byte(script), 0o644); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	run := func(file []byte) (string, error) {
		path := filepath.Join(dir, "file.ledger")
		if err := os.WriteFile(path, file, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(node, filepath.Join(dir, "verify.mjs"), path).CombinedOutput()
		return string(out), err
	}
	last := regexp.MustCompile(`"hash":"([0-9a-f]+)"`).FindAllSubmatch(file, -1)
	want := `{"entries":5,"head":"` + string(last[len(last)-1][1]) + `"}` + "\n"
	if out, err := run(file); err != nil || out != want {
		t.Errorf("%s, %v", out, err)
	}
	for _, change := range [][2]string{{"État", "Etat"}, {`"AM"`, `"BY"`}, {`"seq":3`, `"seq":4`}, {"03:30:03Z", "03:30:04Z"}, {"draft 2", "draft 3"}} {
		changed := strings.Replace(string(file), change[0], change[1], 1)
		if changed == string(file) {
			t.Fatalf("the example holds no %s", change[0])
		}
		if out, err := run([]byte(changed)); err == nil {
			t.Errorf("%s for %s: %s", change[1], change[0], out)
		}
	}
}
