//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"sortie/missionfile"
)

// TestInterruptKeepsThePlan sends a real interrupt to the program while it
// plans for an hour. The mission is longer than a pipe holds, so once it is
// written the program has begun to read it, and takes interrupts.
func TestInterruptKeepsThePlan(t *testing.T) {
	mission, err := os.ReadFile("../../testdata/hand/one-shuttle.yaml")
	if err != nil {
		t.Fatal(err)
	}
	padded := append(mission, strings.Repeat("# padding\n", 100_000)...)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "plan", "-", "--for", "1h", "--json")
	cmd.Args[0] = "sortie"
	cmd.Env = append(os.Environ(), "SORTIE_TEST_MAIN=1")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(stdin, bytes.NewReader(padded)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	stdin.Close()
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %s", err, errs.String())
	}
	if !strings.Contains(errs.String(), "interrupted: this is the best plan so far") {
		t.Errorf("the error stream says %q", errs.String())
	}
	if plan, _ := missionfile.ReadPlan("plan", out.Bytes()); plan == nil || plan.Verdict.Closure == nil {
		t.Errorf("no plan was kept: %.200s", out.String())
	}
}
