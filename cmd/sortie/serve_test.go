//go:build unix

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"sortie/internal/pgtest"
	"sortie/jobs"
	"sortie/server"
)

// patience is how long a test waits for what has to happen: far longer than it
// takes on the slowest machine.
const patience = 3 * time.Minute

// served is the program, serving.
type served struct {
	t    *testing.T
	cmd  *exec.Cmd
	url  string
	said string // before it served
	errs *bytes.Buffer
}

var servesAt = regexp.MustCompile(`sortie serves (http://[^,]+),`)

// serve starts the program in a folder and waits until it says where it serves.
func serve(t *testing.T, dir string, args ...string) *served {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &served{t: t, cmd: exec.Command(self, append([]string{"serve", "--listen", "127.0.0.1:0", "--cores", "1"}, args...)...), errs: &bytes.Buffer{}}
	s.cmd.Args[0], s.cmd.Dir, s.cmd.Stderr = "sortie", dir, s.errs
	s.cmd.Env = append(os.Environ(), "SORTIE_TEST_MAIN=1")
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if s.cmd.ProcessState == nil {
			s.cmd.Process.Kill()
			s.cmd.Wait()
		}
	})
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			s.cmd.Wait()
			t.Fatalf("sortie serve ended: %s", s.errs)
		}
		if at := servesAt.FindStringSubmatch(line); at != nil {
			s.url = at[1]
			go io.Copy(io.Discard, lines)
			return s
		}
		s.said += line
	}
}

// end ends the program with a signal.
func (s *served) end(signal syscall.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(signal); err != nil {
		s.t.Fatal(err)
	}
	err := s.cmd.Wait()
	if signal == syscall.SIGTERM && err != nil {
		s.t.Fatalf("sortie serve ended with %v: %s", err, s.errs)
	}
}

// ask sends a request and holds its answer to a status.
func (s *served) ask(status int, to any, method, path, kind, body string, header ...string) http.Header {
	s.t.Helper()
	r, err := http.NewRequest(method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatalf("%v\n%s", err, s.errs)
	}
	defer w.Body.Close()
	data, err := io.ReadAll(w.Body)
	if err != nil || w.StatusCode != status {
		s.t.Fatalf("%s %s: status %d, want %d: %v\n%s", method, path, w.StatusCode, status, err, data)
	}
	switch to := to.(type) {
	case nil:
	case *[]byte:
		*to = data
	default:
		if err := json.Unmarshal(data, to); err != nil {
			s.t.Fatalf("%s %s: %v\n%s", method, path, err, data)
		}
	}
	return w.Header
}

// until asks how far a run has come until it is as wanted.
func (s *served) until(id string, wanted func(jobs.Run) bool) jobs.Run {
	s.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		var run jobs.Run
		s.ask(http.StatusOK, &run, "GET", "/api/runs/"+id, "", "")
		if wanted(run) {
			return run
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("the run does not come further than %+v\n%s", run, s.errs)
		}
	}
}

func TestFromADroppedFileToAnExportedPlan(t *testing.T) {
	mission, err := os.ReadFile("../../missions/guard-and-handover/mission.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name string
		db   func(t *testing.T) string
	}{
		{"SQLite", func(*testing.T) string { return "sortie.db" }},
		{"PostgreSQL", func(t *testing.T) string { return pgtest.Database(t) }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir, db := t.TempDir(), tc.db(t)
			s := serve(t, dir, "--db", db)
			const m = "/api/missions/guard-and-handover"

			var wrong server.Checked
			s.ask(http.StatusOK, &wrong, "POST", "/api/check", "application/yaml", strings.Replace(string(mission), "at: station", "at: statoin", 1))
			if wrong.Errors != 1 || !strings.HasPrefix(wrong.Findings[0].Location, "mission.yaml:") || !strings.Contains(wrong.Findings[0].Hint.String(), "station") {
				t.Fatalf("the check says %+v", wrong)
			}
			tag := s.ask(http.StatusCreated, nil, "POST", "/api/missions", "application/yaml", string(mission)).Get("ETag")
			tag = s.ask(http.StatusOK, nil, "PATCH", m, "application/merge-patch+json", `{"operation":{"drawdown":{"people_per_day":150}}}`, "If-Match", tag).Get("ETag")
			s.ask(http.StatusPreconditionFailed, nil, "PATCH", m, "application/merge-patch+json", `{}`, "If-Match", `"1"`)

			// A run that would go on for an hour: the server is killed in the middle of
			// it, and the next one goes on.
			var run jobs.Run
			s.ask(http.StatusAccepted, &run, "POST", m+"/runs", "application/json", `{"seconds":3600,"iterations":2000000000}`)
			before := s.until(run.ID, func(r jobs.Run) bool { return r.State == jobs.Running && r.Progress.Closure != nil })
			s.end(syscall.SIGKILL)
			s = serve(t, dir, "--db", db)
			s.until(run.ID, func(r jobs.Run) bool { return r.State == jobs.Running && r.Tries > before.Tries })
			s.ask(http.StatusOK, nil, "POST", "/api/runs/"+run.ID+"/stop", "", "")
			done := s.until(run.ID, func(r jobs.Run) bool { return r.State == jobs.Done && r.Entry > 0 })

			plan := fmt.Sprintf("%s/plans/%d", m, done.Entry)
			var v server.Verification
			s.ask(http.StatusOK, &v, "GET", plan+"/verification", "", "")
			if !v.Valid || v.Changed || len(v.Differences) > 0 {
				t.Errorf("the plan is verified as %+v", v)
			}
			var exported []byte
			name := s.ask(http.StatusOK, &exported, "GET", plan+"/export/json", "", "").Get("Content-Disposition")
			if want := fmt.Sprintf("attachment; filename=guard-and-handover-plan-%d.json", done.Entry); name != want {
				t.Errorf("the file is named %q, want %q", name, want)
			}
			verifyExported(t, exported)
			var csv []byte
			s.ask(http.StatusOK, &csv, "GET", plan+"/export/csv", "", "")
			if lines := bytes.Count(csv, []byte("\n")); lines < 3 || !bytes.HasPrefix(csv, []byte("id,lift,type,mode,from,to,")) {
				t.Errorf("the movements are %s", csv)
			}

			// The story goes elsewhere as one file.
			var story []byte
			s.ask(http.StatusOK, &story, "GET", m+"/ledger/export", "", "")
			s.end(syscall.SIGTERM)
			other := serve(t, t.TempDir())
			other.ask(http.StatusCreated, nil, "POST", "/api/ledgers", "application/x-ndjson", string(story))
			if got := other.ask(http.StatusOK, nil, "GET", m, "", "").Get("ETag"); got != tag {
				t.Errorf("elsewhere the mission has the ETag %s, want %s", got, tag)
			}
			other.end(syscall.SIGTERM)
		})
	}
}

// verifyExported verifies an exported plan with the program itself.
func verifyExported(t *testing.T, exported []byte) {
	t.Helper()
	var both struct{ Mission, Plan json.RawMessage }
	if err := json.Unmarshal(exported, &both); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	mission, plan := filepath.Join(dir, "mission.json"), filepath.Join(dir, "plan.json")
	for path, data := range map[string][]byte{mission: both.Mission, plan: both.Plan} {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "verify", mission, plan)
	cmd.Args[0], cmd.Env = "sortie", append(os.Environ(), "SORTIE_TEST_MAIN=1")
	if out, err := cmd.CombinedOutput(); err != nil || !bytes.HasPrefix(out, []byte("Valid: ")) {
		t.Errorf("sortie verify: %v\n%s", err, out)
	}
}

func TestMetricsAreForTheMachineItself(t *testing.T) {
	s := serve(t, t.TempDir(), "--sign-in", "local", "--metrics", "127.0.0.1:0")
	if !strings.Contains(s.said, "There is no account yet") {
		t.Errorf("on start it says %q", s.said)
	}
	s.ask(http.StatusUnauthorized, nil, "GET", "/metrics", "", "")
	s.ask(http.StatusUnauthorized, nil, "GET", "/api/missions", "", "")
	at := regexp.MustCompile(`http://[^ ]+/metrics`).FindString(s.said)
	w, err := http.Get(at)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Body.Close()
	text, err := io.ReadAll(w.Body)
	if err != nil || !strings.Contains(string(text), `sortie_requests_total{code="401",operation="list-missions"} 1`) {
		t.Errorf("%s says %v\n%s", at, err, text)
	}
	s.end(syscall.SIGTERM)
}
